//! What the page of the system says.

use shared::lang::Lang;

pub(super) struct Texts {
    pub system: &'static str,
    pub version: &'static str,
    pub schema: &'static str,
    pub started: &'static str,
    pub companies_kept: &'static str,
    pub declarations_kept: &'static str,
    pub payments_kept: &'static str,
    pub sessions: &'static str,
    pub jobs: &'static str,
    pub dead_jobs: &'static str,
    pub audited: &'static str,
    pub size: &'static str,
    pub in_memory: &'static str,
    pub open_audit: &'static str,
    pub import_file: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    system: "Il sistema",
    version: "Versione",
    schema: "Versione dei dati",
    started: "In funzione dal",
    companies_kept: "Aziende",
    declarations_kept: "Denunce",
    payments_kept: "Modelli F24",
    sessions: "Sessioni aperte",
    jobs: "Lavori in attesa",
    dead_jobs: "Lavori abbandonati",
    audited: "Operazioni registrate",
    size: "Spazio su disco",
    in_memory: "solo in memoria",
    open_audit: "Apri il registro delle operazioni",
    import_file: "Importa un file",
};

static EN: Texts = Texts {
    system: "The system",
    version: "Version",
    schema: "Version of the data",
    started: "Running since",
    companies_kept: "Companies",
    declarations_kept: "Declarations",
    payments_kept: "F24 forms",
    sessions: "Open sessions",
    jobs: "Jobs waiting",
    dead_jobs: "Jobs given up",
    audited: "Operations recorded",
    size: "Space on disk",
    in_memory: "in memory only",
    open_audit: "Open the audit log",
    import_file: "Import a file",
};

static DE: Texts = Texts {
    system: "Das System",
    version: "Version",
    schema: "Version der Daten",
    started: "Läuft seit",
    companies_kept: "Betriebe",
    declarations_kept: "Meldungen",
    payments_kept: "F24-Formulare",
    sessions: "Offene Sitzungen",
    jobs: "Wartende Aufträge",
    dead_jobs: "Aufgegebene Aufträge",
    audited: "Aufgezeichnete Vorgänge",
    size: "Platz auf der Platte",
    in_memory: "nur im Speicher",
    open_audit: "Protokoll der Vorgänge öffnen",
    import_file: "Datei importieren",
};
