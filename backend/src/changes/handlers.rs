//! The endpoints of [`shared::changes`].

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use shared::calendar::{Day, Instant};
use shared::changes::{ChangeRow, Export, FieldChange, Seen, Since, Subject, Unseen};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::CompanyId;
use shared::offices::OfficeParameters;
use shared::page::{Cursor, Page, limit};
use shared::sections::{by_number, office_names};

use super::export;
use super::marks::{Marks, Standing, latest_until};
use super::table::{LOG, Row};
use crate::access::Caller;
use crate::app::App;
use crate::audit::NewEntry;
use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::http::route::{Route, download, signed_in};
use crate::keys::{cursor, from_cursor};
use crate::parameters::service as parameters;
use crate::practice::bulk;
use crate::practice::clients::{Client, of_caller, one_of_caller};
use crate::store::{Order, ReadTx, Span};
use crate::write::write;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<Since, _, _>(app, since),
        signed_in::<Seen, _, _>(app, seen),
        download::<Export, _, _>(app, export::export),
    ]
}

/// Where a page ends: when its last company changed last, that company, and the number of the change.
pub(super) type Place = (i64, CompanyId, u64);

/// A client with how its changes stand.
pub(super) struct Stood {
    client: Client,
    standing: Standing,
}

async fn since(app: App, call: Call, request: Since) -> Result<Answer<Page<ChangeRow>>> {
    let after: Option<Place> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let wanted = limit(request.limit);
    app.store().read(|tx| {
        let clients = changed(tx, &app, &call.caller, &request)?;
        let (mut items, mut more) = (Vec::new(), false);
        each(tx, &clients, &request, after, app.today(), &mut |row| {
            more = items.len() == wanted;
            if more {
                return ControlFlow::Break(());
            }
            items.push(row);
            ControlFlow::Continue(())
        })?;
        let next = items.last().filter(|_| more).and_then(|last| end(last, &clients));
        Ok(Page { items, next, total: None }.into())
    })
}

/// The clients with changes that are asked for, the one that changed last first.
pub(super) fn changed(
    tx: &dyn ReadTx,
    app: &App,
    caller: &Caller,
    request: &Since,
) -> Result<Vec<Stood>> {
    let mut clients = stood(tx, app, caller, request.company)?;
    clients.retain(|stood| match request.since {
        Some(_) => stood.standing.last > 0,
        None => stood.standing.unseen() > 0,
    });
    clients.sort_by_key(|stood| std::cmp::Reverse(order(stood)));
    Ok(clients)
}

/// Gives the changes of these clients that are asked for, from a place on and the latest of each first, to `take`, until it has enough.
pub(super) fn each(
    tx: &dyn ReadTx,
    clients: &[Stood],
    request: &Since,
    after: Option<Place>,
    today: Day,
    take: &mut dyn FnMut(ChangeRow) -> ControlFlow<()>,
) -> Result<()> {
    let set = parameters::current(tx)?;
    let names = Names { offices: &set.offices, today };
    for stood in clients {
        let below = match after {
            Some((at, company, number)) if order(stood) == (at, company) => number,
            Some((at, company, _)) if order(stood) > (at, company) => continue,
            _ => u64::MAX,
        };
        if of_one(tx, stood, request, below, &names, take)?.is_break() {
            break;
        }
    }
    Ok(())
}

/// Those of one client below a number, the latest first.
fn of_one(
    tx: &dyn ReadTx,
    stood: &Stood,
    request: &Since,
    below: u64,
    names: &Names<'_>,
    take: &mut dyn FnMut(ChangeRow) -> ControlFlow<()>,
) -> Result<ControlFlow<()>> {
    let company = stood.client.company;
    let first = if request.since.is_some() { 0 } else { stood.standing.upto + 1 };
    let name = companies::card(tx, company)?.map(|card| card.name).unwrap_or_default();
    let span = Span::between(&(company, first), &(company, below));
    let mut flow = ControlFlow::Continue(());
    LOG.scan(tx, &span, Order::Descending, |(_, number), row| {
        let seen = stood.standing.has_seen(number);
        if request.since.is_none_or(|day| row.at.day_in_rome() >= day)
            && request.section.is_none_or(|section| section == row.section)
            && (request.since.is_some() || !seen)
        {
            let offices = names.of(&row);
            flow = take(ChangeRow { offices, ..shown(company, &name, number, row, seen) });
        }
        Ok(flow)
    })?;
    Ok(flow)
}

