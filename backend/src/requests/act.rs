//! Everything that is done about a request.

use shared::attachments::Attachment;
use shared::auth::Role;
use shared::calendar::{Day, Instant};
use shared::desk::left_in;
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{AttachmentId, CompanyId, PersonId, RequestId};
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::register::{Direction, Registered};
use shared::requests::topics::Unit;
use shared::requests::{
    Act, Acted, Action, Actor, Kind, LONGEST_TEXT, Pause, RateSending, Rating, Refusal, Side,
    State, What, is_blank, is_phone, is_text,
};

use super::drafts::let_go;
use super::service::{
    actor, digest, head, leave, may_reopen, named, put, tally, tell_office, tell_tabs,
};
use super::table::{Head, Json, LineRow, OPEN, REQUESTS};
use super::{search, tell};
use crate::access::Caller;
use crate::app::App;
use crate::attachments::service::{self as attachments, Owner};
use crate::audit::{self, NewEntry};
use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::people::service as people;
use crate::register::service::{self as register, Entry};
use crate::statistics::service::{self as statistics, Rated};
use crate::store::{ReadTx, WriteTx};
use crate::write::{WriteKey, write};

pub(super) async fn act(app: App, call: Call, request: Act) -> Result<Answer<Acted>> {
    let (caller, now) = (call.caller, app.now());
    let acted = write(&app, call.key, Some(caller.person), move |tx| {
        let (acted, company) = done(tx, now, &caller, &request)?;
        let entry = |kind| entry(Act::SPEC.name, &caller, company, request.request, kind);
        if is_written(&request.note) {
            audit::append(tx, now, entry(Kind::Note))?;
        }
        Ok((acted, entry(request.action.kind())))
    });
    Ok(acted.await?.into())
}

/// Does something about one of several requests, with copies of its documents: the others have the same. `name` is of the endpoint.
///
/// # Errors
/// As of [`Act`]; those of [`write`].
pub async fn act_with_copies(
    app: &App,
    key: Option<WriteKey>,
    caller: &Caller,
    name: &'static str,
    request: Act,
) -> Result<Acted> {
    let (caller, now) = (caller.clone(), app.now());
    let copies: Vec<(AttachmentId, AttachmentId)> =
        request.action.attachments().iter().map(|id| (*id, app.new_id())).collect();
    write(app, key, Some(caller.person), move |tx| {
        attachments::copy(tx, caller.person, &copies)?;
        let ids = copies.iter().map(|(_, copy)| *copy).collect();
        let action = request.action.clone().with_attachments(ids);
        let act = Act { action, ..request.clone() };
        let (acted, company) = done(tx, now, &caller, &act)?;
        Ok((acted, entry(name, &caller, company, act.request, act.action.kind())))
    })
    .await
}

pub(super) async fn rate_sending(app: App, call: Call, request: RateSending) -> Result<Answer<()>> {
    let (caller, today) = (call.caller, app.today());
    let rated = write(&app, call.key, Some(caller.person), move |tx| {
        let company = sending_rated(tx, &caller, &request, today)?;
        let entry = NewEntry::of(RateSending::SPEC.name);
        Ok(((), entry.for_company(company).about(request.request)))
    });
    Ok(rated.await?.into())
}

/// Keeps with a request how it was to send it, and counts that for the office that it was sent to; of whose request it was.
///
/// # Errors
/// Those of [`RateSending`].
pub fn sending_rated(
    tx: &mut dyn WriteTx,
    caller: &Caller,
    RateSending { request: id, rating }: &RateSending,
    today: Day,
) -> Result<CompanyId> {
    let mut head = head(tx, *id)?.ok_or(Fault::NotFound)?;
    let by = actor(tx, caller, &head, today)?;
    by.filter(|by| *by == Actor::Customer).ok_or(Fault::NotFound)?;
    let Rating { stars, aspect, comment } = rating.clone();
    check("rating", &Action::Rate { stars, aspect, comment: comment.clone() }, today)?;
    if head.sending.is_some() || head.begun() == Side::Office {
        return Err(Fault::NotNow(Vec::new()).into());
    }
    let office = offices::competent(tx, head.receipt.office, today)?;
    statistics::sending_rated(tx, &Rated { office, day: today, stars, aspect })?;
    head.sending = Some(Rating { stars, aspect, comment: comment.trim().to_owned() });
    REQUESTS.put(tx, id, &Json::of(&head)?)?;
    tell_tabs(tx, *id, &head, false)?;
    Ok(head.company)
}

