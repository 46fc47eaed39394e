//! Italian.

use super::{Texts, words};

pub(super) const TEXTS: Texts = Texts {
    empty: words(
        "Il file è vuoto",
        "Esportalo di nuovo dal programma paghe e invialo un'altra volta.",
    ),
    too_large: words(
        "Il file supera i 50 MB",
        "Dividilo in più file, per esempio uno per azienda.",
    ),
    encoding: words(
        "Un carattere non è scritto nella codifica del file",
        "Salva il file in UTF-8, oppure dichiara ISO-8859-1 o Windows-1252 nella prima riga.",
    ),
    not_well_formed: words(
        "Da qui in poi la struttura del file non si può leggere",
        "Esporta di nuovo il file: forse è stato interrotto o modificato a mano.",
    ),
    doctype: words(
        "Il file contiene una dichiarazione DOCTYPE, che non è ammessa",
        "Togli la dichiarazione: un file UniEmens non ne ha bisogno.",
    ),
    too_complex: words(
        "Qui il file è annidato troppo in profondità, oppure un testo è troppo lungo",
        "Esporta di nuovo il file con il programma paghe.",
    ),
    wrong_kind: words(
        "Il file non è del tipo indicato",
        "Scegli il tipo giusto (UniEmens, F24 o registro imprese), oppure un altro file.",
    ),
    missing: words(
        "Manca un dato obbligatorio",
        "Completa il dato nel programma da cui viene il file.",
    ),
    unknown: words(
        "Un campo non appartiene a questo file",
        "Toglilo, o controlla come è scritto il suo nome.",
    ),
    month: words("Il mese non esiste", "Scrivi anno e mese come prevede il tracciato."),
    future_month: words(
        "Il mese non è ancora cominciato",
        "Correggi il mese, o attendi che cominci.",
    ),
    day: words("Il giorno non esiste", "Correggi la data."),
    amount: words(
        "L'importo non si può leggere, o è sotto zero",
        "Scrivilo senza segno, con due decimali al massimo, per esempio 1276,11.",
    ),
    number: words("Il numero non si può leggere o è fuori dai limiti", "Correggi il numero."),
    tax_code: words(
        "Il codice fiscale non è valido: la forma o il carattere di controllo non tornano",
        "Controlla il codice sulla tessera sanitaria o nel registro delle imprese.",
    ),
    matricola: words(
        "La matricola non è valida: deve avere dieci cifre, le ultime due di controllo",
        "Controllala nel cassetto dell'azienda.",
    ),
    csc: words(
        "Il codice statistico contributivo o di autorizzazione non è valido",
        "Il CSC ha cinque cifre, il CA una cifra e una lettera: correggi il codice.",
    ),
    office: words("La sede INPS non esiste", "Controlla il codice di quattro cifre della sede."),
    unknown_company: words(
        "L'azienda non è tra quelle per cui puoi operare",
        "Controlla il codice fiscale, oppure fatti conferire la delega e riprova.",
    ),
    unknown_position: words(
        "L'azienda non ha questa posizione contributiva",
        "Controlla la matricola, oppure aggiorna prima i dati del registro.",
    ),
    position_elsewhere: words(
        "Secondo l'anagrafica questa posizione è di un'altra azienda",
        "Controlla la matricola; se la posizione è passata di mano, importa prima la visura con cui cessa lì.",
    ),
    not_active: words(
        "La posizione non era attiva in quel mese",
        "Controlla il mese e la matricola, oppure chiedi alla sede la riattivazione.",
    ),
    no_workers: words(
        "Non è denunciato nessun lavoratore",
        "Aggiungi le denunce individuali, o togli la parte vuota.",
    ),
    worker_count: words(
        "Il numero di denunce individuali dichiarato è diverso da quelle presenti",
        "Controlla se manca un lavoratore, poi correggi NumDenIndiv.",
    ),
    rate_difference: words(
        "Il contributo non corrisponde a imponibile per aliquota",
        "Controlla imponibile, inquadramento e forza aziendale, poi ricalcola il contributo.",
    ),
    totals: words(
        "Il totale non corrisponde alle righe, oppure il saldo è negativo",
        "Ricalcola i totali del modello F24.",
    ),
    twice: words("La stessa cosa compare due volte nel file", "Lasciala una volta sola."),
    unknown_section: words(
        "La sezione non esiste, oppure non si alimenta con file",
        "Controlla il nome nell'elenco dei flussi.",
    ),
    not_a_code: words(
        "Il codice non è tra quelli del campo",
        "Usa uno dei codici dello schema del campo.",
    ),
    value: words(
        "Il valore non è del tipo che il campo contiene",
        "Scrivilo come dice lo schema del campo.",
    ),
    too_long: words("Il testo è più lungo del campo", "Accorcialo."),
    ends_before: words("Il periodo finisce prima di cominciare", "Correggi uno dei due estremi."),
    worker_twice: words(
        "Lo stesso lavoratore compare due volte con gli stessi codici",
        "Se non sono due rapporti diversi, togli la denuncia doppia e invia di nuovo il file.",
    ),
    rate_unknown: words(
        "Per questo mese e inquadramento l'aliquota non è nelle tabelle, quindi il contributo non è stato controllato",
        "Non serve fare nulla se il contributo è giusto.",
    ),
    code_unknown: words(
        "Il codice non è nelle tabelle ed è stato accettato così com'è",
        "Controlla che sia scritto bene.",
    ),
    no_fixed_term_surcharge: words(
        "Al contratto a termine manca il contributo addizionale dell'1,40 %",
        "Se il rapporto non è esente, correggi il contributo e invia di nuovo il file.",
    ),
    other_scheme: words(
        "Questa parte riguarda un'altra gestione: è stata letta ma non registrata",
        "Non serve fare nulla.",
    ),
    older_extract: words(
        "Di questa azienda c'è già una visura più recente: questa non è stata registrata",
        "Non c'è nulla da fare, a meno che la data sia sbagliata.",
    ),
    provisional: words(
        "Il totale dichiarato non quadra con le denunce individuali, quindi il DM è provvisorio",
        "Aggiungi le denunce mancanti o correggi il totale, e invia di nuovo il file.",
    ),
    not_generable: words(
        "Mancano i totali aziendali, quindi il DM non si può generare",
        "Aggiungi la DenunciaAziendale con i totali e invia di nuovo il file.",
    ),
};
