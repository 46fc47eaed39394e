//! What a list is narrowed to and ordered by, as the address has it.

use shared::sections::{Filter, Order, Section};
use yew::prelude::*;

use super::super::archive::Archive;
use crate::query::use_query;

/// Names in the query of the address.
const SEARCH: &str = "cerca";
const FILTER: &str = "filtro";
const SORT: &str = "ordine";

/// What the address asks for. What it asks for wrongly is not asked for.
#[derive(Clone, PartialEq)]
pub struct View {
    /// Words that all must occur.
    pub search: Option<String>,
    /// Conditions, `field:value` parted by commas.
    pub filter: Option<String>,
    /// A field's name, with `-` before it for the greatest first; none for the archive's own order.
    pub sort: Option<String>,
    /// Changes the words.
    pub set_search: Callback<Option<String>>,
    /// Changes the conditions.
    pub set_filter: Callback<Option<String>>,
    /// Changes the order.
    pub set_sort: Callback<Option<String>>,
}

/// The view of the address.
#[hook]
pub fn use_view(archive: Archive) -> View {
    let (search, set_search) = use_query(SEARCH);
    let (filter, set_filter) = use_query(FILTER);
    let (sort, set_sort) = use_query(SORT);
    View {
        search,
        filter: filter.filter(|filter| Filter::parse(&archive, filter).is_ok()),
        sort: sort.filter(|sort| sortable(&archive, sort.strip_prefix('-').unwrap_or(sort))),
        set_search,
        set_filter,
        set_sort,
    }
}

fn sortable(section: &Section, name: &str) -> bool {
    section.field(name).is_some()
}

impl View {
    /// Whether the list is narrowed.
    pub fn narrows(&self) -> bool {
        self.search.is_some() || self.filter.is_some()
    }

    /// Shows everything.
    pub fn clear(&self) {
        self.set_search.emit(None);
        self.set_filter.emit(None);
    }

    /// The field that the list is ordered by, and whether the greatest come first.
    pub fn order(&self, archive: Archive) -> Order {
        let Some(sort) = &self.sort else { return archive.order };
        let (name, descending) = match sort.strip_prefix('-') {
            Some(name) => (name, true),
            None => (sort.as_str(), false),
        };
        let field = archive.field(name).map_or(archive.order.field, |(_, field)| field.name);
        Order { field, descending }
    }

    /// The query of the address that shows the same, to follow a path; empty where nothing is asked for.
    pub fn query(&self) -> String {
        let parts = [(SEARCH, &self.search), (FILTER, &self.filter), (SORT, &self.sort)];
        let mut query = String::new();
        for (name, value) in parts {
            let Some(value) = value else { continue };
            query.push(if query.is_empty() { '?' } else { '&' });
            query += name;
            query.push('=');
            query += &String::from(js_sys::encode_uri_component(value));
        }
        query
    }
}

/// How an order is written in an address and to the server.
pub fn sort_text(order: Order) -> String {
    [if order.descending { "-" } else { "" }, order.field].concat()
}

/// The conditions, one a field: its name and its value.
pub fn conditions(filter: Option<&str>) -> Vec<(String, String)> {
    let parts = filter.unwrap_or_default().split(',');
    parts
        .filter_map(|part| part.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// The value that a field must have, as far as the conditions say.
pub fn value_of(filter: Option<&str>, name: &str) -> String {
    conditions(filter)
        .into_iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value)
        .unwrap_or_default()
}

/// The same conditions with another value for one field; an empty one lifts it.
pub fn with(filter: Option<&str>, name: &str, value: &str) -> Option<String> {
    let mut all = conditions(filter);
    match all.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) => value.clone_into(known),
        None => all.push((name.to_owned(), value.to_owned())),
    }
    let texts: Vec<String> = all
        .into_iter()
        .filter(|(_, value)| !value.is_empty() && value != "..")
        .map(|(name, value)| [&name, ":", value.as_str()].concat())
        .collect();
    (!texts.is_empty()).then(|| texts.join(","))
}

/// The ends of a range; both the same for a single value.
pub fn ends(value: &str) -> (String, String) {
    match value.split_once("..") {
        Some((from, to)) => (from.to_owned(), to.to_owned()),
        None => (value.to_owned(), value.to_owned()),
    }
}

/// A range as a condition has it; a single value where both ends are the same.
pub fn range(from: &str, to: &str) -> String {
    match from == to {
        true => from.to_owned(),
        false => [from, "..", to].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_set_changed_and_lifted() {
        let one = with(None, "state", "open");
        assert_eq!(one.as_deref(), Some("state:open"));
        let two = with(one.as_deref(), "since", "2025-01-01..");
        assert_eq!(two.as_deref(), Some("state:open,since:2025-01-01.."));
        assert_eq!(value_of(two.as_deref(), "since"), "2025-01-01..");
        let changed = with(two.as_deref(), "state", "closed");
        assert_eq!(changed.as_deref(), Some("state:closed,since:2025-01-01.."));
        assert_eq!(with(changed.as_deref(), "since", "").as_deref(), Some("state:closed"));
        assert_eq!(with(one.as_deref(), "state", ".."), None);
    }

    #[test]
    fn a_range_is_read_as_it_was_written() {
        for (from, to) in [("2025-01", "2025-03"), ("", "5"), ("5", ""), ("7", "7")] {
            assert_eq!(ends(&range(from, to)), (from.to_owned(), to.to_owned()));
        }
    }
}
