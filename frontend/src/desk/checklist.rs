//! The documents that a request needs: ticked off one by one, and what is missing asked for with one press.

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

/// Keeps the list with one thing changed.
#[derive(Clone, PartialEq)]
struct Keep {
    request: RequestId,
    version: u64,
    items: Vec<Ticked>,
    run: Callback<SaveChecklist>,
}

impl Keep {
    fn send(&self, items: Vec<Ticked>) {
        let Self { request, version, .. } = *self;
        self.run.emit(SaveChecklist { request, version, items });
    }

    /// Marks the document at a place.
    fn marking(&self, at: usize) -> Callback<AttrValue> {
        let keep = self.clone();
        Callback::from(move |value: AttrValue| {
            let mark = value.parse().ok().and_then(|place: usize| Mark::ALL.get(place).copied());
            let mut items = keep.items.clone();
            if let (Some(item), Some(mark)) = (items.get_mut(at), mark) {
                item.mark = mark;
                keep.send(items);
            }
        })
    }

    fn without(&self, at: usize) -> Callback<MouseEvent> {
        let keep = self.clone();
        Callback::from(move |_: MouseEvent| {
            let others = keep.items.iter().enumerate().filter(|(place, _)| *place != at);
            keep.send(others.map(|(_, item)| item.clone()).collect());
        })
    }

    fn with(&self, name: &str) {
        let document = Document::Own(name.trim().to_owned());
        let mut items = self.items.clone();
        items.push(Ticked { document, mark: Mark::Missing });
        self.send(items);
    }
}

/// The list, folded up; how many are missing is said on it.
#[component]
pub fn Checklist(props: &ChecklistProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let remote = use_remote(&ShowChecklist { request: props.request, lang });
    use_live(&[(TopicKind::Request, Some(props.request.to_string()))], remote.reload.clone());
    let save = use_action::<SaveChecklist>(remote.reload.reform(|_: Checked| ()));
    let reload = remote.reload.clone();
    use_effect_with(is_conflict(save.error.as_ref()), move |overtaken| {
        if *overtaken {
            reload.emit(());
        }
    });
    let waiting = || html! { <Skeleton shape={Shape::Lines} count={1} /> };
    remote.draw(lang, waiting, |list| {
        let items: Vec<Ticked> = list.items.iter().map(|item| item.ticked.clone()).collect();
        let missing: Vec<&str> = list
            .items
            .iter()
            .filter(|item| item.ticked.mark == Mark::Missing)
            .map(|item| item.asked.as_str())
            .collect();
        let aside = match missing.len() as u64 {
            0 if list.items.iter().all(|item| item.ticked.mark != Mark::Unseen) => {
                html! { <Tag tone={Tone::Green} label={words.none_missing} /> }
            }
            0 => html! {},
            count => html! { <Tag tone={Tone::Orange} label={(words.missing)(count)} /> },
        };
        let text = asking(&missing, list.lang);
        let ask = props.onask.as_ref().filter(|_| !missing.is_empty());
        let ask = ask.map(|ask| ask.reform(move |_: MouseEvent| text.clone()));
        let keep = Keep {
            request: props.request,
            version: list.version,
            items,
            run: save.run.clone(),
        };
        html! {
            <Accordion title={words.checklist} {aside}>
                <div class="stack">
                    if list.items.is_empty() { <p class="muted">{ words.no_documents }</p> }
                    { for list.items.iter().enumerate().map(|(at, item)| row(at, item, &keep, lang)) }
                    <Add keep={keep.clone()} busy={save.busy} />
                    { failure(&save, lang) }
                    if let Some(onclick) = ask {
                        <div class="row">
                            <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} {onclick}>{ words.ask_missing }</Button>
                        </div>
                    }
                </div>
            </Accordion>
        }
    })
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

fn row(at: usize, item: &Item, keep: &Keep, lang: Lang) -> Html {
    let words = texts(lang);
    let choices = words.marks.iter().enumerate();
    let choices: Vec<_> = choices.map(|(at, mark)| choice(at.to_string(), *mark)).collect();
    let value = (item.ticked.mark as usize).to_string();
    let own = matches!(item.ticked.document, Document::Own(_));
    html! {
        <div class="row" key={item.label.clone()}>
            <Select label={item.label.clone()} {choices} {value} onchange={keep.marking(at)} />
            if own {
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} onclick={keep.without(at)}>
                    { words.take_away }<span class="sr-only">{ ": " }{ item.label.clone() }</span>
                </Button>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct AddProps {
    keep: Keep,
    busy: bool,
}

/// A document that the topic does not ask for; what was typed stays until it is on the list.
#[component]
fn Add(props: &AddProps) -> Html {
    let words = texts(use_lang());
    let name = use_state_eq(String::new);
    let listed = props.keep.items.iter().any(|item| match &item.document {
        Document::Own(own) => *own == name.trim(),
        Document::Topic(_) => false,
    });
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
            if !name.trim().is_empty() && !listed {
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
