//! What a request is opened from: named in the address of a new one, and shown with one that was sent.

use shared::calendar::Month;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::requests::About;
use shared::requests::topics::TopicId;
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::keyboard::has_page;
use crate::query::query_value;
use crate::route::{Route, record_href};
use crate::session::use_viewer;
use crate::ui::{ButtonKind, IconName, Link, LinkButton};
use crate::{evidence, words};

/// The archive of rectification notices.
const NOTICES: &str = "note-rettifica";

/// Everything that the address of a new request can say.
pub(super) const NAMES: [&str; 12] = [
    "azienda",
    "posizione",
    "argomento",
    "oggetto",
    "testo",
    "evidenza",
    "archivio",
    "scheda",
    "mese",
    "segue",
    "bozza",
    "passo",
];

/// What the address says that a new request is opened from.
pub(super) fn from_address() -> Option<About> {
    if let Some(key) = query_value("evidenza") {
        return Some(About::Evidence(key));
    }
    if let Some(request) = query_value("segue").and_then(|id| id.parse().ok()) {
        return Some(About::Request(request));
    }
    if let Some(month) = query_value("mese").and_then(|month| Month::parse(&month)) {
        return Some(About::Month(month));
    }
    Some(About::Record { section: query_value("archivio")?, key: query_value("scheda")? })
}

/// The address of a new request that is opened from something, with more of it as it stands in an address.
fn new_href(
    company: CompanyId,
    topic: Option<TopicId>,
    about: Option<&About>,
    more: [(&str, Option<String>); 3],
) -> String {
    let mut href = [Route::NewRequest.href().as_str(), "?azienda=", &company.to_string()].concat();
    let mut add = |name: &str, value: &str| href.extend(["&", name, "=", value]);
    if let Some(TopicId(topic)) = topic {
        add("argomento", &topic.to_string());
    }
    match about {
        None => {}
        Some(About::Evidence(key)) => add("evidenza", key),
        Some(About::Notice(key)) => {
            add("archivio", NOTICES);
            add("scheda", key);
        }
        Some(About::Record { section, key }) => {
            add("archivio", section);
            add("scheda", key);
        }
        Some(About::Month(month)) => add("mese", &month.to_string()),
        Some(About::Request(request)) => add("segue", &request.to_string()),
    }
    for (name, value) in more {
        value.iter().for_each(|value| add(name, value));
    }
    href
}

/// The address of a new request of a company, under a topic where one fits.
pub(crate) fn request_href(company: CompanyId, topic: Option<TopicId>) -> AttrValue {
    new_href(company, topic, None, Default::default()).into()
}

/// The way to what a request was opened from.
pub(super) fn origin(company: CompanyId, about: &About, lang: Lang) -> Html {
    let [evidence, notice, record, request] = texts(lang).abouts;
    let (href, name) = match about {
        About::Evidence(key) => (evidence::href(company, key), evidence.into()),
        About::Notice(key) => (record_href(company, NOTICES, key), notice.into()),
        About::Record { section, key } => {
            let name = if section == NOTICES { notice } else { record };
            (record_href(company, section, key), name.into())
        }
        About::Month(month) => {
            (Route::Declarations { company }.href(), words::month_long(*month, lang))
        }
        About::Request(earlier) => {
            (Route::Request { request: *earlier }.href(), AttrValue::Static(request))
        }
    };
    html! { <Link {href}>{ name }</Link> }
}

/// Props of [`Ask`].
#[derive(PartialEq, Properties)]
pub struct AskProps {
    /// For which company.
    pub company: CompanyId,
    /// Under which topic, where that is known.
    #[prop_or_default]
    pub topic: Option<TopicId>,
    /// What it is about, where that is more than the company.
    #[prop_or_default]
    pub about: Option<About>,
    /// The position that it is about, by whose matricola the office is found.
    #[prop_or_default]
    pub position: Option<AttrValue>,
    /// What it is about, in a few words that can be changed.
    #[prop_or_default]
    pub subject: Option<AttrValue>,
    /// What is asked, where more than its subject is known; it can be changed as well.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// Other words than that one writes to the office.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// The way to a new request about what is on the screen; nothing for those who ask nothing.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let words = texts(use_lang());
    if !has_page(use_viewer().role, Route::Requests) {
        return html! {};
    }
    let coded = |text: &AttrValue| String::from(js_sys::encode_uri_component(text));
    let said = || Some(AttrValue::from((words.ask_text)(props.subject.as_ref()?)));
    let text = props.text.clone().or_else(said);
    let more = [("posizione", &props.position), ("oggetto", &props.subject), ("testo", &text)];
    let more = more.map(|(name, value)| (name, value.as_ref().map(coded)));
    let href = new_href(props.company, props.topic, props.about.as_ref(), more);
    let label = props.label.clone().unwrap_or(AttrValue::Static(words.ask));
    html! { <LinkButton {href} kind={ButtonKind::Tertiary} icon={IconName::Message}>{ label }</LinkButton> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_it_is_about() {
        let company: CompanyId = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let none = || [("posizione", None), ("oggetto", None), ("testo", None)];
        let href = |about| new_href(company, Some(TopicId(402)), Some(&about), none());
        let begin = "/richieste/nuova?azienda=01ARZ3NDEKTSV4RRFFQ69G5FAV&argomento=402";
        assert_eq!(new_href(company, Some(TopicId(402)), None, none()), begin);
        let [.., subject, _] = none();
        let more =
            [("posizione", Some("7012345662".to_owned())), subject, ("testo", Some("a".into()))];
        let positioned = [begin, "&posizione=7012345662&testo=a"].concat();
        assert_eq!(new_href(company, Some(TopicId(402)), None, more), positioned);
        let key = || "e01~12".to_owned();
        assert_eq!(href(About::Evidence(key())), [begin, "&evidenza=e01~12"].concat());
        let notice = [begin, "&archivio=note-rettifica&scheda=e01~12"].concat();
        assert_eq!(href(About::Notice(key())), notice);
        let month = Month::parse("2026-09").unwrap();
        assert_eq!(href(About::Month(month)), [begin, "&mese=2026-09"].concat());
    }
}
