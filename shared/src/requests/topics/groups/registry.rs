//! Registry data and classification.

use super::{CHAMBER, MEASURE, NOTHING};
use crate::requests::topics::{Group, Topic, Unit, topic};
use crate::sections::phrase;

pub(super) static GROUP: Group = Group {
    id: 100,
    slug: "anagrafica",
    title: phrase(
        "Anagrafica e inquadramento",
        "Registry data and classification",
        "Stammdaten und Einstufung",
    ),
    topics: &TOPICS,
};

static TOPICS: [Topic; 6] = [
    topic(101, "variazione-dati", Unit::Registry, CHAMBER).named(
        phrase("Variazione dei dati", "Change of data", "Änderung der Daten"),
        phrase(
            "Nome, sede, rappresentante o attività sono cambiati.",
            "Name, seat, representative or activity have changed.",
            "Name, Sitz, Vertreter oder Tätigkeit haben sich geändert.",
        ),
        [
            phrase(
                "Abbiamo cambiato indirizzo",
                "We moved to a new address",
                "Wir haben eine neue Adresse",
            ),
            phrase(
                "È cambiato il legale rappresentante",
                "The legal representative has changed",
                "Der gesetzliche Vertreter hat gewechselt",
            ),
        ],
        "trasferimento sede legale ragione sociale denominazione indirizzo amministratore rappresentante forma giuridica trasferita \
         moved address company name director legal form Umzug umgezogen Sitz Anschrift Firmenname Geschäftsführer Rechtsform",
    ),
    topic(102, "csc-ca", Unit::Registry, MEASURE).named(
        phrase("Inquadramento: CSC e CA", "Classification: CSC and CA", "Einstufung: CSC und CA"),
        phrase(
            "Il codice statistico o un codice di autorizzazione non è giusto.",
            "The statistical code or an authorisation code is not right.",
            "Der statistische Kode oder ein Berechtigungskode stimmt nicht.",
        ),
        [
            phrase(
                "Il CSC non corrisponde alla nostra attività",
                "The CSC does not match our activity",
                "Der CSC passt nicht zu unserer Tätigkeit",
            ),
            phrase(
                "Manca il codice autorizzazione 7N",
                "Authorisation code 7N is missing",
                "Der Berechtigungskode 7N fehlt",
            ),
        ],
        "inquadramento settore artigiano industria commercio ateco codice statistico contributivo autorizzazione aliquota sbagliata \
         sector craft industry trade classification code Einstufung Sektor Handwerk Industrie Handel Tätigkeitskode",
    ),
    topic(103, "sospensione", Unit::Registry, NOTHING).named(
        phrase(
            "Sospensione, riattivazione, cessazione",
            "Suspension, reactivation, closure",
            "Aussetzung, Wiederaufnahme, Beendigung",
        ),
        phrase(
            "La posizione non ha più dipendenti, o ne ha di nuovo.",
            "The position has no employees any more, or has some again.",
            "Die Position hat keine Beschäftigten mehr oder wieder welche.",
        ),
        [
            phrase(
                "Non ho più dipendenti, voglio sospendere la matricola",
                "I have no more employees, I want to suspend the position",
                "Ich habe keine Mitarbeiter mehr und will die Position aussetzen",
            ),
            phrase(
                "Devo riattivare la posizione",
                "I must reactivate the position",
                "Ich muss die Position wieder aktivieren",
            ),
        ],
        "sospendere riattivare riaprire chiudere cessare cessata matricola senza dipendenti stagionale \
         suspend reactivate reopen close ceased seasonal aussetzen reaktivieren schließen stilllegen Saisonbetrieb",
    ),
    topic(104, "unita-operative", Unit::Registry, CHAMBER).named(
        phrase("Unità operative", "Branches", "Betriebsstätten"),
        phrase(
            "Aprire, spostare o chiudere un'unità operativa.",
            "To open, move or close a branch.",
            "Eine Betriebsstätte eröffnen, verlegen oder schließen.",
        ),
        [
            phrase(
                "Abbiamo aperto un nuovo negozio",
                "We opened a new shop",
                "Wir haben ein neues Geschäft eröffnet",
            ),
            phrase(
                "Il cantiere è finito",
                "The building site is finished",
                "Die Baustelle ist beendet",
            ),
        ],
        "filiale cantiere negozio stabilimento unità locale branch site shop plant Filiale Baustelle Geschäft Werk Niederlassung",
    ),
    topic(105, "accentramento", Unit::Registry, NOTHING).named(
        phrase("Accentramento", "Centralisation", "Zentralisierung"),
        phrase(
            "Adempiere per tutte le posizioni presso una sede sola.",
            "To comply for all positions at one office.",
            "Für alle Positionen bei einer Stelle erfüllen.",
        ),
        [
            phrase(
                "Vogliamo accentrare i contributi a Roma",
                "We want to centralise contributions in Rome",
                "Wir wollen die Beiträge in Rom zentralisieren",
            ),
            phrase(
                "A che punto è la domanda di accentramento?",
                "What about our request to centralise?",
                "Wie steht es um den Antrag auf Zentralisierung?",
            ),
        ],
        "accentrare più province una sola matricola madre figlie centralise several provinces parent zentralisieren mehrere Provinzen",
    ),
    topic(106, "confluenza", Unit::Registry, CHAMBER).named(
        phrase(
            "Confluenza di codici fiscali",
            "Merging of tax codes",
            "Zusammenführung von Steuernummern",
        ),
        phrase(
            "Fusione, scissione, conferimento o doppio codice fiscale.",
            "Merger, division, transfer or a double tax code.",
            "Verschmelzung, Spaltung, Einbringung oder doppelte Steuernummer.",
        ),
        [
            phrase(
                "La società è stata incorporata",
                "The company was merged into another",
                "Die Gesellschaft wurde übernommen",
            ),
            phrase(
                "Ho due codici fiscali per la stessa ditta",
                "I have two tax codes for the same firm",
                "Ich habe zwei Steuernummern für denselben Betrieb",
            ),
        ],
        "fusione scissione incorporazione conferimento cessione ramo azienda subentro codice fiscale doppio \
         merger division takeover transfer tax code Fusion Spaltung Übernahme Betriebsübergang Steuernummer doppelt",
    ),
];
