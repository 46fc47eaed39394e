//! What is done to the clients selected: all that match, not only those in sight.

mod assign;
mod export;
mod tags;

use std::rc::Rc;

use shared::calendar::Instant;
use shared::changes::Seen;
use shared::ids::CompanyId;
use shared::practice::{ASSIGNERS, Clients};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::sight::Sight;
use super::text::texts;
use crate::api::{CallError, call};
use crate::bulk::WriteToMany;
use crate::i18n::use_lang;
use crate::remote::explain;
use crate::session::{use_session, use_viewer};
use crate::ui::grid::Bits;
use crate::ui::{Button, ButtonKind, ButtonSize, IconName, Severity, Toast, use_toasts};
use assign::Assigning;
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
    /// How many clients match.
    pub matching: usize,
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
    let (busy, mark) = use_marking(props.reload.clone());
    let to_mark = to_mark(&props.clients, &props.selected);
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
    let done = use_done(props.reload.clone());
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
                <Button {kind} {size} {busy} icon={IconName::Check}
                    onclick={mark.reform({ let at = props.clients.at; move |_: MouseEvent| (to_mark.clone(), at) })}>{ words.mark_seen }</Button>
            }
            <Button kind={ButtonKind::Ghost} {size} icon={IconName::Close} onclick={props.onclear.reform(|_: MouseEvent| ())}>{ words.deselect }</Button>
            { match *open {
                Open::None => html! {},
                Open::Assign => html! { <Assigning clients={props.clients.clone()} {companies} ondone={done} onclose={close} /> },
                Open::Export => html! {
                    <Exporting {companies} matching={props.matching} sight={props.sight.clone()} search={props.search.clone()} onclose={close} />
                },
                Open::Tags => html! { <Tagging clients={props.clients.clone()} {companies} ondone={done} onclose={close} /> },
            } }
        </div>
    }
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

/// The companies whose changes are to be marked: those selected that have any; a single nothing when that is all of them.
fn to_mark(clients: &Clients, selected: &Bits) -> Vec<Option<CompanyId>> {
    let with = |row: &usize| clients.changes.get(*row).is_some_and(|count| *count > 0);
    let chosen: Vec<usize> = selected.iter().map(|row| row as usize).filter(with).collect();
    let all = (0..clients.len()).filter(with).count();
    match chosen.len() {
        count if count > 1 && count == all => vec![None],
        _ => chosen.iter().map(|row| clients.id.get(*row).copied()).collect(),
    }
}

/// The companies whose changes are seen, or nothing for all of them, and until when.
type Looked = (Vec<Option<CompanyId>>, Instant);

/// Marks changes as seen, company after company; each is harmless to repeat.
#[hook]
fn use_marking(reload: Callback<()>) -> (bool, Callback<Looked>) {
    let (lang, session, toasts) = (use_lang(), use_session(), use_toasts());
    let busy = use_state_eq(|| false);
    let run = {
        let busy = busy.setter();
        Callback::from(move |(companies, until): (Vec<Option<CompanyId>>, Instant)| {
            let (busy, session, toasts, reload) =
                (busy.clone(), session.clone(), toasts.clone(), reload.clone());
            busy.set(true);
            spawn_local(async move {
                let count = companies.len() as u32;
                let outcome = mark_each(companies, until).await;
                busy.set(false);
                let toast = match outcome {
                    Ok(()) => Toast::new(Severity::Success, (texts(lang).done)(count)),
                    Err(error) if error.is_signed_out() => return session.ended(),
                    Err(error) => Toast::new(Severity::Error, explain(lang, &error)),
                };
                if let Some(toasts) = &toasts {
                    toasts.show(toast);
                }
                reload.emit(());
            });
        })
    };
    (*busy, run)
}

async fn mark_each(companies: Vec<Option<CompanyId>>, until: Instant) -> Result<(), CallError> {
    for company in companies {
        call(&Seen { company, change: None, until: Some(until) }).await?;
    }
    Ok(())
}
