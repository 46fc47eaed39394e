//! What changes elsewhere reaches the open page: one stream of the server for the whole app, open while somebody listens and looks.
//!
//! A screen says what it shows ([`use_live`]) and asks again for it when that changes. Nothing is on the stream but what changed.

mod stream;

use shared::live::TopicKind;
use yew::prelude::*;

/// Acts when something of one of these sorts changes: with an id only that thing, without one any of the sort. It also acts when some
/// changes may have been missed.
///
/// Most screens give the `reload` of what they show.
#[hook]
pub fn use_live(topics: &[(TopicKind, Option<String>)], act: Callback<()>) {
    let latest = use_mut_ref(|| act.clone());
    latest.replace(act);
    use_effect_with(topics.to_vec(), move |topics| {
        let heard = Callback::from(move |()| latest.borrow().emit(()));
        let listening = stream::listen(topics.clone(), heard);
        move || drop(listening)
    });
}
