//! What the fed archives of a company say that is due, and how much is open in them.

use std::collections::BTreeSet;

use shared::calendar::{Day, Month, f24_due, farm_dues};
use shared::deadlines::Kind;
use shared::evidence::{Phase, Settled, Term};
use shared::ids::CompanyId;
use shared::instalments::PaidPlan;
use shared::money::Euro;
use shared::notices::half;
use shared::parameters::Set;
use shared::sections::Subject;
use shared::sections::relations::self_employed::{ARTISANS, FARMERS, MERCHANTS, SECTION};
use shared::terms::{Claim, Prescription, prescription, suspensions};

use super::sources::{APPEALS, DEBTS, NOTICES, PLANS, Rule, SOURCES, Source};
use crate::evidence::facts::record::{Record, all};
use crate::evidence::facts::{paid_plans, settled};
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::store::ReadTx;

/// What the archives of a company say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archives {
    /// Open debts.
    pub debts: u32,
    /// Their sum.
    pub debt: Euro,
    /// Open rectification notices.
    pub notices: u32,
    /// Terms of records.
    pub dated: Vec<Dated>,
    /// First and last month of what was asked for already: who pays it now does not do so unasked.
    pub asked: Vec<(Month, Month)>,
}

/// A term of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Which.
    pub subject: Subject,
    /// What it is called, in no language.
    pub title: String,
    /// What is due.
    pub kind: Kind,
    /// What the term is for, where the kind does not say it.
    pub term: Option<Term>,
    /// The last day.
    pub day: Day,
    /// The law or circular that counts it, where one does.
    pub source: Option<String>,
    /// What is to be paid by then, where that is known.
    pub amount: Option<Euro>,
    /// Whether it is settled.
    pub done: bool,
}

impl Dated {
    /// A day of a record of which no more is known.
    fn of(kind: Kind, record: &Record, day: Day) -> Self {
        Self {
            subject: record.subject(),
            title: record.title(),
            kind,
            term: None,
            day,
            source: None,
            amount: None,
            done: false,
        }
    }
}

/// The states in which somebody self-employed pays.
const ACTIVE: [&str; 2] = ["attiva", "riattivata"];

/// What the records of a company are read with.
struct Reader<'a> {
    set: &'a Set,
    /// The notices against which somebody appealed.
    appealed: BTreeSet<String>,
    /// What payments have settled since the archives were fed.
    paid: Vec<Settled>,
    /// The plans of which more instalments are paid than their archive holds.
    plans: Vec<PaidPlan>,
    today: Day,
    archives: Archives,
}

