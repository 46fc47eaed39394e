//! Who is signed in and for whom they work, for every screen.

use std::rc::Rc;

use js_sys::{Promise, Reflect};
use shared::auth::{Resource, Verb, may_ever};
use shared::ids::CompanyId;
use shared::session::{Presence, SignInWay, Viewer, Who as AskWho, WorkIdentity};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{self, CallError};
use crate::browser;
use crate::i18n::use_lang_handle;
use crate::remote::{Cache, use_cache};
use crate::route::Route;
use crate::router::Address;

/// Under this name of the window `boot.js` leaves the answer to "who am I", asked while the app was still on its way.
const STARTED: &str = "cassettoSession";

/// Kept on this device while somebody is signed in: their language, and not who they are. Then `boot.js` paints the bones of the first
/// page, in that language.
pub(crate) const SIGNED: &str = "cassetto.signed";

/// What is known of who is there.
#[derive(Clone, PartialEq)]
pub enum Who {
    /// Being asked.
    Unknown,
    /// Nobody is signed in.
    Nobody,
    /// Somebody is.
    Somebody(Rc<Viewer>),
    /// The question got no answer.
    Unreachable(CallError),
}

/// The session, and what can happen to it. Cheap to clone.
#[derive(Clone)]
pub struct Session {
    /// Who is there.
    pub who: Who,
    /// The ways to sign in that the server has; `None` until it has told.
    pub ways: Option<Vec<SignInWay>>,
    set: UseStateSetter<Who>,
    cache: Cache,
    ask: Callback<()>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        self.who == other.who && self.ways == other.ways
    }
}

impl Session {
    /// Who is signed in.
    pub fn viewer(&self) -> Option<&Rc<Viewer>> {
        match &self.who {
            Who::Somebody(viewer) => Some(viewer),
            Who::Unknown | Who::Nobody | Who::Unreachable(_) => None,
        }
    }

    /// Somebody signed in, or works for somebody else now: what was read before is forgotten.
    pub fn began(&self, viewer: Viewer) {
        self.cache.clear();
        self.set.set(somebody(viewer));
    }

    /// The session is over.
    pub fn ended(&self) {
        self.cache.clear();
        self.set.set(nobody());
    }

    /// So many notifications are unread.
    pub fn told(&self, unread: u32) {
        if let Some(viewer) = self.viewer().filter(|viewer| viewer.unread != unread) {
            self.set.set(Who::Somebody(Rc::new(Viewer { unread, ..(**viewer).clone() })));
        }
    }

    /// Asks again who is there.
    pub fn ask(&self) {
        self.ask.emit(());
    }
}

/// Whether a person of this role may ever do this: what a screen asks before it offers it.
pub fn can(viewer: &Viewer, resource: Resource, verb: Verb) -> bool {
    may_ever(viewer.role, resource, verb)
}

/// The company worked for, where it is one.
pub fn company_of(viewer: &Viewer) -> Option<CompanyId> {
    match &viewer.working_for {
        WorkIdentity::Company { id, .. } => Some(*id),
        WorkIdentity::Practice { .. } | WorkIdentity::Office { .. } | WorkIdentity::System => None,
    }
}

/// Gives the session to everything inside it.
#[component]
pub fn SessionProvider(props: &html::ChildrenProps) -> Html {
    let cache = use_cache();
    let lang = use_lang_handle();
    let who = use_state(at_first);
    let ways = use_state_eq(|| None);
    let find = {
        let (who, ways) = (who.setter(), ways.setter());
        Callback::from(move |()| {
            let (who, ways) = (who.clone(), ways.clone());
            spawn_local(async move {
                who.set(match find_out().await {
                    Ok(presence) => {
                        ways.set(Some(presence.ways));
                        presence.viewer.map_or_else(nobody, somebody)
                    }
                    Err(error) => Who::Unreachable(error),
                });
            });
        })
    };
    let ask = {
        let (who, find) = (who.setter(), find.clone());
        Callback::from(move |()| {
            who.set(Who::Unknown);
            find.emit(());
        })
    };
    use_effect_with((), move |()| find.emit(()));
    let session =
        Session { who: (*who).clone(), ways: (*ways).clone(), set: who.setter(), cache, ask };
    use_effect_with(session.viewer().map(|viewer| viewer.lang), move |theirs| {
        if let (Some(lang), Some(theirs)) = (lang, theirs) {
            lang.follow(*theirs);
        }
    });
    html! { <ContextProvider<Session> context={session}>{ props.children.clone() }</ContextProvider<Session>> }
}

/// The session. Every screen is inside a [`SessionProvider`].
#[hook]
pub fn use_session() -> Session {
    use_context::<Session>().expect("the app is wrapped in a SessionProvider")
}

/// Who is signed in, on a screen that is shown to nobody else.
#[hook]
pub fn use_viewer() -> Rc<Viewer> {
    use_session()
        .viewer()
        .cloned()
        .expect("screens inside the layout are drawn only for somebody signed in")
}

/// Where nobody was signed in the way to sign in stands at once, and gives way should somebody be there after all.
fn at_first() -> Who {
    let at_door = matches!(Route::of(&Address::here().path), Route::Root | Route::SignIn);
    if at_door && browser::recall(SIGNED).is_none() { Who::Nobody } else { Who::Unknown }
}

fn somebody(viewer: Viewer) -> Who {
    browser::remember(SIGNED, viewer.lang.code());
    Who::Somebody(Rc::new(viewer))
}

fn nobody() -> Who {
    browser::forget(SIGNED);
    Who::Nobody
}

async fn find_out() -> Result<Presence, CallError> {
    let early = match started() {
        Some(answer) => api::receive(answer).await,
        None => Err(CallError::Offline),
    };
    let answer = match (early, api::prepare(&AskWho {})) {
        // Nothing was asked, or nothing came back: asked now, and for good.
        (Err(CallError::Offline), Ok(request)) => request.send(None).await,
        (early, _) => early,
    };
    answer.and_then(|text| api::decode(&text))
}

/// The promise that `boot.js` left, taken so that it is used once.
fn started() -> Option<Promise> {
    let (window, name) = (web_sys::window()?, JsValue::from_str(STARTED));
    let promise = Reflect::get(&window, &name).ok()?.dyn_into().ok()?;
    Reflect::set(&window, &name, &JsValue::UNDEFINED).ok()?;
    Some(promise)
}
