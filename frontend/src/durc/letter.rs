//! What one writes to the office about the outcome of a check: gestione by gestione why it is as it is, and the debts that count.

use shared::calendar::Month;
use shared::durc::{Check, Debt, GestioneOutcome, Outcome, Reason, Role, Situation};
use shared::fiscal::Matricola;
use shared::lang::Lang;
use shared::money::Euro;
use shared::requests::About;
use yew::AttrValue;

use super::text::texts;
use super::words::{debt, gestione, outcome, reason};
use crate::words::{day, euro};

/// Debts of a gestione that are named: its reasons say what all of them come to, and an address is not endless.
const MOST_DEBTS: usize = 20;

/// What a new request begins with.
pub(super) struct Letter {
    /// The month that it is about, if it is about one.
    pub about: Option<About>,
    /// And the position.
    pub position: Option<AttrValue>,
    pub subject: AttrValue,
    pub text: AttrValue,
}

/// About a check that is not regular.
pub(super) fn letter(check: &Check, situation: &Situation, lang: Lang) -> Letter {
    let (words, on) = (texts(lang), day(check.day, lang));
    let is_blocked = |one: &&GestioneOutcome| one.outcome != Outcome::Regular;
    let blocked: Vec<&GestioneOutcome> = check.gestioni.iter().filter(is_blocked).collect();
    let (_, said, _) = outcome(check.outcome, lang);
    let first = (words.letter)(&on, said);
    let parts = blocked.iter().map(|one| of_gestione(one, situation, lang));
    let parts: Vec<String> =
        [first].into_iter().chain(parts).chain([words.letter_end.to_owned()]).collect();
    let causes: Vec<Cause<'_>> = blocked.iter().flat_map(|one| causes(one, situation)).collect();
    let code = only(causes.iter().map(|(_, code)| *code));
    let position = code.and_then(|code| Matricola::parse(code).ok());
    Letter {
        about: only(causes.iter().map(|(month, _)| *month)).map(About::Month),
        position: position.map(|code| code.to_string().into()),
        subject: (words.letter_subject)(&on).into(),
        text: parts.join("\n\n").into(),
    }
}

fn of_gestione(one: &GestioneOutcome, situation: &Situation, lang: Lang) -> String {
    let reasons = one.reasons.iter().map(|why| reason(why, lang));
    let debts = counting(one, situation).take(MOST_DEBTS);
    let debts = debts.map(|(owed, left)| [&debt(owed, lang), ": ", &euro(left, lang)].concat());
    let lines = reasons.chain(debts).map(|line| ["– ", &line].concat());
    let lines: Vec<String> =
        [gestione(one.gestione, lang).to_owned()].into_iter().chain(lines).collect();
    lines.join("\n")
}

/// The debts that stand in the way, and what is left of each.
fn counting<'a>(
    one: &'a GestioneOutcome,
    situation: &'a Situation,
) -> impl Iterator<Item = (&'a Debt, Euro)> {
    let counts = one.debts.iter().filter(|debt| debt.role == Role::Counts);
    counts.filter_map(|found| {
        let owed = situation.debts.iter().find(|debt| debt.key == found.key)?;
        Some((owed, found.residual))
    })
}

/// The month and the position of what stands in the way.
type Cause<'a> = (Option<Month>, Option<&'a str>);

fn causes<'a>(one: &'a GestioneOutcome, situation: &'a Situation) -> Vec<Cause<'a>> {
    let debts = counting(one, situation).map(|(owed, _)| (owed.competence, owed.code.as_deref()));
    let reasons = one.reasons.iter().filter_map(|why| match why {
        Reason::ReturnMissing { code, month } => Some((Some(*month), code.as_deref())),
        // The position may be one that the registry does not know.
        Reason::Technical { month, .. } => Some((*month, None)),
        _ => None,
    });
    debts.chain(reasons).collect()
}

