//! The modules that the program comes with, for what offices are asked most: data, easy to correct.

use std::sync::OnceLock;

use serde::Deserialize;
use shared::desk::Content;
use shared::ids::ModuleId;

/// In three languages, by a number that is never used for another one. What they say of the law is a proposal (DESIGN): an office checks it
/// before it answers, and its head or an administrator changes it.
const SHIPPED: &str = include_str!("modules.json");

#[derive(Deserialize)]
struct Numbered {
    number: u16,
    content: Content,
}

/// Each with its id.
pub(super) fn shipped() -> &'static [(ModuleId, Content)] {
    static MODULES: OnceLock<Vec<(ModuleId, Content)>> = OnceLock::new();
    MODULES.get_or_init(|| {
        let read: Vec<Numbered> = serde_json::from_str(SHIPPED).unwrap_or_default();
        read.into_iter().map(|one| (id(one.number), one.content)).collect()
    })
}

/// The id of a shipped module.
const fn id(number: u16) -> ModuleId {
    ModuleId::from_u128(number as u128)
}
