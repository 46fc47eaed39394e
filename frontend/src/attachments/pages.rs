//! Pages photographed one after another, which become one document.

use shared::attachments::LIMITS;
use shared::lang::Lang;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::device;
use super::text::texts;
use crate::events;
use crate::focus;
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

/// What was photographed so far.
#[derive(Clone)]
struct Taken {
    photos: UseStateHandle<Vec<File>>,
    /// Whether a document is being made of it.
    busy: UseStateHandle<bool>,
    /// Why that did not work.
    wrong: UseStateHandle<Option<AttrValue>>,
}

impl Taken {
    fn set(&self, photos: Vec<File>) {
        self.photos.set(photos);
        self.wrong.set(None);
    }

    /// Adds what is photographed or chosen.
    fn adder(&self) -> Callback<Event> {
        let taken = self.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let files = input.files();
            let new =
                files.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
            taken.set(taken.photos.iter().cloned().chain(new).collect());
            // The next picture may have the same name.
            input.set_value("");
        })
    }

    /// Keeps no more than the first ones.
    fn keeper(&self, count: usize) -> Callback<MouseEvent> {
        let taken = self.clone();
        Callback::from(move |_: MouseEvent| {
            taken.set(taken.photos.iter().take(count).cloned().collect());
        })
    }

    /// Makes the document if the message has room for it.
    fn maker(&self, props: &PagesProps, lang: Lang) -> Callback<MouseEvent> {
        let (taken, done, full) = (self.clone(), props.on_document.clone(), props.full);
        let words = texts(lang);
        Callback::from(move |_: MouseEvent| {
            if full {
                return taken.wrong.set(Some((words.too_many)(LIMITS.files as u64).into()));
            }
            let (taken, done) = (taken.clone(), done.clone());
            taken.busy.set(true);
            spawn_local(async move {
                match device::document(&taken.photos, &named(lang)).await {
                    Some(document) => {
                        taken.set(Vec::new());
                        done.emit(document);
                    }
                    None => taken.wrong.set(Some(words.no_document.into())),
                }
                taken.busy.set(false);
            });
        })
    }
}

/// The buttons for the camera and for photographs that are there already, and what was taken so far.
#[component]
pub(super) fn Pages(props: &PagesProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (camera, there) = (use_id("camera"), use_id("photos"));
    let taken = Taken {
        photos: use_state(Vec::new),
        busy: use_state_eq(|| false),
        wrong: use_state_eq(|| None),
    };
    let (onchange, count, busy) = (taken.adder(), taken.photos.len(), *taken.busy);
    // Whoever made a document of the pages, or let them go, is back where the next one is taken: the button that did it is gone.
    focus::use_kept(Some(&["#", &camera].concat()));
    let button = |onclick: Callback<MouseEvent>, label: &'static str| {
        html! { <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} disabled={busy} {onclick}>{ label }</Button> }
    };
    html! {
        <div class="stack">
            <div class="row">
                <input id={camera.clone()} class="sr-only" type="file" accept="image/*" capture="environment" disabled={busy}
                    onchange={onchange.clone()} />
                <label class="btn btn-tertiary btn-medium" for={camera}>
                    { if count == 0 { words.photograph } else { words.photograph_more } }
                </label>
                <input id={there.clone()} class="sr-only" type="file" accept="image/*" multiple={true} disabled={busy} {onchange} />
                <label class="btn btn-tertiary btn-medium" for={there}>{ words.join_photos }</label>
                if count > 0 {
                    <Button size={ButtonSize::Medium} icon={IconName::Document} {busy} onclick={taken.maker(props, lang)}>
                        { words.make_document }
                    </Button>
                    if count > 1 { { button(taken.keeper(count - 1), words.drop_page) } }
                    { button(taken.keeper(0), words.forget_pages) }
                }
            </div>
            <p class="muted" role="status">{ if count == 0 { String::new() } else { (words.pages)(count as u64) } }</p>
            if let Some(wrong) = &*taken.wrong { <p class="field-error" role="alert">{ wrong }</p> }
        </div>
    }
}

/// A name for pages photographed now, which the server need not clean.
fn named(lang: Lang) -> String {
    let name = [texts(lang).scan, "-", &words::moment(events::now(), lang), ".pdf"].concat();
    name.chars().map(|c| if c.is_alphanumeric() || c == '.' { c } else { '-' }).collect()
}
