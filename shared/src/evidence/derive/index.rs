//! Facts by what they are about, so that none is looked for twice.

use std::collections::{HashMap, HashSet};

use crate::calendar::{Day, Instant, Month};
use crate::durc::Gestione;
use crate::evidence::situation::{notice_debt_key, return_key, unpaid_return};
use crate::evidence::{DeclarationFact, Facts, PositionFact, TransmissionFact, Transmitted};
use crate::money::Euro;
use crate::offices::OfficeCode;

/// A position and a month.
pub(super) type At<'a> = (&'a str, Month);

pub(super) struct Index<'a> {
    positions: HashMap<&'a str, &'a PositionFact>,
    declared: HashSet<At<'a>>,
    /// Position and month of returns not wholly paid, by what is missing.
    unpaid: HashMap<Euro, Vec<At<'a>>>,
    noticed: HashSet<At<'a>>,
    /// The debts that unpaid returns and notices have become, by their keys.
    owed: HashMap<At<'a>, Vec<&'a str>>,
    notices_owed: HashMap<&'a str, Vec<&'a str>>,
    last_sent: HashMap<At<'a>, &'a TransmissionFact>,
    /// When the first transmission came that was accepted.
    first_sent: HashMap<At<'a>, Instant>,
}

impl<'a> Index<'a> {
    pub(super) fn new(facts: &'a Facts) -> Self {
        let declarations = &facts.declarations;
        let mut unpaid: HashMap<Euro, Vec<At<'a>>> = HashMap::new();
        for declaration in declarations.iter().filter(|declaration| open(declaration) > Euro::ZERO)
        {
            unpaid
                .entry(open(declaration))
                .or_default()
                .push((&declaration.code, declaration.month));
        }
        let mut owed: HashMap<At<'a>, Vec<&'a str>> = HashMap::new();
        let mut notices_owed: HashMap<&'a str, Vec<&'a str>> = HashMap::new();
        for fact in &facts.debts {
            let key = fact.debt.key.as_str();
            if let Some(at) = unpaid_return(fact) {
                owed.entry(at).or_default().push(key);
            }
            if let Some(notice) = fact.notice.as_deref() {
                notices_owed.entry(notice).or_default().push(key);
            }
        }
        let mut last_sent: HashMap<At<'a>, &'a TransmissionFact> = HashMap::new();
        let mut first_sent: HashMap<At<'a>, Instant> = HashMap::new();
        for sent in &facts.transmissions {
            if sent.outcome == Transmitted::Accepted {
                let first = first_sent.entry((&sent.code, sent.month)).or_insert(sent.sent);
                *first = sent.sent.min(*first);
            }
            let last = last_sent.entry((&sent.code, sent.month)).or_insert(sent);
            if (sent.sent, &sent.protocol) > (last.sent, &last.protocol) {
                *last = sent;
            }
        }
        Self {
            positions: facts.positions.iter().map(|one| (one.code.as_str(), one)).collect(),
            declared: declarations.iter().map(|one| (one.code.as_str(), one.month)).collect(),
            unpaid,
            noticed: facts.notices.iter().map(|one| (one.code.as_str(), one.month)).collect(),
            owed,
            notices_owed,
            last_sent,
            first_sent,
        }
    }

    pub(super) fn office(&self, code: &str) -> Option<OfficeCode> {
        self.positions.get(code).map(|position| position.office)
    }

    pub(super) fn is_declared(&self, code: &str, month: Month) -> bool {
        self.declared.contains(&(code, month))
    }

    /// Whether a notice exists for a position and month.
    pub(super) fn has_notice(&self, code: &str, month: Month) -> bool {
        self.noticed.contains(&(code, month))
    }

    /// Whether the unpaid return of a position and month is a debt already.
    pub(super) fn is_owed(&self, code: &str, month: Month) -> bool {
        self.owed.contains_key(&(code, month))
    }

    /// The keys, in a check of the DURC, of what the return of a position and month leaves to be paid.
    pub(super) fn debts_of_return(&self, code: &str, month: Month) -> Vec<String> {
        keys(self.owed.get(&(code, month)), || return_key(code, month))
    }

    /// The keys, in a check of the DURC, of what a notice asks for.
    pub(super) fn debts_of_notice(&self, number: &str) -> Vec<String> {
        keys(self.notices_owed.get(number), || notice_debt_key(number))
    }

    /// Whether a notice is a debt already.
    pub(super) fn is_notice_owed(&self, number: &str) -> bool {
        self.notices_owed.contains_key(number)
    }

    /// The day on which the return of a position and month was there first, where that is known.
    pub(super) fn first_sent(&self, code: &str, month: Month) -> Option<Day> {
        self.first_sent.get(&(code, month)).map(|sent| sent.day_in_rome())
    }

    /// Whether no later transmission took its place.
    pub(super) fn is_last(&self, sent: &TransmissionFact) -> bool {
        let last = self.last_sent.get(&(sent.code.as_str(), sent.month));
        last.is_some_and(|last| last.protocol == sent.protocol)
    }

    /// The only return, of a position that exists, for which just this amount is missing: of the same month or of the same position.
    pub(super) fn fits(&self, amount: Euro, code: &str, month: Option<Month>) -> Option<At<'a>> {
        let all = self.unpaid.get(&amount)?;
        let mut likely = all
            .iter()
            .filter(|(of, at)| (*of == code || Some(*at) == month) && self.office(of).is_some());
        let first = likely.next().copied();
        first.filter(|_| likely.next().is_none())
    }
}

/// The keys of the debts that something has become, or else that of itself.
fn keys(debts: Option<&Vec<&str>>, itself: impl FnOnce() -> String) -> Vec<String> {
    match debts {
        Some(debts) => debts.iter().map(|key| (*key).to_owned()).collect(),
        None => vec![itself()],
    }
}

/// What is missing for a declaration.
pub(super) fn open(declaration: &DeclarationFact) -> Euro {
    declaration.due - declaration.paid.max(Euro::ZERO)
}

/// Whether a causale pays the monthly return of a gestione.
pub(super) fn pays_return(gestione: Gestione, causale: &str) -> bool {
    match gestione {
        Gestione::Employers => causale == "DM10",
        Gestione::Principals => matches!(causale, "C10" | "CXX"),
        _ => false,
    }
}
