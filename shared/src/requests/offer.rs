//! The topics as they are offered: found by one's own words, with who answers and by when.

use core::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::Offer;
use super::topics::{Group, Known, OTHER, Topic, TopicId, Unit};
use crate::calendar::Day;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::CompanyId;
use crate::lang::Lang;
use crate::practice::ROLES;
use crate::statistics::{Histogram, Usual};

/// Most topics that are offered for somebody's words.
const MOST_FOUND: usize = 8;

/// What a request can be about, in one language: all of it, or what fits somebody's words, the best first.
///
/// Faults: `not_found` for a company that is not the caller's; `invalid` on `matricola`: `unknown`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topics {
    /// In which language.
    #[serde(default)]
    pub lang: Lang,
    /// What somebody says it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
    /// For whom, to know the office.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// The position it would be about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub matricola: Option<String>,
    /// The topic that was chosen, whose terms may be its own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub topic: Option<TopicId>,
    /// Also those that are no longer offered, for their names.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub withdrawn: bool,
}

/// A topic as it is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct TopicRow {
    /// The topic.
    pub id: TopicId,
    /// The group it is in.
    pub parent: TopicId,
    /// The name of the group.
    pub group: String,
    /// What it is called.
    pub title: String,
    /// When it is the right one.
    pub help: String,
    /// How people say it.
    pub examples: Vec<String>,
    /// What to attach.
    pub attach: String,
    /// Under which one asks since it is no longer offered, where another has taken its place.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub instead: Option<TopicId>,
    /// Who answers.
    pub unit: Unit,
    /// How long that usually takes at the office that would answer, where a company is named and enough is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub usual: Option<Usual>,
    /// When that office is expected to answer if it is asked today, where a company is named.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expected: Option<Day>,
}

impl TopicRow {
    /// The topic of a group in a language.
    pub fn of(group: &Group, topic: &Topic, lang: Lang) -> Self {
        Self {
            id: topic.id,
            parent: group.id,
            group: group.title.of(lang).to_owned(),
            title: topic.title.of(lang).to_owned(),
            help: topic.help.of(lang).to_owned(),
            examples: topic.examples.iter().map(|example| example.of(lang).to_owned()).collect(),
            attach: topic.attach.of(lang).to_owned(),
            instead: None,
            unit: topic.unit,
            usual: None,
            expected: None,
        }
    }

    /// Makes of it what an office offers in a language; whether it does.
    pub fn follow(&mut self, offer: &Offer, lang: Lang) -> bool {
        self.unit = offer.unit.unwrap_or(self.unit);
        if let Some(words) = &offer.attach {
            self.attach = words.of(lang).to_owned();
        }
        offer.active
    }
}

/// The office that would answer, and by when if it is asked today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Answering {
    /// Its name.
    pub office: String,
    /// When the answer is expected.
    pub expected: Day,
    /// The last day for it.
    pub due: Day,
}

/// What is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Offered {
    /// The topics. Whatever was said, the last of them is for what none fits: where no word does, it is the only one.
    pub topics: Vec<TopicRow>,
    /// Who would answer, where a company is named.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub answering: Option<Answering>,
    /// The one that has taken the place of the topic that was chosen, if it can be chosen.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub instead: Option<TopicId>,
    /// Those of the topics that are asked about most, the first one most; none beside words that are looked for.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub frequent: Vec<TopicId>,
}

/// How many topics are shown before all others.
const MOST_FREQUENT: usize = 6;
/// Those of an office of which too little is known (DESIGN).
const FREQUENT: [TopicId; MOST_FREQUENT] =
    [TopicId(301), TopicId(502), TopicId(201), TopicId(402), TopicId(605), TopicId(102)];

