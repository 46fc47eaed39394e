//! Answering a query: which companies may have what was asked for, and what of it they have.
//!
//! For each word the index says which companies have it; those that have all of them are looked into, if the caller may see them. A
//! word so short that too many have it says nothing, and then each company is looked into that the caller may see. First whole words
//! are tried, then beginnings, then words with a typo, until there are enough hits; where there is none, whether one word is two.

use std::collections::HashSet;
use std::ops::ControlFlow;

use shared::ids::CompanyId;
use shared::search::Rank;

use super::bits::Bits;
use super::query::{Query, Within};
use super::table::{COMPANY, DOCS, HERE, NEAR, Scope, Stored, WORDS};
use super::text::{self, INFIX, SHORTEST_INFIX};
use super::visible::Visible;
use crate::fault::Result;
use crate::store::{Order, ReadTx, Span, StoreError};

/// Most companies collected before the best are chosen.
const COMPANIES: usize = 60;
/// Most things of companies collected.
const RECORDS: usize = 120;
/// Most things of one company.
const OF_ONE: usize = 20;
/// Most things looked at to see whether they are of the archive that was named.
const LOOKED: usize = 3_000;
/// Most ways to part a word that are tried, of those whose parts are words that anything has.
const PARTED: usize = 4;
/// Most words a mistyped one can be meant for.
const MEANT: usize = 64;

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub company: CompanyId,
    pub company_name: String,
    pub stored: Stored,
    pub rank: Rank,
}

/// How words are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pass {
    Whole,
    Beginning,
    Typo,
}

/// A search under way.
pub(super) struct Search<'s> {
    tx: &'s dyn ReadTx,
    visible: &'s Visible<'s>,
    query: &'s Query,
    seen: HashSet<(u32, u32)>,
    companies: Vec<Hit>,
    records: Vec<Hit>,
    /// The sections that records must be of, where an archive is named, and how many were looked at for it.
    only: Option<&'s [u8]>,
    looked: usize,
    /// Whether nothing was left out but for having enough.
    complete: bool,
}

/// What a search found: companies, records, and whether everything was looked at.
pub(super) type Outcome = (Vec<Hit>, Vec<Hit>, bool);

/// Looks for the query among what is visible; a search for `enough` hits tolerates typos only if it finds fewer without.
pub(super) fn search(
    tx: &dyn ReadTx,
    visible: &Visible<'_>,
    query: &Query,
    enough: usize,
) -> Result<Outcome> {
    let (seen, companies, records) = Default::default();
    let (only, looked, complete) = (None, 0, true);
    let mut search =
        Search { tx, visible, query, seen, companies, records, only, looked, complete };
    if let Some(code) = &query.code {
        search.read(code, Pass::Whole)?;
        search.read(code, Pass::Beginning)?;
        if !search.seen.is_empty() {
            return Ok((search.companies, search.records, search.complete));
        }
    }
    for pass in [Pass::Whole, Pass::Beginning, Pass::Typo] {
        if pass == Pass::Typo && search.companies.len() + search.records.len() >= enough {
            break;
        }
        for reading in &query.readings {
            search.read(reading, pass)?;
        }
        if let (Some(within), Pass::Whole) = (&query.within, pass) {
            search.read_within(within)?;
        }
    }
    let mut tried = 0;
    for reading in query.parted() {
        if !search.seen.is_empty() || tried == PARTED {
            break;
        }
        if search.knows(&reading)? {
            tried += 1;
            search.read(&reading, Pass::Whole)?;
        }
    }
    Ok((search.companies, search.records, search.complete))
}

/// A word of a reading: what it stands for in this pass, and which companies have it.
struct Word<'w> {
    text: &'w str,
    /// The words it may be meant for.
    meant: Vec<String>,
    /// Companies that have it themselves, and companies that have something with it; none if they are too many to say.
    owners: Option<Bits>,
    holders: Option<Bits>,
}

impl<'s> Search<'s> {
    fn read(&mut self, reading: &[String], pass: Pass) -> Result<()> {
        if pass == Pass::Typo && !reading.iter().any(|word| text::may_be_mistyped(word)) {
            return Ok(());
        }
        let words: Vec<Word<'_>> =
            reading.iter().map(|text| self.word(text, pass)).collect::<Result<_>>()?;
        self.find_companies(&words, pass)?;
        self.find_records(&words, pass)
    }

    /// Looks for whole words among what is of the archive that was named.
    fn read_within(&mut self, within: &'s Within) -> Result<()> {
        let words: Vec<Word<'_>> =
            within.words.iter().map(|text| self.word(text, Pass::Whole)).collect::<Result<_>>()?;
        self.only = Some(&within.sections);
        self.find_records(&words, Pass::Whole)?;
        self.complete &= self.looked < LOOKED;
        // What is looked for next is looked for everywhere.
        (self.only, self.looked) = (None, 0);
        Ok(())
    }

