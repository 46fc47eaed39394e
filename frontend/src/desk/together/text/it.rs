//! In Italian.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Risposta a più richieste",
    back: "Torna alla coda",
    none: "Nessuna richiesta scelta: selezionale nella coda",
    rows: "Richieste",
    what: "Che cosa fare",
    kind: "Azione",
    kinds: ["Dai la risposta", "Chiudi", "Prendi in carico"],
    module: "Modulo di testo",
    no_module: "Scegli un modulo",
    module_help: "Segue quello che scrivi per tutti. Ciascuno lo riceve nella propria lingua: l'anteprima dice quale.",
    module_in: |language| ["Modulo in ", language, ": la lingua di chi ha scritto"].concat(),
    module_not_in: |spoken, theirs| {
        ["Modulo in ", spoken, ": non è scritto in ", theirs, ", la lingua di chi ha scritto"]
            .concat()
    },
    outcome: "Esito",
    choose: "Scegli",
    still_open: "Ancora aperta",
    text: "Testo",
    text_help: "{company}, {protocol}, {matricola}, {office} e {deadline} diventano i dati di ogni richiesta: guarda l'anteprima di ciascuna.",
    required: "Serve una risposta",
    send: |count| ["Invia a ", &counted(count, "richiesta", "richieste")].concat(),
    sending: "Invio in corso: prosegue anche se chiudi la pagina",
    sent: |count| ["Inviato a ", &counted(count, "richiesta", "richieste")].concat(),
    nothing_to_do: "Nessuna di queste richieste ammette questa azione adesso.",
    ready: "Pronta",
    left_out: "Esclusa",
    done: "Fatto",
    again: "Riprova",
    failed: "Non riuscita",
    gone: "Questa richiesta non è più della tua sede.",
    has_charge: "È già in carico a te, oppure è chiusa.",
    unfilled: "Un dato fra graffe manca in questa richiesta: rispondi a parte.",
    not_in_charge: "Non sei tu a occupartene, oppure è chiusa: prendila prima in carico.",
};
