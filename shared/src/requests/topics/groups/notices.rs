//! Rectification notices.

use super::NOTICE;
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group = Group {
    id: 400,
    slug: "note-di-rettifica",
    title: phrase("Note di rettifica", "Rectification notices", "Berichtigungsbescheide"),
    topics: &TOPICS,
};

static TOPICS: [Topic; 4] = [
    topic(401, "spiegazione", Unit::Management, NOTICE).named(
        phrase("Spiegazione della causa", "Explanation of the cause", "Erklärung der Ursache"),
        phrase(
            "Perché la nota è stata emessa.",
            "Why the notice was issued.",
            "Warum der Bescheid erging.",
        ),
        [
            phrase(
                "Non capisco perché ho ricevuto la nota di rettifica",
                "I do not understand the rectification notice",
                "Ich verstehe den Berichtigungsbescheid nicht",
            ),
            phrase(
                "Che cosa significa questa causale?",
                "What does this cause mean?",
                "Was bedeutet dieser Grund?",
            ),
        ],
        "motivo perché nota rettifica causa capire chiarimenti why reason explain understand warum Grund erklären verstehen Bescheid",
    ),
    topic(402, "ricalcolo", Unit::Management, NOTICE).named(
        phrase("Ricalcolo", "Recalculation", "Neuberechnung"),
        phrase(
            "L'importo della nota non è giusto.",
            "The amount of the notice is not right.",
            "Der Betrag des Bescheids stimmt nicht.",
        ),
        [
            phrase(
                "La rettifica è calcolata male",
                "The rectification is miscalculated",
                "Die Berichtigung ist falsch berechnet",
            ),
            phrase(
                "Chiedo di ricalcolare l'importo",
                "Please recalculate the amount",
                "Bitte den Betrag neu berechnen",
            ),
        ],
        "ricalcolare importo sbagliato conteggio contestare nota amount wrong recalculate neu berechnen Betrag falsch",
    ),
    topic(403, "notifica", Unit::Management, NOTICE).named(
        phrase("Notifica della nota", "Service of the notice", "Zustellung des Bescheids"),
        phrase(
            "La nota non è arrivata, o è arrivata tardi.",
            "The notice did not come, or came late.",
            "Der Bescheid kam nicht oder zu spät an.",
        ),
        [
            phrase(
                "Non ho mai ricevuto la nota",
                "I never received the notice",
                "Ich habe den Bescheid nie erhalten",
            ),
            phrase(
                "Vorrei una copia della nota notificata",
                "I would like a copy of the notice",
                "Ich möchte eine Kopie des Bescheids",
            ),
        ],
        "notificata raccomandata pec consegna copia ricevuto never received copy served Zustellung Kopie nie erhalten",
    ),
    topic(404, "annullamento", Unit::Management, NOTICE).named(
        phrase("Annullamento", "Cancellation", "Aufhebung"),
        phrase(
            "La nota non è dovuta e va annullata.",
            "The notice is not due and must be cancelled.",
            "Der Bescheid ist nicht geschuldet und aufzuheben.",
        ),
        [
            phrase(
                "Chiedo l'annullamento della nota di rettifica",
                "Please cancel the rectification notice",
                "Bitte den Berichtigungsbescheid aufheben",
            ),
            phrase(
                "L'agevolazione ci spettava, togliete la nota",
                "The relief was ours, remove the notice",
                "Die Begünstigung stand uns zu, bitte streichen",
            ),
        ],
        "annullare autotutela togliere cancellare non dovuta cancel withdraw remove aufheben stornieren zurücknehmen",
    ),
];
