//! Footer: the pages every public service owes its users.

use crate::i18n::use_lang;
use crate::ui::action::link::Link;
use crate::ui::text::texts;
use yew::prelude::*;

/// A page of the footer.
#[derive(Clone, Debug, PartialEq)]
pub struct FooterLink {
    /// Where to.
    pub href: AttrValue,
    /// The words.
    pub label: AttrValue,
}

/// Props of [`Footer`].
#[derive(PartialEq, Properties)]
pub struct FooterProps {
    /// Privacy, legal notes, accessibility statement, help…
    pub links: Vec<FooterLink>,
    /// Language, theme, version.
    #[prop_or_default]
    pub children: Html,
}

/// The foot of the page.
#[component]
pub fn Footer(props: &FooterProps) -> Html {
    let words = texts(use_lang());
    html! {
        <footer class="footer">
            <nav aria-label={words.footer_navigation}>
                <ul role="list">
                    { for props.links.iter().map(|link| html! {
                        <li key={link.href.as_str()}><Link href={link.href.clone()}>{ &link.label }</Link></li>
                    }) }
                </ul>
            </nav>
            <div class="footer-tools">{ props.children.clone() }</div>
        </footer>
    }
}
