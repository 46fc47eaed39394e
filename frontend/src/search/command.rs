//! Doing what was chosen.

use shared::session::SignOut;
use yew::prelude::*;

use super::item::{Does, Item};
use super::recent;
use crate::browser;
use crate::i18n::use_lang_handle;
use crate::keyboard::Shortcut;
use crate::remote::use_action;
use crate::requests;
use crate::route::Route;
use crate::router::use_navigator;
use crate::session::{use_session, use_viewer};
use crate::ui::theme::use_theme;

/// What does whatever is chosen; `done` is told first, so that a dialog is gone before the next page comes.
#[hook]
pub fn use_choose(act: Option<Callback<Shortcut>>, done: Callback<()>) -> Callback<Item> {
    let (viewer, navigator, session) = (use_viewer(), use_navigator(), use_session());
    let (_, set_theme) = use_theme();
    let language = use_lang_handle();
    let out = {
        let navigator = navigator.clone();
        Callback::from(move |()| {
            if let Some(navigator) = &navigator {
                navigator.push(&Route::Root.href());
            }
            requests::forget_device();
            session.ended();
        })
    };
    let sign_out = use_action::<SignOut>(out).run;
    Callback::from(move |item: Item| {
        done.emit(());
        match &item.does {
            Does::Go(href) => {
                if let Some(navigator) = &navigator {
                    navigator.push(href);
                }
            }
            Does::Load(href) => {
                // The page stays: what comes is kept as a file.
                if let Some(window) = browser::window() {
                    let _ = window.location().set_href(href);
                }
            }
            Does::Frame(shortcut) => {
                if let Some(act) = &act {
                    act.emit(*shortcut);
                }
            }
            Does::Theme(theme) => set_theme.emit(*theme),
            Does::Language(lang) => {
                if let Some(language) = &language {
                    language.set(*lang);
                }
            }
            Does::SignOut => sign_out.emit(SignOut {}),
        }
        if item.kept {
            recent::keep(viewer.person, item);
        }
    })
}
