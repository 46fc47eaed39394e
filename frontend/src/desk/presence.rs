//! Who else of the office has a request open, and who is writing.

use shared::desk::{BEAT_SECONDS, Doing, Here, Other, Present, presence};
use shared::ids::RequestId;
use wasm_bindgen_futures::spawn_local;
use web_sys::VisibilityState;
use yew::prelude::*;

use super::text::texts;
use crate::api::call;
use crate::browser;
use crate::events;
use crate::i18n::use_lang;
use crate::live::use_live;
use crate::ui::{Notice, Severity};

/// Props of [`Presence`].
#[derive(PartialEq, Properties)]
pub struct PresenceProps {
    /// Which request.
    pub request: RequestId,
    /// Whether the person writes to the customer.
    pub writing: bool,
    /// Told the names of the colleagues who write; nobody's if none does.
    pub onwriting: Callback<Option<AttrValue>>,
}

/// Says that the person is there for as long as the page is looked at, and shows who else is.
#[component]
pub fn Presence(props: &PresenceProps) -> Html {
    let words = texts(use_lang());
    let others = use_others(props.request, props.writing);
    let writing = names(&others, true);
    {
        let onwriting = props.onwriting.clone();
        use_effect_with(writing.clone(), move |writing| onwriting.emit(writing.clone()));
    }
    let reading = names(&others, false);
    // What comes is read out, and so the place for it is there before.
    html! {
        <div role="status">
            if let Some(names) = writing {
                <Notice severity={Severity::Warning}><p>{ (words.is_writing)(&names) }</p></Notice>
            } else if let Some(names) = reading {
                <Notice severity={Severity::Info}><p>{ (words.has_open)(&names) }</p></Notice>
            }
        </div>
    }
}

/// The names of those who write, or who only read.
fn names(others: &[Other], writing: bool) -> Option<AttrValue> {
    let names: Vec<&str> =
        others.iter().filter(|one| one.writing == writing).map(|one| one.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", ").into())
}

#[hook]
fn use_others(request: RequestId, writing: bool) -> Vec<Other> {
    let others = use_state_eq(Vec::<Other>::new);
    let beat = use_state_eq(|| 0_u32);
    let again = {
        let (setter, next) = (beat.setter(), beat.wrapping_add(1));
        Callback::from(move |()| setter.set(next))
    };
    let topic = presence(request);
    use_live(&[(topic.kind, topic.id)], again.clone());
    use_effect_with((request, writing, *beat), {
        let others = others.setter();
        move |(request, writing, _)| {
            let doing = if *writing { Doing::Writing } else { Doing::Reading };
            let here = Here { request: *request, doing };
            // Nobody is at a page that nobody looks at.
            if is_seen() {
                spawn_local(async move {
                    // Where it cannot be known, nobody is said to be there.
                    let present: Present = call(&here).await.unwrap_or_default();
                    others.set(present.others);
                });
            }
            let timer = events::after(BEAT_SECONDS as i32 * 1_000, move || again.emit(()));
            move || drop(timer)
        }
    });
    use_effect_with(request, |request| {
        let gone = Here { request: *request, doing: Doing::Gone };
        move || {
            spawn_local(async move {
                // If it does not arrive, time tells the others.
                let _ = call(&gone).await;
            });
        }
    });
    (*others).clone()
}

fn is_seen() -> bool {
    browser::document().is_none_or(|page| page.visibility_state() == VisibilityState::Visible)
}
