//! Which evidence is shown: what the address says, the chips and the sheet by which it is changed.

use shared::calendar::Day;
use shared::companies::PositionState;
use shared::durc::Gestione;
use shared::evidence::{Kind, List, Standing};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::offices::OfficeCode;
use yew::prelude::*;

use super::item::{kind_words, slug, standing, standing_slug};
use super::text::{names, texts};
use crate::events;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Chip, Choice, Field, FieldType, IconName, Select, Sheet,
};
use crate::words;

const GESTIONI: [Gestione; 11] = [
    Gestione::Employers,
    Gestione::Farms,
    Gestione::PublicEmployers,
    Gestione::Entertainment,
    Gestione::Principals,
    Gestione::Professionals,
    Gestione::Artisans,
    Gestione::Merchants,
    Gestione::SelfEmployedFarmers,
    Gestione::Inail,
    Gestione::CassaEdile,
];

const STATES: [PositionState; 6] = [
    PositionState::Active,
    PositionState::CeasedProvisionally,
    PositionState::Ceased,
    PositionState::Suspended,
    PositionState::Reactivated,
    PositionState::Bankrupt,
];

/// A value in the address.
type Value = (Option<String>, Callback<Option<String>>);

/// What the address says.
#[derive(Clone, PartialEq)]
pub(super) struct Asked {
    kind: Value,
    standing: Value,
    durc: Value,
    soon: Value,
    gestione: Value,
    code: Value,
    tax_code: Value,
    month: Value,
    year: Value,
    office: Value,
    state: Value,
}

/// Reads it from the address, where it is kept.
#[hook]
pub(super) fn use_asked() -> Asked {
    Asked {
        kind: use_query("tipo"),
        standing: use_query("stato"),
        durc: use_query("durc"),
        soon: use_query("entro"),
        gestione: use_query("gestione"),
        code: use_query("posizione"),
        tax_code: use_query("cf"),
        month: use_query("mese"),
        year: use_query("anno"),
        office: use_query("sede"),
        state: use_query("azienda"),
    }
}

fn place<T: Copy>(all: &[T], value: &Value) -> Option<T> {
    all.get(value.0.as_deref()?.parse::<usize>().ok()?).copied()
}

fn text(value: &Value) -> Option<String> {
    value.0.clone()
}

impl Asked {
    fn all(&self) -> [&Value; 11] {
        [
            &self.kind,
            &self.standing,
            &self.durc,
            &self.soon,
            &self.gestione,
            &self.code,
            &self.tax_code,
            &self.month,
            &self.year,
            &self.office,
            &self.state,
        ]
    }

    /// Whether anything is left out.
    pub fn is_filtered(&self) -> bool {
        self.all().iter().any(|(value, _)| value.is_some())
    }

    /// Asks for everything that is open.
    pub fn clear(&self) {
        self.all().iter().for_each(|(_, set)| set.emit(None));
    }

    /// The request for it.
    pub fn request(&self, company: Option<CompanyId>) -> List {
        let today: Day = events::now().day_in_rome();
        let days: Option<i64> = text(&self.soon).and_then(|days| days.parse().ok());
        let kind = text(&self.kind);
        let stands = text(&self.standing);
        List {
            company,
            kind: Kind::ALL.into_iter().find(|one| kind.as_deref() == Some(slug(*one).as_str())),
            standing: Standing::ALL
                .into_iter()
                .find(|one| stands.as_deref() == Some(standing_slug(*one))),
            durc: self.durc.0.as_ref().map(|_| true),
            until: days.map(|days| today.plus_days(days.clamp(0, 366))),
            gestione: place(&GESTIONI, &self.gestione),
            code: text(&self.code),
            tax_code: text(&self.tax_code).map(|code| code.to_uppercase()),
            month: text(&self.month).and_then(|month| shared::calendar::Month::parse(&month)),
            year: text(&self.year).and_then(|year| year.parse().ok()),
            office: text(&self.office).and_then(|office| OfficeCode::parse(&office).ok()),
            company_state: place(&STATES, &self.state),
            ..List::default()
        }
    }
}

/// Props of [`Filters`].
#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    pub(super) asked: Asked,
}

/// The kinds and states, the chips, and the sheet with the rest.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let lang = use_lang();
    let (words, asked) = (texts(lang), &props.asked);
    let open = use_state_eq(|| false);
    let kinds = Kind::ALL.map(|kind| choice(slug(kind), kind_words(kind, lang)));
    let standings = Standing::ALL
        .map(|one| choice(standing_slug(one), AttrValue::Static(standing(one, lang).1)));
    let flip = |value: &Value, on: &'static str| {
        let (is, set) = (value.0.is_some(), value.1.clone());
        Callback::from(move |_: MouseEvent| set.emit((!is).then(|| on.to_owned())))
    };
    let show = {
        let open = open.setter();
        move |shown: bool| {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set(shown))
        }
    };
    let onclose = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    html! {
        <>
            { select(words.kind_label, words.every_kind, kinds.to_vec(), &asked.kind) }
            { select(words.standing_label, words.every_open, standings.to_vec(), &asked.standing) }
            <div class="chips">
                <Chip label={words.only_durc} selected={asked.durc.0.is_some()} onclick={flip(&asked.durc, "si")} />
                <Chip label={words.within_7} selected={asked.soon.0.is_some()} onclick={flip(&asked.soon, "7")} />
            </div>
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} icon={IconName::Filter} onclick={show(true)}>{ words.filters }</Button>
            <Sheet open={*open} title={words.filters} {onclose}
                actions={html! { <Button onclick={show(false)}>{ words.apply }</Button> }}>
                { rest(asked, lang) }
            </Sheet>
        </>
    }
}

fn choice(value: impl Into<AttrValue>, label: AttrValue) -> Choice {
    Choice { value: value.into(), label }
}

fn select(label: &'static str, every: &'static str, choices: Vec<Choice>, value: &Value) -> Html {
    let every = choice("", AttrValue::Static(every));
    let choices: Vec<Choice> = [every].into_iter().chain(choices).collect();
    let onchange = value.1.reform(|value: AttrValue| Some(value.to_string()));
    html! { <Select {label} {choices} value={value.0.clone().unwrap_or_default()} {onchange} /> }
}

fn field(label: &'static str, r#type: FieldType, value: &Value) -> Html {
    let oninput = value.1.reform(|text: String| Some(text.trim().to_owned()));
    html! { <Field {label} {r#type} optional={true} value={value.0.clone().unwrap_or_default()} {oninput} /> }
}

/// The filters of Evidenze 2.0 that are used less.
fn rest(asked: &Asked, lang: Lang) -> Html {
    let words = texts(lang);
    let numbered = |labels: Vec<AttrValue>| -> Vec<Choice> {
        labels.into_iter().enumerate().map(|(at, label)| choice(at.to_string(), label)).collect()
    };
    let gestioni = GESTIONI.map(|one| AttrValue::Static((names(lang).gestione)(one)));
    let states = STATES.map(|state| words::position(state, lang).1);
    html! {
        <div class="stack">
            { select(words.gestione_label, words.every, numbered(gestioni.to_vec()), &asked.gestione) }
            { field(words.tax_code, FieldType::Text, &asked.tax_code) }
            { field(words.code, FieldType::Digits, &asked.code) }
            { field(words.year, FieldType::Digits, &asked.year) }
            { field(words.month, FieldType::Month, &asked.month) }
            { field(words.office, FieldType::Digits, &asked.office) }
            { select(words.company_state, words.every, numbered(states.to_vec()), &asked.state) }
        </div>
    }
}
