//! UniEmens transmitted (M23): the list by month, and what follows from one declaration.

mod arithmetic;
mod detail;
mod list;
mod parts;
mod text;
mod workers;

pub use arithmetic::{balance, sections};
pub use detail::{Detail, meaning};
pub use list::Declarations;

use shared::declarations::{DeclarationRow, List, Worker, Workers};
use shared::page::Cursor;

use crate::remote::Paged;

impl Paged for List {
    type Row = DeclarationRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

impl Paged for Workers {
    type Row = Worker;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}
