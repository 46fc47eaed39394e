//! What is done to many clients at once: all of them or none.

use std::collections::BTreeSet;

use shared::auth::Role;
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::CompanyId;
use shared::practice::{Assign, Changed, MOST_COMPANIES, SetTag};

use super::table::TAGGED;
use super::{desk, tags};
use crate::access::{self, Caller};
use crate::app::App;
use crate::audit::NewEntry;
use crate::delegations::service as delegations;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::people::service as people;
use crate::store::ReadTx;
use crate::write::write;

/// Companies that an audit entry names; of more it tells how many.
const NAMED: usize = 20;

pub(super) async fn set_tag(app: App, call: Call, request: SetTag) -> Result<Answer<Changed>> {
    let companies = distinct(&request.companies)?;
    let (caller, today) = (call.caller, app.today());
    let changed = write(&app, call.key, Some(caller.person), move |tx| {
        let (kind, which) = tags::desk_of(tx, &desk::all(tx, &caller, today)?, request.tag)?;
        all_visible(tx, &caller, &companies, today)?;
        let mut changed = 0;
        for company in &companies {
            let key = (kind, which, *company, request.tag);
            if TAGGED.exists(tx, &key)? == request.on {
                continue;
            }
            changed += 1;
            match request.on {
                true => TAGGED.put(tx, &key)?,
                false => drop(TAGGED.delete(tx, &key)?),
            }
        }
        let entry = NewEntry::of(SetTag::SPEC.name).about(request.tag);
        Ok((Changed { changed }, NewEntry { detail: Some(told(&companies, request.on)), ..entry }))
    })
    .await?;
    Ok(changed.into())
}

pub(super) async fn assign(app: App, call: Call, request: Assign) -> Result<Answer<Changed>> {
    let companies = distinct(&request.companies)?;
    let (caller, today) = (call.caller, app.today());
    let changed = write(&app, call.key, Some(caller.person), move |tx| {
        let colleague = people::by_id(tx, request.person)?
            .filter(|person| person.role == Role::Collaborator && person.place == caller.place);
        colleague.ok_or(Fault::NotFound)?;
        all_visible(tx, &caller, &companies, today)?;
        let mut changed = 0;
        for company in &companies {
            if delegations::is_assigned(tx, request.person, *company)? == request.on {
                continue;
            }
            changed += 1;
            match request.on {
                true => delegations::assign(tx, request.person, *company)?,
                false => delegations::unassign(tx, request.person, *company)?,
            }
        }
        let entry = NewEntry::of(Assign::SPEC.name).about(request.person);
        Ok((Changed { changed }, NewEntry { detail: Some(told(&companies, request.on)), ..entry }))
    })
    .await?;
    Ok(changed.into())
}

/// The companies that a call names, each once.
///
/// # Errors
/// Where it names none, or more than a call may.
pub fn distinct(companies: &[CompanyId]) -> Result<BTreeSet<CompanyId>> {
    if companies.len() > MOST_COMPANIES {
        return Err(Error::field("companies", "too_many"));
    }
    let companies: BTreeSet<CompanyId> = companies.iter().copied().collect();
    if companies.is_empty() { Err(Error::field("companies", "empty")) } else { Ok(companies) }
}

/// One that is not the caller's is not found, like one that does not exist.
fn all_visible(
    tx: &dyn ReadTx,
    caller: &Caller,
    companies: &BTreeSet<CompanyId>,
    today: shared::calendar::Day,
) -> Result<()> {
    let visible: BTreeSet<CompanyId> =
        access::visible_companies(tx, caller, today)?.into_iter().collect();
    if companies.is_subset(&visible) { Ok(()) } else { Err(Fault::NotFound.into()) }
}

fn told(companies: &BTreeSet<CompanyId>, on: bool) -> String {
    [if on { "on" } else { "off" }, ": ", &which(companies)].concat()
}

/// Some companies as an audit entry tells them.
pub fn which(companies: &BTreeSet<CompanyId>) -> String {
    if companies.len() > NAMED {
        return format!("{} companies", companies.len());
    }
    let ids: Vec<String> = companies.iter().map(ToString::to_string).collect();
    ids.join(" ")
}
