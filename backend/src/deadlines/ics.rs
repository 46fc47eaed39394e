//! Deadlines as an iCalendar (RFC 5545): all-day events, one a day and term for all companies together, so that a practice of hundreds has
//! a calendar that a person can read.

use std::collections::BTreeMap;
use std::fmt::Write;

use shared::calendar::{Day, Instant, Month};
use shared::deadlines::Kind;
use shared::evidence::Term;
use shared::ids::PersonId;
use shared::lang::Lang;

use super::list::Item;
use super::terms::Due;
use super::text::{Texts, month, texts};
use crate::clock::{DAY, HOUR, MINUTE};

/// Companies that an event names; of more it tells how many.
const NAMED: usize = 100;
/// Octets of a line, its end not counted (RFC 5545 section 3.1).
const LINE: usize = 75;

/// One event.
struct Event {
    uid: String,
    day: Day,
    summary: String,
    description: String,
}

/// The calendar.
pub fn calendar(items: &[Item<'_>], person: PersonId, lang: Lang, now: Instant) -> String {
    let texts = texts(lang);
    let mut out = String::with_capacity(256 + items.len().min(1_000) * 128);
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//Cassetto//Cassetto//IT");
    line(&mut out, "CALSCALE", "GREGORIAN");
    line(&mut out, "METHOD", "PUBLISH");
    line(&mut out, "NAME", &escaped(texts.calendar));
    line(&mut out, "X-WR-CALNAME", &escaped(texts.calendar));
    line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
    line(&mut out, "X-PUBLISHED-TTL", "PT6H");
    let stamp = utc(now);
    for event in events(items, person, lang, texts) {
        line(&mut out, "BEGIN", "VEVENT");
        line(&mut out, "UID", &escaped(&event.uid));
        line(&mut out, "DTSTAMP", &stamp);
        line(&mut out, "DTSTART;VALUE=DATE", &date(event.day));
        line(&mut out, "DTEND;VALUE=DATE", &date(event.day.plus_days(1)));
        line(&mut out, "SUMMARY", &escaped(&event.summary));
        if !event.description.is_empty() {
            line(&mut out, "DESCRIPTION", &escaped(&event.description));
        }
        line(&mut out, "TRANSP", "TRANSPARENT");
        line(&mut out, "END", "VEVENT");
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

/// What companies have in common on a day: what is due, for what, and of which month.
type Common = (Day, Kind, Option<Term>, Option<Month>);

/// Terms of the same month and requests of the same day fall together, whoever's they are; the end of a delegation and of a document and a
/// record are a company's own.
fn events(items: &[Item<'_>], person: PersonId, lang: Lang, texts: &Texts) -> Vec<Event> {
    let mut terms: BTreeMap<Common, Vec<&str>> = BTreeMap::new();
    let mut events = Vec::new();
    for item in items {
        let (day, name) = (item.due.day, item.row.summary.name.as_str());
        let Due { kind, term, month, .. } = item.due;
        if month.is_some() || matches!(kind, Kind::Deferral | Kind::Construction) {
            terms.entry((day, kind, term, month)).or_default().push(name);
            continue;
        }
        let company = item.row.client.company;
        let (uid, summary) = match item.due.record {
            Some(record) => {
                let subject = &record.subject;
                // An instalment has no term, but several days.
                let term = match record.term {
                    Some(term) => format!("{term:?}"),
                    None => format!("{:?}-{day}", record.kind),
                };
                let term = term.to_lowercase();
                let uid = format!("record-{company}-{}-{}-{term}", subject.section, subject.key);
                (uid, format!("{name}: {}", record_title(item, true, lang)))
            }
            None if kind == Kind::Durc => {
                (format!("durc-{company}-{day}"), format!("{}: {name}", texts.durc))
            }
            None => (format!("delegation-{company}"), format!("{}: {name}", texts.delegation)),
        };
        let description = item.due.source.unwrap_or_default().to_owned();
        events.push(Event { uid: uid + "@cassetto", day, summary, description });
    }
    events.extend(terms.into_iter().map(|(what, names)| common(what, &names, person, lang)));
    events.sort_by(|a, b| (a.day, &a.uid).cmp(&(b.day, &b.uid)));
    events
}

/// What these companies have in common.
fn common((day, kind, term, of): Common, names: &[&str], person: PersonId, lang: Lang) -> Event {
    let texts = texts(lang);
    let what = common_title(kind, term, of, lang);
    let word = match (of, kind, term) {
        (Some(_), Kind::F24, Some(_)) => "reduced",
        (Some(_), Kind::F24, None) => "f24",
        (Some(_), ..) => "uniemens",
        (None, Kind::Construction, _) => "construction",
        (None, ..) => "deferral",
    };
    let when = of.map_or_else(|| day.to_string(), |of| of.to_string());
    let who = match names {
        [only] => (*only).to_owned(),
        many => (texts.companies)(many.len()),
    };
    let purpose = kind.purpose().map(|purpose| purpose.of(lang).to_owned());
    let named = Some(named(names, texts)).filter(|named| !named.is_empty());
    Event {
        uid: format!("{word}-{when}-{person}@cassetto"),
        day,
        summary: format!("{what}: {who}"),
        description: purpose.into_iter().chain(named).collect::<Vec<_>>().join("\n"),
    }
}

/// What is due, of which month if it is one's.
pub(super) fn common_title(
    kind: Kind,
    term: Option<Term>,
    of: Option<Month>,
    lang: Lang,
) -> String {
    let texts = texts(lang);
    let Some(of) = of else { return kind.words().of(lang).to_owned() };
    let what = match (kind, term) {
        (Kind::F24, Some(_)) => texts.reduced,
        (Kind::F24, None) => texts.f24,
        _ => texts.uniemens,
    };
    what(&month(of, lang))
}

/// What a record is called, behind the title of its section, and what is to be done about it.
pub(super) fn record_title(item: &Item<'_>, one: bool, lang: Lang) -> String {
    let Some(record) = item.due.record else { return String::new() };
    let section = shared::sections::by_number(record.subject.section);
    let section = section.map_or("", |section| section.words.title.of(lang));
    let called = format!("{section} {}", if one { record.title.as_str() } else { "" });
    let purpose = record.term.map(Term::words).or_else(|| record.kind.purpose());
    let purpose = purpose.map_or("", |purpose| purpose.of(lang));
    format!("{} · {purpose}", called.trim())
}

fn named(names: &[&str], texts: &Texts) -> String {
    if names.len() < 2 {
        return String::new();
    }
    let mut text = names.iter().take(NAMED).copied().collect::<Vec<_>>().join("\n");
    if let Some(more) = names.len().checked_sub(NAMED).filter(|more| *more > 0) {
        text.push('\n');
        text.push_str(&(texts.more)(more));
    }
    text
}

fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A moment in UTC.
fn utc(now: Instant) -> String {
    let day = Day::from_epoch_days(now.millis().div_euclid(DAY));
    let rest = now.millis().rem_euclid(DAY);
    let (hour, minute, second) = (rest / HOUR, rest % HOUR / MINUTE, rest % MINUTE / 1_000);
    format!("{}T{hour:02}{minute:02}{second:02}Z", date(day))
}

/// A text as a value (section 3.3.11). Control characters have no place in one, except the end of a line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A content line, folded so that no line is longer than [`LINE`] octets and no character is broken (section 3.1).
fn line(out: &mut String, name: &str, value: &str) {
    let mut octets = 0;
    let mut put = |letter: char| {
        if octets + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    };
    name.chars().for_each(&mut put);
    put(':');
    value.chars().for_each(&mut put);
    let _ = out.write_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a reader of calendars sees of a line.
    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "").trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn moments_and_texts_are_written_as_the_rfc_has_them() {
        assert_eq!(utc(Instant::from_millis(1_791_964_800_000)), "20261014T080000Z");
        assert_eq!(
            escaped("Rossi, Bianchi; \"C\\D\"\nE\r\u{7}"),
            "Rossi\\, Bianchi\\; \"C\\\\D\"\\nE"
        );
        let mut out = String::new();
        line(&mut out, "SUMMARY", &"è".repeat(50));
        let lines: Vec<&str> = out.trim_end().split("\r\n").collect();
        assert!(lines.len() == 2 && lines.iter().all(|line| line.len() <= LINE), "{lines:?}");
        assert_eq!(unfolded(&out), format!("SUMMARY:{}", "è".repeat(50)));
    }

    proptest! {
        #[test]
        fn no_text_breaks_out_of_its_line(text in "\\PC{0,200}|[\\r\\n,;:\\\\a-z ]{0,200}") {
            let mut out = String::new();
            line(&mut out, "SUMMARY", &escaped(&text));
            prop_assert!(out.ends_with("\r\n"));
            for (place, folded) in out.trim_end_matches("\r\n").split("\r\n").enumerate() {
                prop_assert!(folded.len() <= LINE);
                prop_assert!(place == 0 || folded.starts_with(' '));
                prop_assert!(!folded.contains(['\r', '\n']));
            }
            prop_assert!(unfolded(&out).starts_with("SUMMARY:"));
        }
    }
}
