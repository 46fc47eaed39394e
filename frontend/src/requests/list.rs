//! What was asked before.

mod swipe;

use std::rc::Rc;

use shared::filters::Of;
use shared::lang::Lang;
use shared::live::TopicKind;
use shared::requests::{Offered, RequestRow};
use yew::prelude::*;

use super::filters::{ARCHIVED, Asked, Filters, STANDINGS, use_asked};
use super::names::{due, state, subject, topic_today, use_topics};
use super::text::texts;
use super::unfinished::{Left, Unfinished};
use crate::desk::{Selection, use_selection};
use crate::export;
use crate::filters::Saved;
use crate::i18n::use_lang;
use crate::live::use_live;
use crate::remote::use_pages;
use crate::route::Route;
use crate::session::{company_of, use_viewer};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Column, EmptyState, IconName, LinkButton,
    NoMatch, Row, Shape, Skeleton, Tab, Table, Tabs,
};
use crate::words;
use swipe::{Several, Swiped};

/// Rows asked for at once.
const PAGE: u16 = 50;

/// The requests of the company worked for, or of all.
#[component]
pub fn All() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let (words, asked, topics) = (texts(lang), use_asked(), use_topics(lang));
    let company = company_of(&viewer);
    let request = shared::requests::List { limit: Some(PAGE), ..asked.request(company) };
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
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={8} /> },
        |_| match pages.rows.is_empty() {
            true => empty(asked.is_filtered(), clear, lang),
            false => html! {
                <Card flush={true}>
                    <Swiped {archived} ondone={pages.first.reload.clone()}>
                        { table(&pages.rows, company.is_none(), topics.as_deref(), &selection, lang) }
                    </Swiped>
                    { pages.foot(lang) }
                </Card>
            },
        },
    );
    let tabs = standings(lang);
    let onchange = asked.standing.1.reform(|value: AttrValue| Some(value.to_string()));
    html! {
        <div class="stack">
            <p><LinkButton href={Route::NewRequest.href()} icon={IconName::Plus}>{ words.new }</LinkButton></p>
            <Unfinished />
            <Left />
            <Tabs label={words.state} {tabs} value={asked.standing.0.clone().unwrap_or_default()} {onchange}>
                <div class="stack">
                    <Filters asked={asked.clone()} {topics} />
                    <div class="row">
                        <Saved of={Of::Requests} path={Route::Requests.href()} now={asked.terms()} />
                        { export::menu(lang, |format| request.clone().export(format, Some(lang))) }
                        if !pages.rows.is_empty() { { selection.switch(lang) } }
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

/// After something was done with what is selected: nothing is, and the list is read anew.
fn unselected(selection: &Selection, reload: &Callback<()>) -> Callback<()> {
    let (selection, reload) = (selection.clone(), reload.clone());
    Callback::from(move |()| {
        selection.clear();
        reload.emit(());
    })
}

/// All, each standing, and what was put away.
fn standings(lang: Lang) -> Vec<Tab> {
    let slugs = [""].into_iter().chain(STANDINGS.map(|(slug, _)| slug)).chain([ARCHIVED]);
    let tab = |(value, label): (&'static str, &'static str)| Tab {
        value: AttrValue::Static(value),
        label: AttrValue::Static(label),
    };
    slugs.zip(texts(lang).standings).map(tab).collect()
}

fn empty(filtered: bool, onclick: Callback<MouseEvent>, lang: Lang) -> Html {
    let words = texts(lang);
    if filtered {
        return html! { <NoMatch title={words.none_filtered} clear={words.clear} onclear={onclick} /> };
    }
    html! { <EmptyState title={words.none} text={words.none_text} icon={IconName::Message} /> }
}

fn table(
    rows: &[RequestRow],
    many: bool,
    topics: Option<&Offered>,
    selection: &Selection,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let boxes = selection.is_on.then(|| selection.column(lang));
    let mut columns: Vec<Column> = boxes.into_iter().collect();
    columns.push(Column::new("subject", words.subject, CellKind::Title));
    if many {
        columns.push(Column::new("company", words.client, CellKind::Text));
    }
    columns.extend([
        Column::new("topic", words.topic, CellKind::Text),
        Column::new("protocol", words.protocol, CellKind::Code),
        Column::new("state", words.state, CellKind::Text),
        Column::new("due", words.answer_by, CellKind::Text),
        Column::new("updated", words.updated, CellKind::Text),
    ]);
    let row = |row: &RequestRow| {
        let boxed = selection.is_on.then(|| selection.cell(row, lang));
        let mut cells: Vec<Cell> = boxed.into_iter().collect();
        cells.push(Cell::Html(subject(row, lang)));
        if many {
            cells.push(Cell::text(row.name.clone()));
        }
        let (tone, label) = state(row.state, lang);
        let topic = topic_today(topics, row.topic, lang).map(Cell::text);
        cells.extend([
            topic.unwrap_or(Cell::Empty),
            Cell::text(row.protocol.to_string()),
            Cell::tag(tone, label),
            if row.state.is_open() { Cell::Html(due(&row.clock, lang)) } else { Cell::Empty },
            Cell::Text(words::moment(row.updated, lang)),
        ]);
        let href = Route::Request { request: row.id }.href();
        let row = Row::new(row.id.to_string(), cells);
        if selection.leads() { row.with_href(href).shared() } else { row.shared() }
    };
    let rows: Vec<Rc<Row>> = rows.iter().map(row).collect();
    html! { <Table caption={words.title} columns={Rc::new(columns)} {rows} /> }
}
