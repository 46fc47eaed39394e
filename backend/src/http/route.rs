//! From an endpoint's type and its handler to a route: decoding, who calls, whether they may, encoding.
//!
//! What differs from endpoint to endpoint is small and generic: read the request, call the handler, write the reply. Everything else is
//! in [`serving`], compiled once, and there is the one place where access is decided.

pub mod body;
mod decode;
pub mod events;
mod names;
pub(super) mod reply;
mod segments;
mod serving;

use std::any::TypeId;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use shared::deadlines::Calendar;
use shared::endpoint::{Access, Effect, Endpoint, Payload, Spec};
use shared::export::File;
use shared::live::Stream;

use super::call::{Answer, Call, CompanyCall, Cookie, Download, Events, Upload, Visit};
use crate::app::App;
use crate::fault::Result;
use decode::Sent;

/// An endpoint with its handler.
pub struct Route {
    /// The endpoint.
    pub spec: Spec,
    /// Schema of the request.
    pub request_schema: fn(&mut SchemaGenerator) -> Schema,
    /// Schema of the reply; nothing where a success has no content.
    pub reply_schema: Option<fn(&mut SchemaGenerator) -> Schema>,
    /// Under which number the metrics know it.
    pub(super) number: usize,
    live: bool,
    run: Run,
}

/// The handlers, by what they want to know of the caller.
enum Run {
    Open(Thunk<Visit>),
    SignedIn(Thunk<Call>),
    OfCompany(Thunk<CompanyCall>),
    File(Thunk<(Call, Upload)>),
    Events(Thunk<(Call, Option<u64>)>),
}

type Thunk<C> =
    Box<dyn Fn(C, Sent) -> Pin<Box<dyn Future<Output = Result<Encoded>> + Send>> + Send + Sync>;

/// A reply as it leaves, and what becomes of the cookie.
struct Encoded {
    content: Content,
    cookie: Cookie,
}

/// A reply as it leaves.
enum Content {
    /// There is nothing to say.
    None,
    /// A reply written as JSON.
    Json(Bytes),
    /// A file.
    File(Download),
    /// A calendar.
    Calendar(Bytes),
    /// A stream of events.
    Events(Events),
}

/// A route for anybody, signed in or not: `async fn(App, Visit, E) -> Result<Answer<E::Reply>>`.
pub fn open<E, F, Fut>(app: &App, handler: F) -> Route
where
    E: Endpoint + JsonSchema + Send,
    E::Reply: JsonSchema + Send,
    F: Fn(App, Visit, E) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Answer<E::Reply>>> + Send + 'static,
{
    const { assert!(is_open(&E::SPEC), "the endpoint is not for anybody") };
    const { assert!(!takes_file(&E::SPEC), "the endpoint takes a file") };
    Route::new::<E>(Run::Open(thunk(app, handler)))
}

/// A route for whoever is signed in, with one of the endpoint's roles if it names any:
/// `async fn(App, Call, E) -> Result<Answer<E::Reply>>`.
pub fn signed_in<E, F, Fut>(app: &App, handler: F) -> Route
where
    E: Endpoint + JsonSchema + Send,
    E::Reply: JsonSchema + Send,
    F: Fn(App, Call, E) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Answer<E::Reply>>> + Send + 'static,
{
    const { assert!(is_signed_in(&E::SPEC), "the endpoint is not for the signed-in") };
    const { assert!(!takes_file(&E::SPEC), "the endpoint takes a file") };
    Route::new::<E>(Run::SignedIn(thunk(app, handler)))
}

/// A route about the company of the path, for whomever the authorisation table permits it:
/// `async fn(App, CompanyCall, E) -> Result<Answer<E::Reply>>`.
pub fn of_company<E, F, Fut>(app: &App, handler: F) -> Route
where
    E: Endpoint + JsonSchema + Send,
    E::Reply: JsonSchema + Send,
    F: Fn(App, CompanyCall, E) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Answer<E::Reply>>> + Send + 'static,
{
    const { assert!(is_of_company(&E::SPEC), "the endpoint is not about a company") };
    const { assert!(!takes_file(&E::SPEC), "the endpoint takes a file") };
    Route::new::<E>(Run::OfCompany(thunk(app, handler)))
}

/// A route by which whoever is signed in hands in a file: `async fn(App, Call, E, Upload) -> Result<Answer<E::Reply>>`.
pub fn file<E, F, Fut>(app: &App, handler: F) -> Route
where
    E: Endpoint + JsonSchema + Send,
    E::Reply: JsonSchema + Send,
    F: Fn(App, Call, E, Upload) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Answer<E::Reply>>> + Send + 'static,
{
    const { assert!(is_signed_in(&E::SPEC), "the endpoint is not for the signed-in") };
    const { assert!(takes_file(&E::SPEC), "the endpoint takes no file") };
    let handler = move |app, (call, upload), request| handler(app, call, request, upload);
    Route::new::<E>(Run::File(thunk(app, handler)))
}

/// A route by which whoever is signed in is given a file: `async fn(App, Call, E) -> Result<Download>`.
pub fn download<E, F, Fut>(app: &App, handler: F) -> Route
where
    E: Endpoint<Reply = File> + JsonSchema + Send,
    F: Fn(App, Call, E) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Download>> + Send + 'static,
{
    const { assert!(is_signed_in(&E::SPEC), "the endpoint is not for the signed-in") };
    const { assert!(hands_out(&E::SPEC), "the endpoint hands out no file") };
    Route::new::<E>(Run::SignedIn(file_thunk(app, handler)))
}

