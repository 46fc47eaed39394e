//! Light, dark, or as the device does. `boot.js` applies the same choice before the first paint.

use crate::browser;
use yew::prelude::*;

/// Where the choice is remembered.
const STORAGE_KEY: &str = "cassetto.theme";
/// The scheme a person chose for this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device does.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order they are offered.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The word kept in storage and on `<html data-theme>`.
    pub const fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    fn recalled() -> Theme {
        let kept = browser::recall(STORAGE_KEY);
        Theme::ALL
            .into_iter()
            .find(|theme| kept.as_deref() == Some(theme.code()))
            .unwrap_or_default()
    }

    fn apply(self) {
        if let Some(root) = browser::root() {
            let _ = match self {
                Theme::System => root.remove_attribute("data-theme"),
                chosen => root.set_attribute("data-theme", chosen.code()),
            };
        }
        self.paint_bar();
        match self {
            Theme::System => browser::forget(STORAGE_KEY),
            chosen => browser::remember(STORAGE_KEY, chosen.code()),
        }
    }

    /// Tells the system how to paint its own bar. The colours stand in `index.html`, each beside the scheme it is for.
    fn paint_bar(self) {
        let bar =
            |scheme: &str| browser::find(&["meta[name=theme-color][media*=", scheme, "]"].concat());
        for own in ["light", "dark"] {
            let scheme = if self == Theme::System { own } else { self.code() };
            let colour = bar(scheme).and_then(|meta| meta.get_attribute("data-own"));
            if let Some((meta, colour)) = bar(own).zip(colour) {
                let _ = meta.set_attribute("content", &colour);
            }
        }
    }
}

/// The scheme in force and the way to change it.
#[hook]
pub fn use_theme() -> (Theme, Callback<Theme>) {
    let theme = use_state_eq(Theme::recalled);
    let choose = {
        let theme = theme.clone();
        Callback::from(move |chosen: Theme| {
            chosen.apply();
            theme.set(chosen);
        })
    };
    (*theme, choose)
}
