//! Handing in a file: what it may be is said before it is chosen, what became of it right after.

use shared::auth::{Resource, Role, Verb};
use shared::intake::{FileKind, MAX_FILE};
use shared::session::Viewer;
use web_sys::File;
use yew::prelude::*;

use super::list::Past;
use super::text::{Texts, texts};
use super::{MEBIBYTE, kind, use_sending};
use crate::i18n::use_lang;
use crate::preflight;
use crate::session::{can, use_viewer};
use crate::ui::{Card, FileDrop, FileEntry, Segment, SegmentedControl};

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
                if *chosen == FileKind::Uniemens {
                    <div class="row">{ preflight::way(lang) }</div>
                }
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
    let (lang, sending) = (use_lang(), use_sending());
    let words = texts(lang);
    let (send, kind_of_file) = (sending.send.clone(), props.kind);
    let onfiles = Callback::from(move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            send.emit((kind_of_file, file));
        }
    });
    let onremove = sending.stop.reform(|_: usize| ());
    let files: Vec<FileEntry> = sending.entry.into_iter().collect();
    html! {
        <FileDrop label={kind(props.kind, words)} helper={hint(props.kind, words)} accept={accepted(props.kind)}
            {files} {onfiles} {onremove} />
    }
}
