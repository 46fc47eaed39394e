//! A register extract: what the register of companies says of one company on one day.

use shared::calendar::Day;
use shared::companies::{Address, PositionState};
use shared::fiscal::Matricola;

use super::table;

/// One company on the day of the extract. Codes are checked by whoever reads the extract.
#[derive(Clone, Debug)]
pub struct Extract {
    /// Tax code, 11 or 16 characters.
    pub tax_code: String,
    /// Name.
    pub name: String,
    /// VAT number where it differs.
    pub vat: Option<String>,
    /// Legal form in words.
    pub legal_form: Option<String>,
    /// Registered office.
    pub address: Option<Address>,
    /// Chamber and number.
    pub rea: Option<String>,
    /// Activity, six digits.
    pub ateco: Option<String>,
    /// When the activity began.
    pub started: Option<Day>,
    /// Certified e-mail.
    pub pec: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Day of the extract.
    pub extracted: Day,
    /// Whether it engages collaborators (Gestione Separata).
    pub principal: bool,
    /// Contribution positions.
    pub positions: Vec<ExtractPosition>,
    /// Connected persons.
    pub persons: Vec<ExtractPerson>,
}

/// A position in an extract.
#[derive(Clone, Debug)]
pub struct ExtractPosition {
    /// Its number.
    pub matricola: Matricola,
    /// Competent office, four digits.
    pub office: String,
    /// When it was opened.
    pub opened: Day,
    /// Its states and since when, the oldest first; never empty.
    pub states: Vec<(PositionState, Day)>,
    /// Who entered which of them and when, as far as the register says.
    pub entries: Vec<StateEntry>,
    /// Its classifications, the oldest first; never empty.
    pub periods: Vec<ExtractPeriod>,
}

/// How a state of a position came into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateEntry {
    /// The state.
    pub state: PositionState,
    /// Since when it is in it.
    pub since: Day,
    /// When it was entered: a moment by the clocks of Rome, as records write it.
    pub entered: Option<String>,
    /// By whom.
    pub by: Option<String>,
}

/// A classification in an extract.
#[derive(Clone, Debug)]
pub struct ExtractPeriod {
    /// First day.
    pub from: Day,
    /// Last day; none while it holds.
    pub to: Option<Day>,
    /// Statistical contribution code, five digits.
    pub csc: String,
    /// Authorisation codes.
    pub cas: Vec<String>,
    /// Activity, six digits.
    pub ateco: Option<String>,
    /// Self-employed persons who worked in it.
    pub self_employed: Option<u32>,
}

/// A person in an extract.
#[derive(Clone, Debug)]
pub struct ExtractPerson {
    /// First name and surname.
    pub name: String,
    /// Tax code.
    pub tax_code: String,
    /// Charge, as the register words it.
    pub charge: String,
    /// Whether they represent the company.
    pub representative: bool,
    /// Since when.
    pub since: Day,
    /// Until when; none while it lasts.
    pub until: Option<Day>,
    /// What else is known of them.
    pub particulars: Particulars,
}

/// What the register may know of a person besides; what it does not say is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// Where they live.
    pub residence: Option<Address>,
    /// Of which state they are a citizen.
    pub citizenship: Option<String>,
    /// Code of the charge.
    pub charge_code: Option<String>,
    /// The deed that appointed them.
    pub deed: Option<String>,
    /// For how many years.
    pub years: Option<u8>,
    /// What they may sign.
    pub signature: Option<String>,
    /// Whether they vote in the company's elections.
    pub elector: Option<bool>,
    /// Whether the chamber of commerce certifies it.
    pub certified: Option<bool>,
}

/// An address as it is stored: street, postcode, town, province.
fn parts_of(address: &Address) -> (String, String, String, String) {
    let Address { street, postcode, town, province } = address.clone();
    (street, postcode, town, province)
}

/// The address of what is stored.
pub(super) fn address_of(
    (street, postcode, town, province): (String, String, String, String),
) -> Address {
    Address { street, postcode, town, province }
}

impl Extract {
    /// As it is stored.
    pub(super) fn record(&self) -> table::Company {
        table::Company {
            tax_code: self.tax_code.clone(),
            name: self.name.clone(),
            vat: self.vat.clone(),
            legal_form: self.legal_form.clone(),
            address: self.address.as_ref().map(parts_of),
            rea: self.rea.clone(),
            ateco: self.ateco.clone(),
            started: self.started.map(Day::epoch_days),
            pec: self.pec.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            extracted: self.extracted.epoch_days(),
            principal: self.principal,
            positions: self.positions.iter().map(ExtractPosition::record).collect(),
            persons: self.persons.iter().map(ExtractPerson::record).collect(),
        }
    }
}

