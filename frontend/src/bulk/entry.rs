//! The way here from the grid: the clients selected there.

use std::rc::Rc;

use shared::bulk::{MOST_ROWS, Open, Opened};
use shared::ids::CompanyId;
use yew::prelude::*;

use super::{href, is_for};
use crate::bulk::text::entry_words;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::router::use_navigator;
use crate::session::use_viewer;
use crate::ui::{Button, ButtonKind, ButtonSize, IconName, Severity, Toast, use_toasts};

/// Props of [`WriteToMany`].
#[derive(PartialEq, Properties)]
pub struct WriteToManyProps {
    /// About which companies.
    pub companies: Rc<Vec<CompanyId>>,
}

/// The button; nothing for whoever does not write for many.
#[component]
pub fn WriteToMany(props: &WriteToManyProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let (navigator, toasts) = (use_navigator(), use_toasts());
    let (label, too_many) = entry_words(lang);
    let open = use_action::<Open>(Callback::from(move |opened: Opened| {
        if let Some(navigator) = &navigator {
            navigator.push(&href(opened.bulk));
        }
    }));
    let tell = Callback::from(move |said: AttrValue| {
        if let Some(toasts) = &toasts {
            toasts.show(Toast::new(Severity::Error, said));
        }
    });
    use_effect_with(open.error.clone(), {
        let tell = tell.clone();
        move |error| {
            if let Some(error) = error {
                tell.emit(explain(lang, error));
            }
        }
    });
    if !is_for(&viewer) {
        return html! {};
    }
    let onclick = {
        let (companies, run) = (props.companies.clone(), open.run.clone());
        Callback::from(move |_: MouseEvent| match companies.len() > MOST_ROWS {
            true => tell.emit(AttrValue::Static(too_many)),
            false => run.emit(Open { companies: companies.to_vec(), codes: Vec::new() }),
        })
    };
    html! {
        <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} icon={IconName::Message} busy={open.busy} {onclick}>{ label }</Button>
    }
}
