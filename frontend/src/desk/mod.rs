//! The office's desk: its queue, the clock that runs out first at the top. One request of it is drawn as its customer sees it, with
//! what is internal and what an office may do.

mod begin;
mod checklist;
mod hours;
mod manage;
mod modules;
mod presence;
mod related;
mod select;
mod text;
mod together;
mod turns;

pub(crate) use begin::Unbegun;
pub use begin::{Begin, WriteTo, title as begin_title};
pub use checklist::Checklist;
pub use hours::href as hours_href;
pub use manage::{Manage, is_for as sees_modules, title as modules_title};
pub use modules::Modules;
pub use presence::Presence;
pub use related::{Related, use_targets};
pub use select::{Selection, use_selection};
pub use together::{Together, title as together_title};
pub use turns::use_turns;

use std::rc::Rc;

use shared::auth::Role;
use shared::calendar::Day;
use shared::filters::Of;
use shared::lang::Lang;
use shared::live::TopicKind;
use shared::page::Cursor;
use shared::requests::topics::{NamedUnit, Unit};
use shared::requests::{Age, Counters, QueuePage, RequestRow, View};
use yew::prelude::*;

use crate::events;
use crate::export;
use crate::filters::Saved;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::live::use_live;
use crate::query::{query_value, use_query};
use crate::remote::use_remote;
use crate::requests::{All, Left, choice, next, state, subject, texts, waits_for_call};
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Choice, Column, EmptyState, IconName,
    LinkButton, Row, Select, Shape, Skeleton, Tab, Table, Tabs,
};

/// The address of the text modules among the tools.
pub const MODULES: &str = "moduli";
/// The address of a joint answer among them.
pub const TOGETHER: &str = "insieme";
/// The address of a first message to a company among them.
pub const WRITE: &str = "scrivi";

/// Rows of a page: those whose clocks run out first.
const PAGE: u16 = 100;

/// The views, with what stands for them in the address.
const VIEWS: [(&str, View); 8] = [
    ("", View::Open),
    ("mie", View::Mine),
    ("non-assegnate", View::Unassigned),
    ("in-scadenza", View::Due),
    ("in-attesa", View::Awaiting),
    ("riaperte", View::Reopened),
    ("secondo-livello", View::Second),
    ("da-richiamare", View::Call),
];

/// What stands for all requests of the office in the address of the queue.
const EVERY: &str = "tutte";

/// The address of all requests of the office.
pub fn every_href() -> String {
    [Route::Queue.href().as_str(), "?pagina=", EVERY].concat()
}

/// What stands at the address of the queue: the queue, all that the office was ever asked, or the hours of those who work it.
#[component]
pub fn Queue() -> Html {
    let lang = use_lang();
    let (page, _) = use_query("pagina");
    let (heading, page) = match page.as_deref() {
        Some(hours::SLUG) => (Some(hours::title(lang)), html! { <hours::Hours /> }),
        Some(EVERY) => (Some(texts(lang).every), html! { <All /> }),
        _ => (None, html! { <Waiting /> }),
    };
    use_heading(heading.map(AttrValue::Static), None);
    page
}

