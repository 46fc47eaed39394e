//! Of what one is told by which channel, how much is gathered, and when nothing leaves.

use std::rc::Rc;

use shared::lang::Lang;
use shared::notifications::{
    Channel, Choice as Wish, DAY_MINUTES, Digest, Event, Prefer, Quiet, Reachable, Wishes,
};
use yew::prelude::*;

use super::text::texts;
use super::words::{channel, event};
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::session::use_viewer;
use crate::ui::{
    Button, Card, Checkbox, Choice, Notice, Select, Severity, Toast, Toggle, use_toasts,
};

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

/// The card; nothing of it holds until it is saved.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let (lang, viewer, toasts) = (use_lang(), use_viewer(), use_toasts());
    let words = texts(lang);
    let wishes = use_state_eq(|| props.known.wishes.clone());
    let saved = Callback::from(move |_: Wishes| {
        if let Some(toasts) = &toasts {
            toasts.show(Toast::new(Severity::Success, words.saved));
        }
    });
    let save = use_action::<Prefer>(saved);
    let run = {
        let Wishes { choices, digest, quiet } = (*wishes).clone();
        let prefer = Prefer { choices, digest, quiet };
        save.run.reform(move |_: MouseEvent| prefer.clone())
    };
    let events = Event::ALL.into_iter().filter(|event| told(viewer.role.is_staff(), event));
    html! {
        <Card title={words.what_title} subtitle={words.what_text}>
            <div class="stack">
                { for events.map(|event| of_event(event, &props.known.channels, &wishes, lang)) }
                { digest(&wishes, lang) }
                { quiet(&wishes, lang) }
                if let Some(error) = &save.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
                <Button busy={save.busy} onclick={run}>{ words.save }</Button>
            </div>
        </Card>
    }
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
                        error={(!quiet.is_one()).then_some(words.same_time)} />
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
