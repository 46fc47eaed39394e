//! Texts of the calendar.

use shared::calendar::Month;
use shared::format::month_long;
use shared::lang::Lang;

/// What a calendar says in one language.
pub struct Texts {
    /// Its name.
    pub calendar: &'static str,
    /// A payment is due, for a month.
    pub f24: fn(month: &str) -> String,
    /// The last day on which a month that is late costs less.
    pub reduced: fn(month: &str) -> String,
    /// A return is due, for a month.
    pub uniemens: fn(month: &str) -> String,
    /// A delegation ends.
    pub delegation: &'static str,
    /// A DURC document runs out.
    pub durc: &'static str,
    /// So many companies.
    pub companies: fn(count: usize) -> String,
    /// So many more companies.
    pub more: fn(count: usize) -> String,
}

/// The texts of a language.
pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

/// A month as a sentence has it.
pub fn month(month: Month, lang: Lang) -> String {
    month_long(month, lang)
}

static IT: Texts = Texts {
    calendar: "Cassetto: scadenze",
    f24: |month| format!("F24 di {month}"),
    reduced: |month| format!("Sanzione ridotta per l'F24 di {month}: ultimo giorno"),
    uniemens: |month| format!("UniEmens di {month}"),
    delegation: "Scade la delega",
    durc: "Scade il DURC",
    companies: |count| format!("{count} aziende"),
    more: |count| format!("e altre {count}"),
};

static EN: Texts = Texts {
    calendar: "Cassetto: deadlines",
    f24: |month| format!("F24 for {month}"),
    reduced: |month| format!("Reduced sanction on the F24 for {month}: last day"),
    uniemens: |month| format!("UniEmens for {month}"),
    delegation: "The delegation ends",
    durc: "The DURC expires",
    companies: |count| format!("{count} companies"),
    more: |count| format!("and {count} more"),
};

static DE: Texts = Texts {
    calendar: "Cassetto: Fristen",
    f24: |month| format!("F24 für {month}"),
    reduced: |month| format!("Ermäßigte Strafe auf den F24 für {month}: letzter Tag"),
    uniemens: |month| format!("UniEmens für {month}"),
    delegation: "Die Vollmacht endet",
    durc: "Der DURC läuft ab",
    companies: |count| format!("{count} Betriebe"),
    more: |count| format!("und {count} weitere"),
};
