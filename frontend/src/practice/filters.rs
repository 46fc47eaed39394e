//! The filter: its conditions as chips, and a sheet that adds one.

use std::rc::Rc;

use shared::calendar::{Day, Month};
use shared::companies::PositionState;
use shared::deadlines::Kind;
use shared::declarations::DmState;
use shared::durc::Light;
use shared::lang::Lang;
use shared::money::Euro;
use shared::practice::{Column, Condition, Sort, Test};
use yew::prelude::*;

use super::desk::Desk;
use super::sight::{Ask, Sight};
use super::text::{Texts, texts};
use crate::durc;
use crate::i18n::use_lang;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Checkbox, Chip, Choice, Field, FieldType, IconName, Select,
    Sheet,
};
use crate::words;

/// How a value of a column is asked for.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Text,
    Euro,
    Count,
    Day,
    Month,
    /// One of a few.
    Few,
}

const fn form(column: Column) -> Form {
    match column {
        Column::Name | Column::TaxCode | Column::Matricola => Form::Text,
        Column::Missing | Column::Debt => Form::Euro,
        Column::Declared => Form::Month,
        Column::Deadline | Column::Delegation | Column::Changed | Column::DurcUntil => Form::Day,
        Column::Office
        | Column::State
        | Column::Dm
        | Column::DeadlineKind
        | Column::Assigned
        | Column::Durc
        | Column::Tags => Form::Few,
        Column::MonthsShort
        | Column::NotBalanced
        | Column::NotDeclared
        | Column::Debts
        | Column::Notices
        | Column::Workforce
        | Column::Changes
        | Column::Attention
        | Column::Evidence
        | Column::EvidenceDurc
        | Column::Requests
        | Column::Unread => Form::Count,
    }
}

const fn tests(form: Form) -> &'static [Test] {
    match form {
        Form::Text => &[Test::Contains],
        Form::Euro | Form::Count => &[Test::AtLeast, Test::AtMost],
        Form::Day => &[Test::Within, Test::AtLeast, Test::AtMost, Test::Empty, Test::NotEmpty],
        Form::Month => &[Test::AtLeast, Test::AtMost, Test::Empty],
        Form::Few => &[Test::Is, Test::IsNot, Test::Empty, Test::NotEmpty],
    }
}

const fn test_words(test: Test, words: &'static Texts) -> &'static str {
    match test {
        Test::Is => words.is,
        Test::IsNot => words.is_not,
        Test::Contains => words.contains,
        Test::AtLeast => words.at_least,
        Test::AtMost => words.at_most,
        Test::Within => words.within,
        Test::Empty => words.empty,
        Test::NotEmpty => words.not_empty,
    }
}

/// What a column of few values can be, and the words for each.
fn few(desk: &Desk, column: Column, lang: Lang) -> Vec<(String, AttrValue)> {
    use PositionState as P;
    let clients = &desk.clients;
    let wire = |named: Result<String, serde_json::Error>| {
        named.unwrap_or_default().trim_matches('"').to_owned()
    };
    match column {
        Column::Office => {
            let offices = clients.offices.iter();
            offices.map(|office| (office.code.clone(), office.name.clone().into())).collect()
        }
        Column::Tags => {
            clients.tags.iter().map(|tag| (tag.id.to_string(), tag.name.clone().into())).collect()
        }
        Column::Assigned => {
            clients.staff.iter().map(|one| (one.id.to_string(), one.name.clone().into())).collect()
        }
        Column::Dm => [
            DmState::Balanced,
            DmState::Provisional,
            DmState::ProvisionalAnomalous,
            DmState::NotGenerable,
        ]
        .map(|state| (wire(serde_json::to_string(&state)), words::dm(state, lang).1))
        .to_vec(),
        Column::State => [
            P::Active,
            P::Reactivated,
            P::Suspended,
            P::CeasedProvisionally,
            P::Ceased,
            P::Bankrupt,
        ]
        .map(|state| (wire(serde_json::to_string(&state)), words::position(state, lang).1))
        .to_vec(),
        Column::DeadlineKind => Kind::ALL
            .map(|kind| {
                (wire(serde_json::to_string(&kind)), AttrValue::Static(kind.words().of(lang)))
            })
            .to_vec(),
        Column::Durc => [Light::Green, Light::Yellow, Light::Red]
            .map(|light| {
                let label = AttrValue::Static(durc::light(light, lang).1);
                (wire(serde_json::to_string(&light)), label)
            })
            .to_vec(),
        _ => Vec::new(),
    }
}

/// A condition in words.
pub fn condition_words(desk: &Desk, condition: &Condition, lang: Lang) -> String {
    let words = texts(lang);
    let known = few(desk, condition.column, lang);
    let value = |value: &String| -> String {
        let shown = match (form(condition.column), condition.test) {
            (Form::Few, _) => {
                known.iter().find(|(each, _)| each == value).map(|(_, label)| label.to_string())
            }
            (Form::Euro, _) => value
                .parse()
                .ok()
                .map(|cents| words::euro(Euro::from_cents(cents), lang).to_string()),
            (Form::Day, Test::Within) => Some([value, " ", words.days].concat()),
            (Form::Day, _) => Day::parse(value).map(|day| words::day(day, lang).to_string()),
            (Form::Month, _) => {
                Month::parse(value).map(|month| words::month(month, lang).to_string())
            }
            _ => None,
        };
        shown.unwrap_or_else(|| value.clone())
    };
    let values: Vec<String> = condition.values.iter().map(value).collect();
    [
        words.column(condition.column),
        " ",
        test_words(condition.test, words),
        " ",
        &values.join(", "),
    ]
    .concat()
    .trim_end()
    .to_owned()
}

/// Props of [`Filters`].
#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    /// The clients.
    pub desk: Rc<Desk>,
    /// What is shown.
    pub sight: Sight,
    /// Shows something else.
    pub ask: Callback<Ask>,
}

