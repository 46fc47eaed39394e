//! A document to keep, as PDF: headings, paragraphs and tables of what is what, on as many pages of A4 as they need. Tagged with its
//! structure and language, so that it is read aloud in order.

mod font;
#[cfg(test)]
mod tests;

use std::io::Write;

use bytes::Bytes;
use shared::attachments::pdf::Writer;
use shared::lang::Lang;

use font::Font;

/// A4 in points, upright.
const WIDTH: f64 = 595.0;
const HEIGHT: f64 = 842.0;
/// Room around what is written, in points.
const MARGIN: f64 = 56.0;
/// Where the second column of a table begins, in points.
const COLUMN: f64 = 210.0;
/// Size of text, and from one line to the next, in points.
const SIZE: f64 = 10.0;
const LEADING: f64 = 14.0;

/// What a part of the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Title,
    Heading,
    Paragraph,
}

impl Tag {
    const fn name(self) -> &'static str {
        match self {
            Self::Title => "H1",
            Self::Heading => "H2",
            Self::Paragraph => "P",
        }
    }
}

/// A page in the making: what is drawn on it, and what its marked parts are.
#[derive(Debug, Default)]
struct Page {
    drawn: Vec<u8>,
    parts: Vec<Tag>,
}

/// A document in the making.
#[derive(Debug)]
pub struct Document {
    title: String,
    lang: Lang,
    pages: Vec<Page>,
    /// Points from the foot of the page to the next line.
    y: f64,
}

/// What a value is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Words.
    Words,
    /// Codes and digests.
    Code,
}

impl Document {
    /// A document that begins with its title.
    pub fn new(title: &str, lang: Lang) -> Self {
        let mut document = Self {
            title: title.to_owned(),
            lang,
            pages: vec![Page::default()],
            y: HEIGHT - MARGIN,
        };
        document.text(Tag::Title, Font::Bold, 18.0, title);
        document
    }

    /// A heading.
    pub fn heading(&mut self, text: &str) {
        self.y -= LEADING / 2.0;
        self.text(Tag::Heading, Font::Bold, 12.0, text);
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.text(Tag::Paragraph, Font::Plain, SIZE, text);
    }

    /// What something is called, and beside it what it is.
    pub fn pair(&mut self, label: &str, value: &str, look: Look) {
        let font = if look == Look::Code { Font::Code } else { Font::Plain };
        let labels = Font::Bold.lines(label, SIZE, COLUMN - MARGIN - SIZE);
        let values = font.lines(value, SIZE, WIDTH - MARGIN - COLUMN);
        // A pair is not torn apart unless it is longer than a page.
        let rows = labels.len().max(values.len()) as f64;
        self.room((rows * LEADING).min(HEIGHT - 3.0 * MARGIN));
        let top = self.y;
        self.mark(Tag::Paragraph);
        for line in labels {
            self.line(Font::Bold, SIZE, MARGIN, &line);
        }
        let left = std::mem::replace(&mut self.y, top);
        for line in values {
            self.line(font, SIZE, COLUMN, &line);
        }
        self.end();
        self.y = self.y.min(left) - LEADING / 4.0;
    }

    fn text(&mut self, tag: Tag, font: Font, size: f64, text: &str) {
        let lines = font.lines(text, size, WIDTH - 2.0 * MARGIN);
        self.room(lines.len().min(4) as f64 * size * 1.4);
        self.mark(tag);
        for line in lines {
            self.line(font, size, MARGIN, &line);
        }
        self.end();
        self.y -= LEADING / 2.0;
    }

    /// Goes on on a new page unless there is so much room.
    fn room(&mut self, wanted: f64) {
        if self.y - wanted < MARGIN {
            self.pages.push(Page::default());
            self.y = HEIGHT - MARGIN;
        }
    }

    fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.pages.push(Page::default());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    fn mark(&mut self, tag: Tag) {
        let page = self.page();
        let number = page.parts.len();
        page.parts.push(tag);
        put(&mut page.drawn, &format!("/{} <</MCID {number}>> BDC\n", tag.name()));
    }

    fn end(&mut self) {
        put(&mut self.page().drawn, "EMC\n");
    }

