//! Recovery of what is owed.

use super::{DEMAND, NOTHING};
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group = Group {
    id: 600,
    slug: "recupero-crediti",
    title: phrase("Recupero crediti", "Recovery of debts", "Eintreibung"),
    topics: &TOPICS,
};

static TOPICS: [Topic; 5] = [
    topic(601, "insoluti", Unit::Recovery, NOTHING).named(
        phrase("Insoluti", "Unpaid returns", "Unbezahlte Meldungen"),
        phrase(
            "Contributi dichiarati e non pagati.",
            "Contributions declared and not paid.",
            "Gemeldete und nicht gezahlte Beiträge.",
        ),
        [
            phrase(
                "Quanto devo ancora pagare in tutto?",
                "How much do I still owe in all?",
                "Wie viel schulde ich insgesamt noch?",
            ),
            phrase(
                "Ho saltato due mesi di contributi",
                "I missed two months of contributions",
                "Ich habe zwei Monate Beiträge nicht gezahlt",
            ),
        ],
        "insoluto debito arretrati mancato pagamento non ho pagato owe debt unpaid arrears Schulden Rückstand unbezahlt",
    ),
    topic(602, "avviso-bonario", Unit::Recovery, DEMAND).named(
        phrase("Avviso bonario", "Friendly reminder", "Zahlungserinnerung"),
        phrase(
            "Un avviso bonario non è giusto, o è già pagato.",
            "A friendly reminder is wrong, or already paid.",
            "Eine Zahlungserinnerung ist falsch oder schon bezahlt.",
        ),
        [
            phrase(
                "L'avviso bonario era già pagato",
                "The friendly reminder was already paid",
                "Die Zahlungserinnerung war schon bezahlt",
            ),
            phrase(
                "Mi è arrivato un avviso di pagamento",
                "I received a payment reminder",
                "Ich habe eine Zahlungserinnerung bekommen",
            ),
        ],
        "bonario sollecito lettera pagamento reminder Mahnung Erinnerung",
    ),
    topic(603, "ava", Unit::Recovery, DEMAND).named(
        phrase("Avviso di addebito (AVA)", "Debit notice (AVA)", "Belastungsbescheid (AVA)"),
        phrase(
            "Un avviso di addebito esecutivo.",
            "A debit notice that can be enforced.",
            "Ein vollstreckbarer Belastungsbescheid.",
        ),
        [
            phrase(
                "Ho ricevuto un avviso di addebito",
                "I received a debit notice",
                "Ich habe einen Belastungsbescheid erhalten",
            ),
            phrase(
                "L'AVA riguarda contributi già versati",
                "The AVA is about contributions already paid",
                "Der AVA betrifft schon gezahlte Beiträge",
            ),
        ],
        "addebito ava esecutivo cartella ader riscossione pignoramento debit notice enforcement Belastung Vollstreckung Pfändung",
    ),
    topic(604, "sgravio", Unit::Recovery, DEMAND).named(
        phrase("Sgravio o sospensione", "Discharge or suspension", "Erlass oder Aussetzung"),
        phrase(
            "Togliere o sospendere un addebito non dovuto.",
            "To remove or suspend a debit that is not due.",
            "Eine nicht geschuldete Belastung streichen oder aussetzen.",
        ),
        [
            phrase(
                "Chiedo lo sgravio della cartella",
                "I ask to discharge the debit",
                "Ich beantrage den Erlass der Belastung",
            ),
            phrase(
                "Vorrei sospendere l'avviso di addebito",
                "I would like to suspend the debit notice",
                "Ich möchte den Belastungsbescheid aussetzen",
            ),
        ],
        "sgravare cartella sospendere riscossione discharge suspend collection Erlass Aussetzung streichen",
    ),
    topic(605, "dilazione", Unit::Recovery, NOTHING).named(
        phrase("Dilazione", "Instalments", "Ratenzahlung"),
        phrase(
            "Pagare un debito a rate.",
            "To pay a debt in instalments.",
            "Eine Schuld in Raten zahlen.",
        ),
        [
            phrase(
                "Vorrei pagare a rate",
                "I would like to pay in instalments",
                "Ich möchte in Raten zahlen",
            ),
            phrase(
                "Ho saltato una rata, che succede?",
                "I missed an instalment, what happens?",
                "Ich habe eine Rate versäumt, was nun?",
            ),
        ],
        "rateazione rateizzare rata rate rateizzazione piano revoca dilazionare instalment plan Raten Stundung Zahlungsplan",
    ),
];
