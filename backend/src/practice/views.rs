//! Saved views.

use std::collections::BTreeSet;

use shared::calendar::Day;
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::ViewId;
use shared::offices::OfficeParameters;
use shared::practice::{
    Column, Condition, CreateView, DeleteView, HEADS, Layout, MOST_CONDITIONS, MOST_VALUES,
    MOST_VIEWS, ReplaceView, Sort, Test, VALUE, VIEW_NAME, View, Views, fold,
};

use super::desk::{self, Desk};
use super::table::{self, VIEWS};
use crate::access::Caller;
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::parameters::service as parameters;
use crate::store::{Order, ReadTx, Span};
use crate::write::write;

/// Tests by the numbers that stored views have of them; added to at the end only, as [`Column::ALL`] is.
pub(super) const TESTS: [Test; 8] = [
    Test::Is,
    Test::IsNot,
    Test::Contains,
    Test::AtLeast,
    Test::AtMost,
    Test::Within,
    Test::Empty,
    Test::NotEmpty,
];

fn number_of<T: PartialEq>(all: &[T], one: &T) -> u8 {
    let place = all.iter().position(|other| other == one);
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
}

/// A view as it is stored.
pub(super) fn record(name: &str, shared: bool, version: u64, layout: &Layout) -> table::View {
    let column = |column: &Column| number_of(&Column::ALL, column);
    table::View {
        name: name.to_owned(),
        shared,
        version,
        columns: layout.columns.iter().map(column).collect(),
        frozen: layout.frozen,
        sort: layout.sort.iter().map(|sort| (column(&sort.column), sort.descending)).collect(),
        filter: layout
            .filter
            .iter()
            .map(|condition| {
                let test = number_of(&TESTS, &condition.test);
                (column(&condition.column), test, condition.values.clone())
            })
            .collect(),
        pinned: layout.pinned,
    }
}

/// A stored view as it travels; columns and tests that a newer program wrote are left out.
fn shown(offices: &OfficeParameters, caller: &Caller, id: ViewId, view: table::View) -> View {
    let column = |number: u8| Column::ALL.get(usize::from(number)).copied();
    let layout = Layout {
        columns: view.columns.into_iter().filter_map(column).collect(),
        frozen: view.frozen,
        sort: view
            .sort
            .into_iter()
            .filter_map(|(number, descending)| Some(Sort { column: column(number)?, descending }))
            .collect(),
        filter: view
            .filter
            .into_iter()
            .filter_map(|(number, test, values)| {
                let test = *TESTS.get(usize::from(test))?;
                Some(by_digits(offices, Condition { column: column(number)?, test, values }))
            })
            .collect(),
        pinned: view.pinned,
    };
    let editable = !view.shared || HEADS.contains(&caller.role);
    View { id, name: view.name, shared: view.shared, editable, layout, version: view.version }
}

/// A condition that names offices by what they were called when it was saved, by their digits: those do not change with the name.
fn by_digits(offices: &OfficeParameters, mut condition: Condition) -> Condition {
    let is_whole = matches!(condition.test, Test::Is | Test::IsNot);
    if condition.column == Column::Office && is_whole {
        for value in &mut condition.values {
            if let Some(code) = offices.named(value) {
                *value = code.to_string();
            }
        }
    }
    condition
}

