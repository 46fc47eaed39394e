//! One of more than ten: a combobox whose words narrow the list under it, whatever their case and accents.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::finder::{option_id, reveal};
use super::text::texts;
use crate::i18n::use_lang;
use crate::ui::form::help::{Labelled, described_by};
use crate::ui::form::value::typed;
use crate::ui::grid::{Haystack, Needle, fold};
use crate::ui::id::use_id;
use crate::ui::{Choice, Icon, IconName};

/// Props of [`Choose`].
#[derive(PartialEq, Properties)]
pub struct ChooseProps {
    /// What is asked.
    pub label: AttrValue,
    /// The answers.
    pub choices: Vec<Choice>,
    /// The value of the one chosen.
    pub value: AttrValue,
    /// Called with the value of another one.
    pub onchange: Callback<AttrValue>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// The list, as long as it is open.
#[derive(Clone, Default, PartialEq)]
struct Open {
    /// What was typed since; nothing finds all of them.
    typed: Option<String>,
    /// The place of the answer that Enter chooses; of the one that is chosen without.
    at: Option<usize>,
}

/// A field that says what is chosen, and the answers that fit what is typed there.
#[component]
pub fn Choose(props: &ChooseProps) -> Html {
    let words = texts(use_lang());
    let id = use_id("choose");
    let open = use_state_eq(|| None::<Open>);
    let written = open.as_ref().and_then(|open| open.typed.clone());
    let found = fitting(&props.choices, written.as_deref().unwrap_or_default());
    let is_chosen = |one: &Choice| one.value == props.value;
    let at = open.as_ref().and_then(|open| open.at).or_else(|| found.iter().position(is_chosen));
    let at = at.unwrap_or_default().min(found.len().saturating_sub(1));
    use_effect_with(open.as_ref().map(|_| option_id(&id, at)), |shown| {
        if let Some(option) = shown {
            reveal(option);
        }
    });
    let choose = {
        let (open, onchange) = (open.setter(), props.onchange.clone());
        Callback::from(move |value: AttrValue| {
            open.set(None);
            onchange.emit(value);
        })
    };
    let chosen = props.choices.iter().find(|one| is_chosen(one));
    let said = chosen.map(|one| one.label.clone()).unwrap_or_default();
    let value = written.clone().map_or(said, AttrValue::from);
    let onclick = pressing(&open);
    let oninput = {
        let open = open.setter();
        typed(&Callback::from(move |text| open.set(Some(Open { typed: Some(text), at: Some(0) }))))
    };
    let onkeydown = keys(&open, &found, at, choose.clone());
    let onblur = leaving(&open, &found, choose.clone());
    let list = [id.as_str(), "-list"].concat();
    let some = open.is_some() && !found.is_empty();
    let count = open.as_ref().map(|_| (words.count)(found.len())).unwrap_or_default();
    html! {
        <Labelled id={id.clone()} label={props.label.clone()} helper={None::<AttrValue>} error={props.error.clone()}
            success={None::<AttrValue>} optional={false}>
            <div class="control-row">
                <input id={id.clone()} type="text" class="control" role="combobox" autocomplete="off" spellcheck="false" {value}
                    aria-autocomplete="list" aria-expanded={some.to_string()} aria-controls={some.then(|| list.clone())}
                    aria-activedescendant={some.then(|| option_id(&id, at))} aria-describedby={described_by(&id)}
                    aria-invalid={props.error.is_some().then_some("true")}
                    onfocus={Callback::from(|event: FocusEvent| select(&event))} {onclick} {oninput} {onkeydown} {onblur} />
                <Icon name={IconName::ChevronDown} class="control-mark" />
                <p class={if open.is_some() && !some { "choose-list finder-none" } else { "sr-only" }} role="status">{ count }</p>
                if some {
                    // Pressing there leaves the focus in the field.
                    <div id={list} class="choose-list" role="listbox" aria-label={words.results}
                        onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}>
                        { for found.iter().enumerate().map(|(place, one)| option(one, &option_id(&id, place), place == at, &choose)) }
                    </div>
                }
            </div>
        </Labelled>
    }
}

