//! XML as steps into and out of elements: pulled from a stream, nothing but the present text in memory, hostile files refused.

use std::io::Read;

use crate::intake::IssueCode;
use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::tag::Tag;
use crate::intake::findings::{Place, Reading, Stop};
use crate::intake::source::Text;

/// How deep elements may be nested.
const MAX_DEPTH: usize = 64;
/// How many attributes an element may have.
const MAX_ATTRIBUTES: usize = 64;

/// A step through the elements of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into an element, which begins here.
    Into(Tag, Place),
    /// Out of the present element.
    Out,
}

/// What the parser saw, as far as it matters here.
enum Token {
    Start,
    End,
    Content,
    Eof,
}

/// What a caller wants of the content it passes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Keep,
    Drop,
}

/// A stream of XML.
///
/// Refused, wherever they stand: a document type declaration, entities other than the five predefined and numeric ones, more than
/// [`MAX_DEPTH`] levels, more than [`MAX_ATTRIBUTES`] attributes, a text or tag longer than [`crate::intake::source::MAX_STRETCH`].
pub struct Xml<R: Read> {
    reader: Reader<Text<R>>,
    buffer: Vec<u8>,
    value: String,
    depth: usize,
}

impl<R: Read> Xml<R> {
    /// Begins to read.
    pub fn new(text: Text<R>) -> Self {
        let mut reader = Reader::from_reader(text);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().check_comments = true;
        Self { reader, buffer: Vec::with_capacity(512), value: String::new(), depth: 0 }
    }

    /// Steps into the root element.
    ///
    /// # Errors
    /// [`IssueCode::Empty`], [`IssueCode::WrongKind`] if the file begins with something else than an element, and what is refused
    /// everywhere.
    pub fn root(&mut self) -> Reading<(Tag, Place)> {
        self.value.clear();
        loop {
            match self.token(Content::Keep)? {
                Token::Start => {
                    let place = self.place();
                    return Ok((self.tag()?, place));
                }
                Token::Content if self.value.trim().is_empty() => {}
                Token::Content => {
                    let begins = self.value.trim().to_owned();
                    return Err(self
                        .place()
                        .differs(IssueCode::WrongKind, &begins, "<DenunceMensili>")
                        .into());
                }
                Token::End => return Err(self.place().issue(IssueCode::NotWellFormed).into()),
                Token::Eof => return Err(Place::START.issue(IssueCode::Empty).into()),
            }
        }
    }

    /// The next step; text between elements is passed over.
    ///
    /// # Errors
    /// What is refused everywhere.
    pub fn step(&mut self) -> Reading<Step> {
        loop {
            match self.token(Content::Drop)? {
                Token::Start => {
                    let place = self.place();
                    return Ok(Step::Into(self.tag()?, place));
                }
                Token::End => return Ok(Step::Out),
                Token::Content => {}
                Token::Eof => return Err(self.unclosed()),
            }
        }
    }

    /// The text of the present element without surrounding blanks, and steps out of it; elements within it are passed over.
    ///
    /// # Errors
    /// What is refused everywhere.
    pub fn text(&mut self) -> Reading<&str> {
        self.value.clear();
        loop {
            match self.token(Content::Keep)? {
                Token::Start => self.skip()?,
                Token::End => return Ok(self.value.trim()),
                Token::Content => {}
                Token::Eof => return Err(self.unclosed()),
            }
        }
    }

    /// Steps out of the present element, whatever it holds.
    ///
    /// # Errors
    /// What is refused everywhere.
    pub fn skip(&mut self) -> Reading<()> {
        let outside = self.depth - 1;
        while self.depth > outside {
            if matches!(self.token(Content::Drop)?, Token::Eof) {
                return Err(self.unclosed());
            }
        }
        Ok(())
    }

