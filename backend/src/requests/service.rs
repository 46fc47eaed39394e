//! Which requests somebody may see, and in which part they act.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use shared::attachments::Attachment;
use shared::auth::{Resource, Role, Verb, permits};
use shared::calendar::{Day, Instant};
use shared::fault::Fault;
use shared::ids::{AttachmentId, CompanyId, DraftId, PersonId, RequestId};
use shared::lang::Lang;
use shared::live::{Topic, TopicKind};
use shared::offices::OfficeCode;
use shared::register::ProtocolNumber;
use shared::requests::topics::TopicId;
use shared::requests::{
    Act, Action, Actor, Clock, ClockTerms, Draft, Outcome, Pause, Receipt, RequestRow, STAFF, Side,
    State, clock_by, holding,
};

pub use super::act::{act_with_copies, sending_rated};
use super::drafts;
use super::expected::promise;
use super::list::{self, differs, row, stand};
pub use super::list::{Counted, Tallies, Tally};
pub use super::queue::{Waiting, open_at};
pub use super::search::{Findable, company, findable, found_by, rows};
pub use super::submit::furnish_begun;
use super::table::{BY_COMPANY, DRAFTS, Head, Json, Kept, LINES, LOOKS, LineRow, OPEN, REQUESTS};
pub use super::tell::annulled;
use crate::access::{self, Caller};
use crate::fault::Result;
use crate::files;
use crate::live::service::{self as live, Audience};
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::people::{Place, service as people};
use crate::statistics::service::{self as statistics, Answered};
use crate::store::{Order, ReadTx, Span, Store, WriteTx};

/// The part in which the caller may act on a request today; none if they may not know of it. An office knows the requests that are with
/// it, wherever the company has its positions; a customer those of companies for whom they act.
pub(super) fn actor(
    tx: &dyn ReadTx,
    caller: &Caller,
    head: &Head,
    today: Day,
) -> Result<Option<Actor>> {
    if STAFF.contains(&caller.role) {
        let is_here = offices::is_of(tx, &caller.place, head.office, today)?;
        let in_charge = head.charge.is_some_and(|(person, _)| person == caller.person);
        return Ok(is_here.then_some(match caller.role {
            Role::Manager => Actor::Head,
            _ if in_charge => Actor::InCharge,
            _ => Actor::Colleague,
        }));
    }
    let relation = access::relation(tx, caller, head.company, today)?;
    let may = |relation| permits(caller.role, relation, Resource::Requests, Verb::Read);
    Ok(relation.is_some_and(may).then_some(Actor::Customer))
}

/// The request of an id.
pub(super) fn head(tx: &dyn ReadTx, id: RequestId) -> Result<Option<Head>> {
    REQUESTS.get(tx, &id)?.map(|row| row.read()).transpose()
}

/// Keeps a request with a line that its conversation grew by.
pub(super) fn put(
    tx: &mut dyn WriteTx,
    id: RequestId,
    head: &mut Head,
    line: &LineRow,
) -> Result<()> {
    head.lines += 1;
    if !line.what.is_internal() {
        head.public = head.lines;
    }
    // Whoever says something has seen what was said before.
    if let Some(person) = line.person {
        LOOKS.put(tx, &(id, person), &head.lines)?;
    }
    // What the clock says changes nothing that somebody could be deciding by.
    head.version += u64::from(line.side != Side::Clock);
    LINES.put(tx, &(id, head.lines), &Json::of(line)?)?;
    tell_tabs(tx, id, head, line.what.is_internal())?;
    let day = line.at.day_in_rome();
    match head.state.is_open() {
        true => enter(tx, id, head.office, day)?,
        false => leave(tx, id, head.office, day)?,
    }
    differs(tx, head.company)?;
    stand(tx, id, head)?;
    Ok(REQUESTS.put(tx, &id, &Json::of(head)?)?)
}

/// A request is open at an office: counted as one that came, unless it was.
fn enter(tx: &mut dyn WriteTx, id: RequestId, office: OfficeCode, day: Day) -> Result<()> {
    let place = (office.number(), id);
    if OPEN.exists(tx, &place)? {
        return Ok(());
    }
    OPEN.put(tx, &place)?;
    statistics::came(tx, office, day)
}

/// A request is not open at an office any more: counted as one that went, if it was.
pub(super) fn leave(
    tx: &mut dyn WriteTx,
    id: RequestId,
    office: OfficeCode,
    day: Day,
) -> Result<()> {
    match OPEN.delete(tx, &(office.number(), id))? {
        true => statistics::went(tx, office, day),
        false => Ok(()),
    }
}

