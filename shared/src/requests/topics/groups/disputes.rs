//! Inspections and disputes.

use super::{ACT, NOTHING};
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group = Group {
    id: 900,
    slug: "vigilanza",
    title: phrase(
        "Vigilanza e contenzioso",
        "Inspections and disputes",
        "Aufsicht und Streitsachen",
    ),
    topics: &TOPICS,
};

static TOPICS: [Topic; 3] = [
    topic(901, "verbale", Unit::Inspections, ACT).named(
        phrase("Verbale ispettivo", "Inspection report", "Prüfbericht"),
        phrase(
            "Un verbale di accertamento e ciò che ne segue.",
            "An inspection report and what follows.",
            "Ein Prüfbericht und was daraus folgt.",
        ),
        [
            phrase(
                "Ho ricevuto un verbale degli ispettori",
                "I received a report of the inspectors",
                "Ich habe einen Bericht der Prüfer erhalten",
            ),
            phrase(
                "Chiedo copia del verbale di accertamento",
                "Please send a copy of the inspection report",
                "Bitte eine Kopie des Prüfberichts",
            ),
        ],
        "ispezione ispettore accertamento controllo vigilanza inspection inspector Kontrolle Prüfer Inspektion",
    ),
    topic(902, "ricorso", Unit::Inspections, ACT).named(
        phrase("Ricorso", "Appeal", "Einspruch"),
        phrase(
            "Un ricorso amministrativo presentato o da presentare.",
            "An administrative appeal, lodged or to be lodged.",
            "Ein Verwaltungseinspruch, eingelegt oder geplant.",
        ),
        [
            phrase(
                "A che punto è il mio ricorso?",
                "What about my appeal?",
                "Wie steht es um meinen Einspruch?",
            ),
            phrase(
                "Come faccio ricorso al comitato?",
                "How do I appeal to the committee?",
                "Wie lege ich beim Komitee Einspruch ein?",
            ),
        ],
        "ricorrere comitato opposizione contestare causa giudice appeal lawsuit Rekurs Widerspruch Klage",
    ),
    topic(903, "sanzioni", Unit::Inspections, NOTHING).named(
        phrase("Sanzioni civili", "Civil sanctions", "Zivilrechtliche Strafen"),
        phrase(
            "Le sanzioni per il ritardo, o la loro riduzione.",
            "The sanctions for delay, or their reduction.",
            "Die Strafen für Verzug oder deren Minderung.",
        ),
        [
            phrase(
                "Le sanzioni sono troppo alte",
                "The sanctions are too high",
                "Die Strafen sind zu hoch",
            ),
            phrase(
                "Chiedo la riduzione delle sanzioni civili",
                "I ask to reduce the civil sanctions",
                "Ich beantrage die Minderung der Strafen",
            ),
        ],
        "sanzione interessi mora multa ritardo riduzione penalty fine interest late Strafe Zinsen Verzug Säumnis",
    ),
];