/// The topics that are asked about most among those that are offered: by what was answered where that is not of a few requests, then
/// those of most offices.
pub fn frequent(offered: &[TopicRow], cells: &[(TopicId, Histogram)], fewest: u16) -> Vec<TopicId> {
    let mut counted: Vec<_> = cells.iter().map(|(id, one)| (one.total(), *id)).collect();
    counted.retain(|(total, _)| *total >= u64::from(fewest));
    counted.sort_unstable_by_key(|(total, id)| (Reverse(*total), *id));
    let mut found = Vec::with_capacity(MOST_FREQUENT);
    for id in counted.into_iter().map(|(_, id)| id).chain(FREQUENT) {
        let is_offered = offered.iter().any(|row| row.id == id);
        if found.len() < MOST_FREQUENT && is_offered && !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

impl Topics {
    /// The words that are looked for.
    pub fn said(&self) -> Option<&str> {
        self.text.as_deref().map(str::trim).filter(|text| !text.is_empty())
    }

    /// The topics asked for.
    pub fn rows(&self, known: &Known) -> Vec<TopicRow> {
        let is_offered = |topic: &Topic| self.withdrawn || !topic.withdrawn;
        let topics: Vec<_> = match self.said() {
            Some(text) => {
                let mut found = known.find(text, self.lang);
                found.retain(|(_, topic)| is_offered(topic));
                let is_other = |(_, topic): &(&Group, &Topic)| topic.id == OTHER;
                // Of no other topic is whoever wants to talk to somebody.
                let is_meant = found.first().is_some_and(is_other);
                let fitting = found.into_iter().filter(|one| !is_other(one)).take(MOST_FOUND);
                let mut topics: Vec<_> = fitting.chain(known.all().filter(is_other)).collect();
                if is_meant {
                    topics.rotate_right(1);
                }
                topics
            }
            None => known.all().filter(|(_, topic)| is_offered(topic)).collect(),
        };
        let row = |(group, topic): (&Group, &Topic)| TopicRow {
            instead: known.instead(topic.id),
            ..TopicRow::of(group, topic, self.lang)
        };
        topics.into_iter().map(row).collect()
    }
}

impl Endpoint for Topics {
    const SPEC: Spec = Spec {
        name: "requests.topics",
        summary: "What a request can be about, found by one's own words, with the office that answers and by when.",
        method: Method::Get,
        path: "/api/v1/requests/topics",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Offered;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::topics::{Catalogue, SHIPPED};

    #[test]
    fn whatever_is_said_one_can_ask_about_something_else() {
        let text: Catalogue = serde_json::from_str(SHIPPED).unwrap();
        let known = Known::new(text, []);
        let ids = |said: &str| -> Vec<TopicId> {
            let asked = Topics { text: Some(said.to_owned()), ..Topics::default() };
            asked.rows(&known).into_iter().map(|row| row.id).collect()
        };
        assert_eq!(ids("xyzzy"), [OTHER]);
        let found = ids("durc negativo, non so a chi chiedere");
        assert_eq!((found.first(), found.last()), (Some(&TopicId(502)), Some(&OTHER)));
        assert_eq!(found.iter().filter(|id| **id == OTHER).count(), 1);
        assert!(found.len() <= MOST_FOUND + 1);
    }

    #[test]
    fn whoever_wants_to_talk_to_somebody_is_led_to_no_topic_before() {
        let text: Catalogue = serde_json::from_str(SHIPPED).unwrap();
        let known = Known::new(text, []);
        for (lang, said) in [
            (Lang::It, "voglio parlare con qualcuno"),
            (Lang::It, "posso parlare con un operatore?"),
            (Lang::It, "mi potete chiamare al telefono?"),
            (Lang::It, "vorrei un appuntamento allo sportello"),
            (Lang::It, "ho bisogno di parlare con una persona vera"),
            (Lang::En, "can somebody call me back"),
            (Lang::En, "I need to speak with a real person"),
            (Lang::En, "can I make an appointment"),
            (Lang::De, "können Sie mich zurückrufen?"),
            (Lang::De, "ich brauche einen Termin bei einem Sachbearbeiter"),
            (Lang::De, "kann mich jemand anrufen"),
        ] {
            let asked = Topics { lang, text: Some(said.to_owned()), ..Topics::default() };
            let first = asked.rows(&known).first().map(|row| row.id);
            assert_eq!(first, Some(OTHER), "{said}");
        }
    }

    #[test]
    fn six_topics_are_frequent_the_most_answered_first_and_none_by_a_few_requests() {
        let text: Catalogue = serde_json::from_str(SHIPPED).unwrap();
        let mut rows = Topics::default().rows(&Known::new(text, []));
        assert_eq!(frequent(&rows, &[], 5), FREQUENT);
        let of = |id, count| (TopicId(id), Histogram::of([(3, count)]));
        let cells = [of(101, 4), of(402, 5), of(904, 90), of(701, 9)];
        let found = [701, 402, 301, 502, 201, 605].map(TopicId);
        assert_eq!(frequent(&rows, &cells, 5), found);
        rows.retain(|row| row.id != TopicId(301));
        assert_eq!(frequent(&rows, &[], 5).len(), 5, "what is not offered is not frequent");
    }
}
