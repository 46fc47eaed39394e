//! The grid as a file.

use shared::deadlines::Kind as Due;
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::lang::Lang;
use shared::practice::{Clients, Column as Of, Condition, Export, Layout, fold, select};
use shared::sections::{Phrase, SECTIONS, Source, phrase};

use super::{grid, views};
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::{Error, Result};
use crate::http::call::{Call, Download};

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let layout = layout(&app, &call, &request)?;
    let search = request.search.filter(|search| !search.trim().is_empty());
    let mut filters: Vec<Filter> =
        layout.filter.iter().map(|filter| filter_of(filter, lang)).collect();
    filters.extend(search.as_deref().map(|search| {
        Filter::by_text("search", phrase("Ricerca", "Search", "Suche").of(lang), search)
    }));
    let column = |of: &Of| {
        let (label, kind) = described(*of);
        Column::new(label, lang, kind)
    };
    let sheet = Sheet {
        title: phrase("Clienti", "Clients", "Mandanten").of(lang).to_owned(),
        lang,
        columns: layout.columns.iter().map(column).collect(),
        filters,
    };
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    let (inner, caller) = (app.clone(), call.caller.clone());
    export::make(&app, &call.caller, order, move |tx, rows| {
        let (today, at) = (inner.today(), inner.now());
        let grid = grid::clients(tx, inner.summaries(), &caller, today, at)?;
        let wanted = search.as_deref().map(fold).unwrap_or_default();
        for row in select(&grid, &layout.filter, &layout.sort, today) {
            let row = row as usize;
            if !has(&grid, row, &wanted) {
                continue;
            }
            let cells: Vec<Cell> =
                layout.columns.iter().map(|column| cell(&grid, row, *column, lang)).collect();
            if rows.push(&cells).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

/// The layout asked for, that of the view asked for, or all columns.
fn layout(app: &App, call: &Call, request: &Export) -> Result<Layout> {
    if let Some(written) = &request.layout {
        let layout: Layout =
            serde_json::from_str(written).map_err(|_| Error::field("layout", "not_a_layout"))?;
        views::sound(&layout)?;
        return Ok(layout);
    }
    let Some(wanted) = request.view else {
        return Ok(Layout { columns: Of::ALL.to_vec(), ..Layout::default() });
    };
    let views = app.store().read(|tx| views::of_caller(tx, &call.caller))?;
    let view = views.into_iter().find(|view| view.id == wanted);
    Ok(view.ok_or(Fault::NotFound)?.layout)
}

/// Whether a row has the part in its name or one of its codes.
fn has(grid: &Clients, row: usize, wanted: &str) -> bool {
    let name = grid.name.get(row).map(|name| fold(name)).unwrap_or_default();
    let codes = [grid.tax_code.get(row).map(String::as_str), matricola(grid, row)];
    name.contains(wanted)
        || codes.into_iter().flatten().any(|code| code.to_ascii_lowercase().contains(wanted))
}

fn matricola(grid: &Clients, row: usize) -> Option<&str> {
    grid.matricola.get(row)?.as_ref().map(shared::fiscal::Matricola::as_str)
}

/// What chose the rows; what was compared with may name somebody, and is not told to the audit log.
fn filter_of(condition: &Condition, lang: Lang) -> Filter {
    let (label, _) = described(condition.column);
    let values = condition.values.join(", ");
    Filter::by_text("filter", label.of(lang), format!("{} {values}", test(condition).of(lang)))
}

const fn test(condition: &Condition) -> Phrase {
    use shared::practice::Test;
    match condition.test {
        Test::Is => phrase("è", "is", "ist"),
        Test::IsNot => phrase("non è", "is not", "ist nicht"),
        Test::Contains => phrase("contiene", "contains", "enthält"),
        Test::AtLeast => phrase("almeno", "at least", "mindestens"),
        Test::AtMost => phrase("al massimo", "at most", "höchstens"),
        Test::Within => phrase("entro giorni", "within days", "binnen Tagen"),
        Test::Empty => phrase("vuoto", "empty", "leer"),
        Test::NotEmpty => phrase("non vuoto", "not empty", "nicht leer"),
    }
}

fn cell(grid: &Clients, row: usize, column: Of, lang: Lang) -> Cell {
    fn at<T: Clone>(list: &[T], row: usize) -> Option<T> {
        list.get(row).cloned()
    }
    let joined = |places: Option<Vec<u16>>, name: &dyn Fn(usize) -> Option<String>| {
        let names = places.unwrap_or_default().into_iter();
        let names: Vec<String> = names.filter_map(|place| name(usize::from(place))).collect();
        Cell::text(names.join(", "))
    };
    match column {
        Of::Name => at(&grid.name, row).into(),
        Of::TaxCode => at(&grid.tax_code, row).into(),
        Of::Matricola => matricola(grid, row).into(),
        Of::Office => {
            let place = at(&grid.office, row).flatten();
            place.and_then(|place| at(&grid.offices, usize::from(place))).into()
        }
        Of::State => at(&grid.state, row).map(|state| position_words(state, lang)).into(),
        Of::Declared => at(&grid.declared, row).flatten().into(),
        Of::Dm => {
            let state = at(&grid.dm, row).flatten();
            state.map(|state| crate::declarations::state_words(state).of(lang)).into()
        }
        Of::MonthsShort => at(&grid.months_short, row).into(),
        Of::Missing => at(&grid.missing, row).into(),
        Of::NotBalanced => at(&grid.not_balanced, row).into(),
        Of::NotDeclared => at(&grid.not_declared, row).into(),
        Of::Debts => at(&grid.debts, row).into(),
        Of::Debt => at(&grid.debt, row).into(),
        Of::Notices => at(&grid.notices, row).into(),
        Of::Workforce => at(&grid.workforce, row).flatten().into(),
        Of::Deadline => at(&grid.deadline, row).flatten().into(),
        Of::DeadlineKind => {
            at(&grid.deadline_kind, row).flatten().map(|due| due_words(due).of(lang)).into()
        }
        Of::Delegation => at(&grid.delegation, row).flatten().into(),
        Of::Assigned => {
            joined(at(&grid.assigned, row), &|place| Some(grid.staff.get(place)?.name.clone()))
        }
        Of::Tags => {
            joined(at(&grid.tagged, row), &|place| Some(grid.tags.get(place)?.name.clone()))
        }
        Of::Changes => at(&grid.changes, row).into(),
        Of::Changed => at(&grid.changed, row).flatten().into(),
    }
}

/// The words that the section of positions has for a state.
fn position_words(state: shared::companies::PositionState, lang: Lang) -> &'static str {
    use shared::companies::PositionState as S;
    let place = match state {
        S::Active => 0,
        S::CeasedProvisionally => 1,
        S::Ceased => 2,
        S::Suspended => 3,
        S::Reactivated => 4,
        S::Bankrupt => 5,
    };
    let section = SECTIONS.iter().find(|section| section.source == Source::Positions);
    let field = section.and_then(|section| section.field("state"));
    match field.map(|(_, field)| field.kind) {
        Some(shared::sections::Kind::Code(codes)) => {
            codes.get(place).map_or("", |code| code.words(lang))
        }
        _ => "",
    }
}

const fn due_words(due: Due) -> Phrase {
    match due {
        Due::F24 => phrase("F24", "F24", "F24"),
        Due::Uniemens => phrase("UniEmens", "UniEmens", "UniEmens"),
        Due::Delegation => phrase("Delega", "Delegation", "Vollmacht"),
        Due::Record => phrase("Archivio", "Archive", "Archiv"),
    }
}

const fn described(column: Of) -> (Phrase, Kind) {
    match column {
        Of::Name => (phrase("Azienda", "Company", "Unternehmen"), Kind::Text),
        Of::TaxCode => (phrase("Codice fiscale", "Tax code", "Steuernummer"), Kind::Code),
        Of::Matricola => (phrase("Matricola", "Matricola", "Matricola"), Kind::Code),
        Of::Office => (phrase("Sede", "Office", "Sitz"), Kind::Text),
        Of::State => (phrase("Stato", "State", "Stand"), Kind::Text),
        Of::Declared => {
            (phrase("Ultimo UniEmens", "Latest UniEmens", "Letztes UniEmens"), Kind::Month)
        }
        Of::Dm => (phrase("Stato del DM", "State of the DM", "Stand des DM"), Kind::Text),
        Of::MonthsShort => (phrase("Mesi scoperti", "Months short", "Offene Monate"), Kind::Count),
        Of::Missing => (phrase("Manca", "Missing", "Fehlt"), Kind::Euro),
        Of::NotBalanced => {
            (phrase("DM non quadrati", "DM not balanced", "DM nicht ausgeglichen"), Kind::Count)
        }
        Of::NotDeclared => {
            (phrase("Denunce mancanti", "Returns missing", "Fehlende Meldungen"), Kind::Count)
        }
        Of::Debts => {
            (phrase("Inadempienze aperte", "Open debts", "Offene Rückstände"), Kind::Count)
        }
        Of::Debt => (phrase("Importo aperto", "Open amount", "Offener Betrag"), Kind::Euro),
        Of::Notices => (
            phrase("Note di rettifica", "Rectification notices", "Berichtigungsmitteilungen"),
            Kind::Count,
        ),
        Of::Workforce => (phrase("Dipendenti", "Employees", "Angestellte"), Kind::Count),
        Of::Deadline => (phrase("Prossima scadenza", "Next deadline", "Nächste Frist"), Kind::Day),
        Of::DeadlineKind => (phrase("Che cosa scade", "What is due", "Was fällig ist"), Kind::Text),
        Of::Delegation => {
            (phrase("Delega fino al", "Delegation until", "Vollmacht bis"), Kind::Day)
        }
        Of::Assigned => (phrase("Collaboratori", "Collaborators", "Mitarbeiter"), Kind::Text),
        Of::Tags => (phrase("Etichette", "Tags", "Etiketten"), Kind::Text),
        Of::Changes => (phrase("Novità", "Changes", "Neues"), Kind::Count),
        Of::Changed => (phrase("Ultima novità", "Latest change", "Letzte Änderung"), Kind::Day),
    }
}
