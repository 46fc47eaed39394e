//! The grid as a file: the columns, the filter and the order that somebody sees, over all clients that match.

use std::collections::BTreeSet;

use shared::calendar::Day;
use shared::endpoint::Endpoint;
use shared::fiscal::Matricola;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::practice::{
    Clients, Column, Condition, Export, MOST_NAMED, fold, read_columns, read_filter, read_sort,
    select,
};
use shared::sections::{Phrase, phrase};

use super::grid::{Memory, clients};
use crate::app::App;
use crate::companies::state_words;
use crate::declarations::state_words as dm_words;
use crate::durc::light_words;
use crate::export::{self, Cell, Filter, Kind, Order, Rows, Sheet};
use crate::fault::{Error, Result};
use crate::http::call::{Call, Download};
use crate::offices::service as offices;
use crate::store::ReadTx;

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let named = Named::of(&request)?;
    let asked = request.columns.as_deref().and_then(read_columns);
    let columns = asked.unwrap_or_else(|| Column::ALL.to_vec());
    let label = |column: &Column| {
        let (label, kind) = words(*column);
        export::Column::new(label, lang, kind)
    };
    let today = app.today();
    let filters = app.store().read(|tx| filters(tx, &request, &named, today, lang))?;
    let sheet = Sheet {
        title: phrase("Clienti", "Clients", "Kunden").of(lang).to_owned(),
        lang,
        columns: columns.iter().map(label).collect(),
        filters,
    };
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    let (caller, reader) = (call.caller.clone(), app.clone());
    export::make(&app, &call.caller, order, move |tx, rows| {
        let (today, at) = (reader.today(), reader.now());
        let all = clients(tx, Memory::of(&reader), &caller, today, at)?;
        let filter = request.filter.as_deref().map(read_filter).unwrap_or_default();
        let sort = request.sort.as_deref().map(read_sort).unwrap_or_default();
        let mut chosen = select(&all, &filter, &sort, today);
        chosen.retain(|row| is_meant(&all, *row as usize, &named, request.search.as_deref()));
        push(rows, &all, &chosen, &columns, lang);
        Ok(())
    })
    .await
}

/// The companies named in a request one by one.
struct Named {
    /// Only these.
    only: Option<BTreeSet<CompanyId>>,
    /// All but these.
    except: Option<BTreeSet<CompanyId>>,
}

impl Named {
    fn of(request: &Export) -> Result<Self> {
        let read =
            |field, text: &Option<String>| text.as_deref().map(|text| ids(field, text)).transpose();
        let only = read("companies", &request.companies)?;
        Ok(Self { only, except: read("except", &request.except)? })
    }

    fn means(&self, company: CompanyId) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&company))
            && self.except.as_ref().is_none_or(|except| !except.contains(&company))
    }
}

fn ids(field: &'static str, text: &str) -> Result<BTreeSet<CompanyId>> {
    let wrong = |reason| Error::field(field, reason);
    let ids = text.split(',').map(str::parse::<CompanyId>);
    let ids =
        ids.collect::<std::result::Result<BTreeSet<_>, _>>().map_err(|_| wrong("not_a_value"))?;
    if ids.len() > MOST_NAMED {
        return Err(wrong("too_many"));
    }
    Ok(ids)
}

/// Whether a row is among those meant, and has what is searched.
fn is_meant(all: &Clients, row: usize, named: &Named, search: Option<&str>) -> bool {
    if !all.id.get(row).is_some_and(|id| named.means(*id)) {
        return false;
    }
    let wanted = fold(search.unwrap_or_default());
    let known = [all.name.get(row), all.tax_code.get(row)].into_iter().flatten();
    let parts = known.map(String::as_str).chain(all.matricole(row).map(Matricola::as_str));
    let line = parts.map(fold).collect::<Vec<_>>().join("\n");
    let code: String = wanted.split_whitespace().collect();
    wanted.split_whitespace().all(|word| line.contains(word))
        || (code.bytes().any(|byte| byte.is_ascii_digit()) && line.contains(&code))
}

fn push(rows: &mut Rows, all: &Clients, chosen: &[u32], columns: &[Column], lang: Lang) {
    for row in chosen {
        let cells: Vec<Cell> =
            columns.iter().map(|column| cell(all, *row as usize, *column, lang)).collect();
        if rows.push(&cells).is_break() {
            return;
        }
    }
}

