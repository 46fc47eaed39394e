//! What a field holds.

use super::Phrase;
use crate::fiscal::Registered;
use crate::lang::Lang;

/// What a field holds. A canonical text of each kind is what [`Kind::read`] gives; reading that again changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, on one line, of at most so many characters.
    Text(u16),
    /// One of these codes.
    Code(&'static [Code]),
    /// A day, `2026-11-22`; 2999-12-31 is an open end.
    Day,
    /// A month of competence, `2026-09`.
    Month,
    /// A year, 1900 to 2999.
    Year,
    /// A moment by the clocks of Rome, `2026-11-22T09:12`.
    Moment,
    /// An amount in euro with its cents, `-1234.56`.
    Euro,
    /// A percentage, `9.3567`.
    Percent,
    /// A number from nought to 999 999 999.
    Count,
    /// `true` or `false`.
    Flag,
    /// A matricola, ten digits.
    Matricola,
    /// The tax code of a person, sixteen characters.
    PersonCode,
    /// A tax code or VAT number of eleven digits.
    CompanyCode,
    /// The number of a subject or of a position in the registry of contributors, twelve digits.
    RegisterNumber(Registered),
    /// A tax code of either length.
    TaxCode,
    /// An office of the institute, four digits; whether there is one, the store knows.
    Office,
    /// A statistical contribution code, five digits.
    Csc,
    /// Authorisation codes, parted by blanks: `0J 7N`.
    Cas,
    /// An economic activity, six digits.
    Ateco,
    /// An e-mail address, ordinary or certified.
    Email,
    /// A number or protocol as offices write them, of at most so many characters: letters, digits, blanks and `. / - _ : ( )`.
    Number(u16),
    /// So many digits.
    Digits(u8),
    /// A province, two letters.
    Province,
    /// The identifier of something the system keeps, 26 characters.
    Id,
}

/// A code with its words.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// As feeds write it and the store keeps it.
    pub code: &'static str,
    /// As a person reads it.
    pub words: Phrase,
    /// What its colour means.
    pub tone: Tone,
}

impl Code {
    /// A code of which there is nothing else to say.
    pub const fn new(code: &'static str, words: Phrase) -> Self {
        Self { code, words, tone: Tone::Grey }
    }

    /// A code with a colour.
    pub const fn toned(code: &'static str, words: Phrase, tone: Tone) -> Self {
        Self { code, words, tone }
    }

    /// As a person reads it.
    pub const fn words(&self, lang: Lang) -> &'static str {
        self.words.of(lang)
    }
}

/// What a colour means; always said in words too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing to say about it.
    #[default]
    Grey,
    /// New, in progress.
    Blue,
    /// In order.
    Green,
    /// Needs attention.
    Orange,
    /// Wrong or overdue.
    Red,
}

impl Tone {
    /// Whether somebody should look at it.
    pub const fn wants_attention(self) -> bool {
        matches!(self, Tone::Orange | Tone::Red)
    }
}

impl Kind {
    /// The code of a canonical text, where the kind has codes.
    pub fn code(self, canonical: &str) -> Option<&'static Code> {
        let Kind::Code(codes) = self else { return None };
        codes.iter().find(|code| code.code == canonical)
    }

    /// A canonical value, as an example; of codes the first.
    pub fn sample(self) -> String {
        match self {
            Kind::Text(max) => "Esempio".get(..usize::from(max).min(7)).unwrap_or_default(),
            Kind::Code(codes) => codes.first().map_or("", |code| code.code),
            Kind::Day => "2026-01-31",
            Kind::Month => "2026-01",
            Kind::Year => "2026",
            Kind::Moment => "2026-01-31T09:30",
            Kind::Euro => "1234.56",
            Kind::Percent => "8.15",
            Kind::Count => "12",
            Kind::Flag => "true",
            Kind::Matricola => "7012345662",
            Kind::PersonCode => "RSSMRA85T10A562S",
            Kind::CompanyCode | Kind::TaxCode => "12345678903",
            Kind::RegisterNumber(Registered::Subject) => "000123456751",
            Kind::RegisterNumber(Registered::Position) => "000123456715",
            Kind::Office => "7010",
            Kind::Csc => "70502",
            Kind::Cas => "0J 7N",
            Kind::Ateco => "561011",
            Kind::Email => "forno@pec.example",
            Kind::Number(max) => {
                "2026/12345678".get(..usize::from(max).min(13)).unwrap_or_default()
            }
            Kind::Digits(length) => {
                "12345678901234567890".get(..usize::from(length)).unwrap_or_default()
            }
            Kind::Province => "RM",
            Kind::Id => "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        }
        .to_owned()
    }

    /// Whether values are numbers, which stand to the right and are ordered by size.
    pub const fn is_number(self) -> bool {
        matches!(self, Kind::Euro | Kind::Percent | Kind::Count)
    }
}
