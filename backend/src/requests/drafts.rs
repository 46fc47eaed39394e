//! Drafts of requests, and what is written in a conversation and not sent: a person's own, whatever becomes of their delegations
//! meanwhile.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use shared::attachments::LIMITS;
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{AttachmentId, DraftId, PersonId, RequestId};
use shared::live::{Topic, TopicKind};
use shared::page::Page;
use shared::requests::{
    DiscardDraft, DraftRow, Drafts, Keep, LONGEST_SUBJECT, Left, LeftRow, MOST_DRAFTS, SaveDraft,
    SavedDraft, ShowDraft, Unsent, What, is_beyond_keeping,
};

use super::retention::{last_day, retention};
use super::service::{actor, head};
use super::show::kept_as;
use super::table::{DRAFTS, Json, Kept, LINES, LineRow, UNSENT, UNSENT_OF};
use crate::access::relation;
use crate::app::App;
use crate::attachments::service as attachments;
use crate::audit::NewEntry;
use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::live::service::{self as live, Audience};
use crate::store::{Order, ReadTx, Span, Store, WriteTx};
use crate::write::write;

/// Bytes of the names of what a draft was opened from.
const LONGEST_ABOUT: usize = 2_000;

pub(super) async fn save(app: App, call: Call, request: SaveDraft) -> Result<Answer<SavedDraft>> {
    let SaveDraft { draft, version, content } = request;
    for (field, words) in [("subject", &content.subject), ("text", &content.text)] {
        if is_beyond_keeping(words) {
            return Err(Error::field(field, "too_long"));
        }
    }
    if content.about.as_ref().is_some_and(|about| about.length() > LONGEST_ABOUT) {
        return Err(Error::field("about", "too_long"));
    }
    if content.attachments.len() > LIMITS.unclaimed {
        return Err(Error::field("attachments", "too_many"));
    }
    let (person, now, new) = (call.caller.person, app.now(), app.new_id());
    let saved = write(&app, call.key, Some(person), move |tx| {
        let id = draft.unwrap_or(new);
        let kept = DRAFTS.get(tx, &(person, id))?.map(|row| row.read::<Kept>()).transpose()?;
        let current = match (draft, kept) {
            (None, _) => 0,
            (Some(_), Some(kept)) => kept.version,
            (Some(_), None) => return Err(Fault::NotFound.into()),
        };
        if current != version {
            return Err(Fault::Conflict(current).into());
        }
        if draft.is_none() && DRAFTS.count(tx, &Span::prefix(&person), MOST_DRAFTS)? == MOST_DRAFTS
        {
            return Err(Error::field("draft", "too_many"));
        }
        if draft.is_none() {
            tell_drafts(tx, person)?;
        }
        let kept = Kept { version: version + 1, at: now, content: content.clone() };
        DRAFTS.put(tx, &(person, id), &Json::of(&kept)?)?;
        let entry = NewEntry::of(SaveDraft::SPEC.name).about(id);
        Ok((shown(id, kept), entry))
    });
    Ok(saved.await?.into())
}

/// Keeps what is written in a conversation.
pub(super) async fn keep(app: App, call: Call, request: Keep) -> Result<Answer<()>> {
    let Keep { request: id, after, unsent } = request;
    if unsent.words().into_iter().any(is_beyond_keeping) {
        return Err(Error::field("text", "too_long"));
    }
    if unsent.attachments.len() > LIMITS.unclaimed {
        return Err(Error::field("attachments", "too_many"));
    }
    let (caller, today) = (call.caller, app.today());
    let kept = write(&app, call.key, Some(caller.person), move |tx| {
        let head = head(tx, id)?.ok_or(Fault::NotFound)?;
        let (place, part) = ((id, caller.person), actor(tx, &caller, &head, today)?);
        // Where nothing can be read any more, what was left can be thrown away.
        let may_discard = unsent.is_blank() && UNSENT.exists(tx, &place)?;
        if part.is_none() && !may_discard {
            return Err(Fault::NotFound.into());
        }
        if unsent.is_blank() {
            if part.is_none()
                && let Some(left) = self::unsent(tx, id, caller.person)?
            {
                attachments::release(tx, caller.person, &left.attachments)?;
            }
            let_go(tx, place)?;
        } else if let Some(part) = part
            && !has_acted(tx, place, kept_as(tx, id, part, after)?)?
        {
            UNSENT.put(tx, &place, &Json::of(&unsent)?)?;
            UNSENT_OF.put(tx, &(caller.person, id))?;
        }
        Ok(((), NewEntry::of(Keep::SPEC.name).for_company(head.company).about(id)))
    });
    Ok(kept.await?.into())
}

