//! From what is written to what is compared: no accents, no case, no punctuation, and one form for months, days and amounts.

use std::collections::BTreeSet;

use shared::calendar::{Day, Month};

/// Most bytes of a term; longer ones are cut, and found by their beginning.
const LONGEST: usize = 48;
/// Before the end of a code, so that codes are found from their middle as well.
pub(super) const INFIX: char = '*';
/// Fewest digits of the end of a code.
pub(super) const SHORTEST_INFIX: usize = 4;

/// Letters and digits alone, in lower case and without accents.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            c if c.is_ascii() => {}
            c => match plain(c) {
                Some(plain) => folded.push_str(plain),
                None if c.is_alphanumeric() => folded.push(c),
                None => {}
            },
        }
    }
    folded
}

/// A letter of the names of these parts without its accent.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ă' | 'ą' | 'ā' | 'ª' => "a",
        'ç' | 'ć' | 'č' => "c",
        'đ' | 'ď' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ě' | 'ę' | 'ē' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ı' | 'ī' => "i",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' | 'ō' | 'º' => "o",
        'ř' => "r",
        'š' | 'ś' | 'ș' | 'ş' => "s",
        'ț' | 'ť' | 'ţ' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ű' | 'ů' | 'ū' => "u",
        'ý' | 'ÿ' => "y",
        'ž' | 'ź' | 'ż' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => return None,
    })
}

/// The parts of a word between its punctuation, folded: `Dell'Acqua` has two.
pub(super) fn parts(word: &str) -> Vec<String> {
    let is_mark =
        |c: char| c != '\u{300}' && !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c);
    word.split(is_mark).map(fold).filter(|part| !part.is_empty()).collect()
}

/// Months as `202609`, days as `20261016`, amounts as `1276,00`, whichever way they are written; nothing for any other word.
pub(super) fn figure(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    day(word).or_else(|| month(word)).or_else(|| amount(word))
}

fn day(word: &str) -> Option<String> {
    let date =
        word.get(..10).filter(|_| word.len() == 10 || word.as_bytes().get(10) == Some(&b'T'));
    let day = date.and_then(Day::parse).or_else(|| {
        let [day, month, year] = numbers(word)?;
        let plausible = (1..=31).contains(&day) && (1900..3000).contains(&year);
        plausible.then(|| Day::new(i32::try_from(year).ok()?, month, day)).flatten()
    })?;
    Some(format!("{:04}{:02}{:02}", day.year(), day.month(), day.day()))
}

fn month(word: &str) -> Option<String> {
    let [first, second] = numbers(word)?;
    let (year, month) = if first > 12 { (first, second) } else { (second, first) };
    let month =
        Month::new(i32::try_from(year).ok().filter(|year| (1900..3000).contains(year))?, month)?;
    Some(digits_of(month))
}

/// A month as it is compared.
pub(super) fn digits_of(month: Month) -> String {
    format!("{:04}{:02}", month.year(), month.month())
}

/// Numbers parted by one kind of mark.
fn numbers<const N: usize>(word: &str) -> Option<[u32; N]> {
    let mark =
        word.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.'))?;
    let parts: Option<Vec<u32>> =
        word.split(mark).map(|part| part.parse().ok().filter(|_| part.len() <= 4)).collect();
    parts?.try_into().ok()
}

/// `1.276,00`, `1,276.00`, `1276,00`, `1276.00`, `1.276`: the whole part, and the cents if they are there.
fn amount(word: &str) -> Option<String> {
    let (whole, cents) = match word.rsplit_once([',', '.']) {
        Some((whole, cents)) if cents.len() == 2 => (whole, Some(cents)),
        _ => (word, None),
    };
    let mark = whole.chars().find(|c| !c.is_ascii_digit());
    let groups: Vec<&str> = mark.map_or_else(|| vec![whole], |mark| whole.split(mark).collect());
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.len() == 1
        || (matches!(mark, Some('.' | ',' | '\''))
            && groups[0].len() <= 3
            && groups[1..].iter().all(|group| group.len() == 3));
    let decimal = word.as_bytes().get(whole.len()).copied().map(char::from);
    let fits = grouped
        && groups.iter().all(|group| is_digits(group))
        && cents.is_none_or(is_digits)
        && (groups.len() == 1 || decimal.is_none() || mark != decimal);
    if !fits || (groups.len() == 1 && cents.is_none()) {
        return None;
    }
    let cents = cents.map(|cents| format!(",{cents}")).unwrap_or_default();
    Some(format!("{}{cents}", groups.concat()))
}

/// What something is found by, from what it is written as; sorted, each once.
pub(super) fn terms<'t>(written: impl IntoIterator<Item = &'t String>) -> Vec<String> {
    let mut terms = BTreeSet::new();
    for word in written.into_iter().flat_map(|text| text.split_whitespace()) {
        if let Some(figure) = figure(word) {
            terms.insert(figure);
            continue;
        }
        let parts = parts(word);
        if parts.len() > 1 {
            terms.insert(cut(parts.concat()));
        }
        terms.extend(parts.into_iter().map(cut));
    }
    terms.retain(|term| term.len() > 1);
    terms.into_iter().collect()
}

/// The ends of the long numbers among the terms, so that a number is found by digits from its middle.
pub(super) fn infixes(terms: &[String]) -> Vec<String> {
    let is_long_number = |term: &&String| {
        (8..=16).contains(&term.len()) && term.bytes().all(|byte| byte.is_ascii_digit())
    };
    terms
        .iter()
        .filter(is_long_number)
        .flat_map(|term| {
            (1..=term.len() - SHORTEST_INFIX).map(move |from| format!("{INFIX}{}", &term[from..]))
        })
        .collect()
}

fn cut(mut term: String) -> String {
    let end = (0..=LONGEST.min(term.len())).rev().find(|end| term.is_char_boundary(*end));
    term.truncate(end.unwrap_or(0));
    term
}

/// Whether a term may be mistyped: a word of four letters or more. A code with one digit wrong is another code.
pub(super) fn may_be_mistyped(term: &str) -> bool {
    term.chars().all(char::is_alphabetic) && term.chars().nth(3).is_some()
}

/// The word, and the word without each of its letters: two words are one typo apart only if they have one of these in common.
pub(super) fn variants(word: &str) -> BTreeSet<String> {
    let without = word
        .char_indices()
        .map(|(at, letter)| format!("{}{}", &word[..at], &word[at + letter.len_utf8()..]));
    without.chain([word.to_owned()]).collect()
}

/// Whether two words differ by one typo at most: a letter wrong, missing, too many, or two neighbours exchanged.
pub(super) fn is_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - same], &b[..b.len() - same]) {
        ([], []) | ([_], []) | ([], [_]) | ([_], [_]) => true,
        ([a1, a2], [b1, b2]) => a1 == b2 && a2 == b1,
        _ => false,
    }
}
