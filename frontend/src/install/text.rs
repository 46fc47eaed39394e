//! What is said of a new version.

use shared::lang::Lang;

pub(super) struct Texts {
    pub new_version: &'static str,
    pub update: &'static str,
    pub update_waits: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    new_version: "C'è una nuova versione.",
    update: "Aggiorna",
    update_waits: "La nuova versione parte appena è finito ciò che stai inviando o scrivendo.",
};

static EN: Texts = Texts {
    new_version: "There is a new version.",
    update: "Update",
    update_waits: "The new version starts as soon as what you are sending or writing is done.",
};

static DE: Texts = Texts {
    new_version: "Es gibt eine neue Version.",
    update: "Aktualisieren",
    update_waits: "Die neue Version startet, sobald fertig ist, was Sie gerade senden oder schreiben.",
};
