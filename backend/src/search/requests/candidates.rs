//! Which requests may fit a query.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use shared::calendar::Day;
use shared::ids::{CompanyId, RequestId};
use shared::offices::OfficeCode;
use shared::register::ProtocolNumber;
use shared::search::Rank;

use super::fit::{fits, number_fits, rank};
use super::{Candidate, itself, numbers};
use crate::access::Caller;
use crate::fault::Result;
use crate::offices::service as offices;
use crate::people::Place;
use crate::register::service as register;
use crate::requests::service as requests;
use crate::search::find::meant;
use crate::search::index::is_kept;
use crate::search::query::Query;
use crate::search::service::folded;
use crate::search::table::{ASKED, COMPANY_OF, Scope, WORDS};
use crate::search::text::may_be_mistyped;
use crate::search::visible::Visible;
use crate::store::{Order, ReadTx, Span};

/// Most words of the index that a typed one may be the beginning of.
const TERMS: usize = 200;
/// Most requests that are taken of one word of the index, the latest, and of all that a typed one may stand for.
const OF_TERM: usize = 1_000;
const OF_WORD: usize = 6_000;
/// Most companies with a word that are looked through for an office.
const COMPANIES: usize = 64;

/// Requests that may fit.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    pub found: BTreeMap<RequestId, Candidate>,
    /// Whether none was left out.
    pub complete: bool,
}

/// Those of the companies that the caller may see, or of the caller's office. Whether they may be read is not asked yet.
pub(super) fn of(
    tx: &dyn ReadTx,
    caller: &Caller,
    visible: &Visible<'_>,
    query: &Query,
    today: Day,
) -> Result<Candidates> {
    let mut all = Candidates { complete: true, ..Candidates::default() };
    let office = match &caller.place {
        Place::Office(office) if caller.role.is_staff() => Some(*office),
        _ => None,
    };
    all.numbered(tx, office, query, today)?;
    match office {
        Some(office) => {
            for part in offices::parts(tx, office, today)? {
                for words in query.code.iter().chain(&query.readings) {
                    all.at_office(tx, part, query, words)?;
                }
            }
        }
        None => {
            let (companies, whole) = visible.listed();
            all.complete &= whole;
            for company in companies {
                all.of_company(tx, company, query)?;
            }
        }
    }
    Ok(all)
}

impl Candidates {
    fn add(&mut self, id: RequestId, rank: Rank, number: Option<String>) {
        let candidate = Candidate { rank, numbers: Vec::new() };
        let candidate = self.found.entry(id).or_insert(candidate);
        candidate.rank = candidate.rank.min(rank);
        candidate.numbers.extend(number);
    }

