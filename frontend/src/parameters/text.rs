//! What the screen of the parameters says.

use shared::lang::Lang;

use crate::i18n::counted;

pub(super) struct Texts {
    pub lead: &'static str,
    pub subjects: &'static str,
    /// In the order of [`shared::parameters::Subject::ALL`].
    pub names: [&'static str; 8],
    pub shipped: &'static str,
    pub replaced: fn(&str) -> String,
    pub version: fn(&str, u64) -> String,
    pub json: &'static str,
    pub json_help: &'static str,
    pub file: &'static str,
    pub file_help: &'static str,
    pub note: &'static str,
    pub note_help: &'static str,
    pub replace: &'static str,
    pub back: &'static str,
    pub done: &'static str,
    pub wrong_at: fn(&str, &str, &str) -> String,
    pub wrong: fn(&str) -> String,
    pub note_wrong: &'static str,
    pub history: &'static str,
    pub never: &'static str,
    pub number: &'static str,
    pub subject: &'static str,
    pub when: &'static str,
    pub who: &'static str,
    pub went_back: &'static str,
    pub lines: fn(usize) -> String,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    lead: "Valori che leggi e circolari fissano e cambiano: con essi si calcola e si controllano le denunce. Una sostituzione vale subito, per tutti.",
    subjects: "Gruppi di valori",
    names: [
        "Aliquote dei dipendenti",
        "Valori annuali",
        "Tassi (TUR e legale)",
        "Sanzioni civili",
        "Rateazioni",
        "Termini e soglie",
        "Note di rettifica",
        "DURC",
    ],
    shipped: "Come nel programma",
    replaced: |at| ["Sostituito il ", at].concat(),
    version: |day, number| {
        ["In uso: parametri del ", day, ", versione ", &number.to_string(), "."].concat()
    },
    json: "Testo (JSON)",
    json_help: "Ogni valore ha il giorno da cui vale, la fonte e quanto è sicuro. Importi in centesimi, aliquote in milionesimi.",
    file: "Prendi il testo da un file",
    file_help: "Un file JSON con tutto il gruppo: prima di sostituire lo vedi qui sopra.",
    note: "Che cosa cambia, e per quale norma",
    note_help: "Resta nello storico, per esempio «TUR dal 17/12/2026, comunicato BCE».",
    replace: "Sostituisci",
    back: "Torna ai valori del programma",
    done: "Parametri sostituiti.",
    wrong_at: |line, column, reason| ["Riga ", line, ", colonna ", column, ": ", reason].concat(),
    wrong: |reason| ["Il testo non va bene: ", reason].concat(),
    note_wrong: "Scrivi che cosa cambia, al massimo 200 caratteri.",
    history: "Storico delle sostituzioni",
    never: "Nessun valore è mai stato sostituito.",
    number: "Numero",
    subject: "Gruppo",
    when: "Quando",
    who: "Chi",
    went_back: "ritorno ai valori del programma",
    lines: |count| counted(count as u64, "riga", "righe"),
};

static EN: Texts = Texts {
    lead: "Values that laws and circulars set and change: calculations and the checks of declarations use them. A replacement holds at once, for everybody.",
    subjects: "Groups of values",
    names: [
        "Rates of employees",
        "Yearly figures",
        "Rates of interest (TUR and legal)",
        "Civil sanctions",
        "Instalments",
        "Terms and thresholds",
        "Rectification notices",
        "DURC",
    ],
    shipped: "As the program came with",
    replaced: |at| ["Replaced on ", at].concat(),
    version: |day, number| {
        ["In use: parameters of ", day, ", version ", &number.to_string(), "."].concat()
    },
    json: "Text (JSON)",
    json_help: "Each value has the day from which it holds, its source and how well it is known. Amounts in cents, rates in millionths.",
    file: "Take the text from a file",
    file_help: "A JSON file with the whole group: you see it above before you replace anything.",
    note: "What changes, and by which law",
    note_help: "It stays in the history, such as “TUR from 17/12/2026, ECB press release”.",
    replace: "Replace",
    back: "Go back to what the program came with",
    done: "Parameters replaced.",
    wrong_at: |line, column, reason| ["Line ", line, ", column ", column, ": ", reason].concat(),
    wrong: |reason| ["The text will not do: ", reason].concat(),
    note_wrong: "Say what changes, in 200 characters at most.",
    history: "What was replaced",
    never: "No value was ever replaced.",
    number: "Number",
    subject: "Group",
    when: "When",
    who: "Who",
    went_back: "back to what the program came with",
    lines: |count| counted(count as u64, "line", "lines"),
};

static DE: Texts = Texts {
    lead: "Werte, die Gesetze und Rundschreiben festlegen und ändern: mit ihnen wird gerechnet und werden Meldungen geprüft. Ein Austausch gilt sofort, für alle.",
    subjects: "Wertegruppen",
    names: [
        "Sätze der Beschäftigten",
        "Jahreswerte",
        "Zinssätze (TUR und gesetzlich)",
        "Zivilrechtliche Sanktionen",
        "Ratenzahlung",
        "Fristen und Schwellen",
        "Berichtigungsmitteilungen",
        "DURC",
    ],
    shipped: "Wie im Programm",
    replaced: |at| ["Ersetzt am ", at].concat(),
    version: |day, number| {
        ["In Gebrauch: Parameter vom ", day, ", Version ", &number.to_string(), "."].concat()
    },
    json: "Text (JSON)",
    json_help: "Jeder Wert hat den Tag, ab dem er gilt, die Quelle und wie sicher er ist. Beträge in Cent, Sätze in Millionsteln.",
    file: "Text aus einer Datei nehmen",
    file_help: "Eine JSON-Datei mit der ganzen Gruppe: vor dem Ersetzen sehen Sie sie oben.",
    note: "Was sich ändert, und nach welcher Norm",
    note_help: "Bleibt im Verlauf, etwa „TUR ab 17.12.2026, Mitteilung der EZB“.",
    replace: "Ersetzen",
    back: "Zurück zu den Werten des Programms",
    done: "Parameter ersetzt.",
    wrong_at: |line, column, reason| ["Zeile ", line, ", Spalte ", column, ": ", reason].concat(),
    wrong: |reason| ["Der Text geht nicht: ", reason].concat(),
    note_wrong: "Schreiben Sie, was sich ändert, höchstens 200 Zeichen.",
    history: "Verlauf der Ersetzungen",
    never: "Noch wurde kein Wert ersetzt.",
    number: "Nummer",
    subject: "Gruppe",
    when: "Wann",
    who: "Wer",
    went_back: "zurück zu den Werten des Programms",
    lines: |count| counted(count as u64, "Zeile", "Zeilen"),
};
