//! Causali of the INPS section of the F24, as data.
//!
//! Source: the table of the Agenzia delle Entrate of 08/09/2025, for the causali that a company meets. A causale that is not here is
//! accepted with a warning. What the formats F2, F4, F5 and F7 to F12 hold is not established, so only the length is checked.

use shared::durc::Gestione::{
    self, Artisans, Employers, Farms, Merchants, Principals, Professionals, SelfEmployedFarmers,
};

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
    /// The account that it pays. Fishermen and domestic work have none here: they are told with the employers.
    pub gestione: Gestione,
    /// What the code column holds.
    pub code: Code,
    /// Which amounts it has.
    pub mode: Mode,
    /// What its period is.
    pub period: Period,
}

const fn row(
    causale: &'static str,
    gestione: Gestione,
    code: Code,
    mode: Mode,
    period: Period,
) -> Causale {
    Causale { causale, gestione, code, mode, period }
}

/// First year of the monthly return.
const DM: Period = Period::Month(1989);

const CAUSALI: &[Causale] = &[
    row("DM10", Employers, Code::Matricola, Mode::Either, DM),
    row("DMRA", Employers, Code::Matricola, Mode::Debit, DM),
    row("DMRP", Employers, Code::Matricola, Mode::Credit, Period::Month(2005)),
    row("ACIM", Employers, Code::Matricola, Mode::Debit, DM),
    row("RC01", Employers, Code::Matricola, Mode::Debit, Period::Range),
    row("DMDP", Employers, Code::Matricola, Mode::Debit, Period::Range),
    row("DMDD", Employers, Code::Matricola, Mode::Debit, Period::Range),
    row("PRCA", Employers, Code::Matricola, Mode::Debit, Period::Range),
    row("SSDP", Employers, Code::Matricola, Mode::Debit, Period::Range),
    row("SSDD", Employers, Code::Matricola, Mode::Debit, Period::Range),
    row("RCAD", Employers, Code::Free, Mode::Debit, Period::Range),
    row("RCSO", Employers, Code::Free, Mode::Debit, Period::Range),
    row("DSOS", Employers, Code::Free, Mode::Debit, Period::Any),
    row("C10", Principals, Code::Free, Mode::Debit, Period::Month(1996)),
    row("CXX", Principals, Code::Free, Mode::Debit, Period::Month(1996)),
    row("ASS", Principals, Code::Free, Mode::Debit, Period::Any),
    row("COC", Principals, Code::Free, Mode::Debit, Period::Any),
    row("COS", Principals, Code::Free, Mode::Debit, Period::Any),
    row("COSI", Principals, Code::Free, Mode::Debit, Period::Any),
    row("P10", Professionals, Code::Blank, Mode::Either, Period::OneYear),
    row("PXX", Professionals, Code::Blank, Mode::Either, Period::OneYear),
    row("P10R", Professionals, Code::Blank, Mode::Debit, Period::Any),
    row("PXXR", Professionals, Code::Blank, Mode::Debit, Period::Any),
    row("DPPI", Professionals, Code::Blank, Mode::Debit, Period::Any),
    row("POC", Professionals, Code::Free, Mode::Debit, Period::Any),
    row("POS", Professionals, Code::Free, Mode::Debit, Period::Any),
    row("POSI", Professionals, Code::Free, Mode::Debit, Period::Any),
    row("RUGS", Principals, Code::Free, Mode::Debit, Period::Range),
    row("AF", Artisans, Code::Autonomous, Mode::Either, Period::OneYear),
    row("CF", Merchants, Code::Autonomous, Mode::Either, Period::OneYear),
    row("AP", Artisans, Code::Autonomous, Mode::Either, Period::OneYear),
    row("CP", Merchants, Code::Autonomous, Mode::Either, Period::OneYear),
    row("APR", Artisans, Code::Autonomous, Mode::Debit, Period::Any),
    row("API", Artisans, Code::Autonomous, Mode::Debit, Period::Any),
    row("CPR", Merchants, Code::Autonomous, Mode::Debit, Period::Any),
    row("CPI", Merchants, Code::Autonomous, Mode::Debit, Period::Any),
    row("AFP", Artisans, Code::Autonomous, Mode::Debit, Period::Any),
    row("CFP", Merchants, Code::Autonomous, Mode::Debit, Period::Any),
    row("APP", Artisans, Code::Autonomous, Mode::Debit, Period::Any),
    row("CPP", Merchants, Code::Autonomous, Mode::Debit, Period::Any),
    row("AD", Artisans, Code::Autonomous, Mode::Debit, Period::Any),
    row("AR", Artisans, Code::Autonomous, Mode::Debit, Period::Any),
    row("ARI", Artisans, Code::Autonomous, Mode::Debit, Period::Any),
    row("ARM", Artisans, Code::Autonomous, Mode::Debit, Period::Any),
    row("CD", Merchants, Code::Autonomous, Mode::Debit, Period::Any),
    row("CR", Merchants, Code::Autonomous, Mode::Debit, Period::Any),
    row("CRI", Merchants, Code::Autonomous, Mode::Debit, Period::Any),
    row("CRM", Merchants, Code::Autonomous, Mode::Debit, Period::Any),
    row("APMF", Artisans, Code::Free, Mode::Debit, Period::Any),
    row("CPMF", Merchants, Code::Free, Mode::Debit, Period::Any),
    row("LPMF", Professionals, Code::Free, Mode::Debit, Period::Any),
    row("APM1", Artisans, Code::Free, Mode::Debit, Period::Any),
    row("CPM1", Merchants, Code::Free, Mode::Debit, Period::Any),
    row("LPM1", Professionals, Code::Free, Mode::Debit, Period::Any),
    row("LAS", Farms, Code::Free, Mode::Debit, Period::OneYear),
    row("LASP", Farms, Code::Free, Mode::Debit, Period::Range),
    row("PLAS", Farms, Code::Free, Mode::Debit, Period::Range),
    row("SLAS", Farms, Code::Free, Mode::Debit, Period::Range),
    row("PLAA", SelfEmployedFarmers, Code::Free, Mode::Debit, Period::Range),
    row("SLAA", SelfEmployedFarmers, Code::Free, Mode::Debit, Period::Range),
    row("PPCF", SelfEmployedFarmers, Code::Free, Mode::Debit, Period::Range),
    row("SPCF", SelfEmployedFarmers, Code::Free, Mode::Debit, Period::Range),
    row("LAA", SelfEmployedFarmers, Code::Free, Mode::Debit, Period::Instalment),
    row("PCF", SelfEmployedFarmers, Code::Free, Mode::Debit, Period::Instalment),
    row("LAAP", SelfEmployedFarmers, Code::Free, Mode::Debit, Period::Instalment),
    row("PCFP", SelfEmployedFarmers, Code::Free, Mode::Debit, Period::Instalment),
    row("PESC", Employers, Code::Free, Mode::Debit, Period::Any),
    row("DOM1", Employers, Code::Free, Mode::Debit, Period::Any),
    row("DOM3", Employers, Code::Free, Mode::Debit, Period::Any),
    row("VMCF", Employers, Code::Free, Mode::Debit, Period::Any),
    row("VMCS", Employers, Code::Free, Mode::Debit, Period::Any),
    row("RSLE", Employers, Code::Free, Mode::Debit, Period::Any),
    row("RSCT", Employers, Code::Free, Mode::Debit, Period::Any),
    row("EBNA", Employers, Code::Matricola, Mode::Debit, Period::Any),
    row("EST1", Employers, Code::Matricola, Mode::Debit, Period::Any),
    row("ART1", Employers, Code::Matricola, Mode::Debit, Period::Any),
    row("EBCM", Employers, Code::Matricola, Mode::Debit, Period::Any),
    row("EBTU", Employers, Code::Matricola, Mode::Debit, Period::Any),
    row("TCEB", Employers, Code::Matricola, Mode::Debit, Period::Any),
    row("ONBS", Employers, Code::Matricola, Mode::Debit, Period::Any),
    row("MET1", Employers, Code::Matricola, Mode::Debit, Period::Any),
    row("FAST", Employers, Code::Matricola, Mode::Debit, Period::Any),
];