/// The button, the sheet, and a chip for each condition.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let open = use_state_eq(|| false);
    let (show, close) = (open.setter(), open.setter());
    let filter = &props.sight.filter;
    let chip = |(place, condition): (usize, &Condition)| {
        let mut rest = filter.clone();
        rest.remove(place);
        let onremove = props.ask.reform(move |_: MouseEvent| Ask::Filter(rest.clone()));
        html! { <Chip key={place} label={condition_words(&props.desk, condition, lang)} {onremove} /> }
    };
    let clear = props.ask.reform(|_: MouseEvent| Ask::Filter(Vec::new()));
    let onadd = {
        let (ask, filter, close) = (props.ask.clone(), filter.clone(), open.setter());
        Callback::from(move |condition: Condition| {
            ask.emit(Ask::Filter(filter.iter().cloned().chain([condition]).collect()));
            close.set(false);
        })
    };
    html! {
        <>
            <Chip label={words.filters} icon={IconName::Filter} onclick={Callback::from(move |_: MouseEvent| show.set(true))} />
            { for filter.iter().enumerate().map(chip) }
            if filter.len() > 1 {
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} onclick={clear}>{ words.filter_clear }</Button>
            }
            <Sheet open={*open} title={words.filters} onclose={Callback::from(move |()| close.set(false))}>
                <Add desk={props.desk.clone()} {onadd} />
                <hr class="rule" />
                <Order sort={props.sight.sort.clone()} ask={props.ask.clone()} />
            </Sheet>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct AddProps {
    desk: Rc<Desk>,
    onadd: Callback<Condition>,
}

/// The columns as answers, by their places.
fn column_choices(words: &Texts) -> Vec<Choice> {
    let one = |(place, column): (usize, &Column)| Choice {
        value: place.to_string().into(),
        label: AttrValue::Static(words.column(*column)),
    };
    Column::ALL.iter().enumerate().map(one).collect()
}

/// The column of such an answer.
fn column_at(place: &str) -> Option<Column> {
    Column::ALL.get(place.parse::<usize>().ok()?).copied()
}

/// A condition being made.
#[derive(Clone, PartialEq)]
struct Draft {
    column: Column,
    test: Test,
    typed: String,
    ticked: Vec<String>,
    wrong: bool,
}

impl Draft {
    fn of(column: Column) -> Self {
        let test = tests(form(column)).first().copied().unwrap_or(Test::NotEmpty);
        Self { column, test, typed: String::new(), ticked: Vec::new(), wrong: false }
    }

    /// Ticks a value, or takes the tick away.
    fn tick(self, value: String) -> Self {
        let mut ticked = self.ticked;
        match ticked.iter().position(|each| *each == value) {
            Some(place) => drop(ticked.remove(place)),
            None => ticked.push(value),
        }
        Self { ticked, wrong: false, ..self }
    }

    /// The condition, if it makes sense.
    fn condition(&self) -> Option<Condition> {
        let typed = self.typed.trim();
        let values = match (form(self.column), self.test) {
            (_, Test::Empty | Test::NotEmpty) => Vec::new(),
            (Form::Few, _) => self.ticked.clone(),
            (Form::Euro, _) => vec![Euro::parse(typed).ok()?.cents().to_string()],
            _ => vec![typed.to_owned()],
        };
        let condition = Condition { column: self.column, test: self.test, values };
        (condition.is_sound() && condition.values.iter().all(|value| !value.is_empty()))
            .then_some(condition)
    }
}

