//! The list of an archive: what it is, what is looked for in it, its rows, and its files.

mod cards;
mod comparison;
mod controls;
mod filters;
mod query;
mod table;

pub(super) use controls::choices;
pub(super) use filters::input_type;

use std::rc::Rc;

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{List, Row, Section};
use yew::prelude::*;

use self::comparison::Comparison;
use self::query::{View, use_view};
use super::archive::Archive;
use super::pictures::{
    Ageing, Changed, DueAndPaid, Places, Roll, Standing, States, Strip, Subsections, Ties,
};
use super::text::texts;
use crate::browser;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::notices;
use crate::remote::{Pages, use_pages};
use crate::route::record_href;
use crate::ui::media::{DESK, TABLET, use_media};
use crate::ui::{
    Accordion, Button, ButtonKind, ButtonSize, Card, EmptyState, IconName, Shape, Skeleton,
};
use crate::words;

/// The archive of the returns: each of its records has a page of its own in `declarations`.
pub const RETURNS: &str = "uniemens";
/// Rows a page.
const ROWS: u16 = 50;

/// Props of [`Records`].
#[derive(PartialEq, Properties)]
pub struct RecordsProps {
    /// Of which company.
    pub company: CompanyId,
    /// Which archive.
    pub archive: Archive,
    /// The key of the record that is open.
    pub selected: Option<&'static str>,
}

/// The list.
#[component]
pub fn Records(props: &RecordsProps) -> Html {
    let (lang, company, archive) = (use_lang(), props.company, props.archive);
    let (view, tablet, desk) = (use_view(archive), use_media(TABLET), use_media(DESK));
    // Beside a record a tablet has no room for columns.
    let wide = tablet && (desk || props.selected.is_none());
    let pages = use_pages(&List {
        company,
        section: archive.slug.to_owned(),
        search: view.search.clone(),
        filter: view.filter.clone(),
        sort: view.sort.clone(),
        cursor: None,
        limit: Some(ROWS),
    });
    use_effect_with((view.narrows(), pages.total), move |(narrows, total)| {
        if let (true, Some(total)) = (narrows, total) {
            announce(&(texts(lang).found)(*total));
        }
    });
    use_effect_with((props.selected, pages.rows.len()), |(selected, _)| {
        if selected.is_some() {
            show_selected();
        }
    });
    let list = pages.first.draw(
        lang,
        || html! { <Card flush={true}><Skeleton shape={Shape::Table} count={8} /></Card> },
        |_| match pages.rows.is_empty() {
            true => empty(archive, &view, pages.first.at.day_in_rome(), lang),
            false => html! { <>{ rows(props, &pages, &view, wide, lang) }{ pages.foot(lang) }</> },
        },
    );
    // Years that are compared are not all shown: their number would be taken for that of the differences.
    let counted = archive.slug != comparison::SLUG || props.selected.is_some();
    let total = pages.total.filter(|_| counted).map(|total| (texts(lang).found)(total));
    html! {
        <div class="stack filling">
            if props.selected.is_none() {
                { about(archive.0, lang) }
                { picture(archive, company) }
            }
            <controls::Controls {company} {archive} view={view.clone()} brief={props.selected.is_some()} {total} />
            { list }
        </div>
    }
}

/// The rows as a table or as cards; years that are compared in a table of their own, unless one of them is open.
fn rows(props: &RecordsProps, pages: &Pages<Row>, view: &View, wide: bool, lang: Lang) -> Html {
    let RecordsProps { company, archive, selected } = *props;
    if archive.slug == comparison::SLUG && selected.is_none() {
        let (rows, view, whole) = (Rc::new(pages.rows.clone()), view.clone(), pages.more.is_none());
        return html! { <Comparison {company} {archive} {rows} {view} {whole} /> };
    }
    let lines = Lines { company, archive, rows: &pages.rows, view, selected, lang };
    if wide { table::draw(&lines) } else { cards::draw(&lines) }
}

/// Brings the row of the open record into the part of the list that is seen.
fn show_selected() {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    if let Some(row) = browser::find(".pane-list [aria-current=true]") {
        row.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// What the rows are drawn from.
pub(super) struct Lines<'r> {
    company: CompanyId,
    archive: Archive,
    rows: &'r [Row],
    view: &'r View,
    selected: Option<&'static str>,
    lang: Lang,
}

impl Lines<'_> {
    /// The page of a row; the list beside it stays as it is.
    fn href(&self, row: &Row) -> AttrValue {
        let href = record_href(self.company, self.archive.slug, &row.key);
        [href.as_str(), &self.view.query()].concat().into()
    }
}

/// What the archive is, for who has never seen it.
fn about(archive: &Section, lang: Lang) -> Html {
    let (words, own) = (texts(lang), &archive.words);
    html! {
        <Card flush={true}>
            <Accordion title={words.what_is}>
                <p>{ own.help.of(lang) }</p>
                <p class="muted small">{ [words.source, ": ", own.source.of(lang)].concat() }</p>
            </Accordion>
        </Card>
    }
}

/// What the archive says at a glance, where that says more than its rows.
fn picture(archive: Archive, company: CompanyId) -> Html {
    match archive.slug {
        "crediti" => html! { <Ageing {company} /> },
        "situazione-pagamenti" => html! { <DueAndPaid {company} /> },
        RETURNS => html! { <Strip {company} by_flow={true} /> },
        "storico-stati" | "interruzioni" | "posizioni" => html! { <States {company} /> },
        "dipendenze" => html! { <><Places {company} /><States {company} /></> },
        "iscrizioni-ruolo" | "dilazioni-cartella" | "domande-dilazione" => {
            html! { <Roll {company} /> }
        }
        "dati-dettaglio" => {
            html! { <><Changed {company} /><Subsections {company} /><Ties {company} /></> }
        }
        "cig" | "ispezioni" | "posta-ibrida" | "fondi-interprofessionali" | "committente" => {
            html! { <Standing {company} {archive} /> }
        }
        slug if notices::explains(slug) => html! { <notices::OfCompany {company} /> },
        _ => html! {},
    }
}

fn empty(archive: Archive, view: &View, on: Day, lang: Lang) -> Html {
    let words = texts(lang);
    if !view.narrows() {
        let title = match notices::explains(archive.slug) {
            true => AttrValue::Static(notices::none(lang)),
            false => (words.empty)(&words::day(on, lang)).into(),
        };
        return html! { <Card><EmptyState {title} text={archive.words.empty.of(lang)} icon={IconName::Folder} /></Card> };
    }
    let onclick = {
        let view = Rc::new(view.clone());
        Callback::from(move |_: MouseEvent| view.clear())
    };
    html! {
        <Card>
            <EmptyState title={words.none_found} text={words.none_found_text} icon={IconName::Search}>
                <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ words.show_all }</Button>
            </EmptyState>
        </Card>
    }
}
