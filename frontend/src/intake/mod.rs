//! Files handed in: choosing one, following it, reading its report.

mod issues;
mod list;
mod report;
mod sending;
mod submit;
mod text;

pub use issues::table as issues_table;
pub use report::Report;
pub use sending::{MEBIBYTE, Sending, refused, use_sending};
pub use submit::Intake;

use shared::intake::{FileKind, Import, ImportState, Issue, List, explain};
use shared::lang::Lang;
use shared::page::Cursor;
use yew::AttrValue;

use crate::remote::Paged;
use crate::ui::Tone;
use text::{Texts, texts};

impl Paged for List {
    type Row = Import;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// What is the matter at a place of a file, in a sentence.
pub fn describe(issue: &Issue, lang: Lang) -> AttrValue {
    explain(issue, lang).into()
}

fn kind(kind: FileKind, words: &'static Texts) -> &'static str {
    match kind {
        FileKind::Uniemens => words.uniemens,
        FileKind::F24 => words.f24,
        FileKind::Registry => words.registry,
        FileKind::Sections => words.sections,
    }
}

/// How an import stands: its colour and its word.
fn outcome(state: ImportState, lang: Lang) -> (Tone, &'static str) {
    let words = texts(lang);
    match state {
        ImportState::Running { .. } => (Tone::Blue, words.running),
        ImportState::Accepted => (Tone::Green, words.accepted),
        ImportState::Refused => (Tone::Red, words.refused),
        ImportState::Repeated => (Tone::Grey, words.repeated),
        ImportState::Interrupted => (Tone::Orange, words.interrupted),
    }
}
