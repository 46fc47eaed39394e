//! Evidence as stored, and the returns that were refused.

use minicbor::{Decode, Encode};
use shared::calendar::{Day, Instant, Month};
use shared::evidence::{Happened, Link, State, Tracked};
use shared::ids::{CompanyId, ImportId, PersonId};

use crate::fault::Result;
use crate::store::{Table, WriteTx};

/// Lines of a history that are kept: the latest.
const REMEMBERED: usize = 60;

/// A piece of evidence of a company.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Row {
    /// What was derived, as JSON: it follows from the facts, so that what a newer program cannot read any more is derived anew.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub evidence: Vec<u8>,
    /// Where it stands: 1 new, 2 seen, 3 in hand, 4 resolved, 5 archived.
    #[n(1)]
    pub state: u8,
    /// What takes care of it: 1 request, 2 appointment, 3 petition, 4 payment, 5 note.
    #[n(2)]
    pub link: Option<(u8, String)>,
    /// Why it was archived.
    #[n(3)]
    pub reason: Option<String>,
    /// When it was found, in days since 1970.
    #[n(4)]
    pub since: i64,
    /// When it last became different.
    #[n(5)]
    pub changed: i64,
    /// What happened to it, the oldest first.
    #[n(6)]
    pub history: Vec<Event>,
}

/// A line of a history.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Event {
    #[cbor(n(0), with = "crate::codec")]
    pub at: Instant,
    /// What, by its place in [`HAPPENED`].
    #[n(1)]
    pub what: u8,
    /// Who; nobody where it followed from the data.
    #[cbor(n(2), with = "crate::codec", has_nil)]
    pub person: Option<PersonId>,
    /// What they noted.
    #[n(3)]
    pub note: Option<String>,
}

/// How far the evidence of a company is.
#[derive(Clone, Copy, Debug, Encode, Decode)]
pub(super) struct Head {
    /// The day of the last derivation, in days since 1970.
    #[n(0)]
    pub day: i64,
    /// Grows with each derivation and action.
    #[n(1)]
    pub version: u64,
    /// Pieces that are open.
    #[n(2)]
    pub open: u32,
    /// The number of the version of the parameters that the last derivation took.
    #[n(3)]
    pub parameters: Option<u64>,
}

/// A return of a file that was refused.
#[derive(Clone, Copy, Debug, Encode, Decode)]
pub(super) struct RefusedReturn {
    /// The import that refused it.
    #[cbor(n(0), with = "crate::codec")]
    pub import: ImportId,
    #[cbor(n(1), with = "crate::codec")]
    pub at: Instant,
    /// Errors in it; none if others in its file were wrong.
    #[n(2)]
    pub errors: u32,
}

/// By company and key.
pub(super) const PIECES: Table<(CompanyId, String), Row> = Table::new("evidence");
pub(super) const HEADS: Table<CompanyId, Head> = Table::new("evidence.heads");
/// Grows with each head that is put: where it is the same, no evidence of any company is different.
pub(super) const CHANGED: Table<(), u64> = Table::new("evidence.changed");
/// The latest return of a month and position that was refused.
pub(super) const REFUSED: Table<(CompanyId, Month, String), RefusedReturn> =
    Table::new("evidence.refused");

/// What happens, in the order of the numbers stored.
pub(super) const HAPPENED: [Happened; 8] = [
    Happened::Found,
    Happened::Changed,
    Happened::Resolved,
    Happened::Returned,
    Happened::Seen,
    Happened::TakenInHand,
    Happened::Archived,
    Happened::Reopened,
];

impl Head {
    /// Keeps it for a company whose evidence is different.
    pub fn put(self, tx: &mut dyn WriteTx, company: CompanyId) -> Result<()> {
        HEADS.put(tx, &company, &self)?;
        let stamp = CHANGED.get(tx, &())?.unwrap_or(0);
        Ok(CHANGED.put(tx, &(), &(stamp + 1))?)
    }
}

impl Row {
    /// A piece with its history so far.
    pub fn of(tracked: &Tracked, history: Vec<Event>) -> Result<Self> {
        let evidence = serde_json::to_vec(&tracked.evidence).map_err(anyhow::Error::from)?;
        let (state, link, reason) = match &tracked.state {
            State::New => (1, None, None),
            State::Seen => (2, None, None),
            State::InHand { link } => (3, Some(link_number(link)), None),
            State::Resolved => (4, None, None),
            State::Archived { reason } => (5, None, Some(reason.clone())),
        };
        let (since, changed) = (tracked.since.epoch_days(), tracked.changed.epoch_days());
        Ok(Self { evidence, state, link, reason, since, changed, history })
    }

    /// The piece; nothing if this program cannot read what was derived.
    pub fn tracked(&self) -> Option<Tracked> {
        let state = match self.state {
            2 => State::Seen,
            3 => State::InHand { link: link_of(self.link.as_ref()?)? },
            4 => State::Resolved,
            5 => State::Archived { reason: self.reason.clone().unwrap_or_default() },
            _ => State::New,
        };
        Some(Tracked {
            evidence: serde_json::from_slice(&self.evidence).ok()?,
            state,
            since: Day::from_epoch_days(self.since),
            changed: Day::from_epoch_days(self.changed),
        })
    }
}

/// The history with one line more; the oldest are forgotten.
pub(super) fn continued(mut history: Vec<Event>, event: Event) -> Vec<Event> {
    history.push(event);
    let surplus = history.len().saturating_sub(REMEMBERED);
    history.drain(..surplus);
    history
}

impl Event {
    /// Something that happened.
    pub fn new(
        at: Instant,
        what: Happened,
        person: Option<PersonId>,
        note: Option<String>,
    ) -> Self {
        let place = HAPPENED.iter().position(|other| *other == what);
        let what = place.and_then(|place| u8::try_from(place).ok()).unwrap_or_default();
        Self { at, what, person, note }
    }
}

fn link_number(link: &Link) -> (u8, String) {
    let (number, text) = match link {
        Link::Request(text) => (1, text),
        Link::Appointment(text) => (2, text),
        Link::Petition(text) => (3, text),
        Link::Payment(text) => (4, text),
        Link::Note(text) => (5, text),
    };
    (number, text.clone())
}

fn link_of((number, text): &(u8, String)) -> Option<Link> {
    let text = text.clone();
    Some(match number {
        1 => Link::Request(text),
        2 => Link::Appointment(text),
        3 => Link::Petition(text),
        4 => Link::Payment(text),
        5 => Link::Note(text),
        _ => return None,
    })
}
