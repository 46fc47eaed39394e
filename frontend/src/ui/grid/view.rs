//! The grid itself: one stop of the Tab key, a cell that the arrows move, rows that come and go with the scroll.
//!
//! The focus stays on the grid and `aria-activedescendant` names the cell, so that no row takes the focus with it when it goes.

use super::bits::Bits;
use super::head::{Chosen, GridHead, foot};
use super::keys::{Act, At, Extent, Held, act};
use super::order::SortBy;
use super::place::{Place, Size, fitting};
use super::row::{GridRow, cell_id};
use super::source::{Column, SourceHandle};
use super::window::{beginning, reveal, window};
use crate::browser;
use crate::events::{self, Listening, Timeout};
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The class of the link that opens a row.
const ROW_LINK: &str = "row-link";
/// Sixteenths of a letter by which a key widens a column.
const WIDER: i32 = 16;

/// Props of [`Grid`].
#[derive(PartialEq, Properties)]
pub struct GridProps {
    /// An id no other element has; under it the place is remembered while other pages are shown.
    pub id: &'static str,
    /// What the rows are.
    pub label: AttrValue,
    /// Where the cells come from.
    pub source: SourceHandle,
    /// The columns shown, the first one and those that stay always in sight.
    pub columns: Rc<[Column]>,
    /// The rows shown, in order.
    pub view: Rc<[u32]>,
    /// The rows selected: a part of the view.
    pub selected: Rc<Bits>,
    /// What the rows are sorted by.
    pub sorting: Rc<[SortBy]>,
    /// What stands under the columns; nothing without.
    pub totals: Rc<[AttrValue]>,
    /// Rows of 32 instead of 44.
    pub compact: bool,
    /// What the check mark of a row does, before its name.
    pub select: &'static str,
    /// What the check mark of the heading does.
    pub select_all: &'static str,
    /// A heading was pressed: the column, and whether the others stay.
    pub onsort: Callback<(usize, bool)>,
    /// The selection became another.
    pub onselect: Callback<Bits>,
    /// A row is to be opened.
    pub onopen: Callback<u32>,
    /// Another row has the focus.
    pub onactive: Callback<u32>,
    /// A column got another width.
    pub onwiden: Callback<(usize, u16)>,
}

/// What happens to the grid.
pub enum Msg {
    /// It was scrolled.
    Scrolled,
    /// The window got another size.
    Resized,
    /// A key was pressed in it.
    Key(KeyboardEvent),
    /// It was pressed with the pointer.
    Click(MouseEvent),
    /// The pointer went down on it, perhaps on the edge of a column.
    Grab(MouseEvent),
    /// The pointer went so far with the edge of a column.
    Drag(i32),
    /// The pointer let go.
    Drop,
    /// The edge of a column was pressed twice.
    Stretch(MouseEvent),
}

/// The edge of a column that the pointer holds.
struct Grip {
    column: usize,
    from: i32,
    width: u16,
    now: u16,
    _hearing: [Option<Listening>; 2],
}

/// A struct component: it draws on each step of a scroll, and its rows only when they change.
pub struct Grid {
    place: Place,
    at: At,
    /// Where a range of selected rows began.
    anchor: Option<usize>,
    size: Size,
    /// How far it is scrolled, as it was last read: reading it lays the page out.
    top: f64,
    window: Range<usize>,
    /// The columns in sight, as long as only what is in sight is drawn.
    first: Option<Rc<[Column]>>,
    held: Option<Grip>,
    hearing: Vec<Listening>,
    /// Measuring, once the first rows are seen.
    settling: Option<Timeout>,
}

