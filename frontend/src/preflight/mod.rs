//! A UniEmens file checked before it is sent (B07): on this device, by a worker beside the page, with or without a network.

mod changes;
mod checker;
mod declaration;
mod notice;
mod report;
mod save;
mod screen;
mod text;

pub use screen::Preflight;

use shared::lang::Lang;
use yew::prelude::*;

use crate::route::Route;
use crate::ui::{ButtonKind, ButtonSize, IconName, LinkButton};

/// Its address among the tools.
pub const SLUG: &str = "controllo-uniemens";

/// The way here, from where files are handed in and returns are listed.
pub fn way(lang: Lang) -> Html {
    html! {
        <LinkButton href={Route::Tool { tool: SLUG }.href()} kind={ButtonKind::Tertiary} size={ButtonSize::Medium} icon={IconName::CheckCircle}>
            { text::texts(lang).way }
        </LinkButton>
    }
}
