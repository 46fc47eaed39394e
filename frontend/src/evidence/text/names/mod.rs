//! The names of what evidence is made of, in each language.

mod de;
mod en;
mod it;

use shared::durc::{DebtKind, Gestione};
use shared::evidence::{Attachment, Happened, Kind, Petition, Phase, Procedure, Standing, Subject};
use shared::lang::Lang;
use shared::notices;

/// The names of what evidence is made of.
pub(in crate::evidence) struct Names {
    pub kind: fn(Kind) -> &'static str,
    pub law: fn(Kind) -> &'static str,
    pub standing: fn(Standing) -> &'static str,
    pub phase: fn(Phase) -> &'static str,
    pub origin: fn(DebtKind) -> &'static str,
    pub procedure: fn(Procedure) -> &'static str,
    pub petition: fn(Petition) -> &'static str,
    /// Where a petition is handed in.
    pub petition_at: fn(Petition) -> &'static str,
    pub subject: fn(Subject) -> &'static str,
    pub attachment: fn(Attachment) -> &'static str,
    pub notice_cause: fn(notices::Cause) -> &'static str,
    pub gestione: fn(Gestione) -> &'static str,
    pub happened: fn(Happened) -> &'static str,
}

/// The names in a language.
pub(in crate::evidence) fn names(lang: Lang) -> &'static Names {
    match lang {
        Lang::It => &it::NAMES,
        Lang::En => &en::NAMES,
        Lang::De => &de::NAMES,
    }
}