impl table::Company {
    /// The extract it was stored from.
    pub fn extract(self) -> Extract {
        Extract {
            tax_code: self.tax_code,
            name: self.name,
            vat: self.vat,
            legal_form: self.legal_form,
            address: self.address.map(address_of),
            rea: self.rea,
            ateco: self.ateco,
            started: self.started.map(Day::from_epoch_days),
            pec: self.pec,
            email: self.email,
            phone: self.phone,
            extracted: Day::from_epoch_days(self.extracted),
            principal: self.principal,
            positions: self.positions.into_iter().filter_map(table::Position::extract).collect(),
            persons: self.persons.into_iter().map(table::Person::extract).collect(),
        }
    }
}

impl table::Position {
    fn extract(self) -> Option<ExtractPosition> {
        let state = |(number, day)| (state_of(number), Day::from_epoch_days(day));
        let period = |period: table::Period| ExtractPeriod {
            from: Day::from_epoch_days(period.from),
            to: period.to.map(Day::from_epoch_days),
            csc: period.csc,
            cas: period.cas,
            ateco: period.ateco,
            self_employed: period.self_employed,
        };
        let entries = self.entries.unwrap_or_default();
        Some(ExtractPosition {
            matricola: Matricola::parse(&self.matricola).ok()?,
            office: self.office,
            opened: Day::from_epoch_days(self.opened),
            states: self.states.into_iter().map(state).collect(),
            entries: entries.into_iter().map(table::StateEntry::extract).collect(),
            periods: self.periods.into_iter().map(period).collect(),
        })
    }
}

impl table::StateEntry {
    fn extract(self) -> StateEntry {
        StateEntry {
            state: state_of(self.state),
            since: Day::from_epoch_days(self.since),
            entered: self.entered,
            by: self.by,
        }
    }
}

impl table::Person {
    fn extract(self) -> ExtractPerson {
        ExtractPerson {
            name: self.name,
            tax_code: self.tax_code,
            charge: self.charge,
            representative: self.representative,
            since: Day::from_epoch_days(self.since),
            until: self.until.map(Day::from_epoch_days),
            particulars: self.particulars.map(table::Particulars::extract).unwrap_or_default(),
        }
    }
}

impl table::Particulars {
    fn extract(self) -> Particulars {
        Particulars {
            residence: self.residence.map(address_of),
            citizenship: self.citizenship,
            charge_code: self.charge_code,
            deed: self.deed,
            years: self.years,
            signature: self.signature,
            elector: self.elector,
            certified: self.certified,
        }
    }
}

impl ExtractPosition {
    fn record(&self) -> table::Position {
        table::Position {
            matricola: self.matricola.as_str().to_owned(),
            office: self.office.clone(),
            opened: self.opened.epoch_days(),
            states: self
                .states
                .iter()
                .map(|(state, day)| (state_number(*state), day.epoch_days()))
                .collect(),
            periods: self.periods.iter().map(ExtractPeriod::record).collect(),
            entries: (!self.entries.is_empty())
                .then(|| self.entries.iter().map(StateEntry::record).collect()),
        }
    }
}

impl StateEntry {
    fn record(&self) -> table::StateEntry {
        table::StateEntry {
            state: state_number(self.state),
            since: self.since.epoch_days(),
            entered: self.entered.clone(),
            by: self.by.clone(),
        }
    }
}

impl ExtractPeriod {
    fn record(&self) -> table::Period {
        table::Period {
            from: self.from.epoch_days(),
            to: self.to.map(Day::epoch_days),
            csc: self.csc.clone(),
            cas: self.cas.clone(),
            ateco: self.ateco.clone(),
            self_employed: self.self_employed,
        }
    }
}

impl ExtractPerson {
    fn record(&self) -> table::Person {
        table::Person {
            name: self.name.clone(),
            tax_code: self.tax_code.clone(),
            charge: self.charge.clone(),
            representative: self.representative,
            since: self.since.epoch_days(),
            until: self.until.map(Day::epoch_days),
            particulars: (self.particulars != Particulars::default())
                .then(|| self.particulars.record()),
        }
    }
}

impl Particulars {
    fn record(&self) -> table::Particulars {
        table::Particulars {
            residence: self.residence.as_ref().map(parts_of),
            citizenship: self.citizenship.clone(),
            charge_code: self.charge_code.clone(),
            deed: self.deed.clone(),
            years: self.years,
            signature: self.signature.clone(),
            elector: self.elector,
            certified: self.certified,
        }
    }
}

/// The institute's number of a state.
const fn state_number(state: PositionState) -> u8 {
    match state {
        PositionState::Active => 1,
        PositionState::CeasedProvisionally => 2,
        PositionState::Ceased => 3,
        PositionState::Suspended => 4,
        PositionState::Reactivated => 5,
        PositionState::Bankrupt => 6,
    }
}

/// The state of a number; an unknown one counts as suspended, so that nothing is said to be due.
pub(super) const fn state_of(number: u8) -> PositionState {
    match number {
        1 => PositionState::Active,
        2 => PositionState::CeasedProvisionally,
        3 => PositionState::Ceased,
        5 => PositionState::Reactivated,
        6 => PositionState::Bankrupt,
        _ => PositionState::Suspended,
    }
}
