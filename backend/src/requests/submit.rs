//! Sending a draft: registered, routed and acknowledged in one transaction. What an office writes first is a request as well, sent to the
//! company under a number of its own.

use shared::attachments::Attachment;
use shared::auth::{Resource, Verb};
use shared::calendar::{Day, Instant};
use shared::endpoint::Endpoint;
use shared::evidence::Named;
use shared::fault::{Fault, FieldFault};
use shared::ids::{CompanyId, DraftId, PersonId, RequestId};
use shared::offices::OfficeCode;
use shared::register::Direction;
use shared::requests::topics::{Known, Topic, TopicId, Unit};
use shared::requests::{
    About, Begin, Draft, Pause, Problem, Receipt, Side, State, Submit, Submitted, What, check,
    holding,
};

use super::drafts::tell_drafts;
use super::expected::{Promise, promise_kept};
use super::service::{digest, head, named, put};
use super::table::{DRAFTS, FOLLOWED, Head, Kept, LineRow, SENT, Sent, Told};
use super::{search, tell};
use crate::access::{self, Caller};
use crate::app::App;
use crate::attachments::service::{self as attachments, Owner};
use crate::audit::NewEntry;
use crate::companies::service::{self as companies, ExtractPosition};
use crate::evidence::service as evidence;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call, CompanyCall};
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::people::Place;
use crate::register::service::{self as register, Entry};
use crate::store::{ReadTx, Span, WriteTx};
use crate::write::write;

pub(super) async fn submit(app: App, call: Call, request: Submit) -> Result<Answer<Submitted>> {
    let (caller, now, id): (_, _, RequestId) = (call.caller, app.now(), app.new_id());
    let person = caller.person;
    let (place, once) = ((person, request.draft), (request.draft, person));
    let sent = write(&app, call.key, Some(person), move |tx| {
        if let Some((id, head)) = sent_before(tx, once)? {
            return submitted(tx, Submit::SPEC.name, id, &head);
        }
        let kept: Kept = DRAFTS.get(tx, &place)?.ok_or(Fault::NotFound)?.read()?;
        if kept.version != request.version {
            return Err(Fault::Conflict(kept.version).into());
        }
        let head = send(tx, now, id, &caller, kept.content)?;
        DRAFTS.delete(tx, &place)?;
        SENT.put(tx, &once, &id.as_u128())?;
        tell_drafts(tx, person)?;
        submitted(tx, Submit::SPEC.name, id, &head)
    });
    Ok(sent.await?.into())
}

/// What became of something that somebody wrote, if they sent it.
fn sent_before(tx: &dyn ReadTx, once: (DraftId, PersonId)) -> Result<Option<(RequestId, Head)>> {
    let Some(sent) = SENT.get(tx, &once)? else { return Ok(None) };
    let id = RequestId::from_u128(sent);
    Ok(Some((id, head(tx, id)?.ok_or(Fault::NotFound)?)))
}

/// What whoever sent it is told, and what the audit log says of it. `name` is of the endpoint.
fn submitted(
    tx: &dyn ReadTx,
    name: &'static str,
    id: RequestId,
    head: &Head,
) -> Result<(Submitted, NewEntry)> {
    let entry = NewEntry::of(name).for_company(head.company).about(id);
    Ok((Submitted { id, receipt: receipt(tx, id, head)? }, entry))
}

/// Sends what is ready, if the caller may.
pub(super) fn send(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    caller: &Caller,
    draft: Draft,
) -> Result<Head> {
    let company = checked(tx, &draft)?;
    let today = now.day_in_rome();
    access::company(tx, caller, company, Resource::Requests, Verb::Create, today)?;
    open(tx, now, id, company, draft, caller.person)
}

/// The company of a draft that is ready.
fn checked(tx: &dyn ReadTx, draft: &Draft) -> Result<CompanyId> {
    let known = parameters::topics(tx)?;
    sound(check(draft, |topic| known.topic(topic).is_some()))?;
    Ok(draft.company.ok_or(Fault::NotFound)?)
}

/// Refuses what has problems.
fn sound(problems: Vec<Problem>) -> Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let fault = |(field, reason): (&str, &str)| FieldFault {
        field: field.to_owned(),
        reason: reason.to_owned(),
    };
    let faults = problems.into_iter().map(|problem| fault(problem.field())).collect();
    Err(Fault::Invalid(faults).into())
}

