//! In German.

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
        Kind::NoticeIssued => "Berichtigungsmitteilung ausgestellt",
        Kind::NoticeSent => "Berichtigungsmitteilung zugesandt",
        Kind::NoticeInFavour => "Berichtigungsmitteilung zu Ihren Gunsten",
        Kind::UniemensErrors => "Fehler in der UniEmens",
        Kind::Unmatched => "DM10 ohne Gegenstück",
        Kind::LoosePayment => "F24 nicht zugeordnet",
        Kind::RejectedReturn => "Abgelehnte oder fehlerhafte Meldung",
        Kind::MissingReturn => "Fehlende Meldung",
        Kind::PendingAppeal => "Anhängiger Rekurs",
        Kind::RateDifference => "Abweichender Satz",
        Kind::CreditRecovery => "Unbezahlt oder in Einbringung",
        Kind::DurcWarning => "DURC-Vorwarnung",
        Kind::WageComparison => "Lohnvergleich",
        Kind::Compliance => "Compliance-Schreiben",
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
        Standing::New => "Neu",
        Standing::Seen => "Gesehen",
        Standing::InHand => "In Bearbeitung",
        Standing::Resolved => "Gelöst",
        Standing::Archived => "Archiviert",
    }
}

fn phase(of: Phase) -> &'static str {
    match of {
        Phase::Open => "offen",
        Phase::Unpaid => "im Archiv der Unbezahlten",
        Phase::Recovery => "in Einbringung",
        Phase::FriendlyReminder => "gütliche Aufforderung zugesandt",
        Phase::DebitNotice => "Belastungsbescheid zugestellt",
        Phase::Entrusted => "beim Einbringer",
        Phase::Contested => "angefochten",
        Phase::Instalments => "in Raten",
        Phase::Suspended => "ausgesetzt",
        Phase::SetOff => "in Verrechnung",
        Phase::Paid => "bezahlt",
        Phase::Discharged => "entlastet",
        Phase::TimeBarred => "verjährt",
    }
}

fn origin(of: DebtKind) -> &'static str {
    match of {
        DebtKind::UnpaidReturn => "unbezahlte Meldung",
        DebtKind::RegularisationSanctions => "Zivilstrafen auf Nachmeldung",
        DebtKind::Notice => "Berichtigungsmitteilung",
        DebtKind::WageComparison => "Lohnvergleich",
        DebtKind::InstituteInspection => "Prüfbericht INPS",
        DebtKind::OtherInspection => "Bericht anderer Stelle",
        DebtKind::WorkerReport => "Anzeige eines Arbeitnehmers",
        DebtKind::Instalment => "feste Rate",
    }
}

fn procedure(of: Procedure) -> &'static str {
    match of {
        Procedure::WaitForNotification => "Die Zustellung abwarten",
        Procedure::ReadCauses => "Die Ursachen der Mitteilung lesen",
        Procedure::Pay => "Mit F24 zahlen",
        Procedure::AskInstalments => "Ratenzahlung beantragen",
        Procedure::AskRecalculation => {
            "Von der Stelle über das Cassetto die Neuberechnung verlangen"
        }
        Procedure::Appeal => "Online Rekurs einlegen",
        Procedure::SetOff => "Das Guthaben im F24 verwenden",
        Procedure::AskRefund => "Rückerstattung beantragen",
        Procedure::ResendWorker => "Alle Daten des Arbeitnehmers berichtigen und neu senden",
        Procedure::ResendReturn => "Die Meldung neu senden",
        Procedure::SendReturn => "Die Meldung senden",
        Procedure::CorrectPayment => "Das F24 von der Stelle berichtigen lassen",
        Procedure::AskSetOff => "Das Formular „Compensazione contributi“ einreichen",
        Procedure::ReportSuspension => "Die Aussetzung der Position mitteilen",
        Procedure::AwaitDecision => "Die Entscheidung abwarten",
        Procedure::AskReclassification => {
            "CSC, CA und Größe prüfen und die richtige Einstufung verlangen"
        }
        Procedure::Regularise => "Innerhalb der Frist in Ordnung bringen",
        Procedure::Explain => "Die Differenz erklären",
        Procedure::ReportFacts => "Umstände melden, die das Institut nicht kennt",
    }
}

fn petition(of: Petition) -> &'static str {
    match of {
        Petition::Instalments => "Antrag auf Ratenzahlung",
        Petition::SetOff => "Antrag auf Verrechnung von Beiträgen",
        Petition::Refund => "Antrag auf Rückerstattung",
        Petition::PositionChange => "Mitteilung der Aussetzung oder Wiederaufnahme",
        Petition::DebitNoticeMeasure => "Antrag auf Maßnahme (Aussetzung oder Streichung)",
    }
}

