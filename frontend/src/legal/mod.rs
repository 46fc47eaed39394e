//! Pages for anybody: accessibility, legal notes, privacy, and the page for addresses that lead nowhere.

mod text;

use yew::prelude::*;

use crate::i18n::use_lang;
use crate::route::Route;
use crate::ui::{Card, EmptyState, IconName, LinkButton};
use text::{Section, texts};

/// The accessibility statement.
#[component]
pub fn Accessibility() -> Html {
    sections(&texts(use_lang()).accessibility)
}

/// The legal notes.
#[component]
pub fn Notes() -> Html {
    sections(&texts(use_lang()).legal)
}

/// What happens to personal data.
#[component]
pub fn Privacy() -> Html {
    sections(&texts(use_lang()).privacy)
}

fn sections(sections: &'static [Section]) -> Html {
    sections
        .iter()
        .map(|(title, text)| html! { <Card title={*title}><p>{ *text }</p></Card> })
        .collect()
}

/// An address that leads nowhere.
#[component]
pub fn NotFound() -> Html {
    let words = texts(use_lang());
    html! {
        <EmptyState title={words.not_found} icon={IconName::Search}>
            <LinkButton href={Route::Root.href()}>{ words.to_start }</LinkButton>
        </EmptyState>
    }
}
