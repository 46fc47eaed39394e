//! Text modules: what an office often answers, in the language of whoever asked.

use serde::{Deserialize, Serialize};

use super::strangers;
use crate::auth::Role;
use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::{ModuleId, RequestId};
use crate::lang::Lang;
use crate::offices::OfficeCode;
use crate::requests::is_text;
use crate::requests::topics::TopicId;

/// Whoever keeps modules: the head of an office those of the office, an administrator those of all offices.
pub const EDITORS: &[Role] = &[Role::Manager, Role::Administrator];
/// Whoever sees them.
pub const READERS: &[Role] = &[Role::Operator, Role::Manager, Role::Administrator];

/// Most characters of a title and of a law (DESIGN).
const LONGEST_LINE: usize = 200;
/// Most characters of a decision or a next step (DESIGN).
const LONGEST_PROSE: usize = 4_000;
/// Most days until an answer can no longer be contested (DESIGN).
const MOST_DAYS: u16 = 3_660;

/// A module in one language; any part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Words {
    /// By what it is found.
    pub title: String,
    /// What is decided, and why.
    pub decision: String,
    /// By which law or circular.
    pub law: String,
    /// What the customer does next.
    pub next: String,
}

impl Words {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        [&self.title, &self.decision, &self.law, &self.next]
            .into_iter()
            .all(|text| text.trim().is_empty())
    }

    fn parts(&self) -> [(&'static str, &str, usize); 4] {
        [
            ("title", &self.title, LONGEST_LINE),
            ("decision", &self.decision, LONGEST_PROSE),
            ("law", &self.law, LONGEST_LINE),
            ("next", &self.next, LONGEST_PROSE),
        ]
    }
}

/// What a module says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// About what; about anything without.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub topic: Option<TopicId>,
    /// After how many days the answer can no longer be contested.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub days: Option<u16>,
    /// In Italian, which is always there.
    pub it: Words,
    /// In English.
    #[serde(default)]
    pub en: Words,
    /// In German.
    #[serde(default)]
    pub de: Words,
}

impl Content {
    /// In a language, or in Italian where it is not written in that one.
    pub fn words(&self, lang: Lang) -> &Words {
        self.exactly(self.spoken(lang))
    }

    /// The language in which somebody of a language reads it: theirs, or Italian where it is not written in that one.
    pub fn spoken(&self, lang: Lang) -> Lang {
        if self.exactly(lang).is_empty() { Lang::It } else { lang }
    }

    /// In a language, written or not.
    pub const fn exactly(&self, lang: Lang) -> &Words {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
            Lang::De => &self.de,
        }
    }
}

/// What keeps a module from being kept: the field, as `it.title` or `days`, and the reason: `empty`, `too_long`, `characters`,
/// `placeholder` (a word in braces that is none), `unknown` or `too_many`. `is_topic` says whether there is such a topic.
pub fn check(content: &Content, is_topic: impl Fn(TopicId) -> bool) -> Vec<(String, &'static str)> {
    let mut wrong: Vec<(String, &'static str)> = Vec::new();
    if !content.topic.is_none_or(is_topic) {
        wrong.push(("topic".to_owned(), "unknown"));
    }
    if content.days.is_some_and(|days| !(1..=MOST_DAYS).contains(&days)) {
        wrong.push(("days".to_owned(), "too_many"));
    }
    for lang in Lang::ALL {
        let words = content.exactly(lang);
        if words.is_empty() && lang != Lang::It {
            continue;
        }
        let field = |part: &str| [lang.code(), ".", part].concat();
        if words.title.trim().is_empty() {
            wrong.push((field("title"), "empty"));
        }
        if [&words.decision, &words.law, &words.next].iter().all(|text| text.trim().is_empty()) {
            wrong.push((field("decision"), "empty"));
        }
        for (part, text, longest) in words.parts() {
            if text.chars().count() > longest {
                wrong.push((field(part), "too_long"));
            } else if !is_text(text) {
                wrong.push((field(part), "characters"));
            } else if !strangers(text).is_empty() {
                wrong.push((field(part), "placeholder"));
            }
        }
    }
    wrong
}

/// A text module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Module {
    /// Which.
    pub id: ModuleId,
    /// Grows with every change; 0 as the program came with it.
    pub version: u64,
    /// Whose; of all offices without.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office: Option<OfficeCode>,
    /// Whether the caller may change it.
    pub editable: bool,
    /// When it was changed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at: Option<Instant>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// What it says.
    pub content: Content,
}

/// The modules of the caller's office and of all offices: by topic, those about anything last.
///
/// Faults: `not_found` for a request that is not with the caller's office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Modules {
    /// Only what fits this request.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub request: Option<RequestId>,
}

/// Modules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ModuleList {
    /// The language of whoever asked, where it is for a request.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
    /// The modules.
    pub items: Vec<Module>,
}

impl Endpoint for Modules {
    const SPEC: Spec = Spec {
        name: "desk.modules",
        summary: "Text modules: all, or those that fit a request, with the language of whoever asked.",
        method: Method::Get,
        path: "/api/v1/desk/modules",
        access: Access::Roles(READERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = ModuleList;
}

/// Keeps a module: a new one, or in place of the version it was changed from.
///
/// Faults: `not_found` for one that is not there or another office's; `forbidden` for the head of an office who would change what is for
/// all; `conflict` with the version now; `invalid` with what [`check`] finds, and on `module`: `too_many`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveModule {
    /// Which; a new one without.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub module: Option<ModuleId>,
    /// The version it was changed from; 0 for a new one.
    #[serde(default)]
    pub version: u64,
    /// What it says.
    pub content: Content,
}

impl Endpoint for SaveModule {
    const SPEC: Spec = Spec {
        name: "desk.module_save",
        summary: "Keeps a text module: of the office by its head, of all offices by an administrator.",
        method: Method::Post,
        path: "/api/v1/desk/modules",
        access: Access::Roles(EDITORS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Module;
}

/// Retires a module: it is offered no more. Answers that were made of it stay as they are.
///
/// Faults: as those of [`SaveModule`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetireModule {
    /// Which.
    #[serde(skip)]
    pub module: ModuleId,
    /// The version that was seen.
    #[serde(default)]
    pub version: u64,
}

impl Endpoint for RetireModule {
    const SPEC: Spec = Spec {
        name: "desk.module_retire",
        summary: "Retires a text module.",
        method: Method::Delete,
        path: "/api/v1/desk/modules/{module}",
        access: Access::Roles(EDITORS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Query,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.module.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [module] = values else { return None };
        Some(Self { module: module.parse().ok()?, ..self })
    }
}