fn petition_at(of: Petition) -> &'static str {
    match of {
        Petition::Instalments => {
            "im Cassetto previdenziale des INPS, Antrag „Pagamento dilazionato“ (Art. 2 Abs. 11 GD 338/1989)"
        }
        Petition::SetOff => "im Cassetto previdenziale des INPS, Antrag „Compensazione contributi“",
        Petition::Refund => "im Cassetto previdenziale des INPS, mit den Zahlungsbelegen",
        Petition::PositionChange => {
            "im Cassetto previdenziale des INPS, „Variazione dati aziendali“, für die Zeit ohne Beschäftigte"
        }
        Petition::DebitNoticeMeasure => {
            "im Cassetto previdenziale des INPS, Antrag „Domanda di emissione provvedimenti“, mit der Nummer des Belastungsbescheids"
        }
    }
}

fn subject(of: Subject) -> &'static str {
    match of {
        Subject::DmTransmitted => "Meldungen: übermittelte DM",
        Subject::ReturnErrors => "Meldungen: Fehler",
        Subject::ProvisionalDm => "Meldungen: vorläufige DM",
        Subject::Classification => "Stammdaten und Einstufung: CSC und CA",
        Subject::UnmatchedPayment => "Zahlungen: F24 ohne Zuordnung",
        Subject::WrongPayment => "Zahlungen: falsches F24",
        Subject::SetOff => "Zahlungen: Verrechnung",
        Subject::NoticeCredit => "Zahlungen: Guthaben DMRP",
        Subject::NoticeRecalculation => "Berichtigungsmitteilungen: Neuberechnung",
        Subject::DurcOutcome => "Beitragslage: Ergebnis",
        Subject::DurcWarning => "Beitragslage: Vorwarnung",
        Subject::UnpaidReturns => "Einbringung: unbezahlte Meldungen",
        Subject::FriendlyReminder => "Einbringung: gütliche Aufforderung",
        Subject::DebitNotice => "Einbringung: Belastungsbescheid",
        Subject::DataComparison => "Meldungen: Datenvergleich",
        Subject::Appeal => "Aufsicht und Streitsachen: Rekurs",
    }
}

fn attachment(of: Attachment) -> &'static str {
    match of {
        Attachment::F24Receipt => "Quittung des F24",
        Attachment::UniemensReceipt => "Empfangsbestätigung der UniEmens",
        Attachment::Notice => "Berichtigungsmitteilung",
        Attachment::OwnCalculation => "Eigene Berechnung",
        Attachment::ClassificationMeasure => "Einstufungsbescheid",
        Attachment::Invitation => "Aufforderung zur Behebung",
        Attachment::AppealReceipt => "Empfangsbestätigung des Rekurses",
        Attachment::Demand => "Gütliche Aufforderung oder Belastungsbescheid",
        Attachment::WageList => "Löhne der Arbeitnehmer Monat für Monat",
        Attachment::ComplianceLetter => "Compliance-Schreiben",
    }
}

fn notice_cause(of: notices::Cause) -> &'static str {
    match of {
        notices::Cause::Rate => "angewandten Satz",
        notices::Cause::Durc => "DURC nicht in Ordnung",
        notices::Cause::WageIntegration => "Lohnausgleich und Fonds",
        notices::Cause::Sanctions => "Strafen",
        notices::Cause::Pending => "nicht abgeschlossene Prüfungen",
        notices::Cause::Other => "andere Ursachen",
    }
}

fn gestione(of: Gestione) -> &'static str {
    match of {
        Gestione::Employers => "Betriebe mit Angestellten",
        Gestione::Farms => "Landwirtschaftliche Betriebe",
        Gestione::PublicEmployers => "Öffentliche Verwaltung",
        Gestione::Entertainment => "Schauspiel und Sport",
        Gestione::Principals => "Auftraggeber (Gestione Separata)",
        Gestione::Professionals => "Freiberufler (Gestione Separata)",
        Gestione::Artisans => "Handwerker",
        Gestione::Merchants => "Kaufleute",
        Gestione::SelfEmployedFarmers => "Selbstständige Landwirte",
        Gestione::Inail => "INAIL",
        Gestione::CassaEdile => "Cassa edile",
    }
}

fn happened(of: Happened) -> &'static str {
    match of {
        Happened::Found => "Gefunden",
        Happened::Changed => "Geändert",
        Happened::Resolved => "Durch die Daten gelöst",
        Happened::Returned => "Wieder da",
        Happened::Seen => "Gesehen",
        Happened::TakenInHand => "In Bearbeitung genommen",
        Happened::Archived => "Archiviert",
        Happened::Reopened => "Wieder geöffnet",
    }
}
