//! Lists that come in pages: the first is kept fresh like anything else, the others are added on request.

use std::rc::Rc;

use shared::endpoint::Endpoint;
use shared::page::{Cursor, Page};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Remote, use_remote};
use crate::api::{CallError, call};
use crate::session::use_session;

/// A list that comes in pages.
pub trait Paged: Endpoint<Reply = Page<Self::Row>> + Clone + PartialEq {
    /// A row of it.
    type Row: Clone + 'static;
    /// The same list from a cursor on.
    fn from_cursor(&self, cursor: Cursor) -> Self;
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

/// The pages after the first, of one request and one state of its first page.
struct Further<E: Paged> {
    request: E,
    after: Option<Cursor>,
    pages: Vec<Rc<Page<E::Row>>>,
    busy: bool,
    error: Option<CallError>,
}

/// Reads a list page by page.
#[hook]
pub fn use_pages<E: Paged>(request: &E) -> Pages<E::Row> {
    let first = use_remote(request);
    let session = use_session();
    let further = use_state(|| Rc::new(None::<Further<E>>));
    let after = first.value.as_ref().and_then(|page| page.next.clone());
    // Further pages follow one state of the first: where it changed, they are read again.
    let valid = Option::as_ref(&**further).filter(|further| further.request == *request && further.after == after);
    let pages = valid.map(|further| further.pages.clone()).unwrap_or_default();
    let busy = valid.is_some_and(|further| further.busy);
    let next = match pages.last() {
        Some(page) => page.next.clone(),
        None => after.clone(),
    };
    let more = next.filter(|_| first.error.is_none()).map(|cursor| {
        let (request, pages, further) = (request.clone(), pages.clone(), further.setter());
        Callback::from(move |_: MouseEvent| {
            let at = |pages: Vec<_>, busy, error| {
                let (request, after) = (request.clone(), after.clone());
                Rc::new(Some(Further { request, after, pages, busy, error }))
            };
            further.set(at(pages.clone(), true, None));
            let wanted = request.from_cursor(cursor.clone());
            let (done, failed) = (pages.clone(), pages.clone());
            let (request, after) = (request.clone(), after.clone());
            let (further, session) = (further.clone(), session.clone());
            spawn_local(async move {
                let (pages, error) = match call(&wanted).await {
                    Ok(page) => (done.into_iter().chain([Rc::new(page)]).collect(), None),
                    Err(error) if error.is_signed_out() => return session.ended(),
                    Err(error) => (failed, Some(error)),
                };
                further.set(Rc::new(Some(Further { request, after, pages, busy: false, error })));
            });
        })
    });
    let error = valid.and_then(|further| further.error.clone());
    let total = first.value.as_ref().and_then(|page| page.total);
    let rows = first.value.iter().chain(&pages).flat_map(|page| page.items.iter().cloned()).collect();
    Pages { first, rows, total, more, busy, error }
}
