//! Lists that come in pages: the first is kept fresh like anything else, the others are added on request.

use std::rc::Rc;

use shared::endpoint::{Endpoint, url};
use shared::page::{Cursor, Page};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Remote, use_remote};
use crate::api::{CallError, call};
use crate::session::use_session;

/// A list that comes in pages.
pub trait Paged: Endpoint<Reply = Page<Self::Row>> + Clone {
    /// A row of it.
    type Row: Clone + 'static;
    /// The same list from a cursor on.
    fn starting_at(&self, cursor: Cursor) -> Self;
}

/// A list as far as it was read.
pub struct Pages<R: 'static> {
    /// The first page, which knows the state of the whole list.
    pub first: Remote<Page<R>>,
    /// All rows read.
    pub rows: Vec<R>,
    /// How many there are in all, where that is known.
    pub total: Option<u64>,
    /// Reads the next page; none when all are read.
    pub more: Option<Callback<MouseEvent>>,
    /// The next page is on its way.
    pub busy: bool,
    /// Why the next page did not come.
    pub error: Option<CallError>,
}

/// The pages after the first, of one address and one state of its first page.
struct Further<R> {
    url: String,
    after: Option<Cursor>,
    pages: Vec<Rc<Page<R>>>,
    busy: bool,
    error: Option<CallError>,
}

/// Reads a list page by page.
#[hook]
pub fn use_pages<E: Paged>(request: &E) -> Pages<E::Row> {
    let first = use_remote(request);
    let session = use_session();
    let further = use_state(|| Rc::new(None::<Further<E::Row>>));
    let url = url(request).unwrap_or_default();
    let after = first.value.as_ref().and_then(|page| page.next.clone());
    // Further pages follow one state of the first: where it changed, they are read again.
    let valid =
        Option::as_ref(&**further).filter(|further| further.url == url && further.after == after);
    let pages = valid.map(|further| further.pages.clone()).unwrap_or_default();
    let busy = valid.is_some_and(|further| further.busy);
    let next = match pages.last() {
        Some(page) => page.next.clone(),
        None => after.clone(),
    };
    let more = next.filter(|_| first.error.is_none()).map(|cursor| {
        let (wanted, further, session) =
            (request.starting_at(cursor), further.setter(), session.clone());
        let (url, pages, after) = (url.clone(), pages.clone(), after.clone());
        Callback::from(move |_: MouseEvent| {
            let (further, session, wanted) = (further.clone(), session.clone(), wanted.clone());
            let (url, after, pages) = (url.clone(), after.clone(), pages.clone());
            let known = move |pages, busy, error| {
                Rc::new(Some(Further {
                    url: url.clone(),
                    after: after.clone(),
                    pages,
                    busy,
                    error,
                }))
            };
            further.set(known(pages.clone(), true, None));
            spawn_local(async move {
                further.set(match call(&wanted).await {
                    Ok(page) => {
                        known(pages.into_iter().chain([Rc::new(page)]).collect(), false, None)
                    }
                    Err(error) if error.is_signed_out() => return session.ended(),
                    Err(error) => known(pages, false, Some(error)),
                });
            });
        })
    });
    let error = valid.and_then(|further| further.error.clone());
    let total = first.value.as_ref().and_then(|page| page.total);
    let rows =
        first.value.iter().chain(&pages).flat_map(|page| page.items.iter().cloned()).collect();
    Pages { first, rows, total, more, busy, error }
}
