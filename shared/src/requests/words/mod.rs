//! What is said of requests wherever they are told of: on the screens, in notifications, in documents to keep.

use super::{Age, Aspect, Kind, Level, Outcome, Side, Standing, State, View, What};
use crate::sections::{Phrase, phrase};

/// Under which number it is registered.
pub const PROTOCOL: Phrase = phrase("Protocollo", "Protocol number", "Protokollnummer");
/// That the registration counts no more.
pub const ANNULLED: Phrase =
    phrase("Registrazione annullata", "Annulled registration", "Aufgehobene Eintragung");
/// In a few words.
pub const SUBJECT: Phrase = phrase("Oggetto", "Subject", "Betreff");
/// About what.
pub const TOPIC: Phrase = phrase("Argomento", "Topic", "Thema");
/// Whose.
pub const COMPANY: Phrase = phrase("Azienda", "Company", "Betrieb");
/// The position that it is about.
pub const POSITION: Phrase = phrase("Posizione", "Position", "Position");
/// How it stands.
pub const STATE: Phrase = phrase("Stato", "State", "Stand");
/// Of a clock that stands still while the office waits, in the place of the day of its next term.
pub const STOPPED: Phrase = phrase("Fermo", "Standing still", "Angehalten");
/// Of a message with its documents.
pub const DIGEST: Phrase = phrase("Impronta SHA-256", "SHA-256 digest", "SHA-256-Prüfsumme");
/// By which an office decided.
pub const LAW: Phrase = phrase("Norma o circolare", "Law or circular", "Gesetz oder Rundschreiben");
/// For the customer.
pub const NEXT: Phrase = phrase("Che cosa fare adesso", "What to do now", "Was jetzt zu tun ist");
/// Of an answer.
pub const CONTESTABLE: Phrase =
    phrase("Contestabile fino al", "Contestable until", "Anfechtbar bis");
/// Of what an office wrote first.
pub const BEGUN: Phrase =
    phrase("Aperta dalla sede", "Opened by the office", "Von der Stelle eröffnet");
/// What an office does that writes first.
pub const WRITE: Phrase =
    phrase("Scrivi all'azienda", "Write to the company", "An den Betrieb schreiben");
/// Of what only the office sees.
pub const INTERNAL: Phrase =
    phrase("Solo per la sede", "For the office alone", "Nur für die Stelle");

/// From so many stars on somebody is asked what was good, before what was hard.
const CONTENT_FROM: u8 = 4;

/// What whoever gave so many stars is asked, and need not say.
pub const fn aspect_asked(stars: u8) -> Phrase {
    match stars >= CONTENT_FROM {
        true => phrase(
            "Quali sono stati gli aspetti che hai preferito? (facoltativo)",
            "What did you like most? (optional)",
            "Was hat Ihnen am besten gefallen? (freiwillig)",
        ),
        false => phrase(
            "Dove hai incontrato le maggiori difficoltà? (facoltativo)",
            "Where did you find it hardest? (optional)",
            "Wo hatten Sie die größten Schwierigkeiten? (freiwillig)",
        ),
    }
}

impl Aspect {
    /// What it says beside so many stars.
    pub const fn name(self, stars: u8) -> Phrase {
        match (self, stars >= CONTENT_FROM) {
            (Self::Clear, true) => phrase(
                "Le indicazioni erano chiare",
                "What I was told was clear",
                "Die Angaben waren klar",
            ),
            (Self::Clear, false) => phrase(
                "A volte le indicazioni non erano chiare",
                "What I was told was not always clear",
                "Die Angaben waren nicht immer klar",
            ),
            (Self::Complete, true) => phrase(
                "Le indicazioni erano complete",
                "What I was told was complete",
                "Die Angaben waren vollständig",
            ),
            (Self::Complete, false) => phrase(
                "A volte le indicazioni non erano complete",
                "What I was told was not always complete",
                "Die Angaben waren nicht immer vollständig",
            ),
            (Self::Guided, true) => phrase(
                "Capivo sempre che stavo procedendo correttamente",
                "I always knew that I was doing it right",
                "Ich wusste immer, dass ich richtig vorgehe",
            ),
            (Self::Guided, false) => phrase(
                "A volte non capivo se stavo procedendo correttamente",
                "I did not always know whether I was doing it right",
                "Ich wusste nicht immer, ob ich richtig vorgehe",
            ),
            (Self::Working, true) => phrase(
                "Non ho avuto problemi tecnici",
                "I had no technical problems",
                "Ich hatte keine technischen Probleme",
            ),
            (Self::Working, false) => phrase(
                "Ho avuto problemi tecnici",
                "I had technical problems",
                "Ich hatte technische Probleme",
            ),
            (Self::Other, _) => phrase("Altro", "Something else", "Anderes"),
        }
    }
}

