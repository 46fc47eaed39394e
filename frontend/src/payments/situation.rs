//! Due against paid, month by month.

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::payments::{MonthFigures, Situation};
use shared::sections::Export;
use shared::sections::contributions::situation::SECTION;
use yew::prelude::*;

use super::text::texts;
use crate::export;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, Cell, CellKind, Column, EmptyState, IconName, Row, Shape, Skeleton, Table};
use crate::words;

/// Props of [`MonthByMonth`].
#[derive(PartialEq, Properties)]
pub struct MonthByMonthProps {
    /// Of which company.
    pub company: CompanyId,
}

/// The table of the last months, the latest first.
#[component]
pub fn MonthByMonth(props: &MonthByMonthProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let words = texts(lang);
    let months = use_remote(&Situation { company, ..Default::default() });
    let table = months.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={12} /> },
        |months| match months.is_empty() {
            true => html! { <EmptyState title={words.situation_empty} text={words.situation_text} icon={IconName::Chart} /> },
            false => table(months, company, lang),
        },
    );
    // The archive has every month of it.
    let file = |format| Export {
        company,
        section: SECTION.slug.to_owned(),
        format,
        lang: Some(lang),
        ..Default::default()
    };
    let files = match months.value.as_ref().is_none_or(|months| months.is_empty()) {
        true => html! {},
        false => export::menu(lang, file),
    };
    html! { <Card title={words.situation} aside={files} flush={true}>{ table }</Card> }
}

fn table(months: &[MonthFigures], company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let columns = vec![
        Column::new("month", words.month, CellKind::Title),
        Column::new("state", words.state, CellKind::Text),
        Column::new("due", words.due, CellKind::Number),
        Column::new("paid", words.paid, CellKind::Number),
        Column::new("difference", words.difference, CellKind::Number),
        Column::new("pay_by", words.pay_by, CellKind::Text),
    ];
    let rows = months.iter().rev().map(|month| line(month, company, lang)).collect::<Vec<_>>();
    html! { <Table caption={words.situation} columns={Rc::new(columns)} {rows} compact={true} /> }
}

fn line(figures: &MonthFigures, company: CompanyId, lang: Lang) -> Rc<Row> {
    let (tone, state) = words::paid(figures.state, lang);
    let difference = figures.paid - figures.due;
    let cells = vec![
        Cell::text(words::month(figures.month, lang)),
        Cell::tag(tone, state),
        Cell::text(words::euro(figures.due, lang)),
        Cell::text(words::euro(figures.paid, lang)),
        if difference.is_zero() { Cell::Empty } else { Cell::text(words::euro(difference, lang)) },
        Cell::text(words::day(figures.pay_by, lang)),
    ];
    let row = Row::new(figures.month.to_string(), cells);
    match figures.declaration {
        Some(declaration) => row.with_href(Route::Declaration { company, declaration }.href()),
        None => row,
    }
    .shared()
}