/// Where a page that ends with this change ends.
fn end(last: &ChangeRow, clients: &[Stood]) -> Option<Cursor> {
    let stood = clients.iter().find(|stood| stood.client.company == last.company)?;
    let (at, company) = order(stood);
    Some(cursor(&(at, company, last.number)))
}

/// By when a company changed last.
fn order(stood: &Stood) -> (i64, CompanyId) {
    (stood.standing.at.map_or(0, Instant::millis), stood.client.company)
}

fn shown(company: CompanyId, name: &str, number: u64, row: Row, seen: bool) -> ChangeRow {
    ChangeRow {
        company,
        name: name.to_owned(),
        number,
        at: row.at,
        kind: row.kind(),
        subject: Subject { section: row.section, key: row.key },
        title: row.title,
        fields: row
            .fields
            .into_iter()
            .map(|(field, before, after)| FieldChange { field, before, after })
            .collect(),
        offices: Vec::new(),
        seen,
    }
}

/// What offices are called today.
struct Names<'a> {
    offices: &'a OfficeParameters,
    today: Day,
}

impl Names<'_> {
    /// Those among the fields of a change that the table of offices does not call so.
    fn of(&self, row: &Row) -> Vec<(String, String)> {
        let section = by_number(row.section);
        let said = row.fields.iter().filter_map(|(name, before, after)| {
            let (_, field) = section?.field(name)?;
            Some([before, after].map(|text| text.as_deref().map(|text| (field, text))))
        });
        office_names(said.flatten().flatten(), self.offices, self.today)
    }
}

async fn seen(app: App, call: Call, request: Seen) -> Result<Answer<Unseen>> {
    let companies = request.companies.as_deref().map(bulk::distinct).transpose()?;
    let one = companies.as_ref().filter(|named| named.len() == 1).and_then(BTreeSet::first);
    let one = one.copied();
    if request.change.is_some() && one.is_none() {
        return Err(Error::field("change", "without_company"));
    }
    let caller = call.caller;
    let person = caller.person;
    let inner = app.clone();
    let unseen = write(&app, call.key, Some(person), move |tx| {
        let marks = Marks::of(tx, person)?;
        let clients = match &companies {
            Some(named) if one.is_none() => these(tx, &inner, &caller, named)?,
            _ => stood(tx, &inner, &caller, one)?,
        };
        for Stood { client, standing } in clients {
            let company = client.company;
            match request.change {
                Some(number) => {
                    LOG.exists(tx, &(company, number))?.then_some(()).ok_or(Fault::NotFound)?;
                    marks.see_one(tx, company, &standing, number)?;
                }
                None => {
                    let upto = match request.until {
                        Some(until) => latest_until(tx, company, standing.upto, until)?,
                        None => standing.last,
                    };
                    if upto > standing.upto {
                        marks.see_upto(tx, company, upto)?;
                    }
                }
            }
        }
        let mut entry = NewEntry::of(Seen::SPEC.name);
        entry.company = one;
        entry.subject = request.change.map(|number| number.to_string());
        entry.detail = companies.as_ref().filter(|_| one.is_none()).map(bulk::which);
        Ok((left(tx, &inner, &caller)?, entry))
    })
    .await?;
    Ok(unseen.into())
}

/// How much is left to be seen.
fn left(tx: &dyn ReadTx, app: &App, caller: &Caller) -> Result<Unseen> {
    let mut left = Unseen::default();
    for Stood { standing, .. } in stood(tx, app, caller, None)? {
        left.changes += standing.unseen();
        left.companies += u32::from(standing.unseen() > 0);
    }
    Ok(left)
}

/// Those of the caller's clients that are named, at least one.
fn these(
    tx: &dyn ReadTx,
    app: &App,
    caller: &Caller,
    named: &BTreeSet<CompanyId>,
) -> Result<Vec<Stood>> {
    let mut clients = stood(tx, app, caller, None)?;
    clients.retain(|stood| named.contains(&stood.client.company));
    if clients.is_empty() { Err(Fault::NotFound.into()) } else { Ok(clients) }
}

/// The caller's clients, or one of them, with how their changes stand.
fn stood(
    tx: &dyn ReadTx,
    app: &App,
    caller: &Caller,
    company: Option<CompanyId>,
) -> Result<Vec<Stood>> {
    let today = app.today();
    let clients = match company {
        Some(company) => vec![one_of_caller(tx, caller, company, today)?],
        None => of_caller(tx, caller, today)?,
    };
    let marks = Marks::of(tx, caller.person)?;
    let mut list = Vec::with_capacity(clients.len());
    for client in clients {
        let standing = marks.standing(tx, client.company, client.since, today)?;
        list.push(Stood { client, standing });
    }
    Ok(list)
}
