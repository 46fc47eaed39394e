//! What a module becomes, shown with an invented request.

use shared::desk::{Content, Filled, Values};
use shared::format;
use shared::lang::Lang;
use shared::requests::words::{CONTESTABLE, LAW, NEXT};
use yew::prelude::*;

use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::{Card, KeyValue, KeyValues};
use crate::words;

/// Props of [`Preview`].
#[derive(PartialEq, Properties)]
pub(super) struct PreviewProps {
    pub content: Content,
    /// In which language.
    pub lang: Lang,
}

/// The answer that it would make today.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let today = events::now().day_in_rome();
    let contestable = props.content.days.map(|days| today.plus_days(i64::from(days)));
    let [company, protocol, matricola, office] = words.example.map(str::to_owned);
    let deadline = format::day(contestable.unwrap_or(today.plus_days(28)), props.lang);
    let values = Values { company, protocol, matricola, office, deadline };
    let Filled { decision, law, next, .. } = props.content.with(props.lang, &values, contestable);
    let parts = [(LAW.of(lang), law), (NEXT.of(lang), next)];
    let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
    let mut items: Vec<KeyValue> = parts.map(|(key, text)| KeyValue::text(key, text)).collect();
    items
        .extend(contestable.map(|day| KeyValue::text(CONTESTABLE.of(lang), words::day(day, lang))));
    let title = props.content.words(props.lang).title.clone();
    html! {
        <Card title={words.preview} subtitle={title}>
            <div lang={props.lang.code()} class="stack">
                <p class="prose">{ decision }</p>
                if !items.is_empty() { <KeyValues {items} /> }
            </div>
        </Card>
    }
}
