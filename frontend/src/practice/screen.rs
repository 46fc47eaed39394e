//! The screen of the clients: tabs, tools, the grid or the cards, and what is done to those selected.

use std::rc::Rc;

use shared::lang::Lang;
use shared::practice::{self, Column, Sort, View, Views};
use yew::prelude::*;

use super::bulk::{Bulk, ExportAll};
use super::chooser::Chooser;
use super::columns::{self, ON_A_TABLET, Sheet, adds_up, number, sum_words};
use super::desk::Desk;
use super::filters::Filters;
use super::preview::Preview;
use super::sight::{Ask, Sight, use_sight};
use super::start::Start;
use super::text::texts;
use super::views::Tabs;
use super::widths::{read_widths, write_widths};
use crate::browser;
use crate::changes;
use crate::events;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::keyboard::has_page;
use crate::query::use_query;
use crate::remote::use_remote;
use crate::route::Route;
use crate::router::use_navigator;
use crate::search;
use crate::session::use_viewer;
use crate::ui::grid::{Bits, Cards, Grid, Needle, SortBy, SourceHandle, look_ahead, pressed};
use crate::ui::kept::use_kept;
use crate::ui::media::{DESK, TABLET, use_media};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Chip, EmptyState, Field, FieldType, IconName, Link, Shape,
    Skeleton,
};

/// Milliseconds without a key after which the address says what is searched.
const TYPING_MS: i32 = 250;
/// Milliseconds after which the search is made ready, when the first rows are seen.
const READY_MS: i32 = 300;
/// Where it is kept on this device that rows are dense, that the preview is open, and how wide columns are.
const DENSE: &str = "cassetto.grid.dense";
const PANE: &str = "cassetto.grid.pane";
const WIDTHS: &str = "cassetto.grid.widths";
const YES: &str = "1";
/// The moment from which `cargo xtask bench grid` counts until the first rows are there.
const READ: &str = "cassetto-grid-read";

/// The screen.
#[component]
pub fn Clients() -> Html {
    let lang = use_lang();
    let all = use_remote(&practice::Grid {});
    let reload = all.reload.clone();
    all.draw(
        lang,
        || html! { <Waiting /> },
        |clients| match clients.is_empty() {
            true => html! { <Start /> },
            false => html! { <Board clients={clients.clone()} {reload} /> },
        },
    )
}

/// What is shown until the clients are here.
#[component]
fn Waiting() -> Html {
    use_effect_with((), |()| look_ahead());
    html! { <Skeleton shape={Shape::Table} count={12} /> }
}

#[derive(PartialEq, Properties)]
struct BoardProps {
    clients: Rc<practice::Clients>,
    reload: Callback<()>,
}

#[component]
fn Board(props: &BoardProps) -> Html {
    let lang = use_lang();
    let views = use_remote(&Views {});
    let saved: Rc<Vec<View>> = views.value.clone().unwrap_or_default();
    let (sight, ask) = use_sight(&saved);
    let (typed, onsearch) = use_search();
    let rows = use_rows(&props.clients, &sight, &typed);
    let (selected, onselect) = use_selection(&props.clients, &rows.shown);
    let selecting = use_state_eq(|| false);
    let (wide, desk) = (use_media(TABLET), use_media(DESK));
    let (pane, set_pane) = use_kept(PANE);
    let active = use_state_eq(|| None::<u32>);
    use_effect_with((typed.clone(), rows.shown.len()), move |(typed, found)| {
        if !typed.is_empty() {
            announce(&(texts(lang).found)(*found as u64));
        }
    });
    let split = desk && pane.is_some();
    let clear = onselect.reform(|()| Bits::default());
    let body = match (rows.shown.is_empty(), wide) {
        (true, _) => nothing(&ask, &onsearch, lang),
        (_, true) => html! {
            <Sheets rows={rows.clone()} sight={sight.clone()} ask={ask.clone()} selected={selected.clone()} onselect={onselect.clone()}
                roomy={desk} onactive={Callback::from({ let active = active.setter(); move |row| active.set(Some(row)) })} />
        },
        _ => {
            html! { <Pile rows={rows.clone()} selected={selected.clone()} {onselect} selecting={*selecting} /> }
        }
    };
    html! {
        <div class="practice">
            <News clients={props.clients.clone()} />
            <Tabs desk={rows.desk.clone()} views={saved} sight={sight.clone()} ask={ask.clone()} reload={views.reload.clone()} />
            <div class="practice-tools">
                <Field r#type={FieldType::Search} label={texts(lang).search} value={typed.clone()} oninput={onsearch} optional={true} autocomplete="off" />
                <div class="chips">
                    <Filters desk={rows.desk.clone()} sight={sight.clone()} ask={ask.clone()} />
                    { tools(&sight, &ask, wide, desk, (pane.is_some(), &set_pane), &selecting, lang) }
                    if !rows.shown.is_empty() {
                        <ExportAll clients={props.clients.clone()} shown={rows.shown.clone()} sight={sight.clone()} search={typed.clone()} />
                    }
                </div>
            </div>
            <div class={classes!("practice-body", split.then_some("practice-split"))}>
                <div class="practice-rows">{ body }</div>
                if split {
                    <Preview desk={rows.desk.clone()} row={(*active).filter(|row| (*row as usize) < rows.desk.len())} reload={props.reload.clone()} />
                }
            </div>
            if !selected.is_empty() {
                <Bulk clients={props.clients.clone()} {selected} sight={sight} search={typed} shown={rows.shown.clone()} onclear={clear} reload={props.reload.clone()} />
            }
        </div>
    }
}

