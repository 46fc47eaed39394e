//! What the program says of what happened.

use super::Event;
use crate::sections::{Phrase, phrase};

const REASON: Phrase = phrase("Motivo", "Reason", "Grund");
const DETAIL: Phrase = phrase("Dettaglio", "Detail", "Einzelheit");
const ANSWER_BY: Phrase = phrase("Risposta entro il", "Answer by", "Antwort bis");
const EXPECTED_BY: Phrase =
    phrase("Risposta attesa entro il", "Answer expected by", "Antwort erwartet bis");

/// What is said of an event.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// In a few words.
    pub title: Phrase,
    /// What happened, in a sentence.
    pub lead: Phrase,
    /// What its detail is called.
    pub detail: Phrase,
    /// What its day is called.
    pub day: Phrase,
}

const fn says(title: Phrase, lead: Phrase, detail: Phrase, day: Phrase) -> Said {
    Said { title, lead, detail, day }
}

/// What the program says of an event.
pub const fn said(event: Event) -> Said {
    match event {
        Event::RequestRegistered => says(
            phrase("Richiesta registrata", "Request registered", "Anfrage protokolliert"),
            phrase(
                "La richiesta ha il suo numero di protocollo ed è dalla sede che risponde.",
                "The request has its protocol number and is with the office that answers it.",
                "Die Anfrage hat ihre Protokollnummer und liegt bei der Stelle, die sie beantwortet.",
            ),
            DETAIL,
            EXPECTED_BY,
        ),
        Event::RequestRouted => says(
            phrase("Richiesta affidata", "Request assigned", "Anfrage zugewiesen"),
            phrase(
                "Una richiesta della coda è stata affidata a chi riceve questo avviso.",
                "A request of the queue was given to whoever gets this notification.",
                "Wer diese Mitteilung erhält, beantwortet eine Anfrage aus der Warteschlange.",
            ),
            DETAIL,
            ANSWER_BY,
        ),
        Event::RequestTaken => says(
            phrase("Richiesta presa in carico", "Request in hand", "Anfrage in Bearbeitung"),
            phrase(
                "Una persona della sede si occupa della richiesta.",
                "Somebody at the office is dealing with the request.",
                "Jemand bei der Stelle kümmert sich um die Anfrage.",
            ),
            phrase("Chi se ne occupa", "In charge", "Zuständig"),
            EXPECTED_BY,
        ),
        Event::RequestMessage => says(
            phrase("Nuovo messaggio", "New message", "Neue Nachricht"),
            phrase(
                "C'è un messaggio nuovo nella conversazione.",
                "There is a new message in the conversation.",
                "In der Unterhaltung ist eine neue Nachricht.",
            ),
            DETAIL,
            ANSWER_BY,
        ),
        Event::RequestAwaiting => says(
            phrase(
                "La sede aspetta una risposta",
                "The office awaits a reply",
                "Die Stelle wartet",
            ),
            phrase(
                "Per andare avanti, la sede ha bisogno di qualcosa da parte vostra.",
                "To go on, the office needs something from you.",
                "Um weiterzuarbeiten, braucht die Stelle etwas von Ihnen.",
            ),
            phrase("Che cosa serve", "What is needed", "Was gebraucht wird"),
            phrase(
                "Con una risposta oggi, la sede risponde entro il",
                "With a reply today, the office answers by",
                "Bei Antwort heute antwortet die Stelle bis",
            ),
        ),
        _ => said_later(event),
    }
}

