//! What it is about: said in one's own words, or chosen from the groups.

use shared::lang::Lang;
use shared::requests::topics::{OTHER, TopicId};
use shared::requests::{Draft, LONGEST_SUBJECT, Offered, TopicRow, Topics};
use yew::prelude::*;

use crate::events;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::requests::names::takes;
use crate::requests::text::texts;
use crate::ui::{
    Accordion, Card, EmptyState, Field, FieldType, IconName, List, ListItem, Shape, Skeleton,
};
use crate::words;

/// Milliseconds without a key after which a search begins.
const TYPING_MS: i32 = 250;

/// Props of [`Finder`].
#[derive(PartialEq, Properties)]
pub(crate) struct FinderProps {
    pub content: Draft,
    pub onchange: Callback<Draft>,
    /// A topic was chosen.
    pub chosen: Callback<()>,
}

/// The finder over the groups.
#[component]
pub(crate) fn Finder(props: &FinderProps) -> Html {
    let lang = use_lang();
    let words = texts(lang).new_text;
    let typed = use_state_eq(String::new);
    let wanted = use_state_eq(|| None::<String>);
    let waiting = use_mut_ref(|| None);
    let oninput = {
        let (typed, wanted) = (typed.setter(), wanted.setter());
        Callback::from(move |text: String| {
            typed.set(text.clone());
            let wanted = wanted.clone();
            *waiting.borrow_mut() = events::after(TYPING_MS, move || {
                wanted.set(Some(text.trim().to_owned()).filter(|text| !text.is_empty()));
            });
        })
    };
    let found = use_remote(&Topics {
        lang,
        text: (*wanted).clone(),
        company: props.content.company,
        matricola: props.content.matricola.clone(),
        topic: props.content.topic,
        withdrawn: false,
    });
    let answering = found.value.as_ref().and_then(|offered| offered.answering.clone());
    // When, each of the topics says.
    let by = answering.map(|one| (words.answers)(&one.office));
    let pick = {
        let (content, onchange, chosen) =
            (props.content.clone(), props.onchange.clone(), props.chosen.clone());
        let said = (*typed).clone();
        Callback::from(move |row: TopicRow| {
            let subject = match content.subject.trim() {
                "" => subject(&said, &row),
                _ => content.subject.clone(),
            };
            onchange.emit(Draft { topic: Some(row.id), subject, ..content.clone() });
            chosen.emit(());
        })
    };
    let list = found.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={8} /> },
        |offered| match wanted.is_some() {
            true => best(offered, &pick, lang),
            false => html! { <>{ most(offered, &pick, lang) }{ grouped(offered, &pick, lang) }</> },
        },
    );
    html! {
        <Card title={words.topics}>
            <div class="stack">
                <Field r#type={FieldType::Search} label={words.words} helper={words.words_help} value={(*typed).clone()}
                    {oninput} optional={true} maxlength={400} />
                if let Some(by) = by { <p class="muted">{ by }</p> }
                { list }
            </div>
        </Card>
    }
}

/// What stands in the subject line at first: what somebody said, if that is more than a word to look for, or what the topic is called.
fn subject(said: &str, row: &TopicRow) -> String {
    let said = said.trim();
    let tells = said.contains(' ') && said.chars().count() <= LONGEST_SUBJECT;
    (if tells { said } else { row.title.as_str() }).to_owned()
}

fn item(row: &TopicRow, pick: &Callback<TopicRow>, lang: Lang) -> Html {
    let chosen = row.clone();
    let expected = row.expected.map(|day| (texts(lang).new_text.expected)(&words::day(day, lang)));
    let said = [Some(row.help.clone()), expected, takes(row, lang)];
    let description = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
    html! {
        <ListItem title={row.title.clone()} {description}
            onclick={pick.reform(move |_: MouseEvent| chosen.clone())} />
    }
}

fn best(offered: &Offered, pick: &Callback<TopicRow>, lang: Lang) -> Html {
    let words = texts(lang).new_text;
    // The last one is for what no other fits.
    let is_none = offered.topics.iter().all(|row| row.id == OTHER);
    if offered.topics.is_empty() {
        return html! { <EmptyState title={words.no_topic} icon={IconName::Search} /> };
    }
    html! {
        <>
            if is_none { <p role="status">{ words.no_topic }</p> }
            <List label={words.topics}>{ for offered.topics.iter().map(|row| item(row, pick, lang)) }</List>
        </>
    }
}

/// The topics that are asked about most, before all of them.
fn most(offered: &Offered, pick: &Callback<TopicRow>, lang: Lang) -> Html {
    let row = |id: &TopicId| offered.topics.iter().find(|row| row.id == *id);
    let mut rows = offered.frequent.iter().filter_map(row).peekable();
    if rows.peek().is_none() {
        return html! {};
    }
    let label = texts(lang).new_text.frequent;
    html! {
        <div>
            <p class="strong">{ label }</p>
            <List {label}>{ for rows.map(|row| item(row, pick, lang)) }</List>
        </div>
    }
}

fn grouped(offered: &Offered, pick: &Callback<TopicRow>, lang: Lang) -> Html {
    let groups = offered.topics.chunk_by(|one, other| one.parent == other.parent);
    let drawn = groups.filter_map(|rows| rows.first().map(|first| (first, rows)));
    let drawn = drawn.map(|(first, rows)| {
        html! {
            <Accordion title={first.group.clone()} key={first.parent.0}>
                <List>{ for rows.iter().map(|row| item(row, pick, lang)) }</List>
            </Accordion>
        }
    });
    html! { <div>{ for drawn }</div> }
}