    /// Whether each word is one that anything has.
    fn knows(&self, reading: &[String]) -> Result<bool> {
        for word in reading {
            let has = |scope: Scope| WORDS.exists(self.tx, &scope.name(word));
            if !has(Scope::Companies)? && !has(Scope::Records)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn word<'w>(&self, text: &'w str, pass: Pass) -> Result<Word<'w>> {
        let meant = match pass {
            Pass::Typo if text::may_be_mistyped(text) => meant(self.tx, text)?,
            _ => Vec::new(),
        };
        let mut owners = self.having(Scope::Companies, text, &meant, pass)?;
        if let Some(owners) = owners.as_mut().filter(|_| may_be_infix(text, pass)) {
            match self.having(Scope::Companies, &format!("{INFIX}{text}"), &[], pass)? {
                Some(more) => owners.join(&more),
                None => {
                    return Ok(Word {
                        text,
                        meant,
                        owners: None,
                        holders: self.having(Scope::Records, text, &[], pass)?,
                    });
                }
            }
        }
        let holders = self.having(Scope::Records, text, &meant, pass)?;
        Ok(Word { text, meant, owners, holders })
    }

    /// The companies that have a term, or one that begins with it, or one of those it is meant for.
    fn having(
        &self,
        scope: Scope,
        text: &str,
        meant: &[String],
        pass: Pass,
    ) -> Result<Option<Bits>> {
        let mut bits = Bits::default();
        let whole = meant.iter().map(String::as_str).chain((pass == Pass::Whole).then_some(text));
        for term in whole {
            WORDS.of(self.tx, &scope.name(term))?.into_iter().for_each(|number| bits.add(number));
        }
        if pass == Pass::Whole {
            return Ok(Some(bits));
        }
        let (mut rows, most) = (0, self.visible.patience());
        WORDS.beginning(self.tx, &scope.name(text), |_, numbers| {
            rows += 1;
            if rows > most {
                return ControlFlow::Break(());
            }
            numbers.for_each(|number| bits.add(number));
            ControlFlow::Continue(())
        })?;
        Ok((rows <= most).then_some(bits))
    }

