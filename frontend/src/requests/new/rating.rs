//! How it was to send a request, said once beside its receipt.

use shared::ids::RequestId;
use shared::requests::{Action, Kind, RateSending, Rating, Show};
use yew::prelude::*;

use crate::api::CallError;
use crate::api::pending::use_pending;
use crate::browser;
use crate::i18n::use_lang;
use crate::remote::{use_action, use_cache, use_remote};
use crate::requests::act::Failure;
use crate::requests::form::Form;
use crate::requests::text::{Texts, texts};
use crate::requests::written::Written;
use crate::ui::{Button, ButtonKind, Card};

/// Takes the focus once it was said: the button that had it is gone.
const SAID_ID: &str = "voto";

/// Props of [`Sending`].
#[derive(PartialEq, Properties)]
pub(super) struct SendingProps {
    pub request: RequestId,
}

/// The stars that are given at the end as well, and thanks.
#[component]
pub(super) fn Sending(props: &SendingProps) -> Html {
    let (lang, request) = (use_lang(), props.request);
    let words = texts(lang);
    let thread = use_remote(&Show { request });
    let written = use_state_eq(Written::default);
    let (tries, done) = (use_state_eq(|| 0_u32), use_state_eq(|| false));
    let (say, cache) = (done.setter(), use_cache());
    let rate = use_action::<RateSending>(Callback::from(move |()| {
        // The conversation says it as well.
        cache.clear();
        say.set(true);
    }));
    // Somebody else of the company said it, or another page of one's own.
    let is_late =
        matches!(&rate.error, Some(CallError::Problem(problem)) if problem.code == "not_now");
    let is_said = *done || is_late;
    use_pending(!is_said && *written != Written::default());
    use_effect_with(is_said, |is_said| {
        if *is_said {
            browser::focus(&["#", SAID_ID].concat());
        }
    });
    use_effect_with(*tries, |tries| {
        if *tries > 0 {
            browser::focus(".act-form [aria-invalid]");
        }
    });
    let Some(thread) = thread.value else { return html! {} };
    if is_said || thread.sending.is_some() {
        return html! { <p id={SAID_ID} tabindex="-1" role="status">{ words.new_text.rated }</p> };
    }
    let onclick = {
        let (tries, run) = (tries.clone(), rate.run.clone());
        let said = written.action(Kind::Rate, thread.office);
        Callback::from(move |_: MouseEvent| match said.clone() {
            Ok(Action::Rate { stars, aspect, comment }) => {
                run.emit(RateSending { request, rating: Rating { stars, aspect, comment } });
            }
            _ => tries.set(*tries + 1),
        })
    };
    let oninput = {
        let written = written.setter();
        Callback::from(move |now: Written| written.set(now))
    };
    html! {
        <Card title={words.new_text.rate}>
            <div class="stack act-form">
                <Form kind={Kind::Rate} {thread} written={(*written).clone()} tried={*tries > 0} {oninput}
                    unready={false} on_ready={Callback::noop()} done={0} />
                <Failure error={rate.error.clone()} />
                <div class="row">
                    <Button kind={ButtonKind::Secondary} busy={rate.busy} {onclick}>{ Texts::of(&words.acts, Kind::Rate) }</Button>
                </div>
            </div>
        </Card>
    }
}
