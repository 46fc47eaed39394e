//! What is asked for all of them, and what becomes of it for each.

use serde::{Deserialize, Serialize};

use crate::desk::past_stop;
use crate::ids::CompanyId;
use crate::requests::topics::TopicId;
use crate::requests::{self, Draft};

/// Stands for the name of the company.
pub const COMPANY: &str = "{company}";
/// Stands for its position.
pub const MATRICOLA: &str = "{matricola}";

/// What is asked: whatever there is of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// About what.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub topic: Option<TopicId>,
    /// In a few words; may have placeholders.
    #[serde(default)]
    pub subject: String,
    /// What is asked; may have placeholders.
    #[serde(default)]
    pub text: String,
}

impl Content {
    /// The request about one company.
    pub fn draft(&self, company: CompanyId, name: &str, matricola: Option<&str>) -> Draft {
        Draft {
            company: Some(company),
            matricola: matricola.map(str::to_owned),
            topic: self.topic,
            subject: filled(&self.subject, name, matricola),
            text: filled(&self.text, name, matricola),
            ..Draft::default()
        }
    }
}

/// A text with what its placeholders stand for. What a name itself says is no placeholder.
pub fn filled(text: &str, name: &str, matricola: Option<&str>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, after) = rest.split_at(at);
        filled.push_str(before);
        let known = [(COMPANY, name), (MATRICOLA, matricola.unwrap_or_default())];
        match known.into_iter().find(|(placeholder, _)| after.starts_with(placeholder)) {
            Some((placeholder, said)) => {
                filled.push_str(said);
                rest = past_stop(said, &after[placeholder.len()..]);
            }
            None => {
                filled.push('{');
                rest = &after[1..];
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// What keeps it from being sent to anybody, as fields and reasons of a fault: those of a request, and on `subject` and `text` `placeholder`
/// for a word in braces that stands for nothing. `known` says whether there is such a topic.
pub fn check(
    content: &Content,
    known: impl Fn(TopicId) -> bool,
) -> Vec<(&'static str, &'static str)> {
    // For a company with a short name: whether it fits for each is seen with each.
    let draft = content.draft(CompanyId::default(), "-", Some("-"));
    let mut problems: Vec<_> =
        requests::check(&draft, known).iter().map(|problem| problem.field()).collect();
    let fields = [("subject", &content.subject), ("text", &content.text)];
    let wrong = fields.into_iter().filter(|(_, text)| has_unknown(text));
    problems.extend(wrong.map(|(field, _)| (field, "placeholder")));
    problems
}

/// Whether a word in braces stands for nothing.
fn has_unknown(text: &str) -> bool {
    text.match_indices('{').any(|(at, _)| {
        let rest = &text[at..];
        let word = rest.find('}').map(|end| &rest[1..end]);
        let is_word = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
        word.is_some_and(is_word) && !rest.starts_with(COMPANY) && !rest.starts_with(MATRICOLA)
    })
}

/// The tax codes of a list that somebody pastes: one a line, or apart by blanks, commas, semicolons; each once, in their order.
pub fn codes(pasted: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for word in pasted.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')) {
        let code = word.trim().to_uppercase();
        if !code.is_empty() && known.insert(code.clone()) {
            codes.push(code);
        }
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_stand_for_the_company_and_nothing_else_does() {
        let text = "Per {company} ({matricola}): {altro} { {company";
        let said = filled(text, "Bar {matricola}", Some("7012345763"));
        assert_eq!(said, "Per Bar {matricola} (7012345763): {altro} { {company");
        assert_eq!(filled("{matricola}|", "x", None), "|");
        assert_eq!(filled("Per {company}.", "Bar S.r.l.", None), "Per Bar S.r.l.");
    }

    #[test]
    fn a_word_in_braces_that_stands_for_nothing_is_said() {
        let content = |text: &str| Content {
            topic: Some(TopicId(201)),
            subject: "DM".to_owned(),
            text: text.to_owned(),
        };
        let found = |text: &str| check(&content(text), |_| true);
        assert!(found("Per {company}, {matricola}: {} {2} {").is_empty());
        assert_eq!(found("Per {azienda}"), [("text", "placeholder")]);
        let titled = Content { subject: "DM di {azienda}".to_owned(), ..content("a") };
        assert_eq!(check(&titled, |_| true), [("subject", "placeholder")]);
        assert_eq!(check(&content("a"), |_| false), [("topic", "empty")]);
        assert_eq!(found(""), [("text", "empty")]);
    }

    #[test]
    fn a_pasted_list_gives_each_code_once() {
        let pasted = "01234567890, 09876543210;\n rssmra80a01h501u\n01234567890\n";
        assert_eq!(codes(pasted), ["01234567890", "09876543210", "RSSMRA80A01H501U"]);
        assert!(codes(" \n;,").is_empty());
    }
}
