//! The private feed: one's deadlines in one's own calendar.

use shared::deadlines::{CloseFeed, FeedState, MyFeed, NewFeed, OpenFeed};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::browser;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_remote};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, CopyField, Dialog, IconName, Notice, Severity, Shape,
    Skeleton,
};
use crate::words;

/// The card of the feed.
#[component]
pub fn Feed() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let state = use_remote(&MyFeed {});
    let made = use_state_eq(|| None::<AttrValue>);
    let asking = use_state_eq(|| false);
    let opened = {
        let (made, reload) = (made.setter(), state.reload.clone());
        Callback::from(move |feed: NewFeed| {
            made.set(Some(browser::whole(&feed.path)));
            reload.emit(());
        })
    };
    let closed = {
        let (made, asking, reload) = (made.setter(), asking.setter(), state.reload.clone());
        Callback::from(move |()| {
            made.set(None);
            asking.set(false);
            announce(words.feed_revoked);
            reload.emit(());
        })
    };
    let open = use_action::<OpenFeed>(opened);
    let close = use_action::<CloseFeed>(closed);
    let (ask, back) = (asking.setter(), asking.setter());
    let revoke = close.run.reform(|_: MouseEvent| CloseFeed {});
    let waiting = || html! { <Skeleton shape={Shape::Lines} /> };
    let content = state.draw(lang, waiting, |state| since(state, lang));
    let exists = state.value.as_ref().is_some_and(|state| state.since.is_some());
    html! {
        <Card title={words.feed}>
            <div class="stack">
                <p>{ words.feed_text }</p>
                { content }
                if let Some(error) = open.error.as_ref().or(close.error.as_ref()) {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
                if let Some(address) = &*made {
                    <Notice severity={Severity::Warning} title={words.feed_once} live={true}>
                        <CopyField label={words.feed_address} value={address.clone()} copy={words.feed_copy} copied={words.feed_copied} />
                    </Notice>
                }
                <div class="row">
                    <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} icon={IconName::Calendar} busy={open.busy}
                        onclick={open.run.reform(|_: MouseEvent| OpenFeed {})}>
                        { if exists { words.feed_again } else { words.feed_make } }
                    </Button>
                    if exists {
                        <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} icon={IconName::Trash}
                            onclick={Callback::from(move |_| ask.set(true))}>{ words.feed_revoke }</Button>
                    }
                </div>
            </div>
            <Dialog open={*asking} title={words.feed_revoke_title} onclose={Callback::from(move |()| back.set(false))}
                actions={html! { <Button kind={ButtonKind::Danger} busy={close.busy} onclick={revoke}>{ words.feed_revoke }</Button> }}>
                <p>{ words.feed_revoke_text }</p>
            </Dialog>
        </Card>
    }
}

fn since(state: &FeedState, lang: Lang) -> Html {
    let words = texts(lang);
    match state.since {
        Some(since) => {
            html! { <p class="muted">{ (words.feed_since)(&words::moment(since, lang)) }</p> }
        }
        None => html! { <p class="muted">{ words.feed_none }</p> },
    }
}
