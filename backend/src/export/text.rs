//! Words of every file: its head, and what cells may not begin with.

use std::borrow::Cow;

use shared::format;
use shared::sections::{Phrase, phrase};

use super::sheet::{Sheet, Stamp};

const LIST: Phrase = phrase("Elenco", "List", "Liste");
const COMPANY: Phrase = phrase("Azienda", "Company", "Betrieb");
const PERSON: Phrase = phrase("Esportato da", "Exported by", "Exportiert von");
const MOMENT: Phrase =
    phrase("Data e ora (Roma)", "Date and time (Rome)", "Datum und Uhrzeit (Rom)");
const FILTER: Phrase = phrase("Filtro", "Filter", "Filter");
const NO_FILTER: Phrase = phrase("nessuno", "none", "keiner");
const ROWS: Phrase = phrase("Righe", "Rows", "Zeilen");
const CUT: Phrase = phrase(
    "ATTENZIONE: elenco troncato, ci sono altre righe: restringi il filtro",
    "ATTENTION: the list was cut, there are more rows: narrow the filter",
    "ACHTUNG: Liste gekürzt, es gibt weitere Zeilen: bitte den Filter einschränken",
);
pub(super) const ABOUT: Phrase = phrase("Informazioni", "About", "Info");
pub(super) const EMPTY: Phrase = phrase("Nessuna riga", "No rows", "Keine Zeilen");

/// The lines that say what a file is: label and text.
pub(super) fn head(
    sheet: &Sheet,
    stamp: &Stamp,
    rows: usize,
    cut: bool,
) -> Vec<(&'static str, String)> {
    let lang = sheet.lang;
    let mut filters: Vec<String> =
        sheet.filters.iter().map(|filter| format!("{}: {}", filter.label, filter.value)).collect();
    if filters.is_empty() {
        filters.push(NO_FILTER.of(lang).to_owned());
    }
    let count = format::integer(rows as u64, lang);
    let count = if cut { format!("{count}. {}", CUT.of(lang)) } else { count };
    let mut lines = vec![(LIST.of(lang), sheet.title.clone())];
    lines.extend(stamp.company.clone().map(|company| (COMPANY.of(lang), company)));
    lines.extend([
        (PERSON.of(lang), stamp.person.clone()),
        (MOMENT.of(lang), format::instant(stamp.at, lang)),
        (FILTER.of(lang), filters.join("; ")),
        (ROWS.of(lang), count),
    ]);
    lines
}

/// A text that no spreadsheet takes for a formula (ASVS 1.2.10): one that begins with `=`, `+`, `-`, `@`, a tab, a line break or their
/// wide forms, even after blanks, gets an apostrophe before it. Control characters become blanks.
pub(super) fn neutral(text: &str) -> Cow<'_, str> {
    const FORMULA: [char; 11] =
        ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    let is_control = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    let begins = text.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\0']);
    let is_formula = text.starts_with(['\t', '\r', '\n', '\0']) || begins.starts_with(FORMULA);
    if !is_formula && !text.contains(is_control) {
        return Cow::Borrowed(text);
    }
    let apostrophe = if is_formula { "'" } else { "" };
    let plain: String = text.chars().map(|c| if is_control(c) { ' ' } else { c }).collect();
    Cow::Owned(format!("{apostrophe}{plain}"))
}
