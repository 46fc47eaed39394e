//! The workers of a declaration, page by page.

use std::rc::Rc;

use shared::calendar::Month;
use shared::declarations::{Worker, Workers};
use shared::ids::{CompanyId, DeclarationId};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::calculators::link;
use crate::i18n::use_lang;
use crate::remote::use_pages;
use crate::ui::{Cell, CellKind, Column, EmptyState, IconName, Row, Shape, Skeleton, Table};
use crate::words;

/// Props of [`WorkerList`].
#[derive(PartialEq, Properties)]
pub struct WorkerListProps {
    /// Of which company.
    pub company: CompanyId,
    /// Of which declaration.
    pub declaration: DeclarationId,
    /// Of which month.
    pub month: Month,
    /// Employees as the company counts them.
    pub workforce: Option<u32>,
}

/// The table of workers.
#[component]
pub fn WorkerList(props: &WorkerListProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let request =
        Workers { company: props.company, declaration: props.declaration, ..Default::default() };
    let pages = use_pages(&request);
    let columns = vec![
        Column::new("worker", words.worker, CellKind::Title),
        Column::new("tax_code", words.tax_code, CellKind::Code),
        Column::new("kind", words.kind, CellKind::Code),
        Column::new("base", words.base, CellKind::Number),
        Column::new("contribution", words.contribution, CellKind::Number),
        Column::new("due", words.due_by_rates, CellKind::Text),
    ];
    let (month, workforce) = (props.month, props.workforce);
    pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={5} /> },
        |_| {
            if pages.rows.is_empty() {
                return html! { <EmptyState title={words.no_workers} icon={IconName::Users} /> };
            }
            let rows = pages.rows.iter().enumerate().map(|(number, worker)| line(number, worker, (month, workforce), lang)).collect::<Vec<_>>();
            html! { <><Table caption={words.worker_list} columns={Rc::new(columns)} {rows} />{ pages.foot(lang) }</> }
        },
    )
}

fn line(
    number: usize,
    worker: &Worker,
    (month, workforce): (Month, Option<u32>),
    lang: Lang,
) -> Rc<Row> {
    let cells = vec![
        Cell::text(worker.name.clone()),
        Cell::text(worker.tax_code.clone()),
        Cell::text(worker.code.clone()),
        Cell::text(words::euro(worker.base, lang)),
        Cell::text(words::euro(worker.contribution, lang)),
        link::declared(worker, month, workforce, lang).map_or(Cell::Empty, Cell::Html),
    ];
    // The same worker may stand in a declaration twice, so the place names the row.
    Row::new(number.to_string(), cells).shared()
}
