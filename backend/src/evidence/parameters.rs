//! The dated values that evidence depends on, as they are shipped.

use std::sync::LazyLock;

use shared::durc::{self, DurcParameters};
use shared::evidence::Parameters;
use shared::notices::{self, NoticeParameters};
use shared::terms;

/// All of them.
struct Shipped {
    terms: terms::Parameters,
    notices: NoticeParameters,
    durc: DurcParameters,
}

/// The values as they are shipped; none if the files that are shipped cannot be read, which tests of `shared` rule out.
pub fn shipped() -> Option<Parameters<'static>> {
    static SHIPPED: LazyLock<Option<Shipped>> = LazyLock::new(|| {
        Some(Shipped {
            terms: serde_json::from_str(terms::SHIPPED).ok()?,
            notices: serde_json::from_str(notices::SHIPPED).ok()?,
            durc: serde_json::from_str(durc::SHIPPED).ok()?,
        })
    });
    let Shipped { terms, notices, durc } = SHIPPED.as_ref()?;
    Some(Parameters { terms, notices, durc })
}