fn cell(all: &Clients, row: usize, column: Column, lang: Lang) -> Cell {
    let text = |list: &[String]| list.get(row).cloned().into();
    match column {
        Column::Name => text(&all.name),
        Column::TaxCode => text(&all.tax_code),
        Column::Matricola => {
            all.matricola.get(row).cloned().flatten().map(|code| code.as_str().to_owned()).into()
        }
        Column::Office => {
            let place = all.office.get(row).copied().flatten();
            let office = place.and_then(|place| all.offices.get(usize::from(place)));
            office.map(|office| office.name.clone()).into()
        }
        Column::State => all.state.get(row).map(|state| state_words(*state).of(lang)).into(),
        Column::Declared => all.declared.get(row).copied().flatten().into(),
        Column::Dm => {
            all.dm.get(row).copied().flatten().map(|state| dm_words(state).of(lang)).into()
        }
        Column::Missing => all.missing.get(row).copied().into(),
        Column::Debt => all.debt.get(row).copied().into(),
        Column::Workforce => all.workforce.get(row).copied().flatten().into(),
        Column::Deadline => all.deadline.get(row).copied().flatten().into(),
        Column::DeadlineKind => {
            all.deadline_kind.get(row).copied().flatten().map(|kind| kind.words().of(lang)).into()
        }
        Column::Delegation => all.delegation.get(row).copied().flatten().into(),
        Column::Assigned => {
            many(all.assigned.get(row), |place| all.staff.get(place).map(|one| one.name.as_str()))
        }
        Column::Tags => {
            many(all.tagged.get(row), |place| all.tags.get(place).map(|tag| tag.name.as_str()))
        }
        Column::Changed => all.changed.get(row).copied().flatten().into(),
        Column::Durc => {
            all.durc.get(row).copied().flatten().map(|light| light_words(light).of(lang)).into()
        }
        Column::DurcUntil => all.durc_until.get(row).copied().flatten().into(),
        Column::Attention => all.attention(row).into(),
        counted => all.counts(counted).get(row).copied().into(),
    }
}

fn many<'a>(places: Option<&Vec<u16>>, name: impl Fn(usize) -> Option<&'a str>) -> Cell {
    let names = places.into_iter().flatten().filter_map(|place| name(usize::from(*place)));
    Cell::text(names.collect::<Vec<_>>().join(", "))
}

/// What a file says of how its rows were chosen.
fn filters(
    tx: &dyn ReadTx,
    request: &Export,
    named: &Named,
    today: Day,
    lang: Lang,
) -> Result<Vec<Filter>> {
    let typed = |field, label: Phrase, text: Option<&String>| {
        let text = text.map(|text| text.trim()).filter(|text| !text.is_empty())?;
        Some(Filter::by_text(field, label.of(lang), text))
    };
    let conditions = request.filter.as_deref().map(read_filter).unwrap_or_default();
    let mut told = Vec::with_capacity(conditions.len());
    for Condition { column, test, values } in conditions {
        let (label, _) = words(column);
        let called = |digits: &String| offices::called(tx, digits, today);
        let values = match column {
            Column::Office => values.iter().map(called).collect::<Result<Vec<_>>>()?,
            _ => values,
        };
        let words = [test_words(test).of(lang), &values.join(", ")].join(" ");
        told.push(Filter::by_text("filter", label.of(lang), words.trim()));
    }
    let counted = |field, label: Phrase, ids: Option<&BTreeSet<CompanyId>>| {
        let count = ids?.len();
        Some(Filter::by_code(field, label.of(lang), count.to_string(), &count))
    };
    let only = phrase("Clienti scelti", "Clients chosen", "Gewählte Kunden");
    let except = phrase("Clienti esclusi", "Clients left out", "Ausgelassene Kunden");
    let only = counted("companies", only, named.only.as_ref());
    let except = counted("except", except, named.except.as_ref());
    let search = typed("search", phrase("Ricerca", "Search", "Suche"), request.search.as_ref());
    Ok(search.into_iter().chain(told).chain(only).chain(except).collect())
}

