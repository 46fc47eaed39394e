//! Evidence as a file.

use shared::endpoint::Endpoint;
use shared::evidence::{EvidenceRow, Export, Kind as What, Standing};
use shared::lang::Lang;
use shared::sections::{Phrase, phrase};

use super::board::held;
use super::list::{items, sort};
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let (lang, today) = (export::lang(&app, &call.caller, request.lang)?, app.today());
    let sheet = Sheet {
        title: phrase("Evidenze", "Evidence", "Auffälligkeiten").of(lang).to_owned(),
        lang,
        columns: columns(lang),
        filters: filters(&request, lang),
    };
    let order = Order {
        action: Export::SPEC.name,
        company: request.company,
        format: request.format,
        sheet,
    };
    let (caller, reader) = (call.caller.clone(), app.clone());
    let (company, which) = (request.company, request.list().which());
    export::make(&app, &call.caller, order, move |tx, file| {
        let all = held(tx, &reader, &caller, company)?;
        let mut items = items(&all, &which, today);
        sort(&mut items);
        for item in &items {
            if file.push(&cells(item.row(), lang)).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

fn cells(row: EvidenceRow, lang: Lang) -> [Cell; 11] {
    [
        row.name.into(),
        row.tax_code.into(),
        row.code.into(),
        format!("E{}", row.kind.number()).into(),
        kind_words(row.kind).of(lang).into(),
        row.months.map(|(first, _)| first).into(),
        row.amount.into(),
        row.deadline.map(|deadline| deadline.day).into(),
        Cell::yes(row.severity.durc, lang),
        standing_words(row.state.standing()).of(lang).into(),
        row.since.into(),
    ]
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Azienda", "Company", "Betrieb"), Kind::Text),
        (phrase("Codice fiscale", "Tax code", "Steuernummer"), Kind::Code),
        (phrase("Posizione", "Position", "Position"), Kind::Code),
        (phrase("Codice", "Code", "Kode"), Kind::Code),
        (phrase("Evidenza", "Evidence", "Auffälligkeit"), Kind::Text),
        (phrase("Competenza", "Month of competence", "Kompetenzmonat"), Kind::Month),
        (phrase("Importo", "Amount", "Betrag"), Kind::Euro),
        (phrase("Scadenza", "Deadline", "Frist"), Kind::Day),
        (phrase("Ferma il DURC", "Stops the DURC", "Hält den DURC auf"), Kind::Text),
        (phrase("Stato", "State", "Stand"), Kind::Text),
        (phrase("Dal", "Since", "Seit"), Kind::Day),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn filters(request: &Export, lang: Lang) -> Vec<Filter> {
    let kind = request.kind.map(|kind| {
        let label = phrase("Evidenza", "Evidence", "Auffälligkeit").of(lang);
        Filter::by_code("kind", label, kind_words(kind).of(lang), &format!("E{}", kind.number()))
    });
    let standing = request.standing.map(|standing| {
        let label = phrase("Stato", "State", "Stand").of(lang);
        let words = standing_words(standing).of(lang);
        Filter::by_code("standing", label, words, &format!("{standing:?}"))
    });
    let code = request.code.as_ref().map(|code| {
        let label = phrase("Posizione", "Position", "Position").of(lang);
        Filter::by_code("code", label, code.clone(), code)
    });
    let month = request.month.map(|month| {
        let label = phrase("Competenza", "Month of competence", "Kompetenzmonat").of(lang);
        Filter::by_code("month", label, shared::format::month(month, lang), &month)
    });
    let until = request.until.map(|day| {
        let label = phrase("Scadenza entro il", "Deadline by", "Frist bis").of(lang);
        Filter::by_code("until", label, shared::format::day(day, lang), &day)
    });
    [kind, standing, code, month, until].into_iter().flatten().collect()
}

/// A kind.
pub const fn kind_words(kind: What) -> Phrase {
    match kind {
        What::NoticeIssued => phrase(
            "Nota di rettifica emessa",
            "Rectification notice issued",
            "Berichtigungsmitteilung ausgestellt",
        ),
        What::NoticeSent => phrase(
            "Nota di rettifica inviata",
            "Rectification notice sent",
            "Berichtigungsmitteilung zugesandt",
        ),
        What::NoticeInFavour => phrase(
            "Nota di rettifica passiva",
            "Rectification notice in your favour",
            "Berichtigungsmitteilung zu Ihren Gunsten",
        ),
        What::UniemensErrors => {
            phrase("Errori UniEmens", "UniEmens errors", "Fehler in der UniEmens")
        }
        What::Unmatched => phrase("DM10 non abbinato", "Unmatched DM10", "DM10 ohne Gegenstück"),
        What::LoosePayment => {
            phrase("F24 non associato", "F24 not attached", "F24 nicht zugeordnet")
        }
        What::RejectedReturn => phrase(
            "Denuncia respinta o errata",
            "Rejected or wrong return",
            "Abgelehnte oder fehlerhafte Meldung",
        ),
        What::MissingReturn => phrase("Denuncia mancante", "Missing return", "Fehlende Meldung"),
        What::PendingAppeal => phrase("Ricorso pendente", "Pending appeal", "Anhängiger Rekurs"),
        What::RateDifference => {
            phrase("Differenza di aliquota", "Rate difference", "Abweichender Satz")
        }
        What::CreditRecovery => phrase(
            "Insoluto o recupero crediti",
            "Unpaid or in debt recovery",
            "Unbezahlt oder in Einbringung",
        ),
        What::DurcWarning => phrase("Preavviso DURC", "DURC warning", "DURC-Vorwarnung"),
        What::WageComparison => {
            phrase("Confronto delle retribuzioni", "Comparison of wages", "Lohnvergleich")
        }
        What::Compliance => {
            phrase("Lettera di compliance", "Compliance letter", "Compliance-Schreiben")
        }
    }
}

/// How a piece stands.
pub const fn standing_words(standing: Standing) -> Phrase {
    match standing {
        Standing::New => phrase("Nuova", "New", "Neu"),
        Standing::Seen => phrase("Vista", "Seen", "Gesehen"),
        Standing::InHand => phrase("In gestione", "In hand", "In Bearbeitung"),
        Standing::Resolved => phrase("Risolta", "Resolved", "Gelöst"),
        Standing::Archived => phrase("Archiviata", "Archived", "Archiviert"),
    }
}
