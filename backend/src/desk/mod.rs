//! What helps whoever answers: text modules, the checklist of documents, who else is at it, links between requests,
//! and when operators are to be reached.

mod checklist;
mod destinations;
mod hours;
mod links;
mod modules;
mod presence;
pub mod service;
mod shipped;
mod table;
#[cfg(test)]
mod tests;
mod together;

pub use presence::Presence;

use shared::desk::{
    Destinations, Here, Hours, Link, Modules, Related, RetireModule, SaveChecklist, SaveHours,
    SaveModule, ShowChecklist, Together,
};

use crate::app::App;
use crate::http::route::{Route, signed_in};

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<Modules, _, _>(app, modules::list),
        signed_in::<SaveModule, _, _>(app, modules::save),
        signed_in::<RetireModule, _, _>(app, modules::retire),
        signed_in::<ShowChecklist, _, _>(app, checklist::show),
        signed_in::<SaveChecklist, _, _>(app, checklist::save),
        // Who is there is no matter of the store's: no answer is kept until something is written.
        signed_in::<Here, _, _>(app, presence::here).live(),
        signed_in::<Related, _, _>(app, links::related),
        signed_in::<Link, _, _>(app, links::link),
        signed_in::<Hours, _, _>(app, hours::list),
        signed_in::<SaveHours, _, _>(app, hours::save),
        signed_in::<Destinations, _, _>(app, destinations::list),
        signed_in::<Together, _, _>(app, together::together),
    ]
}
