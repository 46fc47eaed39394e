//! The returns of the last thirteen months: sent in time, late, to be corrected, missing, not due.

use std::rc::Rc;

use shared::calendar::{Day, Month, uniemens_due};
use shared::declarations::{DeclarationRow, DmState, List};
use shared::format;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{self, by_slug};
use yew::prelude::*;

use super::text::{Texts, texts};
use super::{OfCompanyProps, ROWS, said, use_records};
use crate::events;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, IconName, Link, MonthStrip, Shape, Skeleton, StripMonth, Tone};
use crate::words;

/// How many months are looked at: a year, and the month of the year before to compare with.
const MONTHS: i32 = 13;
/// The archive that knows which months were not declared.
const EMPLOYMENT: &str = "periodi-occupazionali";

/// What became of a month's return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Sent,
    Late,
    ToCorrect,
    Missing,
    InTime,
    NotDue,
}

/// The card of the strip; nothing for a company that never declared and owes no return.
#[component]
pub fn Strip(props: &OfCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let declared = use_remote(&List { company, limit: Some(ROWS), ..Default::default() });
    let employment = use_records(company, EMPLOYMENT, None);
    declared.draw(
        lang,
        || html! { <Skeleton shape={Shape::Chart} /> },
        |page| {
            let gaps = employment.value.as_ref().map_or(&[][..], |page| page.items.as_slice());
            card(&page.items, gaps, company, lang)
        },
    )
}

fn card(
    declared: &[DeclarationRow],
    gaps: &[sections::Row],
    company: CompanyId,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let today = events::now().day_in_rome();
    let last = Month::of(today).previous();
    let months: Vec<(Month, Fate, Option<&DeclarationRow>)> = last
        .plus(1 - MONTHS)
        .through(last)
        .map(|month| {
            let sent: Vec<&DeclarationRow> =
                declared.iter().filter(|row| row.month == month).collect();
            (month, fate(month, &sent, undeclared(month, gaps), today), sent.first().copied())
        })
        .collect();
    if months.iter().all(|(_, fate, _)| matches!(fate, Fate::NotDue | Fate::InTime)) {
        return html! {};
    }
    let summary = summary(&months, words);
    let cells: Vec<StripMonth> =
        months.iter().map(|(month, fate, row)| cell(*month, *fate, *row, company, lang)).collect();
    let heads = [words.month, words.state, words.transmitted].map(AttrValue::Static);
    let aside =
        html! { <Link href={Route::Declarations { company }.href()}>{ words.all_returns }</Link> };
    html! {
        <Card title={words.returns} {aside}>
            <MonthStrip title={words.returns} {summary} months={Rc::new(cells)} {heads} />
        </Card>
    }
}

/// Whether some position was to declare the month and did not.
fn undeclared(month: Month, gaps: &[sections::Row]) -> bool {
    let Some(section) = by_slug(EMPLOYMENT) else { return false };
    let at = |row: &sections::Row, name: &str| said(section, row, name).and_then(Month::parse);
    gaps.iter().any(|row| {
        said(section, row, "kind") == Some("non_dichiarato")
            && at(row, "from").is_some_and(|from| from <= month)
            && at(row, "to").is_none_or(|to| month <= to)
    })
}

/// What became of a month: the worst of its positions.
fn fate(month: Month, sent: &[&DeclarationRow], undeclared: bool, today: Day) -> Fate {
    let due = uniemens_due(month);
    if undeclared && due < today {
        return Fate::Missing;
    }
    // What took the place of another was sent in time if the first one was.
    let Some(first) = sent.iter().map(|row| row.transmitted.day_in_rome()).min() else {
        return if due < today { Fate::NotDue } else { Fate::InTime };
    };
    let wrong = |row: &&&DeclarationRow| !row.superseded && row.state != DmState::Balanced;
    match sent.iter().find(wrong) {
        Some(_) => Fate::ToCorrect,
        None if first > due => Fate::Late,
        None => Fate::Sent,
    }
}

const fn looks(fate: Fate, words: &'static Texts) -> (Tone, IconName, &'static str) {
    match fate {
        Fate::Sent => (Tone::Green, IconName::Check, words.sent),
        Fate::Late => (Tone::Orange, IconName::Clock, words.late),
        Fate::ToCorrect => (Tone::Orange, IconName::AlertCircle, words.to_correct),
        Fate::Missing => (Tone::Red, IconName::XCircle, words.missing),
        Fate::InTime => (Tone::Blue, IconName::Calendar, words.in_time),
        Fate::NotDue => (Tone::Grey, IconName::Minus, words.not_due),
    }
}

fn cell(
    month: Month,
    fate: Fate,
    row: Option<&DeclarationRow>,
    company: CompanyId,
    lang: Lang,
) -> StripMonth {
    let (tone, icon, state) = looks(fate, texts(lang));
    StripMonth {
        label: words::month_long(month, lang),
        short: format::month_letter(month, lang).to_string().into(),
        state: state.into(),
        tone,
        icon,
        detail: row.map(|row| words::day(row.transmitted.day_in_rome(), lang)).unwrap_or_default(),
        href: row.map(|row| Route::Declaration { company, declaration: row.id }.href()),
    }
}

fn summary(months: &[(Month, Fate, Option<&DeclarationRow>)], words: &'static Texts) -> String {
    let count = |wanted: Fate| months.iter().filter(|(_, fate, _)| *fate == wanted).count() as u64;
    (words.strip_summary)(
        count(Fate::Sent),
        count(Fate::Late),
        count(Fate::ToCorrect),
        count(Fate::Missing),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::calendar::Instant;
    use shared::declarations::Scheme;
    use shared::payments::PaidState;

    fn row(transmitted: &str, state: DmState, superseded: bool) -> DeclarationRow {
        DeclarationRow {
            id: Default::default(),
            month: Month::parse("2026-09").unwrap(),
            scheme: Scheme::Employees,
            matricola: None,
            workers: 1,
            due: Default::default(),
            state,
            transmitted: Instant::from_rome(Day::parse(transmitted).unwrap(), 12, 0).unwrap(),
            protocol: String::new(),
            paid: PaidState::Paid,
            superseded,
        }
    }

    #[test]
    fn a_month_is_judged_by_its_first_transmission_and_its_last_state() {
        let (month, today) = (Month::parse("2026-09").unwrap(), Day::parse("2026-11-22").unwrap());
        let in_time = row("2026-10-20", DmState::Balanced, false);
        let wrong_first = row("2026-10-20", DmState::Provisional, true);
        let late = row("2026-11-05", DmState::Balanced, false);
        let wrong = row("2026-10-20", DmState::NotGenerable, false);
        for (sent, undeclared, expected) in [
            (vec![&in_time], false, Fate::Sent),
            (vec![&late], false, Fate::Late),
            (vec![&late, &wrong_first], false, Fate::Sent),
            (vec![&wrong], false, Fate::ToCorrect),
            (vec![], false, Fate::NotDue),
            (vec![], true, Fate::Missing),
            (vec![&in_time], true, Fate::Missing),
        ] {
            assert_eq!(fate(month, &sent, undeclared, today), expected);
        }
        let before_the_term = Day::parse("2026-10-10").unwrap();
        assert_eq!(fate(month, &[], true, before_the_term), Fate::InTime);
    }
}
