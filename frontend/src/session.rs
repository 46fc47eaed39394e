//! Who is signed in and for whom they work, for every screen.

use std::rc::Rc;

use js_sys::{Promise, Reflect};
use shared::auth::{Resource, Verb, may_ever};
use shared::ids::CompanyId;
use shared::session::{Viewer, Who as AskWho, WorkIdentity};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{self, CallError};
use crate::browser;
use crate::remote::{Cache, use_cache};

/// Under this name of the window `boot.js` leaves the answer to "who am I", asked while the app was still on its way.
const STARTED: &str = "cassettoSession";

/// Kept on this device while somebody is signed in, without saying who: then `boot.js` paints the bones of the first page.
const SIGNED: &str = "cassetto.signed";

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
    set: UseStateSetter<Who>,
    cache: Cache,
    ask: Callback<()>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        self.who == other.who
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
        browser::remember(SIGNED, "1");
        self.set.set(Who::Somebody(Rc::new(viewer)));
    }

    /// The session is over.
    pub fn ended(&self) {
        self.cache.clear();
        browser::forget(SIGNED);
        self.set.set(Who::Nobody);
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
    // Where nobody was signed in the way to sign in stands at once, and gives way should somebody be there after all.
    let who = use_state(|| match browser::recall(SIGNED) {
        Some(_) => Who::Unknown,
        None => Who::Nobody,
    });
    let ask = {
        let set = who.setter();
        Callback::from(move |()| {
            let set = set.clone();
            set.set(Who::Unknown);
            spawn_local(async move { set.set(find_out().await) });
        })
    };
    use_effect_with((), {
        let set = who.setter();
        move |()| spawn_local(async move { set.set(find_out().await) })
    });
    let session = Session { who: (*who).clone(), set: who.setter(), cache, ask };
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

async fn find_out() -> Who {
    let early = match started() {
        Some(answer) => api::receive(answer).await,
        None => Err(CallError::Offline),
    };
    let answer = match (early, api::prepare(&AskWho {})) {
        // Nothing was asked, or nothing came back: asked now, and for good.
        (Err(CallError::Offline), Ok(request)) => request.send(None).await,
        (early, _) => early,
    };
    match answer.and_then(|text| api::decode::<Option<Viewer>>(&text)) {
        Ok(Some(viewer)) => {
            browser::remember(SIGNED, "1");
            Who::Somebody(Rc::new(viewer))
        }
        Ok(None) => {
            browser::forget(SIGNED);
            Who::Nobody
        }
        Err(error) => Who::Unreachable(error),
    }
}

/// The promise that `boot.js` left, taken so that it is used once.
fn started() -> Option<Promise> {
    let (window, name) = (web_sys::window()?, JsValue::from_str(STARTED));
    let promise = Reflect::get(&window, &name).ok()?.dyn_into().ok()?;
    Reflect::set(&window, &name, &JsValue::UNDEFINED).ok()?;
    Some(promise)
}
