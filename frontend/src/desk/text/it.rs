//! In Italian.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    module: "Modulo di testo",
    choose: "Nessuno",
    in_language: |language| ["Nella lingua di chi ha scritto: ", language].concat(),
    languages: ["italiano", "inglese", "tedesco"],
    insert: "Inserisci nella risposta",
    undo: "Togli il modulo inserito",
    all_modules: "Tutti i moduli di testo",
    unfilled: "Una parte fra graffe è ancora da completare: scrivila o toglila prima di inviare.",
    checklist: "Documenti richiesti",
    none_missing: "Niente manca",
    missing: |count| counted(count, "documento manca", "documenti mancano"),
    marks: ["Da guardare", "C'è", "Manca", "Non serve"],
    no_documents: "Per questo argomento non servono documenti. Se ne serve uno, aggiungilo.",
    add: "Aggiungi",
    add_label: "Un altro documento",
    take_away: "Togli",
    ask_missing: "Chiedi ciò che manca",
    asking: "Per rispondere ci servono questi documenti:",
    overtaken: "Una collega o un collega ha cambiato l'elenco: ora è aggiornato. Ripeti la tua scelta.",
    has_open: |names| ["Ha aperto questa richiesta anche: ", names].concat(),
    is_writing: |names| ["Sta scrivendo una risposta: ", names].concat(),
    related: "Altre richieste di questa azienda",
    no_related: "Questa azienda non ha altre richieste in questa sede.",
    linked_count: |count| counted(count, "collegata", "collegate"),
    link: "Collega",
    part: "Scollega",
    select: "Seleziona più richieste",
    select_none: "Fine della selezione",
    selected: "Scelta",
    select_row: |subject| ["Seleziona: ", subject].concat(),
    together: |count| ["Rispondi insieme (", &count.to_string(), ")"].concat(),
    at_most: "Si può rispondere insieme a 40 richieste al massimo: togline qualcuna.",
};
