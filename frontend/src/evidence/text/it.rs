//! In Italian.

use super::{Causes, Texts};
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Evidenze",
    counters: |open, soon| {
        [
            &counted(open, "da gestire", "da gestire"),
            " · ",
            &counted(soon, "scade entro 7 giorni", "scadono entro 7 giorni"),
        ]
        .concat()
    },
    new: "Nuove",
    open: "Da gestire",
    soon: "Entro 7 giorni",
    blocks: "Fermano il DURC",
    checked: |day| ["Dati controllati il ", day].concat(),
    none: "Nessuna evidenza",
    none_text: "Denunce, pagamenti e archivi coincidono: non c'è niente da sistemare. Ricontrolliamo a ogni nuovo dato e ogni giorno.",
    none_filtered: "Nessuna evidenza con questi filtri",
    clear: "Togli i filtri",
    filters: "Filtri",
    apply: "Mostra",
    every_kind: "Tutti i tipi",
    kind_label: "Tipo",
    standing_label: "Stato",
    every_open: "Da gestire",
    only_durc: "Ferma il DURC",
    within_7: "Scade entro 7 giorni",
    gestione_label: "Gestione",
    every: "Tutte",
    tax_code: "Codice fiscale",
    code: "Posizione",
    month: "Competenza",
    year: "Anno",
    office: "Sede (quattro cifre)",
    company_state: "Stato dell'azienda",
    position_state: "Stato della posizione",
    client: "Azienda",
    about: "Riguarda",
    amount: "Importo",
    deadline: "Scadenza",
    severity: "Gravità",
    state: "Stato",
    since: "Dal",
    money: "Denaro",
    durc_from: |day| ["dal ", day].concat(),
    durc_covered: |by| ["No, è coperta: ", by].concat(),
    durc_tolerated: "No, la gestione è entro la tolleranza",
    no: "No",
    yes: "Sì",
    no_amount: "Nessun importo",
    no_deadline: "Nessun termine",
    choose: "Scegli",
    choosing: "Scegli più evidenze",
    stop_choosing: "Fine",
    chosen: |count| counted(count, "scelta", "scelte"),
    all_of_filter: |count| ["Scegli tutte le ", &count.to_string()].concat(),
    see: "Segna come viste",
    take: "Prendi in gestione",
    archive: "Archivia",
    reopen: "Riapri",
    take_title: "Prendere in gestione",
    take_label: "Che cosa fai",
    take_help: "Per esempio: chiesta la correzione dell'F24, protocollo 123.",
    archive_title: "Archiviare",
    archive_label: "Perché",
    archive_help: "Torna da sé se cambiano la causa o l'importo.",
    required: "Scrivi qualche parola",
    done: |changed, left| match left {
        0 => counted(changed, "evidenza aggiornata", "evidenze aggiornate"),
        left => [
            &counted(changed, "aggiornata", "aggiornate"),
            ", ",
            &counted(left, "lasciata com'era", "lasciate com'erano"),
        ]
        .concat(),
    },
    why: "Perché",
    facts: "In breve",
    passed: "passato",
    next: "Che cosa fare adesso",
    procedure_title: "La procedura ufficiale",
    law: "Norma",
    history: "Storia",
    in_hand_asked: "In gestione: la sede ha la richiesta",
    open_request: "Apri la richiesta",
    in_hand_by: |note| ["In gestione: ", note].concat(),
    archived_why: |reason| ["Archiviata: ", reason].concat(),
    chart: "Evidenze per tipo ed età",
    chart_summary: |open| {
        [
            &counted(open, "evidenza da gestire", "evidenze da gestire"),
            ", per tipo e da quanto tempo",
        ]
        .concat()
    },
    ages: ["fino a 7 giorni", "fino a 30", "fino a 90", "oltre 90"],
    chart_kind: "Tipo",
    card: "Evidenze",
    card_all: "Tutte le evidenze",
    card_none: "Nessuna evidenza da gestire.",
    copy_row: "Copia la riga F24",
    copy_text: "Copia il testo",
    copied: "Copiato",
    row_office: "Codice sede",
    row_causale: "Causale contributo",
    row_code: "Matricola",
    row_from: "Dal mese",
    row_to: "Al mese",
    row_debit: "A debito",
    row_credit: "A credito",
    open_month: "Apri la denuncia",
    open_payments: "Apri i pagamenti",
    open_payment: "Apri l'F24",
    open_record: "Apri l'atto",
    open_returns: "Apri le denunce",
    open_intake: "Carica il file",
    open_interruptions: "Apri le interruzioni",
    step_wait: "Per ora non c'è altro da fare che attendere.",
    step_causes: |number| ["Leggi le cause della nota ", number, "."].concat(),
    step_pay: "Versa con questa riga dell'F24, sezione INPS.",
    step_set_off: "Usa il credito con questa riga dell'F24, sezione INPS.",
    step_pay_by: |day| ["Questo importo è giusto fino al ", day, "."].concat(),
    step_correct: "Fai correggere la riga versata.",
    step_correct_right: "La riga avrebbe dovuto dire così:",
    step_send: |code, month| {
        ["Invia la denuncia di ", month, " per la posizione ", code, "."].concat()
    },
    step_resend: |code, month| {
        [
            "Correggi e reinvia la denuncia di ",
            month,
            " per la posizione ",
            code,
            ": per ogni lavoratore toccato vanno reinviati tutti i dati.",
        ]
        .concat()
    },
    step_request: |subject| ["Scrivi alla sede: ", subject].concat(),
    step_request_text: "Il testo è già pronto.",
    step_attach: "Allega:",
    step_attach_none: "Non servono allegati.",
    step_petition: |name, place| ["Presenta all'INPS la «", name, "»: ", place, "."].concat(),
    step_appeal: |by| {
        match by {
        Some(day) => ["Fai ricorso al comitato competente con il servizio INPS «Ricorsi on line», sezione Ricorsi amministrativi, entro il ", day, "; il ricorso sospende il recupero fino alla decisione."].concat(),
        None => "Fai ricorso al comitato competente con il servizio INPS «Ricorsi on line», entro 90 giorni dalla notifica; il ricorso sospende il recupero fino alla decisione.".to_owned(),
    }
    },
    step_oppose: |day| ["Opponiti in tribunale entro il ", day, "."].concat(),
    step_report: |by| match by {
        Some(day) => ["Comunica entro il ", day, " i fatti che l'Istituto non conosce."].concat(),
        None => "Comunica i fatti che l'Istituto non conosce.".to_owned(),
    },
    step_durc: "Nella pagina del DURC la simulazione dice quali pagamenti bastano e da quando torna verde.",
    open_durc: "Apri il DURC: che cosa basta pagare",
    step_book: "Oppure prendi un appuntamento con la sede, dal servizio «Agenda appuntamenti» dell'INPS: porta questa evidenza e gli allegati indicati.",
    letter: |letter| {
        let mut text = [
            "Oggetto: ",
            letter.subject,
            "\n\n",
            letter.company,
            ", codice fiscale ",
            letter.tax_code,
        ]
        .concat();
        if let Some(code) = letter.code {
            text.push_str(&[", matricola ", code].concat());
        }
        if let Some(months) = letter.months {
            text.push_str(&["\nCompetenza: ", months].concat());
        }
        if let Some(amount) = letter.amount {
            text.push_str(&["\nImporto: ", amount].concat());
        }
        text.push_str(
            &["\n\n", letter.cause, "\nSi chiede di verificare e di sistemare la posizione."]
                .concat(),
        );
        if !letter.attachments.is_empty() {
            text.push_str(&["\n\nAllegati: ", &letter.attachments.join("; ")].concat());
        }
        text
    },
    collaborators: "Collaboratori (Gestione Separata)",
    all_positions: "Tutta l'azienda",
};

