//! What holds for every endpoint, checked over the table of endpoints: who may call it, what it leaves behind, what it says.

mod document;
mod records;
mod requests;
mod samples;

use std::collections::BTreeMap;

use backend::notifications::contacts;
use backend::notifications::service::{Announcement, To, Words, announce};
use backend::people::service as people;
use bytes::Bytes;
use harness::{Client, PERSONAS, Reply, TestApp, World};
use http::{HeaderMap, Request};
use samples::{Own, Sample, file, sample, samples, tag, view};
use shared::auth::{Relation, Role, permits};
use shared::endpoint::{Access, ENDPOINTS, Effect, IDEMPOTENCY_KEY, Payload, Spec};
use shared::ids::AttachmentId;
use shared::intake::FileKind;
use shared::notifications::{About, Channel, Event};
use shared::session::IDLE_MINUTES;
use shared::{attachments, declarations, payments, practice};

async fn with_world() -> (TestApp, World) {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    // What the clock owes, before anything is counted.
    app.deliver().await;
    world.document(&app).await;
    world.notice(&app).await;
    (app, world)
}

/// Somebody signed in, and what they have of their own.
async fn signed_in(app: &TestApp, world: &World, persona: &str) -> (Client, Own) {
    let client = app.sign_in(persona).await;
    let device = client.session().await;
    // The register's extracts are the administrator's matter, and only they.
    let kind = if persona == "amministratore" { FileKind::Registry } else { FileKind::Uniemens };
    // Who may not hand in files has none, and asks for one that does not exist.
    let handed_in = client.hand_in(&file(kind, "august.xml"), Bytes::from_static(b"<no/>")).await;
    let import = handed_in.map(|import| import.id).unwrap_or_default();
    let record = records::made(app).await;
    told(app, persona).await;
    let role = PERSONAS.into_iter().find(|(id, _)| *id == persona).map(|(_, role)| role);
    let role = role.expect("one of the personas");
    let mine = requests::prepared(app, &client, world, role).await;
    let (upload, attachment) = uploads(app, &client, persona).await;
    let own = Own { device, import, kind, record, mine, upload, attachment, ..desk(&client).await };
    (client, own)
}

/// Tells somebody something, and lets an address of theirs wait for the code `123456`.
async fn told(app: &TestApp, persona: &str) {
    let (persona, now) = (persona.to_owned(), app.app().now());
    app.write(move |tx| {
        let Some(person) = people::by_persona(tx, &persona)? else { return Ok(()) };
        let announcement = Announcement {
            event: Event::RequestRegistered,
            to: To::People(vec![person.id]),
            company: None,
            about: About::Request("R1".to_owned()),
            key: "every.endpoint".to_owned(),
            words: Words::default(),
        };
        announce(tx, now, &announcement)?;
        contacts::wait(tx, now, &person, Channel::Email, ("next@example.org", "123456"))
    })
    .await;
    app.deliver().await;
}

/// An upload that may be finished, and one that is; they are made where there are none. Who may not upload has none.
async fn uploads(app: &TestApp, client: &Client, persona: &str) -> (AttachmentId, AttachmentId) {
    let waiting = app.app().store().read(|tx| {
        let people = backend::people::service::personas(tx)?;
        let person = people.iter().find(|person| person.persona.as_deref() == Some(persona));
        backend::attachments::service::waiting(tx, person.expect("a persona").id)
    });
    let waiting = waiting.expect("the store can be read");
    let had = |ready| {
        waiting.iter().find(|one| one.name == "own.xml" && one.ready == ready).map(|one| one.id)
    };
    (uploaded(app, client, had(false), false).await, uploaded(app, client, had(true), true).await)
}

