//! What people do about evidence: one piece or many, all in one transaction.

use std::collections::BTreeSet;

use shared::auth::{Resource, Verb, may_ever};
use shared::calendar::Instant;
use shared::endpoint::Endpoint;
use shared::evidence::{
    Act, Acted, Action, Happened, LONGEST_NOTE, Link, MOST_NAMED, Named, Which,
};
use shared::fault::Fault;
use shared::ids::{CompanyId, PersonId};

use super::board::asked;
use super::search;
use super::table::{Event, HEADS, PIECES, Row, continued};
use crate::access::Caller;
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::store::{ReadTx, WriteTx};
use crate::write::write;

pub(super) async fn act(app: App, call: Call, request: Act) -> Result<Answer<Acted>> {
    let caller = call.caller;
    if !may_ever(caller.role, Resource::Evidence, Verb::Create) {
        return Err(Fault::Forbidden.into());
    }
    let action = checked(request.action)?;
    let named: BTreeSet<Named> = request.items.into_iter().collect();
    match (named.len(), &request.which) {
        (0, None) => return Err(Error::field("items", "empty")),
        (count, _) if count > MOST_NAMED => return Err(Error::field("items", "too_many")),
        _ => {}
    }
    let (person, inner, now) = (caller.person, app.clone(), app.now());
    let (which, company) = (request.which, request.company);
    let acted = write(&app, call.key, Some(person), move |tx| {
        let today = inner.today();
        let mut meant = named.clone();
        let visible = visible(tx, &caller, &meant, &inner)?;
        if let Some(which) = &which {
            for company in asked(tx, &caller, company, today)? {
                meant.extend(selected(tx, &inner, company, which)?);
            }
        }
        let mut acted = Acted::default();
        let mut companies = BTreeSet::new();
        for piece in &meant {
            // Those of a selection were visible when they were selected.
            let is_named = named.contains(piece);
            if is_named && !visible.contains(&piece.company) {
                return Err(Fault::NotFound.into());
            }
            match one(tx, piece, &action, told(&action), person, now)? {
                true => acted.changed += 1,
                false => acted.left += 1,
            }
            companies.insert(piece.company);
        }
        Ok((acted, entry(&meant, &companies, &action)))
    });
    Ok(acted.await?.into())
}

/// Which of the companies named the caller may act for.
fn visible(
    tx: &dyn ReadTx,
    caller: &Caller,
    named: &BTreeSet<Named>,
    app: &App,
) -> Result<BTreeSet<CompanyId>> {
    let today = app.today();
    let companies: BTreeSet<CompanyId> = named.iter().map(|piece| piece.company).collect();
    match companies.first() {
        Some(only) if companies.len() == 1 => {
            Ok(asked(tx, caller, Some(*only), today)?.into_iter().collect())
        }
        None => Ok(BTreeSet::new()),
        Some(_) => Ok(asked(tx, caller, None, today)?.into_iter().collect()),
    }
}

/// The pieces of a company that a filter admits.
fn selected(tx: &dyn ReadTx, app: &App, company: CompanyId, which: &Which) -> Result<Vec<Named>> {
    let Some(head) = HEADS.get(tx, &company)? else { return Ok(Vec::new()) };
    if which.standing.is_none() && head.open == 0 {
        return Ok(Vec::new());
    }
    // Read in this transaction, whatever the memory of this process holds.
    let held = super::board::Board::default().on(tx, app.today())?.of(company)?;
    let Some(held) = held else { return Ok(Vec::new()) };
    let meant = held.meant(which, app.today());
    Ok(meant.map(|piece| Named { company, key: piece.tracked.evidence.key.clone() }).collect())
}

/// Acts on one piece, of whose history the words tell; false if it stays as it is.
pub(super) fn one(
    tx: &mut dyn WriteTx,
    piece: &Named,
    action: &Action,
    (what, note): (Happened, Option<String>),
    person: PersonId,
    now: Instant,
) -> Result<bool> {
    let place = (piece.company, piece.key.clone());
    let row = PIECES.get(tx, &place)?.ok_or(Fault::NotFound)?;
    let Some(mut tracked) = row.tracked() else { return Ok(false) };
    let Ok(state) = tracked.state.clone().after(action.clone()) else { return Ok(false) };
    if state == tracked.state {
        return Ok(false);
    }
    let was_open = tracked.state.is_open();
    tracked.state = state;
    let history = continued(row.history, Event::new(now, what, Some(person), note));
    PIECES.put(tx, &place, &Row::of(&tracked, history)?)?;
    search::tell(tx, piece.company, &tracked)?;
    if let Some(mut head) = HEADS.get(tx, &piece.company)? {
        head.version += 1;
        match (was_open, tracked.state.is_open()) {
            (true, false) => head.open = head.open.saturating_sub(1),
            (false, true) => head.open = head.open.saturating_add(1),
            _ => {}
        }
        head.put(tx, piece.company)?;
    }
    Ok(true)
}

fn told(action: &Action) -> (Happened, Option<String>) {
    match action {
        Action::See => (Happened::Seen, None),
        Action::TakeInHand { link } => (Happened::TakenInHand, Some(text(link).to_owned())),
        Action::Archive { reason } => (Happened::Archived, Some(reason.clone())),
        Action::Reopen => (Happened::Reopened, None),
    }
}

const fn text(link: &Link) -> &String {
    match link {
        Link::Request(text)
        | Link::Appointment(text)
        | Link::Petition(text)
        | Link::Payment(text)
        | Link::Note(text) => text,
    }
}

/// The action with what was written trimmed.
fn checked(action: Action) -> Result<Action> {
    let written = |text: String| -> Result<String> {
        let text = text.trim().to_owned();
        if text.is_empty() {
            return Err(Error::field("action", "no_reason"));
        }
        if text.chars().count() > LONGEST_NOTE {
            return Err(Error::field("action", "too_long"));
        }
        match text.chars().any(|c| c.is_control() && c != '\n') {
            true => Err(Error::field("action", "characters")),
            false => Ok(text),
        }
    };
    Ok(match action {
        Action::See | Action::Reopen => action,
        Action::Archive { reason } => Action::Archive { reason: written(reason)? },
        Action::TakeInHand { link } => Action::TakeInHand {
            link: match link {
                Link::Request(text) => Link::Request(written(text)?),
                Link::Appointment(text) => Link::Appointment(written(text)?),
                Link::Petition(text) => Link::Petition(written(text)?),
                Link::Payment(text) => Link::Payment(written(text)?),
                Link::Note(text) => Link::Note(written(text)?),
            },
        },
    })
}

fn entry(meant: &BTreeSet<Named>, companies: &BTreeSet<CompanyId>, action: &Action) -> NewEntry {
    let word = match action {
        Action::See => "see",
        Action::TakeInHand { .. } => "take in hand",
        Action::Archive { .. } => "archive",
        Action::Reopen => "reopen",
    };
    let detail = format!("{word}: {} pieces of {} companies", meant.len(), companies.len());
    let only = meant.first().filter(|_| meant.len() == 1);
    let entry = NewEntry { detail: Some(detail), ..NewEntry::of(Act::SPEC.name) };
    let entry = match companies.first() {
        Some(company) if companies.len() == 1 => entry.for_company(*company),
        _ => entry,
    };
    match only {
        Some(piece) => entry.about(&piece.key),
        None => entry,
    }
}
