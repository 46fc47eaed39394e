//! The dated terms of evidence: the way from a missing payment to collection, and the remedies.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Month};
use crate::parameters::{Missing, Parameter, Series};

/// The values as shipped.
pub const SHIPPED: &str = include_str!("../../parameters/evidence.json");

/// When an unpaid return moves on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CollectionTerms {
    /// The day of the month after the term on which it moves to the unpaid archive.
    pub archive_day: u8,
    /// Days there before it moves to credit recovery.
    pub parking_days: u16,
}

/// Terms of a debit notice (`avviso di addebito`), days from notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DebitNoticeTerms {
    /// To pay.
    pub pay_days: u16,
    /// To oppose it in court.
    pub oppose_days: u16,
}

/// Terms of an administrative appeal, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AppealTerms {
    /// From notification, to file it.
    pub file_days: u16,
    /// From filing, until silence counts as an answer.
    pub answer_days: u16,
}

/// Terms of a compliance letter, days from its arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ComplianceTerms {
    /// To regularise at the reduced sanction.
    pub regularise_days: u16,
    /// To report facts that the institute does not know.
    pub report_days: u16,
}

/// Everything dated that evidence depends on, besides notices and the DURC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceParameters {
    /// By the last day to pay.
    pub collection: Series<CollectionTerms>,
    /// By the day of notification.
    pub friendly_reminder_days: Series<u16>,
    /// By the day of notification.
    pub debit_notice: Series<DebitNoticeTerms>,
    /// By the day of notification, or of filing.
    pub appeal: Series<AppealTerms>,
    /// By the day of arrival.
    pub compliance: Series<ComplianceTerms>,
}

/// When an unpaid return moves on by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CollectionClock {
    /// To the unpaid archive.
    pub unpaid: Day,
    /// To credit recovery.
    pub recovery: Day,
}

impl EvidenceParameters {
    /// When a return to be paid by `due` moves on: the 20th of the next month to the unpaid archive, ten days later to credit recovery
    /// (Msg INPS 21097/2008).
    ///
    /// # Errors
    /// The terms that are [`Missing`] for that day.
    pub fn clock(&self, due: Day) -> Result<CollectionClock, Missing> {
        let terms = self.collection.on(Parameter::Collection, due)?.value;
        let first = Month::of(due).next().first_day();
        let unpaid = first.plus_days(i64::from(terms.archive_day) - 1);
        Ok(CollectionClock { unpaid, recovery: unpaid.plus_days(terms.parking_days.into()) })
    }

    /// The last day for an administrative appeal against something notified on a day.
    ///
    /// # Errors
    /// The terms that are [`Missing`] for that day.
    pub fn appeal_by(&self, notified: Day) -> Result<Day, Missing> {
        let terms = self.appeal.on(Parameter::Appeal, notified)?.value;
        Ok(notified.plus_days(terms.file_days.into()))
    }

    /// The last days to pay and to oppose a debit notice, as counted: that procedure moves a Saturday is not taken for granted.
    ///
    /// # Errors
    /// The terms that are [`Missing`] for that day, as before debit notices began.
    pub fn debit_notice_by(&self, notified: Day) -> Result<(Day, Day), Missing> {
        let terms = self.debit_notice.on(Parameter::DebitNotice, notified)?.value;
        let after = |days: u16| notified.plus_days(days.into());
        Ok((after(terms.pay_days), after(terms.oppose_days)))
    }

    /// The first parameter with a value that cannot be: a day of the month that not every month has, no days.
    pub fn unsound(&self) -> Option<Parameter> {
        let mut clocks = self.collection.steps().iter().map(|step| step.value.archive_day);
        let mut reminders = self.friendly_reminder_days.steps().iter().map(|step| step.value);
        let mut debits = self.debit_notice.steps().iter().map(|step| step.value);
        let mut appeals = self.appeal.steps().iter().map(|step| step.value);
        let mut letters = self.compliance.steps().iter().map(|step| step.value);
        [
            (clocks.any(|day| !(1..=28).contains(&day)), Parameter::Collection),
            (reminders.any(|days| days == 0), Parameter::FriendlyReminder),
            (
                debits.any(|terms| terms.pay_days.min(terms.oppose_days) == 0),
                Parameter::DebitNotice,
            ),
            (appeals.any(|terms| terms.file_days.min(terms.answer_days) == 0), Parameter::Appeal),
            (
                letters.any(|terms| terms.regularise_days.min(terms.report_days) == 0),
                Parameter::Compliance,
            ),
        ]
        .into_iter()
        .find_map(|(unsound, parameter)| unsound.then_some(parameter))
    }
}
