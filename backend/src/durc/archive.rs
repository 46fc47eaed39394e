//! Checks as the archive of the company's file holds them: an invitation, and the document that a regular outcome issued.

use shared::calendar::{Day, Instant};
use shared::durc::{Document, DurcParameters, Invitation, Outcome, Validity, validity};
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::sections::matters::durc::SECTION;
use shared::sections::{Cells, key};

use super::table::NEXT;
use crate::changes::derived::euro;
use crate::evidence::facts::record::{Record, all};
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::sections::service::{self as sections, By};
use crate::store::{ReadTx, WriteTx};

/// A check on file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Its protocol.
    pub protocol: String,
    /// How it ended, or stands.
    pub state: State,
    /// The day of the query.
    pub checked: Day,
    /// The day its document was issued, where it has one.
    pub issued: Option<Day>,
    /// The day of the invitation, where there was one.
    pub invited: Option<Day>,
    /// What was open.
    pub open: Euro,
}

/// How a check on file ended, or stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Regular at once.
    Regular,
    /// Invited to regularise, and not settled.
    Invited,
    /// Regular after an invitation.
    Cured,
    /// Not regular in the end.
    Irregular,
}

impl State {
    const fn code(self) -> &'static str {
        match self {
            State::Regular => "regolare",
            State::Invited => "invito",
            State::Cured => "regolarizzato",
            State::Irregular => "irregolare",
        }
    }

    fn of(code: &str) -> Option<Self> {
        let all = [State::Regular, State::Invited, State::Cured, State::Irregular];
        all.into_iter().find(|state| state.code() == code)
    }
}

impl Filed {
    fn read(record: &Record) -> Option<Self> {
        let state = State::of(record.text("state")?)?;
        let has_document = matches!(state, State::Regular | State::Cured);
        Some(Self {
            protocol: record.name("protocol"),
            state,
            checked: record.day("checked")?,
            issued: record.day("issued").filter(|_| has_document),
            invited: record.day("invited"),
            open: record.euro("open"),
        })
    }

    /// Its document, where it has one.
    pub fn document(&self) -> Option<Document> {
        let protocol = self.protocol.clone();
        self.issued.map(|issued| Document { protocol, issued })
    }

    /// The days of its document, where it has one whose terms are known.
    pub fn validity(&self, known: &DurcParameters) -> Option<Validity> {
        validity(known, self.issued?).ok()
    }

    /// The invitation that it waits for, where it does.
    pub fn invitation(&self) -> Option<Invitation> {
        let sent = self.invited.filter(|_| self.state == State::Invited)?;
        Some(Invitation { checked: self.checked, sent })
    }

    /// What it said on a day.
    pub fn outcome(&self, known: &DurcParameters, today: Day) -> Outcome {
        let running = self.invitation().is_some_and(|invitation| {
            known
                .on(invitation.checked)
                .is_ok_and(|terms| today <= invitation.sent.plus_days(terms.cure_days.into()))
        });
        match self.state {
            State::Regular | State::Cured => Outcome::Regular,
            State::Invited if running => Outcome::BeingCured,
            State::Invited | State::Irregular => Outcome::Irregular,
        }
    }

    fn cells(&self, known: &DurcParameters) -> Cells {
        let expires = self.validity(known).map(|validity| validity.expires);
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        let said = |field: &str| match field {
            "protocol" => Some(self.protocol.clone()),
            "state" => Some(self.state.code().to_owned()),
            "checked" => day(Some(self.checked)),
            "issued" => day(self.issued),
            "expires" => day(expires),
            "invited" => day(self.invited),
            "open" => Some(euro(self.open)),
            _ => None,
        };
        SECTION.fields.iter().map(|field| said(field.name)).collect()
    }
}

/// The checks of a company on file, the latest first.
///
/// # Errors
/// Those of the store.
pub fn filed(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<Filed>> {
    let records = all(tx, company, SECTION.slug, today)?;
    let mut filed: Vec<Filed> = records.iter().filter_map(Filed::read).collect();
    let last = |one: &Filed| one.issued.or(one.invited).unwrap_or(one.checked);
    filed.sort_by(|a, b| (last(b), &b.protocol).cmp(&(last(a), &a.protocol)));
    Ok(filed)
}

/// Files a check in place of what it said before.
///
/// # Errors
/// Those of the store.
pub fn file(
    tx: &mut dyn WriteTx,
    now: Instant,
    company: CompanyId,
    filed: &Filed,
    by: &By,
) -> Result<()> {
    let cells = filed.cells(&parameters::current(tx)?.durc);
    sections::put(tx, now, company, &SECTION, cells, by)?;
    Ok(())
}

/// A protocol that no check of the company has.
///
/// # Errors
/// Those of the store.
pub fn new_protocol(tx: &mut dyn WriteTx, company: CompanyId, today: Day) -> Result<String> {
    loop {
        let number = NEXT.get(tx, &())?.unwrap_or(1);
        NEXT.put(tx, &(), &(number + 1))?;
        let protocol = format!("INPS_{number:08}");
        let mut cells: Cells = vec![None; SECTION.fields.len()];
        if let Some(first) = cells.first_mut() {
            *first = Some(protocol.clone());
        }
        if sections::one(tx, company, &SECTION, &key(&SECTION, &cells), today)?.is_none() {
            return Ok(protocol);
        }
    }
}
