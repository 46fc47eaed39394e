//! What requests depend on and an administrator changes: terms, topics, days off, what may be published.

use serde::{Deserialize, Serialize};

use super::topics::{TopicId, Unit};
use super::{ClockTerms, Pause, Retention};
use crate::calendar::Day;
use crate::lang::Lang;
use crate::offices::OfficeCode;
use crate::parameters::{Missing, Parameter, Series};

/// The values as shipped.
pub const SHIPPED: &str = include_str!("../../parameters/requests.json");
/// Most characters of what is said about attachments, and of a reason.
pub const LONGEST_WORDS: usize = 200;

/// What is said of offices to everybody: enough to know what to expect, too little to know of anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Of fewer requests than this no figure is shown.
    pub fewest: u16,
    /// Of how many whole months figures are.
    pub months: u16,
}

impl Publication {
    /// Whether it hides whoever asked, over months that there are.
    pub fn is_sound(&self) -> bool {
        self.fewest >= 2 && (1..=60).contains(&self.months)
    }
}

/// Something that holds for some requests and not for all: at one office or at every one, about one topic, one group, or any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule<T> {
    /// The first day.
    pub from: Day,
    /// The last day; absent until further notice.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Day>,
    /// Only at this office.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office: Option<OfficeCode>,
    /// Only about this topic, or one of this group.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub about: Option<TopicId>,
    /// What holds.
    pub value: T,
    /// Why, or by which agreement.
    pub source: String,
}

/// Words in the three languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see the languages")]
pub struct Words {
    pub it: String,
    pub en: String,
    pub de: String,
}

impl Words {
    /// In a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
            Lang::De => &self.de,
        }
    }
}

/// How a topic is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Whether one can ask about it; what was asked goes on.
    pub active: bool,
    /// Who answers; the topic's own unit unless said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<Unit>,
    /// What to attach; the topic's own words unless said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attach: Option<Words>,
}

/// Most days of a closure: longer ones are written anew, so that no clock runs after a day that never comes.
pub const LONGEST_CLOSURE: i64 = 366;

/// Days on which an office does not work, or none does, beside weekends, holidays and the patron saint's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DayOff {
    /// Which office; every one unless said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office: Option<OfficeCode>,
    /// Which day, or the first one.
    pub day: Day,
    /// The last one, where there are several.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Day>,
    /// Why.
    pub source: String,
}

/// Everything dated that requests depend on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestParameters {
    /// The answer clock; by the day of registration.
    pub clock: Series<ClockTerms>,
    /// What is said of offices to everybody; by the day it is asked.
    pub publication: Series<Publication>,
    /// How long what is over is kept; by the day it is looked at.
    pub retention: Series<Retention>,
    /// Answer clocks of some offices and topics; by the day of registration.
    #[serde(default)]
    pub profiles: Vec<Rule<ClockTerms>>,
    /// How topics are offered, where it is not as they say; by the day one asks.
    #[serde(default)]
    pub offers: Vec<Rule<Offer>>,
    /// Days on which offices do not work.
    #[serde(default)]
    pub days_off: Vec<DayOff>,
}

/// The rule that holds on a day at an office about a topic. One about the topic goes before one about its group, and that before one about
/// any; of those, one of the office goes before one of every office; of those, the one that began last.
pub fn holding<T>(
    rules: &[Rule<T>],
    day: Day,
    office: OfficeCode,
    topic: TopicId,
) -> Option<&Rule<T>> {
    let holds = |rule: &&Rule<T>| {
        rule.from <= day
            && rule.until.is_none_or(|until| day <= until)
            && rule.office.is_none_or(|of| of == office)
            && rule.about.is_none_or(|about| about == topic || about == topic.group())
    };
    let nearness = |rule: &&Rule<T>| {
        let about = rule.about.map_or(0, |about| if about == topic { 2 } else { 1 });
        (about, rule.office.is_some(), rule.from)
    };
    rules.iter().filter(holds).max_by_key(nearness)
}

