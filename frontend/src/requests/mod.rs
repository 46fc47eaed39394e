//! Requests: asking an office, the conversation that answers, and what was asked before. The office's side is `desk`.

mod about;
mod act;
mod conversation;
mod filters;
mod form;
mod list;
mod names;
mod new;
mod text;
mod thread;
mod unfinished;
mod written;

pub use about::Ask;
pub(crate) use about::request_href;
pub(crate) use act::{Failure, NOTHING_YET};
pub(crate) use form::Unready;
pub use list::All;
pub(crate) use names::{
    choice, next, of_week, over_long, reached, state, subject, unfilled, use_topic_name,
    waits_for_call,
};
pub use new::New;
pub(crate) use new::{Finder, PositionChoice, device, problem_words};
pub(crate) use text::{Texts, texts};
pub use thread::One;
pub(crate) use unfinished::Left;

use shared::page::Cursor;
use shared::requests::{List, RequestRow};

use crate::browser;
use crate::desk::Unbegun;
use crate::remote::Paged;
use act::Unkept;
use device::{OnDevice, Unsaved};

/// Forgets whatever anybody wrote on this device: somebody signs out.
pub(crate) fn forget_device() {
    [Unsaved::KEY, Unkept::KEY, Unbegun::KEY].into_iter().for_each(browser::forget);
}

impl Paged for List {
    type Row = RequestRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}
