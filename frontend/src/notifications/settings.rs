//! The screen of one's wishes: where one is reached, of what one is told, and when.

use shared::notifications::Settings as Request;
use yew::prelude::*;

use super::address::Address;
use super::text::texts;
use super::wishes::Form;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::ui::{Card, Shape, Skeleton};

/// The screen.
#[component]
pub fn Settings() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let known = use_remote(&Request {});
    let changed = known.reload.clone();
    known.draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={3} /> },
        |known| {
            let channels = known.contacts.iter();
            let channels = channels.filter(|contact| known.channels.contains(&contact.channel));
            html! {
                <div class="columns">
                    <Card title={words.where_title} subtitle={words.where_text}>
                        <div class="stack">
                            { for channels.map(|contact| html! {
                                <Address key={contact.channel.number()} contact={contact.clone()} onchanged={changed.clone()} />
                            }) }
                        </div>
                    </Card>
                    <Form known={known.clone()} />
                </div>
            }
        },
    )
}
