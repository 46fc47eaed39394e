//! What requests can be about: each topic with its words, who answers and its place; new ones, and those that are no longer offered.

mod editor;
mod group;
mod text;
mod typed;

use std::rc::Rc;

use shared::lang::Lang;
use shared::offices::OfficeParameters;
use shared::parameters::{Show, Subject, Text};
use shared::requests::topics::{Catalogue, Group, Topic, TopicId};
use shared::statistics::Shown;
use yew::prelude::*;

use super::units::{self, use_offices};
use crate::api;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::use_remote;
use crate::ui::{
    Accordion, Button, ButtonKind, ButtonSize, Card, IconName, List, ListItem, Notice, Severity,
    Shape, Skeleton, Tag, Tone,
};
use editor::Editor;
use group::GroupEditor;
use text::texts;

/// What stands for a new topic in the address.
const NEW: &str = "nuovo";
/// What stands for a new group.
const NEW_GROUP: &str = "nuovo-gruppo";

/// The name of the view.
pub(super) fn title(lang: Lang) -> &'static str {
    texts(lang).title
}

/// Props of [`Topics`].
#[derive(PartialEq, Properties)]
pub(super) struct TopicsProps {
    /// The topics that there are, those that stand in no text any more among them.
    pub names: Option<Rc<Shown>>,
}

/// The topics, and the form of one.
#[component]
pub(super) fn Topics(props: &TopicsProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let ((open, set_open), offices) = (use_query("argomento"), use_offices());
    let shown = use_remote(&Show { subject: Subject::Topics, number: None });
    let done = {
        let (reload, set_open) = (shown.reload.clone(), set_open.clone());
        Callback::from(move |id: TopicId| {
            set_open.emit(Some(id.0.to_string()));
            reload.emit(());
        })
    };
    let waiting = || html! { <Skeleton shape={Shape::Table} count={8} /> };
    shown.draw(lang, waiting, |text: &Rc<Text>| {
        let Ok(catalogue) = api::decode::<Catalogue>(&text.json) else {
            return html! { <Notice severity={Severity::Warning}><p>{ super::text::texts(lang).unreadable }</p></Notice> };
        };
        let wanted = open.as_deref();
        let chosen = wanted.and_then(|id| id.parse().ok()).map(TopicId);
        let known = chosen.filter(|id| catalogue.topics().any(|topic| topic.id == *id));
        let group = chosen.filter(|id| catalogue.groups.iter().any(|group| group.id == *id));
        let list = listed((&catalogue, offices.as_deref()), known.or(group), &set_open, lang);
        let key = [wanted.unwrap_or_default(), &text.number.to_string()].join("-");
        let (names, done) = (props.names.clone(), done.clone());
        let (catalogue, number) = (Rc::new(catalogue), text.number);
        let beside = if known.is_some() || wanted == Some(NEW) {
            html! { <Editor {key} {catalogue} {number} topic={known} {names} {done} /> }
        } else if group.is_some() || wanted == Some(NEW_GROUP) {
            html! { <GroupEditor {key} {catalogue} {number} {group} {names} {done} /> }
        } else {
            html! { <p class="muted">{ words.choose_one }</p> }
        };
        html! {
            <div class="thread-columns">
                { list }
                <div class="stack" id="argomento">{ beside }</div>
            </div>
        }
    })
}

/// The groups with their topics, and the way to a new one.
fn listed(
    (catalogue, offices): (&Catalogue, Option<&OfficeParameters>),
    open: Option<TopicId>,
    set_open: &Callback<Option<String>>,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let item = |topic: &Topic| {
        let id = topic.id;
        let trailing = match topic.withdrawn {
            false => html! {},
            true => html! { <Tag tone={Tone::Grey} label={words.withdrawn} /> },
        };
        let onclick = set_open.reform(move |_: MouseEvent| Some(id.0.to_string()));
        html! {
            <ListItem key={id.0} title={topic.title.of(lang).to_owned()} description={units::named(offices, topic.unit, lang)} {trailing} {onclick} />
        }
    };
    let group = |group: &Group| {
        let (id, title) = (group.id, group.title.of(lang));
        let is_open = open.is_some_and(|open| open.group() == id);
        let aside = match group.withdrawn {
            false => html! {},
            true => html! { <Tag tone={Tone::Grey} label={words.withdrawn} /> },
        };
        let onclick = set_open.reform(move |_: MouseEvent| Some(id.0.to_string()));
        html! {
            <Accordion key={id.0} title={title.to_owned()} {aside} open={is_open}>
                <List>{ for group.topics.iter().map(item) }</List>
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={title.to_owned()}>{ words.change_group }</Button>
            </Accordion>
        }
    };
    let new = |wanted: &'static str| set_open.reform(move |_: MouseEvent| Some(wanted.to_owned()));
    html! {
        <Card title={words.title} subtitle={words.lead} aside={html! {
            <div class="row">
                <Button size={ButtonSize::Medium} icon={IconName::Plus} onclick={new(NEW)}>{ words.new }</Button>
                <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} icon={IconName::Plus} onclick={new(NEW_GROUP)}>
                    { words.new_group }
                </Button>
            </div>
        }}>
            { for catalogue.groups.iter().map(group) }
        </Card>
    }
}
