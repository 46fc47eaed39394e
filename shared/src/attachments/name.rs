//! Names of documents: what of them is kept, and which are refused.

use super::Kind;

/// Longest name, in characters.
pub const MAX_NAME: usize = 150;

/// Extensions that a name must not hide before its last one, beside those of the kinds themselves.
const HIDDEN: &[&str] = &[
    "exe", "com", "bat", "cmd", "scr", "pif", "msi", "dll", "js", "jse", "vbs", "vbe", "wsf",
    "hta", "ps1", "sh", "jar", "lnk", "reg", "html", "htm", "svg", "php", "app", "apk", "iso",
    "docm", "xlsm", "doc", "xls",
];

/// Names that some systems keep for devices.
const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Why a name is refused. As the reason of a fault it stands on the field `name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameProblem {
    /// There is none.
    Missing,
    /// More than [`MAX_NAME`] characters.
    TooLong,
    /// It says where a file lies, as names on a device do not.
    Path,
    /// Characters that nobody sees, or that turn the direction of writing.
    Marks,
    /// A name that systems keep for devices.
    Reserved,
    /// Its extension is none of those that are taken.
    Kind,
    /// A second extension before the last one.
    DoubleExtension,
}

impl NameProblem {
    /// Its name, as it travels.
    pub const fn name(self) -> &'static str {
        match self {
            NameProblem::Missing => "missing",
            NameProblem::TooLong => "too_long",
            NameProblem::Path => "path",
            NameProblem::Marks => "marks",
            NameProblem::Reserved => "reserved",
            NameProblem::Kind => "kind",
            NameProblem::DoubleExtension => "double_extension",
        }
    }
}

/// The name as it is kept: without blanks and dots around it.
///
/// # Errors
/// Why it cannot be the name of a document.
pub fn check_name(name: &str) -> Result<(String, Kind), NameProblem> {
    if name.contains(['/', '\\']) {
        return Err(NameProblem::Path);
    }
    let clean = name.trim().trim_matches('.').trim();
    if clean.is_empty() {
        return Err(NameProblem::Missing);
    }
    if clean.chars().nth(MAX_NAME).is_some() {
        return Err(NameProblem::TooLong);
    }
    if clean.chars().any(is_unseen) {
        return Err(NameProblem::Marks);
    }
    let stem = clean.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    if DEVICES.contains(&stem.as_str()) {
        return Err(NameProblem::Reserved);
    }
    let (rest, kind) = kind_of_name(clean).ok_or(NameProblem::Kind)?;
    // A signed envelope keeps the name of what it holds.
    let rest = match kind {
        Kind::P7m => kind_of_name(rest).map_or(rest, |(rest, _)| rest),
        _ => rest,
    };
    let hides = |part: &str| {
        let part = part.trim().to_ascii_lowercase();
        HIDDEN.contains(&part.as_str()) || Kind::of_extension(&part).is_some()
    };
    if rest.split('.').skip(1).any(hides) {
        return Err(NameProblem::DoubleExtension);
    }
    Ok((clean.to_owned(), kind))
}

/// The kind that a name's extension says, and what stands before it.
pub fn kind_of_name(name: &str) -> Option<(&str, Kind)> {
    let (rest, extension) = name.rsplit_once('.')?;
    let kind = Kind::of_extension(&extension.to_ascii_lowercase())?;
    (!rest.is_empty()).then_some((rest, kind))
}

/// Whether a character is a control, turns the direction of writing or has no width.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffd}'
            | '\u{e0000}'..='\u{e007f}')
}
