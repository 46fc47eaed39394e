//! What a notice holds.

use serde::{Deserialize, Serialize};

use super::F24Row;
use crate::calendar::{Day, Month};
use crate::fiscal::Matricola;
use crate::money::{Euro, Rate, half_up};

/// Why a notice was issued: the six macro-causes of Msg INPS 666/2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Another rate than that of the classification (`aliquota applicata`).
    Rate,
    /// A benefit taken back because the DURC was irregular.
    Durc,
    /// Wage integration and solidarity funds (`CIG/fondi`).
    WageIntegration,
    /// Sanctions.
    Sanctions,
    /// Checks of DURC or CIG not concluded (`esiti non definiti`): the notice is provisional.
    Pending,
    /// Others.
    Other,
}

impl Cause {
    /// Every cause, in the order of the message.
    pub const ALL: [Self; 6] = [
        Self::Rate,
        Self::Durc,
        Self::WageIntegration,
        Self::Sanctions,
        Self::Pending,
        Self::Other,
    ];

    /// Its code in the archive and in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rate => "aliquota",
            Self::Durc => "durc",
            Self::WageIntegration => "cig_fondi",
            Self::Sanctions => "sanzioni",
            Self::Pending => "esiti_non_definiti",
            Self::Other => "altre",
        }
    }

    /// The cause of a code; [`Cause::Other`] for one that is not known.
    pub fn of_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|cause| cause.code() == code).unwrap_or(Self::Other)
    }
}

/// Whom a notice favours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// To pay (`attiva`).
    ToPay,
    /// A credit of the company (`passiva`).
    InFavour,
}

/// A group of workers whose contribution was recalculated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupFigures {
    /// The codes joined, such as `1FI000`, or the code of a company item.
    pub group: String,
    /// How many workers.
    pub workers: u32,
    /// What was declared.
    pub declared: Euro,
    /// What is due.
    pub due: Euro,
    /// Why they differ, if they do.
    pub cause: Cause,
}

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DifferenceLine {
    /// Group of workers.
    pub group: String,
    /// How many.
    pub workers: u32,
    /// What was declared.
    pub declared: Euro,
    /// What was recalculated.
    pub recalculated: Euro,
    /// Recalculated less declared.
    pub delta: Euro,
    /// Why.
    pub cause: Cause,
}

/// The civil sanction on the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Sanction {
    /// The last day there was to pay the contribution.
    pub due: Day,
    /// Days from then to the pay-by date.
    pub days: u32,
    /// Yearly rate.
    pub rate: Rate,
    /// What those come to.
    pub accrued: Euro,
    /// What is due: that, or the cap where it is more.
    pub amount: Euro,
}

/// What is to be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Payable {
    /// Contributions.
    pub contribution: Euro,
    /// Civil sanction.
    pub sanction: Euro,
    /// Both, less what was paid already.
    pub total: Euro,
    /// Whether the sanction is halved.
    pub halved: bool,
}

/// One line of the arithmetic, for a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ArithmeticLine {
    /// What was declared for the groups that differ.
    Declared(Euro),
    /// What was recalculated for them.
    Recalculated(Euro),
    /// Recalculated less declared.
    Difference(Euro),
    /// The delay.
    Days {
        /// From the last day to pay.
        from: Day,
        /// To the pay-by date.
        to: Day,
        /// How many.
        days: u32,
    },
    /// `difference × rate × days / 365`, rounded half-up to the cent.
    Sanction {
        /// The difference.
        of: Euro,
        /// Yearly rate.
        rate: Rate,
        /// Days.
        days: u32,
        /// What it comes to.
        amount: Euro,
    },
    /// The cap, where that is less.
    Cap(Euro),
    /// Difference and sanction.
    Total(Euro),
    /// What of it was paid already, or of its credit used.
    Paid(Euro),
    /// What is enough by a day.
    Halved {
        /// The last day.
        until: Day,
        /// Half the sanction, rounded half-up to the cent.
        sanction: Euro,
        /// With the difference, less what was paid already.
        total: Euro,
    },
}

/// A rectification notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Notice {
    /// Position.
    pub matricola: Matricola,
    /// Month of competence.
    pub month: Month,
    /// The day it was issued.
    pub issued: Day,
    /// The day it was notified.
    pub notified: Option<Day>,
    /// Whom it favours.
    pub side: Side,
    /// Whether a check is not concluded, so that it may still change.
    pub provisional: bool,
    /// Groups that differ.
    pub lines: Vec<DifferenceLine>,
    /// Sum of the differences, above zero if to pay.
    pub difference: Euro,
    /// The last day to pay; none for a notice in favour.
    pub pay_by: Option<Day>,
    /// The civil sanction; none for a notice in favour.
    pub sanction: Option<Sanction>,
    /// The last day on which half the sanction is enough; none before notification, or under the old regime.
    pub halved_until: Option<Day>,
    /// What of it was paid already, or of its credit used.
    pub paid: Euro,
    /// The row that pays it in full, or sets off the credit, where nothing was paid yet.
    pub row: F24Row,
}

impl Notice {
    /// What is to be paid by somebody who pays all, or asks for instalments and pays the first, on a day. The sanction is that printed:
    /// who pays after the pay-by date owes more, which only a new calculation tells. Nothing for a notice in favour.
    pub fn payable(&self, day: Day) -> Payable {
        let contribution = self.difference.max(Euro::ZERO);
        let full = self.sanction.map_or(Euro::ZERO, |sanction| sanction.amount);
        let halved = self.halved_until.is_some_and(|until| day <= until) && !full.is_zero();
        let sanction = if halved { half(full) } else { full };
        let total = (contribution + sanction - self.paid).max(Euro::ZERO);
        Payable { contribution, sanction, total, halved }
    }

    /// The row that pays what is left of it on a day, or sets off what is left of its credit.
    pub fn row_on(&self, day: Day) -> F24Row {
        let row = self.row.clone();
        match self.side {
            Side::ToPay => F24Row { debit: self.payable(day).total, ..row },
            Side::InFavour => F24Row { credit: (row.credit - self.paid).max(Euro::ZERO), ..row },
        }
    }

    /// How it was reckoned, line by line.
    pub fn arithmetic(&self) -> Vec<ArithmeticLine> {
        let of = |amount: fn(&DifferenceLine) -> Euro| self.lines.iter().map(amount).sum();
        let mut lines = vec![
            ArithmeticLine::Declared(of(|line| line.declared)),
            ArithmeticLine::Recalculated(of(|line| line.recalculated)),
            ArithmeticLine::Difference(self.difference),
        ];
        if let (Some(sanction), Some(to)) = (self.sanction, self.pay_by) {
            let Sanction { due: from, days, rate, accrued, amount } = sanction;
            lines.push(ArithmeticLine::Days { from, to, days });
            let of = self.difference;
            lines.push(ArithmeticLine::Sanction { of, rate, days, amount: accrued });
            lines.extend((amount < accrued).then_some(ArithmeticLine::Cap(amount)));
            lines.push(ArithmeticLine::Total(self.difference + amount));
        }
        lines.extend((!self.paid.is_zero()).then_some(ArithmeticLine::Paid(self.paid)));
        if let Some(until) = self.halved_until {
            let Payable { sanction, total, .. } = self.payable(until);
            lines.push(ArithmeticLine::Halved { until, sanction, total });
        }
        lines
    }
}

/// Half an amount, rounded half-up to the cent.
pub fn half(amount: Euro) -> Euro {
    Euro::from_cents(half_up(amount.cents().into(), 2))
}
