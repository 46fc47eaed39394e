//! Regularity of contributions: the DURC.

use super::{INVITATION, NOTHING};
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group = Group {
    id: 500,
    slug: "regolarita",
    title: phrase("Regolarità (DURC)", "Regularity (DURC)", "Ordnungsmäßigkeit (DURC)"),
    topics: &TOPICS,
};

static TOPICS: [Topic; 4] = [
    topic(501, "preavviso", Unit::Regularity, NOTHING).named(
        phrase("Preavviso di irregolarità", "Warning of irregularity", "Vorwarnung"),
        phrase(
            "Un preavviso dice che il prossimo DURC non sarà regolare.",
            "A warning says that the next DURC will not be regular.",
            "Eine Vorwarnung sagt, dass der nächste DURC nicht ordnungsgemäß wird.",
        ),
        [
            phrase(
                "Ho ricevuto un preavviso DURC",
                "I received a DURC warning",
                "Ich habe eine DURC-Vorwarnung erhalten",
            ),
            phrase(
                "Che cosa devo pagare per non perdere il DURC?",
                "What must I pay to keep the DURC?",
                "Was muss ich zahlen, um den DURC zu behalten?",
            ),
        ],
        "preavviso durc interno dpa avvertimento scadenza warning Vorwarnung Warnung",
    ),
    topic(502, "esito", Unit::Regularity, INVITATION).named(
        phrase("Esito del DURC", "Outcome of the DURC", "Ergebnis des DURC"),
        phrase(
            "Il DURC è irregolare, o non arriva.",
            "The DURC is irregular, or does not come.",
            "Der DURC ist nicht ordnungsgemäß oder kommt nicht.",
        ),
        [
            phrase("Il DURC è negativo", "The DURC is negative", "Der DURC ist negativ"),
            phrase(
                "Ho pagato dopo l'invito ma il DURC resta irregolare",
                "I paid after the invitation but the DURC is still irregular",
                "Ich habe nach der Aufforderung gezahlt, aber der DURC bleibt unregelmäßig",
            ),
        ],
        "irregolare negativo invito a regolarizzare 15 giorni gara appalto bloccato irregular tender blocked \
         unregelmäßig Ausschreibung gesperrt Aufforderung",
    ),
    topic(503, "vera", Unit::Regularity, NOTHING).named(
        phrase(
            "VeRA: verifica della posizione",
            "VeRA: check of the position",
            "VeRA: Prüfung der Position",
        ),
        phrase(
            "Le esposizioni che VeRA mostra.",
            "The exposures that VeRA shows.",
            "Die offenen Posten, die VeRA zeigt.",
        ),
        [
            phrase(
                "VeRA mostra un debito che non riconosco",
                "VeRA shows a debt I do not recognise",
                "VeRA zeigt eine Schuld, die ich nicht kenne",
            ),
            phrase(
                "Chiedo il dettaglio delle esposizioni VeRA",
                "Please detail the VeRA exposures",
                "Bitte die VeRA-Posten aufschlüsseln",
            ),
        ],
        "vera esposizione verifica situazione debitoria certificazione exposure check Prüfung offene Posten",
    ),
    topic(504, "sospensione-durc", Unit::Regularity, NOTHING).named(
        phrase(
            "Crediti, ricorsi e sospensioni",
            "Credits, appeals and suspensions",
            "Guthaben, Einsprüche und Aussetzungen",
        ),
        phrase(
            "C'è una causa per cui il DURC è regolare lo stesso.",
            "There is a reason why the DURC is regular all the same.",
            "Es gibt einen Grund, aus dem der DURC dennoch ordnungsgemäß ist.",
        ),
        [
            phrase(
                "Ho una rateazione in corso, il DURC deve essere regolare",
                "I have instalments running, the DURC must be regular",
                "Ich zahle in Raten, der DURC muss ordnungsgemäß sein",
            ),
            phrase(
                "C'è un ricorso pendente sul debito",
                "An appeal is pending on the debt",
                "Gegen die Schuld läuft ein Einspruch",
            ),
        ],
        "sospensione legislativa durc ricorso pendente rateazione credito pa suspended pending ausgesetzt anhängig DURC Ratenzahlung",
    ),
];
