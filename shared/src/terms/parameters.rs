//! Days, years and amounts that terms are made of.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::money::Euro;
use crate::parameters::Series;

/// The values as shipped, to be read as [`Parameters`].
pub const SHIPPED: &str = include_str!("../../parameters/terms.json");

/// Terms and their sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// The day of the month on which returns due by the month before and not paid go to the unpaid archive.
    pub archive_day: Series<u16>,
    /// Days that they stay there before credit recovery.
    pub parking_days: Series<u16>,
    /// Days to pay on a friendly reminder.
    pub friendly_reminder: Series<u16>,
    /// Days to pay on a debit notice.
    pub debit_notice_payment: Series<u16>,
    /// Days to oppose a debit notice in court.
    pub debit_notice_opposition: Series<u16>,
    /// Days for an administrative appeal.
    pub appeal: Series<u16>,
    /// Days from filing an appeal until silence counts as an answer.
    pub appeal_answer: Series<u16>,
    /// Days to regularise at the reduced sanction after a letter of compliance.
    pub compliance_regularisation: Series<u16>,
    /// Days to report the facts after a letter of compliance.
    pub compliance_report: Series<u16>,
    /// Years after which contributions can no longer be claimed.
    pub contributions_years: Series<u16>,
    /// The same where the worker reported in time.
    pub reported_years: Series<u16>,
    /// Years after which what was paid unduly can no longer be claimed back.
    pub refund_years: Series<u16>,
    /// When laws of emergency stopped the term of contributions. Values that an administrator put in force before these were known lack
    /// them.
    #[serde(default)]
    pub suspensions: Series<bool>,
    /// Credits of a year above which set-off in the F24 has to wait.
    pub setoff_threshold: Series<Euro>,
    /// Days after the return that it then has to wait.
    pub setoff_wait: Series<u16>,
    /// Whether every credit, however small, has to wait for the return that shows it.
    pub setoff_after_return: Series<bool>,
    /// The last day to ask for the reduction of the construction trade for a year.
    pub construction_request: Series<Day>,
}
