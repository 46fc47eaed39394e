//! In which encoding a file is written.

/// Where an XML declaration must end.
const DECLARATION: usize = 256;

/// How a file tells its encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// It is UTF-8.
    Utf8,
    /// By the XML declaration; UTF-8 without one.
    Xml,
    /// Not at all: UTF-8 if it is such, else Windows-1252.
    Nothing,
}

/// An encoding that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// Windows-1252; what says ISO-8859-1 means it.
    Windows1252,
    /// Only ASCII so far; the first other byte decides.
    Undecided,
}

/// Characters of the bytes 0x80 to 0x9F in Windows-1252; files that say ISO-8859-1 mean these too. NUL marks the unassigned ones.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The character of a byte from 0x80 on in Windows-1252, if there is one.
pub fn windows_1252(byte: u8) -> Option<char> {
    let high = byte.checked_sub(0x80).map(usize::from)?;
    let character = WINDOWS_1252.get(high).copied().unwrap_or(char::from(byte));
    (character != '\0').then_some(character)
}

/// The encoding of a file that begins with `head`, its byte order mark of `mark` bytes included; else the one it has, by name.
pub fn declared(head: &[u8], mark: usize, telling: Telling) -> Result<Encoding, String> {
    for (start, name) in [
        (&b"\xFF\xFE"[..], "UTF-16"),
        (b"\xFE\xFF", "UTF-16"),
        (b"<\0", "UTF-16"),
        (b"\0<", "UTF-16"),
    ] {
        if head.starts_with(start) {
            return Err(name.into());
        }
    }
    match telling {
        Telling::Nothing if mark == 0 => Ok(Encoding::Undecided),
        Telling::Utf8 | Telling::Nothing => Ok(Encoding::Utf8),
        Telling::Xml => {
            let name = head.get(mark..).and_then(declared_in_xml).unwrap_or_else(|| "UTF-8".into());
            let is = |known: &[&str]| known.iter().any(|known| name.eq_ignore_ascii_case(known));
            if is(&["UTF-8", "UTF8", "US-ASCII", "ASCII"]) {
                Ok(Encoding::Utf8)
            } else if mark == 0 && is(&["ISO-8859-1", "LATIN1", "WINDOWS-1252", "CP1252"]) {
                Ok(Encoding::Windows1252)
            } else {
                Err(name)
            }
        }
    }
}

/// The value of `encoding` in the XML declaration a file begins with.
fn declared_in_xml(head: &[u8]) -> Option<String> {
    let declaration = head.get(..DECLARATION.min(head.len()))?.strip_prefix(b"<?xml")?;
    let end = declaration.windows(2).position(|pair| pair == b"?>")?;
    let declaration = String::from_utf8_lossy(declaration.get(..end)?).into_owned();
    let (_, after) = declaration.split_once("encoding")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split(quote).next().map(str::to_owned)
}
