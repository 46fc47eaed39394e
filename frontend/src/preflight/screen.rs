//! The screen: a file is chosen, read by the worker, and reported on.

use std::rc::Rc;

use shared::intake::MAX_FILE;
use shared::lang::Lang;
use shared::preflight::Report;
use web_sys::File;
use yew::prelude::*;

use super::checker::{Checker, Heard};
use super::report;
use super::text::texts;
use crate::api::CallError;
use crate::i18n::use_lang;
use crate::intake::{MEBIBYTE, refused};
use crate::ui::{
    Button, ButtonKind, Card, FileDrop, FileEntry, FileState, Notice, ProgressBar, Severity,
};
use crate::{events, parameters, words};

/// How far a check is.
#[derive(Clone, PartialEq)]
enum Stage {
    /// No file was chosen.
    None,
    /// It is not worth reading, and why.
    Refused(AttrValue),
    /// Being read: per cent.
    Reading(u8),
    /// What is known of its companies is asked for.
    Asking,
    /// Reported on.
    Done(Rc<Report>, Option<CallError>),
    /// It could not be checked.
    Failed,
}

/// The screen.
#[component]
pub fn Preflight() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let stage = use_state(|| Stage::None);
    let file = use_state(|| None::<File>);
    let under_way = use_mut_ref(|| None::<Checker>);
    // A worker that has nothing more to do gives its memory back.
    use_effect_with(matches!(*stage, Stage::Done(..) | Stage::Failed), {
        let under_way = under_way.clone();
        move |over| {
            if *over {
                under_way.take();
            }
        }
    });
    let onfiles = {
        let (stage, chosen, under_way) = (stage.setter(), file.setter(), under_way.clone());
        Callback::from(move |files: Vec<File>| {
            let Some(file) = files.into_iter().next() else { return };
            under_way.replace(begin(&file, &stage, lang));
            chosen.set(Some(file));
        })
    };
    let stop = {
        let (stage, chosen) = (stage.setter(), file.setter());
        Callback::from(move |()| {
            under_way.take();
            chosen.set(None);
            stage.set(Stage::None);
        })
    };
    let again = stop.reform(|_: MouseEvent| ());
    let entry = file.as_ref().map(|file| FileEntry {
        name: file.name().into(),
        size: words::bytes(file.size() as u64, lang),
        state: match &*stage {
            Stage::Refused(reason) => FileState::Refused(reason.clone()),
            Stage::Failed => FileState::Refused(AttrValue::Static(words.failed)),
            _ => FileState::Ready,
        },
    });
    let files: Vec<FileEntry> = entry.iter().cloned().collect();
    html! {
        <div class="stack">
            <Notice severity={Severity::Info} title={words.private}><p>{ words.private_text }</p></Notice>
            if let Stage::Done(found, why) = &*stage {
                <report::Report report={found.clone()} why={why.clone()} file={(*file).clone()} {again} />
            } else {
                <Card title={words.choose}>
                    <div class="stack">
                        <p>{ words.lead }</p>
                        <FileDrop label={words.file} helper={(words.hint)(MAX_FILE / MEBIBYTE)} accept=".xml" {files} {onfiles} onremove={stop.reform(|_: usize| ())} />
                        { progress(&stage, &again, lang) }
                    </div>
                </Card>
            }
        </div>
    }
}

/// Begins to check a file, unless it is not worth reading.
fn begin(file: &File, stage: &UseStateSetter<Stage>, lang: Lang) -> Option<Checker> {
    if let Some(reason) = refused(file, lang) {
        stage.set(Stage::Refused(reason));
        return None;
    }
    let set = parameters::text().unwrap_or_default();
    let begun = Checker::begin(file, events::now().day_in_rome(), &set, listening(stage.clone()));
    stage.set(if begun.is_some() { Stage::Reading(0) } else { Stage::Failed });
    begun
}

/// What is heard of a check becomes the stage.
fn listening(stage: UseStateSetter<Stage>) -> Callback<Heard> {
    Callback::from(move |heard: Heard| {
        stage.set(match heard {
            Heard::Progress(percent) => Stage::Reading(percent),
            Heard::Asking => Stage::Asking,
            Heard::Done(report, why) => Stage::Done(Rc::from(report), why),
            Heard::Failed => Stage::Failed,
        });
    })
}

/// How far it is, with a way to stop it.
fn progress(stage: &Stage, stop: &Callback<MouseEvent>, lang: Lang) -> Html {
    let words = texts(lang);
    let percent = match stage {
        Stage::Reading(percent) => u32::from(*percent),
        Stage::Asking => 100,
        _ => return html! {},
    };
    let label = if *stage == Stage::Asking { words.asking } else { words.reading };
    html! {
        <div class="stack" role="status">
            <p>{ label }</p>
            <ProgressBar {label} value={percent} max={100} />
            <div class="row"><Button kind={ButtonKind::Tertiary} onclick={stop.clone()}>{ words.stop }</Button></div>
        </div>
    }
}
