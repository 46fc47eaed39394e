//! What every picture stands in: the picture with its legend, the same in a sentence, and the same as a table.

use crate::i18n::use_lang;
use crate::ui::action::button::{Button, ButtonKind, ButtonSize};
use crate::ui::icon::IconName;
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`Figure`].
#[derive(PartialEq, Properties)]
pub struct FigureProps {
    /// What the picture says, in a sentence.
    pub summary: AttrValue,
    /// The picture, an SVG with a name of its own.
    pub picture: Html,
    /// The lines of the legend, `<li>` each.
    #[prop_or_default]
    pub legend: Html,
    /// The same as a table.
    pub table: Html,
}

/// A picture that can be read: a button under it shows the table in its place.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let words = texts(use_lang());
    let as_table = use_state_eq(|| false);
    let onclick = {
        let as_table = as_table.clone();
        Callback::from(move |_| as_table.set(!*as_table))
    };
    let (icon, toggle) = match *as_table {
        true => (IconName::Chart, words.show_chart),
        false => (IconName::List, words.show_table),
    };
    html! {
        <figure class="chart">
            if *as_table {
                { props.table.clone() }
            } else {
                { props.picture.clone() }
                <ul class="legend" role="list">{ props.legend.clone() }</ul>
            }
            <figcaption>
                <p>{ &props.summary }</p>
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {icon} {onclick}>{ toggle }</Button>
            </figcaption>
        </figure>
    }
}
