//! The clock of debt recovery.

use serde::{Deserialize, Serialize};

use super::{Parameters, Term};
use crate::calendar::{Day, Month, f24_due, next_working_day};
use crate::parameters::{Confidence, Missing, Parameter, Series, Step};

/// What a return that is sent and not paid goes through (Msg INPS 21097/2008).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Clock {
    /// When it was to be paid.
    pub due: Day,
    /// When it goes to the unpaid archive: the 20th of the month after.
    pub archived: Day,
    /// When it goes to credit recovery: ten days later.
    pub recovery: Day,
    /// The message that says so.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// Where a return that is not paid stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// It can still be paid on time.
    Open,
    /// It is late.
    Late,
    /// It is in the unpaid archive.
    Archived,
    /// It is in credit recovery.
    Recovery,
}

impl Clock {
    /// Where the return stands on a day, still unpaid.
    pub fn on(&self, day: Day) -> Stage {
        if day <= self.due {
            Stage::Open
        } else if day < self.archived {
            Stage::Late
        } else if day < self.recovery {
            Stage::Archived
        } else {
            Stage::Recovery
        }
    }
}

/// The clock of the return of a month, nothing being paid: only what was sent is taken to the archive, so one that was sent later than its
/// month's turn goes there with the next.
///
/// # Errors
/// [`Missing`] for a month before the clock is known.
pub fn clock(
    parameters: &Parameters,
    competence: Month,
    sent: Option<Day>,
) -> Result<Clock, Missing> {
    let due = f24_due(competence);
    let date = parameters.archive_day.on(Parameter::CollectionTerm, due)?;
    let parking = parameters.parking_days.on(Parameter::CollectionTerm, due)?;
    let turn = |month: Month| month.first_day().plus_days(i64::from(date.value.max(1)) - 1);
    let first = turn(Month::of(due).next());
    let archived = match sent.filter(|sent| *sent > first) {
        Some(sent) if sent <= turn(Month::of(sent)) => turn(Month::of(sent)),
        Some(sent) => turn(Month::of(sent).next()),
        None => first,
    };
    Ok(Clock {
        due,
        archived,
        recovery: archived.plus_days(parking.value.into()),
        source: date.source.clone(),
        confidence: date.confidence.max(parking.confidence),
    })
}

/// What is notified and gives a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A friendly reminder: to pay.
    FriendlyReminder,
    /// A debit notice: to pay.
    DebitNoticePayment,
    /// A debit notice: to oppose it in court.
    DebitNoticeOpposition,
    /// An assessment, a notice or a warning: to appeal to the institute, on line, which suspends recovery until it is decided.
    Appeal,
    /// An appeal that was filed: until silence counts as an answer.
    AppealAnswer,
    /// A letter of compliance: to regularise at the reduced sanction.
    ComplianceRegularisation,
    /// A letter of compliance: to report the facts.
    ComplianceReport,
}

/// The term that what was notified on a day gives. Days are counted by the calendar, the day of notification apart; only the term for
/// going to court moves to the next working day (art. 155 c.p.c.), and that is [`Confidence::Reconstructed`].
///
/// # Errors
/// [`Missing`] for a day before the term is known.
pub fn term(parameters: &Parameters, event: Event, notified: Day) -> Result<Term, Missing> {
    let series = match event {
        Event::FriendlyReminder => &parameters.friendly_reminder,
        Event::DebitNoticePayment => &parameters.debit_notice_payment,
        Event::DebitNoticeOpposition => &parameters.debit_notice_opposition,
        Event::Appeal => &parameters.appeal,
        Event::AppealAnswer => &parameters.appeal_answer,
        Event::ComplianceRegularisation => &parameters.compliance_regularisation,
        Event::ComplianceReport => &parameters.compliance_report,
    };
    let Step { value, source, confidence, .. } = on(series, notified)?;
    let day = notified.plus_days((*value).into());
    let working = next_working_day(day, None);
    let moves = event == Event::DebitNoticeOpposition && working != day;
    Ok(Term {
        day,
        extended: moves.then_some(working),
        source: if moves { [source, "; art. 155 c.p.c."].concat() } else { source.clone() },
        confidence: if moves { Confidence::Reconstructed } else { *confidence },
    })
}

fn on(series: &Series<u16>, day: Day) -> Result<&Step<u16>, Missing> {
    series.on(Parameter::CollectionTerm, day)
}

/// The last day that an appeal without a decision holds a debit notice back: 31 December of the year after the term for paying
/// (Circ. INPS 168/2010).
pub fn appeal_decided_by(pay_by: Day) -> Day {
    Day::new(pay_by.year().saturating_add(1), 12, 31).unwrap_or(Day::LAST)
}

/// The last day to ask for the reduction of the construction trade for the months of a year.
///
/// # Errors
/// [`Missing`] for a year whose circular is not known.
pub fn construction_request(parameters: &Parameters, month: Month) -> Result<Term, Missing> {
    let series = &parameters.construction_request;
    let step = series.on(Parameter::ConstructionRequest, month.first_day())?;
    Ok(Term {
        day: step.value,
        extended: None,
        source: step.source.clone(),
        confidence: step.confidence,
    })
}
