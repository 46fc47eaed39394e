//! What the grid of clients says.

mod de;
mod en;
mod it;

use shared::lang::Lang;
use shared::practice::{Column, TagColor};

/// The words in one language.
pub struct Texts {
    /// The columns, in the order of [`Column::ALL`].
    pub columns: [&'static str; 29],
    /// Those tabs that are always there, in the order of [`shared::practice::TABS`].
    pub tabs: [&'static str; 7],
    /// The colours, in the order of [`TagColor::ALL`].
    pub colors: [&'static str; 5],
    pub table: &'static str,
    pub select: &'static str,
    pub select_all: &'static str,
    pub past: &'static str,
    pub search: &'static str,
    pub found: fn(u64) -> String,
    pub total: fn(u64) -> String,
    pub changes_of: fn(u32, &str) -> String,
    pub changed_count: fn(u32) -> String,
    pub changed_since: fn(u32) -> String,
    pub nothing_changed: &'static str,
    pub none: &'static str,
    pub none_text: &'static str,
    pub no_clients: &'static str,
    pub no_clients_text: &'static str,
    /// Of an office: what is said, and why.
    pub no_companies: (&'static str, &'static str),
    /// The first steps, each with why or how.
    pub start: &'static str,
    pub start_delegation: (&'static str, &'static str),
    pub start_assigned: (&'static str, &'static str),
    pub start_import: (&'static str, &'static str),
    pub start_wishes: (&'static str, &'static str),
    pub start_preflight: (&'static str, &'static str),
    pub show_all: &'static str,
    pub views: &'static str,
    pub new_view: &'static str,
    pub view_name: &'static str,
    pub view_text: &'static str,
    pub view_shared: &'static str,
    pub view_shared_text: &'static str,
    pub view_pinned: &'static str,
    pub view_saved: &'static str,
    pub view_deleted: &'static str,
    pub save: &'static str,
    pub save_changes: &'static str,
    pub manage: fn(&str) -> String,
    pub all_views: &'static str,
    pub delete: &'static str,
    pub delete_view: fn(&str) -> String,
    pub delete_view_text: &'static str,
    pub shared: &'static str,
    pub columns_title: &'static str,
    pub columns_text: &'static str,
    pub frozen: &'static str,
    pub earlier: fn(&str) -> String,
    pub reset: &'static str,
    pub compact: &'static str,
    pub pane: &'static str,
    pub filters: &'static str,
    pub filter_add: &'static str,
    pub filter_column: &'static str,
    pub filter_test: &'static str,
    pub filter_value: &'static str,
    pub filter_values: &'static str,
    pub filter_days: &'static str,
    pub filter_wrong: &'static str,
    pub filter_clear: &'static str,
    pub sort_by: &'static str,
    pub sort_down: &'static str,
    pub is: &'static str,
    pub is_not: &'static str,
    pub contains: &'static str,
    pub at_least: &'static str,
    pub at_most: &'static str,
    pub within: &'static str,
    pub days: &'static str,
    pub empty: &'static str,
    pub not_empty: &'static str,
    pub selecting: &'static str,
    pub selected: fn(u64) -> String,
    pub deselect: &'static str,
    pub bulk: &'static str,
    pub assign: &'static str,
    pub assign_title: fn(u64) -> String,
    pub assign_text: &'static str,
    pub assign_none: &'static str,
    pub give: fn(&str) -> String,
    pub take: fn(&str) -> String,
    pub tag: &'static str,
    pub tag_title: fn(u64) -> String,
    pub tag_none: &'static str,
    pub tag_new: &'static str,
    pub tag_name: &'static str,
    pub tag_color: &'static str,
    pub tag_make: &'static str,
    pub tag_delete: fn(&str) -> String,
    pub tag_delete_text: &'static str,
    pub put_on: fn(&str) -> String,
    pub take_off: fn(&str) -> String,
    pub on: &'static str,
    pub off: &'static str,
    pub on_staff: &'static str,
    pub off_staff: &'static str,
    pub mark_seen: &'static str,
    pub export: &'static str,
    pub export_title: fn(u64) -> String,
    pub export_text: &'static str,
    pub export_many: fn(u64) -> String,
    pub done: fn(u32) -> String,
    pub pane_empty: &'static str,
    pub what_changed: &'static str,
    pub no_change: &'static str,
    pub all_changes: &'static str,
    pub to_know: &'static str,
    pub open: &'static str,
    pub work_for: &'static str,
}

impl Texts {
    /// What a column is called.
    pub fn column(&self, column: Column) -> &'static str {
        let place = Column::ALL.iter().position(|each| *each == column);
        place.and_then(|place| self.columns.get(place)).copied().unwrap_or_default()
    }

    /// What a colour is called.
    pub fn color(&self, color: TagColor) -> &'static str {
        let place = TagColor::ALL.iter().position(|each| *each == color);
        place.and_then(|place| self.colors.get(place)).copied().unwrap_or_default()
    }
}

/// The words.
pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}

/// `1 azienda`, `5 aziende`.
fn counted(count: u64, one: &str, many: &str) -> String {
    [count.to_string().as_str(), " ", if count == 1 { one } else { many }].concat()
}
