//! What is typed into a calculator: kept in the address, so that it can be sent and opened again, and read as values or as what is wrong.

use std::rc::Rc;

use shared::calendar::{Day, Month};
use shared::money::Euro;
use yew::prelude::*;

use super::text::{Texts, nth};
use crate::events;
use crate::query::{query_value, write_query};
use crate::ui::{Checkbox, Choice, Field, FieldType, Select};

/// Milliseconds without a change after which the address follows.
const SETTLE_MS: i32 = 300;
/// How the address says yes.
const YES: &str = "si";

/// The texts of all fields, by their names in the address.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed(Vec<(&'static str, String)>);

impl Reducible for Typed {
    type Action = (&'static str, String);

    fn reduce(self: Rc<Self>, (name, text): Self::Action) -> Rc<Self> {
        let mut all = self.0.clone();
        match all.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = text,
            None => all.push((name, text)),
        }
        Rc::new(Self(all))
    }
}

/// A form under way. Cheap to clone.
#[derive(Clone, PartialEq)]
pub struct Form {
    typed: UseReducerHandle<Typed>,
    words: &'static Texts,
}

/// Why a field has no value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wrong {
    /// Nothing is typed.
    Empty,
    /// What is typed is none, for this reason.
    Text(&'static str),
}

/// The value of a field.
pub type Read<T> = Result<T, Wrong>;

/// The form of these fields, filled in from the address.
#[hook]
pub fn use_form(names: &'static [&'static str], words: &'static Texts) -> Form {
    let typed = use_reducer(|| {
        let known = names.iter().filter_map(|name| Some((*name, query_value(name)?)));
        Typed(known.collect())
    });
    let waiting = use_mut_ref(|| None);
    use_effect_with(typed.0.clone(), move |typed| {
        let typed = typed.clone();
        *waiting.borrow_mut() = events::after(SETTLE_MS, move || {
            for (name, text) in typed {
                let text = Some(text).filter(|text| !text.is_empty());
                if query_value(name) != text {
                    write_query(name, text.as_deref());
                }
            }
        });
    });
    Form { typed, words }
}

impl Form {
    /// The words of the calculators.
    pub fn words(&self) -> &'static Texts {
        self.words
    }

    /// What is typed into a field; nothing where it was never touched.
    pub fn typed(&self, name: &str) -> Option<&str> {
        self.typed.0.iter().find(|(known, _)| *known == name).map(|(_, text)| text.as_str())
    }

    /// The same, without the spaces around it.
    pub fn text(&self, name: &str) -> &str {
        self.typed(name).unwrap_or_default().trim()
    }

    /// Whether a box is ticked.
    pub fn is(&self, name: &str) -> bool {
        self.text(name) == YES
    }

    /// Types into a field.
    pub fn set(&self, name: &'static str) -> Callback<String> {
        let typed = self.typed.dispatcher();
        Callback::from(move |text: String| typed.dispatch((name, text)))
    }

    /// Which of the choices is chosen, by its place among their values; the first where none is.
    pub fn chosen(&self, name: &str, values: &[&str]) -> usize {
        let text = self.text(name);
        values.iter().position(|value| *value == text).unwrap_or_default()
    }

    fn read<T>(&self, name: &str, read: impl FnOnce(&str) -> Result<T, &'static str>) -> Read<T> {
        match self.text(name) {
            "" => Err(Wrong::Empty),
            text => read(text).map_err(Wrong::Text),
        }
    }

    /// An amount, not below zero.
    pub fn euro(&self, name: &str) -> Read<Euro> {
        self.read(name, |text| match Euro::parse(text) {
            Ok(amount) if amount.is_negative() => Err(self.words.negative),
            Ok(amount) => Ok(amount),
            Err(error) => Err(nth(&self.words.amounts, error as usize)),
        })
    }

    /// A day.
    pub fn day(&self, name: &str) -> Read<Day> {
        self.read(name, |text| Day::parse(text).ok_or(self.words.day_wrong))
    }

    /// A month.
    pub fn month(&self, name: &str) -> Read<Month> {
        let month = |text: &str| Month::parse(text).or_else(|| Month::parse_mm_yyyy(text));
        self.read(name, |text| month(text).ok_or(self.words.month_wrong))
    }

    /// A whole number up to a greatest one.
    pub fn number(&self, name: &str, most: u32) -> Read<u32> {
        let number = |text: &str| text.parse().ok().filter(|number| *number <= most);
        self.read(name, |text| number(text).ok_or(self.words.number_wrong))
    }

    /// Something that has a reader and one sentence for what is wrong with it.
    pub fn code<T, E>(
        &self,
        name: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
        wrong: &'static str,
    ) -> Read<T> {
        self.read(name, |text| parse(text).map_err(|_| wrong))
    }

    /// A field. What is wrong stands under it; what is merely missing is said beside the result.
    pub fn field<T>(
        &self,
        name: &'static str,
        label: &'static str,
        kind: FieldType,
        read: &Read<T>,
        optional: bool,
    ) -> Html {
        let error = match read {
            Err(Wrong::Text(text)) => Some(AttrValue::Static(text)),
            Ok(_) | Err(Wrong::Empty) => None,
        };
        self.said(name, label, kind, error, optional, None)
    }

    /// A field with a word of help, and an error that somebody else found.
    pub fn said(
        &self,
        name: &'static str,
        label: &'static str,
        kind: FieldType,
        error: Option<AttrValue>,
        optional: bool,
        helper: Option<&'static str>,
    ) -> Html {
        let value = self.typed(name).unwrap_or_default().to_owned();
        html! {
            <Field key={name} id={["campo-", name].concat()} {label} r#type={kind} {value} oninput={self.set(name)} {error} {optional}
                helper={helper.map(AttrValue::Static)} autocomplete="off" />
        }
    }

    /// A choice; the first is that of who chooses nothing.
    pub fn choice(
        &self,
        name: &'static str,
        label: &'static str,
        values: &[&'static str],
        labels: &[&'static str],
    ) -> Html {
        let value = values.get(self.chosen(name, values)).copied().unwrap_or_default();
        let choice = |(value, label): (&&'static str, &&'static str)| Choice {
            value: AttrValue::Static(value),
            label: AttrValue::Static(label),
        };
        let choices: Vec<Choice> = values.iter().zip(labels).map(choice).collect();
        let onchange = self.set(name).reform(|value: AttrValue| value.to_string());
        html! { <Select key={name} id={["campo-", name].concat()} {label} {choices} {value} {onchange} /> }
    }

    /// A box to tick.
    pub fn check(&self, name: &'static str, label: &'static str) -> Html {
        let onchange =
            self.set(name).reform(|on: bool| if on { YES.to_owned() } else { String::new() });
        html! { <Checkbox key={name} {label} checked={self.is(name)} {onchange} /> }
    }
}

/// A value that may be left out: what is typed wrongly is still wrong.
pub fn optional<T>(read: Read<T>) -> Read<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(Wrong::Empty) => Ok(None),
        Err(wrong) => Err(wrong),
    }
}
