//! Sharing the document: until when, and the link with its QR code, shown this once.

use shared::calendar::Day;
use shared::durc::{Held, NewLink, Share as Request};
use shared::ids::CompanyId;
use yew::prelude::*;

use super::qr::Qr;
use crate::browser;
use crate::durc::text::texts;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::route::Route;
use crate::ui::{Button, ButtonKind, CopyField, Dialog, Field, FieldType, Notice, Severity};
use crate::words::day;

/// Props of [`Share`].
#[derive(PartialEq, Properties)]
pub struct ShareProps {
    /// Of which company.
    pub company: CompanyId,
    /// Its document.
    pub held: Held,
    /// Whether it is shown.
    pub open: bool,
    /// The person wants it closed.
    pub onclose: Callback<()>,
    /// A link was made.
    pub ondone: Callback<()>,
}

/// The dialog.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let (lang, company, expires) = (use_lang(), props.company, props.held.expires);
    let texts = texts(lang);
    let written = use_state_eq(|| AttrValue::from(expires.to_string()));
    let made = use_state_eq(|| None::<AttrValue>);
    let done = {
        let (made, ondone) = (made.setter(), props.ondone.clone());
        Callback::from(move |new: NewLink| {
            made.set(Some(browser::whole(&Route::verify_href(&new.secret))));
            ondone.emit(());
        })
    };
    let action = use_action::<Request>(done);
    let oninput = {
        let written = written.setter();
        Callback::from(move |text: String| written.set(text.into()))
    };
    let onclose = {
        let (made, close) = (made.setter(), props.onclose.clone());
        Callback::from(move |()| {
            made.set(None);
            close.emit(());
        })
    };
    let until = Day::parse(&written).filter(|until| *until <= expires);
    let run = action.run.reform(move |_: MouseEvent| Request { company, until });
    let help = (texts.share_until_help)(&day(expires, lang));
    let wrong = until.is_none().then(|| AttrValue::from(help.clone()));
    let make = html! {
        <Button kind={ButtonKind::Primary} busy={action.busy} disabled={until.is_none()} onclick={run}>{ texts.share_make }</Button>
    };
    html! {
        <Dialog open={props.open} title={texts.share_title} {onclose} actions={if made.is_none() { make } else { html! {} }}>
            <div class="stack">
                if let Some(address) = &*made {
                    <Notice severity={Severity::Warning} title={texts.share_once} live={true}>
                        <CopyField label={texts.share_address} value={address.clone()} copy={texts.copy} copied={texts.copied} />
                    </Notice>
                    <Qr text={address.clone()} label={texts.share_qr} />
                } else {
                    <p>{ texts.share_text }</p>
                    <Field r#type={FieldType::Date} label={texts.share_until} value={(*written).clone()} {oninput}
                        helper={help} error={wrong} />
                }
                if let Some(error) = &action.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
            </div>
        </Dialog>
    }
}
