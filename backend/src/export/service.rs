//! From a sheet and its rows to a file that somebody is given, and the entry in the audit log that they were.

use std::ops::ControlFlow;

use bytes::Bytes;
use shared::export::Format;
use shared::fault::Fault;
use shared::format;
use shared::ids::CompanyId;
use shared::lang::Lang;
use tokio::sync::Semaphore;

use super::sheet::{Cell, Sheet, Stamp};
use super::{csv, print, xlsx};
use crate::access::Caller;
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::fault::{Error, Result};
use crate::http::call::Download;
use crate::store::ReadTx;
use crate::{companies, people};

/// Files made at a time, so that the memory of all of them is bounded; more wait.
static SLOTS: Semaphore = Semaphore::const_new(2);

/// What is to be exported.
#[derive(Clone, Debug)]
pub struct Order {
    /// The endpoint's name, under which it is audited.
    pub action: &'static str,
    /// The company it is about, if it is about one.
    pub company: Option<CompanyId>,
    /// As what.
    pub format: Format,
    /// Everything but the rows.
    pub sheet: Sheet,
}

/// The language of a file: the one asked for, or the caller's own.
///
/// # Errors
/// Those of the store.
pub fn lang(app: &App, caller: &Caller, asked: Option<Lang>) -> Result<Lang> {
    match asked {
        Some(lang) => Ok(lang),
        None => {
            let person = app.store().read(|tx| people::service::by_id(tx, caller.person))?;
            Ok(person.map(|person| person.lang).unwrap_or_default())
        }
    }
}

/// Makes the file: `fill` pushes the rows, seeing one snapshot of the store. Nobody is given a file before the audit log says so.
///
/// # Errors
/// What `fill` fails with; those of the store: where nothing can be written, nothing is handed out.
pub async fn make<F>(app: &App, caller: &Caller, order: Order, fill: F) -> Result<Download>
where
    F: FnOnce(&dyn ReadTx, &mut Rows) -> Result<()> + Send + 'static,
{
    let slot = SLOTS.acquire().await.map_err(anyhow::Error::from)?;
    let (reader, who) = (app.clone(), caller.clone());
    let made = tokio::task::spawn_blocking(move || render(&reader, &who, &order, fill));
    let (download, entry) = made.await.map_err(anyhow::Error::from)??;
    drop(slot);
    let now = app.now();
    app.store().transact(move |tx| audit::append(tx, now, entry.clone())).await?;
    Ok(download)
}

