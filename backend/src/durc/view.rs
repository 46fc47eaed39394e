//! How a company stands, as it is shown.

use std::cmp::Reverse;

use shared::calendar::{Day, Instant, Month};
use shared::durc::{Held, LinkRow, Outcome, PastCheck, Regularity, Show, validity};
use shared::fault::Fault;
use shared::ids::{CompanyId, LinkId};
use shared::money::Euro;

use super::service::{monthly, outcome_of, parameters};
use super::situation;
use super::table::{CHECKS, DOCUMENTS, Document, LINKS, Link};
use crate::app::App;
use crate::companies::service as companies;
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall};
use crate::store::{Order, ReadTx, Span};

/// Checks that are shown.
const HISTORY: usize = 24;
/// Links that are shown.
const LINKS_SHOWN: usize = 100;
/// Months back of which the internal DURC is shown; a month may be covered by the check of three before it.
const MONTHS: i32 = 17;

pub(super) async fn show(app: App, call: CompanyCall, _: Show) -> Result<Answer<Regularity>> {
    let today = app.today();
    app.store().read(|tx| {
        let company = call.access.company();
        if !companies::exists(tx, company)? {
            return Err(Fault::NotFound.into());
        }
        Ok(regularity(tx, company, today)?.into())
    })
}

fn regularity(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Regularity> {
    let situation = situation::of(tx, company, today)?;
    let latest = DOCUMENTS.first(tx, &Span::prefix(&company), Order::Ascending)?;
    Ok(Regularity {
        check: situation::checked(&situation, today)?,
        situation,
        document: latest.map(|(_, document)| held(document, today)).transpose()?,
        history: history(tx, company)?,
        internal: monthly(tx, company, Month::of(today).plus(-MONTHS))?,
        links: links(tx, company, today)?,
    })
}

/// A document with its days.
pub(super) fn held(document: Document, today: Day) -> Result<Held> {
    let validity = validity(parameters()?, document.issued)
        .map_err(|missing| anyhow::anyhow!("no {:?} for {}", missing.parameter, missing.day))?;
    Ok(Held {
        protocol: document.protocol,
        issued: document.issued,
        expires: validity.expires,
        days_left: validity.days_left(today),
        stage: validity.stage(today),
    })
}

fn history(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<PastCheck>> {
    let mut history = Vec::new();
    let span = Span::prefix(&company);
    let page = CHECKS.page(tx, span, Order::Ascending, None, HISTORY, |_, _| true)?;
    for ((_, Reverse(at)), past) in page.items {
        let document = match past.document {
            Some(number) => DOCUMENTS.get(tx, &(company, Reverse(number)))?,
            None => None,
        };
        history.push(PastCheck {
            at: Instant::from_millis(at),
            outcome: outcome_of(past.outcome).unwrap_or(Outcome::TechnicalAnomaly),
            open: Euro::from_cents(past.open),
            expires: document.as_ref().map(|document| document.expires),
            protocol: document.map(|document| document.protocol),
        });
    }
    Ok(history)
}

fn links(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<LinkRow>> {
    let span = Span::prefix(&company);
    let page = LINKS.page(tx, span, Order::Ascending, None, LINKS_SHOWN, |_, _| true)?;
    let row = |((_, Reverse(id)), link)| shown(tx, company, (id, &link), today);
    page.items.into_iter().map(row).collect()
}

/// A link as it is listed.
pub(super) fn shown(
    tx: &dyn ReadTx,
    company: CompanyId,
    (id, link): (LinkId, &Link),
    today: Day,
) -> Result<LinkRow> {
    let document = DOCUMENTS.get(tx, &(company, Reverse(link.document)))?;
    Ok(LinkRow {
        id,
        protocol: document.map(|document| document.protocol).unwrap_or_default(),
        made: link.made,
        until: link.until,
        open: link.opens(today),
        revoked: link.revoked,
    })
}

impl Link {
    /// Whether it leads to the document today.
    pub(super) fn opens(&self, today: Day) -> bool {
        self.revoked.is_none() && today <= self.until
    }
}
