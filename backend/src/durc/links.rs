//! Links by which others verify a document.

use std::cmp::Reverse;
use std::fmt::Write;

use shared::calendar::Day;
use shared::durc::{
    LinkRow, MOST_LINKS, NewLink, Outcome, Revoke, SECRET, Share, Verified, Verify,
};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{CompanyId, LinkId};

use super::archive::filed;
use super::service::{link, valid};
use super::table::{BY_SECRET, LINKS};
use super::view::row;
use crate::app::App;
use crate::audit::NewEntry;
use crate::companies::service as companies;
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall, Visit};
use crate::parameters::service as parameters;
use crate::session::{hash, new_token};
use crate::store::{Order, ReadTx, Span};
use crate::write::write;

pub(super) async fn share(app: App, call: CompanyCall, request: Share) -> Result<Answer<NewLink>> {
    let (today, now) = (app.today(), app.now());
    let (company, person) = (call.access.company(), call.access.caller().person);
    let (id, secret) = (app.new_id(), new_token());
    let kept = secret.clone();
    let made = write(&app, None, Some(person), move |tx| {
        let (protocol, last) = shareable(tx, company, today)?;
        let until = wanted(request.until, last, today)?;
        link(tx, company, (id, &kept), (protocol, until), now)?;
        let entry = NewEntry::of(Share::SPEC.name).for_company(company).about(id);
        Ok((of_company(tx, company, id, today)?, entry))
    });
    Ok(NewLink { link: made.await?, secret }.into())
}

/// The protocol and the last day of the document that is valid, if another link to it may be made.
fn shareable(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<(String, Day)> {
    let none = || Fault::field("until", "no_document");
    let (document, validity) = valid(tx, company, today)?.ok_or_else(none)?;
    let links = LINKS.collect(tx, &Span::prefix(&company), Order::Ascending)?;
    let open = links.iter().filter(|(_, link)| link.opens(today)).count();
    if open >= MOST_LINKS {
        return Err(Fault::field("link", "too_many").into());
    }
    Ok((document.protocol, validity.expires))
}

/// The last day that is asked for, if a link may open until then.
fn wanted(until: Option<Day>, last: Day, today: Day) -> Result<Day> {
    match until {
        Some(until) if until < today => Err(Fault::field("until", "past").into()),
        Some(until) if until > last => Err(Fault::field("until", "after_document").into()),
        until => Ok(until.unwrap_or(last)),
    }
}

fn of_company(tx: &dyn ReadTx, company: CompanyId, id: LinkId, today: Day) -> Result<LinkRow> {
    let link = LINKS.get(tx, &(company, Reverse(id)))?.ok_or(Fault::NotFound)?;
    Ok(row(id, link, today))
}

pub(super) async fn revoke(
    app: App,
    call: CompanyCall,
    request: Revoke,
) -> Result<Answer<LinkRow>> {
    let (today, now) = (app.today(), app.now());
    let (company, person) = (call.access.company(), call.access.caller().person);
    let revoked = write(&app, call.key, Some(person), move |tx| {
        let place = (company, Reverse(request.link));
        let mut link = LINKS.get(tx, &place)?.ok_or(Fault::NotFound)?;
        link.revoked = link.revoked.or(Some(now));
        LINKS.put(tx, &place, &link)?;
        let entry = NewEntry::of(Revoke::SPEC.name).for_company(company).about(request.link);
        Ok((of_company(tx, company, request.link, today)?, entry))
    });
    Ok(revoked.await?.into())
}

/// What the document of a link says, for whoever has the link. That there is none, that it has run out and that it was revoked are the
/// same answer.
pub(super) async fn verify(app: App, _: Visit, request: Verify) -> Result<Answer<Verified>> {
    let (today, checked) = (app.today(), app.now());
    app.store().read(|tx| {
        let opens = BY_SECRET.get(tx, &hash(&request.secret))?.ok_or(Fault::NotFound)?;
        let link = LINKS.get(tx, &(opens.company, Reverse(opens.link)))?;
        let link = link.filter(|link| link.opens(today)).ok_or(Fault::NotFound)?;
        let mut filed = filed(tx, opens.company, today)?.into_iter();
        let document = filed.find(|one| one.protocol == link.protocol).ok_or(Fault::NotFound)?;
        let validity = document.validity(&parameters::current(tx)?.durc).ok_or(Fault::NotFound)?;
        let (name, tax_code) =
            companies::name_and_code(tx, opens.company)?.ok_or(Fault::NotFound)?;
        Ok(Verified {
            name,
            tax_code,
            outcome: Outcome::Regular,
            protocol: document.protocol,
            issued: validity.issued,
            expires: validity.expires,
            valid: validity.holds(today),
            checked,
            simulated: app.demo(),
        }
        .into())
    })
}

/// The secret of the link that the demo world makes in advance. It follows from the link, so that it can be shown again: of links that
/// people make nothing follows, for their secrets are random.
pub fn sample_secret(link: LinkId) -> String {
    let mut secret = String::with_capacity(SECRET);
    for byte in hash(&["cassetto demo ", &link.to_string()].concat()) {
        // Writing into a string cannot fail.
        let _ = write!(secret, "{byte:02x}");
    }
    secret
}

/// The secret of the first of some links that the demo world made in advance and that opens.
///
/// # Errors
/// Those of the store.
pub(super) fn sample(tx: &dyn ReadTx, links: &[LinkRow]) -> Result<Option<String>> {
    for link in links.iter().filter(|link| link.open) {
        let secret = sample_secret(link.id);
        if BY_SECRET.get(tx, &hash(&secret))?.is_some() {
            return Ok(Some(secret));
        }
    }
    Ok(None)
}
