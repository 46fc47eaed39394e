//! Light, dark, or as the device does.

use crate::i18n::use_lang;
use crate::ui::action::segmented::{Segment, SegmentedControl};
use crate::ui::icon::IconName;
use crate::ui::text::texts;
use crate::ui::theme::{Theme, use_theme};
use yew::prelude::*;

/// The choice of the scheme, remembered on this device.
#[component]
pub fn ThemeSwitch() -> Html {
    let words = texts(use_lang());
    let (theme, choose) = use_theme();
    let segments = vec![
        Segment::new(Theme::System.code(), words.theme_system).with_icon(IconName::Contrast),
        Segment::new(Theme::Light.code(), words.theme_light).with_icon(IconName::Sun),
        Segment::new(Theme::Dark.code(), words.theme_dark).with_icon(IconName::Moon),
    ];
    let onchange = choose.reform(|code: AttrValue| {
        Theme::ALL.into_iter().find(|theme| theme.code() == code.as_str()).unwrap_or_default()
    });
    html! { <SegmentedControl legend={words.theme} {segments} value={theme.code()} {onchange} /> }
}
