//! The heading of the page being shown, said by the screen once it knows it.

use yew::prelude::*;

use crate::route::Route;

/// What a screen says of itself.
#[derive(Clone, Default, PartialEq)]
pub struct Words {
    /// Its heading, where the one of its address is not enough.
    pub title: Option<AttrValue>,
    /// A line beside it: the company.
    pub context: Option<AttrValue>,
}

/// What was said, and by which page.
#[derive(Clone, PartialEq)]
pub struct Heading {
    said: UseStateHandle<Option<(Route, Words)>>,
    route: Route,
}

impl Heading {
    /// The words of the page being shown; none of an earlier one's.
    pub fn words(&self) -> Words {
        match &*self.said {
            Some((route, words)) if *route == self.route => words.clone(),
            _ => Words::default(),
        }
    }
}

/// Where the words of the page `route` are kept.
#[hook]
pub fn use_heading_of(route: Route) -> Heading {
    let said = use_state_eq(|| None);
    Heading { said, route }
}

/// Says the heading of the screen and the line beside it.
#[hook]
pub fn use_heading(title: Option<AttrValue>, context: Option<AttrValue>) {
    let heading = use_context::<Heading>();
    use_effect_with(
        (title, context, heading.as_ref().map(|heading| heading.route)),
        move |(title, context, _)| {
            if let Some(heading) = heading {
                heading.said.set(Some((
                    heading.route,
                    Words { title: title.clone(), context: context.clone() },
                )));
            }
        },
    );
}
