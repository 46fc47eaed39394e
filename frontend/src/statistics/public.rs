//! How long offices take, for everybody: by topic and by office, never of a few requests.

use std::rc::Rc;

use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;
use shared::statistics::{ExportShown, Figure, OfOffice, OfTopic, Show, Shown};
use yew::prelude::*;

use super::text::{Public, texts};
use crate::export;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::use_remote;
use crate::route::Route;
use crate::session::use_session;
use crate::ui::{
    Card, Cell, CellKind, Choice, Column, EmptyState, IconName, PairRow, PairRows, Row, Select,
    Shape, Skeleton, Stat, Table,
};
use crate::words;

/// What is asked for, as the address has it.
#[derive(Clone, Copy, Default)]
struct Asked {
    office: Option<OfficeCode>,
    group: Option<TopicId>,
}

impl Asked {
    fn href(self) -> String {
        let office = self.office.map(|office| ["sede=", office.as_str()].concat());
        let group = self.group.map(|group| ["gruppo=", &group.0.to_string()].concat());
        let query = office.into_iter().chain(group).collect::<Vec<_>>().join("&");
        [Route::Statistics.href().as_str(), "?", &query].concat()
    }
}

/// The page.
#[component]
pub fn Statistics() -> Html {
    let lang = use_lang();
    let words = &texts(lang).public;
    let signed_in = use_session().viewer().is_some();
    let ((office, set_office), (group, set_group)) = (use_query("sede"), use_query("gruppo"));
    let asked = Asked {
        office: office.as_deref().and_then(|code| OfficeCode::parse(code).ok()),
        group: group.as_deref().and_then(|id| id.parse().ok()).map(TopicId),
    };
    // What one can choose does not depend on what was chosen.
    let all = use_remote(&Show { lang, ..Show::default() });
    let shown = use_remote(&Show { lang, office: asked.office, group: asked.group });
    let choices = |every: &'static str, rows: Vec<(String, String)>| -> Vec<Choice> {
        let every = Choice { value: AttrValue::Static(""), label: AttrValue::Static(every) };
        let rows = rows
            .into_iter()
            .map(|(value, label)| Choice { value: value.into(), label: label.into() });
        [every].into_iter().chain(rows).collect()
    };
    let offices = all.value.iter().flat_map(|all| &all.offices);
    let offices = offices.map(|one| (one.code.to_string(), one.name.clone())).collect();
    let groups = all.value.iter().flat_map(|all| &all.groups).map(|one| &one.group);
    let groups = groups.map(|one| (one.id.0.to_string(), one.title.clone())).collect();
    let chosen =
        |set: Callback<Option<String>>| set.reform(|value: AttrValue| Some(value.to_string()));
    let waiting = || html! { <Skeleton shape={Shape::Card} count={3} /> };
    let Asked { office: of, group: about } = asked;
    let file = |format| ExportShown { office: of, group: about, format, lang: Some(lang) };
    html! {
        <>
            <p class="muted">{ words.lead }</p>
            <div class="filters">
                <Select label={words.office} choices={choices(words.every_office, offices)} value={office.unwrap_or_default()}
                    onchange={chosen(set_office)} />
                <Select label={words.topic} choices={choices(words.every_topic, groups)} value={group.unwrap_or_default()}
                    onchange={chosen(set_group)} />
                // A file says who took it.
                if signed_in { { export::menu(lang, file) } }
            </div>
            { shown.draw(lang, waiting, |shown| full(shown, asked, lang)) }
        </>
    }
}

fn full(shown: &Shown, asked: Asked, lang: Lang) -> Html {
    let words = &texts(lang).public;
    let period =
        (words.period)(&words::month_long(shown.from, lang), &words::month_long(shown.to, lang));
    let whole = match shown.whole {
        Some(figure) => html! {
            <>
                <Stat value={figure.median.to_string()} unit={words.days} label={words.half} />
                <p>{ (words.more)(figure.ninety, &words::count(figure.requests, lang)) }</p>
            </>
        },
        None => {
            html! { <EmptyState title={(words.few)(shown.fewest)} text={words.few_text} icon={IconName::Chart} /> }
        }
    };
    html! {
        <>
            <Card title={words.whole} subtitle={period}>{ whole }</Card>
            <Card title={words.by_topic}>{ by_topic(shown, asked, lang) }</Card>
            if !shown.offices.is_empty() {
                <Card title={words.by_office}>{ by_office(&shown.offices, asked, lang) }</Card>
            }
        </>
    }
}