impl Side {
    /// Who stands there, where no name is known.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Customer => phrase("Azienda", "Company", "Betrieb"),
            Self::Office => phrase("Sede", "Office", "Stelle"),
            Self::Clock => phrase("Orologio", "Clock", "Uhr"),
        }
    }
}

impl State {
    /// How it stands.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Routed => {
                phrase("Da prendere in carico", "To be taken charge of", "Noch zu übernehmen")
            }
            Self::InCharge(Level::First) => phrase("In carico", "In charge", "In Bearbeitung"),
            Self::InCharge(Level::Second) => {
                phrase("Al secondo livello", "At the second level", "Auf zweiter Ebene")
            }
            Self::Awaiting(_) => phrase(
                "In attesa dell'azienda",
                "Waiting for the company",
                "Wartet auf den Betrieb",
            ),
            Self::Closed(outcome) => outcome.name(),
        }
    }

    /// As a customer is told it: which level of the office looks at it stays within the office, as what the levels say to each other.
    #[must_use]
    pub const fn to_customer(self) -> Self {
        match self {
            Self::InCharge(_) => Self::InCharge(Level::First),
            Self::Awaiting(Some(_)) => Self::Awaiting(Some(Level::First)),
            Self::Routed | Self::Awaiting(None) | Self::Closed(_) => self,
        }
    }
}

impl Standing {
    /// How it stands, to a customer.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Open => phrase("Aperta", "Open", "Offen"),
            Self::InCharge => phrase("In carico", "In charge", "In Bearbeitung"),
            Self::Closed => phrase("Chiusa", "Closed", "Geschlossen"),
        }
    }
}

impl View {
    /// What an office calls a part of its queue.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Open => phrase("Aperte", "Open", "Offen"),
            Self::Mine => phrase("Mie", "Mine", "Meine"),
            Self::Unassigned => phrase("Non assegnate", "Unassigned", "Nicht zugewiesen"),
            Self::Due => phrase("In scadenza", "Due soon", "Bald fällig"),
            Self::Awaiting => phrase("In attesa", "Waiting", "Wartend"),
            Self::Reopened => phrase("Riaperte", "Reopened", "Wieder eröffnet"),
            Self::Second => phrase("Secondo livello", "Second level", "Zweite Ebene"),
            Self::Call => phrase("Da richiamare", "To be called", "Rückruf erbeten"),
        }
    }
}

impl Age {
    /// How long that is.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Five => phrase("0-5 giorni lavorativi", "0-5 working days", "0-5 Arbeitstage"),
            Self::Ten => phrase("6-10 giorni lavorativi", "6-10 working days", "6-10 Arbeitstage"),
            Self::Twenty => {
                phrase("11-20 giorni lavorativi", "11-20 working days", "11-20 Arbeitstage")
            }
            Self::More => phrase(
                "più di 20 giorni lavorativi",
                "more than 20 working days",
                "mehr als 20 Arbeitstage",
            ),
        }
    }
}

