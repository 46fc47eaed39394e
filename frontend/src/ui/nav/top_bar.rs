//! App navigation: the bar on top. On a phone it says where one is; at a desk it says whose house this is.

use crate::i18n::use_lang;
use crate::ui::action::icon_button::IconButton;
use crate::ui::action::link::Link;
use crate::ui::icon::{Icon, IconName};
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`TopBar`].
#[derive(PartialEq, Properties)]
pub struct TopBarProps {
    /// The title of the page: the heading of the page on a phone, where [`super::page_header::PageHeader`] hides its own.
    pub title: AttrValue,
    /// A line under the title on a phone (a protocol number), the working context at a desk ("Studio · 312 clienti").
    #[prop_or_default]
    pub context: Option<AttrValue>,
    /// The page one step up: draws a back arrow on a phone.
    #[prop_or_default]
    pub back: Option<AttrValue>,
    /// The first page, behind the brand. `/` without.
    #[prop_or(AttrValue::Static("/"))]
    pub home: AttrValue,
    /// Opens the search: an icon on a phone, a wide field-like button at a desk.
    #[prop_or_default]
    pub onsearch: Option<Callback<MouseEvent>>,
    /// Icon buttons, the avatar last.
    #[prop_or_default]
    pub children: Html,
}

/// The bar on top of every page, inside the header of [`super::frame::AppFrame`].
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let words = texts(use_lang());
    html! {
        <div class="top-bar">
            if let Some(href) = props.back.clone() {
                <Link {href} class="icon-btn top-back" label={words.back}><Icon name={IconName::ArrowLeft} /></Link>
            }
            <Link href={props.home.clone()} class="top-brand">{ words.product }</Link>
            <div class="top-title">
                <h1>{ &props.title }</h1>
                if let Some(context) = &props.context {
                    <p>{ context }</p>
                }
            </div>
            if let Some(onclick) = props.onsearch.clone() {
                <IconButton icon={IconName::Search} label={words.search} onclick={onclick.clone()} class="top-search-icon" />
                <button type="button" class="top-search" {onclick}>
                    <Icon name={IconName::Search} class="icon-20" />
                    <span>{ words.search_hint }</span>
                    <kbd aria-hidden="true">{ "Ctrl K" }</kbd>
                </button>
            }
            <div class="top-tools">{ props.children.clone() }</div>
        </div>
    }
}
