//! What people are told, in words.

use shared::format;
use shared::lang::Lang;
use shared::notifications::Event;
use shared::sections::{Phrase, phrase};

use super::table::Values;

/// A notification in one language.
pub(super) struct Told {
    /// In a few words.
    pub title: String,
    /// What happened, in a sentence.
    pub lead: &'static str,
    /// What is known of it, each with its name.
    pub lines: Vec<String>,
}

/// A notification in words; what its values do not say is left out.
pub(super) fn told(event: Event, values: &Values, lang: Lang) -> Told {
    let said = said(event);
    let title = said.title.of(lang);
    let title = match &values.protocol {
        Some(protocol) => format!("{title}: {protocol}"),
        None => title.to_owned(),
    };
    let topic = values.topic.as_ref().map(|topic| topic.of(lang).to_owned());
    let detail = values.detail.as_ref().map(|detail| detail.of(lang).to_owned());
    let named = [
        (COMPANY, values.company.clone()),
        (TOPIC, topic),
        (OFFICE, values.office.clone()),
        (said.detail, detail),
        (said.day, values.day.map(|day| format::day(day, lang))),
        (if event == Event::RequestTaken { said.detail } else { QUOTE }, values.quote.clone()),
    ];
    let lines = named.into_iter().filter_map(|(name, value)| {
        let value = value.filter(|value| !value.trim().is_empty())?;
        Some(format!("{}: {value}", name.of(lang)))
    });
    Told { title, lead: said.lead.of(lang), lines: lines.collect() }
}

/// What an event is called.
pub(super) const fn title(event: Event) -> Phrase {
    said(event).title
}

impl Told {
    /// In a sentence or two.
    pub(super) fn text(&self) -> String {
        let mut text = self.lead.to_owned();
        for line in &self.lines {
            text.push('\n');
            text.push_str(line);
        }
        text
    }
}

/// Most characters of an SMS: what fits one, where the letters are Italian, English or German ones.
const SMS: usize = 160;

/// What a text message says of one or several. No company, no quotation: a telephone shows it to whoever looks at it.
pub(super) fn sms(told: &[Told], lang: Lang) -> String {
    let text = match told {
        [one] => format!("Cassetto. {}. {}", one.title, one.lead),
        many => format!("Cassetto. {}", (words(lang).many)(many.len())),
    };
    text.chars().take(SMS).collect()
}

/// Subject and text of a mail that tells of one or several. `site` is where the app is reached, where that is known.
pub(super) fn mail(told: &[Told], name: &str, site: Option<&str>, lang: Lang) -> (String, String) {
    let words = words(lang);
    let subject = match told {
        [one] => one.title.clone(),
        many => (words.many)(many.len()),
    };
    let parts: Vec<String> = match told {
        [one] => vec![one.text()],
        many => many.iter().map(|one| format!("{}\n{}", one.title, one.text())).collect(),
    };
    let mut body = format!("{}\n\n{}\n\n", (words.greeting)(name), parts.join("\n\n"));
    if let Some(site) = site {
        body.push_str(&format!("{}\n{}/avvisi\n\n", words.open, site.trim_end_matches('/')));
    }
    body.push_str(words.settings);
    body.push('\n');
    (format!("Cassetto: {subject}"), body)
}

/// Subject and text of the message with a code that proves an address.
pub(super) fn code(code: &str, lang: Lang) -> (String, String) {
    let words = words(lang);
    (words.code_subject.to_owned(), (words.code)(code))
}

/// What is said around notifications, in one language.
struct Words {
    greeting: fn(name: &str) -> String,
    many: fn(count: usize) -> String,
    open: &'static str,
    settings: &'static str,
    code_subject: &'static str,
    code: fn(code: &str) -> String,
}

fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Words = Words {
    greeting: |name| format!("Gentile {name},"),
    many: |count| format!("{count} avvisi nuovi"),
    open: "Li trova tutti qui:",
    settings: "Nel Cassetto, alla pagina «Profilo», «Avvisi», sceglie di che cosa e come essere avvisato.",
    code_subject: "Cassetto: codice di verifica",
    code: |code| {
        format!("Il suo codice del Cassetto è {code}. Vale 15 minuti. Non lo dia a nessuno.")
    },
};

static EN: Words = Words {
    greeting: |name| format!("Dear {name},"),
    many: |count| format!("{count} new notifications"),
    open: "You find all of them here:",
    settings: "In Cassetto, on the page “Profile”, “Notifications”, you choose what you are told of and how.",
    code_subject: "Cassetto: verification code",
    code: |code| {
        format!("Your Cassetto code is {code}. It is valid for 15 minutes. Give it to nobody.")
    },
};

static DE: Words = Words {
    greeting: |name| format!("Guten Tag, {name},"),
    many: |count| format!("{count} neue Mitteilungen"),
    open: "Sie finden alle hier:",
    settings: "Im Cassetto wählen Sie auf der Seite „Profil“, „Mitteilungen“, wovon und wie Sie benachrichtigt werden.",
    code_subject: "Cassetto: Bestätigungscode",
    code: |code| {
        format!("Ihr Cassetto-Code ist {code}. Er gilt 15 Minuten. Geben Sie ihn niemandem.")
    },
};

pub(super) const COMPANY: Phrase = phrase("Azienda", "Company", "Betrieb");
const TOPIC: Phrase = phrase("Oggetto", "Topic", "Betreff");
const OFFICE: Phrase = phrase("Sede", "Office", "Stelle");
const QUOTE: Phrase = phrase("Testo", "Text", "Text");
const REASON: Phrase = phrase("Motivo", "Reason", "Grund");
const DETAIL: Phrase = phrase("Dettaglio", "Detail", "Einzelheit");
const ANSWER_BY: Phrase = phrase("Risposta entro il", "Answer by", "Antwort bis");

/// What is said of an event.
struct Said {
    title: Phrase,
    lead: Phrase,
    /// What its detail is called.
    detail: Phrase,
    /// What its day is called.
    day: Phrase,
}

const fn says(title: Phrase, lead: Phrase, detail: Phrase, day: Phrase) -> Said {
    Said { title, lead, detail, day }
}

const fn said(event: Event) -> Said {
    match event {
        Event::RequestRegistered => says(
            phrase("Richiesta registrata", "Request registered", "Anfrage protokolliert"),
            phrase(
                "La richiesta ha il suo numero di protocollo ed è dalla sede che risponde.",
                "The request has its protocol number and is with the office that answers it.",
                "Die Anfrage hat ihre Protokollnummer und liegt bei der Stelle, die sie beantwortet.",
            ),
            DETAIL,
            ANSWER_BY,
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
            ANSWER_BY,
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
            phrase("Da mandare entro il", "To be sent by", "Zu senden bis"),
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
                "La richiesta è passata a un'altra sede o a un'altra unità; i termini continuano a correre.",
                "The request went to another office or unit; its terms run on.",
                "Die Anfrage ging an eine andere Stelle oder Abteilung; die Fristen laufen weiter.",
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
