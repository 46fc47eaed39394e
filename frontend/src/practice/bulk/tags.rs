//! Putting tags on clients, and making new ones.

use shared::practice::{Changed, CreateTag, DeleteTag, HEADS, SetTag, Tag, TagColor};
use yew::prelude::*;

use super::assign::ChangeProps;
use crate::i18n::use_lang;
use crate::practice::columns::tone;
use crate::practice::text::{Texts, texts};
use crate::remote::{Action, explain, use_action};
use crate::session::use_viewer;
use crate::ui::{
    self, Button, ButtonKind, ButtonSize, Choice, Field, IconButton, IconName, Notice, Select,
    Severity, Sheet,
};

/// The sheet.
#[component]
pub fn Tagging(props: &ChangeProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let set = use_action::<SetTag>(props.ondone.reform(|changed: Changed| Some(changed.changed)));
    let created = {
        let (run, companies) = (set.run.clone(), props.companies.clone());
        Callback::from(move |tag: Tag| {
            run.emit(SetTag { tag: tag.id, companies: companies.to_vec(), on: true });
        })
    };
    let create = use_action::<CreateTag>(created);
    let delete = use_action::<DeleteTag>(props.ondone.reform(|()| None));
    let head = HEADS.contains(&viewer.role);
    let line = |tag: &Tag| {
        let (id, version) = (tag.id, tag.version);
        html! {
            <li key={tag.id.to_string()} class="tag-line">
                <ui::Tag tone={tone(tag.color)} label={tag.name.clone()} />
                <span class="row">
                    { act(props, &set, tag, true, words) }
                    { act(props, &set, tag, false, words) }
                    if head {
                        <Remove name={tag.name.clone()} onremove={delete.run.reform(move |()| DeleteTag { tag: id, version })} />
                    }
                </span>
            </li>
        }
    };
    let error = set.error.as_ref().or(create.error.as_ref()).or(delete.error.as_ref());
    html! {
        <Sheet open={true} title={(words.tag_title)(props.companies.len() as u64)} onclose={props.onclose.clone()}>
            <div class="stack">
                if let Some(error) = error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
                if props.clients.tags.is_empty() {
                    <p class="muted">{ words.tag_none }</p>
                }
                <ul role="list">{ for props.clients.tags.iter().map(line) }</ul>
                if head {
                    <Make busy={create.busy} onmake={create.run.clone()} />
                }
            </div>
        </Sheet>
    }
}

/// The button that puts a tag on, or takes it off.
fn act(
    props: &ChangeProps,
    set: &Action<SetTag>,
    tag: &Tag,
    on: bool,
    words: &'static Texts,
) -> Html {
    let (tag_id, companies) = (tag.id, props.companies.clone());
    let request = move |_: MouseEvent| SetTag { tag: tag_id, companies: companies.to_vec(), on };
    let (label, whole, kind) = match on {
        true => (words.on, (words.put_on)(&tag.name), ButtonKind::Tertiary),
        false => (words.off, (words.take_off)(&tag.name), ButtonKind::Ghost),
    };
    html! {
        <Button {kind} size={ButtonSize::Small} busy={set.busy} onclick={set.run.reform(request)}>
            <span aria-hidden="true">{ label }</span><span class="sr-only">{ whole }</span>
        </Button>
    }
}

#[derive(PartialEq, Properties)]
struct RemoveProps {
    name: String,
    onremove: Callback<()>,
}

/// Deletes a tag after asking, in place.
#[component]
fn Remove(props: &RemoveProps) -> Html {
    let words = texts(use_lang());
    let asking = use_state_eq(|| false);
    let ask = asking.setter();
    if !*asking {
        let label = [words.delete, " ", &props.name].concat();
        return html! { <IconButton icon={IconName::Trash} {label} onclick={Callback::from(move |_| ask.set(true))} /> };
    }
    html! {
        <Notice severity={Severity::Warning} title={(words.tag_delete)(&props.name)} live={true}>
            <p>{ words.tag_delete_text }</p>
            <Button kind={ButtonKind::Danger} size={ButtonSize::Small} onclick={props.onremove.reform(|_: MouseEvent| ())}>{ words.delete }</Button>
        </Notice>
    }
}

#[derive(PartialEq, Properties)]
struct MakeProps {
    busy: bool,
    onmake: Callback<CreateTag>,
}

/// A new tag, put on at once.
#[component]
fn Make(props: &MakeProps) -> Html {
    let words = texts(use_lang());
    let name = use_state_eq(String::new);
    let color = use_state_eq(TagColor::default);
    let choices = TagColor::ALL.map(|color| Choice {
        value: AttrValue::Static(words.color(color)),
        label: AttrValue::Static(words.color(color)),
    });
    let onchange = {
        let color = color.setter();
        Callback::from(move |value: AttrValue| {
            color.set(
                TagColor::ALL
                    .into_iter()
                    .find(|each| words.color(*each) == value.as_str())
                    .unwrap_or_default(),
            );
        })
    };
    let onclick = {
        let (name, color) = ((*name).clone(), *color);
        props.onmake.reform(move |_: MouseEvent| CreateTag { name: name.trim().to_owned(), color })
    };
    let oninput = Callback::from({
        let name = name.setter();
        move |text: String| name.set(text)
    });
    html! {
        <div class="form">
            <h3>{ words.tag_new }</h3>
            <Field label={words.tag_name} value={(*name).clone()} {oninput} maxlength={30} autocomplete="off" />
            <Select label={words.tag_color} choices={choices.to_vec()} value={AttrValue::Static(words.color(*color))} {onchange} />
            <Button size={ButtonSize::Medium} icon={IconName::Plus} busy={props.busy} {onclick}>{ words.tag_make }</Button>
        </div>
    }
}
