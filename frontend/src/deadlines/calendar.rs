//! The deadlines as a month: how many each day has, and those of the day that is chosen.

use shared::calendar::{Day, Month};
use shared::deadlines::{DaySum, Days, Kind, List as Request};
use shared::format::weekday_name;
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::Wanted;
use super::item::item;
use super::list::ShapeProps;
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::{use_pages, use_remote};
use crate::ui::{Card, IconButton, IconName, List, Shape, Skeleton};
use crate::words;

/// Deadlines of a day asked for at once.
const PAGE: u16 = 50;

/// The calendar.
#[component]
pub fn Calendar(props: &ShapeProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let today = events::now().day_in_rome();
    let (asked, set_month) = use_query("mese");
    let chosen = use_state_eq(|| today);
    let month = asked.and_then(|month| Month::parse(&month)).unwrap_or_else(|| Month::of(today));
    // The day of another month is not one of those in sight.
    let day = [*chosen, today].into_iter().find(|day| Month::of(*day) == month);
    let day = day.unwrap_or_else(|| month.first_day());
    let request =
        Days { company: props.company, from: Some(month.first_day()), to: Some(month.last_day()) };
    let sums = use_remote(&request);
    let turn = |to: Month| set_month.reform(move |_: MouseEvent| Some(to.to_string()));
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |day: Day| chosen.set(day))
    };
    let aside = html! {
        <span class="row">
            <IconButton icon={IconName::ChevronLeft} label={words.earlier} onclick={turn(month.previous())} />
            <IconButton icon={IconName::ChevronRight} label={words.after} onclick={turn(month.next())} />
        </span>
    };
    let grid = sums.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={5} /> },
        |sums| sheet(month, sums, props.kind, (today, day), &choose, lang),
    );
    html! {
        <>
            <Card title={words::month_long(month, lang)} {aside}>{ grid }</Card>
            <OfDay {day} company={props.company} kind={props.kind} />
        </>
    }
}

/// The month: a row for each week, from Monday on.
fn sheet(
    month: Month,
    sums: &[DaySum],
    kind: Option<Kind>,
    (today, chosen): (Day, Day),
    choose: &Callback<Day>,
    lang: Lang,
) -> Html {
    let first = month.first_day();
    let monday = first.plus_days(-(first.weekday() as i64));
    let weeks = (month.last_day().days_since(monday) / 7) + 1;
    let day = |at: i64| {
        let day = monday.plus_days(at);
        if Month::of(day) != month {
            return html! { <td></td> };
        }
        let of_day =
            sums.iter().filter(|sum| sum.day == day && kind.is_none_or(|kind| sum.kind == kind));
        let (open, done) =
            of_day.fold((0, 0), |(open, done), sum| (open + sum.open, done + sum.done));
        let onclick = choose.reform(move |_: MouseEvent| day);
        let late = (open > 0 && day < today).then_some("day-late");
        html! {
            <td>
                <button type="button" class={classes!("day", late)} {onclick} aria-pressed={(day == chosen).to_string()}
                    aria-current={(day == today).then_some("date")}>
                    <span class="sr-only">{ (texts(lang).day_label)(&words::day(day, lang), open, done) }</span>
                    <span class="day-number" aria-hidden="true">{ day.day() }</span>
                    if open > 0 {
                        <span class="day-count" aria-hidden="true">{ open }</span>
                    } else if done > 0 {
                        <span class="day-done" aria-hidden="true">{ "✓" }</span>
                    }
                </button>
            </td>
        }
    };
    let heading = |at: i64| {
        let name = weekday_name(monday.plus_days(at).weekday(), lang);
        let short: String = name.chars().take(2).collect();
        html! { <th scope="col"><span aria-hidden="true">{ short }</span><span class="sr-only">{ name }</span></th> }
    };
    html! {
        <table class="month">
            <thead><tr>{ for (0..7).map(heading) }</tr></thead>
            <tbody>{ for (0..weeks).map(|week| html! { <tr>{ for (0..7).map(|at| day(week * 7 + at)) }</tr> }) }</tbody>
        </table>
    }
}

#[derive(PartialEq, Properties)]
struct OfDayProps {
    day: Day,
    company: Option<CompanyId>,
    kind: Option<Kind>,
}

/// What is due on one day.
#[component]
fn OfDay(props: &OfDayProps) -> Html {
    let lang = use_lang();
    let wanted = Wanted { company: props.company, kind: props.kind };
    let day = Some(props.day);
    let pages = use_pages(&Request { from: day, to: day, limit: Some(PAGE), ..wanted.request() });
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} /> },
        |_| match pages.rows.is_empty() {
            true => html! { <p class="muted">{ texts(lang).day_empty }</p> },
            false => html! {
                <><List>{ for pages.rows.iter().map(|row| item(row, true, lang)) }</List>{ pages.foot(lang) }</>
            },
        },
    );
    html! { <div aria-live="polite"><Card title={words::day(props.day, lang)}>{ list }</Card></div> }
}
