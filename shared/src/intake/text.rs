//! An issue in words: what is wrong, what stands there, and what to do.

mod de;
mod en;
mod it;

use super::{Issue, IssueCode};
use crate::lang::Lang;

/// The words for one kind of issue.
struct Words {
    /// What is wrong, without a full stop.
    what: &'static str,
    /// What to do, a whole sentence.
    todo: &'static str,
}

const fn words(what: &'static str, todo: &'static str) -> Words {
    Words { what, todo }
}

/// The words for every kind of issue in one language; a missing one does not compile.
struct Texts {
    empty: Words,
    too_large: Words,
    encoding: Words,
    not_well_formed: Words,
    doctype: Words,
    too_complex: Words,
    wrong_kind: Words,
    missing: Words,
    unknown: Words,
    month: Words,
    future_month: Words,
    day: Words,
    amount: Words,
    number: Words,
    tax_code: Words,
    matricola: Words,
    csc: Words,
    office: Words,
    unknown_company: Words,
    unknown_position: Words,
    position_elsewhere: Words,
    not_active: Words,
    no_workers: Words,
    worker_count: Words,
    rate_difference: Words,
    totals: Words,
    twice: Words,
    unknown_section: Words,
    not_a_code: Words,
    value: Words,
    too_long: Words,
    ends_before: Words,
    worker_twice: Words,
    rate_unknown: Words,
    code_unknown: Words,
    no_fixed_term_surcharge: Words,
    other_scheme: Words,
    older_extract: Words,
    provisional: Words,
    not_generable: Words,
}

impl Texts {
    const fn of(&self, code: IssueCode) -> &Words {
        match code {
            IssueCode::Empty => &self.empty,
            IssueCode::TooLarge => &self.too_large,
            IssueCode::Encoding => &self.encoding,
            IssueCode::NotWellFormed => &self.not_well_formed,
            IssueCode::Doctype => &self.doctype,
            IssueCode::TooComplex => &self.too_complex,
            IssueCode::WrongKind => &self.wrong_kind,
            IssueCode::Missing => &self.missing,
            IssueCode::Unknown => &self.unknown,
            IssueCode::Month => &self.month,
            IssueCode::FutureMonth => &self.future_month,
            IssueCode::Day => &self.day,
            IssueCode::Amount => &self.amount,
            IssueCode::Number => &self.number,
            IssueCode::TaxCode => &self.tax_code,
            IssueCode::Matricola => &self.matricola,
            IssueCode::Csc => &self.csc,
            IssueCode::Office => &self.office,
            IssueCode::UnknownCompany => &self.unknown_company,
            IssueCode::UnknownPosition => &self.unknown_position,
            IssueCode::PositionElsewhere => &self.position_elsewhere,
            IssueCode::NotActive => &self.not_active,
            IssueCode::NoWorkers => &self.no_workers,
            IssueCode::WorkerCount => &self.worker_count,
            IssueCode::RateDifference => &self.rate_difference,
            IssueCode::Totals => &self.totals,
            IssueCode::Twice => &self.twice,
            IssueCode::UnknownSection => &self.unknown_section,
            IssueCode::NotACode => &self.not_a_code,
            IssueCode::Value => &self.value,
            IssueCode::TooLong => &self.too_long,
            IssueCode::EndsBefore => &self.ends_before,
            IssueCode::WorkerTwice => &self.worker_twice,
            IssueCode::RateUnknown => &self.rate_unknown,
            IssueCode::CodeUnknown => &self.code_unknown,
            IssueCode::NoFixedTermSurcharge => &self.no_fixed_term_surcharge,
            IssueCode::OtherScheme => &self.other_scheme,
            IssueCode::OlderExtract => &self.older_extract,
            IssueCode::Provisional => &self.provisional,
            IssueCode::NotGenerable => &self.not_generable,
        }
    }
}

/// One sentence that says what is wrong with what stands in the file, and one that says what to do.
pub fn explain(issue: &Issue, lang: Lang) -> String {
    let texts = match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    };
    let Words { what, todo } = texts.of(issue.code);
    let detail = detail(issue, lang);
    format!("{what}{detail}. {todo}")
}

/// What was found and what was expected, in brackets.
fn detail(issue: &Issue, lang: Lang) -> String {
    let (found, expected, open, close) = match lang {
        Lang::It => ("trovato", "atteso", '«', '»'),
        Lang::En => ("found", "expected", '“', '”'),
        Lang::De => ("gefunden", "erwartet", '„', '“'),
    };
    let part = |label, value: &Option<String>| {
        let value = value.as_deref().map(str::trim).filter(|value| !value.is_empty())?;
        Some(format!("{label}: {open}{value}{close}"))
    };
    let parts: Vec<String> = [part(found, &issue.found), part(expected, &issue.expected)]
        .into_iter()
        .flatten()
        .collect();
    match parts.is_empty() {
        true => String::new(),
        false => format!(" ({})", parts.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_issue_says_what_and_what_to_do_in_every_language() {
        for (code, _) in IssueCode::NAMES.iter().copied() {
            let mut texts = Vec::new();
            for lang in Lang::ALL {
                let issue = Issue { code, line: 1, column: 1, found: None, expected: None };
                let text = explain(&issue, lang);
                assert_eq!(text.matches(". ").count(), 1, "{code:?} {lang:?}: {text}");
                assert!(text.ends_with('.') && !text.contains(".."), "{code:?} {lang:?}: {text}");
                texts.push(text);
            }
            texts.dedup();
            assert_eq!(texts.len(), Lang::ALL.len(), "{code:?}: {texts:?}");
        }
    }

    #[test]
    fn what_stands_there_is_quoted() {
        let issue = Issue {
            code: IssueCode::RateDifference,
            line: 9,
            column: 7,
            found: Some("690,06".into()),
            expected: Some("696,06".into()),
        };
        assert!(explain(&issue, Lang::It).contains("(trovato: «690,06», atteso: «696,06»)"));
        let unquoted = Issue { found: Some(" ".into()), expected: None, ..issue };
        assert!(!explain(&unquoted, Lang::En).contains('('));
    }
}
