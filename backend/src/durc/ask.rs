//! Asking for a check: a document, or an invitation to regularise.

use shared::calendar::{Day, Instant};
use shared::durc::{Ask, Asked, Check, Invitation, Outcome};
use shared::endpoint::Endpoint;
use shared::ids::CompanyId;
use shared::money::Euro;

use super::archive::{Filed, State, file, filed, new_protocol};
use super::service::valid;
use super::view::held;
use super::{notice, situation};
use crate::app::App;
use crate::audit::NewEntry;
use crate::evidence::service as evidence;
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall};
use crate::parameters::service as parameters;
use crate::people::service as people;
use crate::sections::service::By;
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
        let subject = asked.document.as_ref().map(|document| document.protocol.clone());
        Ok((asked, NewEntry { subject, ..entry }))
    });
    Ok(asked.await?.into())
}

/// The document that is valid today, or what a check today brings.
fn asked(tx: &mut dyn WriteTx, company: CompanyId, today: Day, now: Instant) -> Result<Asked> {
    let set = parameters::current(tx)?;
    if let Some((valid, _)) = valid(tx, company, today)? {
        let document = held(&valid, &set.durc, today);
        return Ok(Asked { outcome: Outcome::Regular, document, again: true, cure_by: None });
    }
    let mut looked_at = situation::of(tx, company, today)?;
    let mut check = situation::checked(&set.durc, &looked_at, today)?;
    let mut document = None;
    match check.outcome {
        Outcome::Regular => {
            let issued = issue(tx, company, today, now)?;
            document = held(&issued, &set.durc, today);
        }
        Outcome::ToInvite => {
            let invitation = Invitation { checked: today, sent: today };
            let protocol = new_protocol(tx, company, today)?;
            let invited = Some(today);
            let (state, open) = (State::Invited, open(&check));
            let one = Filed { protocol, state, checked: today, issued: None, invited, open };
            file(tx, now, company, &one, &By::Check)?;
            looked_at.invitation = Some(invitation);
            check = situation::checked(&set.durc, &looked_at, today)?;
            notice::of_invitation(tx, now, company, &looked_at, &check)?;
        }
        Outcome::TechnicalAnomaly | Outcome::BeingCured | Outcome::Irregular => {}
    }
    evidence::refresh(tx, company, now)?;
    Ok(Asked {
        outcome: check.outcome,
        document,
        again: false,
        cure_by: check.cure_by.filter(|_| check.outcome != Outcome::Regular),
    })
}

/// Issues a document: to the check that waits for one, or to a new one. Of several that wait, the others are over too.
fn issue(tx: &mut dyn WriteTx, company: CompanyId, today: Day, now: Instant) -> Result<Filed> {
    let filed = filed(tx, company, today)?;
    let waiting = filed.into_iter().filter(|one| one.state == State::Invited);
    let mut cured = Vec::new();
    for one in waiting {
        let one = Filed { state: State::Cured, issued: Some(today), ..one };
        file(tx, now, company, &one, &By::Check)?;
        cured.push(one);
    }
    if let Some(first) = cured.into_iter().next() {
        return Ok(first);
    }
    let new = Filed {
        protocol: new_protocol(tx, company, today)?,
        state: State::Regular,
        checked: today,
        issued: Some(today),
        invited: None,
        open: Euro::ZERO,
    };
    file(tx, now, company, &new, &By::Check)?;
    Ok(new)
}

fn open(check: &Check) -> Euro {
    check.gestioni.iter().map(|one| one.open).sum()
}
