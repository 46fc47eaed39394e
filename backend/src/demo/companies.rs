//! Invented companies: the named variants first, then any number by lot.

use shared::calendar::{Day, Instant, Month};
use shared::companies::{Address, PositionState};
use shared::fiscal::{CompanyTaxCode, Matricola, PersonTaxCode};
use shared::format;
use shared::ids::CompanyId;
use shared::lang::Lang;

use super::Forge;
use super::names::{
    BIRTHPLACES, FIRST_NAMES, FORMS, PLACES, Place, SECOND, STREETS, SURNAMES, TRADES, Trade,
};
use crate::companies::service::{
    ExtractPeriod, ExtractPerson, ExtractPosition, Particulars, StateEntry,
};
use crate::companies::{Extract, birthplace};

/// Sets the lots of further connected persons apart from all others.
const OTHERS: u64 = 0x5eed_0001;
/// First of the progressive numbers that matricole are made of.
const FIRST_NUMBER: u32 = 310_000;

/// An invented company, and what the months to be invented for it must know.
#[derive(Clone)]
pub(super) struct Invented {
    pub id: CompanyId,
    /// Its place in the world, from 0: what decides which of the things that happen to companies happened to this one.
    pub number: usize,
    pub extract: Extract,
    /// Employees in its first position.
    pub size: usize,
    /// Whether blue-collar workers are among them.
    pub workers: bool,
    /// Which mistakes its months have.
    pub story: Story,
}

/// What went wrong in a company's last two years.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    /// One month short, one form for a wrong matricola, one provisional declaration: what the owner of the demo sees.
    Owner,
    /// Every kind of declaration state: a correction, a provisional, an anomalous and a not generable one.
    States,
    /// Two months unpaid.
    Unpaid,
    /// A month missing altogether, and one paid twice.
    Missing,
    /// Nothing.
    Orderly,
    /// Now and then something, by lot.
    Lot,
}

/// A named variant: name, trade, place, employees, story.
struct Named {
    name: &'static str,
    trade: usize,
    place: usize,
    size: usize,
    story: Story,
}

/// One company for each variant (restaurant, industry, construction artisan, shop, suspended, holding with a daughter position).
const NAMED: &[Named] = &[
    Named { name: "Forno Modello S.r.l.", trade: 0, place: 0, size: 13, story: Story::Owner },
    Named {
        name: "Officine Meccaniche Saggio S.p.A.",
        trade: 2,
        place: 1,
        size: 60,
        story: Story::States,
    },
    Named { name: "Edil Torre S.n.c.", trade: 3, place: 2, size: 9, story: Story::Unpaid },
    Named { name: "Bottega Campione S.a.s.", trade: 1, place: 3, size: 4, story: Story::Missing },
    Named {
        name: "Trattoria del Ponte S.r.l.",
        trade: 6,
        place: 0,
        size: 6,
        story: Story::Orderly,
    },
    Named { name: "Tessitura Aurora S.p.A.", trade: 7, place: 1, size: 34, story: Story::Lot },
];

/// Place of the company in [`NAMED`] that was suspended and active again.
const SUSPENDED: usize = 4;
/// Place of the company in [`NAMED`] that has a second position.
const WITH_DAUGHTER: usize = 5;
/// Number of the company that went bankrupt.
pub(super) const BANKRUPT: usize = 11;
/// Number of the first company whose position is closed for good.
pub(super) const CLOSED: usize = 33;

pub(super) fn invent(forge: &mut Forge, count: usize) -> Vec<Invented> {
    (0..count).map(|number| invent_one(forge, number)).collect()
}

pub(super) fn invent_one(forge: &mut Forge, number: usize) -> Invented {
    let named = NAMED.get(number);
    let (trade, place) = match named {
        Some(named) => (&TRADES[named.trade], &PLACES[named.place]),
        None => (forge.pick(TRADES), forge.pick(&PLACES)),
    };
    let (name, legal_form) = match named {
        Some(named) => (named.name.to_owned(), form_of(named.name)),
        None => name(forge, trade),
    };
    let size = named.map_or_else(|| lot_of_employees(forge), |named| named.size);
    let story = named.map_or(Story::Lot, |named| named.story);
    let started = Day::new(2004 + forge.random.i32(0..16), forge.random.u32(1..=12), 1)
        .unwrap_or(forge.today);
    let tax_number =
        u32::try_from(number).unwrap_or(0) + 1_000_000 + forge.random.u32(..7) * 1_000_003;
    let tax_code = CompanyTaxCode::compose(tax_number % 10_000_000, 58)
        .map_or_else(|_| String::new(), |code| code.as_str().to_owned());
    let id = forge
        .id(forge.now.plus_millis(-1_000 * i64::try_from(1_000 - number.min(999)).unwrap_or(0)));
    let mut persons = vec![representative(forge, number, started)];
    persons.extend(others(number, started, forge.now));
    let positions = positions(number, trade, place, started, forge.today);
    let slug: String =
        name.to_lowercase().chars().filter(char::is_ascii_alphanumeric).take(18).collect();
    let extract = Extract {
        // Most companies have one number for both; of some the register knows no VAT number.
        vat: (number % 7 != 6).then(|| tax_code.clone()),
        tax_code,
        name,
        legal_form: Some(legal_form.to_owned()),
        address: Some(Address {
            street: format!("{} {}", forge.pick(STREETS), forge.random.u8(1..120)),
            postcode: place.postcode.to_owned(),
            town: place.town.to_owned(),
            province: place.province.to_owned(),
        }),
        rea: Some(format!("{}-{}", place.province, 1_000_000 + number)),
        ateco: Some(trade.ateco.to_owned()),
        started: Some(started),
        pec: Some(format!("{slug}@pec.example")),
        email: Some(format!("info@{slug}.example")),
        phone: Some(format!("0{} {:07}", place.prefix % 9 + 1, forge.random.u32(..10_000_000))),
        extracted: forge.today.plus_days(-1),
        principal: number.is_multiple_of(5),
        positions,
        persons,
    };
    Invented { id, number, extract, size, workers: trade.workers, story }
}

