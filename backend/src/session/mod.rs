//! Sessions: signing in, for whom one works, and the devices on which one is signed in.
//!
//! The cookie holds 216 random bits; the store holds their SHA-256, so whoever reads the store signs in as nobody. A session ends after
//! [`shared::session::IDLE_MINUTES`] without a call and after [`shared::session::ABSOLUTE_HOURS`] in any case. Its secret changes when
//! one signs in and when one switches for whom one works; the old one is dead at once.

mod device;
mod handlers;
mod live;
mod notice;
pub mod service;
mod table;
mod text;
mod token;
mod viewer;

pub use handlers::routes;
pub use live::Live;
pub use service::resolve;
pub use token::{hash, new_token};

#[cfg(test)]
mod tests;
