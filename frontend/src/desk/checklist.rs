//! The documents that a request needs: ticked off one by one, and what is missing asked for with one press.

use std::rc::Rc;

use shared::desk::{
    Checked, Document, Item, LONGEST_OWN, MOST_OWN, Mark, SaveChecklist, ShowChecklist, Ticked,
};
use shared::ids::RequestId;
use shared::lang::Lang;
use shared::live::TopicKind;
use yew::prelude::*;

use super::text::texts;
use crate::api::CallError;
use crate::i18n::use_lang;
use crate::live::use_live;
use crate::remote::{Action, explain, use_action, use_remote};
use crate::requests::choice;
use crate::ui::{
    Accordion, Button, ButtonKind, ButtonSize, Field, Notice, Select, Severity, Shape, Skeleton,
    Tag, Tone,
};

/// Props of [`Checklist`].
#[derive(PartialEq, Properties)]
pub struct ChecklistProps {
    /// Of which request.
    pub request: RequestId,
    /// Asks the customer for what is missing, in their language; none where nobody may ask now.
    pub onask: Option<Callback<String>>,
}

/// The list as the person wants it: what is not kept yet waits for what is being kept, so that quick presses lose nothing.
#[derive(Clone, PartialEq)]
struct Keep {
    items: Vec<Ticked>,
    want: Callback<Vec<Ticked>>,
}

impl Keep {
    /// Marks the document at a place.
    fn marking(&self, at: usize) -> Callback<AttrValue> {
        let keep = self.clone();
        Callback::from(move |value: AttrValue| {
            let mark = value.parse().ok().and_then(|place: usize| Mark::ALL.get(place).copied());
            let mut items = keep.items.clone();
            if let (Some(item), Some(mark)) = (items.get_mut(at), mark) {
                item.mark = mark;
                keep.want.emit(items);
            }
        })
    }

    fn without(&self, at: usize) -> Callback<MouseEvent> {
        let keep = self.clone();
        Callback::from(move |_: MouseEvent| {
            let others = keep.items.iter().enumerate().filter(|(place, _)| *place != at);
            keep.want.emit(others.map(|(_, item)| item.clone()).collect());
        })
    }

    fn with(&self, name: &str) {
        let document = Document::Own(name.trim().to_owned());
        let mut items = self.items.clone();
        items.push(Ticked { document, mark: Mark::Missing });
        self.want.emit(items);
    }
}

/// The list, as soon as it is known.
#[component]
pub fn Checklist(props: &ChecklistProps) -> Html {
    let lang = use_lang();
    let remote = use_remote(&ShowChecklist { request: props.request, lang });
    use_live(&[(TopicKind::Request, Some(props.request.to_string()))], remote.reload.clone());
    let waiting = || html! { <Skeleton shape={Shape::Lines} count={1} /> };
    remote.draw(lang, waiting, |list| {
        let (request, onask, reload) = (props.request, props.onask.clone(), remote.reload.clone());
        html! { <Listed {request} {onask} list={list.clone()} {reload} /> }
    })
}

#[derive(PartialEq, Properties)]
struct ListedProps {
    request: RequestId,
    onask: Option<Callback<String>>,
    list: Rc<shared::desk::Checklist>,
    reload: Callback<()>,
}

#[hook]
fn use_keeping(props: &ListedProps) -> (Keep, Action<SaveChecklist>) {
    let kept: Vec<Ticked> = props.list.items.iter().map(|item| item.ticked.clone()).collect();
    let wanted = use_state_eq(|| None::<Vec<Ticked>>);
    // The version that was kept last, until the list of it is here.
    let last = use_state_eq(|| 0_u64);
    let save = {
        let (reload, last) = (props.reload.clone(), last.setter());
        use_action::<SaveChecklist>(Callback::from(move |checked: Checked| {
            last.set(checked.version);
            reload.emit(());
        }))
    };
    // What is being kept, or was refused: the same may be wanted again.
    let sent = use_mut_ref(|| None::<Vec<Ticked>>);
    let failed = save.error.is_some();
    let (request, version) = (props.request, props.list.version);
    let now = (save.busy, failed, version >= *last, (*wanted).clone(), kept.clone());
    use_effect_with(now, {
        let (run, wanted, reload) = (save.run.clone(), wanted.setter(), props.reload.clone());
        move |(busy, failed, is_here, items, kept)| match items {
            Some(items) if items == kept => wanted.set(None),
            // A colleague was faster, or nothing can be kept now: what is there is shown.
            Some(items) if *failed && sent.borrow().as_ref() == Some(items) => {
                sent.replace(None);
                wanted.set(None);
                reload.emit(());
            }
            Some(items) if !busy && *is_here => {
                sent.replace(Some(items.clone()));
                run.emit(SaveChecklist { request, version, items: items.clone() });
            }
            _ => {}
        }
    });
    let items = (*wanted).clone().unwrap_or(kept);
    let want = {
        let wanted = wanted.setter();
        Callback::from(move |items: Vec<Ticked>| wanted.set(Some(items)))
    };
    (Keep { items, want }, save)
}