    fn line(&mut self, font: Font, size: f64, x: f64, text: &str) {
        if self.y - size < MARGIN {
            // What was marked goes on there as a part of its own.
            let tag = self.page().parts.last().copied().unwrap_or(Tag::Paragraph);
            self.end();
            self.room(HEIGHT);
            self.mark(tag);
        }
        self.y -= size * 1.4;
        let (y, (_, name)) = (self.y, font.names());
        let drawn = &mut self.page().drawn;
        put(drawn, &format!("BT /{name} {size} Tf {x} {y:.2} Td "));
        drawn.extend_from_slice(&font::string(text));
        put(drawn, " Tj ET\n");
    }

    /// The document as a file.
    pub fn finish(self) -> Bytes {
        let mut pdf = Writer::default();
        let kids: String = (0..self.pages.len()).map(|at| reference(place(at))).collect();
        let (lang, pages) = (self.lang.code(), self.pages.len());
        pdf.object(
            &format!(
                "<< /Type /Catalog /Pages 2 0 R /Lang ({lang}) /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R /ViewerPreferences << /DisplayDocTitle true >> >>"
            ),
            None,
        );
        pdf.object(&format!("<< /Type /Pages /Kids [{kids}] /Count {pages} >>"), None);
        let title = font::title(&self.title);
        pdf.object(&format!("<< /Title {title} /Producer (Cassetto) >>"), None);
        self.structure(&mut pdf);
        for (number, font) in (FONT..).step_by(2).zip(Font::ALL) {
            let (name, looks, descriptor) = (font.names().0, font.looks(), reference(number + 1));
            // A reader that has not this font draws another one as wide: what is on the page stays where it was put.
            let (first, widths) = (font::FIRST, font.widths().map(|width| width.to_string()));
            pdf.object(
                &format!(
                    "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar {first} /LastChar 255 /Widths [{}] /FontDescriptor {descriptor}>>",
                    widths.join(" ")
                ),
                None,
            );
            pdf.object(&format!("<< /Type /FontDescriptor /FontName /{name} {looks} >>"), None);
        }
        self.content(&mut pdf);
        pdf.finish(Some(TITLE)).into()
    }

    /// The parts in the order in which they are read, and which of them each page has.
    fn structure(&self, pdf: &mut Writer) {
        let first = place(self.pages.len());
        let mut next = first;
        let mut nums = String::new();
        for (at, page) in self.pages.iter().enumerate() {
            let parts: String = (next..).take(page.parts.len()).map(reference).collect();
            nums.push_str(&format!("{at} [{parts}] "));
            next += page.parts.len();
        }
        let kids: String = (first..next).map(reference).collect();
        pdf.object(
            &format!("<< /Type /StructTreeRoot /K 5 0 R /ParentTree << /Nums [{nums}] >> >>"),
            None,
        );
        pdf.object(&format!("<< /Type /StructElem /S /Document /P 4 0 R /K [{kids}] >>"), None);
    }

    /// The pages with what is drawn on them, and their parts.
    fn content(&self, pdf: &mut Writer) {
        let fonts: String = (FONT..)
            .step_by(2)
            .zip(Font::ALL)
            .map(|(number, font)| format!("/{} {}", font.names().1, reference(number)))
            .collect();
        for (at, page) in self.pages.iter().enumerate() {
            let content = place(at) + 1;
            pdf.object(
                &format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << {fonts}>> >> /Contents {content} 0 R /StructParents {at} /Tabs /S >>"),
                None,
            );
            pdf.object(&format!("<< /Length {} >>", page.drawn.len()), Some(&page.drawn));
        }
        for (at, page) in self.pages.iter().enumerate() {
            for (number, tag) in page.parts.iter().enumerate() {
                let (tag, on) = (tag.name(), place(at));
                pdf.object(
                    &format!("<< /Type /StructElem /S /{tag} /P 5 0 R /Pg {on} 0 R /K {number} >>"),
                    None,
                );
            }
        }
    }
}

/// Numbers of objects: after the catalogue and the list of pages comes the title, then the structure; then two of each font, and two of each
/// page.
const TITLE: usize = 3;
const FONT: usize = 6;

/// The number of a page, and after the last page of the first part.
const fn place(page: usize) -> usize {
    FONT + 2 * (Font::ALL.len() + page)
}

fn reference(number: usize) -> String {
    format!("{number} 0 R ")
}

fn put(drawn: &mut Vec<u8>, text: &str) {
    // Writing to a vector does not fail.
    let _ = drawn.write_all(text.as_bytes());
}
