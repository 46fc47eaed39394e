//! Names of what requests consist of.

use std::rc::Rc;

use shared::calendar::{Day, Weekday};
use shared::desk;
use shared::format::weekday_name;
use shared::lang::Lang;
use shared::register::ProtocolNumber;
use shared::requests::topics::TopicId;
use shared::requests::words::{BEGUN, STOPPED};
use shared::requests::{
    Clock, Desk, Draft, LONGEST_TEXT, Offered, Outcome, RequestRow, Side, State, TopicRow, Topics,
    View,
};
use yew::prelude::*;

use super::text::texts;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Choice, Link, Tag, Tone};
use crate::words;

/// The topics in a language, for their names: those that are no longer offered too.
#[hook]
pub(super) fn use_topics(lang: Lang) -> Option<Rc<Offered>> {
    use_remote(&Topics { lang, withdrawn: true, ..Topics::default() }).value
}

/// The topics for what a draft is about, with who answers and by when.
#[hook]
pub(super) fn use_offered(content: &Draft, lang: Lang) -> Option<Rc<Offered>> {
    let (company, matricola, topic) = (content.company, content.matricola.clone(), content.topic);
    use_remote(&Topics { lang, company, matricola, topic, ..Topics::default() }).value
}

/// The name of a topic, once topics are known.
pub(super) fn topic_name(offered: Option<&Offered>, topic: TopicId) -> Option<&str> {
    let row = offered?.topics.iter().find(|row| row.id == topic)?;
    Some(&row.title)
}

/// The same where another one may have taken its place: what both are called.
pub(super) fn topic_today(offered: Option<&Offered>, topic: TopicId, lang: Lang) -> Option<String> {
    let name = topic_name(offered, topic)?;
    let row = offered?.topics.iter().find(|row| row.id == topic)?;
    let today = row.instead.and_then(|id| topic_name(offered, id));
    Some(today.map_or_else(|| name.to_owned(), |today| (texts(lang).formerly)(today, name)))
}

/// How long a topic usually takes at the office that would answer, where that is known, with the way to all figures.
pub(super) fn usual(offered: Option<&Offered>, topic: Option<TopicId>, lang: Lang) -> Html {
    let row = |topic| offered?.topics.iter().find(|row| row.id == topic);
    let Some(said) = topic.and_then(row).and_then(|row| takes(row, lang)) else { return html! {} };
    let figures = texts(lang).new_text.figures;
    html! { <p class="muted">{ said }{ " " }<Link href={Route::Statistics.href()}>{ figures }</Link></p> }
}

/// The same in words, of a topic as it is offered.
pub(super) fn takes(row: &TopicRow, lang: Lang) -> Option<String> {
    let (words, usual) = (texts(lang).new_text, row.usual?);
    let of = words.usual_of.get(usual.of as usize).copied().unwrap_or_default();
    Some((words.usual)(of, usual.figure.median, usual.figure.ninety))
}

/// The name of a topic in a language, once topics are known.
#[hook]
pub(crate) fn use_topic_name(topic: Option<TopicId>, lang: Lang) -> Option<String> {
    let topics = use_topics(lang);
    topic_name(topics.as_deref(), topic?).map(str::to_owned)
}

/// A state in a word.
pub(crate) fn state(state: State, lang: Lang) -> (Tone, &'static str) {
    let tone = match state {
        State::Routed | State::Awaiting(_) => Tone::Orange,
        State::InCharge(_) => Tone::Blue,
        State::Closed(Outcome::Accepted | Outcome::Partly) => Tone::Green,
        State::Closed(Outcome::Rejected) => Tone::Red,
        State::Closed(Outcome::NotPertinent | Outcome::Withdrawn | Outcome::Merged) => Tone::Grey,
    };
    (tone, state.name().of(lang))
}

/// The subject line of a row, marked where something of it was not looked at, and where the office began.
pub(crate) fn subject(row: &RequestRow, lang: Lang) -> Html {
    let line = match row.unread {
        true => html! {
            <><span class="unread-dot" aria-hidden="true"></span><span class="sr-only">{ texts(lang).unread }{ " " }</span>{ row.subject.clone() }</>
        },
        false => html! { <span class="read">{ row.subject.clone() }</span> },
    };
    html! { <>{ line }{ begun(row.protocol, lang) }</> }
}

