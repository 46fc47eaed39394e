//! What can be done about a request now: a button for each act that is allowed, and what is written for it. A reply, where one is
//! welcome, needs no button: its field is there.

mod over;
mod unsent;
mod waiting;

use std::cell::RefCell;
use std::rc::Rc;

use shared::desk::Filled;
use shared::fault::FieldFault;
use shared::ids::{PersonId, RequestId};
use shared::lang::Lang;
use shared::requests::{Act, Acted, Kind, Thread};
use shared::session::Viewer;
use yew::prelude::*;

use super::form::{Form, is_over};
use super::new::problem_words;
use super::text::{Texts, texts};
use super::written::Written;
use crate::api::CallError;
use crate::api::pending::{use_leaving, use_pending};
use crate::browser;
use crate::desk::{Checklist, Presence};
use crate::events;
use crate::focus;
use crate::i18n::use_lang;
use crate::keyboard::letter;
use crate::remote::{Action, explain, use_action, use_cache};
use crate::route::Route;
use crate::router::use_navigator;
use crate::session::use_viewer;
use crate::ui::{Button, ButtonKind, ButtonSize, Card, Notice, Severity, Toast, use_toasts};
pub(super) use unsent::Unkept;
use unsent::Words;
use waiting::Waiting;

/// As high as a line of words, so that nothing moves under whoever writes.
pub(crate) const NOTHING_YET: &str = "\u{a0}";
/// What whoever is in charge does most, in this order, before everything else.
const FIRST: [Kind; 4] = [Kind::Take, Kind::Answer, Kind::Ask, Kind::Called];
/// The buttons that do something: not those of the documents, nor of what is folded up between.
const BUTTONS: &str = ".act-form > .row .btn, .acts > .row .btn";

/// Props of [`Acts`].
#[derive(PartialEq, Properties)]
pub(super) struct ActsProps {
    pub thread: Rc<Thread>,
    pub ondone: Callback<()>,
}

/// What is being done.
#[derive(Clone)]
struct Doing {
    asking: UseStateHandle<Option<Kind>>,
    written: UseStateHandle<Written>,
    /// What of it the server keeps.
    kept: UseStateHandle<Words>,
    /// Whether it is on this device, where it is not on the server for want of a network.
    on_device: Option<bool>,
    /// How often it was tried to send it with something missing.
    tries: UseStateHandle<u32>,
    /// Whether documents are on their way still, or refused.
    unready: UseStateHandle<bool>,
    /// How often something was done: each time the documents begin anew.
    done: UseStateHandle<u32>,
    /// The names of the colleagues who write as well.
    colleagues: UseStateHandle<Option<AttrValue>>,
    /// Whether that was said before sending.
    told: UseStateHandle<bool>,
    /// Whether the conversation was over before it was sent.
    over: UseStateHandle<bool>,
    /// What was sent last, and what of it waits for the network.
    sent: Rc<RefCell<Option<Act>>>,
    waiting: UseStateHandle<Option<Act>>,
}

#[hook]
fn use_doing(person: PersonId, thread: &Thread) -> Doing {
    let request = thread.id;
    let asking = use_state_eq(|| unsent::begin(person, thread).0);
    let written = use_state_eq(|| unsent::begin(person, thread).1);
    let (kept, on_device) =
        unsent::use_words(person, thread, asking.unwrap_or(Kind::Reply), &written);
    use_effect_with((*asking, (*written).clone()), move |now| {
        unsent::keep(person, request, now.clone());
    });
    // Another document of the app has what the server keeps: the browser asks before it goes there without the rest.
    let there = kept.as_ref().map(|(_, unsent)| Written::of(unsent)).unwrap_or_default();
    use_leaving(*written != there);
    Doing {
        asking,
        written,
        kept,
        on_device,
        tries: use_state_eq(|| 0_u32),
        unready: use_state_eq(|| false),
        done: use_state_eq(|| 0_u32),
        colleagues: use_state_eq(|| None),
        told: use_state_eq(|| false),
        over: use_state_eq(|| false),
        sent: use_mut_ref(|| None),
        waiting: use_state_eq(|| None),
    }
}

