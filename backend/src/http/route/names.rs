//! Names of files that are handed out.

/// The line that names a file: in plain ASCII for old programs, and as it is (RFC 6266, RFC 8187).
pub fn disposition(kind: &str, name: &str) -> String {
    let name: String = name.chars().map(safe).collect();
    let ascii: String = name.chars().map(|c| if c.is_ascii() { c } else { plain(c) }).collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("{kind}; filename=\"{ascii}\"; filename*=UTF-8''{encoded}")
}

/// No character that divides paths, ends a quoted string, or means something to a shell or a file system.
fn safe(c: char) -> char {
    match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | ';' | '%' | '$' | '`' | '\'' => '-',
        // Marks that turn the direction of writing could make one end of a file look like another.
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '-',
        c if c.is_control() => '-',
        c => c,
    }
}

/// The nearest ASCII character of the letters that names have here.
fn plain(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'À' | 'Á' | 'Â' | 'Ä' => 'A',
        'È' | 'É' | 'Ê' | 'Ë' => 'E',
        'Ì' | 'Í' | 'Î' | 'Ï' => 'I',
        'Ò' | 'Ó' | 'Ô' | 'Ö' => 'O',
        'Ù' | 'Ú' | 'Û' | 'Ü' => 'U',
        'ß' => 's',
        _ => '-',
    }
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_is_safe_and_keeps_its_accents() {
        for (name, expected) in [
            ("a.csv", "attachment; filename=\"a.csv\"; filename*=UTF-8''a.csv"),
            (
                "Caffè Über.csv",
                "attachment; filename=\"Caffe Uber.csv\"; filename*=UTF-8''Caff%C3%A8%20%C3%9Cber.csv",
            ),
            (
                "../a\"\r\n;b\u{202e}vsc.exe",
                "attachment; filename=\"..-a----b-vsc.exe\"; filename*=UTF-8''..-a----b-vsc.exe",
            ),
        ] {
            assert_eq!(disposition("attachment", name), expected);
        }
    }
}
