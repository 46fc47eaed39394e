//! What was asked for, read in each way it may be meant.

use shared::calendar::Month;
use shared::fault::Fault;
use shared::format::month_name;
use shared::lang::Lang;
use shared::search::MAX_QUERY;

use super::text::{self, figure, fold, parts};

/// Most words that are looked at; more only make a query more exact than anybody needs.
const WORDS: usize = 8;
/// Longest code that may be written with blanks in it, and shortest.
const CODE: std::ops::RangeInclusive<usize> = 4..=24;

/// Shortest part of a word that may be two, and letters within which the second begins.
const SHORTEST: usize = 3;
const LONGEST: usize = 40;

/// A query.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Query {
    /// What it is if its blanks are none, as in a code that is written in groups; if that finds anything, it is what was meant.
    pub code: Option<Vec<String>>,
    /// Each other way it may be meant: words that must all be found.
    pub readings: Vec<Vec<String>>,
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
        let is_code = words.len() > 1
            && CODE.contains(&folded.len())
            && folded.bytes().any(|byte| byte.is_ascii_digit());
        let code = is_code.then(|| vec![folded.clone()]);
        Ok(Self { code, readings, folded })
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
