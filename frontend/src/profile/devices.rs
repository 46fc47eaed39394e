//! The devices on which one is signed in, and ending the session of another one.

use shared::lang::Lang;
use shared::session::{Device, Devices, RevokeDevice};
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_remote};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Dialog, IconName, List, ListItem, Notice, Severity,
    Shape, Skeleton, Tag, Toast, Tone, use_toasts,
};
use crate::words;

/// The list of devices.
#[component]
pub fn DeviceList() -> Html {
    let (lang, toasts) = (use_lang(), use_toasts());
    let words = texts(lang);
    let devices = use_remote(&Devices {});
    let asked = use_state(|| None::<Device>);
    let close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let done = {
        let (close, reload) = (close.clone(), devices.reload.clone());
        Callback::from(move |()| {
            close.emit(());
            reload.emit(());
            if let Some(toasts) = &toasts {
                toasts.show(Toast::new(Severity::Success, texts(lang).revoked));
            }
        })
    };
    let revoke = use_action::<RevokeDevice>(done);
    let ask = {
        let asked = asked.setter();
        Callback::from(move |device: Device| asked.set(Some(device)))
    };
    let list = devices.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={3} /> },
        |devices| html! { <List>{ for devices.iter().map(|device| item(device, &ask, lang)) }</List> },
    );
    let question = (*asked).clone();
    let label = question.as_ref().map(|device| device.label.clone()).unwrap_or_default();
    let run = revoke.run.clone();
    let confirm = Callback::from(move |_: MouseEvent| {
        if let Some(device) = &question {
            run.emit(RevokeDevice { device: device.id });
        }
    });
    let actions = html! {
        <>
            <Button kind={ButtonKind::Danger} busy={revoke.busy} onclick={confirm}>{ words.revoke }</Button>
            <Button kind={ButtonKind::Tertiary} onclick={close.reform(|_: MouseEvent| ())}>{ words.cancel }</Button>
        </>
    };
    html! {
        <>
            <Card title={words.devices}>{ list }</Card>
            <Dialog open={asked.is_some()} title={words.revoke_title} onclose={close} {actions}>
                <p>{ (words.revoke_text)(&label) }</p>
                if let Some(error) = &revoke.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
            </Dialog>
        </>
    }
}

fn item(device: &Device, ask: &Callback<Device>, lang: Lang) -> Html {
    let words = texts(lang);
    let description = (words.device_lines)(
        &words::moment(device.since, lang),
        &words::moment(device.last_seen, lang),
    );
    let trailing = match device.current {
        true => html! { <Tag label={words.this_device} tone={Tone::Blue} /> },
        false => {
            let asked = device.clone();
            let onclick = ask.reform(move |_: MouseEvent| asked.clone());
            html! {
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick}>
                    <span class="sr-only">{ (words.revoke_named)(&device.label) }</span>
                    <span aria-hidden="true">{ words.revoke }</span>
                </Button>
            }
        }
    };
    html! { <ListItem title={device.label.clone()} {description} icon={IconName::Device} {trailing} /> }
}
