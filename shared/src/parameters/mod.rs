//! What laws and circulars set and change: dated values, each with its source and how well it is known.
//!
//! The values lie in `shared/parameters/*.json`, one file a subject; an administrator replaces them without a new release. Rules take
//! the part they need by reference, and where a day has no value they say which one is missing: nothing is guessed.

mod calls;
mod missing;
mod series;
mod set;

pub use calls::{Change, Current, Export, History, NOTE, Replace, Show, Text};
pub use missing::{Missing, Parameter};
pub use series::{Series, Step};
pub use set::{Replaced, SHIPPED_VERSION, Set, Subject, Version};

use serde::{Deserialize, Serialize};

/// How well a value is known, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Stated by a law or a circular.
    Sourced,
    /// The sum of components that laws and circulars state.
    Derived,
    /// Pieced together, from a single weak source, or of a nearby year: to be verified, no reason to call a declaration wrong.
    Reconstructed,
}
