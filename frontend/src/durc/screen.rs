//! The page of a company's DURC.

use std::rc::Rc;

use shared::auth::{Resource, Verb};
use shared::durc::{Regularity, Show};
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::ask::Ask;
use super::blocks::blocks;
use super::history::history;
use super::internal::Internal;
use super::links::Links;
use super::simulate::Simulate;
use super::standing::{document, light};
use super::words;
use crate::companies::use_company_name;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::parameters;
use crate::remote::use_remote;
use crate::session::{can, use_viewer};
use crate::ui::{Shape, Skeleton};

/// Props of [`Durc`].
#[derive(PartialEq, Properties)]
pub struct DurcProps {
    /// Of which company.
    pub company: CompanyId,
}

/// The screen.
#[component]
pub fn Durc(props: &DurcProps) -> Html {
    let (lang, company, viewer) = (use_lang(), props.company, use_viewer());
    let remote = use_remote(&Show { company });
    let company_name = use_company_name(company);
    use_heading(Some(words::name(lang)), company_name);
    let may = can(&viewer, Resource::Regularity, Verb::Create);
    remote.draw(lang, waiting, |known| full(known, company, may, &remote.reload, lang))
}

fn waiting() -> Html {
    html! { <div class="columns"><Skeleton shape={Shape::Card} count={5} /><Skeleton shape={Shape::Card} count={5} /></div> }
}

fn full(
    known: &Rc<Regularity>,
    company: CompanyId,
    may: bool,
    changed: &Callback<()>,
    lang: Lang,
) -> Html {
    let act = match may {
        true => html! { <Ask {company} known={known.clone()} ondone={changed.clone()} /> },
        false => html! {},
    };
    html! {
        <>
            <div class="columns">
                { light(known, act, lang) }
                { document(known, lang) }
            </div>
            { blocks(known, company, lang) }
            <Simulate known={known.clone()} />
            <Links {company} known={known.clone()} {may} ondone={changed.clone()} />
            <Internal known={known.clone()} />
            { history(known, company, lang) }
            { parameters::version(known.parameters, lang) }
        </>
    }
}