/// What the audit log says of an act.
fn entry(
    name: &'static str,
    caller: &Caller,
    company: CompanyId,
    request: RequestId,
    kind: Kind,
) -> NewEntry {
    let (person, detail) = (Some(caller.person), Some(kind.name().to_owned()));
    NewEntry { person, detail, ..NewEntry::of(name).for_company(company).about(request) }
}

/// Does it; of whose request it was.
pub(super) fn done(
    tx: &mut dyn WriteTx,
    now: Instant,
    caller: &Caller,
    Act { request: id, version, action, comment, note }: &Act,
) -> Result<(Acted, CompanyId)> {
    let (id, today) = (*id, now.day_in_rome());
    let mut head = head(tx, id)?.ok_or(Fault::NotFound)?;
    let by = actor(tx, caller, &head, today)?.ok_or(Fault::NotFound)?;
    beside(action, comment, note)?;
    check("action", action, today)?;
    let reopens = may_reopen(tx, &head, today)?;
    let state = head.state.after(action, by, head.begun(), reopens).map_err(refused)?;
    // Two of an office must not answer at once; a customer's reply is welcome whatever happened meanwhile.
    if by != Actor::Customer && *version != Some(head.version) {
        return Err(Fault::Conflict(head.version).into());
    }
    if let Action::Merge { into, .. } = action {
        target(tx, caller, (id, &head), *into, today)?;
    }
    let owner = Owner::line(head.company, id, head.lines + 1);
    let files = attachments::claim(tx, caller.person, action.attachments(), owner)?;
    let registered = registered(tx, now, id, &head, action, &files)?;
    change(tx, now, id, &mut head, caller, action, state)?;
    tally(tx, &mut head, caller.person)?;
    let side = if by == Actor::Customer { Side::Customer } else { Side::Office };
    let what = What::Done(action.clone());
    let protocol = registered.as_ref().map(|registered| registered.number);
    let line = LineRow {
        comment: comment.trim().to_owned(),
        registered,
        ..LineRow::of(now, side, Some(caller.person), what, state)
    };
    put(tx, id, &mut head, &line)?;
    if !files.is_empty() {
        search::renew(tx, id, &head)?;
    }
    if let Action::Merge { into, .. } = action {
        join(tx, now, caller.person, id, *into)?;
    }
    let_go(tx, (id, caller.person))?;
    tell::done(tx, now, id, &head, caller.person, action)?;
    if is_written(note) {
        jot(tx, now, id, &mut head, caller.person, note)?;
    }
    // Whoever transferred it to another office is out of it.
    let allowed = match actor(tx, caller, &head, today)? {
        Some(by) => state.allowed(by, head.begun(), may_reopen(tx, &head, today)?),
        None => Vec::new(),
    };
    let (version, state) = match by {
        Actor::Customer => (None, state.to_customer()),
        _ => (Some(head.version), state),
    };
    Ok((Acted { version, state, allowed, protocol }, head.company))
}

fn refused(refusal: Refusal) -> Error {
    let names = refusal.allowed.into_iter().map(|kind| kind.name().to_owned());
    Fault::NotNow(names.collect()).into()
}

/// Whether what was written beside an act can be: nothing for one side goes where the other reads, and no placeholder to a customer.
fn beside(action: &Action, comment: &str, note: &str) -> Result<()> {
    let kind = action.kind();
    let texts = [("comment", comment, kind.takes_comment()), ("note", note, kind.takes_note())];
    for (field, text, is_here) in texts {
        if is_written(text) && !is_here {
            return Err(Error::field(field, "not_here"));
        }
        fits(field, text, LONGEST_TEXT)?;
    }
    match left_in(action, comment) {
        Some(part) => Err(Error::field(part, "unfilled")),
        None => Ok(()),
    }
}