/// What is said of the events that come later in the life of a request.
const fn said_later(event: Event) -> Said {
    match event {
        Event::RequestTransferred => says(
            phrase("Richiesta trasferita", "Request transferred", "Anfrage weitergeleitet"),
            phrase(
                "La richiesta è passata a un'altra sede o a un'altra unità; i termini non ricominciano da capo.",
                "The request went to another office or unit; its terms do not begin anew.",
                "Die Anfrage ging an eine andere Stelle oder Abteilung; die Fristen beginnen nicht von vorn.",
            ),
            REASON,
            ANSWER_BY,
        ),
        Event::RequestClosed => says(
            phrase("Richiesta chiusa", "Request closed", "Anfrage abgeschlossen"),
            phrase(
                "La sede ha risposto e ha chiuso la richiesta.",
                "The office has answered and closed the request.",
                "Die Stelle hat geantwortet und die Anfrage abgeschlossen.",
            ),
            phrase("Esito", "Outcome", "Ergebnis"),
            phrase(
                "Si può riaprire fino al",
                "Can be reopened until",
                "Kann wieder geöffnet werden bis",
            ),
        ),
        Event::RequestReopened => says(
            phrase("Richiesta riaperta", "Request reopened", "Anfrage wieder geöffnet"),
            phrase(
                "La richiesta è di nuovo aperta.",
                "The request is open again.",
                "Die Anfrage ist wieder offen.",
            ),
            REASON,
            ANSWER_BY,
        ),
        Event::RequestCall => says(
            phrase("Richiesta di richiamata", "A call is asked for", "Bitte um Rückruf"),
            phrase(
                "L'azienda chiede di essere richiamata: numero e orario sono nella conversazione.",
                "The company asks to be called: number and time are in the conversation.",
                "Der Betrieb bittet um Rückruf: Nummer und Zeit stehen in der Unterhaltung.",
            ),
            DETAIL,
            ANSWER_BY,
        ),
        Event::RequestAnnulled => says(
            phrase("Registrazione annullata", "Annulled registration", "Aufgehobene Eintragung"),
            phrase(
                "La sede ha annullato questa registrazione: il motivo è nella conversazione.",
                "The office annulled this registration: why is in the conversation.",
                "Die Stelle hat diese Eintragung aufgehoben: Der Grund steht in der Unterhaltung.",
            ),
            REASON,
            ANSWER_BY,
        ),
        _ => said_by_a_clock(event),
    }
}

/// What is said where only time has passed.
const fn said_by_a_clock(event: Event) -> Said {
    match event {
        Event::RequestReminder => says(
            phrase("Richiesta in attesa", "Request waiting", "Anfrage wartet"),
            phrase(
                "La richiesta aspetta ancora una risposta.",
                "The request still waits for an answer.",
                "Die Anfrage wartet noch auf eine Antwort.",
            ),
            DETAIL,
            ANSWER_BY,
        ),
        Event::RequestEscalated => says(
            phrase("Richiesta al responsabile", "Request escalated", "Anfrage an die Leitung"),
            phrase(
                "La richiesta aspetta da troppo: ora la vede chi dirige la sede.",
                "The request has waited for too long: whoever heads the office sees it now.",
                "Die Anfrage wartet schon zu lange: Nun sieht sie die Leitung der Stelle.",
            ),
            DETAIL,
            ANSWER_BY,
        ),
        Event::RequestLate => says(
            phrase("Richiesta oltre il termine", "Request late", "Anfrage überfällig"),
            phrase(
                "Il termine per la risposta è passato e la richiesta è ancora aperta.",
                "The last day for the answer has passed, and the request is still open.",
                "Die Frist für die Antwort ist abgelaufen, und die Anfrage ist noch offen.",
            ),
            DETAIL,
            phrase("Il termine era il", "The last day was", "Die Frist endete am"),
        ),
        _ => says(
            phrase("DURC in scadenza", "DURC about to expire", "DURC läuft ab"),
            phrase(
                "Prima di chiederne uno nuovo, si vede alla pagina «DURC» se qualcosa lo blocca.",
                "Before you ask for a new one, the page “DURC” says whether anything stands in its way.",
                "Bevor Sie einen neuen verlangen, zeigt die Seite „DURC“, ob etwas im Weg steht.",
            ),
            DETAIL,
            phrase("Scade il", "Expires on", "Läuft ab am"),
        ),
    }
}