/// The answers that have every word; those that begin with what is typed are first.
fn fitting(choices: &[Choice], text: &str) -> Vec<Choice> {
    let mut rows = Haystack::default();
    choices.iter().for_each(|one| rows.push([one.label.as_str()].into_iter()));
    let (has, start) = (rows.found(&Needle::new(text)), fold(text));
    let fits = choices.iter().enumerate().filter(|(row, _)| has.has(*row as u32));
    let found = fits.map(|(_, one)| one.clone());
    let (mut first, rest): (Vec<Choice>, Vec<Choice>) =
        found.partition(|one| fold(&one.label).starts_with(&start));
    first.extend(rest);
    first
}

/// Marks what is there, so that the first key takes its place.
fn select(event: &Event) {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        input.select();
    }
}

/// Opens a list that is closed, with all of them and nothing typed: wherever the press put the caret, the first key begins anew. In an open
/// one a press is for the words.
fn pressing(open: &UseStateHandle<Option<Open>>) -> Callback<MouseEvent> {
    let open = open.clone();
    Callback::from(move |_: MouseEvent| {
        if open.is_none() {
            open.set(Some(Open { typed: Some(String::new()), at: None }));
        }
    })
}

/// Whoever goes on has chosen the only one that fits what they typed, and otherwise nothing else than before.
fn leaving(
    open: &UseStateHandle<Option<Open>>,
    found: &[Choice],
    choose: Callback<AttrValue>,
) -> Callback<FocusEvent> {
    let is_typed = open.as_ref().is_some_and(|open| open.typed.is_some());
    let only = match found {
        [only] if is_typed => Some(only.value.clone()),
        _ => None,
    };
    let open = open.setter();
    Callback::from(move |_: FocusEvent| match only.clone() {
        Some(value) => choose.emit(value),
        None => open.set(None),
    })
}

fn keys(
    open: &UseStateHandle<Option<Open>>,
    found: &[Choice],
    at: usize,
    choose: Callback<AttrValue>,
) -> Callback<KeyboardEvent> {
    let values: Vec<AttrValue> = found.iter().map(|one| one.value.clone()).collect();
    let open = open.clone();
    Callback::from(move |event: KeyboardEvent| {
        let last = values.len().saturating_sub(1);
        let to = |at| {
            let typed = open.as_ref().and_then(|open| open.typed.clone());
            open.set(Some(Open { typed, at: Some(at) }));
        };
        match (event.key().as_str(), open.is_some()) {
            ("ArrowDown" | "ArrowUp", false) => open.set(Some(Open::default())),
            ("ArrowDown", true) => to(if at >= last { 0 } else { at + 1 }),
            ("ArrowUp", true) => to(if at == 0 { last } else { at - 1 }),
            ("Enter", true) => {
                if let Some(value) = values.get(at) {
                    choose.emit(value.clone());
                }
            }
            ("Escape", true) => {
                // It closes the list, and nothing around it.
                event.stop_propagation();
                open.set(None);
            }
            _ => return,
        }
        event.prevent_default();
    })
}

fn option(one: &Choice, id: &str, selected: bool, choose: &Callback<AttrValue>) -> Html {
    let onclick = choose.reform({
        let value = one.value.clone();
        move |_: MouseEvent| value.clone()
    });
    html! {
        <div key={one.value.as_str()} role="option" id={id.to_owned()} class="finder-option" aria-selected={selected.to_string()} {onclick}>
            { &one.label }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_found_whatever_the_case_and_the_accents_and_by_their_codes() {
        let labels = ["Como · 1300", "Forlì · 3100", "Modena · 5100", "Monza · 4902"];
        let choices = labels.map(|label| Choice { value: label.into(), label: label.into() });
        let found = |text: &str| -> Vec<String> {
            fitting(&choices, text).into_iter().map(|one| one.label.to_string()).collect()
        };
        assert_eq!(found(""), labels, "all of them, as they stand");
        assert_eq!(found("FORLI"), [labels[1]]);
        assert_eq!(found("mo"), [labels[2], labels[3], labels[0]], "what begins with it is first");
        assert_eq!(found("4902"), [labels[3]]);
        assert_eq!(found("monza 49"), [labels[3]]);
        assert_eq!(found(labels[3]), [labels[3]], "what stands in the field finds itself");
        assert!(found("xyz").is_empty());
    }
}
