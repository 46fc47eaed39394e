//! A file on its way to the server, wherever it was chosen.

use shared::intake::{FileKind, Import, MAX_FILE, Submit};
use shared::lang::Lang;
use web_sys::File;
use yew::prelude::*;

use super::text::texts;
use crate::api::{CallError, Upload, UploadEvent, upload};
use crate::i18n::use_lang;
use crate::remote::{explain, use_cache};
use crate::route::Route;
use crate::router::use_navigator;
use crate::session::use_session;
use crate::ui::{FileEntry, FileState};
use crate::words;

/// Bytes that a person calls a megabyte.
pub const MEBIBYTE: u64 = 1024 * 1024;

/// A file and how far it is.
#[derive(Clone, PartialEq)]
pub struct Sending {
    /// The file, once one was taken.
    pub entry: Option<FileEntry>,
    /// Sends a file of a kind; its report is shown when it has arrived.
    pub send: Callback<(FileKind, File)>,
    /// Gives it up.
    pub stop: Callback<()>,
}

/// Sends files, one at a time. Leaving the page gives an unfinished upload up.
#[hook]
pub fn use_sending() -> Sending {
    let (lang, session, cache, navigator) =
        (use_lang(), use_session(), use_cache(), use_navigator());
    let entry = use_state(|| None::<FileEntry>);
    let under_way = use_mut_ref(|| None::<Upload>);
    let send = {
        let (entry, under_way) = (entry.setter(), under_way.clone());
        Callback::from(move |(kind, file): (FileKind, File)| {
            let taken = taken(&file, lang);
            if let Some(reason) = refused(&file, lang) {
                return entry.set(Some(FileEntry { state: FileState::Refused(reason), ..taken }));
            }
            let heard = {
                let (entry, taken, session) = (entry.clone(), taken.clone(), session.clone());
                let (cache, navigator) = (cache.clone(), navigator.clone());
                Callback::from(move |event: UploadEvent<Import>| match event {
                    UploadEvent::Progress(percent) => {
                        let state = FileState::Sending(percent);
                        entry.set(Some(FileEntry { state, ..taken.clone() }));
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
            match upload(&Submit { kind, name }, &file, &heard) {
                Ok(begun) => drop(under_way.replace(Some(begun))),
                Err(error) => entry.set(Some(failed(taken, &error, lang))),
            }
        })
    };
    let stop = {
        let entry = entry.setter();
        Callback::from(move |()| {
            under_way.take();
            entry.set(None);
        })
    };
    Sending { entry: (*entry).clone(), send, stop }
}

fn taken(file: &File, lang: Lang) -> FileEntry {
    let size = words::bytes(file.size() as u64, lang);
    FileEntry { name: file.name().into(), size, state: FileState::Ready }
}

/// What can be said of a file before a byte of it is read.
pub fn refused(file: &File, lang: Lang) -> Option<AttrValue> {
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
