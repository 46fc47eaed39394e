//! The rules that there are, and ending one.

use std::rc::Rc;

use shared::calendar::Day;
use shared::lang::Lang;
use shared::requests::topics::TopicId;
use shared::requests::{LONGEST_WORDS, Rule};
use shared::statistics::Shown;
use yew::prelude::*;

use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Column, Dialog, EmptyState, Field,
    FieldType, IconName, Row, Table,
};
use crate::words;

/// What a topic or a group is called.
pub(super) fn name(id: Option<TopicId>, names: Option<&Shown>, lang: Lang) -> String {
    let Some(id) = id else { return texts(lang).every_topic.to_owned() };
    let groups = names.iter().flat_map(|names| &names.groups);
    let mut rows = groups.flat_map(|one| [&one.group].into_iter().chain(&one.topics));
    match rows.find(|row| row.id == id) {
        Some(row) => row.title.clone(),
        None => id.0.to_string(),
    }
}

/// The rules as a table; `said` is what one says, `end` ends the one of a place, and `correct` has it written again, where that can be.
pub(super) fn table<T>(
    title: &'static str,
    rules: &[Rule<T>],
    names: Option<&Shown>,
    said: impl Fn(&T) -> String,
    (end, correct): (&Callback<usize>, Option<&Callback<usize>>),
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let columns = vec![
        Column::new("about", words.topic, CellKind::Title),
        Column::new("office", words.office, CellKind::Text),
        Column::new("from", words.from, CellKind::Text),
        Column::new("until", words.until, CellKind::Text),
        Column::new("value", words.value, CellKind::Text),
        Column::new("why", words.why, CellKind::Text),
        Column::new("end", words.end, CellKind::Text),
    ];
    let row = |(at, rule): (usize, &Rule<T>)| {
        let about = name(rule.about, names, lang);
        let onclick = end.reform(move |_: MouseEvent| at);
        let button = html! {
            <>
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={about.clone()}>{ words.end }</Button>
                if let Some(correct) = correct {
                    <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} about={about.clone()}
                        onclick={correct.reform(move |_: MouseEvent| at)}>{ words.correct }</Button>
                }
            </>
        };
        let cells = vec![
            Cell::text(about),
            Cell::text(rule.office.map_or(words.every_office.to_owned(), |code| code.to_string())),
            Cell::text(words::day(rule.from, lang)),
            rule.until.map_or(Cell::Empty, |day| Cell::text(words::day(day, lang))),
            Cell::text(said(&rule.value)),
            Cell::text(rule.source.clone()),
            if rule.until.is_none() { Cell::Html(button) } else { Cell::Empty },
        ];
        Row::new(at.to_string(), cells).shared()
    };
    let rows: Vec<Rc<Row>> = rules.iter().enumerate().map(row).collect();
    if rows.is_empty() {
        return html! { <Card {title}><EmptyState title={words.none} text={words.none_text} icon={IconName::Settings} /></Card> };
    }
    html! { <Card {title} flush={true}><Table caption={title} columns={Rc::new(columns)} {rows} /></Card> }
}

/// Props of [`Ending`].
#[derive(PartialEq, Properties)]
pub(super) struct EndingProps {
    /// Under way.
    pub busy: bool,
    /// The last day, and why.
    pub onended: Callback<(Day, String)>,
    /// It goes on.
    pub onclose: Callback<()>,
}

/// The dialog that asks for the last day of a rule, and why it ends.
#[component]
pub(super) fn Ending(props: &EndingProps) -> Html {
    let words = texts(use_lang());
    let last = use_state_eq(|| events::now().day_in_rome().to_string());
    let (why, tried) = (use_state_eq(String::new), use_state_eq(|| false));
    let said = Day::parse(&last).filter(|_| !why.trim().is_empty());
    let onclick = {
        let (onended, tried, why) = (props.onended.clone(), tried.setter(), why.trim().to_owned());
        Callback::from(move |_: MouseEvent| match said {
            Some(day) => onended.emit((day, why.clone())),
            None => tried.set(true),
        })
    };
    let typed = |text: &UseStateHandle<String>| {
        let setter = text.setter();
        Callback::from(move |text: String| setter.set(text))
    };
    let wrong = |is_wrong: bool, words: &'static str| {
        (*tried && is_wrong).then_some(AttrValue::Static(words))
    };
    html! {
        <Dialog open={true} title={words.end} onclose={props.onclose.clone()}
            actions={html! { <Button busy={props.busy} {onclick}>{ words.end }</Button> }}>
            <div class="stack">
                <Field label={words.last_day} r#type={FieldType::Date} value={(*last).clone()} oninput={typed(&last)}
                    error={wrong(Day::parse(&last).is_none(), words.day_wrong)} />
                <Field label={words.why} helper={words.why_help} value={(*why).clone()} oninput={typed(&why)}
                    maxlength={LONGEST_WORDS as u32} error={wrong(why.trim().is_empty(), words.why_wrong)} />
            </div>
        </Dialog>
    }
}
