//! The desk of an office (S40–S41): what helps whoever answers, and never reaches the customer by itself.

mod checklist;
mod destinations;
mod fill;
mod hours;
mod links;
mod modules;
mod presence;
#[cfg(test)]
mod tests;
mod together;

pub use checklist::{
    Checked, Checklist, Document, Item, LONGEST_OWN, MOST_OWN, Mark, SaveChecklist, ShowChecklist,
    Ticked, check_list,
};
pub use destinations::{Destination, Destinations, Places};
pub(crate) use fill::past_stop;
pub use fill::{Filled, Placeholder, Values, fill, left_in, strangers, unfilled};
pub use hours::{Hours, LONGEST_CONTACT, SaveHours, Seat, check_hours};
pub use links::{Link, Related, RelatedRows};
pub use modules::{
    Content, EDITORS, Module, ModuleList, Modules, READERS, RetireModule, SaveModule, Words, check,
};
pub use presence::{BEAT_SECONDS, Doing, GONE_SECONDS, Here, Other, Present, presence};
pub use together::{Came, Each, MOST_TOGETHER, Together};
