//! What a new register extract changes, row by row of the sections that the register fills.

use shared::calendar::{Day, Instant};
use shared::ids::CompanyId;
use shared::sections::Source;

use super::extract::address_of;
use super::table::{Company, Particulars, Person, Position};
use crate::changes::derived::{Facts, change, code};
use crate::changes::{note, touch};
use crate::store::{StoreError, WriteTx};

/// Notes what is different.
///
/// # Errors
/// Those of the store.
pub fn note_differences(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: CompanyId,
    before: Option<&Company>,
    after: &Company,
) -> Result<(), StoreError> {
    let (was, is) = (before.map(company), company(after));
    let mut changes: Vec<_> =
        change(id, Source::Company, &after.name, was.as_ref(), Some(&is)).into_iter().collect();
    // What came with a company that was not known is no change of its own.
    if let Some(before) = before {
        let same = |a: &Position, b: &Position| a.matricola == b.matricola;
        changes.extend(paired(&before.positions, &after.positions, same).filter_map(
            |(was, is)| {
                let title = &is.or(was)?.matricola;
                let (was, is) = (was.map(position), is.map(position));
                change(id, Source::Positions, title, was.as_ref(), is.as_ref())
            },
        ));
        let same = |a: &Person, b: &Person| {
            (&a.tax_code, &a.charge, a.since) == (&b.tax_code, &b.charge, b.since)
        };
        changes.extend(paired(&before.persons, &after.persons, same).filter_map(|(was, is)| {
            let title = &is.or(was)?.name;
            let (was, is) = (was.map(person), is.map(person));
            change(id, Source::Persons, title, was.as_ref(), is.as_ref())
        }));
    }
    // What no row tells, such as a state long past, still makes what was derived from the register out of date.
    touch(tx, now, id)?;
    changes.iter().try_for_each(|change| note(tx, now, change))
}

/// A row before and now.
type Pair<'a, T> = (Option<&'a T>, Option<&'a T>);

/// The same rows before and after side by side: those that are there now, then those that are there no more.
fn paired<'a, T>(
    before: &'a [T],
    after: &'a [T],
    same: impl Fn(&T, &T) -> bool + Copy + 'a,
) -> impl Iterator<Item = Pair<'a, T>> {
    let now = after.iter().map(move |row| (before.iter().find(|was| same(was, row)), Some(row)));
    let is_gone = move |was: &&T| !after.iter().any(|row| same(was, row));
    now.chain(before.iter().filter(is_gone).map(|was| (Some(was), None)))
}

fn day(days: i64) -> String {
    Day::from_epoch_days(days).to_string()
}

fn company(company: &Company) -> Facts {
    let address = |part: fn(&(String, String, String, String)) -> &String| {
        company.address.as_ref().map(|address| part(address).clone())
    };
    vec![
        ("tax_code", Some(company.tax_code.clone())),
        ("name", Some(company.name.clone())),
        ("vat", company.vat.clone()),
        ("legal_form", company.legal_form.clone()),
        ("street", address(|address| &address.0)),
        ("postcode", address(|address| &address.1)),
        ("town", address(|address| &address.2)),
        ("province", address(|address| &address.3)),
        ("rea", company.rea.clone()),
        ("ateco", company.ateco.clone()),
        ("started", company.started.map(day)),
        ("pec", company.pec.clone()),
        ("email", company.email.clone()),
        ("phone", company.phone.clone()),
        ("principal", Some(company.principal.to_string())),
    ]
}

fn position(position: &Position) -> Facts {
    let (state, since) = position.states.last().copied().unwrap_or((1, position.opened));
    let period = position.periods.last();
    let cas = period.map(|period| period.cas.join(" ")).filter(|cas| !cas.is_empty());
    vec![
        ("matricola", Some(position.matricola.clone())),
        ("office", Some(position.office.clone())),
        ("csc", period.map(|period| period.csc.clone())),
        ("cas", cas),
        ("ateco", period.and_then(|period| period.ateco.clone())),
        ("state", code(Source::Positions, "state", usize::from(state.saturating_sub(1)))),
        ("since", Some(day(since))),
        ("opened", Some(day(position.opened))),
    ]
}

fn person(person: &Person) -> Facts {
    let known = person.particulars.as_ref();
    let text =
        |part: fn(&Particulars) -> &Option<String>| known.and_then(|known| part(known).clone());
    let flag =
        |part: fn(&Particulars) -> Option<bool>| known.and_then(part).map(|flag| flag.to_string());
    let residence = known.and_then(|known| known.residence.as_ref());
    vec![
        ("tax_code", Some(person.tax_code.clone())),
        ("name", Some(person.name.clone())),
        ("charge", Some(person.charge.clone())),
        ("representative", Some(person.representative.to_string())),
        ("since", Some(day(person.since))),
        ("until", person.until.map(day)),
        ("residence", residence.map(|address| address_of(address.clone()).on_one_line())),
        ("citizenship", text(|known| &known.citizenship)),
        ("charge_code", text(|known| &known.charge_code)),
        ("deed", text(|known| &known.deed)),
        ("years", known.and_then(|known| known.years).map(|years| years.to_string())),
        ("signature", text(|known| &known.signature)),
        ("elector", flag(|known| known.elector)),
        ("certified", flag(|known| known.certified)),
    ]
}
