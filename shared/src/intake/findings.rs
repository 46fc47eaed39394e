//! What is said about a file: issues with their place, collected while it is read.

use std::io;

use crate::intake::{Issue, IssueCode, MAX_ISSUES};

/// Characters of the file that an issue quotes at most.
const QUOTED: usize = 60;

/// Where something stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Place {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place after `text`, which begins here; `text` may be a part of valid UTF-8.
    pub fn after(self, text: &[u8]) -> Self {
        let lines = count(text, |byte| byte == b'\n');
        let (line, column, rest) = match lines {
            0 => (self.line, self.column, text),
            _ => {
                let last = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
                (self.line.saturating_add(lines), 1, text.get(last..).unwrap_or_default())
            }
        };
        // Continuation bytes of UTF-8 begin with the bits 10 and belong to the character before them.
        Self { line, column: column.saturating_add(count(rest, |byte| byte & 0xC0 != 0x80)) }
    }

    /// An issue here.
    pub fn issue(self, code: IssueCode) -> Issue {
        Issue { code, line: self.line, column: self.column, found: None, expected: None }
    }

    /// An issue here that quotes what stands in the file.
    pub fn found(self, code: IssueCode, found: &str) -> Issue {
        Issue { found: Some(shorten(found)), ..self.issue(code) }
    }

    /// An issue here that says what should stand in the file.
    pub fn expected(self, code: IssueCode, expected: impl Into<String>) -> Issue {
        Issue { expected: Some(expected.into()), ..self.issue(code) }
    }

    /// An issue here that says both.
    pub fn differs(self, code: IssueCode, found: &str, expected: impl Into<String>) -> Issue {
        Issue { expected: Some(expected.into()), ..self.found(code, found) }
    }
}

fn count(text: &[u8], wanted: impl Fn(u8) -> bool) -> u32 {
    u32::try_from(text.iter().filter(|byte| wanted(**byte)).count()).unwrap_or(u32::MAX)
}

/// At most [`QUOTED`] characters of a text, its control characters made visible as spaces.
fn shorten(text: &str) -> String {
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = text.chars().take(QUOTED).map(visible).collect();
    if text.chars().nth(QUOTED).is_some() {
        short.push('…');
    }
    short
}

/// Why reading a file came to an end before its end.
#[derive(Debug)]
pub enum Stop {
    /// The rest cannot be understood: the issue says why.
    Refused(Box<Issue>),
    /// The file could not be read, or the store not asked; none of the file's fault.
    Failed(anyhow::Error),
}

/// The result of reading a part of a file.
pub type Reading<T> = Result<T, Stop>;

impl From<Issue> for Stop {
    fn from(issue: Issue) -> Self {
        Stop::Refused(Box::new(issue))
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Failed(error.into())
    }
}

/// The issues of one file: errors and warnings apart, each at most [`MAX_ISSUES`] of them kept and all of them counted.
#[derive(Debug, Default)]
pub struct Findings {
    errors: Vec<Issue>,
    warnings: Vec<Issue>,
    error_count: u32,
    warning_count: u32,
}

impl Findings {
    /// Notes an issue.
    pub fn add(&mut self, issue: Issue) {
        let (list, count) = match issue.code.is_warning() {
            true => (&mut self.warnings, &mut self.warning_count),
            false => (&mut self.errors, &mut self.error_count),
        };
        *count = count.saturating_add(1);
        if list.len() < MAX_ISSUES {
            list.push(issue);
        }
    }

    /// How many errors there are.
    pub const fn errors(&self) -> u32 {
        self.error_count
    }

    /// How many warnings there are.
    pub const fn warnings(&self) -> u32 {
        self.warning_count
    }

    /// How many warnings are kept: the mark for [`Findings::warnings_since`].
    pub fn mark(&self) -> usize {
        self.warnings.len()
    }

    /// The warnings noted since a mark, in the order of the file.
    pub fn warnings_since(&self, mark: usize) -> Vec<Issue> {
        let mut since = self.warnings.get(mark..).unwrap_or_default().to_vec();
        since.sort_by_key(|issue| (issue.line, issue.column));
        since
    }

    /// The issues for a report: errors first, then warnings, each in the order of the file.
    pub fn into_issues(mut self) -> Vec<Issue> {
        for list in [&mut self.errors, &mut self.warnings] {
            list.sort_by_key(|issue| (issue.line, issue.column));
        }
        self.errors.append(&mut self.warnings);
        self.errors.truncate(MAX_ISSUES);
        self.errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_and_characters() {
        let start = Place::START;
        assert_eq!(start.after(b"abc"), Place { line: 1, column: 4 });
        assert_eq!(start.after("pèr".as_bytes()), Place { line: 1, column: 4 });
        assert_eq!(start.after(b"a\nbc\nd"), Place { line: 3, column: 2 });
        assert_eq!(start.after(b"ab").after(b"c\r\n"), Place { line: 2, column: 1 });
        let (first, second) = "xè".as_bytes().split_at(2);
        assert_eq!(start.after(first).after(second), Place { line: 1, column: 3 });
    }

    #[test]
    fn errors_come_first_and_what_is_too_much_is_counted() {
        let mut findings = Findings::default();
        for line in (1..=250).rev() {
            findings.add(Place { line, column: 1 }.issue(IssueCode::Month));
            findings.add(Place { line, column: 1 }.issue(IssueCode::RateUnknown));
        }
        assert_eq!((findings.errors(), findings.warnings()), (250, 250));
        let issues = findings.into_issues();
        assert_eq!(issues.len(), MAX_ISSUES);
        assert!(issues.iter().all(|issue| issue.code == IssueCode::Month));
        assert!(issues.is_sorted_by_key(|issue| issue.line));
    }

    #[test]
    fn quotes_are_short_and_visible() {
        assert_eq!(shorten("a\u{0}b"), "a b");
        assert_eq!(shorten(&"è".repeat(100)).chars().count(), QUOTED + 1);
    }
}
