//! The first card of a company: how it stands, and how long until something is due.

use shared::home::CompanyHome;
use shared::lang::Lang;
use yew::prelude::*;

use super::deadlines::named;
use super::light::Light;
use super::text::texts;
use crate::ui::{Card, Stat};
use crate::words;

/// The card.
pub fn card(home: &CompanyHome, lang: Lang) -> Html {
    let words = texts(lang);
    let light = Light::of(home, lang);
    let next = home.deadlines.first().map(|next| {
        let days = next.day.days_since(home.at.day_in_rome()).max(0);
        let what = [&named(next, lang), ", ", words::day(next.day, lang).as_str()].concat();
        html! { <Stat value={days.to_string()} unit={(words.days)(days)} label={(words.until)(&what)} /> }
    });
    html! {
        <Card title={light.title} aside={light.tag()}>
            { next }
            <p>{ light.verdict }</p>
        </Card>
    }
}
