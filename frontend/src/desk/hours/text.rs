//! What the page of the hours says.

use shared::lang::Lang;

pub(super) struct Texts {
    pub title: &'static str,
    pub lead: &'static str,
    pub back: &'static str,
    pub none: &'static str,
    pub nothing: &'static str,
    pub colleagues: &'static str,
    pub changed: fn(by: &str, at: &str) -> String,
    pub unit: &'static str,
    pub days: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub contact: &'static str,
    pub contact_help: &'static str,
    pub away: &'static str,
    pub away_help: &'static str,
    /// What customers read.
    pub read: fn(&str) -> String,
    pub save: &'static str,
    pub saved: &'static str,
    pub overtaken: &'static str,
    pub no_day: &'static str,
    pub not_hours: &'static str,
    pub no_contact: &'static str,
    pub past: &'static str,
    pub too_late: &'static str,
}

impl Texts {
    /// What [`shared::desk::check_hours`] found.
    pub fn reason(&self, reason: &str) -> &'static str {
        match reason {
            "empty" | "unknown" => self.no_day,
            "not_hours" => self.not_hours,
            "past" => self.past,
            "too_late" => self.too_late,
            _ => self.no_contact,
        }
    }
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    title: "Orari e recapiti",
    lead: "Chi ha una richiesta in carico a voi li legge accanto al vostro nome.",
    back: "Torna alla coda",
    none: "Nessuno lavora in questa sede",
    nothing: "Non indicati",
    colleagues: "Persone della sede",
    changed: |by, at| ["Ultima modifica di ", by, ", ", at].concat(),
    unit: "Unità",
    days: "Giorni",
    from: "Dalle",
    to: "Alle",
    contact: "Recapito pubblico",
    contact_help: "Un numero o un indirizzo che tutti possono leggere",
    away: "Assenza fino al",
    away_help: "L'ultimo giorno di assenza; vuoto se non c'è",
    read: |words| ["Si leggerà: ", words].concat(),
    save: "Salva",
    saved: "Orari salvati.",
    overtaken: "Nel frattempo sono stati cambiati: ricarica la pagina e ripeti la modifica.",
    no_day: "Scegli almeno un giorno",
    not_hours: "La fine viene dopo l'inizio",
    no_contact: "Scrivi il recapito in una riga di 100 caratteri al massimo",
    past: "Questo giorno è già passato",
    too_late: "Al massimo un anno",
};

static EN: Texts = Texts {
    title: "Hours and contacts",
    lead: "Whoever has a request with you reads them beside your name.",
    back: "Back to the queue",
    none: "Nobody works at this office",
    nothing: "Not said",
    colleagues: "People of the office",
    changed: |by, at| ["Last changed by ", by, ", ", at].concat(),
    unit: "Unit",
    days: "Days",
    from: "From",
    to: "To",
    contact: "Public contact",
    contact_help: "A number or an address that everybody may read",
    away: "Away until",
    away_help: "The last day of the absence; empty if there is none",
    read: |words| ["This is read: ", words].concat(),
    save: "Save",
    saved: "Hours saved.",
    overtaken: "They were changed in the meantime: load the page again and repeat the change.",
    no_day: "Choose at least one day",
    not_hours: "The end comes after the beginning",
    no_contact: "Write the contact in one line of at most 100 characters",
    past: "That day has passed",
    too_late: "At most a year",
};

static DE: Texts = Texts {
    title: "Zeiten und Kontakte",
    lead: "Wer eine Anfrage bei Ihnen hat, liest sie neben Ihrem Namen.",
    back: "Zurück zur Warteschlange",
    none: "In dieser Stelle arbeitet niemand",
    nothing: "Nicht angegeben",
    colleagues: "Personen der Stelle",
    changed: |by, at| ["Zuletzt geändert von ", by, ", ", at].concat(),
    unit: "Einheit",
    days: "Tage",
    from: "Von",
    to: "Bis",
    contact: "Öffentlicher Kontakt",
    contact_help: "Eine Nummer oder Adresse, die alle lesen dürfen",
    away: "Abwesend bis",
    away_help: "Der letzte Tag der Abwesenheit; leer, wenn es keine gibt",
    read: |words| ["Zu lesen ist: ", words].concat(),
    save: "Speichern",
    saved: "Zeiten gespeichert.",
    overtaken: "Inzwischen wurden sie geändert: Laden Sie die Seite neu und wiederholen Sie die Änderung.",
    no_day: "Wählen Sie mindestens einen Tag",
    not_hours: "Das Ende kommt nach dem Anfang",
    no_contact: "Schreiben Sie den Kontakt in eine Zeile von höchstens 100 Zeichen",
    past: "Dieser Tag ist vorbei",
    too_late: "Höchstens ein Jahr",
};
