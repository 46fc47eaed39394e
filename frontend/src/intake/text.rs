//! What the screens of imports say.

use shared::lang::Lang;

use crate::i18n::counted;

pub(super) struct Texts {
    pub kind: &'static str,
    pub uniemens: &'static str,
    pub f24: &'static str,
    pub registry: &'static str,
    pub sections: &'static str,
    pub uniemens_hint: fn(u64) -> String,
    pub f24_hint: fn(u64) -> String,
    pub registry_hint: fn(u64) -> String,
    pub sections_hint: fn(u64) -> String,
    pub drop: &'static str,
    pub all_or_nothing: &'static str,
    pub too_large: fn(u64) -> String,
    pub empty: &'static str,
    pub past: &'static str,
    pub none: &'static str,
    pub none_text: &'static str,
    pub file: &'static str,
    pub what: &'static str,
    pub outcome: &'static str,
    pub at: &'static str,
    pub size: &'static str,
    pub running: &'static str,
    pub accepted: &'static str,
    pub refused: &'static str,
    pub repeated: &'static str,
    pub interrupted: &'static str,
    pub running_plain: &'static str,
    pub accepted_plain: &'static str,
    pub refused_plain: &'static str,
    pub repeated_plain: &'static str,
    pub interrupted_plain: &'static str,
    pub read: fn(&str, &str) -> String,
    pub progress: &'static str,
    pub counts: &'static str,
    pub companies: &'static str,
    pub declarations: &'static str,
    pub workers: &'static str,
    pub payments: &'static str,
    pub rows: &'static str,
    pub records: &'static str,
    pub skipped: &'static str,
    pub issues: &'static str,
    pub no_issues: &'static str,
    pub errors: fn(u32) -> String,
    pub warnings: fn(u32) -> String,
    pub only_first: fn(u64) -> String,
    pub place: &'static str,
    pub line_column: fn(u32, u32) -> String,
    pub severity: &'static str,
    pub error: &'static str,
    pub warning: &'static str,
    pub what_is_wrong: &'static str,
    pub found: &'static str,
    pub expected: &'static str,
    pub fingerprint: &'static str,
    pub see_declarations: &'static str,
    pub see_payments: &'static str,
    pub see_companies: &'static str,
    pub another: &'static str,
    pub file_data: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    kind: "Che cosa contiene il file",
    uniemens: "UniEmens",
    f24: "F24",
    registry: "Visure",
    sections: "Archivi",
    uniemens_hint: |mebibytes| {
        [
            "Denunce UniEmens in XML, anche senza firma. Un file alla volta, fino a ",
            &mebibytes.to_string(),
            " MB.",
        ]
        .concat()
    },
    f24_hint: |mebibytes| {
        ["F24 nel tracciato telematico, oppure in CSV con le stesse righe. Un file alla volta, fino a ", &mebibytes.to_string(), " MB."].concat()
    },
    sections_hint: |mebibytes| {
        [
            "Voci degli archivi, una per riga in JSON (JSON Lines). Un file alla volta, fino a ",
            &mebibytes.to_string(),
            " MB.",
        ]
        .concat()
    },
    registry_hint: |mebibytes| {
        ["Visure camerali in JSON. Un file alla volta, fino a ", &mebibytes.to_string(), " MB."]
            .concat()
    },
    drop: "Scegli il file da importare",
    all_or_nothing: "Un file entra per intero o non entra: se c'è un errore, il resoconto dice riga e motivo e nulla viene registrato.",
    too_large: |one| {
        ["Supera i ", &one.to_string(), " MB ammessi: dividi il file e riprova."].concat()
    },
    empty: "Il file è vuoto.",
    past: "Importazioni fatte",
    none: "Nessun file importato",
    none_text: "Scegli un file qui sopra: il resoconto dirà che cosa contiene, riga per riga.",
    file: "File",
    what: "Contenuto",
    outcome: "Esito",
    at: "Data",
    size: "Dimensione",
    running: "In lettura",
    accepted: "Accettato",
    refused: "Rifiutato",
    repeated: "Già importato",
    interrupted: "Interrotto",
    running_plain: "Il file viene letto: il resoconto si aggiorna da solo, puoi anche uscire da questa pagina.",
    accepted_plain: "Tutto il contenuto è stato registrato.",
    refused_plain: "Nulla di questo file è stato registrato. Correggi gli errori qui sotto e importa di nuovo il file.",
    repeated_plain: "Lo stesso file era già stato importato: non è stato registrato due volte.",
    interrupted_plain: "Il server si è fermato durante la lettura e non ha potuto terminarla. Nulla di questo file è stato registrato: importalo di nuovo.",
    read: |one, two| ["Letti ", one, " di ", two].concat(),
    progress: "Lettura del file",
    counts: "Che cosa contiene",
    companies: "Aziende",
    declarations: "Denunce",
    workers: "Lavoratori",
    payments: "Modelli F24",
    rows: "Righe INPS",
    records: "Voci degli archivi",
    skipped: "Parti di altre gestioni, non registrate",
    issues: "Che cosa dice il controllo",
    no_issues: "Nessun errore e nessun avviso",
    errors: |count| counted(count.into(), "errore", "errori"),
    warnings: |count| counted(count.into(), "avviso", "avvisi"),
    only_first: |one| ["Sono elencati i primi ", &one.to_string(), "."].concat(),
    place: "Riga e colonna",
    line_column: |one, two| ["riga ", &one.to_string(), ", colonna ", &two.to_string()].concat(),
    severity: "Tipo",
    error: "Errore",
    warning: "Avviso",
    what_is_wrong: "Che cosa non va",
    found: "Trovato",
    expected: "Atteso",
    fingerprint: "Impronta SHA-256",
    see_declarations: "Vedi le denunce",
    see_payments: "Vedi i pagamenti",
    see_companies: "Vedi le aziende",
    another: "Importa un altro file",
    file_data: "Il file",
};

