//! What is shipped, and what is wrong with a text.

use shared::fault::Fault;
use shared::parameters::Subject;

use super::read::{check, shipped};

#[test]
fn what_is_shipped_is_sound() {
    let set = shipped().expect("the shipped files are parameters");
    assert!(set.version.number > 0 && set.replaced.is_empty());
    for subject in Subject::ALL {
        assert!(check(subject, subject.shipped()).is_ok(), "{subject:?}");
    }
}

#[test]
fn a_wrong_text_is_told_with_its_place() {
    let wrong = |text: &str| match check(Subject::Interest, text) {
        Err(Fault::Invalid(faults)) => (faults[0].field.clone(), faults[0].reason.clone()),
        other => panic!("{other:?}"),
    };
    let (field, reason) = wrong("{\n  \"tur\": [],\n  \"legale\": []\n}");
    assert_eq!(field, "json:3:10");
    assert_eq!(reason, "unknown field `legale`, expected `tur` or `legal`");
    assert_eq!(wrong("{").0, "json:1:1");
    assert!(wrong(Subject::Terms.shipped()).1.starts_with("unknown field"));
    let (_, reason) = wrong(
        r#"{"tur":[{"from":"2026-02-30","value":1,"source":"x","confidence":"sourced"}],"legal":[]}"#,
    );
    assert!(!reason.contains("at line"), "{reason}");
}
