//! The columns of the grid: which there are, how wide they are, what stands in their cells.

use std::rc::Rc;

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::practice::{Column, TagColor};
use yew::prelude::*;

use super::desk::Desk;
use super::text::texts;
use crate::changes;
use crate::durc;
use crate::layout::EVIDENCE;
use crate::route::Route;
use crate::ui::grid::{self, Kind, Source};
use crate::ui::{IconName, Link, Tag, Tone};
use crate::words;

/// The columns shown until somebody chooses others, what wants a look first; a tablet shows the first six.
pub const USUAL: [Column; 18] = [
    Column::Name,
    Column::Durc,
    Column::Evidence,
    Column::Missing,
    Column::Deadline,
    Column::DeadlineKind,
    Column::Changes,
    Column::Unread,
    Column::Dm,
    Column::Declared,
    Column::Matricola,
    Column::MonthsShort,
    Column::NotBalanced,
    Column::Notices,
    Column::Workforce,
    Column::Office,
    Column::Assigned,
    Column::Tags,
];
/// How many of them a tablet shows.
pub const ON_A_TABLET: usize = 6;
/// Days before the end of a delegation from which it wants a look.
const ENDS_SOON: i64 = 30;
/// Days before a DURC runs out from which it wants a look.
const RUNS_OUT_SOON: i64 = 30;
/// Days before a deadline from which it wants a look.
const DUE_SOON: i64 = 7;

/// The number of a column, which is its place among all.
pub fn number(column: Column) -> usize {
    Column::ALL.iter().position(|each| *each == column).unwrap_or_default()
}

/// How the cells of a column are drawn, and how wide they are.
pub const fn shape(column: Column) -> (Kind, u16) {
    match column {
        Column::Name => (Kind::Text, 260),
        Column::TaxCode => (Kind::Code, 170),
        Column::Matricola => (Kind::Code, 136),
        Column::Office => (Kind::Text, 150),
        Column::State => (Kind::Text, 176),
        Column::Declared => (Kind::Code, 116),
        Column::Dm => (Kind::Text, 176),
        Column::MonthsShort | Column::NotBalanced | Column::NotDeclared | Column::Attention => {
            (Kind::Number, 120)
        }
        Column::Debts | Column::Notices | Column::Workforce | Column::Changes => {
            (Kind::Number, 108)
        }
        Column::Evidence | Column::EvidenceDurc | Column::Requests | Column::Unread => {
            (Kind::Number, 124)
        }
        Column::Missing | Column::Debt => (Kind::Number, 136),
        Column::Deadline | Column::Delegation => (Kind::Text, 176),
        Column::DeadlineKind => (Kind::Text, 184),
        Column::Assigned => (Kind::Text, 180),
        Column::Tags => (Kind::Text, 200),
        Column::Changed => (Kind::Code, 124),
        Column::Durc => (Kind::Text, 176),
        Column::DurcUntil => (Kind::Text, 150),
    }
}

/// Whether what stands in a column can be added up.
pub const fn adds_up(column: Column) -> bool {
    matches!(
        column,
        Column::MonthsShort
            | Column::Missing
            | Column::NotBalanced
            | Column::NotDeclared
            | Column::Debts
            | Column::Debt
            | Column::Notices
            | Column::Workforce
            | Column::Changes
            | Column::Attention
            | Column::Evidence
            | Column::EvidenceDurc
            | Column::Requests
            | Column::Unread
    )
}

/// A sum over a column, in words.
pub fn sum_words(column: Column, sum: i64, lang: Lang) -> AttrValue {
    match column {
        _ if sum == 0 => AttrValue::Static(""),
        Column::Missing | Column::Debt => words::euro(Euro::from_cents(sum), lang),
        _ => words::count(u64::try_from(sum).unwrap_or_default(), lang),
    }
}

/// The columns as the grid wants them, with the widths that somebody gave them, the first few of them staying.
pub fn shown(
    columns: &[Column],
    frozen: usize,
    widths: &[(Column, u16)],
    lang: Lang,
) -> Rc<[grid::Column]> {
    let words = texts(lang);
    let one = |(place, column): (usize, &Column)| {
        let (kind, width) = shape(*column);
        let own = widths.iter().find(|(each, _)| each == column).map(|(_, width)| *width);
        let label = AttrValue::Static(words.column(*column));
        grid::Column {
            number: number(*column),
            label,
            kind,
            width: own.unwrap_or(width),
            frozen: (place < frozen).then_some(place),
        }
    };
    columns.iter().enumerate().map(one).collect()
}

/// The colour of a tag.
pub const fn tone(color: TagColor) -> Tone {
    match color {
        TagColor::Grey => Tone::Grey,
        TagColor::Blue => Tone::Blue,
        TagColor::Green => Tone::Green,
        TagColor::Orange => Tone::Orange,
        TagColor::Red => Tone::Red,
    }
}

/// What the grid draws.
pub struct Sheet {
    /// The clients.
    pub desk: Rc<Desk>,
    /// In which language.
    pub lang: Lang,
    /// Whether whoever looks has a page of the requests of companies; an office has its queue.
    pub asks: bool,
}

impl Source for Sheet {
    fn name(&self, row: u32) -> AttrValue {
        self.desk.clients.name.get(row as usize).cloned().unwrap_or_default().into()
    }

    fn href(&self, row: u32) -> AttrValue {
        let company = self.desk.clients.id.get(row as usize).copied().unwrap_or_default();
        Route::Company { company }.href()
    }

