//! Documents, invitations and checks, for this slice and for others.

use std::cmp::Reverse;
use std::ops::ControlFlow;
use std::sync::LazyLock;

use shared::calendar::{Day, Instant, Month};
use shared::durc::{
    self, Check, DurcParameters, Invitation, Light, MonthlyCheck, Outcome, SHIPPED,
};
use shared::ids::{CompanyId, LinkId};
use shared::money::Euro;

use super::table::{
    BY_SECRET, CASES, CHECKS, Case, DOCUMENTS, Document, EXPIRING, LINKS, Link, MONTHLY, Monthly,
    NEXT, Opens, Past,
};
use crate::changes::service as changes;
use crate::fault;
use crate::session::hash;
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// The terms as they are shipped.
///
/// # Errors
/// If the file that is shipped cannot be read, which a test of `shared` rules out.
pub fn parameters() -> fault::Result<&'static DurcParameters> {
    static PARAMETERS: LazyLock<Option<DurcParameters>> =
        LazyLock::new(|| serde_json::from_str(SHIPPED).ok());
    Ok(PARAMETERS.as_ref().ok_or_else(|| anyhow::anyhow!("the terms of the DURC do not read"))?)
}

/// The documents issued for a company, the latest first.
///
/// # Errors
/// Those of the store.
pub fn documents(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<durc::Document>, StoreError> {
    let rows = DOCUMENTS.collect(tx, &Span::prefix(&company), Order::Ascending)?;
    let document =
        |(_, row): (_, Document)| durc::Document { protocol: row.protocol, issued: row.issued };
    Ok(rows.into_iter().map(document).collect())
}

/// The document that is valid today, with its number: of several, the one valid longest.
///
/// # Errors
/// Those of the store; where no validity is known for the day one was issued.
pub(super) fn valid(
    tx: &dyn ReadTx,
    company: CompanyId,
    today: Day,
) -> fault::Result<Option<(u64, Document)>> {
    let rows = DOCUMENTS.collect(tx, &Span::prefix(&company), Order::Ascending)?;
    let documents = documents(tx, company)?;
    let found = durc::reusable(parameters()?, &documents, today)
        .map_err(|missing| anyhow::anyhow!("no {:?} for {}", missing.parameter, missing.day))?;
    let Some((found, _)) = found else { return Ok(None) };
    let mut rows = rows.into_iter().map(|((_, Reverse(number)), document)| (number, document));
    Ok(rows.find(|(_, document)| document.protocol == found.protocol))
}

/// The invitation to regularise that has not been settled.
///
/// # Errors
/// Those of the store.
pub fn invitation(tx: &dyn ReadTx, company: CompanyId) -> Result<Option<Invitation>, StoreError> {
    let case = CASES.get(tx, &company)?;
    Ok(case.map(|case| Invitation { checked: case.checked, sent: case.sent }))
}

/// How a company stood when it was checked last, and until when it has a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The light of the valid document, of the running invitation or of the last check; none where nobody has asked yet.
    pub light: Option<Light>,
    /// The last day of the latest document, valid or not.
    pub until: Option<Day>,
}

