//! What a report says about places in the file.

use std::rc::Rc;

use shared::intake::{ExportIssues, Issue, Report};
use shared::lang::Lang;
use yew::prelude::*;

use super::describe;
use super::text::texts;
use crate::export;
use crate::ui::{Card, Cell, CellKind, Column, EmptyState, IconName, Row, Table, Tone};

/// The errors and warnings, each with its line, its column and its reason.
pub fn card(report: &Report, lang: Lang) -> Html {
    let import = &report.import;
    let files =
        export::menu(lang, |format| ExportIssues { import: import.id, format, lang: Some(lang) });
    table(&report.issues, (import.errors, import.warnings), files, lang)
}

/// What is said about places in a file that has so many errors and warnings; `aside` stands beside the heading.
pub fn table(issues: &[Issue], (errors, warnings): (u32, u32), aside: Html, lang: Lang) -> Html {
    let words = texts(lang);
    if issues.is_empty() {
        return html! {
            <Card title={words.issues}><EmptyState title={words.no_issues} icon={IconName::CheckCircle} /></Card>
        };
    }
    let columns = vec![
        Column::new("what", words.what_is_wrong, CellKind::Title),
        Column::new("place", words.place, CellKind::Text),
        Column::new("kind", words.severity, CellKind::Text),
        Column::new("found", words.found, CellKind::Code),
        Column::new("expected", words.expected, CellKind::Code),
    ];
    let rows = issues
        .iter()
        .enumerate()
        .map(|(number, issue)| line(number, issue, lang))
        .collect::<Vec<_>>();
    let listed = issues.len() as u64;
    let all = u64::from(errors) + u64::from(warnings);
    let counted = [&(words.errors)(errors), " · ", &(words.warnings)(warnings)].concat();
    html! {
        <Card title={words.issues} subtitle={counted} {aside} flush={true}>
            <Table caption={words.issues} columns={Rc::new(columns)} {rows} />
            if listed < all {
                <p class="muted">{ (words.only_first)(listed) }</p>
            }
        </Card>
    }
}

fn line(number: usize, issue: &Issue, lang: Lang) -> Rc<Row> {
    let words = texts(lang);
    let kind = match issue.code.is_warning() {
        true => Cell::tag(Tone::Orange, words.warning),
        false => Cell::tag(Tone::Red, words.error),
    };
    let text = |text: &Option<String>| text.clone().map_or(Cell::Empty, Cell::text);
    let cells = vec![
        Cell::Text(describe(issue, lang)),
        Cell::text((words.line_column)(issue.line, issue.column)),
        kind,
        text(&issue.found),
        text(&issue.expected),
    ];
    Row::new(number.to_string(), cells).shared()
}
