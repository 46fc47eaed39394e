//! For whom am I working: always in sight, one tap to change.

use crate::i18n::use_lang;
use crate::ui::icon::{Icon, IconName};
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`SubjectChip`].
#[derive(PartialEq, Properties)]
pub struct SubjectChipProps {
    /// The name of the company or person worked for.
    pub name: AttrValue,
    /// What tells it from others: the matricola, in mono.
    #[prop_or_default]
    pub code: Option<AttrValue>,
    /// What `code` is ("Matricola").
    #[prop_or_default]
    pub code_label: Option<AttrValue>,
    /// The office in charge.
    #[prop_or_default]
    pub place: Option<AttrValue>,
    /// Its icon.
    #[prop_or(IconName::Building)]
    pub icon: IconName,
    /// Opens the choice; without it there is only this one.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
}

/// The subject worked for, under the top bar.
#[component]
pub fn SubjectChip(props: &SubjectChipProps) -> Html {
    let words = texts(use_lang());
    let inside = html! {
        <>
            <Icon name={props.icon} />
            <span class="subject-words">
                <span class="sr-only">{ words.working_for }{ " " }</span>
                <span class="subject-name">{ &props.name }</span>
                if props.code.is_some() || props.place.is_some() {
                    <span class="subject-detail">{ detail(props) }</span>
                }
            </span>
        </>
    };
    match props.onclick.clone() {
        None => html! { <p class="subject">{ inside }</p> },
        Some(onclick) => html! {
            <button type="button" class="subject" {onclick} title={words.change_subject} aria-haspopup="dialog">
                { inside }
                <Icon name={IconName::ChevronDown} class="icon-20 subject-open" />
            </button>
        },
    }
}

fn detail(props: &SubjectChipProps) -> Html {
    html! {
        <>
            if let Some(code) = &props.code {
                if let Some(label) = &props.code_label {
                    { label }{ " " }
                }
                <span class="mono">{ code }</span>
            }
            if let Some(place) = &props.place {
                if props.code.is_some() {
                    { " · " }
                }
                { place }
            }
        </>
    }
}
