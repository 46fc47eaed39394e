//! What makes up for debts (art. 3 c. 2 DM 30/1/2015), by what the archives say.

use super::*;
use crate::durc::{CoverCause, Insolvency, Outcome, Procedure, Role, check};

const ON: &str = "2025-06-02";

/// A debt due in March 2025, in a phase; of a kind that grows no sanctions by itself.
fn debt(phase: Phase) -> DebtFact {
    let debt = Debt {
        kind: DebtKind::InstituteInspection,
        ..Debt::of_month("D1".into(), Some(CODE.into()), month("2025-02"), euro(500_00))
    };
    let since = day("2025-04-20");
    DebtFact { debt, phase, since, notified: None, notice: None, entry: None }
}

/// Archives with that debt alone.
fn owing(debt: DebtFact) -> Facts {
    Facts { debts: vec![debt], ..Facts::none(month("2025-01")) }
}

/// The part of the only debt in the check of the day, and what covers it. Evidence of it says the same: it stands in the way of the DURC
/// unless something covers it, and then says what, or it is little enough.
fn part(facts: &Facts, on: &str) -> (Role, Vec<CoverCause>) {
    let found = check(parameters().durc, &situation_on(facts, on), day(on)).unwrap();
    let debt = found.gestioni[0].debts[0].clone();
    let harmless = matches!(debt.role, Role::Covered | Role::WithinTolerance);
    assert_eq!(found.outcome == Outcome::Regular, harmless);
    let covered = debt.role == Role::Covered;
    let evidence = derived(facts, on).evidence.into_iter();
    for one in evidence.filter(|one| one.kind != Kind::PendingAppeal) {
        assert_eq!(one.severity(day(on)).durc, debt.role == Role::Counts, "{one:?}");
        assert_eq!(one.tolerated, debt.role == Role::WithinTolerance, "{one:?}");
        assert_eq!(one.covers, if covered { debt.causes.clone() } else { vec![] }, "{one:?}");
    }
    let all = derived(facts, on).evidence;
    let said = all.iter().any(|one| one.kind != Kind::PendingAppeal);
    assert!(said || debt.role != Role::Counts, "what counts is said");
    (debt.role, debt.causes)
}

/// Why the only debt or notice is to be paid, by evidence of the day.
fn why(facts: &Facts) -> Option<Cause> {
    of(Kind::CreditRecovery, facts, ON).into_iter().next().map(|found| found.cause)
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
        court: None,
        judged: None,
    }
}

/// An appeal that was rejected, and the case before a court that the archive has of the same matter.
fn in_court(judged: Option<&str>) -> AppealFact {
    let court = Some(day("2025-05-20"));
    AppealFact { court, judged: judged.map(day), ..appeal(Some("2025-05-10")) }
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
    assert_eq!(of_notice(Phase::Contested, "NR1", rejected), (Role::Counts, vec![]));
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
fn what_is_still_contested_when_its_appeal_is_lost_counts_unless_a_court_has_it() {
    let with = |appeal, entry: Option<&str>| {
        let notice = Some("NR1".to_owned());
        let debt = DebtFact { notice, entry: entry.map(Into::into), ..debt(Phase::Contested) };
        Facts { appeals: vec![appeal], ..owing(debt) }
    };
    let lost = |court, ended| {
        let origin = DebtKind::InstituteInspection;
        Some(Cause::ContestLost { origin, court, ended: day(ended) })
    };
    let counts = (Role::Counts, vec![]);
    let rejected = with(appeal(Some("2025-05-30")), None);
    assert_eq!((part(&rejected, ON), why(&rejected)), (counts.clone(), lost(false, "2025-05-30")));
    // The day before nobody had to be told.
    assert_eq!(of(Kind::CreditRecovery, &rejected, "2025-05-29"), []);
    let found = &of(Kind::CreditRecovery, &rejected, ON)[0];
    assert_eq!(
        found.steps[0],
        NextStep::Petition(Petition::Instalments),
        "it is paid, or in instalments, as any other"
    );
    let before_court = with(in_court(None), None);
    let covered = (Role::Covered, vec![CoverCause::CourtCase]);
    assert_eq!((part(&before_court, ON), why(&before_court)), (covered, None));
    // Between the decision and the court nothing covers it.
    assert_eq!(part(&before_court, "2025-05-19"), counts);
    let judged = with(in_court(Some("2025-06-01")), None);
    assert_eq!((part(&judged, ON), why(&judged)), (counts.clone(), lost(true, "2025-06-01")));
    // A court that has a part of it leaves the rest.
    let in_part = AppealFact { amount: Some(euro(100_00)), ..in_court(None) };
    let in_part = with(in_part, None);
    assert_eq!(part(&in_part, ON).0, Role::Counts);
    assert_eq!(why(&in_part), lost(false, "2025-05-10"));
    // In the roll a case alone does not cover (e): only what is suspended is (f).
    let in_roll = with(in_court(None), Some("AVA1"));
    assert_eq!(part(&in_roll, ON), counts);
    assert!(matches!(why(&in_roll), Some(Cause::Owed { phase: Phase::Contested, .. })));
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
        paid: Euro::ZERO,
        payments: vec![],
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
    assert_eq!(part(&lost, ON), (Role::Counts, vec![]));
    let origin = DebtKind::Notice;
    let cause = Cause::ContestLost { origin, court: false, ended: day("2025-05-30") };
    assert_eq!(why(&lost), Some(cause));
    let before_court = with(NoticeState::Contested, vec![in_court(None)]);
    assert_eq!(part(&before_court, ON), (Role::Covered, vec![CoverCause::CourtCase]));
    assert_eq!(why(&before_court), None);
}

#[test]
fn an_unpaid_return_is_covered_with_the_debt_that_it_has_become() {
    let unpaid = vec![declared("2025-02", 500_00, 500_00)];
    let debt = Debt { kind: DebtKind::UnpaidReturn, ..debt(Phase::Instalments).debt };
    let debt = DebtFact { debt, ..self::debt(Phase::Instalments) };
    let facts = Facts { declarations: unpaid, ..owing(debt) };
    assert_eq!(part(&facts, ON), (Role::Covered, vec![CoverCause::Instalments]));
    assert_eq!(of(Kind::Unmatched, &facts, ON)[0].covers, [CoverCause::Instalments]);
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
}

#[test]
fn certified_credits_spare_what_they_reach_all_together() {
    let with = |facts: Facts, cents| Facts { certified_credits: euro(cents), ..facts };
    let one = owing(debt(Phase::Recovery));
    let covered = (Role::Covered, vec![CoverCause::CertifiedCredits]);
    assert_eq!(part(&with(one.clone(), 499_99), ON), (Role::Counts, vec![]));
    assert_eq!(part(&with(one.clone(), 500_00), ON), covered);
    // An unpaid return has cost something since, which counts too.
    let declarations = vec![declared("2025-02", 500_00, 500_00)];
    let unpaid = Facts { debts: vec![], declarations, ..one.clone() };
    assert_eq!(part(&with(unpaid.clone(), 500_00), ON), (Role::Counts, vec![]));
    assert_eq!(part(&with(unpaid.clone(), 600_00), ON), covered);
    // Where they do not reach all that is open, they spare none of it.
    let both = Facts { debts: one.debts, ..unpaid };
    let block = |facts: &Facts| {
        let found = derived(facts, ON).evidence;
        found.iter().map(|evidence| evidence.severity(day(ON)).durc).collect::<Vec<_>>()
    };
    assert_eq!(block(&with(both.clone(), 1_000_00)), [true; 3]);
    assert_eq!(block(&with(both, 1_100_00)), [false; 3]);
}