async fn uploaded(
    app: &TestApp,
    client: &Client,
    had: Option<AttachmentId>,
    finish: bool,
) -> AttachmentId {
    let content = Bytes::from_static(b"<no/>");
    let attachment = match had {
        Some(had) => had,
        None => {
            let open = attachments::Open { name: "own.xml".into(), size: 5, sha256: None };
            // The same person's other clients count their writes as well.
            match client.send_as(&open, &format!("own-{}", app.audited())).await {
                Ok(opened) => opened.id,
                Err(_) => return AttachmentId::default(),
            }
        }
    };
    let part = attachments::PutChunk { attachment, offset: 0 };
    client.hand_in(&part, content).await.expect("a part is taken");
    if finish && had.is_none() {
        let finish = attachments::Finish { attachment };
        let key = attachment.to_string();
        client.send_as(&finish, &key).await.expect("nothing is wrong with it");
    }
    attachment
}

/// A view, a tag and a colleague of whoever has them; they are made where there are none.
async fn desk(client: &Client) -> Own {
    let mut own = Own::default();
    let Ok(grid) = client.send(&practice::Grid {}).await else { return own };
    own.colleague = grid.staff.first().map(|colleague| colleague.id).unwrap_or_default();
    let tag = match grid.tags.into_iter().next() {
        Some(tag) => Some(tag),
        None => client.send(&tag("Own")).await.ok(),
    };
    own.tag = tag.map(|tag| (tag.id, tag.version)).unwrap_or_default();
    let views = client.send(&practice::Views {}).await.unwrap_or_default();
    let view = match views.into_iter().find(|view| view.editable) {
        Some(view) => Some(view),
        None => client.send(&view("Own")).await.ok(),
    };
    own.view = view.map(|view| (view.id, view.version)).unwrap_or_default();
    own
}

/// A persona who may call the endpoint.
fn admitted(spec: &Spec) -> &'static str {
    let admitted = |role: Role| match spec.access {
        Access::Public | Access::Demo | Access::SignedIn => true,
        Access::Roles(roles) => roles.contains(&role),
        Access::Company(resource, verb) => relation_to_the_world(role)
            .is_some_and(|relation| permits(role, relation, resource, verb)),
    };
    PERSONAS
        .into_iter()
        .find(|(_, role)| admitted(*role))
        .map(|(persona, _)| persona)
        .expect("somebody may")
}

fn is_open(spec: &Spec) -> bool {
    matches!(spec.access, Access::Public | Access::Demo)
}

/// A call as it stands, leaving the sample for others.
fn copied(request: &Request<Bytes>) -> Request<Bytes> {
    request.clone()
}

#[tokio::test]
async fn without_a_session_nothing_but_the_open_door_answers() {
    let (app, world) = with_world().await;
    let (nobody, before) = (app.anonymous(), app.audited());
    for sample in samples(&nobody, &world, Own::default()) {
        let reply = app.anonymous().call(sample.request).await;
        if is_open(&sample.spec) {
            assert!(reply.status.is_success(), "{}: {reply:?}", sample.spec.name);
        } else {
            assert_eq!(reply.problem().code, "not_signed_in", "{}", sample.spec.name);
        }
    }
    assert_eq!(app.audited() - before, 1, "only the sign-in did anything");
}

#[tokio::test]
async fn an_expired_session_is_no_session() {
    let (app, world) = with_world().await;
    let client = app.sign_in("titolare").await;
    app.clock().advance_minutes(IDLE_MINUTES);
    for sample in samples(&client, &world, Own::default()) {
        if !is_open(&sample.spec) {
            let reply = client.copy().call(sample.request).await;
            assert_eq!(reply.problem().code, "not_signed_in", "{}", sample.spec.name);
        }
    }
}

#[tokio::test]
async fn every_role_may_do_what_the_table_says_and_nothing_else() {
    for (persona, role) in PERSONAS {
        // What one did must not stand in another's way.
        let (app, world) = with_world().await;
        // Their head has made what collaborators only use.
        desk(&app.sign_in("consulente").await).await;
        for spec in ENDPOINTS {
            let (client, own) = signed_in(&app, &world, persona).await;
            let reply = client.call(sample(&client, &world, own, spec.name).request).await;
            let expected = match spec.access {
                Access::Public | Access::Demo | Access::SignedIn => None,
                Access::Roles(roles) => (!roles.contains(&role)).then_some("forbidden"),
                Access::Company(resource, verb) => match relation_to_the_world(role) {
                    None => Some("not_found"),
                    Some(relation) => {
                        (!permits(role, relation, resource, verb)).then_some("forbidden")
                    }
                },
            };
            match expected {
                None => assert!(reply.status.is_success(), "{persona} {}: {reply:?}", spec.name),
                Some(code) => assert_eq!(reply.problem().code, code, "{persona} {}", spec.name),
            }
        }
    }
}

