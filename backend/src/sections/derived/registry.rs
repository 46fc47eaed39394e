//! What the register says: the company, its positions and their histories, its persons.

use shared::calendar::{Day, Month};
use shared::companies::{Address, PositionState};
use shared::durc::Light;
use shared::fiscal::PersonTaxCode;
use shared::ids::CompanyId;
use shared::practice::HEADS;
use shared::sections::registry::workforce;

use super::{Drafts, said};
use crate::companies::{birthplace, service as companies};
use crate::delegations::service as delegations;
use crate::durc::service as durc;
use crate::fault::Result;
use crate::ledger::service as ledger;
use crate::people::service as people;
use crate::sections::rows;
use crate::store::ReadTx;

/// How the states of a position are written.
const fn state(state: PositionState) -> &'static str {
    match state {
        PositionState::Active => "attiva",
        PositionState::CeasedProvisionally => "cessata_provvisoria",
        PositionState::Ceased => "cessata_definitiva",
        PositionState::Suspended => "sospesa",
        PositionState::Reactivated => "riattivata",
        PositionState::Bankrupt => "fallita",
    }
}

/// The state of a position, and since when.
fn standing(position: &companies::ExtractPosition) -> (PositionState, Day) {
    position.states.last().copied().unwrap_or((PositionState::Active, position.opened))
}

