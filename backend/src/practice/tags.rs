//! The tags of a desk.

use std::collections::HashMap;
use std::ops::ControlFlow;

use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{CompanyId, TagId};
use shared::practice::{
    CreateTag, DeleteTag, MOST_TAGS, ReplaceTag, TAG_NAME, Tag, TagColor, fold,
};

use super::desk::{self, Desk};
use super::table::{self, TAGGED, TAGS};
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::store::{Order, ReadTx, Span};
use crate::write::write;

/// The tags of these desks by name.
///
/// # Errors
/// Those of the store.
pub fn of_desks(tx: &dyn ReadTx, desks: &[Desk]) -> Result<Vec<Tag>> {
    let mut tags: Vec<Tag> = Vec::new();
    for desk in desks {
        let rows = TAGS.collect(tx, &Span::prefix(desk), Order::Ascending)?;
        tags.extend(rows.into_iter().map(|((.., id), tag)| shown(id, tag)));
    }
    tags.sort_by_cached_key(|tag| (fold(&tag.name), tag.id));
    Ok(tags)
}

/// Which company has which of these tags, by their places.
///
/// # Errors
/// Those of the store.
pub fn tagged(
    tx: &dyn ReadTx,
    desks: &[Desk],
    tags: &[Tag],
) -> Result<HashMap<CompanyId, Vec<u16>>> {
    let places: HashMap<TagId, u16> = tags.iter().map(|tag| tag.id).zip(0..).collect();
    let mut tagged: HashMap<CompanyId, Vec<u16>> = HashMap::new();
    for desk in desks {
        TAGGED.scan(tx, &Span::prefix(desk), Order::Ascending, |(.., company, tag)| {
            if let Some(place) = places.get(&tag) {
                tagged.entry(company).or_default().push(*place);
            }
            Ok(ControlFlow::Continue(()))
        })?;
    }
    tagged.values_mut().for_each(|places| places.sort_unstable());
    Ok(tagged)
}

fn shown(id: TagId, tag: table::Tag) -> Tag {
    let color = TagColor::ALL.get(usize::from(tag.color)).copied().unwrap_or_default();
    Tag { id, name: tag.name, color, version: tag.version }
}

pub(super) fn color_number(color: TagColor) -> u8 {
    TagColor::ALL.iter().zip(0..).find(|(other, _)| **other == color).map_or(0, |(_, place)| place)
}

/// The name as it is kept, if it can be one that no other tag of these desks has.
fn name(tx: &dyn ReadTx, desks: &[Desk], name: &str, id: TagId) -> Result<String> {
    let name = name.trim();
    let wrong = |reason| Err(Error::field("name", reason));
    if name.is_empty() || name.chars().any(char::is_control) {
        return wrong("empty");
    }
    if name.chars().count() > TAG_NAME {
        return wrong("too_long");
    }
    let others = of_desks(tx, desks)?;
    if others.iter().any(|tag| tag.id != id && fold(&tag.name) == fold(name)) {
        return wrong("taken");
    }
    if others.len() >= MOST_TAGS && others.iter().all(|tag| tag.id != id) {
        return wrong("too_many");
    }
    Ok(name.to_owned())
}

pub(super) async fn create(app: App, call: Call, request: CreateTag) -> Result<Answer<Tag>> {
    let (caller, today, id): (_, _, TagId) = (call.caller, app.today(), app.new_id());
    let made = write(&app, call.key, Some(caller.person), move |tx| {
        let name = name(tx, &desk::all(tx, &caller, today)?, &request.name, id)?;
        let desk = desk::of(&caller);
        let tag = table::Tag { name, color: color_number(request.color), version: 1 };
        TAGS.put(tx, &(desk.0, desk.1, id), &tag)?;
        Ok((shown(id, tag), NewEntry::of(CreateTag::SPEC.name).about(id)))
    })
    .await?;
    Ok(made.into())
}

pub(super) async fn replace(app: App, call: Call, request: ReplaceTag) -> Result<Answer<Tag>> {
    let (caller, today, id) = (call.caller, app.today(), request.tag);
    let made = write(&app, call.key, Some(caller.person), move |tx| {
        let desks = desk::all(tx, &caller, today)?;
        let (desk, before) = looked_at(tx, &desks, id, request.version)?;
        let name = name(tx, &desks, &request.name, id)?;
        let version = before.version + 1;
        let tag = table::Tag { name, color: color_number(request.color), version };
        TAGS.put(tx, &(desk.0, desk.1, id), &tag)?;
        Ok((shown(id, tag), NewEntry::of(ReplaceTag::SPEC.name).about(id)))
    })
    .await?;
    Ok(made.into())
}

pub(super) async fn delete(app: App, call: Call, request: DeleteTag) -> Result<Answer<()>> {
    let (caller, today, id) = (call.caller, app.today(), request.tag);
    write(&app, call.key, Some(caller.person), move |tx| {
        let desks = desk::all(tx, &caller, today)?;
        let (desk, _) = looked_at(tx, &desks, id, request.version)?;
        TAGS.delete(tx, &(desk.0, desk.1, id))?;
        let on = TAGGED.collect(tx, &Span::prefix(&desk), Order::Ascending)?;
        for key in on.into_iter().filter(|(.., tag)| *tag == id) {
            TAGGED.delete(tx, &key)?;
        }
        Ok(((), NewEntry::of(DeleteTag::SPEC.name).about(id)))
    })
    .await?;
    Ok(().into())
}

/// The tag and the desk at which it is, if it is at one of these and as it was looked at.
fn looked_at(
    tx: &dyn ReadTx,
    desks: &[Desk],
    id: TagId,
    version: u64,
) -> Result<(Desk, table::Tag)> {
    let (kind, which) = desk_of(tx, desks, id)?;
    let tag = TAGS.get(tx, &(kind, which, id))?.ok_or(Fault::NotFound)?;
    if tag.version != version {
        return Err(Fault::Conflict(tag.version).into());
    }
    Ok(((kind, which), tag))
}

/// At which of these desks a tag is.
///
/// # Errors
/// `NotFound` at none of them.
pub(super) fn desk_of(tx: &dyn ReadTx, desks: &[Desk], id: TagId) -> Result<Desk> {
    for (kind, which) in desks {
        if TAGS.exists(tx, &(*kind, *which, id))? {
            return Ok((*kind, *which));
        }
    }
    Err(Fault::NotFound.into())
}
