//! What the archives of a company say at a glance, as pictures. One that would say nothing is not there.

mod ageing;
mod paid;
mod roll;
mod standing;
mod strip;
mod subsections;
mod text;
mod ties;
mod timeline;

pub use ageing::Ageing;
pub use paid::DueAndPaid;
pub use roll::Roll;
pub use standing::Standing;
pub use strip::Strip;
pub use subsections::{Changed, Subsections};
pub use ties::Ties;
pub use timeline::{Places, States};

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{self, Section};
use yew::prelude::*;

use crate::remote::{Pages, Remote, use_pages};
use crate::ui::{Card, Shape, Skeleton};

/// Records a page, the most there are.
const ROWS: u16 = 100;
/// Records looked at for a picture: what is beyond them is said to be left out.
const MOST: usize = 1_000;

/// Props of the pictures.
#[derive(PartialEq, Properties)]
pub struct OfCompanyProps {
    /// Which company.
    pub company: CompanyId,
}

/// The records that a picture is drawn from.
#[derive(Debug, PartialEq)]
struct Records {
    rows: Vec<sections::Row>,
    /// How many there are besides, which are not looked at.
    left_out: u64,
}

/// The records of an archive, by its slug and a condition; known once all of them are there or [`MOST`].
#[hook]
fn use_records(
    company: CompanyId,
    slug: &'static str,
    filter: Option<&'static str>,
) -> Remote<Records> {
    let pages = use_pages(&sections::List {
        company,
        section: slug.to_owned(),
        filter: filter.map(str::to_owned),
        limit: Some(ROWS),
        ..Default::default()
    });
    let goes_on = pages.error.is_none() && pages.rows.len() < MOST;
    let more = pages.more.filter(|_| goes_on);
    let reading = more.is_some();
    use_effect_with((company, slug, pages.rows.len(), pages.busy), move |(.., busy)| {
        if let (Some(more), false, Ok(event)) = (more, *busy, MouseEvent::new("more")) {
            more.emit(event);
        }
    });
    let Pages { first: Remote { value, at, refreshing, error, reload }, rows, total, .. } = pages;
    let left_out = total.map_or(0, |total| total.saturating_sub(rows.len() as u64));
    let value = value.filter(|_| !reading).map(|_| Rc::new(Records { rows, left_out }));
    Remote { value, at, refreshing, error, reload }
}

/// A picture as far as what it is drawn from is known: its room before, and under its title why nothing came.
fn picture<T>(
    read: &Remote<T>,
    title: &'static str,
    lang: Lang,
    full: impl FnOnce(&T) -> Html,
) -> Html {
    let drawn = read.draw(lang, || html! { <Skeleton shape={Shape::Chart} /> }, |read| full(read));
    match read.value.is_none() && read.error.is_some() {
        true => html! { <Card {title}>{ drawn }</Card> },
        false => drawn,
    }
}

/// Says of how many records a picture does not tell; nothing where it tells of all.
fn left_out<'r>(read: impl IntoIterator<Item = &'r Records>, lang: Lang) -> Html {
    match read.into_iter().map(|records| records.left_out).sum() {
        0 => html! {},
        count => html! { <p class="muted small">{ (text::texts(lang).left_out)(count) }</p> },
    }
}

/// What a record says in a field, by its name.
fn said<'r>(section: &Section, row: &'r sections::Row, name: &str) -> Option<&'r str> {
    let (place, _) = section.field(name)?;
    row.cells.get(place)?.as_deref()
}
