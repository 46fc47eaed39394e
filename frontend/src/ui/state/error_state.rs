//! Error: what happened, what is safe, how to go on, which code to quote.

use crate::i18n::use_lang;
use crate::ui::action::button::{Button, ButtonKind, ButtonSize};
use crate::ui::icon::{Icon, IconName};
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`ErrorState`].
#[derive(PartialEq, Properties)]
pub struct ErrorStateProps {
    /// What happened, in words of the person.
    pub title: AttrValue,
    /// What is safe ("Nulla di ciò che hai scritto è andato perso"); a general sentence without.
    #[prop_or_default]
    pub safe: Option<AttrValue>,
    /// The code to quote to the help desk.
    #[prop_or_default]
    pub code: Option<AttrValue>,
    /// Tries again.
    #[prop_or_default]
    pub onretry: Option<Callback<MouseEvent>>,
    /// The try is under way.
    #[prop_or_default]
    pub busy: bool,
}

/// What is shown where something went wrong.
#[component]
pub fn ErrorState(props: &ErrorStateProps) -> Html {
    let words = texts(use_lang());
    html! {
        <div class="state state-error" role="alert">
            <Icon name={IconName::AlertCircle} class="icon-32" />
            <p class="state-title">{ &props.title }</p>
            <p class="muted">{ props.safe.clone().unwrap_or(AttrValue::Static(words.nothing_lost)) }</p>
            if let Some(onclick) = props.onretry.clone() {
                <div class="state-actions">
                    <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} icon={IconName::Refresh} busy={props.busy} {onclick}>
                        { words.retry }
                    </Button>
                </div>
            }
            if let Some(code) = &props.code {
                <p class="state-code">{ words.error_code }{ " " }<code class="mono">{ code }</code></p>
            }
        </div>
    }
}
