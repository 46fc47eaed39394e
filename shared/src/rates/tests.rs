use std::sync::LazyLock;

use super::*;

/// The parameters as they are shipped.
pub(super) fn parameters() -> &'static Parameters {
    static SHIPPED: LazyLock<Parameters> = LazyLock::new(|| Parameters {
        rates: serde_json::from_str(SHIPPED_RATES).unwrap(),
        yearly: serde_json::from_str(SHIPPED_YEARLY).unwrap(),
    });
    &SHIPPED
}

#[test]
fn what_is_shipped_can_be_written_and_read_again() {
    let parameters = parameters();
    let text = serde_json::to_string(parameters).unwrap();
    assert_eq!(serde_json::from_str::<Parameters>(&text).unwrap(), *parameters);
    assert!(serde_json::from_str::<Parameters>("{}").is_err());
}

#[test]
fn shares_add_up() {
    let contribution =
        Contribution::of(Euro::from_cents(1_234_56), Rate::from_hundredths(38_97), Rate::ZERO);
    assert_eq!(contribution.total, contribution.employer);
    let twice = contribution + contribution;
    assert_eq!([contribution, contribution].into_iter().sum::<Contribution>(), twice);
    assert_eq!(twice - contribution, contribution);
}
