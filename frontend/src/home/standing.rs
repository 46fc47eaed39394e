//! The first card of a company: how it stands with the DURC, and for how long.

use shared::home::CompanyHome;
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::items;
use super::light::Light;
use super::text::texts;
use crate::layout::DURC;
use crate::route::Route;
use crate::ui::{Card, Link};

/// The card: how long its DURC is valid, or else how long until something is due.
pub fn card(home: &CompanyHome, company: CompanyId, lang: Lang) -> Html {
    let light = Light::of(home, lang);
    html! {
        <Card title={light.title} aside={light.tag()}>
            { for home.countdown.iter().map(|one| items::counter(one, lang)) }
            <p>{ light.verdict }</p>
            <p><Link href={Route::Section { company, section: DURC }.href()}>{ texts(lang).open_durc }</Link></p>
        </Card>
    }
}
