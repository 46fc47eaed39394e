//! What the check found: the verdict first, then the findings by line, what the file would declare, and what is left out.

use std::rc::Rc;

use shared::auth::{Resource, Verb};
use shared::declarations::DmState;
use shared::intake::FileKind;
use shared::lang::Lang;
use shared::preflight::{self, Absent, Checked, Forecast};
use web_sys::File;
use yew::prelude::*;

use super::text::texts;
use super::{declaration, save};
use crate::api::CallError;
use crate::i18n::use_lang;
use crate::intake::{Sending, issues_table, use_sending};
use crate::remote::explain;
use crate::session::{can, use_session};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, FileState, IconName, KeyValue, KeyValues, List, ListItem,
    Notice, ProgressBar, Severity, Tone,
};
use crate::{parameters, words};

/// Findings listed before somebody asks for all.
const FINDINGS: usize = 50;
/// Declarations listed before somebody asks for more, and how many more at a time.
const DECLARATIONS: usize = 20;

/// Props of [`Report`].
#[derive(PartialEq, Properties)]
pub struct ReportProps {
    /// What was found.
    pub report: Rc<preflight::Report>,
    /// Why the server was not asked.
    pub why: Option<CallError>,
    /// The file.
    pub file: Option<File>,
    /// Checks another file.
    pub again: Callback<MouseEvent>,
}

/// The report.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let (lang, session, sending) = (use_lang(), use_session(), use_sending());
    let words = texts(lang);
    let all_findings = use_state_eq(|| false);
    let shown = use_state_eq(|| DECLARATIONS);
    let report = &props.report;
    let may =
        session.viewer().is_some_and(|one| can(one, Resource::ContributionFiles, Verb::Create));
    let import = importing(&sending, props.file.clone());
    let name = props.file.as_ref().map(File::name).unwrap_or_default();
    let most = if *all_findings { report.issues.len() } else { FINDINGS };
    let first = report.issues.get(..most.min(report.issues.len())).unwrap_or_default();
    let table =
        issues_table(first, (report.errors, report.warnings), saving(report, &name, lang), lang);
    let every = {
        let all_findings = all_findings.setter();
        Callback::from(move |_: MouseEvent| all_findings.set(true))
    };
    let more = {
        let (setter, now) = (shown.setter(), *shown);
        Callback::from(move |_: MouseEvent| setter.set(now + DECLARATIONS))
    };
    let left = report.checked.len().saturating_sub(*shown);
    html! {
        <>
            { verdict(report, lang) }
            <div class="row">
                if may && report.errors == 0 && sending.entry.is_none() {
                    <Button icon={IconName::Upload} onclick={import}>{ words.import }</Button>
                }
                <Button kind={ButtonKind::Tertiary} onclick={props.again.clone()}>{ words.again }</Button>
            </div>
            { on_its_way(&sending, lang) }
            { not_asked(report, props.why.as_ref(), lang) }
            <Card title={words.holds}><KeyValues items={holds(report, &name, lang)} /></Card>
            { table }
            if first.len() < report.issues.len() {
                <div class="row"><Button kind={ButtonKind::Tertiary} onclick={every}>{ (words.every)(report.issues.len() as u64) }</Button></div>
            }
            if !report.absent.is_empty() { { absent(&report.absent, lang) } }
            if !report.checked.is_empty() {
                <Card title={words.declarations}>
                    <div class="stack">
                        { for report.checked.iter().take(*shown).enumerate().map(|(at, one)| html! {
                            <declaration::Declaration key={at} report={report.clone()} {at} open={report.checked.len() == 1} name={title(one, lang)} />
                        }) }
                        if left > 0 {
                            <div class="row"><Button kind={ButtonKind::Tertiary} onclick={more}>{ (words.more)(left as u64) }</Button></div>
                        }
                    </div>
                </Card>
            }
            { parameters::version(report.parameters, lang) }
        </>
    }
}

/// Sends the file that was checked.
fn importing(sending: &Sending, file: Option<File>) -> Callback<MouseEvent> {
    let send = sending.send.clone();
    Callback::from(move |_: MouseEvent| {
        if let Some(file) = file.clone() {
            send.emit((FileKind::Uniemens, file));
        }
    })
}