/// Whether somebody did something in a conversation after a line of it.
fn has_acted(tx: &dyn ReadTx, (id, person): (RequestId, PersonId), after: u32) -> Result<bool> {
    let later = Span::prefix(&id).after(&(id, after), Order::Ascending);
    for (_, row) in LINES.collect(tx, &later, Order::Ascending)? {
        let line: LineRow = row.read()?;
        if line.person == Some(person) && matches!(line.what, What::Done(_)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What somebody wrote in a conversation and has not sent.
pub(super) fn unsent(tx: &dyn ReadTx, id: RequestId, person: PersonId) -> Result<Option<Unsent>> {
    UNSENT.get(tx, &(id, person))?.map(|row| row.read()).transpose()
}

/// What somebody wrote in a conversation is sent, or given up.
pub(super) fn let_go(tx: &mut dyn WriteTx, (id, person): (RequestId, PersonId)) -> Result<()> {
    if UNSENT.delete(tx, &(id, person))? {
        UNSENT_OF.delete(tx, &(person, id))?;
    }
    Ok(())
}

/// What the caller wrote where they may read no more: it tells nothing of the company, and of the request only that it is another one.
pub(super) async fn left(app: App, call: Call, _: Left) -> Result<Answer<Page<LeftRow>>> {
    let (caller, today) = (call.caller, app.today());
    app.store().read(|tx| {
        let mut rows = Vec::new();
        for (_, request) in
            UNSENT_OF.collect(tx, &Span::prefix(&caller.person), Order::Ascending)?
        {
            let Some(head) = head(tx, request)? else { continue };
            if actor(tx, &caller, &head, today)?.is_none()
                && let Some(unsent) = unsent(tx, request, caller.person)?
            {
                let attachments = attachments::unclaimed(tx, caller.person, &unsent.attachments)?;
                rows.push(LeftRow { request, unsent, attachments });
            }
        }
        Ok(Page::whole(rows).into())
    })
}

/// Fills the index of what people have not sent in a store that was written before there was one.
///
/// # Errors
/// Those of the store.
pub(super) fn index_unsent(store: &Store) -> Result<()> {
    if store.read(|tx| UNSENT_OF.count(tx, &Span::all(), 1))? > 0 {
        return Ok(());
    }
    let kept = store.read(|tx| UNSENT.collect(tx, &Span::all(), Order::Ascending))?;
    if kept.is_empty() {
        return Ok(());
    }
    store.transact_blocking(move |tx| {
        kept.iter()
            .try_for_each(|((request, person), _)| UNSENT_OF.put(tx, &(*person, *request)))?;
        Ok(())
    })
}

/// Tells the open tabs of a person that a draft came or went.
pub(super) fn tell_drafts(tx: &mut dyn WriteTx, person: PersonId) -> Result<()> {
    live::publish(tx, &Audience::Person(person), Topic::of(TopicKind::Drafts))
}

fn shown(draft: DraftId, kept: Kept) -> SavedDraft {
    let Kept { version, at, content } = kept;
    SavedDraft { draft, version, at, content }
}

pub(super) async fn list(app: App, call: Call, _: Drafts) -> Result<Answer<Page<DraftRow>>> {
    let (caller, today) = (call.caller, app.today());
    app.store().read(|tx| {
        let mut rows = Vec::new();
        let retention = retention(tx, today)?;
        for ((_, draft), row) in
            DRAFTS.collect(tx, &Span::prefix(&caller.person), Order::Ascending)?
        {
            let Kept { at, content, .. } = row.read()?;
            let mut name = None;
            if let Some(company) = content.company
                && relation(tx, &caller, company, today)?.is_some()
            {
                name = companies::name_and_code(tx, company)?.map(|(name, _)| name);
            }
            let (company, topic) = (content.company, content.topic);
            let subject = content.subject.chars().take(LONGEST_SUBJECT).collect();
            let until = retention.map(|retention| last_day(at, retention.drafts_months));
            rows.push(DraftRow { draft, at, until, company, name, topic, subject });
        }
        rows.sort_by_key(|row| Reverse(row.at));
        Ok(Page::whole(rows).into())
    })
}

pub(super) async fn show(app: App, call: Call, request: ShowDraft) -> Result<Answer<SavedDraft>> {
    let place = (call.caller.person, request.draft);
    app.store().read(|tx| {
        let kept = DRAFTS.get(tx, &place)?.ok_or(Fault::NotFound)?.read()?;
        Ok(shown(request.draft, kept).into())
    })
}

pub(super) async fn discard(app: App, call: Call, request: DiscardDraft) -> Result<Answer<()>> {
    let person = call.caller.person;
    let done = write(&app, call.key, Some(person), move |tx| {
        let place = (person, request.draft);
        let kept: Kept = DRAFTS.get(tx, &place)?.ok_or(Fault::NotFound)?.read()?;
        attachments::release(tx, person, &kept.content.attachments)?;
        DRAFTS.delete(tx, &place)?;
        tell_drafts(tx, person)?;
        Ok(((), NewEntry::of(DiscardDraft::SPEC.name).about(request.draft)))
    });
    Ok(done.await?.into())
}

/// The uploads that go with a draft, or with words that were not sent.
pub(super) fn uploads_kept(tx: &dyn ReadTx) -> Result<BTreeSet<AttachmentId>> {
    let mut kept = BTreeSet::new();
    for (_, row) in DRAFTS.collect(tx, &Span::all(), Order::Ascending)? {
        kept.extend(row.read::<Kept>()?.content.attachments);
    }
    for (_, row) in UNSENT.collect(tx, &Span::all(), Order::Ascending)? {
        kept.extend(row.read::<Unsent>()?.attachments);
    }
    Ok(kept)
}
