//! Validity, re-use, warnings; the internal DURC.

use super::*;

#[test]
fn a_document_holds_for_120_days_and_warns_twice() {
    let validity = validity(&parameters(), day("2025-01-10")).unwrap();
    assert_eq!(validity.expires, day("2025-05-10"));
    for (on, stage) in [
        ("2025-01-09", Stage::NotYet),
        ("2025-01-10", Stage::Valid),
        ("2025-04-09", Stage::Valid),
        ("2025-04-10", Stage::EarlyWarning),
        ("2025-04-24", Stage::EarlyWarning),
        ("2025-04-25", Stage::LateWarning),
        ("2025-05-10", Stage::LateWarning),
        ("2025-05-11", Stage::Expired),
    ] {
        assert_eq!(validity.stage(day(on)), stage, "{on}");
    }
    assert_eq!(validity.days_left(day("2025-05-11")), -1);
}

#[test]
fn documents_issued_at_the_ends_of_months() {
    // 120 days, warned 30 and 15 before: over a leap day, to one, and past an ordinary February.
    for (issued, early, late, expires) in [
        ("2023-11-01", "2024-01-30", "2024-02-14", "2024-02-29"),
        ("2024-01-31", "2024-04-30", "2024-05-15", "2024-05-30"),
        ("2025-10-31", "2026-01-29", "2026-02-13", "2026-02-28"),
        ("2024-11-02", "2025-01-31", "2025-02-15", "2025-03-02"),
        ("2026-02-28", "2026-05-29", "2026-06-13", "2026-06-28"),
        ("2027-11-02", "2028-01-31", "2028-02-15", "2028-03-01"),
    ] {
        let found = validity(&parameters(), day(issued)).unwrap();
        let days = [found.early, found.late, found.expires];
        assert_eq!(days, [early, late, expires].map(day), "{issued}");
    }
}

#[test]
fn the_document_valid_longest_is_used_again() {
    let document = |protocol: &str, issued: &str| Document {
        protocol: protocol.to_owned(),
        issued: day(issued),
    };
    let documents = [document("INPS_1", "2025-01-10"), document("INPS_2", "2025-03-01")];
    let reused = |on| {
        let found = reusable(&parameters(), &documents, day(on)).unwrap();
        found.map(|(document, _)| document.protocol.as_str().to_owned())
    };
    assert_eq!(reused("2025-01-09"), None);
    assert_eq!(reused("2025-02-01").as_deref(), Some("INPS_1"));
    assert_eq!(reused("2025-04-01").as_deref(), Some("INPS_2"));
    assert_eq!(reused("2025-06-30"), None);
}

#[test]
fn a_green_month_covers_three_more() {
    let green = MonthlyCheck { month: month("2025-01"), notified: None, cured: None };
    let light =
        |of: &str| internal(&parameters(), &[green], &[], month(of), day("2025-12-31")).unwrap();
    let covered = InternalDurc::Green { by: month("2025-01"), until: month("2025-04") };
    assert_eq!(light("2024-12"), InternalDurc::Unchecked);
    assert_eq!(light("2025-01"), covered);
    assert_eq!(light("2025-04"), covered);
    assert_eq!(light("2025-05"), InternalDurc::Unchecked);
}

