//! File upload: choose or drop, see what was taken, how far it is, what is wrong with it.

use super::help::described_by;
use crate::i18n::use_lang;
use crate::ui::action::icon_button::IconButton;
use crate::ui::icon::{Icon, IconName};
use crate::ui::id::use_id;
use crate::ui::show::progress_bar::ProgressBar;
use crate::ui::text::{Texts, texts};
use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

/// Where a file stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum FileState {
    /// Taken, not sent.
    #[default]
    Ready,
    /// On its way: per cent sent.
    Sending(u8),
    /// Arrived.
    Done,
    /// Refused: what is wrong and what to do.
    Refused(AttrValue),
}

/// A file that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct FileEntry {
    /// Its name.
    pub name: AttrValue,
    /// Its size in words ("184 KB").
    pub size: AttrValue,
    /// Where it stands.
    pub state: FileState,
}

/// Props of [`FileDrop`].
#[derive(PartialEq, Properties)]
pub struct FileDropProps {
    /// What is asked.
    pub label: AttrValue,
    /// Which files, how many, how large: said before choosing.
    pub helper: AttrValue,
    /// What is offered to choose (`.xml,.zip`).
    #[prop_or_default]
    pub accept: Option<AttrValue>,
    /// Whether several may be chosen at once.
    #[prop_or_default]
    pub multiple: bool,
    /// The files taken so far.
    #[prop_or_default]
    pub files: Vec<FileEntry>,
    /// Called with the files chosen or dropped.
    pub onfiles: Callback<Vec<File>>,
    /// Called with the index of a file to take away; without it files stay.
    #[prop_or_default]
    pub onremove: Option<Callback<usize>>,
}

/// A place to drop files on, which is also a native file button.
#[component]
pub fn FileDrop(props: &FileDropProps) -> Html {
    let words = texts(use_lang());
    let id = use_id("files");
    let over = use_state_eq(|| false);
    let onchange = {
        let onfiles = props.onfiles.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            onfiles.emit(listed(input.files()));
            // The same file chosen again after a correction must count as a change.
            input.set_value("");
        })
    };
    let hover = |inside: bool| {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(inside);
        })
    };
    let ondrop = {
        let (over, onfiles) = (over.clone(), props.onfiles.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            onfiles.emit(listed(event.data_transfer().and_then(|data| data.files())));
        })
    };
    html! {
        <div class="file-drop">
            <div class={classes!("drop-zone", over.then_some("drop-over"))} ondragover={hover(true)} ondragleave={hover(false)} {ondrop}>
                <input id={id.clone()} class="sr-only" type="file" accept={props.accept.clone()} multiple={props.multiple}
                    {onchange} aria-describedby={described_by(&id)} />
                <Icon name={IconName::Upload} class="icon-32" />
                <label for={id.clone()}><span class="drop-label">{ &props.label }</span><span class="btn btn-tertiary btn-medium">{ words.choose_file }</span></label>
                <p class="drop-or">{ words.drop_here }</p>
                <p id={described_by(&id)} class="field-help">{ &props.helper }</p>
            </div>
            <ul class="file-list" role="list" aria-live="polite">
                { for props.files.iter().enumerate().map(|(index, file)| entry(words, props, index, file)) }
            </ul>
        </div>
    }
}

fn entry(words: &'static Texts, props: &FileDropProps, index: usize, file: &FileEntry) -> Html {
    let (icon, state) = match &file.state {
        FileState::Ready | FileState::Sending(_) => (IconName::Document, None),
        FileState::Done => (IconName::CheckCircle, Some("file-done")),
        FileState::Refused(_) => (IconName::XCircle, Some("file-refused")),
    };
    html! {
        <li class={classes!("file", state)}>
            <Icon name={icon} />
            <span class="file-name">{ &file.name }</span>
            <span class="file-size">{ &file.size }</span>
            if let Some(onremove) = &props.onremove {
                <IconButton icon={IconName::Close} label={(words.remove)(&file.name)} onclick={onremove.reform(move |_| index)} />
            }
            { match &file.state {
                FileState::Sending(percent) => html! { <ProgressBar label={(words.sending)(&file.name)} value={u32::from(*percent)} max={100} /> },
                FileState::Refused(why) => html! { <p class="file-message">{ why }</p> },
                FileState::Done => html! { <p class="file-message">{ words.sent }</p> },
                FileState::Ready => html! {},
            } }
        </li>
    }
}

fn listed(files: Option<FileList>) -> Vec<File> {
    files
        .map(|files| (0..files.length()).filter_map(|index| files.get(index)).collect())
        .unwrap_or_default()
}
