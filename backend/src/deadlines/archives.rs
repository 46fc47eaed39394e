//! What the fed archives of a company say that is due, and how much is open in them.

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::sections::{FieldRole, Section, Subject, by_slug, key_words};

use crate::fault::Result;
use crate::sections::service as sections;
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
    /// Records with a term.
    pub dated: Vec<Dated>,
}

/// A record with a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Which.
    pub subject: Subject,
    /// What it is called, in no language.
    pub title: String,
    /// The term.
    pub day: Day,
    /// What is to be paid by then, where that is known.
    pub amount: Option<Euro>,
    /// Whether it is settled.
    pub done: bool,
}

/// An archive whose records have a term.
struct Source {
    slug: &'static str,
    /// The field with the day.
    term: &'static str,
    /// The field with what is to be paid by then.
    amount: &'static str,
    /// The states in which nothing is to be done any more.
    settled: &'static [&'static str],
}

/// The archive of debts, whose records are also counted and summed.
const DEBTS: &str = "crediti";
/// The archive of rectification notices, whose open ones are counted.
const NOTICES: &str = "note-rettifica";

const SOURCES: [Source; 5] = [
    Source {
        slug: DEBTS,
        term: "deadline",
        amount: "residual",
        settled: &["disponibile", "pagata", "sgravata", "prescritta", "usata"],
    },
    Source {
        slug: NOTICES,
        term: "pay_by",
        amount: "total",
        settled: &["pagata", "pagata_ridotta", "utilizzata", "annullata"],
    },
    Source {
        slug: "iscrizioni-ruolo",
        term: "pay_by",
        amount: "residual",
        settled: &["sgravato", "pagato", "rateizzato", "sospeso"],
    },
    Source {
        slug: "domande-dilazione",
        term: "next_due",
        amount: "instalment",
        settled: &["respinta", "annullata", "revocata", "estinta", "conclusa"],
    },
    Source {
        slug: "dilazioni-cartella",
        term: "next_due",
        amount: "instalment",
        settled: &["decaduta", "estinta"],
    },
];

/// What the archives of a company say.
///
/// # Errors
/// Those of the store.
pub fn of(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Archives> {
    let mut archives = Archives::default();
    for source in &SOURCES {
        let Some(section) = by_slug(source.slug) else { continue };
        for row in sections::all(tx, company, section, today)? {
            source.add(section, &row.key, &row.cells, &mut archives);
        }
    }
    Ok(archives)
}

impl Source {
    fn add(&self, section: &Section, key: &str, cells: &[Option<String>], archives: &mut Archives) {
        let cell = |place: usize| cells.get(place).and_then(Option::as_deref);
        let named = |name: &str| section.field(name).and_then(|(place, _)| cell(place));
        let state = section.role(FieldRole::Status).and_then(|(place, _)| cell(place));
        let done = state.is_some_and(|state| self.settled.contains(&state));
        let amount = named(self.amount).and_then(|text| Euro::parse(text).ok());
        if !done && self.slug == DEBTS {
            archives.debts += 1;
            archives.debt += amount.unwrap_or_default();
        }
        archives.notices += u32::from(!done && self.slug == NOTICES);
        if let Some(day) = named(self.term).and_then(Day::parse) {
            archives.dated.push(Dated {
                subject: Subject { section: section.number, key: key.to_owned() },
                // A code of a table has words in three languages; the key tells the record apart in any of them.
                title: key_words(key),
                day,
                amount,
                done,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::sections::Kind;

    #[test]
    fn every_source_is_as_its_section_describes_it() {
        for source in &SOURCES {
            let section = by_slug(source.slug).expect(source.slug);
            let kind = |name| section.field(name).map(|(_, field)| field.kind);
            assert_eq!(kind(source.term), Some(Kind::Day), "{}", source.slug);
            assert_eq!(kind(source.amount), Some(Kind::Euro), "{}", source.slug);
            let (_, state) = section.role(FieldRole::Status).expect(source.slug);
            for settled in source.settled {
                assert!(state.kind.code(settled).is_some(), "{}: {settled}", source.slug);
            }
        }
    }
}