/// What is known of a causale.
pub fn find(causale: &str) -> Option<&'static Causale> {
    CAUSALI.iter().find(|row| row.causale == causale)
}

/// The account that a causale pays; that of employers where nothing is known of it, for bilateral bodies have causali of their own.
pub fn gestione(causale: &str) -> Gestione {
    find(causale).map_or(Employers, |row| row.gestione)
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

    #[test]
    fn every_causale_pays_the_account_of_its_scheme() {
        for (causali, account) in [
            ("DM10 DMRA DMRP RC01 DMDP PRCA RCAD EBNA VMCF XXXX", Employers),
            ("C10 CXX ASS COC COS COSI RUGS", Principals),
            ("P10 PXX P10R PXXR DPPI POC POS POSI LPMF LPM1", Professionals),
            ("AF AP APR API AFP APP AD AR ARI ARM APMF APM1", Artisans),
            ("CF CP CPR CPI CFP CPP CD CR CRI CRM CPMF CPM1", Merchants),
            ("LAS LASP PLAS SLAS", Farms),
            ("LAA PCF LAAP PCFP PLAA SLAA PPCF SPCF", SelfEmployedFarmers),
        ] {
            for causale in causali.split(' ') {
                assert_eq!(gestione(causale), account, "{causale}");
            }
        }
    }
}
