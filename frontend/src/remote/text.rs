//! What went wrong, in words.

use shared::lang::Lang;

use crate::i18n::counted;

pub(super) struct Texts {
    pub offline: &'static str,
    pub unreadable: &'static str,
    pub forbidden: &'static str,
    pub not_found: &'static str,
    pub conflict: &'static str,
    pub invalid: &'static str,
    pub busy: &'static str,
    pub full: &'static str,
    pub signed_out: &'static str,
    pub internal: &'static str,
    pub too_many: fn(u64) -> String,
    pub too_large: fn(u64) -> String,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    offline: "Non c'è connessione: controlla la rete e riprova.",
    unreadable: "La risposta non si può leggere: forse c'è una versione nuova, prova a ricaricare la pagina.",
    forbidden: "Non hai l'autorizzazione per questa operazione.",
    not_found: "Non c'è, oppure non è tra le aziende per cui puoi operare.",
    conflict: "Nel frattempo qualcuno l'ha cambiato: ricarica e controlla.",
    invalid: "Qualcosa non va in quello che hai scritto: correggi e riprova.",
    busy: "Il servizio è occupato e non ha fatto nulla: riprova tra poco.",
    full: "Lo spazio del servizio è esaurito: puoi consultare, non aggiungere. Avvisa chi lo gestisce.",
    signed_out: "La sessione è finita: entra di nuovo.",
    internal: "C'è stato un errore del servizio e non è stato fatto nulla: riprova tra poco.",
    too_many: |seconds| {
        ["Troppe richieste: riprova tra ", &counted(seconds, "secondo", "secondi"), "."].concat()
    },
    too_large: |mebibytes| ["Il file supera i ", &mebibytes.to_string(), " MB ammessi."].concat(),
};

static EN: Texts = Texts {
    offline: "There is no connection: check the network and try again.",
    unreadable: "The answer cannot be read: there may be a new version, try to reload the page.",
    forbidden: "You are not authorised to do this.",
    not_found: "It is not there, or not among the companies you may act for.",
    conflict: "Somebody changed it meanwhile: reload and check.",
    invalid: "Something you wrote is not right: correct it and try again.",
    busy: "The service is busy and did nothing: try again shortly.",
    full: "The service has run out of space: you can look, not add. Tell whoever runs it.",
    signed_out: "The session has ended: sign in again.",
    internal: "The service failed and nothing was done: try again shortly.",
    too_many: |seconds| {
        ["Too many requests: try again in ", &counted(seconds, "second", "seconds"), "."].concat()
    },
    too_large: |mebibytes| {
        ["The file exceeds the ", &mebibytes.to_string(), " MB allowed."].concat()
    },
};

static DE: Texts = Texts {
    offline: "Keine Verbindung: Prüfen Sie das Netz und versuchen Sie es erneut.",
    unreadable: "Die Antwort ist nicht lesbar: Vielleicht gibt es eine neue Version, laden Sie die Seite neu.",
    forbidden: "Sie sind dazu nicht berechtigt.",
    not_found: "Nicht vorhanden oder nicht unter den Betrieben, für die Sie handeln dürfen.",
    conflict: "Inzwischen wurde es geändert: Laden Sie neu und prüfen Sie.",
    invalid: "Etwas an der Eingabe stimmt nicht: Berichtigen Sie es und versuchen Sie es erneut.",
    busy: "Der Dienst ist ausgelastet und hat nichts getan: Versuchen Sie es gleich noch einmal.",
    full: "Der Dienst hat keinen Platz mehr: Lesen geht, Hinzufügen nicht. Informieren Sie den Betreiber.",
    signed_out: "Die Sitzung ist beendet: Melden Sie sich erneut an.",
    internal: "Fehler des Dienstes, es wurde nichts getan: Versuchen Sie es gleich noch einmal.",
    too_many: |seconds| {
        ["Zu viele Anfragen: erneut versuchen in ", &counted(seconds, "Sekunde", "Sekunden"), "."]
            .concat()
    },
    too_large: |mebibytes| {
        ["Die Datei überschreitet die erlaubten ", &mebibytes.to_string(), " MB."].concat()
    },
};
