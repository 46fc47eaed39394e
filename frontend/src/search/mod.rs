//! Finding anything: companies, records, requests, files, pages and commands, in a dialog over every page and on a page of its own.

mod choose;
mod command;
mod find;
mod finder;
mod help;
mod item;
mod memory;
mod recent;
mod text;

pub use choose::Choose;
pub use help::Keys;
pub use recent::note;

use shared::practice;
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::keyboard::Shortcut;
use crate::layout::Overlay;
use crate::remote::use_remote;
use crate::session::use_viewer;
use crate::ui::surface::modal::Modal;
use crate::ui::{Card, Dialog};
use finder::Finder;
use memory::use_desk;
use text::texts;

/// What lies over the page: the search, or the list of keys. `act` does what a command asks of the frame.
pub fn over(overlay: Overlay, onclose: Callback<()>, act: Callback<Shortcut>) -> Html {
    match overlay {
        Overlay::Search => html! { <Palette {onclose} {act} /> },
        Overlay::Help => html! { <Help {onclose} /> },
    }
}

#[derive(PartialEq, Properties)]
struct PaletteProps {
    onclose: Callback<()>,
    act: Callback<Shortcut>,
}

/// The search as a dialog; on a phone it takes the whole screen.
#[component]
fn Palette(props: &PaletteProps) -> Html {
    let words = texts(use_lang());
    let act = {
        let (act, close) = (props.act.clone(), props.onclose.clone());
        Callback::from(move |shortcut: Shortcut| {
            close.emit(());
            act.emit(shortcut);
        })
    };
    html! {
        <Modal class="palette" open={true} title={words.title} onclose={props.onclose.clone()} actions={Html::default()}>
            <Everything act={Some(act)} ondone={props.onclose.clone()} />
        </Modal>
    }
}

#[derive(PartialEq, Properties)]
struct HelpProps {
    onclose: Callback<()>,
}

#[component]
fn Help(props: &HelpProps) -> Html {
    let words = texts(use_lang());
    html! { <Dialog open={true} title={words.keys} onclose={props.onclose.clone()}><Keys /></Dialog> }
}

/// The search as a page: where the first screens, which do not have it, lead.
#[component]
pub fn Page() -> Html {
    html! { <Card><Everything act={None::<Callback<Shortcut>>} ondone={Callback::noop()} /></Card> }
}

#[derive(PartialEq, Properties)]
struct EverythingProps {
    act: Option<Callback<Shortcut>>,
    ondone: Callback<()>,
}

/// The search with what this person can find: who works for no company finds pages and commands.
#[component]
fn Everything(props: &EverythingProps) -> Html {
    let viewer = use_viewer();
    match practice::ROLES.contains(&viewer.role) {
        true => html! { <Companies act={props.act.clone()} ondone={props.ondone.clone()} /> },
        false => {
            html! { <Finder desk={None} remote={false} act={props.act.clone()} ondone={props.ondone.clone()} /> }
        }
    }
}

/// The search with the companies in memory, so that they are found while one types.
#[component]
fn Companies(props: &EverythingProps) -> Html {
    let all = use_remote(&practice::Grid {});
    let desk = use_desk(all.value);
    html! { <Finder {desk} remote={true} act={props.act.clone()} ondone={props.ondone.clone()} /> }
}
