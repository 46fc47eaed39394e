//! How well words fit what a request says: the same comparison as that of the index, of a few words with a few.

use shared::search::Rank;

use crate::search::query::Query;
use crate::search::text::{self, SHORTEST_INFIX};

/// Digits of a number within its series, as it is written.
pub(super) const SERIES: usize = 7;
/// Letters of a protocol number that say whose register it is: office and direction; and those before the number itself: the year, too.
const REGISTER: usize = 5;
const BEFORE: usize = 9;

/// How well the best of some words fits what was typed: one that begins so, or one that it may be a slip of.
pub(super) fn fits<T: AsRef<str>>(words: impl IntoIterator<Item = T>, typed: &str) -> Option<Rank> {
    let may_slip = text::may_be_mistyped(typed);
    let mut best = None;
    for word in words {
        let word = word.as_ref();
        if word.starts_with(typed) {
            return Some(Rank::Words);
        }
        if may_slip && best.is_none() && is_slip(word, typed) {
            best = Some(Rank::Typo);
        }
    }
    best
}

/// One slip leaves the first letter or the last as it was, which is cheaper to see than that it is one.
fn is_slip(word: &str, typed: &str) -> bool {
    let (word_ends, typed_ends) = (ends(word), ends(typed));
    (word_ends.0 == typed_ends.0 || word_ends.1 == typed_ends.1)
        && text::may_be_mistyped(word)
        && text::is_near(word, typed)
}

fn ends(word: &str) -> (Option<u8>, Option<u8>) {
    (word.as_bytes().first().copied(), word.as_bytes().last().copied())
}

/// How well a protocol number fits, both folded: `7010e20260000042` is meant by all of it, by its beginning from the office, the direction
/// or the year on, by four digits and more from its series, and by `42`.
pub(super) fn number_fits(number: &str, typed: &str) -> Option<Rank> {
    if number == typed {
        return Some(Rank::Code);
    }
    let series = number.get(BEFORE..)?;
    if typed.len() <= SERIES && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        let same = series.trim_start_matches('0') == typed.trim_start_matches('0');
        if same && typed.len() == SERIES {
            return Some(Rank::Code);
        }
        let part = typed.len() >= SHORTEST_INFIX && series.contains(typed);
        if same || part {
            return Some(Rank::Words);
        }
    }
    let from_year = number.get(REGISTER..).is_some_and(|rest| rest.starts_with(typed));
    let from_direction = number.get(REGISTER - 1..).is_some_and(|rest| rest.starts_with(typed));
    // The office or the year alone is no number.
    let begins = typed.len() > REGISTER && number.starts_with(typed)
        || typed.len() > REGISTER && from_direction
        || typed.len() > BEFORE - REGISTER && from_year;
    begins.then_some(Rank::Words)
}

/// Why something is found, if it is: each word must fit it or what stands beside it, and one at least itself.
pub(super) fn rank(
    query: &Query,
    title: &str,
    itself: impl Fn(&str) -> Option<Rank>,
    beside: impl Fn(&str) -> Option<Rank>,
) -> Option<Rank> {
    let readings = query.code.iter().chain(&query.readings);
    match readings.filter_map(|words| all(words, &itself, &beside)).min()? {
        Rank::Words if text::fold(title).starts_with(&query.folded) => Some(Rank::Title),
        rank => Some(rank),
    }
}

fn all(
    words: &[String],
    itself: impl Fn(&str) -> Option<Rank>,
    beside: impl Fn(&str) -> Option<Rank>,
) -> Option<Rank> {
    let (mut worst, mut is_own) = (Rank::Code, false);
    for word in words {
        let own = itself(word);
        is_own |= own.is_some();
        worst = worst.max(own.into_iter().chain(beside(word)).min()?);
    }
    is_own.then_some(worst)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_known_by_whatever_part_of_it_is_remembered() {
        let number = "7010e20260001234";
        for (typed, expected) in [
            ("7010e20260001234", Some(Rank::Code)),
            ("0001234", Some(Rank::Code)),
            ("1234", Some(Rank::Words)),
            ("0012", Some(Rank::Words)),
            ("01234", Some(Rank::Words)),
            ("20260001234", Some(Rank::Words)),
            ("202600", Some(Rank::Words)),
            ("e2026", None),
            ("e20260", Some(Rank::Words)),
            ("7010e2026", Some(Rank::Words)),
            ("7010", None),
            ("2026", None),
            ("123", None),
            ("1243", None),
            ("7010u20260001234", None),
            ("70120001234", None),
        ] {
            assert_eq!(number_fits(number, typed), expected, "{typed}");
        }
        assert_eq!(number_fits("7010e20260000042", "42"), Some(Rank::Words));
    }

    #[test]
    fn every_word_must_fit_and_one_what_is_looked_for_itself() {
        let found = |typed: &str| {
            let query = Query::read(typed).unwrap();
            let (own, beside) = (["denuncia", "agosto"], ["trattoria", "esempio"]);
            rank(&query, "Denuncia di agosto", |word| fits(own, word), |word| fits(beside, word))
        };
        assert_eq!(found("denuncia"), Some(Rank::Title));
        assert_eq!(found("agosto"), Some(Rank::Words));
        assert_eq!(found("trattoria ago"), Some(Rank::Words));
        assert_eq!(found("AGÒSTO esempio"), Some(Rank::Words));
        assert_eq!(found("denunzia"), Some(Rank::Typo));
        assert_eq!(found("xgosto"), Some(Rank::Typo));
        assert_eq!(found("trattoria"), None);
        assert_eq!(found("agosto settembre"), None);
    }

    #[test]
    fn whatever_is_one_slip_away_is_seen_as_one() {
        for (word, typed) in
            [("agosto", "gosto"), ("agosto", "agost"), ("agosto", "gaosto"), ("agosto", "agsoto")]
        {
            assert_eq!(fits([word], typed).is_some(), text::is_near(word, typed), "{typed}");
        }
    }
}