/// The queue of the office.
#[component]
fn Waiting() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let ((view, set_view), (unit, set_unit)) = (use_query("vista"), use_query("unita"));
    let (after, set_after) = use_query("dopo");
    let narrowed = use_narrowed();
    let request = asked();
    let queue = use_remote(&request);
    use_live(&[(TopicKind::Request, None)], queue.reload.clone());
    let selection = use_selection();
    let tabs = tabs(queue.value.as_ref().map(|queue| &queue.counters), lang);
    // While another part of the queue is asked for, the units are those of the part before.
    let known = use_mut_ref(Vec::<NamedUnit>::new);
    queue.value.iter().for_each(|queue| known.borrow_mut().clone_from(&queue.units));
    let list = queue.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={8} /> },
        |queue| html! { <>{ rows(queue, &selection, lang) }{ turns(queue, after.is_some(), &set_after, lang) }</> },
    );
    let now = [("vista", view.clone()), ("unita", unit.clone())];
    let now: Vec<_> = now.into_iter().chain(narrowed.terms.clone()).collect();
    let files = export::menu(lang, |format| request.clone().export(format, Some(lang)));
    // Another part of the queue begins at its beginning.
    let from_first = |set: Callback<Option<String>>| {
        let set_after = set_after.clone();
        Callback::from(move |value: AttrValue| {
            set_after.emit(None);
            set.emit(Some(value.to_string()));
        })
    };
    html! {
        <div class="stack">
            <Left />
            <Tabs label={words.queue} {tabs} value={view.unwrap_or_default()}
                onchange={from_first(set_view)}>
                <div class="stack">
                    <div class="filters">
                        <Select label={words.unit} choices={units(&known.borrow(), lang)}
                            value={request.unit.map(|unit| unit.to_string()).unwrap_or_default()} onchange={from_first(set_unit)} />
                        { narrowed.clear(&set_after, lang) }
                        <Ways />
                        { selection.bar(lang) }
                    </div>
                    <div class="row"><Saved of={Of::Queue} path={Route::Queue.href()} {now} />{ files }</div>
                    { list }
                </div>
            </Tabs>
        </div>
    }
}

/// The part of the queue that the address names, of a request as well that was opened from it.
fn asked() -> shared::requests::Queue {
    let value = |name: &str| query_value(name).unwrap_or_default();
    let view = value("vista");
    let view = VIEWS.iter().find(|(slug, _)| view == *slug);
    shared::requests::Queue {
        view: view.map_or(View::Open, |(_, view)| *view),
        unit: of_address(&value("unita")),
        charge: value("incaricato").parse().ok(),
        age: Age::ALL.into_iter().nth(value("eta").parse().unwrap_or(usize::MAX)),
        term: Day::parse(&value("termine")),
        cursor: query_value("dopo").map(Cursor),
        limit: Some(PAGE),
    }
}

/// Every unit, or one of those that there are.
fn units(known: &[NamedUnit], lang: Lang) -> Vec<Choice> {
    let named = |one: &NamedUnit| choice(one.unit.to_string(), one.name.of(lang).to_owned());
    let every = choice("", texts(lang).every_unit);
    [every].into_iter().chain(known.iter().map(named)).collect()
}

/// The unit of an address; one that was kept when they were counted has its place.
fn of_address(text: &str) -> Option<Unit> {
    let at = || Unit::SHIPPED.get(text.parse::<usize>().ok()?).copied();
    Unit::parse(text).ok().or_else(at)
}

/// A tab for each view, with its count once that is known.
fn tabs(counters: Option<&Counters>, lang: Lang) -> Vec<Tab> {
    let counts = counters.map(counts);
    let tab = |(at, (slug, view)): (usize, &(&'static str, View))| {
        let name = view.name().of(lang);
        let label: AttrValue = match counts.and_then(|counts| counts.get(at).copied()) {
            Some(count) => [name, " (", &count.to_string(), ")"].concat().into(),
            None => AttrValue::Static(name),
        };
        Tab { value: AttrValue::Static(slug), label }
    };
    VIEWS.iter().enumerate().map(tab).collect()
}

/// What a figure of the office's report leads to: the requests that it counts.
struct Narrowed {
    /// As the address has it.
    terms: [(&'static str, Option<String>); 3],
    /// Each puts something else in the address.
    set: [Callback<Option<String>>; 3],
}

#[hook]
fn use_narrowed() -> Narrowed {
    let ((age, set_age), (term, set_term)) = (use_query("eta"), use_query("termine"));
    let (charge, set_charge) = use_query("incaricato");
    Narrowed {
        terms: [("eta", age), ("termine", term), ("incaricato", charge)],
        set: [set_age, set_term, set_charge],
    }
}

impl Narrowed {
    /// The way back to the whole queue, where it is not shown.
    fn clear(self, set_after: &Callback<Option<String>>, lang: Lang) -> Html {
        if self.terms.iter().all(|(_, term)| term.is_none()) {
            return html! {};
        }
        let (set, set_after) = (self.set, set_after.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            set.iter().chain([&set_after]).for_each(|set| set.emit(None));
        });
        html! { <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} icon={IconName::Filter} {onclick}>{ texts(lang).clear }</Button> }
    }
}

/// The ways to the other pages of the office.
#[component]
fn Ways() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let to = |href: AttrValue, icon: IconName, label: &'static str| {
        html! { <LinkButton kind={ButtonKind::Ghost} size={ButtonSize::Medium} {icon} {href}>{ label }</LinkButton> }
    };
    let way = |route: Route, icon: IconName, label: &'static str| to(route.href(), icon, label);
    html! {
        <>
            if viewer.role == Role::Manager { { way(Route::Office, IconName::Chart, words.how_it_stands) } }
            { to(every_href().into(), IconName::List, words.every) }
            { way(Route::Register, IconName::Document, words.register) }
            { to(hours_href().into(), IconName::User, hours::title(lang)) }
        </>
    }
}

