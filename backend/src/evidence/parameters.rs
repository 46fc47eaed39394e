//! The dated values that evidence depends on, as they are shipped.

use std::sync::LazyLock;

use shared::durc::{self, DurcParameters};
use shared::evidence::Parameters;
use shared::notices::{self, NoticeParameters};

use crate::parameters;

/// All of them.
struct Shipped {
    notices: NoticeParameters,
    durc: DurcParameters,
}

/// The values as they are shipped; none if the files that are shipped cannot be read, which tests of `shared` rule out.
pub fn shipped() -> Option<Parameters<'static>> {
    static SHIPPED: LazyLock<Option<Shipped>> = LazyLock::new(|| {
        Some(Shipped {
            notices: serde_json::from_str(notices::SHIPPED).ok()?,
            durc: serde_json::from_str(durc::SHIPPED).ok()?,
        })
    });
    let Shipped { notices, durc } = SHIPPED.as_ref()?;
    let terms = &parameters::shipped()?.terms;
    Some(Parameters { terms, notices, durc })
}