    /// Reads what follows the root element, which may be comments and blanks only.
    ///
    /// # Errors
    /// [`IssueCode::NotWellFormed`] for anything else.
    pub fn finish(&mut self) -> Reading<()> {
        self.value.clear();
        loop {
            match self.token(Content::Keep)? {
                Token::Eof => return Ok(()),
                Token::Content if self.value.trim().is_empty() => {}
                _ => return Err(self.place().issue(IssueCode::NotWellFormed).into()),
            }
        }
    }

    /// An attribute of the element just stepped into.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let start = self.start_tag()?;
        let attribute = start
            .attributes()
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name)?;
        attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()
            .map(|value| value.trim().to_owned())
    }

    /// The name of the element just stepped into.
    pub fn name(&self) -> String {
        self.start_tag().map_or_else(String::new, |start| start.local_name().as_ref().to_owned())
    }

    /// Where the last step began.
    fn place(&mut self) -> Place {
        self.reader.get_mut().place()
    }

    fn tag(&self) -> Reading<Tag> {
        Ok(self.start_tag().map_or(Tag::Other, |start| Tag::of(start.local_name().as_ref())))
    }

    /// The start tag in the buffer, as after a step into an element.
    fn start_tag(&self) -> Option<BytesStart<'_>> {
        let content =
            std::str::from_utf8(&self.buffer).ok()?.strip_prefix('<')?.strip_suffix('>')?;
        let content = content.strip_suffix('/').unwrap_or(content);
        let name = content.find(|c: char| c.is_ascii_whitespace()).unwrap_or(content.len());
        Some(BytesStart::from_content(content, name))
    }

    fn unclosed(&mut self) -> Stop {
        let end = self.reader.get_mut().here();
        end.expected(IssueCode::NotWellFormed, "</…>").into()
    }

    /// Reads on to the next thing that matters.
    fn token(&mut self, content: Content) -> Reading<Token> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().begin();
            match self.reader.read_event_into(&mut self.buffer) {
                Ok(Event::Start(start)) => {
                    let refused = refused_attributes(&start);
                    self.depth += 1;
                    if let Some((code, found)) = refused {
                        return Err(self.place().found(code, &found).into());
                    }
                    if self.depth > MAX_DEPTH {
                        return Err(self.place().issue(IssueCode::TooComplex).into());
                    }
                    return Ok(Token::Start);
                }
                Ok(Event::End(_)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Token::End);
                }
                Ok(Event::Text(text)) => {
                    if content == Content::Keep {
                        self.value.push_str(&text);
                    }
                    return Ok(Token::Content);
                }
                Ok(Event::CData(text)) => {
                    if content == Content::Keep {
                        self.value.push_str(&text);
                    }
                    return Ok(Token::Content);
                }
                Ok(Event::GeneralRef(reference)) => {
                    let Some(character) = resolve(&reference) else {
                        let found = format!("&{};", &*reference);
                        return Err(self.place().found(IssueCode::NotWellFormed, &found).into());
                    };
                    self.value.push(character);
                    return Ok(Token::Content);
                }
                Ok(Event::DocType(_)) => return Err(self.place().issue(IssueCode::Doctype).into()),
                Ok(Event::Eof) => return Ok(Token::Eof),
                Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::Empty(_)) => {}
                Err(error) => return Err(self.stop(&error)),
            }
        }
    }

    /// What an error of the parser means.
    fn stop(&mut self, error: &Error) -> Stop {
        match error {
            Error::Io(error) => self.reader.get_mut().stop(error),
            other => self.place().found(IssueCode::NotWellFormed, &other.to_string()).into(),
        }
    }
}

/// What is wrong with the attributes of an element, if something is.
fn refused_attributes(start: &BytesStart<'_>) -> Option<(IssueCode, String)> {
    if start.attributes_raw().is_empty() {
        return None;
    }
    for (count, attribute) in start.attributes().enumerate() {
        if count == MAX_ATTRIBUTES {
            return Some((IssueCode::TooComplex, start.local_name().as_ref().to_owned()));
        }
        let value = match &attribute {
            Ok(attribute) => attribute.normalized_value(XmlVersion::Implicit1_0),
            Err(error) => return Some((IssueCode::NotWellFormed, error.to_string())),
        };
        if let Err(error) = value {
            return Some((IssueCode::NotWellFormed, error.to_string()));
        }
    }
    None
}