/// How the world's people stand to its company.
fn relation_to_the_world(role: Role) -> Option<Relation> {
    match role {
        Role::Owner | Role::Employee => Some(Relation::Own),
        Role::Consultant | Role::Association => Some(Relation::Delegated),
        Role::Collaborator => Some(Relation::Assigned),
        Role::Operator | Role::Manager => Some(Relation::Competent),
        Role::Administrator | Role::Auditor => None,
    }
}

#[tokio::test]
async fn a_stranger_cannot_tell_a_company_from_none() {
    let (app, world) = with_world().await;
    let missing = World { company: app.app().new_id(), ..World::of(&TestApp::new().await).await };
    for stranger in ["estraneo", "amministratore", "revisore"] {
        let client = app.sign_in(stranger).await;
        let existing = samples(&client, &world, Own::default());
        let others = samples(&client, &missing, Own::default());
        for (existing, missing) in existing.into_iter().zip(others) {
            if matches!(existing.spec.access, Access::Company(..)) {
                let name = existing.spec.name;
                let (there, not_there) =
                    (client.call(existing.request).await, client.call(missing.request).await);
                assert_eq!(there.problem().code, "not_found", "{stranger} {name}");
                assert_eq!(bare(&there), bare(&not_there), "{stranger} {name}");
            }
        }
    }
}

/// An answer without its reference, the one thing in which two failures differ.
fn bare(reply: &Reply) -> (u16, HeaderMap, String) {
    let reference = reply.problem().reference;
    let mut headers = reply.headers.clone();
    headers.remove("x-request-id");
    (reply.status.as_u16(), headers, String::from_utf8_lossy(&reply.body).replace(&reference, ""))
}

#[tokio::test]
async fn what_belongs_to_another_company_is_not_found_through_ones_own() {
    let (app, world) = with_world().await;
    let client = app.sign_in("titolare").await;
    let (company, declaration) = (world.company, world.other_declaration);
    let problems = [
        client.send(&declarations::Show { company, declaration }).await.unwrap_err(),
        client
            .send(&declarations::Workers { company, declaration, ..Default::default() })
            .await
            .unwrap_err(),
        client.send(&payments::Show { company, payment: world.other_payment }).await.unwrap_err(),
    ];
    for problem in problems {
        assert_eq!(problem.code, "not_found", "{problem:?}");
    }
    let nonsense = client.get("/api/v1/companies/not-an-id").await;
    assert_eq!(nonsense.problem().code, "not_found");
}

#[tokio::test]
async fn what_writes_is_audited_once_and_what_reads_is_not() {
    let (app, world) = with_world().await;
    for spec in ENDPOINTS {
        let (client, own) = signed_in(&app, &world, admitted(spec)).await;
        let before = app.audited();
        let reply = client.call(sample(&client, &world, own, spec.name).request).await;
        assert!(reply.status.is_success(), "{}: {reply:?}", spec.name);
        app.deliver().await;
        let expected = u64::from(!matches!(spec.effect, Effect::Read | Effect::Part));
        assert_eq!(app.audited() - before, expected, "{}", spec.name);
    }
    let found = app.app().store().read(|tx| backend::audit::verify(tx)).unwrap();
    assert!(matches!(found, backend::audit::Verification::Verified { .. }), "{found:?}");
}

