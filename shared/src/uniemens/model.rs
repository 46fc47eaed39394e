//! What a UniEmens file declares, in a form small enough to hold all of a large file.

use std::collections::{HashMap, HashSet};

use crate::calendar::Month;
use crate::declarations::{CompanyItem, DmState, Engaged, Group, Scheme, Section};
use crate::fiscal::{Matricola, TaxCode};
use crate::ids::CompanyId;
use crate::intake::Issue;
use crate::money::{Euro, Rate};

use crate::intake::findings::Place;

/// A whole file.
#[derive(Debug, Default)]
pub struct Transmission {
    /// Tax code of who transmitted.
    pub sender: String,
    /// Their name.
    pub sender_name: Option<String>,
    /// What it declares, in the order of the file.
    pub declarations: Vec<Declaration>,
    /// The companies in it, in the order of the file; one that has several parts, several times.
    pub companies: Vec<Company>,
    /// Parts for other schemes.
    pub skipped: u32,
}

/// A company as a file names it.
#[derive(Clone, Copy, Debug)]
pub struct Company {
    /// Its tax code.
    pub tax_code: TaxCode,
    /// Where it stands.
    pub place: Place,
    /// The company, once the register has been asked and knows it.
    pub known: Option<CompanyId>,
}

/// One position, or a company's collaborators, in one month.
#[derive(Debug)]
pub struct Declaration {
    /// Tax code of whose it is.
    pub tax_code: TaxCode,
    /// Whose it is, once the register has been asked and knows the company.
    pub company: Option<CompanyId>,
    /// Where it names its position, or begins.
    pub place: Place,
    /// Month of competence.
    pub month: Month,
    /// Scheme.
    pub scheme: Scheme,
    /// The position; none for collaborators.
    pub matricola: Option<Matricola>,
    /// Employees as the company counts them.
    pub workforce: Option<u32>,
    /// Debit and credit section; none if the company totals are missing.
    pub sections: Option<(Section, Section)>,
    /// What is to be paid.
    pub due: Euro,
    /// State of the virtual DM.
    pub state: DmState,
    /// Individual data by kind, in the order in which the kinds appear.
    pub groups: Vec<Group>,
    /// Company items.
    pub items: Vec<CompanyItem>,
    /// The rates of its collaborators, each where it stands first.
    pub rates: Vec<(Rate, Place)>,
    /// What is odd about it.
    pub warnings: Vec<Issue>,
    /// Its workers.
    pub workers: Workers,
    /// Errors in it.
    pub errors: u32,
}

/// Workers in the order of the file, less than a hundred bytes each.
#[derive(Debug, Default)]
pub struct Workers {
    records: Vec<Record>,
    /// One for each if they are collaborators, else none.
    engaged: Vec<Engaged>,
    names: String,
    kinds: Vec<Kind>,
    kind_numbers: HashMap<String, u16>,
}

/// What some workers have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kind {
    code: String,
    rated: Option<Rated>,
}

/// What a worker's rate depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rated {
    /// `Qualifica1`.
    pub qualification: char,
    /// Whether the contract has an end (`Qualifica3` D).
    pub fixed_term: bool,
}

#[derive(Debug)]
struct Record {
    tax_code: TaxCode,
    kind: u16,
    name_end: u32,
    place: Place,
    paid_at: Place,
    base: Euro,
    contribution: Euro,
}

/// A worker or collaborator.
#[derive(Clone, Copy, Debug)]
pub struct Worker<'a> {
    /// Tax code.
    pub tax_code: &'a TaxCode,
    /// Surname and first name.
    pub name: &'a str,
    /// Group code, or kind of relationship of a collaborator.
    pub code: &'a str,
    /// The number of the code: the same for the same code.
    pub kind: u16,
    /// What the rate depends on, unless the kind of contribution has rates of its own.
    pub rated: Option<Rated>,
    /// Wage.
    pub base: Euro,
    /// Contribution.
    pub contribution: Euro,
    /// What is declared of a collaborator besides.
    pub engaged: Option<Engaged>,
    /// Where its declaration begins.
    pub place: Place,
    /// Where its contribution stands.
    pub paid_at: Place,
}

impl Transmission {
    /// How many companies in it are known.
    pub fn known_companies(&self) -> usize {
        let known: HashSet<CompanyId> =
            self.companies.iter().filter_map(|company| company.known).collect();
        known.len()
    }
}

impl Workers {
    /// Adds one.
    pub fn push(&mut self, worker: Worker<'_>) {
        self.names.push_str(worker.name);
        let name_end = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let Worker { tax_code, base, contribution, place, paid_at, .. } = worker;
        let kind = self.kind_number(worker.code, worker.rated);
        self.engaged.extend(worker.engaged);
        self.records.push(Record {
            tax_code: *tax_code,
            kind,
            name_end,
            place,
            paid_at,
            base,
            contribution,
        });
    }

    fn kind_number(&mut self, code: &str, rated: Option<Rated>) -> u16 {
        if let Some(number) = self.kind_numbers.get(code) {
            return *number;
        }
        // Only a hostile file has more kinds than this; what is beyond shares the last of them.
        let number = u16::try_from(self.kinds.len()).unwrap_or(u16::MAX);
        if self.kinds.len() <= usize::from(u16::MAX) {
            self.kinds.push(Kind { code: code.to_owned(), rated });
        }
        self.kind_numbers.insert(code.to_owned(), number);
        number
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Worker<'_>> {
        let mut start = 0;
        self.records.iter().enumerate().map(move |(number, record)| {
            let end = record.name_end as usize;
            let name = self.names.get(start..end).unwrap_or_default();
            start = end;
            let kind = self.kinds.get(usize::from(record.kind));
            Worker {
                tax_code: &record.tax_code,
                name,
                code: kind.map_or("", |kind| &kind.code),
                kind: record.kind,
                rated: kind.and_then(|kind| kind.rated),
                base: record.base,
                contribution: record.contribution,
                engaged: self.engaged.get(number).copied(),
                place: record.place,
                paid_at: record.paid_at,
            }
        })
    }

    /// Grouped by code, in the order in which the codes first appear (Msg. INPS 6323/2010).
    pub fn groups(&self) -> Vec<Group> {
        let empty = |kind: &Kind| Group {
            code: kind.code.clone(),
            workers: 0,
            base: Euro::ZERO,
            contribution: Euro::ZERO,
        };
        let mut groups: Vec<Group> = self.kinds.iter().map(empty).collect();
        for record in &self.records {
            if let Some(group) = groups.get_mut(usize::from(record.kind)) {
                group.workers += 1;
                group.base += record.base;
                group.contribution += record.contribution;
            }
        }
        groups
    }

    /// The sum of their contributions.
    pub fn contributions(&self) -> Euro {
        self.records.iter().map(|record| record.contribution).sum()
    }

    /// Frees what only adding needs.
    pub fn seal(&mut self) {
        self.kind_numbers = HashMap::new();
        self.records.shrink_to_fit();
        self.engaged.shrink_to_fit();
        self.names.shrink_to_fit();
    }
}
