//! Selecting requests, an office's to answer them together, a customer's to put them away: with boxes that are there at a desk, and after a
//! press where rows may be cards.

use std::collections::BTreeSet;

use shared::desk::MOST_TOGETHER;
use shared::ids::RequestId;
use shared::lang::Lang;
use shared::requests::RequestRow;
use yew::prelude::*;

use super::text::texts;
use super::together::href;
use crate::ui::media::{DESK, use_media};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Cell, CellKind, Column, LinkButton, Notice, Severity,
};

/// What is selected.
#[derive(Clone)]
pub struct Selection {
    /// Whether there are boxes.
    pub is_on: bool,
    /// Whether rows stand in a table, and are never cards.
    is_table: bool,
    chosen: UseStateHandle<BTreeSet<RequestId>>,
    toggle: Callback<MouseEvent>,
}

/// Nothing is selected at first.
#[hook]
pub fn use_selection() -> Selection {
    let is_table = use_media(DESK);
    let asked = use_state_eq(|| false);
    let chosen = use_state_eq(BTreeSet::new);
    let is_on = *asked || is_table;
    let toggle = {
        let (asked, chosen) = (asked.setter(), chosen.setter());
        Callback::from(move |_: MouseEvent| {
            asked.set(!is_on);
            chosen.set(BTreeSet::new());
        })
    };
    Selection { is_on, is_table, chosen, toggle }
}

impl Selection {
    /// The way to select where there are no boxes yet, and to let it be.
    pub fn switch(&self, lang: Lang) -> Html {
        let words = texts(lang);
        let label = if self.is_on { words.select_none } else { words.select };
        html! {
            if !self.is_table {
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={self.toggle.clone()}>{ label }</Button>
            }
        }
    }

    /// Those of some rows that are selected.
    pub fn among(&self, rows: &[RequestRow]) -> Vec<RequestId> {
        rows.iter().map(|row| row.id).filter(|id| self.chosen.contains(id)).collect()
    }

    /// Selects nothing any more.
    pub fn clear(&self) {
        self.chosen.set(BTreeSet::new());
    }

    /// The way to select, and to answer what is selected.
    pub(super) fn bar(&self, lang: Lang) -> Html {
        let words = texts(lang);
        let count = self.chosen.len();
        html! {
            <>
                { self.switch(lang) }
                if count > MOST_TOGETHER {
                    <Notice severity={Severity::Warning} live={true}><p>{ words.at_most }</p></Notice>
                } else if count > 0 {
                    <LinkButton href={href(&self.chosen)} kind={ButtonKind::Secondary} size={ButtonSize::Medium}>{ (words.together)(count as u64) }</LinkButton>
                }
            </>
        }
    }

    /// Whether a row leads to its request: as a card with a box it would lead away all over.
    pub const fn leads(&self) -> bool {
        self.is_table || !self.is_on
    }

    /// The column of the boxes.
    pub fn column(&self, lang: Lang) -> Column {
        Column::new("selected", texts(lang).selected, CellKind::Text)
    }

    /// The box of a request.
    pub fn cell(&self, row: &RequestRow, lang: Lang) -> Cell {
        let (chosen, id) = (self.chosen.clone(), row.id);
        let onchange = Callback::from(move |_: Event| {
            let mut changed = (*chosen).clone();
            if !changed.remove(&id) {
                changed.insert(id);
            }
            chosen.set(changed);
        });
        let checked = self.chosen.contains(&id);
        let label = (texts(lang).select_row)(&row.subject);
        Cell::Html(html! {
            <span class="check">
                <input class="checkbox" type="checkbox" {checked} {onchange} aria-label={label} />
            </span>
        })
    }
}