impl RequestParameters {
    /// The answer clock of what is registered on a day.
    ///
    /// # Errors
    /// [`Missing`] where no clock holds on that day.
    pub fn terms(
        &self,
        day: Day,
        office: OfficeCode,
        topic: TopicId,
    ) -> Result<ClockTerms, Missing> {
        match holding(&self.profiles, day, office, topic) {
            Some(rule) => Ok(rule.value),
            None => Ok(self.clock.on(Parameter::AnswerClock, day)?.value),
        }
    }

    /// The days off of an office, as times in which its clocks stand still.
    pub fn closures(&self, office: OfficeCode) -> impl Iterator<Item = Pause> {
        let off = self.days_off.iter().filter(move |off| off.is_of(office));
        off.map(|off| Pause { from: off.day.plus_days(-1), to: Some(off.last()) })
    }

    /// Whether an office has a day off of its own.
    pub fn is_off(&self, office: OfficeCode, day: Day) -> bool {
        self.days_off.iter().any(|off| off.is_of(office) && off.day <= day && day <= off.last())
    }

    /// The offices that are named, as often as they are.
    pub fn offices(&self) -> impl Iterator<Item = OfficeCode> {
        let terms = self.profiles.iter().map(|rule| rule.office);
        let offers = self.offers.iter().map(|rule| rule.office);
        terms.chain(offers).chain(self.days_off.iter().map(|off| off.office)).flatten()
    }

    /// The first parameter with a value that cannot be. Whether there are the offices is said where offices are.
    pub fn unsound(&self) -> Option<Parameter> {
        let clocks = self.clock.steps().iter().map(|step| &step.value);
        let own = self.profiles.iter().map(|rule| &rule.value);
        let wrong_rule = self.profiles.iter().any(Rule::is_wrong);
        if wrong_rule || !clocks.chain(own).all(ClockTerms::is_sound) {
            return Some(Parameter::AnswerClock);
        }
        if !self.publication.steps().iter().all(|step| step.value.is_sound()) {
            return Some(Parameter::Publication);
        }
        if !self.retention.steps().iter().all(|step| step.value.is_sound()) {
            return Some(Parameter::Retention);
        }
        let is_wrong = |rule: &Rule<Offer>| {
            let words = rule.value.attach.as_ref().map(|words| [&words.it, &words.en, &words.de]);
            let of_none = rule.about.is_none_or(|about| about == about.group());
            rule.is_wrong()
                || of_none
                || words.is_some_and(|words| words.iter().any(|one| !is_said(one)))
        };
        let wrong = self.offers.iter().any(is_wrong) || self.days_off.iter().any(DayOff::is_wrong);
        wrong.then_some(Parameter::RequestRule)
    }
}

impl DayOff {
    /// The last day of it.
    pub fn last(&self) -> Day {
        self.until.unwrap_or(self.day)
    }

    fn is_of(&self, office: OfficeCode) -> bool {
        self.office.is_none_or(|of| of == office)
    }

    fn is_wrong(&self) -> bool {
        !is_said(&self.source) || !(0..LONGEST_CLOSURE).contains(&self.last().days_since(self.day))
    }
}

impl<T> Rule<T> {
    fn is_wrong(&self) -> bool {
        !is_said(&self.source) || self.until.is_some_and(|until| until < self.from)
    }
}

