//! Asking for a check: a question first, for where it is not regular it starts the invitation.

use std::rc::Rc;

use shared::durc::{Ask as Request, Asked, Outcome, Regularity, Stage};
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use super::words;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Checkbox, Dialog, IconName, Notice, Severity, Toast, use_toasts,
};
use crate::words::day;

/// Props of [`Ask`].
#[derive(PartialEq, Properties)]
pub struct AskProps {
    /// Of which company.
    pub company: CompanyId,
    /// What is known of it.
    pub known: Rc<Regularity>,
    /// It was done.
    pub ondone: Callback<()>,
}

/// The button and its question.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let (lang, toasts) = (use_lang(), use_toasts());
    let texts = texts(lang);
    let open = use_state_eq(|| false);
    let mail = use_state_eq(|| false);
    let done = {
        let (open, ondone) = (open.setter(), props.ondone.clone());
        Callback::from(move |asked: Asked| {
            open.set(false);
            if let Some(toasts) = &toasts {
                toasts.show(Toast::new(severity(&asked), said(&asked, lang)));
            }
            ondone.emit(());
        })
    };
    let action = use_action::<Request>(done);
    let request = Request { company: props.company, mail: *mail };
    let run = action.run.reform(move |_: MouseEvent| request.clone());
    let (ask, close, tick) = (open.setter(), open.setter(), mail.setter());
    let outcome = props.known.check.outcome;
    let held = props.known.document.as_ref();
    let has_one = held.is_some_and(|held| held.stage != Stage::Expired);
    let word = if outcome == Outcome::Regular && !has_one { texts.ask_again } else { texts.ask };
    html! {
        <>
            <Button icon={IconName::Check} size={ButtonSize::Medium} onclick={Callback::from(move |_| ask.set(true))}>{ word }</Button>
            <Dialog open={*open} title={texts.ask_title} onclose={Callback::from(move |()| close.set(false))}
                actions={html! { <Button kind={ButtonKind::Primary} busy={action.busy} onclick={run}>{ word }</Button> }}>
                <div class="stack">
                    <p>{ texts.ask_text }</p>
                    if outcome == Outcome::ToInvite && !has_one {
                        <Notice severity={Severity::Warning}><p>{ texts.ask_invites }</p></Notice>
                    }
                    <Checkbox label={texts.ask_mail} checked={*mail} onchange={Callback::from(move |on| tick.set(on))} />
                    if let Some(error) = &action.error {
                        <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                    }
                </div>
            </Dialog>
        </>
    }
}

fn severity(asked: &Asked) -> Severity {
    if asked.document.is_some() { Severity::Success } else { Severity::Warning }
}

fn said(asked: &Asked, lang: Lang) -> String {
    let texts = texts(lang);
    match (&asked.document, asked.outcome, asked.cure_by) {
        (Some(held), ..) if asked.again => (texts.given_again)(&held.protocol),
        (Some(held), ..) => (texts.issued_now)(&held.protocol),
        (None, Outcome::BeingCured, Some(by)) => (texts.invited_now)(&day(by, lang)),
        (None, outcome, _) => (texts.nothing_new)(words::outcome(outcome, lang).1),
    }
}
