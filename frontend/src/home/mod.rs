//! Oggi: what somebody sees first. Of one company, of many; of the system elsewhere.

mod attention;
mod chart;
mod company;
mod items;
mod light;
mod many;
mod news;
mod standing;
mod text;

pub use attention::item as attention_item;
pub use chart::chart as due_and_paid;
pub use light::Light;

use std::rc::Rc;

use shared::session::{Viewer, WorkIdentity};
use yew::prelude::*;

use crate::app::GoTo;
use crate::route::Route;

/// Props of [`Today`].
#[derive(PartialEq, Properties)]
pub struct TodayProps {
    /// Who looks.
    pub viewer: Rc<Viewer>,
}

/// The first page, of what the person works for.
#[component]
pub fn Today(props: &TodayProps) -> Html {
    match &props.viewer.working_for {
        WorkIdentity::Company { id, .. } => {
            html! { <company::OfCompany company={*id} key={id.to_string()} /> }
        }
        WorkIdentity::Practice { .. } | WorkIdentity::Office { .. } => html! { <many::OfMany /> },
        // Few have it: no other person's first screen carries it along.
        WorkIdentity::System => html! { <GoTo href={Route::System.href()} /> },
    }
}
