//! The last look: what would be sent, to whom, answered by when, and what is missing.

use shared::ids::CompanyId;
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

/// Props of [`Check`].
#[derive(PartialEq, Properties)]
pub(super) struct CheckProps {
    pub content: Draft,
    pub change: Callback<MouseEvent>,
}

/// The last look.
#[component]
pub(super) fn Check(props: &CheckProps) -> Html {
    let (lang, content) = (use_lang(), &props.content);
    let words = texts(lang);
    let offered = use_offered(content, lang);
    let topic = content.topic.and_then(|id| topic_name(offered.as_deref(), id));
    let problems = problems(content);
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
    if let (Some(company), Some(about)) = (content.company, &content.about) {
        items.push(KeyValue::html(words.about, origin(company, about, lang)));
    }
    let answering = offered.as_ref().and_then(|offered| offered.answering.clone());
    let change = props.change.clone();
    html! {
        <>
            if !problems.is_empty() {
                <Notice severity={Severity::Warning} title={words.new_text.wrong}>
                    <ul role="list">{ for problems.iter().map(|one| html! { <li>{ said(*one, lang) }</li> }) }</ul>
                </Notice>
            }
            <Card title={words.new_text.steps[2]} aside={html! {
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={change}>{ words.new_text.change }</Button>
            }}>
                <KeyValues {items} />
                <p class="muted">{ words.new_text.declared }</p>
            </Card>
            if let Some(answering) = answering {
                <p>{ (words.new_text.by)(&answering.office, &words::day(answering.expected, lang)) }</p>
                { usual(offered.as_deref(), content.topic, lang) }
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
