//! The topics in the words of one language, so that the app need not carry those of three.

use serde::{Deserialize, Serialize};

use super::topics::{self, Group, Topic, TopicId, Unit};
use crate::calendar::Day;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::CompanyId;
use crate::lang::Lang;
use crate::offices::OfficeCode;
use crate::page::Page;
use crate::practice::ROLES;

/// A topic in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct TopicRow {
    /// Its number.
    pub id: TopicId,
    /// Its name in addresses.
    pub slug: String,
    /// Who answers.
    pub unit: Unit,
    /// And how that unit is called.
    pub unit_name: String,
    /// What it is called.
    pub title: String,
    /// When it is the right one.
    pub help: String,
    /// How people say it.
    pub examples: Vec<String>,
    /// What to attach.
    pub attach: String,
    /// Whether the text must say why no other topic fits.
    pub needs_reason: bool,
}

/// A group of topics in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct TopicGroup {
    /// Its number.
    pub id: TopicId,
    /// Its name in addresses.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Its topics.
    pub topics: Vec<TopicRow>,
}

/// When an office answers what is sent to it today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Expected {
    /// The office that would be responsible.
    pub office: OfficeCode,
    /// Its name.
    pub office_name: String,
    /// The day by which it answers if all goes well.
    pub day: Day,
    /// The last day for the answer.
    pub due: Day,
}

/// Everything a request can be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Offer {
    /// The groups, in the order in which they are offered.
    pub groups: Vec<TopicGroup>,
    /// When the answer can be expected, where a company was named and has an office.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expected: Option<Expected>,
}

/// The topics in a language, and when an answer can be expected.
///
/// Faults: `not_found` for a company that is not the caller's; `invalid` on `matricola`: `unknown`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topics {
    /// The language; the caller's own where there is none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
    /// For whom something is to be asked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// About which of its positions.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub matricola: Option<String>,
}

impl Endpoint for Topics {
    const SPEC: Spec = Spec {
        name: "requests.topics",
        summary: "What a request can be about, in one language, and when the office would answer.",
        method: Method::Get,
        path: "/api/v1/requests/topics",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Offer;
}

/// The topics that fit one's own words, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FindTopic {
    /// What is said; of a long text the beginning is read.
    pub text: String,
    /// The language; the caller's own where there is none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for FindTopic {
    const SPEC: Spec = Spec {
        name: "requests.find_topic",
        summary: "The topics that fit one's own words, in whatever language they are.",
        method: Method::Get,
        path: "/api/v1/requests/topics/found",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<TopicRow>;
}

impl TopicRow {
    /// The topic in a language.
    pub fn of(topic: &Topic, lang: Lang) -> Self {
        Self {
            id: topic.id,
            slug: topic.slug.to_owned(),
            unit: topic.unit,
            unit_name: topic.unit.name().of(lang).to_owned(),
            title: topic.title.of(lang).to_owned(),
            help: topic.help.of(lang).to_owned(),
            examples: topic.examples.iter().map(|example| example.of(lang).to_owned()).collect(),
            attach: topic.attach.of(lang).to_owned(),
            needs_reason: topic.needs_reason(),
        }
    }
}

impl TopicGroup {
    fn of(group: &Group, lang: Lang) -> Self {
        Self {
            id: TopicId(group.id),
            slug: group.slug.to_owned(),
            title: group.title.of(lang).to_owned(),
            topics: group.topics.iter().map(|topic| TopicRow::of(topic, lang)).collect(),
        }
    }

    /// Every group in a language.
    pub fn all(lang: Lang) -> Vec<Self> {
        topics::groups().map(|group| Self::of(group, lang)).collect()
    }
}
