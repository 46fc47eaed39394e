//! The field and the list under it: a combobox whose focus never leaves the field.

use std::rc::Rc;

use shared::lang::Lang;
use shared::session::Viewer;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::command::use_choose;
use super::find::{Answer, Extent, groups, use_found};
use super::item::{Does, Group, Item};
use super::text::{Texts, texts};
use super::{memory, recent};
use crate::browser;
use crate::i18n::use_lang;
use crate::keyboard::Shortcut;
use crate::practice::Desk;
use crate::remote::explain;
use crate::session::use_viewer;
use crate::ui::grid::Needle;
use crate::ui::id::use_id;
use crate::ui::{Button, ButtonKind, ButtonSize, Icon, IconName};

/// Props of [`Finder`].
#[derive(PartialEq, Properties)]
pub struct FinderProps {
    /// The companies in memory.
    pub desk: Option<Rc<Desk>>,
    /// Whether the server is asked too.
    pub remote: bool,
    /// Does what a command asks of the frame, where there is one.
    pub act: Option<Callback<Shortcut>>,
    /// Something was chosen.
    pub ondone: Callback<()>,
}

/// The search.
#[component]
pub fn Finder(props: &FinderProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let id = use_id("finder");
    let input = use_node_ref();
    let typed = use_state_eq(String::new);
    let active = use_state_eq(|| 0_usize);
    let all = use_state_eq(|| false);
    let extent = Extent::of(props.act.is_some(), *all);
    let (answer, busy) = use_found(props.remote.then_some(typed.as_str()), extent);
    let choose = use_choose(props.act.clone(), props.ondone.clone());
    let shown = offered(props, &viewer, &typed, &answer, lang);
    let items: Vec<Item> = shown.iter().flat_map(|group| group.items.iter().cloned()).collect();
    let at = (*active).min(items.len().saturating_sub(1));
    use_effect_with(input.clone(), focus);
    use_effect_with((at, items.len()), {
        let id = id.clone();
        move |(at, _)| reveal(&option_id(&id, *at))
    });
    let oninput = {
        let (typed, active, all) = (typed.setter(), active.setter(), all.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(input.value());
                active.set(0);
                all.set(false);
            }
        })
    };
    let onkeydown = keys(items.clone(), at, active.setter(), choose.clone());
    let some = !items.is_empty();
    let list = [id.as_str(), "-list"].concat();
    let onmore = further(all.setter(), input.clone());
    html! {
        <div class="finder">
            <div class="finder-field">
                <Icon name={IconName::Search} />
                <input ref={input} type="text" class="finder-input" role="combobox" autofocus=true autocomplete="off" spellcheck="false"
                    aria-label={words.label} placeholder={words.hint} aria-autocomplete="list" aria-expanded={some.to_string()}
                    aria-controls={some.then(|| list.clone())} aria-activedescendant={some.then(|| option_id(&id, at))}
                    value={(*typed).clone()} {oninput} {onkeydown} />
            </div>
            <p class="sr-only" role="status">{ if busy { String::new() } else { (words.count)(items.len()) } }</p>
            if let Some(error) = &answer.error {
                <p class="muted small">{ explain(lang, error) }</p>
            }
            if some {
                <div id={list} class="finder-list" role="listbox" aria-label={words.results}>{ drawn(&shown, &id, at, &choose) }</div>
            } else if !busy {
                <p class="finder-none">{ words.none }</p>
            }
            { rest(&answer, extent, busy, onmore, words) }
        </div>
    }
}

fn focus(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlElement>() {
        // Refused only where there is no keyboard to type with.
        let _ = input.focus();
    }
}

/// Asks for all, and leads back to the field: the button goes once all is there.
fn further(all: UseStateSetter<bool>, input: NodeRef) -> Callback<MouseEvent> {
    Callback::from(move |_: MouseEvent| {
        all.set(true);
        focus(&input);
    })
}

