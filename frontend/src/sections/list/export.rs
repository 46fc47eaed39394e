//! The list as a file, with what it is narrowed to: plain links, so that the browser does the downloading.

use shared::endpoint::url;
use shared::export::Format;
use shared::ids::CompanyId;
use shared::sections::Export as Files;
use yew::prelude::*;

use super::query::View;
use crate::i18n::use_lang;
use crate::sections::archive::Archive;
use crate::sections::text::texts;
use crate::ui::{IconName, Menu, MenuLink};

/// Props of [`Export`].
#[derive(PartialEq, Properties)]
pub struct ExportProps {
    /// Of which company.
    pub company: CompanyId,
    /// Which archive.
    pub archive: Archive,
    /// What is asked for.
    pub view: View,
}

/// The menu of the files.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let link = |format: Format| {
        let request = Files {
            company: props.company,
            section: props.archive.slug.to_owned(),
            search: props.view.search.clone(),
            filter: props.view.filter.clone(),
            sort: props.view.sort.clone(),
            format,
            lang: Some(lang),
        };
        let label = match format {
            Format::Csv => words.csv,
            Format::Xlsx => words.xlsx,
            Format::Print => words.print,
        };
        // No request of ours cannot be written as an address.
        let href = url(&request).unwrap_or_default();
        MenuLink { href: href.into(), label: label.into(), opens: format == Format::Print }
    };
    let links: Vec<MenuLink> = Format::ALL.into_iter().map(link).collect();
    html! { <Menu label={words.export} icon={IconName::Download} {links} /> }
}
