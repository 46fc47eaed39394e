//! The web app of Cassetto.

mod api;
mod app;
mod audit;
mod browser;
mod companies;
mod declarations;
mod events;
mod focus;
mod gallery;
mod home;
mod i18n;
mod install;
mod intake;
mod layout;
mod legal;
mod payments;
mod profile;
mod remote;
mod route;
mod router;
mod session;
mod sign_in;
mod ui;
mod words;

fn main() {
    // The page that was painted before the app stands in there, and gives way to it.
    if let Some(root) = browser::find("#app") {
        yew::Renderer::<app::App>::with_root(root.into()).render();
    }
}
