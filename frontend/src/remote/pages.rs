//! Lists that come in pages: the first is kept fresh like anything else, the others are added on request.

use std::any::Any;
use std::rc::Rc;

use shared::endpoint::Endpoint;
use shared::page::{Cursor, Page};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Remote, use_remote};
use crate::api::{self, CallError, Prepared};
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

/// Reads a list page by page.
#[hook]
pub fn use_pages<E: Paged>(request: &E) -> Pages<E::Row> {
    let first = use_remote(request);
    let after = first.value.as_ref().and_then(|page| page.next.clone());
    let wanted = request.clone();
    let list = List {
        url: api::prepare(request).map(|request| request.url).unwrap_or_default(),
        after,
        grows: first.error.is_none(),
        ask: Rc::new(move |cursor| api::prepare(&wanted.starting_at(cursor))),
        read: |text| {
            let page = decoded::<E>(text)?;
            Ok((page.next.clone(), page))
        },
    };
    let further = use_further(list);
    let total = first.value.as_ref().and_then(|page| page.total);
    let further_rows = further.pages.iter().filter_map(|page| page.downcast_ref::<Page<E::Row>>());
    let rows = first.value.as_deref().into_iter().chain(further_rows);
    let rows = rows.flat_map(|page| page.items.iter().cloned()).collect();
    Pages { first, rows, total, more: further.more, busy: further.busy, error: further.error }
}

fn decoded<E: Endpoint>(text: &str) -> Result<Rc<E::Reply>, CallError> {
    api::decode(text).map(Rc::new)
}

/// A page and where the next one begins, read from a reply.
type Read = fn(&str) -> Result<(Option<Cursor>, Rc<dyn Any>), CallError>;

/// A list without its type: written once for all of them.
struct List {
    url: String,
    /// Where the second page begins, if there is one.
    after: Option<Cursor>,
    /// Whether the first page is as it should be, so that others may follow.
    grows: bool,
    ask: Rc<dyn Fn(Cursor) -> Result<Prepared, CallError>>,
    read: Read,
}

/// The pages after the first, of one address and one state of its first page.
#[derive(Clone, Default)]
struct Known {
    url: String,
    after: Option<Cursor>,
    /// Where the page after these begins.
    next: Option<Cursor>,
    pages: Vec<Rc<dyn Any>>,
    busy: bool,
    error: Option<CallError>,
}

struct Further {
    pages: Vec<Rc<dyn Any>>,
    more: Option<Callback<MouseEvent>>,
    busy: bool,
    error: Option<CallError>,
}

#[hook]
fn use_further(list: List) -> Further {
    let session = use_session();
    let kept = use_state(Known::default);
    let List { url, after, grows, ask, read } = list;
    // Further pages follow one state of the first: where it changed, they are read again.
    let known = match kept.url == url && kept.after == after {
        true => (*kept).clone(),
        false => Known { url, next: after.clone(), after, ..Known::default() },
    };
    let more = known.next.clone().filter(|_| grows).map(|cursor| {
        let (kept, known) = (kept.setter(), known.clone());
        Callback::from(move |_: MouseEvent| {
            let Ok(request) = ask(cursor.clone()) else { return };
            let (kept, known, session) = (kept.clone(), known.clone(), session.clone());
            kept.set(Known { busy: true, error: None, ..known.clone() });
            spawn_local(async move {
                let reply = request.send(None).await.and_then(|text| read(&text));
                let known = Known { busy: false, ..known };
                kept.set(match reply {
                    Ok((next, page)) => {
                        let pages = known.pages.iter().cloned().chain([page]).collect();
                        Known { next, pages, error: None, ..known }
                    }
                    Err(error) if error.is_signed_out() => return session.ended(),
                    Err(error) => Known { error: Some(error), ..known },
                });
            });
        })
    });
    Further { pages: known.pages, more, busy: known.busy, error: known.error }
}
