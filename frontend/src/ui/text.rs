//! What the components themselves say, in each language.

use super::tone::Severity;
use crate::i18n::counted;
use shared::lang::Lang;

/// The words of the components.
pub struct Texts {
    /// The name of the language in itself.
    pub own_name: &'static str,
    /// The name of the product.
    pub product: &'static str,
    /// The heading of the first page, as `index.html` paints it before the app is there.
    pub welcome_title: &'static str,
    /// What the product is, under it.
    pub welcome_lead: &'static str,
    /// Closes a dialog, a notice.
    pub close: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Something is on its way.
    pub loading: &'static str,
    /// One step up.
    pub back: &'static str,
    /// Opens the search.
    pub search: &'static str,
    /// What can be searched, inside the wide search button.
    pub search_hint: &'static str,
    /// The tab bar.
    pub main_navigation: &'static str,
    /// The side menu.
    pub sections_navigation: &'static str,
    /// The links of the foot.
    pub footer_navigation: &'static str,
    /// The breadcrumbs.
    pub breadcrumbs: &'static str,
    /// The first link of the page.
    pub skip_to_content: &'static str,
    /// Before the name of the subject worked for.
    pub working_for: &'static str,
    /// Opens the choice of the subject.
    pub change_subject: &'static str,
    /// The choice of the language.
    pub language: &'static str,
    /// The choice of the scheme.
    pub theme: &'static str,
    /// As the device does.
    pub theme_system: &'static str,
    /// Always light.
    pub theme_light: &'static str,
    /// Always dark.
    pub theme_dark: &'static str,
    /// A field that may be left empty.
    pub optional: &'static str,
    /// Before an error, heard only.
    pub error_prefix: &'static str,
    /// Shows a secret.
    pub show_password: &'static str,
    /// Hides it again.
    pub hide_password: &'static str,
    /// Opens the device's files.
    pub choose_file: &'static str,
    /// The other way to give a file.
    pub drop_here: &'static str,
    /// Takes away the thing named.
    pub remove: fn(&str) -> String,
    /// The file named is on its way.
    pub sending: fn(&str) -> String,
    /// A file arrived.
    pub sent: &'static str,
    /// How many wait.
    pub waiting: fn(u64) -> String,
    /// The next ones of a list.
    pub load_more: &'static str,
    /// How many are shown, of how many.
    pub shown: fn(u64, Option<u64>) -> String,
    /// What a press on a heading does.
    pub sort_by: &'static str,
    /// The picture as a table.
    pub show_table: &'static str,
    /// The table as a picture.
    pub show_chart: &'static str,
    /// A month.
    pub month: &'static str,
    /// What had to be paid.
    pub due: &'static str,
    /// What was paid.
    pub paid: &'static str,
    /// What was not.
    pub missing: &'static str,
    /// A picture of so many months in words; the names are those of the months where something is missing.
    pub chart_summary: fn(usize, &[&str]) -> String,
    /// The general assurance of an error.
    pub nothing_lost: &'static str,
    /// Before the code to quote.
    pub error_code: &'static str,
    /// No connection.
    pub offline: &'static str,
    /// The moment of the data shown.
    pub data_of: fn(&str) -> String,
    /// The severities in words: information, done, warning, error.
    severities: [&'static str; 4],
}

impl Texts {
    /// A severity in one word.
    pub const fn severity(&self, severity: Severity) -> &'static str {
        let [info, success, warning, error] = self.severities;
        match severity {
            Severity::Info => info,
            Severity::Success => success,
            Severity::Warning => warning,
            Severity::Error => error,
        }
    }
}

/// The words of the components in a language.
pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    own_name: "Italiano",
    product: "Cassetto",
    welcome_title: "Il cassetto previdenziale della tua azienda",
    welcome_lead: "Dichiarazioni, versamenti e risposte della sede, in un posto solo.",
    close: "Chiudi",
    retry: "Riprova",
    loading: "Caricamento…",
    back: "Indietro",
    search: "Cerca",
    search_hint: "Cerca un'azienda, un protocollo, un comando",
    main_navigation: "Navigazione principale",
    sections_navigation: "Sezioni",
    footer_navigation: "Informazioni sul servizio",
    breadcrumbs: "Percorso",
    skip_to_content: "Vai al contenuto",
    working_for: "Stai lavorando per",
    change_subject: "Cambia azienda",
    language: "Lingua",
    theme: "Aspetto",
    theme_system: "Automatico",
    theme_light: "Chiaro",
    theme_dark: "Scuro",
    optional: "facoltativo",
    error_prefix: "Errore: ",
    show_password: "Mostra",
    hide_password: "Nascondi",
    choose_file: "Scegli dal dispositivo",
    drop_here: "oppure trascina qui",
    remove: |name| format!("Rimuovi {name}"),
    sending: |name| format!("Invio di {name}"),
    sent: "Ricevuto",
    waiting: |count| counted(count, "da vedere", "da vedere"),
    load_more: "Carica altri",
    shown: |shown, total| match total {
        Some(total) => format!("{shown} di {total}"),
        None => counted(shown, "mostrato", "mostrati"),
    },
    sort_by: "Ordina",
    show_table: "Mostra come tabella",
    show_chart: "Mostra come grafico",
    month: "Mese",
    due: "dovuto",
    paid: "versato",
    missing: "manca",
    chart_summary: |months, short| match short {
        [] => format!(
            "In {} tutto il dovuto è stato versato.",
            counted(months as u64, "mese", "mesi")
        ),
        short => {
            format!(
                "In {} manca qualcosa in: {}.",
                counted(months as u64, "mese", "mesi"),
                short.join(", ")
            )
        }
    },
    nothing_lost: "I tuoi dati sono al sicuro: nulla è andato perso.",
    error_code: "Codice da comunicare all'assistenza:",
    offline: "Nessuna connessione",
    data_of: |moment| format!("dati del {moment}"),
    severities: ["Informazione", "Operazione riuscita", "Attenzione", "Errore"],
};

