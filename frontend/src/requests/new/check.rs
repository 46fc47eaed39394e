//! The last look: what would be sent, to whom, answered by when, and what is missing.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::requests::Draft;
use yew::prelude::*;

use super::{problems, said};
use crate::companies::use_company_name;
use crate::i18n::use_lang;
use crate::requests::about::origin;
use crate::requests::names::{topic_name, use_offered, usual};
use crate::requests::text::texts;
use crate::ui::{Button, ButtonKind, ButtonSize, Card, KeyValue, KeyValues, Notice, Severity};
use crate::words;

/// The field of the topic, as a problem names it.
pub(super) const TOPIC: &str = "topic";

/// Props of [`Check`].
#[derive(PartialEq, Properties)]
pub(super) struct CheckProps {
    pub content: Draft,
    /// The company is the one worked for.
    pub fixed: bool,
    /// Leads to where a field is changed, by its name.
    pub change: Callback<&'static str>,
}

/// The last look.
#[component]
pub(super) fn Check(props: &CheckProps) -> Html {
    let (lang, content) = (use_lang(), &props.content);
    let words = texts(lang);
    let offered = use_offered(content, lang);
    let topic = content.topic.and_then(|id| topic_name(offered.as_deref(), id));
    let answering = offered.as_ref().and_then(|offered| offered.answering.clone());
    let problems = problems(content);
    html! {
        <>
            if !problems.is_empty() {
                <Notice severity={Severity::Warning} title={words.new_text.wrong}>
                    <ul role="list">{ for problems.iter().map(|one| html! { <li>{ said(*one, lang) }</li> }) }</ul>
                </Notice>
            }
            <Card title={words.new_text.steps[2]}>
                <KeyValues items={answers(props, topic.unwrap_or_default(), lang)} />
                <p class="muted">{ words.new_text.declared }</p>
            </Card>
            if let Some(answering) = answering {
                <p>{ (words.new_text.by)(&answering.office, &words::day(answering.expected, lang)) }</p>
                { usual(offered.as_deref(), content.topic, lang) }
            }
        </>
    }
}

/// Each answer, with the way to change it.
fn answers(props: &CheckProps, topic: &str, lang: Lang) -> Vec<KeyValue> {
    let (words, content) = (texts(lang), &props.content);
    let item = |label: &'static str, field: &'static str, value: Html| {
        let onclick = props.change.reform(move |_: MouseEvent| field);
        let change = html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={label}>{ words.new_text.change }</Button>
        };
        KeyValue::html(label, html! { <div class="answer"><div>{ value }</div>{ change }</div> })
    };
    let company = html! { if let Some(company) = content.company { <Name {company} /> } };
    let position = match content.matricola.as_deref().map(words::matricola) {
        Some(code) => html! { <span class="mono">{ code }</span> },
        None => html! { words.new_text.whole_company },
    };
    let mut items = vec![
        match props.fixed {
            true => KeyValue::html(words.client, company),
            false => item(words.client, "company", company),
        },
        item(words.position, "position", position),
        item(words.topic, TOPIC, html! { topic.to_owned() }),
        item(words.subject, "subject", html! { content.subject.clone() }),
        item(words.new_text.text, "text", html! { <span class="prose">{ &content.text }</span> }),
    ];
    items.extend(
        content
            .phone
            .as_ref()
            .map(|phone| item(words.phone, "phone", html! { <span class="mono">{ phone }</span> })),
    );
    if let (Some(company), Some(about)) = (content.company, &content.about) {
        items.push(KeyValue::html(words.about, origin(company, about, lang)));
    }
    items
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
