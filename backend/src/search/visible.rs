//! Which companies the caller may see: the only ones that anything is ever found of.

use shared::calendar::Day;
use shared::ids::CompanyId;

use super::bits::Bits;
use super::table::{COMPANY_OF, NUMBER_OF};
use crate::access::{self, Caller};
use crate::fault::Result;
use crate::store::ReadTx;

/// So many companies are looked into one by one.
const FEW: usize = 1_000;
/// Most companies that are asked whether the caller may see them.
const ASKED: usize = 4_000;

/// The companies that the caller may see.
pub(super) enum Visible<'c> {
    /// These, with their numbers in the index, in the order of those.
    Few(Vec<(u32, CompanyId)>),
    /// These, in their own order.
    Many(Vec<CompanyId>),
    /// Those of an office: asked for one by one, since listing them takes longer than a search.
    Office(&'c Caller, Day),
}

impl<'c> Visible<'c> {
    pub(super) fn of(tx: &dyn ReadTx, caller: &'c Caller, today: Day) -> Result<Self> {
        if caller.role.is_staff() {
            return Ok(Self::Office(caller, today));
        }
        let mut companies = access::visible_companies(tx, caller, today)?;
        if companies.len() > FEW {
            companies.sort_unstable();
            return Ok(Self::Many(companies));
        }
        let mut few = Vec::with_capacity(companies.len());
        for company in companies {
            few.extend(NUMBER_OF.get(tx, &company)?.map(|number| (number, company)));
        }
        few.sort_unstable();
        Ok(Self::Few(few))
    }

    /// The companies of those whose list is known, so many at most, and whether these are all.
    pub(super) fn listed(&self, most: usize) -> (Vec<CompanyId>, bool) {
        match self {
            Self::Few(few) => (few.iter().map(|(_, company)| *company).collect(), true),
            Self::Many(many) => (many.iter().take(most).copied().collect(), many.len() <= most),
            Self::Office(..) => (Vec::new(), true),
        }
    }

    /// Whether a company is one of those whose list is known.
    pub(super) fn lists(&self, company: CompanyId) -> bool {
        match self {
            Self::Few(few) => few.iter().any(|(_, one)| *one == company),
            Self::Many(many) => many.binary_search(&company).is_ok(),
            Self::Office(..) => false,
        }
    }

    /// How many rows of the index are worth reading to find companies, before it is better to look into each.
    pub(super) fn patience(&self) -> usize {
        match self {
            Self::Few(few) => (4 * few.len()).max(200),
            Self::Many(_) | Self::Office(..) => 8_000,
        }
    }

    /// Shows those of the candidates that the caller may see to `visit`, in the order of their numbers, until it says that this is
    /// enough; all that the caller may see if there are no candidates. Tells whether none was left out.
    pub(super) fn each(
        &self,
        tx: &dyn ReadTx,
        candidates: Option<&Bits>,
        mut visit: impl FnMut(u32, CompanyId) -> Result<bool>,
    ) -> Result<bool> {
        let numbers: Box<dyn Iterator<Item = u32>> = match (self, candidates) {
            (Self::Few(few), _) => {
                for (number, company) in few {
                    if candidates.is_none_or(|bits| bits.has(*number)) && visit(*number, *company)?
                    {
                        break;
                    }
                }
                return Ok(true);
            }
            (_, Some(bits)) => Box::new(bits.iter()),
            (_, None) => Box::new(self.all(tx)?.into_iter()),
        };
        for (asked, number) in numbers.enumerate() {
            if asked == ASKED {
                return Ok(false);
            }
            if let Some(company) = self.may_see(tx, number)?
                && visit(number, company)?
            {
                break;
            }
        }
        Ok(true)
    }

    fn may_see(&self, tx: &dyn ReadTx, number: u32) -> Result<Option<CompanyId>> {
        let Some(bytes) = COMPANY_OF.get(tx, &number)? else { return Ok(None) };
        let company = CompanyId::from_u128(u128::from_be_bytes(bytes));
        let may = match self {
            Self::Few(few) => few.binary_search_by_key(&number, |(number, _)| *number).is_ok(),
            Self::Many(_) => self.lists(company),
            Self::Office(caller, today) => access::relation(tx, caller, company, *today)?.is_some(),
        };
        Ok(may.then_some(company))
    }

    /// The numbers of so many as are asked at most, and one more.
    fn all(&self, tx: &dyn ReadTx) -> Result<Vec<u32>> {
        let listed;
        let companies: &[CompanyId] = match self {
            Self::Few(few) => return Ok(few.iter().map(|(number, _)| *number).collect()),
            Self::Many(many) => many,
            Self::Office(caller, today) => {
                listed = access::visible_companies(tx, caller, *today)?;
                &listed
            }
        };
        let mut numbers = Vec::new();
        for company in companies.iter().take(ASKED + 1) {
            numbers.extend(NUMBER_OF.get(tx, company)?);
        }
        Ok(numbers)
    }
}
