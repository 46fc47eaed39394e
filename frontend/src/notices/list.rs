//! The list: cards on a phone, a table at a desk, and rows chosen for what is done with several at once.

use std::collections::BTreeSet;
use std::rc::Rc;

use shared::lang::Lang;
use shared::notices::NoticeRow;
use yew::prelude::*;

use super::board::BoardProps;
use super::filters::Filters;
use super::pack::Pack;
use super::text::texts;
use super::{cause_words, href};
use crate::events;
use crate::export;
use crate::i18n::use_lang;
use crate::remote::use_pages;
use crate::sections::tone;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Checkbox, Column, EmptyState, IconName,
    NoMatch, Row, Shape, Skeleton, Table, Tag, Tone,
};
use crate::words;

/// Rows asked for at once.
const PAGE: u16 = 50;

/// Keys of rows that are chosen; none while nothing can be chosen.
type Chosen = Option<Rc<BTreeSet<String>>>;

/// The list.
#[component]
pub fn Notices(props: &BoardProps) -> Html {
    let lang = use_lang();
    let (words, asked) = (texts(lang), props.asked.clone());
    let chosen = use_state_eq(|| Chosen::None);
    let request = asked.request(props.company);
    let pages = use_pages(&shared::notices::List { limit: Some(PAGE), ..request.clone() });
    let toggle = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| {
            chosen.set(chosen.is_none().then(Rc::<BTreeSet<String>>::default));
        })
    };
    let clear = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.clear())
    };
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={8} /> },
        |_| match pages.rows.is_empty() {
            true => empty(asked.is_filtered(), clear.clone(), lang),
            false => html! {
                <Card flush={true}>
                    { table(&pages.rows, &chosen, lang) }
                    { pages.foot(lang) }
                </Card>
            },
        },
    );
    let picked: Vec<NoticeRow> = match &*chosen {
        None => Vec::new(),
        Some(keys) => {
            pages.rows.iter().filter(|row| keys.contains(&row_key(row))).cloned().collect()
        }
    };
    let choosing = chosen.is_some();
    html! {
        <>
            <div class="filters">
                <Filters asked={asked.clone()} />
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} icon={IconName::CheckCircle} onclick={toggle}>
                    { if choosing { words.stop_choosing } else { words.choosing } }
                </Button>
                { export::menu(lang, |format| request.clone().export(format, Some(lang))) }
            </div>
            if choosing {
                <Pack rows={Rc::new(picked)} />
            }
            { list }
        </>
    }
}

fn empty(filtered: bool, onclick: Callback<MouseEvent>, lang: Lang) -> Html {
    let words = texts(lang);
    if filtered {
        return html! { <NoMatch title={words.none_filtered} clear={words.clear} onclear={onclick} /> };
    }
    html! { <EmptyState title={words.none} text={words.none_text} icon={IconName::CheckCircle} /> }
}

fn row_key(row: &NoticeRow) -> String {
    [&row.company.to_string(), "/", &row.key].concat()
}

fn table(rows: &[NoticeRow], chosen: &UseStateHandle<Chosen>, lang: Lang) -> Html {
    let words = texts(lang);
    let today = events::now().day_in_rome();
    let [number, company, month, cause, amount, pay_by, state] = words.columns;
    let mut columns = vec![
        Column::new("number", number, CellKind::Title),
        Column::new("company", company, CellKind::Text),
        Column::new("month", month, CellKind::Text),
        Column::new("cause", cause, CellKind::Text),
        Column::new("amount", amount, CellKind::Number),
        Column::new("pay_by", pay_by, CellKind::Text),
        Column::new("state", state, CellKind::Text),
    ];
    if chosen.is_some() {
        columns.insert(0, Column::new("choose", words.choosing, CellKind::Text));
    }
    let line = |row: &NoticeRow| {
        let term = |day| Cell::Html(term(row, day, today, lang));
        let mut cells = vec![
            Cell::text(row.number.clone()),
            Cell::text(row.name.clone()),
            Cell::Text(words::month(row.month, lang)),
            Cell::text(cause_words(row.cause, lang)),
            left(row, lang),
            row.pay_by.map_or(Cell::Empty, term),
            stage(row, lang),
        ];
        if let Some(keys) = &**chosen {
            cells.insert(0, Cell::Html(choice(row, keys, chosen, lang)));
        }
        Row::new(row_key(row), cells).with_href(href(row.company, &row.key)).shared()
    };
    let rows: Vec<Rc<Row>> = rows.iter().map(line).collect();
    html! { <Table caption={words.screen} columns={Rc::new(columns)} {rows} /> }
}

/// What is left of its total, and how much was paid.
fn left(row: &NoticeRow, lang: Lang) -> Cell {
    let left = words::euro(row.left(), lang);
    if row.part_paid.is_zero() {
        return Cell::Text(left);
    }
    let paid = (texts(lang).part_paid)(&words::euro(row.part_paid, lang));
    Cell::Html(html! { <>{ left }<div class="small muted">{ paid }</div></> })
}

/// The last day to pay; what is enough sooner; whether it has passed.
fn term(
    row: &NoticeRow,
    by: shared::calendar::Day,
    today: shared::calendar::Day,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let halved = row.halved.filter(|(until, _)| *until >= today);
    let overdue = by < today && row.stage.is_open() && halved.is_none();
    html! {
        <>
            { words::day(by, lang) }
            if overdue {
                { " " }<Tag tone={Tone::Red} label={words.overdue} />
            }
            if let Some((until, enough)) = halved {
                <div class="small muted">{ (words.halved_by)(&words::euro(enough, lang), &words::day(until, lang)) }</div>
            }
        </>
    }
}

fn stage(row: &NoticeRow, lang: Lang) -> Cell {
    let Some(code) = row.stage.listed() else { return Cell::Empty };
    let Some(day) = row.paid else { return Cell::tag(tone(code.tone), code.words(lang)) };
    let paid = (texts(lang).paid_on)(&words::day(day, lang));
    Cell::Html(html! {
        <><Tag tone={tone(code.tone)} label={code.words(lang)} /><div class="small muted">{ paid }</div></>
    })
}

fn choice(
    row: &NoticeRow,
    keys: &Rc<BTreeSet<String>>,
    chosen: &UseStateHandle<Chosen>,
    lang: Lang,
) -> Html {
    let key = row_key(row);
    let checked = keys.contains(&key);
    let onchange = {
        let (chosen, keys) = (chosen.setter(), Rc::clone(keys));
        Callback::from(move |on: bool| {
            let mut keys = (*keys).clone();
            match on {
                true => keys.insert(key.clone()),
                false => keys.remove(&key),
            };
            chosen.set(Some(Rc::new(keys)));
        })
    };
    html! { <Checkbox label={(texts(lang).choose)(&row.number)} {checked} {onchange} /> }
}
