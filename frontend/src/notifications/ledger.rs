//! What became of a notification on its way out, channel by channel, in words.

use shared::lang::Lang;
use shared::notifications::{Show, Shown, Step, Trail};
use yew::prelude::*;

use super::text::texts;
use super::words::{channel, step};
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::ui::{Dialog, Shape, Skeleton};
use crate::words;

/// Props of [`Ledger`].
#[derive(PartialEq, Properties)]
pub struct LedgerProps {
    /// Which notification.
    pub number: u64,
    /// The person has seen it.
    pub onclose: Callback<()>,
}

/// A dialog with it.
#[component]
pub fn Ledger(props: &LedgerProps) -> Html {
    let lang = use_lang();
    let shown = use_remote(&Show { number: props.number, lang: Some(lang) });
    let content = shown.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={4} /> },
        |shown| full(shown, lang),
    );
    html! {
        <Dialog open={true} title={texts(lang).ways} onclose={props.onclose.clone()}>
            <div class="stack">{ content }</div>
        </Dialog>
    }
}

fn full(shown: &Shown, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <>
            <p class="strong">{ &shown.row.title }</p>
            <p>{ (words.in_app)(&words::moment(shown.row.at, lang)) }</p>
            { for shown.trails.iter().map(|one| trail(one, lang)) }
            if shown.trails.is_empty() {
                <p class="muted">{ words.nowhere_else }</p>
            }
        </>
    }
}

fn trail(trail: &Trail, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <section>
            <h3>{ channel(trail.channel, lang) }</h3>
            if trail.together > 1 {
                <p class="muted">{ (words.together)(u64::from(trail.together)) }</p>
            }
            <ol role="list">
                { for trail.steps.iter().map(|told| html! {
                    <li><span class="muted small">{ words::moment(told.at, lang) }</span>{ " " }{ step(told.step, lang) }</li>
                }) }
            </ol>
            if trail.steps.iter().any(|told| matches!(told.step, Step::Receipted(_))) {
                <p class="muted small">{ words.unsigned }</p>
            }
        </section>
    }
}
