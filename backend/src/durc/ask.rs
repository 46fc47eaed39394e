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
            let issued = issue(tx, company, today, now, check.cure_by.is_some())?;
            document = held(&issued, &set.durc, today);
        }
        Outcome::ToInvite => {
            close(tx, company, today, now, false)?;
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

/// Issues a document: to the check whose invitation was cured in time, or to a new one.
fn issue(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    today: Day,
    now: Instant,
    cured: bool,
) -> Result<Filed> {
    let closed = close(tx, company, today, now, cured)?;
    if let Some(first) = closed.filter(|_| cured) {
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

/// Ends the invitations that wait, cured in time or not, and says which was the first.
fn close(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    today: Day,
    now: Instant,
    cured: bool,
) -> Result<Option<Filed>> {
    let state = if cured { State::Cured } else { State::Irregular };
    let issued = cured.then_some(today);
    let mut first = None;
    let filed = filed(tx, company, today)?;
    for one in filed.into_iter().filter(|one| one.state == State::Invited) {
        let one = Filed { state, issued, ..one };
        file(tx, now, company, &one, &By::Check)?;
        first.get_or_insert(one);
    }
    Ok(first)
}

fn open(check: &Check) -> Euro {
    check.gestioni.iter().map(|one| one.open).sum()
}