#[tokio::test]
async fn a_write_wants_a_key_and_a_key_has_one_effect() {
    let (app, world) = with_world().await;
    for spec in ENDPOINTS.iter().filter(|spec| spec.effect == Effect::Write) {
        let (client, own) = signed_in(&app, &world, admitted(spec)).await;
        let Sample { request, another, .. } = sample(&client, &world, own, spec.name);
        let before = app.audited();

        let mut keyless = copied(&request);
        keyless.headers_mut().remove(IDEMPOTENCY_KEY);
        assert_eq!(client.call(keyless).await.problem().code, "key_missing", "{}", spec.name);
        assert_eq!(app.audited(), before, "{}", spec.name);

        let first = client.call(copied(&request)).await;
        assert!(first.status.is_success(), "{}: {first:?}", spec.name);
        let repeated = client.call(request).await;
        assert_eq!((first.status, &first.body), (repeated.status, &repeated.body), "{}", spec.name);
        assert_eq!(client.call(another).await.problem().code, "key_reused", "{}", spec.name);
        app.deliver().await;
        assert_eq!(app.audited() - before, 1, "{}", spec.name);
    }
}

#[tokio::test]
async fn unknown_fields_are_refused() {
    let (app, world) = with_world().await;
    for spec in ENDPOINTS {
        let (client, own) = signed_in(&app, &world, admitted(spec)).await;
        let Sample { mut request, .. } = sample(&client, &world, own, spec.name);
        match spec.payload {
            Payload::Json | Payload::Bulk => {
                let mut body: BTreeMap<String, serde_json::Value> =
                    serde_json::from_slice(request.body()).unwrap();
                body.insert("role".into(), "administrator".into());
                *request.body_mut() = serde_json::to_vec(&body).unwrap().into();
            }
            Payload::Query | Payload::File(_) => {
                let joint = if request.uri().query().is_some() { '&' } else { '?' };
                *request.uri_mut() =
                    format!("{}{joint}role=administrator", request.uri()).parse().unwrap();
            }
        }
        let before = app.audited();
        let problem = client.call(request).await.problem();
        assert_eq!(problem.code, "malformed", "{}", spec.name);
        assert!(problem.detail.is_some_and(|detail| detail.contains("role")), "{}", spec.name);
        assert_eq!(app.audited(), before, "{}", spec.name);
    }
}

#[tokio::test]
async fn nothing_of_the_api_is_stored_by_browsers_or_proxies() {
    let (app, world) = with_world().await;
    for spec in ENDPOINTS {
        let (client, own) = signed_in(&app, &world, admitted(spec)).await;
        let good = sample(&client, &world, own, spec.name).request;
        for reply in [app.anonymous().call(copied(&good)).await, client.call(good).await] {
            assert_eq!(reply.header("cache-control"), "no-store", "{} {}", spec.name, reply.status);
        }
    }
    for target in ["/api/v1/nothing", "/api/v1/companies/x/y/z", "/api"] {
        assert_eq!(
            app.anonymous().get(target).await.header("cache-control"),
            "no-store",
            "{target}"
        );
    }
}

#[tokio::test]
async fn without_the_demo_its_door_does_not_exist() {
    let app = TestApp::with().without_demo().build().await;
    let world = World::of(&app).await;
    let nobody = app.anonymous();
    for sample in samples(&nobody, &world, Own::default()) {
        if matches!(sample.spec.access, Access::Demo) {
            let reply = nobody.call(sample.request).await;
            assert_eq!(reply.problem().code, "not_found", "{}", sample.spec.name);
        }
    }
    assert_eq!(app.audited(), 0);
}

#[tokio::test]
async fn other_sites_change_nothing() {
    let (app, world) = with_world().await;
    for spec in ENDPOINTS.iter().filter(|spec| spec.effect != Effect::Read) {
        let (client, own) = signed_in(&app, &world, admitted(spec)).await;
        let before = app.audited();
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
        ] {
            let mut request = sample(&client, &world, own, spec.name).request;
            request.headers_mut().insert(name, value.parse().unwrap());
            assert_eq!(
                client.call(request).await.problem().code,
                "cross_site",
                "{} {name}: {value}",
                spec.name
            );
        }
        assert_eq!(app.audited(), before, "{}", spec.name);
    }
}
