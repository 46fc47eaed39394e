//! A new request: what it is about, what is asked, a last look, and the receipt. It is kept on the server at every pause.

mod check;
mod details;
pub(crate) mod device;
mod draft;
mod elsewhere;
mod later;
mod prefill;
mod rating;
mod topic;

use std::cell::RefCell;
use std::rc::Rc;

use shared::ids::{AttachmentId, CompanyId, RequestId};
use shared::lang::Lang;
use shared::requests::topics::TopicId;
use shared::requests::{About, Draft, Problem, Receipt, Show, Submit, Submitted, check};
use yew::prelude::*;

use super::about;
use super::act::Failure;
use super::form::Unready;
use super::names::{topic_name, use_offered};
use super::text::texts;
use super::thread::receipt;
use crate::api::CallError;
use crate::attachments::Uploader;
use crate::browser;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::query::{query_value, use_query, write_query};
use crate::remote::{Action, use_action, use_cache, use_remote};
use crate::route::Route;
use crate::session::{company_of, use_viewer};
use crate::ui::{
    Button, ButtonKind, Card, LinkButton, Notice, ProgressBar, Severity, Shape, Skeleton,
};
use crate::words;
use check::{Check, TOPIC};
use details::Details;
pub(crate) use details::PositionChoice;
use draft::{Keeping, Kept, use_draft};
use later::Later;
use prefill::Prefill;
use rating::Sending;
pub(crate) use topic::Finder;

/// Changes the draft.
type Change = Callback<Draft>;

/// Says which step it is, or that it was sent, and takes the focus when that changes.
const STEP_ID: &str = "passo";
/// In the address: the request that was sent, so that its receipt is there again.
const SENT: &str = "inviata";

/// The stepper, or the receipt of what was sent: at its end, and where the page is loaded again or come back to.
#[component]
pub fn New() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (named, name) = use_query(SENT);
    let named = named.and_then(|id| id.parse::<RequestId>().ok());
    let sent = use_state(|| None::<Submitted>);
    let title = if named.is_some() { words.new_text.sent } else { words.new };
    use_heading(Some(AttrValue::Static(title)), None);
    use_effect_with(sent.as_ref().map(|sent| sent.id), |sent| {
        if sent.is_some() {
            browser::focus(&["#", STEP_ID].concat());
        }
    });
    let onsent = {
        let sent = sent.setter();
        Callback::from(move |now: Submitted| {
            name.emit(Some(now.id.to_string()));
            sent.set(Some(now));
        })
    };
    match (named, &*sent) {
        (None, _) => html! { <Steps {onsent} /> },
        (Some(request), Some(sent)) if sent.id == request => done(request, &sent.receipt, lang),
        (Some(request), _) => html! { <Sent {request} /> },
    }
}

#[derive(PartialEq, Properties)]
struct StepsProps {
    onsent: Callback<Submitted>,
}

/// The stepper.
#[component]
fn Steps(props: &StepsProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let own = company_of(&viewer);
    let kept = use_draft(start(own), viewer.person);
    let (step, go) = use_query("passo");
    let (tries, unready) = (use_state_eq(|| 0_u32), use_state_eq(|| false));
    let (submit, wish) = (use_submit(props.onsent.clone()), use_state_eq(|| false));
    let (at, closed) = use_place(step.as_deref(), &kept, lang);
    let wanted = use_step_focus(at);
    if kept.loading {
        return html! { <Skeleton shape={Shape::Card} count={6} /> };
    }
    let (content, onchange) = (kept.content.clone(), kept.change.clone());
    let part = match at {
        1 => {
            let chosen = go.reform(|()| Some("2".to_owned()));
            html! { <Finder {content} {onchange} {chosen} /> }
        }
        2 => html! { <Details {content} {onchange} fixed={own.is_some()} tries={*tries} /> },
        _ => html! { <Check {content} fixed={own.is_some()} change={changer(&go, wanted)} /> },
    };
    let foot = match at {
        1 => html! {},
        2 => html! {
            <div class="row">
                <Button onclick={onwards(&kept.content, &tries, &go)}>{ words.new_text.next }</Button>
                <Button kind={ButtonKind::Ghost} onclick={to(&go, "1")}>{ words.new_text.back }</Button>
            </div>
        },
        _ => last(&kept, &submit, &go, (*unready, &wish), lang),
    };
    let name = words.new_text.steps.get(at as usize - 1).copied().unwrap_or_default();
    let said = (words.new_text.step)(at);
    html! {
        <div class="stack">
            <div>
                <p id={STEP_ID} tabindex="-1" class="strong">{ said.clone() }{ " · " }{ name }</p>
                <ProgressBar label={said} value={at} max={3} />
            </div>
            { prefill(&kept) }
            { closed }
            { part }
            // In one place for all steps: what is on its way goes on.
            <div hidden={at == 1}>{ documents(&kept, &unready, lang) }</div>
            { foot }
            { kept.foot(lang) }
        </div>
    }
}

