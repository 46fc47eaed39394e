//! Of what one is told by which channel, how much is gathered, and when nothing leaves.

use std::rc::Rc;

use shared::lang::Lang;
use shared::notifications::{
    Channel, Choice as Wish, DAY_MINUTES, Digest, Event, Prefer, Quiet, Reachable, Wishes,
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::text::texts;
use super::words::{channel, event};
use crate::api::pending::{use_leaving, use_pending};
use crate::api::{self, CallError};
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_cache, use_pauses};
use crate::session::use_viewer;
use crate::ui::{Card, Checkbox, Choice, Notice, Select, Severity, Toast, Toggle, use_toasts};

/// The quiet hours that are offered first: from nine in the evening to seven.
const NIGHT: Quiet = Quiet { from: 21 * 60, to: 7 * 60 };
/// Minutes between the times that are offered.
const STEP: u16 = 30;

const DIGESTS: [(Digest, &str); 3] =
    [(Digest::Immediate, "0"), (Digest::Hourly, "1"), (Digest::Daily, "2")];

/// What the office is told of, and what those are who stand on the other side.
fn told(staff: bool, event: &Event) -> bool {
    match event {
        Event::RequestRouted | Event::RequestCall | Event::RequestReminder | Event::RequestLate => {
            staff
        }
        Event::RequestMessage
        | Event::RequestTransferred
        | Event::RequestClosed
        | Event::RequestReopened
        | Event::RequestEscalated => true,
        _ => !staff,
    }
}

/// Props of [`Form`].
#[derive(PartialEq, Properties)]
pub struct FormProps {
    /// What is known.
    pub known: Rc<Reachable>,
}

/// The card; what is changed is saved at every pause, and when somebody leaves.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let wishes = use_state_eq(|| props.known.wishes.clone());
    let saving = use_saving(&props.known.wishes, &wishes, lang);
    let events = Event::ALL.into_iter().filter(|event| told(viewer.role.is_staff(), event));
    html! {
        <Card title={words.what_title} subtitle={words.what_text}>
            <div class="stack">
                { for events.map(|event| of_event(event, &props.known.channels, &wishes, lang)) }
                { digest(&wishes, lang) }
                { quiet(&wishes, lang) }
                if let Some(error) = &saving.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
                <p class="small muted" role="status">{ saving.said }</p>
            </div>
        </Card>
    }
}

/// How it stands with what is wished.
struct Saving {
    /// Whether it is saved; nothing before anything was changed.
    said: &'static str,
    /// Why it is not.
    error: Option<CallError>,
}

/// Saves what is wished at every pause, and what was not yet as soon as somebody leaves. Hours that are none stay in the page.
#[hook]
fn use_saving(begun: &Wishes, wishes: &Wishes, lang: Lang) -> Saving {
    let (words, cache, toasts) = (texts(lang), use_cache(), use_toasts());
    // What the server says later on changes nothing of what is written here.
    let (kept, is_saved) = (use_state(|| begun.clone()), use_state_eq(|| false));
    let save = use_action::<Prefer>({
        let (kept, is_saved, cache) = (kept.setter(), is_saved.setter(), cache.clone());
        Callback::from(move |saved: Wishes| {
            // Whoever comes back finds what was saved.
            cache.clear();
            kept.set(saved);
            is_saved.set(true);
        })
    });
    let quiet = if is_wrong(wishes.quiet) { kept.quiet } else { wishes.quiet };
    let wished = Wishes { quiet, ..wishes.clone() };
    let (due, is_whole) = (!wished.is_same(&kept), wishes.is_same(&kept));
    use_pending(due);
    use_leaving(!is_whole);
    use_pauses(&save, wished.clone(), due, prefer);
    let last = use_mut_ref(|| None::<Wishes>);
    last.replace(due.then_some(wished));
    use_effect_with((), move |()| {
        move || {
            let Some(wished) = last.take() else { return };
            spawn_local(async move {
                let done = api::call(&prefer(wished)).await;
                cache.clear();
                if let (Err(error), Some(toasts)) = (done, toasts) {
                    toasts.show(Toast::new(Severity::Error, explain(lang, &error)));
                }
            });
        }
    });
    let said = match (is_whole, *is_saved) {
        (false, _) => words.unsaved,
        (true, true) => words.saved,
        (true, false) => "",
    };
    Saving { said, error: save.error }
}

