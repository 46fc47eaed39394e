//! Wage support.

use super::SUPPORT;
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group = Group {
    id: 800,
    slug: "ammortizzatori",
    title: phrase("Ammortizzatori sociali", "Wage support", "Lohnausgleich"),
    topics: &TOPICS,
};

static TOPICS: [Topic; 3] = [
    topic(801, "autorizzazione", Unit::WageSupport, SUPPORT).named(
        phrase(
            "Autorizzazione CIG, CIGS, FIS",
            "Authorisation of CIG, CIGS, FIS",
            "Bewilligung CIG, CIGS, FIS",
        ),
        phrase(
            "La domanda di integrazione salariale.",
            "The application for wage support.",
            "Der Antrag auf Lohnausgleich.",
        ),
        [
            phrase(
                "A che punto è la domanda di cassa integrazione?",
                "What about my application for short-time work?",
                "Wie steht es um den Antrag auf Kurzarbeit?",
            ),
            phrase(
                "La CIG è stata respinta",
                "The CIG was refused",
                "Die CIG wurde abgelehnt",
            ),
        ],
        "cassa integrazione cigo cigs fis fondo solidarietà domanda autorizzare short-time work wage support Kurzarbeit Lohnausgleich bewilligt",
    ),
    topic(802, "conguaglio", Unit::WageSupport, SUPPORT).named(
        phrase("Conguaglio", "Settlement", "Verrechnung des Lohnausgleichs"),
        phrase(
            "Recuperare in denuncia ciò che hai anticipato.",
            "To recover in the return what you advanced.",
            "Vorgestrecktes in der Meldung zurückholen.",
        ),
        [
            phrase(
                "Non riesco a conguagliare la cassa integrazione",
                "I cannot settle the wage support",
                "Ich kann den Lohnausgleich nicht verrechnen",
            ),
            phrase(
                "È scaduto il termine per il conguaglio",
                "The term for settling has ended",
                "Die Frist für die Verrechnung ist abgelaufen",
            ),
        ],
        "conguagliare ticket anticipo recupero cig malattia maternità assegni settle advance recover anticipated vorgestreckt verrechnen",
    ),
    topic(803, "pagamento-diretto", Unit::WageSupport, SUPPORT).named(
        phrase("Pagamento diretto", "Direct payment", "Direktzahlung"),
        phrase(
            "L'Istituto paga i lavoratori direttamente.",
            "The institute pays the workers directly.",
            "Das Institut zahlt die Beschäftigten direkt.",
        ),
        [
            phrase(
                "I lavoratori non hanno ricevuto la cassa integrazione",
                "The workers have not received their wage support",
                "Die Beschäftigten haben kein Kurzarbeitsgeld erhalten",
            ),
            phrase(
                "Devo inviare di nuovo gli SR41",
                "I must send the SR41 again",
                "Ich muss die SR41 erneut senden",
            ),
        ],
        "sr41 uniemens-cig dipendenti lavoratori non pagati iban diretto direct workers not paid Beschäftigte direkt nicht bezahlt",
    ),
];
