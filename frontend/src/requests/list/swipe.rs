//! Putting conversations away, and taking them back: one by moving its card aside on a phone, as the button in it does, or all that are
//! selected.

use shared::ids::RequestId;
use shared::requests::Archive;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::api;
use crate::i18n::use_lang;
use crate::remote::{explain, use_cache};
use crate::requests::text::texts;
use crate::ui::media::{TABLET, use_media};
use crate::ui::{Button, ButtonKind, ButtonSize, IconName, Severity, Toast, use_toasts};

/// Pixels that a finger moves before it is more than a tap, and after which the card goes when it is let go of.
const TAP: i32 = 12;
const FAR: i32 = 112;
/// What the card says behind itself while it is moved, and that it is far enough.
const SAID: &str = "data-swipe";
const IS_FAR: &str = "swiped-far";

/// Props of [`Swiped`].
#[derive(PartialEq, Properties)]
pub(super) struct SwipedProps {
    /// Whether what is listed is put away now.
    pub archived: bool,
    /// One of them is otherwise now.
    pub ondone: Callback<()>,
    /// The table, its rows leading to conversations.
    pub children: Html,
}

/// The list, whose cards can be moved to the left. Up and down stays the browser's: it takes the finger away then.
#[component]
pub(super) fn Swiped(props: &SwipedProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (put, wide) = (use_put(props.ondone.clone()), use_media(TABLET));
    let held = use_mut_ref(|| None::<Held>);
    let label = if props.archived { words.unarchive } else { words.archive };
    let onpointerdown = {
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            if !wide && event.pointer_type() == "touch" && event.is_primary() {
                *held.borrow_mut() = Held::of(&event);
            }
        })
    };
    let onpointermove = {
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            // A second finger moves nothing.
            if event.is_primary() {
                held.borrow().iter().for_each(|held| held.follow(event.client_x(), label));
            }
        })
    };
    let onpointerup = {
        let (held, archived) = (held.clone(), !props.archived);
        Callback::from(move |event: PointerEvent| {
            let Some(held) = held.take() else { return };
            held.rest();
            if held.moved(event.client_x()) >= FAR {
                put.emit(Put { requests: vec![held.request], archived });
            }
        })
    };
    let onpointercancel = Callback::from(move |_: PointerEvent| {
        held.take().iter().for_each(Held::rest);
    });
    html! {
        <div class="swipes" {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>{ props.children.clone() }</div>
    }
}

/// Puts conversations away or takes them back, and says so with a way to undo it.
#[hook]
fn use_put(ondone: Callback<()>) -> Callback<Put> {
    let lang = use_lang();
    let words = texts(lang);
    let (cache, toasts) = (use_cache(), use_toasts());
    // Each by itself; after one that fails the rest stays as it is.
    let put = Callback::from(move |(asked, undo): (Put, Option<Callback<()>>)| {
        let (cache, toasts, ondone) = (cache.clone(), toasts.clone(), ondone.clone());
        spawn_local(async move {
            let Put { requests, archived } = asked;
            let many = requests.len() > 1;
            let (mut is_done, mut failed) = (false, None);
            for request in requests {
                failed = api::call(&Archive { request, archived }).await.err();
                if failed.is_some() {
                    break;
                }
                is_done = true;
            }
            if is_done {
                // Lists say otherwise.
                cache.clear();
                ondone.emit(());
            }
            let done = match archived {
                _ if many => words.done,
                true => words.is_archived,
                false => words.taken_back,
            };
            let said = match failed {
                Some(error) => Some(Toast::new(Severity::Error, explain(lang, &error))),
                None => undo
                    .map(|undo| Toast::new(Severity::Success, done).with_action(words.undo, undo)),
            };
            toasts.iter().zip(said).for_each(|(toasts, said)| toasts.show(said));
        });
    });
    Callback::from(move |asked: Put| {
        let (again, back) = (put.clone(), Put { archived: !asked.archived, ..asked.clone() });
        let undo = Callback::from(move |()| again.emit((back.clone(), None)));
        put.emit((asked, Some(undo)));
    })
}

/// Which are put away, or taken back.
#[derive(Clone)]
struct Put {
    requests: Vec<RequestId>,
    archived: bool,
}

/// Props of [`Several`].
#[derive(PartialEq, Properties)]
pub(super) struct SeveralProps {
    /// Those that are selected.
    pub requests: Vec<RequestId>,
    /// Whether what is listed is put away now.
    pub archived: bool,
    /// Some of them are otherwise now.
    pub ondone: Callback<()>,
}

/// The button that puts away, or takes back, all that is selected.
#[component]
pub(super) fn Several(props: &SeveralProps) -> Html {
    let words = texts(use_lang());
    let put = use_put(props.ondone.clone());
    let (requests, archived) = (props.requests.clone(), !props.archived);
    let label = if archived { words.archive } else { words.unarchive };
    let label = [label, " (", &requests.len().to_string(), ")"].concat();
    let onclick = put.reform(move |_: MouseEvent| Put { requests: requests.clone(), archived });
    html! {
        <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} icon={IconName::Folder} {onclick}>{ label }</Button>
    }
}

/// A card under a finger.
struct Held {
    card: HtmlElement,
    request: RequestId,
    /// Where the finger came down.
    from: i32,
}

impl Held {
    /// The card that was touched, if it leads to a conversation.
    fn of(event: &PointerEvent) -> Option<Self> {
        let touched = event.target()?.dyn_into::<Element>().ok()?;
        let card = touched.closest("tbody tr").ok()??;
        let href = card.query_selector(".row-link").ok()??.get_attribute("href")?;
        let request = href.rsplit('/').next()?.parse().ok()?;
        Some(Self { card: card.dyn_into().ok()?, request, from: event.client_x() })
    }

    /// How far to the left the finger is.
    fn moved(&self, to: i32) -> i32 {
        (self.from - to).max(0)
    }

    /// Keeps the card under the finger.
    fn follow(&self, to: i32, label: &str) {
        let moved = self.moved(to);
        if moved < TAP {
            return self.rest();
        }
        // What the browser refuses here only looks otherwise.
        let _ = self.card.set_attribute(SAID, label);
        let _ =
            self.card.style().set_property("translate", &["-", &moved.to_string(), "px"].concat());
        let _ = self.card.class_list().toggle_with_force(IS_FAR, moved >= FAR);
    }

    /// Puts the card back.
    fn rest(&self) {
        let _ = self.card.remove_attribute(SAID);
        let _ = self.card.style().remove_property("translate");
        let _ = self.card.class_list().remove_1(IS_FAR);
    }
}