/// Writes to a company first.
pub(super) async fn begin(
    app: App,
    call: CompanyCall,
    request: Begin,
) -> Result<Answer<Submitted>> {
    let (caller, now, id): (_, _, RequestId) =
        (call.access.caller().clone(), app.now(), app.new_id());
    let once = request.draft.map(|draft| (draft, caller.person));
    let sent = write(&app, call.key, Some(caller.person), move |tx| {
        if let Some(once) = once
            && let Some((id, head)) = begun_before(tx, once, request.company)?
        {
            return submitted(tx, Begin::SPEC.name, id, &head);
        }
        let head = begun(tx, now, id, &caller, &request)?;
        if let Some(once) = &once {
            SENT.put(tx, once, &id.as_u128())?;
        }
        submitted(tx, Begin::SPEC.name, id, &head)
    });
    Ok(sent.await?.into())
}

/// What became of something that the caller wrote to a company first, if they sent it. Of what somebody else sent by the same id, or they
/// themselves to another company, nothing is told.
fn begun_before(
    tx: &dyn ReadTx,
    once: (DraftId, PersonId),
    company: CompanyId,
) -> Result<Option<(RequestId, Head)>> {
    let before = sent_before(tx, once)?;
    let is_taken = match &before {
        Some((_, head)) => head.company != company,
        None => SENT.count(tx, &Span::prefix(&once.0), 1)? > 0,
    };
    match is_taken {
        true => Err(Error::field("draft", "taken")),
        false => Ok(before),
    }
}

/// Writes to a company first, as [`Begin`] does, but without asking whether the caller may.
///
/// # Errors
/// Those of [`Begin`].
pub fn furnish_begun(
    tx: &mut dyn WriteTx,
    at: Instant,
    caller: &Caller,
    id: RequestId,
    begin: &Begin,
) -> Result<()> {
    begun(tx, at, id, caller, begin).map(drop)
}

/// Sends what the office of the caller writes first, if nothing is wrong with it.
fn begun(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    caller: &Caller,
    begin: &Begin,
) -> Result<Head> {
    let known = parameters::topics(tx)?;
    sound(begin.problems(|topic| known.topic(topic).is_some()))?;
    let office = own(tx, caller, now.day_in_rome())?.ok_or(Fault::NotFound)?;
    let (by, draft) = ((Side::Office, caller.person, office), begin.drafted());
    position(tx, begin.company, &draft)?;
    let head = registered(tx, now, id, begin.company, by, draft)?;
    tell::begun(tx, now, id, &head)?;
    Ok(head)
}

/// The office of whoever answers, which is the one that writes wherever the company has its positions.
pub(super) fn own(tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<Option<OfficeCode>> {
    match &caller.place {
        Place::Office(office) => offices::competent(tx, *office, today).map(Some),
        _ => Ok(None),
    }
}

/// The office that answers: of the position, or else of the company's first one; the one that has taken over where that is closed.
pub(super) fn office(
    tx: &dyn ReadTx,
    company: CompanyId,
    draft: &Draft,
    today: Day,
) -> Result<OfficeCode> {
    let position = position(tx, company, draft)?;
    let office = position.and_then(|position| OfficeCode::parse(&position.office).ok());
    let office = office.ok_or_else(|| Error::field("company", "no_office"))?;
    offices::competent(tx, office, today)
}

/// The position that a draft names, which must be one of the company's; where it names none, the first one.
fn position(tx: &dyn ReadTx, company: CompanyId, draft: &Draft) -> Result<Option<ExtractPosition>> {
    let extract = companies::extract(tx, company)?.ok_or(Fault::NotFound)?;
    let mut positions = extract.positions.into_iter();
    let Some(matricola) = &draft.matricola else { return Ok(positions.next()) };
    let found = positions.find(|position| position.matricola.to_string() == *matricola);
    Ok(Some(found.ok_or_else(|| Error::field("matricola", "unknown"))?))
}

/// Registers and routes what a company asks.
pub(super) fn open(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    company: CompanyId,
    draft: Draft,
    person: PersonId,
) -> Result<Head> {
    follow(tx, id, company, draft.about.as_ref())?;
    let office = office(tx, company, &draft, now.day_in_rome())?;
    let head = registered(tx, now, id, company, (Side::Customer, person, office), draft)?;
    take_in_hand(tx, now, id, &head, person)?;
    tell::opened(tx, now, id, &head, person)?;
    Ok(head)
}

/// Registers what somebody of a side writes, as received or sent by the office, and files it.
fn registered(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    company: CompanyId,
    (side, person, office): (Side, PersonId, OfficeCode),
    draft: Draft,
) -> Result<Head> {
    let files = attachments::claim(tx, person, &draft.attachments, Owner::line(company, id, 1))?;
    let (known, today) = (parameters::topics(tx)?, now.day_in_rome());
    let topic = asked(&known, &draft)?;
    let text = draft.text.trim().to_owned();
    let (party, _) = companies::name_and_code(tx, company)?.ok_or(Fault::NotFound)?;
    let unit = offered(tx, office, topic, today)?;
    let (state, is_sent) = (State::begun(side), side == Side::Office);
    let entry = Entry {
        office,
        direction: if is_sent { Direction::Out } else { Direction::In },
        party,
        subject: draft.subject.trim().to_owned(),
        files: named(&files),
        digest: digest(&text, &files),
        about: id.to_string(),
    };
    let (subject, receipt) = (entry.subject.clone(), numbered(tx, now, entry, topic.id, unit)?);
    let waits = Pause { from: today, to: None };
    let mut head = Head {
        version: 0,
        company,
        matricola: draft.matricola,
        topic: topic.id,
        about: draft.about,
        subject,
        state,
        office,
        unit,
        charge: is_sent.then_some((person, now)),
        phone: draft.phone,
        called: false,
        opened: now,
        updated: now,
        closed: None,
        answered: None,
        reopened: false,
        pauses: is_sent.then_some(waits).into_iter().collect(),
        lines: 0,
        public: 0,
        stars: None,
        rated: None,
        sending: None,
        told: Told::default(),
        receipt,
    };
    let what = What::Opened { text, attachments: draft.attachments };
    let line = LineRow::of(now, side, Some(person), what, state);
    let line = LineRow { registered: Some(head.receipt.registered.clone()), ..line };
    file(tx, id, &mut head, &line, &files)?;
    Ok(head)
}

/// The topic of a draft.
fn asked<'a>(known: &'a Known, draft: &Draft) -> Result<&'a Topic> {
    let topic = draft.topic.and_then(|id| known.topic(id));
    topic.ok_or_else(|| Error::field("topic", "empty"))
}

