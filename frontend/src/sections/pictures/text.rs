//! What the pictures of a company say.

use shared::lang::Lang;

use crate::i18n::counted;

pub(super) struct Texts {
    pub matricola: &'static str,
    pub returns: &'static str,
    pub all_returns: &'static str,
    pub month: &'static str,
    pub state: &'static str,
    pub transmitted: &'static str,
    pub sent: &'static str,
    pub late: &'static str,
    pub to_correct: &'static str,
    pub missing: &'static str,
    pub in_time: &'static str,
    pub not_due: &'static str,
    pub strip_summary: fn(u64, u64, u64, u64) -> String,
    pub due_and_paid: &'static str,
    pub ageing: &'static str,
    pub all_debts: &'static str,
    pub open_debts: &'static str,
    pub total_credit: &'static str,
    pub left_out: fn(u64) -> String,
    pub roll: &'static str,
    pub on_roll: fn(u64) -> String,
    pub instalment_by: fn(&str) -> String,
    pub instalment_was: fn(&str) -> String,
    pub plans: &'static str,
    pub plans_summary: fn(u64, u64) -> String,
    pub plan: &'static str,
    pub instalments_paid: &'static str,
    pub instalments_left: &'static str,
    pub instalment: &'static str,
    pub next_instalment: &'static str,
    pub age: &'static str,
    pub what: &'static str,
    pub amount: &'static str,
    pub age_1: &'static str,
    pub age_2: &'static str,
    pub age_3: &'static str,
    pub age_4: &'static str,
    pub debts_count: fn(u64) -> String,
    pub ageing_summary: fn(u64, u64) -> String,
    pub timeline: &'static str,
    pub all_states: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub timeline_summary: fn(u64, u64) -> String,
    pub places: &'static str,
    pub place: &'static str,
    pub places_summary: fn(u64, u64) -> String,
    pub in_order: &'static str,
    pub parts: &'static str,
    pub all: fn(&str) -> String,
    pub ties: &'static str,
    pub subject: &'static str,
    pub tie: &'static str,
    pub persons: &'static str,
    pub companies: &'static str,
    pub ties_summary: fn(u64, u64) -> String,
    pub this_company: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    matricola: "Matricola",
    returns: "Denunce, ultimi 13 mesi",
    all_returns: "Tutte le denunce",
    month: "Mese",
    state: "Stato",
    transmitted: "Trasmessa il",
    sent: "Inviata",
    late: "In ritardo",
    to_correct: "Da correggere",
    missing: "Mancante",
    in_time: "Nei termini",
    not_due: "Non dovuta",
    strip_summary: |sent, late, wrong, missing| {
        let mut text = counted(sent, "mese inviato nei termini", "mesi inviati nei termini");
        for (count, one, many) in [
            (late, "in ritardo", "in ritardo"),
            (wrong, "da correggere", "da correggere"),
            (missing, "mancante", "mancanti"),
        ] {
            if count > 0 {
                text += ", ";
                text += &counted(count, one, many);
            }
        }
        text + "."
    },
    due_and_paid: "Dovuto e versato, ultimi 12 mesi",
    ageing: "Debiti per anzianità",
    all_debts: "Tutte le partite",
    open_debts: "ancora da pagare",
    total_credit: "a credito, da usare o chiedere",
    left_out: |count| {
        let records =
            counted(count, "altro record non è compreso", "altri record non sono compresi");
        [&records, ": sono nell'elenco."].concat()
    },
    roll: "Ruolo e dilazioni",
    on_roll: |count| {
        let entries = counted(count, "iscrizione a ruolo", "iscrizioni a ruolo");
        ["residuo di ", &entries].concat()
    },
    instalment_by: |day| ["prossima rata, entro il ", day].concat(),
    instalment_was: |day| ["rata scaduta il ", day].concat(),
    plans: "Piani di rate in corso",
    plans_summary: |plans, left| {
        let plans = counted(plans, "piano in corso", "piani in corso");
        [&plans, "; ", &counted(left, "rata residua", "rate residue"), "."].concat()
    },
    plan: "Piano",
    instalments_paid: "Rate pagate",
    instalments_left: "Rate residue",
    instalment: "Rata",
    next_instalment: "Prossima rata",
    age: "Anzianità",
    what: "Quante",
    amount: "Residuo",
    age_1: "fino a 3 mesi",
    age_2: "da 3 a 12 mesi",
    age_3: "da 1 a 3 anni",
    age_4: "oltre 3 anni",
    debts_count: |count| counted(count, "partita", "partite"),
    ageing_summary: |count, days| {
        [
            &counted(count, "partita aperta", "partite aperte"),
            "; la più vecchia da ",
            &counted(days, "giorno", "giorni"),
            ".",
        ]
        .concat()
    },
    timeline: "Posizioni nel tempo",
    all_states: "Storico degli stati",
    from: "Dal",
    to: "Al",
    places: "Unità operative nel tempo",
    place: "Unità",
    places_summary: |count, open| {
        [
            &counted(count, "unità operativa", "unità operative"),
            "; ",
            &counted(open, "aperta", "aperte"),
            ".",
        ]
        .concat()
    },
    timeline_summary: |lanes, gaps| {
        [
            &counted(lanes, "posizione", "posizioni"),
            "; ",
            &counted(gaps, "interruzione", "interruzioni"),
            ".",
        ]
        .concat()
    },
    in_order: "Nulla richiede attenzione",
    parts: "In dettaglio",
    all: |count| ["Vedi tutto (", count, ")"].concat(),
    ties: "Soggetti collegati, oggi",
    subject: "Soggetto",
    tie: "Legame",
    persons: "Persone",
    companies: "Aziende e posizioni",
    ties_summary: |persons, companies| {
        [
            &counted(persons, "persona", "persone"),
            "; ",
            &counted(companies, "azienda o posizione", "aziende o posizioni"),
            ".",
        ]
        .concat()
    },
    this_company: "Questa azienda",
};

