//! Side menu: every destination at a desk, a rail of icons over words on a tablet.

use super::item::{NavItem, NavSection};
use crate::i18n::use_lang;
use crate::ui::action::link::Link;
use crate::ui::icon::Icon;
use crate::ui::show::badge::Badge;
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`SideMenu`].
#[derive(PartialEq, Properties)]
pub struct SideMenuProps {
    /// The destinations by group.
    pub sections: Vec<NavSection>,
    /// Further groups that come when they are known.
    #[prop_or_default]
    pub children: Html,
}

/// The menu at the side. The style sheet folds it to a rail and takes it away on a phone.
#[component]
pub fn SideMenu(props: &SideMenuProps) -> Html {
    let words = texts(use_lang());
    html! {
        <nav class="side-menu" aria-label={words.sections_navigation}>
            { for props.sections.iter().map(section) }
            { props.children.clone() }
        </nav>
    }
}

fn section(section: &NavSection) -> Html {
    html! {
        <>
            if let Some(title) = &section.title {
                <h2 class="side-menu-title">{ title }</h2>
            }
            <ul role="list">{ for section.items.iter().map(item) }</ul>
        </>
    }
}

fn item(item: &NavItem) -> Html {
    html! {
        <li key={item.href.as_str()}>
            <Link href={item.href.clone()} class="side-menu-item" current={item.current}>
                <Icon name={item.icon} />
                <span class="side-menu-label">{ &item.label }</span>
                <Badge count={item.badge} quiet={true} />
            </Link>
        </li>
    }
}
