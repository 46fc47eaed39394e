//! How a company stands, as it is shown.

use std::cmp::Reverse;

use shared::calendar::{Day, Month};
use shared::durc::{DurcParameters, Held, LinkRow, PastCheck, Regularity, Show};
use shared::evidence::Subject;
use shared::fault::Fault;
use shared::ids::{CompanyId, LinkId};
use shared::sections::key_part;

use super::archive::{Filed, filed};
use super::links::sample;
use super::service::monthly;
use super::situation;
use super::table::{LINKS, Link};
use crate::app::App;
use crate::companies::service as companies;
use crate::evidence::service as evidence;
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall};
use crate::parameters::service as parameters;
use crate::store::{Order, ReadTx, Span};

/// Checks that are shown; their archive has them all.
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
        let mut known = regularity(tx, company, today)?;
        if app.demo() {
            known.sample = sample(tx, &known.links)?;
        }
        Ok(known.into())
    })
}

fn regularity(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Regularity> {
    let situation = situation::of(tx, company, today)?;
    let filed = filed(tx, company, today)?;
    let set = parameters::current(tx)?;
    let known = &set.durc;
    let latest =
        filed.iter().filter_map(|one| held(one, known, today)).max_by_key(|held| held.expires);
    Ok(Regularity {
        check: situation::checked(known, &situation, today)?,
        situation,
        document: latest,
        history: filed.iter().take(HISTORY).map(|one| past(one, known, today)).collect(),
        internal: monthly(tx, company, Month::of(today).plus(-MONTHS))?,
        links: links(tx, company, today)?,
        sample: None,
        parameters: set.version,
        topic: evidence::topic(tx, company, (None, Subject::DurcOutcome), today)?,
    })
}

/// The document of a check with its days, where it has one.
pub(super) fn held(filed: &Filed, known: &DurcParameters, today: Day) -> Option<Held> {
    let validity = filed.validity(known)?;
    Some(Held {
        protocol: filed.protocol.clone(),
        issued: validity.issued,
        expires: validity.expires,
        days_left: validity.days_left(today),
        stage: validity.stage(today),
    })
}

/// A check on file as it is shown.
pub(super) fn past(filed: &Filed, known: &DurcParameters, today: Day) -> PastCheck {
    PastCheck {
        protocol: filed.protocol.clone(),
        key: key_part(&filed.protocol),
        checked: filed.checked,
        outcome: filed.outcome(known, today),
        open: filed.open,
        invited: filed.invited,
        issued: filed.issued,
        expires: filed.validity(known).map(|validity| validity.expires),
    }
}

/// The links of a company, the latest first.
///
/// # Errors
/// Those of the store.
pub(super) fn links(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<LinkRow>> {
    let span = Span::prefix(&company);
    let page = LINKS.page(tx, span, Order::Ascending, None, LINKS_SHOWN, |_, _| true)?;
    let rows = page.items.into_iter();
    Ok(rows.map(|((_, Reverse(id)), link)| row(id, link, today)).collect())
}

/// A link as it is listed.
pub(super) fn row(id: LinkId, link: Link, today: Day) -> LinkRow {
    let open = link.opens(today);
    let Link { protocol, made, until, revoked } = link;
    LinkRow { id, protocol, made, until, open, revoked }
}
