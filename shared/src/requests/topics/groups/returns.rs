//! Returns: the DM, and the UniEmens it is made from.

use super::UNIEMENS;
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group = Group {
    id: 200,
    slug: "denunce",
    title: phrase(
        "Denunce (DM e UniEmens)",
        "Returns (DM and UniEmens)",
        "Meldungen (DM und UniEmens)",
    ),
    topics: &TOPICS,
};

static TOPICS: [Topic; 6] = [
    topic(201, "dm-trasmessi", Unit::Returns, UNIEMENS).named(
        phrase("DM trasmessi", "DM transmitted", "Übermittelte DM"),
        phrase(
            "Un mese trasmesso non si vede, o è diverso da quello inviato.",
            "A month sent is not there, or differs from what was sent.",
            "Ein übermittelter Monat fehlt oder weicht ab.",
        ),
        [
            phrase(
                "Ho mandato l'UniEmens ma il mese non compare",
                "I sent the UniEmens but the month is not there",
                "Ich habe das UniEmens gesendet, aber der Monat fehlt",
            ),
            phrase(
                "Il DM risulta trasmesso due volte",
                "The DM appears twice",
                "Das DM erscheint doppelt",
            ),
        ],
        "denuncia inviata non risulta mancante doppia trasmissione invio return missing twice sent Meldung fehlt doppelt gesendet",
    ),
    topic(202, "errori", Unit::Returns, UNIEMENS).named(
        phrase("Errori nelle denunce", "Errors in returns", "Fehler in Meldungen"),
        phrase(
            "Una denuncia è scartata, o va corretta.",
            "A return was rejected, or must be corrected.",
            "Eine Meldung wurde abgewiesen oder ist zu berichtigen.",
        ),
        [
            phrase(
                "L'UniEmens è stato scartato",
                "The UniEmens was rejected",
                "Das UniEmens wurde abgewiesen",
            ),
            phrase(
                "Ho sbagliato l'imponibile di un lavoratore",
                "I got the wages of a worker wrong",
                "Ich habe den Lohn eines Mitarbeiters falsch gemeldet",
            ),
        ],
        "scarto errore correggere rettificare regolarizzazione imponibile retribuzione sbagliata codice errato flusso \
         rejected mistake correct wages wrong Fehler abgelehnt berichtigen Bemessungsgrundlage falsch",
    ),
    topic(203, "dm-provvisorio", Unit::Returns, UNIEMENS).named(
        phrase("DM provvisorio", "Provisional DM", "Vorläufiges DM"),
        phrase(
            "Il DM virtuale resta provvisorio, o non quadra.",
            "The virtual DM stays provisional, or does not balance.",
            "Das virtuelle DM bleibt vorläufig oder ist nicht ausgeglichen.",
        ),
        [
            phrase(
                "Il DM è provvisorio da mesi",
                "The DM has been provisional for months",
                "Das DM ist seit Monaten vorläufig",
            ),
            phrase(
                "La denuncia non quadra",
                "The return does not balance",
                "Die Meldung ist nicht ausgeglichen",
            ),
        ],
        "anomalo squadrato quadratura non generato virtuale provvisoria anomalous unbalanced virtual nicht ausgeglichen virtuell anomal",
    ),
    topic(204, "vig", Unit::Returns, UNIEMENS).named(
        phrase("Regolarizzazioni DM-VIG", "DM-VIG regularisations", "DM-VIG-Nachmeldungen"),
        phrase(
            "Una denuncia di variazione per periodi passati.",
            "A variation return for past periods.",
            "Eine Änderungsmeldung für vergangene Zeiträume.",
        ),
        [
            phrase(
                "Devo inviare una DM-VIG per il 2024",
                "I must send a DM-VIG for 2024",
                "Ich muss eine DM-VIG für 2024 senden",
            ),
            phrase(
                "A che punto è la variazione inviata?",
                "What about the variation I sent?",
                "Wie steht es um die gesendete Änderung?",
            ),
        ],
        "dmvig vig variazione periodi pregressi arretrati past periods arrears Nachmeldung vergangene Zeiträume",
    ),
    topic(205, "differenze-aliquota", Unit::Returns, UNIEMENS).named(
        phrase("Differenze di aliquota", "Rate differences", "Abweichende Beitragssätze"),
        phrase(
            "L'aliquota applicata non è quella dichiarata.",
            "The rate applied is not the one declared.",
            "Der angewandte Satz ist nicht der gemeldete.",
        ),
        [
            phrase(
                "Perché l'aliquota è più alta della nostra?",
                "Why is the rate higher than ours?",
                "Warum ist der Beitragssatz höher als unserer?",
            ),
            phrase(
                "Risulta una differenza contributiva",
                "There is a difference of contributions",
                "Es gibt eine Beitragsdifferenz",
            ),
        ],
        "percentuale contributo aliquote differenza calcolo rate percentage difference Prozentsatz Differenz Beitragssatz",
    ),
    topic(206, "confronto-dati", Unit::Returns, UNIEMENS).named(
        phrase(
            "Confronto di retribuzioni e dati",
            "Comparison of wages and data",
            "Abgleich von Löhnen und Daten",
        ),
        phrase(
            "I dati dichiarati differiscono da quelli di altri archivi.",
            "What was declared differs from other archives.",
            "Das Gemeldete weicht von anderen Archiven ab.",
        ),
        [
            phrase(
                "Mi contestano differenze tra CU e UniEmens",
                "They claim differences between CU and UniEmens",
                "Es werden Abweichungen zwischen CU und UniEmens beanstandet",
            ),
            phrase(
                "Ho ricevuto una lettera di compliance",
                "I received a compliance letter",
                "Ich habe ein Compliance-Schreiben erhalten",
            ),
        ],
        "compliance incrocio cu certificazione unica 770 retribuzioni estratto conto lavoratore wages letter mismatch \
         Abgleich Lohnunterschied Schreiben Löhne",
    ),
];
