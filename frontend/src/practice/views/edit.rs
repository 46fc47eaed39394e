//! Saving what is shown as a view, and changing one.

use shared::practice::{CreateView, DeleteView, HEADS, Layout, ReplaceView, View};
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::practice::sight::{Ask, Sight};
use crate::practice::text::texts;
use crate::remote::{Action, explain, use_action};
use crate::session::use_viewer;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Checkbox, Field, IconName, Notice, Severity, Sheet, Toast,
    use_toasts,
};

/// Where a view stands among the tabs unless somebody says otherwise: at the end.
const LAST: u16 = 99;

/// Props of [`Edit`].
#[derive(PartialEq, Properties)]
pub struct EditProps {
    /// The one that is changed; none for a new one.
    pub view: Option<View>,
    /// What is shown.
    pub sight: Sight,
    /// Shows something else.
    pub ask: Callback<Ask>,
    /// Asks for the views again.
    pub reload: Callback<()>,
    /// It is to be closed.
    pub onclose: Callback<()>,
}

/// What a sheet holds until it is saved.
#[derive(Clone, PartialEq)]
struct Draft {
    name: String,
    shared: bool,
    pinned: bool,
    /// Whether filter, order and columns become those that are shown.
    take: bool,
}

/// Saves what is shown as a view, or changes one.
#[component]
pub fn Edit(props: &EditProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let draft = use_state_eq(|| match &props.view {
        Some(view) => Draft {
            name: view.name.clone(),
            shared: view.shared,
            pinned: view.layout.pinned.is_some(),
            take: props.sight.changed,
        },
        None => Draft { name: String::new(), shared: false, pinned: true, take: true },
    });
    let (create, replace, delete) = use_saving(props);
    let error = create.error.as_ref().or(replace.error.as_ref()).or(delete.error.as_ref());
    let onclick = save(props, &draft, &create.run, &replace.run);
    let change = |change: fn(&mut Draft, bool)| {
        let (setter, draft) = (draft.setter(), (*draft).clone());
        Callback::from(move |on: bool| {
            let mut next = draft.clone();
            change(&mut next, on);
            setter.set(next);
        })
    };
    let oninput = {
        let (setter, draft) = (draft.setter(), (*draft).clone());
        Callback::from(move |name: String| setter.set(Draft { name, ..draft.clone() }))
    };
    let own = props.view.as_ref().map(|view| (words.manage)(&view.name));
    let title = own.unwrap_or_else(|| words.new_view.to_owned());
    html! {
        <Sheet open={true} {title} onclose={props.onclose.clone()}
            actions={html! { <Button busy={create.busy || replace.busy} {onclick}>{ words.save }</Button> }}>
            <div class="form">
                if let Some(error) = error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
                if props.view.is_none() {
                    <p>{ words.view_text }</p>
                }
                <Field label={words.view_name} value={draft.name.clone()} {oninput} maxlength={60} autocomplete="off" />
                <Checkbox label={words.view_pinned} checked={draft.pinned} onchange={change(|draft, on| draft.pinned = on)} />
                if props.view.is_some() {
                    <Checkbox label={words.save_changes} checked={draft.take} onchange={change(|draft, on| draft.take = on)} />
                } else if HEADS.contains(&viewer.role) {
                    <Checkbox label={words.view_shared} helper={words.view_shared_text} checked={draft.shared}
                        onchange={change(|draft, on| draft.shared = on)} />
                }
                if let Some(view) = &props.view {
                    <Delete name={view.name.clone()} busy={delete.busy}
                        ondelete={delete.run.reform({ let (view, version) = (view.id, view.version); move |()| DeleteView { view, version } })} />
                }
            </div>
        </Sheet>
    }
}

type Saving = (Action<CreateView>, Action<ReplaceView>, Action<DeleteView>);

/// The three writes; each ends with the tab that is shown then.
#[hook]
fn use_saving(props: &EditProps) -> Saving {
    let (toasts, words) = (use_toasts(), texts(use_lang()));
    let (ask, reload, close) = (props.ask.clone(), props.reload.clone(), props.onclose.clone());
    let finish = Callback::from(move |(tab, said): (String, &'static str)| {
        if let Some(toasts) = &toasts {
            toasts.show(Toast::new(Severity::Success, said));
        }
        reload.emit(());
        ask.emit(Ask::Tab(tab));
        close.emit(());
    });
    let saved = finish.reform(move |view: View| (view.id.to_string(), words.view_saved));
    let create = use_action::<CreateView>(saved.clone());
    let replace = use_action::<ReplaceView>(saved);
    let deleted = finish.reform(move |()| (String::new(), words.view_deleted));
    (create, replace, use_action::<DeleteView>(deleted))
}

/// Saves what is drafted.
fn save(
    props: &EditProps,
    draft: &Draft,
    create: &Callback<CreateView>,
    replace: &Callback<ReplaceView>,
) -> Callback<MouseEvent> {
    let (view, draft, sight) = (props.view.clone(), draft.clone(), props.sight.clone());
    let (create, replace) = (create.clone(), replace.clone());
    Callback::from(move |_| {
        let layout = layout(view.as_ref(), &draft, &sight);
        let (name, shared) = (draft.name.clone(), draft.shared);
        match &view {
            Some(view) => {
                replace.emit(ReplaceView { view: view.id, name, layout, version: view.version });
            }
            None => create.emit(CreateView { name, shared, layout }),
        }
    })
}

/// What is saved: what is shown, or what the view had.
fn layout(view: Option<&View>, draft: &Draft, sight: &Sight) -> Layout {
    let before = view.map(|view| view.layout.clone()).unwrap_or_default();
    let pinned = draft.pinned.then(|| before.pinned.unwrap_or(LAST));
    if view.is_some() && !draft.take {
        return Layout { pinned, ..before };
    }
    Layout {
        columns: sight.columns.clone(),
        frozen: sight.frozen,
        sort: sight.sort.clone(),
        filter: sight.filter.clone(),
        pinned,
    }
}

#[derive(PartialEq, Properties)]
struct DeleteProps {
    name: String,
    busy: bool,
    ondelete: Callback<()>,
}

/// Deletes after asking, in place.
#[component]
fn Delete(props: &DeleteProps) -> Html {
    let words = texts(use_lang());
    let asking = use_state_eq(|| false);
    let ask = asking.setter();
    if !*asking {
        return html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} icon={IconName::Trash}
                onclick={Callback::from(move |_| ask.set(true))}>{ words.delete }</Button>
        };
    }
    html! {
        <Notice severity={Severity::Warning} title={(words.delete_view)(&props.name)} live={true}>
            <p>{ words.delete_view_text }</p>
            <Button kind={ButtonKind::Danger} size={ButtonSize::Medium} busy={props.busy}
                onclick={props.ondelete.reform(|_: MouseEvent| ())}>{ words.delete }</Button>
        </Notice>
    }
}
