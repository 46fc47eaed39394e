//! How the system is, for its administrator and its auditor.

mod text;

use shared::auth::Role;
use shared::home::{self, SystemState};
use shared::lang::Lang;
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, IconName, KeyValue, KeyValues, LinkButton, Shape, Skeleton};
use crate::words;
use text::texts;

/// Props of [`System`].
#[derive(PartialEq, Properties)]
pub struct SystemProps {
    /// Of whoever looks.
    pub role: Role,
}

/// The state of the system.
#[component]
pub fn System(props: &SystemProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let state = use_remote(&home::OfSystem {}).draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={8} /> },
        |state| html! { <Card title={words.system}><KeyValues items={lines(state, lang)} /></Card> },
    );
    html! {
        <>
            { state }
            if props.role == Role::Auditor {
                <p><LinkButton href={Route::Audit.href()} icon={IconName::List}>{ words.open_audit }</LinkButton></p>
            } else {
                <p><LinkButton href={Route::Intake.href()} icon={IconName::Upload}>{ words.import_file }</LinkButton></p>
            }
        </>
    }
}

fn lines(state: &SystemState, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let count =
        |label: &'static str, number: u64| KeyValue::mono(label, words::count(number, lang));
    let size = match state.bytes {
        0 => AttrValue::Static(words.in_memory),
        bytes => words::bytes(bytes, lang),
    };
    vec![
        KeyValue::mono(words.version, state.version.clone()),
        count(words.schema, u64::from(state.schema)),
        KeyValue::text(words.started, words::moment(state.started, lang)),
        count(words.companies_kept, state.companies),
        count(words.declarations_kept, state.declarations),
        count(words.payments_kept, state.payments),
        count(words.sessions, state.sessions),
        count(words.jobs, state.jobs.0),
        count(words.dead_jobs, state.jobs.1),
        count(words.audited, state.audited),
        KeyValue::text(words.size, size),
    ]
}
