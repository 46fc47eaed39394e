//! A page that another bundle draws.

use yew::prelude::*;

use crate::browser;
use crate::ui::{Shape, Skeleton};

/// Loads the document of the address being shown, in the place of this one: the server gives it with the bundle that draws it.
/// Until then its bones are seen. `shared::entrance` says for both which bundle that is, so it is never the same one again.
#[component]
pub fn Elsewhere() -> Html {
    use_effect_with((), |()| {
        if let Some(location) = browser::window().map(|window| window.location()) {
            // Refused only without a document to leave.
            let _ = location.href().and_then(|href| location.replace(&href));
        }
    });
    html! { <Skeleton shape={Shape::Card} /> }
}
