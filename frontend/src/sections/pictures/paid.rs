//! Due against paid, from the payments situation.

use shared::calendar::Month;
use shared::home::MonthSum;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::page::Page;
use shared::sections::{self, Section, by_slug};
use yew::prelude::*;

use super::text::texts;
use super::{OfCompanyProps, picture, said};
use crate::home::due_and_paid;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, Link};

/// The archive, the latest month first.
const SITUATION: &str = "situazione-pagamenti";
/// Months drawn.
const MONTHS: usize = 12;
/// The state of a month that may still be paid in time: nothing is missing of it.
const IN_TIME: &str = "nei_termini";

/// The card of the last twelve months that had to be paid; nothing where there is none.
#[component]
pub fn DueAndPaid(props: &OfCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    // Two months at most may still be paid in time.
    let limit = u16::try_from(MONTHS + 2).ok();
    let section = SITUATION.to_owned();
    let rows = use_remote(&sections::List { company, section, limit, ..Default::default() });
    picture(&rows, texts(lang).due_and_paid, lang, |page| drawn(page, company, lang))
}

fn drawn(page: &Page<sections::Row>, company: CompanyId, lang: Lang) -> Html {
    let Some(section) = by_slug(SITUATION) else { return html! {} };
    let mut months: Vec<MonthSum> =
        page.items.iter().filter_map(|row| sum(section, row)).take(MONTHS).collect();
    months.reverse();
    match months.is_empty() {
        true => html! {},
        false => card(section, months, company, lang),
    }
}

/// What a month came to, unless it may still be paid in time.
fn sum(section: &Section, row: &sections::Row) -> Option<MonthSum> {
    let amount = |name: &str| Euro::parse(said(section, row, name)?).ok();
    let month = Month::parse(said(section, row, "month")?)?;
    let is_over = said(section, row, "state")? != IN_TIME;
    Some(MonthSum { month, due: amount("due")?, paid: amount("paid")? }).filter(|_| is_over)
}

fn card(section: &Section, months: Vec<MonthSum>, company: CompanyId, lang: Lang) -> Html {
    let title = AttrValue::Static(texts(lang).due_and_paid);
    let list = Route::Section { company, section: SITUATION }.href();
    let aside = html! { <Link href={list}>{ section.words.title.of(lang) }</Link> };
    html! {
        <Card title={title.clone()} {aside}>
            { due_and_paid(title, months.into_iter(), lang) }
        </Card>
    }
}