/// What found no network waits for it; what was refused goes back into its form.
#[hook]
fn use_waiting(doing: &Doing, error: Option<&CallError>) {
    let (sent, waiting) = (doing.sent.clone(), doing.waiting.setter());
    use_effect_with(error.cloned(), move |error| match error {
        Some(CallError::Offline) => waiting.set(sent.borrow().clone()),
        Some(_) => waiting.set(None),
        None => {}
    });
    let appeared = use_mut_ref(|| false);
    use_effect_with(doing.waiting.is_some(), move |waits| {
        // The button that had the focus is gone.
        if appeared.replace(true) {
            browser::focus(if *waits { ".act-waits .btn" } else { ".act-form .control" });
        }
    });
}

#[hook]
fn use_sending(
    doing: &Doing,
    viewer: &Viewer,
    request: RequestId,
    ondone: Callback<()>,
) -> Action<Act> {
    let (words, toasts, cache) = (texts(use_lang()), use_toasts(), use_cache());
    let (navigator, is_staff, person) = (use_navigator(), viewer.role.is_staff(), viewer.person);
    let (asking, written, tries) =
        (doing.asking.setter(), doing.written.setter(), doing.tries.setter());
    let (done, told) = (doing.done.clone(), doing.told.setter());
    let (waiting, kept, over) = (doing.waiting.setter(), doing.kept.setter(), doing.over.setter());
    let (sent, before) = (doing.sent.clone(), (*doing.written).clone());
    use_action::<Act>(Callback::from(move |acted: Acted| {
        // What somebody noted for themselves is no reason to lose what they were writing to the other side.
        let kind = sent.borrow().as_ref().map(|act| act.action.kind());
        let rest = kind.map(|kind| before.without(kind)).unwrap_or_default();
        // Here as well: whoever is led elsewhere sees this form no more.
        unsent::keep(person, request, (None, rest.clone()));
        unsent::forget(person, request);
        asking.set(None);
        written.set(rest);
        over.set(false);
        kept.set(None);
        tries.set(0);
        done.set(*done + 1);
        told.set(false);
        waiting.set(None);
        // What lists and counters say is over.
        cache.clear();
        if let Some(toasts) = &toasts {
            toasts.show(Toast::new(Severity::Success, words.done.to_owned()));
        }
        match &navigator {
            // An office may do nothing more about what it gave to another one, and sees it no more.
            Some(navigator) if is_staff && acted.allowed.is_empty() => {
                navigator.push(&Route::Queue.href());
            }
            _ => ondone.emit(()),
        }
    }))
}

/// Asks again how things stand where a refusal says that they changed.
#[hook]
fn use_stale(error: Option<&CallError>, ondone: Callback<()>) {
    let stale = code(error).is_some_and(|code| matches!(code, "conflict" | "not_now"));
    use_effect_with(stale, move |stale| {
        if *stale {
            ondone.emit(());
        }
    });
}

/// The keys `r` and `n`: an answer or a reply, and a note.
#[hook]
fn use_letters(doing: &Doing, allowed: &[Kind]) {
    let (asking, tries) = (doing.asking.setter(), doing.tries.setter());
    use_effect_with(allowed.to_vec(), move |allowed| {
        let allowed = allowed.clone();
        let listening = events::on_window("keydown", move |event| {
            let wanted: &[Kind] = match letter(&event).as_deref() {
                Some("r") => &[Kind::Answer, Kind::Reply],
                Some("n") => &[Kind::Note],
                _ => return,
            };
            let Some(kind) = wanted.iter().copied().find(|kind| allowed.contains(kind)) else {
                return;
            };
            // It is not the first letter of what is written.
            event.prevent_default();
            tries.set(0);
            asking.set(Some(kind).filter(|kind| *kind != Kind::Reply));
            // Where its form is open already.
            browser::focus(".act-form .control");
        });
        move || drop(listening)
    });
}

