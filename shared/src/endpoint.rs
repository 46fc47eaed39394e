//! An endpoint is a type: the request, its method and path, who may call it and what it answers.
//!
//! The client calls it ([`url`]), the server registers a handler for it, and the OpenAPI document, the authorisation tests, audit
//! coverage and rate classes read the same [`ENDPOINTS`]. No URL stands anywhere else.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::auth::{Resource, Role, Verb};
use crate::{
    attachments, audit, bulk, changes, companies, deadlines, declarations, desk, durc, evidence,
    filters, home, intake, live, notices, notifications, parameters, payments, practice, preflight,
    receipts, register, requests, search, sections, session, statistics,
};

/// A request of the API, as a type.
///
/// Fields that belong into the path are `#[serde(skip)]` and travel through [`Endpoint::segments`]; the others travel as the query of
/// a GET or of an upload, and as the JSON body of everything else. Unknown fields are refused.
pub trait Endpoint: Serialize + DeserializeOwned + 'static {
    /// What the table holds about it.
    const SPEC: Spec;
    /// What a successful call answers.
    type Reply: Serialize + DeserializeOwned + 'static;

    /// The values of the path's `{…}`, in order.
    fn segments(&self) -> Vec<String> {
        Vec::new()
    }

    /// Takes the values of the path's `{…}`; `None` if one of them cannot be such a value, and then the path does not exist.
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        values.is_empty().then_some(self)
    }
}

/// One row of the table of endpoints.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Operation id, `slice.verb`; also the name under which a write is audited.
    pub name: &'static str,
    /// One sentence for the API document.
    pub summary: &'static str,
    /// HTTP method.
    pub method: Method,
    /// Path below the host, with `{name}` for a variable segment.
    pub path: &'static str,
    /// Who may call it.
    pub access: Access,
    /// What it does to the store.
    pub effect: Effect,
    /// Which allowance its calls are counted against.
    pub rate: RateClass,
    /// How the request travels.
    pub payload: Payload,
}

/// HTTP methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or acts.
    Post,
    /// Replaces.
    Put,
    /// Ends.
    Delete,
}

impl Method {
    /// As written on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }
}

/// Who may call an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Anybody, on a server started with the demo sign-in; elsewhere it does not exist.
    Demo,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever is signed in with one of these roles.
    Roles(&'static [Role]),
    /// Whoever stands in a relation to the company of the path's first `{…}` that permits this.
    Company(Resource, Verb),
}

/// What a call does to the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Read,
    /// Nothing but an entry in the audit log: it hands out a file of what it read.
    Export,
    /// Begins, changes or ends a session: audited, harmless when repeated.
    Session,
    /// Brings a part of what a write began and another ends, and those are audited: harmless when repeated.
    Part,
    /// Writes: audited, and done once for each `Idempotency-Key`.
    Write,
}

/// Allowances of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RateClass {
    /// Attempts to sign in.
    SignIn,
    /// Reading.
    Read,
    /// Writing.
    Write,
    /// Files.
    Upload,
    /// Files handed out: an allowance of the person, whatever their sessions.
    Export,
    /// What is fetched by a secret address: calendars, documents to verify.
    Feed,
}

/// How a request travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payload {
    /// In the query of the URL.
    Query,
    /// As a JSON body of at most [`MAX_JSON`] bytes.
    Json,
    /// As a JSON body that may name thousands of things: at most [`MAX_BULK`] bytes.
    Bulk,
    /// In the query, and beside it a file as the body, of at most this many bytes.
    File(u64),
}

impl Payload {
    /// Whether the request is the body, as JSON.
    pub const fn is_json(self) -> bool {
        matches!(self, Payload::Json | Payload::Bulk)
    }
}

/// Largest JSON body, in bytes.
pub const MAX_JSON: u64 = 64 * 1024;

/// Largest JSON body that names many things: ten thousand identifiers and room to spare.
pub const MAX_BULK: u64 = 512 * 1024;

