//! What is with the collection agency and in instalments: what is left of it, what is to be paid next, and how far each plan is.

use std::rc::Rc;

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::sections::matters::{plans, roll, roll_plans};
use shared::sections::{self, FieldRole, Section};
use yew::prelude::*;

use super::text::{Texts, texts};
use super::{OfCompanyProps, Records, left_out, picture, said, use_records};
use crate::events;
use crate::i18n::use_lang;
use crate::route::record_href;
use crate::ui::{Card, Cell, CellKind, Column, PairRow, PairRows, Row as Line, Stat, Table};
use crate::words;

/// Only what is still open.
const OPEN: &str = "residual:0.01..";
/// States in which nothing of an entry is asked for any more.
const SETTLED: [&str; 2] = ["sgravato", "pagato"];
/// States in which a plan is being paid; before the first instalment is, it was granted.
const RUNNING: [&str; 3] = ["attiva", "in_corso", "accolta"];

/// A plan that is being paid.
struct Plan {
    section: &'static Section,
    key: String,
    name: String,
    /// Its state in words.
    state: String,
    paid: u32,
    left: u32,
    instalment: Option<Euro>,
    next: Option<Day>,
}

/// The card of the roll and its plans; nothing where nothing is open and no plan is running.
#[component]
pub fn Roll(props: &OfCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let entries = use_records(company, roll::SECTION.slug, Some(OPEN));
    let agency = use_records(company, roll_plans::SECTION.slug, None);
    let institute = use_records(company, plans::SECTION.slug, None);
    let read = entries.and(agency.and(institute));
    picture(&read, texts(lang).roll, lang, |(entries, plans)| {
        drawn(entries, [&plans.0, &plans.1], company, lang)
    })
}

fn drawn(
    entries: &Records,
    [agency, institute]: [&Records; 2],
    company: CompanyId,
    lang: Lang,
) -> Html {
    let residual: Vec<Euro> = entries.rows.iter().filter_map(residual).collect();
    let of = |section, records: &Records| -> Vec<Plan> {
        records.rows.iter().filter_map(|row| plan(section, row, lang)).collect()
    };
    let mut plans = of(&roll_plans::SECTION, agency);
    plans.extend(of(&plans::SECTION, institute));
    plans.sort_by_key(|plan| (plan.next.is_none(), plan.next));
    if residual.is_empty() && plans.is_empty() {
        return html! {};
    }
    let words = texts(lang);
    html! {
        <Card title={words.roll}>
            <div class="stats">
                <Stat value={words::euro(residual.iter().copied().sum(), lang)} label={(words.on_roll)(residual.len() as u64)} />
                { next(&plans, company, lang) }
            </div>
            if !plans.is_empty() {
                { chart(&plans, lang) }
            }
            { left_out([entries, agency, institute], lang) }
        </Card>
    }
}

/// What is left of an entry that is still asked for.
fn residual(row: &sections::Row) -> Option<Euro> {
    let state = said(&roll::SECTION, row, "state");
    let open = state.is_none_or(|state| !SETTLED.contains(&state));
    Euro::parse(said(&roll::SECTION, row, "residual").filter(|_| open)?).ok()
}

/// A plan that is being paid. The agency says how many instalments are left of all, the institute how many were paid of those granted.
fn plan(section: &'static Section, row: &sections::Row, lang: Lang) -> Option<Plan> {
    // What payments have made of it since it was fed.
    let later = |name: &str| row.differs.iter().find(|one| one.field == name)?.other.as_deref();
    let at = |name: &str| later(name).or_else(|| said(section, row, name));
    let number = |name: &str| at(name).and_then(|count| count.parse::<u32>().ok());
    let (_, status) = section.role(FieldRole::Status)?;
    let state = at(status.name).filter(|state| RUNNING.contains(state))?;
    let (paid, left) = match (number("instalments"), number("granted")) {
        (Some(all), _) => {
            let left = number("left").unwrap_or(all).min(all);
            (all - left, left)
        }
        (None, granted) => {
            let paid = number("paid").unwrap_or_default();
            (paid, granted.unwrap_or_default().saturating_sub(paid))
        }
    };
    Some(Plan {
        section,
        key: row.key.clone(),
        name: section.title(&row.cells).to_owned(),
        state: sections::cell(status, state, lang),
        paid,
        left,
        instalment: at("instalment").and_then(|amount| Euro::parse(amount).ok()),
        next: at("next_due").filter(|_| left > 0).and_then(Day::parse),
    })
}

