//! Stat: one big figure, the first thing of a card.

use crate::ui::Link;
use yew::prelude::*;

/// Props of [`Stat`].
#[derive(PartialEq, Properties)]
pub struct StatProps {
    /// The figure.
    pub value: AttrValue,
    /// Its unit ("giorni").
    #[prop_or_default]
    pub unit: Option<AttrValue>,
    /// What it is.
    pub label: AttrValue,
    /// Where it leads.
    #[prop_or_default]
    pub href: Option<AttrValue>,
}

/// A big figure with what it means under it.
#[component]
pub fn Stat(props: &StatProps) -> Html {
    html! {
        <p class="stat">
            <span class="stat-value">{ &props.value }</span>
            if let Some(unit) = &props.unit {
                <span class="stat-unit">{ " " }{ unit }</span>
            }
            <span class="stat-label">
                { " " }
                if let Some(href) = props.href.clone() {
                    <Link {href}>{ &props.label }</Link>
                } else {
                    { &props.label }
                }
            </span>
        </p>
    }
}
