//! What is due next, as a first page has it: what companies have in common said once, a company's own one by one.

use shared::calendar::{Day, Month};
use shared::deadlines::Kind;
use shared::evidence::Term;
use shared::format;
use shared::home;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::practice::ROLES;
use shared::sections::{by_number, record_path};

use super::ics::{common_title, record_title};
use super::list::{Item, items};
use super::text::texts;
use crate::access::Caller;
use crate::practice::grid::{AHEAD, Row};

/// What a first page names.
const MOST: usize = 4;

/// What companies have in common: what is due, for what, of which month, and in which archive. What is one's own, whose and which.
type Common<'a> =
    (Day, Kind, Option<Term>, Option<Month>, Option<u8>, Option<(CompanyId, &'a str)>);

/// The next deadlines of a company with their days, the nearest first; none of one that is not there.
pub fn of_company(
    row: Option<&Row>,
    caller: &Caller,
    today: Day,
    lang: Lang,
) -> Vec<(Day, home::Item)> {
    of(row.map_or(&[], std::slice::from_ref), caller, today, lang, false)
}

/// Those of several companies together; each says whose it is.
pub fn of_many(rows: &[Row], caller: &Caller, today: Day, lang: Lang) -> Vec<home::Item> {
    of(rows, caller, today, lang, true).into_iter().map(|(_, line)| line).collect()
}

fn of(
    rows: &[Row],
    caller: &Caller,
    today: Day,
    lang: Lang,
    named: bool,
) -> Vec<(Day, home::Item)> {
    let items = items(rows, (today, today.plus_days(AHEAD)), today, |due| !due.done);
    let mut found: Vec<(Common<'_>, &Item<'_>, usize)> = Vec::with_capacity(MOST);
    for item in &items {
        let common = common(item, named);
        if let Some((.., companies)) = found.iter_mut().find(|(known, ..)| *known == common) {
            *companies += 1;
        } else if found.len() < MOST {
            found.push((common, item, 1));
        } else if found.last().is_some_and(|((day, ..), ..)| *day < item.due.day) {
            break;
        }
    }
    let all = ROLES.contains(&caller.role).then_some("/scadenze");
    found
        .into_iter()
        .map(|(_, item, companies)| {
            let text = named.then(|| whose(item, companies, lang));
            let href = record(item).filter(|_| companies == 1).or_else(|| all.map(str::to_owned));
            let title = title(item, companies == 1, lang);
            let figure = Some(format::day(item.due.day, lang));
            (item.due.day, home::Item { title, text, figure, href })
        })
        .collect()
}

/// On the page of one company a record stands by itself; of several, those of an archive that are due for the same fall together.
fn common<'a>(item: &Item<'a>, many: bool) -> Common<'a> {
    let due = &item.due;
    let subject = due.record.map(|record| &record.subject);
    let key = subject.map_or("", |subject| subject.key.as_str());
    let own = (!many).then_some((item.row.client.company, key));
    (due.day, due.kind, due.term, due.month, subject.map(|subject| subject.section), own)
}

fn title(item: &Item<'_>, one: bool, lang: Lang) -> String {
    let due = &item.due;
    match due.record {
        Some(_) => record_title(item, one, lang),
        None => common_title(due.kind, due.term, due.month, lang),
    }
}

fn whose(item: &Item<'_>, companies: usize, lang: Lang) -> String {
    match companies {
        1 => item.row.summary.name.clone(),
        many => (texts(lang).companies)(many),
    }
}

/// The page of the record that it comes from.
fn record(item: &Item<'_>) -> Option<String> {
    let subject = &item.due.record?.subject;
    let section = by_number(subject.section)?;
    Some(record_path(item.row.client.company, section.slug, &subject.key))
}