    /// Companies that have all words themselves.
    fn find_companies(&mut self, words: &[Word<'_>], pass: Pass) -> Result<()> {
        let candidates = meeting(words.iter().map(|word| word.owners.as_ref()));
        let certain = words.iter().all(|word| word.owners.is_some());
        let visible = self.visible;
        let complete = visible.each(self.tx, candidates.as_ref(), |number, company| {
            if certain || self.has_all(number, words, pass)? {
                self.note(number, COMPANY, company, pass)?;
            }
            Ok(self.companies.len() >= COMPANIES)
        })?;
        self.complete &= complete;
        Ok(())
    }

    fn has_all(&self, number: u32, words: &[Word<'_>], pass: Pass) -> Result<bool> {
        for word in words {
            if !self.is_owner(number, word, pass)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a company itself has the word.
    fn is_owner(&self, number: u32, word: &Word<'_>, pass: Pass) -> Result<bool> {
        if let Some(owners) = &word.owners {
            return Ok(owners.has(number));
        }
        let has = |text: &str| {
            Ok::<_, StoreError>(
                !self.docs(number, Scope::Companies, text, &word.meant, pass)?.is_empty(),
            )
        };
        Ok(has(word.text)?
            || (may_be_infix(word.text, pass) && has(&format!("{INFIX}{}", word.text))?))
    }

    /// Things of companies that have all words, those apart that their company has; one word at least is their own.
    fn find_records(&mut self, words: &[Word<'_>], pass: Pass) -> Result<()> {
        let either: Vec<Option<Bits>> = words
            .iter()
            .map(|word| {
                let mut either = word.holders.clone()?;
                either.join(word.owners.as_ref()?);
                Some(either)
            })
            .collect();
        let mut candidates = meeting(either.iter().map(Option::as_ref));
        let own: Option<Bits> = words.iter().try_fold(Bits::default(), |mut own, word| {
            own.join(word.holders.as_ref()?);
            Some(own)
        });
        match (&mut candidates, own) {
            (Some(candidates), Some(own)) => candidates.meet(&own),
            (None, Some(own)) => candidates = Some(own),
            (_, None) => {}
        }
        let visible = self.visible;
        let complete = visible.each(self.tx, candidates.as_ref(), |number, company| {
            let mut taken = 0;
            for doc in self.matching(number, words, pass)? {
                taken += usize::from(self.note(number, doc, company, pass)?);
                if taken == OF_ONE || self.looked == LOOKED {
                    break;
                }
            }
            Ok(self.records.len() >= RECORDS || self.looked == LOOKED)
        })?;
        self.complete &= complete;
        Ok(())
    }

    /// The things of a company that have all words.
    fn matching(&self, number: u32, words: &[Word<'_>], pass: Pass) -> Result<Vec<u32>> {
        let mut all: Option<Vec<u32>> = None;
        let mut any: Vec<u32> = Vec::new();
        for word in words {
            let docs = match &word.holders {
                Some(holders) if !holders.has(number) => Vec::new(),
                _ => self.docs(number, Scope::Records, word.text, &word.meant, pass)?,
            };
            if self.is_owner(number, word, pass)? {
                any.extend(docs);
                continue;
            }
            if docs.is_empty() {
                return Ok(Vec::new());
            }
            all = Some(match all {
                None => docs,
                Some(all) => {
                    all.into_iter().filter(|doc| docs.binary_search(doc).is_ok()).collect()
                }
            });
        }
        Ok(all.unwrap_or_else(|| {
            any.sort_unstable();
            any.dedup();
            any
        }))
    }

    /// The things of a company in this scope that have the word.
    fn docs(
        &self,
        number: u32,
        scope: Scope,
        text: &str,
        meant: &[String],
        pass: Pass,
    ) -> std::result::Result<Vec<u32>, StoreError> {
        let whole = meant.iter().map(String::as_str).chain((pass == Pass::Whole).then_some(text));
        let mut docs = Vec::new();
        for term in whole {
            docs.extend(HERE.of(self.tx, &scope.name_here(number, term))?);
        }
        if pass != Pass::Whole {
            HERE.beginning(self.tx, &scope.name_here(number, text), |_, numbers| {
                docs.extend(numbers);
                ControlFlow::Continue(())
            })?;
        }
        docs.sort_unstable();
        docs.dedup();
        Ok(docs)
    }

    /// Notes something that was found, once; tells whether it is what is looked for.
    fn note(&mut self, number: u32, doc: u32, company: CompanyId, pass: Pass) -> Result<bool> {
        if self.only.is_none() && self.seen.contains(&(number, doc)) {
            return Ok(true);
        }
        let Some(stored) = DOCS.get(self.tx, &(number, doc))? else { return Ok(false) };
        if let Some(only) = self.only {
            self.looked += 1;
            if !stored.section.is_some_and(|section| only.contains(&section)) {
                return Ok(false);
            }
        }
        if !self.seen.insert((number, doc)) {
            return Ok(true);
        }
        let rank = self.rank(&stored, pass);
        if doc == COMPANY {
            let company_name = stored.title.clone();
            self.companies.push(Hit { company, company_name, stored, rank });
        } else {
            let company_name = DOCS
                .get(self.tx, &(number, COMPANY))?
                .map_or_else(String::new, |stored| stored.title);
            self.records.push(Hit { company, company_name, stored, rank });
        }
        Ok(true)
    }

    fn rank(&self, stored: &Stored, pass: Pass) -> Rank {
        let is_code = |word: &String| {
            word.bytes().any(|byte| byte.is_ascii_digit())
                && stored.terms.binary_search(word).is_ok()
        };
        if self.query.code.iter().chain(&self.query.readings).flatten().any(is_code) {
            Rank::Code
        } else if pass == Pass::Typo {
            Rank::Typo
        } else if text::fold(&stored.title).starts_with(&self.query.folded) {
            Rank::Title
        } else {
            Rank::Words
        }
    }
}

/// Words of the index one typo away.
pub(super) fn meant(tx: &dyn ReadTx, text: &str) -> Result<Vec<String>> {
    let mut meant = Vec::new();
    for variant in text::variants(text) {
        NEAR.scan(tx, &Span::prefix(&variant), Order::Ascending, |(_, word)| {
            if word != text && text::is_near(&word, text) && !meant.contains(&word) {
                meant.push(word);
            }
            let enough = meant.len() >= MEANT;
            Ok(if enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })?;
    }
    Ok(meant)
}

/// What all sets have in common, those apart that cannot be told; nothing if none can.
fn meeting<'b>(sets: impl Iterator<Item = Option<&'b Bits>>) -> Option<Bits> {
    sets.flatten().fold(None, |met: Option<Bits>, set| {
        Some(match met {
            None => set.clone(),
            Some(mut met) => {
                met.meet(set);
                met
            }
        })
    })
}

/// Whether a word may be the middle of a code.
fn may_be_infix(word: &str, pass: Pass) -> bool {
    pass == Pass::Beginning
        && word.len() >= SHORTEST_INFIX
        && word.bytes().all(|byte| byte.is_ascii_digit())
}
