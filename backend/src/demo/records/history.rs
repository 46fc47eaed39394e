//! What a record said before it says what it says now.

use shared::sections::FieldRole;
use shared::sections::matters::{credits, notices, plans, roll, wage_support};

use super::Fed;

/// The state that came before, and how many days before, by section and state.
fn before(section: u8, state: &str) -> Option<(&'static str, i64)> {
    let found = match (section, state) {
        (of, "inviata") if of == notices::SECTION.number => ("emessa", 4),
        (of, "pagata" | "pagata_ridotta" | "utilizzata" | "contestata" | "rateizzata")
            if of == notices::SECTION.number =>
        {
            ("inviata", 24)
        }
        (of, "recupero_crediti") if of == notices::SECTION.number => ("inviata", 60),
        (of, "recupero_crediti") if of == credits::SECTION.number => ("insoluto", 10),
        (of, "avviso_bonario" | "contestazione") if of == credits::SECTION.number => {
            ("recupero_crediti", 45)
        }
        (of, "avviso_addebito" | "rateizzata" | "pagata") if of == credits::SECTION.number => {
            ("avviso_bonario", 75)
        }
        (of, "affidata") if of == credits::SECTION.number => ("avviso_addebito", 90),
        (of, "usata") if of == credits::SECTION.number => ("disponibile", 50),
        (of, "accolta" | "respinta" | "in_corso") if of == plans::SECTION.number => {
            ("in_istruttoria", 9)
        }
        (of, "sospeso" | "rateizzato" | "pagato" | "opposto" | "sgravato")
            if of == roll::SECTION.number =>
        {
            ("notificato", 40)
        }
        (of, "autorizzata" | "autorizzata_parziale" | "respinta" | "integrazione")
            if of == wage_support::SECTION.number =>
        {
            ("in_istruttoria", 20)
        }
        (of, "conguagliata" | "pagata") if of == wage_support::SECTION.number => {
            ("autorizzata", 30)
        }
        _ => return None,
    };
    Some(found)
}

/// The record as it stood before its state became what it is, where there was such a time.
pub(super) fn earlier(record: &Fed) -> Option<Fed> {
    let (place, _) = record.section.role(FieldRole::Status)?;
    let state = record.cells.get(place)?.as_deref()?;
    let (before, days) = before(record.section.number, state)?;
    let mut cells = record.cells.clone();
    *cells.get_mut(place)? = Some(before.to_owned());
    Some(Fed { section: record.section, cells, on: record.on.plus_days(-days) })
}
