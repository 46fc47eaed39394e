//! g
use yew::prelude::*;
#[component]
pub fn GalleryApp() -> Html {
    html! {}
}
