//! What of the grid is shown: a tab, and what the person changed about it. The address carries all of it.

use shared::practice::{
    Column, Condition, Sort, View, read_columns, read_filter, read_sort, tab_filter, write_columns,
    write_filter, write_sort,
};
use yew::prelude::*;

use super::columns::USUAL;
use crate::query::use_query;
use crate::ui::grid::MOST_FROZEN;
use crate::ui::kept::use_kept;

/// Where the columns somebody chose are kept on this device.
const COLUMNS: &str = "cassetto.grid.columns";

/// And how many of them stay while the others scroll.
const FROZEN: &str = "cassetto.grid.frozen";

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Sight {
    /// The tab: its name, or the id of a saved view.
    pub tab: String,
    /// The columns, the name first.
    pub columns: Vec<Column>,
    /// How many of them stay while the others scroll: at least the name, and not all.
    pub frozen: u8,
    /// The order.
    pub sort: Vec<Sort>,
    /// The filter.
    pub filter: Vec<Condition>,
    /// Whether it is no longer what its tab says.
    pub changed: bool,
}

/// What a person changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Another tab, as it is.
    Tab(String),
    /// Another filter.
    Filter(Vec<Condition>),
    /// Another order.
    Sort(Vec<Sort>),
    /// Other columns; none for the usual ones.
    Columns(Option<Vec<Column>>),
    /// As many staying while the others scroll.
    Frozen(u8),
}

/// What is shown, and the way to change it.
#[hook]
pub fn use_sight(views: &[View]) -> (Sight, Callback<Ask>) {
    let (tab, set_tab) = use_query("mostra");
    let (filter, set_filter) = use_query("filtro");
    let (sort, set_sort) = use_query("ordine");
    let (columns, set_columns) = use_query("colonne");
    let (kept, keep) = use_kept(COLUMNS);
    let (staying, set_staying) = use_query("ferme");
    let (kept_staying, keep_staying) = use_kept(FROZEN);
    let tab = tab.unwrap_or_default();
    let saved = views.iter().find(|view| view.id.to_string() == tab);
    let base = saved.map(|view| view.layout.clone()).unwrap_or_default();
    let chosen = columns.as_deref().and_then(read_columns);
    let staying = number(staying.as_deref());
    let changed = filter.is_some() || sort.is_some() || chosen.is_some() || staying.is_some();
    let columns = chosen
        .or_else(|| saved.map(|_| with_name(&base.columns)))
        .or_else(|| kept.as_deref().and_then(read_columns))
        .unwrap_or_else(|| USUAL.to_vec());
    let frozen = staying
        .or_else(|| saved.map(|_| base.frozen))
        .or_else(|| number(kept_staying.as_deref()))
        .unwrap_or(1);
    let sight = Sight {
        changed,
        frozen: frozen.clamp(1, most_frozen(&columns)),
        columns,
        // A word that stands for an empty one, since an empty part is no part of an address.
        filter: filter.map_or_else(|| own_filter(saved, &tab), |text| read_filter(&text)),
        sort: sort.map_or(base.sort, |text| read_sort(&text)),
        tab,
    };
    // The same one while the view is, so that a letter typed draws nothing that it does not change.
    let ask = use_callback(saved.is_some(), move |ask: Ask, is_saved| match ask {
        Ask::Tab(name) => {
            set_filter.emit(None);
            set_sort.emit(None);
            set_columns.emit(None);
            set_staying.emit(None);
            set_tab.emit(Some(name));
        }
        Ask::Filter(filter) => set_filter.emit(Some(or_none(write_filter(&filter)))),
        Ask::Sort(sort) => set_sort.emit(Some(or_none(write_sort(&sort)))),
        Ask::Columns(columns) if *is_saved => {
            set_columns.emit(columns.map(|columns| write_columns(&columns)));
        }
        Ask::Columns(columns) => {
            keep.emit(columns.map(|columns| write_columns(&columns)));
            set_columns.emit(None);
        }
        Ask::Frozen(count) if *is_saved => set_staying.emit(Some(count.to_string())),
        Ask::Frozen(count) => {
            keep_staying.emit((count > 1).then(|| count.to_string()));
            set_staying.emit(None);
        }
    });
    (sight, ask)
}

/// The filter of a tab, saved or always there.
fn own_filter(saved: Option<&View>, tab: &str) -> Vec<Condition> {
    match saved {
        Some(view) => view.layout.filter.clone(),
        None => tab_filter(tab),
    }
}

fn number(text: Option<&str>) -> Option<u8> {
    text?.parse().ok()
}

/// How many columns can stay: never all.
pub fn most_frozen(columns: &[Column]) -> u8 {
    columns.len().saturating_sub(1).clamp(1, MOST_FROZEN) as u8
}

/// Nothing, in a word that is read as nothing.
fn or_none(text: String) -> String {
    if text.is_empty() { "-".to_owned() } else { text }
}

/// A view's columns, the name among them and first.
fn with_name(columns: &[Column]) -> Vec<Column> {
    let others = columns.iter().copied().filter(|column| *column != Column::Name);
    [Column::Name].into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_for_nothing_is_read_as_nothing() {
        assert!(read_filter("-").is_empty() && read_sort("-").is_empty());
    }
}
