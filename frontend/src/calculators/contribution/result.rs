//! The contribution, line by line.

use shared::format::percent;
use shared::lang::Lang;
use shared::money::Euro;
use shared::parameters::Set;
use shared::rates::{Breakdown, Counting, Line, Note, compare};
use yew::prelude::*;

use crate::calculators::outcome::{beside, comparison, doubt, foot, law, table};
use crate::calculators::text::{nth, texts};
use crate::ui::{Card, Cell, KeyValue, KeyValues, Stat};
use crate::words::{euro, month_long};

/// The result.
pub fn draw(breakdown: &Breakdown, declared: Option<Euro>, set: &Set, lang: Lang) -> Html {
    let words = texts(lang);
    let due = breakdown.due;
    let found = beside(declared, (set, breakdown.month), |declared, tolerance| {
        compare(breakdown.rate, breakdown.base, declared, tolerance)
    });
    let subtitle = [
        nth(&words.sectors, breakdown.sector as usize),
        ", ",
        month_long(breakdown.month, lang).as_str(),
    ]
    .concat();
    html! {
        <>
            <Card title={words.due} {subtitle} aside={doubt(breakdown.confidence, lang)}>
                <div class="stack">
                    <Stat value={euro(due.total, lang)} label={words.total} />
                    <KeyValues items={vec![
                        KeyValue::mono(words.employer, euro(due.employer, lang)),
                        KeyValue::mono(words.employee, euro(due.employee, lang)),
                        KeyValue::mono(words.rate, percent(breakdown.rate.total, lang)),
                        KeyValue::mono(words.base, euro(breakdown.base, lang)),
                    ]} />
                    { remarks(breakdown, lang) }
                </div>
            </Card>
            { comparison(found, lang) }
            <Card title={words.components_title} flush={true}>{ lines(breakdown, lang) }</Card>
            { foot(set, "", breakdown.confidence, lang) }
        </>
    }
}

/// Floor, ceiling, what lies above the band, and what is not in the sum.
fn remarks(breakdown: &Breakdown, lang: Lang) -> Html {
    let words = texts(lang);
    let money = |amount: Euro| euro(amount, lang).to_string();
    let mut said: Vec<String> = Vec::new();
    if let Some(floor) = &breakdown.floor {
        said.push(match floor.raised_by.is_zero() {
            true => (words.above_floor)(&money(floor.minimum)),
            false => (words.raised)(&money(floor.minimum), &money(floor.raised_by)),
        });
    }
    if let Some(ceiling) = &breakdown.ceiling {
        said.push((words.ceiling)(&money(ceiling.limit), &money(ceiling.excess)));
        said.extend(ceiling.minor.map(|minor| (words.ceiling_minor)(&money(minor.total))));
    }
    if let Some(over) = &breakdown.overband {
        let [threshold, excess, cost] =
            [over.threshold, over.excess, over.contribution.total].map(money);
        said.push((words.overband)(&threshold, &excess, &cost, &over.source));
    }
    said.extend(breakdown.notes.iter().map(|note| match note {
        Note::SettledAsCredit(ca) => (words.settled)(ca.as_str()),
        Note::OwnFundOnTop => words.own_fund.to_owned(),
        Note::SurchargeRefunded => words.refunded.to_owned(),
    }));
    said.into_iter().map(|text| html! { <p>{ text }</p> }).collect()
}

fn lines(breakdown: &Breakdown, lang: Lang) -> Html {
    let words = texts(lang);
    let money = |amount: Euro| Cell::text(euro(amount, lang));
    let row = |line: &Line| {
        let name = nth(&words.components, line.component as usize);
        let name = match line.counting {
            Counting::Added | Counting::AboveBand => name.to_owned(),
            Counting::Within => [name, " (", words.within, ")"].concat(),
            Counting::Apart => [name, " (", words.apart, ")"].concat(),
        };
        vec![
            Cell::text(name),
            Cell::text(percent(line.rate, lang)),
            money(line.amount.total),
            money(line.amount.employer),
            money(line.amount.employee),
            law(&line.source, line.confidence, lang),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = breakdown.lines.iter().map(row).collect();
    let rounding = breakdown.rounding;
    if !(rounding.total.is_zero() && rounding.employee.is_zero()) {
        rows.push(vec![
            Cell::text(words.rounding),
            Cell::Empty,
            money(rounding.total),
            money(rounding.employer),
            money(rounding.employee),
            Cell::Empty,
        ]);
    }
    let heads =
        [words.component, words.rate, words.amount, words.employer, words.employee, words.law];
    table(words.components_title, &heads, &[5], rows)
}
