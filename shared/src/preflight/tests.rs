//! Reports of a bakery's file, with and without what is known of it.

use super::*;
use crate::calendar::{Day, Instant, Month};
use crate::declarations::{DmState, Group, Worker};
use crate::evidence::Kind;
use crate::fiscal::Csc;
use crate::ids::CompanyId;
use crate::intake::IssueCode;
use crate::intake::register::PositionFacts;
use crate::money::Euro;
use crate::notices::Side;
use crate::offices::OfficeCode;
use crate::parameters::{Confidence, Set};

const SAMPLE: &str = include_str!("../../../tests/data/uniemens-2025-09.xml");
const COLLABORATORS: &str = include_str!("../../../tests/data/uniemens-collaborators-2025-03.xml");

fn report(xml: &str, today: &str, known: Option<&[KnownMonth]>) -> Report {
    let set = Set::shipped();
    let reading = read(xml.as_bytes(), Day::parse(today).unwrap(), &set).unwrap();
    reading.report(&set, known).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// A return as the archives have it: one white-collar worker less than the sample, and paid.
fn last(of: &str, due: i64, paid: i64) -> KnownReturn {
    let group = Group {
        code: "1FI000".to_owned(),
        workers: 1,
        base: Euro::from_cents(1_800_00),
        contribution: Euro::from_cents(696_06),
    };
    let gone = Worker {
        tax_code: "BNCLSS85T10F205W".to_owned(),
        name: "BIANCHI ALESSIA".to_owned(),
        code: "1FI000".to_owned(),
        base: Euro::from_cents(1_800_00),
        contribution: Euro::from_cents(696_06),
        engaged: None,
    };
    KnownReturn {
        matricola: Some("7012345662".to_owned()),
        month: month(of),
        transmitted: Instant::from_millis(0),
        workforce: Some(1),
        groups: vec![group],
        workers: Some(vec![gone]),
        state: DmState::Balanced,
        due: Euro::from_cents(due),
        paid: Euro::from_cents(paid),
    }
}

fn known(returns: Vec<KnownReturn>) -> Vec<KnownMonth> {
    let facts = |active| PositionFacts { active, csc: Csc::parse("70201").ok(), cas: Vec::new() };
    let position = |matricola: &str, active| KnownPosition {
        matricola: matricola.to_owned(),
        office: OfficeCode::parse("7000").unwrap(),
        facts: facts(active),
    };
    let company = KnownCompany {
        id: CompanyId::from_u128(1),
        name: "FORNO ESEMPIO SRL".to_owned(),
        positions: vec![position("7012345662", true), position("7012345763", true)],
        returns,
    };
    vec![KnownMonth {
        tax_code: "12345678903".to_owned(),
        month: month("2025-09"),
        company: Some(company),
    }]
}

#[test]
fn a_file_alone_tells_what_it_holds_and_that_nothing_was_asked() {
    let report = report(SAMPLE, "2025-10-05", None);
    assert!(!report.asked);
    assert_eq!((report.errors, report.warnings, report.issues.len()), (0, 0, 0));
    assert_eq!((report.counts.companies, report.counts.workers), (1, 2));
    let [one] = report.checked.as_slice() else { panic!("one declaration") };
    assert_eq!((one.company, one.name.as_deref()), (None, None));
    assert_eq!((one.state, one.due.cents(), one.line), (DmState::Balanced, 1_276_00, 14));
    assert_eq!((one.totals.workers, one.totals.base.cents()), (2, 3_300_00));
    let row = one.row.as_ref().unwrap();
    assert_eq!((row.causale.as_str(), row.debit.cents()), ("DM10", 1_276_00));
    assert_eq!(one.pay_by, Day::parse("2025-10-16").unwrap());
    assert_eq!((&one.notice, &one.before), (&Forecast::Unknown(None), &None));
    assert!(one.evidence.is_empty() && report.absent.is_empty());
}

#[test]
fn what_is_known_brings_the_month_before_and_the_position_left_out() {
    let known = known(vec![last("2025-08", 696_00, 696_00)]);
    let report = report(SAMPLE, "2025-10-05", Some(&known));
    assert!(report.asked && report.issues.is_empty(), "{:?}", report.issues);
    assert_eq!(report.parameters, Set::shipped().version);
    let [one] = report.checked.as_slice() else { panic!("one declaration") };
    assert_eq!(one.name.as_deref(), Some("FORNO ESEMPIO SRL"));
    assert_eq!(one.notice, Forecast::None { whole: true });
    assert_eq!(one.replaces, None);
    let before = one.before.as_ref().unwrap();
    let (totals, due) = before.declared.unwrap();
    assert_eq!((before.month, totals.workers, due.cents()), (month("2025-08"), 1, 696_00));
    let [change] = before.groups.as_slice() else { panic!("one group is new: {before:?}") };
    assert_eq!((change.code.as_str(), change.before.workers, change.now.workers), ("2FI000", 0, 1));
    let people = before.people.as_ref().unwrap();
    let names =
        |workers: &[Worker]| workers.iter().map(|worker| worker.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&people.joined), ["ROSSI MARIO", "VERDI GIOVANNA"]);
    assert_eq!(names(&people.left), ["BIANCHI ALESSIA"]);
    let [absent] = report.absent.as_slice() else { panic!("one position is left out") };
    assert_eq!(absent.matricola, "7012345763");
    assert!(one.evidence.is_empty() && one.settled.is_empty(), "{:?}", one.evidence);
}

