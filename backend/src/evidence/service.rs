//! Keeping the evidence of a company: derived anew whenever its data change and, for what time alone changes, each day.

use std::collections::HashMap;

use shared::calendar::{Day, Instant};
use shared::evidence::{
    Action, Change, Happened, Link, Named, Reconciled, Subject, Tracked, derive, reconcile,
};
use shared::fault::Fault;
use shared::ids::{CompanyId, PersonId, RequestId};
use shared::offices::OfficeCode;
use shared::requests::topics::{OTHER, TopicId};

use super::board::held;
use super::list::counted;
use super::table::{Event, HEADS, Head, PIECES, Row, continued};
use super::{act, facts, search};
use crate::access::Caller;
use crate::app::App;
use crate::clock::HOUR;
use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::parameters::service as parameters;
use crate::requests::service as requests;
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// The table with one row for each piece.
pub const TABLE: &str = PIECES.name();

/// Days for which what was resolved is remembered: two years.
const REMEMBERED_DAYS: i64 = 730;

/// Derives the evidence of a company from its facts as this transaction sees them, and reconciles what is kept with it. Whoever stores
/// data about a company does so in the same transaction; once more with the same facts changes nothing.
///
/// # Errors
/// Those of the store.
pub fn refresh(tx: &mut dyn WriteTx, company: CompanyId, now: Instant) -> Result<()> {
    if !companies::exists(tx, company)? {
        return Ok(());
    }
    let today = now.day_in_rome();
    let set = parameters::current(tx)?;
    let facts = facts::facts(tx, company, today)?;
    let derived = derive((&*set).into(), &facts, today).evidence;
    let mut rows: HashMap<String, Row> = pieces(tx, company)?.into_iter().collect();
    let previous: Vec<Tracked> = rows.values().filter_map(Row::tracked).collect();
    let Reconciled { tracked, changes } = reconcile(previous, derived, today);
    let mut open = 0;
    for piece in &tracked {
        open += u32::from(piece.state.is_open());
        let key = &piece.evidence.key;
        let place = (company, key.clone());
        let change = changes.binary_search_by(|(of, _)| of.cmp(key)).ok();
        let change = change.and_then(|at| changes.get(at)).map(|(_, change)| *change);
        if let Some(what) = change.and_then(happened) {
            let history = rows.remove(key).map(|row| row.history).unwrap_or_default();
            let history = continued(history, Event::new(now, what, None, None));
            PIECES.put(tx, &place, &Row::of(piece, history)?)?;
            search::tell(tx, company, piece)?;
        } else if is_forgotten(piece, today) {
            PIECES.delete(tx, &place)?;
        }
    }
    let version = HEADS.get(tx, &company)?.map_or(0, |head| head.version) + 1;
    let parameters = Some(parameters::reckoned(tx)?);
    let head = Head { day: today.epoch_days(), version, open, parameters };
    head.put(tx, company)
}

/// How many pieces of a company are open and how many of those stop the DURC; nothing for whoever may not read them, or if there are none.
///
/// # Errors
/// `NotFound` for a company that is not the caller's; those of the store.
pub fn open(
    tx: &dyn ReadTx,
    app: &App,
    caller: &Caller,
    company: CompanyId,
) -> Result<Option<(u32, u32)>> {
    let held = match held(tx, app, caller, Some(company)) {
        Err(Error::Fault(Fault::Forbidden)) => return Ok(None),
        held => counted(&held?, app.today()),
    };
    Ok((held.open > 0).then_some((held.open, held.durc)))
}

/// Marks a piece as being taken care of by a request that was just registered, under the number that the history then names. Nothing
/// where there is no such piece any more, or it is over.
///
/// # Errors
/// Those of the store.
pub fn asked_about(
    tx: &mut dyn WriteTx,
    piece: &Named,
    (request, number): (RequestId, String),
    person: PersonId,
    now: Instant,
) -> Result<()> {
    if PIECES.get(tx, &(piece.company, piece.key.clone()))?.is_none() {
        return Ok(());
    }
    let action = Action::TakeInHand { link: Link::Request(request.to_string()) };
    act::one(tx, piece, &action, (Happened::TakenInHand, Some(number)), person, now).map(drop)
}

