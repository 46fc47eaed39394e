//! All companies somebody works for, at a glance.

use shared::home::{self, MonthSum, Overview};
use shared::lang::Lang;
use shared::money::Euro;
use yew::prelude::*;

use super::chart::chart;
use super::items;
use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, EmptyState, IconName, Link, Shape, Skeleton};
use crate::words;

/// The first page of whoever works for several companies.
#[component]
pub fn OfMany() -> Html {
    let lang = use_lang();
    use_remote(&home::OfMany { lang }).draw(lang, waiting, |overview| full(overview, lang))
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
            <Card title={words.at_a_glance} subtitle={[count(overview.companies).as_str(), " ", (words.companies)(overview.companies.into())].concat()}>
                <div class="stats">{ for overview.counters.iter().map(|one| items::counter(one, lang)) }</div>
            </Card>
            <div class="columns">
                { items::card(words.news, &overview.news, IconName::Refresh) }
                <Card title={words.worst} subtitle={(overview.missing > Euro::ZERO).then(|| (words.missing)(&words::euro(overview.missing, lang)))} {aside}>
                    if overview.worst.is_empty() {
                        <EmptyState title={words.worst_none} text={words.worst_none_text} icon={IconName::CheckCircle} />
                    } else {
                        { items::list(&overview.worst, IconName::Building) }
                    }
                </Card>
                { items::card(words.deadlines, &overview.deadlines, IconName::Calendar) }
                { contributions(overview, lang) }
            </div>
            <p class="muted">{ (words.at)(&words::moment(overview.at, lang)) }</p>
        </>
    }
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
