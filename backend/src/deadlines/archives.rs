//! What the fed archives of a company say that is due, and how much is open in them.

use std::collections::BTreeSet;

use shared::calendar::{Day, Month};
use shared::evidence::{Phase, Term};
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::notices::half;
use shared::parameters::Set;
use shared::sections::Subject;

use super::sources::{APPEALS, DEBTS, NOTICES, Rule, SOURCES, Source};
use crate::evidence::facts::record::{Record, all};
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::store::ReadTx;

/// What the archives of a company say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archives {
    /// Open debts.
    pub debts: u32,
    /// Their sum.
    pub debt: Euro,
    /// Open rectification notices.
    pub notices: u32,
    /// Terms of records.
    pub dated: Vec<Dated>,
    /// First and last month of what was asked for already: who pays it now does not do so unasked.
    pub asked: Vec<(Month, Month)>,
}

/// A term of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Which.
    pub subject: Subject,
    /// What it is called, in no language.
    pub title: String,
    /// What the term is for.
    pub term: Term,
    /// The last day.
    pub day: Day,
    /// The law or circular that counts it, where one does.
    pub source: Option<String>,
    /// What is to be paid by then, where that is known.
    pub amount: Option<Euro>,
    /// Whether it is settled.
    pub done: bool,
}

/// What the records of a company are read with.
struct Reader<'a> {
    set: &'a Set,
    /// The notices against which somebody appealed.
    appealed: BTreeSet<String>,
    today: Day,
    archives: Archives,
}

/// What the archives of a company say.
///
/// # Errors
/// Those of the store.
pub fn of(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Archives> {
    let set = parameters::current(tx)?;
    let appeals = all(tx, company, APPEALS, today)?;
    let appealed = appeals.iter().filter_map(|appeal| appeal.text("notice").map(str::to_owned));
    let mut reader =
        Reader { set: &set, appealed: appealed.collect(), today, archives: Archives::default() };
    for source in &SOURCES {
        for record in all(tx, company, source.slug, today)? {
            reader.read(source, &record);
        }
    }
    Ok(reader.archives)
}

impl Reader<'_> {
    fn read(&mut self, source: &Source, record: &Record) {
        let settled = record.state().is_some_and(|state| source.settled.contains(&state));
        if source.slug == DEBTS && !settled {
            self.archives.debts += 1;
            self.archives.debt += record.euro(source.amount);
            self.archives.asked.extend(asked(record));
        }
        self.archives.notices += u32::from(source.slug == NOTICES && !settled);
        for rule in source.rules {
            let dated = self.term(source, rule, record, settled);
            self.archives.dated.extend(dated);
        }
    }

    /// A term of a record; none of one that has lapsed, for nothing is to be done about it any more.
    fn term(&self, source: &Source, rule: &Rule, record: &Record, settled: bool) -> Option<Dated> {
        let (day, law) = rule.day(record, self.set)?;
        let appealed = rule.term == Term::Appeal
            && source.slug == NOTICES
            && self.appealed.contains(&record.name("number"));
        let done = settled
            || appealed
            || record.state().is_some_and(|state| rule.settled.contains(&state));
        if !done && rule.term.lapses() && day < self.today {
            return None;
        }
        let amount = match rule.term {
            Term::PayHalved => Some(halved(record)?),
            Term::Pay | Term::Cure => {
                record.text(source.amount).map(|_| record.euro(source.amount))
            }
            _ => None,
        };
        Some(Dated {
            subject: record.subject(),
            title: record.title(),
            term: rule.term,
            day,
            source: law,
            amount,
            done,
        })
    }
}

/// What is to be paid while the sanction is halved; nothing where there is none to halve.
fn halved(record: &Record) -> Option<Euro> {
    let sanctions = record.euro("sanctions");
    let contributions = record.euro("contributions") + record.euro("differences");
    (sanctions > Euro::ZERO).then(|| contributions + half(sanctions))
}

/// The months of a debt for which the institute has asked already.
fn asked(record: &Record) -> Option<(Month, Month)> {
    let from = record.month("competence_from")?;
    let phase = record.state().and_then(Phase::of_code)?;
    phase.is_asked().then(|| (from, record.month("competence_to").unwrap_or(from)))
}