/// In the order of the views.
const fn counts(counters: &Counters) -> [u32; 8] {
    let Counters { open, mine, unassigned, due, awaiting, reopened, second, call } = *counters;
    [open, mine, unassigned, due, awaiting, reopened, second, call]
}

fn rows(queue: &QueuePage, selection: &Selection, lang: Lang) -> Html {
    let words = texts(lang);
    if queue.page.items.is_empty() {
        return html! { <EmptyState title={words.queue_none} icon={IconName::CheckCircle} /> };
    }
    let boxes = selection.is_on.then(|| selection.column(lang));
    let columns = boxes.into_iter().chain([
        Column::new("subject", words.subject, CellKind::Title),
        // By which they are sorted: in sight on a narrow screen too.
        Column::new("next", words.next_term, CellKind::Text),
        Column::new("state", words.state, CellKind::Text),
        Column::new("company", words.client, CellKind::Text),
        Column::new("charge", words.in_charge, CellKind::Text),
    ]);
    let today = events::now().day_in_rome();
    let row = |row: &RequestRow| {
        let (tone, label) = state(row.state, lang);
        let day = (words.elapsed)(row.clock.elapsed, row.clock.terms.most_days);
        let under = |above: Html, below: &str| {
            Cell::Html(html! { <div>{ above }<div class="muted">{ below }</div></div> })
        };
        let cells = [
            Cell::Html(html! {
                <>{ subject(row, lang) }if row.call { { " " }{ waits_for_call(lang) } }</>
            }),
            under(next(&row.clock, today, lang), &day),
            Cell::tag(tone, label),
            Cell::text(row.name.clone()),
            under(html! { row.charge.clone().unwrap_or_default() }, row.unit_name.of(lang)),
        ];
        let boxed = selection.is_on.then(|| selection.cell(row, lang));
        let href = turns::href(row.id);
        let row = Row::new(row.id.to_string(), boxed.into_iter().chain(cells).collect());
        if selection.leads() { row.with_href(href).shared() } else { row.shared() }
    };
    let rows: Vec<Rc<Row>> = queue.page.items.iter().map(row).collect();
    let columns = Rc::new(columns.collect::<Vec<_>>());
    html! { <Card flush={true}><Table caption={words.queue} {columns} {rows} /></Card> }
}

/// The ways to the rows after these, and back to the first.
fn turns(queue: &QueuePage, is_later: bool, set: &Callback<Option<String>>, lang: Lang) -> Html {
    let words = texts(lang);
    let turn = |label: &'static str, to: Option<String>| {
        let onclick = set.reform(move |_: MouseEvent| to.clone());
        html! { <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ label }</Button> }
    };
    html! {
        <div class="row">
            if is_later { { turn(words.to_first, None) } }
            { for queue.page.next.clone().map(|Cursor(next)| turn(words.further, Some(next))) }
        </div>
    }
}