/// What the archives of a company say.
///
/// # Errors
/// Those of the store.
pub fn of(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Archives> {
    let set = parameters::current(tx)?;
    let appeals = all(tx, company, APPEALS, today)?;
    let appealed = appeals.iter().filter_map(|appeal| appeal.text("notice").map(str::to_owned));
    let mut reader = Reader {
        set: &set,
        appealed: appealed.collect(),
        paid: settled(tx, company, today)?,
        plans: paid_plans(tx, company, today)?,
        today,
        archives: Archives::default(),
    };
    for source in &SOURCES {
        for record in all(tx, company, source.slug, today)? {
            reader.read(source, &record);
        }
    }
    for record in all(tx, company, SECTION.slug, today)? {
        let instalments = reader.instalments(&record);
        reader.archives.dated.extend(instalments);
    }
    Ok(reader.archives)
}

impl Reader<'_> {
    fn read(&mut self, source: &Source, record: &Record) {
        let (paid, left) = self.paid(source, record);
        let settled = paid || record.state().is_some_and(|state| source.settled.contains(&state));
        let left = left.unwrap_or_else(|| record.euro(source.amount));
        if source.slug == DEBTS && !settled {
            self.archives.debts += 1;
            self.archives.debt += left;
            self.archives.asked.extend(asked(record));
        }
        if source.slug == DEBTS && !paid {
            let barred = self.barred(record, left);
            self.archives.dated.extend(barred);
        }
        self.archives.notices += u32::from(source.slug == NOTICES && !settled);
        for rule in source.rules {
            let dated = self.term(source, rule, (record, left), settled);
            self.archives.dated.extend(dated);
        }
    }

    /// Whether payments have settled a record since it was fed, and what they left where they paid some of it.
    fn paid(&self, source: &Source, record: &Record) -> (bool, Option<Euro>) {
        let number = match source.slug {
            DEBTS => "id",
            NOTICES => "number",
            _ => return (false, None),
        };
        let is_it = |one: &&Settled| one.archive == source.slug && record.says(number, &one.number);
        let found = self.paid.iter().find(is_it);
        (found.is_some_and(|paid| paid.state.is_some()), found.map(|paid| paid.left))
    }

    /// A term of a record; none of one that has lapsed, for nothing is to be done about it any more.
    fn term(
        &self,
        source: &Source,
        rule: &Rule,
        (record, left): (&Record, Euro),
        settled: bool,
    ) -> Option<Dated> {
        let (mut day, law) = rule.day(record, self.set)?;
        let plan = self
            .plans
            .iter()
            .find(|plan| source.slug == PLANS && record.says("protocol", &plan.protocol));
        if let Some(next) = plan.and_then(|plan| plan.next) {
            day = next;
        }
        let appealed = rule.term == Term::Appeal
            && source.slug == NOTICES
            && self.appealed.contains(&record.name("number"));
        let done = settled
            || appealed
            || plan.is_some_and(|plan| plan.next.is_none())
            || record.state().is_some_and(|state| rule.settled.contains(&state));
        if !done && rule.term.lapses() && day < self.today {
            return None;
        }
        let amount = match rule.term {
            // What was paid already is none of it.
            Term::PayHalved => {
                let paid = record.euro(source.amount) - left;
                Some((halved(record)? - paid).max(Euro::ZERO))
            }
            Term::Pay | Term::Cure => record.text(source.amount).map(|_| left),
            _ => None,
        };
        Some(Dated {
            term: Some(rule.term),
            source: law,
            amount,
            done,
            ..Dated::of(Kind::Record, record, day)
        })
    }

    /// The last day on which what is open can be claimed, as far as the archive says.
    fn barred(&self, record: &Record, amount: Euro) -> Option<Dated> {
        let found = match amount > Euro::ZERO {
            true => self.debt_barred(record)?,
            false => self.credit_barred(record)?,
        };
        (found.last >= self.today).then(|| Dated {
            source: Some(found.source),
            amount: Some(amount.abs()),
            ..Dated::of(Kind::Prescription, record, found.last)
        })
    }

    /// Until when the institute can claim a debt: not while it is contested, suspended or in instalments, nor after the collector has it,
    /// whose acts stand elsewhere (art. 3 c. 9 L. 335/1995).
    fn debt_barred(&self, record: &Record) -> Option<Prescription> {
        use Phase::{DebitNotice, FriendlyReminder, Open, Recovery, Unpaid};
        let phase = record.state().and_then(Phase::of_code)?;
        if !matches!(phase, Open | Unpaid | Recovery | FriendlyReminder | DebitNotice) {
            return None;
        }
        let month = record.month("competence_to").or_else(|| record.month("competence_from"))?;
        let due = f24_due(month);
        // What the worker reported in time can be claimed for longer; on which day that was changes nothing.
        let reported = record.says("kind", "denuncia_lavoratore").then_some(due);
        let asked = record.day("since").filter(|_| phase.is_asked());
        let terms = &self.set.terms;
        let claim = Claim::Contributions { reported };
        prescription(terms, claim, due, asked.as_slice(), &suspensions(terms)).ok()
    }

    /// Until when a company can claim back what it paid unduly and has not used (art. 2946 c.c.): the archive does not say when it paid, so
    /// the first of its months counts.
    fn credit_barred(&self, record: &Record) -> Option<Prescription> {
        let open = record.euro("residual").is_negative()
            && record.says("kind", "credito")
            && record.says("phase", "disponibile");
        let paid = f24_due(record.month("competence_from").filter(|_| open)?);
        prescription(&self.set.terms, Claim::Refund, paid, &[], &[]).ok()
    }

    /// The fixed instalments to come of somebody self-employed, each of which stands for a quarter of the year. Whether one was paid
    /// is in their own cassetto: one that is past is not told of.
    fn instalments(&self, record: &Record) -> Vec<Dated> {
        let ended = record.day("to").filter(|to| *to < Day::OPEN_END);
        let lasts = ended.is_some() || record.state().is_some_and(|state| ACTIVE.contains(&state));
        let Some(from) = record.day("from").filter(|_| lasts) else { return Vec::new() };
        let year = self.today.year();
        let of_year = |year| {
            let (days, source) = self.instalment_days(record.text("scheme")?, year)?;
            let quarters = Month::new(year, 1)?.through(Month::new(year, 12)?).step_by(3);
            let due = days.into_iter().zip(quarters).filter(move |(day, quarter)| {
                *day >= self.today
                    && from <= quarter.plus(2).last_day()
                    && ended.is_none_or(|ended| ended >= quarter.first_day())
            });
            Some(due.map(move |(day, _)| Dated {
                source: Some(source.clone()),
                ..Dated::of(Kind::Instalment, record, day)
            }))
        };
        (year - 1..=year + 1).filter_map(of_year).flatten().collect()
    }

    /// The days of a scheme's fixed instalments for a year, and who says so; none where nothing is known of the year.
    fn instalment_days(&self, scheme: &str, year: i32) -> Option<([Day; 4], String)> {
        match scheme {
            ARTISANS | MERCHANTS => {
                let step = self.set.contributions.yearly.self_employed_in(year).ok()?;
                Some((step.value.instalments, step.source.clone()))
            }
            FARMERS => Some((farm_dues(year)?, "Msg. INPS 7381/2015, 682/2016".to_owned())),
            _ => None,
        }
    }
}

/// What is to be paid while the sanction is halved; nothing where there is none to halve.
fn halved(record: &Record) -> Option<Euro> {
    let sanctions = record.euro("sanctions");
    let contributions = record.euro("contributions") + record.euro("differences");
    (sanctions > Euro::ZERO).then(|| contributions + half(sanctions))
}

/// The months of a debt for which the institute has asked already.
fn asked(record: &Record) -> Option<(Month, Month)> {
    let from = record.month("competence_from")?;
    let phase = record.state().and_then(Phase::of_code)?;
    phase.is_asked().then(|| (from, record.month("competence_to").unwrap_or(from)))
}
