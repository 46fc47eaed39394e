//! All that a check looks at.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Cover, CoverCause, Debt, DurcParameters, MissingReturn, Technical};
use crate::calendar::Day;
use crate::money::Euro;

/// The procedures of art. 5 DM 30/1/2015 during which older debts do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Procedure {
    /// `Concordato con continuità`, from the publication of the application to homologation.
    ContinuityComposition,
    /// Bankruptcy with provisional operation: debts before it was authorised.
    ProvisionalOperation,
    /// Extraordinary administration: debts before it was declared open.
    ExtraordinaryAdministration,
    /// An agreement on restructuring debts that provides for paying contributions.
    DebtRestructuring,
}

/// An insolvency procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Insolvency {
    /// Which.
    pub procedure: Procedure,
    /// Since when; what was due before is covered.
    pub opened: Day,
    /// The first day it no longer covers.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ended: Option<Day>,
}

impl Insolvency {
    /// What it does for what was due on a day: nothing where that is not older than the procedure.
    pub fn cover(&self, due: Day) -> Option<Cover> {
        let Self { opened, ended, .. } = *self;
        let cause = CoverCause::Insolvency;
        (due < opened).then_some(Cover { cause, from: opened, ended, amount: None })
    }
}

/// The invitation to regularise, sent by PEC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// The day of the query that found the gap: its cut-off holds for the whole case.
    pub checked: Day,
    /// The day it was sent.
    pub sent: Day,
}

/// All that a check looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// What is owed.
    #[serde(default)]
    pub debts: Vec<Debt>,
    /// Returns that are not there.
    #[serde(default)]
    pub missing_returns: Vec<MissingReturn>,
    /// What is wrong with the data.
    #[serde(default)]
    pub technical: Vec<Technical>,
    /// Certified credits towards public bodies, not used yet.
    #[serde(default)]
    pub certified_credits: Euro,
    /// An insolvency procedure.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub insolvency: Option<Insolvency>,
    /// The invitation that was sent last.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub invitation: Option<Invitation>,
}

impl Situation {
    /// The same, with what is known to have been paid after a day still open; and what may have been, where it is to be doubted.
    #[must_use]
    pub(super) fn paid_by(&self, day: Day, doubted: bool) -> Self {
        let mut then = self.clone();
        for debt in &mut then.debts {
            let later = debt.payments.iter().filter(|one| one.day > day);
            let later: Euro = later.map(|one| one.amount).sum();
            let undated = if doubted { debt.undated } else { Euro::ZERO };
            debt.paid = (debt.paid - later - undated).max(Euro::ZERO);
        }
        then
    }

    /// The same with what no check can be made of set aside, so that one bad record does not keep everything else from being said: a debt
    /// with an amount below zero or the key of another becomes a technical problem that names it, and an invitation from before there
    /// were terms is over.
    #[must_use]
    pub fn readable(self, parameters: &DurcParameters) -> Self {
        let mut keys = BTreeSet::new();
        let (debts, unsound): (Vec<Debt>, Vec<Debt>) = self
            .debts
            .into_iter()
            .partition(|debt| !debt.has_negative() && keys.insert(debt.key.clone()));
        let mut technical = self.technical;
        technical.extend(unsound.into_iter().map(Technical::of_debt));
        let invitation = self.invitation.filter(|one| parameters.on(one.checked).is_ok());
        Self { debts, technical, invitation, ..self }
    }
}
