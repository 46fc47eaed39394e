//! Texts as they are compared and searched: no case, no accents, and for codes no spaces either.

use super::bits::Bits;

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

    /// The rows that have every word of a search somewhere, or the whole search without its spaces, as codes are typed.
    pub fn found(&self, search: &Needle) -> Bits {
        let mut words = search.words.iter().map(|word| self.rows_with(word));
        let first = words.next().unwrap_or_else(|| Bits::all(self.ends.len()));
        let found = words.fold(first, |found, with| found.both(&with));
        match &search.code {
            Some(code) => found.either(&self.rows_with(code)),
            None => found,
        }
    }

    /// The rows that have a text. All of them are one text, which is gone through once.
    fn rows_with(&self, text: &str) -> Bits {
        let mut found = Bits::none(self.ends.len());
        let (mut from, mut row) = (0, 0);
        while let Some(at) = self.text.get(from..).and_then(|rest| rest.find(text)) {
            let at = (from + at) as u32;
            let ends = self.ends.get(row..).unwrap_or_default();
            row += ends.partition_point(|end| *end <= at);
            found.set(row as u32, true);
            from = self.ends.get(row).map_or(self.text.len(), |end| *end as usize);
        }
        found
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
        let found = |typed: &str| {
            let found = rows.found(&Needle::new(typed));
            [0, 1].map(|row| found.has(row))
        };
        assert_eq!(found("SOCIETA caffe"), [true, false]);
        assert_eq!(found("70 123456 62"), [true, false]);
        assert_eq!(found("80813"), [false, true]);
        assert_eq!(found("  "), [true, true]);
        assert_eq!(found("caffe modello"), [false, false]);
        assert_eq!(found("e"), [true, true]);
        assert_eq!(found("modello x"), [false, false]);
        assert_eq!(Haystack::default().found(&Needle::default()).count(), 0);
    }
}