    /// Those in whose conversation a document has a number that may be meant: a whole number of any office, part of one of the caller's.
    fn numbered(
        &mut self,
        tx: &dyn ReadTx,
        office: Option<OfficeCode>,
        query: &Query,
        today: Day,
    ) -> Result<()> {
        let words = query.code.iter().chain(&query.readings).flatten();
        let typed: BTreeSet<&String> = words.chain([&query.folded]).collect();
        for code in typed {
            let mut meant: BTreeSet<ProtocolNumber> = BTreeSet::new();
            for said in numbers::read(code) {
                meant.extend(said.whole());
                if let Some(office) = office {
                    meant.extend(said.of(tx, office, today)?);
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

    /// Those of an office that have these words, or some of them and the others are their company's.
    fn at_office(
        &mut self,
        tx: &dyn ReadTx,
        office: OfficeCode,
        query: &Query,
        words: &[String],
    ) -> Result<()> {
        // Sets that have all that there is, and those of which only the latest are known.
        let (mut whole, mut latest): (Option<BTreeSet<RequestId>>, Option<_>) = (None, None);
        for word in words.iter().filter(|word| is_kept(word)) {
            let (having, is_whole) = having(tx, office.number(), word)?;
            let met = if is_whole { &mut whole } else { &mut latest };
            *met = Some(match met.take() {
                Some(before) => &before & &having,
                None => having,
            });
        }
        // Of words too short to be kept nothing is known.
        self.complete &= whole.is_some();
        for id in whole.or(latest).into_iter().flatten() {
            self.add(id, Rank::Words, None);
        }
        if words.len() > 1 {
            for company in self.owners(tx, words)? {
                self.of_company(tx, company, query)?;
            }
        }
        Ok(())
    }

    /// The companies that have one of the words themselves, those words apart that too many have.
    fn owners(&mut self, tx: &dyn ReadTx, words: &[String]) -> Result<Vec<CompanyId>> {
        let (mut owners, mut too_many) = (BTreeSet::new(), false);
        for word in words {
            let mut having = BTreeSet::new();
            WORDS.beginning(tx, &Scope::Companies.name(word), |_, numbers| {
                having.extend(numbers);
                match having.len() > COMPANIES {
                    true => ControlFlow::Break(()),
                    false => ControlFlow::Continue(()),
                }
            })?;
            for meant in slips(tx, word)? {
                having.extend(WORDS.of(tx, &Scope::Companies.name(&meant))?);
            }
            match having.len() > COMPANIES {
                true => too_many = true,
                false => owners.extend(having),
            }
        }
        self.complete &= !too_many || !owners.is_empty();
        let mut companies = Vec::new();
        for number in owners {
            let bytes = COMPANY_OF.get(tx, &number)?;
            companies.extend(bytes.map(|id| CompanyId::from_u128(u128::from_be_bytes(id))));
        }
        Ok(companies)
    }

    /// Those of a company, looked through one by one.
    fn of_company(&mut self, tx: &dyn ReadTx, company: CompanyId, query: &Query) -> Result<()> {
        let readings = || query.code.iter().chain(&query.readings);
        let many = readings().any(|words| words.len() > 1);
        // What the company itself is found by is needed by few.
        let mut company_words: Option<Vec<String>> = None;
        requests::rows(tx, company, |id, found_by| {
            let (number, words) = found_by.split_once(' ').unwrap_or((found_by, ""));
            let own = |word: &str| {
                number_fits(number, word).into_iter().chain(fits(words.split(' '), word)).min()
            };
            let mut fit = rank(query, "", own, |_| None);
            if fit.is_none() && many && readings().flatten().any(|word| own(word).is_some()) {
                let theirs = match company_words.take() {
                    Some(known) => known,
                    None => itself(tx, company)?.terms,
                };
                fit = rank(query, "", own, |word| fits(&theirs, word));
                company_words = Some(theirs);
            }
            if let Some(rank) = fit {
                self.add(id, rank, None);
            }
            Ok(())
        })
    }
}

/// The requests of an office that have a word which begins so or which this one may be a slip of, and whether these are all.
fn having(tx: &dyn ReadTx, office: u16, word: &str) -> Result<(BTreeSet<RequestId>, bool)> {
    let (mut having, mut whole) = (BTreeSet::new(), true);
    let mut from = word.to_owned();
    for looked in 0..=TERMS {
        let next = ASKED.first(tx, &Span::from(&from), Order::Ascending)?;
        let Some((term, ..)) = next.filter(|(term, ..)| term.starts_with(word)) else { break };
        whole &= looked < TERMS && latest(tx, office, &term, &mut having)?;
        // No term has such a letter: what comes next is the next term.
        from = term + "\u{1}";
    }
    for meant in slips(tx, word)? {
        whole &= latest(tx, office, &meant, &mut having)?;
    }
    Ok((having, whole))
}

/// Adds the latest requests of an office with a term, and tells whether these are all.
fn latest(
    tx: &dyn ReadTx,
    office: u16,
    term: &str,
    having: &mut BTreeSet<RequestId>,
) -> Result<bool> {
    let (mut taken, mut whole) = (0, true);
    let span = Span::prefix(&(term.to_owned(), office));
    ASKED.scan(tx, &span, Order::Descending, |(.., id)| {
        whole = taken < OF_TERM && having.len() < OF_WORD;
        if !whole {
            return Ok(ControlFlow::Break(()));
        }
        taken += 1;
        having.insert(id);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(whole)
}

/// Words that a typed one may be a slip of.
fn slips(tx: &dyn ReadTx, word: &str) -> Result<Vec<String>> {
    if may_be_mistyped(word) { meant(tx, word) } else { Ok(Vec::new()) }
}
