//! Requests that the office ties together.

use std::collections::BTreeSet;

use shared::desk::{Link, Related, RelatedRows};
use shared::endpoint::Endpoint;
use shared::ids::RequestId;

use super::table::LINKS;
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::requests::service as requests;
use crate::store::{Order, Span};
use crate::write::write;

/// Requests that are shown beside the linked ones.
const MOST: usize = 50;

pub(super) async fn related(app: App, call: Call, request: Related) -> Result<Answer<RelatedRows>> {
    let (caller, today, id) = (call.caller, app.today(), request.request);
    app.store().read(|tx| {
        let rows = requests::beside(tx, &caller, id, today)?;
        let links = LINKS.collect(tx, &Span::prefix(&id), Order::Ascending)?;
        let linked: BTreeSet<RequestId> = links.into_iter().map(|(_, other)| other).collect();
        let (linked, mut others): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|row| linked.contains(&row.id));
        others.truncate(MOST);
        Ok(RelatedRows { linked, others }.into())
    })
}

pub(super) async fn link(app: App, call: Call, request: Link) -> Result<Answer<()>> {
    let (caller, today) = (call.caller, app.today());
    let Link { request: one, other, linked } = request;
    let done = write(&app, call.key, Some(caller.person), move |tx| {
        let matter = requests::matter(tx, &caller, one, today)?;
        let known = requests::beside(tx, &caller, one, today)?.iter().any(|row| row.id == other);
        if !known {
            return Err(Error::field("other", "unknown"));
        }
        for pair in [(one, other), (other, one)] {
            match linked {
                true => LINKS.put(tx, &pair)?,
                false => {
                    LINKS.delete(tx, &pair)?;
                }
            }
            requests::tell_office(tx, pair.0, matter.office)?;
        }
        let detail = Some(if linked { "linked" } else { "parted" }.to_owned());
        let entry = NewEntry::of(Link::SPEC.name).for_company(matter.company).about(one);
        Ok(((), NewEntry { detail, ..entry }))
    });
    Ok(done.await?.into())
}
