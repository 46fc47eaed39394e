//! A file as text: decoded while it is read, in a window of constant size, with the line and column of every place.

mod encoding;
mod lines;
pub mod values;

use std::io::{self, BufRead, Read};

use crate::intake::{IssueCode, MAX_FILE};

use self::encoding::{Encoding, declared, windows_1252};
use crate::intake::findings::{Place, Stop};

pub use self::encoding::Telling;
pub use self::lines::Lines;

/// Bytes read at once.
const WINDOW: usize = 64 * 1024;
/// Longest stretch without structure (a text, a tag, a comment, a line), in bytes.
pub const MAX_STRETCH: usize = 1024 * 1024;

/// Why the text ends before the file does.
#[derive(Clone, Debug)]
struct Refusal {
    code: IssueCode,
    found: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.found)
    }
}

impl std::error::Error for Refusal {}

/// A file as valid UTF-8 without control characters, of at most [`MAX_FILE`] bytes.
///
/// It is read through [`BufRead`]. What is wrong with the bytes comes as an error exactly where it stands, after everything before it
/// was read; [`Text::stop`] makes an issue of it. [`Text::begin`] sets a mark whose line and column [`Text::place`] tells later, so
/// that lines are counted in few and long strides.
#[derive(Debug)]
pub struct Text<R> {
    source: R,
    raw: Vec<u8>,
    /// Bytes at the beginning of `raw` that wait for the rest of their character.
    held: usize,
    window: Vec<u8>,
    at: usize,
    /// How much of the window `place` has counted.
    counted: usize,
    place: Place,
    mark: usize,
    marked: Option<Place>,
    stretch: usize,
    encoding: Encoding,
    total: u64,
    ended: bool,
    refusal: Option<Refusal>,
}

impl<R: Read> Text<R> {
    /// Begins to read.
    ///
    /// # Errors
    /// The source's own.
    pub fn new(source: R, telling: Telling) -> io::Result<Self> {
        let mut text = Self {
            source,
            raw: vec![0; WINDOW],
            held: 0,
            window: Vec::with_capacity(WINDOW),
            at: 0,
            counted: 0,
            place: Place::START,
            mark: 0,
            marked: None,
            stretch: 0,
            encoding: Encoding::Utf8,
            total: 0,
            ended: false,
            refusal: None,
        };
        let size = text.read_raw()?;
        let head = text.raw.get(..size).unwrap_or_default();
        let mark = if head.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        match declared(head, mark, telling) {
            Ok(encoding) => text.encoding = encoding,
            Err(found) => text.refusal = Some(Refusal { code: IssueCode::Encoding, found }),
        }
        text.raw.copy_within(mark..size, 0);
        if text.refusal.is_none() {
            text.decode(size - mark);
        }
        Ok(text)
    }

    /// Whether nothing but white space is left; reads on over white space only.
    ///
    /// # Errors
    /// As reading.
    pub fn is_blank(&mut self) -> io::Result<bool> {
        loop {
            let window = self.fill_buf()?;
            if window.is_empty() {
                return Ok(true);
            }
            let blank = window.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let more = blank == window.len();
            self.consume(blank);
            if !more {
                return Ok(false);
            }
        }
    }

    /// Sets the mark at the present place; the longest stretch counts from it.
    pub fn begin(&mut self) {
        self.mark = self.at;
        self.marked = None;
        self.stretch = 0;
    }

    /// The place of the mark.
    pub fn place(&mut self) -> Place {
        if let Some(place) = self.marked {
            return place;
        }
        let place = self.count_to(self.mark);
        self.marked = Some(place);
        place
    }

    /// The place that is read next.
    pub fn here(&mut self) -> Place {
        self.place();
        self.count_to(self.at)
    }

