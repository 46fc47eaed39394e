//! Pages photographed one after another, which become one document.

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
}

/// The camera button, and what was photographed so far.
#[component]
pub(super) fn Pages(props: &PagesProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let id = use_id("camera");
    let (photos, busy, failed) =
        (use_state(Vec::<File>::new), use_state(|| false), use_state(|| false));
    let onchange = {
        let (photos, failed) = (photos.clone(), failed.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let taken = input.files();
            let new =
                taken.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
            photos.set(photos.iter().cloned().chain(new).collect());
            failed.set(false);
            // The next picture may have the same name.
            input.set_value("");
        })
    };
    let onmake = {
        let (photos, busy, failed) = (photos.clone(), busy.clone(), failed.clone());
        let done = props.on_document.clone();
        Callback::from(move |_: MouseEvent| {
            let (photos, failed, busy) = (photos.clone(), failed.clone(), busy.setter());
            let done = done.clone();
            busy.set(true);
            spawn_local(async move {
                match device::document(&photos, &named(lang)).await {
                    Some(document) => {
                        photos.set(Vec::new());
                        done.emit(document);
                    }
                    None => failed.set(true),
                }
                busy.set(false);
            });
        })
    };
    let onforget = {
        let photos = photos.setter();
        Callback::from(move |_: MouseEvent| photos.set(Vec::new()))
    };
    html! {
        <div class="stack">
            <div class="row">
                <input id={id.clone()} class="sr-only" type="file" accept="image/*" capture="environment" {onchange} />
                <label class="btn btn-tertiary btn-medium" for={id}>
                    { if photos.is_empty() { words.photograph } else { words.photograph_more } }
                </label>
                if !photos.is_empty() {
                    <Button size={ButtonSize::Medium} icon={IconName::Document} busy={*busy} onclick={onmake}>{ words.make_document }</Button>
                    <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={onforget}>{ words.forget_pages }</Button>
                }
            </div>
            <p class="muted" role="status">{ if photos.is_empty() { String::new() } else { (words.pages)(photos.len() as u64) } }</p>
            if *failed { <p class="field-error" role="alert">{ words.no_document }</p> }
        </div>
    }
}

/// A name for pages photographed now, which the server need not clean.
fn named(lang: Lang) -> String {
    let name = [texts(lang).scan, "-", &words::moment(events::now(), lang), ".pdf"].concat();
    name.chars().map(|c| if c.is_alphanumeric() || c == '.' { c } else { '-' }).collect()
}