impl Component for Grid {
    type Message = Msg;
    type Properties = GridProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let (top, at) = Place::remembered(props.id);
        let size = Size::guessed(props.compact);
        let window = beginning(top, size.room, size.row, props.view.len());
        let at = if at == At::default() { At { row: 1, column: 1 } } else { at };
        Self {
            place: Place::default(),
            at,
            anchor: None,
            size,
            top,
            window,
            first: Some(size.in_sight(&props.columns)),
            held: None,
            hearing: Vec::new(),
            settling: None,
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &GridProps) -> bool {
        let props = context.props();
        if props.compact != old.compact {
            self.size = Size::guessed(props.compact);
            self.size.measure(&self.place, !props.totals.is_empty());
        }
        self.at.row = self.at.row.min(props.view.len());
        self.at.column = self.at.column.min(props.columns.len());
        if !Rc::ptr_eq(&props.view, &old.view) {
            self.anchor = None;
            // Another filter or order begins at the top; fresh data stay where they are.
            if props.source == old.source {
                self.place.scroll((self.top > 0.0).then_some(0.0));
                self.top = 0.0;
                self.at.row = self.at.row.min(1);
            }
        }
        // Until it is measured the beginning is enough, whatever else becomes known meanwhile.
        if self.first.is_some() {
            self.first = Some(self.size.in_sight(&props.columns));
            self.window = beginning(self.top, self.size.room, self.size.row, props.view.len());
        } else {
            self.move_window(props);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        let props = context.props();
        match message {
            Msg::Scrolled => self.look(props),
            Msg::Resized => {
                self.size.measure(&self.place, !props.totals.is_empty());
                let began = self.first.take().is_some();
                self.look(props) || began
            }
            Msg::Key(event) => self.key(context, &event),
            Msg::Click(event) => self.click(context, &event),
            Msg::Grab(event) => self.grab(context, &event),
            Msg::Drag(to) => self.drag(props, to),
            Msg::Drop => {
                if let Some(held) = self.held.take() {
                    emit_width(props, held.column, held.now);
                }
                false
            }
            Msg::Stretch(event) => {
                if let Some((column, width)) = grip(&event, &props.columns) {
                    emit_width(props, column, if width > 400 { width / 2 } else { width * 2 });
                }
                false
            }
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let columns = self.columns(props);
        let total = props.view.len();
        let rows = total + 1 + usize::from(!props.totals.is_empty());
        let active = (self.at.row <= total).then(|| cell_id(props.id, self.at.row, self.at.column));
        let chosen = match props.selected.count() {
            0 => Chosen::None,
            count if count >= total => Chosen::All,
            _ => Chosen::Some,
        };
        let [scroller, table, body, shown] = self.place.nodes();
        html! {
            <div ref={scroller} id={props.id} class={classes!("grid", props.compact.then_some("grid-compact"))} role="grid" tabindex="0"
                aria-label={props.label.clone()} aria-multiselectable="true" aria-rowcount={rows.to_string()}
                aria-colcount={(props.columns.len() + 1).to_string()} aria-activedescendant={active}
                onkeydown={link.callback(Msg::Key)} onclick={link.callback(Msg::Click)}
                onmousedown={link.callback(Msg::Grab)} ondblclick={link.callback(Msg::Stretch)}>
                <div ref={table} class="grid-table" role="presentation">
                    <GridHead columns={columns.clone()} sorting={props.sorting.clone()} {chosen}
                        active={(self.at.row == 0).then_some(self.at.column)} id={props.id} select_all={props.select_all} />
                    <div ref={body} role="rowgroup" class="grid-body">
                        <div ref={shown} class="grid-rows" role="presentation">
                            { for self.rows(props) }
                        </div>
                    </div>
                    { foot(columns, &props.totals, total) }
                </div>
            </div>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let props = context.props();
        let widths = props.columns.iter().map(|column| column.width).collect::<Vec<_>>();
        self.place.write(
            &widths,
            self.size.row * props.view.len() as f64,
            self.size.row * self.window.start as f64,
        );
        if first {
            self.place.restore(props.id);
            self.hear(context);
            let link = context.link().clone();
            self.settling = events::after(0, move || link.send_message(Msg::Resized));
        }
    }

    fn destroy(&mut self, context: &Context<Self>) {
        Place::remember(context.props().id, self.top, self.at);
    }
}

impl Grid {
    fn hear(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        let resized = events::on_window("resize", move |_| link.send_message(Msg::Resized));
        let link = context.link().clone();
        let scrolled = self.place.scroller().map(|scroller| {
            events::listen(scroller.into(), "scroll", move |_| link.send_message(Msg::Scrolled))
        });
        self.hearing = resized.into_iter().chain(scrolled).collect();
    }

    /// Brings the window to where the scroll is now; true if it moved.
    fn look(&mut self, props: &GridProps) -> bool {
        self.top = self.place.scrolled();
        self.move_window(props)
    }

    fn move_window(&mut self, props: &GridProps) -> bool {
        let next = window(self.top, self.size.room, self.size.row, props.view.len());
        let moved = next != self.window;
        self.window = next;
        moved
    }

    /// The columns that exist.
    fn columns<'a>(&'a self, props: &'a GridProps) -> &'a Rc<[Column]> {
        self.first.as_ref().unwrap_or(&props.columns)
    }

    /// The rows that exist, each with its key: one child without would have all of them drawn again at every step of a scroll.
    fn rows(&self, props: &GridProps) -> Vec<Html> {
        // The row that has the focus is kept when the scroll has left it behind.
        let away = self.at.row.checked_sub(1).filter(|index| !self.window.contains(index));
        let seen = self.window.clone().filter_map(|index| self.row(props, index, false));
        seen.chain(away.and_then(|index| self.row(props, index, true))).collect()
    }

    fn row(&self, props: &GridProps, index: usize, away: bool) -> Option<Html> {
        let row = props.view.get(index).copied()?;
        let active = (self.at.row == index + 1).then_some(self.at.column);
        Some(html! {
            <GridRow key={index} source={props.source.clone()} columns={self.columns(props).clone()} {row} place={index + 1}
                selected={props.selected.has(row)} {active} id={props.id} select={props.select} {away} />
        })
    }

    fn key(&mut self, context: &Context<Self>, event: &KeyboardEvent) -> bool {
        let props = context.props();
        let control = event.ctrl_key() || event.meta_key();
        let held = Held { control, shift: event.shift_key(), alt: event.alt_key() };
        let page = (self.size.room / self.size.row) as usize;
        let extent = Extent { rows: props.view.len(), columns: props.columns.len() + 1, page };
        let Some(act) = act(&event.key(), held, self.at, extent) else { return false };
        let nothing = act == Act::None && props.selected.is_empty();
        if nothing {
            return false;
        }
        event.prevent_default();
        event.stop_propagation();
        self.perform(context, act)
    }

    fn perform(&mut self, context: &Context<Self>, act: Act) -> bool {
        let props = context.props();
        let here = self.at.row.checked_sub(1);
        match act {
            Act::Go { to, extend } => return self.go(props, to, extend),
            Act::Toggle => self.toggle(props, here),
            Act::All => toggle_all(props),
            Act::None => props.onselect.emit(Bits::none(room_for(props))),
            Act::Open if self.follow(props) => {}
            Act::Open => {
                if let Some(row) = here.and_then(|index| props.view.get(index)) {
                    props.onopen.emit(*row);
                }
            }
            Act::Sort { add } => {
                if let Some(column) = self.column(props) {
                    props.onsort.emit((column.number, add));
                }
            }
            Act::Widen(steps) => {
                if let (Some(column), Some(index)) =
                    (self.column(props), self.at.column.checked_sub(1))
                {
                    let width = i32::from(column.width) + steps * WIDER;
                    emit_width(props, index, u16::try_from(width).unwrap_or_default());
                }
            }
        }
        false
    }

    /// Follows a link that the cell has of its own.
    fn follow(&self, props: &GridProps) -> bool {
        let id = cell_id(props.id, self.at.row, self.at.column);
        let cell = browser::document().and_then(|document| document.get_element_by_id(&id));
        let link = cell.and_then(|cell| cell.query_selector("a:not(.row-link)").ok()?);
        let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok());
        link.map(|link| link.click()).is_some()
    }

    fn column<'a>(&self, props: &'a GridProps) -> Option<&'a Column> {
        props.columns.get(self.at.column.checked_sub(1)?)
    }