/// The rows to be shown, in order, and where they come from. The same as long as nothing about them changed.
#[derive(Clone, PartialEq)]
struct Rows {
    desk: Rc<Desk>,
    source: SourceHandle,
    shown: Rc<[u32]>,
}

#[hook]
fn use_rows(clients: &Rc<practice::Clients>, sight: &Sight, typed: &str) -> Rows {
    let lang = use_lang();
    let asks = has_page(use_viewer().role, Route::Requests);
    let desk = use_memo(clients.clone(), |clients| {
        browser::mark(READ);
        Desk::new(clients.clone(), events::now().day_in_rome())
    });
    let ready = use_mut_ref(|| None);
    use_effect_with(desk.clone(), move |desk| {
        let desk = desk.clone();
        *ready.borrow_mut() = events::after(READY_MS, move || {
            desk.hay();
        });
    });
    let source = use_memo((desk.clone(), lang, asks), |(desk, lang, asks)| {
        SourceHandle::new(Rc::new(Sheet { desk: desk.clone(), lang: *lang, asks: *asks }))
    });
    let order =
        use_memo((desk.clone(), sight.sort.clone()), |(desk, sort)| desk.order(&steps(sort)));
    let meeting =
        use_memo((desk.clone(), sight.filter.clone()), |(desk, filter)| desk.meeting(filter));
    let shown = use_memo(
        (desk.clone(), order, meeting, typed.to_owned()),
        |(desk, order, meeting, typed)| {
            let needle = Needle::new(typed);
            let found = desk.found(&needle);
            order
                .iter()
                .copied()
                .filter(|row| meeting.has(*row) && found.has(*row))
                .collect::<Rc<[u32]>>()
        },
    );
    Rows { desk, source: (*source).clone(), shown: (*shown).clone() }
}

fn steps(sort: &[Sort]) -> Vec<SortBy> {
    sort.iter()
        .map(|step| SortBy { column: number(step.column), descending: step.descending })
        .collect()
}

/// What is typed: at once for the rows, a moment later for the address.
#[hook]
fn use_search() -> (String, Callback<String>) {
    let (asked, set_asked) = use_query("cerca");
    let typed = use_state_eq(|| asked.clone().unwrap_or_default());
    let written = use_mut_ref(|| asked.clone().unwrap_or_default());
    let waiting = use_mut_ref(|| None);
    use_effect_with(asked.unwrap_or_default(), {
        let (typed, written) = (typed.setter(), written.clone());
        move |asked| {
            // Only what came from elsewhere: what was typed here is ahead of the address.
            if *written.borrow() != *asked {
                typed.set(asked.clone());
                written.replace(asked.clone());
            }
        }
    });
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |text: String| {
            typed.set(text.clone());
            let (set_asked, written) = (set_asked.clone(), written.clone());
            *waiting.borrow_mut() = events::after(TYPING_MS, move || {
                let text = text.trim().to_owned();
                written.replace(text.clone());
                set_asked.emit(Some(text));
            });
        })
    };
    ((*typed).clone(), oninput)
}

