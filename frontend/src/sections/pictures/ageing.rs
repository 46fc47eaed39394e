//! Debts by age, from the archive of credits and defaults.

use std::rc::Rc;

use shared::calendar::{Day, Month, f24_due};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::sections::{self, Section, by_slug};
use yew::prelude::*;

use super::text::texts;
use super::{OfCompanyProps, Records, left_out, picture, said, use_records};
use crate::events;
use crate::i18n::use_lang;
use crate::route::Route;
use crate::ui::{Card, Link, Part, StackedBar, Stat};
use crate::words;

/// The archive.
const CREDITS: &str = "crediti";
/// Only what is still open.
const OPEN: &str = "residual:0.01..";
/// Only what the company may still set off or ask back.
const AVAILABLE: &str = "phase:disponibile";
/// Phases in which nothing is owed any more, or ever was.
const SETTLED: [&str; 5] = ["disponibile", "usata", "pagata", "sgravata", "prescritta"];
/// Days after which a debt counts among the next older ones.
const AGES: [i64; 3] = [90, 365, 3 * 365];

/// The card of the debts, with what the company is owed; nothing where neither is open.
#[component]
pub fn Ageing(props: &OfCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let debts = use_records(company, CREDITS, Some(OPEN));
    let credits = use_records(company, CREDITS, Some(AVAILABLE));
    picture(&debts.and(credits), texts(lang).ageing, lang, |(debts, credits)| {
        drawn(debts, credits, company, lang)
    })
}

fn drawn(debts: &Records, credits: &Records, company: CompanyId, lang: Lang) -> Html {
    let Some(section) = by_slug(CREDITS) else { return html! {} };
    let today = events::now().day_in_rome();
    let open: Vec<(i64, Euro)> =
        debts.rows.iter().filter_map(|row| debt(section, row, today)).collect();
    let credit: Euro = credits.rows.iter().filter_map(|row| credit(section, row)).sum();
    match open.is_empty() && credit.is_zero() {
        true => html! {},
        false => card(&open, credit, left_out([debts, credits], lang), company, lang),
    }
}

/// What the company is owed by a record; such amounts are below zero.
fn credit(section: &Section, row: &sections::Row) -> Option<Euro> {
    let residual = Euro::parse(said(section, row, "residual")?).ok()?;
    residual.is_negative().then(|| residual.abs())
}

/// How many days a debt is old, from the day its first month was to be paid, and how much of it is open.
fn debt(section: &Section, row: &sections::Row, today: Day) -> Option<(i64, Euro)> {
    if SETTLED.contains(&said(section, row, "phase")?) {
        return None;
    }
    let month = Month::parse(said(section, row, "competence_from")?)?;
    let residual = Euro::parse(said(section, row, "residual")?).ok()?;
    Some((today.days_since(f24_due(month)).max(0), residual))
}

/// Among which of the ages a debt is.
fn age(days: i64) -> usize {
    AGES.iter().take_while(|limit| days > **limit).count()
}

fn card(
    open: &[(i64, Euro)],
    credit: Euro,
    left_out: Html,
    company: CompanyId,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let list = Route::Section { company, section: CREDITS }.href();
    let aside = html! { <Link href={list}>{ words.all_debts }</Link> };
    let debts = if open.is_empty() {
        html! {}
    } else {
        by_age(open, lang)
    };
    html! {
        <Card title={words.ageing} {aside}>
            { debts }
            if !credit.is_zero() {
                <Stat value={words::euro(credit, lang)} label={words.total_credit} />
            }
            { left_out }
        </Card>
    }
}

/// How much is open in all, and how old it is.
fn by_age(open: &[(i64, Euro)], lang: Lang) -> Html {
    let words = texts(lang);
    let labels = [words.age_1, words.age_2, words.age_3, words.age_4];
    let parts: Vec<Part> = labels
        .into_iter()
        .enumerate()
        .map(|(place, label)| {
            let of_age = open.iter().filter(|(days, _)| age(*days) == place);
            let sum: Euro = of_age.clone().map(|(_, residual)| *residual).sum();
            Part {
                label: label.into(),
                cents: sum.cents(),
                text: words::euro(sum, lang),
                count: (words.debts_count)(of_age.count() as u64).into(),
            }
        })
        .collect();
    let total: Euro = open.iter().map(|(_, residual)| *residual).sum();
    let oldest = open.iter().map(|(days, _)| *days).max().unwrap_or_default();
    let summary = (words.ageing_summary)(open.len() as u64, oldest.unsigned_abs());
    let heads = [words.age, words.what, words.amount].map(AttrValue::Static);
    html! {
        <>
            <Stat value={words::euro(total, lang)} label={words.open_debts} />
            <StackedBar title={words.ageing} {summary} parts={Rc::new(parts)} {heads} />
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::age;

    #[test]
    fn a_debt_is_of_one_age() {
        for (days, place) in
            [(0, 0), (90, 0), (91, 1), (365, 1), (366, 2), (1_095, 2), (1_096, 3), (9_999, 3)]
        {
            assert_eq!(age(days), place, "{days} days");
        }
    }
}