fn name(forge: &mut Forge, trade: &Trade) -> (String, &'static str) {
    let (short, long) = forge.pick(FORMS);
    (format!("{} {} {short}", forge.pick(trade.words), forge.pick(SECOND)), long)
}

fn form_of(name: &str) -> &'static str {
    FORMS
        .iter()
        .find(|(short, _)| name.ends_with(short))
        .map_or("Impresa individuale", |(_, long)| long)
}

/// Mostly small, sometimes not: as Italian companies are.
fn lot_of_employees(forge: &mut Forge) -> usize {
    match forge.random.u8(..100) {
        0..60 => forge.random.usize(1..6),
        60..88 => forge.random.usize(6..16),
        88..98 => forge.random.usize(16..51),
        _ => forge.random.usize(51..130),
    }
}

/// The first company is represented by the persona `titolare`, whose name is fixed.
fn representative(forge: &mut Forge, number: usize, since: Day) -> ExtractPerson {
    let (mut name, mut tax_code) = person(forge, 1955..1990);
    if number == 0
        && let Some(birth) = Day::new(1979, 5, 12)
        && let Ok(code) = PersonTaxCode::compose("Rossi", "Mario", birth, false, "H501")
    {
        (name, tax_code) = ("Mario Rossi".to_owned(), code.as_str().to_owned());
    }
    ExtractPerson {
        particulars: particulars(number, &tax_code, "AUN", since),
        name,
        tax_code,
        charge: "Amministratore unico".to_owned(),
        representative: true,
        since,
        until: None,
    }
}

/// What the register knows of them besides; of every seventh company it knows nothing more.
fn particulars(number: usize, tax_code: &str, charge_code: &str, since: Day) -> Particulars {
    if number % 7 == 6 {
        return Particulars::default();
    }
    let place = &PLACES[number % PLACES.len()];
    let born = PersonTaxCode::parse(tax_code).map(|code| code.belfiore()).unwrap_or_default();
    let state = birthplace(&born).filter(|_| born.starts_with('Z')).unwrap_or("Italia");
    let represents = charge_code == "AUN";
    Particulars {
        residence: Some(Address {
            street: format!("{} {}", STREETS[(number + 2) % STREETS.len()], 3 + number % 80),
            postcode: place.postcode.to_owned(),
            town: place.town.to_owned(),
            province: place.province.to_owned(),
        }),
        citizenship: Some(state.to_owned()),
        charge_code: Some(charge_code.to_owned()),
        deed: Some(format!("Verbale di assemblea del {}", format::day(since, Lang::It))),
        years: (number % 2 == 1).then_some(3),
        signature: represents.then(|| "Firma disgiunta".to_owned()),
        elector: Some(represents),
        certified: Some(number % 3 != 2),
    }
}

/// Who else is connected with it: partners, a director who has left. They come from the number, not from the world's lots.
fn others(number: usize, started: Day, now: Instant) -> Vec<ExtractPerson> {
    let mut forge = Forge::new(u64::try_from(number).unwrap_or(0) ^ OTHERS, now);
    let mut connected = |charge: &str, code: &str, since: Day, until: Option<Day>| {
        let (name, tax_code) = person(&mut forge, 1950..1992);
        let particulars = particulars(number, &tax_code, code, since);
        let charge = charge.to_owned();
        ExtractPerson { name, tax_code, charge, representative: false, since, until, particulars }
    };
    let mut others = Vec::new();
    if number.is_multiple_of(3) {
        others.push(connected("Socio amministratore", "SAM", started, None));
    }
    if number % 5 == 2 {
        others.push(connected("Amministratore", "AMM", started, Some(started.plus_days(1_200))));
    }
    if number % 6 == 1 {
        others.push(connected("Sindaco", "SIN", started.plus_days(400), None));
    }
    others
}

