//! A new request: what it is about, what is asked, a last look, and the receipt. It is kept on the server at every pause.

mod details;
mod draft;
mod topic;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::requests::{Draft, Submit, Submitted, Topics, check_with};
use yew::prelude::*;

use super::act::Failure;
use super::names::topic_name;
use super::text::texts;
use super::thread::receipt;
use crate::companies::use_company_name;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::remote::{Action, use_action, use_remote};
use crate::route::{Route, query_value, use_query};
use crate::session::{company_of, use_viewer};
use crate::ui::{
    Button, ButtonKind, Card, KeyValue, KeyValues, LinkButton, Notice, Severity, Shape, Skeleton,
};
use crate::words;
use details::Details;
use draft::{Keeping, Kept, use_draft};
use topic::Finder;

/// Changes the draft.
type Change = Callback<Draft>;

/// The stepper; at its end the receipt.
#[component]
pub fn New() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    use_heading(Some(AttrValue::Static(words.new)), None);
    let sent = use_state(|| None::<Submitted>);
    let kept = use_draft(start(company_of(&viewer)));
    let (step, go) = use_query("passo");
    let submit = use_action::<Submit>({
        let sent = sent.setter();
        Callback::from(move |receipt: Submitted| sent.set(Some(receipt)))
    });
    if let Some(sent) = &*sent {
        return done(sent, lang);
    }
    if kept.loading {
        return html! { <Skeleton shape={Shape::Card} count={6} /> };
    }
    let at = match (step.as_deref(), kept.content.topic) {
        (_, None) | (Some("1"), _) => 1,
        (Some("3"), _) => 3,
        _ => 2,
    };
    let name = words.new_text.steps.get(at - 1).copied().unwrap_or_default();
    let onchange = kept.change.clone();
    let content = kept.content.clone();
    let part = match at {
        1 => {
            let chosen = go.reform(|()| Some("2".to_owned()));
            html! { <Finder {content} {onchange} {chosen} /> }
        }
        2 => html! {
            <>
                <Details {content} {onchange} />
                <div class="row">
                    <Button onclick={to(&go, "3")}>{ words.new_text.next }</Button>
                    <Button kind={ButtonKind::Ghost} onclick={to(&go, "1")}>{ words.new_text.back }</Button>
                </div>
            </>
        },
        _ => last(&kept, &submit, &go, lang),
    };
    html! {
        <div class="stack">
            <p class="strong" aria-live="polite">{ (words.new_text.step)(at) }{ " · " }{ name }</p>
            { part }
            { kept.foot(lang) }
        </div>
    }
}

/// Leads to a step.
fn to(go: &Callback<Option<String>>, step: &'static str) -> Callback<MouseEvent> {
    go.reform(move |_: MouseEvent| Some(step.to_owned()))
}

/// The last step: it is sent as it is kept.
fn last(kept: &Kept, submit: &Action<Submit>, go: &Callback<Option<String>>, lang: Lang) -> Html {
    let words = texts(lang).new_text;
    let busy = submit.busy || kept.keeping != Keeping::Kept;
    let send = kept.draft.map(|draft| {
        let version = kept.version;
        submit.run.reform(move |_: MouseEvent| Submit { draft, version })
    });
    html! {
        <>
            <Check content={kept.content.clone()} change={to(go, "2")} />
            <Failure error={submit.error.clone()} />
            <div class="row">
                if is_ready(&kept.content) {
                    <Button {busy} onclick={send.unwrap_or_default()}>{ words.send }</Button>
                }
                <Button kind={ButtonKind::Ghost} onclick={to(go, "2")}>{ words.back }</Button>
            </div>
        </>
    }
}

/// Whether nothing is missing; which topics there are the server knows.
fn is_ready(content: &Draft) -> bool {
    check_with(content, |_| true).is_empty()
}

/// What the address says that it is about.
fn start(own: Option<CompanyId>) -> Draft {
    let company = query_value("azienda").and_then(|id| id.parse().ok()).or(own);
    let topic = query_value("argomento").and_then(|id| id.parse().ok());
    Draft {
        company,
        matricola: query_value("posizione"),
        topic: topic.map(shared::requests::topics::TopicId),
        subject: query_value("oggetto").unwrap_or_default(),
        text: query_value("testo").unwrap_or_default(),
        ..Draft::default()
    }
}

fn done(sent: &Submitted, lang: Lang) -> Html {
    let words = texts(lang).new_text;
    let href = Route::Request { request: sent.id }.href();
    html! {
        <div class="stack">
            <Notice severity={Severity::Success} title={words.sent} live={true} />
            <Card title={texts(lang).receipt}>{ receipt(&sent.receipt, lang) }</Card>
            <LinkButton {href}>{ words.open }</LinkButton>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct CheckProps {
    content: Draft,
    change: Callback<MouseEvent>,
}

/// The last look: what would be sent, to whom, answered by when, and what is missing.
#[component]
fn Check(props: &CheckProps) -> Html {
    let (lang, content) = (use_lang(), &props.content);
    let words = texts(lang);
    let offered = use_remote(&Topics {
        lang,
        company: content.company,
        matricola: content.matricola.clone(),
        ..Topics::default()
    });
    let topic = content.topic.and_then(|id| topic_name(offered.value.as_deref(), id));
    let problems = check_with(content, |_| true);
    let mut items = vec![
        KeyValue::html(
            words.client,
            html! { if let Some(company) = content.company { <Name {company} /> } },
        ),
        KeyValue::text(words.topic, topic.unwrap_or_default().to_owned()),
        KeyValue::text(words.subject, content.subject.clone()),
        KeyValue::html(
            words.new_text.text,
            html! { <span class="prose">{ content.text.clone() }</span> },
        ),
    ];
    let position = content.matricola.as_deref().map(words::matricola);
    items.extend(position.map(|code| KeyValue::mono(words.position, code)));
    items.extend(content.phone.clone().map(|phone| KeyValue::mono(words.phone, phone)));
    let answering = offered.value.as_ref().and_then(|offered| offered.answering.clone());
    html! {
        <>
            if !problems.is_empty() {
                <Notice severity={Severity::Warning} title={words.new_text.wrong}>
                    <ul>{ for problems.iter().map(|one| html! {
                        <li>{ words.new_text.problem.get(*one as usize).copied().unwrap_or_default() }</li>
                    }) }</ul>
                </Notice>
            }
            <Card aside={html! { <Button kind={ButtonKind::Ghost} onclick={props.change.clone()}>{ words.new_text.change }</Button> }}
                title={words.new_text.steps[2]}>
                <KeyValues {items} />
            </Card>
            if let Some(answering) = answering {
                <p>{ (words.new_text.by)(&answering.office, &words::day(answering.expected, lang)) }</p>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct NameProps {
    company: CompanyId,
}

/// The name of a company.
#[component]
fn Name(props: &NameProps) -> Html {
    let name = use_company_name(props.company);
    html! { { name.unwrap_or_default() } }
}
