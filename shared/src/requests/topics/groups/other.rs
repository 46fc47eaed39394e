//! Whatever has no topic of its own: it is read and dispatched by hand.

use super::NOTHING;
use crate::requests::topics::{Group, OTHER, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group =
    Group { id: 1100, slug: "altro", title: phrase("Altro", "Other", "Anderes"), topics: &TOPICS };

static TOPICS: [Topic; 1] = [topic(OTHER.0, "altro", Unit::FrontOffice, NOTHING).named(
    phrase("Altro", "Other", "Anderes"),
    phrase(
        "Nessun oggetto è quello giusto: spiega bene che cosa ti serve.",
        "No topic fits: explain well what you need.",
        "Kein Thema passt: Erklären Sie genau, was Sie brauchen.",
    ),
    [
        phrase(
            "Ho bisogno di un'informazione generale",
            "I need some general information",
            "Ich brauche eine allgemeine Auskunft",
        ),
        phrase(
            "Non so a chi rivolgermi",
            "I do not know whom to ask",
            "Ich weiß nicht, an wen ich mich wenden soll",
        ),
    ],
    "informazione generale domanda varie non so information general question whom Auskunft allgemein Frage",
)];