static EN: Texts = Texts {
    kind: "What the file holds",
    uniemens: "UniEmens",
    f24: "F24",
    registry: "Register extracts",
    sections: "Archives",
    uniemens_hint: |mebibytes| {
        [
            "UniEmens declarations as XML, with or without signature. One file at a time, up to ",
            &mebibytes.to_string(),
            " MB.",
        ]
        .concat()
    },
    f24_hint: |mebibytes| {
        [
            "F24 as the telematic record, or as CSV with the same rows. One file at a time, up to ",
            &mebibytes.to_string(),
            " MB.",
        ]
        .concat()
    },
    sections_hint: |mebibytes| {
        [
            "Records of the archives, one a line in JSON (JSON Lines). One file at a time, up to ",
            &mebibytes.to_string(),
            " MB.",
        ]
        .concat()
    },
    registry_hint: |mebibytes| {
        ["Register extracts as JSON. One file at a time, up to ", &mebibytes.to_string(), " MB."]
            .concat()
    },
    drop: "Choose the file to import",
    all_or_nothing: "A file goes in whole or not at all: if there is an error, the report tells line and reason and nothing is stored.",
    too_large: |one| {
        ["It exceeds the ", &one.to_string(), " MB allowed: split the file and try again."].concat()
    },
    empty: "The file is empty.",
    past: "Past imports",
    none: "No file imported",
    none_text: "Choose a file above: the report will say what it holds, line by line.",
    file: "File",
    what: "Contents",
    outcome: "Outcome",
    at: "Date",
    size: "Size",
    running: "Being read",
    accepted: "Accepted",
    refused: "Refused",
    repeated: "Already imported",
    interrupted: "Interrupted",
    running_plain: "The file is being read: the report updates by itself, you may also leave this page.",
    accepted_plain: "All of its contents have been stored.",
    refused_plain: "Nothing of this file was stored. Correct the errors below and import the file again.",
    repeated_plain: "The same file was imported before: it was not stored twice.",
    interrupted_plain: "The server stopped while it read the file and could not finish. Nothing of this file was stored: import it again.",
    read: |one, two| [one, " of ", two, " read"].concat(),
    progress: "Reading the file",
    counts: "What it holds",
    companies: "Companies",
    declarations: "Declarations",
    workers: "Workers",
    payments: "F24 forms",
    rows: "INPS rows",
    records: "Records of archives",
    skipped: "Parts for other schemes, not stored",
    issues: "What the check says",
    no_issues: "No errors and no warnings",
    errors: |count| counted(count.into(), "error", "errors"),
    warnings: |count| counted(count.into(), "warning", "warnings"),
    only_first: |one| ["The first ", &one.to_string(), " are listed."].concat(),
    place: "Line and column",
    line_column: |one, two| ["line ", &one.to_string(), ", column ", &two.to_string()].concat(),
    severity: "Kind",
    error: "Error",
    warning: "Warning",
    what_is_wrong: "What is wrong",
    found: "Found",
    expected: "Expected",
    fingerprint: "SHA-256 imprint",
    see_declarations: "See the declarations",
    see_payments: "See the payments",
    see_companies: "See the companies",
    another: "Import another file",
    file_data: "The file",
};

