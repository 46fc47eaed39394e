//! A draft that went on elsewhere while it was written here: what the other device made of it beside what stands here, and the choice.

use shared::ids::DraftId;
use shared::lang::Lang;
use shared::requests::{Draft, ShowDraft};
use yew::prelude::*;

use super::STEP_ID;
use crate::browser;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::requests::names::use_topic_name;
use crate::requests::text::texts;
use crate::ui::{
    Button, ButtonKind, ButtonSize, KeyValue, KeyValues, Notice, Severity, Shape, Skeleton,
};
use crate::words;

/// Props of [`Elsewhere`].
#[derive(PartialEq, Properties)]
pub(super) struct ElsewhereProps {
    /// Which draft.
    pub draft: DraftId,
    /// What stands here.
    pub mine: Draft,
    /// Keeps that in place of the other.
    pub keep: Callback<()>,
    /// Loads the other.
    pub load: Callback<()>,
    /// Keeps both: what stands here becomes a draft of its own. Called with the other.
    pub both: Callback<Draft>,
}

/// Both, and what can be done about them.
#[component]
pub(super) fn Elsewhere(props: &ElsewhereProps) -> Html {
    let lang = use_lang();
    let words = texts(lang).new_text;
    let there = use_remote(&ShowDraft { draft: props.draft });
    let theirs = there.value.as_ref().map(|kept| kept.content.clone());
    let of_mine = use_topic_name(props.mine.topic, lang);
    let of_theirs = use_topic_name(theirs.as_ref().and_then(|draft| draft.topic), lang);
    let compared = there.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={4} /> },
        |kept| {
            let mine = parts(&props.mine, of_mine.clone(), lang);
            let theirs = parts(&kept.content, of_theirs.clone(), lang);
            let at = (words.elsewhere)(&words::moment(kept.at, lang));
            html! {
                <div class="columns">
                    <div><p class="strong">{ words.here }</p><KeyValues items={differing(&mine, &theirs)} /></div>
                    <div><p class="strong">{ at }</p><KeyValues items={differing(&theirs, &mine)} /></div>
                </div>
            }
        },
    );
    let button = |onclick: Callback<MouseEvent>, label: &'static str| {
        // All of this is gone once it is chosen: whoever did is at the beginning of the step, with what they chose.
        let onclick = Callback::from(move |event: MouseEvent| {
            browser::focus(&["#", STEP_ID].concat());
            onclick.emit(event);
        });
        html! { <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ label }</Button> }
    };
    let both = props.both.clone();
    html! {
        <Notice severity={Severity::Error} live={true} title={words.conflict}>
            { compared }
            <div class="row">
                { button(props.keep.reform(|_: MouseEvent| ()), words.keep_mine) }
                { button(props.load.reform(|_: MouseEvent| ()), words.reload) }
                if let Some(theirs) = theirs {
                    { button(both.reform(move |_: MouseEvent| theirs.clone()), words.keep_both) }
                }
            </div>
            <p class="small">{ words.keep_both_text }</p>
        </Notice>
    }
}

/// What a draft says, each part with its name.
fn parts(draft: &Draft, topic: Option<String>, lang: Lang) -> [(&'static str, String); 6] {
    let words = texts(lang);
    let Draft { subject, text, attachments, phone, matricola, .. } = draft.clone();
    [
        (words.topic, topic.unwrap_or_default()),
        (words.position, matricola.unwrap_or_default()),
        (words.subject, subject),
        (words.new_text.text, text),
        (words.documents, attachments.len().to_string()),
        (words.phone, phone.unwrap_or_default()),
    ]
}

/// The parts in which one is different from the other, its lines that the other has not marked.
fn differing(
    one: &[(&'static str, String); 6],
    other: &[(&'static str, String); 6],
) -> Vec<KeyValue> {
    let pairs = one.iter().zip(other).filter(|((_, said), (_, other))| said != other);
    let part = |((label, said), (_, other)): (&(&'static str, String), &(&'static str, String))| {
        let line = |line: &str| match other.lines().any(|one| one == line) {
            true => html! { <>{ line }{ "\n" }</> },
            false => html! { <><mark>{ line }</mark>{ "\n" }</> },
        };
        KeyValue::html(*label, html! { <div class="prose">{ for said.lines().map(line) }</div> })
    };
    pairs.map(part).collect()
}