/// The rows selected: a part of those shown, kept as long as the clients are the same ones.
#[hook]
fn use_selection(clients: &Rc<practice::Clients>, shown: &Rc<[u32]>) -> (Rc<Bits>, Callback<Bits>) {
    let chosen = use_state(|| (clients.clone(), Bits::default()));
    let known = chosen.0.id == clients.id;
    let selected = use_memo((known, chosen.1.clone(), shown.clone()), |(known, chosen, shown)| {
        let mut inside = Bits::none(shown.iter().max().map_or(0, |last| *last as usize + 1));
        if *known && !chosen.is_empty() {
            shown.iter().filter(|row| chosen.has(**row)).for_each(|row| inside.set(*row, true));
        }
        inside
    });
    let onselect = {
        let (chosen, clients) = (chosen.setter(), clients.clone());
        Callback::from(move |bits: Bits| chosen.set((clients.clone(), bits)))
    };
    (selected, onselect)
}

/// Opens a client, and keeps it among what was opened lately.
#[hook]
fn use_open(source: &SourceHandle) -> Callback<u32> {
    let (viewer, navigator, source) = (use_viewer(), use_navigator(), source.clone());
    Callback::from(move |row| {
        let href = source.href(row);
        search::note(viewer.person, source.name(row), href.clone());
        if let Some(navigator) = &navigator {
            navigator.push(&href);
        }
    })
}

#[derive(PartialEq, Properties)]
struct NewsProps {
    clients: Rc<practice::Clients>,
}

/// How many clients have news, leading there.
#[component]
fn News(props: &NewsProps) -> Html {
    let words = texts(use_lang());
    let count = props.clients.changes.iter().filter(|count| **count > 0).count() as u32;
    match count {
        0 => html! { <p class="muted">{ words.nothing_changed }</p> },
        count => {
            html! { <p><Link href={changes::href(None)}>{ (words.changed_since)(count) }</Link></p> }
        }
    }
}

fn nothing(ask: &Callback<Ask>, onsearch: &Callback<String>, lang: Lang) -> Html {
    let words = texts(lang);
    let (ask, onsearch) = (ask.clone(), onsearch.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        onsearch.emit(String::new());
        ask.emit(Ask::Tab(String::new()));
    });
    html! {
        <EmptyState title={words.none} text={words.none_text} icon={IconName::Search}>
            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ words.show_all }</Button>
        </EmptyState>
    }
}

/// The switches of the grid; of the cards only the one that begins a selection.
fn tools(
    sight: &Sight,
    ask: &Callback<Ask>,
    wide: bool,
    desk: bool,
    (pane, set_pane): (bool, &Callback<Option<String>>),
    selecting: &UseStateHandle<bool>,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    if !wide {
        let (set, on) = (selecting.setter(), **selecting);
        let onclick = Callback::from(move |_: MouseEvent| set.set(!on));
        return html! { <Chip label={words.selecting} icon={IconName::CheckCircle} selected={on} {onclick} /> };
    }
    html! {
        <>
            <Chooser columns={sight.columns.clone()} onchange={ask.reform(Ask::Columns)}
                frozen={sight.frozen} onfreeze={ask.reform(Ask::Frozen)} />
            if desk {
                <Density />
                <Chip label={words.pane} icon={IconName::Eye} selected={pane}
                    onclick={set_pane.reform(move |_: MouseEvent| (!pane).then(|| YES.to_owned()))} />
            }
        </>
    }
}

/// Rows of 44 or of 32.
#[component]
fn Density() -> Html {
    let words = texts(use_lang());
    let (dense, set) = use_kept(DENSE);
    let on = dense.is_some();
    html! {
        <Chip label={words.compact} icon={IconName::Menu} selected={on}
            onclick={set.reform(move |_: MouseEvent| (!on).then(|| YES.to_owned()))} />
    }
}

