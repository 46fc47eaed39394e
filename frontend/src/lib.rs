//! The web app of Cassetto, as four bundles over one library: the entrance, which everybody waits for, the app, which follows, the
//! dialogue of companies and offices, and the tools (see [`bundles`]).

mod api;
mod app;
mod attachments;
mod audit;
mod browser;
mod bundles;
mod calculators;
mod changes;
mod companies;
mod deadlines;
mod declarations;
mod desk;
mod durc;
mod events;
mod evidence;
mod export;
mod focus;
mod gallery;
mod home;
mod i18n;
mod install;
mod intake;
mod keyboard;
mod layout;
mod legal;
mod live;
mod notices;
mod notifications;
mod parameters;
mod payments;
mod practice;
mod preflight;
mod profile;
mod query;
mod remote;
mod requests;
mod route;
mod router;
mod search;
mod sections;
mod session;
mod sign_in;
mod ui;
mod words;

pub use bundles::{app, dialogue, entrance, tools};
