//! One measured figure, as every bench prints it: a JSON object on a line of its own.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What was measured, and what it should be.
#[derive(Debug, Serialize, Deserialize)]
pub struct Figure {
    /// What it is.
    pub name: String,
    /// How much, in `unit`.
    pub value: f64,
    /// Its unit, such as `ms` or `requests/s`.
    pub unit: String,
    /// What the machine gives without us, in the same unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<f64>,
    /// The value over the floor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// What the ratio, or the value where there is none, should be: `">= 0.9"`, `"<= 600"`; a bare number is a least ratio,
    /// or a most value where there is no ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<Value>,
}

/// A goal that could be read: whether more is better, and the limit.
struct Goal {
    at_least: bool,
    limit: f64,
}

impl Figure {
    /// Whether the goal is met, where there is one.
    pub fn met(&self) -> Option<bool> {
        let goal = self.read_goal()?;
        let judged = self.ratio.unwrap_or(self.value);
        Some(if goal.at_least { judged >= goal.limit } else { judged <= goal.limit })
    }

    /// The goal as the table shows it.
    pub fn goal_text(&self) -> Option<String> {
        let goal = self.read_goal()?;
        Some(format!("{} {}", if goal.at_least { '≥' } else { '≤' }, number(goal.limit)))
    }

    fn read_goal(&self) -> Option<Goal> {
        let goal = self.goal.as_ref()?;
        if let Some(limit) = goal.as_f64() {
            return Some(Goal { at_least: self.ratio.is_some(), limit });
        }
        let text = goal.as_str()?.trim();
        let at_least = text.starts_with(['≥', '>']);
        let digits = text.trim_start_matches(['≥', '≤', '>', '<', '=', ' ']);
        let number = digits.split_whitespace().next()?;
        Some(Goal { at_least, limit: number.parse().ok()? })
    }
}

/// The figures among the lines that a bench printed; other lines are its talk.
///
/// # Errors
/// When a line that looks like a figure is none, or there is no figure at all.
pub fn read(text: &str) -> Result<Vec<Figure>> {
    let lines = text.lines().map(str::trim).filter(|line| line.starts_with('{'));
    let figures: Vec<Figure> = lines
        .map(|line| serde_json::from_str(line).with_context(|| format!("not a figure: {line}")))
        .collect::<Result<_>>()?;
    if figures.is_empty() {
        anyhow::bail!("it printed no figures");
    }
    Ok(figures)
}

/// A number short enough for a table: whole above 100, with decimals below.
pub fn number(value: f64) -> String {
    let decimals = match value.abs() {
        size if size >= 100.0 || size.fract() == 0.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    format!("{value:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn goals_judge_the_ratio_or_else_the_value() {
        let lines = "warming up\n\
            {\"name\":\"home\",\"value\":50000,\"unit\":\"requests/s\",\"floor\":70000,\"ratio\":0.71,\"goal\":\">= 0.6\"}\n\
            {\"name\":\"start\",\"value\":350,\"unit\":\"ms\",\"goal\":300}\n\
            {\"name\":\"group\",\"value\":9,\"unit\":\"writes/s\",\"ratio\":4.5,\"goal\":5}\n\
            {\"name\":\"import\",\"value\":599,\"unit\":\"ms\",\"goal\":\"≤ 600 ms\"}\n\
            {\"name\":\"floor\",\"value\":0.42,\"unit\":\"ms\"}\n";
        let figures = read(lines).unwrap();
        let met: Vec<_> = figures.iter().map(super::Figure::met).collect();
        assert_eq!(met, [Some(true), Some(false), Some(false), Some(true), None]);
        assert_eq!(figures[0].goal_text().as_deref(), Some("≥ 0.60"));
        assert!(read("nothing").is_err());
    }
}
