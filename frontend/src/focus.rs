//! What a page load does by itself and a router does not: title, focus, scroll, and a word to those who do not see it.

use crate::browser;
use crate::router::use_navigator;
use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, FocusOptions, HtmlElement};
use yew::prelude::*;

/// The name of the product, at the end of every title.
const PRODUCT: &str = "Cassetto";
/// The element whose changes are read out.
const ANNOUNCER_ID: &str = "announcer";
/// How many frames a page that is still loading is waited for before the scroll is put back as far as it goes.
const PATIENCE: u32 = 300;
/// Put on the document while its scroll is put back: the browser does not move it when something comes in above (base.css).
const HELD: &str = "data-held";
/// Under this name of the window `boot.js` says that a page of the app, or the way back to one, led here.
const LED: &str = "cassettoLed";

thread_local! {
    /// How far each page was scrolled when it was left, by its address.
    static SCROLLED: RefCell<HashMap<String, f64>> = RefCell::default();
    /// How far the page being shown is scrolled.
    static NOW: Cell<f64> = const { Cell::new(0.0) };
    /// Whether the navigation under way goes back or forward in the history.
    static POPPED: Cell<bool> = const { Cell::new(false) };
}

/// Props of [`PageFocus`].
#[derive(PartialEq, Properties)]
pub struct PageFocusProps {
    /// The title of the page being shown, as its heading says it.
    pub title: AttrValue,
    /// Whether the page is the one that stays; before that it only waits.
    pub settled: bool,
}

/// Put once inside the router: on each navigation sets the document's title, moves the focus to the heading of the new
/// page, and scrolls to its top, or to where it was when one goes back. That holds from one document of the app to the next too.
#[component]
pub fn PageFocus(props: &PageFocusProps) -> Html {
    let here = use_navigator();
    let (address, visit) = here
        .as_ref()
        .map(|here| (here.address().path.clone(), here.address().visit))
        .unwrap_or_default();
    let previous = use_mut_ref(|| None::<(String, u32)>);
    use_effect_with((), |()| watch_scroll());
    use_effect_with(props.title.clone(), |title| set_title(title));
    use_effect_with(
        (address, visit, props.title.clone(), props.settled),
        move |(address, visit, title, settled)| {
            if !settled {
                return;
            }
            match previous.replace(Some((address.clone(), *visit))) {
                Some((left, _)) if left != *address => arrive(left, address, title.clone()),
                Some((_, before)) if before != *visit => {
                    // The scroll stays, whichever way that went.
                    POPPED.set(false);
                    next_frame(keep);
                }
                Some(_) => {}
                None => begin(title.clone()),
            }
        },
    );
    html! { <div id={ANNOUNCER_ID} class="sr-only" aria-live="polite"></div> }
}

/// Has assistive technology read a sentence when it is idle: "12 risultati", "Salvato".
pub fn announce(text: &str) {
    if let Some(announcer) = browser::find(&format!("#{ANNOUNCER_ID}")) {
        announcer.set_text_content(Some(text));
    }
}

fn set_title(title: &str) {
    if let Some(document) = browser::document() {
        document.set_title(&format!("{title} · {PRODUCT}"));
    }
}

fn arrive(left: String, address: &str, title: AttrValue) {
    SCROLLED.with_borrow_mut(|scrolled| scrolled.insert(left, NOW.get()));
    let back_to = match POPPED.replace(false) {
        true => SCROLLED.with_borrow(|scrolled| scrolled.get(address).copied()),
        false => None,
    };
    show(Some(title), back_to.unwrap_or(0.0));
}

/// Gives the focus to what a selector finds once the page shows what was just changed, where there is such a thing.
pub fn on(selector: &'static str) {
    next_frame(move || browser::focus(selector));
}

/// Where what has the focus goes with a change of the component, the first thing that a selector finds has it then, or else the heading.
/// Whoever is elsewhere, or nowhere, stays there.
#[hook]
pub fn use_kept(instead: Option<&str>) {
    // Until the component is drawn again the page is as it was.
    let drawn = use_mut_ref(|| false);
    let (is_somewhere, instead) =
        (drawn.replace(true) && !is_nowhere(), instead.map(str::to_owned));
    use_effect(move || {
        if is_somewhere && is_nowhere() {
            instead.iter().for_each(|selector| browser::focus(selector));
            keep();
        }
    });
}

