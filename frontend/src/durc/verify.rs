//! The page of a link: what the document says, for whoever was given it.

use shared::durc::{Verified, Verify as Request};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use super::words;
use crate::api::CallError;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::ui::{
    Card, Icon, IconName, KeyValue, KeyValues, Notice, Severity, Shape, Skeleton, Tone,
};
use crate::words::{day, moment};

/// Props of [`Verify`].
#[derive(PartialEq, Properties)]
pub struct VerifyProps {
    /// The secret of the link.
    pub secret: &'static str,
}

/// The page.
#[component]
pub fn Verify(props: &VerifyProps) -> Html {
    let lang = use_lang();
    let texts = texts(lang);
    let remote = use_remote(&Request { secret: props.secret.to_owned() });
    if remote.error.as_ref().is_some_and(CallError::is_not_found) {
        return html! {
            <Notice severity={Severity::Warning} title={texts.verify_none}><p>{ texts.verify_none_text }</p></Notice>
        };
    }
    let waiting = || html! { <Skeleton shape={Shape::Card} count={5} /> };
    remote.draw(lang, waiting, |found| full(found, lang))
}

fn full(found: &Verified, lang: Lang) -> Html {
    let texts = texts(lang);
    let (tone, icon, word) = match found.valid {
        true => (Tone::Green, IconName::CheckCircle, texts.verify_valid),
        false => (Tone::Red, IconName::XCircle, texts.verify_invalid),
    };
    let items = vec![
        KeyValue::text(texts.verify_company, found.name.clone()),
        KeyValue::mono(texts.verify_code, found.tax_code.clone()),
        KeyValue::text(texts.outcome, words::outcome(found.outcome, lang).1),
        KeyValue::mono(texts.protocol, found.protocol.clone()),
        KeyValue::mono(texts.issued, day(found.issued, lang)),
        KeyValue::mono(texts.expires, day(found.expires, lang)),
        KeyValue::mono(texts.verify_checked, moment(found.checked, lang)),
    ];
    html! {
        <>
            if found.simulated {
                <Notice severity={Severity::Info}><p>{ texts.verify_simulated }</p></Notice>
            }
            <Card title={texts.document}>
                <p class={classes!("durc-light", tone.class())}><Icon name={icon} /><strong>{ word }</strong></p>
                <KeyValues {items} />
                <p class="muted">{ texts.verify_what }</p>
            </Card>
        </>
    }
}
