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

/// One sentence that says what is wrong with what stands in the file, and one that says what to do.
pub fn explain(issue: &Issue, lang: Lang) -> String {
    let Words { what, todo } = match lang {
        Lang::It => it::words_for(issue.code),
        Lang::En => en::words_for(issue.code),
        Lang::De => de::words_for(issue.code),
    };
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
