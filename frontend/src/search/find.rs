//! What the server finds, asked when the typing pauses.

use std::cell::Cell;
use std::rc::Rc;

use shared::evidence::SUBJECT;
use shared::lang::Lang;
use shared::register::ProtocolNumber;
use shared::search::{Find, Found, Group as FoundGroup, HITS, Hit, MAX_HITS, MAX_QUERY, Rank};
use shared::sections::{self, Section, called, told};
use shared::session::Viewer;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::item::{Group, Item};
use super::text::texts;
use crate::api::{CallError, call};
use crate::changes::record_href;
use crate::events;
use crate::route::Route;
use crate::session::use_session;
use crate::ui::IconName;

/// Milliseconds without a key after which the server is asked.
const TYPING_MS: i32 = 120;
/// Letters and digits from which on the server is asked.
const LEAST: usize = 2;
/// Hits of a group in the dialog, where little has room.
const FEW: u16 = 6;

/// How much of what there is is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The best, in the dialog.
    Few,
    /// What a page has room for.
    Page,
    /// All that the server gives.
    All,
}

impl Extent {
    /// In the dialog always the best; on the page all once somebody asked for more.
    pub const fn of(in_dialog: bool, all: bool) -> Self {
        match (in_dialog, all) {
            (true, _) => Extent::Few,
            (false, false) => Extent::Page,
            (false, true) => Extent::All,
        }
    }

    /// Hits of a group asked for.
    const fn hits(self) -> u16 {
        match self {
            Extent::Few => FEW,
            Extent::Page => HITS,
            Extent::All => MAX_HITS,
        }
    }
}

/// What is known of what the server found.
#[derive(Clone, Default, PartialEq)]
pub struct Answer {
    /// For what.
    asked: String,
    /// How many hits of a group were asked for.
    hits: u16,
    /// What.
    pub found: Option<Rc<Found>>,
    /// Why nothing came.
    pub error: Option<CallError>,
}

/// Asks the server for what is typed; `None` asks for nothing. What was found for the beginning of it is shown until more is known.
#[hook]
pub fn use_found(typed: Option<&str>, extent: Extent) -> (Answer, bool) {
    let hits = extent.hits();
    let session = use_session();
    let answer = use_state_eq(Answer::default);
    let wanted = typed.map(str::trim).filter(|typed| is_enough(typed));
    let wanted: String = wanted.unwrap_or_default().chars().take(MAX_QUERY).collect();
    use_effect_with((wanted.clone(), hits), {
        let answer = answer.setter();
        move |(wanted, hits)| {
            let hits = *hits;
            let over = Rc::new(Cell::new(false));
            let asked = wanted.clone();
            let alive = over.clone();
            let timer = (!wanted.is_empty()).then(|| {
                events::after(TYPING_MS, move || {
                    spawn_local(async move {
                        let outcome = call(&Find { q: asked.clone(), limit: Some(hits) }).await;
                        match outcome {
                            _ if alive.get() => {}
                            Ok(found) => answer.set(Answer {
                                asked,
                                hits,
                                found: Some(Rc::new(found)),
                                error: None,
                            }),
                            Err(error) if error.is_signed_out() => session.ended(),
                            Err(error) => {
                                answer.set(Answer { asked, hits, found: None, error: Some(error) });
                            }
                        }
                    });
                })
            });
            move || {
                over.set(true);
                drop(timer);
            }
        }
    });
    let known = (*answer).clone();
    let busy = !wanted.is_empty() && (known.asked != wanted || known.hits != hits);
    let fits = !wanted.is_empty() && !known.asked.is_empty() && wanted.starts_with(&known.asked);
    (if fits { known } else { Answer::default() }, busy)
}

/// Whether what is typed can be looked for: signs between its letters and digits find nothing.
fn is_enough(typed: &str) -> bool {
    typed.chars().filter(|sign| sign.is_alphanumeric()).count() >= LEAST
}

impl Answer {
    /// Whether there are more hits than those asked for. Of requests, documents and files the server does not say so: as many as were
    /// asked for may not be all.
    pub fn has_more(&self) -> bool {
        self.found.as_ref().is_some_and(|found| {
            let full = |count: usize| count >= usize::from(self.hits);
            found.groups.iter().any(|group| group.more)
                || full(found.requests.len())
                || full(found.attachments.len())
                || full(found.imports.len())
        })
    }

