//! Whether what is put in place of a subject fits what others say.

use std::fmt::Display;

use serde::de::DeserializeOwned;
use shared::calendar::Day;
use shared::fault::Fault;
use shared::offices::{OfficeCode, OfficeParameters};
use shared::parameters::{Set, Subject};
use shared::requests::topics::{Catalogue, Known, Topic, Unit};
use shared::requests::{Offer, RequestParameters, Rule};

use super::read::offices;

/// Refuses rules of an office that there is not, and to take an office away that is open, or that a rule names: it is closed by saying which
/// one takes over. Refuses topics and rules of a unit that there is not, to take one away, and to withdraw one that something is given to.
///
/// # Errors
/// [`Fault::Invalid`] with the office or unit, and `unknown`, `open` or `named`; `gone` of a unit that is to be withdrawn instead, and what
/// names one that cannot be: `topic 201`, `office 7010` or `rule`.
pub(super) fn check(
    (set, known): (&Set, &Known),
    subject: Subject,
    json: Option<&str>,
    today: Day,
) -> Result<(), Fault> {
    let text = json.unwrap_or(subject.shipped());
    match subject {
        Subject::Offices => {
            let next = offices(text).map_err(|error| unread(&error))?;
            let is_gone = |office: &OfficeCode| !next.is_there(*office, today);
            refuse(set.offices.begun(today).find(is_gone), "open")?;
            refuse(set.requests.offices().find(|office| !next.knows(*office)), "named")?;
            units((set, known), &next, today)
        }
        Subject::Requests => {
            let next: RequestParameters = read(text)?;
            refuse(next.offices().find(|office| !set.offices.knows(*office)), "unknown")?;
            let mut named = next.offers.iter().filter_map(|rule| given(rule, today));
            refuse(named.find(|unit| !set.offices.offers(*unit)), "unknown")
        }
        Subject::Topics => {
            let next: Catalogue = read(text)?;
            let is_stray = |topic: &&Topic| match topic.withdrawn {
                true => set.offices.unit(topic.unit).is_none(),
                false => !set.offices.offers(topic.unit),
            };
            refuse(next.topics().find(is_stray).map(|topic| topic.unit), "unknown")
        }
        _ => Ok(()),
    }
}

/// Refuses to take a unit away, and to withdraw one that a topic, an office or a rule gives something to.
fn units((set, known): (&Set, &Known), next: &OfficeParameters, today: Day) -> Result<(), Fault> {
    let mut before = set.offices.units.iter().map(|one| one.unit);
    refuse(before.find(|unit| next.unit(*unit).is_none()), "gone")?;
    for unit in next.units.iter().filter(|one| one.withdrawn).map(|one| one.unit) {
        let mut open = known.all().map(|(_, topic)| topic).filter(|topic| !topic.withdrawn);
        if let Some(topic) = open.find(|topic| topic.unit == unit) {
            return refuse(Some(unit), &format!("topic {}", topic.id.0));
        }
        if let Some(office) = next.naming(unit, today) {
            return refuse(Some(unit), &format!("office {office}"));
        }
        let mut offers = set.requests.offers.iter().filter_map(|rule| given(rule, today));
        refuse(offers.find(|given| *given == unit), "rule")?;
    }
    Ok(())
}

/// The unit that a rule gives a topic to, on a day or later.
fn given(rule: &Rule<Offer>, today: Day) -> Option<Unit> {
    rule.value.unit.filter(|_| rule.until.is_none_or(|until| today <= until))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| unread(&error))
}

fn unread(error: &serde_json::Error) -> Fault {
    Fault::field("json", &error.to_string())
}

fn refuse(what: Option<impl Display>, reason: &str) -> Result<(), Fault> {
    match what {
        None => Ok(()),
        Some(what) => Err(Fault::field("json", &format!("{what}: {reason}"))),
    }
}
