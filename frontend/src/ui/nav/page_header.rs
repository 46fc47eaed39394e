//! The head of a page at a desk and on a tablet: heading, a line under it, the actions of the whole page.

use yew::prelude::*;

/// Props of [`PageHeader`].
#[derive(PartialEq, Properties)]
pub struct PageHeaderProps {
    /// The heading. On a phone the top bar carries it, and this one is not there for anybody.
    pub title: AttrValue,
    /// A line beside the heading.
    #[prop_or_default]
    pub subtitle: Option<AttrValue>,
    /// The actions of the whole page.
    #[prop_or_default]
    pub children: Html,
}

/// The head of a page.
#[component]
pub fn PageHeader(props: &PageHeaderProps) -> Html {
    html! {
        <div class="page-header">
            <h1>{ &props.title }</h1>
            if let Some(subtitle) = &props.subtitle {
                <p class="muted">{ subtitle }</p>
            }
            <div class="page-actions">{ props.children.clone() }</div>
        </div>
    }
}
