//! Writing to a company first: from its page, or from beside one of its requests. No server keeps what is not sent: it is on this device.

use serde::{Deserialize, Serialize};
use shared::auth::{Resource, Verb};
use shared::calendar::Instant;
use shared::ids::{AttachmentId, CompanyId, DraftId, PersonId};
use shared::lang::Lang;
use shared::requests::topics::TopicId;
use shared::requests::words::WRITE;
use shared::requests::{
    Begin as Request, Kind, LONGEST_SUBJECT, LONGEST_TEXT, Offered, Problem, Submitted, TopicRow,
    Topics,
};
use yew::prelude::*;

use super::text::texts;
use crate::api::fresh_id;
use crate::api::pending::{use_leaving, use_pending};
use crate::attachments::Uploader;
use crate::browser;
use crate::companies::use_company_name;
use crate::events;
use crate::i18n::use_lang;
use crate::layout::{self, use_heading};
use crate::query::use_query;
use crate::remote::{Action, use_action, use_cache, use_remote};
use crate::requests::device::{self, OnDevice};
use crate::requests::{
    self, Failure, NOTHING_YET, PositionChoice, Unready, choice, over_long, problem_words, unfilled,
};
use crate::route::Route;
use crate::router::use_navigator;
use crate::session::{can, use_viewer};
use crate::ui::{
    Button, ButtonKind, Card, Choice, EmptyState, Field, FieldType, IconName, Link, LinkButton,
    Select, Shape, Skeleton,
};

/// Props of [`WriteTo`].
#[derive(PartialEq, Properties)]
pub struct WriteToProps {
    /// To which company.
    pub company: CompanyId,
}

/// The way to it; nothing for those who do not answer for an office.
#[component]
pub fn WriteTo(props: &WriteToProps) -> Html {
    let lang = use_lang();
    if !can(&use_viewer(), Resource::Requests, Verb::Correct) {
        return html! {};
    }
    let page = Route::Tool { tool: super::WRITE }.href();
    let href = [page.as_str(), "?azienda=", &props.company.to_string()].concat();
    html! { <p><LinkButton {href} kind={ButtonKind::Tertiary} icon={IconName::Message}>{ WRITE.of(lang) }</LinkButton></p> }
}

/// The heading.
pub fn title(lang: Lang) -> &'static str {
    WRITE.of(lang)
}

/// The screen: the company is the one that the address names.
#[component]
pub fn Begin() -> Html {
    let lang = use_lang();
    let (company, _) = use_query("azienda");
    match company.and_then(|id| id.parse::<CompanyId>().ok()) {
        Some(company) => html! { <First {company} key={company.to_string()} /> },
        None => {
            let companies = layout::title(Route::Companies, None, lang);
            let way = html! { <Link href={Route::Companies.href()}>{ companies }</Link> };
            html! { <EmptyState title={texts(lang).no_company} icon={IconName::Message}>{ way }</EmptyState> }
        }
    }
}

/// What is written, and the way to send it. It stays whatever a refusal says.
#[component]
fn First(props: &WriteToProps) -> Html {
    let (lang, person, company) = (use_lang(), use_viewer().person, props.company);
    let name = use_company_name(company);
    use_heading(None, name);
    let offered = use_remote(&Topics { lang, company: Some(company), ..Topics::default() });
    let (content, kept) = use_written(person, company);
    let (tries, unready) = (use_state_eq(|| 0_u32), use_state_eq(|| false));
    let sending = use_sending(person, company);
    use_effect_with(*tries, |tries| {
        if *tries > 0 {
            browser::focus(".act-form [aria-invalid]");
        }
    });
    let wrong = if *tries > 0 { content.problems(is_chosen) } else { Vec::new() };
    let oninput = {
        let content = content.setter();
        Callback::from(move |changed: Request| content.set(changed))
    };
    let on_ready = {
        let unready = unready.setter();
        Callback::from(move |ready: bool| unready.set(!ready))
    };
    let on_change = {
        let content = (*content).clone();
        oninput.reform(move |attachments: Vec<AttachmentId>| Request {
            attachments,
            ..content.clone()
        })
    };
    let onclick = press(&content, &tries, *unready, &sending);
    let words = requests::texts(lang);
    offered.draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={6} /> },
        |offered| html! {
            <Card>
                <div class="stack act-form">
                    <p class="muted">{ texts(lang).begin_help }</p>
                    { fields(&content, offered, &wrong, &oninput, lang) }
                    <Uploader value={content.attachments.clone()} {on_change} {on_ready} />
                    if *tries > 0 && *unready { <Unready {lang} /> }
                    <Failure error={sending.error.clone()} />
                    <p class="small muted" role="status">{ if kept { texts(lang).begin_kept } else { NOTHING_YET } }</p>
                    <div class="row"><Button busy={sending.busy} {onclick}>{ words.new_text.send }</Button></div>
                </div>
            </Card>
        },
    )
}

/// Sends it if nothing is missing or wrong and its documents are there, and says what is otherwise.
fn press(
    content: &Request,
    tries: &UseStateHandle<u32>,
    unready: bool,
    sending: &Action<Request>,
) -> Callback<MouseEvent> {
    let (content, tries, run) = (content.clone(), tries.clone(), sending.run.clone());
    let is_ready = !unready && content.problems(is_chosen).is_empty();
    Callback::from(move |_: MouseEvent| match is_ready {
        true => run.emit(content.clone()),
        false => tries.set(*tries + 1),
    })
}

/// Whether a topic is one: which there are is what was offered.
fn is_chosen(topic: TopicId) -> bool {
    topic != TopicId::default()
}