#[test]
fn a_rate_of_another_class_is_an_error_and_the_notice_is_foretold() {
    let wrong =
        SAMPLE.replace("580,05", "520,05").replace("<TotaleADebito>1276", "<TotaleADebito>1216");
    let report = report(&wrong, "2025-10-05", Some(&known(Vec::new())));
    assert_eq!(report.errors, 1);
    let issue = &report.issues[0];
    assert_eq!((issue.code, issue.line), (IssueCode::RateDifference, 40));
    let one = &report.checked[0];
    assert_eq!((one.errors, one.state), (1, DmState::Balanced));
    let Forecast::Notice { notice, whole: true, confidence } = &one.notice else {
        panic!("{:?}", one.notice)
    };
    assert_ne!(*confidence, Confidence::Reconstructed, "no group is foretold by such a rate");
    assert_eq!((notice.side, notice.difference.cents()), (Side::ToPay, 60_00));
    assert_eq!(notice.issued, Day::parse("2025-10-17").unwrap());
    assert!(notice.sanction.is_some_and(|sanction| sanction.amount > Euro::ZERO));
    let kinds: Vec<Kind> = one.evidence.iter().map(|one| one.kind).collect();
    // The import stores nothing of it, so nothing else follows.
    assert_eq!(kinds, [Kind::UniemensErrors]);
}

#[test]
fn a_file_that_is_refused_settles_nothing_and_leaves_what_is_stored() {
    let wrong = SAMPLE.replace("580,05", "520,05");
    let report = |returns| report(&wrong, "2025-12-20", Some(&known(returns)));
    let unpaid = vec![last("2025-09", 1_276_00, 0)];
    for found in [report(Vec::new()), report(unpaid)] {
        let one = &found.checked[0];
        let kinds: Vec<Kind> = one.evidence.iter().map(|one| one.kind).collect();
        assert_eq!((kinds.as_slice(), &*one.settled), (&[Kind::UniemensErrors][..], &[][..]));
    }
}

#[test]
fn a_return_sent_late_settles_what_was_missing_and_is_unpaid() {
    let report = report(SAMPLE, "2025-12-20", Some(&known(Vec::new())));
    let one = &report.checked[0];
    let kinds = |evidence: &[crate::evidence::Evidence]| {
        evidence.iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&one.settled), [Kind::MissingReturn]);
    assert!(kinds(&one.evidence).contains(&Kind::Unmatched), "{:?}", one.evidence);
    // Sent after the turn of December it waits for that of January to go to the unpaid archive.
    let later = self::report(SAMPLE, "2025-12-21", Some(&known(Vec::new())));
    assert_eq!(kinds(&later.checked[0].evidence), [Kind::Unmatched]);
}

#[test]
fn a_return_takes_the_place_of_one_that_was_paid() {
    let before = last("2025-09", 1_276_00, 1_276_00);
    let report = report(SAMPLE, "2025-12-20", Some(&known(vec![before])));
    let one = &report.checked[0];
    assert_eq!(one.replaces, Some(Instant::from_millis(0)));
    assert!(one.evidence.is_empty() && one.settled.is_empty(), "{:?}", one.evidence);
}

#[test]
fn a_dm_that_does_not_balance_is_evidence() {
    let off = SAMPLE.replace("<TotaleADebito>1276", "<TotaleADebito>1300");
    let report = report(&off, "2025-10-05", Some(&known(Vec::new())));
    let one = &report.checked[0];
    assert_eq!((report.errors, report.warnings, one.state), (0, 1, DmState::Provisional));
    assert_eq!(one.balancing[0].code, "0033");
    assert_eq!(one.evidence.iter().map(|one| one.kind).collect::<Vec<_>>(), [Kind::RejectedReturn]);
}

