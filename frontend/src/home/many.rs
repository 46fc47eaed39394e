//! All companies somebody works for, at a glance.

use shared::companies::CompanyRow;
use shared::home::{self, Overview};
use shared::lang::Lang;
use yew::prelude::*;

use super::deadlines;
use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, EmptyState, IconName, Link, List, ListItem, Shape, Skeleton, Stat, Tone};
use crate::words;

/// The first page of whoever works for several companies.
#[component]
pub fn OfMany() -> Html {
    let lang = use_lang();
    use_remote(&home::OfMany {}).draw(lang, waiting, |overview| full(overview, lang))
}

fn waiting() -> Html {
    html! { <div class="columns"><Skeleton shape={Shape::Card} /><Skeleton shape={Shape::Lines} count={5} /></div> }
}

fn full(overview: &Overview, lang: Lang) -> Html {
    let words = texts(lang);
    let count = |number: u32| words::count(u64::from(number), lang);
    let aside = html! { <Link href={Route::Companies.href()}>{ words.all_companies }</Link> };
    html! {
        <>
            <Card title={words.at_a_glance}>
                <div class="stats">
                    <Stat value={count(overview.companies)} label={(words.companies)(overview.companies.into())} />
                    <Stat value={count(overview.short)} label={words.companies_short} />
                    <Stat value={count(overview.not_balanced)} label={words.companies_unbalanced} />
                    <Stat value={words::whole_euro(overview.missing, lang)} label={words.missing_all} />
                </div>
            </Card>
            <div class="columns">
                <Card title={words.worst} {aside}>
                    if overview.worst.is_empty() {
                        <EmptyState title={words.worst_none} text={words.worst_none_text} icon={IconName::CheckCircle} />
                    } else {
                        <List>{ for overview.worst.iter().map(|row| item(row, lang)) }</List>
                    }
                </Card>
                { deadlines::card(&overview.deadlines, lang) }
            </div>
            <p class="muted">{ (words.at)(&words::moment(overview.at, lang)) }</p>
        </>
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
