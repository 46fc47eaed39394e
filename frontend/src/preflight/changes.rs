//! What is different from the month before: workers, wages, contributions, what is due, and the groups that changed.

use std::rc::Rc;

use shared::declarations::Worker;
use shared::lang::Lang;
use shared::money::Euro;
use shared::preflight::{Before, Checked, GroupChange};
use yew::prelude::*;

use super::text::{Texts, texts};
use crate::ui::{Cell, CellKind, Column, List, ListItem, Row, Table};
use crate::words;

/// The comparison; nothing where nothing was asked.
pub fn before(one: &Checked, lang: Lang) -> Html {
    let words = texts(lang);
    let Some(before) = &one.before else { return html! {} };
    html! {
        <>
            <h4>{ (words.before)(&words::month_long(before.month, lang)) }</h4>
            { compared(one, before, words, lang) }
        </>
    }
}

fn compared(one: &Checked, before: &Before, words: &'static Texts, lang: Lang) -> Html {
    let Some((then, due)) = before.declared else {
        return html! { <p class="muted">{ words.before_none }</p> };
    };
    let now = one.totals;
    let rows = vec![
        numbers(words.workers, then.workers, now.workers, lang),
        amounts(words.base, then.base, now.base, lang),
        amounts(words.contribution, then.contribution, now.contribution, lang),
        amounts(words.due, due, one.due, lang),
    ];
    let groups: Vec<Rc<Row>> = before.groups.iter().map(|one| group(one, lang)).collect();
    html! {
        <>
            <Table caption={words.sums} columns={Rc::new(columns(words.what, words))} {rows} compact={true} />
            if groups.is_empty() {
                <p class="muted">{ words.same_groups }</p>
            } else {
                <Table caption={words.changed_groups} columns={Rc::new(of_groups(words))} rows={groups} compact={true} />
            }
            if let Some(people) = &before.people {
                { listed(words.joined, &people.joined, lang) }
                { listed(words.left, &people.left, lang) }
            }
        </>
    }
}

/// Workers who are in one month only; nothing where there are none.
fn listed(title: &'static str, workers: &[Worker], lang: Lang) -> Html {
    if workers.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h4>{ title }{ " (" }{ workers.len() }{ ")" }</h4>
            <List>
                { for workers.iter().enumerate().map(|(at, worker)| html! {
                    <ListItem key={at} title={worker.name.clone()} description={[&worker.tax_code, " · ", &worker.code].concat()}
                        figure={words::euro(worker.base, lang)} />
                }) }
            </List>
        </>
    }
}

fn columns(first: &'static str, words: &'static Texts) -> Vec<Column> {
    vec![
        Column::new("what", first, CellKind::Title),
        Column::new("then", words.then, CellKind::Number),
        Column::new("now", words.now, CellKind::Number),
        Column::new("change", words.change, CellKind::Number),
    ]
}

fn of_groups(words: &'static Texts) -> Vec<Column> {
    vec![
        Column::new("group", words.group, CellKind::Title),
        Column::new("workers-then", words.workers_then, CellKind::Number),
        Column::new("workers-now", words.workers_now, CellKind::Number),
        Column::new("base", words.base_change, CellKind::Number),
        Column::new("contribution", words.contribution_change, CellKind::Number),
    ]
}

fn group(one: &GroupChange, lang: Lang) -> Rc<Row> {
    let count = |count: u32| Cell::text(words::count(u64::from(count), lang));
    let cells = vec![
        Cell::text(one.code.clone()),
        count(one.before.workers),
        count(one.now.workers),
        Cell::text(signed(one.now.base - one.before.base, lang)),
        Cell::text(signed(one.now.contribution - one.before.contribution, lang)),
    ];
    Row::new(one.code.clone(), cells).shared()
}

fn amounts(label: &'static str, then: Euro, now: Euro, lang: Lang) -> Rc<Row> {
    let cells = vec![
        Cell::text(label),
        Cell::text(words::euro(then, lang)),
        Cell::text(words::euro(now, lang)),
        Cell::text(signed(now - then, lang)),
    ];
    Row::new(label, cells).shared()
}

fn numbers(label: &'static str, then: u32, now: u32, lang: Lang) -> Rc<Row> {
    let change = i64::from(now) - i64::from(then);
    let sign = if change > 0 {
        "+"
    } else if change < 0 {
        "−"
    } else {
        ""
    };
    let cells = vec![
        Cell::text(label),
        Cell::text(words::count(u64::from(then), lang)),
        Cell::text(words::count(u64::from(now), lang)),
        Cell::text([sign, &words::count(change.unsigned_abs(), lang)].concat()),
    ];
    Row::new(label, cells).shared()
}

/// An amount with its sign.
fn signed(amount: Euro, lang: Lang) -> AttrValue {
    match amount > Euro::ZERO {
        true => ["+", &words::euro(amount, lang)].concat().into(),
        false => words::euro(amount, lang),
    }
}
