//! The companies one works for: searched, narrowed to those that want a look, opened.

use std::rc::Rc;

use shared::companies::{CompanyRow, List};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::{Texts, texts};
use crate::events;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::remote::{Pages, use_pages};
use crate::route::{Route, use_query};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Column, EmptyState, Field, FieldType,
    IconName, Row, Segment, SegmentedControl, Shape, Skeleton, Table,
};
use crate::words;

/// Milliseconds without a key after which a search begins.
const TYPING_MS: i32 = 250;
/// What the query of the address says for "only those that want a look".
const ATTENTION: &str = "attenzione";

/// The screen.
#[component]
pub fn Clients() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (search, set_search) = use_query("cerca");
    let (which, set_which) = use_query("mostra");
    let attention = which.as_deref() == Some(ATTENTION);
    let request =
        List { search: search.clone(), attention: attention.then_some(true), ..Default::default() };
    let pages = use_pages(&request);
    use_effect_with((search.clone(), pages.total), move |(search, total)| {
        if let (Some(_), Some(total)) = (search, total) {
            announce(&(words.found)(*total));
        }
    });
    let segments = vec![Segment::new("", words.all), Segment::new(ATTENTION, words.only_attention)];
    let value = if attention { ATTENTION } else { "" };
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={8} /> },
        |_| match pages.rows.is_empty() {
            true => empty(search.is_some(), attention, clear(&set_search, &set_which), words),
            false => table(&pages, lang),
        },
    );
    html! {
        <>
            <div class="filters">
                <Search value={search.clone().unwrap_or_default()} onsearch={set_search.reform(Some)} />
                <SegmentedControl legend={words.which} {segments} {value}
                    onchange={set_which.reform(|value: AttrValue| Some(value.to_string()))} />
            </div>
            { list }
        </>
    }
}

fn clear(
    search: &Callback<Option<String>>,
    which: &Callback<Option<String>>,
) -> Callback<MouseEvent> {
    let (search, which) = (search.clone(), which.clone());
    Callback::from(move |_| {
        search.emit(None);
        which.emit(None);
    })
}

fn empty(
    searched: bool,
    attention: bool,
    onclick: Callback<MouseEvent>,
    words: &'static Texts,
) -> Html {
    let (title, text, icon) = match (searched, attention) {
        (true, _) => (words.none, Some(words.none_text), IconName::Search),
        (false, true) => (words.nothing_short, None, IconName::CheckCircle),
        (false, false) => (words.no_clients, Some(words.no_clients_text), IconName::Users),
    };
    html! {
        <EmptyState {title} text={text.map(AttrValue::Static)} {icon}>
            if searched || attention {
                <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ words.clear }</Button>
            }
        </EmptyState>
    }
}

fn table(pages: &Pages<CompanyRow>, lang: Lang) -> Html {
    let words = texts(lang);
    let columns = vec![
        Column::new("name", words.name, CellKind::Title),
        Column::new("matricola", words.matricola, CellKind::Code),
        Column::new("office", words.office, CellKind::Text),
        Column::new("state", words.state, CellKind::Text),
        Column::new("last", words.last, CellKind::Text),
        Column::new("short", words.months_short, CellKind::Number),
        Column::new("missing", words.missing, CellKind::Number),
    ];
    html! {
        <Card flush={true}>
            <Table caption={words.table} columns={Rc::new(columns)} rows={pages.rows.iter().map(|row| line(row, lang)).collect::<Vec<_>>()} />
            { pages.foot(lang) }
        </Card>
    }
}

fn line(row: &CompanyRow, lang: Lang) -> Rc<Row> {
    let (tone, state) = words::position(row.state, lang);
    let last = row.last_declared.map_or(Cell::Empty, |(month, state)| {
        let (tone, word) = words::dm(state, lang);
        Cell::tag(tone, [&words::month(month, lang), " · ", word.as_str()].concat())
    });
    let missing = row.missing;
    let cells = vec![
        Cell::text(row.name.clone()),
        row.matricola.as_ref().map_or(Cell::Empty, |matricola| Cell::text(matricola.spaced())),
        row.office.clone().map_or(Cell::Empty, Cell::text),
        Cell::tag(tone, state),
        last,
        if row.months_short == 0 { Cell::Empty } else { Cell::text(row.months_short.to_string()) },
        if missing.is_zero() { Cell::Empty } else { Cell::text(words::euro(missing, lang)) },
    ];
    Row::new(row.id.to_string(), cells)
        .with_href(Route::Company { company: row.id }.href())
        .shared()
}

#[derive(PartialEq, Properties)]
struct SearchProps {
    /// What is looked for.
    value: String,
    /// Called once the typing pauses.
    onsearch: Callback<String>,
}

/// The search field: asks only when the typing pauses, and follows when the search is changed from elsewhere.
#[component]
fn Search(props: &SearchProps) -> Html {
    let words = texts(use_lang());
    let typed = use_state_eq(|| props.value.clone());
    let waiting = use_mut_ref(|| None);
    use_effect_with(props.value.clone(), {
        let typed = typed.clone();
        move |value| {
            if typed.trim() != value {
                typed.set(value.clone());
            }
        }
    });
    let oninput = {
        let (typed, onsearch) = (typed.setter(), props.onsearch.clone());
        Callback::from(move |text: String| {
            typed.set(text.clone());
            let onsearch = onsearch.clone();
            *waiting.borrow_mut() =
                events::after(TYPING_MS, move || onsearch.emit(text.trim().to_owned()));
        })
    };
    html! {
        <Field r#type={FieldType::Search} label={words.search} value={(*typed).clone()} {oninput} optional={true}
            autocomplete="off" />
    }
}