fn prefer(Wishes { choices, digest, quiet }: Wishes) -> Prefer {
    Prefer { choices, digest, quiet }
}

/// Whether hours begin when they end.
fn is_wrong(quiet: Option<Quiet>) -> bool {
    quiet.is_some_and(|quiet| !quiet.is_one())
}

/// A box for each channel.
fn of_event(
    about: Event,
    channels: &[Channel],
    wishes: &UseStateHandle<Wishes>,
    lang: Lang,
) -> Html {
    let one = |by: &Channel| {
        let (by, state) = (*by, wishes.clone());
        let onchange = Callback::from(move |on: bool| {
            let mut next = (*state).clone();
            next.choices.retain(|wish| (wish.event, wish.channel) != (about, by));
            next.choices.push(Wish { event: about, channel: by, on });
            state.set(next);
        });
        html! { <Checkbox label={channel(by, lang)} checked={wishes.wants(about, by)} {onchange} /> }
    };
    html! {
        <fieldset>
            <legend>{ event(about, lang) }</legend>
            <div class="row">{ for channels.iter().map(one) }</div>
        </fieldset>
    }
}

fn digest(wishes: &UseStateHandle<Wishes>, lang: Lang) -> Html {
    let words = texts(lang);
    let labels = words.digests.into_iter();
    let choices = DIGESTS.iter().zip(labels).map(|((_, value), label)| Choice {
        value: AttrValue::Static(value),
        label: AttrValue::Static(label),
    });
    let value = DIGESTS.iter().find(|(digest, _)| *digest == wishes.digest);
    let onchange = {
        let state = wishes.clone();
        Callback::from(move |value: AttrValue| {
            if let Some((digest, _)) = DIGESTS.iter().find(|(_, name)| *name == value.as_str()) {
                state.set(Wishes { digest: *digest, ..(*state).clone() });
            }
        })
    };
    html! {
        <Select label={words.digest} helper={words.digest_help} choices={choices.collect::<Vec<_>>()}
            value={value.map_or("", |(_, value)| *value)} {onchange} />
    }
}

fn quiet(wishes: &UseStateHandle<Wishes>, lang: Lang) -> Html {
    let words = texts(lang);
    let set = |change: fn(Quiet, u16) -> Quiet| {
        let state = wishes.clone();
        Callback::from(move |value: AttrValue| {
            if let (Some(quiet), Ok(minute)) = (state.quiet, value.parse()) {
                state.set(Wishes { quiet: Some(change(quiet, minute)), ..(*state).clone() });
            }
        })
    };
    let switch = {
        let state = wishes.clone();
        Callback::from(move |on: bool| {
            state.set(Wishes { quiet: on.then_some(NIGHT), ..(*state).clone() });
        })
    };
    html! {
        <>
            <Toggle label={words.quiet} helper={words.quiet_help} checked={wishes.quiet.is_some()} onchange={switch} />
            if let Some(quiet) = wishes.quiet {
                <div class="range">
                    <Select label={words.from} choices={times(quiet.from)} value={quiet.from.to_string()}
                        onchange={set(|quiet, from| Quiet { from, ..quiet })} />
                    <Select label={words.to} choices={times(quiet.to)} value={quiet.to.to_string()}
                        onchange={set(|quiet, to| Quiet { to, ..quiet })}
                        error={is_wrong(Some(quiet)).then_some(words.same_time)} />
                </div>
            }
        </>
    }
}

/// Every half hour, and the one that was chosen elsewhere.
fn times(chosen: u16) -> Vec<Choice> {
    let mut minutes: Vec<u16> = (0..DAY_MINUTES / STEP).map(|step| step * STEP).collect();
    minutes.push(chosen);
    minutes.sort_unstable();
    minutes.dedup();
    let two = |number: u16| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let time = |minute: u16| Choice {
        value: minute.to_string().into(),
        label: [&two(minute / 60), ":", &two(minute % 60)].concat().into(),
    };
    minutes.into_iter().map(time).collect()
}
