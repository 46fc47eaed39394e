//! What the menu of files says.

use shared::lang::Lang;

pub(super) struct Texts {
    pub export: &'static str,
    pub csv: &'static str,
    pub xlsx: &'static str,
    pub print: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    export: "Esporta",
    csv: "CSV per fogli di calcolo",
    xlsx: "Excel (XLSX)",
    print: "Da stampare",
};

static EN: Texts = Texts {
    export: "Export",
    csv: "CSV for spreadsheets",
    xlsx: "Excel (XLSX)",
    print: "To print",
};

static DE: Texts = Texts {
    export: "Exportieren",
    csv: "CSV für Tabellen",
    xlsx: "Excel (XLSX)",
    print: "Zum Drucken",
};
