//! What changed in a company since the person looked last; nothing where nothing did.

use shared::home::CompanyHome;
use shared::lang::Lang;
use yew::prelude::*;

use super::items;
use super::text::texts;
use crate::ui::{Card, IconName};

/// The card with how much is new, and the latest of it.
pub fn card(home: &CompanyHome, lang: Lang) -> Html {
    html! {
        if let Some(changes) = &home.changes {
            <Card title={texts(lang).news}>
                { items::counter(changes, lang) }
                { items::list(&home.news, IconName::Refresh) }
            </Card>
        }
    }
}
