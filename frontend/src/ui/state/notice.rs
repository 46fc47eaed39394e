//! Notice: something to know, inside the page.

use crate::i18n::use_lang;
use crate::ui::action::icon_button::IconButton;
use crate::ui::icon::{Icon, IconName};
use crate::ui::text::texts;
use crate::ui::tone::Severity;
use yew::prelude::*;

/// Props of [`Notice`].
#[derive(PartialEq, Properties)]
pub struct NoticeProps {
    /// What it is about.
    #[prop_or_default]
    pub severity: Severity,
    /// Its first line, in bold.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// The rest, with a link to the next step.
    #[prop_or_default]
    pub children: Html,
    /// Announced when it appears: only for notices that come after a person's act.
    #[prop_or_default]
    pub live: bool,
    /// Closes it; without it the notice stays.
    #[prop_or_default]
    pub onclose: Option<Callback<MouseEvent>>,
}

/// A notice with the colour and the icon of its severity.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let words = texts(use_lang());
    let role =
        props.live.then_some(if props.severity == Severity::Error { "alert" } else { "status" });
    html! {
        <div class={classes!("notice", props.severity.tone().class())} {role}>
            <Icon name={props.severity.icon()} />
            <div class="notice-words">
                if let Some(title) = &props.title {
                    <p class="notice-title"><span class="sr-only">{ words.severity(props.severity) }{ ": " }</span>{ title }</p>
                }
                { props.children.clone() }
            </div>
            if let Some(onclick) = props.onclose.clone() {
                <IconButton icon={IconName::Close} label={words.close} {onclick} />
            }
        </div>
    }
}