static EN: Texts = Texts {
    matricola: "Matricola",
    returns: "Returns, last 13 months",
    all_returns: "All returns",
    month: "Month",
    state: "State",
    transmitted: "Transmitted on",
    sent: "Sent",
    late: "Late",
    to_correct: "To be corrected",
    missing: "Missing",
    in_time: "Not due yet",
    not_due: "Not due",
    strip_summary: |sent, late, wrong, missing| {
        let mut text = counted(sent, "month sent in time", "months sent in time");
        for (count, word) in [(late, "late"), (wrong, "to be corrected"), (missing, "missing")] {
            if count > 0 {
                text += ", ";
                text += &counted(count, word, word);
            }
        }
        text + "."
    },
    due_and_paid: "Due and paid, last 12 months",
    ageing: "Debts by age",
    all_debts: "All items",
    open_debts: "still to be paid",
    total_credit: "in credit, to be used or claimed",
    left_out: |count| {
        let records =
            counted(count, "more record is not included", "more records are not included");
        [&records, ": the list has them."].concat()
    },
    roll: "Collection roll and instalments",
    on_roll: |count| {
        let entries = counted(count, "entry in the roll", "entries in the roll");
        ["left of ", &entries].concat()
    },
    instalment_by: |day| ["next instalment, by ", day].concat(),
    instalment_was: |day| ["instalment was due on ", day].concat(),
    plans: "Running instalment plans",
    plans_summary: |plans, left| {
        let plans = counted(plans, "running plan", "running plans");
        [&plans, "; ", &counted(left, "instalment left", "instalments left"), "."].concat()
    },
    plan: "Plan",
    instalments_paid: "Instalments paid",
    instalments_left: "Instalments left",
    instalment: "Instalment",
    next_instalment: "Next instalment",
    age: "Age",
    what: "How many",
    amount: "Residual",
    age_1: "up to 3 months",
    age_2: "3 to 12 months",
    age_3: "1 to 3 years",
    age_4: "over 3 years",
    debts_count: |count| counted(count, "item", "items"),
    ageing_summary: |count, days| {
        [
            &counted(count, "open item", "open items"),
            "; the oldest for ",
            &counted(days, "day", "days"),
            ".",
        ]
        .concat()
    },
    timeline: "Positions over time",
    all_states: "History of states",
    from: "From",
    to: "To",
    places: "Establishments over time",
    place: "Establishment",
    places_summary: |count, open| {
        [
            &counted(count, "establishment", "establishments"),
            "; ",
            &counted(open, "open", "open"),
            ".",
        ]
        .concat()
    },
    timeline_summary: |lanes, gaps| {
        [
            &counted(lanes, "position", "positions"),
            "; ",
            &counted(gaps, "interruption", "interruptions"),
            ".",
        ]
        .concat()
    },
    in_order: "Nothing wants attention",
    parts: "In detail",
    all: |count| ["See all (", count, ")"].concat(),
    ties: "Linked subjects, today",
    subject: "Subject",
    tie: "Tie",
    persons: "Persons",
    companies: "Companies and positions",
    ties_summary: |persons, companies| {
        [
            &counted(persons, "person", "persons"),
            "; ",
            &counted(companies, "company or position", "companies or positions"),
            ".",
        ]
        .concat()
    },
    this_company: "This company",
};

