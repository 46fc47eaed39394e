//! Which requests may fit a query.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::ops::ControlFlow;

use shared::ids::{CompanyId, RequestId};
use shared::offices::OfficeCode;
use shared::register::ProtocolNumber;
use shared::search::Rank;

use super::fit::{fits, number_fits, rank};
use super::{Candidate, Look, itself, numbers};
use crate::fault::Result;
use crate::offices::service as offices;
use crate::people::Place;
use crate::register::service as register;
use crate::requests::service as requests;
use crate::search::find::meant;
use crate::search::index::is_kept;
use crate::search::service::folded;
use crate::search::table::{ASKED, COMPANY_OF, Scope, WORDS};
use crate::search::text::may_be_mistyped;
use crate::store::{Order, ReadTx, Span, StoreError};

/// Requests that may fit.
pub(super) struct Candidates<'l> {
    look: &'l Look<'l>,
    pub found: BTreeMap<RequestId, Candidate>,
    /// Whether none was left out.
    pub complete: bool,
}

/// Those of the companies that the caller may see, or of the caller's office. Whether they may be read is not asked yet.
pub(super) fn of<'l>(look: &'l Look<'l>) -> Result<Candidates<'l>> {
    let mut all = Candidates { look, found: BTreeMap::new(), complete: true };
    let office = match &look.caller.place {
        Place::Office(office) if look.caller.role.is_staff() => Some(*office),
        _ => None,
    };
    all.numbered(office)?;
    let readings = || look.query.code.iter().chain(&look.query.readings);
    if let Some(office) = office {
        for part in offices::parts(look.tx, office, look.today)? {
            for words in readings() {
                all.by_words(Some(part), words)?;
            }
        }
        return Ok(all);
    }
    let (companies, are_all) = look.visible.listed(look.limits.asked);
    if !are_all {
        // A whole number is what was meant: its parts say nothing more.
        let number = numbers::read(&look.query.folded).iter().any(|said| said.whole().is_some());
        for words in readings().take(if number { 1 } else { usize::MAX }) {
            all.by_words(None, words)?;
        }
    }
    // Of more than are looked through, the first at least are where words do not say enough.
    if are_all || !all.complete {
        for company in companies {
            all.of_company(company)?;
        }
    }
    Ok(all)
}

