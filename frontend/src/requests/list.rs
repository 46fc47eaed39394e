//! What was asked before: by a customer, or of an office.

mod swipe;

use std::rc::Rc;

use shared::calendar::Instant;
use shared::filters::Of;
use shared::lang::Lang;
use shared::live::TopicKind;
use shared::requests::{Offered, RequestRow};
use yew::prelude::*;

use super::filters::{ARCHIVED, Asked, Filters, STANDINGS, use_asked};
use super::names::{due, state, subject, topic_today, use_topics};
use super::text::{Texts, texts};
use super::unfinished::{Left, Unfinished};
use crate::desk::{Selection, every_href, use_selection};
use crate::export;
use crate::filters::Saved;
use crate::i18n::use_lang;
use crate::live::use_live;
use crate::remote::use_pages;
use crate::route::Route;
use crate::session::{company_of, use_viewer};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Column, EmptyState, IconName, Link,
    LinkButton, NoMatch, Row, Shape, Skeleton, Tab, Table, Tabs,
};
use crate::words;
use swipe::{Several, Swiped};

/// Rows asked for at once.
const PAGE: u16 = 50;

/// The requests of the company worked for, or of all; of an operator's office everything that it was ever asked.
#[component]
pub fn All() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let (words, asked, topics) = (texts(lang), use_asked(), use_topics(lang));
    let (company, is_office) = (company_of(&viewer), viewer.role.is_staff());
    let request = shared::requests::List { limit: Some(PAGE), ..asked.request(company, is_office) };
    let pages = use_pages(&request);
    use_live(&[(TopicKind::Request, None)], pages.first.reload.clone());
    let act = |act: fn(&Asked)| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| act(&asked))
    };
    let (clear, widen) = (act(Asked::clear), act(Asked::widen));
    let archived = asked.standing.0.as_deref() == Some(ARCHIVED);
    let selection = use_selection();
    let selected = selection.among(&pages.rows);
    let done = unselected(&selection, &pages.first.reload);
    // An office puts nothing away.
    let chosen = (!is_office).then_some(&selection);
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={8} /> },
        |_| match (pages.rows.as_slice(), chosen) {
            ([], _) if pages.more.is_some() => none_yet(words, pages.foot(lang)),
            ([], _) => empty(asked.is_filtered(), is_office, clear, lang),
            (rows, None) => html! {
                <Card flush={true}>{ table(rows, true, topics.as_deref(), None, lang) }{ pages.foot(lang) }</Card>
            },
            (rows, chosen) => html! {
                <Card flush={true}>
                    <Swiped {archived} ondone={pages.first.reload.clone()}>
                        { table(rows, company.is_none(), topics.as_deref(), chosen, lang) }
                    </Swiped>
                    { pages.foot(lang) }
                </Card>
            },
        },
    );
    let onchange = asked.standing.1.reform(|value: AttrValue| Some(value.to_string()));
    let path = if is_office { every_href().into() } else { Route::Requests.href() };
    html! {
        <div class="stack">
            { above(is_office, lang) }
            <Tabs label={words.state} tabs={standings(is_office, lang)} value={asked.standing.0.clone().unwrap_or_default()} {onchange}>
                <div class="stack">
                    <Filters asked={asked.clone()} {topics} />
                    <div class="row">
                        <Saved of={Of::Requests} {path} now={asked.terms()} />
                        { export::menu(lang, |format| request.clone().export(format, Some(lang))) }
                        if !is_office && !pages.rows.is_empty() { { selection.switch(lang) } }
                        if !selected.is_empty() { <Several requests={selected} {archived} ondone={done} /> }
                        if asked.is_narrowed() && !pages.rows.is_empty() {
                            <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={widen}>{ words.clear }</Button>
                        }
                    </div>
                    { list }
                </div>
            </Tabs>
        </div>
    }
}

/// Of an office's requests so many are looked through at a time, and the next may be what is looked for.
fn none_yet(words: &Texts, foot: Html) -> Html {
    html! { <Card><p>{ words.none_yet }</p>{ foot }</Card> }
}

/// What stands above the list: for a customer what is to be written or was begun, for an office the way back.
fn above(is_office: bool, lang: Lang) -> Html {
    let words = texts(lang);
    if is_office {
        return html! { <p><Link href={Route::Queue.href()}>{ words.to_queue }</Link></p> };
    }
    html! {
        <>
            <p><LinkButton href={Route::NewRequest.href()} icon={IconName::Plus}>{ words.new }</LinkButton></p>
            <Unfinished />
            <Left />
        </>
    }
}

