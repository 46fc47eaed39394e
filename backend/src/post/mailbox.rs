//! What a demo sent, for whoever wants to see it.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use shared::calendar::Instant;
use shared::notifications::{Channel, Outcome, Posted, Why};

use super::Letter;

/// Letters that are kept.
const KEPT: usize = 100;

#[derive(Debug, Default)]
pub(super) struct Mailbox(Mutex<VecDeque<Posted>>);

impl Mailbox {
    /// Keeps a letter and how it ended.
    pub(super) fn keep(&self, at: Instant, channel: Channel, letter: &Letter, why: Option<Why>) {
        let posted = Posted {
            at,
            channel,
            to: letter.to.clone(),
            subject: letter.subject.clone(),
            body: letter.body.clone(),
            outcome: why.map_or(Outcome::HandedOver, Outcome::Failed),
        };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front(posted);
        kept.truncate(KEPT);
    }

    /// Those to addresses that contain a text, the latest first.
    pub(super) fn shown(&self, to: Option<&str>) -> Vec<Posted> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = |posted: &&Posted| to.is_none_or(|to| posted.to.contains(to));
        kept.iter().filter(asked).cloned().collect()
    }
}
