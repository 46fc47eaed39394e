//! What wants a look, each with where to look.

use shared::home::Attention;
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::layout::EVIDENCE;
use crate::route::Route;
use crate::ui::{IconName, ListItem, Tone};
use crate::words;

/// One matter, leading to where it can be understood.
pub fn item(matter: &Attention, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    match matter {
        Attention::Missing { month, amount, declaration } => {
            let route = match declaration {
                Some(declaration) => Route::Declaration { company, declaration: *declaration },
                None => Route::Payments { company },
            };
            html! {
                <ListItem title={(words.short)(&words::month(*month, lang))} description={words.short_next}
                    icon={IconName::Receipt} tone={Tone::Red} figure={words::euro(*amount, lang)} href={route.href()} />
            }
        }
        Attention::NotBalanced { month, state, declaration } => {
            let (tone, state) = words::dm(*state, lang);
            html! {
                <ListItem title={(words.unbalanced)(&words::month(*month, lang), &state.to_lowercase())}
                    description={words.unbalanced_next} icon={IconName::Document} {tone}
                    href={Route::Declaration { company, declaration: *declaration }.href()} />
            }
        }
        Attention::Loose { payment, day, amount } => html! {
            <ListItem title={(words.loose)(&words::day(*day, lang))} description={words.loose_next}
                icon={IconName::Refresh} tone={Tone::Orange} figure={words::euro(*amount, lang)}
                href={Route::Payment { company, payment: *payment }.href()} />
        },
        Attention::Evidence { open, durc } => html! {
            <ListItem title={(words.evidence)(*open)}
                description={(*durc > 0).then_some(words.stops)} icon={IconName::Flag}
                tone={if *durc > 0 { Tone::Red } else { Tone::Orange }} href={Route::Section { company, section: EVIDENCE }.href()} />
        },
        Attention::NotDeclared { month, matricola } => html! {
            <ListItem title={(words.undeclared)(&words::month(*month, lang))}
                description={(words.undeclared_next)(&words::matricola(matricola))} icon={IconName::Flag} tone={Tone::Red}
                href={Route::Declarations { company }.href()} />
        },
    }
}