static DE: Texts = Texts {
    matricola: "Matrikel",
    returns: "Meldungen, letzte 13 Monate",
    all_returns: "Alle Meldungen",
    month: "Monat",
    state: "Stand",
    transmitted: "Übermittelt am",
    sent: "Gesendet",
    late: "Verspätet",
    to_correct: "Zu berichtigen",
    missing: "Fehlt",
    in_time: "Noch nicht fällig",
    not_due: "Nicht geschuldet",
    strip_summary: |sent, late, wrong, missing| {
        let mut text = counted(sent, "Monat fristgerecht gesendet", "Monate fristgerecht gesendet");
        for (count, one, many) in [
            (late, "verspätet", "verspätet"),
            (wrong, "zu berichtigen", "zu berichtigen"),
            (missing, "fehlt", "fehlen"),
        ] {
            if count > 0 {
                text += ", ";
                text += &counted(count, one, many);
            }
        }
        text + "."
    },
    due_and_paid: "Geschuldet und gezahlt, letzte 12 Monate",
    ageing: "Schulden nach Alter",
    all_debts: "Alle Posten",
    open_debts: "noch zu zahlen",
    total_credit: "Guthaben, zu verrechnen oder zu beantragen",
    left_out: |count| {
        let records = counted(count, "weiterer Eintrag fehlt hier", "weitere Einträge fehlen hier");
        [&records, ": Die Liste führt sie."].concat()
    },
    roll: "Steuerrolle und Ratenzahlungen",
    on_roll: |count| {
        let entries = counted(count, "Eintragung", "Eintragungen");
        ["offen aus ", &entries, " in die Steuerrolle"].concat()
    },
    instalment_by: |day| ["nächste Rate, bis ", day].concat(),
    instalment_was: |day| ["Rate war fällig am ", day].concat(),
    plans: "Laufende Ratenpläne",
    plans_summary: |plans, left| {
        let plans = counted(plans, "laufender Plan", "laufende Pläne");
        [&plans, "; ", &counted(left, "Rate offen", "Raten offen"), "."].concat()
    },
    plan: "Plan",
    instalments_paid: "Bezahlte Raten",
    instalments_left: "Verbleibende Raten",
    instalment: "Rate",
    next_instalment: "Nächste Rate",
    age: "Alter",
    what: "Wie viele",
    amount: "Restbetrag",
    age_1: "bis 3 Monate",
    age_2: "3 bis 12 Monate",
    age_3: "1 bis 3 Jahre",
    age_4: "über 3 Jahre",
    debts_count: |count| counted(count, "Posten", "Posten"),
    ageing_summary: |count, days| {
        [
            &counted(count, "offener Posten", "offene Posten"),
            "; der älteste seit ",
            &counted(days, "Tag", "Tagen"),
            ".",
        ]
        .concat()
    },
    timeline: "Positionen im Verlauf",
    all_states: "Verlauf der Zustände",
    from: "Von",
    to: "Bis",
    places: "Betriebsstätten im Verlauf",
    place: "Betriebsstätte",
    places_summary: |count, open| {
        [
            &counted(count, "Betriebsstätte", "Betriebsstätten"),
            "; ",
            &counted(open, "offen", "offen"),
            ".",
        ]
        .concat()
    },
    timeline_summary: |lanes, gaps| {
        [
            &counted(lanes, "Position", "Positionen"),
            "; ",
            &counted(gaps, "Unterbrechung", "Unterbrechungen"),
            ".",
        ]
        .concat()
    },
    in_order: "Nichts erfordert Aufmerksamkeit",
    parts: "Im Einzelnen",
    all: |count| ["Alles ansehen (", count, ")"].concat(),
    ties: "Verbundene Subjekte, heute",
    subject: "Subjekt",
    tie: "Verbindung",
    persons: "Personen",
    companies: "Betriebe und Positionen",
    ties_summary: |persons, companies| {
        [
            &counted(persons, "Person", "Personen"),
            "; ",
            &counted(companies, "Betrieb oder Position", "Betriebe oder Positionen"),
            ".",
        ]
        .concat()
    },
    this_company: "Dieser Betrieb",
};