/// That the office began what has this number.
pub(super) fn begun(number: ProtocolNumber, lang: Lang) -> Html {
    match Side::that_began(number) {
        Side::Office => html! { <>{ " " }<Tag tone={Tone::Blue} label={BEGUN.of(lang)} /></> },
        Side::Customer | Side::Clock => html! {},
    }
}

/// That somebody waits to be called.
pub(crate) fn waits_for_call(lang: Lang) -> Html {
    html! { <Tag tone={Tone::Orange} label={View::Call.name().of(lang)} /> }
}

/// The last day for the answer as a row tells it, with its warning; none is known while the office waits.
pub(super) fn due(clock: &Clock, lang: Lang) -> Html {
    if clock.paused {
        return html! { STOPPED.of(lang) };
    }
    let day = words::day(clock.due, lang);
    match clock.late {
        true => html! { <Tag tone={Tone::Red} label={day} /> },
        false => html! { day },
    }
}

/// What the clock does next, and when, as the queue is sorted by it; with a warning from two days before.
pub(crate) fn next(clock: &Clock, today: Day, lang: Lang) -> Html {
    let words = texts(lang);
    if clock.paused {
        return html! { STOPPED.of(lang) };
    }
    let steps = [(words.remind, clock.remind), (words.escalate, clock.escalate)];
    let ahead = steps.into_iter().find(|(_, day)| *day >= today);
    let (what, day) = ahead.unwrap_or((words.due, clock.due));
    let label = [what, " ", words::day(day, lang).as_str()].concat();
    let tone = match (clock.late, day.days_since(today) <= 2) {
        (true, _) => Tone::Red,
        (false, true) => Tone::Orange,
        (false, false) => return html! { label },
    };
    html! { <Tag {tone} {label} /> }
}

/// An answer to choose.
pub(crate) fn choice(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Choice {
    Choice { value: value.into(), label: label.into() }
}

/// That a text has more characters than one may send; it is not cut, so that nothing of it is lost.
pub(crate) fn over_long(text: &str, most: usize, lang: Lang) -> Option<AttrValue> {
    // As it is sent.
    let count = text.trim().chars().count();
    let words = |count: usize| words::count(count as u64, lang);
    (count > most).then(|| (texts(lang).over)(&words(count), &words(most)).into())
}

/// Which placeholder of a text module is left in what a company would read.
pub(crate) fn unfilled(text: &str, lang: Lang) -> Option<AttrValue> {
    desk::unfilled(text).map(|left| (texts(lang).unfilled)(left.written()).into())
}

/// How long a text is, from four fifths of what one may send on.
pub(super) fn so_far(text: &str, lang: Lang) -> Option<String> {
    let count = text.trim().chars().count();
    let words = |count: usize| words::count(count as u64, lang);
    let is_told = (LONGEST_TEXT * 4 / 5..=LONGEST_TEXT).contains(&count);
    is_told.then(|| (texts(lang).so_far)(&words(count), &words(LONGEST_TEXT)))
}

/// A day of the week by its number: 1 is Monday.
pub(crate) fn of_week(day: u8) -> Weekday {
    Weekday::try_from(day.saturating_sub(1)).unwrap_or(Weekday::Mon)
}

/// Where and when an operator is to be reached, in the unit of this name.
pub(crate) fn reached(desk: &Desk, unit: &str, lang: Lang) -> String {
    let texts = texts(lang);
    let days: Vec<&str> = desk.days.iter().map(|day| weekday_name(of_week(*day), lang)).collect();
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let (from, to) = (time(desk.from), time(desk.to));
    let hours = (texts.reached)(unit, &days.join(", "), &from, &to);
    let contact = Some(desk.contact.clone()).filter(|contact| !contact.trim().is_empty());
    let away = desk.away.map(|last| (texts.away)(&words::day(last, lang)));
    [Some(hours), contact, away].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
