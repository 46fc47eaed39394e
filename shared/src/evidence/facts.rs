//! What evidence of one company is derived from, gathered by the caller from its archives.

use super::Phase;
use crate::calendar::{Day, Instant, Month};
use crate::companies::PositionState;
use crate::declarations::DmState;
use crate::durc::{Debt, Document, Gestione, Insolvency, Invitation, Paid};
use crate::money::{Euro, Rate};
use crate::notices::{Cause, Side};
use crate::offices::OfficeCode;
use crate::parameters::Confidence;
use crate::payments::PaymentRow;

/// A time; open while `to` is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Option<Day>,
}

impl Period {
    /// Whether some day of a month lies in this time of activity and in no interruption; these come by their first day.
    pub fn is_worked(&self, month: Month, interruptions: &[Period]) -> bool {
        let mut next = self.from.max(month.first_day());
        let last = self.to.unwrap_or(Day::LAST).min(month.last_day());
        for interruption in interruptions {
            if next > last || interruption.from > next {
                break;
            }
            let end = interruption.to.unwrap_or(Day::LAST);
            if end >= last {
                return false;
            }
            next = next.max(end.plus_days(1));
        }
        next <= last
    }
}

/// A position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionFact {
    /// Gestione.
    pub gestione: Gestione,
    /// Matricola or other code.
    pub code: String,
    /// Competent office.
    pub office: OfficeCode,
    /// Its state today.
    pub state: PositionState,
    /// When it was active.
    pub active: Vec<Period>,
    /// When it had no employees.
    pub interruptions: Vec<Period>,
}

impl PositionFact {
    /// Whether a return is owed for a month: on some day of it the position was active and not interrupted.
    pub fn owes_return(&self, month: Month) -> bool {
        let mut interruptions = self.interruptions.clone();
        interruptions.sort_unstable_by_key(|period| period.from);
        self.active.iter().any(|active| active.is_worked(month, &interruptions))
    }
}

/// A declaration in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclarationFact {
    /// Gestione.
    pub gestione: Gestione,
    /// Position.
    pub code: String,
    /// Month of competence.
    pub month: Month,
    /// State of its virtual DM.
    pub state: DmState,
    /// To be paid for it.
    pub due: Euro,
    /// Paid for it.
    pub paid: Euro,
    /// Contributions declared, and those due by the rates and the classification; absent where that is not known well enough.
    pub recomputed: Option<(Euro, Euro)>,
}

/// What became of a transmission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transmitted {
    /// Accepted.
    Accepted,
    /// Accepted but for so many rows.
    WithErrors(u32),
    /// Discarded.
    Discarded,
}

/// A transmission, for one position and month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransmissionFact {
    /// Its protocol.
    pub protocol: String,
    /// Gestione.
    pub gestione: Gestione,
    /// Position.
    pub code: String,
    /// Month of competence.
    pub month: Month,
    /// When it was sent.
    pub sent: Instant,
    /// What became of it.
    pub outcome: Transmitted,
}

/// An INPS row of an F24.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentFact {
    /// Gestione.
    pub gestione: Gestione,
    /// The row, with what it was matched with.
    pub row: PaymentRow,
    /// How much of its credit a return or a notice in favour backs.
    pub backed: Euro,
    /// Whether it pays a notice or a debt that is not there; [`Facts::settle`] finds out.
    pub stray: bool,
}

/// Where a rectification notice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeState {
    /// Issued or sent, and nothing has come of it.
    Open,
    /// Contested.
    Contested,
    /// In credit recovery.
    Recovery,
    /// Paid, in instalments, used or cancelled.
    Closed,
}

/// A rectification notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeFact {
    /// Its number.
    pub number: String,
    /// Gestione.
    pub gestione: Gestione,
    /// Position.
    pub code: String,
    /// Month of competence.
    pub month: Month,
    /// Whom it favours.
    pub side: Side,
    /// Difference of contributions, above zero on either side.
    pub difference: Euro,
    /// Civil sanctions.
    pub sanctions: Euro,
    /// Paid of it, or used of its credit; [`Facts::settle`] finds out.
    pub paid: Euro,
    /// When, of that.
    pub payments: Vec<Paid>,
    /// The day it was issued.
    pub issued: Day,
    /// The day it was notified.
    pub notified: Option<Day>,
    /// The last day to pay that it prints.
    pub pay_by: Option<Day>,
    /// Why it was issued.
    pub causes: Vec<Cause>,
    /// Where it stands.
    pub state: NoticeState,
    /// Whether it stands in the way of the DURC.
    pub durc: bool,
}

impl NoticeFact {
    /// All that it asks for, or gives.
    pub(super) fn asked(&self) -> Euro {
        match self.side {
            Side::ToPay => self.difference.abs() + self.sanctions,
            Side::InFavour => self.difference.abs(),
        }
    }

    /// What is left of that.
    pub(super) fn open(&self) -> Euro {
        self.asked() - self.paid
    }
}

