//! The practice: everybody's clients in one grid, with saved views, tags and assignments.

pub mod bulk;
pub mod clients;
mod desk;
mod export;
pub mod grid;
pub mod service;
pub mod summary;
mod table;
mod tags;
mod views;

use crate::app::App;
use crate::http::route::{Route, download, signed_in};
use shared::practice::{
    Assign, CreateTag, CreateView, DeleteTag, DeleteView, Export, Grid, ReplaceTag, ReplaceView,
    SetTag, Views,
};

pub use summary::{Summaries, Summary};

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<Grid, _, _>(app, grid::show),
        download::<Export, _, _>(app, export::export),
        signed_in::<Views, _, _>(app, views::list),
        signed_in::<CreateView, _, _>(app, views::create),
        signed_in::<ReplaceView, _, _>(app, views::replace),
        signed_in::<DeleteView, _, _>(app, views::delete),
        signed_in::<CreateTag, _, _>(app, tags::create),
        signed_in::<ReplaceTag, _, _>(app, tags::replace),
        signed_in::<DeleteTag, _, _>(app, tags::delete),
        signed_in::<SetTag, _, _>(app, bulk::set_tag),
        signed_in::<Assign, _, _>(app, bulk::assign),
    ]
}

#[cfg(test)]
mod tests;
