//! What there is to see to, told by the server line by line.

use shared::home::{Counter, Item};
use shared::lang::Lang;
use yew::prelude::*;

use crate::ui::{Card, IconName, List, ListItem, Stat};
use crate::words;

/// A card of lines, each leading to where it comes from; none where there are none.
pub fn card(title: &'static str, items: &[Item], icon: IconName) -> Html {
    html! {
        if !items.is_empty() {
            <Card {title}>{ list(items, icon) }</Card>
        }
    }
}

/// The lines alone.
pub fn list(items: &[Item], icon: IconName) -> Html {
    let item = |item: &Item| {
        let Item { title, text, figure, href } = item.clone();
        html! { <ListItem {title} description={text} {icon} {figure} {href} /> }
    };
    html! { <List>{ for items.iter().map(item) }</List> }
}

/// How many there are of something, leading to its page.
pub fn counter(counter: &Counter, lang: Lang) -> Html {
    let Counter(count, label, href) = counter.clone();
    html! { <Stat value={words::count(u64::from(count), lang)} {label} {href} /> }
}
