//! One file in the list: how it stands, and what can be done about it.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::queue::{Entry, Stage};
use super::text::{Texts, texts};
use crate::i18n::use_lang;
use crate::ui::{Button, ButtonKind, ButtonSize, Icon, IconButton, IconName, ProgressBar};
use crate::words;

/// What a person does about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Stops it.
    Pause,
    /// Goes on with it.
    Resume,
    /// Makes a photograph smaller.
    Shrink,
    /// Chooses the file again.
    Choose,
    /// Takes it away.
    Remove,
}

#[derive(PartialEq, Properties)]
pub(super) struct ItemProps {
    pub entry: Entry,
    pub on_act: Callback<(u32, Act)>,
}

/// A file of the list.
#[component]
pub(super) fn Item(props: &ItemProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let Entry { key, name, size, stage, .. } = &props.entry;
    let shown = use_node_ref();
    let act = |act: Act| {
        let (key, shown) = (*key, shown.clone());
        props.on_act.reform(move |_: MouseEvent| {
            // The button goes when the file stands otherwise; whoever pressed it by keyboard stays with the file.
            if let (Act::Pause | Act::Resume | Act::Shrink, Some(shown)) =
                (act, shown.cast::<HtmlElement>())
            {
                let _ = shown.focus();
            }
            (key, act)
        })
    };
    let (icon, class) = match stage {
        Stage::Ready => (IconName::CheckCircle, Some("file-done")),
        Stage::Refused(_) | Stage::LargePhoto => (IconName::XCircle, Some("file-refused")),
        _ => (IconName::Document, None),
    };
    html! {
        <li class={classes!("file", class)}>
            <Icon name={icon} />
            <span class="file-name">{ name }</span>
            <span class="file-size">{ words::bytes(*size, lang) }</span>
            <IconButton icon={IconName::Close} label={(words.remove)(name)} onclick={act(Act::Remove)} />
            <div class="file-state" tabindex="-1" ref={shown.clone()}>{ state(&props.entry, act, words) }</div>
        </li>
    }
}

/// How it stands in words, and what can be done about that.
fn state(entry: &Entry, act: impl Fn(Act) -> Callback<MouseEvent>, words: &'static Texts) -> Html {
    let Entry { name, stage, .. } = entry;
    let button = |what: Act, label: &'static str, icon: IconName| {
        html! {
            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Small} {icon} onclick={act(what)} about={name.clone()}>{ label }</Button>
        }
    };
    let bar = |percent: u8| {
        html! { <ProgressBar label={(words.sending)(name)} value={u32::from(percent)} max={100} /> }
    };
    let said = |text: AttrValue| html! { <p class="file-message">{ text }</p> };
    match stage {
        Stage::Preparing => said(words.preparing.into()),
        Stage::Sending(percent) => {
            html! { <>{ bar(*percent) }{ button(Act::Pause, words.pause, IconName::Minus) }</> }
        }
        Stage::Paused(percent) => {
            html! { <>{ bar(*percent) }{ said(words.paused.into()) }{ button(Act::Resume, words.resume, IconName::Upload) }</> }
        }
        Stage::Broken(why) => {
            html! { <>{ said(why.clone()) }{ button(Act::Resume, words.retry, IconName::Refresh) }</> }
        }
        Stage::Offline => {
            html! { <>{ said(words.offline.into()) }{ button(Act::Resume, words.retry, IconName::Refresh) }</> }
        }
        Stage::Missing(percent) => {
            html! { <>{ said((words.missing)(*percent).into()) }{ button(Act::Choose, words.choose_again, IconName::Folder) }</> }
        }
        Stage::Shrinking => said(words.shrinking.into()),
        Stage::Examining => said(words.examining.into()),
        Stage::Ready => said(words.ready.into()),
        Stage::Refused(why) => said(why.clone()),
        Stage::LargePhoto => {
            html! { <>{ said(words.large_photo.into()) }{ button(Act::Shrink, words.shrink, IconName::Refresh) }</> }
        }
    }
}
