//! Pages photographed one after another, which become one document.

use shared::attachments::LIMITS;
use shared::lang::Lang;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::device;
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::id::use_id;
use crate::ui::{Button, ButtonKind, ButtonSize, IconName};
use crate::words;

#[derive(PartialEq, Properties)]
pub(super) struct PagesProps {
    /// Takes the document.
    pub on_document: Callback<File>,
    /// Whether the message takes no more: the pages stay until there is room.
    pub full: bool,
}

/// The buttons for the camera and for photographs that are there already, and what was taken so far.
#[component]
pub(super) fn Pages(props: &PagesProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (camera, there) = (use_id("camera"), use_id("photos"));
    let (photos, busy) = (use_state(Vec::<File>::new), use_state(|| false));
    let wrong = use_state_eq(|| None::<AttrValue>);
    let onchange = {
        let (photos, wrong) = (photos.clone(), wrong.setter());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let taken = input.files();
            let new =
                taken.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
            photos.set(photos.iter().cloned().chain(new).collect());
            wrong.set(None);
            // The next picture may have the same name.
            input.set_value("");
        })
    };
    let onmake = {
        let (photos, busy, wrong) = (photos.clone(), busy.setter(), wrong.setter());
        let (done, full) = (props.on_document.clone(), props.full);
        Callback::from(move |_: MouseEvent| {
            if full {
                return wrong.set(Some((words.too_many)(LIMITS.files as u64).into()));
            }
            let (photos, busy, wrong) = (photos.clone(), busy.clone(), wrong.clone());
            let done = done.clone();
            busy.set(true);
            spawn_local(async move {
                match device::document(&photos, &named(lang)).await {
                    Some(document) => {
                        photos.set(Vec::new());
                        wrong.set(None);
                        done.emit(document);
                    }
                    None => wrong.set(Some(words.no_document.into())),
                }
                busy.set(false);
            });
        })
    };
    let keep = |count: usize| {
        let kept: Vec<File> = photos.iter().take(count).cloned().collect();
        let (photos, wrong) = (photos.setter(), wrong.setter());
        Callback::from(move |_: MouseEvent| {
            photos.set(kept.clone());
            wrong.set(None);
        })
    };
    let count = photos.len();
    let button = |onclick: Callback<MouseEvent>, label: &'static str| {
        html! { <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} disabled={*busy} {onclick}>{ label }</Button> }
    };
    html! {
        <div class="stack">
            <div class="row">
                <input id={camera.clone()} class="sr-only" type="file" accept="image/*" capture="environment" onchange={onchange.clone()} />
                <label class="btn btn-tertiary btn-medium" for={camera}>
                    { if count == 0 { words.photograph } else { words.photograph_more } }
                </label>
                <input id={there.clone()} class="sr-only" type="file" accept="image/*" multiple={true} {onchange} />
                <label class="btn btn-tertiary btn-medium" for={there}>{ words.join_photos }</label>
                if count > 0 {
                    <Button size={ButtonSize::Medium} icon={IconName::Document} busy={*busy} onclick={onmake}>{ words.make_document }</Button>
                    if count > 1 { { button(keep(count - 1), words.drop_page) } }
                    { button(keep(0), words.forget_pages) }
                }
            </div>
            <p class="muted" role="status">{ if count == 0 { String::new() } else { (words.pages)(count as u64) } }</p>
            if let Some(wrong) = &*wrong { <p class="field-error" role="alert">{ wrong }</p> }
        </div>
    }
}

/// A name for pages photographed now, which the server need not clean.
fn named(lang: Lang) -> String {
    let name = [texts(lang).scan, "-", &words::moment(events::now(), lang), ".pdf"].concat();
    name.chars().map(|c| if c.is_alphanumeric() || c == '.' { c } else { '-' }).collect()
}