    fn go(&mut self, props: &GridProps, to: At, extend: bool) -> bool {
        let from = self.at;
        self.at = to;
        if let Some(index) = to.row.checked_sub(1) {
            let wanted = reveal(index, self.place.scrolled(), self.size.seen, self.size.row);
            self.place.scroll(wanted);
            if let (true, Some(row)) = (to.row != from.row, props.view.get(index)) {
                props.onactive.emit(*row);
            }
        }
        self.place.show_column(&props.columns, to.column);
        match extend {
            true => {
                let begin = *self.anchor.get_or_insert(from.row.saturating_sub(1));
                select_range(props, begin, to.row.saturating_sub(1));
            }
            false => self.anchor = None,
        }
        self.look(props);
        true
    }

    fn toggle(&mut self, props: &GridProps, index: Option<usize>) {
        let Some((index, row)) = index.and_then(|index| Some((index, *props.view.get(index)?)))
        else {
            return;
        };
        self.anchor = Some(index);
        let mut selected = Bits::clone(&props.selected);
        selected.set(row, !selected.has(row));
        props.onselect.emit(selected);
    }

    fn click(&mut self, context: &Context<Self>, event: &MouseEvent) -> bool {
        let props = context.props();
        let Some((place, column)) = self.hit(event) else { return false };
        if place > props.view.len() {
            return false;
        }
        let control = event.ctrl_key() || event.meta_key();
        let link =
            event.target_dyn_into::<Element>().and_then(|hit| hit.closest("a").ok().flatten());
        let own = link.as_ref().is_some_and(|link| !link.class_list().contains(ROW_LINK));
        if own || link.is_some() && (control || event.shift_key() || event.button() != 0) {
            // A link of the cell's own; or a new tab or window, which is the browser's.
            return false;
        }
        event.prevent_default();
        let before = self.at.row.checked_sub(1);
        self.at = At { row: place, column };
        match place.checked_sub(1) {
            None if column == 0 => toggle_all(props),
            None if grip(event, &props.columns).is_none() => {
                if let Some(column) = self.column(props) {
                    props.onsort.emit((column.number, event.shift_key()));
                }
            }
            None => {}
            Some(index) if event.shift_key() => {
                let begin = *self.anchor.get_or_insert(before.unwrap_or(index));
                select_range(props, begin, index);
            }
            Some(index) if column == 0 || control => self.toggle(props, Some(index)),
            Some(index) => {
                self.anchor = None;
                if let Some(row) = props.view.get(index) {
                    let tell = if link.is_some() { &props.onopen } else { &props.onactive };
                    tell.emit(*row);
                }
            }
        }
        true
    }