/// What a person wrote to a company first and did not send.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Unbegun {
    person: PersonId,
    company: CompanyId,
    at: Instant,
    content: Request,
}

impl OnDevice for Unbegun {
    const KEY: &'static str = "cassetto.unbegun";
    type Place = CompanyId;

    fn place(&self) -> CompanyId {
        self.company
    }
    fn person(&self) -> PersonId {
        self.person
    }
    fn at(&self) -> Instant {
        self.at
    }
}

/// What is written, beginning with what is on this device, which keeps it, and whether it is there. What is not there would be lost.
#[hook]
fn use_written(person: PersonId, company: CompanyId) -> (UseStateHandle<Request>, bool) {
    let content = use_state_eq(|| {
        let mut kept = device::all::<Unbegun>(person).into_iter();
        beginning(kept.find(|one| one.company == company), company, fresh_id())
    });
    let kept = use_state_eq(|| false);
    let is_written = *content != beginning(None, company, content.draft.unwrap_or_default());
    use_effect_with((*content).clone(), {
        let kept = kept.setter();
        move |content| {
            let (at, content) = (events::now(), content.clone());
            let unbegun = is_written.then_some(Unbegun { person, company, at, content });
            if unbegun.is_none() {
                device::forget::<Unbegun>(person, &company);
            }
            kept.set(unbegun.is_some_and(device::keep));
        }
    });
    use_pending(is_written && !*kept);
    use_leaving(is_written && !*kept);
    (content, *kept)
}

/// What a page begins with: what was kept, if anything was. The id by which it is sent once is kept with the words, so that it is theirs
/// whatever becomes of the page; what an earlier version kept has none yet.
fn beginning(kept: Option<Unbegun>, company: CompanyId, id: DraftId) -> Request {
    let content = kept.map(|one| one.content).unwrap_or_default();
    Request { company, draft: content.draft.or(Some(id)), ..content }
}

/// Sends it, and shows the conversation.
#[hook]
fn use_sending(person: PersonId, company: CompanyId) -> Action<Request> {
    let (cache, navigator) = (use_cache(), use_navigator());
    use_action::<Request>(Callback::from(move |sent: Submitted| {
        device::forget::<Unbegun>(person, &company);
        // What lists and counters say is over.
        cache.clear();
        if let Some(navigator) = &navigator {
            navigator.push(&Route::Queued { request: sent.id }.href());
        }
    }))
}

/// About what, and in which words.
fn fields(
    content: &Request,
    offered: &Offered,
    wrong: &[Problem],
    oninput: &Callback<Request>,
    lang: Lang,
) -> Html {
    let words = requests::texts(lang);
    let put = |set: fn(&mut Request, String)| {
        let content = content.clone();
        oninput.reform(move |value: String| {
            let mut content = content.clone();
            set(&mut content, value);
            content
        })
    };
    let error = |field: &str| {
        let (_, reason) = wrong.iter().map(|one| one.field()).find(|(name, _)| *name == field)?;
        Some(AttrValue::Static(match reason {
            "empty" => words.required,
            _ => problem_words(field, reason, lang),
        }))
    };
    let left = || unfilled(&content.text, lang).filter(|_| !wrong.is_empty());
    let row = |row: &TopicRow| choice(row.id.0.to_string(), row.title.clone());
    let choices: Vec<Choice> =
        [choice("", words.choose)].into_iter().chain(offered.topics.iter().map(row)).collect();
    let chosen = offered.topics.iter().find(|row| row.id == content.topic);
    let helper = chosen.map(|row| AttrValue::from(row.help.clone()));
    let value = chosen.map(|row| row.id.0.to_string()).unwrap_or_default();
    let topic = put(|content, id| content.topic = TopicId(id.parse().unwrap_or_default()));
    let position = {
        let content = content.clone();
        oninput.reform(move |matricola: Option<String>| Request { matricola, ..content.clone() })
    };
    html! {
        <>
            <Select label={words.topic} {choices} {value} {helper} error={error("topic")}
                onchange={topic.reform(|id: AttrValue| id.to_string())} />
            <PositionChoice company={content.company} value={content.matricola.clone()} onchange={position} />
            <Field label={words.subject} helper={words.new_text.subject_help} value={content.subject.clone()}
                error={over_long(&content.subject, LONGEST_SUBJECT, lang).or_else(|| error("subject"))}
                oninput={put(|content, text| content.subject = text)} />
            <Field r#type={FieldType::Area} label={requests::Texts::of(&words.labels, Kind::Reply)} value={content.text.clone()}
                error={over_long(&content.text, LONGEST_TEXT, lang).or_else(left).or_else(|| error("text"))}
                oninput={put(|content, text| content.text = text)} />
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api;

    #[test]
    fn what_an_earlier_version_kept_is_gone_on_with_under_an_id_that_stays() {
        let (company, id) = (CompanyId::from_u128(2), DraftId::from_u128(7));
        let kept = r#"[{
            "person": "00000000000000000000000001", "company": "00000000000000000000000002", "at": 5,
            "content": {"topic": 201, "subject": "DM", "text": "Manca un mese."}
        }]"#;
        let mut kept = api::decode::<Vec<Unbegun>>(kept).unwrap();
        let content = beginning(kept.pop(), company, id);
        assert_eq!((content.company, content.draft), (company, Some(id)));
        assert_eq!(content.text, "Manca un mese.");

        let (person, at) = (PersonId::from_u128(1), Instant::from_millis(5));
        let text =
            serde_json::to_string(&[Unbegun { person, company, at, content: content.clone() }]);
        let kept = api::decode::<Vec<Unbegun>>(&text.unwrap()).unwrap().pop();
        assert_eq!(beginning(kept, company, DraftId::from_u128(8)), content);
    }
}