/// Sends the draft.
#[hook]
fn use_submit(onsent: Callback<Submitted>) -> Action<Submit> {
    let cache = use_cache();
    use_action::<Submit>(Callback::from(move |sent: Submitted| {
        // What lists say is over, and so is what the address said of the draft.
        cache.clear();
        about::NAMES.iter().for_each(|name| write_query(name, None));
        onsent.emit(sent);
    }))
}

/// The step that is shown: without a topic the first one.
fn place(step: Option<&str>, content: &Draft) -> u32 {
    match (step, content.topic) {
        (_, None) | (Some("1"), _) => 1,
        (Some("3"), _) => 3,
        _ => 2,
    }
}

/// The same as what is offered has it: in the place of a topic that is offered no longer stands the one that has taken it, or another one
/// is to be chosen first; why is said.
#[hook]
fn use_place(step: Option<&str>, kept: &Kept, lang: Lang) -> (u32, Html) {
    let content = &kept.content;
    let offered = use_offered(content, lang);
    let is_closed = |topic| offered.is_some() && topic_name(offered.as_deref(), topic).is_none();
    let is_closed = content.topic.is_some_and(is_closed);
    let instead = offered.as_ref().and_then(|offered| offered.instead).filter(|_| is_closed);
    let chosen = use_state_eq(|| None::<TopicId>);
    use_effect_with(instead, {
        let (chosen, redirect) = (chosen.setter(), kept.redirect.clone());
        move |instead| {
            if let Some(instead) = *instead {
                chosen.set(Some(instead));
                redirect.emit(instead);
            }
        }
    });
    let said = |severity: Severity, words: &'static str| html! { <Notice {severity} live={true}><p>{ words }</p></Notice> };
    let words = texts(lang);
    match is_closed && instead.is_none() {
        true => (1, said(Severity::Warning, words.closed_topic)),
        false if chosen.is_some() && *chosen == content.topic => {
            (place(step, content), said(Severity::Info, words.other_topic))
        }
        false => (place(step, content), html! {}),
    }
}

/// The id of the field that somebody goes back to.
type Wanted = Rc<RefCell<Option<AttrValue>>>;

/// Whoever goes on finds themselves at the beginning of the next step, or in the field that they wanted to change.
#[hook]
fn use_step_focus(at: u32) -> Wanted {
    let (before, wanted) = (use_mut_ref(|| None::<u32>), use_mut_ref(|| None::<AttrValue>));
    use_effect_with(at, {
        let wanted = wanted.clone();
        move |now| {
            let moved = before.replace(Some(*now)).is_some_and(|before| before != *now);
            if moved {
                let field = wanted.take();
                browser::focus(&["#", field.as_deref().unwrap_or(STEP_ID)].concat());
            }
        }
    });
    wanted
}

/// Leads to where a part of the draft is changed, by the name of its field: the topic is chosen in the first step.
fn changer(go: &Callback<Option<String>>, wanted: Wanted) -> Callback<&'static str> {
    go.reform(move |field: &'static str| {
        let is_topic = field == TOPIC;
        wanted.replace((!is_topic).then(|| details::id(field)));
        Some(if is_topic { "1" } else { "2" }.to_owned())
    })
}

/// Leads to a step.
fn to(go: &Callback<Option<String>>, step: &'static str) -> Callback<MouseEvent> {
    go.reform(move |_: MouseEvent| Some(step.to_owned()))
}

/// Leads to the last look if nothing is missing, and says what is otherwise.
fn onwards(
    content: &Draft,
    tries: &UseStateHandle<u32>,
    go: &Callback<Option<String>>,
) -> Callback<MouseEvent> {
    let (ready, tries, go) = (is_ready(content), tries.clone(), go.clone());
    Callback::from(move |_: MouseEvent| match ready {
        true => {
            tries.set(0);
            go.emit(Some("3".to_owned()));
        }
        false => tries.set(*tries + 1),
    })
}

/// The last step: it is sent as it is kept, now or, if that is wished where there is no network, as soon as there is one.
fn last(
    kept: &Kept,
    submit: &Action<Submit>,
    go: &Callback<Option<String>>,
    (unready, wish): (bool, &UseStateHandle<bool>),
    lang: Lang,
) -> Html {
    let words = texts(lang).new_text;
    let is_sendable = is_ready(&kept.content) && !unready;
    let is_kept = kept.keeping == Keeping::Kept;
    let version = kept.version;
    let send = kept.draft.map(|draft| submit.run.reform(move |()| Submit { draft, version }));
    let send = send.unwrap_or_default();
    let offline = submit.error == Some(CallError::Offline);
    let wishes = |wished: bool| {
        let wish = wish.setter();
        Callback::from(move |_: MouseEvent| wish.set(wished))
    };
    let back = {
        let wish = wish.setter();
        to(go, "2").reform(move |event: MouseEvent| {
            wish.set(false);
            event
        })
    };
    let waits = **wish && is_sendable && (submit.error.is_none() || offline);
    if waits {
        let ready = is_kept && !submit.busy;
        return html! { <Later {ready} {offline} {send} cancel={wishes(false)} /> };
    }
    let busy = submit.busy || !is_kept;
    html! {
        <>
            <Failure error={submit.error.clone()} />
            if unready { <Unready {lang} /> }
            <div class="row">
                if is_sendable && (kept.is_offline() || offline) {
                    <Button onclick={wishes(true)}>{ words.send_later }</Button>
                } else if is_sendable {
                    <Button {busy} onclick={send.reform(|_: MouseEvent| ())}>{ words.send }</Button>
                }
                <Button kind={ButtonKind::Ghost} onclick={back}>{ words.back }</Button>
            </div>
        </>
    }
}

