//! The letters of a page: the fonts that every reader of PDF has, their widths, and the alphabet they know (Windows-1252).

/// Widths of Helvetica from the blank to the tilde, in thousandths of the size (Adobe's font metrics).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// Letters of Windows-1252 that stand elsewhere in Unicode.
const MOVED: [(char, u8); 15] = [
    ('€', 0x80),
    ('…', 0x85),
    ('Š', 0x8a),
    ('Œ', 0x8c),
    ('Ž', 0x8e),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('š', 0x9a),
    ('œ', 0x9c),
    ('ž', 0x9e),
];
/// What stands for letters that Windows-1252 has not: the same without their marks.
const BARE: [(&str, u8); 14] = [
    ("čćĉ", b'c'),
    ("ČĆĈ", b'C'),
    ("đď", b'd'),
    ("ěęė", b'e'),
    ("ăąā", b'a'),
    ("łľ", b'l'),
    ("Ł", b'L'),
    ("ńň", b'n'),
    ("řŕ", b'r'),
    ("śşș", b's'),
    ("ťţț", b't'),
    ("ůűū", b'u'),
    ("őō", b'o'),
    ("źż", b'z'),
];

/// How text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    /// Helvetica.
    Plain,
    /// The same, heavier.
    Bold,
    /// Courier: codes and digests.
    Code,
}

impl Font {
    pub const ALL: [Self; 3] = [Self::Plain, Self::Bold, Self::Code];

    /// Its name in PDF, and under which the pages know it.
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Plain => ("Helvetica", "F1"),
            Self::Bold => ("Helvetica-Bold", "F2"),
            Self::Code => ("Courier", "F3"),
        }
    }

    /// The width of a text of a size, in points.
    pub fn width(self, text: &str, size: f64) -> f64 {
        let one = |c: char| match self {
            Self::Code => 600.0,
            Self::Plain => f64::from(width(c)),
            // No letter of the heavier one is wider by more.
            Self::Bold => f64::from(width(c)) * 1.12,
        };
        text.chars().map(one).sum::<f64>() * size / 1000.0
    }

    /// A text broken into lines that are no wider than so many points: at blanks, and within words that are wider.
    pub fn lines(self, text: &str, size: f64, most: f64) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in paragraph.split_whitespace() {
                let gap = if line.is_empty() { "" } else { " " };
                if self.width(&[&line, gap, word].concat(), size) <= most {
                    line.push_str(gap);
                    line.push_str(word);
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                for c in word.chars() {
                    if !line.is_empty() && self.width(&format!("{line}{c}"), size) > most {
                        lines.push(std::mem::take(&mut line));
                    }
                    line.push(c);
                }
            }
            lines.push(line);
        }
        lines
    }
}

fn width(c: char) -> u16 {
    let at = (c as usize).wrapping_sub(0x20);
    // Letters with marks are as wide as most of those without.
    WIDTHS.get(at).copied().unwrap_or(600)
}

/// A text as a string of PDF.
pub(super) fn string(text: &str) -> Vec<u8> {
    let mut string = vec![b'('];
    for byte in text.chars().map(byte) {
        if matches!(byte, b'(' | b')' | b'\\') {
            string.push(b'\\');
        }
        string.push(byte);
    }
    string.push(b')');
    string
}

fn byte(c: char) -> u8 {
    match c {
        ' '..='~' => c as u8,
        '\u{a0}'..='ÿ' => u8::try_from(u32::from(c)).unwrap_or(b'?'),
        _ => {
            let moved = MOVED.iter().find(|(moved, _)| *moved == c).map(|(_, byte)| *byte);
            let bare = || BARE.iter().find(|(all, _)| all.contains(c)).map(|(_, byte)| *byte);
            moved.or_else(bare).unwrap_or(b'?')
        }
    }
}

/// A text as a string of PDF in UTF-16, for what readers show themselves: the title.
pub(super) fn title(text: &str) -> String {
    let digits: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("<FEFF{digits}>")
}
