//! One piece of evidence with its history, and where it comes from.

use shared::calendar::Day;
use shared::evidence::{self, Cause, Detail, Evidence, HistoryEntry, Kind, NextStep, Show};
use shared::fault::Fault;
use shared::ids::{CompanyId, DeclarationId};
use shared::requests::topics::TopicId;
use shared::sections::{Subject, by_slug, key};

use super::board::state_about;
use super::service;
use super::table::{Event, HAPPENED, HEADS, PIECES};
use crate::app::App;
use crate::companies::service as companies;
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall};
use crate::ledger::service as ledger;
use crate::parameters::service as parameters;
use crate::people::service as people;
use crate::store::{ReadTx, StoreError};

pub(super) async fn show(app: App, call: CompanyCall, request: Show) -> Result<Answer<Detail>> {
    let (company, today) = (call.access.company(), app.today());
    app.store().read(|tx| {
        let row = PIECES.get(tx, &(company, request.key.clone()))?.ok_or(Fault::NotFound)?;
        let mut tracked = row.tracked().ok_or(Fault::NotFound)?;
        tracked.evidence.steps = tracked.evidence.steps_on(today);
        let extract = companies::extract(tx, company)?.ok_or(Fault::NotFound)?;
        let head = HEADS.get(tx, &company)?.ok_or(Fault::NotFound)?;
        let mut history = Vec::with_capacity(row.history.len());
        for event in row.history.iter().rev() {
            history.extend(told(tx, event)?);
        }
        let detail = Detail {
            company,
            position: state_about(&extract.positions, tracked.evidence.code.as_deref()),
            name: extract.name,
            tax_code: extract.tax_code,
            severity: tracked.evidence.severity(today),
            checked: Day::from_epoch_days(head.day),
            parameters: Some(parameters::current(tx)?.version)
                .filter(|version| head.parameters == Some(version.number)),
            history,
            declaration: declaration(tx, company, &tracked.evidence)?,
            subject: subject(&tracked.evidence),
            elsewhere: elsewhere(tx, company, &tracked.evidence, today)?,
            tracked,
        };
        Ok(detail.into())
    })
}

/// The subjects of the steps under whose topics nothing is asked any more, with the topics in their places.
fn elsewhere(
    tx: &dyn ReadTx,
    company: CompanyId,
    evidence: &Evidence,
    today: Day,
) -> Result<Vec<(evidence::Subject, TopicId)>> {
    let mut elsewhere = Vec::new();
    for step in &evidence.steps {
        let NextStep::Request { subject, .. } = step else { continue };
        let topic = service::topic(tx, company, (evidence.office, *subject), today)?;
        elsewhere.extend((topic != subject.topic()).then_some((*subject, topic)));
    }
    Ok(elsewhere)
}

/// A line of the history; nothing of what a newer program wrote.
fn told(tx: &dyn ReadTx, event: &Event) -> Result<Option<HistoryEntry>> {
    let Some(what) = HAPPENED.get(usize::from(event.what)).copied() else { return Ok(None) };
    let who = match event.person {
        Some(person) => people::by_id(tx, person)?.map(|person| person.name),
        None => None,
    };
    Ok(Some(HistoryEntry { at: event.at, what, who, note: event.note.clone() }))
}

/// The declaration in force for the position and first month.
fn declaration(
    tx: &dyn ReadTx,
    company: CompanyId,
    evidence: &Evidence,
) -> std::result::Result<Option<DeclarationId>, StoreError> {
    let (Some(code), Some((month, _))) = (&evidence.code, evidence.months) else {
        return Ok(None);
    };
    let account = ledger::account(tx, company, month, code)?;
    Ok(account.and_then(|account| account.declared).map(|(id, _)| id))
}

/// The record of an archive that evidence comes from.
fn subject(evidence: &Evidence) -> Option<Subject> {
    let of = |slug: &str, fields: &[(&str, &str)]| {
        let section = by_slug(slug)?;
        let mut cells = vec![None; section.fields.len()];
        for (name, value) in fields {
            let (place, _) = section.field(name)?;
            *cells.get_mut(place)? = Some((*value).to_owned());
        }
        Some(Subject { section: section.number, key: key(section, &cells) })
    };
    match &evidence.cause {
        Cause::Notice { number, .. } => of("note-rettifica", &[("number", number)]),
        Cause::AppealPending { number, .. } => of("ricorsi", &[("number", number)]),
        Cause::ComplianceLetter { number } => of("lettere-compliance", &[("number", number)]),
        Cause::DurcExpires { protocol, .. } => of("durc", &[("protocol", protocol)]),
        Cause::WagesDiffer { .. } => {
            let year = evidence.months?.0.year().to_string();
            let code = evidence.code.as_deref()?;
            of("confronto-dm10-o1m", &[("year", &year), ("matricola", code)])
        }
        Cause::Owed { .. } | Cause::ContestLost { .. } if evidence.kind == Kind::CreditRecovery => {
            // The key of a debt ends in the key of its record, which is written in the same way.
            let record = evidence.key.strip_prefix("E11~debt~")?;
            Some(Subject { section: by_slug("crediti")?.number, key: record.to_owned() })
        }
        _ => None,
    }
}
