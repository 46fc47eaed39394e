//! What is said of offices to everybody: of how few requests nothing is shown, and of how many months figures are.

use shared::lang::Lang;
use shared::requests::{Publication, RequestParameters};
use yew::prelude::*;

use super::form::{Scope, foot, from_and_why, number};
use super::text::texts;
use super::{Kept, use_save};
use crate::i18n::use_lang;
use crate::ui::{Card, KeyValue, KeyValues};

/// Props of [`Published`].
#[derive(PartialEq, Properties)]
pub(super) struct PublishedProps {
    /// What holds.
    pub kept: Kept,
}

/// What holds, and the form of something else.
#[component]
pub(super) fn Published(props: &PublishedProps) -> Html {
    let lang = use_lang();
    let (words, kept) = (texts(lang), &props.kept);
    let save = use_save(kept);
    let scope = use_state_eq(Scope::default);
    let now = kept.set.publication.steps().last().map(|step| step.value);
    let typed = use_state_eq(|| now.map(as_typed).unwrap_or_default());
    let said = read(&typed);
    let onclick = {
        let (scope, run, set) = (scope.clone(), save.run.clone(), kept.set.clone());
        Callback::from(move |_: MouseEvent| {
            match said.and_then(|value| scope.step(&set.publication, value)) {
                Some(publication) => {
                    let next = RequestParameters { publication, ..RequestParameters::clone(&set) };
                    run.emit((next, scope.source.trim().to_owned()));
                }
                None => scope.set(Scope { tried: true, ..(*scope).clone() }),
            }
        })
    };
    let line = |at: usize| number(&typed, at, &words.published, false);
    let is_wrong = scope.tried && said.is_none();
    html! {
        <>
            if let Some(now) = now { <Card title={words.publication_now}><KeyValues items={items(now, lang)} /></Card> }
            <Card title={words.publication_new} subtitle={words.publication_help}>
                <div class="stack">
                    { for (0..2).map(line) }
                    if is_wrong { <p class="field-error" role="alert">{ words.publication_wrong }</p> }
                    { from_and_why(&scope, lang) }
                    { foot(&save, onclick, lang) }
                </div>
            </Card>
        </>
    }
}

fn as_typed(now: Publication) -> [String; 2] {
    [now.fewest.to_string(), now.months.to_string()]
}

/// What is typed, where it can be.
fn read([fewest, months]: &[String; 2]) -> Option<Publication> {
    let value =
        Publication { fewest: fewest.trim().parse().ok()?, months: months.trim().parse().ok()? };
    value.is_sound().then_some(value)
}

fn items(now: Publication, lang: Lang) -> Vec<KeyValue> {
    let said = as_typed(now).into_iter().zip(texts(lang).published);
    said.map(|(number, label)| KeyValue::mono(label, number)).collect()
}
