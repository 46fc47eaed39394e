//! What makes up for debts (art. 3 c. 2 DM 30/1/2015), by what the archives say.

use super::*;
use crate::durc::{CoverCause, Insolvency, Outcome, Procedure, Role, check};

const ON: &str = "2025-06-02";

/// A debt due in March 2025, in a phase.
fn debt(phase: Phase) -> DebtFact {
    let debt = Debt::of_month("D1".into(), Some(CODE.into()), month("2025-02"), euro(500_00));
    let since = day("2025-04-20");
    DebtFact { debt, phase, since, notified: None, notice: None, entry: None }
}

/// Archives with that debt alone.
fn owing(debt: DebtFact) -> Facts {
    Facts { debts: vec![debt], ..Facts::none(month("2025-01")) }
}

/// The part of the only debt in the check of the day, and what covers it; evidence blocks the DURC only where there is a debt that nothing
/// covers: whether the rest is little enough only the whole gestione tells.
fn part(facts: &Facts, on: &str) -> (Role, Vec<CoverCause>) {
    let known: DurcParameters = serde_json::from_str(durc::SHIPPED).unwrap();
    let evidence = derived(facts, on).evidence;
    let situation = situation(facts, &evidence);
    let found = check(&known, &situation, day(on)).unwrap();
    let debt = found.gestioni[0].debts[0].clone();
    let harmless = matches!(debt.role, Role::Covered | Role::WithinTolerance);
    assert_eq!(found.outcome == Outcome::Regular, harmless);
    let blocks = evidence.iter().any(|one| one.severity(day(on)).durc);
    assert!(!blocks || debt.role != Role::Covered, "{evidence:?}");
    (debt.role, debt.causes)
}

fn entry(standing: RollStanding) -> RollFact {
    RollFact { number: "AVA1".into(), standing, since: day("2025-05-05") }
}

fn appeal(decided: Option<&str>) -> AppealFact {
    AppealFact {
        number: "R1".into(),
        gestione: Gestione::Employers,
        code: None,
        amount: None,
        notice: Some("NR1".into()),
        filed: day("2025-04-25"),
        decided: decided.map(day),
        granted: false,
    }
}

#[test]
fn the_phase_says_what_covers() {
    for (phase, cause) in [
        (Phase::Instalments, CoverCause::Instalments),
        (Phase::Suspended, CoverCause::SuspendedByLaw),
        (Phase::SetOff, CoverCause::SetOff),
        (Phase::Contested, CoverCause::Appeal),
    ] {
        assert_eq!(part(&owing(debt(phase)), ON), (Role::Covered, vec![cause]), "{phase:?}");
    }
    for phase in [Phase::Open, Phase::Unpaid, Phase::Recovery, Phase::FriendlyReminder] {
        assert_eq!(part(&owing(debt(phase)), ON), (Role::Counts, vec![]), "{phase:?}");
    }
}

#[test]
fn what_the_roll_says_goes_before_the_phase() {
    let in_roll = |phase, standing| {
        let debt = DebtFact { entry: Some("AVA1".into()), ..debt(phase) };
        part(&Facts { roll: vec![entry(standing)], ..owing(debt) }, ON)
    };
    for (standing, cause) in [
        (RollStanding::Instalments, CoverCause::Instalments),
        (RollStanding::Settlement, CoverCause::FacilitatedSettlement),
        (RollStanding::Suspended, CoverCause::CollectionSuspended),
    ] {
        for phase in [Phase::Entrusted, Phase::DebitNotice, Phase::Instalments, Phase::Contested] {
            assert_eq!(in_roll(phase, standing), (Role::Covered, vec![cause]), "{phase:?}");
        }
    }
    let counts = (Role::Counts, vec![]);
    assert_eq!(in_roll(Phase::Entrusted, RollStanding::Enforceable), counts);
    assert_eq!(in_roll(Phase::Instalments, RollStanding::Lapsed), counts);
    // Opposed in court and in the roll, and not suspended: letters d and e are of claims that are not there.
    assert_eq!(in_roll(Phase::Contested, RollStanding::Enforceable), counts);
    // The debt knows of its entry, the roll does not show it.
    let unseen = DebtFact { entry: Some("AVA2".into()), ..debt(Phase::Suspended) };
    let covered = (Role::Covered, vec![CoverCause::CollectionSuspended]);
    assert_eq!(part(&owing(unseen), ON), covered);
}

#[test]
fn what_is_opposed_in_court_and_in_the_roll_is_evidence() {
    let debt = DebtFact { entry: Some("AVA1".into()), ..debt(Phase::Contested) };
    let facts = Facts { roll: vec![entry(RollStanding::Enforceable)], ..owing(debt) };
    let found = &of(Kind::CreditRecovery, &facts, ON)[0];
    assert!(found.severity(day(ON)).durc);
    assert!(found.steps.contains(&NextStep::Petition(Petition::DebitNoticeMeasure)));
}

