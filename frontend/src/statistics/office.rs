//! How one's office stands: each figure leads to the requests that it counts.

use std::rc::Rc;

use shared::lang::Lang;
use shared::live::TopicKind;
use shared::requests::Age;
use shared::statistics::{Ahead, Export, InTime, Load, OfAge, OfRating, Report, Reported, Week};
use yew::prelude::*;

use super::text::texts;
use crate::export;
use crate::i18n::use_lang;
use crate::live::use_live;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{
    Card, Cell, CellKind, Column, IconName, List, ListItem, PairRow, PairRows, Row, Shape,
    Skeleton, Stat, Table,
};
use crate::words;

/// The page.
#[component]
pub fn Office() -> Html {
    let lang = use_lang();
    let report = use_remote(&Report {});
    use_live(&[(TopicKind::Request, None)], report.reload.clone());
    let waiting = || html! { <Skeleton shape={Shape::Card} count={5} /> };
    report.draw(lang, waiting, |report| full(report, lang))
}

/// The queue of the office, narrowed.
fn queue(query: &str) -> AttrValue {
    [Route::Queue.href().as_str(), "?", query].concat().into()
}

fn full(report: &Reported, lang: Lang) -> Html {
    let words = &texts(lang).office;
    let day = (words.on)(&report.office_name, &words::day(report.day, lang));
    let menu = export::menu(lang, |format| Export { format, lang: Some(lang) });
    html! {
        <>
            <div class="row spread"><p class="muted">{ day }</p>{ menu }</div>
            <Card title={words.in_time} subtitle={(words.since)(&words::day(report.in_time.from, lang))}>
                { in_time(report.in_time, lang) }
            </Card>
            <Card title={words.now}>{ now(report, lang) }</Card>
            <Card title={words.ages}>{ ages(&report.ages, lang) }</Card>
            <Card title={words.ahead} subtitle={words.ahead_text} flush={true}>{ ahead(&report.ahead, lang) }</Card>
            <Card title={words.weeks}>{ weeks(&report.weeks, lang) }</Card>
            <Card title={words.loads} flush={true}>{ loads(&report.loads, lang) }</Card>
            { rated(words.ratings, &report.ratings, lang) }
            { rated(words.sendings, &report.sendings, lang) }
        </>
    }
}

/// What customers said, as counts.
fn rated(title: &'static str, ratings: &[OfRating], lang: Lang) -> Html {
    let words = texts(lang);
    if ratings.is_empty() {
        return html! { <Card {title}><p class="muted">{ words.office.no_ratings }</p></Card> };
    }
    let columns = vec![
        Column::new("stars", words.office.rating, CellKind::Title),
        Column::new("aspect", words.office.aspect, CellKind::Text),
        Column::new("count", words.public.requests, CellKind::Number),
    ];
    let row = |(at, one): (usize, &OfRating)| {
        let aspect = one.aspect.map(|aspect| Cell::text(aspect.name(one.stars).of(lang)));
        let cells = vec![
            Cell::text([&one.stars.to_string(), "/5"].concat()),
            aspect.unwrap_or(Cell::Empty),
            Cell::text(one.count.to_string()),
        ];
        Row::new(at.to_string(), cells).shared()
    };
    let rows: Vec<_> = ratings.iter().enumerate().map(row).collect();
    html! { <Card {title} flush={true}><Table caption={title} columns={Rc::new(columns)} {rows} /></Card> }
}

/// How many answers in a hundred were in time; whole ones, so that only all of them are a hundred.
fn in_time(InTime { answered, in_time, .. }: InTime, lang: Lang) -> Html {
    let words = &texts(lang).office;
    let Some(percent) = (in_time * 100).checked_div(answered) else {
        return html! { <p class="muted">{ words.no_answers }</p> };
    };
    html! { <Stat value={percent.to_string()} unit="%" label={(words.of_answers)(in_time, answered)} /> }
}

fn figure(title: &'static str, count: u32, query: &str, icon: IconName, lang: Lang) -> Html {
    let figure = words::count(u64::from(count), lang);
    html! { <ListItem {title} {icon} {figure} href={queue(query)} /> }
}

