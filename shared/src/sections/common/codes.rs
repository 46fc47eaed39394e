//! Code tables that several sections share. Codes travel in feeds and stand in the store: none is ever renamed.

use crate::sections::{Code, Tone, phrase};

/// Number of the section of contribution positions, to which every matricola leads.
pub const POSITIONS: u8 = 40;
/// Number of the section of what else is kept of a position.
pub const POSITION_DETAILS: u8 = 41;
/// Number of the section of connected persons.
pub const PERSONS: u8 = 15;
/// Number of the section of rectification notices.
pub const NOTICES: u8 = 22;
/// Number of the section of their causes.
pub const NOTICE_CAUSES: u8 = 54;
/// Number of the section of credits and defaults.
pub const CREDITS: u8 = 20;

/// States of a contribution position, in the order of the institute's numbers 1 to 6.
pub const POSITION_STATES: &[Code] = &[
    Code::toned("attiva", phrase("Attiva", "Active", "Aktiv"), Tone::Green),
    Code::toned(
        "cessata_provvisoria",
        phrase("Cessata provvisoria", "Closed for now", "Vorläufig beendet"),
        Tone::Orange,
    ),
    Code::new("cessata_definitiva", phrase("Cessata definitiva", "Closed", "Beendet")),
    Code::toned("sospesa", phrase("Sospesa", "Suspended", "Ausgesetzt"), Tone::Orange),
    Code::toned("riattivata", phrase("Riattivata", "Reactivated", "Wieder aktiv"), Tone::Green),
    Code::toned("fallita", phrase("Fallita", "Bankrupt", "In Konkurs"), Tone::Red),
];

/// Contribution schemes (the institute's areas of management).
pub const SCHEMES: &[Code] = &[
    Code::new(
        "aziende",
        phrase("Aziende con dipendenti", "Employers", "Betriebe mit Angestellten"),
    ),
    Code::new(
        "agricole",
        phrase("Aziende agricole", "Farm employers", "Landwirtschaftliche Betriebe"),
    ),
    Code::new(
        "pubblica",
        phrase("Gestione pubblica", "Public employers", "Öffentliche Verwaltung"),
    ),
    Code::new(
        "spettacolo",
        phrase("Spettacolo e sport (ex ENPALS)", "Show and sport", "Schauspiel und Sport"),
    ),
    Code::new(
        "committenti",
        phrase("Committenti (Gestione Separata)", "Principals", "Auftraggeber"),
    ),
    Code::new(
        "professionisti",
        phrase("Professionisti (Gestione Separata)", "Professionals", "Freiberufler"),
    ),
    Code::new("artigiani", phrase("Artigiani", "Artisans", "Handwerker")),
    Code::new("commercianti", phrase("Commercianti", "Merchants", "Kaufleute")),
    Code::new(
        "voucher",
        phrase("Datori di voucher", "Voucher employers", "Arbeitgeber mit Voucher"),
    ),
];

/// Whether something that begins and ends still lasts.
pub const OPEN_CLOSED: &[Code] = &[
    Code::toned("aperta", phrase("Aperta", "Open", "Offen"), Tone::Blue),
    Code::new("chiusa", phrase("Chiusa", "Closed", "Geschlossen")),
];

/// How a letter travels.
pub const CHANNELS: &[Code] = &[
    Code::new("pec", phrase("PEC", "Certified e-mail (PEC)", "Zertifizierte E-Mail (PEC)")),
    Code::new("raccomandata", phrase("Raccomandata", "Registered letter", "Einschreiben")),
    Code::new("ordinaria", phrase("Posta ordinaria", "Ordinary mail", "Gewöhnliche Post")),
];

/// What became of a letter.
pub const DELIVERIES: &[Code] = &[
    Code::toned("in_viaggio", phrase("In viaggio", "On its way", "Unterwegs"), Tone::Blue),
    Code::toned("consegnata", phrase("Consegnata", "Delivered", "Zugestellt"), Tone::Green),
    Code::toned(
        "compiuta_giacenza",
        phrase("Compiuta giacenza", "Deemed delivered", "Durch Hinterlegung zugestellt"),
        Tone::Orange,
    ),
    Code::toned(
        "irreperibile",
        phrase("Irreperibile", "Addressee not found", "Unzustellbar"),
        Tone::Red,
    ),
];
