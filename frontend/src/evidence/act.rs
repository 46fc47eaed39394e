//! What one does about evidence, one piece or many: marking as seen, taking in hand, archiving, reopening.

use std::rc::Rc;

use shared::auth::{Resource, Verb};
use shared::evidence::{Act, Acted, Action, LONGEST_NOTE, Link, Named, Which};
use shared::ids::CompanyId;
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::session::{can, use_viewer};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Dialog, Field, FieldType, IconName, Notice, Severity, Toast,
    use_toasts,
};

/// About which pieces.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
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
pub enum Offer {
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
    pub target: Target,
    /// What is offered.
    pub offer: Offer,
    /// It is done.
    pub ondone: Callback<()>,
}

/// What is being written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    Take,
    Archive,
}

/// The buttons and their dialog; nothing for whoever only looks.
#[component]
pub fn Actions(props: &ActionsProps) -> Html {
    let lang = use_lang();
    let (words, viewer) = (texts(lang), use_viewer());
    let toasts = use_toasts();
    let asking = use_state_eq(|| None::<Asking>);
    let act = use_action::<Act>({
        let (asking, ondone) = (asking.setter(), props.ondone.clone());
        Callback::from(move |Acted { changed, left }: Acted| {
            asking.set(None);
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
    let target = props.target.clone();
    let run = act.run.reform(move |action: Action| target.request(action));
    let button = |kind: ButtonKind,
                  icon: IconName,
                  label: &'static str,
                  onclick: Callback<MouseEvent>| {
        html! { <Button {kind} size={ButtonSize::Medium} {icon} busy={act.busy} {onclick}>{ label }</Button> }
    };
    let ask = |what: Asking| {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(Some(what)))
    };
    let onclose = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(None))
    };
    let error = act.error.as_ref().map(|error| {
        html! { <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice> }
    });
    html! {
        <div class="row">
            if props.offer == Offer::Many {
                { button(ButtonKind::Tertiary, IconName::Eye, words.see, run.reform(|_| Action::See)) }
            }
            if props.offer != Offer::Archived {
                { button(ButtonKind::Tertiary, IconName::User, words.take, ask(Asking::Take)) }
                { button(ButtonKind::Ghost, IconName::Folder, words.archive, ask(Asking::Archive)) }
            }
            if props.offer != Offer::Open {
                { button(ButtonKind::Ghost, IconName::Refresh, words.reopen, run.reform(|_| Action::Reopen)) }
            }
            if let Some(what) = *asking {
                <Writing archiving={what == Asking::Archive} busy={act.busy} error={error.unwrap_or_default()} onwritten={run} {onclose} />
            } else {
                { error.unwrap_or_default() }
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct WritingProps {
    archiving: bool,
    busy: bool,
    error: Html,
    onwritten: Callback<Action>,
    onclose: Callback<()>,
}

/// The dialog in which one says why, or what one does.
#[component]
fn Writing(props: &WritingProps) -> Html {
    let words = texts(use_lang());
    let written = use_state_eq(String::new);
    let tried = use_state_eq(|| false);
    let archiving = props.archiving;
    let (title, label, helper, button) = match archiving {
        true => (words.archive_title, words.archive_label, words.archive_help, words.archive),
        false => (words.take_title, words.take_label, words.take_help, words.take),
    };
    let onclick = {
        let (written, tried, onwritten) =
            (written.clone(), tried.setter(), props.onwritten.clone());
        Callback::from(move |_: MouseEvent| {
            let text = written.trim().to_owned();
            match (text.is_empty(), archiving) {
                (true, _) => tried.set(true),
                (false, true) => onwritten.emit(Action::Archive { reason: text }),
                (false, false) => onwritten.emit(Action::TakeInHand { link: Link::Note(text) }),
            }
        })
    };
    let oninput = {
        let written = written.setter();
        Callback::from(move |text: String| written.set(text))
    };
    let error = (*tried && written.trim().is_empty()).then_some(AttrValue::Static(words.required));
    html! {
        <Dialog open={true} {title} onclose={props.onclose.clone()}
            actions={html! { <Button busy={props.busy} {onclick}>{ button }</Button> }}>
            <div class="stack">
                { props.error.clone() }
                <Field r#type={FieldType::Area} {label} {helper} {error} value={(*written).clone()} {oninput}
                    maxlength={LONGEST_NOTE as u32} />
            </div>
        </Dialog>
    }
}
