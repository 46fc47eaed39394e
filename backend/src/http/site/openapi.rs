//! The OpenAPI document, made from the registered routes: what it says is what the server does.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};
use shared::deadlines::Feed;
use shared::endpoint::{self, Access, Effect, Endpoint, IDEMPOTENCY_KEY, Payload, Spec};
use shared::export::Format;
use shared::fault::Problem;
use shared::live::Listen;

use crate::app::App;
use crate::http::layers::head::COOKIE;
use crate::http::route::Route;

/// Where the document is, and beside it the schemas of the feeds.
pub(super) const DOCUMENT: &str = "/api/v1/openapi.json";
pub(super) const FEEDS: &str = "/api/v1/feeds.json";

/// The document for the routes of this program.
pub fn document(app: &App) -> Value {
    of_routes(&crate::http::routes(app))
}

/// The document for these routes.
pub(super) fn of_routes(routes: &[Route]) -> Value {
    let mut schemas = Schemas::new();
    let mut paths = Map::new();
    for route in routes {
        let operation = operation(route, &mut schemas);
        let path = paths.entry(route.spec.path).or_insert_with(|| json!({}));
        path[route.spec.method.as_str().to_ascii_lowercase()] = operation;
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Cassetto",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Amounts are integers in cents, months `YYYY-MM`, days `YYYY-MM-DD`. Lists come in pages: pass `next` as `cursor`.",
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "servers": [{ "url": "/" }],
        "tags": tags(routes),
        "paths": paths,
        "components": {
            "schemas": schemas.definitions(),
            "securitySchemes": {
                "session": {
                    "type": "apiKey", "in": "cookie", "name": COOKIE,
                    "description": "Set by signing in. A call that changes something is refused if its `Sec-Fetch-Site` or `Origin` says that it comes from another site.",
                },
            },
        },
    })
}

fn tags(routes: &[Route]) -> Vec<Value> {
    let mut slices: Vec<&str> = routes.iter().map(|route| slice(&route.spec)).collect();
    slices.sort_unstable();
    slices.dedup();
    slices.into_iter().map(|name| json!({ "name": name })).collect()
}

fn slice(spec: &Spec) -> &'static str {
    spec.name.split('.').next().unwrap_or_default()
}

/// Requests are read and replies written, and their schemas can differ in what is required; both refer to the same components.
struct Schemas {
    requests: SchemaGenerator,
    replies: SchemaGenerator,
}

impl Schemas {
    fn new() -> Self {
        let settings = SchemaSettings::draft2020_12().with(|settings| {
            settings.meta_schema = None;
            settings.definitions_path = "/components/schemas".into();
        });
        Self {
            requests: settings.clone().for_deserialize().into_generator(),
            replies: settings.for_serialize().into_generator(),
        }
    }

    /// The components. Where a type is in both, the one of replies says more.
    fn definitions(mut self) -> Map<String, Value> {
        let mut definitions = self.requests.take_definitions(true);
        definitions.extend(self.replies.take_definitions(true));
        definitions
    }
}

fn operation(route: &Route, schemas: &mut Schemas) -> Value {
    let spec = &route.spec;
    let request = (route.request_schema)(&mut schemas.requests);
    let mut operation = json!({
        "operationId": spec.name,
        "summary": spec.summary,
        "tags": [slice(spec)],
        "parameters": parameters(spec, &request),
        "responses": responses(route, &request, schemas),
        "security": match spec.access {
            Access::Public | Access::Demo => json!([]),
            _ => json!([{ "session": [] }]),
        },
    });
    match spec.payload {
        Payload::Query => {}
        Payload::Json | Payload::Bulk => {
            let required = request
                .get("required")
                .and_then(Value::as_array)
                .is_some_and(|names| !names.is_empty());
            operation["requestBody"] = json!({ "required": required, "content": { "application/json": { "schema": request } } });
        }
        Payload::File(limit) => {
            operation["requestBody"] = json!({
                "required": true,
                "description": format!("The file, of at most {limit} bytes."),
                "content": { "application/octet-stream": { "schema": {} } },
            });
        }
    }
    operation
}

