//! Which notices are shown, and in which order: kept in the address.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::notices::{Cause, List, Side, Sort, Stage};
use yew::prelude::*;

use super::cause_words;
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::ui::{Chip, Choice, SearchField, Select};

/// A value in the address.
type Value = (Option<String>, Callback<Option<String>>);

/// Days within which terms are looked for.
const WITHIN: [i64; 2] = [7, 30];

/// The orders in addresses, as [`Sort::ALL`] has them.
const SORTS: [&str; 5] = ["scadenza", "importo", "azienda", "mese", "emissione"];

/// What the address says.
#[derive(Clone, PartialEq)]
pub struct Asked {
    cause: Value,
    side: Value,
    stage: Value,
    within: Value,
    search: Value,
    sort: Value,
}

/// Reads it from the address, where it is kept.
#[hook]
pub fn use_asked() -> Asked {
    Asked {
        cause: use_query("causa"),
        side: use_query("tipo"),
        stage: use_query("stato"),
        within: use_query("entro"),
        search: use_query("q"),
        sort: use_query("ordine"),
    }
}

const fn side_slug(side: Side) -> &'static str {
    match side {
        Side::ToPay => "debito",
        Side::InFavour => "credito",
    }
}

impl Asked {
    fn filters(&self) -> [&Value; 5] {
        [&self.cause, &self.side, &self.stage, &self.within, &self.search]
    }

    /// Whether anything is left out.
    pub fn is_filtered(&self) -> bool {
        self.filters().iter().any(|(value, _)| value.is_some())
    }

    /// Asks for everything that is open.
    pub fn clear(&self) {
        self.filters().iter().for_each(|(_, set)| set.emit(None));
    }

    /// Asks for the open notices of one cause and side.
    pub fn group(&self, cause: Cause, side: Side) {
        self.clear();
        self.cause.1.emit(Some(cause.code().to_owned()));
        self.side.1.emit(Some(side_slug(side).to_owned()));
    }

    /// The request for it.
    pub fn request(&self, company: Option<CompanyId>) -> List {
        let side = self.side.0.as_deref();
        let days: Option<i64> = self.within.0.as_deref().and_then(|days| days.parse().ok());
        let today = events::now().day_in_rome();
        let sort = SORTS.iter().zip(Sort::ALL);
        List {
            company,
            cause: self.cause.0.as_deref().map(Cause::of_code),
            side: [Side::ToPay, Side::InFavour]
                .into_iter()
                .find(|one| side == Some(side_slug(*one))),
            stage: self.stage.0.as_deref().and_then(Stage::of_code),
            until: days.map(|days| today.plus_days(days.clamp(0, 366))),
            q: self.search.0.clone(),
            sort: sort
                .into_iter()
                .find(|(slug, _)| Some(**slug) == self.sort.0.as_deref())
                .map(|(_, sort)| sort),
            ..List::default()
        }
    }
}

/// Props of [`Filters`].
#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    pub(super) asked: Asked,
}

/// The search, the choices and the chips.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let lang = use_lang();
    let (words, asked) = (texts(lang), &props.asked);
    let causes = Cause::ALL.map(|cause| choice(cause.code(), cause_words(cause, lang)));
    let stages = Stage::ALL
        .map(|stage| choice(stage.code(), stage.listed().map_or("", |code| code.words(lang))));
    let sides = [Side::ToPay, Side::InFavour].into_iter().zip(words.sides);
    let sides = sides.map(|(side, label)| choice(side_slug(side), label)).collect();
    let sorts: Vec<Choice> =
        SORTS.iter().zip(words.sorts).map(|(slug, label)| choice(slug, label)).collect();
    let onsort = asked.sort.1.reform(|value: AttrValue| Some(value.to_string()));
    let onsearch = asked.search.1.reform(Some);
    html! {
        <>
            <SearchField label={words.search} value={asked.search.0.clone().unwrap_or_default()} {onsearch} />
            { select(words.cause_label, words.every_cause, causes.to_vec(), &asked.cause) }
            { select(words.side_label, words.every_side, sides, &asked.side) }
            { select(words.stage_label, words.open_stages, stages.to_vec(), &asked.stage) }
            <Select label={words.sort_label} choices={sorts} value={asked.sort.0.clone().unwrap_or_default()} onchange={onsort} />
            { for WITHIN.map(|days| within(days, asked, lang)) }
        </>
    }
}

fn within(days: i64, asked: &Asked, lang: Lang) -> Html {
    let (value, set) = asked.within.clone();
    let slug = days.to_string();
    let selected = value.as_deref() == Some(slug.as_str());
    let onclick = Callback::from(move |_: MouseEvent| set.emit((!selected).then(|| slug.clone())));
    html! { <Chip key={days.to_string()} label={(texts(lang).within)(days)} {selected} {onclick} /> }
}

fn choice(value: &'static str, label: &'static str) -> Choice {
    Choice { value: AttrValue::Static(value), label: AttrValue::Static(label) }
}

fn select(label: &'static str, every: &'static str, choices: Vec<Choice>, value: &Value) -> Html {
    let all = std::iter::once(choice("", every));
    let choices: Vec<Choice> = all.chain(choices).collect();
    let onchange = value.1.reform(|value: AttrValue| Some(value.to_string()));
    html! { <Select {label} {choices} value={value.0.clone().unwrap_or_default()} {onchange} /> }
}
