//! What would follow from a declaration: the notice, the evidence, the row that pays it. All by the rules by which the server derives
//! them once it is stored.

use std::collections::HashMap;

use super::reading::before;
use super::{Checked, Forecast, KnownCompany, KnownPosition, KnownReturn};
use crate::calendar::{Day, Instant, Month, f24_due};
use crate::declarations::{Group, Scheme};
use crate::durc::Gestione;
use crate::evidence::{
    self, DeclarationFact, Evidence, Facts, Period, PositionFact, RateFact, TransmissionFact,
    Transmitted, derive_returns, group_rates, recomputed,
};
use crate::fiscal::Matricola;
use crate::intake::register::PositionFacts;
use crate::money::Euro;
use crate::notices::{Cause, F24Row, GroupFigures, NoticeError, Recalculation, recompute};
use crate::offices::{OfficeCode, office_of};
use crate::parameters::{Confidence, Missing, Set};
use crate::rates::{Unrated, group_worker, rate_of};
use crate::sanctions::{omission_cap, omission_rate};
use crate::uniemens::Declaration;

/// The account of collaborators, who have no matricola.
const COLLABORATORS: &str = "GS";

/// What forecasts are made with.
pub(super) struct Forecaster<'a> {
    pub set: &'a Set,
    pub today: Day,
}

impl Forecaster<'_> {
    /// Adds to what the file tells what follows from what is known of its company; `refused` says that the import would store nothing.
    pub fn fill(
        &self,
        checked: &mut Checked,
        declaration: &Declaration,
        company: &KnownCompany,
        refused: bool,
    ) {
        // What is declared without a matricola is of collaborators: of employees of no position nothing is known.
        if declaration.scheme == Scheme::Employees && declaration.matricola.is_none() {
            return;
        }
        let code = code(declaration);
        let position = company.positions.iter().find(|position| position.matricola == code);
        let rates = position.map_or_else(Vec::new, |position| {
            self.rates(
                &position.facts,
                (&code, declaration.month),
                declaration.workforce,
                &declaration.groups,
            )
        });
        checked.row = row(declaration, position.map(|position| position.office));
        checked.notice = self.notice(declaration, position, &rates);
        let same = |one: &&KnownReturn| {
            one.month == declaration.month && one.matricola == checked.matricola
        };
        checked.replaces = company.returns.iter().find(same).map(|one| one.transmitted);
        checked.before = Some(before(declaration, company));
        (checked.evidence, checked.settled) = self.evidence(declaration, company, rates, refused);
    }

    fn rates(
        &self,
        facts: &PositionFacts,
        at: (&str, Month),
        size: Option<u32>,
        groups: &[Group],
    ) -> Vec<RateFact> {
        let known = facts.csc.as_ref().zip(size);
        known.map_or_else(Vec::new, |(csc, size)| {
            group_rates(self.set, (csc, &facts.cas), size, at, groups)
        })
    }

    /// The notice by the groups whose rate is known well enough, were it issued on the first day on which it can be.
    fn notice(
        &self,
        declaration: &Declaration,
        position: Option<&KnownPosition>,
        rates: &[RateFact],
    ) -> Forecast {
        let Some(matricola) = declaration.matricola else { return Forecast::Unknown(None) };
        let sure = rates.iter().filter(|fact| fact.confidence != Confidence::Reconstructed);
        let groups: Vec<GroupFigures> = sure
            .clone()
            .map(|fact| GroupFigures {
                group: fact.group.clone(),
                workers: fact.workers,
                declared: fact.contribution.0,
                due: fact.contribution.1,
                cause: Cause::Rate,
            })
            .collect();
        let whole = groups.len() == declaration.groups.len();
        let due = f24_due(declaration.month);
        let issued = self.today.max(due.plus_days(1));
        let Set { sanctions, interest, notices, .. } = self.set;
        if groups.is_empty() {
            return Forecast::Unknown(self.why(declaration, position));
        }
        let lacking = |missing: Missing| Forecast::Unknown(Some(Unrated::Rates(missing.into())));
        let (rate, known) = match omission_rate(sanctions, interest, due, issued) {
            Ok(found) => found,
            Err(missing) => return lacking(missing),
        };
        let confidence = sure.map(|fact| fact.confidence).fold(known, Confidence::max);
        let office = position.map_or_else(|| office_of(&matricola), |position| position.office);
        let month = declaration.month;
        let cap = omission_cap(sanctions, due, issued);
        let (notified, paid) = (None, Euro::ZERO);
        let input =
            Recalculation { matricola, office, month, groups, issued, notified, paid, rate, cap };
        match recompute(notices, &input) {
            Ok(Some(notice)) => Forecast::Notice { notice: Box::new(notice), whole, confidence },
            Ok(None) => Forecast::None { whole },
            Err(NoticeError::Missing(missing)) => lacking(missing),
            Err(_) => Forecast::Unknown(None),
        }
    }

    /// Why no rate is known of a position's first group of which none is.
    fn why(&self, declaration: &Declaration, position: Option<&KnownPosition>) -> Option<Unrated> {
        let PositionFacts { csc, cas, .. } = &position?.facts;
        let (csc, size) = csc.as_ref().zip(declaration.workforce)?;
        let (rates, month) = (&self.set.contributions, declaration.month);
        declaration.groups.iter().find_map(|group| match group_worker(&group.code) {
            Some((kind, fixed)) => rate_of(rates, csc, cas, size, kind, fixed, month).err(),
            None => Some(Unrated::Group),
        })
    }

    /// Evidence of the position and month that would arise, and that would be settled. Of a file that is refused nothing is stored but that
    /// it was.
    fn evidence(
        &self,
        declaration: &Declaration,
        company: &KnownCompany,
        rates: Vec<RateFact>,
        refused: bool,
    ) -> (Vec<Evidence>, Vec<Evidence>) {
        let now = self.known(declaration, company);
        let mut then = now.clone();
        let outcome = match declaration.errors {
            _ if !refused => Transmitted::Accepted,
            0 => Transmitted::Discarded,
            errors => Transmitted::WithErrors(errors),
        };
        // The archives remember a refusal by its position.
        if !refused || declaration.matricola.is_some() {
            let today = Instant::from_millis(self.today.epoch_days().saturating_mul(86_400_000));
            then.transmissions.push(sent(declaration, today, outcome));
        }
        if !refused {
            then.declarations = vec![DeclarationFact {
                gestione: gestione(declaration.scheme),
                code: code(declaration),
                month: declaration.month,
                state: declaration.state,
                due: declaration.due,
                paid: now.declarations.first().map_or(Euro::ZERO, |one| one.paid),
                recomputed: recomputed(&declaration.groups, &rates),
            }];
            then.rates = rates;
        }
        let parameters = evidence::Parameters::from(self.set);
        let of = |facts: &Facts| -> HashMap<String, Evidence> {
            let derived = derive_returns(parameters, facts, self.today).evidence;
            derived.into_iter().map(|one| (one.key.clone(), one)).collect()
        };
        let (now, then) = (of(&now), of(&then));
        (less(&then, &now), less(&now, &then))
    }

    /// What the archives know of the position in the month: nothing is missing that another month lacks.
    fn known(&self, declaration: &Declaration, company: &KnownCompany) -> Facts {
        let (code, month) = (code(declaration), declaration.month);
        let mut facts = Facts::none(month);
        let period = Period { from: month.first_day(), to: Some(month.last_day()) };
        for position in company.positions.iter().filter(|one| one.matricola == code) {
            facts.positions.push(PositionFact {
                gestione: Gestione::Employers,
                code: code.clone(),
                office: position.office,
                state: Default::default(),
                active: position.facts.active.then_some(period).into_iter().collect(),
                interruptions: Vec::new(),
            });
        }
        let matricola = declaration.matricola.map(|matricola| matricola.to_string());
        let returns = company.returns.iter();
        for known in returns.filter(|one| one.month == month && one.matricola == matricola) {
            let position = company.positions.iter().find(|one| one.matricola == code);
            let rates = position.map_or_else(Vec::new, |position| {
                self.rates(&position.facts, (&code, month), known.workforce, &known.groups)
            });
            facts.transmissions.push(sent(declaration, known.transmitted, Transmitted::Accepted));
            facts.declarations.push(DeclarationFact {
                gestione: gestione(declaration.scheme),
                code: code.clone(),
                month,
                state: known.state,
                due: known.due,
                paid: known.paid,
                recomputed: recomputed(&known.groups, &rates),
            });
            facts.rates.extend(rates);
        }
        facts
    }
}

