//! Breadcrumbs: the way up, at a desk.

use crate::i18n::use_lang;
use crate::ui::action::link::Link;
use crate::ui::text::texts;
use yew::prelude::*;

/// A step of the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Crumb {
    /// Its name.
    pub label: AttrValue,
    /// Where it leads; none for the page being shown.
    pub href: Option<AttrValue>,
}

/// Props of [`Breadcrumbs`].
#[derive(PartialEq, Properties)]
pub struct BreadcrumbsProps {
    /// The steps from the first page to this one.
    pub crumbs: Vec<Crumb>,
}

/// The way from the first page to this one.
#[component]
pub fn Breadcrumbs(props: &BreadcrumbsProps) -> Html {
    let words = texts(use_lang());
    let crumb = |crumb: &Crumb| match &crumb.href {
        Some(href) => html! { <li><Link href={href.clone()}>{ &crumb.label }</Link></li> },
        None => html! { <li aria-current="page">{ &crumb.label }</li> },
    };
    html! {
        <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
            <ol role="list">{ for props.crumbs.iter().map(crumb) }</ol>
        </nav>
    }
}
