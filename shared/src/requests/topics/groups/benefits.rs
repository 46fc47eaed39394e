//! Contribution reliefs.

use super::{HIRE, NOTHING};
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group = Group {
    id: 700,
    slug: "agevolazioni",
    title: phrase("Agevolazioni", "Reliefs", "Begünstigungen"),
    topics: &TOPICS,
};

static TOPICS: [Topic; 4] = [
    topic(701, "assunzioni-agevolate", Unit::Benefits, HIRE).named(
        phrase("Assunzioni agevolate", "Subsidised hires", "Geförderte Einstellungen"),
        phrase(
            "Incentivi per chi assume.",
            "Incentives for those who hire.",
            "Anreize für Einstellungen.",
        ),
        [
            phrase(
                "Quale bonus ho se assumo un giovane?",
                "Which bonus do I get if I hire a young person?",
                "Welchen Bonus bekomme ich, wenn ich einen Jugendlichen einstelle?",
            ),
            phrase(
                "L'esonero per assunzione donna è stato respinto",
                "The relief for hiring a woman was refused",
                "Die Befreiung für die Einstellung einer Frau wurde abgelehnt",
            ),
        ],
        "incentivo esonero sgravio bonus assumere under 30 36 donne over 50 disoccupati apprendista mezzogiorno sud \
         incentive hire young women apprentice Anreiz einstellen Jugendliche Frauen Lehrling",
    ),
    topic(702, "riduzione-edilizia", Unit::Benefits, NOTHING).named(
        phrase("Riduzione edilizia", "Construction relief", "Ermäßigung im Bau"),
        phrase(
            "La riduzione annuale per le imprese edili.",
            "The yearly reduction for construction firms.",
            "Die jährliche Ermäßigung für Baubetriebe.",
        ),
        [
            phrase(
                "Come chiedo la riduzione contributiva in edilizia?",
                "How do I ask for the construction reduction?",
                "Wie beantrage ich die Ermäßigung im Bau?",
            ),
            phrase(
                "La domanda Rid-Edil è stata respinta",
                "The Rid-Edil application was refused",
                "Der Antrag Rid-Edil wurde abgelehnt",
            ),
        ],
        "edile edili costruzioni 11,50 ridedil operai construction builder Bau Baugewerbe Ermäßigung",
    ),
    topic(703, "fondi-esauriti", Unit::Benefits, NOTHING).named(
        phrase("Fondi esauriti", "Exhausted funds", "Erschöpfte Mittel"),
        phrase(
            "L'incentivo non è stato dato perché i fondi sono finiti.",
            "The incentive was not granted for lack of funds.",
            "Der Anreiz wurde mangels Mitteln nicht gewährt.",
        ),
        [
            phrase(
                "La domanda è respinta perché mancano i fondi",
                "The application was refused for lack of funds",
                "Der Antrag wurde mangels Mitteln abgelehnt",
            ),
            phrase(
                "Ci sono ancora fondi per l'incentivo?",
                "Is there still money for the incentive?",
                "Gibt es noch Mittel für den Anreiz?",
            ),
        ],
        "fondi risorse esaurite disponibilità budget funds money left Mittel erschöpft verfügbar",
    ),
    topic(704, "mobilita", Unit::Benefits, HIRE).named(
        phrase("Liste di mobilità", "Mobility lists", "Mobilitätslisten"),
        phrase(
            "Assunzioni dalle liste di mobilità fino al 2016.",
            "Hires from mobility lists until 2016.",
            "Einstellungen aus Mobilitätslisten bis 2016.",
        ),
        [
            phrase(
                "Mi contestano lo sgravio mobilità",
                "The mobility relief is contested",
                "Die Mobilitätsermäßigung wird beanstandet",
            ),
            phrase(
                "Assunzione dalle liste di mobilità",
                "A hire from the mobility lists",
                "Einstellung aus den Mobilitätslisten",
            ),
        ],
        "mobilità 223 1991 iscritti lista mobility list Mobilität",
    ),
];