    /// Whether the server looked at everything.
    pub fn is_complete(&self) -> bool {
        self.found.as_ref().is_none_or(|found| found.complete)
    }
}

/// What was found, as things to choose. Companies already found in memory are left out; a request that has exactly the number that was
/// typed comes before everything else.
pub fn groups(found: &Found, known: &[Item], viewer: &Viewer, lang: Lang) -> Vec<Group> {
    let words = texts(lang);
    let mut all: Vec<Group> = found.groups.iter().map(|group| one(group, known, lang)).collect();
    let is_exact = found.requests.first().is_some_and(|hit| hit.rank == Rank::Code);
    let at = if is_exact { 0 } else { all.len() };
    all.splice(at..at, asked(found, viewer, lang));
    let imports = found.imports.iter().map(|import| {
        let href = Route::Import { import: import.id }.href();
        Item::thing(import.name.clone(), "", IconName::Upload, href)
    });
    let imports = Group { title: AttrValue::Static(words.imports), items: imports.collect() };
    all.push(imports);
    all.retain(|group| !group.items.is_empty());
    all
}

/// Requests and their documents: both lead to the conversation, as whoever asks or answers sees it.
fn asked(found: &Found, viewer: &Viewer, lang: Lang) -> [Group; 2] {
    let words = texts(lang);
    let href = |request| match viewer.role.is_staff() {
        true => Route::Queued { request }.href(),
        false => Route::Request { request }.href(),
    };
    let detail = |protocol: ProtocolNumber, company: &str| {
        [protocol.to_string().as_str(), company].join(" · ")
    };
    let requests = found.requests.iter().map(|hit| {
        let detail = detail(hit.protocol, &hit.company_name);
        Item::thing(hit.subject.clone(), detail, IconName::Message, href(hit.request))
    });
    let attachments = found.attachments.iter().map(|hit| {
        let detail = detail(hit.protocol, &hit.company_name);
        Item::thing(hit.name.clone(), detail, IconName::Clip, href(hit.request))
    });
    [
        Group { title: AttrValue::Static(words.requests), items: requests.collect() },
        Group { title: AttrValue::Static(words.attachments), items: attachments.collect() },
    ]
}

fn one(group: &FoundGroup, known: &[Item], lang: Lang) -> Group {
    let words = texts(lang);
    let section = group.section.and_then(sections::by_number);
    let title = match (group.section, section) {
        (None, _) => words.companies,
        (_, Some(section)) => section.words.title.of(lang),
        (Some(SUBJECT), None) => crate::evidence::title(lang),
        (_, None) => words.records,
    };
    let items = group
        .hits
        .iter()
        .map(|each| hit(each, section, lang))
        .filter(|item| !known.iter().any(|before| before.does == item.does));
    Group { title: AttrValue::Static(title), items: items.collect() }
}

fn hit(hit: &Hit, section: Option<&Section>, lang: Lang) -> Item {
    let company = Route::Company { company: hit.company }.href();
    let Some(subject) = &hit.subject else {
        let detail = told(None, &hit.title, &hit.detail, lang);
        return Item::thing(hit.title.clone(), detail, IconName::Building, company);
    };
    let told = told(section, &hit.title, &hit.detail, lang);
    let detail = [hit.company_name.as_str(), &told];
    let detail = detail.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let href = record_href(hit.company, subject).unwrap_or(company);
    if let Some(kind) =
        crate::evidence::kind_of(&subject.key).filter(|_| subject.section == SUBJECT)
    {
        return Item::thing(
            crate::evidence::kind_words(kind, lang),
            detail,
            IconName::AlertCircle,
            href,
        );
    }
    Item::thing(called(section, &hit.title, lang), detail, IconName::Document, href)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_alone_are_not_looked_for() {
        assert_eq!(["= 1", "1", "--", "è", ""].map(is_enough), [false; 5]);
        assert_eq!(["10", "= 1.2", "èa"].map(is_enough), [true; 3]);
    }
}
