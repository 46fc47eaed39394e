//! Codes on the wire without the digits that check them: of three hundred clients' they are a fiftieth of the grid.

use serde::de::Error;

use crate::fiscal::Matricola;

/// What the number of an office stands before.
const PREFIX: u32 = 1_000_000;

fn stem(code: &Matricola) -> u32 {
    u32::from(code.office_prefix()) * PREFIX + code.number()
}

fn read<E: Error>(stem: u32) -> Result<Matricola, E> {
    let prefix = u8::try_from(stem / PREFIX).unwrap_or(u8::MAX);
    Matricola::compose(prefix, stem % PREFIX).map_err(E::custom)
}

/// A matricola as a number, without its last two digits.
pub mod matricole {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Matricola, read, stem};

    pub fn serialize<S: Serializer>(
        list: &[Option<Matricola>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(list.iter().map(|code| code.as_ref().map(stem)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Option<Matricola>>, D::Error> {
        let stems = Vec::<Option<u32>>::deserialize(deserializer)?;
        stems.into_iter().map(|stem| stem.map(read).transpose()).collect()
    }
}

/// The same beside the place of whose it is.
pub mod others {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Matricola, read, stem};

    pub fn serialize<S: Serializer>(
        list: &[(u32, Matricola)],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(list.iter().map(|(place, code)| (place, stem(code))))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<(u32, Matricola)>, D::Error> {
        let stems = Vec::<(u32, u32)>::deserialize(deserializer)?;
        stems.into_iter().map(|(place, stem)| Ok((place, read(stem)?))).collect()
    }
}

/// A tax code of eleven digits without the last; any other as it is.
pub mod tax_codes {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::fiscal::CompanyTaxCode;

    /// Digits of a stem, and of the office at its end.
    const LENGTH: usize = 10;
    const OFFICE: u64 = 1_000;

    pub fn serialize<S: Serializer>(list: &[String], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(list.iter().map(|code| match CompanyTaxCode::parse(code) {
            // Only of one that comes back as it was.
            Ok(parsed) if parsed.as_str() == code => code.get(..LENGTH).unwrap_or(code),
            _ => code,
        }))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<String>, D::Error> {
        let read = |code: String| {
            if code.len() != LENGTH {
                return Ok(code);
            }
            let stem: u64 = code.parse().map_err(Error::custom)?;
            let (number, office) = ((stem / OFFICE) as u32, (stem % OFFICE) as u16);
            let whole = CompanyTaxCode::compose(number, office).map_err(Error::custom)?;
            Ok(whole.as_str().to_owned())
        };
        let codes = Vec::<String>::deserialize(deserializer)?;
        codes.into_iter().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::fiscal::Matricola;
    use crate::practice::Clients;

    #[test]
    fn a_matricola_comes_back_with_its_check_digits() {
        let codes = ["7012345662", "5100000152", "0112345693"];
        let codes = codes.map(|code| Matricola::parse(code).ok());
        assert_eq!(codes.iter().flatten().count(), 3);
        let clients =
            Clients { matricola: [None].into_iter().chain(codes).collect(), ..Clients::default() };
        let json = serde_json::to_string(&clients).unwrap();
        assert!(json.contains("\"matricola\":[null,70123456,51000001,1123456]"), "{json}");
        assert_eq!(serde_json::from_str::<Clients>(&json).unwrap(), clients);
        for wrong in ["0", "100123456", "-1", "\"7012345662\""] {
            let json = json.replace("1123456]", &format!("{wrong}]"));
            assert!(serde_json::from_str::<Clients>(&json).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_company_has_all_its_matricole() {
        let code = |code: &str| Matricola::parse(code).ok();
        let others = ["5100000152", "0112345693"].into_iter().filter_map(code);
        let clients = Clients {
            matricola: vec![code("7012345662"), None, code("7012345763")],
            others: [0, 2].into_iter().zip(others).collect(),
            ..Clients::default()
        };
        let json = serde_json::to_string(&clients).unwrap();
        assert!(json.contains("\"others\":[[0,51000001],[2,1123456]]"), "{json}");
        assert_eq!(serde_json::from_str::<Clients>(&json).unwrap(), clients);
        let of = |row| clients.matricole(row).map(Matricola::as_str).collect::<Vec<_>>();
        assert_eq!(of(0), ["7012345662", "5100000152"]);
        assert_eq!(of(1), [""; 0]);
        assert_eq!(of(2), ["7012345763", "0112345693"]);
        assert_eq!(of(3), [""; 0]);
    }

    #[test]
    fn a_tax_code_comes_back_whole() {
        let codes = ["12345678903", "01234567897", "CSTSRA80A41H501X", "12345678901", "1"];
        let clients = Clients { tax_code: codes.map(str::to_owned).into(), ..Clients::default() };
        let json = serde_json::to_string(&clients).unwrap();
        let stems = "\"tax_code\":[\"1234567890\",\"0123456789\",\"CSTSRA80A41H501X\",\"12345678901\",\"1\"]";
        assert!(json.contains(stems), "{json}");
        assert_eq!(serde_json::from_str::<Clients>(&json).unwrap(), clients);
        for wrong in ["0000000000", "12345678 0", "123456789X"] {
            let json = json.replace("\"1234567890\"", &format!("\"{wrong}\""));
            assert!(serde_json::from_str::<Clients>(&json).is_err(), "{wrong}");
        }
    }
}
