//! What things stand on: cards, lists, panels, dialogs.

pub mod accordion;
pub mod card;
pub mod confirm;
pub mod dialog;
pub mod list_item;
pub mod modal;
pub mod sheet;
pub mod tabs;
