//! What a section is, and where its rows come from.

use super::{Field, Kind, Phrase, Problem, Sign};
use crate::auth::Resource;
use crate::offices::OfficeCode;

/// An archive of the company's file.
#[derive(Debug)]
pub struct Section {
    /// Its name in addresses and feeds, Italian, such as `crediti`.
    pub slug: &'static str,
    /// Its number in the store, from 1; never used again for another.
    pub number: u8,
    /// The capability it shows, such as `M20`.
    pub row: &'static str,
    /// Under what the table of [`crate::auth`] has it.
    pub resource: Resource,
    /// Where its rows come from.
    pub source: Source,
    /// What it says.
    pub words: Words,
    /// What a record holds, in order. The order may be added to at its end, never changed: stored records follow it.
    pub fields: &'static [Field],
    /// The required fields that together name a record within the company.
    pub key: &'static [&'static str],
    /// The order of its list when nobody asks for another.
    pub order: Order,
    /// Pairs of fields of which the first must not be after the second.
    pub spans: &'static [(&'static str, &'static str)],
}

/// What a section says of itself.
#[derive(Debug)]
pub struct Words {
    /// Heading of its page: `Crediti e inadempienze`.
    pub title: Phrase,
    /// What it holds in a few words, for the list of sections.
    pub short: Phrase,
    /// What it is about in plain words, for who has never seen it; with the rule it comes from.
    pub help: Phrase,
    /// Whose data these are: `Archivio della riscossione dell'Istituto`.
    pub source: Phrase,
    /// What an empty list says, and what that means.
    pub empty: Phrase,
}

/// Where the rows of a section come from. Derived rows are computed when asked, out of what other slices keep; each variant names the
/// fields it fills, and a description uses those of them it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Fed in JSON lines, corrected by the office.
    Feed,
    /// Fed and corrected like a feed; where nothing was fed of a position of the company, what the register has of it: `matricola`,
    /// `name`, `state`, `office`, `csc`, `cas`, `from`, `to`.
    FeedAndPositions,
    /// The company in the register, one row: `tax_code`, `vat`, `name`, `legal_form`, `street`, `postcode`, `town`, `province`, `rea`,
    /// `ateco`, `started`, `pec`, `email`, `phone`, `principal`, `extracted`, `positions` (count), `active_positions` (count),
    /// `workforce` (count, last month declared), `workforce_month`, `workforce_certified` (count, of that month), `intermediary` (names, with
    /// who acts for each by their tax code), `regularity` (`regolare`, `in_verifica`, `da_regolarizzare`); of the position that is active, or
    /// else the first, `matricola`, `office`, `state`, `since`, `opened`, `csc`, `cas`.
    Company,
    /// Its positions, one row each: `matricola`, `office`, `csc`, `cas`, `ateco`, `state` (`attiva`, `cessata_provvisoria`,
    /// `cessata_definitiva`, `sospesa`, `riattivata`, `fallita`), `since`, `opened`, `workforce`, `workforce_month`.
    Positions,
    /// The states its positions had: `matricola`, `state` (as above), `since`, `until`, `entered` (moment), `entered_by`.
    States,
    /// The classifications its positions had: `matricola`, `from`, `to`, `csc`, `cas`, `ateco`, `self_employed` (count).
    Periods,
    /// Persons connected with it: `tax_code`, `name`, `charge`, `representative`, `since`, `until`; out of the tax code `sex` (`f`, `m`),
    /// `born`, `birthplace` (what it is called, or its Belfiore code); where the register says it `residence`, `citizenship`,
    /// `charge_code`, `deed`, `years`, `signature`, `elector`, `certified`.
    Persons,
    /// Months in a row with or without employees declared: `matricola`, `from` (month), `to` (month), `kind` (`con_dipendenti`,
    /// `senza_dipendenti`, `non_dichiarato`), `months` (count), `least` (count), `most` (count).
    Employment,
    /// UniEmens transmitted: `declaration`, `month`, `matricola`, `scheme` (`dipendenti`, `collaboratori`), `workers`, `due`, `state`
    /// (`quadrato`, `provvisorio`, `provvisorio_anomalo`, `non_generabile`), `transmitted`, `protocol`, `paid` (`niente`, `pagato`,
    /// `eccedenza`, `parziale`, `non_pagato`, `nei_termini`), `superseded`, `kind` (`corrente`, `regolarizzazione`, `rettifica`), `outcome` (`accolta`,
    /// `con_avvisi`, `sostituita`), `debit`, `credit`, `sender`, `sender_name`, `file`.
    Declarations,
    /// F24 rows: `payment`, `row`, `day`, `office`, `causale`, `code`, `from`, `to`, `debit`, `credit`, `matched` (`denuncia`, `altro`,
    /// `posizione_errata`, `in_attesa`, `senza_denuncia`).
    Payments,
    /// What each month owes against what was paid: `month`, `due`, `paid`, `missing`, `state` (as `paid` of the declarations), `pay_by`.
    Situation,
    /// Months of a principal of collaborators: `month`, `declaration`, `collaborators`, `base`, `due`, `paid`, `difference`, `state`,
    /// `paid_c10`, `paid_cxx`.
    Principal,
}