/// Header that names a write, so that repeating it is harmless.
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";

/// Every endpoint there is.
pub const ENDPOINTS: &[Spec] = &[
    session::Me::SPEC,
    session::Who::SPEC,
    session::Personas::SPEC,
    session::DemoSignIn::SPEC,
    session::SignOut::SPEC,
    session::WorkFor::SPEC,
    session::Devices::SPEC,
    session::RevokeDevice::SPEC,
    session::Prefer::SPEC,
    home::OfCompany::SPEC,
    home::OfMany::SPEC,
    home::OfSystem::SPEC,
    companies::List::SPEC,
    companies::Show::SPEC,
    declarations::List::SPEC,
    declarations::Show::SPEC,
    declarations::Workers::SPEC,
    payments::List::SPEC,
    payments::Show::SPEC,
    payments::Situation::SPEC,
    sections::Index::SPEC,
    sections::List::SPEC,
    sections::Show::SPEC,
    sections::Export::SPEC,
    sections::Document::SPEC,
    sections::Correct::SPEC,
    sections::Remove::SPEC,
    intake::Submit::SPEC,
    intake::List::SPEC,
    intake::Show::SPEC,
    audit::List::SPEC,
    companies::Export::SPEC,
    declarations::ExportWorkers::SPEC,
    payments::Export::SPEC,
    intake::Export::SPEC,
    intake::ExportIssues::SPEC,
    audit::Export::SPEC,
    deadlines::Export::SPEC,
    changes::Export::SPEC,
    search::Find::SPEC,
    practice::Grid::SPEC,
    practice::Export::SPEC,
    practice::Views::SPEC,
    practice::CreateView::SPEC,
    practice::ReplaceView::SPEC,
    practice::DeleteView::SPEC,
    practice::CreateTag::SPEC,
    practice::ReplaceTag::SPEC,
    practice::DeleteTag::SPEC,
    practice::SetTag::SPEC,
    practice::Assign::SPEC,
    changes::Since::SPEC,
    changes::Seen::SPEC,
    deadlines::List::SPEC,
    deadlines::Days::SPEC,
    deadlines::Feed::SPEC,
    deadlines::MyFeed::SPEC,
    deadlines::OpenFeed::SPEC,
    deadlines::CloseFeed::SPEC,
    parameters::Current::SPEC,
    parameters::Show::SPEC,
    parameters::Replace::SPEC,
    parameters::History::SPEC,
    parameters::Export::SPEC,
    durc::Show::SPEC,
    durc::Ask::SPEC,
    durc::Share::SPEC,
    durc::Verify::SPEC,
    durc::Revoke::SPEC,
    evidence::List::SPEC,
    evidence::Count::SPEC,
    evidence::Show::SPEC,
    evidence::Act::SPEC,
    evidence::Export::SPEC,
    preflight::Known::SPEC,
    notices::List::SPEC,
    notices::Count::SPEC,
    notices::Show::SPEC,
    notices::Export::SPEC,
    register::Show::SPEC,
    register::Find::SPEC,
    register::Days::SPEC,
    register::Annul::SPEC,
    register::Recover::SPEC,
    register::Export::SPEC,
    register::ExportDays::SPEC,
    register::ExportFound::SPEC,
    register::Verify::SPEC,
    requests::SaveDraft::SPEC,
    requests::Drafts::SPEC,
    requests::ShowDraft::SPEC,
    requests::DiscardDraft::SPEC,
    requests::Submit::SPEC,
    requests::Begin::SPEC,
    requests::RateSending::SPEC,
    requests::List::SPEC,
    requests::Show::SPEC,
    requests::Files::SPEC,
    requests::Act::SPEC,
    requests::Look::SPEC,
    requests::Archive::SPEC,
    requests::Keep::SPEC,
    requests::Left::SPEC,
    requests::Queue::SPEC,
    requests::Export::SPEC,
    requests::ExportQueue::SPEC,
    requests::Topics::SPEC,
    requests::Forgettable::SPEC,
    statistics::Show::SPEC,
    statistics::Report::SPEC,
    statistics::Export::SPEC,
    statistics::ExportShown::SPEC,
    desk::Modules::SPEC,
    desk::SaveModule::SPEC,
    desk::RetireModule::SPEC,
    desk::ShowChecklist::SPEC,
    desk::SaveChecklist::SPEC,
    desk::Here::SPEC,
    desk::Related::SPEC,
    desk::Link::SPEC,
    desk::Hours::SPEC,
    desk::SaveHours::SPEC,
    desk::Destinations::SPEC,
    desk::Together::SPEC,
    receipts::Download::SPEC,
    bulk::Open::SPEC,
    bulk::List::SPEC,
    bulk::Show::SPEC,
    bulk::Write::SPEC,
    bulk::Send::SPEC,
    bulk::Discard::SPEC,
    bulk::Export::SPEC,
    bulk::ExportList::SPEC,
    filters::List::SPEC,
    filters::Save::SPEC,
    filters::Use::SPEC,
    filters::Delete::SPEC,
    notifications::List::SPEC,
    notifications::Export::SPEC,
    notifications::Count::SPEC,
    notifications::Read::SPEC,
    notifications::Show::SPEC,
    notifications::Settings::SPEC,
    notifications::Prefer::SPEC,
    notifications::SetContact::SPEC,
    notifications::Confirm::SPEC,
    notifications::Remove::SPEC,
    notifications::Mailbox::SPEC,
    attachments::Open::SPEC,
    attachments::PutChunk::SPEC,
    attachments::State::SPEC,
    attachments::Finish::SPEC,
    attachments::Discard::SPEC,
    attachments::Download::SPEC,
    live::Listen::SPEC,
];

