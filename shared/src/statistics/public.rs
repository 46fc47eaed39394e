//! What everybody may know of how long offices take (B18).

use serde::{Deserialize, Serialize};

use super::{Figure, Histogram};
use crate::calendar::Month;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::lang::Lang;
use crate::offices::OfficeCode;
use crate::requests::topics::TopicId;

/// How long offices take to the last answer, in working days, over the last whole months: of one office or of all, of one group of
/// topics or of all. A request that was withdrawn is not among them, one that was reopened is by its last answer.
///
/// Faults: `not_found` for an office or a group that there is none of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// In which language.
    #[serde(default)]
    pub lang: Lang,
    /// Only of this office.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office: Option<OfficeCode>,
    /// Only of this group of topics.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub group: Option<TopicId>,
}

/// How long a topic, or a group of topics, takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct OfTopic {
    /// The topic or group.
    pub id: TopicId,
    /// What it is called.
    pub title: String,
    /// How long it takes; none where there were too few requests: they are among those of the group, and of the whole.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub figure: Option<Figure>,
}

/// How long a group of topics takes, and each of its topics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct OfGroup {
    /// The group.
    pub group: OfTopic,
    /// Its topics.
    pub topics: Vec<OfTopic>,
}

/// How long an office takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct OfOffice {
    /// The office.
    pub code: OfficeCode,
    /// Its name.
    pub name: String,
    /// How long it takes.
    pub figure: Figure,
}

/// The figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Shown {
    /// The first month that they are of.
    pub from: Month,
    /// And the last: a month that is not over says nothing yet.
    pub to: Month,
    /// Of fewer requests than this there is no figure.
    pub fewest: u16,
    /// All of what was asked for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub whole: Option<Figure>,
    /// By topic.
    pub groups: Vec<OfGroup>,
    /// By office, whichever was asked for; only those with a figure.
    pub offices: Vec<OfOffice>,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "statistics.show",
        summary: "How many working days offices take to the last answer, by office and topic; never of a few requests.",
        method: Method::Get,
        path: "/api/v1/statistics",
        access: Access::Public,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Shown;
}

/// The figures of [`Show`], as a file, which says who took it: for whoever is signed in. Faults as of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExportShown {
    /// Only of this office.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office: Option<OfficeCode>,
    /// Only of this group of topics.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub group: Option<TopicId>,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for ExportShown {
    const SPEC: Spec = Spec {
        name: "statistics.export_shown",
        summary: "How many working days offices take to the last answer, by office and topic, as a file.",
        method: Method::Get,
        path: "/api/v1/export/statistics",
        access: Access::SignedIn,
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// Of what a figure is, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Of the topic.
    Topic,
    /// Of its group: there were too few of the topic.
    Group,
    /// Of the office: there were too few of the group.
    Office,
}

/// How long something usually takes, and of what that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Usual {
    /// How long.
    pub figure: Figure,
    /// Of what.
    pub of: Scope,
}

/// How long a topic usually takes at an office with these histograms: of the topic, else of its group, else of the office.
pub fn usual(cells: &[(TopicId, Histogram)], topic: TopicId, fewest: u16) -> Option<Usual> {
    let group = topic.group();
    let of = |scope| {
        let mut all = Histogram::default();
        let fits = |id: &TopicId| match scope {
            Scope::Topic => *id == topic,
            Scope::Group => id.group() == group,
            Scope::Office => true,
        };
        cells.iter().filter(|(id, _)| fits(id)).for_each(|(_, one)| all.join(one));
        Figure::of(&all, fewest).map(|figure| Usual { figure, of: scope })
    };
    [Scope::Topic, Scope::Group, Scope::Office].into_iter().find_map(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_of_few_requests_says_what_its_group_or_its_office_says() {
        let cells = |counts: [u32; 3]| -> Vec<(TopicId, Histogram)> {
            let ids = [201, 203, 301].map(TopicId);
            ids.into_iter()
                .zip(counts)
                .map(|(id, count)| (id, Histogram::of([(4, count)])))
                .collect()
        };
        let of = |counts| usual(&cells(counts), TopicId(201), 10).map(|usual| usual.of);
        assert_eq!(of([10, 0, 0]), Some(Scope::Topic));
        assert_eq!(of([9, 1, 0]), Some(Scope::Group));
        assert_eq!(of([9, 0, 1]), Some(Scope::Office));
        assert_eq!(of([9, 0, 0]), None);
        let other = usual(&cells([5, 5, 5]), TopicId(1101), 10);
        assert_eq!(other.map(|usual| usual.of), Some(Scope::Office), "nobody asked about it");
    }
}
