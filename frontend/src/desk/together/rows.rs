//! The requests that are answered together: read one after another, and sent in one call, which the server does row by row.

use std::cell::RefCell;
use std::rc::Rc;

use shared::desk::{Came, Each, Together};
use shared::ids::RequestId;
use shared::lang::Lang;
use shared::requests::{Action, Kind, Show, Thread};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::pending::Pending;
use crate::api::{CallError, Prepared, call, decode, prepare};
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
    Sending,
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
    // What got no answer: sent again it is done once.
    let unanswered = use_mut_ref(|| None::<Prepared>);
    use_effect_with(ids.clone(), {
        let (rows, progress, session) = (rows.setter(), progress.setter(), session.clone());
        move |ids| {
            let ids = ids.clone();
            spawn_local(async move {
                let mut read = Vec::with_capacity(ids.len());
                for id in ids.iter() {
                    let mut row = Row { id: *id, thread: None, error: None, done: false };
                    if renewed(&mut row, lang).await.is_err() {
                        return session.ended();
                    }
                    read.push(row);
                }
                rows.set(read);
                progress.set(Progress::Ready);
            });
        }
    });
    let send = {
        let (now, set, progress) = ((*rows).clone(), rows.setter(), progress.clone());
        Callback::from(move |(kind, make): (Kind, Make)| {
            if *progress == Progress::Sending {
                return;
            }
            let (mut now, set, progress) = (now.clone(), set.clone(), progress.setter());
            let (session, unanswered) = (session.clone(), unanswered.clone());
            progress.set(Progress::Sending);
            spawn_local(async move {
                let pending = Pending::begin();
                let sent = sent(&mut now, kind, &make, &unanswered, lang).await;
                drop(pending);
                match sent {
                    Ok(()) => set.set(now),
                    Err(SignedOut) => session.ended(),
                }
                progress.set(Progress::Ready);
            });
        })
    };
    ((*rows).clone(), *progress, send)
}

/// The session is over.
struct SignedOut;

/// The row with its request as it is now; without one where it is not the office's, or cannot be read, and then why.
async fn renewed(row: &mut Row, lang: Lang) -> Result<(), SignedOut> {
    match call(&Show { request: row.id }).await {
        Ok(thread) => row.thread = Some(Rc::new(thread)),
        Err(error) if error.is_signed_out() => return Err(SignedOut),
        Err(error) if error.is_not_found() => row.thread = None,
        Err(error) => row.error = Some(explain(lang, &error)),
    }
    Ok(())
}

/// Does it about all that it may be done about, and notes beside each what came of it.
async fn sent(
    rows: &mut [Row],
    kind: Kind,
    make: &Make,
    unanswered: &RefCell<Option<Prepared>>,
    lang: Lang,
) -> Result<(), SignedOut> {
    let one = |row: &Row| {
        let thread = row.thread.as_ref().filter(|_| row.may(kind))?;
        let (request, version, action) = (row.id, thread.version?, make(thread)?);
        Some(Each { request, version, action })
    };
    let together = Together { each: rows.iter().filter_map(one).collect() };
    let came = match sent_once(&together, unanswered).await {
        Ok(came) => came,
        Err(error) if error.is_signed_out() => return Err(SignedOut),
        Err(error) => {
            let tried = |row: &&mut Row| together.each.iter().any(|one| one.request == row.id);
            let why = explain(lang, &error);
            rows.iter_mut().filter(tried).for_each(|row| row.error = Some(why.clone()));
            return Ok(());
        }
    };
    for Came { request, acted, problem } in came {
        let Some(row) = rows.iter_mut().find(|row| row.id == request) else { continue };
        row.done = acted.is_some();
        row.error = problem.map(|problem| explain(lang, &CallError::Problem(problem)));
        // Where somebody was faster, the next try decides by what is there.
        if !row.done {
            renewed(row, lang).await?;
        }
    }
    Ok(())
}

/// Sends it, under the key of before where the same got no answer.
async fn sent_once(
    together: &Together,
    unanswered: &RefCell<Option<Prepared>>,
) -> Result<Vec<Came>, CallError> {
    let fresh = prepare(together)?;
    let before = unanswered.take().filter(|before| before.asks_the_same(&fresh));
    let prepared = before.unwrap_or(fresh);
    let reply = prepared.send(None).await.and_then(|text| decode(&text));
    if reply.is_err() {
        unanswered.replace(Some(prepared));
    }
    reply
}
