//! JSON as files have it: objects that know where they stand, and what the parser's errors mean.

use shared::intake::{Issue, IssueCode};

use shared::intake::findings::Place;

/// An object as text, and where it begins.
#[derive(Debug)]
pub struct Element {
    /// Where it begins.
    pub place: Place,
    /// From its opening to its closing brace.
    pub text: String,
}

impl Element {
    /// Where a part of the object stands: the distance of its bytes from the object's. A copy of a part has no place; then the object's.
    pub fn place_of(&self, part: &str) -> Place {
        let offset = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        let before = offset.and_then(|offset| self.text.get(..offset));
        before.map_or(self.place, |before| self.place.after(before.as_bytes()))
    }
}

/// What an error of the JSON parser means; its message tells unknown and missing fields.
pub fn issue_of(element: &Element, error: &serde_json::Error) -> Issue {
    let place = place_of(element, error);
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let quoted = message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("missing field") {
        place.expected(IssueCode::Missing, quoted)
    } else if message.starts_with("unknown field") {
        place.found(IssueCode::Unknown, quoted)
    } else if message.starts_with("duplicate field") {
        place.found(IssueCode::Twice, quoted)
    } else {
        place.found(IssueCode::NotWellFormed, message)
    }
}

/// The place in the file of an error within an object.
fn place_of(element: &Element, error: &serde_json::Error) -> Place {
    let lines = error.line().saturating_sub(1);
    let start: usize = element.text.split_inclusive('\n').take(lines).map(str::len).sum();
    let end = start.saturating_add(error.column().saturating_sub(1)).min(element.text.len());
    element.place.after(element.text.as_bytes().get(..end).unwrap_or_default())
}
