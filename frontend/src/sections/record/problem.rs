//! What is wrong with a value, in words: the same in a filter, a form and after the server's answer.

use shared::lang::Lang;
use shared::sections::{Phrase, Problem, phrase};

/// A problem in a sentence that says what to do.
pub fn problem(problem: Problem, lang: Lang) -> &'static str {
    words(problem).of(lang)
}

const fn words(problem: Problem) -> &'static Phrase {
    match problem {
        Problem::Missing => &MISSING,
        Problem::TooLong => &TOO_LONG,
        Problem::Characters => &CHARACTERS,
        Problem::Code | Problem::Flag => &CODE,
        Problem::Day => &DAY,
        Problem::Month => &MONTH,
        Problem::Year => &YEAR,
        Problem::Moment => &MOMENT,
        Problem::Amount => &AMOUNT,
        Problem::Negative => &NEGATIVE,
        Problem::Number => &NUMBER,
        Problem::TaxCode => &TAX_CODE,
        Problem::Matricola => &MATRICOLA,
        Problem::Office => &OFFICE,
        Problem::Shape => &SHAPE,
        Problem::Email => &EMAIL,
        Problem::Before => &BEFORE,
        Problem::Key => &KEY,
    }
}

static MISSING: Phrase = phrase(
    "Scrivi un valore: è obbligatorio.",
    "Enter a value: it is required.",
    "Geben Sie einen Wert ein: Er ist erforderlich.",
);
static TOO_LONG: Phrase = phrase(
    "È troppo lungo: accorcialo.",
    "It is too long: shorten it.",
    "Es ist zu lang: Kürzen Sie es.",
);
static CHARACTERS: Phrase = phrase(
    "Ci sono caratteri che qui non possono stare: toglili.",
    "There are characters that cannot stand here: remove them.",
    "Es enthält Zeichen, die hier nicht stehen dürfen: Entfernen Sie sie.",
);
static CODE: Phrase = phrase(
    "Scegli uno dei valori dell'elenco.",
    "Choose one of the values listed.",
    "Wählen Sie einen Wert aus der Liste.",
);
static DAY: Phrase = phrase(
    "Scrivi una data che esiste, come 22/11/2026.",
    "Enter a date that exists, such as 22/11/2026.",
    "Geben Sie ein gültiges Datum ein, etwa 22.11.2026.",
);
static MONTH: Phrase = phrase(
    "Scrivi un mese come 2026-09.",
    "Enter a month such as 2026-09.",
    "Geben Sie einen Monat wie 2026-09 ein.",
);
static YEAR: Phrase = phrase(
    "Scrivi un anno di quattro cifre.",
    "Enter a year of four digits.",
    "Geben Sie ein Jahr mit vier Ziffern ein.",
);
static MOMENT: Phrase = phrase(
    "Scrivi data e ora come 2026-11-22T09:12.",
    "Enter date and time such as 2026-11-22T09:12.",
    "Geben Sie Datum und Uhrzeit wie 2026-11-22T09:12 ein.",
);
static AMOUNT: Phrase = phrase(
    "Scrivi un importo in euro con due decimali, come 1234,56.",
    "Enter an amount in euro with two decimals, such as 1234.56.",
    "Geben Sie einen Eurobetrag mit zwei Dezimalen ein, etwa 1234,56.",
);
static NEGATIVE: Phrase = phrase(
    "Qui un importo non può essere sotto zero: togli il segno.",
    "Here an amount cannot be below zero: remove the sign.",
    "Hier kann ein Betrag nicht unter null liegen: Entfernen Sie das Vorzeichen.",
);
static NUMBER: Phrase = phrase(
    "Scrivi un numero, solo con le cifre.",
    "Enter a number, digits only.",
    "Geben Sie eine Zahl ein, nur Ziffern.",
);
static TAX_CODE: Phrase = phrase(
    "Il codice fiscale non è valido: controlla tutti i caratteri.",
    "The tax code is not valid: check every character.",
    "Die Steuernummer ist ungültig: Prüfen Sie jedes Zeichen.",
);
static MATRICOLA: Phrase = phrase(
    "La matricola non è valida: dieci cifre, le ultime due di controllo.",
    "The matricola is not valid: ten digits, the last two are check digits.",
    "Die Matrikel ist ungültig: zehn Ziffern, die letzten zwei sind Prüfziffern.",
);
static OFFICE: Phrase = phrase(
    "Non c'è una sede con questo codice di quattro cifre.",
    "There is no office with this code of four digits.",
    "Es gibt keine Stelle mit diesem vierstelligen Kode.",
);
static SHAPE: Phrase = phrase(
    "Il codice non ha la forma giusta: controlla lunghezza e caratteri.",
    "The code does not have the right form: check length and characters.",
    "Der Kode hat nicht die richtige Form: Prüfen Sie Länge und Zeichen.",
);
static EMAIL: Phrase = phrase(
    "Scrivi un indirizzo come nome@esempio.it.",
    "Enter an address such as name@example.com.",
    "Geben Sie eine Adresse wie name@beispiel.it ein.",
);
static BEFORE: Phrase = phrase(
    "La fine viene prima dell'inizio: correggi una delle due date.",
    "The end comes before the beginning: correct one of the two.",
    "Das Ende liegt vor dem Anfang: Berichtigen Sie eines der beiden.",
);
static KEY: Phrase = phrase(
    "Questo valore identifica la voce e non si cambia.",
    "This value identifies the record and cannot be changed.",
    "Dieser Wert bezeichnet den Eintrag und lässt sich nicht ändern.",
);
