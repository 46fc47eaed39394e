//! In Italian.

use shared::durc::{DebtKind, Gestione};
use shared::evidence::{
    Attachment, Happened, Kind, Petition, Phase, Procedure, Standing, Subject, Term,
};
use shared::notices;

use super::{Causes, Names, Texts};
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
    companies: |count| counted(count, "azienda", "aziende"),
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
    client: "Azienda",
    about: "Riguarda",
    amount: "Importo",
    deadline: "Scadenza",
    severity: "Gravità",
    state: "Stato",
    since: "Dal",
    money: "Denaro",
    durc: "DURC",
    durc_from: |day| ["dal ", day].concat(),
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
    terms: "Termini",
    passed: "passato",
    next: "Che cosa fare adesso",
    procedure_title: "La procedura ufficiale",
    law: "Norma",
    history: "Storia",
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
    step_request_text: "Il testo è pronto da copiare.",
    step_attach: "Allega:",
    step_attach_none: "Non servono allegati.",
    step_appeal: |by| match by {
        Some(day) => ["Fai ricorso con «Ricorsi on line» entro il ", day, "."].concat(),
        None => "Fai ricorso con «Ricorsi on line» entro 90 giorni dalla notifica.".to_owned(),
    },
    step_oppose: |day| ["Opponiti in tribunale entro il ", day, "."].concat(),
    step_report: |by| match by {
        Some(day) => ["Comunica entro il ", day, " i fatti che l'Istituto non conosce."].concat(),
        None => "Comunica i fatti che l'Istituto non conosce.".to_owned(),
    },
    step_durc: "Chiudi ciò che ferma il DURC: sono le evidenze di questa azienda con quel segno.",
    step_book: "Oppure prendi un appuntamento con la sede.",
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

pub(super) static NAMES: Names = Names {
    kind,
    law,
    standing,
    term,
    phase,
    origin,
    procedure,
    petition,
    subject,
    attachment,
    notice_cause,
    gestione,
    happened,
};

fn kind(of: Kind) -> &'static str {
    match of {
        Kind::NoticeIssued => "Nota di rettifica emessa",
        Kind::NoticeSent => "Nota di rettifica inviata",
        Kind::NoticeInFavour => "Nota di rettifica passiva",
        Kind::UniemensErrors => "Errori UniEmens",
        Kind::Unmatched => "DM10 non abbinato",
        Kind::LoosePayment => "F24 non associato",
        Kind::RejectedReturn => "Denuncia respinta o errata",
        Kind::MissingReturn => "Denuncia mancante",
        Kind::PendingAppeal => "Ricorso pendente",
        Kind::RateDifference => "Differenza di aliquota",
        Kind::CreditRecovery => "Insoluto o recupero crediti",
        Kind::DurcWarning => "Preavviso DURC",
        Kind::WageComparison => "Confronto delle retribuzioni",
        Kind::Compliance => "Lettera di compliance",
    }
}

fn law(of: Kind) -> &'static str {
    match of {
        Kind::NoticeIssued => "Msg INPS 666/2024; Msg INPS 1507/2025",
        Kind::NoticeSent => "Msg INPS 970/2025; art. 116 L. 388/2000",
        Kind::NoticeInFavour => "Msg INPS 970/2025",
        Kind::UniemensErrors => "art. 44 DL 269/2003",
        Kind::Unmatched => "Msg INPS 21097/2008",
        Kind::LoosePayment => "art. 17 D.Lgs 241/1997",
        Kind::RejectedReturn => "Msg INPS 16252/2010; Msg INPS 5281/2013",
        Kind::MissingReturn => "art. 44 DL 269/2003",
        Kind::PendingAppeal => "art. 46-47 L. 88/1989; Circ. INPS 48/2023",
        Kind::RateDifference => "Msg INPS 666/2024",
        Kind::CreditRecovery => "Msg INPS 21097/2008; art. 30 DL 78/2010; Circ. INPS 168/2010",
        Kind::DurcWarning => "DM 30/1/2015; Circ. INPS 126/2015; Msg INPS 3662/2024",
        Kind::WageComparison => "Msg INPS 23688/2006",
        Kind::Compliance => "art. 30 cc. 5-9 DL 19/2024",
    }
}

