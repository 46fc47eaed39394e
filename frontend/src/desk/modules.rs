//! Text modules where an answer is written: one is put into the form, and taken out again as long as nothing else was typed.

use std::rc::Rc;

use shared::desk::{Filled, Module, unfilled};
use shared::lang::Lang;
use shared::requests::Thread;
use yew::prelude::*;

use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::requests::choice;
use crate::route::Route;
use crate::ui::{Button, ButtonKind, ButtonSize, Link, Notice, Select, Severity, Shape, Skeleton};

/// Props of [`Modules`].
#[derive(PartialEq, Properties)]
pub struct ModulesProps {
    /// The request that is answered.
    pub thread: Rc<Thread>,
    /// What is written so far, to see what is still to be filled in.
    pub written: [AttrValue; 3],
    /// Puts a module into the answer.
    pub onchoose: Callback<Filled>,
    /// Takes the last one out again, while that loses nothing.
    pub onundo: Option<Callback<()>>,
}

/// Those that fit the request, in the language of whoever asked.
#[component]
pub fn Modules(props: &ModulesProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let offered = use_remote(&shared::desk::Modules { request: Some(props.thread.id) });
    let chosen = use_state_eq(String::new);
    let waiting = || html! { <Skeleton shape={Shape::Lines} count={1} /> };
    offered.draw(lang, waiting, |list| {
        let customer = list.lang.unwrap_or_default();
        let found = list.items.iter().find(|module| module.id.to_string() == *chosen).cloned();
        let name = |module: &Module| {
            choice(module.id.to_string(), module.content.words(lang).title.clone())
        };
        let choices = [choice("", words.choose)].into_iter().chain(list.items.iter().map(name));
        let onchange = {
            let chosen = chosen.setter();
            Callback::from(move |value: AttrValue| chosen.set(value.to_string()))
        };
        let insert = {
            let (thread, onchoose) = (props.thread.clone(), props.onchoose.clone());
            Callback::from(move |_: MouseEvent| {
                let today = events::now().day_in_rome();
                if let Some(module) = &found {
                    onchoose.emit(module.content.filled(customer, &thread, today));
                }
            })
        };
        let (kind, size) = (ButtonKind::Tertiary, ButtonSize::Medium);
        html! {
            <div class="stack">
                <Select label={words.module} choices={choices.collect::<Vec<_>>()} value={(*chosen).clone()} {onchange}
                    helper={(words.in_language)(language(customer, lang))} />
                <div class="row">
                    <Button {kind} {size} disabled={chosen.is_empty()} onclick={insert}>{ words.insert }</Button>
                    if let Some(undo) = &props.onundo {
                        <Button kind={ButtonKind::Ghost} {size} onclick={undo.reform(|_: MouseEvent| ())}>{ words.undo }</Button>
                    }
                    <Link href={Route::Tool { tool: super::MODULES }.href()}>{ words.all_modules }</Link>
                </div>
                if props.written.iter().any(|text| unfilled(text).is_some()) {
                    <Notice severity={Severity::Warning} live={true}><p>{ words.unfilled }</p></Notice>
                }
            </div>
        }
    })
}

/// The name of a language in a language.
pub(super) fn language(of: Lang, lang: Lang) -> &'static str {
    texts(lang).languages.get(of as usize).copied().unwrap_or_default()
}
