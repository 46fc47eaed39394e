//! Sections (M10–M32, M34): every archive of a company's file through one list and one detail, drawn from its description.

mod archive;
mod beside;
mod cells;
mod contents;
mod group;
mod list;
mod menu;
mod pictures;
mod record;
mod text;

pub use archive::Screen;
pub use beside::Beside;
pub use cells::tone;
pub use contents::{Contents, Parts};
pub use list::RETURNS;
pub use menu::menu;
pub use pictures::{Ageing, DueAndPaid, States, Strip};

use shared::page::Cursor;
use shared::sections::{List, Row};

use crate::remote::Paged;

impl Paged for List {
    type Row = Row;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}
