//! The states of the positions over time and the periods without employees; the establishments over time.

use std::rc::Rc;

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{self, Section, by_slug};
use yew::prelude::*;

use super::text::texts;
use super::{OfCompanyProps, Records, left_out, picture, said, use_records};
use crate::events;
use crate::i18n::use_lang;
use crate::route::Route;
use crate::sections::cells::tone;
use crate::ui::{Card, Lane, Link, Span, Timeline, Tone};
use crate::words;

/// The archive of the states.
const STATES: &str = "storico-stati";
/// The archive of the interruptions.
const GAPS: &str = "interruzioni";
/// The archive of the establishments.
const PLACES: &str = "dipendenze";
/// Most establishments drawn: the archive lists them all.
const MOST_PLACES: usize = 40;
/// Most years shown: what lies before is told by the table.
const YEARS: i64 = 15;
/// Most years named under the axis.
const MARKS: i32 = 6;

/// The card of the positions over time; nothing where no state is on file.
#[component]
pub fn States(props: &OfCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let (states, gaps) = (use_records(company, STATES, None), use_records(company, GAPS, None));
    picture(&states.and(gaps), texts(lang).timeline, lang, |(states, gaps)| {
        match states.rows.is_empty() {
            true => html! {},
            false => card(states, gaps, company, lang),
        }
    })
}

fn card(states: &Records, gaps: &Records, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let mut lanes: Vec<(String, Vec<Span>)> = Vec::new();
    let mut add = |slug: &str, rows: &[sections::Row], names: [&'static str; 3], gap: bool| {
        let Some(section) = by_slug(slug) else { return };
        for row in rows {
            let Some(span) = span(section, row, names, gap, lang) else { continue };
            let whose = said(section, row, "matricola").unwrap_or_default();
            match lanes.iter_mut().find(|(known, _)| known == whose) {
                Some((_, spans)) => spans.push(span),
                None => lanes.push((whose.to_owned(), vec![span])),
            }
        }
    };
    add(STATES, &states.rows, ["state", "since", "until"], false);
    add(GAPS, &gaps.rows, ["kind", "from", "to"], true);
    let summary = (words.timeline_summary)(lanes.len() as u64, gaps.rows.len() as u64);
    let lanes: Vec<Lane> = lanes
        .into_iter()
        .map(|(matricola, spans)| Lane { label: words::matricola(&matricola), spans })
        .collect();
    let href = Route::Section { company, section: STATES }.href();
    let aside = html! { <Link {href}>{ words.all_states }</Link> };
    html! {
        <Card title={words.timeline} {aside}>
            { drawn([words.timeline, words.matricola], summary, lanes, lang) }
            { left_out([states, gaps], lang) }
        </Card>
    }
}

/// The card of the establishments over time; nothing where none is on file.
#[component]
pub fn Places(props: &OfCompanyProps) -> Html {
    let lang = use_lang();
    let records = use_records(props.company, PLACES, None);
    picture(&records, texts(lang).places, lang, |records| places(records, lang))
}

fn places(records: &Records, lang: Lang) -> Html {
    let words = texts(lang);
    let Some(section) = by_slug(PLACES) else { return html! {} };
    let lane = |row: &sections::Row| {
        let label = said(section, row, "sign")?.to_owned();
        let span = span(section, row, ["state", "opened", "closed"], false, lang)?;
        Some(Lane { label: label.into(), spans: vec![span] })
    };
    let all: Vec<Lane> = records.rows.iter().filter_map(lane).collect();
    let open = all.iter().flat_map(|lane| &lane.spans).filter(|span| span.to.is_none()).count();
    let summary = (words.places_summary)(all.len() as u64, open as u64);
    let left_out = records.left_out + all.len().saturating_sub(MOST_PLACES) as u64;
    let lanes: Vec<Lane> = all.into_iter().take(MOST_PLACES).collect();
    if lanes.is_empty() {
        return html! {};
    }
    html! {
        <Card title={words.places}>
            { drawn([words.places, words.place], summary, lanes, lang) }
            if left_out > 0 {
                <p class="muted small">{ (words.left_out)(left_out) }</p>
            }
        </Card>
    }
}

/// The picture of some lanes up to today; what it is of, and what a lane is.
fn drawn([title, lane]: [&'static str; 2], summary: String, lanes: Vec<Lane>, lang: Lang) -> Html {
    let words = texts(lang);
    let today = events::now().day_in_rome().epoch_days();
    let first = lanes.iter().flat_map(|lane| &lane.spans).map(|span| span.from).min();
    let earliest = today - YEARS * 365;
    let axis = (first.unwrap_or(earliest).max(earliest), today);
    let heads = [lane, words.state, words.from, words.to].map(AttrValue::Static);
    html! {
        <Timeline {title} {summary} lanes={Rc::new(lanes)} {axis} marks={Rc::new(marks(axis))} {heads} />
    }
}

/// What a record says as a span: its word by the code, and its days.
fn span(
    section: &Section,
    row: &sections::Row,
    [what, from, to]: [&'static str; 3],
    gap: bool,
    lang: Lang,
) -> Option<Span> {
    let day = |name: &str| said(section, row, name).and_then(Day::parse);
    let (_, field) = section.field(what)?;
    let canonical = said(section, row, what)?;
    let code = field.kind.code(canonical);
    let begins = day(from)?;
    let ends = day(to).filter(|day| *day != Day::OPEN_END);
    Some(Span {
        from: begins.epoch_days(),
        to: ends.map(Day::epoch_days),
        label: sections::cell(field, canonical, lang).into(),
        tone: match gap {
            true => Tone::Orange,
            false => code.map_or(Tone::Grey, |code| tone(code.tone)),
        },
        gap,
        days: (words::day(begins, lang), ends.map(|day| words::day(day, lang)).unwrap_or_default()),
    })
}

/// The beginnings of some years between the ends of the axis.
fn marks((from, to): (i64, i64)) -> Vec<(i64, AttrValue)> {
    let (first, last) = (Day::from_epoch_days(from).year() + 1, Day::from_epoch_days(to).year());
    let step = ((last - first) / MARKS + 1).max(1);
    (first..=last)
        .rev()
        .step_by(step as usize)
        .filter_map(|year| Some((Day::new(year, 1, 1)?.epoch_days(), year.to_string().into())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_years_are_named_the_latest_among_them() {
        let day = |text: &str| Day::parse(text).unwrap().epoch_days();
        let years = |from, to| -> Vec<String> {
            marks((day(from), day(to))).into_iter().map(|(_, name)| name.to_string()).collect()
        };
        assert_eq!(years("2024-06-01", "2026-11-22"), ["2026", "2025"]);
        assert_eq!(years("2011-03-01", "2026-11-22").len(), 5);
        assert_eq!(years("2026-02-01", "2026-11-22"), Vec::<String>::new());
    }
}
