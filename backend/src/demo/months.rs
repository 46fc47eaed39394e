//! Two years of declarations and payments of an invented company.

use std::collections::BTreeMap;

use shared::calendar::{Day, Instant, Month, f24_due};
use shared::declarations::{DmState, Engaged, Group, Scheme, Section, dm_state};
use shared::fiscal::{Ca, Csc, Matricola};
use shared::ids::DeclarationId;
use shared::money::{Euro, Rate};
use shared::rates::expected_rate;

use super::companies::{Invented, Story, person};
use super::events::{Event, Events};
use super::{Forge, HISTORY};
use crate::companies::service::ExtractPosition;
use crate::declarations::service::{NewDeclaration, NewWorker};
use crate::parameters;
use crate::payments::service::{NewPayment, NewRow};

/// What went wrong in one month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slip {
    None,
    /// Paid less, by so much.
    Short(Euro),
    Unpaid,
    /// Paid on a matricola that is somebody else's.
    WrongMatricola,
    PaidTwice,
    /// No return, no payment.
    Missing,
    /// The company's total is higher than the workers' sum.
    Provisional,
    /// It is lower.
    Anomalous,
    /// The company totals are missing.
    NotGenerable,
    /// A first return with a mistake, then a right one.
    Corrected,
    /// A rate one point too low.
    LowRate,
}

/// What went wrong so many months ago.
fn slip(story: Story, months_ago: i32, forge: &mut Forge) -> Slip {
    match (story, months_ago) {
        (Story::Owner, 3) => Slip::Provisional,
        (Story::Owner, 5) => Slip::Short(Euro::from_cents(412_50)),
        (Story::Owner, 8) => Slip::WrongMatricola,
        (Story::States, 3) => Slip::Corrected,
        (Story::States, 4) => Slip::Provisional,
        (Story::States, 6) => Slip::Anomalous,
        (Story::States, 8) => Slip::NotGenerable,
        (Story::States, 10) => Slip::LowRate,
        (Story::Unpaid, 3 | 4) | (Story::Missing, 9) => Slip::Unpaid,
        (Story::Missing, 5) => Slip::Missing,
        (Story::Missing, 6) => Slip::PaidTwice,
        (Story::Lot, _) => by_lot(forge),
        _ => Slip::None,
    }
}

fn by_lot(forge: &mut Forge) -> Slip {
    match forge.random.u16(..1_000) {
        0..14 => Slip::Short(Euro::from_cents(forge.random.i64(20_00..900_00))),
        14..22 => Slip::Unpaid,
        22..28 => Slip::WrongMatricola,
        28..40 => Slip::Provisional,
        40..46 => Slip::Anomalous,
        46..50 => Slip::NotGenerable,
        50..56 => Slip::PaidTwice,
        56..72 => Slip::Corrected,
        _ => Slip::None,
    }
}

/// Somebody employed all the while.
struct Employee {
    tax_code: String,
    name: String,
    /// Qualifica1 as declared: `1` worker, `2` clerk, `5` apprentice.
    qualification: char,
    fixed_term: bool,
    wage: Euro,
}

impl Employee {
    /// Qualifica1+2+3, TipoContribuzione and TipoLavoratore.
    fn code(&self) -> String {
        format!("{}F{}000", self.qualification, if self.fixed_term { 'D' } else { 'I' })
    }
}

/// What a month of a position came to.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub matricola: Matricola,
    pub month: Month,
    pub workers: u32,
    /// Whether the return has been sent: payments fall before returns.
    pub transmitted: bool,
    /// Wages declared.
    pub wages: Euro,
    /// What was declared of each kind of worker.
    pub groups: Vec<Group>,
    /// What was due, and what of it was paid for this position.
    pub due: Euro,
    pub paid: Euro,
}