/// The groups; the topics of the one that was chosen.
fn by_topic(shown: &Shown, asked: Asked, lang: Lang) -> Html {
    let words = &texts(lang).public;
    let rows: Vec<(OfTopic, Option<String>)> = match (asked.group, shown.groups.as_slice()) {
        (Some(_), [one]) => one.topics.iter().map(|topic| (topic.clone(), None)).collect(),
        (_, groups) => {
            let href = |id| Asked { group: Some(id), ..asked }.href();
            groups.iter().map(|one| (one.group.clone(), Some(href(one.group.id)))).collect()
        }
    };
    let pairs = rows.iter().filter_map(|(row, _)| Some(pair(&row.title, row.figure?)));
    let drawn = rows.iter().map(|(row, href)| {
        line(row.id.0.to_string(), &row.title, row.figure, href.clone(), shown.fewest, lang)
    });
    picture(words.by_topic, words.topic, pairs.collect(), drawn.collect(), words)
}

fn by_office(offices: &[OfOffice], asked: Asked, lang: Lang) -> Html {
    let words = &texts(lang).public;
    let pairs = offices.iter().map(|one| pair(&one.name, one.figure));
    let drawn = offices.iter().map(|one| {
        let href = Asked { office: Some(one.code), ..asked }.href();
        line(one.code.to_string(), &one.name, Some(one.figure), Some(href), 0, lang)
    });
    picture(words.by_office, words.office, pairs.collect(), drawn.collect(), words)
}

fn pair(title: &str, figure: Figure) -> PairRow {
    let pair = [figure.median, figure.ninety].map(u32::from);
    PairRow { label: title.to_owned().into(), pair }
}

fn line(
    key: String,
    title: &str,
    figure: Option<Figure>,
    href: Option<String>,
    fewest: u16,
    lang: Lang,
) -> Rc<Row> {
    let words = &texts(lang).public;
    let mut cells = vec![Cell::text(title.to_owned())];
    match figure {
        Some(figure) => cells.extend([
            Cell::text((words.at_least)(&words::count(figure.requests, lang))),
            Cell::text(figure.median.to_string()),
            Cell::text(figure.ninety.to_string()),
        ]),
        None => cells.extend([Cell::text((words.few)(fewest)), Cell::Empty, Cell::Empty]),
    }
    let row = Row::new(key, cells);
    match href {
        Some(href) => row.with_href(href).shared(),
        None => row.shared(),
    }
}

/// The bars of what has a figure, and everything as a table: always there, for it leads further.
fn picture(
    title: &'static str,
    head: &'static str,
    pairs: Vec<PairRow>,
    rows: Vec<Rc<Row>>,
    words: &Public,
) -> Html {
    let columns = Rc::new(vec![
        Column::new("what", head, CellKind::Title),
        Column::new("requests", words.requests, CellKind::Text),
        Column::new("median", words.half_short, CellKind::Number),
        Column::new("ninety", words.ninety_short, CellKind::Number),
    ]);
    let table = html! { <Table caption={title} {columns} {rows} compact={true} /> };
    if pairs.is_empty() {
        return table;
    }
    // All that are as slow as the slowest: none is singled out.
    let days = pairs.iter().map(|row| row.pair[0]).max().unwrap_or_default();
    let slowest = pairs.iter().filter(|row| row.pair[0] == days).map(|row| row.label.as_str());
    let summary = (words.slowest)(&slowest.collect::<Vec<_>>().join(", "), days);
    let parts = [words.half_short, words.ninety_short].map(AttrValue::Static);
    html! { <PairRows {title} {summary} {parts} rows={Rc::new(pairs)} {table} /> }
}
