//! Deadlines: over all clients, counted by day, and as a private calendar.

pub mod archives;
pub mod coming;
mod export;
mod feed;
mod ics;
mod list;
mod sources;
mod table;
pub mod terms;
mod text;

use shared::deadlines::{CloseFeed, Days, Export, Feed, List, MyFeed, OpenFeed};

use crate::app::App;
use crate::http::route::{Route, calendar, download, signed_in};

pub use feed::made as new_feed;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<List, _, _>(app, list::list),
        signed_in::<Days, _, _>(app, list::days),
        signed_in::<MyFeed, _, _>(app, feed::state),
        signed_in::<OpenFeed, _, _>(app, feed::open),
        signed_in::<CloseFeed, _, _>(app, feed::close),
        calendar::<Feed, _, _>(app, feed::read),
        download::<Export, _, _>(app, export::export),
    ]
}
