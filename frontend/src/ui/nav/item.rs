//! A destination of the navigation, drawn by the tab bar and by the side menu.

use crate::ui::icon::IconName;
use yew::prelude::*;

/// A destination.
#[derive(Clone, Debug, PartialEq)]
pub struct NavItem {
    /// Where to.
    pub href: AttrValue,
    /// One word.
    pub label: AttrValue,
    /// Its icon.
    pub icon: IconName,
    /// How many things wait there; nothing is drawn for 0.
    pub badge: u64,
    /// Whether it is where the person is.
    pub current: bool,
}

impl NavItem {
    /// A destination without a badge.
    pub fn new(
        href: impl Into<AttrValue>,
        label: impl Into<AttrValue>,
        icon: IconName,
        current: bool,
    ) -> Self {
        Self { href: href.into(), label: label.into(), icon, badge: 0, current }
    }

    /// The same with things that wait.
    pub fn with_badge(self, badge: u64) -> Self {
        Self { badge, ..self }
    }
}

/// A group of destinations in the side menu.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NavSection {
    /// The name of the group; none for the first.
    pub title: Option<AttrValue>,
    /// Its destinations.
    pub items: Vec<NavItem>,
}
