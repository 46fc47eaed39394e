//! What happens to a company, stored in the order in which it happened, as it would have been.

use shared::calendar::Instant;
use shared::ids::CompanyId;

use super::records::Fed;
use crate::companies::Extract;
use crate::companies::service::store_extract;
use crate::declarations::service::{self as declarations, NewDeclaration, NewWorker};
use crate::evidence::refused::{self, Refused};
use crate::fault::Result;
use crate::payments::service::{self as payments, NewPayment};
use crate::sections::service::{self as sections, By};
use crate::store::WriteTx;

/// Something that happened.
pub(super) enum Event {
    /// The register says something.
    Extract(Box<Extract>),
    /// A return was transmitted.
    Declaration(Box<NewDeclaration>, Vec<NewWorker>),
    /// A form was paid.
    Payment(Box<NewPayment>),
    /// A record was fed.
    Record(Fed),
    /// A return was refused.
    Refused(Refused),
}

/// What happened to a company, and when.
#[derive(Default)]
pub(super) struct Events(Vec<(Instant, Event)>);

impl Events {
    pub fn add(&mut self, at: Instant, event: Event) {
        self.0.push((at, event));
    }

    /// The same, in the order in which they happened.
    pub fn in_order(mut self) -> Self {
        self.0.sort_by_key(|(at, _)| *at);
        self
    }

    /// Stores them as they stand; records as of the feed `by`.
    pub fn store(&self, tx: &mut dyn WriteTx, company: CompanyId, by: &By) -> Result<()> {
        for (at, event) in &self.0 {
            let at = *at;
            match event {
                Event::Extract(extract) => {
                    store_extract(tx, company, extract, at)?;
                }
                Event::Declaration(new, workers) => {
                    declarations::record(tx, new, workers)?;
                }
                Event::Payment(new) => {
                    payments::record(tx, new)?;
                }
                Event::Refused(refused) => refused::remember(tx, company, refused.clone())?,
                Event::Record(Fed { section, cells, .. }) => {
                    sections::put(tx, at, company, section, cells.clone(), by)?;
                }
            }
        }
        Ok(())
    }
}
