//! One request for each endpoint.

use bytes::Bytes;
use harness::{Client, World};
use http::Request;
use shared::endpoint::{ENDPOINTS, Endpoint, Payload, Spec};
use shared::ids::{AttachmentId, ImportId, LinkId, PersonId, SessionId, TagId, ViewId};
use shared::intake::FileKind;
use shared::lang::Lang;
use shared::parameters::{self, Subject};
use shared::{
    attachments, audit, changes, companies, deadlines, declarations, durc, evidence, home, intake,
    live, notices, notifications, payments, practice, preflight, search, session,
};

use crate::every_endpoint::{records, requests};

/// What requests name that only its caller has.
#[derive(Clone, Copy, Default)]
pub struct Own {
    /// The caller's session.
    pub device: SessionId,
    /// A file the caller handed in.
    pub import: ImportId,
    /// The kind of files the caller hands in.
    pub kind: FileKind,
    /// The number of a record made for the caller.
    pub record: u64,
    /// A view the caller may change, and its version.
    pub view: (ViewId, u64),
    /// A tag of the caller's desk, and its version.
    pub tag: (TagId, u64),
    /// A collaborator of the caller's practice.
    pub colleague: PersonId,
    /// A draft and a request.
    pub mine: requests::Mine,
    /// An upload of the caller's that may be finished.
    pub upload: AttachmentId,
    /// A document the caller uploaded.
    pub attachment: AttachmentId,
}

/// A request of an endpoint, and another one that is as good.
pub struct Sample {
    /// The endpoint.
    pub spec: Spec,
    /// The request.
    pub request: Request<Bytes>,
    /// The same endpoint with another payload; where there is no payload to vary, the same.
    pub another: Request<Bytes>,
}

/// The sample of every endpoint, about `world` and for whoever `client` is.
///
/// # Panics
/// If an endpoint has no sample here, or a sample no endpoint: whoever adds an endpoint adds a sample, and has it tested by that.
pub fn samples(client: &Client, world: &World, own: Own) -> Vec<Sample> {
    let company = world.company;
    let mut made = vec![
        same(client, &session::Me {}),
        same(client, &session::Who {}),
        same(client, &session::Personas {}),
        two(
            client,
            &session::DemoSignIn { persona: "titolare".into() },
            &session::DemoSignIn { persona: "revisore".into() },
        ),
        same(client, &session::SignOut {}),
        same(client, &session::WorkFor { company: None }),
        same(client, &session::Devices {}),
        same(client, &session::RevokeDevice { device: own.device }),
        two(client, &session::Prefer { lang: Lang::De }, &session::Prefer { lang: Lang::En }),
        same(client, &home::OfCompany { company, ..Default::default() }),
        same(client, &home::OfMany::default()),
        same(client, &home::OfSystem {}),
        same(client, &companies::List::default()),
        same(client, &companies::Show { company }),
        same(client, &declarations::List { company, ..Default::default() }),
        same(client, &declarations::Show { company, declaration: world.declaration }),
        same(
            client,
            &declarations::Workers {
                company,
                declaration: world.declaration,
                ..Default::default()
            },
        ),
        same(client, &payments::List { company, ..Default::default() }),
        same(client, &payments::Show { company, payment: world.payment }),
        same(client, &payments::Situation { company, months: None }),
    ];
    made.extend(records::samples(client, company, own.record));
    made.extend([
        two(client, &file(own.kind, "september.xml"), &file(own.kind, "october.xml")),
        same(client, &intake::List::default()),
        same(client, &intake::Show { import: own.import }),
        same(client, &audit::List::default()),
    ]);
    made.extend(of_files(client, world, own.import));
    made.extend(of_practice(client, world, own));
    made.extend(of_time(client, world));
    made.extend(of_parameters(client));
    made.extend(of_durc(client, world));
    made.extend(of_evidence(client, world));
    made.extend(of_notices(client, world));
    made.extend(requests::samples(client, world, own));
    made.extend(of_notifications(client));
    made.extend(of_attachments(client, own));
    let names: Vec<&str> = made.iter().map(|sample| sample.spec.name).collect();
    let table: Vec<&str> = ENDPOINTS.iter().map(|spec| spec.name).collect();
    assert_eq!(names, table, "the samples are those of the table of endpoints, in its order");
    made
}

