//! Declared, reconstructed and the difference, section by section, with what balances them.

use std::rc::Rc;

use shared::declarations::{BalancingLine, Declaration, Section};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::ui::{Card, Cell, CellKind, Column, KeyValue, KeyValues, Row, Table};
use crate::words;

/// The arithmetic of the virtual DM; nothing where the company totals are missing.
pub fn card(found: &Declaration, lang: Lang) -> Html {
    let words = texts(lang);
    if found.debit.is_none() && found.credit.is_none() {
        return html! {};
    }
    html! {
        <Card title={words.arithmetic} subtitle={(words.tolerance)(&words::euro(found.tolerance, lang))}>
            { sections(found.debit, found.credit, lang) }
            if !found.balancing.is_empty() {
                <h3>{ words.balancing }</h3>
                { balance(&found.balancing, lang) }
            }
        </Card>
    }
}

/// The sections of a DM, declared beside reconstructed.
pub fn sections(debit: Option<Section>, credit: Option<Section>, lang: Lang) -> Html {
    let words = texts(lang);
    let rows: Vec<Rc<Row>> = [(words.debit, debit), (words.credit, credit)]
        .into_iter()
        .filter_map(|(label, section)| Some(line(label, section?, lang)))
        .collect();
    let columns = vec![
        Column::new("section", words.section, CellKind::Title),
        Column::new("declared", words.declared, CellKind::Number),
        Column::new("reconstructed", words.reconstructed, CellKind::Number),
        Column::new("difference", words.difference, CellKind::Number),
    ];
    html! { <Table caption={words.arithmetic} columns={Rc::new(columns)} {rows} compact={true} /> }
}

/// What is added to make the sections meet.
pub fn balance(added: &[BalancingLine], lang: Lang) -> Html {
    let items: Vec<KeyValue> = added.iter().map(|added| balancing(added, lang)).collect();
    html! { <KeyValues sum={true} {items} /> }
}

fn line(label: &'static str, section: Section, lang: Lang) -> Rc<Row> {
    let cells = vec![
        Cell::text(label),
        Cell::text(words::euro(section.declared, lang)),
        Cell::text(words::euro(section.reconstructed, lang)),
        Cell::text(words::euro(section.difference(), lang)),
    ];
    Row::new(label, cells).shared()
}

fn balancing(added: &BalancingLine, lang: Lang) -> KeyValue {
    let words = texts(lang);
    let why = if added.code.starts_with('Q') { words.rounding } else { words.lacking };
    let side = if added.debit { words.debit } else { words.credit };
    let label = [&added.code, " · ", why, " · ", side].concat();
    KeyValue::mono(label, words::euro(added.amount, lang))
}
