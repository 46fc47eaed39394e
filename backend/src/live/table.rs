//! What changed lately, as stored: a ring of so many events. It is in the store so that an event is there exactly if its change is.

use minicbor::{Decode, Encode};
use shared::auth::Resource;
use shared::ids::{CompanyId, PersonId};
use shared::live::{Topic, TopicKind};

use super::service::Audience;
use crate::store::Table;

/// Events kept: enough for a tab that was away for some minutes of a busy day.
pub(super) const KEPT: u64 = 4096;

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Row {
    /// What changed, by its place in [`KINDS`].
    #[n(0)]
    pub kind: u8,
    /// Which one.
    #[n(1)]
    pub id: Option<String>,
    /// Who may hear of it.
    #[n(2)]
    pub audience: Stored,
}

/// An [`Audience`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) enum Stored {
    #[n(0)]
    Company {
        #[cbor(n(0), with = "crate::codec")]
        company: CompanyId,
        /// By its place in [`RESOURCES`].
        #[n(1)]
        resource: u8,
    },
    #[n(1)]
    Office(#[n(0)] String),
    #[n(2)]
    Person(#[cbor(n(0), with = "crate::codec")] PersonId),
}

/// Kinds by their stored number, which is never used again for another.
const KINDS: [TopicKind; 3] = [TopicKind::Request, TopicKind::Drafts, TopicKind::Notifications];
/// Resources by their stored number.
const RESOURCES: [Resource; 7] = [
    Resource::Registry,
    Resource::Contributions,
    Resource::ContributionFiles,
    Resource::Regularity,
    Resource::Evidence,
    Resource::Requests,
    Resource::InternalNotes,
];

impl Row {
    pub(super) fn of(audience: &Audience, topic: Topic) -> Self {
        let place = |found: Option<usize>| found.and_then(|at| u8::try_from(at).ok());
        let audience = match audience {
            Audience::Company(company, resource) => Stored::Company {
                company: *company,
                resource: place(RESOURCES.iter().position(|each| each == resource))
                    .unwrap_or(u8::MAX),
            },
            Audience::Office(office) => Stored::Office(office.clone()),
            Audience::Person(person) => Stored::Person(*person),
        };
        let kind = place(KINDS.iter().position(|kind| *kind == topic.kind)).unwrap_or(u8::MAX);
        Self { kind, id: topic.id, audience }
    }

    /// The event; nothing if a newer program stored it.
    pub(super) fn read(self) -> Option<(Audience, Topic)> {
        let audience = match self.audience {
            Stored::Company { company, resource } => {
                Audience::Company(company, *RESOURCES.get(usize::from(resource))?)
            }
            Stored::Office(office) => Audience::Office(office),
            Stored::Person(person) => Audience::Person(person),
        };
        let kind = *KINDS.get(usize::from(self.kind))?;
        Some((audience, Topic { kind, id: self.id }))
    }
}

/// By number, from 1.
pub(super) const EVENTS: Table<u64, Row> = Table::new("live");