/// A route by which somebody is given a file about the company of the path: `async fn(App, CompanyCall, E) -> Result<Download>`.
pub fn download_of_company<E, F, Fut>(app: &App, handler: F) -> Route
where
    E: Endpoint<Reply = File> + JsonSchema + Send,
    F: Fn(App, CompanyCall, E) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Download>> + Send + 'static,
{
    const { assert!(is_of_company(&E::SPEC), "the endpoint is not about a company") };
    const { assert!(hands_out(&E::SPEC), "the endpoint hands out no file") };
    Route::new::<E>(Run::OfCompany(file_thunk(app, handler)))
}

/// A route for whoever knows a secret address, by which a calendar is fetched: `async fn(App, Visit, E) -> Result<String>`.
pub fn calendar<E, F, Fut>(app: &App, handler: F) -> Route
where
    E: Endpoint<Reply = Calendar> + JsonSchema + Send,
    F: Fn(App, Visit, E) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<String>> + Send + 'static,
{
    const { assert!(is_open(&E::SPEC), "the endpoint is not for anybody") };
    let (app, handler) = (app.clone(), Arc::new(handler));
    Route::new::<E>(Run::Open(Box::new(move |visit, sent| {
        let (app, handler) = (app.clone(), Arc::clone(&handler));
        Box::pin(async move {
            let request = decode::request::<E>(&sent)?;
            let calendar = handler(app, visit, request).await?;
            Ok(Encoded { content: Content::Calendar(calendar.into()), cookie: Cookie::Keep })
        })
    })))
}

/// A route by which whoever is signed in is told what happens, from the event after the one they heard last:
/// `async fn(App, Call, Option<u64>, E) -> Result<Events>`.
pub fn events<E, F, Fut>(app: &App, handler: F) -> Route
where
    E: Endpoint<Reply = Stream> + JsonSchema + Send,
    F: Fn(App, Call, Option<u64>, E) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Events>> + Send + 'static,
{
    const { assert!(is_signed_in(&E::SPEC), "the endpoint is not for the signed-in") };
    let (app, handler) = (app.clone(), Arc::new(handler));
    let run: Thunk<(Call, Option<u64>)> = Box::new(move |(call, heard), sent| {
        let (app, handler) = (app.clone(), Arc::clone(&handler));
        Box::pin(async move {
            let request = decode::request::<E>(&sent)?;
            let events = handler(app, call, heard, request).await?;
            Ok(Encoded { content: Content::Events(events), cookie: Cookie::Keep })
        })
    });
    Route::new::<E>(Run::Events(run)).live()
}

const fn is_open(spec: &Spec) -> bool {
    matches!(spec.access, Access::Public | Access::Demo)
}

const fn is_signed_in(spec: &Spec) -> bool {
    matches!(spec.access, Access::SignedIn | Access::Roles(_))
}

const fn is_of_company(spec: &Spec) -> bool {
    matches!(spec.access, Access::Company(..))
}

const fn takes_file(spec: &Spec) -> bool {
    matches!(spec.payload, Payload::File(_))
}

const fn hands_out(spec: &Spec) -> bool {
    matches!(spec.effect, Effect::Export) && matches!(spec.payload, Payload::Query)
}

/// The part of a route that knows the endpoint's type.
fn thunk<C, E, F, Fut>(app: &App, handler: F) -> Thunk<C>
where
    C: Send + 'static,
    E: Endpoint + Send,
    E::Reply: Send,
    F: Fn(App, C, E) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Answer<E::Reply>>> + Send + 'static,
{
    let (app, handler) = (app.clone(), Arc::new(handler));
    Box::new(move |call, sent| {
        let (app, handler) = (app.clone(), Arc::clone(&handler));
        Box::pin(async move {
            let request = decode::request::<E>(&sent)?;
            drop(sent);
            let answer = handler(app, call, request).await?;
            let content = match has_content::<E>() {
                true => {
                    let json = serde_json::to_vec(&answer.body).map_err(anyhow::Error::from)?;
                    Content::Json(json.into())
                }
                false => Content::None,
            };
            Ok(Encoded { content, cookie: answer.cookie })
        })
    })
}

/// The same for an endpoint that answers a file.
fn file_thunk<C, E, F, Fut>(app: &App, handler: F) -> Thunk<C>
where
    C: Send + 'static,
    E: Endpoint + Send,
    F: Fn(App, C, E) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Download>> + Send + 'static,
{
    let (app, handler) = (app.clone(), Arc::new(handler));
    Box::new(move |call, sent| {
        let (app, handler) = (app.clone(), Arc::clone(&handler));
        Box::pin(async move {
            let request = decode::request::<E>(&sent)?;
            drop(sent);
            let download = handler(app, call, request).await?;
            Ok(Encoded { content: Content::File(download), cookie: Cookie::Keep })
        })
    })
}

fn has_content<E: Endpoint>() -> bool {
    TypeId::of::<E::Reply>() != TypeId::of::<()>()
}

impl Route {
    fn new<E: Endpoint + JsonSchema>(run: Run) -> Self
    where
        E::Reply: JsonSchema,
    {
        let reply_schema: fn(&mut SchemaGenerator) -> Schema =
            SchemaGenerator::subschema_for::<E::Reply>;
        Self {
            spec: E::SPEC,
            request_schema: E::json_schema,
            reply_schema: has_content::<E>().then_some(reply_schema),
            number: 0,
            live: false,
            run,
        }
    }

    /// Of a reply that changes without a write, such as the progress of something: it is made anew for each call.
    #[must_use]
    pub fn live(self) -> Self {
        Self { live: true, ..self }
    }
}
