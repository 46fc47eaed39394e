//! Whether what is put in place of a subject fits what others say.

use serde::de::DeserializeOwned;
use shared::calendar::Day;
use shared::fault::Fault;
use shared::offices::{OfficeCode, OfficeParameters};
use shared::parameters::{Set, Subject};
use shared::requests::RequestParameters;

/// Refuses rules of an office that there is not, and to take an office away that is open, or that a rule names: it is closed by saying which
/// one takes over.
///
/// # Errors
/// [`Fault::Invalid`] with the office, and `unknown`, `open` or `named`.
pub(super) fn check(
    set: &Set,
    subject: Subject,
    json: Option<&str>,
    today: Day,
) -> Result<(), Fault> {
    let text = json.unwrap_or(subject.shipped());
    match subject {
        Subject::Offices => {
            let next: OfficeParameters = read(text)?;
            let is_gone = |office: &OfficeCode| !next.is_there(*office, today);
            refuse(set.offices.begun(today).find(is_gone), "open")?;
            refuse(set.requests.offices().find(|office| !next.knows(*office)), "named")
        }
        Subject::Requests => {
            let next: RequestParameters = read(text)?;
            refuse(next.offices().find(|office| !set.offices.knows(*office)), "unknown")
        }
        _ => Ok(()),
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| Fault::field("json", &error.to_string()))
}

fn refuse(office: Option<OfficeCode>, reason: &str) -> Result<(), Fault> {
    match office {
        None => Ok(()),
        Some(office) => Err(Fault::field("json", &format!("{office}: {reason}"))),
    }
}
