//! The topics as an administrator writes them, and what is wrong with what was written.

use serde::{Deserialize, Serialize};

use super::{OTHER, TopicId, Unit};
use crate::lang::Lang;
use crate::requests::{LONGEST_WORDS, Words};

/// Most characters of what a topic or a group is called.
pub const LONGEST_TITLE: usize = 80;
/// Most examples of a topic, and most documents that it asks for.
pub const MOST_LINES: usize = 8;
/// Most characters of its other words.
const LONGEST_TERMS: usize = 500;
/// Most topics: each is looked at whenever somebody says what they mean.
const MOST: usize = 500;

/// Something a request can be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its number: that of its group, and at most 99 more.
    pub id: TopicId,
    /// Whether one can ask about it no longer; what was asked goes on, and keeps its name.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub withdrawn: bool,
    /// Under which one asks since then, where another has taken its place: what was asked is found under that as well.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub into: Option<TopicId>,
    /// Who answers.
    pub unit: Unit,
    /// What it is called.
    pub title: Words,
    /// When it is the right one.
    pub help: Words,
    /// How people say it.
    pub examples: Vec<Words>,
    /// What to attach, in a sentence.
    pub attach: Words,
    /// The same one by one, for whoever looks whether all of it came; nothing where no document is needed.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub documents: Vec<Words>,
    /// Other words for it, in all languages.
    #[serde(default)]
    pub words: String,
}

/// A group of topics: the first level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its number: a hundred, and its topics follow.
    pub id: TopicId,
    /// Whether it is offered no longer, and none of its topics is; what was asked keeps its name.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub withdrawn: bool,
    /// What it is called.
    pub title: Words,
    /// Its topics, in the order in which they are offered.
    pub topics: Vec<Topic>,
}

/// All topics, by group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// The groups, in the order in which they are offered.
    pub groups: Vec<Group>,
}

impl Catalogue {
    /// Every topic, in the order in which they are offered.
    pub fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.groups.iter().flat_map(|group| &group.topics)
    }

    /// Puts a topic into its group, after another one or first, in the place of the one of its number; after itself it stays where it is.
    pub fn put(&mut self, topic: Topic, after: Option<TopicId>) {
        let group = self.groups.iter_mut().find(|group| group.id == topic.id.group());
        let Some(group) = group else { return };
        place(&mut group.topics, topic, |topic| topic.id, after);
    }

    /// Puts a group after another one or first, in the place of the one of its number; after itself it stays where it is.
    pub fn put_group(&mut self, group: Group, after: Option<TopicId>) {
        place(&mut self.groups, group, |group| group.id, after);
    }

    /// A number of a group that none of its topics has, and none that was `known`.
    pub fn free(&self, group: TopicId, known: impl Iterator<Item = TopicId>) -> Option<TopicId> {
        let all = self.topics().map(|topic| topic.id).chain(known);
        let last = all.filter(|id| id.group() == group).max().unwrap_or(group);
        Some(TopicId(last.0.saturating_add(1))).filter(|id| id.group() == group)
    }

    /// A number for a new group: after that of every group and of every one that was `known`.
    pub fn free_group(&self, known: impl Iterator<Item = TopicId>) -> Option<TopicId> {
        let last = self.groups.iter().map(|group| group.id).chain(known).max();
        last.unwrap_or_default().group().0.checked_add(100).map(TopicId)
    }

    /// The first thing that is wrong with it: where, as `905 it.title`, and why: what [`check`] says; `number` of what is not in its group,
    /// `twice` of a number that two have, `missing` of the topic that must always be there, `offered` of a group that was withdrawn before
    /// its topics, `astray` of a topic that another cannot have taken the place of, `too_many`.
    pub fn unsound(&self) -> Option<(String, &'static str)> {
        let ids =
            self.groups.iter().map(|group| group.id).chain(self.topics().map(|topic| topic.id));
        let mut ids: Vec<TopicId> = ids.collect();
        if ids.len() > MOST {
            return Some(("groups".to_owned(), "too_many"));
        }
        ids.sort();
        let twice = ids.iter().zip(ids.iter().skip(1)).find(|(one, other)| one == other);
        if let Some((id, _)) = twice {
            return Some((id.0.to_string(), "twice"));
        }
        if !self.topics().any(|topic| topic.id == OTHER && !topic.withdrawn) {
            return Some((OTHER.0.to_string(), "missing"));
        }
        let astray = self.topics().find(|topic| self.is_astray(topic));
        if let Some(topic) = astray {
            return Some(([&topic.id.0.to_string(), " into"].concat(), "astray"));
        }
        self.groups.iter().find_map(Group::unsound)
    }

    /// Whether another topic cannot have taken its place: one asks about it still, or the way leads to none that there is, or around.
    fn is_astray(&self, topic: &Topic) -> bool {
        let Some(into) = topic.into else { return false };
        let find = |id: TopicId| self.topics().find(|one| one.id == id);
        let ends = follow(into, MOST, |id| find(id)?.into).and_then(find).is_some();
        !topic.withdrawn || !ends
    }
}

