//! What people are told of an event in other words than the program's, as an administrator writes them.

use serde::{Deserialize, Serialize};

use super::Event;
use crate::lang::Lang;

/// The values as shipped: the program's words hold.
pub const SHIPPED: &str = include_str!("../../parameters/messages.json");
/// Most characters of a title (DESIGN): with it and what follows a text message is full.
pub const LONGEST_TITLE: usize = 60;
/// Most characters of what follows (DESIGN).
pub const LONGEST_LEAD: usize = 300;

/// What stands for a value of the case, in braces. No company and no quotation is among them: a telephone shows a text message to whoever
/// looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// The protocol number.
    Protocol,
    /// What the office is called.
    Office,
    /// The day that the event is about.
    Day,
}

impl Placeholder {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Protocol, Self::Office, Self::Day];

    /// Its name between the braces, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Protocol => "protocol",
            Self::Office => "office",
            Self::Day => "day",
        }
    }

    fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// What is said of an event in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Of which.
    pub event: Event,
    /// In which language.
    pub lang: Lang,
    /// In a few words.
    pub title: String,
    /// What happened, in a sentence or two.
    pub lead: String,
}

/// What is said in other words than the program's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Messages {
    /// One an event and language.
    pub messages: Vec<Wording>,
}

impl Messages {
    /// What was said of an event in a language, if it was.
    pub fn of(&self, event: Event, lang: Lang) -> Option<&Wording> {
        self.messages.iter().find(|one| (one.event, one.lang) == (event, lang))
    }

    /// Says something else of an event in a language; the program's words without.
    pub fn put(&mut self, event: Event, lang: Lang, wording: Option<Wording>) {
        self.messages.retain(|one| (one.event, one.lang) != (event, lang));
        self.messages.extend(wording);
        self.messages.sort_by_key(|one| (one.event.number(), one.lang));
    }

    /// The first thing that is wrong: where, as `RequestClosed it.title`, and why, as [`Wording::check`] says it; `twice` of what is said two
    /// times.
    pub fn unsound(&self) -> Option<(String, &'static str)> {
        let place = |one: &Wording| format!("{:?} {}", one.event, one.lang.code());
        self.messages.iter().enumerate().find_map(|(at, one)| {
            let is_twice = self
                .messages
                .iter()
                .take(at)
                .any(|other| (other.event, other.lang) == (one.event, one.lang));
            if is_twice {
                return Some((place(one), "twice"));
            }
            let (field, reason) = one.check().into_iter().next()?;
            Some((format!("{}.{field}", place(one)), reason))
        })
    }
}

impl Wording {
    /// What is wrong with it: `title` or `lead`, and `empty`, `too_long`, `characters`, or `placeholder` where braces hold no value.
    pub fn check(&self) -> Vec<(&'static str, &'static str)> {
        let fields = [("title", &self.title, LONGEST_TITLE), ("lead", &self.lead, LONGEST_LEAD)];
        let wrong = fields.into_iter().filter_map(|(field, text, longest)| {
            let reason = if text.trim().is_empty() {
                "empty"
            } else if text.chars().count() > longest {
                "too_long"
            } else if text.chars().any(char::is_control) {
                "characters"
            } else if fill(text, |_| Some(String::new())).is_none() {
                "placeholder"
            } else {
                return None;
            };
            Some((field, reason))
        });
        wrong.collect()
    }

    /// Whether it names a value.
    pub fn names(&self, placeholder: Placeholder) -> bool {
        let written = ["{", placeholder.name(), "}"].concat();
        self.title.contains(&written) || self.lead.contains(&written)
    }

    /// Title and what follows with the values in place; nothing where one that they name is not known.
    pub fn filled(
        &self,
        value: impl Fn(Placeholder) -> Option<String>,
    ) -> Option<(String, String)> {
        Some((fill(&self.title, &value)?, fill(&self.lead, &value)?))
    }
}

/// A text with what stands between braces replaced; nothing where that is no placeholder or has no value.
fn fill(text: &str, value: impl Fn(Placeholder) -> Option<String>) -> Option<String> {
    let (mut filled, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        if before.contains('}') {
            return None;
        }
        filled.push_str(before);
        filled.push_str(&value(Placeholder::of(name)?)?);
        rest = after;
    }
    filled.push_str(rest);
    (!rest.contains('}')).then_some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(title: &str, lead: &str) -> Wording {
        let (title, lead) = (title.to_owned(), lead.to_owned());
        Wording { event: Event::RequestClosed, lang: Lang::It, title, lead }
    }

    #[test]
    fn values_stand_where_they_are_named() {
        let value = |one| Some(format!("<{}>", Placeholder::name(one)));
        let text = closed("Chiusa: {protocol}", "Dalla sede di {office}, fino al {day}.");
        assert_eq!(text.check(), []);
        assert!(text.names(Placeholder::Protocol) && text.names(Placeholder::Day));
        let (title, lead) = text.filled(value).unwrap();
        assert_eq!(title, "Chiusa: <protocol>");
        assert_eq!(lead, "Dalla sede di <office>, fino al <day>.");
        let no_day = |one| (one != Placeholder::Day).then(String::new);
        assert_eq!(text.filled(no_day), None, "the program's words hold");
    }

    #[test]
    fn what_cannot_be_said_is_refused_with_its_place() {
        for (title, reason) in [
            (" ", "empty"),
            ("a\tb", "characters"),
            ("{company}", "placeholder"),
            ("{office", "placeholder"),
            ("office}", "placeholder"),
            ("} {office}", "placeholder"),
            (&*"x".repeat(LONGEST_TITLE + 1), "too_long"),
        ] {
            assert_eq!(closed(title, "a").check(), [("title", reason)], "{title}");
        }
        assert_eq!(closed("a", "").check(), [("lead", "empty")]);
        let mut set: Messages = serde_json::from_str(SHIPPED).unwrap();
        assert_eq!((set.unsound(), &set), (None, &Messages::default()));
        set.put(Event::RequestClosed, Lang::It, Some(closed("a", "{x}")));
        let place = "RequestClosed it.lead".to_owned();
        assert_eq!(set.unsound(), Some((place, "placeholder")));
        set.put(Event::RequestClosed, Lang::It, Some(closed("a", "b")));
        assert_eq!((set.unsound(), set.messages.len()), (None, 1));
        set.messages.push(closed("c", "d"));
        assert_eq!(set.unsound(), Some(("RequestClosed it".to_owned(), "twice")));
        set.put(Event::RequestClosed, Lang::It, None);
        assert_eq!(set, Messages::default());
    }
}
