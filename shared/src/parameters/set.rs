//! All parameters together, as they are shipped, kept, sent and reckoned with.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::durc::DurcParameters;
use crate::notices::NoticeParameters;
use crate::offices::OfficeParameters;
use crate::requests::RequestParameters;
use crate::sections::{Phrase, phrase};
use crate::{
    durc, instalments, interest, notices, notifications, offices, rates, requests, sanctions, terms,
};

/// The version of the parameters as shipped, to be read as [`Version`].
pub const SHIPPED_VERSION: &str = include_str!("../../parameters/version.json");

/// Which values one reckons with: shown beside every result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Version {
    /// The day of the latest change.
    pub day: Day,
    /// How many changes there were, those that came with the program included.
    pub number: u64,
}

/// A file of parameters: replaced as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Components of the employees' rates, and what the CA do to them.
    Rates,
    /// Figures published each year: floors, ceilings, gestione separata, artisans and merchants.
    Yearly,
    /// The TUR and the legal rate.
    Interest,
    /// The regimes of civil sanctions.
    Sanctions,
    /// The rules of instalments.
    Instalments,
    /// Terms, years and thresholds.
    Terms,
    /// Terms and thresholds of rectification notices.
    Notices,
    /// Terms and thresholds of the DURC.
    Durc,
    /// How soon requests are answered.
    Requests,
    /// What requests can be about. No value to reckon with: they are no part of a [`Set`], and whoever needs them asks the server.
    Topics,
    /// What offices are called, where they are, and which have taken over.
    Offices,
    /// What people are told of an event in other words than the program's. They are no part of a [`Set`] either.
    Messages,
}

impl Subject {
    /// Every subject.
    pub const ALL: [Self; 12] = [
        Self::Rates,
        Self::Yearly,
        Self::Interest,
        Self::Sanctions,
        Self::Instalments,
        Self::Terms,
        Self::Notices,
        Self::Durc,
        Self::Requests,
        Self::Topics,
        Self::Offices,
        Self::Messages,
    ];

    /// Its name in addresses, and that of its file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rates => "rates",
            Self::Yearly => "yearly",
            Self::Interest => "interest",
            Self::Sanctions => "sanctions",
            Self::Instalments => "instalments",
            Self::Terms => "terms",
            Self::Notices => "notices",
            Self::Durc => "durc",
            Self::Requests => "requests",
            Self::Topics => "topics",
            Self::Offices => "offices",
            Self::Messages => "messages",
        }
    }

    /// What people call it.
    pub const fn title(self) -> Phrase {
        match self {
            Self::Rates => {
                phrase("Aliquote dei dipendenti", "Rates of employees", "Sätze der Beschäftigten")
            }
            Self::Yearly => phrase("Valori annuali", "Yearly figures", "Jahreswerte"),
            Self::Interest => phrase(
                "Tassi (TUR e legale)",
                "Rates of interest (TUR and legal)",
                "Zinssätze (TUR und gesetzlich)",
            ),
            Self::Sanctions => phrase("Sanzioni civili", "Civil sanctions", "Zivilstrafen"),
            Self::Instalments => phrase("Rateazioni", "Instalments", "Ratenzahlung"),
            Self::Terms => {
                phrase("Termini e soglie", "Terms and thresholds", "Fristen und Schwellen")
            }
            Self::Notices => {
                phrase("Note di rettifica", "Rectification notices", "Berichtigungsmitteilungen")
            }
            Self::Durc => phrase("DURC", "DURC", "DURC"),
            Self::Requests => {
                phrase("Richieste alla sede", "Requests to the office", "Anfragen an die Stelle")
            }
            Self::Topics => {
                phrase("Argomenti delle richieste", "Topics of requests", "Themen der Anfragen")
            }
            Self::Offices => phrase("Sedi", "Offices", "Stellen"),
            Self::Messages => {
                phrase("Testi degli avvisi", "Texts of notifications", "Texte der Mitteilungen")
            }
        }
    }

    /// The subject of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.name() == name)
    }

    /// Its file as shipped.
    pub const fn shipped(self) -> &'static str {
        match self {
            Self::Rates => rates::SHIPPED_RATES,
            Self::Yearly => rates::SHIPPED_YEARLY,
            Self::Interest => interest::SHIPPED,
            Self::Sanctions => sanctions::SHIPPED,
            Self::Instalments => instalments::SHIPPED,
            Self::Terms => terms::SHIPPED,
            Self::Notices => notices::SHIPPED,
            Self::Durc => durc::SHIPPED,
            Self::Requests => requests::SHIPPED,
            Self::Topics => requests::topics::SHIPPED,
            Self::Offices => offices::SHIPPED,
            Self::Messages => notifications::SHIPPED,
        }
    }
}

