//! What the search offers.

use shared::lang::Lang;
use yew::AttrValue;

use crate::keyboard::Shortcut;
use crate::ui::IconName;
use crate::ui::theme::Theme;

/// What choosing something does.
#[derive(Clone, Debug, PartialEq)]
pub enum Does {
    /// Leads to an address of the app.
    Go(AttrValue),
    /// Loads a file.
    Load(AttrValue),
    /// Is done by the frame.
    Frame(Shortcut),
    /// Changes the scheme.
    Theme(Theme),
    /// Changes the language.
    Language(Lang),
    /// Ends the session.
    SignOut,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is.
    pub title: AttrValue,
    /// What tells it from its like.
    pub detail: AttrValue,
    /// Its icon.
    pub icon: IconName,
    /// What choosing it does.
    pub does: Does,
    /// Whether it is worth being offered again later.
    pub kept: bool,
}

impl Item {
    /// Something that leads to a page.
    pub fn page(title: impl Into<AttrValue>, icon: IconName, href: AttrValue) -> Self {
        Self {
            title: title.into(),
            detail: AttrValue::default(),
            icon,
            does: Does::Go(href),
            kept: false,
        }
    }

    /// A company, a record, a request or a file.
    pub fn thing(
        title: impl Into<AttrValue>,
        detail: impl Into<AttrValue>,
        icon: IconName,
        href: AttrValue,
    ) -> Self {
        Self { title: title.into(), detail: detail.into(), icon, does: Does::Go(href), kept: true }
    }

    /// A command.
    pub fn command(title: impl Into<AttrValue>, icon: IconName, does: Does) -> Self {
        Self { title: title.into(), detail: AttrValue::default(), icon, does, kept: false }
    }
}

/// Things of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they are.
    pub title: AttrValue,
    /// The best first.
    pub items: Vec<Item>,
}
