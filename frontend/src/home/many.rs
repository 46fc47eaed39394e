//! All companies somebody works for, at a glance.

use shared::auth::Role;
use shared::companies::CompanyRow;
use shared::home::{self, MonthSum, Overview};
use shared::lang::Lang;
use shared::money::Euro;
use yew::prelude::*;

use super::chart::chart;
use super::deadlines;
use super::text::texts;
use crate::i18n::use_lang;
use crate::keyboard::has_page;
use crate::remote::use_remote;
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::{Card, EmptyState, IconName, Link, List, ListItem, Shape, Skeleton, Stat, Tone};
use crate::words;

/// The tab of the clients to look at, and the one of those whose delegation ends soon.
const TO_LOOK_AT: &str = "?mostra=da-guardare";
const ENDING: &str = "?mostra=deleghe";

/// The first page of whoever works for several companies.
#[component]
pub fn OfMany() -> Html {
    let (lang, role) = (use_lang(), use_viewer().role);
    use_remote(&home::OfMany { lang }).draw(lang, waiting, |overview| full(overview, role, lang))
}

fn waiting() -> Html {
    html! { <div class="columns"><Skeleton shape={Shape::Card} /><Skeleton shape={Shape::Lines} count={5} /></div> }
}

fn full(overview: &Overview, role: Role, lang: Lang) -> Html {
    let words = texts(lang);
    let count = |number: u32| words::count(u64::from(number), lang);
    let aside = html! { <Link href={Route::Companies.href()}>{ words.all_companies }</Link> };
    html! {
        <>
            <Card title={words.at_a_glance} subtitle={[count(overview.companies).as_str(), " ", (words.companies)(overview.companies.into())].concat()}>
                <div class="stats">{ for counters(overview, role, lang) }</div>
            </Card>
            <div class="columns">
                <Card title={words.worst} subtitle={(overview.missing > Euro::ZERO).then(|| (words.missing)(&words::euro(overview.missing, lang)))} {aside}>
                    if overview.worst.is_empty() {
                        <EmptyState title={words.worst_none} text={words.worst_none_text} icon={IconName::CheckCircle} />
                    } else {
                        <List>{ for overview.worst.iter().map(|row| item(row, lang)) }</List>
                    }
                </Card>
                { deadlines::card(&overview.deadlines, lang) }
                { contributions(overview, lang) }
            </div>
            <p class="muted">{ (words.at)(&words::moment(overview.at, lang)) }</p>
        </>
    }
}

/// What there is to see to, each leading to its page; nothing of what this role does not have.
fn counters(overview: &Overview, role: Role, lang: Lang) -> impl Iterator<Item = Html> {
    let [attention, changes, soon, expiring] = texts(lang).counters;
    let counted = [
        (Route::Companies, TO_LOOK_AT, overview.attention, attention, true),
        (Route::Changes, "", overview.changes, changes, true),
        (Route::Deadlines, "", overview.soon, soon, has_page(role, Route::Deadlines)),
        (Route::Companies, ENDING, overview.expiring, expiring, role.has_clients()),
    ];
    counted.into_iter().filter(|(.., has)| *has).map(move |(route, tab, number, label, _)| {
        let value = words::count(u64::from(number), lang);
        html! { <Stat {value} {label} href={[route.href().as_str(), tab].concat()} /> }
    })
}

/// Due against paid of all together; nothing where nothing was due.
fn contributions(overview: &Overview, lang: Lang) -> Html {
    let words = texts(lang);
    let sum = |of: fn(&MonthSum) -> Euro| overview.months.iter().map(of).sum::<Euro>();
    let (due, paid) = (sum(|month| month.due), sum(|month| month.paid));
    if due == Euro::ZERO && paid == Euro::ZERO {
        return html! {};
    }
    html! {
        <Card title={words.contributions} subtitle={(words.totals)(&words::euro(due, lang), &words::euro(paid, lang))}>
            { chart(AttrValue::Static(words.contributions), overview.months.iter().copied(), lang) }
        </Card>
    }
}

fn item(row: &CompanyRow, lang: Lang) -> Html {
    let words = texts(lang);
    let tone = if row.months_short > 0 { Tone::Red } else { Tone::Orange };
    let months = (row.months_short > 0).then(|| (words.months_short)(row.months_short));
    let parts = [row.office.clone(), months].into_iter().flatten().collect::<Vec<_>>();
    html! {
        <ListItem title={row.name.clone()} description={parts.join(" · ")} icon={IconName::Building} {tone}
            figure={words::euro(row.missing, lang)} href={Route::Company { company: row.id }.href()} />
    }
}