/// Moves the focus into the form that opened, and to what is missing in it.
#[hook]
fn use_form_focus(doing: &Doing) {
    let appeared = use_mut_ref(|| false);
    use_effect_with((*doing.asking, *doing.tries), move |(asking, tries)| {
        // At first the heading of the page has it.
        if !appeared.replace(true) {
            return;
        }
        match (asking, tries) {
            (_, 1..) => browser::focus(".act-form [aria-invalid]"),
            (Some(_), _) => browser::focus(".act-form .control"),
            (None, _) => {}
        }
    });
}

impl Doing {
    /// Sends what was written for a kind, if nothing is missing or wrong. An office names the version that it decided by. That a colleague
    /// writes as well is said first.
    fn sender(&self, run: Callback<Act>, thread: Rc<Thread>) -> Callback<Kind> {
        let (written, tries, unready) = (self.written.clone(), self.tries.clone(), *self.unready);
        let (untold, told) = (self.colleagues.is_some() && !*self.told, self.told.setter());
        let sent = self.sent.clone();
        Callback::from(move |kind: Kind| {
            let action = written.action(kind, thread.office).ok();
            match action.filter(|action| !is_over(action)) {
                Some(_) if untold && is_to_customer(kind) => told.set(true),
                Some(action) if !(unready && kind.takes_documents()) => {
                    let (comment, note) = written.beside(kind);
                    let act = Act { comment, note, ..Act::of(thread.id, thread.version, action) };
                    sent.replace(Some(act.clone()));
                    run.emit(act);
                }
                _ => tries.set(*tries + 1),
            }
        })
    }

    /// Asks for what a kind needs; what needs nothing is done.
    fn press(&self, send: Callback<Kind>) -> Callback<Kind> {
        let (asking, tries) = (self.asking.setter(), self.tries.setter());
        Callback::from(move |kind: Kind| {
            tries.set(0);
            match kind {
                Kind::Take => send.emit(kind),
                _ => asking.set(Some(kind)),
            }
        })
    }

    /// Begins to ask the customer, after what was written already.
    fn asker(&self) -> Callback<String> {
        let (asking, tries, written) =
            (self.asking.setter(), self.tries.setter(), self.written.clone());
        Callback::from(move |text: String| {
            let module = Filled { decision: text, ..Filled::default() };
            written.set(written.with(&module));
            tries.set(0);
            asking.set(Some(Kind::Ask));
        })
    }

    /// Whether something is being written to the customer.
    fn writes(&self) -> bool {
        self.asking.is_some_and(is_to_customer) && *self.written != Written::default()
    }

    /// The kind whose form is open.
    fn open(&self, allowed: &[Kind]) -> Option<Kind> {
        let kind = self.asking.unwrap_or(Kind::Reply);
        allowed.contains(&kind).then_some(kind)
    }
}

/// Whether what an office does reaches the customer in words.
const fn is_to_customer(kind: Kind) -> bool {
    matches!(kind, Kind::Answer | Kind::Ask | Kind::Close | Kind::Merge)
}

/// What only an office has beside the form: who else is at it, and the checklist of documents.
fn beside(doing: &Doing, thread: &Thread, words: &'static Texts) -> Html {
    let (colleagues, told) = (doing.colleagues.setter(), doing.told.setter());
    let onwriting = Callback::from(move |names: Option<AttrValue>| {
        if names.is_none() {
            told.set(false);
        }
        colleagues.set(names);
    });
    let onask = thread.allowed.contains(&Kind::Ask).then(|| doing.asker());
    let both = doing.colleagues.as_ref().filter(|_| *doing.told);
    html! {
        <>
            <Presence request={thread.id} writing={doing.writes()} {onwriting} />
            <Checklist request={thread.id} {onask} />
            if let Some(names) = both {
                <Notice severity={Severity::Error} live={true}><p>{ (words.send_anyway)(names) }</p></Notice>
            }
        </>
    }
}

