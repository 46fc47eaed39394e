//! One line of the register, and annulling it.

use shared::auth::Role;
use shared::ids::RequestId;
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::register::{Annul, Enclosed, Find, LONGEST_REASON, Line, ProtocolNumber};
use yew::prelude::*;

use super::lines::direction;
use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_remote};
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::{
    Button, ButtonKind, Field, FieldType, IconName, KeyValue, KeyValues, LinkButton, Notice,
    Severity, Shape, Sheet, Skeleton, Toast, use_toasts,
};
use crate::words;

/// Props of [`Entry`].
#[derive(PartialEq, Properties)]
pub(super) struct EntryProps {
    /// Which.
    pub number: ProtocolNumber,
    /// Of which office, where it is not one's own.
    pub office: Option<OfficeCode>,
    /// It was looked at.
    pub onclose: Callback<()>,
}

/// The line, over the page.
#[component]
pub(super) fn Entry(props: &EntryProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let text = props.number.to_string();
    let title: AttrValue = text.clone().into();
    let found = use_remote(&Find { office: props.office, text, limit: Some(1), ..Find::default() });
    let annulled = found.reload.clone();
    let waiting = || html! { <Skeleton shape={Shape::Lines} count={6} /> };
    let is_staff = viewer.role.is_staff();
    let content = found.draw(lang, waiting, |page| match page.items.first() {
        Some(line) => html! {
            <div class="stack">
                <KeyValues items={items(line, lang)} />
                if let (true, Ok(request)) = (is_staff, line.about.parse::<RequestId>()) {
                    <LinkButton kind={ButtonKind::Tertiary} icon={IconName::Message} href={Route::Queued { request }.href()}>{ words.open_request }</LinkButton>
                }
                if viewer.role == Role::Manager && line.annulled.is_none() {
                    <Annulling number={line.number} done={annulled} />
                }
            </div>
        },
        None => html! { <p>{ words.no_match }</p> },
    });
    html! {
        <Sheet open={true} {title} onclose={props.onclose.clone()}>{ content }</Sheet>
    }
}

/// The files with their digests, by which one that is at hand can be recognised.
fn files(line: &Line) -> Html {
    let one = |file: &Enclosed| {
        html! { <li>{ &file.name }<div class="mono small">{ &file.sha256 }</div></li> }
    };
    match line.files.is_empty() {
        true => html! { line.attachments.to_string() },
        false => html! { <ul role="list">{ for line.files.iter().map(one) }</ul> },
    }
}

fn items(line: &Line, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let mut items = vec![
        KeyValue::text(words.direction, direction(line.number.direction, lang)),
        KeyValue::text(words.at, words::moment(line.at, lang)),
        KeyValue::text(words.party, line.party.clone()),
        KeyValue::text(words.subject, line.subject.clone()),
        KeyValue::html(words.files, files(line)),
        KeyValue::mono(words.digest, line.digest.clone()),
    ];
    if let Some(by_hand) = &line.emergency {
        let when = words::moment(by_hand.at, lang);
        let said = format!("{}, {when}: {}", by_hand.number, by_hand.cause);
        items.push(KeyValue::text(words.emergency, said));
    }
    if let Some(annulled) = &line.annulled {
        let by = annulled.by.as_deref().unwrap_or_default();
        let when = words::moment(annulled.at, lang);
        let who = [when.as_str(), by].into_iter().filter(|part| !part.is_empty());
        items.push(KeyValue::text(words.annulled, who.collect::<Vec<_>>().join(", ")));
        items.push(KeyValue::text(words.reason, annulled.reason.clone()));
    }
    items
}

#[derive(PartialEq, Properties)]
struct AnnullingProps {
    number: ProtocolNumber,
    done: Callback<()>,
}

/// The reason, and the button: what is annulled stays readable, and cannot be taken back.
#[component]
fn Annulling(props: &AnnullingProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let toasts = use_toasts();
    let (reason, tried) = (use_state_eq(String::new), use_state_eq(|| false));
    let done = props.done.clone();
    let annul = use_action::<Annul>(Callback::from(move |_: Line| {
        if let Some(toasts) = &toasts {
            toasts.show(Toast::new(Severity::Success, words.done));
        }
        done.emit(());
    }));
    let is_empty = reason.trim().is_empty();
    let onclick = {
        let (run, tried) = (annul.run.clone(), tried.setter());
        let (number, reason) = (props.number, (*reason).clone());
        Callback::from(move |_: MouseEvent| match is_empty {
            true => tried.set(true),
            false => run.emit(Annul { number, reason: reason.clone() }),
        })
    };
    let oninput = {
        let reason = reason.setter();
        Callback::from(move |text: String| reason.set(text))
    };
    let error = (*tried && is_empty).then_some(AttrValue::Static(words.required));
    html! {
        <div class="stack">
            <Field r#type={FieldType::Area} label={words.why} helper={words.why_help} {error} value={(*reason).clone()} {oninput}
                maxlength={LONGEST_REASON as u32} />
            if let Some(error) = &annul.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            <div class="row"><Button kind={ButtonKind::Danger} busy={annul.busy} {onclick}>{ words.annul }</Button></div>
        </div>
    }
}