impl Source {
    /// Whether records are fed and corrected; otherwise all of them are computed.
    pub const fn is_fed(self) -> bool {
        matches!(self, Source::Feed | Source::FeedAndPositions)
    }
}

/// An order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// By the values of this field; rows that are equal there go by key.
    pub field: &'static str,
    /// Whether the greatest come first.
    pub descending: bool,
}

impl Order {
    /// The least first.
    pub const fn ascending(field: &'static str) -> Self {
        Self { field, descending: false }
    }

    /// The greatest first.
    pub const fn descending(field: &'static str) -> Self {
        Self { field, descending: true }
    }
}

impl Section {
    /// A field and its place, by name.
    pub fn field(&self, name: &str) -> Option<(usize, &'static Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.name == name)
    }

    /// The first field with the role.
    pub fn role(&self, role: super::FieldRole) -> Option<(usize, &'static Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.role == role)
    }

    /// What a row is called where it stands alone: its title fields' canonical texts, or its key's.
    pub fn title<'c>(&self, cells: &'c [Option<String>]) -> &'c str {
        self.role(super::FieldRole::Title)
            .and_then(|(place, _)| cells.get(place))
            .and_then(Option::as_deref)
            .unwrap_or_default()
    }

    /// Reads what a person or a feed wrote into each field, and gives the record in canonical form.
    ///
    /// # Errors
    /// The place of each field that is wrong, and what is wrong with it.
    pub fn read(&self, written: &[Option<&str>]) -> Result<super::Cells, Vec<(usize, Problem)>> {
        let mut problems = Vec::new();
        let mut cells = Vec::with_capacity(self.fields.len());
        for (place, field) in self.fields.iter().enumerate() {
            match field.read(written.get(place).copied().flatten().unwrap_or_default()) {
                Ok(cell) => cells.push(cell),
                Err(problem) => {
                    problems.push((place, problem));
                    cells.push(None);
                }
            }
        }
        problems.extend(self.negative(&cells).map(|place| (place, Problem::Negative)));
        for (from, to) in self.spans {
            let (Some((from, _)), Some((to, _))) = (self.field(from), self.field(to)) else {
                continue;
            };
            if let (Some(Some(first)), Some(Some(last))) = (cells.get(from), cells.get(to))
                && first > last
            {
                problems.push((to, Problem::Before));
            }
        }
        if problems.is_empty() { Ok(cells) } else { Err(problems) }
    }

    /// The offices that a record in canonical form names, with their places: who keeps the list of offices says whether there are such.
    pub fn offices(&self, cells: &[Option<String>]) -> impl Iterator<Item = (usize, OfficeCode)> {
        let both = self.fields.iter().zip(cells).enumerate();
        both.filter(|(_, (field, _))| field.kind == Kind::Office)
            .filter_map(|(place, (_, cell))| Some((place, OfficeCode::parse(cell.as_ref()?).ok()?)))
    }

    /// The places of amounts of a record in canonical form that are below zero and cannot be.
    pub fn negative(&self, cells: &[Option<String>]) -> impl Iterator<Item = usize> {
        let says = move |name: &str, codes: &[&str]| {
            let place = self.field(name).map(|(place, _)| place);
            place
                .and_then(|place| cells.get(place))
                .is_some_and(|cell| cell.as_deref().is_some_and(|code| codes.contains(&code)))
        };
        let forbids = move |field: &Field| match field.sign {
            Sign::Any => false,
            Sign::NotNegative => true,
            Sign::NegativeWhere { field, codes } => !says(field, codes),
        };
        let both = self.fields.iter().zip(cells).enumerate();
        both.filter(move |(_, (field, cell))| {
            cell.as_ref().is_some_and(|cell| cell.starts_with('-')) && forbids(field)
        })
        .map(|(place, _)| place)
    }
}
