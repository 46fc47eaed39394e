//! Text modules: those that the program comes with, and what administrators and heads of offices made of them.

use shared::auth::Role;
use shared::calendar::{Day, Instant};
use shared::desk::{Content, Module, ModuleList, Modules, RetireModule, SaveModule, check};
use shared::endpoint::Endpoint;
use shared::fault::{Fault, FieldFault};
use shared::ids::{ModuleId, PersonId};
use shared::offices::OfficeCode;

use super::shipped::shipped;
use super::table::{Json, MODULES, ModuleRow};
use crate::access::Caller;
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::people::{Place, service as people};
use crate::requests::service as requests;
use crate::store::{Order, ReadTx, Span};
use crate::write::write;

/// Modules that are kept, the retired ones among them.
const MOST: usize = 2_000;

/// A module as it is now.
struct Kept {
    id: ModuleId,
    version: u64,
    office: Option<OfficeCode>,
    changed: Option<(Instant, PersonId)>,
    content: Content,
}

impl Kept {
    fn of_row(id: ModuleId, row: ModuleRow) -> Self {
        let ModuleRow { version, office, at, by, content, .. } = row;
        Self { id, version, office, changed: Some((at, by)), content }
    }

    fn of_shipped(id: ModuleId, content: &Content) -> Self {
        Self { id, version: 0, office: None, changed: None, content: content.clone() }
    }

    /// As it is today: what an office had is that of the one that has taken over.
    fn on(self, tx: &dyn ReadTx, today: Day) -> Result<Self> {
        let office = self.office.map(|office| offices::competent(tx, office, today));
        Ok(Self { office: office.transpose()?, ..self })
    }

    /// Whether the caller sees it: what is for all, and what is their office's.
    fn is_for(&self, caller: &Caller) -> bool {
        self.office.is_none() || self.office == office_of(caller)
    }

    /// Whether the caller keeps it.
    fn is_kept_by(&self, caller: &Caller) -> bool {
        match caller.role {
            Role::Administrator => self.office.is_none(),
            Role::Manager => self.office.is_some() && self.office == office_of(caller),
            _ => false,
        }
    }

    fn shown(self, tx: &dyn ReadTx, caller: &Caller) -> Result<Module> {
        let editable = self.is_kept_by(caller);
        let by = match self.changed {
            Some((_, person)) => people::by_id(tx, person)?.map(|person| person.name),
            None => None,
        };
        let Self { id, version, office, changed, content } = self;
        Ok(Module { id, version, office, editable, at: changed.map(|(at, _)| at), by, content })
    }
}

fn office_of(caller: &Caller) -> Option<OfficeCode> {
    match &caller.place {
        Place::Office(office) => Some(*office),
        _ => None,
    }
}

/// All that are offered, whoever's they are.
fn all(tx: &dyn ReadTx, today: Day) -> Result<Vec<Kept>> {
    let mut found = Vec::new();
    for (id, content) in shipped() {
        if MODULES.get(tx, id)?.is_none() {
            found.push(Kept::of_shipped(*id, content));
        }
    }
    for (id, row) in MODULES.collect(tx, &Span::all(), Order::Ascending)? {
        let row: ModuleRow = row.read()?;
        if !row.retired {
            found.push(Kept::of_row(id, row).on(tx, today)?);
        }
    }
    Ok(found)
}

/// One that is offered.
fn one(tx: &dyn ReadTx, id: ModuleId, today: Day) -> Result<Option<Kept>> {
    if let Some(row) = MODULES.get(tx, &id)? {
        let row: ModuleRow = row.read()?;
        let kept = (!row.retired).then(|| Kept::of_row(id, row).on(tx, today));
        return kept.transpose();
    }
    let found = shipped().iter().find(|(shipped, _)| *shipped == id);
    Ok(found.map(|(id, content)| Kept::of_shipped(*id, content)))
}

