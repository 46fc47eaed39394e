//! What people are told of an event, in the app, by mail and by text message: in the program's words, or in those of an administrator.

mod editor;
mod text;

use std::rc::Rc;

use shared::lang::Lang;
use shared::notifications::{Event, Messages as Set, said};
use shared::parameters::{Show, Subject, Text};
use yew::prelude::*;

use super::text::texts as common;
use crate::api;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, Link, List, ListItem, Notice, Severity, Shape, Skeleton, Tag, Tone};
use editor::Editor;
use text::texts;

/// The name of the view.
pub(super) fn title(lang: Lang) -> &'static str {
    texts(lang).title
}

/// The events, and the texts of one.
#[component]
pub(super) fn Messages() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (open, set_open) = use_query("avviso");
    let shown = use_remote(&Show { subject: Subject::Messages, number: None });
    let done = shown.reload.clone();
    let waiting = || html! { <Skeleton shape={Shape::Table} count={8} /> };
    let history = Route::Tool { tool: "parametri" }.href();
    let history = [history.as_str(), "?gruppo=", Subject::Messages.name()].concat();
    let content = shown.draw(lang, waiting, |text: &Rc<Text>| {
        let Ok(set) = api::decode::<Set>(&text.json) else {
            return html! { <Notice severity={Severity::Warning}><p>{ common(lang).unreadable }</p></Notice> };
        };
        let (set, number) = (Rc::new(set), text.number);
        let wanted = open.as_deref().and_then(|event| event.parse().ok());
        let beside = match wanted.and_then(Event::from_number) {
            Some(event) => {
                let key = format!("{}-{number}", event.number());
                html! { <Editor {key} set={set.clone()} {number} {event} done={done.clone()} /> }
            }
            None => html! { <p class="muted">{ words.choose_one }</p> },
        };
        html! {
            <div class="thread-columns">
                { listed(&set, &set_open, lang) }
                <div class="stack" id="avviso">{ beside }</div>
            </div>
        }
    });
    html! {
        <>
            <p class="muted">{ words.lead }{ " " }<Link href={history}>{ common(lang).history }</Link></p>
            { content }
        </>
    }
}

/// Every event with what is said of it.
fn listed(set: &Set, set_open: &Callback<Option<String>>, lang: Lang) -> Html {
    let words = texts(lang);
    let item = |event: Event| {
        let number = event.number();
        let own = set.of(event, lang);
        let description = own.map_or(said(event).lead.of(lang), |own| &own.lead).to_owned();
        let is_own = Lang::ALL.into_iter().any(|lang| set.of(event, lang).is_some());
        let trailing = match is_own {
            false => html! {},
            true => html! { <Tag tone={Tone::Blue} label={words.own} /> },
        };
        let onclick = set_open.reform(move |_: MouseEvent| Some(number.to_string()));
        html! { <ListItem key={number} title={said(event).title.of(lang)} {description} {trailing} {onclick} /> }
    };
    html! { <Card title={words.events}><List>{ for Event::ALL.into_iter().map(item) }</List></Card> }
}
