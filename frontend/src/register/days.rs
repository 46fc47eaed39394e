//! The days that are closed.

use std::rc::Rc;

use shared::offices::OfficeCode;
use shared::register::{ClosedDay, Days};
use yew::prelude::*;

use super::lines::href;
use super::text::texts;
use crate::export;
use crate::i18n::use_lang;
use crate::remote::use_pages;
use crate::ui::{Card, Cell, CellKind, Column, EmptyState, IconName, Row, Shape, Skeleton, Table};
use crate::words;

/// Props of [`Closed`].
#[derive(PartialEq, Properties)]
pub(super) struct ClosedProps {
    /// Of which office, where it is not one's own.
    pub office: Option<OfficeCode>,
}

/// The days; each leads to its register, where its digest is reckoned again.
#[component]
pub(super) fn Closed(props: &ClosedProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let request = Days { office: props.office, ..Days::default() };
    let pages = use_pages(&request);
    let columns = use_memo(lang, |_| {
        vec![
            Column::new("day", words.day, CellKind::Title),
            Column::new("received", words.received, CellKind::Number),
            Column::new("sent", words.sent, CellKind::Number),
            Column::new("annulled", words.annulled, CellKind::Number),
            Column::new("at", words.closed_at, CellKind::Text),
            Column::new("digest", words.digest, CellKind::Code),
        ]
    });
    let row = |one: &ClosedDay| {
        let counts = [one.received, one.sent, one.annulled];
        let counts = counts.map(|count| Cell::text(words::count(count, lang)));
        let mut cells = vec![Cell::text(words::day(one.day, lang))];
        cells.extend(counts);
        // Its beginning tells it from the others; the whole stands on the day's page.
        let digest = one.digest.get(..16).unwrap_or(&one.digest);
        cells.extend([Cell::text(words::moment(one.at, lang)), Cell::text([digest, "…"].concat())]);
        let day = one.day.to_string();
        let href = href(&[("vista", ""), ("giorno", &day)]);
        Row::new(day, cells).with_href(href).shared()
    };
    let waiting = || html! { <Skeleton shape={Shape::Table} count={6} /> };
    pages.first.draw(lang, waiting, |_| match pages.rows.is_empty() {
        true => html! { <EmptyState title={words.none_closed} text={words.none_closed_text} icon={IconName::Calendar} /> },
        false => {
            let rows: Vec<Rc<Row>> = pages.rows.iter().map(row).collect();
            let files = export::menu(lang, |format| request.clone().export(format, Some(lang)));
            html! {
                <>
                    <div class="row spread"><p class="muted">{ words.closed_help }</p>{ files }</div>
                    <Card flush={true}><Table caption={words.closed_days} {columns} {rows} /></Card>
                    { pages.foot(lang) }
                </>
            }
        }
    })
}
