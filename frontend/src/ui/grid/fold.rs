//! Texts as they are compared and searched: no case, no accents, and for codes no spaces either.

/// The letter without its accent, in lower case.
fn plain(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        letter if letter.is_ascii() => letter,
        'à' | 'á' | 'â' | 'ä' | 'À' | 'Á' | 'Â' | 'Ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        'ç' | 'Ç' => 'c',
        'ñ' | 'Ñ' => 'n',
        '’' => '\'',
        letter => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// A text without case and accents; runs of spaces become one.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter.is_whitespace() {
            true if folded.ends_with(' ') => {}
            true => folded.push(' '),
            false => folded.push(plain(letter)),
        }
    }
    folded
}

/// Rows made ready to be searched: one line of folded text each, kept as one string so that ten thousand rows are one allocation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Haystack {
    text: String,
    /// Where each row ends.
    ends: Vec<u32>,
}

impl Haystack {
    /// Takes in the next row by what it can be found by: words as they are, codes without their spaces.
    pub fn push<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        for word in words {
            self.text.push_str(&fold(word));
            self.text.push('\n');
        }
        self.ends.push(self.text.len() as u32);
    }

    /// Whether a row has every word of a search somewhere, or the whole search without its spaces, as codes are typed.
    pub fn has(&self, row: usize, search: &Needle) -> bool {
        let from =
            row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let Some(line) =
            self.ends.get(row).and_then(|to| self.text.get(from as usize..*to as usize))
        else {
            return false;
        };
        search.words.iter().all(|word| line.contains(word.as_str()))
            || search.code.as_ref().is_some_and(|code| line.contains(code.as_str()))
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle {
    words: Vec<String>,
    /// All of it without spaces, where there were some and there is a digit: a code as it is printed.
    code: Option<String>,
}

impl Needle {
    /// From what a person typed; nothing is found everywhere.
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let words: Vec<String> =
            folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let code = (words.len() > 1 && folded.bytes().any(|byte| byte.is_ascii_digit()))
            .then(|| words.concat());
        Self { words, code }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_words_and_by_codes_as_printed() {
        let mut rows = Haystack::default();
        rows.push(["Caffè Società S.r.l.", "7012345662"].into_iter());
        rows.push(["Forno Modello", "4980813120"].into_iter());
        let found = |typed: &str| [0, 1].map(|row| rows.has(row, &Needle::new(typed)));
        assert_eq!(found("SOCIETA caffe"), [true, false]);
        assert_eq!(found("70 123456 62"), [true, false]);
        assert_eq!(found("80813"), [false, true]);
        assert_eq!(found("  "), [true, true]);
        assert_eq!(found("caffe modello"), [false, false]);
        assert!(!rows.has(2, &Needle::default()));
    }
}
