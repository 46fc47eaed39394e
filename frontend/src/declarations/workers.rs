//! The workers of a declaration, page by page.

use std::rc::Rc;

use shared::calendar::{Day, Month};
use shared::declarations::{Engaged, Worker, Workers};
use shared::format;
use shared::ids::{CompanyId, DeclarationId};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::{Texts, texts};
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
    let (month, workforce) = (props.month, props.workforce);
    pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={5} /> },
        |_| {
            if pages.rows.is_empty() {
                return html! { <EmptyState title={words.no_workers} icon={IconName::Users} /> };
            }
            let columns = columns(pages.rows.iter().any(|worker| worker.engaged.is_some()), words);
            let rows = pages.rows.iter().enumerate().map(|(number, worker)| line(number, worker, (month, workforce), lang)).collect::<Vec<_>>();
            html! { <><Table caption={words.worker_list} columns={Rc::new(columns)} {rows} />{ pages.foot(lang) }</> }
        },
    )
}

/// The columns; of collaborators others than of employees.
fn columns(collaborators: bool, words: &Texts) -> Vec<Column> {
    let kind = if collaborators { words.relation } else { words.kind };
    let mut columns = vec![
        Column::new("worker", words.worker, CellKind::Title),
        Column::new("tax_code", words.tax_code, CellKind::Code),
        Column::new("kind", kind, CellKind::Code),
        Column::new("base", words.base, CellKind::Number),
        Column::new("contribution", words.contribution, CellKind::Number),
    ];
    columns.extend(match collaborators {
        false => vec![Column::new("due", words.due_by_rates, CellKind::Text)],
        true => vec![
            Column::new("rate", words.rate, CellKind::Number),
            Column::new("from", words.from, CellKind::Text),
            Column::new("to", words.to, CellKind::Text),
        ],
    });
    columns
}

fn line(
    number: usize,
    worker: &Worker,
    (month, workforce): (Month, Option<u32>),
    lang: Lang,
) -> Rc<Row> {
    let mut cells = vec![
        Cell::text(worker.name.clone()),
        Cell::text(worker.tax_code.clone()),
        Cell::text(worker.code.clone()),
        Cell::text(words::euro(worker.base, lang)),
        Cell::text(words::euro(worker.contribution, lang)),
    ];
    match worker.engaged {
        None => cells
            .push(link::declared(worker, month, workforce, lang).map_or(Cell::Empty, Cell::Html)),
        Some(Engaged { rate, from, to }) => {
            cells.push(Cell::text(format::percent(rate, lang)));
            let day = |day: Day| Cell::text(words::day(day, lang));
            cells.extend([from, to].map(|end| end.map_or(Cell::Empty, day)));
        }
    }
    // The same worker may stand in a declaration twice, so the place names the row.
    Row::new(number.to_string(), cells).shared()
}