static DE: Texts = Texts {
    kind: "Was die Datei enthält",
    uniemens: "UniEmens",
    f24: "F24",
    registry: "Registerauszüge",
    sections: "Archive",
    uniemens_hint: |mebibytes| {
        [
            "UniEmens-Meldungen als XML, auch ohne Signatur. Eine Datei, bis ",
            &mebibytes.to_string(),
            " MB.",
        ]
        .concat()
    },
    f24_hint: |mebibytes| {
        [
            "F24 im telematischen Format oder als CSV mit denselben Zeilen. Eine Datei, bis ",
            &mebibytes.to_string(),
            " MB.",
        ]
        .concat()
    },
    sections_hint: |mebibytes| {
        ["Einträge der Archive, einer je Zeile in JSON (JSON Lines). Eine Datei auf einmal, bis ", &mebibytes.to_string(), " MB."].concat()
    },
    registry_hint: |mebibytes| {
        ["Registerauszüge als JSON. Eine Datei, bis ", &mebibytes.to_string(), " MB."].concat()
    },
    drop: "Zu importierende Datei wählen",
    all_or_nothing: "Eine Datei wird ganz oder gar nicht übernommen: Bei einem Fehler nennt der Bericht Zeile und Grund, und nichts wird gespeichert.",
    too_large: |one| {
        [
            "Sie überschreitet die erlaubten ",
            &one.to_string(),
            " MB: Teilen Sie die Datei und versuchen Sie es erneut.",
        ]
        .concat()
    },
    empty: "Die Datei ist leer.",
    past: "Bisherige Importe",
    none: "Keine Datei importiert",
    none_text: "Wählen Sie oben eine Datei: Der Bericht sagt Zeile für Zeile, was sie enthält.",
    file: "Datei",
    what: "Inhalt",
    outcome: "Ergebnis",
    at: "Datum",
    size: "Größe",
    running: "Wird gelesen",
    accepted: "Angenommen",
    refused: "Abgelehnt",
    repeated: "Bereits importiert",
    interrupted: "Unterbrochen",
    running_plain: "Die Datei wird gelesen: Der Bericht aktualisiert sich von selbst, Sie können die Seite auch verlassen.",
    accepted_plain: "Der gesamte Inhalt ist gespeichert.",
    refused_plain: "Nichts aus dieser Datei wurde gespeichert. Berichtigen Sie die Fehler unten und importieren Sie die Datei erneut.",
    repeated_plain: "Dieselbe Datei wurde schon importiert: Sie wurde nicht doppelt gespeichert.",
    interrupted_plain: "Der Server wurde beim Lesen angehalten und konnte nicht fertig werden. Nichts aus dieser Datei wurde gespeichert: Importieren Sie sie erneut.",
    read: |one, two| [one, " von ", two, " gelesen"].concat(),
    progress: "Lesen der Datei",
    counts: "Was sie enthält",
    companies: "Betriebe",
    declarations: "Meldungen",
    workers: "Arbeitnehmer",
    payments: "F24-Formulare",
    rows: "INPS-Zeilen",
    records: "Einträge der Archive",
    skipped: "Teile anderer Verwaltungen, nicht gespeichert",
    issues: "Was die Prüfung sagt",
    no_issues: "Keine Fehler und keine Hinweise",
    errors: |count| counted(count.into(), "Fehler", "Fehler"),
    warnings: |count| counted(count.into(), "Hinweis", "Hinweise"),
    only_first: |one| ["Die ersten ", &one.to_string(), " sind aufgeführt."].concat(),
    place: "Zeile und Spalte",
    line_column: |one, two| ["Zeile ", &one.to_string(), ", Spalte ", &two.to_string()].concat(),
    severity: "Art",
    error: "Fehler",
    warning: "Hinweis",
    what_is_wrong: "Was nicht stimmt",
    found: "Gefunden",
    expected: "Erwartet",
    fingerprint: "SHA-256-Prüfsumme",
    see_declarations: "Meldungen ansehen",
    see_payments: "Zahlungen ansehen",
    see_companies: "Betriebe ansehen",
    another: "Weitere Datei importieren",
    file_data: "Die Datei",
};
