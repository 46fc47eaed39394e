//! What was said and done, the oldest first.

use shared::ids::RequestId;
use shared::lang::Lang;
use shared::register::{Annulled, Registered};
use shared::requests::words::{ANNULLED, CONTESTABLE, LAW, NEXT};
use shared::requests::{Action, Answer, Line, Outcome, Side, State, What};
use yew::prelude::*;

use super::names::state;
use super::text::texts;
use crate::attachments::documents;
use crate::route::Route;
use crate::ui::{KeyValue, KeyValues, Link, Tag, Tone};
use crate::{receipts, words};

/// The lines of a conversation.
pub(super) fn conversation(lines: &[Line], lang: Lang) -> Html {
    // What the other side writes meanwhile is read out.
    html! {
        <div role="log" aria-label={texts(lang).conversation}>
            <ol class="thread">{ for lines.iter().map(|one| line(one, lang)) }</ol>
        </div>
    }
}

fn line(line: &Line, lang: Lang) -> Html {
    let words = texts(lang);
    let who = match (&line.by.name, line.by.me) {
        (Some(name), true) => [name, " ", words.me].concat(),
        (Some(name), false) => name.clone(),
        (None, _) => line.by.side.name().of(lang).into(),
    };
    let class = match line.by.side {
        Side::Customer => "message message-asked",
        Side::Office | Side::Clock => "message",
    };
    let at = words::moment(line.at, lang);
    html! {
        <li {class} key={line.number}>
            <p class="row small">
                <span class="strong">{ who }</span>
                <span>{ happened(line, lang) }</span>
                if line.what.is_internal() { <Tag tone={Tone::Orange} label={words.internal} /> }
                <span class="muted">{ at }</span>
            </p>
            { said(line, lang) }
            { prose(&line.comment) }
            { way(line) }
            { documents(&line.attachments, false, lang) }
            { for line.registered.as_ref().map(|registered| receipt(registered, lang)) }
            { for line.annulled.as_ref().map(|annulled| ended_registration(annulled, lang)) }
        </li>
    }
}

/// Under which number a line is registered, and folded up what proves it.
fn receipt(registered: &Registered, lang: Lang) -> Html {
    let (words, number) = (texts(lang), registered.number.to_string());
    let items = vec![
        KeyValue::text(words.registered, words::moment(registered.at, lang)),
        KeyValue::mono(words.digest, registered.digest.clone()),
    ];
    html! {
        <details class="record-rest small">
            <summary><span>{ words.protocol }{ " " }<span class="mono">{ number }</span></span></summary>
            <KeyValues {items} />
            <p>{ receipts::verify_link(registered, lang) }</p>
        </details>
    }
}

/// That the registration counts no more, since when and why.
fn ended_registration(Annulled { at, reason, .. }: &Annulled, lang: Lang) -> Html {
    html! {
        <>
            <p class="row small">
                <Tag tone={Tone::Red} label={ANNULLED.of(lang)} /><span class="muted">{ words::moment(*at, lang) }</span>
            </p>
            { prose(reason) }
        </>
    }
}

fn happened(line: &Line, lang: Lang) -> String {
    let done = line.what.happened(line.by.side).of(lang);
    // Another request is named by the link to it.
    let is_linked = other(&line.what).is_some();
    match &line.to {
        Some(to) if !is_linked => [done, ": ", to].concat(),
        _ => done.to_owned(),
    }
}

/// The other request that a line is about.
const fn other(what: &What) -> Option<RequestId> {
    match what {
        What::Done(Action::Merge { into: other, .. }) | What::Joined { from: other } => {
            Some(*other)
        }
        _ => None,
    }
}

/// The way to it, by its number.
fn way(line: &Line) -> Html {
    let link = other(&line.what).zip(line.to.as_ref()).map(|(request, number)| {
        let href = Route::Request { request }.href();
        html! { <p><Link {href}>{ number }</Link></p> }
    });
    link.unwrap_or_default()
}

fn prose(text: &str) -> Html {
    html! { if !text.is_empty() { <p class="prose">{ text.to_owned() }</p> } }
}

/// The words of a line.
fn said(line: &Line, lang: Lang) -> Html {
    let words = texts(lang);
    match &line.what {
        What::Opened { text, .. } | What::Done(Action::Reply { text, .. }) => prose(text),
        What::Done(Action::CallBack { phone, when }) => {
            html! { <>{ prose(phone) }{ prose(when) }</> }
        }
        What::Done(Action::Rate { stars, aspect, comment }) => {
            let aspect = aspect.map(|aspect| html! { <p>{ aspect.name(*stars).of(lang) }</p> });
            html! { <><p>{ (words.stars)(*stars) }</p>{ for aspect }{ prose(comment) }</> }
        }
        What::Done(Action::Answer { answer, outcome, .. }) => answered(answer, *outcome, lang),
        What::Done(Action::Close { outcome, comment, .. }) => {
            html! { <>{ ended(*outcome, lang) }{ prose(comment) }</> }
        }
        What::Done(Action::Transfer { office, reason, .. }) => {
            let unit = line.to_unit.as_ref().map(|unit| unit.of(lang)).unwrap_or_default();
            let to = [office.as_str(), " · ", unit].concat();
            html! { <><p>{ to }</p>{ prose(reason) }</> }
        }
        What::Done(
            Action::Withdraw { reason: text }
            | Action::Reopen { reason: text, .. }
            | Action::Escalate { reason: text }
            | Action::Return { reason: text }
            | Action::Ask { text, .. }
            | Action::Called { text }
            | Action::Note { text },
        ) => prose(text),
        What::Done(Action::Merge { comment, .. }) => {
            html! { <>{ ended(Outcome::Merged, lang) }{ prose(comment) }</> }
        }
        What::Done(Action::Take | Action::Assign { .. })
        | What::Joined { .. }
        | What::Reminded
        | What::Escalated
        | What::Late => {
            html! {}
        }
    }
}

fn ended(outcome: Outcome, lang: Lang) -> Html {
    let (tone, label) = state(State::Closed(outcome), lang);
    html! { <p><Tag {tone} {label} /></p> }
}

/// An answer is more than words: what was decided, by which law, what comes next, until when it can be contested.
fn answered(answer: &Answer, outcome: Option<Outcome>, lang: Lang) -> Html {
    let parts = [(LAW, &answer.law), (NEXT, &answer.next)];
    let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
    let mut items: Vec<KeyValue> =
        parts.map(|(key, text)| KeyValue::text(key.of(lang), text.clone())).collect();
    let day = answer.contestable.map(|day| words::day(day, lang));
    items.extend(day.map(|day| KeyValue::text(CONTESTABLE.of(lang), day)));
    html! {
        <>
            { for outcome.map(|outcome| ended(outcome, lang)) }
            <p class="prose">{ answer.decision.clone() }</p>
            if !items.is_empty() { <KeyValues {items} /> }
        </>
    }
}
