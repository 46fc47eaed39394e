//! Offline: what is shown and how old it is.

use crate::i18n::use_lang;
use crate::ui::icon::{Icon, IconName};
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`OfflineBanner`].
#[derive(PartialEq, Properties)]
pub struct OfflineBannerProps {
    /// The moment of the data shown, in words ("22/11/2026, 08:14"); none when nothing is kept.
    #[prop_or_default]
    pub since: Option<AttrValue>,
}

/// A banner over the page while there is no connection.
#[component]
pub fn OfflineBanner(props: &OfflineBannerProps) -> Html {
    let words = texts(use_lang());
    html! {
        <div class="offline" role="status">
            <Icon name={IconName::Offline} class="icon-20" />
            <p>
                <strong>{ words.offline }{ props.since.as_ref().map(|_| " · ") }</strong>
                { props.since.as_ref().map(|since| (words.data_of)(since)) }
            </p>
        </div>
    }
}