/// What had the focus may be gone with the part of the page that it stood in: then the heading has it, or the dialog that is open.
pub fn keep() {
    if !is_nowhere() {
        return;
    }
    match browser::find("dialog[open] .modal-head button") {
        Some(close) => drop(close.focus()),
        None => heading(),
    }
}

/// Whether nothing has the focus.
pub fn is_nowhere() -> bool {
    let focused = browser::document().and_then(|document| document.active_element());
    focused.is_none_or(|focused| focused.tag_name() == "BODY")
}

/// The first page of a document. The browser has put the focus where it belongs, unless another document of the app led here; and
/// it has left the scroll alone, as `boot.js` told it.
fn begin(title: AttrValue) {
    let Some(window) = browser::window() else { return };
    let led = Reflect::get(&window, &JsValue::from_str(LED)).is_ok_and(|led| led.is_truthy());
    let scrolled = window.history().and_then(|history| history.state()).ok();
    show(led.then_some(title), scrolled.and_then(|state| state.as_f64()).unwrap_or_default());
}

/// Moves the focus to the heading, where its words are given, and puts the scroll back.
fn show(heading: Option<AttrValue>, scrolled: f64) {
    next_frame(move || {
        if let Some(title) = heading.filter(|_| !focus_heading()) {
            announce(&title);
        }
        let (Some(window), Some(root)) = (browser::window(), browser::root()) else { return };
        if scrolled > 0.0 {
            let _ = root.set_attribute(HELD, "");
            return hold(scrolled, top(&window), PATIENCE);
        }
        window.scroll_to_with_x_and_y(0.0, 0.0);
    });
}

/// Gives the focus to the heading, where the button that had it is gone and no other is left.
pub fn heading() {
    focus_heading();
}

/// Gives the focus to the field that a page is about, where it has one, or to the heading that can be seen: the one of the top bar on a
/// phone, the page's own elsewhere.
fn focus_heading() -> bool {
    if let Some(field) = browser::find("main [autofocus]") {
        return field.focus().is_ok();
    }

    let Some(headings) =
        browser::document().and_then(|document| document.query_selector_all("h1").ok())
    else {
        return false;
    };
    let seen = (0..headings.length())
        .filter_map(|index| headings.get(index)?.dyn_into::<HtmlElement>().ok())
        .find(|heading| heading.offset_height() > 0);
    let Some(heading) = seen else { return false };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    heading.set_attribute("tabindex", "-1").is_ok() && heading.focus_with_options(&options).is_ok()
}

/// Scrolls once the page is long enough, and keeps it there while what stands above still comes: looks again at each frame, and lets
/// go when the person scrolls.
fn hold(wanted: f64, seen: f64, patience: u32) {
    let (Some(window), Some(root)) = (browser::window(), browser::root()) else { return };
    let reach = f64::from(root.scroll_height() - root.client_height());
    let now = top(&window);
    let is_moved = now != seen && now < reach;
    if is_moved || patience == 0 {
        // Nothing is lost without it: the page may move under what comes above.
        let _ = root.remove_attribute(HELD);
        return;
    }
    if now != wanted && (reach >= wanted || patience == 1) {
        window.scroll_to_with_x_and_y(0.0, wanted);
    }
    let seen = top(&window);
    next_frame(move || hold(wanted, seen, patience - 1));
}

fn top(window: &web_sys::Window) -> f64 {
    window.scroll_y().unwrap_or_default()
}

fn next_frame(run: impl FnOnce() + 'static) {
    if let Some(window) = browser::window() {
        // Without an animation frame (a hidden page) nobody looks: the next navigation sets it right.
        let _ = window.request_animation_frame(Closure::once_into_js(run).unchecked_ref());
    }
}

/// Follows the scroll and the history for as long as the app lives. `boot.js` has told the browser to leave the scroll alone.
fn watch_scroll() {
    let Some(window) = browser::window() else { return };
    let on_scroll = {
        let window = window.clone();
        move || NOW.set(top(&window))
    };
    listen(&window, "scroll", move |_| on_scroll());
    listen(&window, "popstate", |_| POPPED.set(true));
}

fn listen(target: &web_sys::EventTarget, event: &str, run: impl Fn(Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(run);
    // In the capture phase, so that the history is known to move before the router draws the page.
    let _ = target.add_event_listener_with_callback_and_bool(
        event,
        closure.as_ref().unchecked_ref(),
        true,
    );
    closure.forget();
}
