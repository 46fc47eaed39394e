//! The rectification notice to be expected: which groups differ and why, and what it would come to.

use std::rc::Rc;

use shared::declarations::Scheme;
use shared::lang::Lang;
use shared::notices::{Notice, Side};
use shared::parameters::Confidence;
use shared::preflight::Forecast;
use yew::prelude::*;

use super::text::texts;
use crate::calculators::doubt;
use crate::notices::{cause_explained, reckoning, unrated};
use crate::ui::{self, Cell, CellKind, Column, Row, Severity, Table};
use crate::words;

/// The notice, or that none is to be expected, or that nobody can tell.
pub fn expected(forecast: &Forecast, scheme: Scheme, lang: Lang) -> Html {
    let words = texts(lang);
    if scheme == Scheme::Collaborators {
        return html! {};
    }
    let (whole, content) = match forecast {
        Forecast::Unknown(why) => (
            true,
            html! {
                <>
                    <p class="muted">{ words.notice_unknown }</p>
                    if let Some(why) = why { <p>{ unrated(*why, lang) }</p> }
                </>
            },
        ),
        Forecast::None { whole } => (*whole, html! { <p>{ words.notice_none }</p> }),
        Forecast::Notice { notice, whole, confidence } => (*whole, full(notice, *confidence, lang)),
    };
    html! {
        <>
            <h4>{ words.notice }</h4>
            { content }
            if !whole { <p class="muted">{ words.notice_part }</p> }
        </>
    }
}

fn full(notice: &Notice, confidence: Confidence, lang: Lang) -> Html {
    let words = texts(lang);
    let (severity, title) = match notice.side {
        Side::ToPay => (Severity::Warning, words.notice_to_pay),
        Side::InFavour => (Severity::Info, words.notice_in_favour),
    };
    let amount = words::euro(notice.difference.abs(), lang);
    let issued = words::day(notice.issued, lang);
    html! {
        <>
            <ui::Notice {severity} title={title(&amount)}><p>{ (words.notice_text)(&issued) }</p></ui::Notice>
            { lines(notice, lang) }
            { reckoning(notice, lang) }
            { doubt(confidence, lang) }
        </>
    }
}

/// Group by group: declared, reckoned again, the difference, and the cause in words.
fn lines(notice: &Notice, lang: Lang) -> Html {
    let words = texts(lang);
    let columns = vec![
        Column::new("group", words.group, CellKind::Title),
        Column::new("workers", words.workers, CellKind::Number),
        Column::new("declared", words.declared, CellKind::Number),
        Column::new("due", words.recalculated, CellKind::Number),
        Column::new("delta", words.difference, CellKind::Number),
        Column::new("cause", words.cause, CellKind::Text),
    ];
    let row = |line: &shared::notices::DifferenceLine| {
        let (cause, _, todo) = cause_explained(line.cause, lang);
        let cells = vec![
            Cell::text(line.group.clone()),
            Cell::text(words::count(u64::from(line.workers), lang)),
            Cell::text(words::euro(line.declared, lang)),
            Cell::text(words::euro(line.recalculated, lang)),
            Cell::text(words::euro(line.delta, lang)),
            Cell::text([cause, ". ", todo].concat()),
        ];
        Row::new(line.group.clone(), cells).shared()
    };
    let rows: Vec<Rc<Row>> = notice.lines.iter().map(row).collect();
    html! { <Table caption={words.notice} columns={Rc::new(columns)} {rows} compact={true} /> }
}
