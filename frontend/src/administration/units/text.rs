//! What the view of units says.

use shared::lang::Lang;

pub(super) struct Texts {
    pub title: &'static str,
    pub lead: &'static str,
    pub new: &'static str,
    pub change: &'static str,
    pub withdrawn: &'static str,
    /// Of a unit that comes with the program, of the one that every office has, and of one that an administrator made.
    pub shipped: &'static str,
    pub everywhere: &'static str,
    pub added: fn(code: &str) -> String,
    pub code: &'static str,
    pub code_help: &'static str,
    pub code_wrong: &'static str,
    pub taken: &'static str,
    /// In the order of the languages.
    pub names: [&'static str; 3],
    pub empty: &'static str,
    pub too_long: &'static str,
    pub withdraw: &'static str,
    pub withdraw_help: &'static str,
    pub why: &'static str,
    pub keep: &'static str,
    pub of_topic: fn(unit: &str, topic: &str) -> String,
    pub of_office: fn(unit: &str, office: &str) -> String,
    pub of_rule: fn(unit: &str) -> String,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    title: "Unità delle sedi",
    lead: "Come si chiamano e quali ci sono: una sede le ha tutte, se non è stabilito altro.",
    new: "Nuova unità",
    change: "Modifica dell'unità",
    withdrawn: "Ritirata",
    shipped: "Prevista dal programma",
    everywhere: "Prevista dal programma, in ogni sede",
    added: |code| ["Aggiunta qui · codice ", code].concat(),
    code: "Codice",
    code_help: "Minuscole, cifre e trattino basso, per esempio polo_1: non si potrà cambiare",
    code_wrong: "Scrivi al massimo 24 minuscole, cifre o trattini bassi, una lettera per prima",
    taken: "Questo codice c'è già",
    names: ["Nome in italiano", "Nome in inglese", "Nome in tedesco"],
    empty: "Scrivi qualcosa",
    too_long: "È troppo lungo, o ha caratteri che non si scrivono",
    withdraw: "Ritirata",
    withdraw_help: "Non le si affida più nulla; ciò che ha prosegue, con il suo nome.",
    why: "Motivo o provvedimento",
    keep: "Salva l'unità",
    of_topic: |unit, topic| {
        [
            "«",
            unit,
            "» non si può ritirare: le spetta l'argomento ",
            topic,
            ". Prima affidalo a un'altra unità.",
        ]
        .concat()
    },
    of_office: |unit, office| {
        [
            "«",
            unit,
            "» non si può ritirare: è tra le unità della sede ",
            office,
            ". Prima stabilisci quali altre ci sono.",
        ]
        .concat()
    },
    of_rule: |unit| {
        ["«", unit, "» non si può ritirare: una regola degli argomenti le affida richieste. Prima falla finire."].concat()
    },
};

static EN: Texts = Texts {
    title: "Units of offices",
    lead: "What they are called and which there are: an office has all of them unless something else was said.",
    new: "New unit",
    change: "Change of the unit",
    withdrawn: "Withdrawn",
    shipped: "Comes with the program",
    everywhere: "Comes with the program, in every office",
    added: |code| ["Added here · code ", code].concat(),
    code: "Code",
    code_help: "Small letters, digits and underscores, for instance pole_1: it cannot be changed later",
    code_wrong: "Write 24 small letters, digits or underscores at most, a letter first",
    taken: "There is such a code already",
    names: ["Name in Italian", "Name in English", "Name in German"],
    empty: "Write something",
    too_long: "It is too long, or has characters that are not written",
    withdraw: "Withdrawn",
    withdraw_help: "Nothing is given to it any more; what it has goes on, with its name.",
    why: "Reason or decision",
    keep: "Save the unit",
    of_topic: |unit, topic| {
        [
            "“",
            unit,
            "” cannot be withdrawn: it answers about topic ",
            topic,
            ". Give that to another unit first.",
        ]
        .concat()
    },
    of_office: |unit, office| {
        [
            "“",
            unit,
            "” cannot be withdrawn: it is among the units of office ",
            office,
            ". Say first which others there are.",
        ]
        .concat()
    },
    of_rule: |unit| {
        [
            "“",
            unit,
            "” cannot be withdrawn: a rule about topics gives requests to it. Let that end first.",
        ]
        .concat()
    },
};

static DE: Texts = Texts {
    title: "Einheiten der Stellen",
    lead: "Wie sie heißen und welche es gibt: Eine Stelle hat alle, wenn nichts anderes festgelegt ist.",
    new: "Neue Einheit",
    change: "Änderung der Einheit",
    withdrawn: "Aufgehoben",
    shipped: "Vom Programm vorgesehen",
    everywhere: "Vom Programm vorgesehen, in jeder Stelle",
    added: |code| ["Hier angelegt · Code ", code].concat(),
    code: "Code",
    code_help: "Kleinbuchstaben, Ziffern und Unterstriche, zum Beispiel pol_1: Er lässt sich später nicht ändern",
    code_wrong: "Schreiben Sie höchstens 24 Kleinbuchstaben, Ziffern oder Unterstriche, zuerst einen Buchstaben",
    taken: "Diesen Code gibt es schon",
    names: ["Name auf Italienisch", "Name auf Englisch", "Name auf Deutsch"],
    empty: "Schreiben Sie etwas",
    too_long: "Es ist zu lang oder hat Zeichen, die man nicht schreibt",
    withdraw: "Aufgehoben",
    withdraw_help: "Ihr wird nichts mehr zugewiesen; was sie hat, geht unter ihrem Namen weiter.",
    why: "Grund oder Verfügung",
    keep: "Einheit speichern",
    of_topic: |unit, topic| {
        [
            "„",
            unit,
            "“ kann nicht aufgehoben werden: Sie antwortet zum Thema ",
            topic,
            ". Weisen Sie es zuerst einer anderen Einheit zu.",
        ]
        .concat()
    },
    of_office: |unit, office| {
        [
            "„",
            unit,
            "“ kann nicht aufgehoben werden: Sie gehört zur Stelle ",
            office,
            ". Legen Sie zuerst fest, welche anderen es gibt.",
        ]
        .concat()
    },
    of_rule: |unit| {
        ["„", unit, "“ kann nicht aufgehoben werden: Eine Regel der Themen weist ihr Anfragen zu. Lassen Sie diese zuerst enden."].concat()
    },
};