/// Whether the import would take it, in one sentence, and what else there is to look at.
fn verdict(report: &preflight::Report, lang: Lang) -> Html {
    let words = texts(lang);
    let odd = |one: &Checked| {
        let notice = matches!(one.notice, Forecast::Notice { .. });
        one.state != DmState::Balanced || notice || !one.evidence.is_empty()
    };
    let (severity, title, text) = if report.errors > 0 {
        (Severity::Error, (words.refused)(u64::from(report.errors)), words.refused_text)
    } else if report.warnings > 0 || !report.absent.is_empty() || report.checked.iter().any(odd) {
        (Severity::Warning, words.care.to_owned(), words.care_text)
    } else {
        (Severity::Success, words.fine.to_owned(), words.fine_text)
    };
    html! { <Notice {severity} {title} live={true}><p>{ text }</p></Notice> }
}

/// Why what is known was not compared, where it was not.
fn not_asked(report: &preflight::Report, why: Option<&CallError>, lang: Lang) -> Html {
    let words = texts(lang);
    if report.asked {
        return html! {};
    }
    let why = match why {
        Some(CallError::Offline) | None => AttrValue::Static(words.offline),
        Some(error) => explain(lang, error),
    };
    html! { <Notice severity={Severity::Warning} title={words.not_asked}><p>{ why }{ " " }{ words.not_asked_text }</p></Notice> }
}

/// How far the import is, once it was asked for.
fn on_its_way(sending: &Sending, lang: Lang) -> Html {
    let words = texts(lang);
    match sending.entry.as_ref().map(|entry| &entry.state) {
        Some(FileState::Sending(percent)) => html! {
            <div class="stack" role="status"><ProgressBar label={words.sending} value={u32::from(*percent)} max={100} /></div>
        },
        Some(FileState::Refused(reason)) => {
            html! { <Notice severity={Severity::Error} live={true}><p>{ reason }</p></Notice> }
        }
        _ => html! {},
    }
}

/// What the file holds; only what there is any of.
fn holds(report: &preflight::Report, name: &str, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let counts = &report.counts;
    let mut items = vec![KeyValue::mono(words.file, name.to_owned())];
    let sender = match &report.sender_name {
        Some(name) => [name, " (", &report.sender, ")"].concat(),
        None => report.sender.clone(),
    };
    if !sender.is_empty() {
        items.push(KeyValue::text(words.sender, sender));
    }
    let counted = [
        (words.companies, counts.companies),
        (words.returns, counts.declarations),
        (words.workers, counts.workers),
        (words.skipped, counts.skipped),
    ];
    items.extend(
        counted
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(label, count)| KeyValue::mono(label, words::count(u64::from(count), lang))),
    );
    items
}

/// The button that keeps the findings as a file of this device.
fn saving(report: &Rc<preflight::Report>, name: &str, lang: Lang) -> Html {
    if report.issues.is_empty() {
        return html! {};
    }
    let (report, name) = (report.clone(), name.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| save::findings(&report.issues, &name, lang));
    html! {
        <Button kind={ButtonKind::Tertiary} size={ButtonSize::Small} icon={IconName::Download} {onclick}>{ texts(lang).save }</Button>
    }
}

/// Positions whose return nobody has.
fn absent(absent: &[Absent], lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <Card title={words.absent} subtitle={words.absent_text}>
            <List>
                { for absent.iter().enumerate().map(|(at, one)| {
                    let title = [one.name.as_str(), " · ", &words::matricola(&one.matricola)].concat();
                    let month = words::month_long(one.month, lang);
                    html! { <ListItem key={at} {title} description={month} icon={IconName::AlertCircle} tone={Tone::Orange} /> }
                }) }
            </List>
        </Card>
    }
}

/// What a declaration is called: company, position, month.
fn title(one: &Checked, lang: Lang) -> AttrValue {
    let position = match &one.matricola {
        Some(matricola) => words::matricola(matricola),
        None => words::scheme(one.scheme, lang),
    };
    let company = one.name.as_deref().unwrap_or(&one.tax_code);
    [company, " · ", &position, " · ", &words::month_long(one.month, lang)].concat().into()
}
