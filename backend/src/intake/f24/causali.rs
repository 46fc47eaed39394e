//! Causali of the INPS section of the F24, as data.
//!
//! Source: the table of the Agenzia delle Entrate of 08/09/2025, for the causali that a company meets. A causale that is not here is
//! accepted with a warning. What the formats F2, F4, F5 and F7 to F12 hold is not established, so only the length is checked.

/// What stands in the column `matricola INPS/codice INPS/filiale azienda`, by the number of its format in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// F1: a matricola.
    Matricola,
    /// F3: seventeen digits of an artisan or merchant.
    Autonomous,
    /// F6: nothing.
    Blank,
    /// Another format: up to seventeen characters.
    Free,
}

/// Which columns of amounts a causale uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// D: debit only.
    Debit,
    /// R: credit only.
    Credit,
    /// E: either.
    Either,
}

/// What the columns of the period hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A month not before January of this year and not after the payment; no second one.
    Month(i32),
    /// Two months, the second not before the first.
    Range,
    /// Two months of one year.
    OneYear,
    /// A number from 01 to 04 and the year.
    Instalment,
    /// Whatever months there are.
    Any,
}

/// What is known of a causale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Causale {
    /// Its code.
    pub causale: &'static str,
    /// What the code column holds.
    pub code: Code,
    /// Which amounts it has.
    pub mode: Mode,
    /// What its period is.
    pub period: Period,
}

const fn row(causale: &'static str, code: Code, mode: Mode, period: Period) -> Causale {
    Causale { causale, code, mode, period }
}

/// First year of the monthly return.
const DM: Period = Period::Month(1989);

