//! Payments, credits and refunds.

use super::{F24, NOTICE};
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group = Group {
    id: 300,
    slug: "versamenti",
    title: phrase("Versamenti", "Payments", "Zahlungen"),
    topics: &TOPICS,
};

static TOPICS: [Topic; 6] = [
    topic(301, "f24-non-abbinato", Unit::Accounting, F24).named(
        phrase("F24 non abbinato", "F24 not matched", "Nicht zugeordneter F24"),
        phrase(
            "Hai pagato, ma il mese risulta scoperto.",
            "You paid, but the month shows as unpaid.",
            "Sie haben gezahlt, aber der Monat gilt als offen.",
        ),
        [
            phrase(
                "Ho pagato ma risulta non versato",
                "I paid but it shows as unpaid",
                "Ich habe gezahlt, aber es gilt als nicht gezahlt",
            ),
            phrase(
                "L'F24 non è abbinato",
                "The F24 was not matched",
                "Der F24 wurde nicht zugeordnet",
            ),
        ],
        "pagato pagamento versato versamento scoperto abbinare manca quietanza paid payment missing match bezahlt Zahlung offen zugeordnet",
    ),
    topic(302, "f24-errato", Unit::Accounting, F24).named(
        phrase("F24 errato", "Wrong F24", "Falscher F24"),
        phrase(
            "Nell'F24 matricola, mese o causale sono sbagliati.",
            "Matricola, month or cause in the F24 are wrong.",
            "Matrikel, Monat oder Grund im F24 sind falsch.",
        ),
        [
            phrase(
                "Ho sbagliato la matricola nell'F24",
                "I used the wrong position in the F24",
                "Ich habe im F24 die falsche Matrikel angegeben",
            ),
            phrase(
                "Causale o periodo sbagliati nel modello",
                "Wrong cause or period in the form",
                "Falscher Zahlungsgrund oder Zeitraum im Formular",
            ),
        ],
        "errore modello causale codice sede periodo correggere civis rettifica F24 wrong form correct falsch ausgefüllt berichtigen",
    ),
    topic(303, "compensazione", Unit::Accounting, F24).named(
        phrase("Compensazione", "Set-off", "Verrechnung"),
        phrase(
            "Usare un credito per pagare un debito.",
            "To use a credit to pay a debt.",
            "Ein Guthaben zur Zahlung einer Schuld nutzen.",
        ),
        [
            phrase(
                "Vorrei compensare il credito con i contributi",
                "I would like to set off the credit",
                "Ich möchte das Guthaben verrechnen",
            ),
            phrase(
                "La compensazione è stata rifiutata",
                "The set-off was refused",
                "Die Verrechnung wurde abgelehnt",
            ),
        ],
        "compensare credito debito utilizzare set off credit against debt verrechnen Guthaben Schuld aufrechnen",
    ),
    topic(304, "rimborso", Unit::Accounting, F24).named(
        phrase("Rimborso", "Refund", "Erstattung"),
        phrase(
            "Hai versato più del dovuto e lo rivuoi.",
            "You paid too much and want it back.",
            "Sie haben zu viel gezahlt und wollen es zurück.",
        ),
        [
            phrase(
                "Ho versato due volte, voglio i soldi indietro",
                "I paid twice, I want the money back",
                "Ich habe zweimal gezahlt und will das Geld zurück",
            ),
            phrase(
                "Quando arriva il rimborso?",
                "When does the refund come?",
                "Wann kommt die Erstattung?",
            ),
        ],
        "rimborsare restituzione soldi indietro pagato in più doppio pagamento indebito overpaid money back twice \
         Rückzahlung Rückerstattung Überzahlung doppelt bezahlt Geld zurück",
    ),
    topic(305, "credito-dmrp", Unit::Accounting, NOTICE).named(
        phrase("Credito DMRP", "DMRP credit", "DMRP-Guthaben"),
        phrase(
            "Una rettifica a credito da incassare o usare.",
            "A rectification in your favour, to collect or use.",
            "Eine Berichtigung zu Ihren Gunsten.",
        ),
        [
            phrase(
                "Ho una nota passiva a credito",
                "I have a notice in my favour",
                "Ich habe einen Bescheid zu meinen Gunsten",
            ),
            phrase(
                "Il credito DMRP non è stato riconosciuto",
                "The DMRP credit was not recognised",
                "Das DMRP-Guthaben wurde nicht anerkannt",
            ),
        ],
        "rettifica passiva credito dmrp favore riconoscere credit in favour recognised Guthaben anerkannt zugunsten",
    ),
    topic(306, "dati-f24", Unit::Accounting, F24).named(
        phrase("Comunicazione di pagamento", "Report of a payment", "Meldung einer Zahlung"),
        phrase(
            "Comunicare all'ufficio un pagamento appena fatto.",
            "To tell the office of a payment just made.",
            "Der Stelle eine gerade erfolgte Zahlung melden.",
        ),
        [
            phrase(
                "Invio la quietanza del pagamento",
                "I send the receipt of the payment",
                "Ich sende die Quittung der Zahlung",
            ),
            phrase(
                "Ho pagato oggi, potete aggiornare?",
                "I paid today, can you update it?",
                "Ich habe heute gezahlt, können Sie es aktualisieren?",
            ),
        ],
        "invio quietanza ricevuta comunicare effettuato prova pagamento proof receipt update Nachweis Quittung Beleg aktualisieren",
    ),
];
