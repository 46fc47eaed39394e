//! The web app of Cassetto.

mod browser;
mod focus;
mod gallery;
mod i18n;
mod ui;

fn main() {
    yew::Renderer::<gallery::GalleryApp>::new().render();
}
