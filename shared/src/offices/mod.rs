//! The institute's offices, as data.

mod change;
mod code;
mod parameters;
mod table;

pub use change::{LONGEST_LINE, OfficeChange, OfficeKind, Patron};
pub use code::OfficeCode;
pub use parameters::{OfficeParameters, SHIPPED};
pub use table::ALL;

use crate::fiscal::Matricola;

/// An office of the institute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its code.
    pub code: OfficeCode,
    /// Its name, the municipality first.
    pub name: &'static str,
    /// Whether contributions can be paid to it by F24; agencies, whose codes end in 90 and above,
    /// usually take none.
    pub takes_contributions: bool,
}

/// The office of a code, if it is known.
pub fn by_code(code: OfficeCode) -> Option<&'static Office> {
    ALL.binary_search_by_key(&code, |office| office.code).ok().and_then(|at| ALL.get(at))
}

/// The office where a position was opened: the prefix of its matricola and `00`. A register that
/// names the competent office is to be believed before this.
pub fn office_of(matricola: &Matricola) -> OfficeCode {
    OfficeCode::of(u16::from(matricola.office_prefix()) * 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fiscal::FiscalError;

    fn code(text: &str) -> OfficeCode {
        OfficeCode::parse(text).unwrap()
    }

    #[test]
    fn the_table_is_in_order_and_each_office_is_found() {
        assert!(ALL.windows(2).all(|pair| matches!(pair, [a, b] if a.code < b.code)));
        for office in ALL {
            assert_eq!(by_code(office.code), Some(office));
            assert_eq!(OfficeCode::parse(office.code.as_str()), Ok(office.code));
            assert_eq!(OfficeCode::from_number(office.code.number()), Some(office.code));
            assert!(!office.name.is_empty());
        }
        assert_eq!(by_code(code("9999")), None);
    }

    #[test]
    fn offices_that_are_easily_mistaken() {
        for (number, name) in [
            ("8000", "Terni"),
            ("8100", "Torino"),
            ("7010", "Roma Tuscolano"),
            ("0100", "Agrigento"),
        ] {
            assert_eq!(by_code(code(number)).unwrap().name, name);
        }
        assert!(!by_code(code("0391")).unwrap().takes_contributions);
        assert!(by_code(code("4900")).unwrap().takes_contributions);
    }

    #[test]
    fn only_four_digits_are_a_code() {
        assert_eq!(code(" 7010 ").to_string(), "7010");
        assert_eq!(OfficeCode::parse("701"), Err(FiscalError::Length));
        assert_eq!(OfficeCode::parse("70100"), Err(FiscalError::Length));
        assert_eq!(OfficeCode::parse("70A0"), Err(FiscalError::Characters));
        assert_eq!(OfficeCode::from_number(10_000), None);
        assert_eq!(serde_json::to_string(&code("0100")).unwrap(), "\"0100\"");
        assert!(serde_json::from_str::<OfficeCode>("\"1\"").is_err());
    }

    #[test]
    fn a_matricola_names_the_office_that_opened_it() {
        for (matricola, office) in
            [("7012345662", "7000"), ("4912345631", "4900"), ("8100000182", "8100")]
        {
            assert_eq!(office_of(&Matricola::parse(matricola).unwrap()), code(office));
        }
    }
}