fn now(report: &Reported, lang: Lang) -> Html {
    let words = &texts(lang).office;
    html! {
        <List label={words.now}>
            { figure(words.open, report.open, "vista=", IconName::Message, lang) }
            { figure(words.unassigned, report.unassigned, "vista=non-assegnate", IconName::Flag, lang) }
            { figure(words.awaiting, report.awaiting, "vista=in-attesa", IconName::Clock, lang) }
            { figure(words.second, report.second, "vista=secondo-livello", IconName::Users, lang) }
            { figure(words.reopened, report.reopened, "vista=riaperte", IconName::Refresh, lang) }
        </List>
    }
}

fn ages(ages: &[OfAge], lang: Lang) -> Html {
    let words = &texts(lang).office;
    let item = |one: &OfAge| {
        let at = Age::ALL.iter().position(|age| *age == one.age).unwrap_or_default();
        let title = words.age.get(at).copied().unwrap_or_default();
        figure(title, one.open, &["eta=", &at.to_string()].concat(), IconName::Calendar, lang)
    };
    html! { <List label={words.ages}>{ for ages.iter().map(item) }</List> }
}

fn ahead(days: &[Ahead], lang: Lang) -> Html {
    let words = &texts(lang).office;
    let columns = vec![
        Column::new("day", words.day, CellKind::Title),
        Column::new("reminded", words.reminded, CellKind::Number),
        Column::new("escalated", words.escalated, CellKind::Number),
        Column::new("due", words.due, CellKind::Number),
    ];
    let row = |one: &Ahead| {
        let counts = [one.reminded, one.escalated, one.due];
        let counts = counts.map(|count| Cell::text(count.to_string()));
        let cells = [Cell::text(words::day(one.day, lang))].into_iter().chain(counts).collect();
        let href = queue(&["termine=", &one.day.to_string()].concat());
        Row::new(one.day.to_string(), cells).with_href(href).shared()
    };
    let rows: Vec<_> = days.iter().map(row).collect();
    html! { <Table caption={words.ahead} columns={Rc::new(columns)} {rows} /> }
}

fn weeks(weeks: &[Week], lang: Lang) -> Html {
    let words = &texts(lang).office;
    let columns = vec![
        Column::new("week", words.week, CellKind::Title),
        Column::new("came", words.came, CellKind::Number),
        Column::new("went", words.went, CellKind::Number),
    ];
    let row = |one: &Week| {
        let cells = vec![
            Cell::text(words::day(one.from, lang)),
            Cell::text(one.came.to_string()),
            Cell::text(one.went.to_string()),
        ];
        Row::new(one.from.to_string(), cells).shared()
    };
    let table_rows: Vec<_> = weeks.iter().map(row).collect();
    let table = html! { <Table caption={words.weeks} columns={Rc::new(columns)} rows={table_rows} compact={true} /> };
    let pair =
        |one: &Week| PairRow { label: words::day(one.from, lang), pair: [one.came, one.went] };
    let rows: Vec<PairRow> = weeks.iter().map(pair).collect();
    let sum = |at: usize| {
        rows.iter().map(|row| u64::from(row.pair.get(at).copied().unwrap_or_default())).sum::<u64>()
    };
    let summary = (words.flow)(weeks.len(), sum(0), sum(1));
    let parts = [words.came, words.went].map(AttrValue::Static);
    html! { <PairRows title={words.weeks} {summary} {parts} rows={Rc::new(rows)} {table} /> }
}

fn loads(loads: &[Load], lang: Lang) -> Html {
    let words = &texts(lang).office;
    let columns = vec![
        Column::new("name", words.name, CellKind::Title),
        Column::new("open", words.open, CellKind::Number),
        Column::new("awaiting", words.awaiting, CellKind::Number),
        Column::new("closed", words.closed, CellKind::Number),
        Column::new("median", words.median, CellKind::Number),
    ];
    let row = |one: &Load| {
        let cells = vec![
            Cell::text(one.name.clone()),
            Cell::text(one.open.to_string()),
            Cell::text(one.awaiting.to_string()),
            Cell::text(one.closed.to_string()),
            one.median.map_or(Cell::Empty, |days| Cell::text(days.to_string())),
        ];
        let href = queue(&["incaricato=", &one.person.to_string()].concat());
        Row::new(one.person.to_string(), cells).with_href(href).shared()
    };
    let rows: Vec<_> = loads.iter().map(row).collect();
    html! { <Table caption={words.loads} columns={Rc::new(columns)} {rows} /> }
}