/// The form that is open, and the buttons of everything else.
#[component]
pub(super) fn Acts(props: &ActsProps) -> Html {
    let (words, thread, viewer) = (texts(use_lang()), props.thread.clone(), use_viewer());
    let doing = use_doing(viewer.person, &thread);
    use_pending(*doing.written != Written::default());
    let act = use_sending(&doing, &viewer, thread.id, props.ondone.clone());
    use_stale(act.error.as_ref(), props.ondone.clone());
    use_waiting(&doing, act.error.as_ref());
    use_form_focus(&doing);
    // Once something was done, or a form is closed, other buttons are there.
    focus::use_kept(Some(BUTTONS));
    use_letters(&doing, &thread.allowed);
    over::use_over(&doing, &thread);
    if thread.allowed.is_empty() {
        return over::over(&doing, None, words);
    }
    if let Some(waits) = &*doing.waiting {
        return html! { <Card title={words.actions}>{ waiting(waits, &doing, &act) }</Card> };
    }
    let send = doing.sender(act.run.clone(), thread.clone());
    let press = doing.press(send.clone());
    let open = doing.open(&thread.allowed);
    let is_other = |kind: &Kind| thread.allowed.contains(kind) && Some(*kind) != open;
    let rest = thread.allowed.iter().copied().filter(|kind| !FIRST.contains(kind));
    let others = FIRST.into_iter().chain(rest).filter(is_other);
    let button = |(at, kind): (usize, Kind)| {
        let look = match at == 0 && open.is_none() {
            true => ButtonKind::Secondary,
            false => ButtonKind::Tertiary,
        };
        html! {
            <Button key={kind.name()} kind={look} size={ButtonSize::Medium} busy={act.busy}
                onclick={press.reform(move |_: MouseEvent| kind)}>{ Texts::of(&words.acts, kind) }</Button>
        }
    };
    // What one replies with stays in reach on a phone; what another act asks for is a form of its own.
    let pinned = !viewer.role.is_staff() && doing.asking.is_none();
    html! {
        <Card title={words.actions}>
            <div class={classes!("stack", "acts", pinned.then_some("composer"))}>
                if viewer.role.is_staff() { { beside(&doing, &thread, words) } }
                { over::over(&doing, open, words) }
                if let Some(kind) = open { { asked(kind, &doing, &thread, &send, act.busy, words) } }
                if open.is_none() && thread.allowed.contains(&Kind::Take) { { commented(&doing, &thread) } }
                <Failure error={act.error.clone()} />
                <div class="row">{ for others.enumerate().map(button) }</div>
            </div>
        </Card>
    }
}

/// What waits for the network.
fn waiting(waits: &Act, doing: &Doing, act: &Action<Act>) -> Html {
    let again = {
        let waits = waits.clone();
        // The same once more: it has the same key, so that it is done once whatever became of the first try.
        act.run.reform(move |()| waits.clone())
    };
    let setter = doing.waiting.setter();
    let edit = Callback::from(move |_: MouseEvent| setter.set(None));
    html! { <Waiting action={waits.action.clone()} busy={act.busy} {again} {edit} /> }
}