/// The list, folded up; how many are missing is said on it.
#[component]
fn Listed(props: &ListedProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (keep, save) = use_keeping(props);
    let list = &props.list;
    let mark = |item: &Item| {
        keep.items.iter().find(|one| one.document == item.ticked.document).map(|one| one.mark)
    };
    let missing: Vec<&str> = list
        .items
        .iter()
        .filter(|item| mark(item) == Some(Mark::Missing))
        .map(|item| item.asked.as_str())
        .collect();
    let aside = match missing.len() as u64 {
        0 if keep.items.iter().all(|one| one.mark != Mark::Unseen) => {
            html! { <Tag tone={Tone::Green} label={words.none_missing} /> }
        }
        0 => html! {},
        count => html! { <Tag tone={Tone::Orange} label={(words.missing)(count)} /> },
    };
    let text = asking(&missing, list.lang);
    let ask = props.onask.as_ref().filter(|_| !missing.is_empty());
    let ask = ask.map(|ask| ask.reform(move |_: MouseEvent| text.clone()));
    html! {
        <Accordion title={words.checklist} {aside}>
            <div class="stack">
                if list.items.is_empty() { <p class="muted">{ words.no_documents }</p> }
                { for keep.items.iter().enumerate().map(|(at, one)| row(at, one, list, &keep, lang)) }
                <Add keep={keep.clone()} list={list.clone()} busy={save.busy} />
                { failure(&save, lang) }
                if let Some(onclick) = ask {
                    <div class="row">
                        <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} {onclick}>{ words.ask_missing }</Button>
                    </div>
                }
            </div>
        </Accordion>
    }
}

/// What is asked for, in the language of whoever is asked.
fn asking(missing: &[&str], lang: Lang) -> String {
    let mut text = texts(lang).asking.to_owned();
    for name in missing {
        text.push_str("\n– ");
        text.push_str(name.trim_end_matches('.'));
    }
    text
}

fn row(at: usize, one: &Ticked, list: &shared::desk::Checklist, keep: &Keep, lang: Lang) -> Html {
    let words = texts(lang);
    let choices = words.marks.iter().enumerate();
    let choices: Vec<_> = choices.map(|(at, mark)| choice(at.to_string(), *mark)).collect();
    let value = (one.mark as usize).to_string();
    let known = list.items.iter().find(|item| item.ticked.document == one.document);
    let label = match (&one.document, known) {
        (Document::Own(name), _) => name.clone(),
        (_, known) => known.map(|item| item.label.clone()).unwrap_or_default(),
    };
    let own = matches!(one.document, Document::Own(_));
    html! {
        <div class="row" key={label.clone()}>
            <Select label={label.clone()} {choices} {value} onchange={keep.marking(at)} />
            if own {
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} onclick={keep.without(at)} about={label}>{ words.take_away }</Button>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct AddProps {
    keep: Keep,
    list: Rc<shared::desk::Checklist>,
    busy: bool,
}

/// A document that the topic does not ask for; what was typed stays until it is on the list.
#[component]
fn Add(props: &AddProps) -> Html {
    let words = texts(use_lang());
    let name = use_state_eq(String::new);
    let is_it = |item: &Ticked| match &item.document {
        Document::Own(own) => *own == name.trim(),
        Document::Topic(_) => false,
    };
    let listed = props.list.items.iter().any(|item| is_it(&item.ticked));
    let wanted = props.keep.items.iter().any(is_it);
    {
        let name = name.setter();
        use_effect_with(listed, move |listed| {
            if *listed {
                name.set(String::new());
            }
        });
    }
    let own = props.keep.items.iter().filter(|item| matches!(item.document, Document::Own(_)));
    if own.count() >= MOST_OWN {
        return html! {};
    }
    let oninput = {
        let name = name.setter();
        Callback::from(move |typed: String| name.set(typed))
    };
    let onclick = {
        let (keep, name) = (props.keep.clone(), (*name).clone());
        Callback::from(move |_: MouseEvent| {
            if !name.trim().is_empty() && !wanted {
                keep.with(&name);
            }
        })
    };
    html! {
        <div class="row">
            <Field label={words.add_label} value={(*name).clone()} {oninput} maxlength={LONGEST_OWN as u32} optional={true} />
            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} busy={props.busy} {onclick}>{ words.add }</Button>
        </div>
    }
}

fn is_conflict(error: Option<&CallError>) -> bool {
    matches!(error, Some(CallError::Problem(problem)) if problem.code == "conflict")
}

fn failure(save: &Action<SaveChecklist>, lang: Lang) -> Html {
    let Some(error) = &save.error else { return html! {} };
    let said = match is_conflict(Some(error)) {
        true => AttrValue::Static(texts(lang).overtaken),
        false => explain(lang, error),
    };
    html! { <Notice severity={Severity::Error} live={true}><p>{ said }</p></Notice> }
}