#[derive(PartialEq, Properties)]
struct SheetsProps {
    rows: Rows,
    sight: Sight,
    ask: Callback<Ask>,
    selected: Rc<Bits>,
    onselect: Callback<Bits>,
    /// Whether there is room for all columns and for dense rows.
    roomy: bool,
    onactive: Callback<u32>,
}

/// The grid.
#[component]
fn Sheets(props: &SheetsProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (dense, _) = use_kept(DENSE);
    let (widths, set_widths) = use_kept(WIDTHS);
    let widths = use_memo(widths, |widths| read_widths(widths.as_deref().unwrap_or_default()));
    let visible = if props.roomy { props.sight.columns.len() } else { ON_A_TABLET };
    let chosen: Vec<Column> = props.sight.columns.iter().copied().take(visible).collect();
    // On a tablet several would leave no room for the others.
    let frozen = if props.roomy { usize::from(props.sight.frozen) } else { 1 };
    let shown = use_memo(
        (chosen.clone(), frozen, widths.clone(), lang),
        |(chosen, frozen, widths, lang)| columns::shown(chosen, *frozen, widths, *lang),
    );
    let sorting = use_memo(props.sight.sort.clone(), |sort| Rc::<[SortBy]>::from(steps(sort)));
    let totals = use_memo((props.rows.clone(), chosen, lang), |(rows, chosen, lang)| {
        totals(rows, chosen, *lang)
    });
    let onsort = {
        let (ask, sorting) = (props.ask.clone(), sorting.clone());
        Callback::from(move |(column, add)| {
            let column_of = |step: SortBy| {
                Some(Sort { column: *Column::ALL.get(step.column)?, descending: step.descending })
            };
            ask.emit(Ask::Sort(
                pressed(&sorting, column, add).into_iter().filter_map(column_of).collect(),
            ));
        })
    };
    let onopen = use_open(&props.rows.source);
    let onwiden = Callback::from(move |(column, width): (usize, u16)| {
        let Some(column) = Column::ALL.get(column).copied() else { return };
        let others = widths.iter().copied().filter(|(each, _)| *each != column);
        let widths: Vec<(Column, u16)> = others.chain([(column, width)]).collect();
        set_widths.emit(Some(write_widths(&widths)));
    });
    html! {
        <Grid id="clients" label={words.table} source={props.rows.source.clone()} columns={(*shown).clone()} view={props.rows.shown.clone()}
            selected={props.selected.clone()} sorting={(*sorting).clone()} totals={(*totals).clone()} compact={props.roomy && dense.is_some()}
            select={words.select} select_all={words.select_all} {onsort} onselect={props.onselect.clone()} {onopen}
            onactive={props.onactive.clone()} {onwiden} />
    }
}

fn totals(rows: &Rows, columns: &[Column], lang: Lang) -> Rc<[AttrValue]> {
    let one = |column: &Column| match column {
        Column::Name => (texts(lang).total)(rows.shown.len() as u64).into(),
        column if adds_up(*column) => sum_words(*column, rows.desk.sum(*column, &rows.shown), lang),
        _ => AttrValue::Static(""),
    };
    columns.iter().map(one).collect()
}

#[derive(PartialEq, Properties)]
struct PileProps {
    rows: Rows,
    selected: Rc<Bits>,
    onselect: Callback<Bits>,
    selecting: bool,
}

/// The cards.
#[component]
fn Pile(props: &PileProps) -> Html {
    let words = texts(use_lang());
    let onopen = use_open(&props.rows.source);
    let ontoggle = {
        let (selected, onselect, most) =
            (props.selected.clone(), props.onselect.clone(), props.rows.desk.len());
        Callback::from(move |row| {
            let mut next = Bits::none(most);
            selected.iter().for_each(|row| next.set(row, true));
            next.set(row, !selected.has(row));
            onselect.emit(next);
        })
    };
    let selecting = props.selecting || !props.selected.is_empty();
    html! {
        <>
            <p class="muted" role="status">{ (words.found)(props.rows.shown.len() as u64) }</p>
            <Cards label={words.table} source={props.rows.source.clone()} view={props.rows.shown.clone()} selected={props.selected.clone()}
                {selecting} select={words.select} {ontoggle} {onopen} />
        </>
    }
}
