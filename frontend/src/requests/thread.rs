//! One request: where it stands, its clock, who is in charge, the conversation, and what can be done now.

mod archive;
mod context;

use shared::endpoint::url;
use shared::ids::{CompanyId, RequestId};
use shared::lang::Lang;
use shared::live::TopicKind;
use shared::register::Registered;
use shared::requests::topics::TopicId;
use shared::requests::{About, Clock, Files, Follower, Look, Receipt, Show, Side, Thread};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::about::{Ask, origin};
use super::act::Acts;
use super::conversation::conversation;
use super::names::{begun, reached, state, topic_today, use_topics, waits_for_call};
use super::text::texts;
use super::unfinished::Left;
use crate::api;
use crate::attachments::documents;
use crate::desk::{Related, use_turns};
use crate::events;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::live::use_live;
use crate::remote::{use_cache, use_remote};
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::{Accordion, Card, KeyValue, KeyValues, Link, ProgressBar, Shape, Skeleton, Tag};
use crate::{receipts, words};
use archive::Away;
use context::Context;

/// Props of [`One`].
#[derive(PartialEq, Properties)]
pub struct OneProps {
    /// Which.
    pub request: RequestId,
}

/// The request, as either side sees it. Each begins anew, but for the queue beside it.
#[component]
pub fn One(props: &OneProps) -> Html {
    let request = props.request;
    match use_viewer().role.is_staff() {
        true => html! { <Turned {request} /> },
        false => html! { <Whole {request} key={request.to_string()} /> },
    }
}

/// A request of the queue, from which keys lead to the next one.
#[component]
fn Turned(props: &OneProps) -> Html {
    let request = props.request;
    let queue = use_turns(request);
    html! { <Whole {request} {queue} key={request.to_string()} /> }
}

#[derive(PartialEq, Properties)]
struct WholeProps {
    request: RequestId,
    /// What stands around it in the queue, for the office.
    #[prop_or_default]
    queue: Html,
}

/// All of a request: what the caller may do is what the server says.
#[component]
fn Whole(props: &WholeProps) -> Html {
    let (lang, is_staff) = (use_lang(), use_viewer().role.is_staff());
    let remote = use_remote(&Show { request: props.request });
    let topic = (TopicKind::Request, Some(props.request.to_string()));
    use_live(&[topic], remote.reload.clone());
    let topics = use_topics(lang);
    use_look(remote.value.as_deref());
    let subject = remote.value.as_ref().map(|thread| thread.subject.clone().into());
    let company = remote.value.as_ref().map(|thread| thread.name.clone().into());
    use_heading(subject, company);
    let page = remote.draw(
        lang,
        || html! { <div class="stack"><Skeleton shape={Shape::Card} count={4} /><Skeleton shape={Shape::Card} count={8} /></div> },
        |thread| {
            let topic = topic_today(topics.as_deref(), thread.topic, lang);
            html! {
                <div class="thread-columns">
                    <div class="stack">
                        { standing(thread, lang) }
                        <Card title={texts(lang).conversation}>{ conversation(&thread.lines, lang) }</Card>
                        <Acts thread={thread.clone()} ondone={remote.reload.clone()} />
                        if !is_staff {
                            <Away request={thread.id} archived={thread.archived} ondone={remote.reload.clone()} />
                        }
                    </div>
                    <div class="stack">
                        { props.queue.clone() }
                        { beside(thread, topic, lang) }
                        <Onwards company={thread.company} request={thread.id} topic={thread.topic} />
                    </div>
                </div>
            }
        },
    );
    // What was written where nothing can be read any more is its writer's still.
    let is_gone = remote.error.as_ref().is_some_and(api::CallError::is_not_found);
    html! { <>{ page }if is_gone { <Left request={Some(props.request)} /> }</> }
}

