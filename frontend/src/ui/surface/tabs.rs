//! Tabs: a few views of the same matter, one at a time.

use crate::browser;
use crate::ui::id::use_id;
use yew::prelude::*;

/// One view.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// What is reported when it is chosen.
    pub value: AttrValue,
    /// Its name.
    pub label: AttrValue,
}

/// Props of [`Tabs`].
#[derive(PartialEq, Properties)]
pub struct TabsProps {
    /// What the views are of, heard but not seen.
    pub label: AttrValue,
    /// The views.
    pub tabs: Vec<Tab>,
    /// The value of the one shown.
    pub value: AttrValue,
    /// Called with the value of another one.
    pub onchange: Callback<AttrValue>,
    /// The view shown.
    pub children: Html,
}

/// A row of tabs over the view shown, which stands in sight however many there are. Arrow keys, Home and End move between them.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let id = use_id("tabs");
    let panel = format!("{id}-panel");
    let current = props.tabs.iter().position(|tab| tab.value == props.value).unwrap_or_default();
    {
        let selector = ["#", &id, "-", &current.to_string()].concat();
        use_effect_with(selector, |selector| into_sight(selector));
    }
    let onkeydown = {
        let (tabs, onchange, id) = (props.tabs.clone(), props.onchange.clone(), id.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = neighbour(&event.key(), current, tabs.len()) else { return };
            event.prevent_default();
            if let Some(tab) = tabs.get(next) {
                onchange.emit(tab.value.clone());
                browser::focus(&format!("#{id}-{next}"));
            }
        })
    };
    let tab = |(index, tab): (usize, &Tab)| {
        let value = tab.value.clone();
        let selected = index == current;
        html! {
            <button type="button" role="tab" key={tab.value.as_str()} id={format!("{id}-{index}")} class="tab"
                aria-selected={selected.to_string()} aria-controls={panel.clone()}
                tabindex={if selected { "0" } else { "-1" }}
                onclick={props.onchange.reform(move |_: MouseEvent| value.clone())}>
                { &tab.label }
            </button>
        }
    };
    html! {
        <div class="tabs">
            <div role="tablist" class="tab-list" aria-label={props.label.clone()} {onkeydown}>
                { for props.tabs.iter().enumerate().map(tab) }
            </div>
            <div role="tabpanel" id={panel.clone()} class="tab-panel" tabindex="0"
                aria-labelledby={format!("{id}-{current}")}>
                { props.children.clone() }
            </div>
        </div>
    }
}

/// Moves a row of tabs so that one of them stands in its middle; the page stays where it is.
fn into_sight(selector: &str) {
    let Some(tab) = browser::find(selector) else { return };
    if let Some(row) = tab.parent_element() {
        row.set_scroll_left(tab.offset_left() - (row.client_width() - tab.offset_width()) / 2);
    }
}

/// The index a key leads to from `current` among `count` tabs, around the ends.
fn neighbour(key: &str, current: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" => Some(if current >= last { 0 } else { current + 1 }),
        "ArrowLeft" => Some(if current == 0 { last } else { current - 1 }),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::neighbour;

    #[test]
    fn arrows_go_round_and_other_keys_do_nothing() {
        assert_eq!(neighbour("ArrowRight", 2, 3), Some(0));
        assert_eq!(neighbour("ArrowLeft", 0, 3), Some(2));
        assert_eq!(neighbour("End", 0, 3), Some(2));
        assert_eq!(neighbour("Enter", 0, 3), None);
        assert_eq!(neighbour("ArrowRight", 0, 0), None);
    }
}
