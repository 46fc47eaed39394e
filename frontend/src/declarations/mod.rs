//! UniEmens transmitted (M23): what follows from one declaration. Their list is that of their archive, in `sections`.

mod arithmetic;
mod detail;
mod list;
mod parts;
mod text;
mod workers;

pub use arithmetic::{balance, sections};
pub use detail::{Detail, meaning};

use shared::declarations::{Worker, Workers};
use shared::page::Cursor;

use crate::remote::Paged;

impl Paged for Workers {
    type Row = Worker;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}
