//! Days on which an office does not work, beside weekends, holidays and its patron saint's day.

use std::rc::Rc;

use shared::calendar::Day;
use shared::lang::Lang;
use shared::requests::{DayOff, RequestParameters};
use yew::prelude::*;

use super::form::{Scope, foot, from_and_why, office};
use super::text::texts;
use super::{Kept, use_save};
use crate::i18n::use_lang;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Column, EmptyState, IconName, Row, Table,
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
    let onclick = {
        let (scope, run, set) = (scope.clone(), save.run.clone(), kept.set.clone());
        Callback::from(move |_: MouseEvent| match off(&scope) {
            Some(off) => {
                let note = off.source.clone();
                let mut next = RequestParameters::clone(&set);
                next.days_off.push(off);
                next.days_off.sort_by_key(|off| (off.day, off.office));
                next.days_off.dedup_by_key(|off| (off.day, off.office));
                run.emit((next, note));
            }
            None => scope.set(Scope { tried: true, ..(*scope).clone() }),
        })
    };
    let no_office = scope.tried && scope.office_code().is_none();
    html! {
        <>
            { table(kept, &save.run, lang) }
            <Card title={words.days_new} subtitle={words.days_help}>
                <div class="stack">
                    { office(&scope, lang) }
                    if no_office { <p class="field-error" role="alert">{ words.office_wrong }</p> }
                    { from_and_why(&scope, lang) }
                    { foot(&save, onclick, lang) }
                </div>
            </Card>
        </>
    }
}

/// The day off, if all of it was said.
fn off(scope: &Scope) -> Option<DayOff> {
    let (office, day) = (scope.office_code()?, Day::parse(&scope.from)?);
    let source = scope.source.trim().to_owned();
    (!source.is_empty()).then_some(DayOff { office, day, source })
}

fn table(kept: &Kept, run: &Callback<super::Replacement>, lang: Lang) -> Html {
    let words = texts(lang);
    let columns = vec![
        Column::new("day", words.day, CellKind::Title),
        Column::new("office", words.office, CellKind::Text),
        Column::new("why", words.why, CellKind::Text),
        Column::new("remove", words.remove, CellKind::Text),
    ];
    let row = |(at, off): (usize, &DayOff)| {
        let day = words::day(off.day, lang);
        let set = kept.set.clone();
        let note = (words.removed)(&day, off.office.as_str());
        let onclick = run.reform(move |_: MouseEvent| {
            let mut next = RequestParameters::clone(&set);
            if at < next.days_off.len() {
                next.days_off.remove(at);
            }
            (next, note.clone())
        });
        let button = html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={day.clone()}>{ words.remove }</Button>
        };
        let cells = vec![
            Cell::text(day),
            Cell::text(off.office.to_string()),
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
