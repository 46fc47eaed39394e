//! The tabs over the grid: those that are always there, the saved views, and the way to save another.

mod edit;

use std::rc::Rc;

use shared::practice::{TABS, View, tab_filter};
use yew::prelude::*;

use super::desk::Desk;
use super::sight::{Ask, Sight};
use super::text::texts;
use crate::i18n::use_lang;
use crate::ui::{Chip, IconName, List, ListItem, Sheet};
use edit::Edit;

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
        let own = TABS.iter().map(|(name, _)| desk.meeting(&tab_filter(name)).count());
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
    let own = TABS.iter().zip(words.tabs).zip(&counts.0).enumerate();
    let doubled = |name: &str| {
        let own = tab_filter(name);
        let same = |view: &View| view.layout.pinned.is_some() && view.layout.filter == own;
        props.views.iter().any(same)
    };
    // A tab with nothing in it, or that somebody saved as their own, only takes room: but for the one of all and the one shown.
    let own = own.filter(|(place, (((name, _), _), count))| {
        *place == 0 || current == name || (**count > 0 && !doubled(name))
    });
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
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(what))
    };
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
            { sheet(props, &open, shown) }
        </div>
    }
}

/// The sheet that is open.
fn sheet(props: &TabsProps, open: &UseStateHandle<Open>, shown: Option<View>) -> Html {
    let setter = open.setter();
    let onclose = Callback::from(move |()| setter.set(Open::None));
    let (sight, ask, reload) = (props.sight.clone(), props.ask.clone(), props.reload.clone());
    match (**open, shown) {
        (Open::New, _) => html! { <Edit view={None::<View>} {sight} {ask} {reload} {onclose} /> },
        (Open::Own, Some(view)) => html! { <Edit {view} {sight} {ask} {reload} {onclose} /> },
        (Open::Others, _) => html! { <Others views={props.views.clone()} {ask} {onclose} /> },
        (Open::None | Open::Own, _) => html! {},
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