/// After something was done with what is selected: nothing is, and the list is read anew.
fn unselected(selection: &Selection, reload: &Callback<()>) -> Callback<()> {
    let (selection, reload) = (selection.clone(), reload.clone());
    Callback::from(move |()| {
        selection.clear();
        reload.emit(());
    })
}

/// All, each standing, and what a customer put away.
fn standings(is_office: bool, lang: Lang) -> Vec<Tab> {
    let slugs = [""].into_iter().chain(STANDINGS.map(|(slug, _)| slug));
    let slugs = slugs.chain((!is_office).then_some(ARCHIVED));
    let tab = |(value, label): (&'static str, &'static str)| Tab {
        value: AttrValue::Static(value),
        label: AttrValue::Static(label),
    };
    slugs.zip(texts(lang).standings).map(tab).collect()
}

fn empty(filtered: bool, is_office: bool, onclick: Callback<MouseEvent>, lang: Lang) -> Html {
    let words = texts(lang);
    if filtered {
        return html! { <NoMatch title={words.none_filtered} clear={words.clear} onclear={onclick} /> };
    }
    let text = (!is_office).then_some(AttrValue::Static(words.none_text));
    html! { <EmptyState title={words.none} {text} icon={IconName::Message} /> }
}

/// The rows as a customer reads them, who selects some: by when the answer comes; or as their office does: who answered, and when.
fn table(
    rows: &[RequestRow],
    many: bool,
    topics: Option<&Offered>,
    selection: Option<&Selection>,
    lang: Lang,
) -> Html {
    let (words, boxes) = (texts(lang), selection.filter(|selection| selection.is_on));
    let mut columns: Vec<Column> = boxes.iter().map(|boxes| boxes.column(lang)).collect();
    columns.push(Column::new("subject", words.subject, CellKind::Title));
    if many {
        columns.push(Column::new("company", words.client, CellKind::Text));
    }
    columns.push(Column::new("topic", words.topic, CellKind::Text));
    columns.extend(match selection {
        Some(_) => [
            Column::new("protocol", words.protocol, CellKind::Code),
            Column::new("state", words.state, CellKind::Text),
            Column::new("due", words.answer_by, CellKind::Text),
            Column::new("updated", words.updated, CellKind::Text),
        ],
        None => [
            Column::new("state", words.state, CellKind::Text),
            Column::new("charge", words.in_charge, CellKind::Text),
            Column::new("opened", words.opened, CellKind::Text),
            Column::new("closed", words.closed, CellKind::Text),
        ],
    });
    let row = |row: &RequestRow| {
        let mut cells: Vec<Cell> = boxes.iter().map(|boxes| boxes.cell(row, lang)).collect();
        cells.push(Cell::Html(subject(row, lang)));
        if many {
            cells.push(Cell::text(row.name.clone()));
        }
        let topic = topic_today(topics, row.topic, lang).map(Cell::text);
        cells.push(topic.unwrap_or(Cell::Empty));
        cells.extend(match selection {
            Some(_) => awaited(row, lang),
            None => answered(row, lang),
        });
        let made = Row::new(row.id.to_string(), cells);
        match selection {
            Some(selection) if !selection.leads() => made.shared(),
            Some(_) => made.with_href(Route::Request { request: row.id }.href()).shared(),
            None => made.with_href(Route::Queued { request: row.id }.href()).shared(),
        }
    };
    let rows: Vec<Rc<Row>> = rows.iter().map(row).collect();
    html! { <Table caption={words.title} columns={Rc::new(columns)} {rows} /> }
}

/// The number, how it stands, when the answer comes, when something happened last.
fn awaited(row: &RequestRow, lang: Lang) -> [Cell; 4] {
    let (tone, label) = state(row.state, lang);
    let due = match row.expected {
        Some(day) if !row.clock.paused => Cell::text(words::day(day, lang)),
        _ if row.state.is_open() => Cell::Html(due(&row.clock, lang)),
        _ => Cell::Empty,
    };
    let updated = Cell::text(words::moment(row.updated, lang));
    [Cell::text(row.protocol.to_string()), Cell::tag(tone, label), due, updated]
}

/// How it stands or ended, who is or was in charge, when it was opened and closed.
fn answered(row: &RequestRow, lang: Lang) -> [Cell; 4] {
    let (tone, label) = state(row.state, lang);
    let day = |at: Instant| Cell::text(words::day(at.day_in_rome(), lang));
    let charge = row.charge.clone().map_or(Cell::Empty, Cell::text);
    let closed = row.closed.map_or(Cell::Empty, day);
    [Cell::tag(tone, label), charge, day(row.opened), closed]
}
