//! Where the grid stands in the page: its elements, their measures, what is written to them.
//!
//! Sizes are written through the object model of the page, which the content security policy allows, never as `style` attributes.

use super::keys::At;
use super::source::{Column, MOST_FROZEN};
use crate::browser;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;
use yew::NodeRef;

/// The size of a row, in sixteenths of the size of the page's letters.
const ROW: f64 = 44.0;
/// A compact one.
const COMPACT: f64 = 32.0;
/// The width of the check marks.
const CHECK: u16 = 44;
/// What stands above and below the grid at least, in px: enough for a first guess.
const ELSEWHERE: f64 = 200.0;

thread_local! {
    /// How far each grid was scrolled, and which cell had the focus, when it was left.
    static LEFT: RefCell<HashMap<&'static str, (f64, At)>> = RefCell::default();
    /// The window as it was while the rows were waited for.
    static AHEAD: Cell<Option<Window>> = const { Cell::new(None) };
}

/// What of the window matters to a grid that is not there yet.
#[derive(Clone, Copy)]
struct Window {
    /// A sixteenth of the size of the page's letters, in px.
    unit: f64,
    /// Its height in px.
    high: f64,
    /// Its width in px.
    wide: f64,
}

impl Window {
    fn now() -> Self {
        let length = |length: Option<JsValue>| length.and_then(|length| length.as_f64());
        let window = browser::window();
        let high = length(window.as_ref().and_then(|window| window.inner_height().ok()));
        let wide = length(window.and_then(|window| window.inner_width().ok()));
        let unit = letters() / 16.0;
        Self { unit, high: high.unwrap_or(900.0), wide: wide.unwrap_or(f64::MAX) }
    }
}

/// Looks at the window while the rows are waited for: to look lays the page out, and the first rows would wait for that.
pub fn look_ahead() {
    AHEAD.set(Some(Window::now()));
}

/// The measures of a grid, in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Height of a row.
    pub row: f64,
    /// Height of the whole grid.
    pub room: f64,
    /// Height in which rows are seen: without heading and foot.
    pub seen: f64,
    /// A sixteenth of the size of the page's letters.
    unit: f64,
    /// Width of the window.
    wide: f64,
}

impl Size {
    /// What can be known before the grid is there.
    pub fn guessed(compact: bool) -> Self {
        let Window { unit, high, wide } = AHEAD.take().unwrap_or_else(Window::now);
        let room = (high - ELSEWHERE).max(300.0);
        Self { row: unit * if compact { COMPACT } else { ROW }, room, seen: room, unit, wide }
    }

    /// What is so.
    pub fn measure(&mut self, place: &Place, foot: bool) {
        if let Some(scroller) = place.scroller().filter(|scroller| scroller.client_height() > 0) {
            self.room = f64::from(scroller.client_height());
            let covered = if foot { 2.0 } else { 1.0 };
            self.seen = (self.room - covered * self.row).max(self.row);
        }
    }

    /// The columns of which something is in sight before the grid is scrolled sideways: no window is narrower than the grid.
    pub fn in_sight(&self, columns: &[Column]) -> Rc<[Column]> {
        in_sight(columns, self.wide / self.unit())
    }

    /// The px of a sixteenth of a letter.
    pub fn unit(&self) -> f64 {
        if self.unit > 0.0 { self.unit } else { 1.0 }
    }
}

/// A width of a column between the narrowest that shows anything and the widest that leaves room for others.
pub fn fitting(width: i32) -> u16 {
    width.clamp(64, 640) as u16
}

/// The columns that begin within a width, both in sixteenths of a letter.
fn in_sight(columns: &[Column], wide: f64) -> Rc<[Column]> {
    let begins = |left: &mut f64, column: &Column| {
        let begin = *left;
        *left += f64::from(column.width);
        Some(begin)
    };
    let count = columns.iter().scan(f64::from(CHECK), begins).take_while(|left| *left < wide);
    columns.iter().take(count.count()).cloned().collect()
}

/// The size of the page's letters in px, as the person set it.
pub fn letters() -> f64 {
    let size = || {
        let style = browser::window()?.get_computed_style(&browser::root()?).ok()??;
        style.get_property_value("font-size").ok()?.strip_suffix("px")?.parse::<f64>().ok()
    };
    size().filter(|size| *size > 0.0).unwrap_or(16.0)
}

/// The elements of a grid and what was last written to them.
#[derive(Default)]
pub struct Place {
    nodes: [NodeRef; 4],
    widths: Vec<u16>,
    height: f64,
    offset: f64,
}

