//! The returns of the last thirteen months: sent in time, late, to be corrected, missing, not due; at a desk each series by itself.

use std::rc::Rc;

use shared::calendar::Month;
use shared::declarations::{self, DeclarationRow, Fate, FateOf, Flow, Gap, List, Scheme};
use shared::format;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::page::Page;
use shared::sections::{self, by_slug};
use yew::prelude::*;

use super::text::{Texts, texts};
use super::{ROWS, picture, said, use_records};
use crate::events;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::media::{DESK, use_media};
use crate::ui::{Card, IconName, Link, MatrixRow, MonthMatrix, MonthStrip, StripMonth, Tone};
use crate::words;

/// How many months are looked at: a year, and the month of the year before to compare with.
const MONTHS: i32 = 13;
/// The archive that knows which months were not declared.
const EMPLOYMENT: &str = "periodi-occupazionali";

/// Props of [`Strip`].
#[derive(PartialEq, Properties)]
pub struct StripProps {
    /// Which company.
    pub company: CompanyId,
    /// Whether a desk has room for each series of returns by itself.
    #[prop_or_default]
    pub by_flow: bool,
}

/// The card of the strip; nothing for a company that never declared and owes no return.
#[component]
pub fn Strip(props: &StripProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let by_flow = use_media(DESK) && props.by_flow;
    let declared = use_remote(&List { company, limit: Some(ROWS), ..Default::default() });
    let employment = use_records(company, EMPLOYMENT, None);
    picture(&declared.and(employment), texts(lang).returns, lang, |(page, employment)| {
        card(page, &employment.rows, by_flow, company, lang)
    })
}

fn card(
    page: &Page<DeclarationRow>,
    employment: &[sections::Row],
    by_flow: bool,
    company: CompanyId,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let today = events::now().day_in_rome();
    let last = Month::of(today).previous();
    let months = (known_from(page, last.plus(1 - MONTHS)), last);
    let gaps = gaps(employment, last);
    let whole = declarations::by_month(&page.items, &gaps, months, today);
    if whole.iter().all(|of| matches!(of.fate, Fate::NotDue | Fate::InTime)) {
        return html! {};
    }
    let (title, summary) = (words.returns, summary(&whole, words));
    let cells = |months: &[FateOf]| -> Vec<StripMonth> {
        months.iter().map(|of| cell(of, company, lang)).collect()
    };
    let drawn = if by_flow {
        let flows = declarations::by_flow(&page.items, &gaps, months, today);
        let rows: Vec<MatrixRow> = flows
            .iter()
            .map(|flow| MatrixRow { label: name(flow, lang), months: cells(&flow.months) })
            .collect();
        html! { <MonthMatrix {title} {summary} rows={Rc::new(rows)} head={words.month} /> }
    } else {
        let heads = [words.month, words.state, words.transmitted].map(AttrValue::Static);
        html! { <MonthStrip {title} {summary} months={Rc::new(cells(&whole))} {heads} /> }
    };
    let aside =
        html! { <Link href={Route::Declarations { company }.href()}>{ words.all_returns }</Link> };
    html! { <Card {title} {aside}>{ drawn }</Card> }
}

/// The first month of which every return was read: a page may end within one.
fn known_from(page: &Page<DeclarationRow>, first: Month) -> Month {
    let cut = page.next.as_ref().and_then(|_| page.items.last());
    cut.map_or(first, |row| row.month.next().max(first))
}

/// The months that positions were to declare and did not.
fn gaps(employment: &[sections::Row], last: Month) -> Vec<Gap<'_>> {
    let Some(section) = by_slug(EMPLOYMENT) else { return Vec::new() };
    let gap = |row| {
        let at = |name: &str| said(section, row, name).and_then(Month::parse);
        let missing = said(section, row, "kind") == Some("non_dichiarato");
        let (from, to) = (at("from")?, at("to").unwrap_or(last));
        missing.then_some(Gap { matricola: said(section, row, "matricola")?, from, to })
    };
    employment.iter().filter_map(gap).collect()
}

/// What a series of returns is called.
fn name(flow: &Flow, lang: Lang) -> AttrValue {
    match flow.matricola {
        Some(matricola) => words::matricola(matricola),
        None => words::scheme(Scheme::Collaborators, lang),
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

fn cell(of: &FateOf, company: CompanyId, lang: Lang) -> StripMonth {
    let (tone, icon, state) = looks(of.fate, texts(lang));
    let row = of.row;
    StripMonth {
        label: words::month_long(of.month, lang),
        short: format::month_letter(of.month, lang).to_string().into(),
        state: state.into(),
        tone,
        icon,
        detail: row.map(|row| words::day(row.transmitted.day_in_rome(), lang)).unwrap_or_default(),
        href: row.map(|row| Route::Declaration { company, declaration: row.id }.href()),
    }
}

fn summary(months: &[FateOf], words: &'static Texts) -> String {
    let count = |wanted: Fate| months.iter().filter(|of| of.fate == wanted).count() as u64;
    (words.strip_summary)(
        count(Fate::Sent),
        count(Fate::Late),
        count(Fate::ToCorrect),
        count(Fate::Missing),
    )
}
