//! Notifications (M57): what people are told of, in the app and by mail, PEC and SMS, as they wish it.
//!
//! Not to be taken for [`crate::notices`], which are rectification notices.

mod calls;
mod contacts;
mod event;
mod rules;
mod said;
mod settings;
mod wording;

pub use calls::{
    Count, Export, List, Mailbox, NotificationRow, Outcome, Posted, Read, Receipt, Show, Shown,
    Step, Told, Trail, Unread, Why,
};
pub use contacts::{
    CODE_DIGITS, CODE_MINUTES, CODE_TRIES, CODES_AN_HOUR, Confirm, Contact, Remove, SetContact,
    contact_of,
};
pub use event::{About, Channel, Event};
pub use rules::{
    ALONE_IN_AN_HOUR, DAY_MINUTES, Departure, Digest, MORNING, Quiet, Recent, Waits, departure,
};
pub use said::{Said, said};
pub use settings::{Choice, Prefer, Reachable, Settings, Wishes};
pub use wording::{LONGEST_LEAD, LONGEST_TITLE, Messages, Placeholder, SHIPPED, Wording};

/// Days for which it is kept what people were told, and what became of it (DESIGN).
pub const KEPT_DAYS: i64 = 730;
