//! Which requests a list asks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, RequestId};
use shared::offices::OfficeCode;
use shared::register::ProtocolNumber;
use shared::requests::topics::Known;
use shared::requests::{List, Side, State};

use crate::companies::service as companies;
use crate::fault::Result;
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::register::service as register;
use crate::requests::show::name_of;
use crate::requests::table::{Head, LINES, LineRow};
use crate::search::service::folded;
use crate::store::ReadTx;

/// What is asked for, folded once, with the names that were looked up for it: a list of many requests has few companies, offices and people.
pub(super) struct Asked<'a> {
    tx: &'a dyn ReadTx,
    list: &'a List,
    today: Day,
    topics: Arc<Known>,
    matricola: String,
    text: Vec<String>,
    /// Those among the words that are numbers of documents, each with the request in whose conversation its document is.
    numbers: BTreeMap<String, RequestId>,
    office: Vec<String>,
    charge: Vec<String>,
    companies: BTreeMap<CompanyId, Vec<String>>,
    offices: BTreeMap<OfficeCode, Vec<String>>,
    people: BTreeMap<PersonId, Vec<String>>,
}

impl<'a> Asked<'a> {
    pub fn new(tx: &'a dyn ReadTx, list: &'a List, today: Day) -> Result<Self> {
        let of = |text: Option<&str>| text.map(words).unwrap_or_default();
        Ok(Self {
            tx,
            list,
            today,
            topics: parameters::topics(tx)?,
            numbers: numbers(tx, list.text.as_deref().unwrap_or_default())?,
            matricola: list.matricola.as_deref().map(folded).unwrap_or_default(),
            text: of(list.text.as_deref()),
            office: of(list.office.as_deref()),
            charge: of(list.charge.as_deref()),
            companies: BTreeMap::new(),
            offices: BTreeMap::new(),
            people: BTreeMap::new(),
        })
    }

    /// Whether a request is asked for; a name is looked up only if nothing else leaves it out.
    pub fn admits(&mut self, id: RequestId, head: &Head) -> Result<bool> {
        Ok(self.fits(head)
            && self.is_with(head)?
            && self.is_charged(head)?
            && self.says(id, head)?
            && self.is_last(id, head)?)
    }

    fn fits(&self, head: &Head) -> bool {
        let (asked, opened) = (self.list, head.opened.day_in_rome());
        let updated = head.updated.day_in_rome();
        let topic = |topic| self.topics.is_under(head.topic, topic);
        let position = || head.matricola.as_deref().map(folded).unwrap_or_default();
        asked.company.is_none_or(|company| head.company == company)
            && (self.matricola.is_empty() || position().contains(&self.matricola))
            && asked.topic.is_none_or(topic)
            && asked.standing.is_none_or(|standing| head.state.standing() == standing)
            && asked.outcome.is_none_or(|outcome| head.state == State::Closed(outcome))
            && asked.opened_from.is_none_or(|from| opened >= from)
            && asked.opened_to.is_none_or(|to| opened <= to)
            && asked.updated_from.is_none_or(|from| updated >= from)
            && asked.updated_to.is_none_or(|to| updated <= to)
    }

    /// Whether it is with the office that is asked for, by its digits or what it is called or was: a filter may be older than a name.
    fn is_with(&mut self, head: &Head) -> Result<bool> {
        let (tx, today, code) = (self.tx, self.today, head.office);
        has(&self.office, &mut self.offices, code, || {
            Ok([offices::names(tx, code, today)?.join(" "), code.to_string()].join(" "))
        })
    }

    /// Whether whoever is asked for is in charge of it.
    fn is_charged(&mut self, head: &Head) -> Result<bool> {
        let tx = self.tx;
        match head.charge {
            Some((person, _)) => has(&self.charge, &mut self.people, person, || {
                Ok(name_of(tx, person)?.unwrap_or_default())
            }),
            None => Ok(self.charge.is_empty()),
        }
    }

    /// Whether the side that is asked for was the last to do something.
    fn is_last(&self, id: RequestId, head: &Head) -> Result<bool> {
        match self.list.last {
            Some(side) => Ok(last(self.tx, id, head)? == Some(side)),
            None => Ok(true),
        }
    }

    /// Whether each of the words stands in its subject line, its number or the name of its company, or is the number of something that was
    /// said in it.
    fn says(&mut self, id: RequestId, head: &Head) -> Result<bool> {
        if self.text.is_empty() {
            return Ok(true);
        }
        let mut own = words(&head.subject);
        own.push(folded(&head.receipt.registered.number.to_string()));
        let is_left = |word: &&String| !stands(word, &own) && self.numbers.get(*word) != Some(&id);
        let left: Vec<String> = self.text.iter().filter(is_left).cloned().collect();
        let (tx, company) = (self.tx, head.company);
        has(&left, &mut self.companies, company, || {
            let known = companies::name_and_code(tx, company)?;
            Ok(known.map(|(name, _)| name).unwrap_or_default())
        })
    }
}

/// On which side something was said or done last, as far as a customer may know of it; what the clock says is on none.
fn last(tx: &dyn ReadTx, id: RequestId, head: &Head) -> Result<Option<Side>> {
    // Requests of before it was kept do not say which line is the last that a customer sees.
    for number in (1..=head.lines).rev() {
        let Some(row) = LINES.get(tx, &(id, number))? else { break };
        let line: LineRow = row.read()?;
        if line.side != Side::Clock && !line.what.is_internal() {
            return Ok(Some(line.side));
        }
    }
    Ok(None)
}

/// Whether a name has all words; it is looked up once, and not if there are none.
fn has<K: Ord>(
    asked: &[String],
    known: &mut BTreeMap<K, Vec<String>>,
    key: K,
    name: impl FnOnce() -> Result<String>,
) -> Result<bool> {
    if asked.is_empty() {
        return Ok(true);
    }
    let all = |name: &[String]| asked.iter().all(|word| stands(word, name));
    if let Some(name) = known.get(&key) {
        return Ok(all(name));
    }
    let name = words(&name()?);
    let found = all(&name);
    known.insert(key, name);
    Ok(found)
}

fn stands(word: &str, among: &[String]) -> bool {
    among.iter().any(|one| one.contains(word))
}

/// The words of a text that are whole numbers of documents.
fn numbers(tx: &dyn ReadTx, text: &str) -> Result<BTreeMap<String, RequestId>> {
    let mut numbers = BTreeMap::new();
    for word in text.split_whitespace() {
        let Ok(number) = word.to_uppercase().parse::<ProtocolNumber>() else { continue };
        let request = register::about(tx, number)?.and_then(|about| about.parse().ok());
        numbers.extend(request.map(|request| (folded(word), request)));
    }
    Ok(numbers)
}

/// The words of a text as they are compared.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect()
}