#[test]
fn a_company_that_is_not_ones_own_is_told_at_its_line() {
    let nobody =
        [KnownMonth { tax_code: "12345678903".into(), month: month("2025-09"), company: None }];
    let report = report(SAMPLE, "2025-10-05", Some(&nobody));
    let issue = &report.issues[0];
    assert_eq!((issue.code, issue.line), (IssueCode::UnknownCompany, 11));
    assert_eq!(report.checked[0].name, None);
}

#[test]
fn collaborators_have_no_dm_and_no_notice() {
    let day = Day::parse("2025-04-05").unwrap();
    let reading = read(COLLABORATORS.as_bytes(), day, &Set::shipped()).unwrap();
    let about = reading.about();
    assert_eq!(about.len(), 1);
    assert_eq!(Known::of(&about).asked(), Some(about));
    let one = &report(COLLABORATORS, "2025-04-05", None).checked[0];
    assert_eq!((&one.matricola, &one.notice, &one.row), (&None, &Forecast::Unknown(None), &None));
}

#[test]
fn without_rates_the_notice_says_which_are_missing() {
    use crate::parameters::{Missing, Parameter};
    use crate::rates::{Component, RateError, Unrated};

    let notice = |xml: &str, of: &str| {
        let mut known = known(Vec::new());
        known[0].month = month(of);
        report(xml, "2025-10-05", Some(&known)).checked[0].notice.clone()
    };
    let parameter = Parameter::ContributionRate(Component::Ivs);
    let missing = Missing { parameter, day: Day::parse("2023-09-01").unwrap() };
    let why = Some(Unrated::Rates(RateError::Missing(missing)));
    assert_eq!(notice(&SAMPLE.replace("2025-09", "2023-09"), "2023-09"), Forecast::Unknown(why));
    let clergy = SAMPLE.replace("Contribuzione>00<", "Contribuzione>99<");
    assert_eq!(notice(&clergy, "2025-09"), Forecast::Unknown(Some(Unrated::Group)));
    let uncounted = SAMPLE.replace("<ForzaAziendale>2</ForzaAziendale>", "");
    assert_eq!(notice(&uncounted, "2025-09"), Forecast::Unknown(None));
}

#[test]
fn employees_of_no_position_are_not_taken_for_collaborators() {
    let collaborators = |of| KnownReturn { matricola: None, ..last(of, 525_45, 0) };
    let known = known(vec![collaborators("2025-08"), collaborators("2025-09")]);
    let wrong = SAMPLE.replace("<Matricola>7012345662", "<Matricola>7012345626");
    let report = report(&wrong, "2025-10-05", Some(&known));
    let one = &report.checked[0];
    assert_eq!((report.errors, one.matricola.as_deref()), (1, None));
    assert_eq!((&one.replaces, &one.before), (&None, &None));
    assert!(one.evidence.is_empty() && one.settled.is_empty(), "{:?}", one.evidence);
}

#[test]
fn what_is_asked_is_read_or_refused() {
    let one = About { tax_code: "12345678903".into(), month: month("2025-09") };
    assert_eq!(Known::of(std::slice::from_ref(&one)).about, "12345678903~2025-09");
    assert!(Known::of(&vec![one.clone(); MAX_ASKED]).asked().is_some());
    for about in ["", "x", "12345678903~2025-13"] {
        assert_eq!(Known { about: about.to_owned() }.asked(), None, "{about}");
    }
    assert_eq!(Known::of(&vec![one; MAX_ASKED + 1]).asked(), None);
}

#[test]
fn what_is_no_such_file_has_its_reason() {
    for (text, code) in [
        ("", IssueCode::Empty),
        ("%PDF-1.7\n", IssueCode::WrongKind),
        ("PK\u{3}\u{4}", IssueCode::NotWellFormed),
        ("<!DOCTYPE a><a/>", IssueCode::Doctype),
        ("<a/>", IssueCode::WrongKind),
    ] {
        let report = report(text, "2025-10-05", None);
        assert_eq!(report.issues.first().map(|issue| issue.code), Some(code), "{text}");
        assert_eq!(report.checked, []);
    }
}

#[test]
fn a_report_travels_as_it_is() {
    let known = known(vec![last("2025-08", 696_00, 0)]);
    let report = report(&SAMPLE.replace("580,05", "520,05"), "2025-12-20", Some(&known));
    let text = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report);
}
