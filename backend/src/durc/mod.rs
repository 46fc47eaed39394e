//! The DURC (M40, B08): how a company stands, checks asked for, documents, warnings before they run out, and links to verify them.

pub mod archive;
mod ask;
mod links;
mod monthly;
mod notice;
pub mod service;
pub mod situation;
mod table;
mod text;
mod view;
mod warn;

use shared::durc::{Ask, Revoke, Share, Show, Verify};

use crate::app::App;
use crate::http::route::{Route, of_company, open};

pub use links::sample_secret;
pub use monthly::CHECK;
pub use text::light_words;
pub use warn::WARN;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        of_company::<Show, _, _>(app, view::show),
        of_company::<Ask, _, _>(app, ask::ask),
        of_company::<Share, _, _>(app, links::share),
        open::<Verify, _, _>(app, links::verify),
        of_company::<Revoke, _, _>(app, links::revoke),
    ]
}