/// Whether what was written can be kept; `field` is where it stands in what was sent.
fn check(field: &'static str, action: &Action, today: Day) -> Result<()> {
    let wrong = |reason| Err(Error::field(field, reason));
    let (text, needed) = match action {
        Action::Reply { text, attachments } => (text.clone(), attachments.is_empty()),
        // A law alone decides nothing.
        Action::Answer { answer, .. } if is_blank(&answer.decision) => return wrong("empty"),
        Action::Answer { answer, .. } if answer.contestable.is_some_and(|day| day < today) => {
            return wrong("past");
        }
        Action::Answer { answer, .. } => {
            ([answer.decision.as_str(), &answer.law, &answer.next].concat(), false)
        }
        Action::CallBack { phone, .. } if !is_phone(phone.trim()) => return wrong("not_a_number"),
        Action::CallBack { when, .. } => (when.clone(), false),
        Action::Withdraw { reason: text } | Action::Merge { comment: text, .. } => {
            (text.clone(), false)
        }
        Action::Rate { stars, comment, .. } => {
            if !(1..=5).contains(stars) {
                return wrong("stars");
            }
            (comment.clone(), false)
        }
        Action::Reopen { reason: text, .. }
        | Action::Transfer { reason: text, .. }
        | Action::Escalate { reason: text }
        | Action::Return { reason: text }
        | Action::Ask { text, .. }
        | Action::Called { text }
        | Action::Note { text }
        | Action::Close { comment: text, .. } => (text.clone(), true),
        Action::Take | Action::Assign { .. } => (String::new(), false),
    };
    if needed && is_blank(&text) {
        return wrong("empty");
    }
    fits(field, &text, action.kind().longest())
}

/// Whether a text is neither too long nor has what nobody types.
fn fits(field: &'static str, text: &str, most: usize) -> Result<()> {
    if text.chars().count() > most {
        return Err(Error::field(field, "too_long"));
    }
    match is_text(text) {
        true => Ok(()),
        false => Err(Error::field(field, "characters")),
    }
}

fn is_written(note: &str) -> bool {
    !is_blank(note)
}

/// What comes in or goes out by this action as the register keeps it, all that it says; nothing for what is no document.
fn document(action: &Action) -> Option<(Direction, String)> {
    // In Italian, in whatever language it is read: the digest has one text.
    let outcome = action.outcome().map_or("", |outcome| outcome.name().of(Lang::It));
    Some(match action {
        // Whatever a customer declares or asks for is a document that was received; stars are none.
        Action::Reply { text, .. }
        | Action::Withdraw { reason: text }
        | Action::Reopen { reason: text, .. } => (Direction::In, text.clone()),
        Action::CallBack { phone, when } => (Direction::In, [phone.as_str(), when].join("\n")),
        Action::Ask { text, .. } | Action::Merge { comment: text, .. } => {
            (Direction::Out, text.clone())
        }
        Action::Close { comment, .. } => (Direction::Out, [comment.as_str(), outcome].join("\n")),
        Action::Answer { answer, .. } => {
            let until = answer.contestable.map(|day| day.to_string()).unwrap_or_default();
            let lines = [&answer.decision, &answer.law, &answer.next, until.as_str(), outcome];
            (Direction::Out, lines.join("\n"))
        }
        _ => return None,
    })
}

/// Registers what comes in or goes out by this action; nothing for what stays within the office.
fn registered(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    head: &Head,
    action: &Action,
    files: &[Attachment],
) -> Result<Option<Registered>> {
    let Some((direction, text)) = document(action) else { return Ok(None) };
    let (party, _) = companies::name_and_code(tx, head.company)?.ok_or(Fault::NotFound)?;
    let entry = Entry {
        office: offices::competent(tx, head.office, now.day_in_rome())?,
        direction,
        party,
        subject: head.subject.clone(),
        files: named(files),
        digest: digest(&text, files),
        about: id.to_string(),
    };
    register::assign(tx, now, entry).map(Some)
}

