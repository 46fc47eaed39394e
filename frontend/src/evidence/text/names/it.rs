//! In Italian.

use shared::durc::{DebtKind, Gestione};
use shared::evidence::{Attachment, Happened, Kind, Petition, Phase, Procedure, Standing, Subject};
use shared::notices;

use super::Names;

pub(super) static NAMES: Names = Names {
    kind,
    law,
    standing,
    phase,
    origin,
    procedure,
    petition,
    petition_at,
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
        Phase::SetOff => "in compensazione",
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

fn petition_at(of: Petition) -> &'static str {
    match of {
        Petition::Instalments => {
            "dal cassetto previdenziale dell'INPS, istanza «Pagamento dilazionato» (art. 2 c. 11 DL 338/1989)"
        }
        Petition::SetOff => {
            "dal cassetto previdenziale dell'INPS, istanza «Compensazione contributi»"
        }
        Petition::Refund => "dal cassetto previdenziale dell'INPS, con le ricevute dei versamenti",
        Petition::PositionChange => {
            "dal cassetto previdenziale dell'INPS, «Variazione dati aziendali», per il periodo senza dipendenti"
        }
        Petition::DebitNoticeMeasure => {
            "dal cassetto previdenziale dell'INPS, istanza «Domanda di emissione provvedimenti», con il numero dell'avviso di addebito"
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
