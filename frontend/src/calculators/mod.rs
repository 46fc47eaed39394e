//! What contributions, sanctions and instalments come to, and what a file says before it is sent: everything is reckoned on this device,
//! with or without a network.

mod contribution;
mod deferral;
mod form;
mod legal;
pub mod link;
mod outcome;
mod own_account;
mod plan;
mod prescription;
mod sanction;
mod separate;
mod set_off;
mod text;

use std::rc::Rc;

use shared::auth::Role;
use shared::lang::Lang;
use shared::parameters::Set;
use shared::session::Viewer;
use yew::prelude::*;

use crate::bulk;
use crate::desk;
use crate::i18n::use_lang;
use crate::parameters::{self, Parameters, use_parameters};
use crate::preflight;
use crate::remote::{error_code, explain};
use crate::route::Route;
use crate::session::use_session;
use crate::statistics;
use crate::ui::{
    Button, ButtonKind, Card, ErrorState, IconName, Link, List, ListItem, Shape, Skeleton,
};
use text::texts;

pub use contribution::{support_words, why as rate_error};
pub use outcome::{doubt, foot, missing, table};

/// The slugs of the tools, in the order of their names among the texts.
const TOOLS: [(&str, IconName); 13] = [
    ("aliquote", IconName::Chart),
    ("gestione-separata", IconName::User),
    ("artigiani-commercianti", IconName::Users),
    ("sanzioni", IconName::AlertCircle),
    ("rateazione", IconName::Calendar),
    ("differimento", IconName::Clock),
    ("prescrizione", IconName::Clock),
    ("compensazione", IconName::Check),
    ("interessi-legali", IconName::Chart),
    (preflight::SLUG, IconName::Document),
    (PARAMETERS, IconName::Settings),
    (desk::MODULES, IconName::Message),
    (bulk::SLUG, IconName::Message),
];
/// The slug of the parameters, which not everybody sees.
const PARAMETERS: &str = "parametri";

/// Props of a calculator.
#[derive(PartialEq, Properties)]
pub struct CalculatorProps {
    /// What it reckons with.
    pub set: Rc<Set>,
}

/// The name of a tool; none if there is no such tool.
pub fn name(slug: &str, lang: Lang) -> Option<&'static str> {
    let place = TOOLS.iter().position(|(known, _)| *known == slug)?;
    texts(lang).tools.get(place).map(|(name, _)| *name)
}

/// The tools of a person, with their names and icons.
pub fn tools(viewer: &Viewer, lang: Lang) -> Vec<(&'static str, IconName, AttrValue)> {
    let named = TOOLS.iter().zip(&texts(lang).tools);
    named
        .filter(|((slug, _), _)| is_for(Some(viewer), slug))
        .map(|((slug, icon), (name, _))| (*name, *icon, Route::Tool { tool: slug }.href()))
        .collect()
}

fn is_for(viewer: Option<&Viewer>, slug: &str) -> bool {
    let answers = |viewer: &Viewer| matches!(viewer.role, Role::Administrator | Role::Auditor);
    match slug {
        PARAMETERS => viewer.is_some_and(answers),
        desk::MODULES => viewer.is_some_and(|viewer| desk::sees_modules(viewer.role)),
        bulk::SLUG => viewer.is_some_and(bulk::is_for),
        _ => true,
    }
}

/// The screen of a tool; none if this person has no such tool.
pub fn screen(slug: &'static str, viewer: &Viewer) -> Option<Html> {
    let known = TOOLS.iter().any(|(known, _)| *known == slug);
    (known && is_for(Some(viewer), slug)).then(|| match slug {
        PARAMETERS => html! { <parameters::Admin /> },
        _ => html! { <Calculator tool={slug} key={slug} /> },
    })
}

/// The screen of a tool while the server cannot be asked who is there; none if there is no such tool.
pub fn alone(slug: &'static str) -> Option<Html> {
    let known = TOOLS.iter().any(|(known, _)| *known == slug);
    (known && is_for(None, slug)).then(|| html! { <Alone tool={slug} key={slug} /> })
}

/// A tool with its name, and the ways to the others and back to the server.
#[component]
fn Alone(props: &ToolProps) -> Html {
    let (lang, session) = (use_lang(), use_session());
    let words = texts(lang);
    let again = Callback::from(move |_: MouseEvent| session.ask());
    html! {
        <>
            <div class="row spread">
                <h2>{ name(props.tool, lang).unwrap_or_default() }</h2>
                <Link href={Route::Tools.href()}>{ words.all_tools }</Link>
            </div>
            <p class="muted">{ words.on_device }</p>
            <Calculator tool={props.tool} />
            <Button kind={ButtonKind::Ghost} onclick={again}>{ words.sign_in_again }</Button>
        </>
    }
}

/// All tools.
#[component]
pub fn Index() -> Html {
    let (lang, session) = (use_lang(), use_session());
    let words = texts(lang);
    let viewer = session.viewer().map(Rc::as_ref);
    let item = |((slug, icon), (title, description)): (
        &(&'static str, IconName),
        &(&'static str, &'static str),
    )| {
        html! { <ListItem key={*slug} title={*title} description={*description} icon={*icon} href={Route::Tool { tool: slug }.href()} /> }
    };
    let all = TOOLS.iter().zip(&words.tools).filter(|((slug, _), _)| is_for(viewer, slug));
    html! {
        <>
            <p class="muted">{ words.on_device }</p>
            <Card><List>{ for all.map(item) }</List></Card>
            { statistics::ways(viewer, lang) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct ToolProps {
    tool: &'static str,
}

/// A calculator, as soon as there is something to reckon with.
#[component]
fn Calculator(props: &ToolProps) -> Html {
    let lang = use_lang();
    let set = match use_parameters() {
        Parameters::Here(set) => set,
        Parameters::Waiting => return html! { <Skeleton shape={Shape::Card} /> },
        Parameters::None(error) => {
            return html! { <ErrorState title={explain(lang, &error)} code={error_code(&error)} /> };
        }
    };
    match props.tool {
        "aliquote" => html! { <contribution::Calculator {set} /> },
        "gestione-separata" => html! { <separate::Calculator {set} /> },
        "artigiani-commercianti" => html! { <own_account::Calculator {set} /> },
        "sanzioni" => html! { <sanction::Calculator {set} /> },
        "differimento" => html! { <deferral::Calculator {set} /> },
        "prescrizione" => html! { <prescription::Calculator {set} /> },
        "compensazione" => html! { <set_off::Calculator {set} /> },
        "interessi-legali" => html! { <legal::Calculator {set} /> },
        preflight::SLUG => html! { <preflight::Preflight /> },
        _ => html! { <plan::Calculator {set} /> },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_has_an_address_and_a_name() {
        for (slug, _) in TOOLS {
            assert_eq!(Route::of(&Route::Tool { tool: slug }.href()), Route::Tool { tool: slug });
            assert!(Lang::ALL.iter().all(|lang| name(slug, *lang).is_some()), "{slug}");
        }
        assert_eq!(name("tombola", Lang::It), None);
    }
}
