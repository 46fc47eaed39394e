//! Mails about the DURC, promised in the transaction that makes them due.

use shared::calendar::{Day, Instant, Month};
use shared::durc::{Asked, Check, Held, Reason, Role, Situation};
use shared::format;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::notifications::{About, Event};
use shared::practice::HEADS;

use super::text::{outcome_words, texts};
use crate::companies::service as companies;
use crate::delegations::service as delegations;
use crate::fault::Result;
use crate::jobs::{self, mail::Mail};
use crate::notifications::service::{self as notifications, Announcement, To, Words};
use crate::people::{Person, service as people};
use crate::store::{ReadTx, WriteTx};

/// Who is told about a company.
struct Recipient {
    address: String,
    name: String,
    lang: Lang,
}

/// The company, by its certified mail where it has any.
fn itself(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<Recipient>> {
    let own = companies::extract(tx, company)?.and_then(|extract| {
        let address = extract.pec.or(extract.email)?;
        Some(Recipient { address, name: extract.name, lang: Lang::It })
    });
    Ok(own.into_iter().collect())
}

/// The company, and whoever heads the practices that act for it today.
fn recipients(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<Recipient>> {
    let mut recipients = itself(tx, company)?;
    for practice in delegations::practices_of(tx, company, today)? {
        for person in people::of_practice(tx, practice)? {
            let Person { name, lang, email, role, .. } = person;
            let address = email.filter(|_| HEADS.contains(&role));
            recipients.extend(address.map(|address| Recipient { address, name, lang }));
        }
    }
    Ok(recipients)
}

fn name_of(tx: &dyn ReadTx, company: CompanyId) -> Result<String> {
    Ok(companies::name_and_code(tx, company)?.map(|(name, _)| name).unwrap_or_default())
}

/// Sends what `made` writes to everybody who is told about the company; one mail for each event and address.
fn send(
    tx: &mut dyn WriteTx,
    now: Instant,
    company: CompanyId,
    event: &str,
    made: impl Fn(&Recipient) -> (String, String),
) -> Result<()> {
    let recipients = recipients(tx, company, now.day_in_rome())?;
    send_to(tx, now, &recipients, event, made)
}

fn send_to(
    tx: &mut dyn WriteTx,
    now: Instant,
    recipients: &[Recipient],
    event: &str,
    made: impl Fn(&Recipient) -> (String, String),
) -> Result<()> {
    for (number, recipient) in recipients.iter().enumerate() {
        let (subject, body) = made(recipient);
        let mail = Mail { to: recipient.address.clone(), subject, body };
        jobs::enqueue(tx, now, mail.job(Some(format!("{event}/{number}")))?)?;
    }
    Ok(())
}

/// The invitation to regularise, with what it is about.
///
/// # Errors
/// Those of the store.
pub(super) fn of_invitation(
    tx: &mut dyn WriteTx,
    now: Instant,
    company: CompanyId,
    situation: &Situation,
    check: &Check,
) -> Result<()> {
    let (name, cure_by) = (name_of(tx, company)?, check.cure_by.unwrap_or(check.day));
    let event = format!("durc.invitation/{company}/{}", check.day);
    send(tx, now, company, &event, |to| {
        let words = texts(to.lang);
        let causes = causes(situation, check, to.lang);
        let day = format::day(cure_by, to.lang);
        let subject = (words.invitation_subject)(&name, &day);
        (subject, (words.invitation)(&to.name, &name, &day, &causes))
    })
}

/// The notice of the internal DURC: the gap of a month's check, and until when it can be cured.
///
/// # Errors
/// Those of the store.
pub(super) fn of_month(
    tx: &mut dyn WriteTx,
    now: Instant,
    company: CompanyId,
    (month, cure_by): (Month, Day),
    situation: &Situation,
    check: &Check,
) -> Result<()> {
    let name = name_of(tx, company)?;
    let event = format!("durc.monthly/{company}/{month}");
    send(tx, now, company, &event, |to| {
        let words = texts(to.lang);
        let causes = causes(situation, check, to.lang);
        let (month, day) = (format::month(month, to.lang), format::day(cure_by, to.lang));
        let subject = (words.monthly_subject)(&name, &month);
        (subject, (words.monthly)(&to.name, &name, &month, &day, &causes))
    })
}

/// What is open and what is missing, a line each.
fn causes(situation: &Situation, check: &Check, lang: Lang) -> String {
    let words = texts(lang);
    let mut lines = Vec::new();
    for gestione in &check.gestioni {
        for found in gestione.debts.iter().filter(|found| found.role == Role::Counts) {
            let debt = situation.debts.iter().find(|debt| debt.key == found.key);
            let month = debt.and_then(|debt| debt.competence);
            let month = month.map_or_else(String::new, |month| format::month(month, lang));
            let code = debt.and_then(|debt| debt.code.clone()).unwrap_or_default();
            let amount = format::euro(found.open(), lang);
            lines.push(format!("- {}", [month, code, amount].join("  ")));
        }
        for reason in &gestione.reasons {
            if let Reason::ReturnMissing { code, month } = reason {
                let month = format::month(*month, lang);
                let code = code.as_deref().unwrap_or_default();
                lines.push(format!("- {month}  {code}  {}", words.missing));
            }
        }
    }
    lines.join("\n")
}

/// What asking for a check brought, to whoever asked, where their address is known.
///
/// # Errors
/// Those of the store.
pub(super) fn of_outcome(
    tx: &mut dyn WriteTx,
    now: Instant,
    company: CompanyId,
    person: &Person,
    asked: &Asked,
) -> Result<()> {
    let Some(address) = person.email.clone() else { return Ok(()) };
    let (name, words) = (name_of(tx, company)?, texts(person.lang));
    let detail = match (&asked.document, asked.cure_by) {
        (Some(held), _) => {
            (words.with_document)(&held.protocol, &format::day(held.expires, person.lang))
        }
        (None, Some(cure_by)) => (words.with_cure)(&format::day(cure_by, person.lang)),
        (None, None) => String::new(),
    };
    let outcome = outcome_words(asked.outcome, person.lang);
    let mail = Mail {
        to: address,
        subject: (words.outcome_subject)(&name),
        body: (words.outcome)(&person.name, &name, outcome, &detail),
    };
    let event = format!("durc.outcome/{company}/{}/{}", person.id, now.millis());
    jobs::enqueue(tx, now, mail.job(Some(event))?)
}

/// The warning that a document is about to run out: to whoever acts for the company as they wish to be told, and to the address of the
/// company itself.
///
/// # Errors
/// Those of the store.
pub(super) fn of_expiry(
    tx: &mut dyn WriteTx,
    now: Instant,
    company: CompanyId,
    document: &Held,
    late: bool,
) -> Result<()> {
    let name = name_of(tx, company)?;
    let stage = if late { "late" } else { "early" };
    let event = format!("durc.expiry/{company}/{}/{stage}", document.protocol);
    let days = document.days_left;
    let words = Words {
        protocol: Some(document.protocol.clone()),
        company: Some(name.clone()),
        day: Some(document.expires),
        ..Words::default()
    };
    let announcement = Announcement {
        event: Event::DurcExpiring,
        to: To::Company(company, None),
        company: Some(company),
        about: About::Durc(company),
        key: event.clone(),
        words,
    };
    notifications::announce(tx, now, &announcement)?;
    let itself = itself(tx, company)?;
    send_to(tx, now, &itself, &event, |to| {
        let words = texts(to.lang);
        let day = format::day(document.expires, to.lang);
        let subject = (words.expiry_subject)(&name, &day);
        (subject, (words.expiry)(&to.name, &name, &document.protocol, &day, days))
    })
}