/// The last of a way from topic to topic; none if it takes more steps, as around.
pub(super) fn follow(
    from: TopicId,
    steps: usize,
    next: impl Fn(TopicId) -> Option<TopicId>,
) -> Option<TopicId> {
    let mut at = from;
    for _ in 0..steps {
        match next(at) {
            Some(next) => at = next,
            None => return Some(at),
        }
    }
    None
}

impl Group {
    /// Whether one can ask about a topic of it: then it cannot be withdrawn.
    pub fn is_offering(&self) -> bool {
        self.topics.iter().any(|topic| !topic.withdrawn)
    }

    fn unsound(&self) -> Option<(String, &'static str)> {
        let place = |id: TopicId, field: &str| [&id.0.to_string(), " ", field].concat();
        if self.id.0 == 0 || self.id != self.id.group() {
            return Some((self.id.0.to_string(), "number"));
        }
        if let Some((field, reason)) = check_title(&self.title).into_iter().next() {
            return Some((place(self.id, &field), reason));
        }
        if self.withdrawn && self.is_offering() {
            return Some((self.id.0.to_string(), "offered"));
        }
        let strange = |topic: &&Topic| topic.id.group() != self.id || topic.id == self.id;
        if let Some(topic) = self.topics.iter().find(strange) {
            return Some((topic.id.0.to_string(), "number"));
        }
        self.topics.iter().find_map(|topic| {
            let (field, reason) = check(topic).into_iter().next()?;
            Some((place(topic.id, &field), reason))
        })
    }
}

/// Puts one of a list after another one or first, in the place of the one of its number.
fn place<T>(all: &mut Vec<T>, one: T, id: fn(&T) -> TopicId, after: Option<TopicId>) {
    let own = id(&one);
    if after == Some(own)
        && let Some(known) = all.iter_mut().find(|known| id(known) == own)
    {
        *known = one;
        return;
    }
    all.retain(|known| id(known) != own);
    let place = |after| all.iter().position(|known| id(known) == after);
    let at = after.and_then(place).map_or(0, |at| at + 1);
    all.insert(at, one);
}

/// What keeps the name of a group from being kept, as [`check`] says it.
pub fn check_title(title: &Words) -> Vec<(String, &'static str)> {
    let mut wrong = Vec::new();
    said("title", title, LONGEST_TITLE, &mut wrong);
    wrong
}

/// What keeps a topic from being kept: the field, as `it.title` or `words`, and the reason: `empty`, `too_long`, `too_many` or `characters`.
pub fn check(topic: &Topic) -> Vec<(String, &'static str)> {
    let mut wrong = check_title(&topic.title);
    said("help", &topic.help, LONGEST_WORDS, &mut wrong);
    said("attach", &topic.attach, LONGEST_WORDS, &mut wrong);
    for (field, lines) in [("examples", &topic.examples), ("documents", &topic.documents)] {
        lines.iter().for_each(|line| said(field, line, LONGEST_WORDS, &mut wrong));
        if lines.len() > MOST_LINES {
            wrong.push(([Lang::It.code(), ".", field].concat(), "too_many"));
        }
    }
    if topic.examples.is_empty() {
        wrong.push(([Lang::It.code(), ".examples"].concat(), "empty"));
    }
    wrong.extend(flaw(&topic.words, LONGEST_TERMS, true).map(|why| ("words".to_owned(), why)));
    wrong
}

/// What is wrong with a text in each language.
fn said(field: &str, words: &Words, longest: usize, wrong: &mut Vec<(String, &'static str)>) {
    for lang in Lang::ALL {
        if let Some(reason) = flaw(words.of(lang), longest, false) {
            wrong.push(([lang.code(), ".", field].concat(), reason));
        }
    }
}

fn flaw(text: &str, longest: usize, optional: bool) -> Option<&'static str> {
    if text.trim().is_empty() {
        return (!optional).then_some("empty");
    }
    if text.chars().count() > longest {
        return Some("too_long");
    }
    text.chars().any(char::is_control).then_some("characters")
}