#[test]
fn a_month_not_cured_in_time_is_lost_for_good() {
    let check = |cured: Option<&str>| MonthlyCheck {
        month: month("2025-05"),
        notified: Some(day("2025-06-10")),
        cured: cured.map(day),
    };
    let light = |checks: &[MonthlyCheck], of: &str, on: &str| {
        internal(&parameters(), checks, &[], month(of), day(on)).unwrap()
    };
    let green = InternalDurc::Green { by: month("2025-05"), until: month("2025-08") };
    let lost = InternalDurc::Red { lost: day("2025-06-26") };
    assert_eq!(light(&[check(None)], "2025-05", "2025-06-09"), InternalDurc::Unchecked);
    let yellow = InternalDurc::Yellow { cure_by: day("2025-06-25") };
    assert_eq!(light(&[check(None)], "2025-05", "2025-06-25"), yellow);
    assert_eq!(light(&[check(None)], "2025-05", "2025-06-26"), lost);
    assert_eq!(light(&[check(Some("2025-06-25"))], "2025-05", "2025-06-30"), green);
    assert_eq!(light(&[check(Some("2025-06-25"))], "2025-08", "2025-06-30"), green);
    assert_eq!(light(&[check(Some("2025-06-26"))], "2025-05", "2026-01-01"), lost);
    // Green again later does not bring the month back, but holds for its own.
    let later = MonthlyCheck { month: month("2025-06"), notified: None, cured: None };
    assert_eq!(light(&[check(None), later], "2025-05", "2026-01-01"), lost);
    assert_eq!(light(&[check(None), later], "2025-06", "2026-01-01").light(), Some(Light::Green));
    assert!(
        internal(
            &parameters(),
            &[MonthlyCheck { month: month("2014-04"), ..later }],
            &[],
            month("2014-04"),
            day("2015-01-01")
        )
        .is_err()
    );
}

#[test]
fn a_document_of_the_durc_on_line_is_light_blue_and_a_negative_one_locks_its_month() {
    let past = |outcome, invited: Option<&str>, issued: Option<&str>| PastCheck {
        protocol: "INPS_1".to_owned(),
        key: "inps_1".to_owned(),
        checked: day("2025-05-10"),
        outcome,
        open: euro(900_00),
        invited: invited.map(day),
        issued: issued.map(day),
        expires: issued.map(|issued| day(issued).plus_days(120)),
    };
    let light = |checks: &[MonthlyCheck], past: &PastCheck, of: &str, on: &str| {
        internal(&parameters(), checks, core::slice::from_ref(past), month(of), day(on)).unwrap()
    };
    let document = past(Outcome::Regular, None, Some("2025-05-10"));
    let protocol = || "INPS_1".to_owned();
    let blue = InternalDurc::Blue { protocol: protocol(), expires: day("2025-09-07") };
    assert_eq!(blue.light(), Some(Light::Green));
    for (of, on, expected) in [
        ("2025-05", "2025-05-09", InternalDurc::Unchecked),
        ("2025-05", "2025-05-10", blue.clone()),
        ("2025-04", "2025-06-01", InternalDurc::Unchecked),
        ("2025-08", "2025-10-01", blue.clone()),
        ("2025-09", "2025-09-07", blue.clone()),
        // At the end of September it was valid no more.
        ("2025-09", "2025-10-01", InternalDurc::Unchecked),
    ] {
        assert_eq!(light(&[], &document, of, on), expected, "{of} on {on}");
    }
    let notified = Some(day("2025-05-02"));
    let lost = MonthlyCheck { month: month("2025-05"), notified, cured: None };
    let red = InternalDurc::Red { lost: day("2025-05-18") };
    assert_eq!(light(&[lost], &document, "2025-05", "2025-06-01"), red, "lost stays lost");
    assert_eq!(light(&[lost], &document, "2025-05", "2025-05-12"), blue);
    let negative = past(Outcome::Irregular, Some("2025-05-20"), None);
    let locked = InternalDurc::Locked { protocol: protocol(), since: day("2025-06-05") };
    assert_eq!(locked.light(), Some(Light::Red));
    assert_eq!(light(&[], &negative, "2025-06", "2025-06-04"), InternalDurc::Unchecked);
    assert_eq!(light(&[], &negative, "2025-06", "2025-12-01"), locked);
    assert_eq!(light(&[], &negative, "2025-05", "2025-12-01"), InternalDurc::Unchecked);
    let green = MonthlyCheck { month: month("2025-06"), notified: None, cured: None };
    assert_eq!(light(&[green], &negative, "2025-06", "2025-12-01"), locked);
    assert!(matches!(
        light(&[green], &negative, "2025-07", "2025-12-01"),
        InternalDurc::Green { .. }
    ));
}
