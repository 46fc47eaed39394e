//! What is done to the clients selected: all that match, not only those in sight.

mod assign;
mod export;
mod tags;

use std::rc::Rc;

use shared::changes::{Seen, Unseen};
use shared::ids::CompanyId;
use shared::practice::{ASSIGNERS, Clients};
use yew::prelude::*;

use super::sight::Sight;
use super::text::texts;
use crate::bulk::WriteToMany;
use crate::i18n::use_lang;
use crate::remote::{Action, explain, use_action};
use crate::session::use_viewer;
use crate::ui::grid::Bits;
use crate::ui::{Button, ButtonKind, ButtonSize, IconName, Severity, Toast, use_toasts};
use assign::Assigning;
pub use export::ExportAll;
use export::Exporting;
use tags::Tagging;

/// Props of [`Bulk`].
#[derive(PartialEq, Properties)]
pub struct BulkProps {
    /// The clients.
    pub clients: Rc<Clients>,
    /// Those selected.
    pub selected: Rc<Bits>,
    /// What is shown, for the columns of a file.
    pub sight: Sight,
    /// What is searched.
    pub search: String,
    /// The rows of the clients that match.
    pub shown: Rc<[u32]>,
    /// Selects none.
    pub onclear: Callback<()>,
    /// Asks for the clients again.
    pub reload: Callback<()>,
}

/// Which sheet is open.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    None,
    Assign,
    Tags,
    Export,
}

/// The bar.
#[component]
pub fn Bulk(props: &BulkProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let open = use_state_eq(|| Open::None);
    let companies =
        use_memo((props.clients.clone(), props.selected.clone()), |(clients, selected)| {
            selected
                .iter()
                .filter_map(|row| clients.id.get(row as usize).copied())
                .collect::<Vec<CompanyId>>()
        });
    let done = use_done(props.reload.clone());
    let to_mark = to_mark(&props.clients, &props.selected);
    let marking = use_marking(to_mark.len(), done.clone());
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
    let mark = marking.run.reform({
        let (companies, until) = (to_mark.clone(), Some(props.clients.at));
        move |_: MouseEvent| Seen { companies: Some(companies.clone()), change: None, until }
    });
    let (kind, size) = (ButtonKind::Tertiary, ButtonSize::Medium);
    html! {
        <div class="bulk" role="region" aria-label={words.bulk}>
            <p class="bulk-count" role="status">{ (words.selected)(companies.len() as u64) }</p>
            if ASSIGNERS.contains(&viewer.role) {
                <Button {kind} {size} icon={IconName::Users} onclick={show(Open::Assign)}>{ words.assign }</Button>
            }
            <Button {kind} {size} icon={IconName::Flag} onclick={show(Open::Tags)}>{ words.tag }</Button>
            <WriteToMany companies={companies.clone()} />
            <Button {kind} {size} icon={IconName::Download} onclick={show(Open::Export)}>{ words.export }</Button>
            if !to_mark.is_empty() {
                <Button {kind} {size} busy={marking.busy} icon={IconName::Check} onclick={mark}>{ words.mark_seen }</Button>
            }
            <Button kind={ButtonKind::Ghost} {size} icon={IconName::Close} onclick={props.onclear.reform(|_: MouseEvent| ())}>{ words.deselect }</Button>
            { match *open {
                Open::None => html! {},
                Open::Assign => html! { <Assigning clients={props.clients.clone()} {companies} ondone={done} onclose={close} /> },
                Open::Export => html! {
                    <Exporting {companies} rest={rest(props)} sight={props.sight.clone()} search={props.search.clone()} onclose={close} />
                },
                Open::Tags => html! { <Tagging clients={props.clients.clone()} {companies} ondone={done} onclose={close} /> },
            } }
        </div>
    }
}

/// The clients that match and are not selected.
fn rest(props: &BulkProps) -> Vec<CompanyId> {
    let left = props.shown.iter().filter(|row| !props.selected.has(**row));
    left.filter_map(|row| props.clients.id.get(*row as usize).copied()).collect()
}

/// Tells how many were changed, and asks for the clients again.
#[hook]
fn use_done(reload: Callback<()>) -> Callback<Option<u32>> {
    let (toasts, words) = (use_toasts(), texts(use_lang()));
    Callback::from(move |changed: Option<u32>| {
        if let (Some(toasts), Some(changed)) = (&toasts, changed) {
            toasts.show(Toast::new(Severity::Success, (words.done)(changed)));
        }
        reload.emit(());
    })
}

/// The companies selected that have changes to be marked as seen.
fn to_mark(clients: &Clients, selected: &Bits) -> Vec<CompanyId> {
    let with = |row: &usize| clients.changes.get(*row).is_some_and(|count| *count > 0);
    let chosen = selected.iter().map(|row| row as usize).filter(with);
    chosen.filter_map(|row| clients.id.get(row).copied()).collect()
}

/// Marks changes as seen, in one call; it may be repeated without harm.
#[hook]
fn use_marking(count: usize, done: Callback<Option<u32>>) -> Action<Seen> {
    let (lang, toasts) = (use_lang(), use_toasts());
    let action = use_action::<Seen>(Callback::from(move |_: Unseen| {
        done.emit(Some(u32::try_from(count).unwrap_or(u32::MAX)));
    }));
    use_effect_with(action.error.clone(), move |error| {
        if let (Some(toasts), Some(error)) = (toasts, error) {
            toasts.show(Toast::new(Severity::Error, explain(lang, error)));
        }
    });
    action
}
