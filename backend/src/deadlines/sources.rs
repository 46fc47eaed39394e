//! Which archives have records with a term, what for, and how its day is found: the record says it, or a law counts it.

use shared::calendar::Day;
use shared::evidence::Term;
use shared::parameters::{Parameter, Set};
use shared::terms::{Event, appeal_decided_by, term};

use crate::evidence::facts::record::Record;

/// An archive whose records have terms.
pub(super) struct Source {
    pub slug: &'static str,
    pub rules: &'static [Rule],
    /// The field with what is to be paid.
    pub amount: &'static str,
    /// The states in which nothing is to be done any more.
    pub settled: &'static [&'static str],
}

/// A term that the records of an archive have.
pub(super) struct Rule {
    /// What for.
    pub term: Term,
    /// The field that says its last day.
    pub said: Option<&'static str>,
    /// From which field it is counted where none is said, and how.
    pub counted: Option<(&'static str, Count)>,
    /// A field, and the codes of it for which it is counted.
    pub only: Option<(&'static str, &'static [&'static str])>,
    /// The states in which it is settled, beside those of its archive.
    pub settled: &'static [&'static str],
}

/// How a last day is counted.
#[derive(Clone, Copy)]
pub(super) enum Count {
    /// As what was notified says.
    Event(Event),
    /// As long as payment halves the sanction.
    Halving,
    /// As long as an invitation of the DURC can be cured.
    Cure,
    /// As long as an appeal that nobody decides holds a debit notice back, from the day until which to pay.
    Undecided,
}

impl Rule {
    const fn said(term: Term, field: &'static str) -> Self {
        Self { term, said: Some(field), counted: None, only: None, settled: &[] }
    }

    const fn counted(term: Term, field: &'static str, count: Count) -> Self {
        Self { term, said: None, counted: Some((field, count)), only: None, settled: &[] }
    }

    const fn or_counted(mut self, field: &'static str, count: Count) -> Self {
        self.counted = Some((field, count));
        self
    }

    const fn only(mut self, field: &'static str, codes: &'static [&'static str]) -> Self {
        self.only = Some((field, codes));
        self
    }

    const fn settled(mut self, states: &'static [&'static str]) -> Self {
        self.settled = states;
        self
    }

    /// The last day, and the source of the rule that counts it; a record of which a value is not known for its day has only what it says.
    pub fn day(&self, record: &Record, set: &Set) -> Option<(Day, Option<String>)> {
        let counts = |(field, codes): (&str, &[&str])| {
            record.text(field).is_some_and(|code| codes.contains(&code))
        };
        let counted = self.counted.filter(|_| self.only.is_none_or(counts));
        let counted =
            counted.and_then(|(field, count)| count.from(record.day(field)?, record, set));
        let said = self.said.and_then(|field| record.day(field));
        match (said, counted) {
            (Some(day), counted) => Some((day, counted.map(|(_, source)| source))),
            (None, counted) => counted.map(|(day, source)| (day, Some(source))),
        }
    }
}

impl Count {
    /// The last day counted from one, with its source.
    fn from(self, from: Day, record: &Record, set: &Set) -> Option<(Day, String)> {
        match self {
            Count::Event(event) => {
                term(&set.terms, event, from).ok().map(|term| (term.last(), term.source))
            }
            Count::Halving => {
                let step = set.notices.halving.on(Parameter::NoticeHalving, from).ok()?;
                Some((from.plus_days(step.value?.days.into()), step.source.clone()))
            }
            Count::Cure => {
                let checked = record.day("checked").unwrap_or(from);
                let step = set.durc.cure_days.on(Parameter::DurcCure, checked).ok()?;
                Some((from.plus_days(step.value.into()), step.source.clone()))
            }
            Count::Undecided => Some((appeal_decided_by(from), "Circ. INPS 168/2010".to_owned())),
        }
    }
}

/// The archive of debts, whose records are also counted and summed.
pub(super) const DEBTS: &str = "crediti";
/// The archive of rectification notices, whose open ones are counted.
pub(super) const NOTICES: &str = "note-rettifica";
/// The archive of the institute's plans, whose instalments F24 rows pay.
pub(super) const PLANS: &str = "domande-dilazione";
/// The archive of appeals, each of which may name the notice it is against.
pub(super) const APPEALS: &str = "ricorsi";

const REMINDED: &[&str] = &["avviso_bonario"];
const TO_PAY: &[&str] = &["attiva"];
const CONTESTED: &[&str] = &["contestata"];
const DEBIT_NOTICE: &[&str] = &["avviso_addebito"];
const INVITED: &[&str] = &["invito", "regolarizzato"];

pub(super) const SOURCES: [Source; 9] = [
    Source {
        slug: DEBTS,
        rules: &[
            Rule::said(Term::Pay, "deadline")
                .or_counted("since", Count::Event(Event::FriendlyReminder))
                .only("phase", REMINDED),
            Rule::counted(Term::Appeal, "since", Count::Event(Event::Appeal))
                .only("phase", REMINDED),
        ],
        amount: "residual",
        settled: &["disponibile", "pagata", "sgravata", "prescritta", "usata"],
    },
    Source {
        slug: NOTICES,
        rules: &[
            Rule::said(Term::Pay, "pay_by"),
            Rule::counted(Term::PayHalved, "notified", Count::Halving)
                .only("side", TO_PAY)
                .settled(&["contestata", "rateizzata"]),
            Rule::counted(Term::Appeal, "notified", Count::Event(Event::Appeal))
                .only("side", TO_PAY)
                .settled(&["contestata", "rateizzata"]),
            Rule::counted(Term::Recovery, "pay_by", Count::Undecided).only("state", CONTESTED),
        ],
        amount: "total",
        settled: &["pagata", "pagata_ridotta", "utilizzata", "annullata"],
    },
    Source {
        slug: APPEALS,
        rules: &[Rule::counted(Term::Answer, "filed", Count::Event(Event::AppealAnswer))],
        amount: "amount",
        settled: &["accolto", "accolto_parziale", "respinto", "ritirato"],
    },
    Source {
        slug: "ispezioni",
        rules: &[
            Rule::counted(Term::PayHalved, "notified", Count::Halving),
            Rule::counted(Term::Appeal, "notified", Count::Event(Event::Appeal)),
        ],
        amount: "total",
        settled: &["regolare", "ricorso", "rateizzata", "pagata"],
    },
    Source {
        slug: "iscrizioni-ruolo",
        rules: &[
            Rule::said(Term::Pay, "pay_by")
                .or_counted("notified", Count::Event(Event::DebitNoticePayment))
                .only("kind", DEBIT_NOTICE),
            Rule::said(Term::Oppose, "oppose_by")
                .or_counted("notified", Count::Event(Event::DebitNoticeOpposition))
                .only("kind", DEBIT_NOTICE)
                .settled(&["opposto"]),
        ],
        amount: "residual",
        settled: &["sgravato", "pagato", "rateizzato", "sospeso", "definizione_agevolata"],
    },
    Source {
        slug: PLANS,
        rules: &[Rule::said(Term::Pay, "next_due")],
        amount: "instalment",
        settled: &["respinta", "annullata", "revocata", "estinta", "conclusa"],
    },
    Source {
        slug: "dilazioni-cartella",
        rules: &[Rule::said(Term::Pay, "next_due")],
        amount: "instalment",
        settled: &["decaduta", "estinta"],
    },
    Source {
        slug: "durc",
        rules: &[Rule::counted(Term::Cure, "invited", Count::Cure).only("state", INVITED)],
        amount: "open",
        settled: &["regolarizzato"],
    },
    Source {
        slug: "lettere-compliance",
        rules: &[
            Rule::counted(
                Term::Regularise,
                "received",
                Count::Event(Event::ComplianceRegularisation),
            ),
            Rule::counted(Term::Report, "received", Count::Event(Event::ComplianceReport)),
        ],
        amount: "amount",
        settled: &["fatti_comunicati", "regolarizzata", "accertata"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use shared::sections::{FieldRole, Kind, by_slug};

    #[test]
    fn every_source_is_as_its_section_describes_it() {
        for source in &SOURCES {
            let slug = source.slug;
            let section = by_slug(slug).expect(slug);
            let kind = |name| section.field(name).map(|(_, field)| field.kind);
            assert_eq!(kind(source.amount), Some(Kind::Euro), "{slug}");
            let (_, state) = section.role(FieldRole::Status).expect(slug);
            for settled in source.settled {
                assert!(state.kind.code(settled).is_some(), "{slug}: {settled}");
            }
            for rule in source.rules {
                for field in rule.said.into_iter().chain(rule.counted.map(|(field, _)| field)) {
                    assert_eq!(kind(field), Some(Kind::Day), "{slug}: {field}");
                }
                if let Some((field, codes)) = rule.only {
                    let kind = kind(field).expect(field);
                    assert!(codes.iter().all(|code| kind.code(code).is_some()), "{slug}: {field}");
                }
                for settled in rule.settled {
                    assert!(state.kind.code(settled).is_some(), "{slug}: {settled}");
                }
                assert!(rule.said.is_some() || rule.counted.is_some(), "{slug}");
                let halved = rule.term == Term::PayHalved;
                let parts = ["contributions", "differences"].into_iter().find_map(kind);
                assert!(!halved || parts.zip(kind("sanctions")).is_some(), "{slug}");
            }
        }
    }
}
