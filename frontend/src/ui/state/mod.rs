//! The states every screen can be in, and what is said about them.

pub mod empty_state;
pub mod error_state;
pub mod no_match;
pub mod notice;
pub mod offline_banner;
pub mod skeleton;
pub mod toast;
