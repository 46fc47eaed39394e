//! The first stop of the Tab key: straight to the content.

use crate::i18n::use_lang;
use crate::ui::text::texts;
use yew::prelude::*;

/// The id of the main content, put on `<main>` by [`super::frame::AppFrame`].
pub const MAIN_ID: &str = "main";

/// A link seen only when it has the focus.
#[component]
pub fn SkipLink() -> Html {
    let words = texts(use_lang());
    html! { <a class="skip-link" href={format!("#{MAIN_ID}")}>{ words.skip_to_content }</a> }
}