/// A debt and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DebtFact {
    /// The debt.
    pub debt: Debt,
    /// Where it stands.
    pub phase: Phase,
    /// Since when.
    pub since: Day,
    /// The day the reminder or debit notice was notified.
    pub notified: Option<Day>,
    /// The rectification notice that it comes from.
    pub notice: Option<String>,
    /// Its entry in the collection roll.
    pub entry: Option<String>,
}

/// Where an entry in the collection roll stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RollStanding {
    /// It can be enforced.
    Enforceable,
    /// In instalments with the agent.
    Instalments,
    /// So it was, until the instalments were not paid.
    Lapsed,
    /// Settled on easier terms (`definizione agevolata`), which is asked for and kept to.
    Settlement,
    /// Suspended after a court action.
    Suspended,
}

/// An entry in the collection roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollFact {
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub standing: RollStanding,
    /// Since when it is there.
    pub since: Day,
}

/// A plan of instalments that the institute granted and whose first instalment was paid, of a debt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFact {
    /// The key of the debt.
    pub debt: String,
    /// Since when.
    pub since: Day,
}

/// An administrative appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealFact {
    /// Its number.
    pub number: String,
    /// Gestione.
    pub gestione: Gestione,
    /// Position, where it is about one.
    pub code: Option<String>,
    /// What is contested.
    pub amount: Option<Euro>,
    /// The rectification notice that it is against.
    pub notice: Option<String>,
    /// The day it was filed.
    pub filed: Day,
    /// The day it was decided, or withdrawn.
    pub decided: Option<Day>,
    /// Whether it was granted wholly.
    pub granted: bool,
    /// The day the same matter was brought before a court, where the archive says so.
    pub court: Option<Day>,
    /// The day of the final judgment of that court.
    pub judged: Option<Day>,
}

/// The wages of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WageFact {
    /// Gestione.
    pub gestione: Gestione,
    /// Position.
    pub code: String,
    /// Year.
    pub year: i32,
    /// By the company's returns.
    pub company: Euro,
    /// By the workers' data.
    pub workers: Euro,
    /// Whether the difference was explained or charged.
    pub settled: bool,
}

/// A compliance letter (art. 30 DL 19/2024).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterFact {
    /// Its number.
    pub number: String,
    /// Gestione.
    pub gestione: Gestione,
    /// Position, where it is about one.
    pub code: Option<String>,
    /// First and last month it is about.
    pub months: Option<(Month, Month)>,
    /// What the institute holds to be missing.
    pub amount: Option<Euro>,
    /// The day it came.
    pub received: Day,
    /// Whether it was answered or the matter regularised.
    pub settled: bool,
}

/// A group of workers, what was declared for it and what the rates say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateFact {
    /// Gestione.
    pub gestione: Gestione,
    /// Position.
    pub code: String,
    /// Month of competence.
    pub month: Month,
    /// Group of workers.
    pub group: String,
    /// How many.
    pub workers: u32,
    /// Contributions declared, and expected.
    pub contribution: (Euro, Euro),
    /// The rate declared, where the return says it, and that expected.
    pub rate: Option<(Rate, Rate)>,
    /// How well the expected rate is known; one that is pieced together accuses nobody.
    pub confidence: Confidence,
}

/// All facts of one company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The first month that the archives hold: what is older is not missing.
    pub known_from: Month,
    /// Positions.
    pub positions: Vec<PositionFact>,
    /// Declarations in force.
    pub declarations: Vec<DeclarationFact>,
    /// Transmissions.
    pub transmissions: Vec<TransmissionFact>,
    /// F24 rows.
    pub payments: Vec<PaymentFact>,
    /// Rectification notices.
    pub notices: Vec<NoticeFact>,
    /// Debts.
    pub debts: Vec<DebtFact>,
    /// Entries in the collection roll.
    pub roll: Vec<RollFact>,
    /// Plans of instalments with the institute.
    pub plans: Vec<PlanFact>,
    /// The insolvency procedure that spares older debts.
    pub insolvency: Option<Insolvency>,
    /// Certified credits towards public bodies, not used yet.
    pub certified_credits: Euro,
    /// Appeals.
    pub appeals: Vec<AppealFact>,
    /// DURC documents.
    pub documents: Vec<Document>,
    /// The invitation to regularise that has not been settled.
    pub invitation: Option<Invitation>,
    /// Comparisons of wages.
    pub wages: Vec<WageFact>,
    /// Compliance letters.
    pub letters: Vec<LetterFact>,
    /// Comparisons of rates.
    pub rates: Vec<RateFact>,
}

impl Facts {
    /// No facts, of archives that begin with a month.
    pub fn none(known_from: Month) -> Self {
        Self {
            known_from,
            positions: Vec::new(),
            declarations: Vec::new(),
            transmissions: Vec::new(),
            payments: Vec::new(),
            notices: Vec::new(),
            debts: Vec::new(),
            roll: Vec::new(),
            plans: Vec::new(),
            insolvency: None,
            certified_credits: Euro::ZERO,
            appeals: Vec::new(),
            documents: Vec::new(),
            invitation: None,
            wages: Vec::new(),
            letters: Vec::new(),
            rates: Vec::new(),
        }
    }
}
