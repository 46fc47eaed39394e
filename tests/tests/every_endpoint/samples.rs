//! One request for each endpoint.

use bytes::Bytes;
use harness::{Client, World};
use http::Request;
use shared::endpoint::{ENDPOINTS, Endpoint, Payload, Spec};
use shared::ids::{ImportId, SessionId};
use shared::intake::FileKind;
use shared::lang::Lang;
use shared::{audit, companies, declarations, home, intake, payments, session};

/// What requests name that only its caller has.
#[derive(Clone, Copy, Default)]
pub struct Own {
    /// The caller's session.
    pub device: SessionId,
    /// A file the caller handed in.
    pub import: ImportId,
    /// The kind of files the caller hands in.
    pub kind: FileKind,
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
    let made = vec![
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
        same(client, &home::OfCompany { company }),
        same(client, &home::OfMany {}),
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
        two(client, &file(own.kind, "september.xml"), &file(own.kind, "october.xml")),
        same(client, &intake::List::default()),
        same(client, &intake::Show { import: own.import }),
        same(client, &audit::List::default()),
    ];
    let names: Vec<&str> = made.iter().map(|sample| sample.spec.name).collect();
    let table: Vec<&str> = ENDPOINTS.iter().map(|spec| spec.name).collect();
    assert_eq!(names, table, "the samples are those of the table of endpoints, in its order");
    made
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

fn same<E: Endpoint>(client: &Client, request: &E) -> Sample {
    two(client, request, request)
}

fn two<E: Endpoint>(client: &Client, request: &E, another: &E) -> Sample {
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
