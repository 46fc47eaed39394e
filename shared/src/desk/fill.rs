//! A text module becomes an answer: its placeholders are filled in, and what cannot be filled in stays to be seen.

use crate::calendar::Day;
use crate::format;
use crate::lang::Lang;
use crate::requests::{Action, Answer, Thread};

use super::Content;

/// What stands in a module in place of what differs from request to request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// The name of the company.
    Company,
    /// The protocol number of the request.
    Protocol,
    /// The position that it is about.
    Matricola,
    /// The name of the office that answers.
    Office,
    /// Until when the answer can be contested; where it cannot, the last day of the answer clock.
    Deadline,
}

impl Placeholder {
    /// Every placeholder.
    pub const ALL: [Self; 5] =
        [Self::Company, Self::Protocol, Self::Matricola, Self::Office, Self::Deadline];

    /// As it is written.
    pub const fn written(self) -> &'static str {
        match self {
            Self::Company => "{company}",
            Self::Protocol => "{protocol}",
            Self::Matricola => "{matricola}",
            Self::Office => "{office}",
            Self::Deadline => "{deadline}",
        }
    }
}

/// What the placeholders stand for; an empty one is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// See [`Placeholder::Company`].
    pub company: String,
    /// See [`Placeholder::Protocol`].
    pub protocol: String,
    /// See [`Placeholder::Matricola`].
    pub matricola: String,
    /// See [`Placeholder::Office`].
    pub office: String,
    /// See [`Placeholder::Deadline`].
    pub deadline: String,
}

impl Values {
    /// Those of a request, for a text in a language.
    pub fn of(thread: &Thread, deadline: Day, lang: Lang) -> Self {
        Self {
            company: thread.name.clone(),
            protocol: thread.receipt.registered.number.to_string(),
            matricola: thread.matricola.clone().unwrap_or_default(),
            office: thread.office_name.clone(),
            deadline: format::day(deadline, lang),
        }
    }

    fn get(&self, placeholder: Placeholder) -> &str {
        match placeholder {
            Placeholder::Company => &self.company,
            Placeholder::Protocol => &self.protocol,
            Placeholder::Matricola => &self.matricola,
            Placeholder::Office => &self.office,
            Placeholder::Deadline => &self.deadline,
        }
    }
}

/// The text with what its placeholders stand for. One whose value is not known stays, so that whoever answers sees what is missing.
pub fn fill(text: &str, values: &Values) -> String {
    let mut filled = String::with_capacity(text.len());
    // What was filled in is not looked at again: a name with braces stays what it is.
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = Placeholder::ALL.into_iter().find_map(|placeholder| {
            let inside = placeholder.written().strip_prefix('{')?;
            after.strip_prefix(inside).map(|after| (placeholder, after))
        });
        match found {
            Some((placeholder, after)) => {
                let value = values.get(placeholder);
                filled.push_str(if value.is_empty() { placeholder.written() } else { value });
                rest = past_stop(value, after);
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// What stands after a value that was filled in: one that ends in a full stop, as `S.r.l.` does, ends the sentence with it.
pub(crate) fn past_stop<'a>(value: &str, after: &'a str) -> &'a str {
    match after.strip_prefix('.') {
        Some(rest) if value.ends_with('.') && !rest.starts_with('.') => rest,
        _ => after,
    }
}

/// The placeholder that is still to be filled in, one of them.
pub fn unfilled(text: &str) -> Option<Placeholder> {
    Placeholder::ALL.into_iter().find(|placeholder| text.contains(placeholder.written()))
}

/// In which part of what an office tells a customer, and says beside it, a placeholder is left, as `action.decision` or `comment`: it is
/// not sent like that. What somebody put in braces of their own is no placeholder, and what a customer writes is theirs.
pub fn left_in(action: &Action, comment: &str) -> Option<&'static str> {
    let mut parts = vec![("comment", comment)];
    match action {
        Action::Answer { answer: Answer { decision, law, next, .. }, .. } => {
            parts.extend([("action.decision", decision.as_str()), ("action.law", law)]);
            parts.push(("action.next", next));
        }
        Action::Ask { text, .. } | Action::Called { text } => parts.push(("action.text", text)),
        Action::Close { comment, .. } | Action::Merge { comment, .. } => {
            parts.push(("action.comment", comment));
        }
        Action::Transfer { reason, .. } => parts.push(("action.reason", reason)),
        _ => {}
    }
    parts.into_iter().find(|(_, text)| unfilled(text).is_some()).map(|(part, _)| part)
}

/// The words in braces that are no placeholder, such as a misspelt one.
pub fn strangers(text: &str) -> Vec<&str> {
    let words = text.split('{').skip(1).filter_map(|after| Some(after.split_once('}')?.0));
    let is_name = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
    let is_known = |word: &str| {
        Placeholder::ALL.iter().any(|known| known.written().trim_matches(['{', '}']) == word)
    };
    words.filter(|word| is_name(word) && !is_known(word)).collect()
}

/// A module made ready for one request: what goes into the fields of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// What was decided.
    pub decision: String,
    /// By which law.
    pub law: String,
    /// What the customer does next.
    pub next: String,
    /// Until when it can be contested.
    pub contestable: Option<Day>,
}

impl Filled {
    /// These words and then those of a module, which take nothing of them away.
    #[must_use]
    pub fn followed_by(&self, module: &Self) -> Self {
        let joined = |mine: &str, between: &str, theirs: &str| match mine.trim_end() {
            "" => theirs.to_owned(),
            mine if theirs.is_empty() => mine.to_owned(),
            mine => [mine, between, theirs].concat(),
        };
        Self {
            decision: joined(&self.decision, "\n\n", &module.decision),
            law: joined(&self.law, "; ", &module.law),
            next: joined(&self.next, "\n\n", &module.next),
            contestable: self.contestable.or(module.contestable),
        }
    }
}

impl Content {
    /// The module in a language, ready for a request that is answered today.
    pub fn filled(&self, lang: Lang, thread: &Thread, today: Day) -> Filled {
        let contestable = self.contestable(today);
        let values = self.values(lang, thread, contestable);
        self.with(lang, &values, contestable)
    }

    /// Until when an answer of today that is made of it can be contested, where it says so.
    pub fn contestable(&self, today: Day) -> Option<Day> {
        self.days.map(|days| today.plus_days(i64::from(days)))
    }

    /// What its placeholders stand for in a request, as somebody of a language reads it.
    pub fn values(&self, lang: Lang, thread: &Thread, contestable: Option<Day>) -> Values {
        Values::of(thread, contestable.unwrap_or(thread.clock.due), self.spoken(lang))
    }

    /// The module in a language with values that are given.
    pub fn with(&self, lang: Lang, values: &Values, contestable: Option<Day>) -> Filled {
        let words = self.words(lang);
        Filled {
            decision: fill(&words.decision, values),
            law: fill(&words.law, values),
            next: fill(&words.next, values),
            contestable,
        }
    }
}
