//! The five states drawn: skeleton, empty, error with retry and code, offline with age, full.

use std::rc::Rc;

use shared::calendar::Instant;
use shared::lang::Lang;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::text::texts;
use super::{Pages, Remote};
use crate::api::CallError;
use crate::ui::{ErrorState, OfflineBanner, Pager};
use crate::words;

impl<T> Remote<T> {
    /// Draws the state it is in: `waiting` while nothing is known, `full` as soon as something is, with a word about its age where
    /// it could not be made fresh.
    pub fn draw(
        &self,
        lang: Lang,
        waiting: impl FnOnce() -> Html,
        full: impl FnOnce(&Rc<T>) -> Html,
    ) -> Html {
        let word = match (&self.error, &self.value) {
            (None, None) => return apart(waiting()),
            (None, Some(_)) => Html::default(),
            (Some(CallError::Offline), Some(_)) => aged(lang, self.at),
            (Some(error), _) => failure(lang, error, &self.reload, self.refreshing),
        };
        under(word, self.value.as_ref().map(full))
    }
}

/// Keyed, so that no element of what follows is made of one of it: that would count, and be drawn, as if it jumped to its place.
fn apart(mut waiting: Html) -> Html {
    if let VNode::VTag(tag) = &mut waiting {
        Rc::make_mut(tag).key = Some("waiting".into());
    }
    waiting
}

/// What is known, under the word about it.
fn under(word: Html, known: Option<Html>) -> Html {
    html! { <>{ word }{ known }</> }
}

fn aged(lang: Lang, at: Instant) -> Html {
    html! { <OfflineBanner since={words::moment(at, lang)} /> }
}

impl<R> Pages<R> {
    /// The foot of the list: how many are shown, the next ones, and why they did not come.
    pub fn foot(&self, lang: Lang) -> Html {
        let pager = html! {
            <Pager shown={self.rows.len() as u64} total={self.total} onmore={self.more.clone()} busy={self.busy} />
        };
        match &self.error {
            None if self.more.is_none() => html! {},
            None => pager,
            Some(error) => {
                html! { <><p class="field-error" role="alert">{ explain(lang, error) }</p>{ pager }</> }
            }
        }
    }
}

fn failure(lang: Lang, error: &CallError, reload: &Callback<()>, busy: bool) -> Html {
    // What does not exist will not exist the next time either.
    let onretry = (!error.is_not_found()).then(|| reload.reform(|_: MouseEvent| ()));
    html! { <ErrorState title={explain(lang, error)} code={error_code(error)} {onretry} {busy} /> }
}

/// What happened and what to do, in a sentence or two.
pub fn explain(lang: Lang, error: &CallError) -> AttrValue {
    let words = texts(lang);
    let fixed = match error {
        CallError::Offline => words.offline,
        CallError::Unreadable(_) => words.unreadable,
        CallError::Problem(problem) => match (problem.code.as_str(), problem.value) {
            ("too_many", Some(seconds)) => return (words.too_many)(seconds).into(),
            ("too_large", Some(bytes)) => return (words.too_large)(bytes / (1024 * 1024)).into(),
            ("forbidden" | "cross_site", _) => words.forbidden,
            ("not_found", _) => words.not_found,
            ("conflict", _) => words.conflict,
            ("invalid", _) => words.invalid,
            ("busy" | "too_slow", _) => words.busy,
            ("full", _) => words.full,
            ("not_signed_in", _) => words.signed_out,
            _ => words.internal,
        },
    };
    AttrValue::Static(fixed)
}

/// What to quote when asking for help.
pub fn error_code(error: &CallError) -> Option<AttrValue> {
    match error {
        CallError::Problem(problem) => Some(problem.reference.clone().into()),
        CallError::Unreadable(status) => Some(status.to_string().into()),
        CallError::Offline => None,
    }
}
