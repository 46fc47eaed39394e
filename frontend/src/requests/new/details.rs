//! What is asked: for whom, about which position, in which words.

use shared::companies;
use shared::ids::CompanyId;
use shared::requests::{Draft, LONGEST_SUBJECT, LONGEST_TEXT, TopicRow};
use yew::prelude::*;

use super::{Change, problems, said};
use crate::companies::use_company_name;
use crate::i18n::use_lang;
use crate::layout::CompanyChoice;
use crate::remote::use_remote;
use crate::requests::names::{choice, over_long, so_far, use_offered, usual};
use crate::requests::text::texts;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, ErrorSummary, Field, FieldError, FieldType, Notice,
    Select, Severity,
};
use crate::words;

/// Props of [`Details`].
#[derive(PartialEq, Properties)]
pub(super) struct DetailsProps {
    pub content: Draft,
    pub onchange: Change,
    /// The company is the one worked for.
    pub fixed: bool,
    /// How often it was tried to go on with something missing.
    pub tries: u32,
}

impl DetailsProps {
    fn put(&self, set: fn(&mut Draft, String)) -> Callback<String> {
        let content = self.content.clone();
        self.onchange.reform(move |value: String| {
            let mut content = content.clone();
            set(&mut content, value);
            content
        })
    }

    fn choose(&self) -> Callback<Option<CompanyId>> {
        let content = self.content.clone();
        self.onchange.reform(move |company| Draft { company, matricola: None, ..content.clone() })
    }
}

/// The id of a field.
pub(super) fn id(field: &str) -> AttrValue {
    ["request-", field].concat().into()
}

/// The fields.
#[component]
pub(super) fn Details(props: &DetailsProps) -> Html {
    let (lang, content) = (use_lang(), &props.content);
    let words = texts(lang);
    let offered = use_offered(content, lang);
    let of = |row: &&TopicRow| Some(row.id) == content.topic;
    let topic = offered.as_ref().and_then(|offered| offered.topics.iter().find(of));
    let answering = offered.as_ref().and_then(|offered| offered.answering.as_ref());
    let wrong = if props.tries > 0 { problems(content) } else { Vec::new() };
    let line = |field: &str, said: &'static str| FieldError { id: id(field), text: said.into() };
    let errors: Vec<FieldError> =
        wrong.iter().map(|one| line(one.field().0, said(*one, lang))).collect();
    let error = |field: &str| {
        let found = wrong.iter().find(|one| one.field().0 == field);
        found.map(|one| AttrValue::Static(said(*one, lang)))
    };
    let helper = [Some(words.new_text.text_help.to_owned()), so_far(&content.text, lang)];
    let helper = helper.into_iter().flatten().collect::<Vec<_>>().join(" ");
    html! {
        <>
            <ErrorSummary title={words.new_text.wrong} {errors} tries={props.tries} />
            if let Some(topic) = topic { { about(topic, words.new_text.attach, words.new_text.examples) } }
            if let Some(answering) = answering {
                <Notice severity={Severity::Info}>
                    <p>{ (words.new_text.by)(&answering.office, &words::day(answering.expected, lang)) }</p>
                    { usual(offered.as_deref(), content.topic, lang) }
                </Notice>
            }
            if content.company.is_none() {
                <div id={id("company")} tabindex="-1">
                    <Card title={words.new_text.company}><CompanyChoice choose={props.choose().reform(Some)} /></Card>
                </div>
            }
            <Card title={words.new_text.steps[1]}>
                <div class="form">
                    if let Some(company) = content.company {
                        <Position {company} content={content.clone()} onchange={props.onchange.clone()}
                            other={(!props.fixed).then(|| props.choose().reform(|_: MouseEvent| None))} />
                    }
                    <Field id={id("subject")} label={words.subject} helper={words.new_text.subject_help}
                        value={content.subject.clone()}
                        error={over_long(&content.subject, LONGEST_SUBJECT, lang).or_else(|| error("subject"))}
                        oninput={props.put(|draft, text| draft.subject = text)} />
                    <Field id={id("text")} r#type={FieldType::Area} label={words.new_text.text}
                        {helper} value={content.text.clone()}
                        error={over_long(&content.text, LONGEST_TEXT, lang).or_else(|| error("text"))}
                        oninput={props.put(|draft, text| draft.text = text)} />
                    <Field id={id("phone")} label={words.new_text.phone} helper={words.new_text.phone_help} optional={true}
                        autocomplete="tel" value={content.phone.clone().unwrap_or_default()} error={error("phone")}
                        oninput={props.put(|draft, text| draft.phone = Some(text).filter(|text| !text.is_empty()))} />
                </div>
            </Card>
        </>
    }
}

/// What helps to write about the topic.
fn about(topic: &TopicRow, attach: &'static str, examples: &'static str) -> Html {
    html! {
        <Card title={topic.title.clone()} subtitle={topic.group.clone()}>
            <p>{ topic.help.clone() }</p>
            <p class="muted">{ examples }{ ": " }{ topic.examples.join(" · ") }</p>
            if !topic.attach.is_empty() { <p><span class="strong">{ attach }</span>{ ": " }{ topic.attach.clone() }</p> }
        </Card>
    }
}

#[derive(PartialEq, Properties)]
struct PositionProps {
    company: CompanyId,
    content: Draft,
    onchange: Change,
    /// Leads back to the choice of the company, for those who have several.
    other: Option<Callback<MouseEvent>>,
}

/// The company, and which of its positions.
#[component]
fn Position(props: &PositionProps) -> Html {
    let words = texts(use_lang());
    let (company, content) = (props.company, props.content.clone());
    let Some(name) = use_company_name(company) else { return html! {} };
    let value = content.matricola.clone();
    let onchange = props
        .onchange
        .reform(move |matricola: Option<String>| Draft { matricola, ..content.clone() });
    html! {
        <>
            <p class="row">
                <span><span class="muted">{ words.client }{ ": " }</span>{ name }</span>
                if let Some(onclick) = props.other.clone() {
                    <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick}>{ words.new_text.change }</Button>
                }
            </p>
            <PositionChoice {company} {value} {onchange} />
        </>
    }
}

/// Props of [`PositionChoice`].
#[derive(PartialEq, Properties)]
pub(crate) struct PositionChoiceProps {
    /// Of which company.
    pub company: CompanyId,
    /// The one that is chosen; none for the company as a whole.
    pub value: Option<String>,
    pub onchange: Callback<Option<String>>,
}

/// The choice of a position of a company, or of the company as a whole.
#[component]
pub(crate) fn PositionChoice(props: &PositionChoiceProps) -> Html {
    let words = texts(use_lang());
    let brief = use_remote(&companies::Show { company: props.company });
    let Some(brief) = brief.value else { return html! {} };
    let whole = choice("", words.new_text.whole_company);
    let position = |position: &companies::Position| {
        let code = position.matricola.to_string();
        let label = [&words::matricola(&code), " · ", position.office_name.as_str()].concat();
        choice(code, label)
    };
    let choices =
        [whole].into_iter().chain(brief.positions.iter().map(position)).collect::<Vec<_>>();
    let value = props.value.clone().unwrap_or_default();
    let onchange = props
        .onchange
        .reform(|value: AttrValue| Some(value.to_string()).filter(|code| !code.is_empty()));
    html! { <Select id={id("position")} label={words.position} {choices} {value} {onchange} /> }
}
