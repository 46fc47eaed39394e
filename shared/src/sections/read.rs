//! Reading what people and feeds write, and the form it is kept in.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::calendar::{Day, Month};
use crate::fiscal::{
    Ateco, Ca, CompanyTaxCode, Csc, Matricola, PersonTaxCode, RegisterNumber, TaxCode,
};
use crate::money::{Euro, Rate};
use crate::offices::OfficeCode;

/// What is wrong with a value; the reason that a fault of its field carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was written where something must be.
    Missing,
    /// More characters than there is room for.
    TooLong,
    /// Characters that do not belong there.
    Characters,
    /// Not among the codes.
    Code,
    /// No such day.
    Day,
    /// No such month.
    Month,
    /// No such year.
    Year,
    /// No such time of a day.
    Moment,
    /// Not an amount, or more than two decimals, or ambiguous.
    Amount,
    /// An amount below zero, where the archive has none.
    Negative,
    /// Not a number, or too large.
    Number,
    /// Neither `true` nor `false`.
    Flag,
    /// A tax code with a wrong check character or shape.
    TaxCode,
    /// A matricola with wrong check digits or shape.
    Matricola,
    /// No such office.
    Office,
    /// Not the shape of such a code.
    Shape,
    /// Not an e-mail address.
    Email,
    /// Before the beginning that the record names.
    Before,
    /// Part of the record's key: another record would be meant.
    Key,
}

impl Problem {
    /// Its name, as it travels.
    pub const fn name(self) -> &'static str {
        match self {
            Problem::Missing => "missing",
            Problem::TooLong => "too_long",
            Problem::Characters => "characters",
            Problem::Code => "code",
            Problem::Day => "day",
            Problem::Month => "month",
            Problem::Year => "year",
            Problem::Moment => "moment",
            Problem::Amount => "amount",
            Problem::Negative => "negative",
            Problem::Number => "number",
            Problem::Flag => "flag",
            Problem::TaxCode => "tax_code",
            Problem::Matricola => "matricola",
            Problem::Office => "office",
            Problem::Shape => "shape",
            Problem::Email => "email",
            Problem::Before => "before",
            Problem::Key => "key",
        }
    }
}

/// Largest amount of a record: under 100 thousand million euro.
const MAX_CENTS: i64 = 10_000_000_000_000;

impl Kind {
    /// The canonical form of what was written; reading that again gives the same.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(self, written: &str) -> Result<String, Problem> {
        let written = written.trim();
        match self {
            Kind::Text(max) => text(written, max),
            Kind::Number(max) => number(written, max),
            Kind::Code(codes) => codes
                .iter()
                .find(|code| code.code == written)
                .map(|code| code.code.to_owned())
                .ok_or(Problem::Code),
            Kind::Day => Day::parse(written).map(|day| day.to_string()).ok_or(Problem::Day),
            Kind::Month => {
                Month::parse(written).map(|month| month.to_string()).ok_or(Problem::Month)
            }
            Kind::Year => year(written),
            Kind::Moment => moment(written),
            Kind::Euro => euro(written),
            Kind::Percent => percent(written),
            Kind::Count => count(written),
            Kind::Flag => match written {
                "true" | "false" => Ok(written.to_owned()),
                _ => Err(Problem::Flag),
            },
            Kind::Matricola => refuse(Matricola::parse(written), Problem::Matricola),
            Kind::PersonCode => refuse(PersonTaxCode::parse(written), Problem::TaxCode),
            Kind::CompanyCode => refuse(CompanyTaxCode::parse(written), Problem::TaxCode),
            Kind::TaxCode => refuse(TaxCode::parse(written), Problem::TaxCode),
            Kind::Office => refuse(OfficeCode::parse(written), Problem::Office),
            Kind::RegisterNumber(of) => refuse(RegisterNumber::parse(written, of), Problem::Shape),
            Kind::Csc => refuse(Csc::parse(written), Problem::Shape),
            Kind::Cas => cas(written),
            Kind::Ateco => refuse(Ateco::parse(written), Problem::Shape),
            Kind::Email => email(written),
            Kind::Digits(length) => digits(written, length),
            Kind::Province => province(written),
            Kind::Id => refuse(written.parse::<crate::ids::ImportId>(), Problem::Shape),
        }
    }
}

