//! What a receipt is worth, and whether a file came with it. The file itself stays on the device: only its digest is asked about.

use shared::attachments::LIMITS;
use shared::lang::Lang;
use shared::register::{ProtocolNumber, Verified, Verify as Request};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::text::texts;
use crate::api::CallError;
use crate::attachments::sha256;
use crate::i18n::use_lang;
use crate::remote::{Remote, use_remote};
use crate::ui::{
    Card, FileDrop, Icon, IconName, KeyValue, KeyValues, Notice, Severity, Shape, Skeleton, Tone,
};
use crate::words::moment;

/// Props of [`Found`].
#[derive(PartialEq, Properties)]
pub(super) struct FoundProps {
    pub number: ProtocolNumber,
    /// The code, or the whole digest.
    pub code: String,
}

/// A file that is compared.
#[derive(Clone, Debug, PartialEq)]
enum Compared {
    /// Its digest, by its name.
    Digest(AttrValue, String),
    /// It is larger than any that can be sent.
    TooLarge(AttrValue),
    /// This browser reckons no digest here.
    Unable,
}

/// What the register says.
#[component]
pub(super) fn Found(props: &FoundProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let request =
        |file: Option<String>| Request { number: props.number, digest: props.code.clone(), file };
    let remote = use_remote(&request(None));
    let compared = use_state_eq(|| None::<Compared>);
    if remote.error.as_ref().is_some_and(CallError::is_not_found) {
        return html! {
            <Notice severity={Severity::Error} title={words.unknown} live={true}><p>{ words.unknown_text }</p></Notice>
        };
    }
    let onfiles = choose(compared.setter());
    remote.draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={5} /> },
        |found| {
            html! {
                <>
                    { said(props.number, found, lang) }
                    if found.attachments > 0 {
                        <Card title={words.compare}>
                            <div class="stack">
                                <FileDrop label={words.choose} helper={(words.choose_help)(found.attachments)} onfiles={onfiles.clone()} />
                                { answer(compared.as_ref(), &request, lang) }
                            </div>
                        </Card>
                    }
                </>
            }
        },
    )
}

/// Reckons the digest of the file that was chosen.
fn choose(compared: UseStateSetter<Option<Compared>>) -> Callback<Vec<File>> {
    Callback::from(move |files: Vec<File>| {
        let (Some(file), compared) = (files.into_iter().next(), compared.clone()) else { return };
        let name = AttrValue::from(file.name());
        // So that a huge one is not read for nothing.
        if file.size() > LIMITS.bytes as f64 {
            return compared.set(Some(Compared::TooLarge(name)));
        }
        spawn_local(async move {
            let digest = sha256(&file).await;
            compared.set(Some(
                digest.map_or(Compared::Unable, |digest| Compared::Digest(name, digest)),
            ));
        });
    })
}

fn said(number: ProtocolNumber, found: &Verified, lang: Lang) -> Html {
    let words = texts(lang);
    let (tone, icon, word, why) = match found.annulled {
        false => (Tone::Green, IconName::CheckCircle, words.authentic, words.authentic_text),
        true => (Tone::Orange, IconName::AlertCircle, words.annulled, words.annulled_text),
    };
    let items = vec![
        KeyValue::mono(words.number, number.to_string()),
        KeyValue::text(words.registered, moment(found.at, lang)),
        KeyValue::text(words.office, found.office_name.clone()),
        KeyValue::text(words.documents, found.attachments.to_string()),
        KeyValue::mono(words.digest, found.digest.clone()),
    ];
    html! {
        <>
            if found.simulated {
                <Notice severity={Severity::Info}><p>{ words.simulated }</p></Notice>
            }
            <Card title={words.result}>
                <div class="stack" role="status">
                    <p class={classes!("durc-light", tone.class())}><Icon name={icon} /><strong>{ word }</strong></p>
                    <p>{ why }</p>
                    <KeyValues {items} />
                </div>
            </Card>
        </>
    }
}

/// What is known of the file.
fn answer(
    compared: Option<&Compared>,
    request: &dyn Fn(Option<String>) -> Request,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    match compared {
        None => html! {},
        Some(Compared::Unable) => html! {
            <Notice severity={Severity::Warning} live={true}><p>{ words.unable }</p></Notice>
        },
        Some(Compared::TooLarge(name)) => different(name, lang),
        Some(Compared::Digest(name, digest)) => html! {
            <Answer key={digest.clone()} name={name.clone()} request={request(Some(digest.clone()))} />
        },
    }
}

fn different(name: &str, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <Notice severity={Severity::Error} title={(words.different)(name)} live={true}><p>{ words.different_text }</p></Notice>
    }
}

#[derive(PartialEq, Properties)]
struct AnswerProps {
    name: AttrValue,
    request: Request,
}

/// Asks whether the file is one of those.
#[component]
fn Answer(props: &AnswerProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let remote: Remote<Verified> = use_remote(&props.request);
    remote.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={2} /> },
        |found| match found.file {
            Some(true) => html! {
                <Notice severity={Severity::Success} title={(words.same)(&props.name)} live={true}><p>{ words.same_text }</p></Notice>
            },
            _ => different(&props.name, lang),
        },
    )
}
