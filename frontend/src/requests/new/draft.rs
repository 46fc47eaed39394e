//! The draft as it is written, kept on the server at every pause.

use std::cell::RefCell;
use std::rc::Rc;

use shared::calendar::Instant;
use shared::fault::{FieldFault, Problem};
use shared::ids::{DraftId, PersonId};
use shared::lang::Lang;
use shared::requests::topics::TopicId;
use shared::requests::{Draft, SaveDraft, SavedDraft, ShowDraft};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Change;
use super::device::{self, Standing, Unsaved, use_device};
use super::elsewhere::Elsewhere;
use crate::api::pending::use_pending;
use crate::api::{self, CallError};
use crate::events;
use crate::query::{query_value, write_query};
use crate::remote::{Action, explain, use_action, use_pauses};
use crate::requests::text::texts;
use crate::ui::{Button, ButtonKind, ButtonSize, Notice, Severity};
use crate::words;

/// Whether what is written is on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// There is nothing yet, or something newer than what is kept.
    Not,
    /// It is on its way.
    Busy,
    /// It is.
    Kept,
}

/// The draft.
pub(super) struct Kept {
    pub draft: Option<DraftId>,
    pub version: u64,
    pub content: Draft,
    pub loading: bool,
    pub keeping: Keeping,
    pub change: Change,
    /// Puts another topic in the place of its own, which nobody typed.
    pub redirect: Callback<TopicId>,
    saved: Option<SavedDraft>,
    error: Option<CallError>,
    /// Whether it is on this device, where it is not on the server for want of a network.
    on_device: Option<bool>,
    reload: Callback<()>,
    /// Keeps what is written here in place of what is kept.
    mine: Callback<()>,
    /// Keeps it as a draft of its own, beside what is kept.
    both: Callback<Draft>,
    /// Grows when what is written becomes another one at once: its documents begin anew.
    pub round: u32,
}

/// Where the draft is written, as it was kept last, and why it could not be read.
#[derive(Clone)]
struct Page {
    content: UseStateSetter<Draft>,
    saved: UseStateSetter<Option<SavedDraft>>,
    loading: UseStateSetter<bool>,
    refused: UseStateSetter<Option<CallError>>,
    round: Rc<RefCell<u32>>,
}

impl Page {
    /// Reads it when it is called.
    fn reading(&self) -> Callback<()> {
        let page = self.clone();
        Callback::from(move |()| page.read())
    }

    /// Reads the draft that the address names.
    fn read(&self) {
        let Some(draft) = query_value("bozza").and_then(|id| id.parse().ok()) else {
            return self.loading.set(false);
        };
        let page = self.clone();
        spawn_local(async move {
            match api::call(&ShowDraft { draft }).await {
                Ok(kept) => {
                    *page.round.borrow_mut() += 1;
                    page.content.set(kept.content.clone());
                    page.saved.set(Some(kept));
                    page.refused.set(None);
                }
                Err(error) => {
                    if error.is_not_found() {
                        write_query("bozza", None);
                    }
                    page.refused.set(Some(error));
                }
            }
            page.loading.set(false);
        });
    }
}

/// Reads the draft that the address names, from this device if it has something newer of it, or begins one with what is known.
#[hook]
pub(super) fn use_draft(begin: Draft, person: PersonId) -> Kept {
    let found = use_memo((), |()| device::named(person));
    let content = use_state(|| match &*found {
        Some(found) => found.content.clone(),
        None => begin.clone(),
    });
    let begun = use_state(|| begin);
    let saved = use_state(|| (*found).as_ref().and_then(Unsaved::before));
    let loading = use_state_eq(|| found.is_none() && query_value("bozza").is_some());
    let refused = use_state(|| None::<CallError>);
    let save = use_save(saved.setter());
    let page = Page {
        content: content.setter(),
        saved: saved.setter(),
        loading: loading.setter(),
        refused: refused.setter(),
        round: use_mut_ref(|| 0),
    };
    use_effect_with((), {
        let (page, is_found) = (page.clone(), found.is_some());
        move |()| {
            if !is_found {
                page.read();
            }
        }
    });
    let is_kept = saved.as_ref().is_some_and(|kept| kept.content == *content);
    // What an address brought is kept once somebody wrote, or all is there.
    let is_new = saved.is_none() && *content == *begun && !super::is_ready(&content);
    let wants = !is_kept && !is_new && !*loading;
    use_pending(wants);
    use_pauses(&save, (*content).clone(), wants, {
        let (draft, version) = (saved.as_ref().map(|kept| kept.draft), version_of(&saved));
        move |content| SaveDraft { draft, version, content }
    });
    let on_device = use_written(person, &found, &saved, &content, standing(wants, &save));
    let setter = content.setter();
    Kept {
        draft: saved.as_ref().map(|kept| kept.draft),
        version: version_of(&saved),
        content: (*content).clone(),
        loading: *loading,
        keeping: keeping(is_kept, save.busy),
        change: Callback::from(move |changed: Draft| setter.set(changed)),
        redirect: redirect(&begun, &content),
        saved: (*saved).clone(),
        mine: mine(&saved, &content, &save),
        both: both(&page, &content, &save),
        round: *page.round.borrow(),
        on_device,
        error: save.error.or_else(|| (*refused).clone()).filter(|error| {
            // What was overtaken is over once the newer one is here.
            !is_kept && error.newer().is_none_or(|newer| newer > version_of(&saved))
        }),
        reload: page.reading(),
    }
}

