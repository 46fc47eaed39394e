//! In Italian.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Verifica di una ricevuta",
    lead: "Controlla se una ricevuta di protocollo è autentica. Non serve accedere.",
    receipt: "Dati della ricevuta",
    number: "Numero di protocollo",
    number_help: "Per esempio 7010.E.2026.0000042",
    number_wrong: "Scrivi il numero come sulla ricevuta, per esempio 7010.E.2026.0000042",
    code: "Codice o impronta",
    code_help: "Il codice di 16 cifre, o l'impronta intera",
    code_wrong: "Scrivi il codice che è sulla ricevuta",
    verify: "Verifica",
    result: "Esito",
    authentic: "Ricevuta autentica",
    authentic_text: "Il documento è stato registrato in quel momento, con quel testo e quei documenti.",
    annulled: "Registrazione annullata",
    annulled_text: "La ricevuta è autentica, ma la sede ha poi annullato la registrazione: non vale più.",
    unknown: "Nessuna ricevuta con questo numero e questo codice",
    unknown_text: "Controlla di averli copiati bene. Se sono come sulla ricevuta, la ricevuta non è autentica.",
    registered: "Registrata",
    office: "Sede",
    documents: "Documenti",
    digest: "Impronta SHA-256",
    simulated: "Questo è un simulatore: la ricevuta è inventata e non ha valore.",
    compare: "Confronta un documento",
    choose: "Scegli il file da confrontare",
    choose_help: |count| {
        [
            "La ricevuta ha ",
            &counted(u64::from(count), "documento", "documenti"),
            ". Il file resta sul dispositivo: si confronta solo la sua impronta.",
        ]
        .concat()
    },
    same: |name| [name, " è uno dei documenti inviati"].concat(),
    same_text: "È identico, byte per byte.",
    different: |name| [name, " non è uno dei documenti inviati"].concat(),
    different_text: "La sua impronta è diversa: è un altro file, o è stato modificato dopo l'invio.",
    unable: "Questo browser non calcola impronte qui. Prova con un altro, su una connessione sicura.",
    download: "Scarica la ricevuta (PDF)",
    verify_this: "Verifica la ricevuta",
};