/// The topic of a request under a subject, to an office or else to that of the company's first position: where nothing is asked there under
/// the topic of the subject any more, that which has taken its place, or that of whatever has none.
///
/// # Errors
/// Those of the store.
pub fn topic(
    tx: &dyn ReadTx,
    company: CompanyId,
    (office, subject): (Option<OfficeCode>, Subject),
    today: Day,
) -> Result<TopicId> {
    let topic = subject.topic();
    let first = || -> Result<_> {
        let extract = companies::extract(tx, company)?;
        let position = extract.and_then(|extract| extract.positions.into_iter().next());
        Ok(position.and_then(|position| OfficeCode::parse(&position.office).ok()))
    };
    let Some(office) = office.map_or_else(first, |office| Ok(Some(office)))? else {
        return Ok(topic);
    };
    let instead = parameters::topics(tx)?.instead(topic);
    for topic in [Some(topic), instead].into_iter().flatten() {
        if requests::is_offered(tx, (office, topic), today)? {
            return Ok(topic);
        }
    }
    Ok(OTHER)
}

/// The pieces of a company by key.
pub(super) fn pieces(
    tx: &dyn ReadTx,
    company: CompanyId,
) -> std::result::Result<Vec<(String, Row)>, StoreError> {
    let rows = PIECES.collect(tx, &Span::prefix(&company), Order::Ascending)?;
    Ok(rows.into_iter().map(|((_, key), row)| (key, row)).collect())
}

const fn happened(change: Change) -> Option<Happened> {
    match change {
        Change::New => Some(Happened::Found),
        Change::Changed => Some(Happened::Changed),
        Change::Resolved => Some(Happened::Resolved),
        Change::Reopened => Some(Happened::Returned),
        Change::Unchanged => None,
    }
}

fn is_forgotten(piece: &Tracked, today: Day) -> bool {
    let resolved = piece.state == shared::evidence::State::Resolved;
    resolved && today.days_since(piece.changed) > REMEMBERED_DAYS
}

/// Companies looked at in one transaction: so many that its cost is shared, so few that others do not wait for long.
const AT_ONCE: usize = 16;

/// Derives the evidence of companies for which that was not done today, or with other parameters than those now in force.
pub const DUTY: Duty =
    Duty { name: "evidence.daily", every: HOUR, run: |app| Box::pin(catch_up(app)) };

/// Derives the evidence of each company for which that was not done today with the parameters in force; tells of how many.
///
/// # Errors
/// Those of the store. What was derived so far stays.
pub async fn catch_up_all(app: &App) -> Result<usize> {
    let now = app.now();
    let today = now.day_in_rome().epoch_days();
    let late: Vec<CompanyId> = app.store().read(|tx| {
        let (mut late, number) = (Vec::new(), parameters::reckoned(tx)?);
        let is_late = |head: Head| head.day != today || head.parameters != Some(number);
        for company in companies::all(tx)? {
            if HEADS.get(tx, &company)?.is_none_or(is_late) {
                late.push(company);
            }
        }
        Ok::<_, Error>(late)
    })?;
    for batch in late.chunks(AT_ONCE) {
        let batch = batch.to_vec();
        app.store().transact(move |tx| of_batch(tx, &batch, now)).await?;
    }
    Ok(late.len())
}

fn of_batch(tx: &mut dyn WriteTx, batch: &[CompanyId], now: Instant) -> Result<()> {
    batch.iter().try_for_each(|company| refresh(tx, *company, now))
}

async fn catch_up(app: App) -> Result<()> {
    catch_up_all(&app).await.map(drop)
}
