//! One declaration: what it says, whether it balances and why, who pays it, who is in it.

use shared::declarations::{Declaration, DmState, ExportWorkers, Scheme, Show};
use shared::evidence::Subject;
use shared::ids::{CompanyId, DeclarationId};
use shared::lang::Lang;
use shared::requests::About;
use yew::prelude::*;

use super::text::texts;
use super::workers::WorkerList;
use super::{arithmetic, list, parts};
use crate::companies::use_company_name;
use crate::export;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::remote::use_remote;
use crate::requests::Ask;
use crate::ui::{Card, Notice, Severity, Shape, Skeleton, Stat, Tag};
use crate::words;

/// Props of [`Detail`].
#[derive(PartialEq, Properties)]
pub struct DetailProps {
    /// Of which company.
    pub company: CompanyId,
    /// Which.
    pub declaration: DeclarationId,
}

/// The screen.
#[component]
pub fn Detail(props: &DetailProps) -> Html {
    let (lang, company, declaration) = (use_lang(), props.company, props.declaration);
    let remote = use_remote(&Show { company, declaration });
    let title = remote
        .value
        .as_ref()
        .map(|found| (texts(lang).title)(&words::month(found.row.month, lang)).into());
    let company_name = use_company_name(company);
    use_heading(title, company_name);
    remote.draw(lang, waiting, |found| full(found, company, lang))
}

fn waiting() -> Html {
    html! {
        <div class="columns">
            <Skeleton shape={Shape::Card} count={4} />
            <Skeleton shape={Shape::Card} count={6} />
            <Skeleton shape={Shape::Table} count={5} />
        </div>
    }
}

fn full(found: &Declaration, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let position = found.row.matricola.clone().map(AttrValue::from);
    let subject: AttrValue = (words.title)(&words::month(found.row.month, lang)).into();
    html! {
        <>
            if found.row.superseded {
                <Notice severity={Severity::Warning}><p>{ words.superseded_notice }</p></Notice>
            }
            <div class="columns">
                { state(found, lang) }
                <Card title={words.paid_by}>{ parts::payments(found, company, lang) }</Card>
                { arithmetic::card(found, lang) }
                <Card title={words.origin}>{ parts::origin(found, lang) }</Card>
            </div>
            <Card title={words.groups} flush={true}>{ parts::groups(found, lang) }</Card>
            <Card title={words.items} flush={!found.items.is_empty()}>{ parts::items(found, lang) }</Card>
            if !found.warnings.is_empty() {
                <Card title={words.warnings}>{ parts::warnings(found, lang) }</Card>
            }
            <Card title={words.worker_list} aside={worker_files(company, found.row.id, lang)} flush={true}><WorkerList {company} declaration={found.row.id} month={found.row.month} workforce={found.workforce} /></Card>
            if !found.others.is_empty() {
                <Card title={words.others} flush={true}>{ list::table(&found.others, company, lang) }</Card>
            }
            <p><Ask {company} topic={Subject::DmTransmitted.topic()} about={About::Month(found.row.month)} {position} {subject} /></p>
        </>
    }
}

/// What is to be paid, and the state in plain words.
fn state(found: &Declaration, lang: Lang) -> Html {
    let words = texts(lang);
    let (tone, word) = words::dm(found.row.state, lang);
    let plain = meaning(found.row.scheme, found.row.state, lang);
    html! {
        <Card title={words.outcome} aside={html! { <Tag {tone} label={word} /> }}>
            <Stat value={words::euro(found.row.due, lang)} label={(words.to_pay)(&words::day(found.pay_by, lang))} />
            <p>{ plain }</p>
        </Card>
    }
}

/// What a state means, and what to do.
pub fn meaning(scheme: Scheme, state: DmState, lang: Lang) -> &'static str {
    let words = texts(lang);
    match (scheme, state) {
        (Scheme::Collaborators, _) => words.collaborators,
        (_, DmState::Balanced) => words.balanced,
        (_, DmState::Provisional) => words.provisional,
        (_, DmState::ProvisionalAnomalous) => words.anomalous,
        (_, DmState::NotGenerable) => words.not_generable,
    }
}

/// The workers as a file.
fn worker_files(company: CompanyId, declaration: DeclarationId, lang: Lang) -> Html {
    export::menu(lang, |format| ExportWorkers { company, declaration, format, lang: Some(lang) })
}
