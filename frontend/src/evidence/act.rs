//! What one does about evidence, one piece or many: marking as seen, taking in hand, archiving, reopening.

use std::rc::Rc;

use shared::auth::{Resource, Verb};
use shared::evidence::{Act, Acted, Action, LONGEST_NOTE, Link, Named, Which};
use shared::ids::CompanyId;
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_cache};
use crate::session::{can, use_viewer};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Dialog, Field, FieldType, IconName, Notice, Severity, Toast,
    use_toasts,
};

/// About which pieces.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    /// These.
    Named(Rc<Vec<Named>>),
    /// All that a filter admits, of a company or of all.
    Which(Rc<Which>, Option<CompanyId>),
}

impl Target {
    fn request(&self, action: Action) -> Act {
        match self {
            Target::Named(items) => {
                Act { action, items: items.to_vec(), which: None, company: None }
            }
            Target::Which(which, company) => {
                Act { action, items: Vec::new(), which: Some((**which).clone()), company: *company }
            }
        }
    }
}

/// What can be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// For a selection: everything.
    Many,
    /// For a piece that is open.
    Open,
    /// For a piece that is archived.
    Archived,
}

/// Props of [`Actions`].
#[derive(PartialEq, Properties)]
pub struct ActionsProps {
    /// About which pieces.
    pub(super) target: Target,
    /// What is offered.
    pub(super) offer: Offer,
    /// It is done.
    pub ondone: Callback<()>,
}

/// What is being written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    Take,
    Archive,
}

/// The buttons and their dialogs; nothing for whoever only looks.
#[component]
pub fn Actions(props: &ActionsProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let viewer = use_viewer();
    let (cache, toasts) = (use_cache(), use_toasts());
    let asking = use_state_eq(|| None::<Asking>);
    let written = use_state_eq(String::new);
    let tried = use_state_eq(|| false);
    let act = use_action::<Act>({
        let (asking, written, tried) = (asking.setter(), written.setter(), tried.setter());
        let ondone = props.ondone.clone();
        Callback::from(move |Acted { changed, left }: Acted| {
            // Lists and counts elsewhere say something else now.
            cache.clear();
            asking.set(None);
            written.set(String::new());
            tried.set(false);
            if let Some(toasts) = &toasts {
                let said = (words.done)(u64::from(changed), u64::from(left));
                toasts.show(Toast::new(Severity::Success, said));
            }
            ondone.emit(());
        })
    });
    if !can(&viewer, Resource::Evidence, Verb::Create) {
        return html! {};
    }
    let run = |action: fn() -> Action| {
        let target = props.target.clone();
        act.run.reform(move |_: MouseEvent| target.request(action()))
    };
    let ask = |what: Asking| {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(Some(what)))
    };
    let send = {
        let (target, run, written, tried, asking) =
            (props.target.clone(), act.run.clone(), written.clone(), tried.setter(), *asking);
        Callback::from(move |_: MouseEvent| {
            let text = written.trim().to_owned();
            if text.is_empty() {
                return tried.set(true);
            }
            run.emit(target.request(match asking {
                Some(Asking::Archive) => Action::Archive { reason: text },
                _ => Action::TakeInHand { link: Link::Note(text) },
            }));
        })
    };
    let onclose = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(None))
    };
    let oninput = {
        let written = written.setter();
        Callback::from(move |text: String| written.set(text))
    };
    let archiving = *asking == Some(Asking::Archive);
    let (title, label, helper, button) = match archiving {
        true => (words.archive_title, words.archive_label, words.archive_help, words.archive),
        false => (words.take_title, words.take_label, words.take_help, words.take),
    };
    let error = (*tried && written.trim().is_empty()).then_some(AttrValue::Static(words.required));
    let small = ButtonSize::Medium;
    html! {
        <div class="row evidence-actions">
            if props.offer == Offer::Many {
                <Button kind={ButtonKind::Tertiary} size={small} icon={IconName::Eye} busy={act.busy} onclick={run(|| Action::See)}>{ words.see }</Button>
            }
            if props.offer != Offer::Archived {
                <Button kind={ButtonKind::Tertiary} size={small} icon={IconName::User} onclick={ask(Asking::Take)}>{ words.take }</Button>
                <Button kind={ButtonKind::Ghost} size={small} icon={IconName::Folder} onclick={ask(Asking::Archive)}>{ words.archive }</Button>
            }
            if props.offer != Offer::Open {
                <Button kind={ButtonKind::Ghost} size={small} icon={IconName::Refresh} busy={act.busy} onclick={run(|| Action::Reopen)}>{ words.reopen }</Button>
            }
            if let Some(error) = act.error.as_ref().filter(|_| asking.is_none()) {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            <Dialog open={asking.is_some()} {title} {onclose}
                actions={html! { <Button busy={act.busy} onclick={send}>{ button }</Button> }}>
                <div class="stack">
                    if let Some(error) = &act.error {
                        <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                    }
                    <Field r#type={FieldType::Area} {label} {helper} {error} value={(*written).clone()} {oninput}
                        maxlength={LONGEST_NOTE as u32} />
                </div>
            </Dialog>
        </div>
    }
}
