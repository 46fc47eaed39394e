//! Handing in a file: what it may be is said before it is chosen, what became of it right after.

use shared::auth::{Resource, Role, Verb};
use shared::intake::{FileKind, Import, MAX_FILE, Submit};
use shared::lang::Lang;
use shared::session::Viewer;
use web_sys::File;
use yew::prelude::*;

use super::kind;
use super::list::Past;
use super::text::{Texts, texts};
use crate::api::{CallError, Upload, UploadEvent, upload};
use crate::i18n::use_lang;
use crate::remote::{explain, use_cache};
use crate::route::Route;
use crate::router::use_navigator;
use crate::session::{can, use_session, use_viewer};
use crate::ui::{Card, FileDrop, FileEntry, FileState, Segment, SegmentedControl};
use crate::words;

const MEBIBYTE: u64 = 1024 * 1024;

/// The screen: a place for a file, and the files handed in before.
#[component]
pub fn Intake() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let kinds = kinds(&viewer);
    let chosen = use_state_eq(|| kinds.first().copied().unwrap_or_default());
    let onchange = {
        let (chosen, kinds) = (chosen.setter(), kinds.clone());
        Callback::from(move |value: AttrValue| {
            if let Some(kind) = kinds.iter().find(|kind| value_of(**kind) == value.as_str()) {
                chosen.set(*kind);
            }
        })
    };
    let segments: Vec<Segment> =
        kinds.iter().map(|each| Segment::new(value_of(*each), kind(*each, words))).collect();
    html! {
        <>
            <Card title={words.drop}>
                <div class="stack">
                if segments.len() > 1 {
                    <SegmentedControl legend={words.kind} {segments} value={value_of(*chosen)} {onchange} />
                }
                <Drop kind={*chosen} />
                <p class="muted">{ words.all_or_nothing }</p>
                </div>
            </Card>
            <Past />
        </>
    }
}

/// The kinds of file a person may hand in.
fn kinds(viewer: &Viewer) -> Vec<FileKind> {
    let mut kinds = Vec::new();
    if can(viewer, Resource::ContributionFiles, Verb::Create) {
        kinds.extend([FileKind::Uniemens, FileKind::F24]);
    }
    if viewer.role == Role::Administrator {
        kinds.extend([FileKind::Registry, FileKind::Sections]);
    }
    kinds
}

const fn value_of(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Uniemens => "uniemens",
        FileKind::F24 => "f24",
        FileKind::Registry => "registry",
        FileKind::Sections => "sections",
    }
}

const fn accepted(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Uniemens => ".xml",
        FileKind::F24 => ".txt,.csv,.f24,.dat",
        FileKind::Registry => ".json",
        FileKind::Sections => ".jsonl,.ndjson",
    }
}

fn hint(kind: FileKind, words: &'static Texts) -> String {
    let most = MAX_FILE / MEBIBYTE;
    match kind {
        FileKind::Uniemens => (words.uniemens_hint)(most),
        FileKind::F24 => (words.f24_hint)(most),
        FileKind::Registry => (words.registry_hint)(most),
        FileKind::Sections => (words.sections_hint)(most),
    }
}

#[derive(PartialEq, Properties)]
struct DropProps {
    kind: FileKind,
}

/// The file that was taken, and what happens to it. Leaving the page gives an unfinished upload up.
#[component]
fn Drop(props: &DropProps) -> Html {
    let (lang, session, cache, navigator) =
        (use_lang(), use_session(), use_cache(), use_navigator());
    let words = texts(lang);
    let entry = use_state(|| None::<FileEntry>);
    let under_way = use_mut_ref(|| None::<Upload>);
    let onfiles = {
        let (kind, entry, under_way) = (props.kind, entry.setter(), under_way.clone());
        Callback::from(move |files: Vec<File>| {
            let Some(file) = files.first() else { return };
            let taken = taken(file, lang);
            if let Some(reason) = refused(file, lang) {
                return entry.set(Some(FileEntry { state: FileState::Refused(reason), ..taken }));
            }
            let heard = {
                let (entry, taken, session) = (entry.clone(), taken.clone(), session.clone());
                let (cache, navigator) = (cache.clone(), navigator.clone());
                Callback::from(move |event: UploadEvent<Import>| match event {
                    UploadEvent::Progress(percent) => {
                        entry.set(Some(FileEntry {
                            state: FileState::Sending(percent),
                            ..taken.clone()
                        }));
                    }
                    UploadEvent::Done(Ok(import)) => {
                        cache.clear();
                        entry.set(Some(FileEntry { state: FileState::Done, ..taken.clone() }));
                        if let Some(navigator) = &navigator {
                            navigator.push(&Route::Import { import: import.id }.href());
                        }
                    }
                    UploadEvent::Done(Err(error)) if error.is_signed_out() => session.ended(),
                    UploadEvent::Done(Err(error)) => {
                        entry.set(Some(failed(taken.clone(), &error, lang)));
                    }
                })
            };
            entry.set(Some(FileEntry { state: FileState::Sending(0), ..taken.clone() }));
            let name: String = file.name().chars().take(200).collect();
            match upload(&Submit { kind, name }, file, &heard) {
                Ok(begun) => drop(under_way.replace(Some(begun))),
                Err(error) => entry.set(Some(failed(taken, &error, lang))),
            }
        })
    };
    let onremove = {
        let (entry, under_way) = (entry.setter(), under_way);
        Callback::from(move |_: usize| {
            under_way.take();
            entry.set(None);
        })
    };
    let files: Vec<FileEntry> = (*entry).iter().cloned().collect();
    html! {
        <FileDrop label={kind(props.kind, words)} helper={hint(props.kind, words)} accept={accepted(props.kind)}
            {files} {onfiles} {onremove} />
    }
}

fn taken(file: &File, lang: Lang) -> FileEntry {
    let size = words::bytes(file.size() as u64, lang);
    FileEntry { name: file.name().into(), size, state: FileState::Ready }
}

/// What can be said of a file before a byte of it leaves.
fn refused(file: &File, lang: Lang) -> Option<AttrValue> {
    let words = texts(lang);
    let size = file.size() as u64;
    match size {
        0 => Some(AttrValue::Static(words.empty)),
        size if size > MAX_FILE => Some((words.too_large)(MAX_FILE / MEBIBYTE).into()),
        _ => None,
    }
}

fn failed(taken: FileEntry, error: &CallError, lang: Lang) -> FileEntry {
    FileEntry { state: FileState::Refused(explain(lang, error)), ..taken }
}
