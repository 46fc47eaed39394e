//! The report of an import: how far it is, what the file holds, what is wrong with it and where.

use shared::auth::{Resource, Verb};
use shared::ids::ImportId;
use shared::intake::{self, Import, ImportState, Show};
use shared::lang::Lang;
use shared::session::Viewer;
use yew::prelude::*;

use super::text::texts;
use super::{issues, kind, outcome};
use crate::events;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::remote::use_remote;
use crate::route::Route;
use crate::session::{can, company_of, use_viewer};
use crate::ui::{
    ButtonKind, Card, IconName, KeyValue, KeyValues, LinkButton, Notice, ProgressBar, Severity,
    Shape, Skeleton, Tag,
};
use crate::words;

/// Milliseconds between two looks at an import that is being read.
const LOOK_MS: i32 = 700;

/// Props of [`Report`].
#[derive(PartialEq, Properties)]
pub struct ReportProps {
    /// Which import.
    pub import: ImportId,
}

/// The screen.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let remote = use_remote(&Show { import: props.import });
    let name = remote.value.as_ref().map(|report| AttrValue::from(report.import.name.clone()));
    use_heading(None, name);
    let running = remote.value.as_ref().filter(|_| remote.error.is_none()).and_then(|report| {
        match report.import.state {
            ImportState::Running { done } => Some((done, remote.at)),
            _ => None,
        }
    });
    use_effect_with(running, {
        let reload = remote.reload.clone();
        move |running| {
            let next = running.and_then(|_| events::after(LOOK_MS, move || reload.emit(())));
            move || drop(next)
        }
    });
    remote.draw(
        lang,
        || html! { <div class="columns"><Skeleton shape={Shape::Card} /><Skeleton shape={Shape::Card} count={5} /></div> },
        |report| full(report, &viewer, lang),
    )
}

fn full(report: &intake::Report, viewer: &Viewer, lang: Lang) -> Html {
    let words = texts(lang);
    let import = &report.import;
    html! {
        <>
            { verdict(import, lang) }
            <div class="columns">
                <Card title={words.counts}><KeyValues items={counts(import, lang)} /></Card>
                <Card title={words.file_data}><KeyValues items={file(import, lang)} /></Card>
            </div>
            if !matches!(import.state, ImportState::Running { .. }) {
                if import.state != ImportState::Interrupted { { issues::card(report, lang) } }
                <div class="row">{ next(import, viewer, lang) }</div>
            }
        </>
    }
}

fn verdict(import: &Import, lang: Lang) -> Html {
    let words = texts(lang);
    let (severity, plain) = match import.state {
        ImportState::Running { .. } => (Severity::Info, words.running_plain),
        ImportState::Accepted => (Severity::Success, words.accepted_plain),
        ImportState::Refused => (Severity::Error, words.refused_plain),
        ImportState::Repeated => (Severity::Info, words.repeated_plain),
        ImportState::Interrupted => (Severity::Warning, words.interrupted_plain),
    };
    let progress = match import.state {
        ImportState::Running { done } => {
            let percent = (done.saturating_mul(100) / import.size.max(1)).min(100) as u32;
            let read = (words.read)(&words::bytes(done, lang), &words::bytes(import.size, lang));
            html! { <><ProgressBar label={words.progress} value={percent} max={100} /><p>{ read }</p></> }
        }
        _ => html! {},
    };
    html! { <Notice {severity} title={outcome(import.state, lang).1} live={true}><p>{ plain }</p>{ progress }</Notice> }
}

/// What the file holds; only what there is any of.
fn counts(import: &Import, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let counts = &import.counts;
    let (tone, _) = outcome(import.state, lang);
    let errors = html! { <Tag {tone} label={(words.errors)(import.errors)} /> };
    let mut lines: Vec<KeyValue> = [
        (words.companies, counts.companies),
        (words.declarations, counts.declarations),
        (words.workers, counts.workers),
        (words.payments, counts.payments),
        (words.rows, counts.rows),
        (words.records, counts.records),
        (words.skipped, counts.skipped),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(label, count)| KeyValue::mono(label, words::count(u64::from(count), lang)))
    .collect();
    lines.push(KeyValue::html(
        words.outcome,
        html! { <>{ errors }{ " " }{ (words.warnings)(import.warnings) }</> },
    ));
    lines
}

fn file(import: &Import, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let mut lines = vec![
        KeyValue::mono(words.file, import.name.clone()),
        KeyValue::text(words.what, kind(import.file_kind, words)),
        KeyValue::text(words.size, words::bytes(import.size, lang)),
        KeyValue::text(words.at, words::moment(import.at, lang)),
    ];
    if !import.sha256.is_empty() {
        lines.push(KeyValue::mono(words.fingerprint, import.sha256.clone()));
    }
    lines
}

/// Where to go on: to what the file brought, or to the next file.
fn next(import: &Import, viewer: &Viewer, lang: Lang) -> Html {
    let words = texts(lang);
    let brought = !matches!(import.state, ImportState::Refused | ImportState::Interrupted);
    let counts = &import.counts;
    let target = match company_of(viewer) {
        _ if !brought || !can(viewer, Resource::Contributions, Verb::Read) => None,
        Some(company) if counts.declarations > 0 => {
            Some((Route::Declarations { company }, words.see_declarations))
        }
        Some(company) if counts.payments > 0 => {
            Some((Route::Payments { company }, words.see_payments))
        }
        Some(_) => None,
        None => Some((Route::Companies, words.see_companies)),
    };
    html! {
        <>
            if let Some((route, label)) = target {
                <LinkButton href={route.href()}>{ label }</LinkButton>
            }
            <LinkButton href={Route::Intake.href()} kind={ButtonKind::Tertiary} icon={IconName::Upload}>{ words.another }</LinkButton>
        </>
    }
}
