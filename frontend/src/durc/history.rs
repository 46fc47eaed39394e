//! The checks on file.

use std::rc::Rc;

use shared::durc::{PastCheck, Regularity};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections;
use yew::prelude::*;

use super::SLUG;
use super::blocks::outcome_cell;
use super::text::texts;
use crate::export;
use crate::route::record_href;
use crate::ui::{Card, Cell, CellKind, Column, EmptyState, IconName, Row, Table};
use crate::words::{day, euro};

/// The card.
pub(super) fn history(known: &Regularity, company: CompanyId, lang: Lang) -> Html {
    let texts = texts(lang);
    if known.history.is_empty() {
        return html! {
            <Card title={texts.history}><EmptyState title={texts.history_none} icon={IconName::Clock} /></Card>
        };
    }
    let columns = vec![
        Column::new("protocol", texts.protocol, CellKind::Title),
        Column::new("when", texts.when, CellKind::Text),
        Column::new("outcome", texts.outcome, CellKind::Text),
        Column::new("open", texts.open, CellKind::Number),
        Column::new("expires", texts.expires, CellKind::Text),
    ];
    let rows: Vec<Rc<Row>> = known.history.iter().map(|past| line(past, company, lang)).collect();
    let file = move |format| sections::Export {
        company,
        section: SLUG.to_owned(),
        format,
        lang: Some(lang),
        ..Default::default()
    };
    html! {
        <Card title={texts.history} flush={true} aside={export::menu(lang, file)}>
            <Table caption={texts.history} columns={Rc::new(columns)} {rows} compact={true} />
        </Card>
    }
}

fn line(past: &PastCheck, company: CompanyId, lang: Lang) -> Rc<Row> {
    let cells = vec![
        Cell::text(past.protocol.clone()),
        Cell::text(day(past.checked, lang)),
        outcome_cell(past.outcome, lang),
        if past.open.is_zero() { Cell::Empty } else { Cell::text(euro(past.open, lang)) },
        past.expires.map_or(Cell::Empty, |expires| Cell::text(day(expires, lang))),
    ];
    let row = Row::new(past.protocol.clone(), cells);
    row.with_href(record_href(company, SLUG, &past.key)).shared()
}
