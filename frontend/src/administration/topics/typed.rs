//! What is typed of a topic, and what becomes of it.

use shared::lang::Lang;
use shared::requests::Words;
use shared::requests::topics::{Catalogue, Topic, TopicId, Unit};

/// What is typed in one language.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Said {
    pub title: String,
    pub help: String,
    /// One a line.
    pub examples: String,
    pub attach: String,
    /// One a line.
    pub documents: String,
}

/// What is typed.
#[derive(Clone, PartialEq)]
pub(super) struct Typed {
    pub group: TopicId,
    /// The topic that it follows; the first of its group without.
    pub after: Option<TopicId>,
    pub withdrawn: bool,
    /// The one that has taken its place.
    pub into: Option<TopicId>,
    pub unit: Unit,
    /// In the order of the languages.
    pub said: [Said; 3],
    pub words: String,
    pub why: String,
}

impl Typed {
    /// What stands of a topic; nothing of a new one, which comes last in the first group that is offered.
    pub fn of(catalogue: &Catalogue, topic: Option<TopicId>) -> Self {
        let found = topic.and_then(|id| catalogue.topics().find(|topic| topic.id == id));
        let Some(topic) = found else { return Self::new(catalogue) };
        let group = topic.id.group();
        let before = catalogue.topics().take_while(|one| one.id != topic.id);
        let after = before.last().map(|one| one.id).filter(|id| id.group() == group);
        let said = Lang::ALL.map(|lang| Said {
            title: topic.title.of(lang).to_owned(),
            help: topic.help.of(lang).to_owned(),
            examples: joined(&topic.examples, lang),
            attach: topic.attach.of(lang).to_owned(),
            documents: joined(&topic.documents, lang),
        });
        let Topic { withdrawn, into, unit, .. } = *topic;
        let (words, why) = (topic.words.clone(), String::new());
        Self { group, after, withdrawn, into, unit, said, words, why }
    }

    fn new(catalogue: &Catalogue) -> Self {
        let group = catalogue.groups.iter().find(|group| !group.withdrawn);
        let after = group.and_then(|group| group.topics.last()).map(|topic| topic.id);
        let group = group.map(|group| group.id).unwrap_or_default();
        let (withdrawn, into, said, words, why) = Default::default();
        Self { group, after, withdrawn, into, unit: Unit::FRONT_OFFICE, said, words, why }
    }

    /// The topic that it is. Where a language has fewer lines than another, those that lack are empty.
    pub fn topic(&self, id: TopicId) -> Topic {
        Topic {
            id,
            withdrawn: self.withdrawn,
            into: self.into.filter(|_| self.withdrawn),
            unit: self.unit,
            title: self.text(|said| &said.title),
            help: self.text(|said| &said.help),
            examples: self.lines(|said| &said.examples),
            attach: self.text(|said| &said.attach),
            documents: self.lines(|said| &said.documents),
            words: self.words.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    fn text(&self, of: impl Fn(&Said) -> &String) -> Words {
        let [it, en, de] = self.said.each_ref().map(|said| of(said).trim().to_owned());
        Words { it, en, de }
    }

    fn lines(&self, of: impl Fn(&Said) -> &String) -> Vec<Words> {
        let said = self.said.each_ref().map(|said| {
            let lines = of(said).lines().map(str::trim).filter(|line| !line.is_empty());
            lines.collect::<Vec<_>>()
        });
        let most = said.iter().map(Vec::len).max().unwrap_or_default();
        let line = |at: usize| {
            let of = |lines: &Vec<&str>| lines.get(at).copied().unwrap_or_default().to_owned();
            let [it, en, de] = said.each_ref().map(of);
            Words { it, en, de }
        };
        (0..most).map(line).collect()
    }
}

fn joined(lines: &[Words], lang: Lang) -> String {
    lines.iter().map(|line| line.of(lang)).collect::<Vec<_>>().join("\n")
}
