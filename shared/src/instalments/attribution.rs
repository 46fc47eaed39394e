//! What F24 rows pay of plans whose archive does not say so yet.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::money::Euro;

/// How what F24 rows pay is counted among the instalments of plans. No law or circular says it, so it is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Attribution {
    /// In the order of their days: of the oldest plan first, and of a plan the oldest first; the next begins where one is wholly paid.
    OldestFirst,
    /// Not at all: only the archive of plans says what was paid.
    AsRecorded,
}

/// A plan that is being paid or was, as its archive holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPlan {
    /// Its protocol number.
    pub protocol: String,
    /// When it was asked for: what was paid before was not paid of it.
    pub applied: Day,
    /// The instalment that is to be paid next.
    pub next: Day,
    /// An instalment, above zero.
    pub instalment: Euro,
    /// How many there are.
    pub granted: u16,
    /// How many are paid.
    pub paid: u16,
    /// Of one that is over, the last day on which something can have been paid of it: what was is of no other plan.
    pub over: Option<Day>,
}

/// What payments made of a plan since its archive was fed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidPlan {
    /// Its protocol number.
    pub protocol: String,
    /// How many instalments are wholly paid.
    pub paid: u16,
    /// The instalment that is to be paid next; none where all are paid.
    pub next: Option<Day>,
    /// The day of the payment that made it so.
    pub last: Day,
}

/// The plans of which more was paid than their archive holds, where each payment, a day and an amount, is of the oldest instalments. What was
/// paid and handed in here must cover those that the archive holds as paid too: an instalment is not said to be paid on half the payments.
pub fn attribute(plans: &[HeldPlan], payments: &[(Day, Euro)]) -> Vec<PaidPlan> {
    let mut plans: Vec<&HeldPlan> =
        plans.iter().filter(|plan| plan.instalment > Euro::ZERO && plan.granted > 0).collect();
    plans.sort_by_key(|plan| (plan.applied, &plan.protocol));
    let mut payments = payments.to_vec();
    payments.sort_unstable();
    plans.into_iter().filter_map(|plan| plan.paid_by(&mut payments)).collect()
}

impl HeldPlan {
    /// What an amount pays of it: how many whole instalments. The last makes up for what was rounded, up to a cent for each of them.
    fn covered(&self, amount: Euro) -> u16 {
        let (of_each, all) = (self.instalment.cents(), i64::from(self.granted));
        let whole = amount.cents() / of_each;
        let rounded = amount.cents() + all >= of_each.saturating_mul(all);
        if rounded { self.granted } else { u16::try_from(whole).unwrap_or(self.granted) }
    }

    /// Takes from payments what they pay of it, and says what that makes of it; nothing where its archive holds as much.
    fn paid_by(&self, payments: &mut [(Day, Euro)]) -> Option<PaidPlan> {
        let all = self.instalment.cents().saturating_mul(self.granted.into());
        let (mut taken, mut found) = (Euro::ZERO, None);
        let mut before = self.paid;
        let is_while = |day: Day| day >= self.applied && self.over.is_none_or(|over| day <= over);
        for (day, left) in payments.iter_mut().filter(|(day, _)| is_while(*day)) {
            let part = (*left).min(Euro::from_cents(all) - taken);
            taken += part;
            *left -= part;
            let paid = self.covered(taken);
            if paid > before {
                before = paid;
                found = Some(*day);
            }
        }
        let paid = before;
        let next = self.next.plus_months(i32::from(paid) - i32::from(self.paid));
        let protocol = self.protocol.clone();
        found.filter(|_| self.over.is_none()).map(|last| PaidPlan {
            protocol,
            paid,
            next: (paid < self.granted).then_some(next),
            last,
        })
    }
}
