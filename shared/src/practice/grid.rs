//! The grid: every client, column by column.

use serde::{Deserialize, Serialize};

use super::{ROLES, Tag};
use crate::calendar::{Day, Instant, Month};
use crate::companies::PositionState;
use crate::deadlines::Kind;
use crate::declarations::DmState;
use crate::durc::Light;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::fiscal::Matricola;
use crate::ids::{CompanyId, PersonId};
use crate::money::Euro;

/// All companies the caller works for, by name.
///
/// Column by column, since ten thousand rows of twenty-four names would be mostly names: every list below has one value for each company,
/// in the same order. Accents and case do not matter to that order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Clients {
    /// The companies.
    pub id: Vec<CompanyId>,
    /// Their names.
    pub name: Vec<String>,
    /// Their tax codes, 11 or 16 characters.
    pub tax_code: Vec<String>,
    /// The first active matricola, or the first of all: its first eight digits as a number, since the other two follow from them.
    #[serde(with = "stems")]
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<Option<u32>>"))]
    pub matricola: Vec<Option<Matricola>>,
    /// The office competent for it, by its place in `offices`.
    pub office: Vec<Option<u16>>,
    /// State of that position.
    pub state: Vec<PositionState>,
    /// The latest month declared.
    pub declared: Vec<Option<Month>>,
    /// The worst state of that month's virtual DMs.
    pub dm: Vec<Option<DmState>>,
    /// Months of the last twelve whose payment term has passed that are not wholly paid.
    pub months_short: Vec<u32>,
    /// What is missing over them.
    pub missing: Vec<Euro>,
    /// Declarations of those twelve months that are not balanced.
    pub not_balanced: Vec<u32>,
    /// Returns of those twelve months that were due and did not come.
    pub not_declared: Vec<u32>,
    /// Open debts of the section `crediti`.
    pub debts: Vec<u32>,
    /// Their sum.
    pub debt: Vec<Euro>,
    /// Open rectification notices.
    pub notices: Vec<u32>,
    /// Employees last declared, over all positions.
    pub workforce: Vec<Option<u32>>,
    /// The next deadline that is not done, overdue ones included.
    pub deadline: Vec<Option<Day>>,
    /// What is due then.
    pub deadline_kind: Vec<Option<Kind>>,
    /// The last day of the delegation by which the caller acts; none if it has no end, or there is no delegation.
    pub delegation: Vec<Option<Day>>,
    /// The collaborators it is assigned to, by their places in `staff`.
    pub assigned: Vec<Vec<u16>>,
    /// Its tags, by their places in `tags`.
    pub tagged: Vec<Vec<u16>>,
    /// Changes that the caller has not seen.
    pub changes: Vec<u32>,
    /// The day of the latest change.
    pub changed: Vec<Option<Day>>,
    /// The light of the DURC when it was checked last.
    pub durc: Vec<Option<Light>>,
    /// The last day of the latest document, valid or not.
    pub durc_until: Vec<Option<Day>>,
    /// Names of the offices.
    pub offices: Vec<String>,
    /// The collaborators of the practice, by name.
    pub staff: Vec<Colleague>,
    /// The tags of the desk, by name.
    pub tags: Vec<Tag>,
    /// The moment of these figures.
    pub at: Instant,
}

/// A matricola without the two digits that check it.
mod stems {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::fiscal::Matricola;

    /// What the number of an office stands before.
    const PREFIX: u32 = 1_000_000;

    pub fn serialize<S: Serializer>(
        list: &[Option<Matricola>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let stem = |code: &Matricola| u32::from(code.office_prefix()) * PREFIX + code.number();
        serializer.collect_seq(list.iter().map(|code| code.as_ref().map(stem)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Option<Matricola>>, D::Error> {
        let read = |stem: u32| {
            let prefix = u8::try_from(stem / PREFIX).unwrap_or(u8::MAX);
            Matricola::compose(prefix, stem % PREFIX).map_err(Error::custom)
        };
        let stems = Vec::<Option<u32>>::deserialize(deserializer)?;
        stems.into_iter().map(|stem| stem.map(read).transpose()).collect()
    }

    #[cfg(test)]
    mod tests {
        use super::super::Clients;
        use crate::fiscal::Matricola;

        #[test]
        fn a_matricola_comes_back_with_its_check_digits() {
            let codes = ["7012345662", "5100000152", "0112345693"];
            let codes = codes.map(|code| Matricola::parse(code).ok());
            assert_eq!(codes.iter().flatten().count(), 3);
            let clients = Clients {
                matricola: [None].into_iter().chain(codes).collect(),
                ..Clients::default()
            };
            let json = serde_json::to_string(&clients).unwrap();
            assert!(json.contains("\"matricola\":[null,70123456,51000001,1123456]"), "{json}");
            assert_eq!(serde_json::from_str::<Clients>(&json).unwrap(), clients);
            for wrong in ["0", "100123456", "-1", "\"7012345662\""] {
                let json = json.replace("1123456]", &format!("{wrong}]"));
                assert!(serde_json::from_str::<Clients>(&json).is_err(), "{wrong}");
            }
        }
    }
}

impl Clients {
    /// How many companies there are.
    pub fn len(&self) -> usize {
        self.id.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }
}

/// A collaborator of the practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Colleague {
    /// The person.
    pub id: PersonId,
    /// First name and surname.
    pub name: String,
}

/// All companies the caller works for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grid {}

impl Endpoint for Grid {
    const SPEC: Spec = Spec {
        name: "practice.grid",
        summary: "All companies the caller works for, column by column (C1).",
        method: Method::Get,
        path: "/api/v1/practice/grid",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Clients;
}