/// A subject that an administrator has replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Replaced {
    /// Which.
    pub subject: Subject,
    /// When, the last time.
    pub at: Instant,
    /// Whether this program cannot read what it was replaced with, so that what it came with is in force.
    #[serde(default)]
    pub unread: bool,
}

/// The values of all subjects. On the wire one object with the version and each subject under its name, which is also how the web app is
/// given the shipped ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(from = "Files", into = "Files")]
pub struct Set {
    /// Which they are.
    pub version: Version,
    /// The subjects that are not as shipped.
    pub replaced: Vec<Replaced>,
    /// Rates and yearly figures.
    pub contributions: rates::Parameters,
    /// The TUR and the legal rate.
    pub interest: interest::Parameters,
    /// The regimes of civil sanctions.
    pub sanctions: sanctions::Parameters,
    /// The rules of instalments.
    pub instalments: instalments::Parameters,
    /// Terms, years and thresholds.
    pub terms: terms::Parameters,
    /// Of rectification notices.
    pub notices: NoticeParameters,
    /// Of the DURC.
    pub durc: DurcParameters,
    /// Of requests.
    pub requests: RequestParameters,
    /// Of offices.
    pub offices: OfficeParameters,
}

/// The same, subject by subject. What a newer server adds is not looked at.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
struct Files {
    version: Version,
    #[serde(default)]
    replaced: Vec<Replaced>,
    rates: rates::Table,
    yearly: rates::Yearly,
    interest: interest::Parameters,
    sanctions: sanctions::Parameters,
    instalments: instalments::Parameters,
    terms: terms::Parameters,
    notices: NoticeParameters,
    durc: DurcParameters,
    requests: RequestParameters,
    /// A set that was kept before there was this says nothing.
    #[serde(default)]
    offices: OfficeParameters,
}

#[cfg(test)]
impl Set {
    /// As shipped.
    pub(crate) fn shipped() -> Self {
        let file = |subject: Subject| format!(",\"{}\":{}", subject.name(), subject.shipped());
        let files: String = Subject::ALL.into_iter().map(file).collect();
        serde_json::from_str(&format!("{{\"version\":{SHIPPED_VERSION}{files}}}")).unwrap()
    }
}

impl From<Files> for Set {
    fn from(files: Files) -> Self {
        Self {
            version: files.version,
            replaced: files.replaced,
            contributions: rates::Parameters { rates: files.rates, yearly: files.yearly },
            interest: files.interest,
            sanctions: files.sanctions,
            instalments: files.instalments,
            terms: files.terms,
            notices: files.notices,
            durc: files.durc,
            requests: files.requests,
            offices: files.offices,
        }
    }
}

impl From<Set> for Files {
    fn from(set: Set) -> Self {
        Self {
            version: set.version,
            replaced: set.replaced,
            rates: set.contributions.rates,
            yearly: set.contributions.yearly,
            interest: set.interest,
            sanctions: set.sanctions,
            instalments: set.instalments,
            terms: set.terms,
            notices: set.notices,
            durc: set.durc,
            requests: set.requests,
            offices: set.offices,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_value_rests_on_is_said_in_italian() {
        let english = ["of", "and", "the", "is", "as", "by", "for", "from", "no", "not", "to"];
        for subject in Subject::ALL {
            for said in subject.shipped().split("\"source\"").skip(1) {
                let source = said.split('"').nth(1).unwrap();
                let mut words = source.split_whitespace();
                let found = words.find(|word| english.contains(word));
                assert_eq!(found, None, "{}: {source}", subject.name());
            }
        }
    }

    #[test]
    fn the_shipped_files_make_a_set_that_travels_as_it_is() {
        for subject in Subject::ALL {
            assert_eq!(Subject::of(subject.name()), Some(subject));
            let wire = serde_json::to_string(&subject).unwrap();
            assert_eq!(wire, format!("{:?}", subject.name()));
        }
        let set = Set::shipped();
        assert_eq!(set.replaced, []);
        let wire = serde_json::to_string(&set).unwrap();
        assert_eq!(serde_json::from_str::<Set>(&wire).unwrap(), set);
        assert_eq!(Subject::of("holidays"), None);
    }

    #[test]
    fn a_later_day_is_a_later_version() {
        let version = |day: &str, number| Version { day: Day::parse(day).unwrap(), number };
        assert!(version("2026-11-28", 9) < version("2026-12-01", 2));
        assert!(version("2026-12-01", 2) < version("2026-12-01", 3));
    }
}