/// What one has and the other has not, in the order of their keys.
fn less(these: &HashMap<String, Evidence>, those: &HashMap<String, Evidence>) -> Vec<Evidence> {
    let mut more: Vec<Evidence> = these
        .iter()
        .filter(|(key, _)| !those.contains_key(*key))
        .map(|(_, one)| one.clone())
        .collect();
    more.sort_by(|one, other| one.key.cmp(&other.key));
    more
}

const fn gestione(scheme: Scheme) -> Gestione {
    match scheme {
        Scheme::Employees => Gestione::Employers,
        Scheme::Collaborators => Gestione::Principals,
    }
}

/// That the return of a position and month was transmitted.
fn sent(declaration: &Declaration, at: Instant, outcome: Transmitted) -> TransmissionFact {
    TransmissionFact {
        protocol: String::new(),
        gestione: gestione(declaration.scheme),
        code: code(declaration),
        month: declaration.month,
        sent: at,
        outcome,
    }
}

fn code(declaration: &Declaration) -> String {
    declaration.matricola.as_ref().map_or_else(|| COLLABORATORS.to_owned(), Matricola::to_string)
}

/// The row that pays a position's declaration, or sets its credit off.
pub(super) fn row(declaration: &Declaration, office: Option<OfficeCode>) -> Option<F24Row> {
    let matricola = declaration.matricola.filter(|_| !declaration.due.is_zero())?;
    let office = office.unwrap_or_else(|| office_of(&matricola));
    Some(F24Row::of_month(office, "DM10", matricola.as_str(), declaration.month, declaration.due))
}

/// The codes of two lists of groups, each once: those that are now in their order, then those that are gone.
pub(super) fn groups(then: &[Group], now: &[Group]) -> Vec<String> {
    let gone = then.iter().filter(|group| now.iter().all(|other| other.code != group.code));
    let mut codes: Vec<String> = now.iter().chain(gone).map(|group| group.code.clone()).collect();
    codes.dedup();
    codes
}
