//! The register of a day: what came in and went out, what was annulled, and whether the day is closed.

use shared::calendar::Day;
use shared::lang::Lang;
use shared::live::TopicKind;
use shared::offices::OfficeCode;
use shared::page::Cursor;
use shared::register::{Closed, Export, Show, Shown};
use yew::prelude::*;

use super::lines::table;
use super::text::texts;
use crate::events;
use crate::export;
use crate::i18n::use_lang;
use crate::live::use_live;
use crate::query::use_query;
use crate::remote::use_remote;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, EmptyState, Field, FieldType, IconName, KeyValue,
    KeyValues, Notice, Severity, Shape, Skeleton, Tag, Tone,
};
use crate::words;

/// Rows of a page.
const PAGE: u16 = 100;

/// Props of [`OfDay`].
#[derive(PartialEq, Properties)]
pub(super) struct OfDayProps {
    /// Of which office, where it is not one's own.
    pub office: Option<OfficeCode>,
}

/// The day that the address says, or today.
#[component]
pub(super) fn OfDay(props: &OfDayProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (typed, set_day) = use_query("giorno");
    let (after, set_after) = use_query("dopo");
    let today = events::now().day_in_rome();
    let day = typed.as_deref().and_then(Day::parse).unwrap_or(today);
    let office = props.office;
    let cursor = after.clone().map(Cursor);
    let shown = use_remote(&Show { office, day, cursor, limit: Some(PAGE) });
    use_live(&[(TopicKind::Request, None)], shown.reload.clone());
    let oninput = {
        let set_after = set_after.clone();
        Callback::from(move |day: String| {
            set_after.emit(None);
            set_day.emit(Some(day));
        })
    };
    let waiting = || html! { <Skeleton shape={Shape::Table} count={6} /> };
    let is_today = day == today;
    html! {
        <>
            <div class="filters">
                <Field label={words.day} r#type={FieldType::Date} among={true} optional={true} value={day.to_string()} {oninput} />
                { export::menu(lang, |format| Export { office, day, format, lang: Some(lang) }) }
            </div>
            { shown.draw(lang, waiting, |shown| full(shown, (day, is_today), after.is_some(), &set_after, lang)) }
        </>
    }
}

fn full(
    shown: &Shown,
    (day, is_today): (Day, bool),
    is_later: bool,
    set_after: &Callback<Option<String>>,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let title = [&shown.office_name, ", ", words::day(day, lang).as_str()].concat();
    let is_empty = shown.page.items.is_empty();
    let turn = |label: &'static str, to: Option<String>| {
        let onclick = set_after.reform(move |_: MouseEvent| to.clone());
        html! { <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ label }</Button> }
    };
    html! {
        <>
            { state(shown.closed.as_ref(), is_today, lang) }
            <Card {title} flush={!is_empty} subtitle={shown.page.total.map(|count| AttrValue::from((words.registered)(count)))}>
                if is_empty {
                    <EmptyState title={words.none} icon={IconName::Document} />
                } else {
                    { table(words.lines, &shown.page.items, lang) }
                }
            </Card>
            <div class="row">
                if is_later { { turn(words.to_first, None) } }
                { for shown.page.next.clone().map(|Cursor(next)| turn(words.further, Some(next))) }
            </div>
            if !shown.annulled.is_empty() {
                <Card title={words.annulled_here} flush={true}>{ table(words.annulled_here, &shown.annulled, lang) }</Card>
            }
        </>
    }
}

/// Whether the day is closed, and whether its digest still fits.
fn state(closed: Option<&Closed>, is_today: bool, lang: Lang) -> Html {
    let words = texts(lang);
    let Some(closed) = closed else {
        let said = if is_today { words.still_open } else { words.not_closed };
        return html! { <Notice severity={Severity::Info}><p>{ said }</p></Notice> };
    };
    let (tone, fits) = match closed.intact {
        true => (Tone::Green, words.intact),
        false => (Tone::Red, words.not_intact),
    };
    let items = vec![
        KeyValue::text(words.closed_at, words::moment(closed.at, lang)),
        KeyValue::mono(words.digest, closed.digest.clone()),
        KeyValue::html(words.verified, html! { <Tag {tone} label={fits} /> }),
    ];
    html! { <Card title={words.closing}><KeyValues {items} /></Card> }
}
