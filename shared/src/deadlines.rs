//! Deadlines: F24 and UniEmens terms month by month, the ends of delegations and of DURC documents, the terms of records: those that they
//! say, and those that a law counts from the day something was notified; fixed instalments of the self-employed, requests that a law lets a
//! company make once a year, the day a debt is time-barred; as a list, and as a private calendar feed (C9).

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant, Month};
use crate::changes::Subject;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::evidence::Term;
use crate::export::{File, Format};
use crate::ids::CompanyId;
use crate::lang::Lang;
use crate::money::Euro;
use crate::page::{Cursor, Page};
use crate::practice::ROLES;
use crate::sections::{Phrase, by_number, phrase};

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Payment by F24: its day, and until when what is late costs less.
    F24,
    /// Transmission of UniEmens.
    Uniemens,
    /// The delegation by which one acts ends.
    Delegation,
    /// A record of a section has a term.
    Record,
    /// A DURC document runs out.
    Durc,
    /// A fixed instalment of artisans, merchants or farmers.
    Instalment,
    /// To ask that contributions be deferred for the company's holidays.
    Deferral,
    /// To ask for the reduction of the construction trade.
    Construction,
    /// A debt can no longer be claimed.
    Prescription,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 9] = [
        Kind::F24,
        Kind::Uniemens,
        Kind::Delegation,
        Kind::Record,
        Kind::Durc,
        Kind::Instalment,
        Kind::Deferral,
        Kind::Construction,
        Kind::Prescription,
    ];

    /// What is due, in words.
    pub const fn words(self) -> Phrase {
        match self {
            Kind::F24 => phrase("Versamento F24", "F24 payment", "F24-Zahlung"),
            Kind::Uniemens => {
                phrase("Invio UniEmens", "UniEmens transmission", "UniEmens-Übermittlung")
            }
            Kind::Delegation => {
                phrase("Fine della delega", "End of delegation", "Ende der Vollmacht")
            }
            Kind::Record => {
                phrase("Termine di un atto", "Term of a record", "Frist eines Vorgangs")
            }
            Kind::Durc => phrase("Scadenza del DURC", "End of the DURC", "Ende des DURC"),
            Kind::Instalment => phrase(
                "Rata dei lavoratori autonomi",
                "Instalment of the self-employed",
                "Rate der Selbstständigen",
            ),
            Kind::Deferral => phrase(
                "Differimento per ferie collettive",
                "Deferral for company holidays",
                "Aufschub wegen Betriebsferien",
            ),
            Kind::Construction => phrase(
                "Riduzione contributiva in edilizia",
                "Construction relief",
                "Beitragsermäßigung im Bau",
            ),
            Kind::Prescription => phrase("Prescrizione", "Time-bar", "Verjährung"),
        }
    }

    /// What the day is the last one for, where the kind says it.
    pub const fn purpose(self) -> Option<Phrase> {
        Some(match self {
            Kind::Instalment => {
                phrase("Pagare la rata fissa", "Pay the fixed instalment", "Die feste Rate zahlen")
            }
            Kind::Deferral => phrase(
                "Chiedere di pagare più tardi, se l'azienda chiude per ferie",
                "Ask to pay later, if the company closes for holidays",
                "Späteres Zahlen beantragen, falls der Betrieb Ferien macht",
            ),
            Kind::Construction => phrase(
                "Chiedere la riduzione per gli operai",
                "Ask for the reduction for workmen",
                "Die Ermäßigung für Arbeiter beantragen",
            ),
            Kind::Prescription => phrase(
                "Dopo, secondo gli archivi, non si può più chiedere",
                "Afterwards, by the archives, it cannot be claimed",
                "Danach kann sie laut den Archiven nicht mehr verlangt werden",
            ),
            Kind::F24 | Kind::Uniemens | Kind::Delegation | Kind::Record | Kind::Durc => {
                return None;
            }
        })
    }
}

/// How a deadline stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Its day has passed and it is not done.
    Overdue,
    /// Today.
    Today,
    /// In the next seven days.
    Week,
    /// In the next thirty days.
    Month,
    /// Later.
    Later,
    /// Declared, paid, closed.
    Done,
}

impl State {
    /// Every state, the most pressing first.
    pub const ALL: [State; 6] =
        [State::Overdue, State::Today, State::Week, State::Month, State::Later, State::Done];

    /// How something due on a day stands.
    pub fn of(day: Day, done: bool, today: Day) -> Self {
        match day.days_since(today) {
            _ if done => State::Done,
            ..0 => State::Overdue,
            0 => State::Today,
            1..=7 => State::Week,
            8..=30 => State::Month,
            _ => State::Later,
        }
    }
}

/// A deadline of a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DeadlineRow {
    /// Whose.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// What is due.
    pub kind: Kind,
    /// When.
    pub day: Day,
    /// What the day is the last one for, where its kind does not say it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub term: Option<Term>,
    /// The law or circular that counts it, where it is counted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub source: Option<String>,
    /// How it stands.
    pub state: State,
    /// Month of competence of an F24 or UniEmens.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub month: Option<Month>,
    /// What is to be paid, where that is known and not done.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub amount: Option<Euro>,
    /// The record it comes from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub subject: Option<Subject>,
    /// What that is called, in no language.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
}

