//! The way out.

use shared::session::SignOut;
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::requests;
use crate::route::Route;
use crate::router::use_navigator;
use crate::session::use_session;
use crate::ui::{Button, ButtonKind, IconName, Notice, Severity};

/// Ends the session on the server, and forgets here what was read.
#[component]
pub fn SignOutButton() -> Html {
    let (lang, session, navigator) = (use_lang(), use_session(), use_navigator());
    let done = Callback::from(move |()| {
        // First away from the screen, so that signing in again does not begin from where another person stopped.
        if let Some(navigator) = &navigator {
            navigator.push(&Route::Root.href());
        }
        requests::forget_device();
        session.ended();
    });
    let sign_out = use_action::<SignOut>(done);
    let onclick = sign_out.run.reform(|_: MouseEvent| SignOut {});
    html! {
        <>
            if let Some(error) = &sign_out.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            <Button kind={ButtonKind::Tertiary} icon={IconName::Logout} busy={sign_out.busy} {onclick}>
                { texts(lang).sign_out }
            </Button>
        </>
    }
}
