//! Asking for a check: a document, or an invitation to regularise.

use std::cmp::Reverse;

use shared::calendar::{Day, Instant};
use shared::durc::{Ask, Asked, Invitation, Outcome};
use shared::endpoint::Endpoint;
use shared::ids::CompanyId;

use super::service::{invite, issue, remember, settle, valid};
use super::table::DOCUMENTS;
use super::view::held;
use super::{notice, situation};
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall};
use crate::people::service as people;
use crate::store::WriteTx;
use crate::write::write;

pub(super) async fn ask(app: App, call: CompanyCall, request: Ask) -> Result<Answer<Asked>> {
    let (today, now) = (app.today(), app.now());
    let (company, person) = (call.access.company(), call.access.caller().person);
    let asked = write(&app, call.key, Some(person), move |tx| {
        let asked = asked(tx, company, today, now)?;
        if request.mail
            && let Some(person) = people::by_id(tx, person)?
        {
            notice::of_outcome(tx, now, company, &person, &asked)?;
        }
        let entry = NewEntry::of(Ask::SPEC.name).for_company(company);
        let protocol = asked.document.as_ref().map(|document| document.protocol.clone());
        Ok((asked, NewEntry { subject: protocol, ..entry }))
    });
    Ok(asked.await?.into())
}

/// The document that is valid today, or what a check today brings.
fn asked(tx: &mut dyn WriteTx, company: CompanyId, today: Day, now: Instant) -> Result<Asked> {
    if let Some((_, document)) = valid(tx, company, today)? {
        let document = Some(held(document, today)?);
        return Ok(Asked { outcome: Outcome::Regular, document, again: true, cure_by: None });
    }
    let mut looked_at = situation::of(tx, company, today)?;
    let mut check = situation::checked(&looked_at, today)?;
    let mut number = None;
    match check.outcome {
        Outcome::Regular => {
            number = Some(issue(tx, company, today)?);
            settle(tx, company)?;
        }
        Outcome::ToInvite => {
            let invitation = Invitation { checked: today, sent: today };
            invite(tx, company, invitation)?;
            looked_at.invitation = Some(invitation);
            check = situation::checked(&looked_at, today)?;
            notice::of_invitation(tx, now, company, &looked_at, &check)?;
        }
        Outcome::TechnicalAnomaly | Outcome::BeingCured | Outcome::Irregular => {}
    }
    remember(tx, now, company, &check, number)?;
    let document = match number {
        Some(number) => DOCUMENTS.get(tx, &(company, Reverse(number)))?,
        None => None,
    };
    Ok(Asked {
        outcome: check.outcome,
        document: document.map(|document| held(document, today)).transpose()?,
        again: false,
        cure_by: check.cure_by.filter(|_| check.outcome != Outcome::Regular),
    })
}