impl DeadlineRow {
    /// What is due, in words: of a term of a record, the archive that it stands in.
    pub fn what(&self) -> Phrase {
        let record = self.subject.as_ref().filter(|_| self.kind == Kind::Record);
        let section = record.and_then(|subject| by_number(subject.section));
        section.map_or_else(|| self.kind.words(), |section| section.words.title)
    }

    /// What the day is the last one for.
    pub fn purpose(&self) -> Option<Phrase> {
        self.term.map(Term::words).or_else(|| self.kind.purpose())
    }
}

/// Which deadlines: of one company or of all, of what kind, in what state, between which days.
///
/// Without `from` it begins a year ago, without `to` it ends 92 days from today; what is further than a year before and 400 days after
/// today is not known. What is done and past is left out unless `state` asks for it. What is open comes first, by day, and so state by
/// state; what is done comes behind it, the latest day first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Only of this company; one that is not the caller's is not found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// Only of this kind.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub kind: Option<Kind>,
    /// Only in this state.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub state: Option<State>,
    /// From this day on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// Up to this day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<Day>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "deadlines.list",
        summary: "Deadlines of one company or of all the caller works for, the open ones by day (C9).",
        method: Method::Get,
        path: "/api/v1/deadlines",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<DeadlineRow>;
}

/// The deadlines of [`List`], as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Only of this company; one that is not the caller's is not found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// Only of this kind.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub kind: Option<Kind>,
    /// Only in this state.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub state: Option<State>,
    /// From this day on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// Up to this day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<Day>,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "deadlines.export",
        summary: "Deadlines of one company or of all the caller works for, as a file.",
        method: Method::Get,
        path: "/api/v1/export/deadlines",
        access: Access::Roles(ROLES),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// How many deadlines a day has: what a calendar and the heads of a board show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DaySum {
    /// The day.
    pub day: Day,
    /// What is due.
    pub kind: Kind,
    /// How many are not done.
    pub open: u32,
    /// How many are done.
    pub done: u32,
}

/// The deadlines of [`List`] counted by day and kind, the done ones included, by day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Days {
    /// Only of this company; one that is not the caller's is not found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// From this day on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// Up to this day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<Day>,
}

impl Endpoint for Days {
    const SPEC: Spec = Spec {
        name: "deadlines.days",
        summary: "How many deadlines each day has.",
        method: Method::Get,
        path: "/api/v1/deadlines/days",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Vec<DaySum>;
}

/// The caller's calendar feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FeedState {
    /// Since when there is one; none if there is none.
    pub since: Option<Instant>,
}

/// Whether the caller has a calendar feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MyFeed {}

impl Endpoint for MyFeed {
    const SPEC: Spec = Spec {
        name: "deadlines.feed_state",
        summary: "Whether the caller has a calendar feed; its address is shown only when it is made.",
        method: Method::Get,
        path: "/api/v1/deadlines/feed",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = FeedState;
}

/// A calendar feed just made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct NewFeed {
    /// Its path on this server, with its secret: shown this once.
    pub path: String,
}

/// Makes the caller's calendar feed; one made before is dead at once. As with a session, its secret is kept nowhere, so this is not a
/// write that could be answered again: repeating it makes another secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpenFeed {}

impl Endpoint for OpenFeed {
    const SPEC: Spec = Spec {
        name: "deadlines.feed_open",
        summary: "Makes the caller's calendar feed, in place of one made before.",
        method: Method::Post,
        path: "/api/v1/deadlines/feed",
        access: Access::Roles(ROLES),
        effect: Effect::Session,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = NewFeed;
}

/// Ends the caller's calendar feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CloseFeed {}

impl Endpoint for CloseFeed {
    const SPEC: Spec = Spec {
        name: "deadlines.feed_close",
        summary: "Ends the caller's calendar feed.",
        method: Method::Delete,
        path: "/api/v1/deadlines/feed",
        access: Access::Roles(ROLES),
        effect: Effect::Session,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();
}

/// In place of a reply: the answer is a calendar, `text/calendar` (RFC 5545).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Calendar {}

/// What whoever made the feed has to do, as a calendar: from a month ago to six months ahead, of the companies they work for today. A
/// secret that is none, or was revoked, is not found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feed {
    /// The secret, with `.ics` behind it or without.
    #[serde(skip)]
    pub secret: String,
}

impl Endpoint for Feed {
    const SPEC: Spec = Spec {
        name: "deadlines.feed",
        summary: "A private calendar of deadlines, by its secret address.",
        method: Method::Get,
        path: "/api/v1/feeds/{secret}",
        access: Access::Public,
        effect: Effect::Read,
        rate: RateClass::Feed,
        payload: Payload::Query,
    };
    type Reply = Calendar;

    fn segments(&self) -> Vec<String> {
        vec![self.secret.clone()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [secret] = values else { return None };
        let secret = secret.strip_suffix(".ics").unwrap_or(secret);
        let is_one = secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_one.then(|| Self { secret: secret.to_owned() })
    }
}
