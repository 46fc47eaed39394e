//! Receipts: the document to keep, and the page where whoever holds one verifies it and a file that came with it.

mod found;
mod text;
mod verify;

pub use verify::Verify;

use shared::endpoint::url;
use shared::ids::RequestId;
use shared::lang::Lang;
use shared::receipts::Download;
use shared::register::{Registered, code};
use yew::prelude::*;

use crate::route::Route;
use crate::ui::Link;
use text::texts;

/// The last part of the address of the page that verifies receipts, where others have the secret of a link.
pub const SLUG: &str = "ricevuta";
/// A receipt in the address of that page.
const NUMBER: &str = "numero";
const CODE: &str = "codice";

/// The heading of that page.
pub fn title(lang: Lang) -> AttrValue {
    AttrValue::Static(texts(lang).title)
}

/// The way to the page that verifies it.
pub fn verify_link(registered: &Registered, lang: Lang) -> Html {
    let (number, code) = (registered.number.to_string(), code(&registered.digest));
    let page = Route::verify_href(SLUG);
    let href = [&page, "?", NUMBER, "=", &number, "&", CODE, "=", &code].concat();
    html! { <Link {href}>{ texts(lang).verify_this }</Link> }
}

/// The ways to the document and to the page that verifies it.
pub fn links(request: RequestId, registered: &Registered, lang: Lang) -> Html {
    let words = texts(lang);
    // No request of ours cannot be written as an address.
    let href = url(&Download { request, lang: Some(lang) }).unwrap_or_default();
    html! {
        <p class="row">
            <a class="link" {href} download="">{ words.download }</a>
            { verify_link(registered, lang) }
        </p>
    }
}