/// Counts a request that had its last answer, and counts it no more when it is open again. One that was withdrawn had none, and of what the
/// office began nobody waited for one.
pub(super) fn tally(tx: &mut dyn WriteTx, head: &mut Head, by: PersonId) -> Result<()> {
    let is_answer = matches!(head.state, State::Closed(outcome) if outcome != Outcome::Withdrawn);
    let is_over = is_answer && head.begun() == Side::Customer;
    match (head.answered, head.closed.filter(|_| is_over)) {
        (None, Some(closed)) => {
            let day = closed.day_in_rome();
            let days = clock_of(tx, head, day)?.elapsed;
            let person = head.charge.map_or(by, |(person, _)| person);
            let (office, topic) = (offices::competent(tx, head.office, day)?, head.topic);
            let answered = Answered { office, topic, day, days, person };
            statistics::answered(tx, &answered)?;
            head.answered = Some(answered);
        }
        (Some(answered), None) => {
            statistics::reopened(tx, &answered)?;
            head.answered = None;
        }
        (None, None) | (Some(_), Some(_)) => {}
    }
    Ok(())
}

/// Whether something was said or done, and not within the office alone, that a person has not looked at.
pub(super) fn is_unread(
    tx: &dyn ReadTx,
    person: PersonId,
    id: RequestId,
    head: &Head,
) -> Result<bool> {
    Ok(LOOKS.get(tx, &(id, person))?.unwrap_or(0) < head.public)
}

/// The open requests that are with the caller's office.
pub(super) fn open_here(
    tx: &dyn ReadTx,
    caller: &Caller,
    today: Day,
) -> Result<Vec<(RequestId, Head)>> {
    let Place::Office(office) = &caller.place else { return Ok(Vec::new()) };
    open_of(tx, *office, today)
}

/// The open requests that are with an office.
pub(super) fn open_of(
    tx: &dyn ReadTx,
    office: OfficeCode,
    today: Day,
) -> Result<Vec<(RequestId, Head)>> {
    let mut ids = Vec::new();
    for part in offices::parts(tx, office, today)? {
        let keys = OPEN.collect(tx, &Span::prefix(&part.number()), Order::Ascending)?;
        ids.extend(keys.into_iter().map(|(_, id)| id));
    }
    heads(tx, ids)
}

pub(super) fn heads(tx: &dyn ReadTx, ids: Vec<RequestId>) -> Result<Vec<(RequestId, Head)>> {
    let mut heads = Vec::with_capacity(ids.len());
    for id in ids {
        heads.extend(head(tx, id)?.map(|head| (id, head)));
    }
    Ok(heads)
}

/// The terms of the answer clock of what an office was sent about a topic on a day.
pub(super) fn terms(
    tx: &dyn ReadTx,
    (office, topic): (OfficeCode, TopicId),
    day: Day,
) -> Result<ClockTerms> {
    let terms = parameters::current(tx)?.requests.terms(day, office, topic);
    Ok(terms.map_err(|_| anyhow::anyhow!("no answer clock for the day"))?)
}

/// The clock of an office from a day on, as of another.
pub(super) fn reckoned(
    tx: &dyn ReadTx,
    office: OfficeCode,
    terms: ClockTerms,
    from: Day,
    pauses: &[Pause],
    until: Day,
) -> Result<Clock> {
    let set = parameters::current(tx)?;
    let works = |day| set.offices.works(office, day);
    // Days on which the office does not work are as the times in which it waits for the customer.
    let pauses: Vec<Pause> = pauses.iter().copied().chain(set.requests.closures(office)).collect();
    Ok(clock_by(terms, works, from, &pauses, until))
}

