//! The heading of the page being shown, said by the screen once it knows it, and the title of the document.

use yew::prelude::*;

use crate::focus::PageFocus;
use crate::route::Route;

/// What a screen says of itself.
#[derive(Clone, Default, PartialEq)]
pub struct Words {
    /// Its heading, where the one of its address is not enough.
    pub title: Option<AttrValue>,
    /// A line beside it: the company.
    pub context: Option<AttrValue>,
}

/// What was said, and by which page. Cheap to clone.
#[derive(Clone, PartialEq)]
pub struct Heading {
    said: UseStateHandle<Option<(Route, Words)>>,
    route: Route,
    title: UseStateSetter<AttrValue>,
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

/// Props of [`HeadingProvider`].
#[derive(PartialEq, Properties)]
pub struct HeadingProviderProps {
    /// Where the person is.
    pub route: Route,
    /// Whether it is known who is there, and with it which page it is.
    pub settled: bool,
    /// Every page.
    pub children: Html,
}

/// Keeps the words of the page being shown, and moves title, focus and scroll with the pages.
#[component]
pub fn HeadingProvider(props: &HeadingProviderProps) -> Html {
    let said = use_state_eq(|| None);
    let title = use_state_eq(AttrValue::default);
    let heading = Heading { said, route: props.route, title: title.setter() };
    html! {
        <ContextProvider<Heading> context={heading}>
            { props.children.clone() }
            <PageFocus title={(*title).clone()} settled={props.settled} />
        </ContextProvider<Heading>>
    }
}

/// The heading of the page being shown.
#[hook]
pub fn use_heading_words() -> Words {
    use_context::<Heading>().map(|heading| heading.words()).unwrap_or_default()
}

/// Says the title of the document, which is the heading that is seen.
#[hook]
pub fn use_title(title: &AttrValue) {
    let heading = use_context::<Heading>();
    use_effect_with(title.clone(), move |title| {
        if let Some(heading) = heading {
            heading.title.set(title.clone());
        }
    });
}

/// Says the heading of the screen and the line beside it.
#[hook]
pub fn use_heading(title: Option<AttrValue>, context: Option<AttrValue>) {
    let heading = use_context::<Heading>();
    let route = heading.as_ref().map(|heading| heading.route);
    use_effect_with((title, context, route), move |(title, context, _)| {
        if let Some(heading) = heading {
            heading.said.set(Some((
                heading.route,
                Words { title: title.clone(), context: context.clone() },
            )));
        }
    });
}