    /// The cell under the pointer.
    fn hit(&self, event: &MouseEvent) -> Option<(usize, usize)> {
        let cell = event.target_dyn_into::<Element>()?.closest(".grid-cell").ok()??;
        let place = cell.parent_element()?.get_attribute("aria-rowindex")?.parse::<usize>().ok()?;
        let mut column = 0;
        let mut before = cell.previous_element_sibling();
        while let Some(cell) = before {
            column += 1;
            before = cell.previous_element_sibling();
        }
        Some((place.checked_sub(1)?, column))
    }

    fn grab(&mut self, context: &Context<Self>, event: &MouseEvent) -> bool {
        if let Some((column, width)) = grip(event, &context.props().columns) {
            event.prevent_default();
            let (link, end) = (context.link().clone(), context.link().clone());
            let moved = events::on_window("mousemove", move |event| {
                if let Some(event) = event.dyn_ref::<MouseEvent>() {
                    link.send_message(Msg::Drag(event.client_x()));
                }
            });
            let let_go = events::on_window("mouseup", move |_| end.send_message(Msg::Drop));
            let from = event.client_x();
            self.held = Some(Grip { column, from, width, now: width, _hearing: [moved, let_go] });
        }
        false
    }

    fn drag(&mut self, props: &GridProps, to: i32) -> bool {
        let unit = self.size.unit();
        if let Some(held) = &mut self.held {
            let by = (f64::from(to - held.from) / unit) as i32;
            held.now = fitting(i32::from(held.width) + by);
            let (column, now) = (held.column, held.now);
            let width =
                |(index, at): (usize, &Column)| if index == column { now } else { at.width };
            self.place
                .write_widths(&props.columns.iter().enumerate().map(width).collect::<Vec<_>>());
        }
        false
    }
}

/// The column whose edge the pointer is on, and its width.
fn grip(event: &MouseEvent, columns: &[Column]) -> Option<(usize, u16)> {
    let hit = event.target_dyn_into::<Element>()?;
    let column = hit.get_attribute("data-grip")?.parse().ok()?;
    Some((column, columns.get(column)?.width))
}

fn emit_width(props: &GridProps, index: usize, width: u16) {
    if let Some(column) = props.columns.get(index) {
        props.onwiden.emit((column.number, fitting(i32::from(width))));
    }
}

/// How many numbers a set over the rows of a view needs.
fn room_for(props: &GridProps) -> usize {
    props.view.iter().max().map_or(0, |last| *last as usize + 1)
}

fn toggle_all(props: &GridProps) {
    let mut selected = Bits::none(room_for(props));
    if props.selected.count() < props.view.len() {
        props.view.iter().for_each(|row| selected.set(*row, true));
    }
    props.onselect.emit(selected);
}

fn select_range(props: &GridProps, one: usize, other: usize) {
    let mut selected = Bits::none(room_for(props));
    let range = one.min(other)..one.max(other) + 1;
    props.view.get(range).into_iter().flatten().for_each(|row| selected.set(*row, true));
    props.onselect.emit(selected);
}