/// The documents; the draft keeps those that are under way as well.
fn documents(kept: &Kept, unready: &UseStateHandle<bool>, lang: Lang) -> Html {
    let (content, unready) = (kept.content.clone(), unready.setter());
    let on_change = kept
        .change
        .reform(move |attachments: Vec<AttachmentId>| Draft { attachments, ..content.clone() });
    let on_ready = Callback::from(move |ready: bool| unready.set(!ready));
    html! {
        <Card title={texts(lang).documents}>
            <Uploader key={kept.round} value={kept.content.attachments.clone()} {on_change} {on_ready} />
        </Card>
    }
}

/// What keeps the draft from being sent, as far as this device knows: which topics there are the server knows.
fn problems(content: &Draft) -> Vec<Problem> {
    check(content, |_| true)
}

/// What can be wrong: the field, and the reason as a fault names it.
const PROBLEMS: [(&str, &str); 10] = [
    ("company", "empty"),
    ("topic", "empty"),
    ("subject", "empty"),
    ("subject", "too_long"),
    ("text", "empty"),
    ("text", "too_long"),
    ("text", "too_short"),
    ("text", "characters"),
    ("attachments", "too_many"),
    ("phone", "not_a_number"),
];

/// A problem in words.
fn said(problem: Problem, lang: Lang) -> &'static str {
    let (field, reason) = problem.field();
    problem_words(field, reason, lang)
}

/// What is wrong in words, by the field and the reason as a fault names them.
pub(crate) fn problem_words(field: &str, reason: &str, lang: Lang) -> &'static str {
    // Of whichever field it is: the words stand at it.
    let field = if reason == "characters" { "text" } else { field };
    let place = PROBLEMS.iter().position(|one| *one == (field, reason));
    place.and_then(|at| texts(lang).new_text.problem.get(at).copied()).unwrap_or_default()
}

/// Whether nothing is missing.
fn is_ready(content: &Draft) -> bool {
    problems(content).is_empty()
}

/// What the address says that it is about.
fn start(own: Option<CompanyId>) -> Draft {
    let company = query_value("azienda").and_then(|id| id.parse().ok()).or(own);
    let topic = query_value("argomento").and_then(|id| id.parse().ok());
    Draft {
        company,
        matricola: query_value("posizione"),
        topic: topic.map(TopicId),
        about: about::from_address(),
        subject: query_value("oggetto").unwrap_or_default(),
        text: query_value("testo").unwrap_or_default(),
        ..Draft::default()
    }
}

/// Writes what a piece of evidence asks for, where nobody wrote anything yet.
fn prefill(kept: &Kept) -> Html {
    let content = &kept.content;
    match (&content.about, content.company) {
        (Some(About::Evidence(key)), Some(company))
            if content.text.is_empty() && kept.draft.is_none() =>
        {
            let (content, onchange) = (content.clone(), kept.change.clone());
            html! { <Prefill {company} piece={key.clone()} {content} {onchange} /> }
        }
        _ => html! {},
    }
}

#[derive(PartialEq, Properties)]
struct SentProps {
    request: RequestId,
}

/// What was sent, loaded again or come back to.
#[component]
fn Sent(props: &SentProps) -> Html {
    let lang = use_lang();
    use_remote(&Show { request: props.request }).draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={6} /> },
        |thread| done(thread.id, &thread.receipt, lang),
    )
}

fn done(request: RequestId, receipt_of: &Receipt, lang: Lang) -> Html {
    let words = texts(lang);
    let href = Route::Request { request }.href();
    let day = |day| words::day(day, lang);
    let then = (words.new_text.then)(
        &receipt_of.office_name,
        &day(receipt_of.expected),
        &day(receipt_of.due),
    );
    html! {
        <div class="stack">
            <div id={STEP_ID} tabindex="-1">
                <Notice severity={Severity::Success} title={words.new_text.sent}><p>{ then }</p></Notice>
            </div>
            <Card title={words.receipt}>{ receipt(request, receipt_of, lang) }</Card>
            <p><LinkButton {href}>{ words.new_text.open }</LinkButton></p>
            <Sending {request} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_its_words() {
        let wrong = |text: &str| {
            let long =
                Draft { subject: "x".repeat(200), text: "x".repeat(20_000), ..Draft::default() };
            let bad = Draft { text: text.to_owned(), phone: Some("x".into()), ..Draft::default() };
            [long, bad]
        };
        let drafts = ["", "a\0b"].into_iter().flat_map(wrong);
        for problem in drafts.flat_map(|draft| problems(&draft)) {
            for lang in Lang::ALL {
                assert!(!said(problem, lang).is_empty(), "{problem:?}");
            }
        }
    }
}
