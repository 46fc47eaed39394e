//! Changing a group of topics, or adding one: what it is called, where it stands, whether it is offered.

use std::rc::Rc;

use shared::lang::Lang;
use shared::parameters::{Change, NOTE, Replace};
use shared::requests::Words;
use shared::requests::topics::{Catalogue, Group, TopicId, check_title};
use shared::statistics::Shown;
use yew::prelude::*;

use super::editor::{choice, refused, replacing};
use super::text::texts;
use crate::api::pending::use_pending;
use crate::browser;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::remote::use_action;
use crate::ui::{
    Button, ButtonType, Card, Choice, Field, Notice, Select, Severity, Toggle, changing,
};

/// Props of [`GroupEditor`].
#[derive(PartialEq, Properties)]
pub(super) struct GroupEditorProps {
    /// What holds.
    pub catalogue: Rc<Catalogue>,
    /// The change that it is.
    pub number: u64,
    /// The one that is changed; a new one without.
    pub group: Option<TopicId>,
    /// The groups that there are or were: their numbers are taken.
    pub names: Option<Rc<Shown>>,
    /// Told which was kept.
    pub done: Callback<TopicId>,
}

/// What is typed.
#[derive(Clone, PartialEq)]
struct Typed {
    /// In the order of the languages.
    title: [String; 3],
    /// The group that it follows; the first one without.
    after: Option<TopicId>,
    withdrawn: bool,
    why: String,
}

impl Typed {
    /// What stands of a group; nothing of a new one, which comes last.
    fn of(props: &GroupEditorProps) -> Self {
        let groups = &props.catalogue.groups;
        let known = groups.iter().find(|group| Some(group.id) == props.group);
        let before = groups.iter().take_while(|group| Some(group.id) != props.group);
        let said = |lang| known.map(|group| group.title.of(lang).to_owned());
        Self {
            title: Lang::ALL.map(|lang| said(lang).unwrap_or_default()),
            after: before.last().map(|group| group.id),
            withdrawn: known.is_some_and(|group| group.withdrawn),
            why: String::new(),
        }
    }

    fn title(&self) -> Words {
        let [it, en, de] = self.title.each_ref().map(|title| title.trim().to_owned());
        Words { it, en, de }
    }

    /// What is wrong: the field and the reason.
    fn wrong(&self) -> Vec<(String, &'static str)> {
        let mut wrong = check_title(&self.title());
        if self.why.trim().is_empty() {
            wrong.push(("why".to_owned(), "why"));
        }
        wrong
    }
}

impl GroupEditorProps {
    /// What is put in the place of what holds, with the number of the group.
    fn next(&self, typed: &Typed) -> Option<(TopicId, Replace)> {
        let known = self.names.iter().flat_map(|names| &names.groups).map(|one| one.group.id);
        let id = self.group.or_else(|| self.catalogue.free_group(known))?;
        let mut next = Catalogue::clone(&self.catalogue);
        let before = next.groups.iter().find(|group| group.id == id);
        let topics = before.map(|group| group.topics.clone()).unwrap_or_default();
        let group = Group { id, withdrawn: typed.withdrawn, title: typed.title(), topics };
        next.put_group(group, typed.after);
        Some((id, replacing(&next, &typed.why, self.number)?))
    }
}

