//! Pictures, with invented figures.

use super::sample::{MATRICOLA, MATRICOLA_LABEL, months};
use crate::ui::{
    Card, ColumnChart, ColumnPoint, IconName, Lane, MonthStrip, Part, Span, StackedBar, StripMonth,
    Timeline, Tone,
};
use std::rc::Rc;
use yew::prelude::*;

/// A day of the timeline, in days from its beginning.
const YEAR: i64 = 365;

/// The pictures that are not of due and paid.
#[component]
pub fn Pictures() -> Html {
    html! {
        <>
            <Card title="Denunce, ultimi 12 mesi">{ strip() }</Card>
            <Card title="Debiti per anzianità">{ ageing() }</Card>
            <Card title="Posizioni nel tempo">{ timeline() }</Card>
            <Card title="Rate">{ columns() }</Card>
        </>
    }
}

fn strip() -> Html {
    let looks = |index: usize| match index {
        4 => ("In ritardo", Tone::Orange, IconName::Clock),
        9 => ("Mancante", Tone::Red, IconName::XCircle),
        0 | 1 => ("Non dovuta", Tone::Grey, IconName::Minus),
        _ => ("Inviata", Tone::Green, IconName::Check),
    };
    let cells: Vec<StripMonth> = months()
        .iter()
        .enumerate()
        .map(|(index, month)| {
            let (state, tone, icon) = looks(index);
            let (label, short) = (month.label.clone(), month.short.clone());
            StripMonth {
                label,
                short,
                state: state.into(),
                tone,
                icon,
                detail: "".into(),
                href: None,
            }
        })
        .collect();
    let heads = ["Mese", "Stato", "Trasmessa il"].map(AttrValue::Static);
    html! { <MonthStrip title="Denunce" summary="8 mesi inviati nei termini, 1 in ritardo, 1 mancante." months={Rc::new(cells)} {heads} /> }
}

fn columns() -> Html {
    let points = (1..=6).map(|number: i64| ColumnPoint {
        label: number.to_string().into(),
        short: number.to_string().into(),
        parts: vec![90_00 + number * 2_00, 14_00 - number * 2_00],
        chosen: number == 3,
    });
    let parts = ["Capitale", "Interessi"].map(AttrValue::Static).to_vec();
    html! { <ColumnChart title="Rate" summary="Sei rate uguali." points={Rc::new(points.collect::<Vec<_>>())} {parts} table={Html::default()} /> }
}

fn ageing() -> Html {
    let part = |label: &'static str, cents: i64, text: &'static str| Part {
        label: label.into(),
        cents,
        text: text.into(),
        count: "1 partita".into(),
    };
    let parts = vec![
        part("fino a 3 mesi", 41_250, "412,50 €"),
        part("da 3 a 12 mesi", 128_917, "1.289,17 €"),
        part("da 1 a 3 anni", 84_000, "840,00 €"),
        part("oltre 3 anni", 30_000, "300,00 €"),
    ];
    let heads = ["Anzianità", "Quante", "Residuo"].map(AttrValue::Static);
    html! { <StackedBar title="Debiti" summary="4 partite aperte; la più vecchia da 1.210 giorni." parts={Rc::new(parts)} {heads} /> }
}

fn timeline() -> Html {
    let span = |from: i64, to: Option<i64>, label: &'static str, tone: Tone, gap: bool| Span {
        from,
        to,
        label: label.into(),
        tone,
        gap,
        days: ("01/03/2019".into(), if to.is_some() { "31/05/2020".into() } else { "".into() }),
    };
    let lane = Lane {
        label: [MATRICOLA_LABEL, MATRICOLA].join(" ").into(),
        spans: vec![
            span(0, Some(4 * YEAR), "Attiva", Tone::Green, false),
            span(4 * YEAR, Some(5 * YEAR), "Sospesa", Tone::Orange, false),
            span(5 * YEAR, None, "Riattivata", Tone::Green, false),
            span(YEAR, Some(YEAR + 84), "Senza dipendenti", Tone::Orange, true),
        ],
    };
    let marks = (0..7).step_by(2).map(|year| (year * YEAR, (2019 + year).to_string().into()));
    let heads = ["Matricola", "Stato", "Dal", "Al"].map(AttrValue::Static);
    html! {
        <Timeline title="Posizioni nel tempo" summary="1 posizione; 1 interruzione." lanes={Rc::new(vec![lane])}
            axis={(0, 7 * YEAR)} marks={Rc::new(marks.collect::<Vec<_>>())} {heads} />
    }
}
