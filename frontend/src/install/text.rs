//! What is said of a new version.

use shared::lang::Lang;

pub(super) struct Texts {
    pub new_version: &'static str,
    pub update: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts { new_version: "C'è una nuova versione.", update: "Aggiorna" };

static EN: Texts = Texts { new_version: "There is a new version.", update: "Update" };

static DE: Texts = Texts { new_version: "Es gibt eine neue Version.", update: "Aktualisieren" };
