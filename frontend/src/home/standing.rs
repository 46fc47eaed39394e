//! The first card of a company: how it stands with the DURC, and for how long.

use shared::calendar::Day;
use shared::durc;
use shared::home::CompanyHome;
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::light::Light;
use super::text::texts;
use crate::layout::DURC;
use crate::route::Route;
use crate::ui::{Card, Link, Stat};
use crate::words;

/// The card: how long its DURC is valid, or else how long until something is due.
pub fn card(home: &CompanyHome, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let light = Light::of(home, lang);
    let until = |day: Day| day.days_since(home.at.day_in_rome()).max(0);
    let valid = home.durc.until.filter(|_| home.durc.light == Some(durc::Light::Green));
    let (day, label) = match (valid, home.deadlines.first()) {
        (Some(until), _) => (Some(until), (words.valid)(&words::day(until, lang))),
        (None, Some(next)) => {
            let what = [&next.title, ", ", words::day(next.day, lang).as_str()].concat();
            (Some(next.day), (words.until)(&what))
        }
        (None, None) => (None, String::new()),
    };
    html! {
        <Card title={light.title} aside={light.tag()}>
            if let Some(days) = day.map(until) {
                <Stat value={days.to_string()} unit={(words.days)(days)} {label} />
            }
            <p>{ light.verdict }</p>
            <p><Link href={Route::Section { company, section: DURC }.href()}>{ words.open_durc }</Link></p>
        </Card>
    }
}
