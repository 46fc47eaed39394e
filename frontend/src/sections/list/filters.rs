//! The sheet with every filter of a list, and on a phone its order.

use shared::lang::Lang;
use shared::sections::{Field, FieldRole, Kind, Order};
use yew::prelude::*;

use super::controls::choices;
use super::query::{View, ends, range, sort_text, value_of, with};
use crate::i18n::use_lang;
use crate::sections::archive::Archive;
use crate::sections::record::problem;
use crate::sections::text::{Texts, texts};
use crate::ui::media::{TABLET, use_media};
use crate::ui::{Button, ButtonKind, Choice, Field as Input, FieldType, Select, Sheet};

/// Props of [`Filters`].
#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    /// Which archive.
    pub archive: Archive,
    /// What is asked for.
    pub view: View,
    /// Whether the sheet is shown.
    pub open: bool,
    /// It was closed.
    pub onclose: Callback<()>,
}

/// The sheet. What is chosen counts once it is confirmed; closing it changes nothing.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let (lang, wide) = (use_lang(), use_media(TABLET));
    let title = if wide { texts(lang).filters } else { texts(lang).filters_and_order };
    html! {
        <Sheet open={props.open} {title} onclose={props.onclose.clone()}>
            <Draft archive={props.archive} view={props.view.clone()} onclose={props.onclose.clone()} with_order={!wide} />
        </Sheet>
    }
}

#[derive(PartialEq, Properties)]
struct DraftProps {
    archive: Archive,
    view: View,
    onclose: Callback<()>,
    with_order: bool,
}

/// The values being chosen: for each field its two ends, as written.
#[component]
fn Draft(props: &DraftProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let fields: Vec<&'static Field> =
        props.archive.0.fields.iter().filter(|field| field.filter).collect();
    let filter = props.view.filter.as_deref();
    let draft = use_state(|| {
        fields.iter().map(|field| ends(&value_of(filter, field.name))).collect::<Vec<_>>()
    });
    let sort = use_state_eq(|| sort_text(props.view.order(props.archive)));
    let tried = use_state_eq(|| false);
    let onsubmit = {
        let (view, onclose, archive) = (props.view.clone(), props.onclose.clone(), props.archive);
        let (fields, draft, sort, tried) =
            (fields.clone(), draft.clone(), sort.clone(), tried.setter());
        let with_order = props.with_order;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match conditions(&fields, &draft) {
                Some(filter) => {
                    view.set_filter.emit(filter);
                    if with_order {
                        let own = *sort == sort_text(archive.order);
                        view.set_sort.emit((!own).then(|| (*sort).clone()));
                    }
                    onclose.emit(());
                }
                None => tried.set(true),
            }
        })
    };
    let clear = {
        let (view, onclose) = (props.view.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            view.set_filter.emit(None);
            onclose.emit(());
        })
    };
    let rows = fields.iter().zip(draft.iter()).enumerate();
    html! {
        <form {onsubmit} novalidate={true}>
            if props.with_order {
                <Select label={words.order} choices={orders(props.archive, words, lang)} value={(*sort).clone()}
                    onchange={let sort = sort.setter(); Callback::from(move |value: AttrValue| sort.set(value.to_string()))} />
            }
            { for rows.map(|(index, (field, ends))| control(field, ends, [setter(&draft, index, false), setter(&draft, index, true)], *tried, lang)) }
            <div class="sheet-actions">
                <Button r#type={crate::ui::ButtonType::Submit} wide={true}>{ words.show }</Button>
                <Button kind={ButtonKind::Tertiary} wide={true} onclick={clear}>{ words.show_all }</Button>
            </div>
        </form>
    }
}

/// Changes one end of a field.
fn setter(
    draft: &UseStateHandle<Vec<(String, String)>>,
    index: usize,
    last: bool,
) -> Callback<String> {
    let draft = draft.clone();
    Callback::from(move |value: String| {
        let mut next = (*draft).clone();
        if let Some(ends) = next.get_mut(index) {
            match last {
                true => ends.1 = value,
                false => ends.0 = value,
            }
        }
        draft.set(next);
    })
}

/// The condition that the values make, `Some(None)` for none at all; `None` if one of them cannot be.
fn conditions(fields: &[&'static Field], draft: &[(String, String)]) -> Option<Option<String>> {
    let mut filter = None;
    for (field, (from, to)) in fields.iter().zip(draft) {
        let read = |text: &str| match text.trim() {
            "" => Some(String::new()),
            text => field.kind.read(text).ok(),
        };
        let value = match field.kind.has_ranges() {
            true => range(&read(from)?, &read(to)?),
            false => read(from)?,
        };
        filter = with(filter.as_deref(), field.name, &value);
    }
    Some(filter)
}

/// The orders a list can have: each column from its least and from its greatest.
fn orders(archive: Archive, words: &'static Texts, lang: Lang) -> Vec<Choice> {
    let fields = archive
        .0
        .fields
        .iter()
        .filter(|field| !matches!(field.role, FieldRole::Detail | FieldRole::Hidden));
    let choice = |field: &'static Field, descending: bool| {
        let direction = if descending { words.descending } else { words.ascending };
        Choice {
            value: sort_text(Order { field: field.name, descending }).into(),
            label: [field.label(lang), ", ", direction].concat().into(),
        }
    };
    fields.flat_map(|field| [choice(field, false), choice(field, true)]).collect()
}

/// The control of a field: a list, a value, or the two ends of a range.
fn control(
    field: &'static Field,
    ends: &(String, String),
    set: [Callback<String>; 2],
    tried: bool,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let label = field.label(lang);
    let [first, last] = set;
    if matches!(field.kind, Kind::Code(_) | Kind::Flag) {
        return html! {
            <Select key={field.name} {label} choices={choices(field, words.all, lang)} value={ends.0.clone()}
                onchange={first.reform(|value: AttrValue| value.to_string())} />
        };
    }
    let input = |label: String, value: &str, oninput: Callback<String>| {
        let wrong = field.kind.read(value).err().filter(|_| tried && !value.trim().is_empty());
        html! {
            <Input {label} value={value.to_owned()} {oninput} r#type={input_type(field.kind)} optional={true} among={true}
                error={wrong.map(|wrong| AttrValue::Static(problem(wrong, lang)))} />
        }
    };
    if !field.kind.has_ranges() {
        return input(label.to_owned(), &ends.0, first);
    }
    html! {
        <div class="range" key={field.name}>
            { input((words.range_from)(label), &ends.0, first) }
            { input((words.range_to)(label), &ends.1, last) }
        </div>
    }
}

/// How a value of this kind is typed.
pub fn input_type(kind: Kind) -> FieldType {
    match kind {
        Kind::Day => FieldType::Date,
        Kind::Month => FieldType::Month,
        Kind::Year | Kind::Count | Kind::Matricola | Kind::Office | Kind::Csc | Kind::Digits(_) => {
            FieldType::Digits
        }
        Kind::Email => FieldType::Email,
        _ => FieldType::Text,
    }
}
