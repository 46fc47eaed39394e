//! An address of the person: set, proven by the code that was sent there, taken out of use.

use shared::lang::Lang;
use shared::notifications::{Channel, Confirm, Contact, Remove, SetContact};
use yew::prelude::*;

use super::text::texts;
use super::words::channel;
use crate::api::CallError;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Field, FieldType, Notice, Severity, Toast, use_toasts,
};

/// Props of [`Address`].
#[derive(PartialEq, Properties)]
pub struct AddressProps {
    /// The address as it is.
    pub contact: Contact,
    /// It is another one now.
    pub onchanged: Callback<()>,
}

/// The address of one channel.
#[component]
pub fn Address(props: &AddressProps) -> Html {
    let (lang, toasts) = (use_lang(), use_toasts());
    let words = texts(lang);
    let Contact { channel: of, value, pending } = props.contact.clone();
    let (typed, code) = (use_state_eq(AttrValue::default), use_state_eq(AttrValue::default));
    let done = |said: &'static str| {
        let (typed, code) = (typed.setter(), code.setter());
        let (toasts, changed) = (toasts.clone(), props.onchanged.clone());
        Callback::from(move |_: Contact| {
            typed.set(AttrValue::default());
            code.set(AttrValue::default());
            if let Some(toasts) = &toasts {
                toasts.show(Toast::new(Severity::Success, said));
            }
            changed.emit(());
        })
    };
    let set = use_action::<SetContact>(done(words.code_sent));
    let confirm = use_action::<Confirm>(done(words.confirmed));
    let remove = use_action::<Remove>(done(words.removed));
    let oninput = |state: UseStateSetter<AttrValue>| {
        Callback::from(move |text: String| state.set(text.into()))
    };
    let send = |value: String| {
        set.run.reform(move |_: MouseEvent| SetContact { channel: of, value: value.clone() })
    };
    let (ask, again) = (send(typed.to_string()), pending.clone().map(send));
    let prove = {
        let code = code.to_string();
        confirm.run.reform(move |_: MouseEvent| Confirm { channel: of, code: code.clone() })
    };
    let drop = remove.run.reform(move |_: MouseEvent| Remove { channel: of });
    let (kind, helper) = written(of, lang);
    let proof = pending.map(|waits| {
        html! {
            <>
                <Notice severity={Severity::Info}><p>{ (words.code_waits)(&waits) }</p></Notice>
                <Field label={words.code} value={(*code).clone()} oninput={oninput(code.setter())} r#type={FieldType::Digits}
                    autocomplete="one-time-code" mono={true} maxlength={6} error={wrong(confirm.error.as_ref(), lang)} />
                <div class="row">
                    <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} busy={confirm.busy} onclick={prove}>{ words.confirm }</Button>
                    <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} busy={set.busy} onclick={again.unwrap_or_default()}>{ words.code_again }</Button>
                </div>
            </>
        }
    });
    html! {
        <section class="stack" aria-label={channel(of, lang)}>
            { head(of, value, (remove.busy, drop), lang) }
            { proof }
            <Field label={(words.new_address)(channel(of, lang))} value={(*typed).clone()} oninput={oninput(typed.setter())} r#type={kind}
                {helper} among={true} optional={true} error={wrong(set.error.as_ref(), lang)} />
            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} busy={set.busy} onclick={ask}>{ words.send_code }</Button>
            if let Some(error) = &remove.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
        </section>
    }
}

/// How an address of the channel is written.
fn written(of: Channel, lang: Lang) -> (FieldType, &'static str) {
    let words = texts(lang);
    match of {
        Channel::Sms => (FieldType::Text, words.mobile_help),
        Channel::Email | Channel::Pec => (FieldType::Email, words.address_help),
    }
}

/// The address in use, and the way to take it out of use.
fn head(
    of: Channel,
    value: Option<String>,
    (busy, drop): (bool, Callback<MouseEvent>),
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let is_used = value.is_some();
    html! {
        <div class="row spread">
            <h3>{ channel(of, lang) }</h3>
            <span class="strong">{ value.unwrap_or_else(|| words.no_value.to_owned()) }</span>
            if is_used {
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {busy} onclick={drop} about={channel(of, lang)}>{ words.remove }</Button>
            }
        </div>
    }
}

/// What was wrong with what was typed.
fn wrong(error: Option<&CallError>, lang: Lang) -> Option<AttrValue> {
    let error = error?;
    let words = texts(lang);
    let reason = match error {
        CallError::Problem(problem) => problem.errors.first().map(|fault| fault.reason.as_str()),
        _ => None,
    };
    Some(AttrValue::Static(match reason {
        Some("not_an_address") => words.not_an_address,
        Some("not_a_mobile") => words.not_a_mobile,
        Some("wrong") => words.code_wrong,
        Some("expired" | "used_up") => words.code_over,
        _ => return Some(explain(lang, error)),
    }))
}
