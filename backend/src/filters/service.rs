//! Keeping filters.

use std::cmp::Reverse;

use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::filters::{
    Delete, Filter, LONGEST_NAME, List, MOST_FILTERS, Of, Save, Term, Use, unsound,
};
use shared::ids::{FilterId, PersonId};
use shared::practice::fold;

use super::table::{self, FILTERS};
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::store::{Order, ReadTx, Span};
use crate::write::write;

/// A list as stored.
fn stored(of: Of) -> u8 {
    let place = Of::ALL.iter().position(|one| *one == of).unwrap_or_default();
    u8::try_from(place).unwrap_or_default()
}

fn shown(id: FilterId, filter: table::Filter) -> Filter {
    let term = |(name, value): (String, String)| Term { name, value };
    let terms = filter.terms.into_iter().map(term).collect();
    Filter { id, name: filter.name, terms, used: filter.used }
}

fn of_person(tx: &dyn ReadTx, person: PersonId, of: Of) -> Result<Vec<Filter>> {
    let kept = FILTERS.collect(tx, &Span::prefix(&(person, stored(of))), Order::Ascending)?;
    let mut filters: Vec<Filter> =
        kept.into_iter().map(|((.., id), filter)| shown(id, filter)).collect();
    filters.sort_by_key(|filter| Reverse((filter.used, filter.id)));
    Ok(filters)
}

pub(super) async fn list(app: App, call: Call, request: List) -> Result<Answer<Vec<Filter>>> {
    app.store().read(|tx| Ok(of_person(tx, call.caller.person, request.of)?.into()))
}

pub(super) async fn save(app: App, call: Call, request: Save) -> Result<Answer<Filter>> {
    let (person, now, new): (_, _, FilterId) = (call.caller.person, app.now(), app.new_id());
    let name = name(&request.name)?;
    if let Some(reason) = unsound(&request.terms) {
        return Err(Error::field("terms", reason));
    }
    let of = request.of;
    let mut terms = request.terms;
    terms.sort();
    let saved = write(&app, call.key, Some(person), move |tx| {
        let others = of_person(tx, person, of)?;
        let known = others.iter().find(|other| fold(&other.name) == fold(&name));
        if known.is_none() && others.len() >= MOST_FILTERS {
            return Err(Error::field("filter", "too_many"));
        }
        let id = known.map_or(new, |known| known.id);
        let said = terms.iter().map(|term| (term.name.clone(), term.value.clone()));
        let filter = table::Filter { name: name.clone(), terms: said.collect(), used: now };
        FILTERS.put(tx, &(person, stored(of), id), &filter)?;
        Ok((shown(id, filter), NewEntry::of(Save::SPEC.name).about(id)))
    });
    Ok(saved.await?.into())
}

/// The name as it is kept.
fn name(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err(Error::field("name", "empty"));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::field("name", "too_long"));
    }
    Ok(name.to_owned())
}

pub(super) async fn note_use(app: App, call: Call, request: Use) -> Result<Answer<Filter>> {
    let (person, now, id) = (call.caller.person, app.now(), request.filter);
    let place = (person, stored(request.of), id);
    let used = write(&app, call.key, Some(person), move |tx| {
        let filter = FILTERS.get(tx, &place)?.ok_or(Fault::NotFound)?;
        let filter = table::Filter { used: now, ..filter };
        FILTERS.put(tx, &place, &filter)?;
        Ok((shown(id, filter), NewEntry::of(Use::SPEC.name).about(id)))
    });
    Ok(used.await?.into())
}

pub(super) async fn delete(app: App, call: Call, request: Delete) -> Result<Answer<()>> {
    let (person, id) = (call.caller.person, request.filter);
    let place = (person, stored(request.of), id);
    let deleted = write(&app, call.key, Some(person), move |tx| {
        if !FILTERS.delete(tx, &place)? {
            return Err(Fault::NotFound.into());
        }
        Ok(((), NewEntry::of(Delete::SPEC.name).about(id)))
    });
    Ok(deleted.await?.into())
}
