//! What counts and what blocks, gestione by gestione.

use std::collections::BTreeSet;
use std::rc::Rc;

use shared::durc::{
    CoverCause, DebtOutcome, GestioneOutcome, Outcome, Reason, Regularity, Role, TechnicalProblem,
};
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::letter::{Letter, letter};
use super::text::texts;
use super::words::{cover, debt, gestione, outcome, reason, role};
use crate::calculators;
use crate::requests::Ask;
use crate::route::Route;
use crate::ui::{Accordion, Card, Cell, CellKind, Column, Link, Row, Table, Tag};
use crate::words::{day, euro};

/// The card.
pub(super) fn blocks(known: &Regularity, company: CompanyId, lang: Lang) -> Html {
    let texts = texts(lang);
    html! {
        <Card title={texts.why}>
            if known.check.gestioni.is_empty() {
                <p>{ texts.nothing_blocks }</p>
            }
            { for known.check.gestioni.iter().map(|one| of_gestione(one, known, company, lang)) }
            if known.check.outcome != Outcome::Regular {
                { ask(known, company, lang) }
            }
        </Card>
    }
}

/// The way to a request about what blocks, which is written into it.
fn ask(known: &Regularity, company: CompanyId, lang: Lang) -> Html {
    let Letter { about, position, subject, text } = letter(&known.check, &known.situation, lang);
    html! { <Ask {company} topic={known.topic} {about} {position} {subject} {text} /> }
}

fn of_gestione(one: &GestioneOutcome, known: &Regularity, company: CompanyId, lang: Lang) -> Html {
    let texts = texts(lang);
    let (tone, label, _) = outcome(one.outcome, lang);
    let matters = |debt: &&DebtOutcome| debt.role != Role::Settled;
    let mut debts: Vec<&DebtOutcome> = one.debts.iter().filter(matters).collect();
    // What blocks comes first, then the largest.
    debts.sort_by_key(|debt| (debt.role != Role::Counts, core::cmp::Reverse(debt.residual)));
    let counted = (texts.counted)(&euro(one.open, lang), &euro(one.covered, lang));
    html! {
        <Accordion title={gestione(one.gestione, lang)} open={true} aside={html! { <Tag {tone} {label} /> }}>
            <ul role="list">{ for one.reasons.iter().map(|why| said(why, company, lang)) }</ul>
            if !debts.is_empty() {
                <p class="muted">{ counted }</p>
                { table(&debts, known, lang) }
                { laws(&debts, lang) }
                if !one.open.is_zero() {
                    <div class="row">{ calculators::link::instalments(one.open, lang) }</div>
                }
            }
        </Accordion>
    }
}

/// Why, and of a record that cannot be read the way to its archive.
fn said(why: &Reason, company: CompanyId, lang: Lang) -> Html {
    let of_record = [TechnicalProblem::UnsoundRecord, TechnicalProblem::UndatedPayment];
    let href = match why {
        Reason::Technical { problem, .. } if of_record.contains(problem) => {
            Some(Route::Section { company, section: "crediti" }.href())
        }
        _ => None,
    };
    html! {
        <li>
            { reason(why, lang) }
            if let Some(href) = href {
                { " " }<Link {href}>{ texts(lang).open_archive }</Link>
            }
        </li>
    }
}

fn table(debts: &[&DebtOutcome], known: &Regularity, lang: Lang) -> Html {
    let texts = texts(lang);
    let columns = vec![
        Column::new("debt", texts.debt, CellKind::Title),
        Column::new("part", texts.part, CellKind::Text),
        Column::new("residual", texts.residual, CellKind::Number),
        Column::new("due", texts.due, CellKind::Text),
    ];
    let rows: Vec<Rc<Row>> = debts.iter().map(|one| line(one, known, lang)).collect();
    html! { <Table caption={texts.why} columns={Rc::new(columns)} {rows} compact={true} /> }
}

/// By which rules something covers these debts.
fn laws(debts: &[&DebtOutcome], lang: Lang) -> Html {
    let causes: BTreeSet<CoverCause> =
        debts.iter().flat_map(|debt| debt.causes.iter().copied()).collect();
    let law = |cause: CoverCause| Some([cover(cause, lang), ": ", cause.source()?].concat());
    let laws: Vec<String> = causes.into_iter().filter_map(law).collect();
    match laws.is_empty() {
        true => html! {},
        false => html! { <p class="muted small">{ laws.join(" · ") }</p> },
    }
}

fn line(found: &DebtOutcome, known: &Regularity, lang: Lang) -> Rc<Row> {
    let owed = known.situation.debts.iter().find(|debt| debt.key == found.key);
    let (tone, part) = role(found.role, lang);
    let causes: Vec<&str> = found.causes.iter().map(|cause| cover(*cause, lang)).collect();
    let part = if causes.is_empty() { part } else { [&part, ": ", &causes.join(", ")].concat() };
    let title = owed.map_or_else(|| found.key.clone(), |owed| debt(owed, lang));
    let cells = vec![
        Cell::text(title),
        Cell::tag(tone, part),
        Cell::text(euro(found.residual, lang)),
        owed.map_or(Cell::Empty, |owed| Cell::text(day(owed.due, lang))),
    ];
    Row::new(found.key.clone(), cells).shared()
}

/// The colour and word of an outcome, for a table.
pub(super) fn outcome_cell(said: Outcome, lang: Lang) -> Cell {
    let (tone, label, _) = outcome(said, lang);
    Cell::tag(tone, label)
}
