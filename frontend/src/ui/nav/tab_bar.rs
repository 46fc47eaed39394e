//! Tab bar: at most five destinations within reach of the thumb.

use super::item::NavItem;
use crate::i18n::use_lang;
use crate::ui::action::link::Link;
use crate::ui::icon::Icon;
use crate::ui::show::badge::Badge;
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`TabBar`].
#[derive(PartialEq, Properties)]
pub struct TabBarProps {
    /// The destinations, at most five.
    pub items: Vec<NavItem>,
}

/// The bar at the bottom of a phone.
#[component]
pub fn TabBar(props: &TabBarProps) -> Html {
    let words = texts(use_lang());
    html! {
        <nav class="tab-bar" aria-label={words.main_navigation}>
            <ul role="list">
                { for props.items.iter().map(|item| html! {
                    <li key={item.href.as_str()}>
                        <Link href={item.href.clone()} class="tab-bar-item" current={item.current}>
                            <span class="tab-bar-icon">
                                <Icon name={item.icon} />
                                <Badge count={item.badge} />
                            </span>
                            <span>{ &item.label }</span>
                        </Link>
                    </li>
                }) }
            </ul>
        </nav>
    }
}
