//! The screen of payments: the months, and the F24 rows under them.

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::payments::{Export, List, PaymentRow};
use yew::prelude::*;

use super::situation::MonthByMonth;
use super::text::{Texts, texts};
use super::{matched, period};
use crate::companies::use_company_name;
use crate::export;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::query::use_query;
use crate::remote::use_pages;
use crate::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Column, EmptyState, IconName, Row,
    Segment, SegmentedControl, Select, Shape, Skeleton, Table,
};
use crate::words::{self, year_choices};

/// What the query of the address says for "only rows attached to nothing".
const LOOSE: &str = "non-abbinate";

/// Rows a page: as many as are looked through on a phone before asking for more.
const ROWS: u16 = 24;

/// Props of [`Payments`].
#[derive(PartialEq, Properties)]
pub struct PaymentsProps {
    /// Of which company.
    pub company: CompanyId,
}

/// The screen.
#[component]
pub fn Payments(props: &PaymentsProps) -> Html {
    let company_name = use_company_name(props.company);
    use_heading(None, company_name);
    html! {
        <>
            <MonthByMonth company={props.company} />
            <Forms company={props.company} />
        </>
    }
}

/// The F24 rows, by year and whether they are matched.
#[component]
fn Forms(props: &PaymentsProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let words = texts(lang);
    let (year, set_year) = use_query("anno");
    let (which, set_which) = use_query("mostra");
    let loose = which.as_deref() == Some(LOOSE);
    let asked_year = year.as_deref().and_then(|year| year.parse().ok());
    let request = List {
        company,
        year: asked_year,
        loose: loose.then_some(true),
        limit: Some(ROWS),
        ..Default::default()
    };
    let pages = use_pages(&request);
    let clear = {
        let (year, which) = (set_year.clone(), set_which.clone());
        Callback::from(move |_: MouseEvent| {
            year.emit(None);
            which.emit(None);
        })
    };
    let segments = vec![Segment::new("", words.all), Segment::new(LOOSE, words.only_loose)];
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={6} /> },
        |_| match pages.rows.is_empty() {
            true => empty(loose, asked_year.is_some(), clear.clone(), words),
            false => html! { <>{ table(&pages.rows, company, lang) }{ pages.foot(lang) }</> },
        },
    );
    html! {
        <Card title={words.forms} flush={true}>
            <div class="filters">
                <Select label={words.year} choices={year_choices(words.every_year)} value={year.unwrap_or_default()}
                    onchange={set_year.reform(|value: AttrValue| Some(value.to_string()))} />
                <SegmentedControl legend={words.which} {segments} value={if loose { LOOSE } else { "" }}
                    onchange={set_which.reform(|value: AttrValue| Some(value.to_string()))} />
                { export::menu(lang, |format| Export { company, year: asked_year, loose: request.loose, format, lang: Some(lang) }) }
            </div>
            { list }
        </Card>
    }
}

fn empty(loose: bool, in_year: bool, onclick: Callback<MouseEvent>, words: &'static Texts) -> Html {
    let (title, text, icon) = match (loose, in_year) {
        (true, _) => (words.none_loose, None, IconName::CheckCircle),
        (false, true) => (words.none_filtered, None, IconName::Filter),
        (false, false) => (words.none, Some(words.none_text), IconName::Receipt),
    };
    html! {
        <EmptyState {title} text={text.map(AttrValue::Static)} {icon}>
            if loose || in_year {
                <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ words.clear }</Button>
            }
        </EmptyState>
    }
}

fn table(rows: &[PaymentRow], company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let columns = vec![
        Column::new("day", words.day, CellKind::Title),
        Column::new("causale", words.causale, CellKind::Code),
        Column::new("code", words.code, CellKind::Code),
        Column::new("period", words.period, CellKind::Text),
        Column::new("matched", words.matched, CellKind::Text),
        Column::new("debit", words.debit, CellKind::Number),
        Column::new("credit", words.credit, CellKind::Number),
    ];
    let rows = rows.iter().map(|row| line(row, company, lang)).collect::<Vec<_>>();
    html! { <Table caption={words.forms} columns={Rc::new(columns)} {rows} /> }
}

fn line(row: &PaymentRow, company: CompanyId, lang: Lang) -> Rc<Row> {
    let (tone, word) = matched(row, lang);
    let amount = |amount: shared::money::Euro| match amount.is_zero() {
        true => Cell::Empty,
        false => Cell::text(words::euro(amount, lang)),
    };
    let cells = vec![
        Cell::text(words::day(row.day, lang)),
        Cell::text(row.causale.clone()),
        Cell::text(words::matricola(&row.code)),
        period(row, lang).map_or(Cell::Empty, Cell::Text),
        Cell::tag(tone, word),
        amount(row.debit),
        amount(row.credit),
    ];
    let key = [&row.payment.to_string(), "-", &row.row.to_string()].concat();
    Row::new(key, cells).with_href(Route::Payment { company, payment: row.payment }.href()).shared()
}
