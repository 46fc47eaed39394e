//! The parameters for whoever answers for them: which there are, what was replaced, and the text of each.

use shared::lang::Lang;
use shared::page::Cursor;
use shared::parameters::{Change, Current, Export, History, Set, Subject};
use std::rc::Rc;
use yew::prelude::*;

use super::subject::Subject as Open;
use super::text::texts;
use super::version_words;
use crate::export;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::{Paged, use_pages, use_remote};
use crate::ui::{
    Card, Cell, CellKind, Column, List, ListItem, Notice, Row, Severity, Shape, Skeleton, Table,
    Tag, Tone,
};
use crate::words;

impl Paged for History {
    type Row = Change;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// The screen.
#[component]
pub fn Admin() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (open, set_open) = use_query("gruppo");
    let current = use_remote(&Current {});
    let round = use_state_eq(|| 0_u32);
    let changed = {
        let (reload, setter, next) = (current.reload.clone(), round.setter(), *round + 1);
        Callback::from(move |()| {
            setter.set(next);
            reload.emit(());
        })
    };
    let waiting = || html! { <Skeleton shape={Shape::Lines} /> };
    let choose = set_open.reform(|subject: Subject| Some(subject.name().to_owned()));
    html! {
        <>
            <p class="muted">{ words.lead }</p>
            { current.draw(lang, waiting, |set| subjects(set, &choose, lang)) }
            if let Some(subject) = open.as_deref().and_then(Subject::of) {
                <Open {subject} {changed} key={subject.name()} />
            }
            <Past key={round.to_string()} />
        </>
    }
}

fn subjects(set: &Rc<Set>, choose: &Callback<Subject>, lang: Lang) -> Html {
    let words = texts(lang);
    let version = version_words(set.version, lang);
    let item = |subject: Subject| {
        let replaced = set.replaced.iter().find(|replaced| replaced.subject == subject);
        let (tone, state) = match replaced {
            Some(replaced) if replaced.unread => (Tone::Red, words.unread.to_owned()),
            Some(replaced) => (Tone::Blue, (words.replaced)(&words::moment(replaced.at, lang))),
            None => (Tone::Grey, words.shipped.to_owned()),
        };
        let trailing = html! { <Tag {tone} label={state} /> };
        html! { <ListItem key={subject.name()} title={subject.title().of(lang)} {trailing} onclick={choose.reform(move |_: MouseEvent| subject)} /> }
    };
    let unread = set.replaced.iter().any(|replaced| replaced.unread);
    html! {
        <Card title={words.subjects} subtitle={version}>
            if unread {
                <Notice severity={Severity::Warning}><p>{ words.unread_text }</p></Notice>
            }
            <List>{ for Subject::ALL.into_iter().map(item) }</List>
        </Card>
    }
}

/// What was replaced.
#[component]
fn Past() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let pages = use_pages(&History::default());
    let columns = use_memo(lang, |_| {
        vec![
            Column::new("number", words.number, CellKind::Title),
            Column::new("subject", words.subject, CellKind::Text),
            Column::new("when", words.when, CellKind::Text),
            Column::new("who", words.who, CellKind::Text),
            Column::new("note", words.note, CellKind::Text),
        ]
    });
    let row = |change: &Change| {
        let note = match change.shipped {
            true => [&change.note, " (", words.went_back, ")"].concat(),
            false => change.note.clone(),
        };
        let cells = vec![
            Cell::text(change.number.to_string()),
            Cell::text(change.subject.title().of(lang)),
            Cell::text(words::moment(change.at, lang)),
            change.by.clone().map_or(Cell::Empty, Cell::text),
            Cell::text(note),
        ];
        Row::new(change.number.to_string(), cells).shared()
    };
    let waiting = || html! { <Skeleton shape={Shape::Lines} /> };
    let content = pages.first.draw(lang, waiting, |_| match pages.rows.is_empty() {
        true => html! { <p class="muted">{ words.never }</p> },
        false => {
            let rows: Vec<_> = pages.rows.iter().map(row).collect();
            html! { <><Table caption={words.history} {columns} {rows} />{ pages.foot(lang) }</> }
        }
    });
    let files = match pages.rows.is_empty() {
        true => html! {},
        false => export::menu(lang, |format| Export { format, lang: Some(lang) }),
    };
    html! { <Card title={words.history} aside={files}>{ content }</Card> }
}
