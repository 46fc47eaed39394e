//! Codes on the wire without what follows from the rest: the digits that check them, of three hundred clients a fiftieth of the grid, and what
//! all begin with.

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

/// Ids as what all begin with and the rest of each, one after another.
pub mod ids {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::ids::CompanyId;

    /// Characters of an id, and of the moment that it begins with: more is never taken as common, so that something is left of each.
    const LENGTH: usize = 26;
    const MOMENT: usize = 10;

    pub fn serialize<S: Serializer>(list: &[CompanyId], serializer: S) -> Result<S::Ok, S::Error> {
        let written: Vec<String> = list.iter().map(ToString::to_string).collect();
        let first = written.first().map(String::as_str).unwrap_or_default();
        let alike = |id: &String| id.bytes().zip(first.bytes()).take_while(|(a, b)| a == b).count();
        let common = written.iter().map(alike).min().unwrap_or_default().min(MOMENT);
        let rest: String = written.iter().filter_map(|id| id.get(common..)).collect();
        (first.get(..common).unwrap_or_default(), rest).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<CompanyId>, D::Error> {
        let (common, rest) = <(String, String)>::deserialize(deserializer)?;
        let length = LENGTH.saturating_sub(common.len()).max(1);
        let read = |piece: &[u8]| {
            let piece = core::str::from_utf8(piece).map_err(Error::custom)?;
            format!("{common}{piece}").parse().map_err(Error::custom)
        };
        rest.as_bytes().chunks(length).map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::fiscal::Matricola;
    use crate::ids::CompanyId;
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
    fn ids_come_back_in_their_order() {
        let later = CompanyId::from_parts(1_796_046_212_645, 7);
        let earlier = CompanyId::from_parts(1_796_046_212_000, u128::MAX);
        for (ids, wire) in [
            (vec![], r#"["",""]"#),
            (vec![later, earlier], r#"["01M8PB4","KH50000000000000007JX0ZZZZZZZZZZZZZZZZ"]"#),
            // Of one and the same there is something left.
            (vec![later; 2], r#"["01M8PB4KH5","00000000000000070000000000000007"]"#),
        ] {
            let clients = Clients { id: ids, ..Clients::default() };
            let json = serde_json::to_string(&clients).unwrap();
            assert!(json.contains(wire), "{json}");
            assert_eq!(serde_json::from_str::<Clients>(&json).unwrap(), clients);
            for wrong in [r#"["01M8PB4","0"]"#, r#"["01M8PB4ì","K"]"#, r#"["","-"]"#, r#"[[],""]"#]
            {
                let json = json.replace(wire, wrong);
                assert!(serde_json::from_str::<Clients>(&json).is_err(), "{wrong}");
            }
        }
        let unlike = vec![later, CompanyId::from_u128(u128::MAX)];
        let clients = Clients { id: unlike, ..Clients::default() };
        let json = serde_json::to_string(&clients).unwrap();
        assert_eq!(serde_json::from_str::<Clients>(&json).unwrap(), clients);
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