pub(super) static CAUSES: Causes = Causes {
    notice: |number, causes| match causes.is_empty() {
        true => ["L'Istituto ha ricalcolato la denuncia: nota ", number, "."].concat(),
        false => {
            ["L'Istituto ha ricalcolato la denuncia: nota ", number, ", per ", causes, "."].concat()
        }
    },
    predicted: |declared, due| {
        [
            "Hai denunciato ",
            declared,
            " e secondo le aliquote il dovuto è ",
            due,
            ": c'è da aspettarsi una nota di rettifica.",
        ]
        .concat()
    },
    rows_refused: |errors| {
        [&counted(errors, "errore", "errori"), " nella denuncia inviata: non è stata registrata."]
            .concat()
    },
    nothing_paid: "La denuncia è stata accolta e non risulta alcun versamento.",
    no_return: "La posizione era attiva, non c'erano interruzioni e la denuncia non è arrivata.",
    no_return_for_payment: "C'è un versamento per un mese di cui manca la denuncia.",
    nothing_owed: "La riga paga una nota di rettifica o un debito, ma per questa posizione e questi mesi non ce n'è.",
    wrong_position: |code| {
        ["L'F24 nomina la matricola ", code, ", che non è dell'azienda."].concat()
    },
    not_backed: |backed| {
        ["L'F24 usa un credito che denunce e note coprono soltanto per ", backed, "."].concat()
    },
    discarded: "Il file con la denuncia è stato scartato per errori in altre sue parti.",
    not_balanced: |state| ["Il DM virtuale non quadra: ", state, "."].concat(),
    appeal: |number, filed| {
        [
            "Il ricorso ",
            number,
            ", presentato il ",
            filed,
            ", attende la decisione; intanto il recupero è fermo.",
        ]
        .concat()
    },
    rate: |declared, expected, groups| {
        ["Per ", groups, " hai denunciato ", declared, " e l'inquadramento chiede ", expected, "."]
            .concat()
    },
    owed: |origin, phase, since| {
        ["Resta da pagare (", origin, "): ", phase, " dal ", since, "."].concat()
    },
    contest_lost: |origin, court, ended| {
        let (how, then) = match court {
            true => {
                ("la causa è finita con la sentenza del ", " e non copre più la somma per il DURC.")
            }
            false => (
                "il ricorso è stato chiuso il ",
                " senza essere accolto del tutto e l'archivio non registra cause in tribunale: non copre più la somma per il DURC.",
            ),
        };
        ["Resta da pagare (", origin, "): ", how, ended, then].concat()
    },
    expires: |protocol, day| ["Il DURC ", protocol, " vale fino al ", day, "."].concat(),
    expired: |protocol, day| ["Il DURC ", protocol, " è scaduto il ", day, "."].concat(),
    invitation: |sent| {
        ["Il ", sent, " è partito l'invito a regolarizzare: chi sistema tutto entro il termine resta regolare."].concat()
    },
    wages: |company, workers| {
        [
            "I DM del periodo sommano ",
            company,
            " di retribuzioni, i dati dei lavoratori ",
            workers,
            ".",
        ]
        .concat()
    },
    letter: |number| {
        ["La lettera ", number, " dice che altri archivi sanno di contributi non denunciati."]
            .concat()
    },
};
