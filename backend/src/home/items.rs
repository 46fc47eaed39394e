//! What the first pages say of a company in a line: how long its DURC lasts, and what of it wants a look.

use std::cmp::Reverse;

use shared::calendar::Day;
use shared::durc::{Light, OnFile};
use shared::format;
use shared::home::{Counter, Item};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::sections::{Phrase, phrase};

use crate::practice::grid::Row;

/// Companies that are named.
const WORST: usize = 5;

/// What one is called, and any other number of them.
type Words = (Phrase, Phrase);

/// The days left of a DURC that is valid, or else until the next deadline.
pub fn countdown(
    durc: OnFile,
    next: Option<&(Day, Item)>,
    company: CompanyId,
    today: Day,
    lang: Lang,
) -> Option<Counter> {
    let valid = durc.until.filter(|_| durc.light == Some(Light::Green));
    let page = page(company);
    let (day, what, words, href) = match (valid, next) {
        (Some(until), _) => (until, format::day(until, lang), VALID, [&page, "/durc"].concat()),
        (None, Some((day, next))) => {
            let what = [&next.title, ", ", &format::day(*day, lang)].concat();
            (*day, what, NEXT, next.href.clone().unwrap_or(page))
        }
        (None, None) => return None,
    };
    let days = u32::try_from(day.days_since(today)).unwrap_or(0);
    Some(Counter(days, [word(days, words, lang), " ", &what].concat(), href))
}

/// The companies that want a look, those that miss most first.
pub fn worst(rows: &[Row], lang: Lang) -> Vec<Item> {
    let mut worst: Vec<&Row> = rows.iter().filter(|row| row.summary.wants_a_look()).collect();
    worst.sort_by_key(|row| Reverse((row.summary.missing, row.summary.attention())));
    worst.into_iter().take(WORST).map(|row| look(row, lang)).collect()
}

/// What of a company wants a look; what it misses, where it misses money.
fn look(row: &Row, lang: Lang) -> Item {
    let summary = &row.summary;
    let concerns = [
        (summary.months_short, SHORT),
        (summary.not_declared, RETURNS),
        (summary.not_balanced, UNBALANCED),
        (summary.archives.debts, DEBTS),
        (summary.archives.notices, NOTICES),
    ];
    let counted = concerns
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| [&count.to_string(), " ", word(count, words, lang)].concat());
    let red = (summary.durc.light == Some(Light::Red)).then(|| RED.of(lang).to_owned());
    let office = summary.office.as_ref().map(|(_, name)| name.clone());
    let told: Vec<String> = counted.chain(red).chain(office).collect();
    Item {
        title: summary.name.clone(),
        text: Some(told.join(" · ")),
        figure: (summary.missing > Euro::ZERO).then(|| format::euro(summary.missing, lang)),
        href: Some(page(row.client.company)),
    }
}

fn page(company: CompanyId) -> String {
    ["/azienda/", &company.to_string()].concat()
}

const fn word(count: u32, (one, many): Words, lang: Lang) -> &'static str {
    if count == 1 { one.of(lang) } else { many.of(lang) }
}

const VALID: Words = (
    phrase("giorno di DURC valido, fino al", "day of valid DURC, until", "Tag gültiger DURC, bis"),
    phrase(
        "giorni di DURC valido, fino al",
        "days of valid DURC, until",
        "Tage gültiger DURC, bis",
    ),
);
const NEXT: Words = (
    phrase(
        "giorno alla prossima scadenza:",
        "day to the next deadline:",
        "Tag bis zur nächsten Frist:",
    ),
    phrase(
        "giorni alla prossima scadenza:",
        "days to the next deadline:",
        "Tage bis zur nächsten Frist:",
    ),
);
const SHORT: Words = (
    phrase("mese incompleto", "incomplete month", "unvollständiger Monat"),
    phrase("mesi incompleti", "incomplete months", "unvollständige Monate"),
);
const RETURNS: Words = (
    phrase("denuncia mancante", "missing return", "fehlende Meldung"),
    phrase("denunce mancanti", "missing returns", "fehlende Meldungen"),
);
const UNBALANCED: Words = (
    phrase(
        "denuncia che non quadra",
        "return that does not balance",
        "Meldung, die nicht ausgeglichen ist",
    ),
    phrase(
        "denunce che non quadrano",
        "returns that do not balance",
        "Meldungen, die nicht ausgeglichen sind",
    ),
);
const DEBTS: Words = (
    phrase("debito aperto", "open debt", "offene Schuld"),
    phrase("debiti aperti", "open debts", "offene Schulden"),
);
const NOTICES: Words = (
    phrase("nota di rettifica aperta", "open notice", "offene Berichtigungsmitteilung"),
    phrase("note di rettifica aperte", "open notices", "offene Berichtigungsmitteilungen"),
);
const RED: Phrase = phrase("DURC da regolarizzare", "DURC to be settled", "DURC zu bereinigen");
