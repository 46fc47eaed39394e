//! What only shows: tags, figures, dates.

pub mod avatar;
pub mod badge;
pub mod key_values;
pub mod progress_bar;
pub mod stat;
pub mod tag;