/// A list as CSV that nobody asked for: made by the server itself, the same bytes whenever it is made with the same stamp.
///
/// # Errors
/// What `fill` fails with.
pub fn csv<F>(sheet: Sheet, action: &'static str, stamp: &Stamp, fill: F) -> Result<Bytes>
where
    F: FnOnce(&mut Rows) -> Result<()>,
{
    let order = Order { action, company: None, format: Format::Csv, sheet };
    let mut rows = Rows::new(&order)?;
    fill(&mut rows)?;
    rows.finish(&order.sheet, stamp)
}

fn render<F>(app: &App, caller: &Caller, order: &Order, fill: F) -> Result<(Download, NewEntry)>
where
    F: FnOnce(&dyn ReadTx, &mut Rows) -> Result<()>,
{
    let (stamp, rows) = app.store().read(|tx| {
        let stamp = stamp(app, tx, caller, order.company)?;
        let mut rows = Rows::new(order)?;
        fill(tx, &mut rows)?;
        Ok::<_, Error>((stamp, rows))
    })?;
    let entry = NewEntry {
        person: Some(caller.person),
        action: order.action.to_owned(),
        company: order.company,
        subject: None,
        detail: Some(detail(order, &rows)),
    };
    let name = file_name(order, &stamp);
    let policy = (order.format == Format::Print).then(print::policy);
    let bytes = rows.finish(&order.sheet, &stamp)?;
    let (media_type, inline) = (order.format.media_type(), order.format == Format::Print);
    Ok((Download { name, media_type, inline, bytes, policy }, entry))
}

fn stamp(app: &App, tx: &dyn ReadTx, caller: &Caller, company: Option<CompanyId>) -> Result<Stamp> {
    let person = people::service::by_id(tx, caller.person)?.ok_or(Fault::NotFound)?.name;
    let company = match company {
        Some(company) => companies::service::name_and_code(tx, company)?
            .map(|(name, code)| format!("{name} · {code}")),
        None => None,
    };
    Ok(Stamp { person, at: app.now(), company })
}

/// What the audit log says beside who, what and for whom: codes, and of what was typed only that it was.
fn detail(order: &Order, rows: &Rows) -> String {
    let cut = if rows.cut { ", cut" } else { "" };
    let mut detail = format!("{}; {} rows{cut}", order.format.extension(), rows.count);
    for filter in &order.sheet.filters {
        let value = filter.code.as_deref().unwrap_or("…");
        detail.push_str(&format!("; {}={value}", filter.field));
    }
    detail
}

/// What it is, of whom and of which day.
fn file_name(order: &Order, stamp: &Stamp) -> String {
    let company = stamp.company.as_deref().and_then(|company| company.split(" · ").next());
    let company = company.map(|company| format!(" {company}")).unwrap_or_default();
    let day = stamp.at.day_in_rome();
    format!("{}{company} {day}.{}", order.sheet.title, order.format.extension())
}

/// Takes the rows of a file as they come.
pub struct Rows {
    writer: Writer,
    count: usize,
    most: usize,
    cut: bool,
    failed: Option<Error>,
}

/// A file in the making.
enum Writer {
    Csv(csv::Writer),
    Xlsx(Box<xlsx::Writer>),
    Print(print::Writer),
}

impl Rows {
    pub(super) fn new(order: &Order) -> Result<Self> {
        let writer = match order.format {
            Format::Csv => Writer::Csv(csv::Writer::new(&order.sheet)),
            Format::Xlsx => Writer::Xlsx(Box::new(xlsx::Writer::new(&order.sheet)?)),
            Format::Print => Writer::Print(print::Writer::new(&order.sheet)),
        };
        Ok(Self { writer, count: 0, most: order.format.max_rows(), cut: false, failed: None })
    }

    /// Takes a row: a cell for each column. Breaks when the file is full: this row and all after it are left out, and the file says so.
    pub fn push(&mut self, cells: &[Cell]) -> ControlFlow<()> {
        if self.count == self.most {
            self.cut = true;
            return ControlFlow::Break(());
        }
        self.count += 1;
        match &mut self.writer {
            Writer::Csv(writer) => writer.row(cells),
            Writer::Xlsx(writer) => {
                if let Err(error) = writer.row(cells) {
                    self.failed = Some(error);
                    return ControlFlow::Break(());
                }
            }
            Writer::Print(writer) => writer.row(cells),
        }
        ControlFlow::Continue(())
    }

    pub(super) fn finish(self, sheet: &Sheet, stamp: &Stamp) -> Result<Bytes> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        let head = super::text::head(sheet, stamp, self.count, self.cut);
        Ok(match self.writer {
            Writer::Csv(writer) => writer.finish(&head),
            Writer::Xlsx(writer) => writer.finish(sheet, stamp, &head)?,
            Writer::Print(writer) => writer.finish(sheet, &head),
        }
        .into())
    }
}

/// A cell as it is read: on paper, and in the head of a file.
pub(super) fn shown(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => {
            let minus = if *count < 0 { "\u{2212}" } else { "" };
            format!("{minus}{}", format::integer(count.unsigned_abs(), lang))
        }
        Cell::Euro(amount) => format::euro(*amount, lang),
        Cell::Rate(rate) => format::percent(*rate, lang),
        Cell::Day(day) => format::day(*day, lang),
        Cell::Month(month) => format::month(*month, lang),
        Cell::Moment(moment) => format::instant(*moment, lang),
    }
}