    /// What an error of reading means: the issue at its place, or a failure of the source.
    pub fn stop(&mut self, error: &io::Error) -> Stop {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Refusal>()) {
            Some(refusal) if refusal.code == IssueCode::TooComplex => {
                Stop::from(self.place().found(refusal.code, &refusal.found))
            }
            Some(refusal) => Stop::from(self.here().found(refusal.code, &refusal.found)),
            None => Stop::from(io::Error::new(error.kind(), error.to_string())),
        }
    }

    /// Counts up to an index of the window not before what was counted.
    fn count_to(&mut self, index: usize) -> Place {
        self.place = self.place.after(self.window.get(self.counted..index).unwrap_or_default());
        self.counted = self.counted.max(index);
        self.place
    }

    /// Fills `raw` behind what is held as far as the source gives; how many bytes it then has.
    fn read_raw(&mut self) -> io::Result<usize> {
        let mut size = self.held;
        while let Some(room) = self.raw.get_mut(size..).filter(|room| !room.is_empty()) {
            match self.source.read(room) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(read) => {
                    size += read;
                    self.total += read as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        if self.total > MAX_FILE {
            self.refuse(IssueCode::TooLarge, String::new());
        }
        Ok(size)
    }

    fn refuse(&mut self, code: IssueCode, found: String) {
        self.refusal.get_or_insert(Refusal { code, found });
    }

    /// Replaces the window by the next part of the file; an error that waited comes out instead.
    fn refill(&mut self) -> io::Result<()> {
        self.here();
        if let Some(refusal) = &self.refusal {
            return Err(io::Error::other(refusal.clone()));
        }
        if self.ended {
            return Ok(());
        }
        let size = self.read_raw()?;
        self.window.clear();
        (self.at, self.counted, self.mark) = (0, 0, 0);
        match &self.refusal {
            Some(refusal) => Err(io::Error::other(refusal.clone())),
            None => {
                self.decode(size);
                match &self.refusal {
                    Some(refusal) if self.window.is_empty() => {
                        Err(io::Error::other(refusal.clone()))
                    }
                    _ => Ok(()),
                }
            }
        }
    }

    /// Decodes the first `size` bytes of `raw` into the window, and holds back a character that is not whole yet.
    fn decode(&mut self, size: usize) {
        self.held = 0;
        let raw = self.raw.get(..size).unwrap_or_default();
        if self.encoding == Encoding::Undecided && !raw.is_ascii() {
            let cut = std::str::from_utf8(raw).err();
            let invalid = cut.is_some_and(|error| error.error_len().is_some() || self.ended);
            self.encoding = if invalid { Encoding::Windows1252 } else { Encoding::Utf8 };
        }
        match self.encoding {
            Encoding::Windows1252 => self.decode_windows(size),
            Encoding::Utf8 | Encoding::Undecided => self.decode_utf8(size),
        }
        let control = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
        // Folding over all bytes is several times faster than looking for the first.
        if self.window.iter().fold(false, |any, byte| any | control(*byte)) {
            let at = self.window.iter().position(|byte| control(*byte)).unwrap_or_default();
            let found = format!("0x{:02X}", self.window.get(at).copied().unwrap_or_default());
            self.window.truncate(at);
            self.refusal = Some(Refusal { code: IssueCode::NotWellFormed, found });
        }
    }

    fn decode_utf8(&mut self, size: usize) {
        let raw = self.raw.get(..size).unwrap_or_default();
        let Err(error) = std::str::from_utf8(raw) else {
            self.window.extend_from_slice(raw);
            return;
        };
        let (valid, rest) = raw.split_at_checked(error.valid_up_to()).unwrap_or((raw, &[]));
        self.window.extend_from_slice(valid);
        let rest = rest.len();
        if error.error_len().is_some() || self.ended {
            let found = format!("0x{:02X}", self.raw.get(size - rest).copied().unwrap_or_default());
            self.refuse(IssueCode::Encoding, found);
        } else {
            self.raw.copy_within(size - rest..size, 0);
            self.held = rest;
        }
    }

    fn decode_windows(&mut self, size: usize) {
        let mut utf8 = [0; 4];
        for byte in self.raw.get(..size).unwrap_or_default() {
            if byte.is_ascii() {
                self.window.push(*byte);
                continue;
            }
            let Some(character) = windows_1252(*byte) else {
                self.refusal.get_or_insert(Refusal {
                    code: IssueCode::Encoding,
                    found: format!("0x{byte:02X}"),
                });
                return;
            };
            self.window.extend_from_slice(character.encode_utf8(&mut utf8).as_bytes());
        }
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let window = self.fill_buf()?;
        let size = window.len().min(target.len());
        let (from, to) =
            (window.get(..size).unwrap_or_default(), target.get_mut(..size).unwrap_or_default());
        to.copy_from_slice(from);
        self.consume(size);
        Ok(size)
    }
}

impl<R: Read> BufRead for Text<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.stretch > MAX_STRETCH {
            return Err(io::Error::other(Refusal {
                code: IssueCode::TooComplex,
                found: String::new(),
            }));
        }
        if self.at == self.window.len() {
            self.refill()?;
        }
        Ok(self.window.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.at = (self.at + amount).min(self.window.len());
        self.stretch += amount;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
            self.0.read(target.get_mut(..1).unwrap_or_default())
        }
    }

    fn read(bytes: &[u8], telling: Telling) -> Result<String, (IssueCode, u32, u32)> {
        let mut text = Text::new(Slow(bytes), telling).unwrap();
        let mut all = String::new();
        match text.read_to_string(&mut all) {
            Ok(_) => Ok(all),
            Err(error) => match text.stop(&error) {
                Stop::Refused(issue) => Err((issue.code, issue.line, issue.column)),
                Stop::Failed(error) => panic!("{error}"),
            },
        }
    }

    #[test]
    fn encodings_are_those_declared() {
        let latin = b"<?xml version='1.0' encoding = \"ISO-8859-1\"?>\xE8\x80";
        assert!(read(latin, Telling::Xml).unwrap().ends_with("è€"));
        assert_eq!(read(b"\xEF\xBB\xBFabc", Telling::Xml).unwrap(), "abc");
        assert_eq!(read("perché".as_bytes(), Telling::Nothing).unwrap(), "perché");
        assert_eq!(read(b"perch\xE9", Telling::Nothing).unwrap(), "perché");
        assert_eq!(read(b"", Telling::Nothing).unwrap(), "");
    }

    #[test]
    fn what_is_not_text_is_refused_where_it_stands() {
        for (bytes, telling, expected) in [
            (&b"a\nb\xE8c"[..], Telling::Xml, (IssueCode::Encoding, 2, 2)),
            (b"a\xC3", Telling::Utf8, (IssueCode::Encoding, 1, 2)),
            (b"a\x81", Telling::Nothing, (IssueCode::Encoding, 1, 2)),
            (b"ab\x00", Telling::Utf8, (IssueCode::NotWellFormed, 1, 3)),
            (b"\xFF\xFEa\0", Telling::Xml, (IssueCode::Encoding, 1, 1)),
            (b"<?xml version='1.0' encoding='UTF-16'?>", Telling::Xml, (IssueCode::Encoding, 1, 1)),
            (b"<?xml version='1.0' encoding='KOI8-R'?>", Telling::Xml, (IssueCode::Encoding, 1, 1)),
        ] {
            assert_eq!(read(bytes, telling), Err(expected), "{bytes:?}");
        }
    }

    #[test]
    fn characters_across_windows_stay_whole() {
        let long = format!("{}è\n{}", "x".repeat(WINDOW - 1), "è".repeat(WINDOW));
        assert_eq!(read(long.as_bytes(), Telling::Utf8).unwrap(), long);
        assert_eq!(read(long.as_bytes(), Telling::Nothing).unwrap(), long);
        let mut broken = long.into_bytes();
        broken.push(0xFF);
        let column = u32::try_from(WINDOW).unwrap() + 1;
        assert_eq!(read(&broken, Telling::Utf8), Err((IssueCode::Encoding, 2, column)));
    }

    #[test]
    fn files_and_stretches_have_an_end() {
        let mut endless = Text::new(io::repeat(b'x'), Telling::Utf8).unwrap();
        let error = io::copy(&mut endless, &mut io::sink()).unwrap_err();
        assert!(
            matches!(endless.stop(&error), Stop::Refused(issue) if issue.code == IssueCode::TooComplex)
        );

        let mut large = Text::new(io::repeat(b'x'), Telling::Utf8).unwrap();
        let error = loop {
            large.begin();
            match large.fill_buf().map(<[u8]>::len) {
                Ok(size) => large.consume(size),
                Err(error) => break error,
            }
        };
        assert!(
            matches!(large.stop(&error), Stop::Refused(issue) if issue.code == IssueCode::TooLarge)
        );
    }

    #[test]
    fn the_mark_keeps_its_place_when_the_window_moves_on() {
        let long = format!("a\nbc{}\nd", "x".repeat(2 * WINDOW));
        let mut text = Text::new(long.as_bytes(), Telling::Utf8).unwrap();
        text.consume(3);
        text.begin();
        io::copy(&mut text, &mut io::sink()).unwrap();
        assert_eq!(text.place(), Place { line: 2, column: 2 });
        assert_eq!(text.here(), Place { line: 3, column: 2 });
    }
}
