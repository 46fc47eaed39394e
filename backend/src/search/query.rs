//! What was asked for, read in each way it may be meant.

use std::cmp::Ordering;
use std::sync::LazyLock;

use shared::calendar::Month;
use shared::fault::Fault;
use shared::format::month_name;
use shared::lang::Lang;
use shared::search::MAX_QUERY;
use shared::sections::SECTIONS;

use super::text::{self, figure, fold, parts};

/// Most words that are looked at; more only make a query more exact than anybody needs.
const WORDS: usize = 8;
/// Longest code that may be written with blanks in it, and shortest.
const CODE: std::ops::RangeInclusive<usize> = 4..=24;

/// Shortest part of a word that may be two, and letters within which the second begins.
const SHORTEST: usize = 3;
const LONGEST: usize = 40;

/// The words of the title of each archive, in each language, with its number.
static TITLES: LazyLock<Vec<(u8, Vec<String>)>> = LazyLock::new(|| {
    let words = |title: &str| title.split_whitespace().map(fold).collect();
    let of = |lang| SECTIONS.iter().map(move |one| (one.number, words(one.words.title.of(lang))));
    Lang::ALL.into_iter().flat_map(of).collect()
});

/// An archive that is named, and what is looked for in it: `F24 16/10/2026`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Within {
    /// The numbers of the sections that may be meant.
    pub sections: Vec<u8>,
    /// Words that must all be found, a figure or a code among them.
    pub words: Vec<String>,
}

/// A query.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Query {
    /// What it is if its blanks are none, as in a code that is written in groups; if that finds anything, it is what was meant.
    pub code: Option<Vec<String>>,
    /// Each other way it may be meant: words that must all be found.
    pub readings: Vec<Vec<String>>,
    /// What is looked for if some of its words name an archive: names of archives are no words of their records.
    pub within: Option<Within>,
    /// The whole of it, folded: what a title may begin with.
    pub folded: String,
}

impl Query {
    /// Reads what was typed.
    ///
    /// # Errors
    /// On field `q`: `too_long`, `too_short` without two letters or digits, `control_character`.
    pub(super) fn read(typed: &str) -> Result<Self, Fault> {
        if typed.chars().nth(MAX_QUERY).is_some() {
            return Err(Fault::field("q", "too_long"));
        }
        if typed.chars().any(char::is_control) {
            return Err(Fault::field("q", "control_character"));
        }
        let folded = fold(typed);
        if folded.chars().nth(1).is_none() {
            return Err(Fault::field("q", "too_short"));
        }
        let words: Vec<&str> =
            typed.split_whitespace().filter(|word| !fold(word).is_empty()).take(WORDS).collect();
        let mut readings = Vec::new();
        let mut add = |reading: Vec<String>| {
            if !reading.is_empty() && !readings.contains(&reading) {
                readings.push(reading);
            }
        };
        add(words.iter().map(|word| figure(word).unwrap_or_else(|| fold(word))).collect());
        add(words
            .iter()
            .flat_map(|word| figure(word).map_or_else(|| parts(word), |figure| vec![figure]))
            .take(WORDS)
            .collect());
        add(with_months(&words));
        // As far as it is typed, a code can look like a figure: `46.39` of an ATECO.
        add(words.iter().map(|word| fold(word)).collect());
        let is_code = words.len() > 1
            && CODE.contains(&folded.len())
            && folded.bytes().any(|byte| byte.is_ascii_digit());
        let code = is_code.then(|| vec![folded.clone()]);
        Ok(Self { code, readings, within: within(&words), folded })
    }

    /// The ways to read a single word of letters as two: somebody left the blank out.
    pub(super) fn parted(&self) -> Vec<Vec<String>> {
        let is_word = |reading: &Vec<String>| *reading == [self.folded.as_str()];
        let word = &self.folded;
        if !self.readings.iter().all(is_word) || !word.chars().all(char::is_alphabetic) {
            return Vec::new();
        }
        let two = |at: usize| {
            let (first, second) = word.split_at_checked(at)?;
            let is_long = |part: &str| part.chars().nth(SHORTEST - 1).is_some();
            let both = is_long(first) && is_long(second);
            both.then(|| vec![first.to_owned(), second.to_owned()])
        };
        word.char_indices().map(|(at, _)| at).take(LONGEST).filter_map(two).collect()
    }
}

/// The archive that most of the words name, and the other words; nothing without a figure or a code beside its name.
fn within(words: &[&str]) -> Option<Within> {
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    if words.len() < 2 || !words.iter().any(|word| has_digit(word)) {
        return None;
    }
    let (mut most, mut named, mut left) = (0, Vec::new(), Vec::new());
    for (section, title) in TITLES.iter() {
        let (of, others): (Vec<&str>, Vec<&str>) =
            words.iter().copied().partition(|word| is_of(&fold(word), title));
        // Neither `di` nor `10` alone is a name.
        let is_named = of.iter().any(|word| says(word) && word.chars().any(char::is_alphabetic));
        match of.len().cmp(&most) {
            Ordering::Greater if is_named => {
                (most, named, left) = (of.len(), vec![*section], others);
            }
            Ordering::Equal if is_named && others == left && !named.contains(section) => {
                named.push(*section);
            }
            _ => {}
        }
    }
    left.retain(|word| says(word));
    let months = with_months(&left);
    let words = match months.is_empty() {
        true => left.iter().map(|word| figure(word).unwrap_or_else(|| fold(word))).collect(),
        false => months,
    };
    let is_exact = words.iter().any(|word| has_digit(word));
    is_exact.then_some(Within { sections: named, words })
}

/// Whether a word is one of a title, one letter apart at most: `nota` is of the archive of the `note`.
fn is_of(word: &str, title: &[String]) -> bool {
    let near = |one: &String| text::may_be_mistyped(word) && text::is_near(one, word);
    title.iter().any(|one| one == word || near(one))
}

/// Whether a word says more than how others belong together: it has four letters, or a digit.
fn says(word: &str) -> bool {
    word.chars().nth(3).is_some() || word.bytes().any(|byte| byte.is_ascii_digit())
}

/// The words with each `settembre 2026` as a month; none if there is no such thing among them.
fn with_months(words: &[&str]) -> Vec<String> {
    let mut reading = Vec::new();
    let mut rest = words;
    let mut found = false;
    while let [word, tail @ ..] = rest {
        rest = tail;
        if let [year, after @ ..] = tail
            && let Some(month) = named(word, year)
        {
            reading.push(text::digits_of(month));
            rest = after;
            found = true;
            continue;
        }
        reading.push(figure(word).unwrap_or_else(|| fold(word)));
    }
    if found { reading } else { Vec::new() }
}

/// The month of a name, or of the first letters of one, and a year.
fn named(name: &str, year: &str) -> Option<Month> {
    let (name, year) = (fold(name), year.parse().ok().filter(|year| (1900..3000).contains(year))?);
    name.chars().nth(2)?;
    let is_named = |month: &Month| {
        Lang::ALL.into_iter().any(|lang| fold(month_name(*month, lang)).starts_with(&name))
    };
    (1..=12).filter_map(|month| Month::new(year, month)).find(is_named)
}
