//! Days on which an office does not work, or none does, beside weekends, holidays and its patron saint's day.

use std::rc::Rc;

use shared::calendar::Day;
use shared::lang::Lang;
use shared::requests::{DayOff, LONGEST_CLOSURE, RequestParameters};
use yew::prelude::*;

use super::form::{Scope, field, foot, from_and_why};
use super::text::{Texts, texts};
use super::{Kept, use_save};
use crate::i18n::use_lang;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Column, Confirm, EmptyState, Field,
    FieldType, IconName, Row, Table,
};
use crate::words;

/// Props of [`Days`].
#[derive(PartialEq, Properties)]
pub(super) struct DaysProps {
    /// What holds.
    pub kept: Kept,
}

/// The days, and the form of another one.
#[component]
pub(super) fn Days(props: &DaysProps) -> Html {
    let lang = use_lang();
    let (words, kept) = (texts(lang), &props.kept);
    let save = use_save(kept);
    let scope = use_state_eq(Scope::default);
    let last = use_state_eq(String::new);
    let asked = use_state_eq(|| None::<usize>);
    let onclick = {
        let (scope, run, set) = (scope.clone(), save.run.clone(), kept.set.clone());
        let last = last.clone();
        Callback::from(move |_: MouseEvent| match off(&scope, &last) {
            Some(off) => {
                let note = scope.source.trim().to_owned();
                let mut next = RequestParameters::clone(&set);
                // What begins on the same day is replaced.
                let key = |off: &DayOff| (off.day, off.office);
                next.days_off.retain(|known| off.iter().all(|one| key(one) != key(known)));
                next.days_off.extend(off);
                next.days_off.sort_by_key(key);
                next.days_off.dedup_by_key(|off| key(off));
                run.emit((next, note));
            }
            None => scope.set(Scope { tried: true, ..(*scope).clone() }),
        })
    };
    let no_office = scope.offices().is_none().then_some(words.offices_wrong);
    let is_last_wrong =
        scope.tried && Day::parse(&scope.from).is_some_and(|day| ending(day, &last).is_none());
    let error = is_last_wrong.then_some(AttrValue::Static(words.last_wrong));
    let oninput = {
        let last = last.setter();
        Callback::from(move |text: String| last.set(text))
    };
    html! {
        <>
            { table(kept, &asked, lang) }
            { question(kept, &save.run, &asked, lang) }
            <Card title={words.days_new} subtitle={words.days_help}>
                <div class="stack">
                    { field(&scope, (words.offices, words.offices_help), FieldType::Text, |scope| &mut scope.office, no_office) }
                    { from_and_why(&scope, lang) }
                    <Field label={words.last_day} helper={words.last_help} r#type={FieldType::Date} optional={true}
                        value={(*last).clone()} {oninput} {error} />
                    { foot(&save, onclick, lang) }
                </div>
            </Card>
        </>
    }
}

/// The last day: the first one too unless another is said; none where it cannot be.
fn ending(day: Day, last: &str) -> Option<Day> {
    match last.trim() {
        "" => Some(day),
        last => {
            Day::parse(last).filter(|last| (0..LONGEST_CLOSURE).contains(&last.days_since(day)))
        }
    }
}

/// The days off, one for each office that is named or one for all, if all of it was said.
fn off(scope: &Scope, last: &str) -> Option<Vec<DayOff>> {
    let (offices, day) = (scope.offices()?, Day::parse(&scope.from)?);
    let until = Some(ending(day, last)?).filter(|last| *last != day);
    let source = scope.source.trim().to_owned();
    let off = |office| DayOff { office, day, until, source: source.clone() };
    (!source.is_empty()).then(|| offices.into_iter().map(off).collect())
}

/// The question before a day off is taken away: the days that count are others then.
fn question(
    kept: &Kept,
    run: &Callback<super::Replacement>,
    asked: &UseStateHandle<Option<usize>>,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let found = asked.and_then(|at| Some((at, kept.set.days_off.get(at)?)));
    let (days, place) = found.map(|(_, off)| (days(off, lang), place(off, words))).unzip();
    let (days, place) = (days.unwrap_or_default(), place.unwrap_or_default());
    let close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let yes = {
        let (run, close, set) = (run.clone(), close.clone(), kept.set.clone());
        let (at, note) = (found.map(|(at, _)| at), (words.removed)(&days, &place));
        Callback::from(move |()| {
            close.emit(());
            if let Some(at) = at {
                let mut next = RequestParameters::clone(&set);
                next.days_off.remove(at);
                run.emit((next, note.clone()));
            }
        })
    };
    html! {
        <Confirm open={found.is_some()} title={words.remove_title} yes={words.remove} no={words.leave} onyes={yes} onno={close}>
            <p class="strong">{ days }{ " · " }{ words.office }{ ": " }{ place }</p>
            <p>{ words.remove_text }</p>
        </Confirm>
    }
}

/// The days of a closure in words.
fn days(off: &DayOff, lang: Lang) -> String {
    match off.until {
        Some(last) => [&*words::day(off.day, lang), " – ", &words::day(last, lang)].concat(),
        None => words::day(off.day, lang).to_string(),
    }
}

/// For which office it holds.
fn place(off: &DayOff, words: &Texts) -> String {
    off.office.map_or(words.every_office.to_owned(), |code| code.to_string())
}

fn table(kept: &Kept, asked: &UseStateHandle<Option<usize>>, lang: Lang) -> Html {
    let words = texts(lang);
    let columns = vec![
        Column::new("day", words.day, CellKind::Title),
        Column::new("office", words.office, CellKind::Text),
        Column::new("why", words.why, CellKind::Text),
        Column::new("remove", words.remove, CellKind::Text),
    ];
    let row = |(at, off): (usize, &DayOff)| {
        let day = days(off, lang);
        let asked = asked.setter();
        let onclick = Callback::from(move |_: MouseEvent| asked.set(Some(at)));
        let button = html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={day.clone()}>{ words.remove }</Button>
        };
        let cells = vec![
            Cell::text(day),
            Cell::text(place(off, words)),
            Cell::text(off.source.clone()),
            Cell::Html(button),
        ];
        Row::new(at.to_string(), cells).shared()
    };
    let rows: Vec<Rc<Row>> = kept.set.days_off.iter().enumerate().map(row).collect();
    if rows.is_empty() {
        return html! { <Card title={words.days}><EmptyState title={words.no_days} icon={IconName::Calendar} /></Card> };
    }
    html! { <Card title={words.days} flush={true}><Table caption={words.days} columns={Rc::new(columns)} {rows} /></Card> }
}