/// Employees in the latest declarations of the last year, by account.
fn workforce(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<(String, Month, u32)>> {
    let last = Month::of(today);
    let mut latest: Vec<(String, Month, u32)> = Vec::new();
    for account in ledger::accounts(tx, company, last.plus(-12), last)? {
        if account.declared.is_some() && account.account != crate::ledger::COLLABORATORS {
            latest.retain(|(matricola, ..)| *matricola != account.account);
            latest.push((account.account, account.month, account.workers));
        }
    }
    Ok(latest)
}

/// Employees that the institute has certified for a month, of all positions; none where it has certified nothing.
fn certified(
    tx: &dyn ReadTx,
    company: CompanyId,
    month: Option<Month>,
    today: Day,
) -> Result<Option<u32>> {
    let section = &workforce::SECTION;
    let (Some(month), Some((of, _)), Some((place, _))) =
        (month, section.field("month"), section.field("certified"))
    else {
        return Ok(None);
    };
    let month = Some(month.to_string());
    let rows = rows::all(tx, company, section, today)?;
    let counts = rows.iter().filter(|row| row.cells.get(of) == Some(&month));
    let counts = counts.filter_map(|row| row.cells.get(place)?.as_deref()?.parse::<u32>().ok());
    Ok(counts.reduce(u32::saturating_add))
}

pub(super) fn company(
    tx: &dyn ReadTx,
    id: CompanyId,
    today: Day,
    mut drafts: Drafts,
) -> Result<Drafts> {
    let Some(company) = companies::extract(tx, id)? else { return Ok(drafts) };
    let workforce = workforce(tx, id, today)?;
    let month = workforce.iter().map(|(_, month, _)| *month).max();
    let employees: u32 =
        workforce.iter().filter(|(_, of, _)| Some(*of) == month).map(|(.., count)| count).sum();
    let active = |position: &&companies::ExtractPosition| {
        position.states.last().is_some_and(|(state, _)| state.is_active())
    };
    let position = company.positions.iter().find(active).or(company.positions.first());
    let stands = position.map(standing);
    let period = position.and_then(|position| position.periods.last());
    let intermediaries = intermediaries(tx, id, today)?;
    let light = durc::on_file(tx, id, today)?.light;
    let address = company.address.as_ref();
    drafts.push([
        ("tax_code", said(&company.tax_code)),
        ("vat", company.vat.clone()),
        ("name", said(&company.name)),
        ("legal_form", company.legal_form.clone()),
        ("street", address.map(|address| address.street.clone())),
        ("postcode", address.map(|address| address.postcode.clone())),
        ("town", address.map(|address| address.town.clone())),
        ("province", address.map(|address| address.province.clone())),
        ("rea", company.rea.clone()),
        ("ateco", company.ateco.clone()),
        ("started", company.started.and_then(said)),
        ("pec", company.pec.clone()),
        ("email", company.email.clone()),
        ("phone", company.phone.clone()),
        ("principal", said(company.principal)),
        ("extracted", said(company.extracted)),
        ("positions", said(company.positions.len())),
        ("active_positions", said(company.positions.iter().filter(active).count())),
        ("workforce", month.and(said(employees))),
        ("workforce_month", month.and_then(said)),
        ("intermediary", Some(intermediaries)),
        ("matricola", position.and_then(|position| said(position.matricola))),
        ("office", position.and_then(|position| said(&position.office))),
        ("state", stands.and_then(|(now, _)| said(state(now)))),
        ("since", stands.and_then(|(_, since)| said(since))),
        ("opened", position.and_then(|position| said(position.opened))),
        ("csc", period.map(|period| period.csc.clone())),
        ("cas", period.map(|period| period.cas.join(" "))),
        ("workforce_certified", certified(tx, id, month, today)?.and_then(said)),
        ("regularity", light.map(regularity).and_then(said)),
    ]);
    Ok(drafts)
}

/// Who may act for the company: each practice or association, with the tax code of who it is.
fn intermediaries(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<String> {
    let mut named = Vec::new();
    for id in delegations::practices_of(tx, company, today)? {
        let Some(practice) = delegations::practice(tx, id)? else { continue };
        let mut people = people::of_practice(tx, id)?.into_iter();
        let head = people.find(|person| HEADS.contains(&person.role));
        named.push(match head {
            Some(head) => format!("{} ({})", practice.name, head.tax_code),
            None => practice.name,
        });
    }
    Ok(named.join(", "))
}

/// How the light of the checks on file is written.
const fn regularity(light: Light) -> &'static str {
    match light {
        Light::Green => "regolare",
        Light::Yellow => "in_verifica",
        Light::Red => "da_regolarizzare",
    }
}

pub(super) fn positions(
    tx: &dyn ReadTx,
    id: CompanyId,
    today: Day,
    mut drafts: Drafts,
) -> Result<Drafts> {
    let Some(company) = companies::extract(tx, id)? else { return Ok(drafts) };
    let workforce = workforce(tx, id, today)?;
    for position in &company.positions {
        let (now, since) = standing(position);
        let period = position.periods.last();
        let last = workforce.iter().find(|(of, ..)| of == position.matricola.as_str());
        drafts.push([
            ("matricola", said(position.matricola)),
            ("office", said(&position.office)),
            ("csc", period.map(|period| period.csc.clone())),
            ("cas", period.map(|period| period.cas.join(" "))),
            ("ateco", period.and_then(|period| period.ateco.clone())),
            ("state", said(state(now))),
            ("since", said(since)),
            ("opened", said(position.opened)),
            ("workforce", last.and_then(|(.., count)| said(count))),
            ("workforce_month", last.and_then(|(_, month, _)| said(month))),
        ]);
    }
    Ok(drafts)
}

/// The positions of the company as those under its tax code; the last day of one is known once it is gone for good.
pub(super) fn same_code(tx: &dyn ReadTx, id: CompanyId, mut drafts: Drafts) -> Result<Drafts> {
    let Some(company) = companies::extract(tx, id)? else { return Ok(drafts) };
    for position in &company.positions {
        let opened = position.opened;
        let (now, since) = standing(position);
        let gone = matches!(now, PositionState::Ceased | PositionState::Bankrupt);
        let period = position.periods.last();
        drafts.push([
            ("matricola", said(position.matricola)),
            ("name", said(&company.name)),
            ("state", said(state(now))),
            ("office", said(&position.office)),
            ("csc", period.map(|period| period.csc.clone())),
            ("cas", period.map(|period| period.cas.join(" "))),
            ("from", said(opened)),
            ("to", said(if gone { since.max(opened) } else { Day::OPEN_END })),
        ]);
    }
    Ok(drafts)
}

pub(super) fn states(tx: &dyn ReadTx, id: CompanyId, mut drafts: Drafts) -> Result<Drafts> {
    let Some(company) = companies::extract(tx, id)? else { return Ok(drafts) };
    for position in &company.positions {
        let ends = position.states.iter().skip(1).map(|(_, next)| Some(next.plus_days(-1)));
        for ((now, since), until) in position.states.iter().zip(ends.chain([None])) {
            let entry =
                position.entries.iter().find(|entry| (entry.state, entry.since) == (*now, *since));
            drafts.push([
                ("matricola", said(position.matricola)),
                ("state", said(state(*now))),
                ("since", said(since)),
                ("until", said(until.unwrap_or(Day::OPEN_END))),
                ("entered", entry.and_then(|entry| entry.entered.clone())),
                ("entered_by", entry.and_then(|entry| entry.by.clone())),
            ]);
        }
    }
    Ok(drafts)
}

pub(super) fn periods(tx: &dyn ReadTx, id: CompanyId, mut drafts: Drafts) -> Result<Drafts> {
    let Some(company) = companies::extract(tx, id)? else { return Ok(drafts) };
    for position in &company.positions {
        for period in &position.periods {
            drafts.push([
                ("matricola", said(position.matricola)),
                ("from", said(period.from)),
                ("to", said(period.to.unwrap_or(Day::OPEN_END))),
                ("csc", said(&period.csc)),
                ("cas", Some(period.cas.join(" "))),
                ("ateco", period.ateco.clone()),
                ("self_employed", period.self_employed.and_then(said)),
            ]);
        }
    }
    Ok(drafts)
}

pub(super) fn persons(tx: &dyn ReadTx, id: CompanyId, mut drafts: Drafts) -> Result<Drafts> {
    let Some(company) = companies::extract(tx, id)? else { return Ok(drafts) };
    for person in &company.persons {
        // Persons without an Italian tax code are known by the company's register alone.
        let code = PersonTaxCode::parse(&person.tax_code).ok();
        let born = code.as_ref().and_then(|code| code.birth_date(company.extracted));
        let place = code.as_ref().map(PersonTaxCode::belfiore);
        let place = place.map(|code| birthplace(&code).map_or(code, str::to_owned));
        let known = &person.particulars;
        drafts.push([
            ("tax_code", said(&person.tax_code)),
            ("name", said(&person.name)),
            ("charge", said(&person.charge)),
            ("representative", said(person.representative)),
            ("since", said(person.since)),
            ("until", said(person.until.unwrap_or(Day::OPEN_END))),
            ("sex", code.as_ref().and_then(|code| said(if code.is_woman() { "f" } else { "m" }))),
            ("born", born.and_then(said)),
            ("birthplace", place),
            ("residence", known.residence.as_ref().map(Address::on_one_line)),
            ("citizenship", known.citizenship.clone()),
            ("charge_code", known.charge_code.clone()),
            ("deed", known.deed.clone()),
            ("years", known.years.and_then(said)),
            ("signature", known.signature.clone()),
            ("elector", known.elector.and_then(said)),
            ("certified", known.certified.and_then(said)),
        ]);
    }
    Ok(drafts)
}
