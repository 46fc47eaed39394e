//! How many tests passed and failed, told from what each runner prints.

use anyhow::{Context, Result};
use serde_json::Value;
use std::iter::Sum;

/// Tests by outcome.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Those that held.
    pub passed: u64,
    /// Those that did not, whatever the reason.
    pub failed: u64,
    /// Those that a runner left out.
    pub skipped: u64,
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            passed: sum.passed + one.passed,
            failed: sum.failed + one.failed,
            skipped: sum.skipped + one.skipped,
        })
    }
}

impl Tally {
    /// A runner that ended badly although it counted no failure has one more to tell.
    pub fn ended(mut self, ok: bool) -> Self {
        self.failed += u64::from(!ok && self.failed == 0);
        self
    }
}

/// cargo-nextest: `Summary [ 0.9s] 5 tests run: 3 passed (1 slow), 1 failed, 1 timed out, 2 skipped`.
pub fn nextest(text: &str) -> Option<Tally> {
    let summary =
        text.lines().rev().find(|line| line.contains("Summary [") && line.contains(" run:"))?;
    let (_, counts) = summary.split_once(" run:")?;
    let skipped = before(counts, "skipped");
    let passed = before(counts, "passed");
    let failed =
        ["failed", "timed out", "exec failed"].iter().map(|word| before(counts, word)).sum();
    Some(Tally { passed, failed, skipped })
}

/// `cargo test`: one `test result: ok. 5 passed; 0 failed; 1 ignored; …` for each executable.
pub fn libtest(text: &str) -> Option<Tally> {
    let results: Vec<&str> = text.lines().filter(|line| line.starts_with("test result:")).collect();
    let tally = |line: &&str| {
        let counts = line.replace("ok.", ",").replace("FAILED.", ",").replace(';', ",");
        Tally {
            passed: before(&counts, "passed"),
            failed: before(&counts, "failed"),
            skipped: before(&counts, "ignored"),
        }
    };
    (!results.is_empty()).then(|| results.iter().map(tally).sum())
}

/// `node --test`: lines such as `# pass 3` or `ℹ fail 0`.
pub fn node(text: &str) -> Option<Tally> {
    let count = |word: &str| {
        let mut lines = text.lines().rev().map(|line| line.split_whitespace().collect::<Vec<_>>());
        lines.find_map(|words| match words[..] {
            [_, first, number] if first == word => number.parse().ok(),
            _ => None,
        })
    };
    Some(Tally { passed: count("pass")?, failed: count("fail")?, skipped: count("skipped")? })
}

/// Playwright's JSON report, and the names of the tests that passed only when they were run again.
///
/// # Errors
/// When it is not one.
pub fn playwright(report: &[u8]) -> Result<(Tally, Vec<String>)> {
    let report: Value =
        serde_json::from_slice(report).context("Playwright's report is not JSON")?;
    let count = |name: &str| {
        report["stats"][name].as_u64().with_context(|| format!("Playwright's report has no {name}"))
    };
    let passed = count("expected")? + count("flaky")?;
    let tally = Tally { passed, failed: count("unexpected")?, skipped: count("skipped")? };
    let mut again = Vec::new();
    flaky(&report, &mut again);
    Ok((tally, again))
}

/// Suites hold suites, specs and, in each spec, one test for each project.
fn flaky(suite: &Value, names: &mut Vec<String>) {
    let list = |of: &Value, name: &str| of[name].as_array().cloned().unwrap_or_default();
    for spec in list(suite, "specs") {
        let again = list(&spec, "tests").into_iter().filter(|test| test["status"] == "flaky");
        names.extend(again.map(|test| {
            let text = |of: &Value, name: &str| of[name].as_str().unwrap_or("?").to_owned();
            format!("[{}] {}", text(&test, "projectName"), text(&spec, "title"))
        }));
    }
    for inner in list(suite, "suites") {
        flaky(&inner, names);
    }
}

/// The number right before `what`, in a list parted by commas; none is 0.
fn before(counts: &str, what: &str) -> u64 {
    let number = |part: &str| {
        let (number, rest) = part.trim().split_once(' ')?;
        let named =
            rest == what || rest.strip_prefix(what).is_some_and(|tail| tail.starts_with(" ("));
        if named { number.parse().ok() } else { None }
    };
    counts.split(',').find_map(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Tally, libtest, nextest, node, playwright};

    fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
        Tally { passed, failed, skipped }
    }

    #[test]
    fn each_runner_is_understood() {
        let summary = "     Summary [   0.912s] 7 tests run: 3 passed (1 slow), 2 failed, 1 timed out, 1 exec failed, 4 skipped";
        assert_eq!(nextest(summary), Some(tally(3, 4, 4)));
        assert_eq!(
            nextest("     Summary [   0.012s] 1 test run: 1 passed, 0 skipped"),
            Some(tally(1, 0, 0))
        );
        assert_eq!(nextest("error: could not compile"), None);

        let two = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(libtest(two), Some(tally(6, 2, 1)));
        assert_eq!(libtest("error[E0425]"), None);

        assert_eq!(node("# tests 3\n# pass 2\n# fail 1\n# skipped 0\n"), Some(tally(2, 1, 0)));
        assert_eq!(node("ℹ pass 2\nℹ fail 0\nℹ skipped 1\n"), Some(tally(2, 0, 1)));

        let report = br#"{"stats":{"expected":9,"unexpected":1,"flaky":1,"skipped":2},"suites":[{"suites":[{"specs":[
            {"title":"a list","tests":[
                {"projectName":"desk","status":"expected"},{"projectName":"phone","status":"flaky"}]}]}]}]}"#;
        let again = vec!["[phone] a list".to_owned()];
        assert_eq!(playwright(report).ok(), Some((tally(10, 1, 2), again)));
        assert!(playwright(b"{}").is_err());
    }

    #[test]
    fn a_bad_end_never_counts_as_success() {
        assert_eq!(tally(3, 0, 0).ended(false), tally(3, 1, 0));
        assert_eq!(tally(3, 2, 0).ended(false), tally(3, 2, 0));
        assert_eq!(tally(3, 0, 0).ended(true), tally(3, 0, 0));
    }
}