/// The unit that answers about a topic at an office, if one can ask about it today: the front office where it does not have the topic's.
fn offered(tx: &dyn ReadTx, office: OfficeCode, topic: &Topic, today: Day) -> Result<Unit> {
    let set = parameters::current(tx)?;
    let unit = match holding(&set.requests.offers, today, office, topic.id).map(|rule| &rule.value)
    {
        Some(offer) if !offer.active => return Err(Error::field("topic", "closed")),
        _ if topic.withdrawn => return Err(Error::field("topic", "closed")),
        Some(offer) => offer.unit.unwrap_or(topic.unit),
        None => topic.unit,
    };
    Ok(if set.offices.has_unit(office, unit, today) { unit } else { Unit::FRONT_OFFICE })
}

/// Files it with its first line, where its company and its office find it.
fn file(
    tx: &mut dyn WriteTx,
    id: RequestId,
    head: &mut Head,
    line: &LineRow,
    files: &[Attachment],
) -> Result<()> {
    put(tx, id, head, line)?;
    search::enter(tx, id, head, files)
}

/// Gives it its number; what its receipt says.
fn numbered(
    tx: &mut dyn WriteTx,
    now: Instant,
    entry: Entry,
    topic: TopicId,
    unit: Unit,
) -> Result<Sent> {
    let (office, today) = (entry.office, now.day_in_rome());
    let registered = register::assign(tx, now, entry)?;
    let Promise { expected, due } = promise_kept(tx, (office, topic), today)?;
    Ok(Sent { registered, office, unit, expected, due })
}

/// Evidence that it is about is in hand from now on.
fn take_in_hand(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    head: &Head,
    person: PersonId,
) -> Result<()> {
    let Some(About::Evidence(key)) = &head.about else { return Ok(()) };
    let piece = Named { company: head.company, key: key.clone() };
    let number = head.receipt.registered.number.to_string();
    evidence::asked_about(tx, &piece, (id, number), person, now)
}

/// Ties a request to the one that it follows, which must be of the same company.
fn follow(
    tx: &mut dyn WriteTx,
    id: RequestId,
    company: CompanyId,
    about: Option<&About>,
) -> Result<()> {
    let Some(About::Request(before)) = about else { return Ok(()) };
    let known = head(tx, *before)?.is_some_and(|before| before.company == company);
    if !known {
        return Err(Error::field("about", "unknown"));
    }
    Ok(FOLLOWED.put(tx, &(*before, id))?)
}

/// The receipt as it travels.
pub(super) fn receipt(tx: &dyn ReadTx, id: RequestId, head: &Head) -> Result<Receipt> {
    let sent = &head.receipt;
    Ok(Receipt {
        registered: sent.registered.clone(),
        attachments: attachments::of(tx, Owner::line(head.company, id, 1))?,
        office: sent.office,
        office_name: offices::name(tx, sent.office, sent.registered.at.day_in_rome())?,
        unit: sent.unit,
        unit_name: offices::unit_name(tx, sent.unit)?,
        expected: sent.expected,
        due: sent.due,
    })
}
