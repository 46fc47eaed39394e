//! What the audit log says.

use shared::lang::Lang;

pub(super) struct Texts {
    pub intro: &'static str,
    pub log: &'static str,
    pub none: &'static str,
    pub number: &'static str,
    pub at: &'static str,
    pub action: &'static str,
    pub person: &'static str,
    pub system: &'static str,
    pub company: &'static str,
    pub subject: &'static str,
    pub chain: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    intro: "Ogni operazione che cambia qualcosa, in ordine, legata alla precedente da un'impronta: se una voce venisse tolta o cambiata, la catena si spezzerebbe.",
    log: "Operazioni",
    none: "Nessuna operazione registrata",
    number: "Numero",
    at: "Data e ora",
    action: "Operazione",
    person: "Persona",
    system: "sistema",
    company: "Azienda",
    subject: "Oggetto",
    chain: "Impronta",
};

static EN: Texts = Texts {
    intro: "Every operation that changes something, in order, tied to the one before by a hash: were an entry taken away or changed, the chain would break.",
    log: "Operations",
    none: "No operation recorded",
    number: "Number",
    at: "Date and time",
    action: "Operation",
    person: "Person",
    system: "system",
    company: "Company",
    subject: "Subject",
    chain: "Hash",
};

static DE: Texts = Texts {
    intro: "Jeder Vorgang, der etwas ändert, der Reihe nach, durch einen Hash mit dem vorigen verbunden: Würde ein Eintrag entfernt oder geändert, bräche die Kette.",
    log: "Vorgänge",
    none: "Kein Vorgang aufgezeichnet",
    number: "Nummer",
    at: "Datum und Uhrzeit",
    action: "Vorgang",
    person: "Person",
    system: "System",
    company: "Betrieb",
    subject: "Gegenstand",
    chain: "Hash",
};
