//! What one can do next, ready to be done.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Month, next_working_day};
use crate::ids::PaymentId;
use crate::notices::F24Row;
use crate::requests::topics::TopicId;

/// A petition that settles evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Petition {
    /// Instalments.
    Instalments,
    /// Set-off of contributions.
    SetOff,
    /// Refund.
    Refund,
    /// Suspension of the position, or reactivation.
    PositionChange,
    /// Suspension or cancellation of a debit notice (`domanda di emissione provvedimenti`).
    DebitNoticeMeasure,
}

/// The subject of a request, by which it reaches the unit that is competent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Returns: DM transmitted.
    DmTransmitted,
    /// Returns: errors.
    ReturnErrors,
    /// Returns: provisional DM.
    ProvisionalDm,
    /// Registry and classification: CSC and CA.
    Classification,
    /// Payments: F24 not matched.
    UnmatchedPayment,
    /// Payments: wrong F24.
    WrongPayment,
    /// Payments: set-off.
    SetOff,
    /// Payments: DMRP credit.
    NoticeCredit,
    /// Rectification notices: recalculation.
    NoticeRecalculation,
    /// Regularity: outcome.
    DurcOutcome,
    /// Regularity: warning.
    DurcWarning,
    /// Credit recovery: unpaid returns.
    UnpaidReturns,
    /// Credit recovery: friendly reminder.
    FriendlyReminder,
    /// Credit recovery: debit notice.
    DebitNotice,
    /// Returns: comparison of wages, and of other data.
    DataComparison,
    /// Inspections and disputes: appeal.
    Appeal,
}

/// A document to attach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Attachment {
    /// The receipt of the F24.
    F24Receipt,
    /// The receipt of the UniEmens.
    UniemensReceipt,
    /// The rectification notice.
    Notice,
    /// The calculation that one holds right.
    OwnCalculation,
    /// The measure that gave the classification.
    ClassificationMeasure,
    /// The invitation to regularise.
    Invitation,
    /// The receipt of the appeal.
    AppealReceipt,
    /// The friendly reminder or debit notice.
    Demand,
    /// The wages of the workers, month by month.
    WageList,
    /// The compliance letter.
    ComplianceLetter,
}

impl Subject {
    /// What a request of this subject must bring.
    pub const fn attachments(self) -> &'static [Attachment] {
        use Attachment::*;
        match self {
            Subject::DmTransmitted | Subject::ReturnErrors | Subject::ProvisionalDm => {
                &[UniemensReceipt]
            }
            Subject::Classification => &[ClassificationMeasure],
            Subject::UnmatchedPayment | Subject::WrongPayment | Subject::UnpaidReturns => {
                &[F24Receipt]
            }
            Subject::SetOff => &[F24Receipt, UniemensReceipt],
            Subject::NoticeCredit => &[Notice],
            Subject::NoticeRecalculation => &[Notice, OwnCalculation],
            Subject::DurcOutcome => &[Invitation, F24Receipt],
            Subject::DurcWarning => &[],
            Subject::FriendlyReminder | Subject::DebitNotice => &[Demand, F24Receipt],
            Subject::DataComparison => &[WageList],
            Subject::Appeal => &[AppealReceipt],
        }
    }

    /// The topic of a request of this subject.
    pub const fn topic(self) -> TopicId {
        TopicId(match self {
            Subject::Classification => 102,
            Subject::DmTransmitted => 201,
            Subject::ReturnErrors => 202,
            Subject::ProvisionalDm => 203,
            Subject::DataComparison => 206,
            Subject::UnmatchedPayment => 301,
            Subject::WrongPayment => 302,
            Subject::SetOff => 303,
            Subject::NoticeCredit => 305,
            Subject::NoticeRecalculation => 402,
            Subject::DurcWarning => 501,
            Subject::DurcOutcome => 502,
            Subject::UnpaidReturns => 601,
            Subject::FriendlyReminder => 602,
            Subject::DebitNotice => 603,
            Subject::Appeal => 902,
        })
    }
}

/// What one can do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// Nothing but wait.
    Wait,
    /// Look at the causes of the notice.
    ReadCauses {
        /// Its number.
        number: String,
    },
    /// Pay, or set off, by this row.
    PayRow {
        /// The row.
        row: F24Row,
        /// The last day on which this amount is right, where there is one.
        by: Option<Day>,
    },
    /// Have a row that was paid corrected.
    CorrectRow {
        /// The form.
        payment: PaymentId,
        /// Its row, from 1.
        row: u8,
        /// What it should say, where only one return fits.
        right: Option<F24Row>,
    },
    /// Send the return of a month.
    SendReturn {
        /// Position.
        code: String,
        /// Month.
        month: Month,
    },
    /// Correct and send the return of a month again.
    ResendReturn {
        /// Position.
        code: String,
        /// Month.
        month: Month,
    },
    /// File a petition.
    Petition(Petition),
    /// Write to the office.
    Request {
        /// Under which subject.
        subject: Subject,
        /// With what.
        attachments: Vec<Attachment>,
    },
    /// File an administrative appeal on line.
    Appeal {
        /// The last day.
        by: Option<Day>,
    },
    /// Oppose in court.
    Oppose {
        /// The last day.
        by: Day,
    },
    /// Report facts that the institute does not know.
    ReportFacts {
        /// The last day.
        by: Option<Day>,
    },
    /// See what turns the DURC green.
    SimulateDurc,
    /// Book an appointment.
    BookAppointment,
}

impl NextStep {
    /// The last day on which it can be taken, where there is one: going to court ends on a working day (art. 155 c.p.c.).
    pub(super) fn until(&self) -> Option<Day> {
        match self {
            Self::PayRow { by, .. } | Self::Appeal { by } | Self::ReportFacts { by } => *by,
            Self::Oppose { by } => Some(next_working_day(*by, None)),
            _ => None,
        }
    }

    /// A request under a subject, with what it must bring and one thing more.
    pub(super) fn request(subject: Subject, also: Option<Attachment>) -> Self {
        let attachments = subject.attachments().iter().copied().chain(also).collect();
        Self::Request { subject, attachments }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::topics::{Catalogue, Known, SHIPPED};

    #[test]
    fn a_subject_is_one_of_the_topics() {
        let ends = [
            (Subject::DmTransmitted, "DM trasmessi"),
            (Subject::ReturnErrors, "Errori nelle denunce"),
            (Subject::ProvisionalDm, "DM provvisorio"),
            (Subject::Classification, "Inquadramento: CSC e CA"),
            (Subject::UnmatchedPayment, "F24 non abbinato"),
            (Subject::WrongPayment, "F24 errato"),
            (Subject::SetOff, "Compensazione"),
            (Subject::NoticeCredit, "Credito DMRP"),
            (Subject::NoticeRecalculation, "Ricalcolo"),
            (Subject::DurcOutcome, "Esito del DURC"),
            (Subject::DurcWarning, "Preavviso di irregolarità"),
            (Subject::UnpaidReturns, "Insoluti"),
            (Subject::FriendlyReminder, "Avviso bonario"),
            (Subject::DebitNotice, "Avviso di addebito (AVA)"),
            (Subject::DataComparison, "Confronto di retribuzioni e dati"),
            (Subject::Appeal, "Ricorso"),
        ];
        let shipped: Catalogue = serde_json::from_str(SHIPPED).unwrap();
        let known = Known::new(shipped, []);
        for (subject, title) in ends {
            let topic = known.topic(subject.topic()).map(|topic| topic.title.it.as_str());
            assert_eq!(topic, Some(title), "{subject:?}");
        }
    }
}
