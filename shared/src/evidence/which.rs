//! Which evidence is meant: the filters of Evidenze 2.0, and how it stands.

use serde::{Deserialize, Serialize};

use super::{Filter, Holder, State, Tracked};
use crate::calendar::Day;

/// How evidence stands, without what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nobody has seen it.
    New,
    /// Seen.
    Seen,
    /// In hand.
    InHand,
    /// Resolved.
    Resolved,
    /// Archived.
    Archived,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Standing; 5] =
        [Standing::New, Standing::Seen, Standing::InHand, Standing::Resolved, Standing::Archived];
}

impl State {
    /// The state without what belongs to it.
    pub const fn standing(&self) -> Standing {
        match self {
            State::New => Standing::New,
            State::Seen => Standing::Seen,
            State::InHand { .. } => Standing::InHand,
            State::Resolved => Standing::Resolved,
            State::Archived { .. } => Standing::Archived,
        }
    }
}

/// Which evidence is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Which {
    /// The filters of Evidenze 2.0.
    #[serde(default)]
    pub filter: Filter,
    /// Only what stands so; without it, what is open.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub standing: Option<Standing>,
    /// Only what stands in the way of the DURC, or only what does not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub durc: Option<bool>,
    /// Only where money is at stake, or only where none is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub money: Option<bool>,
    /// Only with a term up to this day that has not passed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Day>,
}

impl Which {
    /// Whether a piece is meant on a day.
    pub fn admits(&self, tracked: &Tracked, holder: &Holder<'_>, today: Day) -> bool {
        let stands = match self.standing {
            Some(standing) => tracked.state.standing() == standing,
            None => tracked.state.is_open(),
        };
        let severity = tracked.evidence.severity(today);
        let soon = |until| tracked.evidence.deadline(today).is_some_and(|next| next.day <= until);
        stands
            && self.durc.is_none_or(|durc| durc == severity.durc)
            && self.money.is_none_or(|money| money == severity.money)
            && self.until.is_none_or(soon)
            && self.filter.admits(&tracked.evidence, holder)
    }
}
