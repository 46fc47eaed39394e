//! The return of a notice's month recalculated by the rates, group by group.

use shared::fiscal::Ca;
use shared::format::percent;
use shared::lang::Lang;
use shared::money::{Euro, Rate};
use shared::notices::{Basis, GroupLine, Recalculated, Recorded, Supposed};
use shared::parameters::Set;
use shared::rates::{Support, Unrated};
use yew::prelude::*;

use super::text::texts;
use crate::calculators::{foot, missing, rate_error, table};
use crate::ui::{Cell, Notice, Severity};
use crate::words;

/// What the return and the rates say, with a verdict.
pub(super) fn recomputed(basis: &Basis, said: &Recorded, set: &Set, lang: Lang) -> Html {
    let words = texts(lang);
    let Some(firm) = basis.supposed() else { return html! { <p>{ words.no_size }</p> } };
    match basis.recalculated(&set.contributions, &set.notices, &firm) {
        Err(value) => {
            html! { <Notice severity={Severity::Warning}><p>{ missing(value, lang) }</p></Notice> }
        }
        Ok(found) => html! {
            <>
                <p class="mono">{ (words.firm)(&basis.csc.dotted(), &cas(&firm.cas, lang), u64::from(firm.size)) }</p>
                { verdict(&found, said, lang) }
                { groups(&found, lang) }
                { foot(set, "", found.confidence, lang) }
            </>
        },
    }
}

/// CA as a person reads them.
pub(super) fn cas(cas: &[Ca], lang: Lang) -> String {
    match cas {
        [] => texts(lang).no_cas.to_owned(),
        cas => cas.iter().map(Ca::as_str).collect::<Vec<_>>().join(" "),
    }
}

/// Whether the difference is that of the notice.
fn verdict(found: &Recalculated, said: &Recorded, lang: Lang) -> Html {
    let words = texts(lang);
    let (ours, theirs) = (found.difference(), said.signed());
    let euro = |amount| words::euro(amount, lang).to_string();
    let (severity, text) = if !found.is_whole() {
        (Severity::Warning, words.incomplete.to_owned())
    } else if (ours - theirs).abs() <= Euro::from_cents(1) {
        (Severity::Success, words.same.to_owned())
    } else if ours.is_zero() {
        (Severity::Info, words.right.to_owned())
    } else {
        (Severity::Warning, (words.other)(&euro(ours), &euro(theirs)))
    };
    html! { <Notice {severity}><p>{ text }</p></Notice> }
}

/// The groups line by line, with the sum.
pub(super) fn groups(found: &Recalculated, lang: Lang) -> Html {
    let words = texts(lang);
    let money = |amount: Euro| Cell::text(words::euro(amount, lang));
    let rate =
        |rate: Option<Rate>| rate.map_or(Cell::Empty, |rate| Cell::text(percent(rate, lang)));
    let row = |line: &GroupLine| {
        vec![
            Cell::text(line.group.clone()),
            Cell::text(line.workers.to_string()),
            money(line.wages),
            money(line.declared),
            rate(line.declared_rate),
            match line.rate {
                Ok(known) => Cell::text(percent(known.total, lang)),
                Err(why) => Cell::text(unrated(why, lang)),
            },
            money(line.due),
            money(line.difference()),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = found.lines.iter().map(row).collect();
    let wages = found.lines.iter().map(|line| line.wages).sum();
    let workers: u64 = found.lines.iter().map(|line| u64::from(line.workers)).sum();
    rows.push(vec![
        Cell::text(words.total_line),
        Cell::text(workers.to_string()),
        money(wages),
        money(found.declared),
        Cell::Empty,
        Cell::Empty,
        money(found.due),
        money(found.difference()),
    ]);
    table(words.recomputed, &words.heads, &[], rows)
}

/// Why the rate of a group is not known.
pub fn unrated(why: Unrated, lang: Lang) -> String {
    let words = texts(lang);
    match why {
        Unrated::Rates(error) => rate_error(&error, lang),
        Unrated::Group => words.group_unknown.to_owned(),
        Unrated::Qualification(code) => (words.qualification)(&code.to_string()),
        Unrated::OwnFund => words.own_fund.to_owned(),
        Unrated::Apprentices => words.apprentices.to_owned(),
    }
}

/// The firm of a basis as the register and the return tell it; of no size where that is not said.
pub(super) fn firm(basis: &Basis) -> Supposed {
    let register = || Supposed { cas: basis.cas.clone(), size: 0, support: Support::default() };
    basis.supposed().unwrap_or_else(register)
}
