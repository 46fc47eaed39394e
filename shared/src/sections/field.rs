//! One field of a record.

use super::{Kind, Phrase, Problem};
use crate::lang::Lang;

/// A field of a section, made with [`Field::new`] and what follows it.
#[derive(Debug)]
pub struct Field {
    /// Its name in feeds, English, `snake_case`.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What a person calls it.
    pub label: Phrase,
    /// Whether every record has it.
    pub required: bool,
    /// The part it plays in a list.
    pub role: FieldRole,
    /// Whether lists can be narrowed by it.
    pub filter: bool,
    /// Where its value leads.
    pub link: Option<Link>,
    /// Whether its amount may be below zero.
    pub sign: Sign,
}

/// Whether an amount may be below zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sign {
    /// It may.
    #[default]
    Any,
    /// Never: what is owed, paid or left cannot be.
    NotNegative,
    /// Only where another field says one of these codes.
    NegativeWhere {
        /// The name of that field.
        field: &'static str,
        /// The codes.
        codes: &'static [&'static str],
    },
}

/// The part a field plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FieldRole {
    /// Names the row; one a section.
    Title,
    /// Its state: a code, shown as a tag; one a section at most.
    Status,
    /// Its principal figure; one a section at most.
    Amount,
    /// Its principal date; one a section at most.
    Date,
    /// A column of the list.
    #[default]
    Plain,
    /// Only in the detail.
    Detail,
    /// Never shown: what names the record to the program.
    Hidden,
}

/// Where a value leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// A month: to its declarations, those of the record's `matricola` where it has one.
    Declaration,
    /// The identifier of a declaration: to it. The record is called by its month.
    Return,
    /// A month: to the F24 forms that paid it.
    Payments,
    /// To the records of the section with this number whose first key field has this value.
    Records(u8),
    /// A matricola or tax code: to the company, if it is among the caller's.
    Company,
}

impl Field {
    /// A field that may be empty, a plain column.
    pub const fn new(name: &'static str, kind: Kind, label: Phrase) -> Self {
        let role = FieldRole::Plain;
        let sign = Sign::Any;
        Self { name, kind, label, required: false, role, filter: false, link: None, sign }
    }

    /// Its amount is never below zero.
    #[must_use]
    pub const fn not_negative(mut self) -> Self {
        self.sign = Sign::NotNegative;
        self
    }

    /// Its amount is below zero only where another field says one of these codes.
    #[must_use]
    pub const fn negative_where(
        mut self,
        field: &'static str,
        codes: &'static [&'static str],
    ) -> Self {
        self.sign = Sign::NegativeWhere { field, codes };
        self
    }

    /// Every record has it.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The part it plays.
    #[must_use]
    pub const fn role(mut self, role: FieldRole) -> Self {
        self.role = role;
        self
    }

    /// Only in the detail.
    #[must_use]
    pub const fn detail(self) -> Self {
        self.role(FieldRole::Detail)
    }

    /// Lists can be narrowed by it.
    #[must_use]
    pub const fn filter(mut self) -> Self {
        self.filter = true;
        self
    }

    /// Where its value leads.
    #[must_use]
    pub const fn link(mut self, link: Link) -> Self {
        self.link = Some(link);
        self
    }

    /// Reads what a person or a feed wrote; nothing but blanks is an empty field.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, written: &str) -> Result<Option<String>, Problem> {
        let written = written.trim();
        match (written.is_empty(), self.required) {
            (true, true) => Err(Problem::Missing),
            (true, false) => Ok(None),
            (false, _) => self.kind.read(written).map(Some),
        }
    }

    /// What a person calls it.
    pub const fn label(&self, lang: Lang) -> &'static str {
        self.label.of(lang)
    }
}