pub(super) async fn list(app: App, call: Call, request: Modules) -> Result<Answer<ModuleList>> {
    let (caller, today) = (call.caller, app.today());
    app.store().read(|tx| {
        let matter = match request.request {
            Some(id) => Some(requests::matter(tx, &caller, id, today)?),
            None => None,
        };
        let known = parameters::topics(tx)?;
        // What was written about a topic is about the one in its place, and the other way round.
        let about = matter.as_ref().map(|matter| known.became(matter.topic));
        let mut found = all(tx, today)?;
        found.retain(|module| {
            let topic = module.content.topic.map(|topic| known.became(topic));
            let fits = about.is_none_or(|about| topic.is_none_or(|topic| topic == about));
            fits && module.is_for(&caller)
        });
        // What is about this before what is about anything; what is one's own before what is for all.
        found.sort_by(|a, b| {
            let place =
                |one: &Kept| (one.content.topic.is_none(), one.content.topic, one.office.is_none());
            place(a).cmp(&place(b)).then_with(|| a.content.it.title.cmp(&b.content.it.title))
        });
        let items = found.into_iter().map(|module| module.shown(tx, &caller));
        let lang = matter.map(|matter| matter.lang);
        Ok(ModuleList { lang, items: items.collect::<Result<_>>()? }.into())
    })
}

/// The module that the caller would change, by the version they saw.
fn changeable(
    tx: &dyn ReadTx,
    caller: &Caller,
    (id, version): (ModuleId, u64),
    today: Day,
) -> Result<Kept> {
    let module =
        one(tx, id, today)?.filter(|module| module.is_for(caller)).ok_or(Fault::NotFound)?;
    if !module.is_kept_by(caller) {
        return Err(Fault::Forbidden.into());
    }
    match module.version == version {
        true => Ok(module),
        false => Err(Fault::Conflict(module.version).into()),
    }
}

pub(super) async fn save(app: App, call: Call, request: SaveModule) -> Result<Answer<Module>> {
    let (caller, now, new) = (call.caller, app.now(), app.new_id());
    let known = app.store().read(|tx| parameters::topics(tx))?;
    let wrong = check(&request.content, |topic| known.topic(topic).is_some());
    if !wrong.is_empty() {
        let fault =
            |(field, reason): (String, &str)| FieldFault { field, reason: reason.to_owned() };
        return Err(Fault::Invalid(wrong.into_iter().map(fault).collect()).into());
    }
    let person = caller.person;
    let saved = write(&app, call.key, Some(person), move |tx| {
        let SaveModule { module, version, content } = &request;
        let office = match module {
            Some(id) => changeable(tx, &caller, (*id, *version), now.day_in_rome())?.office,
            None if *version > 0 => return Err(Fault::NotFound.into()),
            None if MODULES.count(tx, &Span::all(), MOST)? == MOST => {
                return Err(Error::field("module", "too_many"));
            }
            None => office_of(&caller),
        };
        let (id, content) = (module.unwrap_or(new), content.clone());
        let (version, retired) = (version + 1, false);
        let row = ModuleRow { version, office, retired, at: now, by: person, content };
        MODULES.put(tx, &id, &Json::of(&row)?)?;
        let module = Kept::of_row(id, row).shown(tx, &caller)?;
        Ok((module, NewEntry::of(SaveModule::SPEC.name).about(id)))
    });
    Ok(saved.await?.into())
}

pub(super) async fn retire(app: App, call: Call, request: RetireModule) -> Result<Answer<()>> {
    let (caller, now) = (call.caller, app.now());
    let person = caller.person;
    let RetireModule { module, version } = request;
    let done = write(&app, call.key, Some(person), move |tx| {
        let Kept { office, content, .. } =
            changeable(tx, &caller, (module, version), now.day_in_rome())?;
        // Kept as it was: what the program came with must not come back by itself.
        let (version, retired) = (version + 1, true);
        let row = ModuleRow { version, office, retired, at: now, by: person, content };
        MODULES.put(tx, &module, &Json::of(&row)?)?;
        Ok(((), NewEntry::of(RetireModule::SPEC.name).about(module)))
    });
    Ok(done.await?.into())
}
