//! Companies: the list of those one works for, and the brief data of one.

mod card;
mod company;
mod head;
mod news;
mod text;

pub use company::Company;

use shared::companies::{CompanyRow, List, Show};
use shared::ids::CompanyId;
use shared::page::Cursor;
use yew::prelude::*;

use crate::remote::{Paged, use_remote};

impl Paged for List {
    type Row = CompanyRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// The name of a company, once it is known: the line beside the heading of its pages.
#[hook]
pub fn use_company_name(company: CompanyId) -> Option<AttrValue> {
    let brief = use_remote(&Show { company });
    brief.value.map(|brief| brief.name.clone().into())
}
