//! The tabs over the grid: those that are always there, the saved views, and the way to save another.

use std::rc::Rc;

use shared::practice::{CreateView, DeleteView, HEADS, Layout, ReplaceView, View};
use yew::prelude::*;

use super::desk::Desk;
use super::sight::{Ask, BUILT_IN, Sight, built_in};
use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::session::use_viewer;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Checkbox, Chip, Field, IconName, List, ListItem, Notice,
    Severity, Sheet, Toast, use_toasts,
};

/// Views that a place among the tabs is looked for at most.
const LAST: u16 = 99;

/// Props of [`Tabs`].
#[derive(PartialEq, Properties)]
pub struct TabsProps {
    /// The clients, for the counters.
    pub desk: Rc<Desk>,
    /// The saved views.
    pub views: Rc<Vec<View>>,
    /// What is shown.
    pub sight: Sight,
    /// Shows something else.
    pub ask: Callback<Ask>,
    /// Asks for the views again.
    pub reload: Callback<()>,
}

/// Which sheet is open.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    None,
    New,
    Own,
    Others,
}

/// The tabs.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let words = texts(use_lang());
    let open = use_state_eq(|| Open::None);
    let counts = use_memo((props.desk.clone(), props.views.clone()), |(desk, views)| {
        let own = (0..BUILT_IN.len()).map(|place| desk.meeting(&built_in(place)).count());
        let saved = views.iter().map(|view| desk.meeting(&view.layout.filter).count());
        (own.collect::<Vec<_>>(), saved.collect::<Vec<_>>())
    });
    let current = &props.sight.tab;
    let tab = |name: String, label: AttrValue, count: usize| {
        let selected = *current == name;
        let onclick = props.ask.reform({
            let name = name.clone();
            move |_: MouseEvent| Ask::Tab(name.clone())
        });
        html! { <Chip key={name} {label} count={count as u64} {selected} {onclick} /> }
    };
    let own = BUILT_IN.iter().zip(words.tabs).zip(&counts.0).enumerate();
    // A tab with nothing in it only takes room, but for the one of all and the one that is shown.
    let own = own
        .filter(|(place, (((name, _), _), count))| *place == 0 || **count > 0 || current == name);
    let own = own.map(|(_, (((name, _), label), count))| {
        tab((*name).to_owned(), AttrValue::Static(label), *count)
    });
    let saved = props.views.iter().zip(&counts.1);
    let saved =
        saved.filter(|(view, _)| view.layout.pinned.is_some() || view.id.to_string() == *current);
    let saved =
        saved.map(|(view, count)| tab(view.id.to_string(), view.name.clone().into(), *count));
    let shown =
        props.views.iter().find(|view| view.id.to_string() == *current && view.editable).cloned();
    let show = |what: Open| {
        Callback::from({
            let open = open.setter();
            move |_: MouseEvent| open.set(what)
        })
    };
    let close = Callback::from({
        let open = open.setter();
        move |()| open.set(Open::None)
    });
    let others = props.views.iter().any(|view| view.layout.pinned.is_none());
    html! {
        <div class="scroll-row" role="group" aria-label={words.views}>
            { for own }
            { for saved }
            if let Some(view) = &shown {
                <Chip label={(words.manage)(&view.name)} icon={IconName::Settings} onclick={show(Open::Own)} />
            }
            <Chip label={words.new_view} icon={IconName::Plus} onclick={show(Open::New)} />
            if others {
                <Chip label={words.all_views} icon={IconName::List} onclick={show(Open::Others)} />
            }
            if *open == Open::New {
                <Edit view={None::<View>} sight={props.sight.clone()} ask={props.ask.clone()} reload={props.reload.clone()} onclose={close.clone()} />
            }
            if let (Open::Own, Some(view)) = (*open, shown) {
                <Edit {view} sight={props.sight.clone()} ask={props.ask.clone()} reload={props.reload.clone()} onclose={close.clone()} />
            }
            if *open == Open::Others {
                <Others views={props.views.clone()} ask={props.ask.clone()} onclose={close} />
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct OthersProps {
    views: Rc<Vec<View>>,
    ask: Callback<Ask>,
    onclose: Callback<()>,
}

/// All saved views, those that are no tabs too.
#[component]
fn Others(props: &OthersProps) -> Html {
    let words = texts(use_lang());
    let item = |view: &View| {
        let (ask, close, name) = (props.ask.clone(), props.onclose.clone(), view.id.to_string());
        let onclick = Callback::from(move |_: MouseEvent| {
            ask.emit(Ask::Tab(name.clone()));
            close.emit(());
        });
        let description = view.shared.then_some(AttrValue::Static(words.shared));
        html! { <ListItem key={view.id.to_string()} title={view.name.clone()} {description} icon={IconName::List} {onclick} /> }
    };
    html! {
        <Sheet open={true} title={words.all_views} onclose={props.onclose.clone()}>
            <List>{ for props.views.iter().map(item) }</List>
        </Sheet>
    }
}

#[derive(PartialEq, Properties)]
struct EditProps {
    /// The one that is changed; none for a new one.
    view: Option<View>,
    sight: Sight,
    ask: Callback<Ask>,
    reload: Callback<()>,
    onclose: Callback<()>,
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
fn Edit(props: &EditProps) -> Html {
    let (lang, viewer, toasts) = (use_lang(), use_viewer(), use_toasts());
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
    let finish = {
        let (ask, reload, close) = (props.ask.clone(), props.reload.clone(), props.onclose.clone());
        Callback::from(move |(tab, said): (String, &'static str)| {
            if let Some(toasts) = &toasts {
                toasts.show(Toast::new(Severity::Success, said));
            }
            reload.emit(());
            ask.emit(Ask::Tab(tab));
            close.emit(());
        })
    };
    let saved = finish.reform(move |view: View| (view.id.to_string(), words.view_saved));
    let create = use_action::<CreateView>(saved.clone());
    let replace = use_action::<ReplaceView>(saved);
    let delete =
        use_action::<DeleteView>(finish.reform(move |()| (String::new(), words.view_deleted)));
    let error = create.error.as_ref().or(replace.error.as_ref()).or(delete.error.as_ref());
    let onclick = {
        let (view, draft, sight) = (props.view.clone(), (*draft).clone(), props.sight.clone());
        let (create, replace) = (create.run.clone(), replace.run.clone());
        Callback::from(move |_: MouseEvent| {
            let layout = layout(view.as_ref(), &draft, &sight);
            match &view {
                Some(view) => replace.emit(ReplaceView {
                    view: view.id,
                    name: draft.name.clone(),
                    layout,
                    version: view.version,
                }),
                None => create.emit(CreateView {
                    name: draft.name.clone(),
                    shared: draft.shared,
                    layout,
                }),
            }
        })
    };
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
    let title = props
        .view
        .as_ref()
        .map_or_else(|| words.new_view.to_owned(), |view| (words.manage)(&view.name));
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

/// What is saved: what is shown, or what the view had.
fn layout(view: Option<&View>, draft: &Draft, sight: &Sight) -> Layout {
    let before = view.map(|view| view.layout.clone()).unwrap_or_default();
    let pinned = draft.pinned.then(|| before.pinned.unwrap_or(LAST));
    if view.is_some() && !draft.take {
        return Layout { pinned, ..before };
    }
    Layout {
        columns: sight.columns.clone(),
        frozen: 1,
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