/// How the clock of a request stands: today, or at its end.
pub(super) fn clock_of(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<Clock> {
    let from = head.opened.day_in_rome();
    let until = head.closed.map_or(today, Instant::day_in_rome);
    reckoned(tx, head.office, terms(tx, head.matter(), from)?, from, &head.pauses, until)
}

/// The uploads that somebody will send with a request or a reply, however old they are.
///
/// # Errors
/// Those of the store.
pub fn uploads_kept(tx: &dyn ReadTx) -> Result<BTreeSet<AttachmentId>> {
    drafts::uploads_kept(tx)
}

/// Makes ready a store of an earlier version.
///
/// # Errors
/// Those of the store.
pub fn make_ready(store: &Store) -> Result<()> {
    drafts::index_unsent(store)?;
    list::index(store)
}

/// The last day on which a closed request can be reopened: so many working days from its end.
pub(super) fn reopens_until(tx: &dyn ReadTx, head: &Head) -> Result<Option<Day>> {
    let Some(closed) = head.closed.map(Instant::day_in_rome) else { return Ok(None) };
    let terms = terms(tx, head.matter(), head.opened.day_in_rome())?;
    if terms.reopen_days == 0 {
        return Ok(Some(closed));
    }
    // Said with the days that one has for it in the place of those until the reminder.
    let terms = ClockTerms { remind_days: terms.reopen_days, ..terms };
    Ok(Some(reckoned(tx, head.office, terms, closed, &[], closed)?.remind))
}

/// Whether a request can be reopened on a day.
pub(super) fn may_reopen(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<bool> {
    Ok(reopens_until(tx, head)?.is_some_and(|last| today <= last))
}

/// SHA-256 of a text and the files that go with it, as [`shared::register::Registered`] says.
pub(super) fn digest(text: &str, files: &[Attachment]) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix(text);
    named(files).iter().for_each(|(_, file)| hash.update(file));
    hash.finalize().into()
}

/// What each file is called and its SHA-256, as the register keeps it.
pub(super) fn named(files: &[Attachment]) -> Vec<(String, files::Hash)> {
    let hash = |file: &Attachment| files::parse(&file.sha256).unwrap_or_default();
    files.iter().map(|file| (file.name.clone(), hash(file))).collect()
}

/// A request as its receipt tells of it.
#[derive(Clone, Debug)]
pub struct Received {
    /// Whose.
    pub company: CompanyId,
    /// The position, where it is about one.
    pub matricola: Option<String>,
    /// About what.
    pub topic: TopicId,
    /// In a few words.
    pub subject: String,
    /// What the receipt said when it was sent.
    pub receipt: Receipt,
}

/// What the receipt of a request says, for somebody who may read it today.
///
/// # Errors
/// [`Fault::NotFound`] for whoever may not, and for one that there is not; those of the store.
pub fn received(tx: &dyn ReadTx, caller: &Caller, id: RequestId, today: Day) -> Result<Received> {
    let head = head(tx, id)?.ok_or(Fault::NotFound)?;
    actor(tx, caller, &head, today)?.ok_or(Fault::NotFound)?;
    let receipt = super::submit::receipt(tx, id, &head)?;
    let Head { company, matricola, topic, subject, .. } = head;
    Ok(Received { company, matricola, topic, subject, receipt })
}

/// Whether somebody may read what was said in a request today, or, where it is internal, what its office says to itself.
///
/// # Errors
/// Those of the store.
pub fn may_read(
    tx: &dyn ReadTx,
    caller: &Caller,
    id: RequestId,
    internal: bool,
    today: Day,
) -> Result<bool> {
    let Some(head) = head(tx, id)? else { return Ok(false) };
    let actor = actor(tx, caller, &head, today)?;
    Ok(actor.is_some_and(|actor| !internal || actor != Actor::Customer))
}

/// A request as its office sees it: what another slice may ask of it.
#[derive(Clone, Debug)]
pub struct Matter {
    /// Whose.
    pub company: CompanyId,
    /// About what.
    pub topic: TopicId,
    /// The office that it is with.
    pub office: OfficeCode,
    /// The language of whoever asked.
    pub lang: Lang,
}

/// A request that is with the caller's office.
///
/// # Errors
/// [`Fault::NotFound`] for any other, whether there is one or not; those of the store.
pub fn matter(tx: &dyn ReadTx, caller: &Caller, id: RequestId, today: Day) -> Result<Matter> {
    let head = head(tx, id)?.ok_or(Fault::NotFound)?;
    let actor = actor(tx, caller, &head, today)?;
    actor.filter(|actor| *actor != Actor::Customer).ok_or(Fault::NotFound)?;
    let lang = lang_of(tx, id)?;
    Ok(Matter { company: head.company, topic: head.topic, office: head.office, lang })
}

/// The language of whoever asked: the first of the company who wrote, which is not the first of all where the office began.
pub(super) fn lang_of(tx: &dyn ReadTx, id: RequestId) -> Result<Lang> {
    for number in 1.. {
        let Some(row) = LINES.get(tx, &(id, number))? else { break };
        let line: LineRow = row.read()?;
        if line.side == Side::Customer
            && let Some(person) = line.person
        {
            return Ok(people::by_id(tx, person)?.map(|person| person.lang).unwrap_or_default());
        }
    }
    Ok(Lang::default())
}

/// The other requests of the same company that are with the caller's office, the one in which something happened last first.
///
/// # Errors
/// As those of [`matter`].
pub fn beside(
    tx: &dyn ReadTx,
    caller: &Caller,
    id: RequestId,
    today: Day,
) -> Result<Vec<RequestRow>> {
    let company = matter(tx, caller, id, today)?.company;
    let keys = BY_COMPANY.collect(tx, &Span::prefix(&company), Order::Ascending)?;
    let mut others = heads(tx, keys.into_iter().map(|((_, other), _)| other).collect())?;
    others.retain(|(other, _)| *other != id);
    others.sort_by_key(|(other, head)| Reverse((head.updated, *other)));
    let mut rows = Vec::new();
    for (other, head) in others {
        if actor(tx, caller, &head, today)?.is_some() {
            rows.push(row(tx, caller, other, &head, today)?);
        }
    }
    Ok(rows)
}

/// Tells open tabs that a request is different: those of its office, and unless it is the office's own matter, of those who act for the
/// company.
pub(super) fn tell_tabs(
    tx: &mut dyn WriteTx,
    id: RequestId,
    head: &Head,
    internal: bool,
) -> Result<()> {
    tell_office(tx, id, head.office)?;
    if internal {
        return Ok(());
    }
    let company = Audience::Company(head.company, Resource::Requests);
    live::publish(tx, &company, Topic::about(TopicKind::Request, id))
}

/// Tells the open tabs of an office that a request came, went or is different.
///
/// # Errors
/// Those of the store.
pub fn tell_office(tx: &mut dyn WriteTx, id: RequestId, office: OfficeCode) -> Result<()> {
    let office = Audience::Office(office.as_str().to_owned());
    live::publish(tx, &office, Topic::about(TopicKind::Request, id))
}

/// Keeps a draft of somebody's.
///
/// # Errors
/// Those of the store.
pub fn furnish_draft(
    tx: &mut dyn WriteTx,
    at: Instant,
    place: (PersonId, DraftId),
    content: Draft,
) -> Result<()> {
    Ok(DRAFTS.put(tx, &place, &Json::of(&Kept { version: 1, at, content })?)?)
}

/// Sends what somebody asks, as [`shared::requests::Submit`] does; the number that it has.
///
/// # Errors
/// Those of [`shared::requests::Submit`].
pub fn send(
    tx: &mut dyn WriteTx,
    at: Instant,
    caller: &Caller,
    id: RequestId,
    draft: Draft,
) -> Result<ProtocolNumber> {
    let head = super::submit::send(tx, at, id, caller, draft)?;
    Ok(head.receipt.registered.number)
}

/// Whether one can ask an office about a topic on a day.
///
/// # Errors
/// Those of the store.
pub fn is_offered(
    tx: &dyn ReadTx,
    (office, topic): (OfficeCode, TopicId),
    day: Day,
) -> Result<bool> {
    let (set, known) = (parameters::current(tx)?, parameters::topics(tx)?);
    let rule = holding(&set.requests.offers, day, office, topic);
    let is_offered = known.topic(topic).is_some_and(|topic| !topic.withdrawn);
    Ok(is_offered && rule.is_none_or(|rule| rule.value.active))
}

/// When an office would be expected to answer what it receives about a topic on a day.
///
/// # Errors
/// Those of the store.
pub fn expected(tx: &dyn ReadTx, (office, topic): (OfficeCode, TopicId), day: Day) -> Result<Day> {
    Ok(promise(tx, (office, topic), day)?.expected)
}

/// Sends what somebody asks, as [`shared::requests::Submit`] does, but without asking whether they may.
///
/// # Errors
/// Those of sending.
pub fn furnish(
    tx: &mut dyn WriteTx,
    at: Instant,
    id: RequestId,
    person: PersonId,
    draft: Draft,
) -> Result<()> {
    let company = draft.company.ok_or(Fault::NotFound)?;
    super::submit::open(tx, at, id, company, draft, person).map(drop)
}

/// Does something about a request by the version it has, as [`Act`] does.
///
/// # Errors
/// Those of [`Act`].
pub fn furnish_action(
    tx: &mut dyn WriteTx,
    at: Instant,
    caller: &Caller,
    request: RequestId,
    action: Action,
) -> Result<()> {
    let version = head(tx, request)?.map(|head| head.version);
    super::act::done(tx, at, caller, &Act::of(request, version, action)).map(drop)
}

/// Somebody has looked at all of a request.
///
/// # Errors
/// Those of the store.
pub fn furnish_look(tx: &mut dyn WriteTx, person: PersonId, request: RequestId) -> Result<()> {
    let Some(head) = head(tx, request)? else { return Ok(()) };
    differs(tx, head.company)?;
    Ok(LOOKS.put(tx, &(request, person), &head.lines)?)
}

/// Lets the clock say of a request what it has to say.
///
/// # Errors
/// Those of the store.
pub fn furnish_clock(tx: &mut dyn WriteTx, at: Instant, request: RequestId) -> Result<()> {
    super::watch::say(tx, at, request)
}
