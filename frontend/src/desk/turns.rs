//! The queue beside one of its requests: what stands around it, and the keys `j` and `k`, which lead to the next and to the one before.

use shared::ids::RequestId;
use shared::live::TopicKind;
use shared::requests::RequestRow;
use yew::prelude::*;

use super::asked;
use crate::events;
use crate::i18n::use_lang;
use crate::keyboard::{letter, single_keys};
use crate::live::use_live;
use crate::remote::use_remote;
use crate::requests::{next, texts};
use crate::route::Route;
use crate::router::{Address, use_navigator};
use crate::ui::media::{DESK, use_media};
use crate::ui::{Card, Link};

/// Rows that are shown before and after a request.
const AROUND: usize = 3;

/// The address of a request of the queue, which stays the part of the queue that this address shows.
pub(super) fn href(request: RequestId) -> AttrValue {
    [Route::Queued { request }.href().as_str(), &Address::here().query].concat().into()
}

/// The rows around the request that is open, where there is room, and the keys everywhere. Whoever holds it keeps it from one request to the
/// next: keys that are pressed quickly are heard while the next one is on its way.
#[hook]
pub fn use_turns(request: RequestId) -> Html {
    let lang = use_lang();
    let (words, desk, navigator) = (texts(lang), use_media(DESK), use_navigator());
    let queue = use_remote(&asked());
    use_live(&[(TopicKind::Request, None)], queue.reload.clone());
    let rows = queue.value.as_ref().map(|queue| queue.page.items.as_slice()).unwrap_or_default();
    let at = rows.iter().position(|row| row.id == request);
    let row = |at: Option<usize>| at.and_then(|at| rows.get(at)).map(|row| row.id);
    // Whoever is in none of its rows, as after an answer, begins with the first.
    let after = row(Some(at.map_or(0, |at| at + 1)));
    let before = row(at.and_then(|at| at.checked_sub(1)));
    use_effect_with((before, after), move |(before, after)| {
        let (before, after) = (*before, *after);
        let listening = events::on_window("keydown", move |event| {
            let to = match letter(&event).as_deref() {
                Some("j") => after,
                Some("k") => before,
                _ => None,
            };
            if let (Some(to), Some(navigator)) = (to, &navigator) {
                navigator.push(&href(to));
            }
        });
        move || drop(listening)
    });
    if !desk || rows.is_empty() {
        return html! {};
    }
    let first = at.unwrap_or_default().saturating_sub(AROUND);
    let today = events::now().day_in_rome();
    let one = |row: &RequestRow| {
        html! {
            <li key={row.id.to_string()}>
                <Link href={href(row.id)} current={row.id == request}>{ row.subject.clone() }</Link>
                <div class="small muted">{ row.name.clone() }{ " · " }{ next(&row.clock, today, lang) }</div>
            </li>
        }
    };
    html! {
        <Card title={words.queue}>
            <ol class="list" role="list">{ for rows.iter().skip(first).take(2 * AROUND + 1).map(one) }</ol>
            if single_keys() { <p class="small muted">{ words.turn_keys }</p> }
        </Card>
    }
}
