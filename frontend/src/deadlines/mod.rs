//! What is due: as a list, as a board, as a calendar, and as a private feed for one's own calendar.

mod board;
mod calendar;
mod client;
mod feed;
mod item;
mod list;
mod text;

use shared::deadlines::{DeadlineRow, Export, Kind, List};
use shared::ids::CompanyId;
use shared::page::Cursor;
use yew::prelude::*;

use crate::export;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::Paged;
use crate::session::{company_of, use_viewer};
use crate::ui::{Choice, IconName, Segment, SegmentedControl, Select};
pub use client::ClientFilter;
use text::texts;

impl Paged for List {
    type Row = DeadlineRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// Which deadlines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Wanted {
    /// Only of this company.
    pub company: Option<CompanyId>,
    /// Only of this kind.
    pub kind: Option<Kind>,
}

impl Wanted {
    /// The request for them.
    fn request(self) -> List {
        List { company: self.company, kind: self.kind, ..List::default() }
    }
}

const BOARD: &str = "bacheca";
const CALENDAR: &str = "calendario";

/// The screen.
#[component]
pub fn Deadlines() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let (shape, set_shape) = use_query("vista");
    let (kind, set_kind) = use_query("tipo");
    let (company, set_company) = use_query("azienda");
    let kinds = Kind::ALL.map(|kind| Choice {
        value: AttrValue::Static(item::slug(kind)),
        label: AttrValue::Static(kind.words().of(lang)),
    });
    let every = Choice { value: AttrValue::Static(""), label: AttrValue::Static(words.every_kind) };
    let wanted = Wanted {
        company: company.and_then(|company| company.parse().ok()),
        kind: kind
            .as_deref()
            .and_then(|slug| Kind::ALL.into_iter().find(|kind| item::slug(*kind) == slug)),
    };
    let segments = vec![
        Segment::new("", words.list).with_icon(IconName::List),
        Segment::new(BOARD, words.board).with_icon(IconName::Chart),
        Segment::new(CALENDAR, words.calendar).with_icon(IconName::Calendar),
    ];
    let content = match shape.as_deref() {
        Some(BOARD) => html! { <board::Board company={wanted.company} kind={wanted.kind} /> },
        Some(CALENDAR) => {
            html! { <calendar::Calendar company={wanted.company} kind={wanted.kind} /> }
        }
        _ => html! { <list::AsList company={wanted.company} kind={wanted.kind} /> },
    };
    html! {
        <>
            <div class="filters">
                <SegmentedControl legend={words.shape} {segments} value={shape.unwrap_or_default()}
                    onchange={set_shape.reform(|value: AttrValue| Some(value.to_string()))} />
                <Select label={words.kind} choices={[every].into_iter().chain(kinds).collect::<Vec<_>>()} value={kind.unwrap_or_default()}
                    onchange={set_kind.reform(|value: AttrValue| Some(value.to_string()))} />
                if company_of(&viewer).is_none() {
                    <ClientFilter company={wanted.company} onchange={set_company.reform(|company: Option<CompanyId>| company.map(|company| company.to_string()))} />
                }
                { export::menu(lang, |format| Export { company: wanted.company, kind: wanted.kind, format, lang: Some(lang), ..Export::default() }) }
            </div>
            { content }
            <feed::Feed />
        </>
    }
}
