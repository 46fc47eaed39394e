//! Button: something happens here.

use crate::ui::icon::{Icon, IconName};
use yew::prelude::*;

/// How much a button asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one next step of the screen.
    #[default]
    Primary,
    /// A step beside it, in dark grey.
    Secondary,
    /// A step beside it, outlined.
    Tertiary,
    /// A step among others, without a frame.
    Ghost,
    /// A step that takes something away.
    Danger,
}

impl ButtonKind {
    /// The class of the kind.
    pub const fn class(self) -> &'static str {
        match self {
            ButtonKind::Primary => "btn-primary",
            ButtonKind::Secondary => "btn-secondary",
            ButtonKind::Tertiary => "btn-tertiary",
            ButtonKind::Ghost => "btn-ghost",
            ButtonKind::Danger => "btn-danger",
        }
    }
}

/// How high a button is drawn; its target is never under 44 on a touch screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonSize {
    /// 46 px.
    #[default]
    Large,
    /// 38 px.
    Medium,
    /// 28 px.
    Small,
}

impl ButtonSize {
    /// The class of the size.
    pub const fn class(self) -> &'static str {
        match self {
            ButtonSize::Large => "btn-large",
            ButtonSize::Medium => "btn-medium",
            ButtonSize::Small => "btn-small",
        }
    }
}

/// What a button does to the form around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonType {
    /// Nothing.
    #[default]
    Button,
    /// Sends it.
    Submit,
}

/// Props of [`Button`].
#[derive(PartialEq, Properties)]
pub struct ButtonProps {
    /// The words on it: the act itself.
    pub children: Html,
    /// How much it asks for.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// How high it is.
    #[prop_or_default]
    pub size: ButtonSize,
    /// Whether it sends the form around it.
    #[prop_or_default]
    pub r#type: ButtonType,
    /// An icon before the words.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// The act is under way: further presses do nothing, and assistive technology is told.
    #[prop_or_default]
    pub busy: bool,
    /// Cannot be pressed. Prefer saying why when it is pressed.
    #[prop_or_default]
    pub disabled: bool,
    /// Takes the whole width.
    #[prop_or_default]
    pub wide: bool,
    /// What it is done to, where several of the same words stand on a screen: heard after them, not seen.
    #[prop_or_default]
    pub about: Option<AttrValue>,
    /// What to do. Not called while busy.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
}

/// A button. While busy it keeps its place and focus and shows that it works.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let class =
        classes!("btn", props.kind.class(), props.size.class(), props.wide.then_some("btn-wide"));
    let onclick = {
        let (busy, onclick) = (props.busy, props.onclick.clone());
        Callback::from(move |event: MouseEvent| match busy {
            true => event.prevent_default(),
            false => onclick.emit(event),
        })
    };
    let kind = match props.r#type {
        ButtonType::Button => "button",
        ButtonType::Submit => "submit",
    };
    html! {
        <button {class} type={kind} disabled={props.disabled} {onclick}
            aria-busy={props.busy.then_some("true")} aria-disabled={props.busy.then_some("true")}>
            if props.busy {
                <span class="spinner" aria-hidden="true"></span>
            } else if let Some(name) = props.icon {
                <Icon {name} />
            }
            <span>
                { props.children.clone() }
                if let Some(about) = &props.about { <span class="sr-only">{ about }</span> }
            </span>
        </button>
    }
}