static EN: Texts = Texts {
    own_name: "English",
    product: "Cassetto",
    welcome_title: "Your company's social security, in one place",
    welcome_lead: "What you declared, what you paid and what the office answered.",
    close: "Close",
    retry: "Try again",
    loading: "Loading…",
    back: "Back",
    search: "Search",
    search_hint: "Search a company, a protocol number, a command",
    main_navigation: "Main navigation",
    sections_navigation: "Sections",
    footer_navigation: "About the service",
    breadcrumbs: "Path",
    skip_to_content: "Skip to the content",
    working_for: "You are working for",
    change_subject: "Change company",
    language: "Language",
    theme: "Appearance",
    theme_system: "Automatic",
    theme_light: "Light",
    theme_dark: "Dark",
    optional: "optional",
    error_prefix: "Error: ",
    show_password: "Show",
    hide_password: "Hide",
    choose_file: "Choose from the device",
    drop_here: "or drop here",
    remove: |name| format!("Remove {name}"),
    sending: |name| format!("Sending {name}"),
    sent: "Received",
    waiting: |count| counted(count, "to see", "to see"),
    load_more: "Load more",
    shown: |shown, total| match total {
        Some(total) => format!("{shown} of {total}"),
        None => format!("{shown} shown"),
    },
    sort_by: "Sort",
    show_table: "Show as a table",
    show_chart: "Show as a chart",
    month: "Month",
    due: "due",
    paid: "paid",
    missing: "missing",
    chart_summary: |months, short| match short {
        [] => format!("In {} everything due was paid.", counted(months as u64, "month", "months")),
        short => format!(
            "In {} something is missing in: {}.",
            counted(months as u64, "month", "months"),
            short.join(", ")
        ),
    },
    nothing_lost: "Your data are safe: nothing was lost.",
    error_code: "Code to quote to the help desk:",
    offline: "No connection",
    data_of: |moment| format!("data of {moment}"),
    severities: ["Information", "Done", "Warning", "Error"],
};

static DE: Texts = Texts {
    own_name: "Deutsch",
    product: "Cassetto",
    welcome_title: "Die Sozialversicherung Ihres Betriebs",
    welcome_lead: "Meldungen, Zahlungen und Antworten der Amtsstelle an einem Ort.",
    close: "Schließen",
    retry: "Erneut versuchen",
    loading: "Wird geladen…",
    back: "Zurück",
    search: "Suchen",
    search_hint: "Betrieb, Protokollnummer oder Befehl suchen",
    main_navigation: "Hauptnavigation",
    sections_navigation: "Bereiche",
    footer_navigation: "Über den Dienst",
    breadcrumbs: "Pfad",
    skip_to_content: "Zum Inhalt springen",
    working_for: "Sie arbeiten für",
    change_subject: "Betrieb wechseln",
    language: "Sprache",
    theme: "Darstellung",
    theme_system: "Automatisch",
    theme_light: "Hell",
    theme_dark: "Dunkel",
    optional: "freiwillig",
    error_prefix: "Fehler: ",
    show_password: "Anzeigen",
    hide_password: "Verbergen",
    choose_file: "Vom Gerät auswählen",
    drop_here: "oder hierher ziehen",
    remove: |name| format!("{name} entfernen"),
    sending: |name| format!("{name} wird gesendet"),
    sent: "Eingegangen",
    waiting: |count| counted(count, "anzusehen", "anzusehen"),
    load_more: "Weitere laden",
    shown: |shown, total| match total {
        Some(total) => format!("{shown} von {total}"),
        None => format!("{shown} angezeigt"),
    },
    sort_by: "Sortieren",
    show_table: "Als Tabelle zeigen",
    show_chart: "Als Diagramm zeigen",
    month: "Monat",
    due: "geschuldet",
    paid: "gezahlt",
    missing: "fehlt",
    chart_summary: |months, short| match short {
        [] => format!(
            "In {} wurde alles Geschuldete gezahlt.",
            counted(months as u64, "Monat", "Monaten")
        ),
        short => {
            format!(
                "In {} fehlt etwas in: {}.",
                counted(months as u64, "Monat", "Monaten"),
                short.join(", ")
            )
        }
    },
    nothing_lost: "Ihre Daten sind sicher: Es ging nichts verloren.",
    error_code: "Code für den Support:",
    offline: "Keine Verbindung",
    data_of: |moment| format!("Daten vom {moment}"),
    severities: ["Information", "Erledigt", "Achtung", "Fehler"],
};

#[cfg(test)]
mod tests {
    use super::texts;
    use shared::lang::Lang;

    /// The page painted before the app must not change its words when the app comes.
    #[test]
    fn the_shell_says_what_the_app_says() {
        let shell = include_str!("../../../index.html");
        for lang in Lang::ALL {
            let words = texts(lang);
            let code = lang.code();
            assert!(
                shell.contains(&format!("<h1 lang=\"{code}\">{}</h1>", words.welcome_title)),
                "{code}"
            );
            assert!(
                shell.contains(&format!("lang=\"{code}\">{}</p>", words.welcome_lead)),
                "{code}"
            );
        }
    }
}