/// What is not in the list: a way to it, or a sentence on how to come to it.
fn rest(
    answer: &Answer,
    extent: Extent,
    busy: bool,
    onclick: Callback<MouseEvent>,
    words: &'static Texts,
) -> Html {
    let more = answer.has_more();
    html! {
        <>
            if more && (extent == Extent::Page || busy && extent == Extent::All) {
                <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {busy} {onclick}>{ words.more }</Button>
            } else if more {
                <p class="muted small">{ words.there_is_more }</p>
            }
            if !answer.is_complete() {
                <p class="muted small">{ words.cut_short }</p>
            }
        </>
    }
}

/// Everything offered for what is typed, without groups that have nothing.
fn offered(
    props: &FinderProps,
    viewer: &Viewer,
    typed: &str,
    answer: &Answer,
    lang: Lang,
) -> Vec<Group> {
    let words = texts(lang);
    let frame = props.act.is_some();
    let pages = memory::pages(viewer, typed, lang);
    let commands = memory::commands(viewer, typed, frame, lang);
    let mut all = Vec::new();
    if typed.trim().is_empty() {
        all.push(Group {
            title: AttrValue::Static(words.recent),
            items: recent::opened(viewer.person),
        });
        all.extend([pages, commands]);
    } else {
        let needle = Needle::new(typed);
        let clients = props.desk.as_ref().map(|desk| memory::clients(desk, &needle, lang));
        let known = clients.as_ref().map(|group| group.items.clone()).unwrap_or_default();
        all.extend(clients);
        if let Some(found) = &answer.found {
            all.extend(groups(found, &known, viewer, lang));
        }
        all.extend([pages, commands]);
    }
    all.retain(|group| !group.items.is_empty());
    all
}

fn keys(
    items: Vec<Item>,
    at: usize,
    active: UseStateSetter<usize>,
    choose: Callback<Item>,
) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let last = items.len().saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.set(if at >= last { 0 } else { at + 1 }),
            "ArrowUp" => active.set(if at == 0 { last } else { at - 1 }),
            "PageDown" => active.set((at + 8).min(last)),
            "PageUp" => active.set(at.saturating_sub(8)),
            "Enter" => {
                if let Some(item) = items.get(at) {
                    choose.emit(item.clone());
                }
            }
            _ => return,
        }
        event.prevent_default();
    })
}

fn drawn(groups: &[Group], id: &str, at: usize, choose: &Callback<Item>) -> Html {
    let mut before = 0;
    let group = |(number, group): (usize, &Group)| {
        let first = before;
        before += group.items.len();
        let title = [id, "-group-", &number.to_string()].concat();
        html! {
            <div role="group" aria-labelledby={title.clone()}>
                <div id={title} class="finder-title" role="presentation">{ &group.title }</div>
                { for group.items.iter().enumerate().map(|(place, item)| option(item, &option_id(id, first + place), first + place == at, choose)) }
            </div>
        }
    };
    groups.iter().enumerate().map(group).collect::<Html>()
}

fn option(item: &Item, id: &str, selected: bool, choose: &Callback<Item>) -> Html {
    let onclick = choose.reform({
        let item = item.clone();
        move |_: MouseEvent| item.clone()
    });
    // A language is said in itself too.
    let said_in = match &item.does {
        Does::Language(other) => Some(other.code()),
        _ => None,
    };
    html! {
        <div role="option" id={id.to_owned()} class="finder-option" aria-selected={selected.to_string()} {onclick}>
            <Icon name={item.icon} class="icon-20" />
            <span class="finder-words">
                <span class="item-title">{ &item.title }</span>
                if !item.detail.is_empty() {
                    <span class="item-description" lang={said_in}>{ &item.detail }</span>
                }
            </span>
        </div>
    }
}

pub(super) fn option_id(id: &str, place: usize) -> String {
    [id, "-", &place.to_string()].concat()
}

/// Scrolls the list so that an option is in sight.
pub(super) fn reveal(id: &str) {
    if let Some(option) = browser::document().and_then(|document| document.get_element_by_id(id)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        Element::scroll_into_view_with_scroll_into_view_options(&option, &options);
    }
}
