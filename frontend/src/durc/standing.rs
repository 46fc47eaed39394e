//! How it stands: the light, in words and with its icon, and the document.

use shared::durc::{Held, Outcome, Regularity, Stage};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use super::words;
use crate::ui::{Card, EmptyState, Icon, IconName, KeyValue, KeyValues, Stat, Tag, Tone};
use crate::words::{day, matricola};

/// The light of today, and under it what can be done.
pub(super) fn light(known: &Regularity, act: Html, lang: Lang) -> Html {
    let (texts, check) = (texts(lang), &known.check);
    let (tone, word, plain) = words::outcome(check.outcome, lang);
    let icon = words::icon(check.outcome.light());
    let cure_by = check.cure_by.filter(|_| check.outcome != Outcome::Regular);
    let blocked = check
        .blocked_until
        .filter(|until| check.outcome == Outcome::Irregular && *until >= check.day);
    html! {
        <Card title={texts.now}>
            <p class={classes!("durc-light", tone.class())}>
                <Icon name={icon} /><strong>{ word }</strong>
            </p>
            <p>{ plain }</p>
            if let Some(by) = cure_by {
                <p><strong>{ (texts.cure_left)(by.days_since(check.day), &day(by, lang)) }</strong></p>
            }
            if let Some(until) = blocked {
                <p>{ (texts.blocked_until)(&day(until, lang)) }</p>
            }
            <p class="muted">{ (texts.looked_at)(&day(check.cut_off, lang)) }</p>
            { act }
        </Card>
    }
}

/// The stage of a document: its colour and its word.
pub(super) fn stage(held: &Held, lang: Lang) -> (Tone, &'static str) {
    let texts = texts(lang);
    match held.stage {
        Stage::NotYet | Stage::Valid => (Tone::Green, texts.valid),
        Stage::EarlyWarning | Stage::LateWarning => (Tone::Orange, texts.expires_soon),
        Stage::Expired => (Tone::Red, texts.expired),
    }
}

/// The document issued last.
pub(super) fn document(known: &Regularity, lang: Lang) -> Html {
    let texts = texts(lang);
    let Some(held) = &known.document else {
        return html! {
            <Card title={texts.document}>
                <EmptyState title={texts.no_document} text={texts.no_document_text} icon={IconName::Document} />
            </Card>
        };
    };
    let (tone, label) = stage(held, lang);
    let items = vec![
        KeyValue::mono(texts.protocol, matricola(&held.protocol)),
        KeyValue::mono(texts.issued, day(held.issued, lang)),
        KeyValue::mono(texts.expires, day(held.expires, lang)),
    ];
    html! {
        <Card title={texts.document} aside={html! { <Tag {tone} {label} /> }}>
            if held.stage != Stage::Expired {
                <Stat value={held.days_left.to_string()} label={(texts.days_left)(held.days_left)} />
            }
            <KeyValues {items} />
        </Card>
    }
}