/// Whether somebody wrote something, and not too much.
fn is_said(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= LONGEST_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::clock;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn code(text: &str) -> OfficeCode {
        OfficeCode::parse(text).unwrap()
    }

    fn shipped() -> RequestParameters {
        serde_json::from_str(SHIPPED).unwrap()
    }

    fn rule(
        from: &str,
        office: Option<&str>,
        about: Option<u16>,
        remind_days: u16,
    ) -> Rule<ClockTerms> {
        let (office, about) = (office.map(code), about.map(TopicId));
        let terms = ClockTerms { remind_days, escalate_days: 20, most_days: 40, reopen_days: 10 };
        let source = "Accordo".to_owned();
        Rule { from: day(from), until: None, office, about, value: terms, source }
    }

    #[test]
    fn the_nearest_rule_holds_from_its_day_on() {
        let mut set = shipped();
        set.profiles = vec![
            rule("2026-01-01", None, None, 1),
            rule("2026-01-01", Some("7010"), None, 2),
            rule("2026-01-01", None, Some(200), 3),
            rule("2026-01-01", Some("7010"), Some(200), 4),
            rule("2026-01-01", None, Some(201), 6),
            rule("2026-06-01", None, Some(201), 7),
        ];
        assert_eq!(set.unsound(), None);
        let on = |on: &str, office: &str, topic| {
            set.terms(day(on), code(office), TopicId(topic)).unwrap().remind_days
        };
        assert_eq!(on("2025-12-31", "7010", 201), 5, "the clock of all");
        assert_eq!(on("2026-01-01", "7010", 201), 6);
        assert_eq!(on("2026-06-01", "4900", 201), 7);
        assert_eq!(on("2026-06-01", "7010", 203), 4);
        assert_eq!(on("2026-06-01", "4900", 203), 3);
        assert_eq!(on("2026-06-01", "7010", 301), 2);
        assert_eq!(on("2026-06-01", "4900", 301), 1);
        set.profiles.iter_mut().for_each(|rule| rule.until = Some(rule.from));
        let after = set.terms(day("2026-07-01"), code("7010"), TopicId(201)).unwrap();
        assert_eq!(after.remind_days, 5);
    }

    #[test]
    fn an_office_that_does_not_work_has_no_clock_that_runs() {
        let mut set = shipped();
        let (office, sent) = (code("7010"), day("2026-11-23"));
        let stands = |set: &RequestParameters| {
            let terms = set.terms(sent, office, TopicId(201)).unwrap();
            clock(terms, office, sent, &set.closures(office).collect::<Vec<_>>(), sent)
        };
        assert_eq!(stands(&set).remind, day("2026-11-30"));
        let source = "Disinfestazione".to_owned();
        let off = DayOff { office: Some(office), day: day("2026-11-25"), until: None, source };
        set.days_off.push(off.clone());
        assert_eq!((stands(&set).remind, stands(&set).paused), (day("2026-12-01"), false));
        assert!(
            set.is_off(office, day("2026-11-25")) && !set.is_off(code("4900"), day("2026-11-25"))
        );
        let week = DayOff { office: None, until: Some(day("2026-11-27")), ..off };
        set.days_off = vec![week.clone()];
        assert_eq!((stands(&set).remind, set.unsound()), (day("2026-12-03"), None));
        assert!(["7010", "4900"].map(code).iter().all(|one| set.is_off(*one, day("2026-11-27"))));
        assert!(!set.is_off(office, day("2026-11-28")));
        for until in ["2026-11-24", "2027-12-31"] {
            set.days_off = vec![DayOff { until: Some(day(until)), ..week.clone() }];
            assert_eq!(set.unsound(), Some(Parameter::RequestRule), "{until}");
        }
    }

    #[test]
    fn rules_that_cannot_be_are_refused() {
        let unsound = |change: &dyn Fn(&mut RequestParameters)| {
            let mut set = shipped();
            change(&mut set);
            set.unsound()
        };
        let good = rule("2026-01-01", None, None, 5);
        let with = |rule: Rule<ClockTerms>| unsound(&|set| set.profiles = vec![rule.clone()]);
        assert_eq!(with(good.clone()), None);
        for wrong in [
            rule("2026-01-01", None, None, 0),
            rule("2026-01-01", None, None, 21),
            Rule { source: " ".to_owned(), ..good.clone() },
            Rule { until: Some(day("2025-12-31")), ..good },
        ] {
            assert_eq!(with(wrong), Some(Parameter::AnswerClock));
        }
        let offer = |about, attach: &str| {
            let words = Words { it: attach.into(), en: "x".into(), de: "x".into() };
            let value = Offer { active: true, unit: None, attach: Some(words) };
            let source = "Prova".to_owned();
            let about = Some(TopicId(about));
            Rule { from: day("2026-01-01"), until: None, office: None, about, value, source }
        };
        let with = |rule: Rule<Offer>| unsound(&|set| set.offers = vec![rule.clone()]);
        assert_eq!(with(offer(201, "La visura.")), None);
        assert_eq!(with(offer(201, "")), Some(Parameter::RequestRule));
        assert_eq!(with(offer(200, "La visura.")), Some(Parameter::RequestRule), "of a group");
    }
}