/// What the company declared and paid, month by month: the events, and what each month came to.
pub(super) fn invent(company: &Invented, forge: &mut Forge, events: &mut Events) -> Vec<Told> {
    let mut told = Vec::new();
    let newest = Month::of(forge.today).previous();
    let positions = company.extract.positions.iter().enumerate();
    let desks: Vec<(usize, &ExtractPosition, Vec<Employee>)> = positions
        .map(|(number, position)| {
            let size = if number == 0 { company.size } else { company.size.div_ceil(4) };
            (number, position, staff(forge, size, company.workers))
        })
        .collect();
    let collaborator = company.extract.principal.then(|| collaborator(forge));
    for months_ago in (1..=HISTORY).rev() {
        let month = newest.plus(1 - months_ago);
        for (number, position, staff) in &desks {
            let slip =
                if *number == 0 { slip(company.story, months_ago, forge) } else { Slip::None };
            if month.first_day() >= position.opened && active_in(position, month) {
                let mut desk =
                    Desk { events: &mut *events, company, position, month, forge: &mut *forge };
                told.extend(desk.month(staff, slip));
            }
        }
        if let Some(worker) = &collaborator {
            collaborators(events, company, forge, worker, month);
        }
    }
    told
}

/// Whether a return is due for the month.
fn active_in(position: &ExtractPosition, month: Month) -> bool {
    let (first, last) = (month.first_day(), month.last_day());
    let before = position.states.iter().rev().find(|(_, since)| *since <= first);
    let mut within = position.states.iter().filter(|(_, since)| (first..=last).contains(since));
    before.is_some_and(|(state, _)| state.is_active()) || within.any(|(state, _)| state.is_active())
}

fn staff(forge: &mut Forge, size: usize, blue_collar: bool) -> Vec<Employee> {
    (0..size)
        .map(|_| {
            let (name, tax_code) = person(forge, 1962..2004);
            let qualification = if blue_collar && forge.chance(65) { '1' } else { '2' };
            let wage = Euro::from_whole(forge.random.i64(1_350..2_600));
            Employee {
                tax_code,
                name: name.to_uppercase(),
                qualification,
                fixed_term: forge.chance(12),
                wage,
            }
        })
        .collect()
}

/// One position in one month, and where to put it down.
struct Desk<'a> {
    events: &'a mut Events,
    company: &'a Invented,
    position: &'a ExtractPosition,
    month: Month,
    forge: &'a mut Forge,
}