fn standing(of: Standing) -> &'static str {
    match of {
        Standing::New => "Nuova",
        Standing::Seen => "Vista",
        Standing::InHand => "In gestione",
        Standing::Resolved => "Risolta",
        Standing::Archived => "Archiviata",
    }
}

fn term(of: Term) -> &'static str {
    match of {
        Term::PayHalved => "Pagare con le sanzioni dimezzate",
        Term::Pay => "Pagare",
        Term::Appeal => "Fare ricorso",
        Term::Oppose => "Opporsi in tribunale",
        Term::Answer => "Il silenzio vale come risposta",
        Term::Cure => "Regolarizzare per il DURC",
        Term::Expiry => "Fine del DURC",
        Term::Regularise => "Regolarizzare con la sanzione ridotta",
        Term::Report => "Comunicare i fatti",
        Term::Recovery => "Passa da sé al recupero crediti",
    }
}

fn phase(of: Phase) -> &'static str {
    match of {
        Phase::Open => "aperto",
        Phase::Unpaid => "fra gli insoluti",
        Phase::Recovery => "in recupero crediti",
        Phase::FriendlyReminder => "avviso bonario inviato",
        Phase::DebitNotice => "avviso di addebito notificato",
        Phase::Entrusted => "affidato alla riscossione",
        Phase::Contested => "contestato",
        Phase::Instalments => "rateizzato",
        Phase::Suspended => "sospeso",
        Phase::Paid => "pagato",
        Phase::Discharged => "sgravato",
        Phase::TimeBarred => "prescritto",
    }
}

fn origin(of: DebtKind) -> &'static str {
    match of {
        DebtKind::UnpaidReturn => "denuncia non pagata",
        DebtKind::RegularisationSanctions => "sanzioni su regolarizzazione",
        DebtKind::Notice => "nota di rettifica",
        DebtKind::WageComparison => "confronto delle retribuzioni",
        DebtKind::InstituteInspection => "verbale ispettivo INPS",
        DebtKind::OtherInspection => "verbale di altro ente",
        DebtKind::WorkerReport => "denuncia di un lavoratore",
        DebtKind::Instalment => "rata fissa",
    }
}

fn procedure(of: Procedure) -> &'static str {
    match of {
        Procedure::WaitForNotification => "Attendere la notifica",
        Procedure::ReadCauses => "Leggere le cause della nota",
        Procedure::Pay => "Pagare con F24",
        Procedure::AskInstalments => "Chiedere la dilazione",
        Procedure::AskRecalculation => "Chiedere il ricalcolo alla sede dal cassetto",
        Procedure::Appeal => "Fare ricorso on line",
        Procedure::SetOff => "Usare il credito in F24",
        Procedure::AskRefund => "Chiedere il rimborso",
        Procedure::ResendWorker => "Correggere e reinviare tutti i dati del lavoratore",
        Procedure::ResendReturn => "Reinviare la denuncia",
        Procedure::SendReturn => "Inviare la denuncia",
        Procedure::CorrectPayment => "Far correggere l'F24 alla sede",
        Procedure::AskSetOff => "Presentare il modulo «Compensazione contributi»",
        Procedure::ReportSuspension => "Comunicare la sospensione della posizione",
        Procedure::AwaitDecision => "Attendere la decisione",
        Procedure::AskReclassification => {
            "Verificare CSC, CA e dimensione e chiedere l'inquadramento giusto"
        }
        Procedure::Regularise => "Regolarizzare entro il termine",
        Procedure::Explain => "Spiegare la differenza",
        Procedure::ReportFacts => "Comunicare fatti che l'Istituto non conosce",
    }
}