impl Candidates<'_> {
    fn add(&mut self, id: RequestId, rank: Rank, number: Option<String>) {
        let candidate = Candidate { rank, numbers: Vec::new() };
        let candidate = self.found.entry(id).or_insert(candidate);
        candidate.rank = candidate.rank.min(rank);
        candidate.numbers.extend(number);
    }

    /// Those in whose conversation a document has a number that may be meant: a whole number of any office, part of one of the caller's.
    fn numbered(&mut self, office: Option<OfficeCode>) -> Result<()> {
        let Look { tx, query, today, .. } = *self.look;
        let parts = match office {
            Some(office) => offices::parts(tx, office, today)?,
            None => Vec::new(),
        };
        let words = query.code.iter().chain(&query.readings).flatten();
        let typed: BTreeSet<&String> = words.chain([&query.folded]).collect();
        for code in typed {
            let mut meant: BTreeSet<ProtocolNumber> = BTreeSet::new();
            for said in numbers::read(code) {
                meant.extend(said.whole());
                for part in &parts {
                    meant.extend(said.of(tx, *part, today)?);
                }
            }
            for number in meant {
                let about = register::about(tx, number)?.and_then(|about| about.parse().ok());
                let number = folded(&number.to_string());
                let rank = number_fits(&number, code).unwrap_or(Rank::Words);
                if let Some(id) = about {
                    self.add(id, rank, Some(number));
                }
            }
        }
        Ok(())
    }

    /// Those that have these words, or some of them and the others are their company's: of an office, or of more companies than are
    /// looked through.
    fn by_words(&mut self, office: Option<OfficeCode>, words: &[String]) -> Result<()> {
        let (owners, common) = match words {
            [_] => Default::default(),
            _ => self.owners(words)?,
        };
        // Such a word may be that of companies that are not looked through, or part of a number, which only an office looks for.
        let is_part = |word: &String| numbers::read(word).iter().any(|said| said.whole().is_none());
        let may_be_elsewhere =
            |word: &String| common.contains(&word) || (office.is_none() && is_part(word));
        let (own, elsewhere): (Vec<&String>, Vec<&String>) =
            words.iter().filter(|word| is_kept(word)).partition(|word| !may_be_elsewhere(word));
        let (having, whole) = match own.is_empty() {
            true => (self.meeting(office, &elsewhere)?.0, false),
            false => self.meeting(office, &own)?,
        };
        self.complete &= whole;
        match office {
            Some(_) => having.into_iter().for_each(|id| self.add(id, Rank::Words, None)),
            None => self.of_listed(&having)?,
        }
        for company in owners {
            if office.is_some() || self.look.visible.lists(company) {
                self.of_company(company)?;
            }
        }
        Ok(())
    }

    /// The requests that have all of these words, and whether none is left out: those of which only the latest are known narrow the
    /// others no further.
    fn meeting(
        &self,
        office: Option<OfficeCode>,
        words: &[&String],
    ) -> Result<(BTreeSet<RequestId>, bool)> {
        let (mut whole, mut latest): (Option<BTreeSet<RequestId>>, Option<_>) = (None, None);
        for word in words {
            let (having, is_whole) = self.having(office.map(OfficeCode::number), word)?;
            let met = if is_whole { &mut whole } else { &mut latest };
            *met = Some(match met.take() {
                Some(before) => &before & &having,
                None => having,
            });
        }
        let is_whole = whole.is_some();
        Ok((whole.or(latest).unwrap_or_default(), is_whole))
    }

    /// Those among these that fit and are of a company whose list is known, the latest first.
    fn of_listed(&mut self, having: &BTreeSet<RequestId>) -> Result<()> {
        let Look { tx, visible, limits, .. } = *self.look;
        self.complete &= having.len() <= limits.asked;
        for id in having.iter().rev().take(limits.asked) {
            let Some(company) = requests::company(tx, *id)?.filter(|one| visible.lists(*one))
            else {
                continue;
            };
            if let Some(found_by) = requests::found_by(tx, company, *id)? {
                self.weigh(company, *id, &found_by, &mut None)?;
            }
        }
        Ok(())
    }

    /// The companies that have one of the words themselves, and the words that too many have.
    fn owners<'w>(&self, words: &'w [String]) -> Result<(Vec<CompanyId>, Vec<&'w String>)> {
        let Look { tx, limits, .. } = *self.look;
        let (mut owners, mut common) = (BTreeSet::new(), Vec::new());
        for word in words {
            let mut having: BTreeSet<u32> = BTreeSet::new();
            WORDS.beginning(tx, &Scope::Companies.name(word), |_, numbers| {
                having.extend(numbers);
                match having.len() > limits.owners {
                    true => ControlFlow::Break(()),
                    false => ControlFlow::Continue(()),
                }
            })?;
            for meant in slips(tx, word)? {
                having.extend(WORDS.of(tx, &Scope::Companies.name(&meant))?);
            }
            match having.len() > limits.owners {
                true => common.push(word),
                false => owners.extend(having),
            }
        }
        let mut companies = Vec::new();
        for number in owners {
            let bytes = COMPANY_OF.get(tx, &number)?;
            companies.extend(bytes.map(|id| CompanyId::from_u128(u128::from_be_bytes(id))));
        }
        Ok((companies, common))
    }

    /// Those of a company, looked through one by one.
    fn of_company(&mut self, company: CompanyId) -> Result<()> {
        // What the company itself is found by is needed by few.
        let mut company_words = None;
        requests::rows(self.look.tx, company, |id, found_by| {
            self.weigh(company, id, found_by, &mut company_words)
        })
    }

    /// Adds a request of a company if it fits by what it is found by; the company's own words are kept for the next one.
    fn weigh(
        &mut self,
        company: CompanyId,
        id: RequestId,
        found_by: &str,
        company_words: &mut Option<Vec<String>>,
    ) -> std::result::Result<(), StoreError> {
        let Look { tx, query, .. } = *self.look;
        let mut readings = query.code.iter().chain(&query.readings);
        let many = readings.clone().any(|words| words.len() > 1);
        let (number, words) = found_by.split_once(' ').unwrap_or((found_by, ""));
        let own = |word: &str| {
            number_fits(number, word).into_iter().chain(fits(words.split(' '), word)).min()
        };
        let mut fit = rank(query, "", own, |_| None);
        if fit.is_none()
            && many
            && readings.any(|words| words.iter().any(|word| own(word).is_some()))
        {
            let theirs = match company_words.take() {
                Some(known) => known,
                None => itself(tx, company)?.terms,
            };
            fit = rank(query, "", own, |word| fits(&theirs, word));
            *company_words = Some(theirs);
        }
        if let Some(rank) = fit {
            self.add(id, rank, None);
        }
        Ok(())
    }

    /// The requests of an office or of all that have a word which begins so or which this one may be a slip of, and whether these are all.
    fn having(&self, office: Option<u16>, word: &str) -> Result<(BTreeSet<RequestId>, bool)> {
        let (terms, mut whole) = self.terms(word)?;
        let mut having = BTreeSet::new();
        for term in &terms {
            let all = self.latest(office, term, &mut having)?;
            if !all && office.is_none() {
                // In the order of the index those of the last offices come first.
                return Ok((self.newest(&terms)?, false));
            }
            whole &= all;
        }
        Ok((having, whole))
    }

    /// The words of requests that begin so or which this one may be a slip of, and whether these are all.
    fn terms(&self, word: &str) -> Result<(Vec<String>, bool)> {
        let Look { tx, limits, .. } = *self.look;
        let (mut terms, mut whole) = (Vec::new(), true);
        let mut from = word.to_owned();
        for looked in 0..=limits.terms {
            let next = ASKED.first(tx, &Span::from(&from), Order::Ascending)?;
            let Some((term, ..)) = next.filter(|(term, ..)| term.starts_with(word)) else { break };
            whole &= looked < limits.terms;
            // No term has such a letter: what comes next is the next term.
            from = [&term, "\u{1}"].concat();
            terms.push(term);
        }
        terms.extend(slips(tx, word)?);
        Ok((terms, whole))
    }

    /// The latest requests with one of these terms, whatever office they are with: at each the next one is known, and the latest of them is
    /// taken.
    fn newest(&self, terms: &[String]) -> Result<BTreeSet<RequestId>> {
        let Look { tx, limits, .. } = *self.look;
        let (mut next, mut newest) = (BinaryHeap::new(), BTreeSet::new());
        for term in terms {
            let mut span = Span::prefix(term);
            while let Some(place) = ASKED.first(tx, &span, Order::Descending)? {
                span = Span::between(term, &(term.clone(), place.1));
                next.push((place.2, place));
            }
        }
        while newest.len() < limits.of_word
            && let Some((id, place)) = next.pop()
        {
            newest.insert(id);
            let before = Span::prefix(&(place.0.clone(), place.1)).after(&place, Order::Descending);
            let before = ASKED.first(tx, &before, Order::Descending)?;
            next.extend(before.map(|place| (place.2, place)));
        }
        Ok(newest)
    }

    /// Adds the latest requests of an office with a term, or those of all, and tells whether none was left out.
    fn latest(
        &self,
        office: Option<u16>,
        term: &str,
        having: &mut BTreeSet<RequestId>,
    ) -> Result<bool> {
        let Look { tx, limits, .. } = *self.look;
        let (span, most) = match office {
            Some(office) => (Span::prefix(&(term.to_owned(), office)), limits.of_term),
            None => (Span::prefix(&term.to_owned()), limits.of_word),
        };
        let (mut taken, mut whole) = (0, true);
        ASKED.scan(tx, &span, Order::Descending, |(.., id)| {
            whole = taken < most && having.len() < limits.of_word;
            if !whole {
                return Ok(ControlFlow::Break(()));
            }
            taken += 1;
            having.insert(id);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(whole)
    }
}

/// Words that a typed one may be a slip of.
fn slips(tx: &dyn ReadTx, word: &str) -> Result<Vec<String>> {
    if may_be_mistyped(word) { meant(tx, word) } else { Ok(Vec::new()) }
}