/// Puts another topic in the place of the draft's, and in what it began with: what an address brought stays what nobody wrote.
fn redirect(begun: &UseStateHandle<Draft>, content: &UseStateHandle<Draft>) -> Callback<TopicId> {
    let both = [begun.clone(), content.clone()];
    Callback::from(move |topic: TopicId| {
        both.iter().for_each(|draft| draft.set(Draft { topic: Some(topic), ..(**draft).clone() }));
    })
}

/// Keeps the draft on the server, and has the address name it.
#[hook]
fn use_save(saved: UseStateSetter<Option<SavedDraft>>) -> Action<SaveDraft> {
    use_action::<SaveDraft>(Callback::from(move |kept: SavedDraft| {
        write_query("bozza", Some(&kept.draft.to_string()));
        saved.set(Some(kept));
    }))
}

/// Whether what is written is on the server.
const fn keeping(is_kept: bool, busy: bool) -> Keeping {
    match (is_kept, busy) {
        (true, _) => Keeping::Kept,
        (_, true) => Keeping::Busy,
        _ => Keeping::Not,
    }
}

/// And why it is not.
fn standing(wants: bool, save: &Action<SaveDraft>) -> Standing {
    match save.error {
        _ if !wants => Standing::Kept,
        Some(CallError::Offline) => Standing::Offline,
        _ => Standing::Due,
    }
}

/// What is written, on this device while there is no network.
#[hook]
fn use_written(
    person: PersonId,
    found: &Option<Unsaved>,
    saved: &Option<SavedDraft>,
    content: &Draft,
    standing: Standing,
) -> Option<bool> {
    let number = *use_memo((), |()| {
        found.as_ref().map_or_else(|| events::now().millis(), |found| found.number)
    });
    let (draft, version) = (saved.as_ref().map(|kept| kept.draft), version_of(saved));
    let (at, content) = (Instant::from_millis(0), content.clone());
    use_device(Unsaved { person, number, at, draft, version, content }, standing, found.is_some())
}

/// Keeps what is written, whatever another device made of the draft: over its version, or as a new one where it is gone.
fn mine(
    saved: &UseStateHandle<Option<SavedDraft>>,
    content: &Draft,
    save: &Action<SaveDraft>,
) -> Callback<()> {
    let current = save.error.as_ref().and_then(CallError::newer);
    let draft = saved.as_ref().map(|kept| kept.draft).filter(|_| current.is_some());
    let request = SaveDraft { draft, version: current.unwrap_or(0), content: content.clone() };
    save.run.reform(move |()| request.clone())
}

/// Keeps what is written as a draft of its own. Documents that both have stay with the one that was there: a document goes with one message.
fn both(page: &Page, content: &Draft, save: &Action<SaveDraft>) -> Callback<Draft> {
    let (page, content, run) = (page.clone(), content.clone(), save.run.clone());
    Callback::from(move |theirs: Draft| {
        let mut content = content.clone();
        content.attachments.retain(|id| !theirs.attachments.contains(id));
        *page.round.borrow_mut() += 1;
        page.content.set(content.clone());
        run.emit(SaveDraft { draft: None, version: 0, content });
    })
}

/// The version that is kept; 0 while none is.
fn version_of(saved: &Option<SavedDraft>) -> u64 {
    saved.as_ref().map_or(0, |kept| kept.version)
}

impl Kept {
    /// Whether the server does not have it for want of a network.
    pub const fn is_offline(&self) -> bool {
        self.on_device.is_some()
    }

    /// Whether it is kept, since when, and why it is not.
    pub fn foot(&self, lang: Lang) -> Html {
        let words = texts(lang).new_text;
        let said = match (self.keeping, &self.saved) {
            (Keeping::Busy, _) => words.saving.to_owned(),
            (Keeping::Kept, Some(kept)) => (words.saved)(&words::moment(kept.at, lang)),
            _ => words.unsaved.to_owned(),
        };
        let stale = self.draft.filter(|_| self.error.as_ref().and_then(CallError::newer).is_some());
        let is_gone =
            self.saved.is_some() && self.error.as_ref().is_some_and(CallError::is_not_found);
        let button = |run: &Callback<()>, words: &'static str| {
            let onclick = run.reform(|_: MouseEvent| ());
            html! { <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ words }</Button> }
        };
        html! {
            <>
                if let Some(draft) = stale {
                    <Elsewhere {draft} mine={self.content.clone()} keep={self.mine.clone()} load={self.reload.clone()}
                        both={self.both.clone()} />
                } else if let Some(error) = &self.error {
                    <Notice severity={Severity::Error} live={true}>
                        <p>{ unkept(error, lang) }</p>
                        if is_gone { <div class="row">{ button(&self.mine, words.keep_mine) }</div> }
                    </Notice>
                }
                if let Some(there) = self.on_device {
                    <Notice severity={Severity::Info} live={true}>
                        <p>{ if there { words.on_device } else { words.in_page } }</p>
                    </Notice>
                }
                <p class="small muted" role="status">{ said }</p>
            </>
        }
    }
}

/// Why the draft was not kept. A text of which not even a draft is kept is not cut: it stays in the page, and the draft as it was.
fn unkept(error: &CallError, lang: Lang) -> AttrValue {
    let is_long = |problem: &Problem| {
        let is_text = |fault: &FieldFault| fault.reason == "too_long";
        problem.code == "too_large" || problem.errors.iter().any(is_text)
    };
    let is_full = |problem: &Problem| problem.errors.iter().any(|fault| fault.field == "draft");
    match error {
        CallError::Problem(problem) if is_long(problem) => {
            AttrValue::Static(texts(lang).new_text.unkept)
        }
        CallError::Problem(problem) if is_full(problem) => {
            AttrValue::Static(texts(lang).new_text.full)
        }
        _ => explain(lang, error),
    }
}
