//! What the view of the texts of notifications says.

use shared::lang::Lang;

pub(super) struct Texts {
    pub title: &'static str,
    pub lead: &'static str,
    pub events: &'static str,
    pub own: &'static str,
    pub choose_one: &'static str,
    pub help: &'static str,
    pub language: &'static str,
    pub languages: [&'static str; 3],
    pub name: &'static str,
    pub text: &'static str,
    pub text_help: fn(names: &str) -> String,
    pub original: &'static str,
    pub back: &'static str,
    pub why: &'static str,
    pub why_help: &'static str,
    pub why_wrong: &'static str,
    pub keep: &'static str,
    pub done: &'static str,
    pub empty: &'static str,
    pub too_long: &'static str,
    pub characters: &'static str,
    pub placeholder: &'static str,
}

impl Texts {
    /// What a reason says of a text.
    pub fn reason(&self, reason: &str) -> &'static str {
        match reason {
            "empty" => self.empty,
            "too_long" => self.too_long,
            "characters" => self.characters,
            _ => self.placeholder,
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
    title: "Testi degli avvisi",
    lead: "Ciò che si legge nell'app, nelle e-mail, nella PEC e negli SMS. Ciò che registri vale subito, anche per gli avvisi già arrivati.",
    events: "Avvisi",
    own: "Testo cambiato",
    choose_one: "Scegli un avviso dall'elenco.",
    help: "Un SMS porta nome e testo, al massimo 160 caratteri. Azienda e dettagli seguono da soli nelle e-mail.",
    language: "Lingua",
    languages: ["Italiano", "Inglese", "Tedesco"],
    name: "Nome",
    text: "Testo",
    text_help: |names| {
        [
            "Puoi scrivere ",
            names,
            ": al loro posto c'è ciò che è del caso. Se manca, vale il testo del programma.",
        ]
        .concat()
    },
    original: "Il programma dice:",
    back: "Rimetti il testo del programma",
    why: "Motivo",
    why_help: "Resta nello storico",
    why_wrong: "Scrivi il motivo.",
    keep: "Registra",
    done: "Testi registrati.",
    empty: "Scrivi qualcosa, o rimetti il testo del programma.",
    too_long: "È troppo lungo.",
    characters: "Scrivi su una riga sola, senza caratteri che non sono testo.",
    placeholder: "Tra parentesi graffe si può scrivere solo uno dei valori indicati, e ogni parentesi va chiusa.",
};

static EN: Texts = Texts {
    title: "Texts of notifications",
    lead: "What is read in the app, in e-mails, PEC and text messages. What you record holds at once, for notifications that arrived too.",
    events: "Notifications",
    own: "Text changed",
    choose_one: "Choose a notification from the list.",
    help: "A text message has name and text, at most 160 characters. Company and details follow by themselves in e-mails.",
    language: "Language",
    languages: ["Italian", "English", "German"],
    name: "Name",
    text: "Text",
    text_help: |names| {
        [
            "You can write ",
            names,
            ": what is of the case takes its place. Where that lacks, the program's text holds.",
        ]
        .concat()
    },
    original: "The program says:",
    back: "Go back to the program's text",
    why: "Reason",
    why_help: "It stays in the history",
    why_wrong: "Say why.",
    keep: "Record",
    done: "Texts recorded.",
    empty: "Write something, or go back to the program's text.",
    too_long: "It is too long.",
    characters: "Write on one line, without characters that are no text.",
    placeholder: "Between braces only one of the named values can stand, and each brace must be closed.",
};

static DE: Texts = Texts {
    title: "Texte der Mitteilungen",
    lead: "Was in der App, in E-Mails, PEC und SMS steht. Was Sie eintragen, gilt sofort, auch für bereits eingegangene Mitteilungen.",
    events: "Mitteilungen",
    own: "Text geändert",
    choose_one: "Wählen Sie eine Mitteilung aus der Liste.",
    help: "Eine SMS enthält Name und Text, höchstens 160 Zeichen. Betrieb und Einzelheiten folgen in E-Mails von selbst.",
    language: "Sprache",
    languages: ["Italienisch", "Englisch", "Deutsch"],
    name: "Name",
    text: "Text",
    text_help: |names| {
        ["Sie können ", names, " schreiben: An ihre Stelle tritt der Wert des Falls. Fehlt er, gilt der Text des Programms."].concat()
    },
    original: "Das Programm sagt:",
    back: "Zurück zum Text des Programms",
    why: "Grund",
    why_help: "Er bleibt im Verlauf",
    why_wrong: "Nennen Sie den Grund.",
    keep: "Eintragen",
    done: "Texte eingetragen.",
    empty: "Schreiben Sie etwas, oder kehren Sie zum Text des Programms zurück.",
    too_long: "Es ist zu lang.",
    characters: "Schreiben Sie in einer Zeile, ohne Zeichen, die kein Text sind.",
    placeholder: "Zwischen geschweiften Klammern steht nur einer der genannten Werte, und jede Klammer wird geschlossen.",
};
