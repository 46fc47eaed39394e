//! What a request can be about, in two levels, and how it is found by one's own words. The topics are the administrator's: the program comes
//! with some, as one subject of the parameters.

mod find;
mod of_section;
#[cfg(test)]
mod tests;
mod text;
mod unit;

pub use of_section::of_section;
pub use text::{Catalogue, Group, LONGEST_TITLE, MOST_LINES, Topic, check, check_title};
pub use unit::{LONGEST_UNIT, LONGEST_UNIT_NAME, NamedUnit, Unit};

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use find::Terms;

/// The number of a topic: never used for another one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct TopicId(pub u16);

/// The topic of whatever has none: its text must say why, and a person dispatches it.
pub const OTHER: TopicId = TopicId(1101);
/// Fewest characters of such a text (DESIGN).
pub const SHORTEST_REASON: usize = 30;
/// The topics as shipped.
pub const SHIPPED: &str = include_str!("../../../parameters/topics.json");

impl TopicId {
    /// The group that it is in: its hundred.
    pub const fn group(self) -> Self {
        Self(self.0 / 100 * 100)
    }

    /// Whether the text must say why no other topic fits.
    pub fn needs_reason(self) -> bool {
        self == OTHER
    }
}

/// The topics in force, ready to be asked for.
#[derive(Clone, Debug)]
pub struct Known {
    groups: Vec<Group>,
    /// What each topic is found by, in the order of the topics.
    terms: Vec<Terms>,
}

impl Known {
    /// Those of a text; what only `earlier` texts have is no longer offered, and keeps its name.
    pub fn new(text: Catalogue, earlier: impl IntoIterator<Item = Catalogue>) -> Self {
        let mut groups = text.groups;
        for before in earlier.into_iter().flat_map(|text| text.groups) {
            keep(&mut groups, before);
        }
        let terms = groups.iter().flat_map(|group| &group.topics).map(Terms::of).collect();
        Self { groups, terms }
    }

    /// The groups, in the order in which they are offered.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Every topic with its group, in that order.
    pub fn all(&self) -> impl Iterator<Item = (&Group, &Topic)> {
        self.groups.iter().flat_map(|group| group.topics.iter().map(move |topic| (group, topic)))
    }

    /// The group of a number.
    pub fn group(&self, id: TopicId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// The topic of a number.
    pub fn topic(&self, id: TopicId) -> Option<&Topic> {
        self.group(id.group())?.topics.iter().find(|topic| topic.id == id)
    }

    /// What has become of a topic: another one, if that has taken its place, or itself.
    pub fn became(&self, id: TopicId) -> TopicId {
        text::follow(id, self.terms.len(), |id| self.topic(id)?.into).unwrap_or(id)
    }

    /// Under which topic one asks today about what a topic was: another one, if that has taken its place and was not withdrawn itself.
    pub fn instead(&self, id: TopicId) -> Option<TopicId> {
        let now = self.became(id);
        let is_offered = self.topic(now).is_some_and(|topic| !topic.withdrawn);
        (now != id && is_offered).then_some(now)
    }

    /// What is counted as of a topic: itself, and those whose place it has taken.
    pub fn gathered(&self, id: TopicId) -> Vec<TopicId> {
        let gone = self.all().map(|(_, topic)| topic.id);
        let gone = gone.filter(|gone| self.instead(*gone) == Some(id));
        core::iter::once(id).chain(gone).collect()
    }

    /// Whether what was asked about a topic is found under another one, or under a group: its own, or that of the one in its place.
    pub fn is_under(&self, topic: TopicId, asked: TopicId) -> bool {
        let is = |topic: TopicId| topic == asked || topic.group() == asked;
        is(topic) || is(self.became(topic))
    }

    /// The topics that fit `text` with their groups, the best first; among equals those whose words are in `lang`, then in the order of the
    /// groups.
    pub fn find(&self, text: &str, lang: Lang) -> Vec<(&Group, &Topic)> {
        let mut hits: Vec<_> = self.all().zip(find::scores(&self.terms, text, lang)).collect();
        hits.retain(|(_, score)| *score > 0);
        hits.sort_by_key(|(_, score)| core::cmp::Reverse(*score));
        hits.into_iter().map(|(hit, _)| hit).collect()
    }
}

/// Adds the topics of a group that are not there as such that are no longer offered.
fn keep(groups: &mut Vec<Group>, mut before: Group) {
    before.topics.iter_mut().for_each(|topic| topic.withdrawn = true);
    match groups.iter_mut().find(|group| group.id == before.id) {
        Some(group) => {
            before.topics.retain(|topic| group.topics.iter().all(|known| known.id != topic.id));
            group.topics.append(&mut before.topics);
        }
        None => groups.push(Group { withdrawn: true, ..before }),
    }
}
