//! What was written without a network and is on this device only: it becomes a draft by itself as soon as there is one.

use shared::lang::Lang;
use shared::requests::{SaveDraft, SavedDraft};
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_pauses};
use crate::requests::new::device::{NAME, Unsaved, all, forget};
use crate::requests::text::texts;
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Confirm, IconName, List, ListItem, Notice, Severity,
};
use crate::words;

/// Props of [`OnDevice`].
#[derive(PartialEq, Properties)]
pub(super) struct OnDeviceProps {
    /// One became a draft.
    pub ondone: Callback<()>,
}

/// They; nothing where there are none.
#[component]
pub(super) fn OnDevice(props: &OnDeviceProps) -> Html {
    let (lang, person) = (use_lang(), use_viewer().person);
    let words = texts(lang).new_text;
    let kept = use_state(|| all::<Unsaved>(person));
    let asked = use_state_eq(|| None::<i64>);
    let drop_one = {
        let kept = kept.setter();
        Callback::from(move |number: i64| {
            forget::<Unsaved>(person, &number);
            kept.set(all(person));
        })
    };
    let first = kept.first().cloned();
    let save = use_action::<SaveDraft>({
        let (first, ondone, gone) = (first.clone(), props.ondone.clone(), drop_one.clone());
        Callback::from(move |_: SavedDraft| {
            first.iter().for_each(|one| gone.emit(one.number));
            ondone.emit(());
        })
    });
    use_pauses(&save, first.clone(), first.is_some(), |first: Option<Unsaved>| {
        first.map(|one| one.save()).unwrap_or_default()
    });
    let ask = {
        let asked = asked.setter();
        Callback::from(move |number: Option<i64>| asked.set(number))
    };
    let yes = {
        let (number, ask) = (*asked, ask.clone());
        Callback::from(move |()| {
            number.into_iter().for_each(|number| drop_one.emit(number));
            ask.emit(None);
        })
    };
    if kept.is_empty() {
        return html! {};
    }
    html! {
        <Card title={words.device} subtitle={words.device_text}>
            if let Some(error) = &save.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            <List>{ for kept.iter().map(|one| item(one, &ask, lang)) }</List>
            <Confirm open={asked.is_some()} title={words.discard_title} yes={words.discard} no={words.keep} onyes={yes}
                onno={ask.reform(|()| None)}>
                <p>{ words.discard_text }</p>
            </Confirm>
        </Card>
    }
}

/// One: the way to go on with it, and to throw it away once that was asked.
fn item(one: &Unsaved, ask: &Callback<Option<i64>>, lang: Lang) -> Html {
    let (number, title) = (one.number, super::titled(&one.content.subject, lang));
    let (description, about) = (words::moment(one.at, lang), title.clone());
    let query = ["?", NAME, "=", &number.to_string()].concat();
    let href = [Route::NewRequest.href().as_str(), &query, "&passo=2"].concat();
    let onclick = ask.reform(move |_: MouseEvent| Some(number));
    html! {
        <ListItem key={number.to_string()} {title} {description} icon={IconName::Document} {href} trailing={html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} {about}>{ texts(lang).new_text.discard }</Button>
        }} />
    }
}
