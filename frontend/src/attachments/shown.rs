//! Documents of a message that was sent, to be saved.

use shared::attachments::{Attachment, Download};
use shared::endpoint::url;
use shared::lang::Lang;
use yew::prelude::*;

use crate::words;

/// A link to each document, with its size; with its SHA-256 where that is asked for.
pub fn documents(files: &[Attachment], digests: bool, lang: Lang) -> Html {
    if files.is_empty() {
        return html! {};
    }
    let one = |file: &Attachment| {
        // No request of ours cannot be written as an address.
        let href = url(&Download { attachment: file.id }).unwrap_or_default();
        html! {
            <li key={file.id.to_string()}>
                <a class="link" {href} download="">{ file.name.clone() }</a>
                <span class="muted">{ " · " }{ words::bytes(file.bytes, lang) }</span>
                if digests { <div class="mono small">{ file.sha256.clone() }</div> }
            </li>
        }
    };
    html! { <ul role="list">{ for files.iter().map(one) }</ul> }
}
