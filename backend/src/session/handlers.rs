//! The endpoints of [`shared::session`].

use shared::calendar::Instant;
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{PersonId, SessionId};
use shared::session::{
    DemoSignIn, Device, Devices, Me, Persona, Personas, Prefer, Presence, RevokeDevice, SignInWay,
    SignOut, Viewer, Who, WorkFor,
};

use super::table::Session;
use super::{device, notice, service, token, viewer};
use crate::access;
use crate::app::App;
use crate::audit::NewEntry;
use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call, Cookie, Visit};
use crate::http::route::{Route, open, signed_in};
use crate::people::{Person, Place, service as people};
use crate::store::{ReadTx, WriteTx};
use crate::write::write;

/// The endpoints of this slice. What depends on the session or on its last call is answered anew each time.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<Me, _, _>(app, me).live(),
        open::<Who, _, _>(app, who),
        open::<Personas, _, _>(app, personas),
        open::<DemoSignIn, _, _>(app, demo_sign_in),
        signed_in::<SignOut, _, _>(app, sign_out),
        signed_in::<WorkFor, _, _>(app, work_for),
        signed_in::<Devices, _, _>(app, devices).live(),
        signed_in::<RevokeDevice, _, _>(app, revoke),
        signed_in::<Prefer, _, _>(app, prefer),
    ]
}

async fn me(app: App, call: Call, _: Me) -> Result<Answer<Viewer>> {
    Ok(viewer_of(&app, &call.token)?.ok_or(Fault::NotSignedIn)?.into())
}

async fn who(app: App, visit: Visit, _: Who) -> Result<Answer<Presence>> {
    let viewer = match visit.token {
        Some(token) => viewer_of(&app, &token)?,
        None => None,
    };
    let ways = if app.demo() { vec![SignInWay::Demo] } else { Vec::new() };
    Ok(Presence { viewer, ways }.into())
}

/// Who has the session of this secret.
fn viewer_of(app: &App, token: &str) -> Result<Option<Viewer>> {
    let Some(resolved) = service::current(app, token, app.now())? else { return Ok(None) };
    app.store().read(|tx| {
        let person = known(tx, resolved.caller.person)?;
        Ok(Some(viewer::viewer(app, tx, person, &resolved.session)?))
    })
}

async fn personas(app: App, _: Visit, _: Personas) -> Result<Answer<Vec<Persona>>> {
    demo_only(&app)?;
    app.store().read(|tx| {
        let mut personas = Vec::new();
        for person in people::personas(tx)? {
            if let Some(id) = person.persona.clone() {
                personas.push(viewer::persona(tx, id, person, app.today())?);
            }
        }
        Ok(personas.into())
    })
}

async fn demo_sign_in(app: App, visit: Visit, request: DemoSignIn) -> Result<Answer<Viewer>> {
    demo_only(&app)?;
    let before = visit.token.as_deref().map(token::hash);
    let secret = token::new_cookie();
    let hash = token::hash(&secret);
    let now = app.now();
    let label = device::label(visit.user_agent.as_deref());
    let (session_id, person_id) = (app.new_id(), app.new_id());
    let inside = app.clone();
    let body = write(&app, None, None, move |tx| {
        let person = whoever_signs_in(tx, &request.persona, person_id)?;
        // Whatever this browser was before, it is no longer.
        if let Some(before) = &before {
            service::end(tx, before)?;
        }
        let session = begun(session_id, person.id, now, label.clone());
        service::put(tx, &hash, &session)?;
        notice::of_sign_in(tx, now, &person, &session)?;
        let entry = NewEntry {
            person: Some(person.id),
            ..NewEntry::of(DemoSignIn::SPEC.name).about(session.id)
        };
        Ok((viewer::viewer(&inside, tx, person, &session)?, entry))
    })
    .await?;
    Ok(Answer { body, cookie: Cookie::Set(secret) })
}

fn begun(id: SessionId, person: PersonId, now: Instant, label: String) -> Session {
    Session { id, person, since: now, last_seen: now, label, working_for: None }
}