/// Notes that it was looked at, once for each thing that is new. What lists say of it is over then.
#[hook]
fn use_look(thread: Option<&Thread>) {
    let cache = use_cache();
    let newest = thread.filter(|thread| thread.unread);
    let newest = newest.and_then(|thread| Some((thread.id, thread.lines.last()?.number)));
    use_effect_with(newest, move |newest| {
        let Some((request, line)) = *newest else { return };
        spawn_local(async move {
            // It stays unread if it fails, and is noted the next time.
            if api::call(&Look { request, line }).await.is_ok() {
                cache.clear();
            }
        });
    });
}

/// What to know first: where it stands, and when the answer comes.
fn standing(thread: &Thread, lang: Lang) -> Html {
    let words = texts(lang);
    let (tone, label) = state(thread.state, lang);
    let Clock { elapsed, due, paused, late, .. } = thread.clock;
    let when = match (thread.state.is_open(), paused, late) {
        (false, ..) => (words.took)(u64::from(elapsed)),
        (_, true, _) => words.paused.to_owned(),
        (_, _, true) => words.late.to_owned(),
        _ if events::now().day_in_rome() <= thread.expected => {
            (words.expected_by)(&words::day(thread.expected, lang))
        }
        _ => (words.latest_by)(&words::day(due, lang)),
    };
    let again = thread.reopens_until.map(|last| (words.reopen_by)(&words::day(last, lang)));
    let begun = begun(thread.receipt.registered.number, lang);
    html! { <p class="row"><Tag {tone} {label} />{ begun }<span>{ when }</span>{ for again.map(|again| html! { <span>{ again }</span> }) }</p> }
}

#[derive(PartialEq, Properties)]
struct OnwardsProps {
    company: CompanyId,
    request: RequestId,
    topic: TopicId,
}

/// For the customer the request that follows this one; for the office what else it knows of the company.
#[component]
fn Onwards(props: &OnwardsProps) -> Html {
    let (lang, company, request) = (use_lang(), props.company, props.request);
    let (about, topic) = (About::Request(request), Some(props.topic));
    if use_viewer().role.is_staff() {
        return html! { <><Related {request} /><Context {company} {request} /></> };
    }
    html! { <p><Ask {company} {topic} {about} label={texts(lang).follow} /></p> }
}

fn beside(thread: &Thread, topic: Option<String>, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <>
            <Card title={words.clock}>
                { clock(&thread.clock, thread.state.is_open(), lang) }
            </Card>
            <Card title={words.facts}><KeyValues items={facts(thread, topic, lang)} /></Card>
            { whole(thread, lang) }
            <Accordion title={words.receipt}>{ receipt(thread.id, &thread.receipt, lang) }</Accordion>
        </>
    }
}

/// The whole conversation with its documents as one file.
fn whole(thread: &Thread, lang: Lang) -> Html {
    let href = url(&Files { request: thread.id, lang: Some(lang) }).unwrap_or_default();
    html! { <p><a class="link" {href} download="">{ texts(lang).all_documents }</a></p> }
}

/// The days that count, and what happens on which.
fn clock(clock: &Clock, open: bool, lang: Lang) -> Html {
    let words = texts(lang);
    let said = (words.elapsed)(clock.elapsed, clock.terms.most_days);
    let days =
        [(words.remind, clock.remind), (words.escalate, clock.escalate), (words.due, clock.due)];
    let items: Vec<KeyValue> =
        days.into_iter().map(|(key, day)| KeyValue::text(key, words::day(day, lang))).collect();
    html! {
        <div class="stack">
            <p class="strong">{ said.clone() }</p>
            <ProgressBar label={said} value={u32::from(clock.elapsed)} max={u32::from(clock.terms.most_days)} />
            if open {
                if clock.paused { <p class="small muted">{ words.if_today }</p> }
                <KeyValues {items} />
            }
        </div>
    }
}