    fn cell(&self, row: u32, column: usize) -> Html {
        match Column::ALL.get(column) {
            Some(column) => self.content(row as usize, *column).unwrap_or_default(),
            None => Html::default(),
        }
    }

    fn card(&self, row: u32) -> Html {
        super::card::card(self, row as usize)
    }
}

impl Sheet {
    /// What a cell shows; nothing where there is nothing to say.
    pub fn content(&self, row: usize, column: Column) -> Option<Html> {
        let (clients, lang) = (&*self.desk.clients, self.lang);
        let text = |text: &str| Some(html! { { text } });
        let count = |count: Option<u32>| match count {
            None | Some(0) => None,
            Some(count) => text(&words::count(u64::from(count), lang)),
        };
        let euro = |list: &[Euro]| match list.get(row) {
            Some(amount) if !amount.is_zero() => text(&words::euro(*amount, lang)),
            _ => None,
        };
        let tag = |(tone, label): (Tone, AttrValue)| Some(html! { <Tag {tone} {label} /> });
        match column {
            Column::Name => text(clients.name.get(row)?),
            Column::TaxCode => text(clients.tax_code.get(row)?),
            Column::Matricola => text(&clients.matricola.get(row)?.as_ref()?.spaced()),
            Column::Office => {
                text(&clients.offices.get(usize::from((*clients.office.get(row)?)?))?.name)
            }
            Column::State => tag(words::position(*clients.state.get(row)?, lang)),
            Column::Declared => text(&words::month((*clients.declared.get(row)?)?, lang)),
            Column::Dm => tag(words::dm((*clients.dm.get(row)?)?, lang)),
            Column::Missing => euro(&clients.missing),
            Column::Debt => euro(&clients.debt),
            Column::Workforce => {
                text(&words::count(u64::from((*clients.workforce.get(row)?)?), lang))
            }
            Column::Deadline => self.day((*clients.deadline.get(row)?)?, DUE_SOON),
            Column::DeadlineKind => text((*clients.deadline_kind.get(row)?)?.words().of(lang)),
            Column::Delegation => self.day((*clients.delegation.get(row)?)?, ENDS_SOON),
            Column::Assigned => self.assigned(row),
            Column::Tags => self.tags(row),
            Column::Changes => {
                self.linked(row, column, |company| changes::href(Some(company)).into())
            }
            Column::Evidence => self.linked(row, column, |company| {
                Route::Section { company, section: EVIDENCE }.href()
            }),
            Column::Requests | Column::Unread if self.asks => self.linked(row, column, requests_of),
            Column::Changed => text(&words::day((*clients.changed.get(row)?)?, lang)),
            Column::Durc => {
                let (tone, label) = durc::light((*clients.durc.get(row)?)?, lang);
                tag((tone, AttrValue::Static(label)))
            }
            Column::Attention => count(clients.attention(row)),
            Column::DurcUntil => self.day((*clients.durc_until.get(row)?)?, RUNS_OUT_SOON),
            counted => count(clients.counts(counted).get(row).copied()),
        }
    }

    /// A day that is near, or past, says so.
    fn day(&self, day: Day, soon: i64) -> Option<Html> {
        let label = words::day(day, self.lang);
        let (tone, said) = match day.days_since(self.desk.today) {
            ..0 => (Tone::Red, Some(texts(self.lang).past)),
            days if days <= soon => (Tone::Orange, None),
            _ => return Some(html! { <span class="mono">{ label }</span> }),
        };
        let icon = if said.is_some() { IconName::XCircle } else { IconName::Clock };
        Some(
            html! { <><Tag {tone} {label} {icon} />if let Some(said) = said { <span class="sr-only">{ " " }{ said }</span> }</> },
        )
    }

    fn assigned(&self, row: usize) -> Option<Html> {
        let clients = &self.desk.clients;
        let names: Vec<&str> = clients
            .assigned
            .get(row)?
            .iter()
            .filter_map(|place| Some(clients.staff.get(usize::from(*place))?.name.as_str()))
            .collect();
        (!names.is_empty()).then(|| html! { { names.join(", ") } })
    }

    /// The tags of a client.
    pub fn tags(&self, row: usize) -> Option<Html> {
        let clients = &self.desk.clients;
        let tags = clients.tagged.get(row).filter(|tags| !tags.is_empty())?;
        let tag = |place: &u16| clients.tags.get(usize::from(*place)).cloned();
        let drawn = tags.iter().filter_map(tag).map(|tag| {
            html! { <Tag tone={tone(tag.color)} label={tag.name} /> }
        });
        Some(html! { <span class="tags">{ for drawn }</span> })
    }

    /// How many there are, leading to them.
    fn linked(
        &self,
        row: usize,
        column: Column,
        href: impl Fn(CompanyId) -> AttrValue,
    ) -> Option<Html> {
        let clients = &self.desk.clients;
        let count = *clients.counts(column).get(row).filter(|count| **count > 0)?;
        let (company, name) = (*clients.id.get(row)?, clients.name.get(row)?);
        let words = texts(self.lang);
        let label = match column {
            Column::Changes => (words.changes_of)(count, name),
            _ => [words.column(column), ": ", &count.to_string(), ", ", name].concat(),
        };
        Some(html! {
            <Link href={href(company)} class="grid-badge" {label}>{ words::count(u64::from(count), self.lang) }</Link>
        })
    }
}

/// The requests of a company.
fn requests_of(company: CompanyId) -> AttrValue {
    [Route::Requests.href().as_str(), "?azienda=", &company.to_string()].concat().into()
}
