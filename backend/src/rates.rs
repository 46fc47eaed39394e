//! The contribution rates by which declarations are checked.

use std::sync::LazyLock;

use shared::rates::{Parameters, SHIPPED_RATES, SHIPPED_YEARLY};

/// The rates as they are shipped; none if the files that are shipped cannot be read, which a test of `shared` rules out.
pub fn shipped() -> Option<&'static Parameters> {
    static SHIPPED: LazyLock<Option<Parameters>> = LazyLock::new(|| {
        let rates = serde_json::from_str(SHIPPED_RATES).ok()?;
        let yearly = serde_json::from_str(SHIPPED_YEARLY).ok()?;
        Some(Parameters { rates, yearly })
    });
    SHIPPED.as_ref()
}