fn facts(thread: &Thread, topic: Option<String>, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let charge = match &thread.charge {
        Some(charge) => {
            let since = (words.since)(&words::moment(charge.since, lang));
            [&charge.name, " · ", &since].concat()
        }
        None => words.nobody.to_owned(),
    };
    let office = [&thread.office_name, " · ", thread.unit_name.of(lang)].concat();
    let office = match &thread.office_address {
        Some(address) => [&office, " · ", address].concat(),
        None => office,
    };
    let company = Route::Company { company: thread.company }.href();
    let hours = thread.charge.as_ref().and_then(|charge| {
        let unit = charge.unit_name.as_ref().map(|name| name.of(lang)).unwrap_or_default();
        Some(reached(charge.desk.as_ref()?, unit, lang))
    });
    // The bar of a phone has no room for all of a long one.
    let mut items = vec![
        KeyValue::text(words.subject, thread.subject.clone()),
        KeyValue::text(words.in_charge, charge),
    ];
    items.extend(hours.map(|hours| KeyValue::text(words.hours, hours)));
    items.extend([
        KeyValue::text(words.office, office),
        KeyValue::html(words.client, html! { <Link href={company}>{ &thread.name }</Link> }),
    ]);
    items.extend(topic.map(|topic| KeyValue::text(words.topic, topic)));
    let matricola = thread.matricola.as_deref().map(words::matricola);
    items.extend(matricola.map(|code| KeyValue::mono(words.position, code)));
    items.extend(thread.phone.as_ref().map(|phone| match thread.call {
        true => KeyValue::html(
            words.phone,
            html! { <><span class="mono">{ phone }</span>{ " " }{ waits_for_call(lang) }</> },
        ),
        false => KeyValue::mono(words.phone_given, phone.clone()),
    }));
    let about = thread.about.as_ref().map(|about| origin(thread.company, about, lang));
    items.extend(about.map(|link| KeyValue::html(words.about, link)));
    if !thread.followed.is_empty() {
        let links = thread.followed.iter().map(|Follower { request, protocol }| {
            let href = Route::Request { request: *request }.href();
            html! { <Link key={request.to_string()} {href}>{ protocol.to_string() }</Link> }
        });
        items
            .push(KeyValue::html(words.followed, html! { <span class="row">{ for links }</span> }));
    }
    items.extend(thread.stars.map(|stars| KeyValue::text(words.rating, (words.stars)(stars))));
    items.extend(thread.sending.as_ref().map(|rating| {
        let aspect = rating.aspect.map(|aspect| aspect.name(rating.stars).of(lang).to_owned());
        let comment = Some(rating.comment.clone()).filter(|comment| !comment.is_empty());
        let said = [Some((words.stars)(rating.stars)), aspect, comment];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        KeyValue::text(words.new_text.sending, said)
    }));
    items
}

/// What the customer keeps.
pub(super) fn receipt(request: RequestId, receipt: &Receipt, lang: Lang) -> Html {
    let words = texts(lang);
    let Registered { number, at, digest } = &receipt.registered;
    let office = [&receipt.office_name, " · ", receipt.unit_name.of(lang)].concat();
    let mut items = vec![
        KeyValue::mono(words.protocol, number.to_string()),
        KeyValue::text(words.registered, words::moment(*at, lang)),
        KeyValue::text(words.office, office),
    ];
    // What the office wrote first has no answer to be expected.
    if Side::that_began(*number) == Side::Customer {
        let days = [(words.expected, receipt.expected), (words.due, receipt.due)];
        items.extend(days.map(|(key, day)| KeyValue::text(key, words::day(day, lang))));
    }
    items.push(KeyValue::mono(words.digest, digest.clone()));
    if !receipt.attachments.is_empty() {
        let list = documents(&receipt.attachments, true, lang);
        items.push(KeyValue::html(words.documents, list));
    }
    let links = receipts::links(request, &receipt.registered, lang);
    html! { <div class="stack"><KeyValues {items} />{ links }</div> }
}
