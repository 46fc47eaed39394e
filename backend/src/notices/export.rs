//! Notices as a file, each with the F24 row that pays it today or sets off its credit.

use shared::calendar::Day;
use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::money::Euro;
use shared::notices::{Export, NoticeRow, Side};
use shared::sections::{Code, Phrase, phrase};

use super::board::{Held, held};
use super::list::{placed, sort};
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let (lang, today) = (export::lang(&app, &call.caller, request.lang)?, app.today());
    let sheet = Sheet {
        title: TITLE.of(lang).to_owned(),
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
    let list = request.list();
    export::make(&app, &call.caller, order, move |tx, file| {
        let generation = reader.store().generation();
        let all = held(tx, &reader, generation, &caller, list.company)?;
        let mut rows = placed(&all, &list.which(), list.sort.unwrap_or_default(), today);
        sort(&mut rows);
        for one in &rows {
            if file.push(&cells(one.row, one.held, today, lang)).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

const TITLE: Phrase =
    phrase("Note di rettifica", "Rectification notices", "Berichtigungsmitteilungen");

fn cells(row: &NoticeRow, held: &Held, today: Day, lang: Lang) -> [Cell; 19] {
    let side = match row.side {
        Side::ToPay => phrase("A debito", "To pay", "Zu zahlen"),
        Side::InFavour => phrase("A credito", "In your favour", "Zu Ihren Gunsten"),
    };
    let pay = row.f24(today);
    let money = |amount: Option<Euro>| Cell::from(amount.filter(|amount| !amount.is_zero()));
    [
        row.name.clone().into(),
        held.tax_code.clone().into(),
        row.number.clone().into(),
        row.matricola.to_string().into(),
        row.month.into(),
        words(row.cause.listed(), lang).into(),
        side.of(lang).into(),
        row.difference.into(),
        row.sanctions.into(),
        row.total.into(),
        money(Some(row.part_paid)),
        row.issued.into(),
        row.notified.into(),
        row.pay_by.into(),
        row.halved.map(|(until, _)| until).into(),
        words(row.stage.listed(), lang).into(),
        pay.as_ref().map(|pay| pay.office.to_string()).into(),
        pay.as_ref().map(|pay| pay.causale.clone()).into(),
        money(pay.map(|pay| pay.debit - pay.credit)),
    ]
}

fn words(code: Option<&Code>, lang: Lang) -> &str {
    code.map_or("", |code| code.words(lang))
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Azienda", "Company", "Betrieb"), Kind::Text),
        (phrase("Codice fiscale", "Tax code", "Steuernummer"), Kind::Code),
        (phrase("Numero", "Number", "Nummer"), Kind::Code),
        (phrase("Matricola", "Matricola", "Matrikel"), Kind::Code),
        (phrase("Competenza", "Month of competence", "Kompetenzmonat"), Kind::Month),
        (phrase("Causa", "Cause", "Ursache"), Kind::Text),
        (phrase("Tipo", "Kind", "Art"), Kind::Text),
        (phrase("Differenza", "Difference", "Differenz"), Kind::Euro),
        (phrase("Sanzioni", "Sanctions", "Strafen"), Kind::Euro),
        (phrase("Totale", "Total", "Summe"), Kind::Euro),
        (phrase("Già versato", "Paid so far", "Bisher gezahlt"), Kind::Euro),
        (phrase("Emessa il", "Issued on", "Ausgestellt am"), Kind::Day),
        (phrase("Notificata il", "Notified on", "Zugestellt am"), Kind::Day),
        (phrase("Da pagare entro", "Pay by", "Zu zahlen bis"), Kind::Day),
        (
            phrase("Sanzioni a metà fino al", "Half the sanctions until", "Halbe Strafen bis"),
            Kind::Day,
        ),
        (phrase("Stato", "State", "Stand"), Kind::Text),
        (phrase("F24: sede", "F24: office", "F24: Sitz"), Kind::Code),
        (phrase("F24: causale", "F24: causale", "F24: Causale"), Kind::Code),
        (phrase("F24: importo di oggi", "F24: amount today", "F24: Betrag heute"), Kind::Euro),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn filters(request: &Export, lang: Lang) -> Vec<Filter> {
    let cause = request.cause.map(|cause| {
        let label = phrase("Causa", "Cause", "Ursache").of(lang);
        Filter::by_code("cause", label, words(cause.listed(), lang), &cause.code())
    });
    let stage = request.stage.map(|stage| {
        let label = phrase("Stato", "State", "Stand").of(lang);
        Filter::by_code("stage", label, words(stage.listed(), lang), &stage.code())
    });
    let month = request.month.map(|month| {
        let label = phrase("Competenza", "Month of competence", "Kompetenzmonat").of(lang);
        Filter::by_code("month", label, shared::format::month(month, lang), &month)
    });
    let until = request.until.map(|day| {
        let label = phrase("Scadenza entro il", "Term by", "Frist bis").of(lang);
        Filter::by_code("until", label, shared::format::day(day, lang), &day)
    });
    let typed = request.q.as_ref().map(|typed| {
        let label = phrase("Cerca", "Search", "Suche").of(lang);
        Filter::by_text("q", label, typed.clone())
    });
    [cause, stage, month, until, typed].into_iter().flatten().collect()
}