fn parameters(spec: &Spec, request: &Schema) -> Vec<Value> {
    let mut parameters: Vec<Value> = spec
        .path
        .split('/')
        .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }))
        .collect();
    if spec.effect == Effect::Write {
        parameters.push(json!({
            "name": IDEMPOTENCY_KEY, "in": "header", "required": true,
            "description": "Names this write: repeating it with the same key has no second effect and gets the same reply.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[!-~]+$" },
        }));
    }
    if !spec.payload.is_json() {
        let required = |name: &str| {
            let names = request.get("required").and_then(Value::as_array);
            names.is_some_and(|names| names.iter().any(|required| required == name))
        };
        for (name, schema) in
            request.get("properties").and_then(Value::as_object).into_iter().flatten()
        {
            parameters.push(json!({ "name": name, "in": "query", "required": required(name), "schema": schema }));
        }
    }
    parameters
}

/// A field of a request.
fn property<'a>(request: &'a Schema, name: &str) -> Option<&'a Value> {
    request.get("properties")?.get(name)
}

fn responses(route: &Route, request: &Schema, schemas: &mut Schemas) -> Value {
    let mut responses = Map::new();
    match route.reply_schema {
        Some(_) if route.spec.effect == Effect::Export => {
            let types: Vec<&str> = match property(request, "format").is_some() {
                true => Format::ALL.into_iter().map(Format::media_type).collect(),
                false => vec!["application/octet-stream"],
            };
            let content: Map<String, Value> =
                types.into_iter().map(|kind| (kind.to_owned(), json!({ "schema": {} }))).collect();
            let description = "The file, of the type of `format` where there is one.";
            responses
                .insert("200".into(), json!({ "description": description, "content": content }));
        }
        Some(_) if route.spec.name == Feed::SPEC.name => drop(responses.insert(
            "200".into(),
            json!({ "description": "The calendar.", "content": { "text/calendar": { "schema": {} } } }),
        )),
        Some(_) if route.spec.name == Listen::SPEC.name => drop(responses.insert(
            "200".into(),
            json!({ "description": "Events as they come.", "content": { "text/event-stream": { "schema": {} } } }),
        )),
        Some(schema) => {
            let schema = schema(&mut schemas.replies);
            responses.insert(
                "200".into(),
                json!({
                    "description": "Done.", "content": { "application/json": { "schema": schema } },
                }),
            );
        }
        None => drop(
            responses
                .insert("204".into(), json!({ "description": "Done; there is nothing to say." })),
        ),
    }
    let problem = schemas.replies.subschema_for::<Problem>();
    for (status, description) in problems(&route.spec) {
        responses.insert(status.into(), json!({
            "description": description, "content": { "application/problem+json": { "schema": problem } },
        }));
    }
    Value::Object(responses)
}

/// What can go wrong with a call, by what the table says of the endpoint.
fn problems(spec: &Spec) -> Vec<(&'static str, &'static str)> {
    let reads = spec.method == endpoint::Method::Get;
    let exports = spec.effect == Effect::Export;
    let signed_in = !matches!(spec.access, Access::Public | Access::Demo);
    let by_role = matches!(spec.access, Access::Roles(_) | Access::Company(..));
    let not_found = spec.path.contains('{') || matches!(spec.access, Access::Demo);
    [
        (true, "400", "The request cannot be read; `detail` says what and where."),
        (signed_in, "401", "Nobody is signed in."),
        (by_role || !reads || exports, "403", "Not for this caller, or a call from another site."),
        (not_found, "404", "Does not exist, or not for this caller."),
        (!reads, "408", "The body took too long."),
        (!reads, "409", "Somebody changed it first; `value` is the version now current."),
        (!reads, "413", "The body is too large; `value` is the limit in bytes."),
        (spec.payload.is_json(), "415", "The body is not JSON."),
        (
            true,
            "422",
            "Fields to mend, in `errors`; or the idempotency key was used for another request.",
        ),
        (true, "429", "Too many calls; `value` is the seconds to wait."),
        (true, "500", "A defect of ours; quote `reference`."),
        (true, "503", "Busy or stopping; nothing was done."),
        (!reads || exports, "507", "The disk is full; nothing was done."),
    ]
    .into_iter()
    .filter_map(|(can, status, description)| can.then_some((status, description)))
    .collect()
}