impl Desk<'_> {
    fn month(&mut self, staff: &[Employee], slip: Slip) -> Option<Told> {
        if slip == Slip::Missing {
            return None;
        }
        let mut workers: Vec<NewWorker> =
            staff.iter().map(|employee| self.worker(employee, staff.len())).collect();
        if slip == Slip::LowRate {
            for worker in &mut workers {
                worker.contribution -= worker.base.times(Rate::from_hundredths(1_00));
            }
        }
        let (due, transmitted) = self.declare(&workers, slip);
        let paid = self.pay(due, slip);
        Some(Told {
            matricola: self.position.matricola,
            month: self.month,
            workers: u32::try_from(workers.len()).unwrap_or(u32::MAX),
            transmitted,
            wages: workers.iter().map(|worker| worker.base).sum(),
            groups: groups(&workers),
            due,
            paid,
        })
    }

    fn worker(&mut self, employee: &Employee, size: usize) -> NewWorker {
        // Overtime differs from month to month; in December there is a thirteenth month.
        let extra = Euro::from_whole(self.forge.random.i64(0..180));
        let thirteenth = if self.month.month() == 12 { employee.wage } else { Euro::ZERO };
        let base = employee.wage + extra + thirteenth;
        NewWorker {
            tax_code: employee.tax_code.clone(),
            name: employee.name.clone(),
            code: employee.code(),
            base,
            contribution: base.times(self.rate(employee, size)),
            engaged: None,
        }
    }

    fn rate(&self, employee: &Employee, size: usize) -> Rate {
        let period = self.position.periods.last();
        let csc = period.and_then(|period| Csc::parse(&period.csc).ok());
        let cas: Vec<Ca> = period.map_or_else(Vec::new, |period| {
            period.cas.iter().filter_map(|ca| Ca::parse(ca).ok()).collect()
        });
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        csc.and_then(|csc| {
            expected_rate(
                &parameters::shipped()?.contributions,
                &csc,
                &cas,
                size,
                employee.qualification,
                employee.fixed_term,
                self.month,
            )
        })
        .map_or(Rate::from_hundredths(38_97), |expected| expected.total)
    }

    /// Declares the month, unless its day has not come yet, and says what is due and whether the return was sent.
    fn declare(&mut self, workers: &[NewWorker], slip: Slip) -> (Euro, bool) {
        let day = self.month.next().first_day().plus_days(self.forge.random.i64(17..27));
        let rebuilt: Euro = workers.iter().map(|worker| worker.contribution).sum();
        let declared = Euro::from_whole((rebuilt.cents() + 50).div_euclid(100));
        if day > self.forge.today {
            // The payment falls before the return.
            return (declared, false);
        }
        if slip == Slip::Corrected {
            let without_last = &workers[..workers.len().saturating_sub(1)];
            self.transmit(without_last, Some(declared), day.plus_days(-6));
        }
        let total = match slip {
            Slip::NotGenerable => None,
            Slip::Provisional => Some(declared + Euro::from_whole(6)),
            Slip::Anomalous => Some(declared - Euro::from_whole(7)),
            _ => Some(declared),
        };
        self.transmit(workers, total, day);
        (total.unwrap_or(rebuilt), true)
    }

    fn transmit(&mut self, workers: &[NewWorker], declared: Option<Euro>, day: Day) {
        let at = moment(self.forge, day);
        let id: DeclarationId = self.forge.id(at);
        let rebuilt: Euro = workers.iter().map(|worker| worker.contribution).sum();
        let tolerance = parameters::shipped()
            .map_or(Euro::ZERO, |set| set.notices.section_tolerance_in(self.month));
        let sections = declared
            .map(|declared| (Section { declared, reconstructed: rebuilt }, Section::default()));
        let new = NewDeclaration {
            id,
            company: self.company.id,
            month: self.month,
            scheme: Scheme::Employees,
            matricola: Some(self.position.matricola.as_str().to_owned()),
            workforce: u32::try_from(workers.len()).ok(),
            sections,
            due: declared.unwrap_or(rebuilt),
            state: dm_state(tolerance, sections),
            groups: groups(workers),
            items: Vec::new(),
            warnings: Vec::new(),
            transmitted: at,
            protocol: protocol(self.forge, self.month),
            sender: self
                .company
                .extract
                .persons
                .first()
                .map(|person| person.tax_code.clone())
                .unwrap_or_default(),
            sender_name: self.company.extract.persons.first().map(|person| person.name.clone()),
            file: format!("uniemens-{}.xml", self.month),
            import: self.forge.id(at),
        };
        self.events.add(at, Event::Declaration(Box::new(new), workers.to_vec()));
    }

    /// Pays what is due by F24, if the day has come and the story lets it, and says what reached the position.
    fn pay(&mut self, due: Euro, slip: Slip) -> Euro {
        let day = f24_due(self.month);
        let amount = match slip {
            Slip::Unpaid => return Euro::ZERO,
            Slip::Short(gap) => (due - gap).max(Euro::from_whole(10)),
            _ => due,
        };
        let code = match slip {
            Slip::WrongMatricola => Matricola::compose(
                self.position.matricola.office_prefix(),
                self.position.matricola.number() + 1,
            )
            .map_or_else(
                |_| self.position.matricola.as_str().to_owned(),
                |other| other.as_str().to_owned(),
            ),
            _ => self.position.matricola.as_str().to_owned(),
        };
        let times = if slip == Slip::PaidTwice { 2 } else { 1 };
        for _ in 0..times {
            let row = NewRow {
                office: self.position.office.clone(),
                causale: "DM10".to_owned(),
                code: code.clone(),
                from: Some(self.month),
                to: None,
                debit: amount,
                credit: Euro::ZERO,
            };
            form(self.events, self.company, self.forge, day, row);
        }
        if slip == Slip::WrongMatricola { Euro::ZERO } else { amount }
    }
}

