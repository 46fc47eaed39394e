//! One company's notices at the head of its archive: how many are open, of which cause, and which terms run out.

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::notices::{
    CLOCK_DAYS, Cause, CauseGroup, NoticeRow, Recorded, Side, clocks, group_by_cause,
};
use shared::page::MAX_LIMIT;
use shared::parameters::Set;
use shared::sections::matters::notices::SECTION;
use shared::sections::{self, Row};
use yew::prelude::*;

use super::text::texts;
use super::{cause_words, href};
use crate::events;
use crate::i18n::use_lang;
use crate::parameters::{Parameters, use_parameters};
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, EmptyState, IconName, List, ListItem, Shape, Skeleton, Tone};
use crate::words;

/// Days within which a term is near, and within which it is very near.
const NEAR: [i64; 2] = [15, 7];

/// Props of [`OfCompany`].
#[derive(PartialEq, Properties)]
pub struct OfCompanyProps {
    /// Which company.
    pub company: CompanyId,
}

/// The cards; nothing where no notice was ever issued, which the list says.
#[component]
pub fn OfCompany(props: &OfCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let records = use_remote(&sections::List {
        company,
        section: SECTION.slug.to_owned(),
        limit: Some(MAX_LIMIT),
        ..Default::default()
    });
    // Until the parameters are there it is not known what is halved: the days that the notices print are.
    let set = match use_parameters() {
        Parameters::Here(set) => Some(set),
        Parameters::Waiting | Parameters::None(_) => None,
    };
    let waiting = || html! { <Skeleton shape={Shape::Card} count={3} /> };
    match &records.value {
        Some(page) if page.items.is_empty() => html! {},
        Some(page) => full(&open(&page.items, company, set.as_deref()), company, lang),
        // The list says why nothing came.
        None if records.error.is_some() => html! {},
        None => waiting(),
    }
}

/// The notices among the records about which something is still to be done.
fn open(records: &[Row], company: CompanyId, set: Option<&Set>) -> Vec<NoticeRow> {
    let notice = |row: &Row| {
        let said = Recorded::read(&row.cells).filter(|said| said.stage.is_open())?;
        let halved = set.and_then(|set| said.halved(&set.notices).ok().flatten());
        Some(NoticeRow::of((company, ""), None, &row.key, &said, halved))
    };
    records.iter().filter_map(notice).collect()
}

fn full(open: &[NoticeRow], company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    if open.is_empty() {
        return html! { <Card><EmptyState title={words.none} text={words.none_text} icon={IconName::CheckCircle} /></Card> };
    }
    let today = events::now().day_in_rome();
    let groups = group_by_cause(open, today);
    let clocks = clocks(open, today);
    let week = today.plus_days(7);
    let soon = clocks.iter().filter(|(_, term)| (today..=week).contains(term)).count();
    let title = (words.counters)(open.len() as u64, soon as u64);
    html! {
        <div class="columns">
            <Card {title}>
                <List>{ for groups.iter().map(|group| cause(group, company, lang)) }</List>
            </Card>
            <Card title={(words.clocks)(CLOCK_DAYS)}>
                if clocks.is_empty() {
                    <p class="muted">{ (words.no_clock)(CLOCK_DAYS) }</p>
                } else {
                    <List>{ for clocks.iter().map(|(row, term)| clock(row, *term, today, lang)) }</List>
                }
            </Card>
        </div>
    }
}

/// A cause with how many notices it has and what they come to, leading to them in the list below.
fn cause(group: &CauseGroup, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let [to_pay, in_favour] = words.sides;
    let (side, code) = match group.side {
        Side::ToPay => (to_pay, "attiva"),
        Side::InFavour => (in_favour, "passiva"),
    };
    let description = [side, " · ", &(words.notices)(u64::from(group.notices))].concat();
    let figure = words::euro(group.difference + group.sanctions, lang);
    let list = Route::Section { company, section: SECTION.slug }.href();
    let filter = ["?filtro=cause:", group.cause.code(), ",side:", code].concat();
    html! {
        <ListItem key={[group.cause.code(), code].concat()} title={cause_words(group.cause, lang)} {description} {figure}
            icon={IconName::Document} href={[list.as_str(), &filter].concat()} />
    }
}

/// A term: how many days are left, and what has to be done by then.
fn clock(row: &NoticeRow, term: Day, today: Day, lang: Lang) -> Html {
    let words = texts(lang);
    let left = term.days_since(today);
    let tone = match NEAR.iter().filter(|near| left <= **near).count() {
        0 => Tone::Blue,
        1 => Tone::Orange,
        _ => Tone::Red,
    };
    let day = words::day(term, lang);
    let description = match row.halved {
        _ if left < 0 => (words.ran_out)(&day),
        Some((until, enough)) if until == term => {
            (words.halved_by)(&words::euro(enough, lang), &day)
        }
        _ => (words.pay_until)(&words::euro(row.total, lang), &day),
    };
    let figure = if left < 0 { words.overdue.to_owned() } else { (words.days_left)(left) };
    let title = [&row.number, " · ", &words::month(row.month, lang)].concat();
    html! {
        <ListItem key={row.key.clone()} {title} {description} {figure} {tone} icon={IconName::Clock} href={href(row.company, &row.key)} />
    }
}

/// Records gathered by cause, in the order of the causes, each with what it is called.
pub fn by_cause(rows: &[Row], lang: Lang) -> Vec<(&'static str, Vec<&Row>)> {
    let said = |row: &Row| {
        let (place, _) = SECTION.field("cause")?;
        row.cells.get(place)?.clone()
    };
    let of = |cause: Cause| -> Vec<&Row> {
        rows.iter().filter(|row| Cause::of_code(&said(row).unwrap_or_default()) == cause).collect()
    };
    let groups = Cause::ALL.into_iter().map(|cause| (cause_words(cause, lang), of(cause)));
    groups.filter(|(_, rows)| !rows.is_empty()).collect()
}

/// What a company without open notices is told.
pub fn none(lang: Lang) -> &'static str {
    texts(lang).none
}
