//! The plan, its picture, the limits it stands under, and its end when payments stop.

use std::rc::Rc;

use shared::calendar::Day;
use shared::format::percent;
use shared::instalments::{Instalment, Limit, Paid, Plan, State, life};
use shared::lang::Lang;
use shared::parameters::Set;
use yew::prelude::*;

use crate::calculators::outcome::{doubt, foot, table};
use crate::calculators::text::{nth, texts};
use crate::ui::{
    Card, Cell, ColumnChart, ColumnPoint, KeyValue, KeyValues, Notice, Severity, Stat,
};
use crate::words::{day, euro};

/// The result.
pub fn draw(plan: &Plan, paid: Option<u32>, set: &Set, lang: Lang) -> Html {
    let words = texts(lang);
    let items = vec![
        KeyValue::mono(words.debt, euro(plan.debt, lang)),
        KeyValue::mono(words.interest, euro(plan.interest, lang)),
        KeyValue::mono(words.in_all, euro(plan.debt + plan.interest, lang)),
        KeyValue::mono(words.year_rate, percent(plan.rate, lang)),
        KeyValue::text(words.rules, nth(&words.rules_names, plan.rules as usize)),
    ];
    html! {
        <>
            <Card title={words.plan} aside={doubt(plan.confidence, lang)}>
                <div class="stack">
                    <Stat value={euro(plan.instalment, lang)} label={(words.times)(plan.instalments.len())} />
                    <KeyValues {items} />
                </div>
            </Card>
            <Card title={words.plan_picture}>{ chart(plan, lang) }</Card>
            if let Some(paid) = paid {
                { ending(plan, paid, lang) }
            }
            { foot(set, &plan.source, plan.confidence, lang) }
        </>
    }
}

fn chart(plan: &Plan, lang: Lang) -> Html {
    let words = texts(lang);
    let count = plan.instalments.len();
    let column = |row: &Instalment| {
        let (on, amount) = (day(row.due, lang), euro(row.amount, lang));
        let every = if count > 12 { 6 } else { 1 };
        let named = row.number == 1 || row.number.is_multiple_of(every);
        ColumnPoint {
            label: [on.as_str(), ": ", amount.as_str()].concat().into(),
            short: if named { row.number.to_string().into() } else { AttrValue::default() },
            parts: vec![row.capital.cents(), row.interest.cents()],
            chosen: false,
        }
    };
    let row = |row: &Instalment| {
        let mut cells = vec![Cell::text(row.number.to_string()), Cell::text(day(row.due, lang))];
        let amounts = [row.capital, row.interest, row.amount, row.residual];
        cells.extend(amounts.map(|amount| Cell::text(euro(amount, lang))));
        cells
    };
    let heads = [
        words.number,
        words.due_day,
        words.capital,
        words.interest,
        words.instalment,
        words.residual,
    ];
    let rows = table(words.plan, &heads, &[1], plan.instalments.iter().map(row).collect());
    let columns: Vec<ColumnPoint> = plan.instalments.iter().map(column).collect();
    let summary = (words.plan_summary)(count, &euro(plan.interest, lang));
    let parts = [words.capital, words.interest].map(AttrValue::Static).to_vec();
    html! { <ColumnChart title={words.plan_picture} {summary} points={Rc::new(columns)} {parts} table={rows} /> }
}

/// What becomes of the plan when only the first `paid` instalments are paid.
fn ending(plan: &Plan, paid: u32, lang: Lang) -> Html {
    let words = texts(lang);
    let taken = usize::try_from(paid).unwrap_or(usize::MAX);
    let payments: Vec<Paid> = plan
        .instalments
        .iter()
        .take(taken)
        .map(|row| Paid { number: row.number, day: row.due, amount: row.amount })
        .collect();
    let Some(last) = plan.instalments.last() else { return html! {} };
    // By the end of the plan it has either fallen or been paid off; what was owed is told of the day it fell.
    let after = |on: Day| life(plan, &payments, None, on).ok();
    let Some(end) = after(last.due.plus_days(1)) else { return html! {} };
    let told = |text: fn(&str, &str) -> String, on: Day| {
        let owed = after(on).map_or(plan.debt, |life| life.residual);
        (Severity::Warning, text(&day(on, lang), &euro(owed, lang)))
    };
    let (severity, text) = match end.state {
        State::Annulled { on } => told(words.annulled, on),
        State::Revoked { on } => told(words.revoked, on),
        State::Concluded { on } => (Severity::Success, (words.concluded)(&day(on, lang))),
        State::Granted | State::Active | State::Extinguished { .. } => {
            (Severity::Warning, (words.one_missing)(&euro(end.residual, lang)))
        }
    };
    html! { <Card title={words.stopping}><Notice {severity}><p>{ text }</p></Notice></Card> }
}

/// The limits of the rules of a day.
pub fn limits(set: &Set, sent: Day, lang: Lang) -> Html {
    let words = texts(lang);
    let Ok((name, rules)) = set.instalments.rules_on(sent) else { return html! {} };
    let row = |limit: &Limit| {
        let debt = match limit.debt_up_to {
            Some(most) => (words.debt_up_to)(&euro(most, lang)),
            None => words.any_debt.to_owned(),
        };
        vec![
            Cell::text(nth(&words.authorities, limit.granted_by as usize)),
            Cell::text(debt),
            Cell::text(limit.most.to_string()),
        ]
    };
    let rows = rules.limits.iter().map(row).collect();
    let heads = [words.granted_by, words.debt, words.most];
    html! {
        <Card title={words.limits} subtitle={nth(&words.rules_names, name as usize)} aside={doubt(rules.confidence, lang)}>
            <div class="stack">
                { table(words.limits, &heads, &[1], rows) }
                <p>{ if rules.second_plan { words.second_plan } else { words.one_plan } }</p>
                <p class="muted small">{ words.source }{ ": " }{ &rules.source }</p>
            </div>
        </Card>
    }
}