/// Where the views of the caller are: their own, and those of where they sit.
fn places(tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<BTreeSet<Desk>> {
    let mut places = BTreeSet::from([desk::of_person(caller.person)]);
    places.extend(desk::all(tx, caller, today)?);
    Ok(places)
}

fn of_caller(tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<Vec<View>> {
    let (set, mut views) = (parameters::current(tx)?, Vec::new());
    for (kind, which) in places(tx, caller, today)? {
        let rows = VIEWS.collect(tx, &Span::prefix(&(kind, which)), Order::Ascending)?;
        views
            .extend(rows.into_iter().map(|((.., id), view)| shown(&set.offices, caller, id, view)));
    }
    views.sort_by_cached_key(|view| {
        (view.layout.pinned.is_none(), view.layout.pinned, fold(&view.name), view.id)
    });
    Ok(views)
}

pub(super) async fn list(app: App, call: Call, _: Views) -> Result<Answer<Vec<View>>> {
    let today = app.today();
    app.store().read(|tx| Ok(of_caller(tx, &call.caller, today)?.into()))
}

pub(super) async fn create(app: App, call: Call, request: CreateView) -> Result<Answer<View>> {
    let (caller, today) = (call.caller, app.today());
    if request.shared {
        desk::heads_only(&caller)?;
    }
    sound(&request.layout)?;
    let id: ViewId = app.new_id();
    let made = write(&app, call.key, Some(caller.person), move |tx| {
        let others = of_caller(tx, &caller, today)?;
        let name = name(&others, &request.name, id)?;
        if others.iter().filter(|view| view.shared == request.shared).count() >= MOST_VIEWS {
            return Err(Error::field("shared", "too_many"));
        }
        let (kind, which) =
            if request.shared { desk::of(&caller) } else { desk::of_person(caller.person) };
        let view = record(&name, request.shared, 1, &request.layout);
        VIEWS.put(tx, &(kind, which, id), &view)?;
        let set = parameters::current(tx)?;
        Ok((shown(&set.offices, &caller, id, view), NewEntry::of(CreateView::SPEC.name).about(id)))
    })
    .await?;
    Ok(made.into())
}

pub(super) async fn replace(app: App, call: Call, request: ReplaceView) -> Result<Answer<View>> {
    let (caller, today) = (call.caller, app.today());
    sound(&request.layout)?;
    let id = request.view;
    let made = write(&app, call.key, Some(caller.person), move |tx| {
        let (desk, before) = looked_at(tx, &caller, today, (id, request.version))?;
        let name = name(&of_caller(tx, &caller, today)?, &request.name, id)?;
        let view = record(&name, before.shared, before.version + 1, &request.layout);
        VIEWS.put(tx, &(desk.0, desk.1, id), &view)?;
        let set = parameters::current(tx)?;
        Ok((shown(&set.offices, &caller, id, view), NewEntry::of(ReplaceView::SPEC.name).about(id)))
    })
    .await?;
    Ok(made.into())
}

pub(super) async fn delete(app: App, call: Call, request: DeleteView) -> Result<Answer<()>> {
    let (caller, today, id) = (call.caller, app.today(), request.view);
    write(&app, call.key, Some(caller.person), move |tx| {
        let (desk, _) = looked_at(tx, &caller, today, (id, request.version))?;
        VIEWS.delete(tx, &(desk.0, desk.1, id))?;
        Ok(((), NewEntry::of(DeleteView::SPEC.name).about(id)))
    })
    .await?;
    Ok(().into())
}

/// The view and where it is, if the caller may change it and it is as it was looked at.
fn looked_at(
    tx: &dyn ReadTx,
    caller: &Caller,
    today: Day,
    (id, version): (ViewId, u64),
) -> Result<(Desk, table::View)> {
    for desk in places(tx, caller, today)? {
        let Some(view) = VIEWS.get(tx, &(desk.0, desk.1, id))? else { continue };
        if view.shared {
            desk::heads_only(caller)?;
        }
        if view.version != version {
            return Err(Fault::Conflict(view.version).into());
        }
        return Ok((desk, view));
    }
    Err(Fault::NotFound.into())
}

/// The name as it is kept, if it can be one that no other view of the caller has.
fn name(others: &[View], name: &str, id: ViewId) -> Result<String> {
    let name = name.trim();
    let wrong = |reason| Err(Error::field("name", reason));
    if name.is_empty() || name.chars().any(char::is_control) {
        return wrong("empty");
    }
    if name.chars().count() > VIEW_NAME {
        return wrong("too_long");
    }
    if others.iter().any(|view| view.id != id && fold(&view.name) == fold(name)) {
        return wrong("taken");
    }
    Ok(name.to_owned())
}

/// Refuses a layout that no grid could have.
pub(super) fn sound(layout: &Layout) -> Result<()> {
    let twice =
        |columns: Vec<Column>| columns.iter().collect::<BTreeSet<_>>().len() < columns.len();
    let long = |condition: &Condition| {
        let values = &condition.values;
        values.len() > MOST_VALUES || values.iter().any(|value| value.chars().count() > VALUE)
    };
    let wrong = |field, reason| Err(Error::field(field, reason));
    if layout.columns.is_empty() {
        return wrong("columns", "empty");
    }
    if twice(layout.columns.clone()) {
        return wrong("columns", "twice");
    }
    if usize::from(layout.frozen) >= layout.columns.len() {
        return wrong("frozen", "too_many");
    }
    if twice(layout.sort.iter().map(|sort| sort.column).collect()) {
        return wrong("sort", "twice");
    }
    if layout.filter.len() > MOST_CONDITIONS || layout.filter.iter().any(long) {
        return wrong("filter", "too_many");
    }
    if !layout.filter.iter().all(Condition::is_sound) {
        return wrong("filter", "not_a_test");
    }
    Ok(())
}