/// The character of a numeric or predefined entity.
fn resolve(reference: &BytesRef<'_>) -> Option<char> {
    match &**reference {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => reference
            .resolve_char_ref()
            .ok()?
            .filter(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::source::Telling;

    fn read(xml: &[u8]) -> Result<(), (IssueCode, u32, u32)> {
        let walk = |xml: &mut Xml<&[u8]>| {
            xml.root()?;
            xml.skip()?;
            xml.finish()
        };
        match walk(&mut Xml::new(Text::new(xml, Telling::Xml).unwrap())) {
            Ok(()) => Ok(()),
            Err(Stop::Refused(issue)) => Err((issue.code, issue.line, issue.column)),
            Err(Stop::Failed(error)) => panic!("{error}"),
        }
    }

    #[test]
    fn well_formed_files_are_walked_through() {
        for xml in [
            "<?xml version='1.0' encoding='UTF-8'?>\n<!-- c --><a x='1'><b/>t &amp; &#232; <![CDATA[<]]></a>\n<!-- d -->\n",
            "\u{FEFF}<a/>",
        ] {
            assert_eq!(read(xml.as_bytes()), Ok(()), "{xml}");
        }
    }

    #[test]
    fn what_is_hostile_or_broken_is_refused_where_it_stands() {
        let deep = format!("{}{}", "<a>".repeat(65), "</a>".repeat(65));
        let wide = format!("<a {}/>", (0..65).map(|n| format!("x{n}='' ")).collect::<String>());
        let long = format!("<a>\n<b>{}</b></a>", "x".repeat(2 * 1024 * 1024));
        for (xml, code, line, column) in [
            ("", IssueCode::Empty, 1, 1),
            (" \n ", IssueCode::Empty, 1, 1),
            ("{\"a\": 1}", IssueCode::WrongKind, 1, 1),
            ("<!DOCTYPE a><a/>", IssueCode::Doctype, 1, 1),
            (
                "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                IssueCode::Doctype,
                2,
                1,
            ),
            ("<a>\n &x;</a>", IssueCode::NotWellFormed, 2, 2),
            ("<a b='&x;'/>", IssueCode::NotWellFormed, 1, 1),
            ("<a>&#0;</a>", IssueCode::NotWellFormed, 1, 4),
            ("<a>&lt</a>", IssueCode::NotWellFormed, 1, 4),
            ("<a b='1' b='2'/>", IssueCode::NotWellFormed, 1, 1),
            ("<a>\n<b></a>", IssueCode::NotWellFormed, 2, 4),
            ("<a>\n<b>", IssueCode::NotWellFormed, 2, 4),
            ("<a>\n<b", IssueCode::NotWellFormed, 2, 1),
            ("<a/><b/>", IssueCode::NotWellFormed, 1, 5),
            ("<a/>x", IssueCode::NotWellFormed, 1, 5),
            ("</a>", IssueCode::NotWellFormed, 1, 1),
            (&deep, IssueCode::TooComplex, 1, 193),
            (&wide, IssueCode::TooComplex, 1, 1),
            (&long, IssueCode::TooComplex, 2, 4),
        ] {
            let shown: String = xml.chars().take(80).collect();
            assert_eq!(read(xml.as_bytes()), Err((code, line, column)), "{shown}");
        }
    }

    #[test]
    fn texts_are_whole_and_attributes_unescaped() {
        let mut xml = Xml::new(
            Text::new(
                &b"<a x=' 1&amp;2 '> R&amp;D <i>no</i><![CDATA[ <x>]]> </a>"[..],
                Telling::Xml,
            )
            .unwrap(),
        );
        xml.root().unwrap();
        assert_eq!(xml.attribute("x").unwrap(), "1&2");
        assert_eq!(xml.attribute("y"), None);
        assert_eq!(xml.text().unwrap(), "R&D  <x>");
    }
}
