//! From texts to parameters, and what is wrong with a text.

use std::sync::{Arc, LazyLock};

use serde::de::{DeserializeOwned, Error};
use shared::durc::DurcParameters;
use shared::fault::Fault;
use shared::notices::NoticeParameters;
use shared::notifications::Messages;
use shared::offices::OfficeParameters;
use shared::parameters::{Parameter, Replaced, SHIPPED_VERSION, Set, Subject, Version};
use shared::requests::RequestParameters;
use shared::requests::topics::{Catalogue, Known};
use shared::{instalments, interest, rates, sanctions, terms};

/// The parameters as the program came with them; none if its files cannot be read, which a test rules out.
pub fn shipped() -> Option<&'static Arc<Set>> {
    static SHIPPED: LazyLock<Option<Arc<Set>>> = LazyLock::new(|| {
        let version = serde_json::from_str(SHIPPED_VERSION).ok()?;
        set(version, Vec::new(), |_| None).ok().map(Arc::new)
    });
    SHIPPED.as_ref()
}

/// The topics as the program came with them; none if the file cannot be read, which a test rules out.
pub(super) fn shipped_topics() -> Option<&'static Arc<Known>> {
    static SHIPPED: LazyLock<Option<Arc<Known>>> = LazyLock::new(|| {
        let text = catalogue(Subject::Topics.shipped()).ok()?;
        Some(Arc::new(Known::new(text, [])))
    });
    SHIPPED.as_ref()
}

/// The topics of a text.
pub(super) fn catalogue(text: &str) -> serde_json::Result<Catalogue> {
    let read: Catalogue = serde_json::from_str(text)?;
    match read.unsound() {
        None => Ok(read),
        Some((place, reason)) => Err(Error::custom(format_args!("{place}: {reason}"))),
    }
}

/// The messages of a text.
pub(super) fn messages(text: &str) -> serde_json::Result<Messages> {
    let read: Messages = serde_json::from_str(text)?;
    match read.unsound() {
        None => Ok(read),
        Some((place, reason)) => Err(Error::custom(format_args!("{place}: {reason}"))),
    }
}

/// What a text says of offices.
pub(super) fn offices(text: &str) -> serde_json::Result<OfficeParameters> {
    let read: OfficeParameters = serde_json::from_str(text)?;
    sound(read.unsound())?;
    Ok(read.or_units_of(serde_json::from_str(Subject::Offices.shipped())?))
}

/// The set of these texts; of a subject without one, as shipped.
pub(super) fn set<'a>(
    version: Version,
    replaced: Vec<Replaced>,
    text: impl Fn(Subject) -> Option<&'a str>,
) -> serde_json::Result<Set> {
    fn read<'a, T: DeserializeOwned>(
        subject: Subject,
        text: impl Fn(Subject) -> Option<&'a str>,
    ) -> serde_json::Result<T> {
        serde_json::from_str(text(subject).unwrap_or(subject.shipped()))
    }
    fn shipped<T: DeserializeOwned>(subject: Subject) -> serde_json::Result<T> {
        serde_json::from_str(subject.shipped())
    }
    // A text from before something was a parameter does not say that there was none.
    let mut terms: terms::Parameters = read(Subject::Terms, &text)?;
    let as_shipped = || shipped::<terms::Parameters>(Subject::Terms);
    terms.suspensions.or_of(|| Ok(as_shipped()?.suspensions))?;
    let mut sanctions: sanctions::Parameters = read(Subject::Sanctions, &text)?;
    let as_shipped = || shipped::<sanctions::Parameters>(Subject::Sanctions);
    sanctions.policy.or_of(|| Ok(as_shipped()?.policy))?;
    let mut notices: NoticeParameters = read(Subject::Notices, &text)?;
    let as_shipped = || shipped::<NoticeParameters>(Subject::Notices);
    notices.section_tolerance.or_of(|| Ok(as_shipped()?.section_tolerance))?;
    let mut instalments: instalments::Parameters = read(Subject::Instalments, &text)?;
    let as_shipped = || shipped::<instalments::Parameters>(Subject::Instalments);
    instalments.attribution.or_of(|| Ok(as_shipped()?.attribution))?;
    Ok(Set {
        version,
        replaced,
        contributions: rates::Parameters {
            rates: read::<rates::Table>(Subject::Rates, &text)?
                .or_renewals_of(|| shipped(Subject::Rates))?,
            yearly: read::<rates::Yearly>(Subject::Yearly, &text)?
                .or_months_of(|| shipped(Subject::Yearly))?,
        },
        interest: read(Subject::Interest, &text)?,
        sanctions,
        instalments,
        terms,
        notices,
        durc: read(Subject::Durc, &text)?,
        requests: read(Subject::Requests, &text)?,
        offices: offices(text(Subject::Offices).unwrap_or(Subject::Offices.shipped()))?,
    })
}

/// Whether a text is a subject.
///
/// # Errors
/// [`Fault::Invalid`] with the place and what the reader expected there.
pub(super) fn check(subject: Subject, text: &str) -> Result<(), Fault> {
    let read = match subject {
        Subject::Rates => serde_json::from_str::<rates::Table>(text).map(drop),
        Subject::Yearly => serde_json::from_str::<rates::Yearly>(text).map(drop),
        Subject::Interest => serde_json::from_str::<interest::Parameters>(text).map(drop),
        Subject::Sanctions => serde_json::from_str::<sanctions::Parameters>(text).map(drop),
        Subject::Instalments => serde_json::from_str::<instalments::Parameters>(text).map(drop),
        Subject::Terms => serde_json::from_str::<terms::Parameters>(text).map(drop),
        Subject::Notices => {
            serde_json::from_str(text).and_then(|read: NoticeParameters| sound(read.unsound()))
        }
        Subject::Requests => {
            serde_json::from_str(text).and_then(|read: RequestParameters| sound(read.unsound()))
        }
        Subject::Offices => offices(text).map(drop),
        Subject::Durc => {
            serde_json::from_str(text).and_then(|read: DurcParameters| sound(read.unsound()))
        }
        Subject::Topics => catalogue(text).map(drop),
        Subject::Messages => messages(text).map(drop),
    };
    read.map_err(|error| {
        let place = [" at line ", &error.line().to_string()].concat();
        let told = error.to_string();
        let reason = told.split_once(&place).map_or(told.as_str(), |(reason, _)| reason);
        match error.line() {
            0 => Fault::field("json", reason),
            line => Fault::field(&format!("json:{line}:{}", error.column()), reason),
        }
    })
}

/// Nothing, unless a parameter has a value that cannot be.
fn sound(unsound: Option<Parameter>) -> serde_json::Result<()> {
    match unsound {
        None => Ok(()),
        Some(parameter) => {
            Err(Error::custom(format_args!("{parameter:?} has a value that cannot be")))
        }
    }
}