/// An invented person: first name and surname, and a tax code that fits.
pub(super) fn person(forge: &mut Forge, years: std::ops::Range<i32>) -> (String, String) {
    let place = forge.random.usize(..FIRST_NAMES.len());
    let (first, surname): (&str, &str) = (FIRST_NAMES[place], *forge.pick::<&str>(SURNAMES));
    let birth =
        Day::new(forge.random.i32(years), forge.random.u32(1..=12), forge.random.u32(1..=28));
    let code = birth.and_then(|birth| {
        PersonTaxCode::compose(
            surname,
            first,
            birth,
            place % 2 == 1,
            forge.pick::<&str>(BIRTHPLACES),
        )
        .ok()
    });
    (format!("{first} {surname}"), code.map_or_else(String::new, |code| code.as_str().to_owned()))
}

fn positions(
    number: usize,
    trade: &Trade,
    place: &Place,
    started: Day,
    today: Day,
) -> Vec<ExtractPosition> {
    let progressive = FIRST_NUMBER + u32::try_from(number).unwrap_or(0) * 7;
    let mut positions: Vec<ExtractPosition> =
        position(trade, place, progressive, started).into_iter().collect();
    if number == SUSPENDED
        && let Some(position) = positions.first_mut()
    {
        // Closed from March to May 2020, as many were.
        let days = [
            (PositionState::Suspended, Day::new(2020, 3, 9)),
            (PositionState::Reactivated, Day::new(2020, 6, 1)),
        ];
        position.states.extend(days.into_iter().filter_map(|(state, day)| Some((state, day?))));
    }
    if let Some(position) = positions.first_mut() {
        position.states.extend(ends(number, Month::of(today)));
    }
    if number == WITH_DAUGHTER {
        let opened = Month::of(today).plus(-60).first_day();
        positions.extend(position(trade, &PLACES[3], progressive + 3, opened));
    }
    for position in &mut positions {
        let office = position.office.clone();
        position.entries = position.states.iter().map(|state| entry(*state, &office)).collect();
    }
    positions
}

/// A state as the office entered it: a few days later, in the morning.
fn entry((state, since): (PositionState, Day), office: &str) -> StateEntry {
    let entered = format!("{}T09:{}", since.plus_days(4), since.day() + 14);
    StateEntry { state, since, entered: Some(entered), by: Some(format!("Operatore {office}-03")) }
}

/// What became of a position of the unnamed companies: some paused, some closed for now or for good, one went bankrupt.
fn ends(number: usize, now: Month) -> Vec<(PositionState, Day)> {
    let ago = |months: i32| now.plus(-months).first_day();
    match number {
        0..6 => Vec::new(),
        BANKRUPT => vec![(PositionState::Bankrupt, ago(7))],
        _ if number % 13 == 9 => {
            vec![(PositionState::Suspended, ago(11)), (PositionState::Reactivated, ago(8))]
        }
        _ if number % 29 == 17 => vec![(PositionState::Suspended, ago(4))],
        _ if number % 59 == 21 => vec![(PositionState::CeasedProvisionally, ago(5))],
        _ if number % 59 == CLOSED => vec![(PositionState::Ceased, ago(14))],
        _ => Vec::new(),
    }
}

fn position(
    trade: &Trade,
    place: &Place,
    progressive: u32,
    opened: Day,
) -> Option<ExtractPosition> {
    Some(ExtractPosition {
        matricola: Matricola::compose(place.prefix, progressive).ok()?,
        office: place.office.to_owned(),
        opened,
        states: vec![(PositionState::Active, opened)],
        entries: Vec::new(),
        periods: periods(trade, opened),
    })
}

/// How a position was classified: those of before 2022, when the FIS became everybody's, got their CA then.
fn periods(trade: &Trade, opened: Day) -> Vec<ExtractPeriod> {
    // Artisans and merchants, who may work in their firm themselves.
    let own = trade.csc.starts_with(['4', '7']);
    let period = |from: Day, to: Option<Day>, cas: &[&str]| ExtractPeriod {
        from,
        to,
        csc: trade.csc.to_owned(),
        cas: cas.iter().map(|&ca| ca.to_owned()).collect(),
        ateco: Some(trade.ateco.to_owned()),
        self_employed: Some(u32::from(own)),
    };
    let turn = Day::new(2022, 1, 1).filter(|turn| opened < *turn && !trade.cas.is_empty());
    match turn {
        Some(turn) => {
            vec![period(opened, Some(turn.plus_days(-1)), &[]), period(turn, None, trade.cas)]
        }
        None => vec![period(opened, None, trade.cas)],
    }
}

/// What the register said of a company before it learned what it knows now; nothing of most, which have not changed.
pub(super) fn before(company: &Invented, forge: &mut Forge) -> Option<Extract> {
    if company.story == Story::Lot && !forge.chance(15) {
        return None;
    }
    let mut before = company.extract.clone();
    match forge.random.u8(..3) {
        0 => before.phone = Some(format!("06 {:07}", forge.random.u32(..10_000_000))),
        1 => before.pec = before.pec.map(|pec| pec.replace("@pec.", "@legalmail.")),
        _ => {
            before.address = before.address.map(|address| Address {
                street: format!("{} {}", forge.pick(STREETS), forge.random.u8(1..120)),
                ..address
            });
        }
    }
    if company.story == Story::Unpaid
        && let Some(person) = before.persons.first_mut()
    {
        person.charge = "Consigliere delegato".to_owned();
    }
    Some(before)
}
