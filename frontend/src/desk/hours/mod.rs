//! When operators are to be reached: each says it of themselves, whoever heads the office of everybody there.

mod form;
mod text;

use std::rc::Rc;

use shared::desk::Seat;
use shared::lang::Lang;
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::use_remote;
use crate::requests::reached;
use crate::route::Route;
use crate::ui::{Card, EmptyState, IconName, Link, List, ListItem, Shape, Skeleton};
use form::Form;
use text::texts;

/// What stands for this page in the address of the queue.
pub(super) const SLUG: &str = "orari";

/// Its address.
pub fn href() -> String {
    [Route::Queue.href().as_str(), "?pagina=", SLUG].concat()
}

/// Its heading.
pub(super) fn title(lang: Lang) -> &'static str {
    texts(lang).title
}

/// The screen.
#[component]
pub(super) fn Hours() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (of, set_of) = use_query("persona");
    let seats = use_remote(&shared::desk::Hours {});
    let changed = seats.reload.clone();
    let waiting = || html! { <Skeleton shape={Shape::Card} count={6} /> };
    let content = seats.draw(lang, waiting, |seats| {
        let found = seats.iter().find(|seat| Some(seat.person.to_string()) == of);
        let Some(seat) = found.or_else(|| seats.first()) else {
            return html! { <EmptyState title={words.none} icon={IconName::User} /> };
        };
        let key = [seat.person.to_string(), seat.version.to_string()].join("-");
        let (seat, saved) = (Rc::new(seat.clone()), changed.clone());
        let form = html! { <Form {key} {seat} {saved} /> };
        if seats.len() == 1 {
            return form;
        }
        html! {
            <div class="thread-columns">
                { listed(seats, &set_of, lang) }
                <div class="stack">{ form }</div>
            </div>
        }
    });
    html! {
        <>
            <p class="muted">{ words.lead }{ " " }<Link href={Route::Queue.href()}>{ words.back }</Link></p>
            { content }
        </>
    }
}

/// Everybody of the office, with what is said of them.
fn listed(seats: &[Seat], choose: &Callback<Option<String>>, lang: Lang) -> Html {
    let words = texts(lang);
    let item = |seat: &Seat| {
        let description = match &seat.desk {
            Some(desk) => {
                let unit = seat.unit_name.as_ref().map(|name| name.of(lang));
                reached(desk, unit.unwrap_or_default(), lang)
            }
            None => words.nothing.to_owned(),
        };
        let person = seat.person.to_string();
        let onclick = choose.reform({
            let person = person.clone();
            move |_: MouseEvent| Some(person.clone())
        });
        html! { <ListItem key={person} title={seat.name.clone()} {description} {onclick} /> }
    };
    html! { <Card title={words.colleagues}><List>{ for seats.iter().map(item) }</List></Card> }
}