/// The persona, or the representative with this tax code, whom the register may know before we do.
fn whoever_signs_in(tx: &mut dyn WriteTx, persona: &str, new_id: PersonId) -> Result<Person> {
    if let Some(person) = people::by_persona(tx, persona)? {
        return Ok(person);
    }
    let unknown = || Error::field("persona", "unknown_persona");
    let tax_code = persona.trim().to_ascii_uppercase();
    let name = companies::representative_name(tx, &tax_code)?.ok_or_else(unknown)?;
    if let Some(person) = people::by_tax_code(tx, &tax_code)? {
        return Ok(person);
    }
    let person = Person {
        id: new_id,
        name,
        tax_code,
        role: shared::auth::Role::Owner,
        place: Place::Companies,
        lang: shared::lang::Lang::default(),
        email: None,
        persona: None,
    };
    people::record(tx, &person)?;
    Ok(person)
}

async fn sign_out(app: App, call: Call, _: SignOut) -> Result<Answer<()>> {
    let hash = token::hash(&call.token);
    let session = call.caller.session;
    write(&app, None, Some(call.caller.person), move |tx| {
        service::end(tx, &hash)?;
        Ok(((), NewEntry::of(SignOut::SPEC.name).about(session)))
    })
    .await?;
    Ok(Answer { body: (), cookie: Cookie::Clear })
}

async fn work_for(app: App, call: Call, request: WorkFor) -> Result<Answer<Viewer>> {
    let before = token::hash(&call.token);
    let secret = token::new_cookie();
    let hash = token::hash(&secret);
    let today = app.today();
    let inside = app.clone();
    let caller = call.caller;
    let person = caller.person;
    let body = write(&app, None, Some(person), move |tx| {
        if let Some(company) = request.company {
            let relation = access::relation(tx, &caller, company, today)?.ok_or(Fault::NotFound)?;
            if !viewer::acts_for(relation) {
                return Err(Fault::Forbidden.into());
            }
        }
        let session = service::stored(tx, &before)?.ok_or(Fault::NotSignedIn)?;
        let session = Session { working_for: request.company, ..session };
        service::end(tx, &before)?;
        service::put(tx, &hash, &session)?;
        let entry = NewEntry {
            company: request.company,
            ..NewEntry::of(WorkFor::SPEC.name).about(session.id)
        };
        Ok((viewer::viewer(&inside, tx, known(tx, person)?, &session)?, entry))
    })
    .await?;
    Ok(Answer { body, cookie: Cookie::Set(secret) })
}

async fn devices(app: App, call: Call, _: Devices) -> Result<Answer<Vec<Device>>> {
    app.store()
        .read(|tx| Ok(service::devices(&app, tx, call.caller.person, call.caller.session)?.into()))
}

async fn revoke(app: App, call: Call, request: RevokeDevice) -> Result<Answer<()>> {
    let person = call.caller.person;
    write(&app, None, Some(person), move |tx| {
        if !service::end_of_person(tx, person, request.device)? {
            return Err(Fault::NotFound.into());
        }
        Ok(((), NewEntry::of(RevokeDevice::SPEC.name).about(request.device)))
    })
    .await?;
    let own = request.device == call.caller.session;
    Ok(Answer { body: (), cookie: if own { Cookie::Clear } else { Cookie::Keep } })
}

async fn prefer(app: App, call: Call, request: Prefer) -> Result<Answer<()>> {
    let person = call.caller.person;
    write(&app, call.key, Some(person), move |tx| {
        let person = Person { lang: request.lang, ..known(tx, person)? };
        people::record(tx, &person)?;
        Ok(((), NewEntry::of(Prefer::SPEC.name).about(person.id)))
    })
    .await?;
    Ok(().into())
}

/// Without the demo its endpoints do not exist.
fn demo_only(app: &App) -> Result<()> {
    if app.demo() { Ok(()) } else { Err(Fault::NotFound.into()) }
}

/// The person of a session that was resolved: they exist.
fn known(tx: &dyn ReadTx, person: PersonId) -> Result<Person> {
    people::by_id(tx, person)?.ok_or_else(|| Fault::NotSignedIn.into())
}