fn form(events: &mut Events, company: &Invented, forge: &mut Forge, day: Day, row: NewRow) {
    if day > forge.today {
        return;
    }
    let at = moment(forge, day);
    let new = NewPayment {
        id: forge.id(at),
        company: company.id,
        payer: company.extract.tax_code.clone(),
        day,
        rows: vec![row],
        file: format!("f24-{}.csv", Month::of(day)),
        import: forge.id(at),
    };
    events.add(at, Event::Payment(Box::new(new)));
}

/// One collaborator at the full rate of the Gestione Separata.
fn collaborator(forge: &mut Forge) -> NewWorker {
    let (name, tax_code) = person(forge, 1970..1995);
    let base = Euro::from_whole(forge.random.i64(800..2_200));
    let rate = Rate::from_hundredths(35_03);
    let (contribution, engaged) = (base.times(rate), Some(Engaged { rate, from: None, to: None }));
    let (name, code) = (name.to_uppercase(), "1E".to_owned());
    NewWorker { tax_code, name, code, base, contribution, engaged }
}

/// The collaborator is declared and paid for every month.
fn collaborators(
    events: &mut Events,
    company: &Invented,
    forge: &mut Forge,
    worker: &NewWorker,
    month: Month,
) {
    let day = month.next().first_day().plus_days(24);
    if day <= forge.today {
        declare_collaborator(events, company, forge, worker, month, day);
    }
    let position = company.extract.positions.first();
    let address = company.extract.address.as_ref();
    let row = NewRow {
        office: position.map(|position| position.office.clone()).unwrap_or_default(),
        causale: "CXX".to_owned(),
        code: address
            .map(|address| format!("{} {}", address.postcode, address.town.to_uppercase()))
            .unwrap_or_default(),
        from: Some(month),
        to: Some(month),
        debit: worker.contribution,
        credit: Euro::ZERO,
    };
    form(events, company, forge, f24_due(month), row);
}

fn declare_collaborator(
    events: &mut Events,
    company: &Invented,
    forge: &mut Forge,
    worker: &NewWorker,
    month: Month,
    day: Day,
) {
    let at = moment(forge, day);
    let (from, to) = (Some(month.first_day()), Some(month.last_day()));
    let engaged = worker.engaged.map(|engaged| Engaged { from, to, ..engaged });
    let worker = NewWorker { engaged, ..worker.clone() };
    let workers = std::slice::from_ref(&worker);
    let new = NewDeclaration {
        id: forge.id(at),
        company: company.id,
        month,
        scheme: Scheme::Collaborators,
        matricola: None,
        workforce: None,
        sections: None,
        due: worker.contribution,
        state: DmState::Balanced,
        groups: groups(workers),
        items: Vec::new(),
        warnings: Vec::new(),
        transmitted: at,
        protocol: protocol(forge, month),
        sender: company
            .extract
            .persons
            .first()
            .map(|person| person.tax_code.clone())
            .unwrap_or_default(),
        sender_name: company.extract.persons.first().map(|person| person.name.clone()),
        file: format!("uniemens-{month}.xml"),
        import: forge.id(at),
    };
    events.add(at, Event::Declaration(Box::new(new), workers.to_vec()));
}

fn groups(workers: &[NewWorker]) -> Vec<Group> {
    let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
    for worker in workers {
        let group = groups.entry(&worker.code).or_insert_with(|| Group {
            code: worker.code.clone(),
            workers: 0,
            base: Euro::ZERO,
            contribution: Euro::ZERO,
        });
        group.workers += 1;
        group.base += worker.base;
        group.contribution += worker.contribution;
    }
    groups.into_values().collect()
}

/// Some time in the working hours of a day.
fn moment(forge: &mut Forge, day: Day) -> Instant {
    let (hour, minute) = (forge.random.u32(9..18), forge.random.u32(..60));
    Instant::from_rome(day, hour, minute).unwrap_or(forge.now)
}

/// Looks like a protocol, and is out of the way of the real ones, which count from 1.
fn protocol(forge: &mut Forge, month: Month) -> String {
    format!("UE{}{:02}9{:06}", month.year(), month.month(), forge.random.u32(..1_000_000))
}
