//! What is said of saved filters.

use shared::lang::Lang;

pub(super) struct Texts {
    pub filters: &'static str,
    pub manage: &'static str,
    pub none: &'static str,
    pub used: fn(&str) -> String,
    pub delete: &'static str,
    pub in_use: &'static str,
    pub name: &'static str,
    pub name_help: &'static str,
    pub no_name: &'static str,
    pub save: &'static str,
    pub link: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
}

static IT: Texts = Texts {
    filters: "Filtri salvati",
    manage: "Salva o apri un filtro",
    none: "Nessun filtro salvato finora.",
    used: |at| ["Usato l'ultima volta ", at].concat(),
    delete: "Elimina",
    in_use: "Il filtro di adesso",
    name: "Nome del filtro",
    name_help: "Con un nome già usato prende il posto di quello",
    no_name: "Scrivi un nome",
    save: "Salva il filtro",
    link: "Indirizzo da condividere",
    copy: "Copia",
    copied: "Copiato",
};

static EN: Texts = Texts {
    filters: "Saved filters",
    manage: "Save or open a filter",
    none: "No saved filter so far.",
    used: |at| ["Last used ", at].concat(),
    delete: "Delete",
    in_use: "The filter in use",
    name: "Name of the filter",
    name_help: "Under a name that is used it takes the place of that one",
    no_name: "Write a name",
    save: "Save the filter",
    link: "Address to share",
    copy: "Copy",
    copied: "Copied",
};

static DE: Texts = Texts {
    filters: "Gespeicherte Filter",
    manage: "Filter speichern oder öffnen",
    none: "Noch kein gespeicherter Filter.",
    used: |at| ["Zuletzt verwendet ", at].concat(),
    delete: "Löschen",
    in_use: "Der jetzige Filter",
    name: "Name des Filters",
    name_help: "Unter einem vergebenen Namen ersetzt er jenen",
    no_name: "Schreiben Sie einen Namen",
    save: "Filter speichern",
    link: "Adresse zum Teilen",
    copy: "Kopieren",
    copied: "Kopiert",
};

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}