impl Place {
    /// The one that scrolls, the one as wide as all columns, the one as high as all rows, the one of the rows in sight.
    pub fn nodes(&self) -> [NodeRef; 4] {
        self.nodes.clone()
    }

    /// The element that scrolls.
    pub fn scroller(&self) -> Option<HtmlElement> {
        self.nodes[0].cast()
    }

    /// How far it is scrolled.
    pub fn scrolled(&self) -> f64 {
        self.scroller().map_or(0.0, |scroller| f64::from(scroller.scroll_top()))
    }

    /// Scrolls to a height, if one is wanted.
    pub fn scroll(&self, wanted: Option<f64>) {
        if let (Some(scroller), Some(wanted)) = (self.scroller(), wanted) {
            scroller.set_scroll_top(wanted.round() as i32);
        }
    }

    /// Writes what changed: the widths of the columns, the height of all rows, the offset of the first in sight.
    pub fn write(&mut self, widths: &[u16], height: f64, offset: f64) {
        if self.widths != widths {
            self.widths = widths.to_vec();
            self.write_widths(widths);
        }
        if self.height != height {
            self.height = height;
            set(&self.nodes[2], "height", &px(height));
        }
        if self.offset != offset {
            self.offset = offset;
            // Not by a transform: rows that stay where they are in the page need not be painted again.
            set(&self.nodes[3], "top", &px(offset));
        }
    }

    /// Writes the widths of the columns.
    pub fn write_widths(&self, widths: &[u16]) {
        let rem = |width: u16| [(f64::from(width) / 16.0).to_string().as_str(), "rem "].concat();
        let each: String = widths.iter().map(|width| rem(*width)).collect();
        let whole = widths.iter().fold(CHECK, |sum, width| sum.saturating_add(*width));
        set(&self.nodes[1], "--grid-columns", &[rem(CHECK).as_str(), &each].concat());
        set(&self.nodes[1], "--grid-width", &rem(whole));
        let mut left = CHECK;
        for (place, width) in widths.iter().take(MOST_FROZEN - 1).enumerate() {
            left = left.saturating_add(*width);
            set(&self.nodes[1], &["--grid-left-", &(place + 1).to_string()].concat(), &rem(left));
        }
    }

    /// Scrolls sideways so that a column is not under those that stay.
    pub fn show_column(&self, columns: &[Column], column: usize) {
        let stay = columns.iter().take_while(|column| column.frozen.is_some()).count();
        let (Some(scroller), true) = (self.scroller(), column > stay) else { return };
        let unit = letters() / 16.0;
        let until = |end: usize| {
            columns
                .iter()
                .take(end)
                .fold(f64::from(CHECK), |sum, column| sum + f64::from(column.width))
                * unit
        };
        let (left, right, covered) = (until(column - 1), until(column), until(stay));
        let (at, room) = (f64::from(scroller.scroll_left()), f64::from(scroller.client_width()));
        if left < at + covered {
            scroller.set_scroll_left((left - covered) as i32);
        } else if right > at + room {
            scroller.set_scroll_left((right - room).ceil() as i32);
        }
    }

    /// Where a grid was left.
    pub fn remembered(id: &'static str) -> (f64, At) {
        LEFT.with_borrow(|left| left.get(id).copied().unwrap_or_default())
    }

    /// Keeps where a grid is left: how far it was scrolled, which it cannot be asked any more once it is out of the page.
    pub fn remember(id: &'static str, top: f64, at: At) {
        LEFT.with_borrow_mut(|left| left.insert(id, (top, at)));
    }

    /// Scrolls to where the grid was left.
    pub fn restore(&self, id: &'static str) {
        let (top, _) = Self::remembered(id);
        self.scroll((top > 0.0).then_some(top));
    }
}

/// A length in px.
pub fn px(length: f64) -> String {
    [length.to_string().as_str(), "px"].concat()
}

/// Writes a property of an element's style; one that is not in the page needs none.
pub fn set(node: &NodeRef, property: &str, value: &str) {
    if let Some(element) = node.get().and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // Refused only for a value that is none.
        let _ = element.style().set_property(property, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::grid::source::Kind;
    use yew::AttrValue;

    #[test]
    fn columns_that_begin_outside_are_not_in_sight() {
        let column = |number| Column {
            number,
            label: AttrValue::Static(""),
            kind: Kind::Text,
            width: 100,
            frozen: None,
        };
        let columns: Vec<Column> = (0..5).map(column).collect();
        let seen = |wide| in_sight(&columns, wide).len();
        assert_eq!([seen(f64::MAX), seen(344.0), seen(345.0), seen(0.0)], [5, 3, 4, 0]);
    }
}
