//! Labels and origins that several sections have.

use crate::sections::{Field, FieldRole, Kind, Link, Phrase, phrase};

pub(crate) const MATRICOLA: Phrase = phrase("Matricola", "Matricola", "Matrikel");
pub(crate) const TAX_CODE: Phrase = phrase("Codice fiscale", "Tax code", "Steuernummer");
pub(crate) const REGISTER_NUMBER: Phrase = phrase(
    "Numero nell'anagrafe contribuenti",
    "Number in the registry of contributors",
    "Nummer im Register der Beitragszahler",
);
pub(crate) const NAME: Phrase = phrase("Denominazione", "Name", "Bezeichnung");
pub(crate) const PERSON: Phrase = phrase("Nome e cognome", "Name", "Vor- und Nachname");
pub(crate) const OFFICE: Phrase = phrase("Sede", "Office", "Stelle");
pub(crate) const CSC: Phrase = phrase("CSC", "CSC", "CSC");
pub(crate) const CAS: Phrase = phrase("CA", "CA", "CA");
pub(crate) const ATECO: Phrase = phrase("ATECO", "ATECO", "ATECO");
pub(crate) const STATE: Phrase = phrase("Stato", "State", "Zustand");
pub(crate) const FROM: Phrase = phrase("Dal", "From", "Vom");
pub(crate) const TO: Phrase = phrase("Al", "To", "Bis");
pub(crate) const IN_STATE_SINCE: Phrase =
    phrase("Nello stato dal", "In this state since", "In diesem Zustand seit");
pub(crate) const OPENED: Phrase = phrase("Aperta il", "Opened on", "Eröffnet am");
pub(crate) const STARTED: Phrase = phrase("Inizio attività", "Activity since", "Tätigkeitsbeginn");
pub(crate) const SINCE: Phrase = phrase("Dal", "Since", "Seit");
pub(crate) const STREET: Phrase = phrase("Indirizzo", "Address", "Anschrift");
pub(crate) const HAMLET: Phrase =
    phrase("Frazione o località", "Hamlet or locality", "Fraktion oder Ort");
pub(crate) const POSTCODE: Phrase = phrase("CAP", "Postcode", "PLZ");
pub(crate) const TOWN: Phrase = phrase("Comune", "Municipality", "Gemeinde");
pub(crate) const PROVINCE: Phrase = phrase("Provincia", "Province", "Provinz");
pub(crate) const SCHEME: Phrase = phrase("Gestione", "Scheme", "Verwaltung");
pub(crate) const KIND: Phrase = phrase("Tipo", "Kind", "Art");
pub(crate) const CAUSE: Phrase = phrase("Causa", "Cause", "Ursache");
pub(crate) const REASON: Phrase = phrase("Motivo", "Reason", "Grund");
pub(crate) const NOTE: Phrase = phrase("Note", "Notes", "Anmerkungen");
pub(crate) const EMPLOYEES: Phrase = phrase("Dipendenti", "Employees", "Angestellte");
pub(crate) const WORKERS: Phrase = phrase("Lavoratori", "Workers", "Arbeitnehmer");
pub(crate) const MONTH: Phrase = phrase("Mese", "Month", "Monat");
pub(crate) const FIRST_MONTH: Phrase = phrase("Dal mese", "From month", "Ab Monat");
pub(crate) const LAST_MONTH: Phrase = phrase("Al mese", "To month", "Bis Monat");
pub(crate) const CONTRIBUTIONS: Phrase = phrase("Contributi", "Contributions", "Beiträge");
pub(crate) const SANCTIONS: Phrase = phrase("Sanzioni civili", "Civil sanctions", "Zivilstrafen");
pub(crate) const TOTAL: Phrase = phrase("Totale", "Total", "Gesamtbetrag");
pub(crate) const PAID: Phrase = phrase("Versato", "Paid", "Gezahlt");
pub(crate) const DUE: Phrase = phrase("Dovuto", "Due", "Geschuldet");
pub(crate) const RESIDUAL: Phrase = phrase("Residuo", "Outstanding", "Offen");
pub(crate) const DIFFERENCE: Phrase = phrase("Differenza", "Difference", "Differenz");
pub(crate) const NOTIFIED: Phrase = phrase("Notificato il", "Notified on", "Zugestellt am");
pub(crate) const ENTERED: Phrase = phrase("Inserimento del", "Entered on", "Eingetragen am");
pub(crate) const ENTERED_BY: Phrase = phrase("Inserimento di", "Entered by", "Eingetragen von");
pub(crate) const PAY_BY: Phrase = phrase("Da pagare entro il", "Pay by", "Zu zahlen bis");
pub(crate) const INSTALMENTS: Phrase = phrase("Rate", "Instalments", "Raten");
pub(crate) const INSTALMENT: Phrase = phrase("Importo della rata", "Instalment", "Betrag der Rate");
pub(crate) const CERTIFIED: Phrase = phrase("Certificato", "Certified", "Bescheinigt");
pub(crate) const DURC: Phrase =
    phrase("Conta per il DURC", "Counts for the DURC", "Zählt für den DURC");
pub(crate) const RATE: Phrase = phrase("Tasso annuo", "Yearly rate", "Jahressatz");
pub(crate) const REPRESENTATIVE: Phrase =
    phrase("Rappresentante legale", "Legal representative", "Gesetzlicher Vertreter");
pub(crate) const REA: Phrase = phrase("Numero REA", "REA number", "REA-Nummer");

/// The register extract, from which positions, classifications, states and persons are derived.
pub(crate) const REGISTER: Phrase = phrase(
    "Registro dei contribuenti dell'Istituto, dall'ultimo estratto anagrafico importato.",
    "The institute's register of contributors, from the last register extract imported.",
    "Register der Beitragszahler des Instituts, aus dem zuletzt importierten Registerauszug.",
);
/// The same register, its archives that are fed on their own.
pub(crate) const REGISTER_FEED: Phrase = phrase(
    "Registro dei contribuenti dell'Istituto, alimentato dal flusso di questo archivio.",
    "The institute's register of contributors, by the feed of this archive.",
    "Register der Beitragszahler des Instituts, über den Datenfluss dieses Archivs.",
);

/// A column of matricole that narrows the list and leads to the position.
pub(crate) const fn matricola() -> Field {
    Field::new("matricola", Kind::Matricola, MATRICOLA)
        .filter()
        .link(Link::Records(super::codes::POSITIONS))
}

/// The office of a row.
pub(crate) const fn office() -> Field {
    Field::new("office", Kind::Office, OFFICE)
}

/// The state of a row: its tag.
pub(crate) const fn state(codes: &'static [crate::sections::Code]) -> Field {
    Field::new("state", Kind::Code(codes), STATE).required().role(FieldRole::Status).filter()
}
