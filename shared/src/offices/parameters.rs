//! What an administrator says of offices beside the table of those there are: each change from its day on.

use serde::{Deserialize, Serialize};

use super::{ALL, OfficeChange, OfficeCode, OfficeKind, by_code};
use crate::calendar::{Day, is_national_holiday, is_weekend, is_working_day};
use crate::parameters::Parameter;
use crate::requests::Words;
use crate::requests::topics::{NamedUnit, Unit};

/// The values as shipped: the table says all there is.
pub const SHIPPED: &str = include_str!("../../parameters/offices.json");
/// Most changes (DESIGN).
const MOST: usize = 1_000;
/// Most units (DESIGN).
const MOST_UNITS: usize = 100;
/// Most that go into another (DESIGN): each is followed on each day on which one does.
const MOST_MERGED: usize = 64;

/// What is said of offices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfficeParameters {
    /// Every unit that there is or was, in the order in which they are offered. Where none is named, those that are shipped are meant.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub units: Vec<NamedUnit>,
    /// The changes.
    pub changes: Vec<OfficeChange>,
}

impl OfficeParameters {
    /// With the units that are shipped where a text, from before they were data, names none.
    #[must_use]
    pub fn or_units_of(self, shipped: Self) -> Self {
        match self.units.is_empty() {
            true => Self { units: shipped.units, ..self },
            false => self,
        }
    }

    /// A unit, if there is or was such a one.
    pub fn unit(&self, unit: Unit) -> Option<&NamedUnit> {
        self.units.iter().find(|one| one.unit == unit)
    }

    /// What a unit is called; its code where nobody knows it.
    pub fn unit_name(&self, unit: Unit) -> Words {
        let code = || unit.to_string();
        let known = self.unit(unit).map(|one| one.name.clone());
        known.unwrap_or_else(|| Words { it: code(), en: code(), de: code() })
    }

    /// Whether something can be given to a unit.
    pub fn offers(&self, unit: Unit) -> bool {
        self.units.is_empty() || self.unit(unit).is_some_and(|one| !one.withdrawn)
    }

    /// An office that is open and of which it is said, on a day or later, that it has a unit.
    pub fn naming(&self, unit: Unit, day: Day) -> Option<OfficeCode> {
        let names = |units: &[Unit]| units.contains(&unit);
        let holds = |one: &&OfficeChange| {
            let is_later = one.from > day && one.units.as_deref().is_some_and(names);
            let now = self.holding(one.office, day, |one| one.units.as_deref());
            self.competent(one.office, day) == one.office && (is_later || now.is_some_and(names))
        };
        self.changes.iter().find(holds).map(|one| one.office)
    }

    /// What was said of an office until a day.
    fn said(&self, office: OfficeCode, day: Day) -> impl Iterator<Item = &OfficeChange> {
        self.changes.iter().filter(move |one| one.office == office && one.from <= day)
    }

