//! What other slices say when something happened.

use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId};
use shared::notifications::{About, Event};
use shared::requests;
use shared::sections::Phrase;

/// Something that happened and whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// What.
    pub event: Event,
    /// Whom it concerns.
    pub to: To,
    /// For which company.
    pub company: Option<CompanyId>,
    /// What it opens.
    pub about: About,
    /// Names what happened: the same key is told to each person once, however often it is announced.
    pub key: String,
    /// What the words need.
    pub words: Words,
}

/// Whom something concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// These people.
    People(Vec<PersonId>),
    /// Whoever acts for the company today: its representatives, the heads of the practices with a delegation, and the collaborators to
    /// whom it is assigned. Whoever made it happen may be left out.
    Company(CompanyId, Option<PersonId>),
}

/// Values that the words are made from; each event needs some of them, and what is missing is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Protocol number, as people quote it.
    pub protocol: Option<String>,
    /// The topic of a request.
    pub topic: Option<requests::Words>,
    /// Office, and unit if there is one.
    pub office: Option<String>,
    /// Name of the company.
    pub company: Option<String>,
    /// The day until which, or on which.
    pub day: Option<Day>,
    /// Outcome, reason or kind, in each language.
    pub detail: Option<Phrase>,
    /// The same as somebody wrote it, in whatever language; goes into the app, never into SMS.
    pub quote: Option<String>,
}
