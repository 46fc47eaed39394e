//! What a person presses.

pub mod button;
pub mod chip;
pub mod copy_button;
pub mod icon_button;
pub mod language_menu;
pub mod link;
pub mod link_button;
pub mod menu;
pub mod segmented;
pub mod theme_switch;