    /// What holds of an office on a day: what was said last of it.
    fn holding<'a, T: 'a>(
        &'a self,
        office: OfficeCode,
        day: Day,
        of: impl Fn(&'a OfficeChange) -> Option<T>,
    ) -> Option<T> {
        self.said(office, day)
            .filter_map(|one| Some((one.from, of(one)?)))
            .max_by_key(|(from, _)| *from)
            .map(|(_, said)| said)
    }

    /// What an office is called on a day, if it is one.
    pub fn name(&self, office: OfficeCode, day: Day) -> Option<&str> {
        let said = self.holding(office, day, |one| one.name.as_deref());
        said.or_else(|| by_code(office).map(|office| office.name))
    }

    /// All that an office was called until a day, what it is called then among them.
    pub fn names(&self, office: OfficeCode, day: Day) -> impl Iterator<Item = &str> {
        let of_table = by_code(office).map(|office| office.name);
        let said = self.said(office, day).filter_map(|one| one.name.as_deref());
        of_table.into_iter().chain(said)
    }

    /// The office that is called so, or ever was.
    pub fn named(&self, name: &str) -> Option<OfficeCode> {
        let said = self.changes.iter().filter(|one| one.name.as_deref() == Some(name));
        let of_table = ALL.iter().filter(|office| office.name == name).map(|office| office.code);
        of_table.chain(said.map(|one| one.office)).next()
    }

    /// Whether there is such an office, or will be.
    pub fn knows(&self, office: OfficeCode) -> bool {
        self.is_there(office, Day::LAST)
    }

    /// Whether there is such an office on a day; another one may have taken over.
    pub fn is_there(&self, office: OfficeCode, day: Day) -> bool {
        by_code(office).is_some() || self.holding(office, day, |one| one.kind).is_some()
    }

    /// The offices that the table does not have and that have begun by a day.
    pub fn begun(&self, day: Day) -> impl Iterator<Item = OfficeCode> {
        let said = self.changes.iter().filter(move |one| one.kind.is_some() && one.from <= day);
        said.map(|one| one.office).filter(|office| by_code(*office).is_none())
    }

    /// Every office that there is on a day, in the order of the codes.
    pub fn all(&self, day: Day) -> Vec<OfficeCode> {
        let mut all: Vec<_> = ALL.iter().map(|one| one.code).chain(self.begun(day)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What an office is on a day.
    pub fn kind(&self, office: OfficeCode, day: Day) -> Option<OfficeKind> {
        let of_table = |takes| if takes { OfficeKind::Seat } else { OfficeKind::Agency };
        let said = self.holding(office, day, |one| one.kind);
        said.or_else(|| by_code(office).map(|office| of_table(office.takes_contributions)))
    }

    /// The office that an office belongs to, if it was said.
    pub fn parent(&self, office: OfficeCode, day: Day) -> Option<OfficeCode> {
        self.holding(office, day, |one| one.parent)
    }

    /// Where an office is, if it was said.
    pub fn address(&self, office: OfficeCode, day: Day) -> Option<&str> {
        self.holding(office, day, |one| one.address.as_deref())
    }

    /// Whether an office has a unit.
    pub fn has_unit(&self, office: OfficeCode, unit: Unit, day: Day) -> bool {
        let units = self.holding(office, day, |one| one.units.as_deref());
        self.offers(unit) && units.is_none_or(|units| units.contains(&unit))
    }

    /// The office that does on a day what an office was to do: itself, or the one that has taken over.
    pub fn competent(&self, office: OfficeCode, day: Day) -> OfficeCode {
        let mut now = office;
        // A ring of offices is refused; were there one, this ends all the same.
        for _ in 0..self.changes.len() {
            match self.holding(now, day, |one| one.into) {
                Some(next) => now = next,
                None => break,
            }
        }
        now
    }

    /// The office that is competent for what an office was, and all that it has taken over.
    pub fn parts(&self, office: OfficeCode, day: Day) -> Vec<OfficeCode> {
        let whole = self.competent(office, day);
        let others = self.changes.iter().filter(|one| one.into.is_some()).map(|one| one.office);
        let mut parts = vec![whole];
        parts.extend(others.filter(|other| self.competent(*other, day) == whole));
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    /// Whether an office works on a day, by the calendar and its patron saint's day.
    pub fn works(&self, office: OfficeCode, day: Day) -> bool {
        match self.holding(office, day, |one| one.patron) {
            Some(patron) => !is_weekend(day) && !is_national_holiday(day) && !patron.falls_on(day),
            None => is_working_day(day, Some(office)),
        }
    }

    /// The parameter with a value that cannot be, if one has.
    pub fn unsound(&self) -> Option<Parameter> {
        let merged = self.changes.iter().filter(|one| one.into.is_some()).cloned().collect();
        let merged = Self { changes: merged, units: Vec::new() };
        let is_ring = |one: &OfficeChange| {
            // On each day on which something begins it must lead to an office that is open.
            merged.changes.iter().any(|other| {
                let last = merged.competent(one.office, other.from);
                merged.holding(last, other.from, |change| change.into).is_some()
            })
        };
        let wrong = self.changes.len() > MOST
            || self.are_units_wrong()
            || self.changes.iter().any(|one| one.is_wrong(self))
            || merged.changes.len() > MOST_MERGED
            || merged.changes.iter().any(is_ring);
        wrong.then_some(Parameter::Office)
    }

    /// Whether a unit is wrong or named twice, the front office is missing, or an office has one that there is not.
    fn are_units_wrong(&self) -> bool {
        let mut codes: Vec<Unit> = self.units.iter().map(|one| one.unit).collect();
        codes.sort_unstable();
        codes.dedup();
        let is_known = |unit: &Unit| codes.binary_search(unit).is_ok();
        let mut named = self.changes.iter().flat_map(|one| one.units.iter().flatten());
        !self.units.is_empty()
            && (codes.len() != self.units.len()
                || codes.len() > MOST_UNITS
                || !is_known(&Unit::FRONT_OFFICE)
                || self.units.iter().any(|one| !one.check().is_empty())
                || !named.all(is_known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offices::Patron;

    fn code(text: &str) -> OfficeCode {
        OfficeCode::parse(text).unwrap()
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn shipped() -> OfficeParameters {
        serde_json::from_str(SHIPPED).unwrap()
    }

    fn of(changes: Vec<OfficeChange>) -> OfficeParameters {
        OfficeParameters { changes, ..shipped() }
    }

    fn change(from: &str, office: &str) -> OfficeChange {
        let (from, office, source) = (day(from), code(office), "Determina".to_owned());
        let (kind, parent, name, address) = Default::default();
        let (units, patron, into) = Default::default();
        OfficeChange { from, office, kind, parent, name, address, units, patron, into, source }
    }

    fn merged(from: &str, office: &str, into: &str) -> OfficeChange {
        OfficeChange { into: Some(code(into)), ..change(from, office) }
    }

    #[test]
    fn what_is_shipped_says_nothing_beside_the_table() {
        let shipped = shipped();
        assert_eq!((shipped.changes.as_slice(), shipped.unsound()), (&[][..], None));
        let units: Vec<Unit> = shipped.units.iter().map(|one| one.unit).collect();
        assert_eq!(units, Unit::SHIPPED);
        let today = day("2026-11-30");
        assert_eq!(shipped.name(code("7010"), today), Some("Roma Tuscolano"));
        assert_eq!(shipped.parts(code("7010"), today), [code("7010")]);
        assert!(!shipped.works(code("7010"), day("2026-06-29")));
    }

    #[test]
    fn each_thing_holds_from_the_day_on_which_it_was_said_last() {
        let named =
            |from, name: &str| OfficeChange { name: Some(name.to_owned()), ..change(from, "7010") };
        let changes = vec![
            named("2027-01-01", "Due"),
            named("2026-01-01", "Uno"),
            OfficeChange {
                address: Some("Via Prova 1".to_owned()),
                units: Some(vec![Unit::FRONT_OFFICE]),
                patron: Some(Patron { month: 6, day: 30 }),
                ..change("2026-06-01", "7010")
            },
        ];
        let set = of(changes);
        assert_eq!(set.unsound(), None);
        let name = |on| set.name(code("7010"), day(on));
        assert_eq!(name("2025-12-31"), Some("Roma Tuscolano"));
        assert_eq!((name("2026-12-31"), name("2027-01-01")), (Some("Uno"), Some("Due")));
        for name in ["Roma Tuscolano", "Uno", "Due"] {
            assert_eq!(set.named(name), Some(code("7010")), "{name}");
        }
        assert_eq!(set.named("Tre"), None);
        let names = |on| set.names(code("7010"), day(on)).collect::<Vec<_>>();
        assert_eq!(names("2026-12-31"), ["Roma Tuscolano", "Uno"], "not what it will be called");
        assert_eq!(names("2027-01-01"), ["Roma Tuscolano", "Due", "Uno"]);
        assert_eq!(set.address(code("7010"), day("2027-01-01")), Some("Via Prova 1"));
        let has = |on| set.has_unit(code("7010"), Unit::RETURNS, day(on));
        assert!(has("2026-05-31") && !has("2026-06-01"));
        let works = |on| set.works(code("7010"), day(on));
        assert!(works("2026-06-29") && !works("2026-06-30") && !works("2026-07-04"));
    }

    #[test]
    fn a_closed_office_gives_way_to_the_last_that_took_over() {
        let changes =
            vec![merged("2026-01-01", "7001", "7009"), merged("2026-07-01", "7009", "7010")];
        let set = of(changes);
        assert_eq!(set.unsound(), None);
        let at = |office, on| set.competent(code(office), day(on)).to_string();
        assert_eq!((&*at("7001", "2025-12-31"), &*at("7001", "2026-01-01")), ("7001", "7009"));
        assert_eq!((&*at("7001", "2026-07-01"), &*at("7010", "2026-07-01")), ("7010", "7010"));
        let parts = set.parts(code("7001"), day("2026-07-01"));
        assert_eq!(parts, [code("7001"), code("7009"), code("7010")]);
    }

    #[test]
    fn an_office_that_the_table_does_not_have_begins_with_its_kind_and_name() {
        let opened = OfficeChange {
            kind: Some(OfficeKind::Agency),
            parent: Some(code("7010")),
            name: Some("Roma Nuova".to_owned()),
            ..change("2026-06-01", "7999")
        };
        let set = of(vec![opened.clone()]);
        let (before, after) = (day("2026-05-31"), day("2026-06-01"));
        assert_eq!(set.unsound(), None);
        assert!(set.knows(code("7999")) && !set.is_there(code("7999"), before));
        assert_eq!((set.all(before).len(), set.all(after).len()), (ALL.len(), ALL.len() + 1));
        assert_eq!(set.name(code("7999"), after), Some("Roma Nuova"));
        assert_eq!(set.kind(code("7999"), after), Some(OfficeKind::Agency));
        assert_eq!(set.kind(code("7010"), after), Some(OfficeKind::Seat));
        assert_eq!(set.parent(code("7999"), after), Some(code("7010")));
        assert!(set.works(code("7999"), day("2026-06-03")));
        let with = |other: OfficeChange| of(vec![opened.clone(), other]).unsound();
        assert_eq!(with(merged("2026-07-01", "7999", "7010")), None);
        assert_eq!(with(merged("2026-07-01", "7001", "7999")), None);
        let wrong = Some(Parameter::Office);
        assert_eq!(with(merged("2026-05-01", "7001", "7999")), wrong, "it is not there yet");
        assert_eq!(with(merged("2026-05-01", "7999", "7001")), wrong);
        let ring = OfficeChange { parent: Some(code("7999")), ..change("2026-07-01", "7010") };
        assert_eq!(with(ring), wrong);
        let nameless = OfficeChange { name: None, ..opened };
        assert_eq!(of(vec![nameless]).unsound(), wrong);
    }

    #[test]
    fn what_cannot_be_of_an_office_is_refused() {
        let of = |changes: Vec<OfficeChange>| of(changes).unsound();
        let wrong = Some(Parameter::Office);
        assert_eq!(of(vec![change("2026-01-01", "9999")]), wrong, "no such office");
        assert_eq!(of(vec![merged("2026-01-01", "7001", "9999")]), wrong);
        assert_eq!(of(vec![merged("2026-01-01", "7001", "7001")]), wrong);
        let ring = vec![merged("2026-01-01", "7001", "7009"), merged("2026-07-01", "7009", "7001")];
        assert_eq!(of(ring), wrong);
        let good = change("2026-01-01", "7010");
        assert_eq!(of(vec![OfficeChange { name: Some(" ".into()), ..good.clone() }]), wrong);
        assert_eq!(of(vec![OfficeChange { source: String::new(), ..good.clone() }]), wrong);
        assert_eq!(of(vec![OfficeChange { units: Some(Vec::new()), ..good.clone() }]), wrong);
        let patron = Some(Patron { month: 2, day: 30 });
        assert_eq!(of(vec![OfficeChange { patron, ..good }]), wrong);
    }
    #[test]
    fn a_text_from_before_units_were_data_has_those_that_are_shipped() {
        let before: OfficeParameters = serde_json::from_str("{\"changes\":[]}").unwrap();
        assert!(before.units.is_empty() && before.offers(Unit::RETURNS));
        assert_eq!(before.or_units_of(shipped()), shipped());
        let mut own = shipped();
        own.units.retain(|one| one.unit == Unit::FRONT_OFFICE);
        assert_eq!(own.clone().or_units_of(shipped()), own);
    }

    #[test]
    fn a_unit_that_is_withdrawn_keeps_its_name_and_no_office_has_it() {
        let mut set = of(vec![
            OfficeChange {
                units: Some(vec![Unit::RETURNS, Unit::FRONT_OFFICE]),
                ..change("2026-06-01", "7010")
            },
            OfficeChange { units: Some(vec![Unit::FRONT_OFFICE]), ..change("2026-08-01", "7010") },
        ]);
        let (office, on) = (code("7010"), day("2026-07-01"));
        assert!(set.has_unit(office, Unit::RETURNS, on));
        let naming = |set: &OfficeParameters, on| set.naming(Unit::RETURNS, day(on));
        assert_eq!([naming(&set, "2026-05-01"), naming(&set, "2026-07-01")], [Some(office); 2]);
        assert_eq!(naming(&set, "2026-08-01"), None, "it was said anew since");
        for one in set.units.iter_mut().filter(|one| one.unit == Unit::RETURNS) {
            one.withdrawn = true;
        }
        assert_eq!(set.unsound(), None);
        assert!(!set.has_unit(office, Unit::RETURNS, on) && !set.offers(Unit::RETURNS));
        assert_eq!(set.unit_name(Unit::RETURNS).it, "Flussi");
        let unknown = Unit::parse("polo").unwrap();
        assert_eq!((set.unit_name(unknown).de.as_str(), set.offers(unknown)), ("polo", false));
    }

    #[test]
    fn units_that_cannot_be_are_refused() {
        let wrong = |change: &dyn Fn(&mut OfficeParameters)| {
            let mut set = shipped();
            change(&mut set);
            set.unsound() == Some(Parameter::Office)
        };
        assert!(wrong(&|set| set.units.truncate(9)), "without the front office");
        assert!(wrong(&|set| set.units.extend(set.units.clone())), "twice");
        assert!(wrong(&|set| set.units.iter_mut().for_each(|one| one.withdrawn = true)));
        assert!(wrong(&|set| set.units.iter_mut().for_each(|one| one.name.en.clear())));
        let units = Some(vec![Unit::parse("polo").unwrap(), Unit::FRONT_OFFICE]);
        let named = OfficeChange { units, ..change("2026-06-01", "7010") };
        assert!(wrong(&|set| set.changes.push(named.clone())), "there is no such unit");
    }
}
