//! What was being written when the request was closed: it is not lost, and says where it is.

use shared::requests::{Kind, State, Thread, is_blank};
use yew::prelude::*;

use super::Doing;
use crate::requests::text::Texts;
use crate::requests::written::{Word, word_of};
use crate::ui::{Notice, Severity};

/// Shows what was being written when the request was closed: as the reason to reopen it, if it may be.
#[hook]
pub(super) fn use_over(doing: &Doing, thread: &Thread) {
    let is_over = matches!(thread.state, State::Closed(_)) && !is_blank(&doing.written.text);
    let (asking, over) = (doing.asking.clone(), doing.over.setter());
    let allowed = thread.allowed.clone();
    use_effect_with(is_over, move |is_over| {
        let is_open = asking.is_some_and(|kind| allowed.contains(&kind));
        over.set(*is_over && !is_open);
        if *is_over && !is_open {
            asking.set(allowed.contains(&Kind::Reopen).then_some(Kind::Reopen));
        }
    });
}

/// That the request was closed before what was written was sent, and the words where no form has them.
pub(super) fn over(doing: &Doing, open: Option<Kind>, words: &'static Texts) -> Html {
    let is_in_form = open.is_some_and(|kind| word_of(kind) == Word::Text);
    html! {
        if *doing.over {
            <Notice severity={Severity::Info} live={true}>
                <p>{ words.closed_meanwhile }</p>
                if !is_in_form { <p class="prose">{ doing.written.text.clone() }</p> }
            </Notice>
        }
    }
}
