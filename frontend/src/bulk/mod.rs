//! One request to many companies' offices: chosen from the clients or by a list of tax codes, written once, looked at company by company,
//! sent, and what became of it.

mod begin;
mod editor;
mod entry;
mod progress;
mod rows;
mod text;

pub use entry::WriteToMany;

use shared::bulk::{SENDERS, Show, Shown, Stage};
use shared::ids::BulkId;
use shared::lang::Lang;
use shared::session::Viewer;
use std::rc::Rc;
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Shape, Skeleton};
use begin::Begin;
use editor::Editor;
use progress::Progress;
use text::texts;

/// Its name in addresses, among the tools.
pub const SLUG: &str = "richiesta-multipla";
/// Which one is open, in the address.
const ID: &str = "id";

/// Whether somebody writes for many.
pub fn is_for(viewer: &Viewer) -> bool {
    SENDERS.contains(&viewer.role)
}

/// The name of the page.
pub fn title(lang: Lang) -> &'static str {
    texts(lang).title
}

/// The address of one.
fn href(bulk: BulkId) -> String {
    [Route::Tool { tool: SLUG }.href().as_str(), "?", ID, "=", &bulk.to_string()].concat()
}

/// The page: those there are and a new one, or the one that the address names.
#[component]
pub fn Bulk() -> Html {
    let (id, _) = use_query(ID);
    match id.and_then(|id| id.parse::<BulkId>().ok()) {
        Some(bulk) => html! { <One {bulk} key={bulk.to_string()} /> },
        None => html! { <Begin /> },
    }
}

#[derive(PartialEq, Properties)]
struct OneProps {
    bulk: BulkId,
}

/// One of them: written, or on its way.
#[component]
fn One(props: &OneProps) -> Html {
    let lang = use_lang();
    let remote = use_remote(&Show { bulk: props.bulk });
    let answered = use_state(|| None::<Rc<Shown>>);
    let onanswer = {
        let answered = answered.setter();
        Callback::from(move |shown: Shown| answered.set(Some(Rc::new(shown))))
    };
    // What a write answered is newer than what was read before it.
    let newest = |read: &Rc<Shown>| match &*answered {
        Some(answer) if (answer.version, answer.at) > (read.version, read.at) => answer.clone(),
        _ => read.clone(),
    };
    let reload = remote.reload.clone();
    remote.draw(
        lang,
        || html! { <div class="stack"><Skeleton shape={Shape::Card} count={5} /><Skeleton shape={Shape::Table} count={8} /></div> },
        |read| {
            let shown = newest(read);
            match shown.stage {
                Stage::Written => html! { <Editor {shown} {onanswer} reload={reload.clone()} /> },
                Stage::Sending | Stage::Done => html! { <Progress {shown} reload={reload.clone()} /> },
            }
        },
    )
}
