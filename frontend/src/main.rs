//! The web app of Cassetto.

mod browser;
mod focus;
mod gallery;
mod i18n;
mod ui;

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! {
        <yew_router::BrowserRouter>
            <i18n::LangProvider>
                <ui::ToastHost>
                    <focus::PageFocus title="Componenti" />
                    <gallery::Gallery />
                </ui::ToastHost>
            </i18n::LangProvider>
        </yew_router::BrowserRouter>
    }
}

fn main() {
    let root = browser::find("#app").map(wasm_bindgen::JsCast::unchecked_into);
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}
