//! Texts of the command line's reports. Its help and its errors are English, like every tool's; a report on a file is for whoever made
//! the file.

use shared::lang::Lang;

/// What a report on a file says.
pub struct Texts {
    pub accepted: &'static str,
    pub refused: &'static str,
    pub repeated: &'static str,
    pub interrupted: &'static str,
    pub error: &'static str,
    pub warning: &'static str,
    pub companies: &'static str,
    pub declarations: &'static str,
    pub workers: &'static str,
    pub payments: &'static str,
    pub rows: &'static str,
    pub records: &'static str,
    pub skipped: &'static str,
    /// So many issues more than are listed.
    pub more: fn(usize) -> String,
}

/// The texts in a language.
pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

/// The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that says anything. English where it
/// asks for none that we speak, as in the locale `C`.
pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty());
    said.and_then(|value| Lang::from_code(value.split('.').next()?)).unwrap_or(Lang::En)
}

static IT: Texts = Texts {
    accepted: "accettato",
    refused: "rifiutato, non ne è stato salvato nulla",
    repeated: "già importato, nulla è stato salvato di nuovo",
    interrupted: "interrotto, non ne è stato salvato nulla",
    error: "errore",
    warning: "avviso",
    companies: "aziende",
    declarations: "denunce",
    workers: "lavoratori",
    payments: "modelli F24",
    rows: "righe INPS",
    records: "record delle sezioni",
    skipped: "parti di altre gestioni",
    more: |count| format!("e altri {count}"),
};

static EN: Texts = Texts {
    accepted: "accepted",
    refused: "refused, nothing of it was stored",
    repeated: "imported before, nothing was stored again",
    interrupted: "interrupted, nothing of it was stored",
    error: "error",
    warning: "warning",
    companies: "companies",
    declarations: "declarations",
    workers: "workers",
    payments: "F24 forms",
    rows: "INPS rows",
    records: "section records",
    skipped: "parts for other schemes",
    more: |count| format!("and {count} more"),
};

static DE: Texts = Texts {
    accepted: "angenommen",
    refused: "abgelehnt, nichts davon wurde gespeichert",
    repeated: "schon importiert, nichts wurde erneut gespeichert",
    interrupted: "unterbrochen, nichts daraus wurde gespeichert",
    error: "Fehler",
    warning: "Hinweis",
    companies: "Betriebe",
    declarations: "Meldungen",
    workers: "Beschäftigte",
    payments: "F24-Vordrucke",
    rows: "INPS-Zeilen",
    records: "Datensätze der Abschnitte",
    skipped: "Teile anderer Verwaltungen",
    more: |count| format!("und {count} weitere"),
};

#[cfg(test)]
mod tests {
    use super::{Lang, of_environment};

    #[test]
    fn the_first_variable_that_says_anything_decides() {
        let cases: [(&[(&str, &str)], Lang); 5] = [
            (&[("LANG", "it_IT.UTF-8")], Lang::It),
            (&[("LC_ALL", ""), ("LC_MESSAGES", "de_AT"), ("LANG", "it_IT")], Lang::De),
            (&[("LC_ALL", "C.UTF-8"), ("LANG", "it_IT")], Lang::En),
            (&[("LANG", "fr_FR")], Lang::En),
            (&[], Lang::En),
        ];
        for (variables, expected) in cases {
            let of = |name: &str| {
                variables
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(of_environment(of), expected, "{variables:?}");
        }
    }
}
