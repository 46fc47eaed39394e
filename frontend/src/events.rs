//! The clock, the timers and the events of the window, each ended when its handle is dropped.

use shared::calendar::Instant;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// The present moment by this device's clock.
pub fn now() -> Instant {
    Instant::from_millis(js_sys::Date::now() as i64)
}

/// A listener, heard until this is dropped.
pub struct Listening {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        // Removing a listener that is gone already does nothing.
        let _ = self
            .target
            .remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
    }
}

/// Hears an event of a target.
pub fn listen(
    target: EventTarget,
    event: &'static str,
    heard: impl FnMut(Event) + 'static,
) -> Listening {
    let closure = Closure::<dyn FnMut(Event)>::new(heard);
    // A refused listener is one that never hears: the same as an event that never comes.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    Listening { target, event, closure }
}

/// Hears an event of the window, where there is one.
pub fn on_window(event: &'static str, heard: impl FnMut(Event) + 'static) -> Option<Listening> {
    Some(listen(web_sys::window()?.into(), event, heard))
}

/// Something that will be done, unless this is dropped before.
pub struct Timeout {
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Drop for Timeout {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

/// Does something after so many milliseconds.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) -> Option<Timeout> {
    let closure = Closure::once(act);
    let window = web_sys::window()?;
    let id = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(
            closure.as_ref().unchecked_ref(),
            milliseconds,
        )
        .ok()?;
    Some(Timeout { id, _closure: closure })
}
