//! The three letters that stand for a name.

/// The letters of a surname: its consonants, then its vowels, then `X`.
pub(super) fn surname(text: &str) -> Option<String> {
    let (consonants, vowels) = letters(text)?;
    Some(three(&consonants, &vowels))
}

/// The letters of a given name: as for a surname, but of four consonants or more the second falls.
pub(super) fn given_name(text: &str) -> Option<String> {
    let (mut consonants, vowels) = letters(text)?;
    if consonants.chars().count() > 3 {
        consonants.remove(1);
    }
    Some(three(&consonants, &vowels))
}

fn three(consonants: &str, vowels: &str) -> String {
    consonants.chars().chain(vowels.chars()).chain("XXX".chars()).take(3).collect()
}

/// The consonants and the vowels of a name in upper case; accents, blanks and apostrophes fall.
fn letters(text: &str) -> Option<(String, String)> {
    let letters = text.chars().flat_map(char::to_uppercase).filter_map(plain_letter);
    let (vowels, consonants): (String, String) =
        letters.partition(|letter| "AEIOU".contains(*letter));
    (!vowels.is_empty() || !consonants.is_empty()).then_some((consonants, vowels))
}

fn plain_letter(letter: char) -> Option<char> {
    match letter {
        'A'..='Z' => Some(letter),
        'À'..='Å' => Some('A'),
        'Ç' | 'Č' | 'Ć' => Some('C'),
        'È'..='Ë' => Some('E'),
        'Ì'..='Ï' => Some('I'),
        'Ñ' => Some('N'),
        'Ò'..='Ö' | 'Ø' => Some('O'),
        'Š' | 'Ș' | 'Ş' => Some('S'),
        'Ț' | 'Ţ' => Some('T'),
        'Ù'..='Ü' => Some('U'),
        'Ž' => Some('Z'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_three_letters() {
        for (text, expected) in [
            ("Rossi", "RSS"),
            ("Fo", "FOX"),
            ("Aiello", "LLA"),
            ("De Luca", "DLC"),
            ("D'Alò", "DLA"),
            ("Ia", "IAX"),
            ("Müller", "MLL"),
        ] {
            assert_eq!(surname(text).as_deref(), Some(expected), "{text}");
        }
        for (text, expected) in [
            ("Mario", "MRA"),
            ("Gianfranco", "GFR"),
            ("Roberto", "RRT"),
            ("Marco", "MRC"),
            ("Anna", "NNA"),
            ("Maria Grazia", "MGR"),
            ("Io", "IOX"),
        ] {
            assert_eq!(given_name(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(surname("'--"), None);
        assert_eq!(given_name(""), None);
    }
}