/// Samples of the practice's endpoints.
fn of_practice(client: &Client, world: &World, own: Own) -> Vec<Sample> {
    let (companies, on) = (vec![world.company], true);
    let ((view_id, version), (tag_id, tag_version)) = (own.view, own.tag);
    let replaced = |name: &str| {
        let practice::CreateView { layout, .. } = view(name);
        practice::ReplaceView { view: view_id, name: name.to_owned(), layout, version }
    };
    let renamed = |name: &str| {
        let color = practice::TagColor::Red;
        practice::ReplaceTag { tag: tag_id, name: name.to_owned(), color, version: tag_version }
    };
    let set = practice::SetTag { tag: tag_id, companies: companies.clone(), on };
    let assign = practice::Assign { person: own.colleague, companies, on };
    vec![
        same(client, &practice::Grid {}),
        same(client, &practice::Export::default()),
        same(client, &practice::Views {}),
        two(client, &view("New"), &view("Newer")),
        two(client, &replaced("Replaced"), &replaced("Replaced again")),
        two(
            client,
            &practice::DeleteView { view: view_id, version },
            &practice::DeleteView { view: view_id, version: version + 1 },
        ),
        two(client, &tag("New"), &tag("Newer")),
        two(client, &renamed("Renamed"), &renamed("Renamed again")),
        two(
            client,
            &practice::DeleteTag { tag: tag_id, version: tag_version },
            &practice::DeleteTag { tag: tag_id, version: tag_version + 1 },
        ),
        two(client, &set, &practice::SetTag { on: false, ..set.clone() }),
        two(client, &assign, &practice::Assign { on: false, ..assign.clone() }),
    ]
}

/// Samples of changes and deadlines.
fn of_time(client: &Client, world: &World) -> Vec<Sample> {
    let companies = Some(vec![world.company]);
    vec![
        same(client, &changes::Since::default()),
        two(client, &changes::Seen::default(), &changes::Seen { companies, ..Default::default() }),
        same(client, &deadlines::List::default()),
        same(client, &deadlines::Days::default()),
        same(client, &deadlines::Feed { secret: world.feed.clone() }),
        same(client, &deadlines::MyFeed {}),
        same(client, &deadlines::OpenFeed {}),
        same(client, &deadlines::CloseFeed {}),
    ]
}

/// Samples of the dated parameters.
fn of_parameters(client: &Client) -> Vec<Sample> {
    let subject = Subject::Interest;
    let replace = |note: &str| parameters::Replace {
        subject,
        json: Some(subject.shipped().to_owned()),
        note: note.to_owned(),
        number: 0,
    };
    vec![
        same(client, &parameters::Current {}),
        same(client, &parameters::Show { subject, number: None }),
        two(client, &replace("as it was"), &replace("as it is")),
        same(client, &parameters::History::default()),
        same(client, &parameters::Export::default()),
    ]
}

/// Samples of the DURC.
fn of_durc(client: &Client, world: &World) -> Vec<Sample> {
    let (company, link) = (world.company, world.link);
    let other = LinkId::default();
    vec![
        same(client, &durc::Show { company }),
        two(client, &durc::Ask { company, mail: false }, &durc::Ask { company, mail: true }),
        same(client, &durc::Share { company, until: None }),
        same(client, &durc::Verify { secret: world.secret.clone() }),
        two(client, &durc::Revoke { company, link }, &durc::Revoke { company, link: other }),
    ]
}

/// Samples of evidence and of what is asked before a file is sent: the world's company did not declare August 2026.
fn of_evidence(client: &Client, world: &World) -> Vec<Sample> {
    let company = world.company;
    let key = harness::EVIDENCE.to_owned();
    let act = |action| evidence::Act {
        action,
        items: vec![evidence::Named { company, key: key.clone() }],
        which: None,
        company: None,
    };
    let link = evidence::Link::Note("chiesta alla sede".to_owned());
    vec![
        same(client, &evidence::List::default()),
        same(client, &evidence::Count::default()),
        same(client, &evidence::Show { company, key: key.clone() }),
        two(client, &act(evidence::Action::See), &act(evidence::Action::TakeInHand { link })),
        same(client, &evidence::Export::default()),
        same(client, &preflight::Known { about: "12345678903~2026-08".into() }),
    ]
}

/// Samples of rectification notices.
fn of_notices(client: &Client, world: &World) -> Vec<Sample> {
    let (company, key) = (world.company, harness::NOTICE.to_owned());
    vec![
        same(client, &notices::List::default()),
        same(client, &notices::Count::default()),
        same(client, &notices::Show { company, key }),
        same(client, &notices::Export::default()),
    ]
}