fn refuse<T: ToString, E>(parsed: Result<T, E>, problem: Problem) -> Result<String, Problem> {
    parsed.map(|value| value.to_string()).map_err(|_| problem)
}

fn text(written: &str, max: u16) -> Result<String, Problem> {
    if written.chars().any(char::is_control) {
        return Err(Problem::Characters);
    }
    fits(written, max)
}

fn number(written: &str, max: u16) -> Result<String, Problem> {
    let belongs = |c: char| c.is_ascii_alphanumeric() || " ./-_:()".contains(c);
    if !written.chars().all(belongs) {
        return Err(Problem::Characters);
    }
    fits(written, max)
}

fn fits(written: &str, max: u16) -> Result<String, Problem> {
    match written.chars().count() <= usize::from(max) {
        true => Ok(written.to_owned()),
        false => Err(Problem::TooLong),
    }
}

fn year(written: &str) -> Result<String, Problem> {
    let year = crate::parsed::digits(written).filter(|year| (1900..=2999).contains(year));
    year.map(|year| year.to_string()).ok_or(Problem::Year)
}

/// `2026-11-22T09:12`, seconds allowed and dropped.
fn moment(written: &str) -> Result<String, Problem> {
    let (day, time) = written.split_once(['T', ' ']).ok_or(Problem::Moment)?;
    let day = Day::parse(day).ok_or(Problem::Moment)?;
    let mut parts = time.split(':');
    let mut part = |below: u32| {
        let text = parts.next().filter(|text| text.len() == 2)?;
        crate::parsed::digits(text).filter(|value| *value < below)
    };
    let (hour, minute) = (part(24).ok_or(Problem::Moment)?, part(60).ok_or(Problem::Moment)?);
    if time.len() > 5 && (part(60).is_none() || time.len() > 8) {
        return Err(Problem::Moment);
    }
    Ok(format!("{day}T{hour:02}:{minute:02}"))
}

fn euro(written: &str) -> Result<String, Problem> {
    let amount = Euro::parse(written).map_err(|_| Problem::Amount)?;
    let cents = amount.cents();
    if !(-MAX_CENTS..MAX_CENTS).contains(&cents) {
        return Err(Problem::Amount);
    }
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    Ok(format!("{sign}{}.{:02}", cents / 100, cents % 100))
}

fn percent(written: &str) -> Result<String, Problem> {
    let rate = Rate::from_percent_str(written).map_err(|_| Problem::Number)?;
    let (whole, mut fraction) =
        (rate.millionths() / 10_000, format!("{:04}", rate.millionths() % 10_000));
    while fraction.len() > 2 && fraction.ends_with('0') {
        fraction.pop();
    }
    Ok(format!("{whole}.{fraction}"))
}

fn count(written: &str) -> Result<String, Problem> {
    let count = crate::parsed::digits(written).filter(|count| *count <= 999_999_999);
    count.map(|count| count.to_string()).ok_or(Problem::Number)
}

fn cas(written: &str) -> Result<String, Problem> {
    let all = Ca::parse_all(written).map_err(|_| Problem::Shape)?;
    if all.len() > 40 {
        return Err(Problem::TooLong);
    }
    Ok(all.iter().map(Ca::as_str).collect::<Vec<_>>().join(" "))
}

fn email(written: &str) -> Result<String, Problem> {
    let well_formed = written.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && !host.contains('@')
            && host.split('.').count() >= 2
            && host.split('.').all(|part| !part.is_empty())
    });
    let plain = written.chars().all(|c| !c.is_whitespace() && !c.is_control());
    match well_formed && plain && written.len() <= 254 {
        true => Ok(written.to_ascii_lowercase()),
        false => Err(Problem::Email),
    }
}

fn digits(written: &str, length: u8) -> Result<String, Problem> {
    let all = written.bytes().all(|byte| byte.is_ascii_digit());
    match all && written.len() == usize::from(length) {
        true => Ok(written.to_owned()),
        false => Err(Problem::Shape),
    }
}

fn province(written: &str) -> Result<String, Problem> {
    let letters = written.len() == 2 && written.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters.then(|| written.to_ascii_uppercase()).ok_or(Problem::Shape)
}