/// What all of them have, if it is the same.
fn only<T: PartialEq>(mut all: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = all.next()??;
    all.all(|one| one.as_ref() == Some(&first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use shared::calendar::Day;
    use shared::durc::{DebtOutcome, Gestione, TechnicalProblem};

    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    /// A check of what is owed for these months, for these reasons.
    fn checked(months: &[&str], reasons: Vec<Reason>) -> (Check, Situation) {
        let (owed, day) = (Euro::from_cents(1_234_56), Day::parse("2026-11-30").unwrap());
        let code = || Some("7012345662".to_owned());
        let debts: Vec<Debt> = months
            .iter()
            .map(|text| Debt::of_month((*text).to_owned(), code(), month(text), owed))
            .collect();
        let found = debts.iter().map(|debt| DebtOutcome {
            key: debt.key.clone(),
            residual: owed,
            covered: Euro::ZERO,
            causes: Vec::new(),
            role: Role::Counts,
        });
        let one = |gestione, outcome, reasons, debts| GestioneOutcome {
            gestione,
            outcome,
            residual: owed,
            covered: Euro::ZERO,
            open: owed,
            reasons,
            debts,
        };
        let blocked = one(Gestione::Employers, Outcome::ToInvite, reasons, found.collect());
        let regular =
            one(Gestione::Artisans, Outcome::Regular, vec![Reason::NothingDue], Vec::new());
        let check = Check {
            day,
            cut_off: day,
            tolerance: Euro::ZERO,
            outcome: Outcome::ToInvite,
            gestioni: vec![blocked, regular],
            cure_by: None,
            blocked_until: None,
        };
        (check, Situation { debts, ..Situation::default() })
    }

    #[test]
    fn a_letter_says_what_stands_in_the_way_in_every_language() {
        let missing = Reason::ReturnMissing { code: None, month: month("2026-08") };
        let (check, situation) = checked(&["2026-09"], vec![missing]);
        for lang in Lang::ALL {
            let said = letter(&check, &situation, lang);
            let names = &texts(lang).gestioni;
            let amount = euro(Euro::from_cents(1_234_56), lang);
            for part in [names[0], amount.as_str(), "09/2026", "2026", texts(lang).to_invite] {
                assert!(said.text.contains(part), "{part}: {}", said.text);
            }
            let other = gestione(Gestione::Artisans, lang);
            assert!(!said.text.contains(other), "what is regular is left out: {}", said.text);
            assert!(said.subject.contains("DURC"), "{}", said.subject);
        }
    }

    #[test]
    fn it_brings_the_month_and_the_position_where_all_is_about_one() {
        let about = |months: &[&str], reasons| {
            let (check, situation) = checked(months, reasons);
            let said = letter(&check, &situation, Lang::It);
            (said.about, said.position.map(|code| code.to_string()))
        };
        let position = || Some("7012345662".to_owned());
        let september = || Some(About::Month(month("2026-09")));
        assert_eq!(about(&["2026-09"], Vec::new()), (september(), position()));
        assert_eq!(about(&["2026-08", "2026-09"], Vec::new()), (None, position()));
        let problem = TechnicalProblem::UnknownPosition;
        let code = Some("9999999999".to_owned());
        let unknown =
            Reason::Technical { problem, code, month: Some(month("2026-09")), record: None };
        assert_eq!(about(&[], vec![unknown]), (september(), None));
        assert_eq!(about(&[], vec![Reason::NothingDue]), (None, None));
    }

    #[test]
    fn of_many_debts_it_names_some() {
        let months: Vec<String> = (1..=12)
            .flat_map(|month| [format!("2024-{month:02}"), format!("2025-{month:02}")])
            .collect();
        let months: Vec<&str> = months.iter().map(String::as_str).collect();
        let (check, situation) = checked(&months, Vec::new());
        let said = letter(&check, &situation, Lang::De);
        assert_eq!(said.text.matches("– ").count(), MOST_DEBTS);
    }
}
