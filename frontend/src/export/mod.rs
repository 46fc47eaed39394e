//! Lists as files, with what they are narrowed to: plain links, so that the browser does the downloading.

mod text;

use shared::endpoint::{Endpoint, url};
use shared::export::{File, Format};
use shared::lang::Lang;
use yew::prelude::*;

use crate::ui::{IconName, Menu, MenuLink};
use text::texts;

/// The menu of a list's files; `file` is the call that gives one in a format.
pub fn menu<E: Endpoint<Reply = File>>(lang: Lang, file: impl Fn(Format) -> E) -> Html {
    let links: Vec<MenuLink> = Format::ALL
        .into_iter()
        .map(|format| MenuLink {
            // No request of ours cannot be written as an address.
            href: url(&file(format)).unwrap_or_default().into(),
            label: AttrValue::Static(name(format, lang)),
            opens: format == Format::Print,
        })
        .collect();
    html! { <Menu label={texts(lang).export} icon={IconName::Download} {links} /> }
}

/// What a format is called.
pub fn name(format: Format, lang: Lang) -> &'static str {
    let words = texts(lang);
    match format {
        Format::Csv => words.csv,
        Format::Xlsx => words.xlsx,
        Format::Print => words.print,
    }
}
