//! What an administrator says of offices: which there are, what they are called, where they are, which units they have, when their patron
//! saint's day is, and which have taken over from another.

mod form;
mod list;
mod text;

use std::rc::Rc;

use shared::lang::Lang;
use shared::offices::{OfficeChange, OfficeParameters};
use shared::parameters::{Change, Replace, Show, Subject, Text};
use yew::prelude::*;

use super::text::texts as common;
use super::units::{self, Units};
use crate::api;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::{explain, use_action, use_remote};
use crate::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Column, EmptyState, IconName, Link,
    Notice, Row, Severity, Shape, Skeleton, Table, Toast, use_toasts,
};
use crate::words;
use form::Form;
use list::Offices as Listed;
use text::texts;

/// The name of the view.
pub(super) fn title(lang: Lang) -> &'static str {
    texts(lang).title
}

/// What is put in the place of what holds, and why.
type Replacement = (OfficeParameters, String);

/// The view.
#[component]
pub(super) fn Offices() -> Html {
    let lang = use_lang();
    let shown = use_remote(&Show { subject: Subject::Offices, number: None });
    let changed = shown.reload.clone();
    let waiting = || html! { <Skeleton shape={Shape::Card} count={3} /> };
    shown.draw(lang, waiting, |text: &Rc<Text>| {
        let Some(set) = units::read(&text.json) else {
            let words = common(lang).unreadable;
            return html! { <Notice severity={Severity::Warning}><p>{ words }</p></Notice> };
        };
        let (set, number) = (Rc::new(set), text.number);
        // The form begins anew once it was taken.
        html! { <Kept {set} {number} changed={changed.clone()} key={number.to_string()} /> }
    })
}

#[derive(PartialEq, Properties)]
struct KeptProps {
    set: Rc<OfficeParameters>,
    /// The change that it is: another one since is told to whoever would replace it.
    number: u64,
    changed: Callback<()>,
}

/// What holds, and the form of another change.
#[component]
fn Kept(props: &KeptProps) -> Html {
    let (lang, toasts) = (use_lang(), use_toasts());
    let (words, changed) = (texts(lang), props.changed.clone());
    let (chosen, choose) = use_query("sede");
    let (end, (_, close)) = (choose.clone(), use_query("unita"));
    let replace = use_action::<Replace>(Callback::from(move |_: Change| {
        if let Some(toasts) = &toasts {
            toasts.show(Toast::new(Severity::Success, texts(lang).done));
        }
        [&end, &close].into_iter().for_each(|set| set.emit(None));
        changed.emit(());
    }));
    let number = props.number;
    let run = replace.run.reform(move |(set, note): Replacement| {
        // What was read as JSON can be written as such.
        let json = serde_json::to_string_pretty(&set).ok();
        Replace { subject: Subject::Offices, json, note, number }
    });
    let error = replace.error.as_ref().map(|error| match error {
        api::CallError::Problem(problem) if problem.code == "invalid" => {
            let fault = problem.errors.first();
            let unit = fault.and_then(|fault| units::refused(&props.set, &fault.reason, lang));
            unit.unwrap_or(AttrValue::Static(words.wrong))
        }
        _ => explain(lang, error),
    });
    let add = {
        let set = props.set.clone();
        run.reform(move |change: OfficeChange| {
            let note = change.source.clone();
            let mut next = OfficeParameters::clone(&set);
            next.changes.push(change);
            next.changes.sort_by_key(|change| (change.office, change.from));
            (next, note)
        })
    };
    let subject = Subject::Offices.name();
    let history = [Route::Tool { tool: "parametri" }.href().as_str(), "?gruppo=", subject].concat();
    html! {
        <>
            <p class="muted">{ words.lead }{ " " }<Link href={history}>{ common(lang).history }</Link></p>
            if let Some(error) = error {
                <Notice severity={Severity::Error} live={true}><p>{ error }</p></Notice>
            }
            <Listed set={props.set.clone()} onchoose={choose.reform(Some)} />
            { table(&props.set, &run, lang) }
            <Units set={props.set.clone()} busy={replace.busy} onkeep={run.clone()} />
            <Form key={chosen.clone().unwrap_or_default()} set={props.set.clone()} office={chosen.clone()} busy={replace.busy} onkeep={add} />
        </>
    }
}

/// What a change says, in a line.
fn said(change: &OfficeChange, set: &OfficeParameters, lang: Lang) -> String {
    let words = texts(lang);
    let units = change.units.as_ref().map(|units| {
        let names: Vec<_> = units.iter().map(|unit| units::named(Some(set), *unit, lang)).collect();
        [words.units, ": ", &names.join(", ")].concat()
    });
    let patron = change
        .patron
        .map(|patron| format!("{}: {:02}/{:02}", words.patron, patron.day, patron.month));
    let into = change.into.map(|into| (words.closed)(into.as_str()));
    let kind = change.kind.map(|kind| kind.name().of(lang).to_owned());
    let parent = change.parent.map(|parent| format!("{}: {parent}", words.parent));
    let parts = [kind, change.name.clone(), change.address.clone(), parent, units, patron, into];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn table(set: &Rc<OfficeParameters>, run: &Callback<Replacement>, lang: Lang) -> Html {
    let (words, shared) = (texts(lang), common(lang));
    let columns = vec![
        Column::new("office", shared.office, CellKind::Title),
        Column::new("from", shared.from, CellKind::Text),
        Column::new("value", shared.value, CellKind::Text),
        Column::new("why", shared.why, CellKind::Text),
        Column::new("remove", shared.remove, CellKind::Text),
    ];
    let row = |(at, change): (usize, &OfficeChange)| {
        let (office, from) = (change.office.to_string(), words::day(change.from, lang));
        let (note, value) = ((words.removed)(&from, &office), said(change, set, lang));
        let set = set.clone();
        let onclick = run.reform(move |_: MouseEvent| {
            let mut next = OfficeParameters::clone(&set);
            if at < next.changes.len() {
                next.changes.remove(at);
            }
            (next, note.clone())
        });
        let about = [&office, " ", from.as_str()].concat();
        let button = html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} {about}>{ shared.remove }</Button>
        };
        let cells = vec![
            Cell::text(office),
            Cell::text(from),
            Cell::text(value),
            Cell::text(change.source.clone()),
            Cell::Html(button),
        ];
        Row::new(at.to_string(), cells).shared()
    };
    let rows: Vec<Rc<Row>> = set.changes.iter().enumerate().map(row).collect();
    let title = words.changes;
    if rows.is_empty() {
        return html! { <Card {title}><EmptyState title={words.none} text={words.none_text} icon={IconName::Building} /></Card> };
    }
    html! { <Card {title} flush={true}><Table caption={title} columns={Rc::new(columns)} {rows} /></Card> }
}
