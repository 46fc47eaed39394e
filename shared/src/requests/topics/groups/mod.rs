//! The groups, one file each: what a topic is called, how people ask about it, what to attach.

mod benefits;
mod delegations;
mod disputes;
mod notices;
mod other;
mod payments;
mod recovery;
mod registry;
mod regularity;
mod returns;
mod wage_support;

use super::Group;
use crate::sections::{Phrase, phrase};

/// Every group, in the order in which they are offered (`domain.md` 8.3, DESIGN: the institute's complete list is not public).
pub(super) static GROUPS: [&Group; 11] = [
    &registry::GROUP,
    &returns::GROUP,
    &payments::GROUP,
    &notices::GROUP,
    &regularity::GROUP,
    &recovery::GROUP,
    &benefits::GROUP,
    &wage_support::GROUP,
    &disputes::GROUP,
    &delegations::GROUP,
    &other::GROUP,
];

const NOTHING: Phrase = phrase("Nessun documento.", "No document.", "Keine Unterlagen.");
const F24: Phrase =
    phrase("La quietanza dell'F24.", "The receipt of the F24.", "Die Quittung des F24.");
const UNIEMENS: Phrase = phrase(
    "La ricevuta dell'UniEmens.",
    "The receipt of the UniEmens.",
    "Die Empfangsbestätigung des UniEmens.",
);
const NOTICE: Phrase =
    phrase("La nota di rettifica.", "The rectification notice.", "Der Berichtigungsbescheid.");
const CHAMBER: Phrase = phrase(
    "La visura camerale o l'atto che lo prova.",
    "The company register extract or the deed that proves it.",
    "Der Handelsregisterauszug oder die Urkunde, die es belegt.",
);
const MEASURE: Phrase = phrase(
    "Il provvedimento di inquadramento.",
    "The classification measure.",
    "Die Einstufungsverfügung.",
);
const DEMAND: Phrase = phrase(
    "L'avviso ricevuto e la quietanza, se hai pagato.",
    "The demand received, and the receipt if you paid.",
    "Die erhaltene Aufforderung und, falls gezahlt, die Quittung.",
);
const INVITATION: Phrase = phrase(
    "L'invito a regolarizzare e le quietanze.",
    "The invitation to regularise and the receipts.",
    "Die Aufforderung zur Regularisierung und die Quittungen.",
);
const HIRE: Phrase = phrase(
    "La comunicazione di assunzione.",
    "The notification of the hire.",
    "Die Einstellungsmeldung.",
);
const SUPPORT: Phrase = phrase(
    "Il decreto o il numero di autorizzazione.",
    "The decree or authorisation number.",
    "Der Erlass oder die Bewilligungsnummer.",
);
const ACT: Phrase = phrase("L'atto ricevuto.", "The act received.", "Das erhaltene Schriftstück.");

/// What is asked for as several things, one by one.
const SEVERAL: [(Phrase, [Phrase; 2]); 3] = [
    (
        DEMAND,
        [
            phrase("L'avviso ricevuto", "The demand received", "Die erhaltene Aufforderung"),
            phrase(
                "La quietanza del pagamento",
                "The receipt of the payment",
                "Die Quittung der Zahlung",
            ),
        ],
    ),
    (
        INVITATION,
        [
            phrase(
                "L'invito a regolarizzare",
                "The invitation to regularise",
                "Die Aufforderung zur Regularisierung",
            ),
            phrase(
                "Le quietanze dei versamenti",
                "The receipts of the payments",
                "Die Quittungen der Zahlungen",
            ),
        ],
    ),
    (
        delegations::FORM,
        [
            phrase("Il modulo firmato", "The signed form", "Das unterschriebene Formular"),
            phrase("Un documento d'identità", "An identity document", "Ein Ausweis"),
        ],
    ),
];

/// The documents that a topic asks for by this, one by one.
pub(super) fn documents(attach: Phrase) -> Vec<Phrase> {
    if attach == NOTHING {
        return Vec::new();
    }
    match SEVERAL.iter().find(|(said, _)| *said == attach) {
        Some((_, each)) => each.to_vec(),
        None => vec![attach],
    }
}
