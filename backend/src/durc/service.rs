//! How a company stands, monthly checks and links, for this slice and for others.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::calendar::{Day, Instant, Month};
use shared::durc::{Light, MonthlyCheck, OnFile, PastCheck, Validity, reusable};
use shared::ids::{CompanyId, LinkId};

use super::archive::{Filed, filed};
use super::links::sample;
use super::table::{BY_SECRET, LINKS, Link, MONTHLY, Monthly, Opens};
use super::view::{links, past};
use crate::fault;
use crate::parameters::service as parameters;
use crate::session::hash;
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// How a company stands by the checks on file, without a new one.
///
/// # Errors
/// Those of the store.
pub fn on_file(tx: &dyn ReadTx, company: CompanyId, today: Day) -> fault::Result<OnFile> {
    let (filed, set) = (filed(tx, company, today)?, parameters::current(tx)?);
    let until = filed.iter().filter_map(|one| Some(one.validity(&set.durc)?.expires)).max();
    if until.is_some_and(|until| until >= today) {
        return Ok(OnFile { light: Some(Light::Green), until });
    }
    let light = filed.first().map(|last| last.outcome(&set.durc, today).light());
    Ok(OnFile { light: light.filter(|light| *light != Light::Green), until })
}

/// The check whose document is valid on a day, with its days: of several, the one valid longest.
///
/// # Errors
/// Those of the store; where no validity is known for the day one was issued.
pub(super) fn valid(
    tx: &dyn ReadTx,
    company: CompanyId,
    today: Day,
) -> fault::Result<Option<(Filed, Validity)>> {
    let filed = filed(tx, company, today)?;
    let documents: Vec<_> = filed.iter().filter_map(Filed::document).collect();
    let found = reusable(&parameters::current(tx)?.durc, &documents, today)
        .map_err(|missing| anyhow::anyhow!("no {:?} for {}", missing.parameter, missing.day))?;
    let Some((document, validity)) = found else { return Ok(None) };
    let found = filed.iter().find(|one| one.protocol == document.protocol);
    Ok(found.map(|found| (found.clone(), validity)))
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

/// The checks of a company on file, the latest first.
///
/// # Errors
/// Those of the store.
pub fn on_line(tx: &dyn ReadTx, company: CompanyId, today: Day) -> fault::Result<Vec<PastCheck>> {
    let (filed, set) = (filed(tx, company, today)?, parameters::current(tx)?);
    Ok(filed.iter().map(|one| past(one, &set.durc, today)).collect())
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

/// Makes a link to a document, which opens until a day.
///
/// # Errors
/// Those of the store.
pub fn link(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    (id, secret): (LinkId, &str),
    (protocol, until): (String, Day),
    made: Instant,
) -> Result<(), StoreError> {
    let link = Link { protocol, made, until, revoked: None };
    LINKS.put(tx, &(company, Reverse(id)), &link)?;
    BY_SECRET.put(tx, &hash(secret), &Opens { company, link: id })
}

/// The secret of a link to a document of a company that the demo world made in advance and that opens, where there is one.
///
/// # Errors
/// Those of the store.
pub fn sample_link(
    tx: &dyn ReadTx,
    company: CompanyId,
    today: Day,
) -> fault::Result<Option<String>> {
    sample(tx, &links(tx, company, today)?)
}
