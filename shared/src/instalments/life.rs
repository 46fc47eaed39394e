//! What becomes of a plan: paid, missed, annulled, revoked, paid off.

use core::error::Error;
use core::fmt::{Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Serialize};

use super::plan::{Instalment, Plan};
use crate::calendar::Day;
use crate::money::Euro;

/// A payment of an instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Paid {
    /// Which instalment, from 1.
    pub number: u16,
    /// When.
    pub day: Day,
    /// How much.
    pub amount: Euro,
}

/// A payment of all that is left, ahead of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// When.
    pub day: Day,
    /// How much.
    pub amount: Euro,
}

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Granted; the first instalment, which makes it valid, is not paid yet and not late.
    Granted,
    /// Running.
    Active,
    /// The first instalment was not paid wholly in time: as if there had been no plan.
    Annulled {
        /// The first day without it.
        on: Day,
    },
    /// Two instalments were missed: the whole debt can be recovered.
    Revoked {
        /// The first day without it.
        on: Day,
    },
    /// All that was left was paid ahead of time.
    Extinguished {
        /// When.
        on: Day,
    },
    /// Every instalment is paid.
    Concluded {
        /// When the last payment came.
        on: Day,
    },
}

/// Where an instalment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Paid by its day.
    Paid,
    /// Paid wholly, after its day.
    PaidLate,
    /// Not wholly paid, and its day has passed.
    Missed,
    /// Not wholly paid, and its day has not passed.
    Open,
}

/// A plan on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Life {
    /// Where it stands.
    pub state: State,
    /// Where each instalment stands, in order.
    pub instalments: Vec<Standing>,
    /// How many are missed; one more than one revokes the plan.
    pub missed: u16,
    /// The debt, interest apart, that is left.
    pub residual: Euro,
    /// What would pay it off today: what is overdue, and the debt that is left of what is not due yet.
    pub to_extinguish: Euro,
    /// The number of the first instalment that is not wholly paid.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub next: Option<u16>,
}

/// Why the payments are not payments of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LifeError {
    /// The plan has no instalments.
    Empty,
    /// It has no instalment of this number.
    NoSuchInstalment {
        /// The number.
        number: u16,
    },
    /// A payment is below zero.
    Negative,
}

impl Display for LifeError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        match self {
            Self::Empty => formatter.write_str("a plan without instalments"),
            Self::NoSuchInstalment { number } => write!(formatter, "no instalment {number}"),
            Self::Negative => formatter.write_str("a payment below zero"),
        }
    }
}

impl Error for LifeError {}

/// A plan and its payments: how much of each instalment came by when.
struct Book<'a> {
    rows: &'a [Instalment],
    payments: &'a [Paid],
}

impl Book<'_> {
    fn paid(&self, row: &Instalment, by: Day) -> Euro {
        let mine = self.payments.iter().filter(|paid| paid.number == row.number && paid.day <= by);
        mine.map(|paid| paid.amount).sum()
    }

    fn is_paid(&self, row: &Instalment, by: Day) -> bool {
        self.paid(row, by) >= row.amount
    }

    fn standing(&self, row: &Instalment, today: Day) -> Standing {
        if self.is_paid(row, row.due.min(today)) {
            Standing::Paid
        } else if self.is_paid(row, today) {
            Standing::PaidLate
        } else if row.due < today {
            Standing::Missed
        } else {
            Standing::Open
        }
    }

    /// The debt that an instalment leaves: what was paid of it covers its interest first.
    fn left_of(&self, row: &Instalment, by: Day) -> Euro {
        let covered = (self.paid(row, by) - row.interest).max(Euro::ZERO);
        (row.capital - covered).max(Euro::ZERO)
    }

    fn residual(&self, by: Day) -> Euro {
        self.rows.iter().map(|row| self.left_of(row, by)).sum()
    }

    fn to_extinguish(&self, on: Day) -> Euro {
        let of = |row: &Instalment| {
            if row.due <= on {
                (row.amount - self.paid(row, on)).max(Euro::ZERO)
            } else {
                self.left_of(row, on)
            }
        };
        self.rows.iter().map(of).sum()
    }

    /// When the plan fell, by the payments up to `today`: the day after the first instalment, or after the second that was missed.
    ///
    /// A missed instalment that is made good before the next is missed no longer counts.
    fn fell(&self, today: Day) -> Option<State> {
        let (first, _) = self.rows.split_first()?;
        if first.due < today && !self.is_paid(first, first.due) {
            return Some(State::Annulled { on: first.due.plus_days(1) });
        }
        let past = self.rows.iter().take_while(|row| row.due < today);
        let broken = |row: &&Instalment| {
            let up_to = self.rows.iter().take_while(|other| other.number <= row.number);
            up_to.filter(|other| !self.is_paid(other, row.due)).count() >= 2
        };
        let row = past.into_iter().find(broken)?;
        Some(State::Revoked { on: row.due.plus_days(1) })
    }

    fn state(&self, closing: Option<Closing>, today: Day) -> State {
        let fell = self.fell(today);
        let fell_on = match fell {
            Some(State::Annulled { on } | State::Revoked { on }) => on,
            _ => Day::LAST,
        };
        if let Some(closing) = closing.filter(|closing| closing.day <= today)
            && closing.day < fell_on
            && closing.amount >= self.to_extinguish(closing.day)
        {
            return State::Extinguished { on: closing.day };
        }
        if let Some(state) = fell {
            return state;
        }
        if self.rows.iter().all(|row| self.is_paid(row, today)) {
            let days = self.payments.iter().map(|paid| paid.day).filter(|day| *day <= today);
            return State::Concluded { on: days.max().unwrap_or(today) };
        }
        match self.rows.first() {
            Some(first) if !self.is_paid(first, today) => State::Granted,
            _ => State::Active,
        }
    }
}

/// Where a plan stands on a day (Circ. INPS 108/2013): the first instalment makes it valid, missing or short it annuls it; two
/// instalments missed at a time, in a row or not, revoke it; who pays what is left extinguishes it.
///
/// # Errors
/// The [`LifeError`] that says which payment is none.
pub fn life(
    plan: &Plan,
    payments: &[Paid],
    closing: Option<Closing>,
    today: Day,
) -> Result<Life, LifeError> {
    let rows = plan.instalments.as_slice();
    if rows.is_empty() {
        return Err(LifeError::Empty);
    }
    for paid in payments {
        if !rows.iter().any(|row| row.number == paid.number) {
            return Err(LifeError::NoSuchInstalment { number: paid.number });
        }
    }
    let amounts = payments.iter().map(|paid| paid.amount);
    if amounts.chain(closing.map(|closing| closing.amount)).any(Euro::is_negative) {
        return Err(LifeError::Negative);
    }
    let book = Book { rows, payments };
    let state = book.state(closing, today);
    let closed = matches!(state, State::Extinguished { .. } | State::Concluded { .. });
    let owed = |amount: Euro| if closed { Euro::ZERO } else { amount };
    let instalments: Vec<_> = rows.iter().map(|row| book.standing(row, today)).collect();
    let missed = instalments.iter().filter(|standing| **standing == Standing::Missed).count();
    let next = rows.iter().find(|row| !book.is_paid(row, today)).filter(|_| !closed);
    Ok(Life {
        state,
        missed: u16::try_from(missed).unwrap_or(u16::MAX),
        instalments,
        residual: owed(book.residual(today)),
        to_extinguish: owed(book.to_extinguish(today)),
        next: next.map(|row| row.number),
    })
}
