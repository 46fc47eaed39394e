//! The letters of a page: the fonts that every reader of PDF has or puts another in the place of, their widths, and the alphabet they know
//! (Windows-1252).

/// The first byte that is a letter.
pub(super) const FIRST: u8 = b' ';
/// How many bytes are letters, the blank among them: all from there on.
const LETTERS: usize = 224;
/// Widths of Helvetica by byte, in thousandths of the size (Adobe's font metrics); those that are no letter are as wide as a bullet.
const PLAIN: [u16; LETTERS] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    350, 556, 350, 222, 556, 333, 1000, 556, 556, 333, 1000, 667, 333, 1000, 350, 611, 350, 350,
    222, 222, 333, 333, 350, 556, 1000, 333, 1000, 500, 333, 944, 350, 500, 667, 278, 333, 556,
    556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 333, 400, 584, 333, 333, 333, 556,
    537, 278, 333, 333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722, 667,
    667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722,
    722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278,
    278, 556, 556, 556, 556, 556, 556, 556, 584, 611, 556, 556, 556, 556, 500, 556, 500,
];
/// Those of Helvetica-Bold.
const BOLD: [u16; LETTERS] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    350, 556, 350, 278, 556, 500, 1000, 556, 556, 333, 1000, 667, 333, 1000, 350, 611, 350, 350,
    278, 278, 500, 500, 350, 556, 1000, 333, 1000, 556, 333, 944, 350, 500, 667, 278, 333, 556,
    556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 333, 400, 584, 333, 333, 333, 611,
    556, 278, 333, 333, 365, 556, 834, 834, 834, 611, 722, 722, 722, 722, 722, 722, 1000, 722, 667,
    667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722,
    722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278,
    278, 611, 611, 611, 611, 611, 611, 611, 584, 611, 611, 611, 611, 611, 556, 611, 556,
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

    /// The widths of its letters from the blank on, in thousandths of the size.
    pub const fn widths(self) -> &'static [u16; LETTERS] {
        match self {
            Self::Plain => &PLAIN,
            Self::Bold => &BOLD,
            Self::Code => &[600; LETTERS],
        }
    }

    /// What it looks like, as PDF says it, for whoever puts another in its place (Adobe's font metrics).
    pub const fn looks(self) -> &'static str {
        match self {
            Self::Plain => {
                "/Flags 32 /FontBBox [-166 -225 1000 931] /ItalicAngle 0 /Ascent 718 /Descent -207 /CapHeight 718 /StemV 88"
            }
            Self::Bold => {
                "/Flags 32 /FontBBox [-170 -228 1003 962] /ItalicAngle 0 /Ascent 718 /Descent -207 /CapHeight 718 /StemV 140"
            }
            Self::Code => {
                "/Flags 33 /FontBBox [-23 -250 715 805] /ItalicAngle 0 /Ascent 629 /Descent -157 /CapHeight 562 /StemV 51"
            }
        }
    }

    /// The width of a text of a size, in points.
    pub fn width(self, text: &str, size: f64) -> f64 {
        let place = |c| usize::from(byte(c)).wrapping_sub(usize::from(FIRST));
        let one = |c| self.widths().get(place(c)).copied().map_or(0.0, f64::from);
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