/// What is written for a kind, and the way to send it or to let it be.
fn asked(
    kind: Kind,
    doing: &Doing,
    thread: &Rc<Thread>,
    send: &Callback<Kind>,
    busy: bool,
    words: &'static Texts,
) -> Html {
    let (asking, tries, set) =
        (doing.asking.setter(), doing.tries.setter(), doing.written.setter());
    let cancel = doing.asking.map(|_| {
        Callback::from(move |_: MouseEvent| {
            tries.set(0);
            asking.set(None);
        })
    });
    let oninput = Callback::from(move |written: Written| set.set(written));
    let is_kept = doing.kept.as_ref().is_some_and(|(_, kept)| *kept == doing.written.unsent(kind));
    let said = match doing.on_device {
        _ if is_kept => words.kept,
        Some(true) => words.kept_here,
        Some(false) => words.new_text.in_page,
        None => NOTHING_YET,
    };
    let unready = doing.unready.setter();
    let on_ready = Callback::from(move |ready: bool| unready.set(!ready));
    html! {
        <div class="stack act-form" key={kind.name()}>
            <Form {kind} thread={thread.clone()} written={(*doing.written).clone()} tried={*doing.tries > 0} {oninput}
                unready={*doing.unready} {on_ready} done={*doing.done} />
            <p class="small muted" role="status">{ said }</p>
            <div class="row">
                <Button {busy} onclick={send.reform(move |_: MouseEvent| kind)}>{ Texts::of(&words.acts, kind) }</Button>
                if let Some(onclick) = cancel {
                    <Button kind={ButtonKind::Ghost} {onclick}>{ words.cancel }</Button>
                }
            </div>
        </div>
    }
}

/// What whoever takes charge says to the company, before the button that does it.
fn commented(doing: &Doing, thread: &Rc<Thread>) -> Html {
    let set = doing.written.setter();
    let oninput = Callback::from(move |written: Written| set.set(written));
    html! {
        <div class="act-form">
            <Form kind={Kind::Take} thread={thread.clone()} written={(*doing.written).clone()} tried={*doing.tries > 0} {oninput}
                unready={false} on_ready={Callback::noop()} done={*doing.done} />
        </div>
    }
}

fn code(error: Option<&CallError>) -> Option<&str> {
    match error {
        Some(CallError::Problem(problem)) => Some(problem.code.as_str()),
        _ => None,
    }
}

/// Whether a field is what is wrong.
fn is_about(error: &CallError, name: &str) -> bool {
    match error {
        CallError::Problem(problem) => problem.errors.iter().any(|field| field.field == name),
        _ => false,
    }
}

/// Props of [`Failure`].
#[derive(PartialEq, Properties)]
pub(crate) struct FailureProps {
    pub error: Option<CallError>,
}

/// Why something was not done, and what became of what was written.
#[component]
pub(crate) fn Failure(props: &FailureProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let Some(error) = &props.error else { return html! {} };
    let is_unknown = |error: &CallError, reason: &str| match error {
        CallError::Problem(problem) => problem.errors.iter().any(|field| field.reason == reason),
        _ => false,
    };
    let said = match code(Some(error)) {
        Some("not_now") => words.not_now.into(),
        Some("conflict") => words.overtaken.into(),
        Some("not_found") => words.gone.into(),
        Some("too_large") => problem_words("text", "too_long", lang).into(),
        _ if is_unknown(error, "characters") => problem_words("text", "characters", lang).into(),
        _ if is_unknown(error, "not_a_number") => {
            problem_words("phone", "not_a_number", lang).into()
        }
        _ if is_unknown(error, "past") => words.past.into(),
        _ if is_unknown(error, "unfilled") => (words.unfilled)("{…}").into(),
        _ if is_about(error, "attachments") => words.no_document.into(),
        _ if is_about(error, "topic") => words.closed_topic.into(),
        _ if is_unknown(error, "unknown_office") => words.no_office.into(),
        _ if is_unknown(error, "unknown_unit") => words.no_unit.into(),
        _ if is_unknown(error, "unknown_request") => words.no_request.into(),
        _ => refused(error, lang).unwrap_or_else(|| explain(lang, error)),
    };
    html! { <Notice severity={Severity::Error} live={true}><p>{ said }</p></Notice> }
}

/// What is wrong with a part of it, where there are words for that.
fn refused(error: &CallError, lang: Lang) -> Option<AttrValue> {
    let CallError::Problem(problem) = error else { return None };
    let said = |fault: &FieldFault| problem_words(&fault.field, &fault.reason, lang);
    problem.errors.iter().map(said).find(|said| !said.is_empty()).map(AttrValue::Static)
}
