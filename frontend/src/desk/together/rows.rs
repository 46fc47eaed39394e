//! The requests that are answered together: read one after another, and sent one after another, each with a key of its own.

use std::rc::Rc;

use shared::ids::RequestId;
use shared::requests::{Act, Action, Kind, Show, Thread};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::pending::Pending;
use crate::api::{CallError, Prepared, call, prepare};
use crate::i18n::use_lang;
use crate::remote::explain;
use crate::session::use_session;

/// A request, and what came of it.
#[derive(Clone)]
pub(super) struct Row {
    pub id: RequestId,
    /// As it is now; none where it is not the office's any more.
    pub thread: Option<Rc<Thread>>,
    /// Why the last try did not succeed.
    pub error: Option<AttrValue>,
    /// What got no answer: sent again it is done once.
    unanswered: Option<Prepared>,
    done: bool,
}

impl Row {
    /// Whether it has what was written.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// Whether the person may do this about it now.
    pub fn may(&self, kind: Kind) -> bool {
        let allowed = |thread: &Rc<Thread>| thread.allowed.contains(&kind);
        !self.done && self.thread.as_ref().is_some_and(allowed)
    }
}

/// How far it is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Progress {
    Reading,
    Ready,
    /// The one that is being sent, from 1, and of how many.
    Sending(usize, usize),
}

/// What is done, made for each request; nothing for one that must be left out.
pub(super) type Make = Box<dyn Fn(&Thread) -> Option<Action>>;
/// Does something of a kind about all that it may be done about.
pub(super) type Sender = Callback<(Kind, Make)>;

#[hook]
pub(super) fn use_rows(ids: &Rc<Vec<RequestId>>) -> (Vec<Row>, Progress, Sender) {
    let (lang, session) = (use_lang(), use_session());
    let rows = use_state(Vec::<Row>::new);
    let progress = use_state_eq(|| Progress::Reading);
    use_effect_with(ids.clone(), {
        let (rows, progress, session) = (rows.setter(), progress.setter(), session.clone());
        move |ids| {
            let ids = ids.clone();
            spawn_local(async move {
                let mut read = Vec::with_capacity(ids.len());
                for id in ids.iter() {
                    match seen(*id).await {
                        Ok(thread) => read.push(row(*id, thread)),
                        Err(error) if error.is_signed_out() => return session.ended(),
                        Err(error) => {
                            let error = Some(explain(lang, &error));
                            read.push(Row { error, ..row(*id, None) });
                        }
                    }
                }
                rows.set(read);
                progress.set(Progress::Ready);
            });
        }
    });
    let send = {
        let (now, set, progress) = ((*rows).clone(), rows.setter(), progress.clone());
        Callback::from(move |(kind, make): (Kind, Make)| {
            if matches!(*progress, Progress::Sending(..)) {
                return;
            }
            let (mut now, set, progress) = (now.clone(), set.clone(), progress.setter());
            let session = session.clone();
            progress.set(Progress::Sending(0, 0));
            spawn_local(async move {
                let pending = Pending::begin();
                let fits = |row: &Row| {
                    row.may(kind)
                        && row.thread.as_ref().is_some_and(|thread| make(thread).is_some())
                };
                let places = now.iter().enumerate().filter(|(_, row)| fits(row));
                let places: Vec<usize> = places.map(|(at, _)| at).collect();
                for (count, at) in (1..).zip(&places) {
                    progress.set(Progress::Sending(count, places.len()));
                    let Some(row) = now.get_mut(*at) else { continue };
                    match done(row, &make).await {
                        Ok(()) => {}
                        Err(error) if error.is_signed_out() => return session.ended(),
                        Err(error) => row.error = Some(explain(lang, &error)),
                    }
                    set.set(now.clone());
                }
                drop(pending);
                progress.set(Progress::Ready);
            });
        })
    };
    ((*rows).clone(), *progress, send)
}

fn row(id: RequestId, thread: Option<Rc<Thread>>) -> Row {
    Row { id, thread, error: None, unanswered: None, done: false }
}

/// A request as it is now; nothing where it is not the office's.
async fn seen(request: RequestId) -> Result<Option<Rc<Thread>>, CallError> {
    match call(&Show { request }).await {
        Ok(thread) => Ok(Some(Rc::new(thread))),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Does it about one request. Where somebody was faster, the request is read again, so that the next try decides by what is there.
async fn done(row: &mut Row, make: &Make) -> Result<(), CallError> {
    let Some(thread) = &row.thread else { return Ok(()) };
    let Some(action) = make(thread) else { return Ok(()) };
    let act = Act::of(row.id, Some(thread.version), action);
    let fresh = prepare(&act)?;
    let prepared = match row.unanswered.take() {
        Some(before) if before.asks_the_same(&fresh) => before,
        _ => fresh,
    };
    row.error = None;
    match prepared.send(None).await {
        Ok(_) => row.done = true,
        Err(error) => {
            match &error {
                CallError::Problem(_) => row.thread = seen(row.id).await?,
                _ => row.unanswered = Some(prepared),
            }
            return Err(error);
        }
    }
    Ok(())
}
