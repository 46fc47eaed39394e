//! The sanction and how it comes about.

use shared::calendar::Day;
use shared::format::percent;
use shared::interest::Span;
use shared::lang::Lang;
use shared::parameters::Set;
use shared::sanctions::{Assessment, Facts};
use yew::prelude::*;

use crate::calculators::outcome::{doubt, foot, table};
use crate::calculators::text::{nth, texts};
use crate::ui::{Card, Cell, KeyValue, KeyValues, Stat};
use crate::words::{count, day, euro};

/// The result.
pub fn draw(facts: &Facts, found: &Assessment, set: &Set, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <>
            <Card title={words.sanction} aside={doubt(found.confidence, lang)}>
                <div class="stack">
                    <Stat value={euro(found.amount, lang)} label={nth(&words.cases, found.case as usize)} />
                    <p>{ nth(&words.reasons, found.reason as usize) }</p>
                    <KeyValues items={figures(facts, found, lang)} />
                    { remarks(found, lang) }
                </div>
            </Card>
            if found.spans.len() > 1 {
                <Card title={words.spans} flush={true}>{ spans(&found.spans, lang) }</Card>
            }
            { terms(found, lang) }
            { foot(set, &found.source, found.confidence, lang) }
        </>
    }
}

fn figures(facts: &Facts, found: &Assessment, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let mut items = vec![
        KeyValue::mono(words.contribution, euro(facts.contribution, lang)),
        KeyValue::mono(words.sanction, euro(found.amount, lang)),
        KeyValue::mono(words.in_all, euro(facts.contribution + found.amount, lang)),
        KeyValue::mono(words.year_rate, percent(found.rate, lang)),
        KeyValue::mono(words.days_late, count(found.days.into(), lang)),
    ];
    items.extend(found.cap.map(|cap| KeyValue::mono(words.cap, euro(cap, lang))));
    items.extend(found.halved.map(|half| KeyValue::mono(words.halved, euro(half, lang))));
    if found.full != found.amount {
        items.push(KeyValue::mono(words.full, euro(found.full, lang)));
    }
    items
}

fn remarks(found: &Assessment, lang: Lang) -> Html {
    let words = texts(lang);
    let mut said: Vec<String> = Vec::new();
    said.extend(found.capped_on.map(|reached| (words.capped_on)(&day(reached, lang))));
    said.extend(
        found.default_interest.map(|interest| (words.default_interest)(&day(interest.from, lang))),
    );
    said.into_iter().map(|text| html! { <p>{ text }</p> }).collect()
}

fn spans(spans: &[Span], lang: Lang) -> Html {
    let words = texts(lang);
    let row = |span: &Span| {
        vec![
            Cell::text(day(span.first, lang)),
            Cell::text(day(span.last, lang)),
            Cell::text(count(span.days.into(), lang)),
            Cell::text(percent(span.rate, lang)),
            Cell::text(euro(span.interest, lang)),
        ]
    };
    let heads = [words.from, words.to, words.days, words.year_rate, words.amount];
    table(words.spans, &heads, &[1], spans.iter().map(row).collect())
}

/// Until when something better is to be had.
fn terms(found: &Assessment, lang: Lang) -> Html {
    let words = texts(lang);
    let terms = found.terms;
    let all: [Option<Day>; 6] = [
        terms.spontaneous,
        terms.report,
        terms.reported,
        terms.reported_later,
        terms.halving,
        terms.compliance,
    ];
    let items: Vec<KeyValue> = words
        .terms
        .iter()
        .zip(all)
        .filter_map(|(name, term)| Some(KeyValue::mono(*name, day(term?, lang))))
        .collect();
    if items.is_empty() {
        return html! {};
    }
    html! { <Card title={words.terms_title}><KeyValues {items} /></Card> }
}