#[component]
fn Add(props: &AddProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let draft = use_state_eq(|| Draft::of(Column::Missing));
    let set = |make: fn(Draft, String) -> Draft| {
        let (setter, draft) = (draft.setter(), (*draft).clone());
        move |value: String| setter.set(make(draft.clone(), value))
    };
    let column = set(|_, place| Draft::of(column_at(&place).unwrap_or(Column::Name)));
    let test = set(|draft, place| {
        let place = place.parse::<usize>().ok();
        let test = place.and_then(|place| tests(form(draft.column)).get(place)).copied();
        Draft { test: test.unwrap_or(draft.test), wrong: false, ..draft }
    });
    let available = tests(form(draft.column));
    let test_choices = available.iter().enumerate().map(|(place, test)| Choice {
        value: place.to_string().into(),
        label: AttrValue::Static(test_words(*test, words)),
    });
    let at = |found: Option<usize>| AttrValue::from(found.unwrap_or_default().to_string());
    let typed = set(|draft, typed| Draft { typed, wrong: false, ..draft });
    let ticked = set(Draft::tick);
    let onclick = {
        let (setter, draft, onadd) = (draft.setter(), (*draft).clone(), props.onadd.clone());
        Callback::from(move |_: MouseEvent| match draft.condition() {
            Some(condition) => onadd.emit(condition),
            None => setter.set(Draft { wrong: true, ..draft.clone() }),
        })
    };
    html! {
        <div class="form">
            <Select label={words.filter_column} choices={column_choices(words)} value={at(Column::ALL.iter().position(|each| *each == draft.column))}
                onchange={Callback::from(move |place: AttrValue| column(place.to_string()))} />
            <Select label={words.filter_test} choices={test_choices.collect::<Vec<_>>()} value={at(available.iter().position(|each| *each == draft.test))}
                onchange={Callback::from(move |place: AttrValue| test(place.to_string()))} />
            { value(&props.desk, &draft, Callback::from(typed), &Callback::from(ticked), lang) }
            <Button size={ButtonSize::Medium} icon={IconName::Plus} {onclick}>{ words.filter_add }</Button>
        </div>
    }
}

/// What asks for the value.
fn value(
    desk: &Desk,
    draft: &Draft,
    oninput: Callback<String>,
    ontick: &Callback<String>,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let error = draft.wrong.then_some(AttrValue::Static(words.filter_wrong));
    let form = form(draft.column);
    if matches!(draft.test, Test::Empty | Test::NotEmpty) {
        return html! {};
    }
    if form == Form::Few {
        let tick = |(wire, label): (String, AttrValue)| {
            let checked = draft.ticked.contains(&wire);
            let onchange = ontick.reform({
                let wire = wire.clone();
                move |_: bool| wire.clone()
            });
            html! { <Checkbox key={wire} {label} {checked} {onchange} /> }
        };
        return html! {
            <fieldset class="ticks">
                <legend class="strong">{ words.filter_values }</legend>
                { for few(desk, draft.column, lang).into_iter().map(tick) }
                if let Some(error) = error {
                    <p class="field-error" role="alert">{ error }</p>
                }
            </fieldset>
        };
    }
    let (kind, label) = match (form, draft.test) {
        (Form::Day, Test::Within) => (FieldType::Digits, words.filter_days),
        (Form::Day, _) => (FieldType::Date, words.filter_value),
        (Form::Month, _) => (FieldType::Month, words.filter_value),
        (Form::Count, _) => (FieldType::Digits, words.filter_value),
        _ => (FieldType::Text, words.filter_value),
    };
    html! { <Field r#type={kind} {label} value={draft.typed.clone()} {oninput} {error} autocomplete="off" /> }
}

#[derive(PartialEq, Properties)]
struct OrderProps {
    sort: Vec<Sort>,
    ask: Callback<Ask>,
}

/// The order, for who has no headings to press.
#[component]
fn Order(props: &OrderProps) -> Html {
    let words = texts(use_lang());
    let first = props.sort.first().copied();
    let column = first.map_or(Column::Name, |sort| sort.column);
    let descending = first.is_some_and(|sort| sort.descending);
    let onchange = props.ask.reform(move |place: AttrValue| {
        let column = column_at(&place);
        Ask::Sort(column.map(|column| Sort { column, descending }).into_iter().collect())
    });
    let place = Column::ALL.iter().position(|each| *each == column).unwrap_or_default();
    html! {
        <div class="form">
            <Select label={words.sort_by} choices={column_choices(words)} value={place.to_string()} {onchange} />
            <Checkbox label={words.sort_down} checked={descending}
                onchange={props.ask.reform(move |descending| Ask::Sort(vec![Sort { column, descending }]))} />
        </div>
    }
}