/// The form.
#[component]
pub(super) fn GroupEditor(props: &GroupEditorProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let typed = use_state_eq(|| Typed::of(props));
    let tries = use_state_eq(|| 0_u32);
    use_effect_with(*tries, |tries| {
        if *tries > 0 {
            browser::focus("#argomento [aria-invalid]");
        }
    });
    use_pending(*typed != Typed::of(props));
    let next = props.next(&typed);
    let (id, done) = (next.as_ref().map(|(id, _)| *id), props.done.clone());
    let replace = use_action::<Replace>(Callback::from(move |_: Change| {
        announce(words.group_done);
        id.into_iter().for_each(|id| done.emit(id));
    }));
    let wrong = typed.wrong();
    let shown = if *tries > 0 { wrong.as_slice() } else { &[] };
    let fields = names(&typed, shown, lang);
    let why = line(&typed, shown, "why", |typed| &mut typed.why, lang);
    let onsubmit = {
        let (run, tries, is_wrong) = (replace.run.clone(), tries.clone(), !wrong.is_empty());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match next.clone().filter(|_| !is_wrong) {
                Some((_, next)) => run.emit(next),
                None => tries.set(*tries + 1),
            }
        })
    };
    let heading = if props.group.is_some() { words.change_group } else { words.new_group };
    html! {
        <Card title={heading}>
            <form class="stack" {onsubmit} novalidate=true>
                { fields }
                { place(props, &typed, lang) }
                { why }
                if let Some(error) = &replace.error {
                    <Notice severity={Severity::Error} live={true}><p>{ refused(error, lang) }</p></Notice>
                }
                <div class="row"><Button r#type={ButtonType::Submit} busy={replace.busy}>{ words.keep }</Button></div>
            </form>
        </Card>
    }
}

fn title_in(typed: &mut Typed, lang: Lang) -> &mut String {
    let [it, en, de] = &mut typed.title;
    match lang {
        Lang::It => it,
        Lang::En => en,
        Lang::De => de,
    }
}

/// What it is called in each language.
fn names(typed: &UseStateHandle<Typed>, wrong: &[(String, &'static str)], lang: Lang) -> Html {
    let field = |of: Lang| {
        let name = [of.code(), ".title"].concat();
        line(typed, wrong, &name, move |typed| title_in(typed, of), lang)
    };
    html! { <>{ for Lang::ALL.into_iter().map(field) }</> }
}

/// A line of text: a name, or the reason.
fn line(
    typed: &UseStateHandle<Typed>,
    wrong: &[(String, &'static str)],
    name: &str,
    of: impl Fn(&mut Typed) -> &mut String + 'static,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let mut labels = ["it.title", "en.title", "de.title"].iter().zip(words.group_names);
    let label = labels.find(|(known, _)| **known == name).map_or(words.why, |(_, label)| label);
    let helper = (name == "why").then_some(AttrValue::Static(words.why_help));
    let error = wrong.iter().find(|(field, _)| field == name).map(|(_, reason)| match *reason {
        "why" => words.why_wrong,
        "empty" => words.empty,
        _ => words.too_long,
    });
    let value = of(&mut (**typed).clone()).clone();
    let oninput = changing(typed, move |typed, text: String| *of(typed) = text);
    let error = error.map(AttrValue::Static);
    html! { <Field {label} {helper} {error} {value} {oninput} maxlength={NOTE as u32} /> }
}

/// Where it stands, and whether it is offered.
fn place(props: &GroupEditorProps, typed: &UseStateHandle<Typed>, lang: Lang) -> Html {
    let words = texts(lang);
    let others = props.catalogue.groups.iter().filter(|group| Some(group.id) != props.group);
    let others = others.map(|group| choice(group.id, (words.after)(group.title.of(lang))));
    let first = Choice { value: AttrValue::Static(""), label: AttrValue::Static(words.first) };
    let choices: Vec<Choice> = [first].into_iter().chain(others).collect();
    let onchange =
        changing(typed, |typed, id: AttrValue| typed.after = id.parse().ok().map(TopicId));
    let value = typed.after.map(|id| id.0.to_string()).unwrap_or_default();
    let mut known = props.catalogue.groups.iter().filter(|group| Some(group.id) == props.group);
    let is_offering = known.any(Group::is_offering);
    let helper = if is_offering { words.group_offers } else { words.withdraw_help };
    let withdraw = changing(typed, |typed, withdrawn: bool| typed.withdrawn = withdrawn);
    html! {
        <>
            <Select label={words.group_place} {choices} {value} {onchange} />
            if props.group.is_some() {
                <Toggle label={words.withdraw} {helper} checked={typed.withdrawn} disabled={is_offering} onchange={withdraw} />
            }
        </>
    }
}