/// Samples of notifications: what whoever calls was told, and an address that waits for its code; see [`crate::every_endpoint::told`].
fn of_notifications(client: &Client) -> Vec<Sample> {
    use notifications::{Channel, Digest, Read};
    let prefer = |digest| notifications::Prefer { digest, ..Default::default() };
    let set = |value: &str| notifications::SetContact {
        channel: Channel::Email,
        value: value.to_owned(),
    };
    let confirm =
        |code: &str| notifications::Confirm { channel: Channel::Email, code: code.to_owned() };
    let remove = |channel| notifications::Remove { channel };
    vec![
        same(client, &notifications::List::default()),
        same(client, &notifications::Export::default()),
        same(client, &notifications::Count {}),
        two(client, &Read { number: 1, earlier: false }, &Read { number: 1, earlier: true }),
        same(client, &notifications::Show { number: 1, lang: None }),
        same(client, &notifications::Settings {}),
        two(client, &prefer(Digest::Hourly), &prefer(Digest::Daily)),
        two(client, &set("new@example.org"), &set("newer@example.org")),
        two(client, &confirm("123456"), &confirm("654321")),
        two(client, &remove(Channel::Email), &remove(Channel::Pec)),
        same(client, &notifications::Mailbox::default()),
    ]
}

/// Samples of documents, and of what open tabs are told.
fn of_attachments(client: &Client, own: Own) -> Vec<Sample> {
    let (attachment, other) = (own.upload, AttachmentId::default());
    let open = |name: &str| attachments::Open { name: name.to_owned(), size: 5, sha256: None };
    vec![
        two(client, &open("a.xml"), &open("b.xml")),
        same(client, &attachments::PutChunk { attachment, offset: 0 }),
        same(client, &attachments::State { attachment }),
        two(
            client,
            &attachments::Finish { attachment },
            &attachments::Finish { attachment: other },
        ),
        two(
            client,
            &attachments::Discard { attachment },
            &attachments::Discard { attachment: other },
        ),
        same(client, &attachments::Download { attachment: own.attachment }),
        same(client, &live::Listen { after: None, seconds: Some(0) }),
    ]
}

/// A view to save.
pub fn view(name: &str) -> practice::CreateView {
    let columns = vec![practice::Column::Name, practice::Column::Missing];
    let layout = practice::Layout { columns, frozen: 1, ..Default::default() };
    practice::CreateView { name: name.to_owned(), shared: false, layout }
}

/// A tag to make.
pub fn tag(name: &str) -> practice::CreateTag {
    practice::CreateTag { name: name.to_owned(), color: practice::TagColor::Blue }
}

fn of_files(client: &Client, world: &World, import: ImportId) -> Vec<Sample> {
    let company = world.company;
    vec![
        same(client, &companies::Export::default()),
        same(
            client,
            &declarations::ExportWorkers {
                company,
                declaration: world.declaration,
                ..Default::default()
            },
        ),
        same(client, &payments::Export { company, ..Default::default() }),
        same(client, &intake::Export::default()),
        same(client, &intake::ExportIssues { import, ..Default::default() }),
        same(client, &audit::Export::default()),
        same(client, &deadlines::Export::default()),
        same(client, &changes::Export::default()),
        same(client, &search::Find { q: "esempio".into(), limit: None }),
    ]
}

/// The sample of one endpoint.
pub fn sample(client: &Client, world: &World, own: Own, name: &str) -> Sample {
    let all = samples(client, world, own);
    all.into_iter().find(|sample| sample.spec.name == name).expect("every endpoint has a sample")
}

/// A file to hand in, as far as the URL says.
pub fn file(kind: FileKind, name: &str) -> intake::Submit {
    intake::Submit { kind, name: name.to_owned() }
}

/// A sample without a payload to vary.
pub fn same<E: Endpoint>(client: &Client, request: &E) -> Sample {
    two(client, request, request)
}

/// A sample with two payloads.
pub fn two<E: Endpoint>(client: &Client, request: &E, another: &E) -> Sample {
    let made = |request: &E| {
        // One for each endpoint: a key is not used for two requests.
        let mut call = client.request(request, E::SPEC.name);
        if matches!(E::SPEC.payload, Payload::File(_)) {
            *call.body_mut() = Bytes::from_static(b"<no/>");
        }
        call
    };
    Sample { spec: E::SPEC, request: made(request), another: made(another) }
}
