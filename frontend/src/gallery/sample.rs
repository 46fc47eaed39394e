//! Invented words and figures for the gallery. Nobody here exists.

use crate::ui::{BarPoint, IconName, NavItem, NavSection};
use std::rc::Rc;

/// The heading of the page.
pub const TITLE: &str = "Componenti";
/// The headings of its parts.
pub const SECTIONS: [&str; 5] = ["Azioni", "Stati e cifre", "Superfici", "Moduli", "Situazioni"];
/// A company.
pub const COMPANY: &str = "Forno Esempio S.r.l.";
/// Its matricola.
pub const MATRICOLA: &str = "70 123456 62";
/// What that is.
pub const MATRICOLA_LABEL: &str = "Matricola";
/// Its office.
pub const OFFICE: &str = "Roma Tuscolano";
/// A person.
pub const PERSON: &str = "Maria Rossi";
/// The words of the buttons, by kind.
pub const ACTS: [&str; 5] =
    ["Invia la richiesta", "Salva la bozza", "Esporta", "Simula", "Elimina"];
/// Words for small things.
pub const WORDS: [&str; 6] =
    ["Tutti", "Da gestire", "Cambiati", "Filtri", "Regolare", "Tutte le evidenze"];
/// States in one word, by tone.
pub const STATES: [&str; 5] =
    ["Archiviata", "In carico", "Regolare", "Da regolarizzare", "Irregolare"];
/// A sentence.
pub const SENTENCE: &str = "Se oggi fosse rinnovato: da regolarizzare, 412,50 € di settembre.";
/// An error with its remedy.
pub const ERROR: &str = "La matricola ha dieci cifre: qui ne mancano due.";
/// A code to quote.
pub const CODE: &str = "CAS-7F3A-0412";
/// A moment.
pub const MOMENT: &str = "22/11/2026, 08:14";

/// The destinations of an owner; the first is the one being shown.
pub fn destinations() -> Vec<NavItem> {
    let places = [
        ("/_ui#frame", "Oggi", IconName::Bank, 0),
        ("/_ui#2", "Evidenze", IconName::Flag, 2),
        ("/_ui#3", "Messaggi", IconName::Message, 1),
        ("/_ui#4", "Agenda", IconName::Calendar, 0),
        ("/_ui#5", "Altro", IconName::More, 0),
    ];
    let items = places.into_iter().enumerate();
    items
        .map(|(index, (href, label, icon, badge))| {
            NavItem::new(href, label, icon, index == 0).with_badge(badge)
        })
        .collect()
}

/// The same for the side menu, with a second group.
pub fn sections() -> Vec<NavSection> {
    let more = [
        ("/_ui#6", "Anagrafica", IconName::Building, 0),
        ("/_ui#7", "UniEmens", IconName::Document, 0),
        ("/_ui#8", "Versamenti", IconName::Receipt, 312),
    ];
    let items = more
        .into_iter()
        .map(|(href, label, icon, badge)| NavItem::new(href, label, icon, false).with_badge(badge));
    let second = NavSection { title: Some("Azienda".into()), items: items.collect() };
    vec![NavSection { title: None, items: destinations() }, second]
}

/// Twelve months of due and paid, in cents; one is short.
pub fn months() -> Rc<Vec<BarPoint>> {
    let names = [
        "ottobre",
        "novembre",
        "dicembre",
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
    ];
    let due = [
        1_240_000, 1_318_000, 1_262_000, 1_335_000, 1_301_000, 1_352_000, 1_290_000, 1_280_000,
        1_322_000, 1_365_000, 1_310_000, 1_318_000,
    ];
    let point = |(index, (name, due)): (usize, (&str, i64))| {
        let paid = if index == 9 { due - 128_917 } else { due };
        let euro = |cents: i64| {
            format!("{}.{:03},{:02} €", cents / 100_000, cents / 100 % 1_000, cents % 100).into()
        };
        let short = name.chars().take(1).flat_map(char::to_uppercase).collect::<String>();
        let year = if index < 3 { 2025 } else { 2026 };
        BarPoint {
            label: format!("{name} {year}").into(),
            short: short.into(),
            due,
            paid,
            due_text: euro(due),
            paid_text: euro(paid),
        }
    };
    Rc::new(names.into_iter().zip(due).enumerate().map(point).collect())
}
