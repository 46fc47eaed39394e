//! What stands over a list: the search, the filters within reach, the sheet with all of them, and the files.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{self, Field, Kind};
use yew::prelude::*;

use super::RETURNS;
use super::filters::Filters;
use super::query::{View, conditions, ends, value_of, with};
use crate::export;
use crate::i18n::use_lang;
use crate::preflight;
use crate::sections::archive::Archive;
use crate::sections::text::texts;
use crate::ui::media::{DESK, TABLET, use_media};
use crate::ui::{Button, ButtonKind, Chip, Choice, IconName, SearchField, Select};

/// Filters that stand beside the search where there is room.
const WITHIN_REACH: usize = 2;

/// Props of [`Controls`].
#[derive(PartialEq, Properties)]
pub struct ControlsProps {
    /// Of which company.
    pub company: CompanyId,
    /// Which archive.
    pub archive: Archive,
    /// What is asked for.
    pub view: View,
    /// Whether the list stands beside a record, with less room.
    pub brief: bool,
    /// How many there are, in words, where that is known.
    pub total: Option<String>,
}

/// The controls of a list.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let (lang, archive, view) = (use_lang(), props.archive, &props.view);
    let words = texts(lang);
    let (wide, desk) = (use_media(TABLET), use_media(DESK));
    let open = use_state_eq(|| false);
    let set_open = |to: bool| {
        let open = open.setter();
        Callback::from(move |()| open.set(to))
    };
    let reach: Vec<&'static Field> = match wide && !props.brief {
        true => archive
            .0
            .fields
            .iter()
            .filter(|field| chosen_from_list(field))
            .take(WITHIN_REACH)
            .collect(),
        false => Vec::new(),
    };
    let has_more =
        !desk || archive.0.fields.iter().filter(|field| field.filter).count() > reach.len();
    let label = if wide { words.filters } else { words.filters_and_order };
    html! {
        <div class="list-controls">
            <div class="filters">
                <SearchField label={words.search} value={view.search.clone().unwrap_or_default()} onsearch={view.set_search.reform(Some)} />
                { for reach.iter().map(|field| select(field, view, lang)) }
                if has_more {
                    <Button kind={ButtonKind::Tertiary} icon={IconName::Filter} onclick={set_open(true).reform(|_| ())}>{ label }</Button>
                }
                if !props.brief {
                    { files(props.company, archive, view, lang) }
                    if archive.slug == RETURNS {
                        { preflight::way(lang) }
                    }
                }
            </div>
            { chips(archive, view, &reach, lang) }
            <p class="muted small">{ props.total.as_deref().unwrap_or("\u{a0}") }</p>
            <Filters {archive} view={view.clone()} open={*open} onclose={set_open(false)} />
        </div>
    }
}

/// The list as a file, with what it is narrowed to.
fn files(company: CompanyId, archive: Archive, view: &View, lang: Lang) -> Html {
    export::menu(lang, |format| sections::Export {
        company,
        section: archive.slug.to_owned(),
        search: view.search.clone(),
        filter: view.filter.clone(),
        sort: view.sort.clone(),
        format,
        lang: Some(lang),
    })
}

/// Whether a field has so few values that they are offered as a list.
fn chosen_from_list(field: &Field) -> bool {
    field.filter && matches!(field.kind, Kind::Code(_) | Kind::Flag)
}

/// The values of a field as answers, after one that stands for all of them.
pub fn choices(field: &Field, all: &'static str, lang: Lang) -> Vec<Choice> {
    let value = |code: &'static str| Choice {
        value: code.into(),
        label: sections::cell(field, code, lang).into(),
    };
    let values: Vec<Choice> = match field.kind {
        Kind::Code(codes) => codes.iter().map(|code| value(code.code)).collect(),
        Kind::Flag => vec![value("true"), value("false")],
        _ => Vec::new(),
    };
    [Choice { value: "".into(), label: all.into() }].into_iter().chain(values).collect()
}

fn select(field: &'static Field, view: &View, lang: Lang) -> Html {
    let value = value_of(view.filter.as_deref(), field.name);
    let onchange = {
        let filter = view.filter.clone();
        view.set_filter.reform(move |value: AttrValue| with(filter.as_deref(), field.name, &value))
    };
    html! { <Select key={field.name} label={field.label(lang)} choices={choices(field, texts(lang).all, lang)} {value} {onchange} /> }
}

/// The conditions in force that no control beside the search shows, each to be taken away.
fn chips(archive: Archive, view: &View, reach: &[&'static Field], lang: Lang) -> Html {
    let shown = conditions(view.filter.as_deref());
    let chips: Vec<Html> = shown
        .into_iter()
        .filter_map(|(name, value)| {
            let (_, field) = archive.field(&name)?;
            if reach.iter().any(|known| known.name == field.name) {
                return None;
            }
            let label = [field.label(lang), ": ", &spoken(field, &value, lang)].concat();
            let onremove = {
                let filter = view.filter.clone();
                view.set_filter.reform(move |_: MouseEvent| with(filter.as_deref(), field.name, ""))
            };
            Some(html! { <Chip key={name} {label} {onremove} /> })
        })
        .collect();
    match chips.is_empty() {
        true => html! {},
        false => {
            html! { <div class="chips" role="group" aria-label={texts(lang).filters}>{ chips }</div> }
        }
    }
}

/// A condition's value in words: one value, or a range with its ends.
fn spoken(field: &Field, value: &str, lang: Lang) -> String {
    let words = texts(lang);
    let cell = |text: &str| sections::cell(field, text, lang);
    let (from, to) = ends(value);
    match (from.is_empty(), to.is_empty()) {
        _ if from == to => cell(&from),
        (false, true) => (words.at_least)(&cell(&from)),
        (true, _) => (words.at_most)(&cell(&to)),
        (false, false) => [cell(&from), cell(&to)].join(" – "),
    }
}
