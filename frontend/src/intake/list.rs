//! The files handed in before.

use std::rc::Rc;

use shared::intake::{Export, Import, List};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use super::{kind, outcome};
use crate::export;
use crate::i18n::use_lang;
use crate::remote::use_pages;
use crate::route::Route;
use crate::ui::{Card, Cell, CellKind, Column, EmptyState, IconName, Row, Shape, Skeleton, Table};
use crate::words;

/// The list of past imports.
#[component]
pub fn Past() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let pages = use_pages(&List::default());
    let columns = vec![
        Column::new("file", words.file, CellKind::Title),
        Column::new("what", words.what, CellKind::Text),
        Column::new("outcome", words.outcome, CellKind::Text),
        Column::new("at", words.at, CellKind::Text),
        Column::new("size", words.size, CellKind::Number),
    ];
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={4} /> },
        |_| {
            if pages.rows.is_empty() {
                return html! { <EmptyState title={words.none} text={words.none_text} icon={IconName::Upload} /> };
            }
            let rows = pages.rows.iter().map(|import| line(import, lang)).collect::<Vec<_>>();
            html! { <><Table caption={words.past} columns={Rc::new(columns)} {rows} />{ pages.foot(lang) }</> }
        },
    );
    let files = match pages.rows.is_empty() {
        true => html! {},
        false => export::menu(lang, |format| Export { format, lang: Some(lang) }),
    };
    html! { <Card title={words.past} aside={files} flush={true}>{ list }</Card> }
}

fn line(import: &Import, lang: Lang) -> Rc<Row> {
    let (tone, word) = outcome(import.state, lang);
    let cells = vec![
        Cell::text(import.name.clone()),
        Cell::text(kind(import.file_kind, texts(lang))),
        Cell::tag(tone, word),
        Cell::text(words::moment(import.at, lang)),
        Cell::text(words::bytes(import.size, lang)),
    ];
    Row::new(import.id.to_string(), cells)
        .with_href(Route::Import { import: import.id }.href())
        .shared()
}
