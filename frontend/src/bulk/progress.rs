//! What became of it: as it is sent, and afterwards.

use std::rc::Rc;

use shared::bulk::{Export, Shown, Stage};
use shared::endpoint::url;
use shared::export::Format;
use yew::prelude::*;

use super::rows::Rows;
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::route::Route;
use crate::ui::{Card, Link, Notice, ProgressBar, Severity};

/// Milliseconds from one look to the next, while it is being sent.
const LOOK_MS: i32 = 1_000;

/// Props of [`Progress`].
#[derive(PartialEq, Properties)]
pub(super) struct ProgressProps {
    pub shown: Rc<Shown>,
    pub reload: Callback<()>,
}

/// The page of one that was sent.
#[component]
pub(super) fn Progress(props: &ProgressProps) -> Html {
    let lang = use_lang();
    let (words, shown) = (texts(lang), &props.shown);
    let sending = shown.stage == Stage::Sending;
    let round = use_state_eq(|| 0_u32);
    use_effect_with((*round, sending), {
        let (reload, round) = (props.reload.clone(), round.setter());
        move |(now, sending): &(u32, bool)| {
            let next = now.wrapping_add(1);
            let timer = sending.then(|| {
                events::after(LOOK_MS, move || {
                    reload.emit(());
                    round.set(next);
                })
            });
            move || drop(timer)
        }
    });
    let sent = shown.rows.iter().filter(|row| row.sent.is_some()).count();
    let left = shown.rows.iter().filter(|row| row.obstacle.is_some()).count();
    let (total, done) = (shown.rows.len() as u32, (sent + left) as u32);
    let file = Export { bulk: shown.bulk, format: Format::Xlsx, lang: Some(lang) };
    let href = url(&file).unwrap_or_default();
    html! {
        <div class="stack">
            if sending {
                <Card title={words.sending}>
                    <div class="stack">
                        <ProgressBar label={(words.progress)(done.into(), total.into())} value={done} max={total} />
                        <p>{ words.sending_text }</p>
                    </div>
                </Card>
            } else {
                <Notice severity={Severity::Success} title={words.done} live={true}>
                    <p>{ (words.over)(sent as u64, left as u64) }</p>
                </Notice>
            }
            <Card title={shown.content.subject.clone()}>
                <Rows rows={shown.rows.clone()} sent={true} onremove={None::<Callback<u32>>} />
            </Card>
            if !sending {
                <p class="row">
                    <a class="link" {href} download="">{ words.export }</a>
                    <Link href={Route::Requests.href()}>{ words.to_requests }</Link>
                    <Link href={Route::Tool { tool: super::SLUG }.href()}>{ words.another }</Link>
                </p>
            }
        </div>
    }
}
