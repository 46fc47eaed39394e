//! What somebody writes goes to the server at every pause.

use shared::endpoint::Endpoint;
use yew::prelude::*;

use super::Action;
use crate::api::CallError;
use crate::events;

/// Milliseconds without a key after which what is written is kept.
const PAUSE_MS: i32 = 800;
/// Milliseconds after which something is tried again without a network, for browsers that do not say when it is back.
pub const AGAIN_MS: i32 = 5_000;

/// Does `action` with what is written after a pause, while it is due. What was refused is not sent again until it is changed.
#[hook]
pub fn use_pauses<E: Endpoint, T: Clone + PartialEq + 'static>(
    action: &Action<E>,
    written: T,
    due: bool,
    write: impl FnOnce(T) -> E + 'static,
) {
    let wait = match &action.error {
        None => Some(PAUSE_MS),
        Some(CallError::Offline) => Some(AGAIN_MS),
        Some(_) => None,
    };
    let tried = use_mut_ref(|| None::<T>);
    let run = action.run.clone();
    use_effect_with((written, due && !action.busy), move |(written, due)| {
        let again = wait.is_some() || tried.borrow().as_ref() != Some(written);
        let written = written.clone();
        let timer = (*due && again).then(|| {
            events::after(wait.unwrap_or(PAUSE_MS), move || {
                tried.replace(Some(written.clone()));
                run.emit(write(written));
            })
        });
        move || drop(timer)
    });
}
