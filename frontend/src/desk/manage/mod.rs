//! The text modules for whoever keeps them, and for whoever wants to read them: all of them, one opened, and what it becomes.

mod editor;
mod preview;
mod text;

use std::rc::Rc;

use shared::auth::Role;
use shared::desk::{Content, EDITORS, Module, ModuleList, READERS};
use shared::ids::ModuleId;
use shared::lang::Lang;
use shared::requests::{Offered, Topics};
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::use_remote;
use crate::session::use_viewer;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, EmptyState, IconName, List, ListItem, Shape, Skeleton,
    Tag, Tone,
};
use editor::Editor;
use preview::Preview;
use text::texts;

/// What stands for a new module in the address.
const NEW: &str = "nuovo";

/// Whether somebody of this role sees them.
pub fn is_for(role: Role) -> bool {
    READERS.contains(&role)
}

/// The name of the page.
pub fn title(lang: Lang) -> &'static str {
    texts(lang).title
}

/// The screen.
#[component]
pub fn Manage() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let (open, set_open) = use_query("modulo");
    let modules = use_remote(&shared::desk::Modules { request: None });
    let topics = use_remote(&Topics { lang, withdrawn: true, ..Topics::default() }).value;
    // What a new one begins with: nothing, or a copy of another.
    let begun = use_state(Content::default);
    let round = use_state_eq(|| 0_u32);
    let begin = {
        let (begun, set_open) = (begun.setter(), set_open.clone());
        Callback::from(move |content: Content| {
            begun.set(content);
            set_open.emit(Some(NEW.to_owned()));
        })
    };
    let saved = {
        let (reload, set_open) = (modules.reload.clone(), set_open.clone());
        let (setter, next) = (round.setter(), *round + 1);
        Callback::from(move |module: Option<ModuleId>| {
            set_open.emit(module.map(|id| id.to_string()));
            setter.set(next);
            reload.emit(());
        })
    };
    let is_editor = EDITORS.contains(&viewer.role);
    let waiting = || html! { <Skeleton shape={Shape::Table} count={8} /> };
    let content = modules.draw(lang, waiting, |list| {
        let choose = set_open.reform(|id: ModuleId| Some(id.to_string()));
        let (topics, saved, copy) = (topics.clone(), saved.clone(), begin.clone());
        let found = list.items.iter().find(|one| Some(one.id.to_string()) == open);
        let beside = match (found, open.as_deref()) {
            (Some(module), _) => {
                let key = [module.id.to_string(), module.version.to_string()].join("-");
                let module = Rc::new(module.clone());
                html! { <Open {key} {module} topics={topics.clone()} {saved} {copy} {is_editor} /> }
            }
            (None, Some(NEW)) if is_editor => {
                let key = [NEW, &round.to_string(), &begun.it.title].concat();
                let (module, content) = (None::<Rc<Module>>, (*begun).clone());
                html! { <Editor {key} {module} {content} topics={topics.clone()} {saved} /> }
            }
            _ => html! { <p class="muted">{ words.choose_one }</p> },
        };
        html! {
            <div class="thread-columns">
                { listed(list, topics.as_deref(), &choose, lang) }
                <div class="stack" id="modulo">{ beside }</div>
            </div>
        }
    });
    html! { <>{ head(is_editor.then_some(&begin), lang) }{ content }</> }
}

/// What the screen is for, and the way to a new one for whoever keeps them.
fn head(begin: Option<&Callback<Content>>, lang: Lang) -> Html {
    let words = texts(lang);
    let onnew = begin.map(|begin| begin.reform(|_: MouseEvent| Content::default()));
    html! {
        <div class="row spread">
            <p class="muted">{ words.lead }</p>
            if let Some(onclick) = onnew {
                <Button size={ButtonSize::Medium} icon={IconName::Plus} {onclick}>{ words.new }</Button>
            }
        </div>
    }
}

/// The name of a topic; that a module is for anything where there is none.
fn topic_name(topics: Option<&Offered>, module: &Content, lang: Lang) -> String {
    let Some(topic) = module.topic else { return texts(lang).any_topic.to_owned() };
    let found = topics.and_then(|topics| topics.topics.iter().find(|row| row.id == topic));
    found.map(|row| row.title.clone()).unwrap_or_default()
}

fn listed(
    list: &ModuleList,
    topics: Option<&Offered>,
    choose: &Callback<ModuleId>,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    if list.items.is_empty() {
        return html! { <EmptyState title={words.none} icon={IconName::Document} /> };
    }
    let item = |module: &Module| {
        let id = module.id;
        let trailing = match module.office {
            Some(_) => html! { <Tag tone={Tone::Blue} label={words.own} /> },
            None => html! { <Tag tone={Tone::Grey} label={words.shared} /> },
        };
        let title = module.content.words(lang).title.clone();
        html! {
            <ListItem key={id.to_string()} {title} description={topic_name(topics, &module.content, lang)} {trailing}
                onclick={choose.reform(move |_: MouseEvent| id)} />
        }
    };
    html! { <Card title={words.title}><List>{ for list.items.iter().map(item) }</List></Card> }
}

#[derive(PartialEq, Properties)]
struct OpenProps {
    module: Rc<Module>,
    topics: Option<Rc<Offered>>,
    saved: Callback<Option<ModuleId>>,
    copy: Callback<Content>,
    is_editor: bool,
}

/// One of them: the form for whoever may change it, what it becomes for everybody else.
#[component]
fn Open(props: &OpenProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let module = &props.module;
    if module.editable {
        let content = module.content.clone();
        return html! { <Editor module={Some(module.clone())} {content} topics={props.topics.clone()} saved={props.saved.clone()} /> };
    }
    let content = module.content.clone();
    let onclick = {
        let content = content.clone();
        props.copy.reform(move |_: MouseEvent| content.clone())
    };
    html! {
        <>
            <Preview {content} {lang} />
            if props.is_editor {
                <p class="muted">{ words.for_all }</p>
                <div class="row">
                    <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ words.copy }</Button>
                </div>
            }
        </>
    }
}
