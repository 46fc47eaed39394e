//! Notices and the states every screen can be in.

use super::sample::{ACTS, CODE, MOMENT, SENTENCE};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, EmptyState, ErrorState, Link, Notice, OfflineBanner,
    Severity, Shape, Skeleton, Toast, use_toasts,
};
use yew::prelude::*;

const SEVERITIES: [Severity; 4] =
    [Severity::Info, Severity::Success, Severity::Warning, Severity::Error];

/// What is said about the state of things.
#[component]
pub fn States() -> Html {
    let toasts = use_toasts();
    let show = |severity: Severity| {
        let toasts = toasts.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(toasts) = &toasts {
                toasts.show(Toast::new(severity, SENTENCE).with_action(ACTS[3], Callback::noop()));
            }
        })
    };
    html! {
        <div class="stack">
            <OfflineBanner since={MOMENT} />
            <div class="columns">
                { for SEVERITIES.into_iter().map(|severity| html! {
                    <Notice {severity} title="Nota di rettifica 02/2026" onclose={Callback::noop()}>
                        <p>{ SENTENCE }{ " " }<Link href="/_ui">{ ACTS[3] }</Link></p>
                    </Notice>
                }) }
                <Card><EmptyState title="Nessun versamento in questo periodo" text="Prova un periodo più lungo.">
                    <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium}>{ "Ultimi 12 mesi" }</Button>
                </EmptyState></Card>
                <Card><ErrorState title="Non riusciamo a leggere i versamenti" code={CODE} onretry={Callback::noop()} /></Card>
                <Skeleton shape={Shape::Card} />
                <Skeleton shape={Shape::Chart} />
                <Skeleton shape={Shape::Table} count={5} />
                <Card><Skeleton count={4} /></Card>
            </div>
            <div class="row">
                { for SEVERITIES.into_iter().zip(ACTS).map(|(severity, act)| html! {
                    <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} onclick={show(severity)}>{ act }</Button>
                }) }
            </div>
        </div>
    }
}
