//! Evidence: what is wrong or about to be, why, by when, and what settles it, ready to be done.

mod act;
mod card;
mod cause;
mod counters;
mod detail;
mod filters;
mod foretold;
mod item;
mod list;
mod steps;
mod text;

pub use crate::layout::EVIDENCE as SLUG;
pub use act::{Actions, Offer, Target};
pub use card::EvidenceCard;
pub use foretold::foretold;
pub use item::kind_words;
pub use steps::{f24 as f24_row, f24_text, letter};

use shared::evidence::{EvidenceRow, Kind, List};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::page::Cursor;
use yew::prelude::*;

use crate::companies::use_company_name;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::notices;
use crate::remote::Paged;
use crate::route::{Route, record_href};
use crate::session::{company_of, use_viewer};
use crate::ui::Link;
use crate::ui::media::{DESK, use_media};

/// The heading of these pages.
pub fn title(lang: Lang) -> &'static str {
    text::texts(lang).title
}

/// The address of a piece.
pub fn href(company: CompanyId, key: &str) -> AttrValue {
    record_href(company, SLUG, key)
}

/// The address of the list, of a company or of all.
pub fn list_href(company: Option<CompanyId>) -> AttrValue {
    match company {
        Some(company) => Route::Section { company, section: SLUG }.href(),
        None => Route::Evidence.href(),
    }
}

/// The kind that a key is of: it begins with its number.
pub fn kind_of(key: &str) -> Option<Kind> {
    let number: u8 = key.get(1..3)?.parse().ok()?;
    Kind::ALL.into_iter().find(|kind| kind.number() == number)
}

impl Paged for List {
    type Row = EvidenceRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// The evidence of the company worked for, or of all companies.
#[component]
pub fn All() -> Html {
    let lang = use_lang();
    let company = company_of(&use_viewer());
    html! {
        <div class="stack">
            <counters::Counters {company} />
            <p><Link href={Route::Notices.href()}>{ notices::all_clients(lang) }</Link></p>
            <list::Pieces {company} selected={None::<AttrValue>} />
        </div>
    }
}

/// Props of [`OfCompany`].
#[derive(PartialEq, Properties)]
pub struct OfCompanyProps {
    /// Of which company.
    pub company: CompanyId,
    /// Which piece is opened, by its key.
    #[prop_or_default]
    pub piece: Option<&'static str>,
}

/// The evidence of a company. At a desk a piece stands beside the list; elsewhere it takes its place, and the list is only hidden.
#[component]
pub fn OfCompany(props: &OfCompanyProps) -> Html {
    let (company, at_desk) = (props.company, use_media(DESK));
    let was_read = use_mut_ref(|| false);
    let shown = props.piece.is_none() || at_desk;
    let read_before = was_read.replace_with(|before| *before || shown);
    html! {
        <div class={classes!("panes", (at_desk && props.piece.is_some()).then_some("panes-both"))}>
            if shown || read_before {
                <div class="pane-list stack" hidden={!shown} key="list">
                    <counters::Counters company={Some(company)} />
                    <list::Pieces company={Some(company)} selected={props.piece.map(AttrValue::Static)} />
                </div>
            }
            if let Some(piece) = props.piece {
                <detail::Piece {company} {piece} key={piece} />
            } else {
                <Heading {company} key="heading" />
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct HeadingProps {
    company: CompanyId,
}

/// The heading of the list is that of its address; the company stands beside it.
#[component]
fn Heading(props: &HeadingProps) -> Html {
    let company_name = use_company_name(props.company);
    use_heading(None, company_name);
    html! {}
}