/// How a company stands by what was asked, without a new check.
///
/// # Errors
/// Those of the store.
pub fn standing(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Standing, StoreError> {
    let of_company = Span::prefix(&company);
    let document = DOCUMENTS.first(tx, &of_company, Order::Ascending)?.map(|(_, row)| row);
    let until = document.map(|document| document.expires);
    if until.is_some_and(|until| until >= today) {
        return Ok(Standing { light: Some(Light::Green), until });
    }
    let last = CHECKS.first(tx, &Span::prefix(&company), Order::Ascending)?;
    let light = last.and_then(|(_, past)| outcome_of(past.outcome)).map(Outcome::light);
    // A document that has run out says nothing of today.
    let light = light.filter(|light| *light != Light::Green);
    Ok(Standing { light, until })
}

/// Issues a document on a day and returns its number.
///
/// # Errors
/// Those of the store; where no validity is known for the day.
pub fn issue(tx: &mut dyn WriteTx, company: CompanyId, issued: Day) -> fault::Result<u64> {
    let validity = durc::validity(parameters()?, issued)
        .map_err(|missing| anyhow::anyhow!("no {:?} for {}", missing.parameter, missing.day))?;
    let number = NEXT.get(tx, &())?.unwrap_or(1);
    NEXT.put(tx, &(), &(number + 1))?;
    let (protocol, expires) = (format!("INPS_{number:08}"), validity.expires);
    let document = Document { protocol, issued, expires, warned: 0 };
    DOCUMENTS.put(tx, &(company, Reverse(number)), &document)?;
    EXPIRING.put(tx, &(expires, company, number))?;
    Ok(number)
}

/// Remembers that a company was invited to regularise.
///
/// # Errors
/// Those of the store.
pub fn invite(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    invitation: Invitation,
) -> Result<(), StoreError> {
    let Invitation { checked, sent } = invitation;
    CASES.put(tx, &company, &Case { checked, sent })
}

/// Settles the invitation of a company, if there is one.
///
/// # Errors
/// Those of the store.
pub fn settle(tx: &mut dyn WriteTx, company: CompanyId) -> Result<(), StoreError> {
    CASES.delete(tx, &company).map(drop)
}

/// Remembers a check that was asked for, and what it issued.
///
/// # Errors
/// Those of the store.
pub fn remember(
    tx: &mut dyn WriteTx,
    at: Instant,
    company: CompanyId,
    check: &Check,
    document: Option<u64>,
) -> Result<(), StoreError> {
    let open: Euro = check.gestioni.iter().map(|one| one.open).sum();
    let past = Past { outcome: outcome_number(check.outcome), open: open.cents(), document };
    // Two checks in one millisecond are two.
    let mut place = (company, Reverse(at.millis()));
    while CHECKS.exists(tx, &place)? {
        place.1.0 += 1;
    }
    CHECKS.put(tx, &place, &past)?;
    changes::touch(tx, at, company)
}

/// The monthly checks of a company from a month on, the oldest first.
///
/// # Errors
/// Those of the store.
pub fn monthly(
    tx: &dyn ReadTx,
    company: CompanyId,
    from: Month,
) -> Result<Vec<MonthlyCheck>, StoreError> {
    let mut checks = Vec::new();
    MONTHLY.scan(tx, &Span::prefix(&company), Order::Ascending, |(_, month), row| {
        if month >= from {
            checks.push(MonthlyCheck { month, notified: row.notified, cured: row.cured });
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(checks)
}

/// Remembers a monthly check in place of what it said before.
///
/// # Errors
/// Those of the store.
pub fn put_monthly(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    check: MonthlyCheck,
) -> Result<(), StoreError> {
    let MonthlyCheck { month, notified, cured } = check;
    MONTHLY.put(tx, &(company, month), &Monthly { notified, cured })
}

/// Makes a link to a document: to one that is there, by whoever has asked how long it is valid.
///
/// # Errors
/// Those of the store.
pub fn link(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    (id, secret): (LinkId, &str),
    (document, until): (u64, Day),
    made: Instant,
) -> Result<(), StoreError> {
    let link = Link { document, made, until, revoked: None };
    LINKS.put(tx, &(company, Reverse(id)), &link)?;
    BY_SECRET.put(tx, &hash(secret), &Opens { company, link: id })
}

/// As outcomes are stored.
pub(super) const fn outcome_number(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Regular => 1,
        Outcome::TechnicalAnomaly => 2,
        Outcome::BeingCured => 3,
        Outcome::ToInvite => 4,
        Outcome::Irregular => 5,
    }
}

/// The outcome of a number.
pub(super) const fn outcome_of(number: u8) -> Option<Outcome> {
    Some(match number {
        1 => Outcome::Regular,
        2 => Outcome::TechnicalAnomaly,
        3 => Outcome::BeingCured,
        4 => Outcome::ToInvite,
        5 => Outcome::Irregular,
        _ => return None,
    })
}
