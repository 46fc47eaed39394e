//! Removing a record, with the reason that stays in its history.

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::sections::{REASON, Record, Remove};
use yew::prelude::*;

use super::reason::ReasonField;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::sections::archive::Archive;
use crate::sections::text::texts;
use crate::ui::{Button, ButtonKind, Dialog, Notice, Severity};

/// Props of [`Removal`].
#[derive(PartialEq, Properties)]
pub struct RemovalProps {
    /// Of which company.
    pub company: CompanyId,
    /// Of which archive.
    pub archive: Archive,
    /// The record.
    pub record: Rc<Record>,
    /// Whether it is asked about.
    pub open: bool,
    /// It stays.
    pub onclose: Callback<()>,
    /// It was removed.
    pub ondone: Callback<()>,
}

/// The question, with a field for the reason.
#[component]
pub fn Removal(props: &RemovalProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let reason = use_state_eq(String::new);
    let tried = use_state_eq(|| false);
    let action = use_action::<Remove>(props.ondone.reform(|_| ()));
    let enough = REASON.contains(&reason.trim().chars().count());
    let onclick = {
        let (run, tried, reason) = (action.run.clone(), tried.setter(), reason.clone());
        let (company, archive, record) = (props.company, props.archive, props.record.clone());
        Callback::from(move |_: MouseEvent| match enough {
            true => run.emit(Remove {
                company,
                section: archive.slug.to_owned(),
                key: record.row.key.clone(),
                version: record.version,
                reason: reason.trim().to_owned(),
            }),
            false => tried.set(true),
        })
    };
    let error = (*tried && !enough).then_some(AttrValue::Static(words.reason_missing));
    let actions = html! {
        <>
            <Button kind={ButtonKind::Danger} busy={action.busy} {onclick}>{ words.remove }</Button>
            <Button kind={ButtonKind::Ghost} onclick={props.onclose.reform(|_| ())}>{ words.cancel }</Button>
        </>
    };
    html! {
        <Dialog open={props.open} title={words.remove_title} onclose={props.onclose.clone()} {actions}>
            <div class="stack">
                <p>{ words.remove_text }</p>
                if let Some(error) = &action.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
                <ReasonField reason={reason.clone()} {error} />
            </div>
        </Dialog>
    }
}