/// The instalment to be paid next, of the first plan that names its day; it leads to the plan.
fn next(plans: &[Plan], company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let first = plans.first().and_then(|plan| Some((plan, plan.next?, plan.instalment?)));
    let Some((plan, day, amount)) = first else { return html! {} };
    let late = day < events::now().day_in_rome();
    let label = if late { words.instalment_was } else { words.instalment_by };
    let href = record_href(company, plan.section.slug, &plan.key);
    html! { <Stat value={words::euro(amount, lang)} label={label(&words::day(day, lang))} {href} /> }
}

fn chart(plans: &[Plan], lang: Lang) -> Html {
    let words = texts(lang);
    let rows = plans
        .iter()
        .map(|plan| PairRow { label: plan.name.clone().into(), pair: [plan.paid, plan.left] })
        .collect::<Vec<_>>();
    let left: u64 = plans.iter().map(|plan| u64::from(plan.left)).sum();
    let summary = (words.plans_summary)(plans.len() as u64, left);
    let parts = [words.instalments_paid, words.instalments_left].map(AttrValue::Static);
    let table = twin(plans, words, lang);
    html! { <PairRows title={words.plans} {summary} {parts} rows={Rc::new(rows)} {table} /> }
}

/// The same as a table.
fn twin(plans: &[Plan], words: &'static Texts, lang: Lang) -> Html {
    let columns = vec![
        Column::new("plan", words.plan, CellKind::Title),
        Column::new("state", words.state, CellKind::Text),
        Column::new("paid", words.instalments_paid, CellKind::Number),
        Column::new("left", words.instalments_left, CellKind::Number),
        Column::new("instalment", words.instalment, CellKind::Number),
        Column::new("next", words.next_instalment, CellKind::Text),
    ];
    let row = |plan: &Plan| {
        let cells = vec![
            Cell::text(plan.name.clone()),
            Cell::text(plan.state.clone()),
            Cell::text(plan.paid.to_string()),
            Cell::text(plan.left.to_string()),
            plan.instalment.map_or(Cell::Empty, |amount| Cell::text(words::euro(amount, lang))),
            plan.next.map_or(Cell::Empty, |day| Cell::text(words::day(day, lang))),
        ];
        Line::new(plan.key.clone(), cells).shared()
    };
    let rows = plans.iter().map(row).collect::<Vec<_>>();
    html! { <Table caption={words.plans} columns={Rc::new(columns)} {rows} compact={true} /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(section: &Section, cells: &[(&str, &str)]) -> sections::Row {
        let mut row = sections::Row::new("k".to_owned(), vec![None; section.fields.len()]);
        for (name, cell) in cells {
            row.cells[section.field(name).unwrap().0] = Some((*cell).to_owned());
        }
        row
    }

    #[test]
    fn what_was_discharged_is_not_left() {
        let of = |state| residual(&row(&roll::SECTION, &[("state", state), ("residual", "10.00")]));
        assert_eq!(of("notificato"), Some(Euro::from_whole(10)));
        assert_eq!(of("sgravato"), None);
    }

    #[test]
    fn a_plan_says_how_far_it_is() {
        let agency = [("plan", "P1"), ("state", "attiva"), ("instalments", "72"), ("left", "70")];
        let agency = plan(&roll_plans::SECTION, &row(&roll_plans::SECTION, &agency), Lang::It);
        assert_eq!(agency.map(|plan| (plan.paid, plan.left)), Some((2, 70)));
        let institute =
            [("protocol", "A"), ("state", "in_corso"), ("granted", "24"), ("paid", "5")];
        let institute = plan(&plans::SECTION, &row(&plans::SECTION, &institute), Lang::It);
        assert_eq!(institute.map(|plan| (plan.paid, plan.left)), Some((5, 19)));
        let lapsed = [("plan", "P1"), ("state", "decaduta"), ("instalments", "72")];
        assert!(
            plan(&roll_plans::SECTION, &row(&roll_plans::SECTION, &lapsed), Lang::It).is_none()
        );
    }
}