#[test]
fn a_plan_of_the_institute_covers_the_debts_it_names() {
    let plan = |debt: &str| PlanFact { debt: debt.into(), since: day("2025-05-15") };
    let with = |plan| Facts { plans: vec![plan], ..owing(debt(Phase::Recovery)) };
    let covered = (Role::Covered, vec![CoverCause::Instalments]);
    assert_eq!(part(&with(plan("D1")), ON), covered);
    assert_eq!(part(&with(plan("D2")), ON), (Role::Counts, vec![]));
    assert_eq!(part(&with(plan("D1")), "2025-05-14"), (Role::Counts, vec![]));
}

#[test]
fn an_appeal_covers_the_debt_of_its_notice_until_it_is_rejected() {
    let of_notice = |phase, notice: &str, appeal| {
        let debt = DebtFact { notice: Some(notice.into()), ..debt(phase) };
        part(&Facts { appeals: vec![appeal], ..owing(debt) }, ON)
    };
    let pending = (Role::Covered, vec![CoverCause::Appeal]);
    assert_eq!(of_notice(Phase::Recovery, "NR1", appeal(None)), pending);
    assert_eq!(of_notice(Phase::Recovery, "NR2", appeal(None)), (Role::Counts, vec![]));
    let rejected = appeal(Some("2025-06-02"));
    assert_eq!(of_notice(Phase::Recovery, "NR1", rejected.clone()), (Role::Counts, vec![]));
    let granted = AppealFact { granted: true, ..rejected.clone() };
    assert_eq!(of_notice(Phase::Recovery, "NR1", granted), pending);
    // Still contested when its appeal is lost: before a court.
    let court = (Role::Covered, vec![CoverCause::CourtCase]);
    assert_eq!(of_notice(Phase::Contested, "NR1", rejected), court);
    // A second appeal covers when the first was rejected; two for a part each cover both.
    let both = |one: AppealFact, other: AppealFact| {
        let debt = DebtFact { notice: Some("NR1".into()), ..debt(Phase::Recovery) };
        part(&Facts { appeals: vec![one, other], ..owing(debt) }, ON)
    };
    assert_eq!(both(appeal(Some("2025-06-02")), appeal(None)), pending);
    let of = |amount| AppealFact { amount: Some(euro(amount)), ..appeal(None) };
    assert_eq!(both(of(400_00), of(100_00)), pending);
    let part_of_it = AppealFact { amount: Some(euro(400_00)), ..appeal(None) };
    let partly = of_notice(Phase::Recovery, "NR1", part_of_it);
    // A hundred are left, which is within the tolerance.
    assert_eq!(partly, (Role::WithinTolerance, vec![CoverCause::Appeal]));
}

#[test]
fn an_appeal_covers_a_notice_that_is_no_debt_yet() {
    let notice = |state| NoticeFact {
        number: "NR1".into(),
        gestione: Gestione::Employers,
        code: CODE.into(),
        month: month("2024-05"),
        side: Side::ToPay,
        difference: euro(900_00),
        sanctions: euro(50_00),
        issued: day("2025-02-01"),
        notified: Some(day("2025-02-03")),
        pay_by: Some(day("2025-03-03")),
        causes: vec![],
        state,
        durc: true,
    };
    let with = |state, appeals| Facts {
        notices: vec![notice(state)],
        appeals,
        ..Facts::none(month("2025-01"))
    };
    let covered = (Role::Covered, vec![CoverCause::Appeal]);
    for state in [NoticeState::Open, NoticeState::Recovery] {
        assert_eq!(part(&with(state, vec![]), ON), (Role::Counts, vec![]), "{state:?}");
        assert_eq!(part(&with(state, vec![appeal(None)]), ON), covered, "{state:?}");
    }
    assert_eq!(part(&with(NoticeState::Contested, vec![]), ON), covered);
    let lost = with(NoticeState::Contested, vec![appeal(Some("2025-05-30"))]);
    assert_eq!(part(&lost, ON), (Role::Covered, vec![CoverCause::CourtCase]));
}

#[test]
fn a_procedure_spares_what_is_older_and_certified_credits_what_they_reach() {
    let opened = |opened: &str, ended: Option<&str>| Facts {
        insolvency: Some(Insolvency {
            procedure: Procedure::ExtraordinaryAdministration,
            opened: day(opened),
            ended: ended.map(day),
        }),
        ..owing(debt(Phase::Recovery))
    };
    let covered = (Role::Covered, vec![CoverCause::Insolvency]);
    let counts = (Role::Counts, vec![]);
    assert_eq!(part(&opened("2025-04-01", None), ON), covered);
    assert_eq!(part(&opened("2025-03-17", None), ON), counts, "due on the day it was opened");
    assert_eq!(part(&opened("2025-04-01", Some(ON)), ON), counts);
    let unpaid = Facts { debts: vec![], ..opened("2025-04-01", None) };
    let unpaid = Facts { declarations: vec![declared("2025-02", 500_00, 500_00)], ..unpaid };
    assert_eq!(part(&unpaid, ON), covered);
    let certified = |cents| {
        let facts = Facts { certified_credits: euro(cents), ..owing(debt(Phase::Recovery)) };
        let known: DurcParameters = serde_json::from_str(durc::SHIPPED).unwrap();
        let found = check(&known, &situation(&facts, &[]), day(ON)).unwrap();
        found.outcome
    };
    assert_eq!(certified(499_99), Outcome::ToInvite);
    assert_eq!(certified(500_00), Outcome::Regular);
}