const CAUSALI: &[Causale] = &[
    row("DM10", Code::Matricola, Mode::Either, DM),
    row("DMRA", Code::Matricola, Mode::Debit, DM),
    row("DMRP", Code::Matricola, Mode::Credit, Period::Month(2005)),
    row("ACIM", Code::Matricola, Mode::Debit, DM),
    row("RC01", Code::Matricola, Mode::Debit, Period::Range),
    row("DMDP", Code::Matricola, Mode::Debit, Period::Range),
    row("DMDD", Code::Matricola, Mode::Debit, Period::Range),
    row("PRCA", Code::Matricola, Mode::Debit, Period::Range),
    row("SSDP", Code::Matricola, Mode::Debit, Period::Range),
    row("SSDD", Code::Matricola, Mode::Debit, Period::Range),
    row("RCAD", Code::Free, Mode::Debit, Period::Range),
    row("RCSO", Code::Free, Mode::Debit, Period::Range),
    row("DSOS", Code::Free, Mode::Debit, Period::Any),
    row("C10", Code::Free, Mode::Debit, Period::Month(1996)),
    row("CXX", Code::Free, Mode::Debit, Period::Month(1996)),
    row("ASS", Code::Free, Mode::Debit, Period::Any),
    row("COC", Code::Free, Mode::Debit, Period::Any),
    row("COS", Code::Free, Mode::Debit, Period::Any),
    row("COSI", Code::Free, Mode::Debit, Period::Any),
    row("P10", Code::Blank, Mode::Either, Period::OneYear),
    row("PXX", Code::Blank, Mode::Either, Period::OneYear),
    row("P10R", Code::Blank, Mode::Debit, Period::Any),
    row("PXXR", Code::Blank, Mode::Debit, Period::Any),
    row("DPPI", Code::Blank, Mode::Debit, Period::Any),
    row("POC", Code::Free, Mode::Debit, Period::Any),
    row("POS", Code::Free, Mode::Debit, Period::Any),
    row("POSI", Code::Free, Mode::Debit, Period::Any),
    row("RUGS", Code::Free, Mode::Debit, Period::Range),
    row("AF", Code::Autonomous, Mode::Either, Period::OneYear),
    row("CF", Code::Autonomous, Mode::Either, Period::OneYear),
    row("AP", Code::Autonomous, Mode::Either, Period::OneYear),
    row("CP", Code::Autonomous, Mode::Either, Period::OneYear),
    row("APR", Code::Autonomous, Mode::Debit, Period::Any),
    row("API", Code::Autonomous, Mode::Debit, Period::Any),
    row("CPR", Code::Autonomous, Mode::Debit, Period::Any),
    row("CPI", Code::Autonomous, Mode::Debit, Period::Any),
    row("AFP", Code::Autonomous, Mode::Debit, Period::Any),
    row("CFP", Code::Autonomous, Mode::Debit, Period::Any),
    row("APP", Code::Autonomous, Mode::Debit, Period::Any),
    row("CPP", Code::Autonomous, Mode::Debit, Period::Any),
    row("AD", Code::Autonomous, Mode::Debit, Period::Any),
    row("AR", Code::Autonomous, Mode::Debit, Period::Any),
    row("ARI", Code::Autonomous, Mode::Debit, Period::Any),
    row("ARM", Code::Autonomous, Mode::Debit, Period::Any),
    row("CD", Code::Autonomous, Mode::Debit, Period::Any),
    row("CR", Code::Autonomous, Mode::Debit, Period::Any),
    row("CRI", Code::Autonomous, Mode::Debit, Period::Any),
    row("CRM", Code::Autonomous, Mode::Debit, Period::Any),
    row("APMF", Code::Free, Mode::Debit, Period::Any),
    row("CPMF", Code::Free, Mode::Debit, Period::Any),
    row("LPMF", Code::Free, Mode::Debit, Period::Any),
    row("APM1", Code::Free, Mode::Debit, Period::Any),
    row("CPM1", Code::Free, Mode::Debit, Period::Any),
    row("LPM1", Code::Free, Mode::Debit, Period::Any),
    row("LAS", Code::Free, Mode::Debit, Period::OneYear),
    row("LASP", Code::Free, Mode::Debit, Period::Range),
    row("PLAS", Code::Free, Mode::Debit, Period::Range),
    row("SLAS", Code::Free, Mode::Debit, Period::Range),
    row("PLAA", Code::Free, Mode::Debit, Period::Range),
    row("SLAA", Code::Free, Mode::Debit, Period::Range),
    row("PPCF", Code::Free, Mode::Debit, Period::Range),
    row("SPCF", Code::Free, Mode::Debit, Period::Range),
    row("LAA", Code::Free, Mode::Debit, Period::Instalment),
    row("PCF", Code::Free, Mode::Debit, Period::Instalment),
    row("LAAP", Code::Free, Mode::Debit, Period::Instalment),
    row("PCFP", Code::Free, Mode::Debit, Period::Instalment),
    row("PESC", Code::Free, Mode::Debit, Period::Any),
    row("DOM1", Code::Free, Mode::Debit, Period::Any),
    row("DOM3", Code::Free, Mode::Debit, Period::Any),
    row("VMCF", Code::Free, Mode::Debit, Period::Any),
    row("VMCS", Code::Free, Mode::Debit, Period::Any),
    row("RSLE", Code::Free, Mode::Debit, Period::Any),
    row("RSCT", Code::Free, Mode::Debit, Period::Any),
    row("EBNA", Code::Matricola, Mode::Debit, Period::Any),
    row("EST1", Code::Matricola, Mode::Debit, Period::Any),
    row("ART1", Code::Matricola, Mode::Debit, Period::Any),
    row("EBCM", Code::Matricola, Mode::Debit, Period::Any),
    row("EBTU", Code::Matricola, Mode::Debit, Period::Any),
    row("TCEB", Code::Matricola, Mode::Debit, Period::Any),
    row("ONBS", Code::Matricola, Mode::Debit, Period::Any),
    row("MET1", Code::Matricola, Mode::Debit, Period::Any),
    row("FAST", Code::Matricola, Mode::Debit, Period::Any),
];

/// What is known of a causale.
pub fn find(causale: &str) -> Option<&'static Causale> {
    CAUSALI.iter().find(|row| row.causale == causale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_causale_stands_once_and_fits_its_column() {
        for (number, row) in CAUSALI.iter().enumerate() {
            assert!((1..=4).contains(&row.causale.len()), "{}", row.causale);
            assert!(
                !CAUSALI[..number].iter().any(|other| other.causale == row.causale),
                "{}",
                row.causale
            );
        }
        assert!(find("dm10").is_none());
    }
}