const fn test_words(test: shared::practice::Test) -> Phrase {
    use shared::practice::Test;
    match test {
        Test::Is => phrase("è", "is", "ist"),
        Test::IsNot => phrase("non è", "is not", "ist nicht"),
        Test::Contains => phrase("contiene", "contains", "enthält"),
        Test::AtLeast => phrase("almeno", "at least", "mindestens"),
        Test::AtMost => phrase("al massimo", "at most", "höchstens"),
        Test::Within => phrase("entro giorni", "within days", "innerhalb von Tagen"),
        Test::Empty => phrase("vuoto", "empty", "leer"),
        Test::NotEmpty => phrase("presente", "present", "vorhanden"),
    }
}

const fn words(column: Column) -> (Phrase, Kind) {
    match column {
        Column::Name => (phrase("Cliente", "Client", "Kunde"), Kind::Text),
        Column::TaxCode => (phrase("Codice fiscale", "Tax code", "Steuernummer"), Kind::Code),
        Column::Matricola => (phrase("Matricola", "Matricola", "Matrikel"), Kind::Code),
        Column::Office => (phrase("Sede", "Office", "Stelle"), Kind::Text),
        Column::State => (phrase("Posizione", "Position", "Position"), Kind::Text),
        Column::Declared => (phrase("Ultimo mese", "Latest month", "Letzter Monat"), Kind::Month),
        Column::Dm => (phrase("Denuncia", "Declaration", "Meldung"), Kind::Text),
        Column::MonthsShort => {
            (phrase("Mesi scoperti", "Months short", "Offene Monate"), Kind::Count)
        }
        Column::Missing => (phrase("Da pagare", "To be paid", "Zu zahlen"), Kind::Euro),
        Column::NotBalanced => {
            (phrase("Non quadrate", "Not balanced", "Nicht ausgeglichen"), Kind::Count)
        }
        Column::NotDeclared => (phrase("Non inviate", "Not sent", "Nicht gesendet"), Kind::Count),
        Column::Debts => (phrase("Crediti aperti", "Open debts", "Offene Schulden"), Kind::Count),
        Column::Debt => {
            (phrase("Importo crediti", "Amount of debts", "Summe der Schulden"), Kind::Euro)
        }
        Column::Notices => {
            (phrase("Note di rettifica", "Rectification notices", "Berichtigungen"), Kind::Count)
        }
        Column::Workforce => (phrase("Lavoratori", "Workers", "Beschäftigte"), Kind::Count),
        Column::Deadline => {
            (phrase("Prossima scadenza", "Next deadline", "Nächste Frist"), Kind::Day)
        }
        Column::DeadlineKind => {
            (phrase("Che cosa scade", "What is due", "Was fällig ist"), Kind::Text)
        }
        Column::Delegation => {
            (phrase("Fine delega", "Delegation ends", "Ende der Vollmacht"), Kind::Day)
        }
        Column::Assigned => (phrase("Assegnato a", "Assigned to", "Zugewiesen an"), Kind::Text),
        Column::Tags => (phrase("Etichette", "Tags", "Etiketten"), Kind::Text),
        Column::Changes => (phrase("Novità", "News", "Neues"), Kind::Count),
        Column::Changed => (phrase("Ultima novità", "Latest news", "Zuletzt neu"), Kind::Day),
        Column::Durc => (phrase("DURC", "DURC", "DURC"), Kind::Text),
        Column::DurcUntil => (phrase("DURC fino al", "DURC until", "DURC bis"), Kind::Day),
        Column::Attention => (phrase("Da guardare", "To look at", "Anzusehen"), Kind::Count),
        Column::Evidence => {
            (phrase("Evidenze aperte", "Open evidence", "Offene Auffälligkeiten"), Kind::Count)
        }
        Column::EvidenceDurc => {
            (phrase("Fermano il DURC", "Stop the DURC", "Halten den DURC auf"), Kind::Count)
        }
        Column::Requests => {
            (phrase("Richieste aperte", "Open requests", "Offene Anfragen"), Kind::Count)
        }
        Column::Unread => {
            (phrase("Richieste da leggere", "Requests to read", "Anfragen zu lesen"), Kind::Count)
        }
    }
}
