//! A request that is sent as soon as there is a network: until then it says that it was not.

use yew::prelude::*;

use crate::events;
use crate::i18n::use_lang;
use crate::remote::AGAIN_MS;
use crate::requests::text::texts;
use crate::ui::{Button, ButtonKind, ButtonSize, Notice, Severity};

/// Props of [`Later`].
#[derive(PartialEq, Properties)]
pub(super) struct LaterProps {
    /// Whether it could be sent now: it is kept as it is written, and is not being sent.
    pub ready: bool,
    /// Whether sending it found no network.
    pub offline: bool,
    /// Sends it.
    pub send: Callback<()>,
    /// Does not send it after all.
    pub cancel: Callback<MouseEvent>,
}

/// What is said of it.
#[component]
pub(super) fn Later(props: &LaterProps) -> Html {
    let words = texts(use_lang()).new_text;
    use_effect_with((props.ready, props.offline), {
        let send = props.send.clone();
        move |(ready, offline)| {
            let waits = match (ready, offline) {
                (true, false) => {
                    send.emit(());
                    None
                }
                (true, true) => {
                    let online = send.clone();
                    let timer = events::after(AGAIN_MS, move || send.emit(()));
                    Some((timer, events::on_window("online", move |_| online.emit(()))))
                }
                (false, _) => None,
            };
            move || drop(waits)
        }
    });
    html! {
        <Notice severity={Severity::Warning} live={true}>
            <p class="strong">{ words.not_sent }</p>
            <p>{ words.not_sent_text }</p>
            <div class="row">
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={props.cancel.clone()}>{ words.dont_send }</Button>
            </div>
        </Notice>
    }
}
