//! Lines of the register as a table.

use std::rc::Rc;

use shared::lang::Lang;
use shared::register::{Direction, Line};
use yew::prelude::*;

use super::text::texts;
use crate::query::query_value;
use crate::route::Route;
use crate::ui::{Cell, CellKind, Column, Row, Table, Tone};
use crate::words;

/// The table; each line leads to its detail, over the page as it is.
pub(super) fn table(caption: &'static str, lines: &[Line], lang: Lang) -> Html {
    let words = texts(lang);
    let columns = vec![
        Column::new("number", words.number, CellKind::Title),
        Column::new("way", words.direction, CellKind::Text),
        Column::new("at", words.at, CellKind::Text),
        Column::new("party", words.party, CellKind::Text),
        Column::new("subject", words.subject, CellKind::Text),
        Column::new("files", words.files, CellKind::Text),
        Column::new("state", words.state, CellKind::Text),
    ];
    let row = |line: &Line| {
        let state = match line.annulled.is_some() {
            true => Cell::tag(Tone::Red, words.annulled),
            false => Cell::Empty,
        };
        let cells = vec![
            Cell::text(line.number.to_string()),
            Cell::text(direction(line.number.direction, lang)),
            Cell::text(words::moment(line.at, lang)),
            Cell::text(line.party.clone()),
            Cell::text(line.subject.clone()),
            Cell::text(files(line)),
            state,
        ];
        let number = line.number.to_string();
        Row::new(number.clone(), cells).with_href(href(&[("numero", &number)])).shared()
    };
    let rows: Vec<Rc<Row>> = lines.iter().map(row).collect();
    html! { <Table {caption} columns={Rc::new(columns)} {rows} /> }
}

/// What the files are called; how many there are where the register does not say it.
fn files(line: &Line) -> String {
    let names: Vec<&str> = line.files.iter().map(|file| file.name.as_str()).collect();
    match names.iter().any(|name| name.is_empty()) || names.is_empty() {
        true => line.attachments.to_string(),
        false => names.join(", "),
    }
}

/// Received or sent, in a word.
pub(super) fn direction(direction: Direction, lang: Lang) -> &'static str {
    let words = texts(lang);
    match direction {
        Direction::In => words.received,
        Direction::Out => words.sent,
    }
}

/// What the address of the register says, in their order.
const KEPT: [&str; 7] = ["sede", "vista", "giorno", "dopo", "cerca", "dal", "al"];

/// The address of the register as it is, with other values in some places.
pub(super) fn href(values: &[(&str, &str)]) -> String {
    let other = |name: &&str| !values.iter().any(|(named, _)| named == name);
    let kept = KEPT.iter().filter(|name| other(name));
    let kept = kept.filter_map(|name| Some((*name, query_value(name)?)));
    let values = values.iter().map(|(name, value)| (*name, (*value).to_owned()));
    let pair = |(name, value): (&str, String)| {
        [name, "=", &String::from(js_sys::encode_uri_component(&value))].concat()
    };
    let pairs: Vec<String> =
        kept.chain(values).filter(|(_, value)| !value.is_empty()).map(pair).collect();
    [Route::Register.href().as_str(), "?", &pairs.join("&")].concat()
}
