//! Delegations and access.

use super::NOTHING;
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::{Phrase, phrase};

pub(super) const FORM: Phrase = phrase(
    "Il modulo firmato e un documento d'identità.",
    "The signed form and an identity document.",
    "Das unterschriebene Formular und ein Ausweis.",
);

pub(super) static GROUP: Group = Group {
    id: 1000,
    slug: "deleghe",
    title: phrase("Deleghe e abilitazioni", "Delegations and access", "Vollmachten und Zugang"),
    topics: &TOPICS,
};

static TOPICS: [Topic; 4] = [
    topic(1001, "delega", Unit::FrontOffice, FORM).named(
        phrase("Delega", "Delegation", "Vollmacht"),
        phrase(
            "Una delega che non si attiva o non si vede.",
            "A delegation that is not active or not there.",
            "Eine Vollmacht, die nicht aktiv oder nicht sichtbar ist.",
        ),
        [
            phrase(
                "Non vedo un nuovo cliente anche se ho la delega",
                "I do not see a new client although I am delegated",
                "Ich sehe einen neuen Mandanten trotz Vollmacht nicht",
            ),
            phrase(
                "Come do la delega al consulente?",
                "How do I delegate my consultant?",
                "Wie bevollmächtige ich meinen Berater?",
            ),
        ],
        "delegare consulente commercialista cliente intermediario accesso delegate consultant client access Vollmacht Berater Mandant Zugang",
    ),
    topic(1002, "sc65", Unit::FrontOffice, FORM).named(
        phrase("Moduli SC65 e SC62", "Forms SC65 and SC62", "Formulare SC65 und SC62"),
        phrase(
            "Abilitare qualcuno ai servizi dell'azienda.",
            "To enable somebody for the company's services.",
            "Jemanden für die Dienste des Betriebs ermächtigen.",
        ),
        [
            phrase(
                "Devo abilitare una dipendente con l'SC62",
                "I must enable an employee by SC62",
                "Ich muss eine Mitarbeiterin mit SC62 ermächtigen",
            ),
            phrase(
                "Dove mando il modulo SC65?",
                "Where do I send form SC65?",
                "Wohin sende ich das Formular SC65?",
            ),
        ],
        "sc65 sc62 abilitare abilitazione dipendente pin spid modulo enable employee form ermächtigen Formular Mitarbeiter",
    ),
    topic(1003, "revoca", Unit::FrontOffice, NOTHING).named(
        phrase("Revoca di una delega", "Revocation of a delegation", "Widerruf einer Vollmacht"),
        phrase(
            "Togliere la delega a un intermediario.",
            "To take a delegation back.",
            "Eine Vollmacht entziehen.",
        ),
        [
            phrase(
                "Ho cambiato consulente, togliete la vecchia delega",
                "I changed consultant, remove the old delegation",
                "Ich habe den Berater gewechselt, bitte die alte Vollmacht löschen",
            ),
            phrase(
                "Non seguo più questa azienda",
                "I no longer act for this company",
                "Ich betreue diesen Betrieb nicht mehr",
            ),
        ],
        "revocare togliere vecchio consulente cambiato rinuncia revoke remove old consultant changed widerrufen entziehen gewechselt",
    ),
    topic(1004, "pec", Unit::FrontOffice, NOTHING).named(
        phrase("PEC e recapiti", "PEC and contacts", "PEC und Kontakte"),
        phrase(
            "PEC, e-mail o telefono da aggiornare.",
            "PEC, e-mail or telephone to update.",
            "PEC, E-Mail oder Telefon zu ändern.",
        ),
        [
            phrase(
                "La PEC in archivio è vecchia",
                "The PEC on record is old",
                "Die hinterlegte PEC ist veraltet",
            ),
            phrase(
                "Non ricevo le vostre e-mail",
                "I do not receive your e-mails",
                "Ich erhalte Ihre E-Mails nicht",
            ),
        ],
        "posta certificata email mail telefono recapito contatti cellulare contact phone Kontakt Telefon Handy Adresse",
    ),
];
