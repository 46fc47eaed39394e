//! Buttons, links, chips, choices, icons.

use super::sample::{ACTS, WORDS};
use crate::ui::{
    Avatar, Button, ButtonKind, ButtonSize, Card, Chip, Icon, IconButton, IconName, Link,
    LinkButton, Segment, SegmentedControl,
};
use yew::prelude::*;

const KINDS: [ButtonKind; 5] = [
    ButtonKind::Primary,
    ButtonKind::Secondary,
    ButtonKind::Tertiary,
    ButtonKind::Ghost,
    ButtonKind::Danger,
];

/// What a person presses.
#[component]
pub fn Actions() -> Html {
    let chosen = use_state_eq(|| true);
    let view = use_state_eq(|| AttrValue::Static(WORDS[0]));
    let toggle = {
        let chosen = chosen.clone();
        Callback::from(move |_| chosen.set(!*chosen))
    };
    let onchange = {
        let view = view.clone();
        Callback::from(move |value| view.set(value))
    };
    let [all, open, changed, filters, regular, every] = WORDS;
    let nothing = Callback::noop();
    html! {
        <Card>
            <div class="stack">
                { for [ButtonSize::Large, ButtonSize::Medium, ButtonSize::Small].into_iter().map(buttons) }
                <div class="row">
                    <Button busy={true}>{ ACTS[0] }</Button>
                    <Button disabled={true}>{ ACTS[0] }</Button>
                    <Button icon={IconName::Download} kind={ButtonKind::Tertiary}>{ ACTS[2] }</Button>
                    <LinkButton href="/_ui" icon={IconName::Plus}>{ ACTS[0] }</LinkButton>
                    <Link href="/_ui">{ every }</Link>
                    <IconButton icon={IconName::Filter} label={filters} onclick={nothing} />
                    <Avatar name="Maria Rossi" />
                </div>
                <div class="chips">
                    <Chip label={all} count={312} selected={*chosen} onclick={toggle.clone()} />
                    <Chip label={open} count={47} selected={!*chosen} onclick={toggle} />
                    <Chip label={changed} onremove={Callback::noop()} />
                    <Chip label={regular} icon={IconName::Check} />
                </div>
                <SegmentedControl legend={filters} value={(*view).clone()} {onchange}
                    segments={vec![Segment::new(all, all), Segment::new(open, open).with_icon(IconName::Flag), Segment::new(changed, changed)]} />
                <div class="row">{ for IconName::ALL.iter().map(|name| html! { <Icon name={*name} /> }) }</div>
            </div>
        </Card>
    }
}

fn buttons(size: ButtonSize) -> Html {
    html! {
        <div class="row">{ for KINDS.into_iter().zip(ACTS).map(|(kind, act)| html! { <Button {kind} {size}>{ act }</Button> }) }</div>
    }
}