impl Outcome {
    /// How it ended.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Accepted => phrase("Accolta", "Accepted", "Angenommen"),
            Self::Partly => phrase("Accolta in parte", "Partly accepted", "Teilweise angenommen"),
            Self::Rejected => phrase("Respinta", "Rejected", "Abgelehnt"),
            Self::NotPertinent => phrase("Non di competenza", "Not pertinent", "Nicht zuständig"),
            Self::Withdrawn => phrase("Ritirata", "Withdrawn", "Zurückgezogen"),
            Self::Merged => phrase(
                "Riunita a un'altra",
                "Merged into another",
                "Mit einer anderen zusammengeführt",
            ),
        }
    }
}

impl What {
    /// What happened, after the name of who did it, and by the side on which they stand.
    pub const fn happened(&self, by: Side) -> Phrase {
        match self {
            Self::Opened { .. } if matches!(by, Side::Office) => phrase(
                "ha aperto la conversazione per la sede",
                "opened the conversation for the office",
                "hat die Unterhaltung für die Stelle eröffnet",
            ),
            Self::Opened { .. } => {
                phrase("ha aperto la richiesta", "opened the request", "hat die Anfrage eröffnet")
            }
            Self::Done(action) => done(action.kind()),
            Self::Joined { .. } => phrase(
                "ha riunito qui un'altra richiesta",
                "merged another request into this one",
                "hat eine andere Anfrage hiermit zusammengeführt",
            ),
            Self::Reminded => phrase(
                "Sollecito alla sede",
                "The office was reminded",
                "Die Stelle wurde erinnert",
            ),
            Self::Escalated => phrase(
                "Avviso al responsabile della sede",
                "The head of the office was told",
                "Die Leitung wurde verständigt",
            ),
            Self::Late => phrase(
                "Termine per la risposta scaduto",
                "The last day for the answer passed",
                "Die Frist für die Antwort ist abgelaufen",
            ),
        }
    }

    /// Whether only the office sees it.
    pub const fn is_internal(&self) -> bool {
        match self {
            Self::Done(action) => {
                matches!(action.kind(), Kind::Note | Kind::Escalate | Kind::Return)
            }
            _ => false,
        }
    }
}

const fn done(kind: Kind) -> Phrase {
    match kind {
        Kind::Reply => phrase("ha risposto", "replied", "hat geantwortet"),
        Kind::CallBack => phrase(
            "ha chiesto di essere richiamato",
            "asked to be called",
            "hat um Rückruf gebeten",
        ),
        Kind::Withdraw => phrase(
            "ha ritirato la richiesta",
            "withdrew the request",
            "hat die Anfrage zurückgezogen",
        ),
        Kind::Reopen => phrase(
            "ha riaperto la richiesta",
            "reopened the request",
            "hat die Anfrage wieder eröffnet",
        ),
        Kind::Rate => phrase("ha dato un voto", "rated it", "hat bewertet"),
        Kind::Take => {
            phrase("ha preso in carico la richiesta", "took charge", "hat die Anfrage übernommen")
        }
        Kind::Assign => phrase(
            "ha assegnato la richiesta",
            "assigned the request",
            "hat die Anfrage zugewiesen",
        ),
        Kind::Transfer => phrase(
            "ha trasferito la richiesta",
            "transferred the request",
            "hat die Anfrage weitergeleitet",
        ),
        Kind::Ask => phrase("chiede un chiarimento", "asks for something", "fragt nach"),
        Kind::Answer => phrase("ha dato la risposta", "answered", "hat Bescheid gegeben"),
        Kind::Close => {
            phrase("ha chiuso la richiesta", "closed the request", "hat die Anfrage geschlossen")
        }
        Kind::Called => phrase("ha telefonato", "called", "hat angerufen"),
        Kind::Note => phrase("ha annotato", "noted", "hat vermerkt"),
        Kind::Escalate => phrase(
            "ha chiesto il secondo livello",
            "asked the second level",
            "hat die zweite Ebene gefragt",
        ),
        Kind::Return => phrase(
            "ha restituito la richiesta",
            "gave the request back",
            "hat die Anfrage zurückgegeben",
        ),
        Kind::Merge => phrase(
            "ha riunito la richiesta a un'altra",
            "merged the request into another",
            "hat die Anfrage mit einer anderen zusammengeführt",
        ),
    }
}
