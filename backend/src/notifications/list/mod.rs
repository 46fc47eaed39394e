//! What one was told, the latest first.

mod export;

pub(super) use export::export;

use std::ops::ControlFlow;

use shared::ids::PersonId;
use shared::lang::Lang;
use shared::notifications::{Event, List, Messages, NotificationRow};
use shared::page::{Page, limit};

use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::notifications::handlers::lang_of;
use crate::notifications::table::{NOTES, Note, UNREAD};
use crate::notifications::{stored, text};
use crate::parameters::service as parameters;
use crate::store::{Order, ReadTx, Span};

pub(super) async fn list(
    app: App,
    call: Call,
    request: List,
) -> Result<Answer<Page<NotificationRow>>> {
    let person = call.caller.person;
    let below: u64 = request.cursor.as_ref().map(from_cursor).transpose()?.unwrap_or(u64::MAX);
    let wanted = limit(request.limit);
    app.store().read(|tx| {
        let lang = lang_of(tx, person, request.lang)?;
        let (mut items, mut more) = (Vec::new(), false);
        let messages = parameters::messages(tx)?;
        let asked = (request.unread == Some(true), request.event);
        each(tx, (person, below), asked, |number, note, unread| {
            let Some(row) = shown(number, &note, unread, (lang, &messages)) else {
                return ControlFlow::Continue(());
            };
            more = items.len() == wanted;
            if more {
                return ControlFlow::Break(());
            }
            items.push(row);
            ControlFlow::Continue(())
        })?;
        let last = items.last().filter(|_| more);
        let next = last.map(|row: &NotificationRow| cursor(&row.number));
        Ok(Page { items, next, total: None }.into())
    })
}

/// Shows what a person was told, below a number and the latest first: each with its number, and whether it is unread. Only what is unread,
/// or only of one event, where that is asked for.
fn each(
    tx: &dyn ReadTx,
    (person, below): (PersonId, u64),
    (only_unread, event): (bool, Option<Event>),
    mut visit: impl FnMut(u64, Note, bool) -> ControlFlow<()>,
) -> Result<()> {
    let span = Span::between(&(person, 0), &(person, below));
    NOTES.scan(tx, &span, Order::Descending, |(_, number), note| {
        let unread = UNREAD.exists(tx, &(person, number))?;
        let is_asked_for =
            (unread || !only_unread) && event.is_none_or(|event| event.number() == note.event);
        Ok(match is_asked_for {
            true => visit(number, note, unread),
            false => ControlFlow::Continue(()),
        })
    })?;
    Ok(())
}

/// A notification as people see it; none if a newer program wrote it.
pub(super) fn shown(
    number: u64,
    note: &Note,
    unread: bool,
    (lang, messages): (Lang, &Messages),
) -> Option<NotificationRow> {
    let event = Event::from_number(note.event)?;
    let told = text::told(event, &note.words, lang, messages);
    Some(NotificationRow {
        number,
        event,
        at: note.at,
        text: told.text(),
        title: told.title,
        company: note.company,
        about: stored::about(&note.about)?,
        unread,
    })
}