fn petition(of: Petition) -> &'static str {
    match of {
        Petition::Instalments => "Domanda di dilazione",
        Petition::SetOff => "Domanda di compensazione contributi",
        Petition::Refund => "Domanda di rimborso",
        Petition::PositionChange => "Comunicazione di sospensione o riattivazione",
        Petition::DebitNoticeMeasure => {
            "Domanda di emissione provvedimenti (sospensione o sgravio)"
        }
    }
}

fn subject(of: Subject) -> &'static str {
    match of {
        Subject::DmTransmitted => "Denunce: DM trasmessi",
        Subject::ReturnErrors => "Denunce: errori",
        Subject::ProvisionalDm => "Denunce: DM provvisori",
        Subject::Classification => "Anagrafica e inquadramento: CSC e CA",
        Subject::UnmatchedPayment => "Versamenti: F24 non abbinato",
        Subject::WrongPayment => "Versamenti: F24 errato",
        Subject::SetOff => "Versamenti: compensazione",
        Subject::NoticeCredit => "Versamenti: credito DMRP",
        Subject::NoticeRecalculation => "Note di rettifica: ricalcolo",
        Subject::DurcOutcome => "Regolarità: esito",
        Subject::DurcWarning => "Regolarità: preavviso",
        Subject::UnpaidReturns => "Recupero crediti: insoluti",
        Subject::FriendlyReminder => "Recupero crediti: avviso bonario",
        Subject::DebitNotice => "Recupero crediti: avviso di addebito",
        Subject::DataComparison => "Denunce: confronto dei dati",
        Subject::Appeal => "Vigilanza e contenzioso: ricorso",
    }
}

fn attachment(of: Attachment) -> &'static str {
    match of {
        Attachment::F24Receipt => "Quietanza dell'F24",
        Attachment::UniemensReceipt => "Ricevuta dell'UniEmens",
        Attachment::Notice => "Nota di rettifica",
        Attachment::OwnCalculation => "Il proprio calcolo",
        Attachment::ClassificationMeasure => "Provvedimento di inquadramento",
        Attachment::Invitation => "Invito a regolarizzare",
        Attachment::AppealReceipt => "Ricevuta del ricorso",
        Attachment::Demand => "Avviso bonario o di addebito",
        Attachment::WageList => "Retribuzioni dei lavoratori mese per mese",
        Attachment::ComplianceLetter => "Lettera di compliance",
    }
}

fn notice_cause(of: notices::Cause) -> &'static str {
    match of {
        notices::Cause::Rate => "aliquota applicata",
        notices::Cause::Durc => "irregolarità del DURC",
        notices::Cause::WageIntegration => "CIG e fondi",
        notices::Cause::Sanctions => "sanzioni",
        notices::Cause::Pending => "esiti non definiti",
        notices::Cause::Other => "altre cause",
    }
}

fn gestione(of: Gestione) -> &'static str {
    match of {
        Gestione::Employers => "Aziende con dipendenti",
        Gestione::Farms => "Aziende agricole",
        Gestione::PublicEmployers => "Gestione pubblica",
        Gestione::Entertainment => "Spettacolo e sport",
        Gestione::Principals => "Committenti (Gestione Separata)",
        Gestione::Professionals => "Professionisti (Gestione Separata)",
        Gestione::Artisans => "Artigiani",
        Gestione::Merchants => "Commercianti",
        Gestione::SelfEmployedFarmers => "Agricoltori autonomi",
        Gestione::Inail => "INAIL",
        Gestione::CassaEdile => "Cassa edile",
    }
}

fn happened(of: Happened) -> &'static str {
    match of {
        Happened::Found => "Trovata",
        Happened::Changed => "Cambiata",
        Happened::Resolved => "Risolta dai dati",
        Happened::Returned => "Tornata",
        Happened::Seen => "Vista",
        Happened::TakenInHand => "Presa in gestione",
        Happened::Archived => "Archiviata",
        Happened::Reopened => "Riaperta",
    }
}
