//! One company's notices at the head of its archive: how many are open, of which cause, and which terms run out.

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::notices::{CLOCK_DAYS, Cause, CauseGroup, Count, Counted, NoticeRow, Side};
use shared::sections::Row;
use shared::sections::matters::notices::SECTION;
use yew::prelude::*;

use super::text::texts;
use super::{cause_words, href};
use crate::events;
use crate::i18n::use_lang;
use crate::parameters;
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
    let counted = use_remote(&Count { company: Some(company) });
    match &counted.value {
        Some(counted) => full(counted, company, lang),
        // The list says why nothing came.
        None if counted.error.is_some() => html! {},
        None => html! { <Skeleton shape={Shape::Card} count={3} /> },
    }
}

fn full(counted: &Counted, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    match (counted.open, counted.settled) {
        (0, 0) => return html! {},
        (0, _) => {
            return html! { <Card><EmptyState title={words.none} text={words.none_text} icon={IconName::CheckCircle} /></Card> };
        }
        _ => {}
    }
    let today = events::now().day_in_rome();
    let clocks = counted.clocks.iter().filter_map(|row| Some((row, row.term(today)?)));
    let title = (words.counters)(u64::from(counted.open), u64::from(counted.soon));
    html! {
        <>
            <div class="columns">
                <Card {title}>
                    <List>{ for counted.groups.iter().map(|group| cause(group, company, lang)) }</List>
                </Card>
                <Card title={(words.clocks)(CLOCK_DAYS)}>
                    if counted.clocks.is_empty() {
                        <p class="muted">{ (words.no_clock)(CLOCK_DAYS) }</p>
                    } else {
                        <List>{ for clocks.map(|(row, term)| clock(row, term, today, lang)) }</List>
                    }
                </Card>
            </div>
            { for counted.parameters.map(|version| parameters::version(version, lang)) }
        </>
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
    let figure = words::euro(group.left(), lang);
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
        _ => (words.pay_until)(&words::euro(row.left(), lang), &day),
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
