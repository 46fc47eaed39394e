//! The same rows as cards, for a phone: the page scrolls, and only the cards in sight exist.

use super::bits::Bits;
use super::place::{letters, px, set};
use super::source::SourceHandle;
use super::window::window;
use crate::browser;
use crate::events::{self, Listening, Timeout};
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The height of a card with the space under it, in sixteenths of the size of the page's letters.
const CARD: f64 = 116.0;
/// Milliseconds after which a touch that stays is a long one.
const LONG_MS: i32 = 500;

/// Props of [`Cards`].
#[derive(PartialEq, Properties)]
pub struct CardsProps {
    /// What the cards are.
    pub label: AttrValue,
    /// Where they come from.
    pub source: SourceHandle,
    /// The rows shown, in order.
    pub view: Rc<[u32]>,
    /// The rows selected.
    pub selected: Rc<Bits>,
    /// Whether a touch selects instead of opening.
    pub selecting: bool,
    /// What the check mark of a card does, before its name.
    pub select: &'static str,
    /// A card is to be selected, or taken out.
    pub ontoggle: Callback<u32>,
    /// A card is to be opened.
    pub onopen: Callback<u32>,
}

/// What happens to the cards.
pub enum Msg {
    /// The page was scrolled or got another size.
    Scrolled,
    /// A finger went down on a card, by its place.
    Touched(u32),
    /// It went up or moved.
    Released,
    /// It stayed.
    Held(u32),
    /// A card was pressed.
    Pressed(MouseEvent, u32),
}

/// A struct component, drawn on each step of a scroll.
pub struct Cards {
    list: NodeRef,
    card: f64,
    window: Range<usize>,
    holding: Option<Timeout>,
    /// A long touch selected already: the press that ends it does nothing.
    held: bool,
    hearing: Vec<Listening>,
}

impl Component for Cards {
    type Message = Msg;
    type Properties = CardsProps;

    fn create(context: &Context<Self>) -> Self {
        let card = letters() / 16.0 * CARD;
        let window = window(0.0, height(), card, context.props().view.len());
        Self {
            list: NodeRef::default(),
            card,
            window,
            holding: None,
            held: false,
            hearing: Vec::new(),
        }
    }

    fn changed(&mut self, context: &Context<Self>, _: &CardsProps) -> bool {
        self.look(context);
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Scrolled => return self.look(context),
            Msg::Touched(row) => {
                let link = context.link().clone();
                self.held = false;
                self.holding = events::after(LONG_MS, move || link.send_message(Msg::Held(row)));
            }
            Msg::Released => self.holding = None,
            Msg::Held(row) => {
                self.held = true;
                context.props().ontoggle.emit(row);
            }
            Msg::Pressed(event, row) => {
                if event.ctrl_key() || event.meta_key() || event.shift_key() {
                    return false;
                }
                event.prevent_default();
                match (std::mem::take(&mut self.held), context.props().selecting) {
                    (true, _) => {}
                    (false, true) => context.props().ontoggle.emit(row),
                    (false, false) => context.props().onopen.emit(row),
                }
            }
        }
        false
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        html! {
            <ul ref={self.list.clone()} class="cards" role="list" aria-label={props.label.clone()}>
                { for self.window.clone().filter_map(|index| self.card(context, index)) }
            </ul>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        set(&self.list, "height", &px(self.card * context.props().view.len() as f64));
        set(&self.list, "padding-top", &px(self.card * self.window.start as f64));
        if first {
            let hear = |event| {
                let link = context.link().clone();
                events::on_window(event, move |_| link.send_message(Msg::Scrolled))
            };
            self.hearing = ["scroll", "resize"].into_iter().filter_map(hear).collect();
            context.link().send_message(Msg::Scrolled);
        }
    }
}

impl Cards {
    fn look(&mut self, context: &Context<Self>) -> bool {
        let top = self
            .list
            .cast::<web_sys::Element>()
            .map_or(0.0, |list| -list.get_bounding_client_rect().top());
        let next = window(top, height(), self.card, context.props().view.len());
        let moved = next != self.window;
        self.window = next;
        moved
    }

    fn card(&self, context: &Context<Self>, index: usize) -> Option<Html> {
        let (props, link) = (context.props(), context.link());
        let row = props.view.get(index).copied()?;
        let checked = props.selecting.then(|| props.selected.has(row));
        Some(html! {
            <CardItem key={index} source={props.source.clone()} {row} place={index + 1} count={props.view.len()} {checked} select={props.select}
                ontouch={link.callback(move |down| if down { Msg::Touched(row) } else { Msg::Released })}
                onpress={link.callback(move |event| Msg::Pressed(event, row))} />
        })
    }
}

fn height() -> f64 {
    browser::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(800.0)
}

#[derive(Properties)]
struct CardItemProps {
    source: SourceHandle,
    row: u32,
    place: usize,
    count: usize,
    /// Whether it is selected, where cards are selected.
    checked: Option<bool>,
    select: &'static str,
    ontouch: Callback<bool>,
    onpress: Callback<MouseEvent>,
}

impl PartialEq for CardItemProps {
    /// The callbacks of a row are always the same in what they do.
    fn eq(&self, other: &Self) -> bool {
        let of = |props: &Self| (props.row, props.place, props.count, props.checked);
        self.source == other.source && of(self) == of(other)
    }
}

struct CardItem;

impl Component for CardItem {
    type Message = ();
    type Properties = CardItemProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let touch = |down: bool| props.ontouch.reform(move |_: TouchEvent| down);
        let content = props.source.card(props.row);
        html! {
            <li class="card-slot" aria-setsize={props.count.to_string()} aria-posinset={props.place.to_string()}
                ontouchstart={touch(true)} ontouchend={touch(false)} ontouchmove={touch(false)} ontouchcancel={touch(false)}>
                if let Some(checked) = props.checked {
                    <button type="button" class="card-face" role="checkbox" aria-checked={checked.to_string()} onclick={props.onpress.clone()}
                        aria-label={[props.select, " ", &props.source.name(props.row)].concat()}>
                        <span class="grid-box"></span>
                        { content }
                    </button>
                } else {
                    <a class="card-face" href={props.source.href(props.row)} onclick={props.onpress.clone()}>{ content }</a>
                }
            </li>
        }
    }
}
