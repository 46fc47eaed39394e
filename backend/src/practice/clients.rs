//! For whom somebody works today, and since when.

use std::collections::HashMap;

use shared::auth::{Resource, Verb};
use shared::calendar::Day;
use shared::ids::CompanyId;

use crate::access::{self, Caller};
use crate::delegations::service as delegations;
use crate::fault::Result;
use crate::people::Place;
use crate::store::ReadTx;

/// A company somebody works for today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// The company.
    pub company: CompanyId,
    /// Since when their practice may act for it; nothing where that is not by delegation.
    pub since: Option<Day>,
    /// Until when.
    pub until: Option<Day>,
}

/// The companies that the caller works for today, in the order of their ids.
///
/// # Errors
/// Those of the store.
pub fn of_caller(tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<Vec<Client>> {
    // Who is visible, one place decides; what the delegations say besides is looked up.
    let visible = access::visible_companies(tx, caller, today)?;
    let spans: HashMap<CompanyId, delegations::Client> = match &caller.place {
        Place::Practice(practice) => delegations::clients(tx, *practice, today)?
            .into_iter()
            .map(|client| (client.company, client))
            .collect(),
        _ => HashMap::new(),
    };
    let client = |company| client_of(company, spans.get(&company));
    Ok(visible.into_iter().map(client).collect())
}

/// One of them.
///
/// # Errors
/// `NotFound` if it is none of theirs, whether it exists or not; those of the store.
pub fn one_of_caller(
    tx: &dyn ReadTx,
    caller: &Caller,
    company: CompanyId,
    today: Day,
) -> Result<Client> {
    access::company(tx, caller, company, Resource::Contributions, Verb::Read, today)?;
    let span = match &caller.place {
        Place::Practice(practice) => delegations::client(tx, *practice, company, today)?,
        _ => None,
    };
    Ok(client_of(company, span.as_ref()))
}

fn client_of(company: CompanyId, span: Option<&delegations::Client>) -> Client {
    Client { company, since: span.map(|span| span.since), until: span.and_then(|span| span.until) }
}
