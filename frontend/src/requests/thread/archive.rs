//! Putting a conversation away, and taking it back: by a button and by the key `e`.

use shared::ids::RequestId;
use shared::requests::Archive;
use yew::prelude::*;

use crate::events;
use crate::i18n::use_lang;
use crate::keyboard::{letter, single_keys};
use crate::remote::{explain, use_action, use_cache};
use crate::requests::text::texts;
use crate::ui::media::{DESK, use_media};
use crate::ui::{Button, ButtonKind, ButtonSize, IconName, Notice, Severity};

/// Props of [`Away`].
#[derive(PartialEq, Properties)]
pub(super) struct AwayProps {
    /// Which.
    pub request: RequestId,
    /// Whether it is put away now.
    pub archived: bool,
    /// It is otherwise now.
    pub ondone: Callback<()>,
}

/// The button, and where it is now.
#[component]
pub(super) fn Away(props: &AwayProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (cache, desk) = (use_cache(), use_media(DESK));
    let archive = use_action::<Archive>(props.ondone.reform(move |()| {
        // Lists say otherwise.
        cache.clear();
    }));
    let press = {
        let (request, archived) = (props.request, !props.archived);
        archive.run.reform(move |()| Archive { request, archived })
    };
    use_effect_with((props.request, props.archived), {
        let press = press.clone();
        move |_| {
            let listening = events::on_window("keydown", move |event| {
                if letter(&event).as_deref() == Some("e") {
                    press.emit(());
                }
            });
            move || drop(listening)
        }
    });
    let onclick = press.reform(|_: MouseEvent| ());
    let label = if props.archived { words.unarchive } else { words.archive };
    html! {
        <div class="stack">
            if props.archived { <p class="muted" role="status">{ words.is_archived }</p> }
            if let Some(error) = &archive.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            <div class="row">
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} icon={IconName::Folder} busy={archive.busy} {onclick}>{ label }</Button>
                if desk && single_keys() { <span class="small muted">{ words.archive_key }</span> }
            </div>
        </div>
    }
}