/// The path with its segments, and the query of those requests that travel in it.
pub fn url<E: Endpoint>(request: &E) -> Result<String, serde_urlencoded::ser::Error> {
    let mut url = String::with_capacity(96);
    let mut values = request.segments().into_iter();
    for segment in E::SPEC.path.split('/').skip(1) {
        url.push('/');
        match segment.starts_with('{') {
            true => url.push_str(&values.next().unwrap_or_default()),
            false => url.push_str(segment),
        }
    }
    if !E::SPEC.payload.is_json() {
        let query = serde_urlencoded::to_string(request)?;
        if !query.is_empty() {
            url.push('?');
            url.push_str(&query);
        }
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_routes_are_unique_and_well_formed() {
        for (position, spec) in ENDPOINTS.iter().enumerate() {
            assert!(spec.path.starts_with("/api/v1/"), "{}", spec.path);
            assert!(spec.name.contains('.') && !spec.summary.is_empty(), "{}", spec.name);
            for other in &ENDPOINTS[..position] {
                assert_ne!(spec.name, other.name);
                assert!(spec.method != other.method || spec.path != other.path, "{}", spec.path);
            }
            if matches!(spec.access, Access::Company(..)) {
                assert!(spec.path.starts_with("/api/v1/companies/{company}"), "{}", spec.path);
            }
            let reads = spec.method == Method::Get;
            let effect_reads = matches!(spec.effect, Effect::Read | Effect::Export);
            assert_eq!(reads, effect_reads, "{}", spec.name);
            let export = spec.effect == Effect::Export;
            assert_eq!(export, spec.rate == RateClass::Export, "{}", spec.name);
        }
    }

    #[test]
    fn a_url_carries_its_segments_and_its_query() {
        let company: crate::ids::CompanyId = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let list = payments::List { company, year: Some(2026), ..Default::default() };
        assert_eq!(
            url(&list).unwrap(),
            "/api/v1/companies/01ARZ3NDEKTSV4RRFFQ69G5FAV/payments?year=2026"
        );
        assert_eq!(url(&session::Me {}).unwrap(), "/api/v1/session");
    }
}
