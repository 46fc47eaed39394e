//! Which columns are shown, and in which order.

use shared::practice::Column;
use yew::prelude::*;

use super::sight::most_frozen;
use super::text::texts;
use crate::i18n::use_lang;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Checkbox, Chip, Choice, IconButton, IconName, Select, Sheet,
};

/// Props of [`Chooser`].
#[derive(PartialEq, Properties)]
pub struct ChooserProps {
    /// Those shown, the name first.
    pub columns: Vec<Column>,
    /// Others; none for the usual ones.
    pub onchange: Callback<Option<Vec<Column>>>,
    /// How many of them stay while the others scroll.
    pub frozen: u8,
    /// Another number of them.
    pub onfreeze: Callback<u8>,
}

/// The button and its sheet.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let words = texts(use_lang());
    let open = use_state_eq(|| false);
    let (show, close) = (open.setter(), open.setter());
    let others = Column::ALL.into_iter().filter(|column| !props.columns.contains(column));
    let all: Vec<Column> = props
        .columns
        .iter()
        .copied()
        .chain(others)
        .filter(|column| *column != Column::Name)
        .collect();
    let reset = {
        let freeze = props.onfreeze.clone();
        props.onchange.reform(move |_: MouseEvent| {
            freeze.emit(1);
            None
        })
    };
    let freeze = {
        let tell = props.onfreeze.clone();
        Callback::from(move |value: AttrValue| {
            value.parse().iter().for_each(|count| tell.emit(*count));
        })
    };
    let number =
        |count: u8| Choice { value: count.to_string().into(), label: count.to_string().into() };
    html! {
        <>
            <Chip label={words.columns_title} icon={IconName::List} onclick={Callback::from(move |_: MouseEvent| show.set(true))} />
            <Sheet open={*open} title={words.columns_title} onclose={Callback::from(move |()| close.set(false))}
                actions={html! { <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} onclick={reset}>{ words.reset }</Button> }}>
                <p class="muted">{ words.columns_text }</p>
                <Select label={words.frozen} choices={(1..=most_frozen(&props.columns)).map(number).collect::<Vec<_>>()}
                    value={props.frozen.to_string()} onchange={freeze} />
                <ul class="column-list" role="list">{ for all.into_iter().map(|column| line(column, props, words)) }</ul>
            </Sheet>
        </>
    }
}

fn line(column: Column, props: &ChooserProps, words: &'static super::text::Texts) -> Html {
    let place = props.columns.iter().position(|each| *each == column);
    let label = words.column(column);
    let onchange = {
        let (columns, tell) = (props.columns.clone(), props.onchange.clone());
        Callback::from(move |on: bool| {
            let kept = columns.iter().copied().filter(|each| *each != column);
            tell.emit(Some(kept.chain(on.then_some(column)).collect()));
        })
    };
    // The name stays before all others.
    let earlier = place.filter(|place| *place > 1).map(|place| {
        let (mut columns, tell) = (props.columns.clone(), props.onchange.clone());
        columns.swap(place, place - 1);
        Callback::from(move |_: MouseEvent| tell.emit(Some(columns.clone())))
    });
    html! {
        <li key={label} class="column-line">
            <Checkbox {label} checked={place.is_some()} {onchange} />
            if let Some(onclick) = earlier {
                <IconButton icon={IconName::ChevronUp} label={(words.earlier)(label)} {onclick} />
            }
        </li>
    }
}