/// Makes of the request what the action makes of it.
fn change(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    head: &mut Head,
    caller: &Caller,
    action: &Action,
    state: State,
) -> Result<()> {
    let today = now.day_in_rome();
    match action {
        Action::Take => head.charge = Some((caller.person, now)),
        Action::Assign { person } => {
            is_colleague(tx, *person, head, today)?;
            head.charge = Some((*person, now));
        }
        Action::Transfer { office, unit, .. } => {
            is_open(tx, *office, *unit, today)?;
            if *office != head.office {
                to_office(tx, id, head, *office, today)?;
            }
            (head.office, head.unit, head.charge) = (*office, *unit, None);
        }
        Action::Reopen { .. } => {
            // The time in which it was closed does not count.
            let from = head.closed.map_or(today, Instant::day_in_rome);
            head.pauses.push(Pause { from, to: Some(today) });
            (head.closed, head.charge, head.reopened) = (None, None, true);
        }
        Action::CallBack { phone, .. } => {
            (head.phone, head.called) = (Some(phone.trim().to_owned()), false);
        }
        Action::Rate { stars, aspect, .. } => {
            let office = offices::competent(tx, head.office, today)?;
            let rated = Rated { office, day: today, stars: *stars, aspect: *aspect };
            statistics::rated(tx, &rated, head.rated.replace(rated))?;
            head.stars = Some(*stars);
        }
        Action::Ask { .. } => head.pauses.push(Pause { from: today, to: None }),
        _ => {}
    }
    let waits = matches!(state, State::Awaiting(_));
    if !waits {
        go_on(&mut head.pauses, today);
    }
    if matches!(state, State::Closed(_)) && head.closed.is_none() {
        head.closed = Some(now);
    }
    head.called |= action.kind().ends_call();
    head.state = state;
    if !matches!(action.kind(), Kind::Note | Kind::Escalate | Kind::Return) {
        head.updated = now;
    }
    Ok(())
}

/// Ends the pause that runs.
fn go_on(pauses: &mut [Pause], today: Day) {
    if let Some(pause) = pauses.last_mut().filter(|pause| pause.to.is_none()) {
        pause.to = Some(today);
    }
}

/// Moves it to where another office finds it.
fn to_office(
    tx: &mut dyn WriteTx,
    id: RequestId,
    head: &Head,
    office: OfficeCode,
    today: Day,
) -> Result<()> {
    search::transfer(tx, id, head, office)?;
    match offices::competent(tx, head.office, today)? == office {
        // It was there already: nothing went and nothing comes.
        true if OPEN.delete(tx, &(head.office.number(), id))? => {
            OPEN.put(tx, &(office.number(), id))?;
        }
        true => {}
        false => leave(tx, id, head.office, today)?,
    }
    // The office that it leaves sees it go.
    tell_office(tx, id, head.office)
}

/// Asks whether a duplicate may go on in a request: another open one of the company that is with the caller's office as well.
fn target(
    tx: &dyn ReadTx,
    caller: &Caller,
    (id, duplicate): (RequestId, &Head),
    into: RequestId,
    today: Day,
) -> Result<()> {
    let fits = match head(tx, into)? {
        Some(other) if into != id && other.company == duplicate.company => {
            other.state.is_open() && actor(tx, caller, &other, today)?.is_some()
        }
        _ => false,
    };
    if fits { Ok(()) } else { Err(Error::field("action", "unknown_request")) }
}

/// Says in the request that goes on that a duplicate was merged into it.
fn join(
    tx: &mut dyn WriteTx,
    now: Instant,
    person: PersonId,
    from: RequestId,
    into: RequestId,
) -> Result<()> {
    let mut head = head(tx, into)?.ok_or(Fault::NotFound)?;
    let what = What::Joined { from };
    let line = LineRow::of(now, Side::Office, Some(person), what, head.state);
    head.updated = now;
    put(tx, into, &mut head, &line)
}

/// What the office notes for itself beside an act, as if it had been noted after it.
fn jot(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    head: &mut Head,
    person: PersonId,
    note: &str,
) -> Result<()> {
    let what = What::Done(Action::Note { text: note.trim().to_owned() });
    let line = LineRow::of(now, Side::Office, Some(person), what, head.state);
    put(tx, id, head, &line)
}

/// Whether somebody works at the office that the request is with.
fn is_colleague(tx: &dyn ReadTx, person: PersonId, head: &Head, today: Day) -> Result<()> {
    let person = people::by_id(tx, person)?;
    let person = person.filter(|person| matches!(person.role, Role::Operator | Role::Manager));
    let person = person.ok_or_else(|| Error::field("action", "unknown_person"))?;
    match offices::is_of(tx, &person.place, head.office, today)? {
        true => Ok(()),
        false => Err(Error::field("action", "unknown_person")),
    }
}

/// Whether a request can go to a unit of an office: there is such an office, no other has taken over, and it has the unit.
fn is_open(tx: &dyn ReadTx, office: OfficeCode, unit: Unit, today: Day) -> Result<()> {
    let set = parameters::current(tx)?;
    let set = &set.offices;
    if !set.is_there(office, today) || set.competent(office, today) != office {
        return Err(Error::field("action", "unknown_office"));
    }
    match set.has_unit(office, unit, today) {
        true => Ok(()),
        false => Err(Error::field("action", "unknown_unit")),
    }
}
