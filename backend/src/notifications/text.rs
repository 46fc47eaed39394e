//! What people are told, in words.

use shared::format;
use shared::lang::Lang;
use shared::notifications::{Event, Messages, Placeholder, said};
use shared::requests::words::TOPIC;
use shared::sections::{Phrase, phrase};

use super::table::Values;

/// A notification in one language.
pub(super) struct Told {
    /// In a few words.
    pub title: String,
    /// What happened, in a sentence.
    pub lead: String,
    /// What is known of it, each with its name.
    pub lines: Vec<String>,
}

/// A notification in words, those of an administrator before those of the program; what its values do not say is left out.
pub(super) fn told(event: Event, values: &Values, lang: Lang, messages: &Messages) -> Told {
    let said = said(event);
    let value = |placeholder| match placeholder {
        Placeholder::Protocol => values.protocol.clone(),
        Placeholder::Office => values.office.clone(),
        Placeholder::Day => values.day.map(|day| format::day(day, lang)),
    };
    let own = messages.of(event, lang);
    let own = own.and_then(|own| Some((own.names(Placeholder::Protocol), own.filled(value)?)));
    let (is_numbered, (title, lead)) = own.unwrap_or_else(|| {
        (false, (said.title.of(lang).to_owned(), said.lead.of(lang).to_owned()))
    });
    let title = match &values.protocol {
        Some(protocol) if !is_numbered => format!("{title}: {protocol}"),
        _ => title,
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
    Told { title, lead, lines: lines.collect() }
}

/// What an event is called.
pub(super) const fn title(event: Event) -> Phrase {
    said(event).title
}

impl Told {
    /// In a sentence or two.
    pub(super) fn text(&self) -> String {
        let mut text = self.lead.clone();
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
const OFFICE: Phrase = phrase("Sede", "Office", "Stelle");
const QUOTE: Phrase = phrase("Testo", "Text", "Text");
