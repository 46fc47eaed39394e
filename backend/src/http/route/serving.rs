//! Answers calls: who calls, whether they may, what they sent, and back.

use std::sync::Arc;

use bytes::Bytes;
use sha2::{Digest, Sha256};
use shared::endpoint::{Access, Effect, MAX_BULK, MAX_JSON, Payload, RateClass};
use shared::fault::Fault;
use shared::ids::{CompanyId, PersonId};
use tokio::time::timeout;

use super::body::BodyReader;
use super::decode::Sent;
use super::reply::{self, Response};
use super::segments::segments;
use super::{Content, Encoded, Route, Run, events};
use crate::access::{self, Caller, CompanyAccess};
use crate::clock::day_in_rome;
use crate::fault::Result;
use crate::http::call::{Call, CompanyCall, Upload, Visit};
use crate::http::layers::head::Head;
use crate::http::platform::Platform;
use crate::http::rate::{Account, network};
use crate::views::ViewKey;
use crate::write::WriteKey;

/// Most characters of an idempotency key.
const KEY: usize = 100;

/// What a reply is kept under: its key and the generation of the store before it was made.
type Place = (ViewKey, u64);

impl Route {
    /// Answers a call to this route.
    pub(in crate::http) async fn serve(&self, platform: &Platform, head: &Head) -> Response {
        head.enter(self.number);
        let answered = match &self.run {
            Run::Open(_) => self.serve_anybody(platform, head).await,
            _ => self.serve_caller(platform, head).await,
        };
        answered.unwrap_or_else(reply::failed)
    }

    async fn serve_anybody(&self, platform: &Platform, head: &Head) -> Result<Response> {
        platform.limiter.count(self.spec.rate, Account::Address(network(head.peer)), head.came)?;
        let Run::Open(run) = &self.run else { return Err(Fault::Internal.into()) };
        if matches!(self.spec.access, Access::Demo) && !platform.app.demo() {
            return Err(Fault::NotFound.into());
        }
        let sent = self.sent(platform, head).await?;
        let visit = Visit {
            token: head.token().map(str::to_owned),
            user_agent: head.user_agent().map(str::to_owned),
            key: self.write_key(head, None, &sent.json)?,
        };
        let encoded = within(platform, run(visit, sent)).await?;
        Ok(answer(encoded, head))
    }

    async fn serve_caller(&self, platform: &Platform, head: &Head) -> Result<Response> {
        let caller = self.caller(platform, head)?;
        let place = self.place(platform, head, &caller);
        if let Some((key, generation)) = &place
            && let Some(view) = platform.app.views().get(key, *generation)
        {
            return Ok(reply::view(&view, head.accepted));
        }
        let encoded = match &self.run {
            Run::Open(_) => return Err(Fault::Internal.into()),
            Run::SignedIn(run) => {
                let sent = self.sent(platform, head).await?;
                let call = self.call(head, caller, &sent.json)?;
                within(platform, run(call, sent)).await?
            }
            Run::OfCompany(run) => {
                let access = self.company_access(platform, head, &caller)?;
                let sent = self.sent(platform, head).await?;
                let key = self.write_key(head, Some(caller.person), &sent.json)?;
                within(platform, run(CompanyCall { access, key }, sent)).await?
            }
            Run::Events(run) => {
                let sent = self.sent(platform, head).await?;
                let call = (self.call(head, caller, &sent.json)?, head.last_event());
                within(platform, run(call, sent)).await?
            }
            Run::File(run) => {
                let call = self.call(head, caller, &[])?;
                let upload = Upload::new(self.body(platform, head)?);
                let sent = Sent { target: head.target.clone(), json: Bytes::new() };
                run((call, upload), sent).await?
            }
        };
        match (place, &encoded.content) {
            (Some((key, generation)), Content::Json(json)) => Ok(reply::view(
                &platform.app.views().keep(key, generation, json.clone()),
                head.accepted,
            )),
            _ => Ok(answer(encoded, head)),
        }
    }

    /// Who calls, if they may call this at all.
    fn caller(&self, platform: &Platform, head: &Head) -> Result<Arc<Caller>> {
        let caller = match head.token() {
            Some(token) => (platform.resolve)(&platform.app, token, head.at)?,
            None => None,
        };
        let Some(caller) = caller else {
            platform.limiter.count(
                self.spec.rate,
                Account::Address(network(head.peer)),
                head.came,
            )?;
            return Err(Fault::NotSignedIn.into());
        };
        let account = match self.spec.rate {
            RateClass::Export => Account::Person(caller.person),
            _ => Account::Session(caller.session),
        };
        platform.limiter.count(self.spec.rate, account, head.came)?;
        if self.spec.effect == Effect::Export
            && head.is_from_elsewhere(&platform.settings.trusted_origins)
        {
            // It reads, so the layer against calls from other sites lets it pass; but it leaves a trace in somebody's name.
            return Err(Fault::CrossSite.into());
        }
        match self.spec.access {
            Access::Roles(roles) if !roles.contains(&caller.role) => Err(Fault::Forbidden.into()),
            _ => Ok(caller),
        }
    }

    /// What the caller may do to the company of the path.
    fn company_access(
        &self,
        platform: &Platform,
        head: &Head,
        caller: &Caller,
    ) -> Result<CompanyAccess> {
        let Access::Company(resource, verb) = self.spec.access else {
            return Err(Fault::Internal.into());
        };
        let company: Option<CompanyId> = segments(self.spec.path, head.target.path())
            .first()
            .and_then(|segment| segment.parse().ok());
        let company = company.ok_or(Fault::NotFound)?;
        let today = day_in_rome(head.at);
        platform.app.store().read(|tx| access::company(tx, caller, company, resource, verb, today))
    }

    /// Where the reply is kept, if it is one that may be.
    ///
    /// Access needs no second look for a reply that is there: it was granted to this session, on this day, at this generation.
    fn place(&self, platform: &Platform, head: &Head, caller: &Caller) -> Option<Place> {
        let kept = self.spec.effect == Effect::Read && !self.live;
        kept.then(|| {
            let key = ViewKey {
                session: caller.session,
                day: day_in_rome(head.at),
                target: head.target.clone(),
            };
            (key, platform.app.store().generation())
        })
    }

    fn call(&self, head: &Head, caller: Arc<Caller>, json: &[u8]) -> Result<Call> {
        Ok(Call {
            key: self.write_key(head, Some(caller.person), json)?,
            token: head.token().unwrap_or_default().to_owned(),
            user_agent: head.user_agent().map(str::to_owned),
            caller: Arc::unwrap_or_clone(caller),
        })
    }

    /// The request as it was sent, with its JSON.
    async fn sent(&self, platform: &Platform, head: &Head) -> Result<Sent> {
        let json = match self.spec.payload {
            Payload::Json | Payload::Bulk => {
                let body = self.body(platform, head)?;
                match body.is_empty() {
                    true => Bytes::new(),
                    false if !head.has_json() => return Err(Fault::WrongType.into()),
                    // Boxed, since most calls have no body and should not carry the reading of one about.
                    false => Box::pin(body.whole()).await?,
                }
            }
            Payload::Query | Payload::File(_) => Bytes::new(),
        };
        Ok(Sent { target: head.target.clone(), json })
    }

    fn body(&self, platform: &Platform, head: &Head) -> Result<BodyReader> {
        let limit = match self.spec.payload {
            Payload::File(limit) => limit,
            Payload::Json | Payload::Query => MAX_JSON,
            Payload::Bulk => MAX_BULK,
        };
        let Some(body) = head.take_body() else { return Ok(BodyReader::of(Bytes::new())) };
        Ok(BodyReader::new(body, head.length, limit, platform.settings.deadlines.body)?)
    }

    /// What names the write. Of a file only where it goes is part of the digest: it is not here yet.
    fn write_key(
        &self,
        head: &Head,
        person: Option<PersonId>,
        json: &[u8],
    ) -> Result<Option<WriteKey>> {
        if self.spec.effect != Effect::Write {
            return Ok(None);
        }
        let key = head.key().ok_or(Fault::KeyMissing)?;
        if key.is_empty() || key.len() > KEY || !key.iter().all(u8::is_ascii_graphic) {
            let detail = format!(
                "{}: 1 to {KEY} visible ASCII characters",
                shared::endpoint::IDEMPOTENCY_KEY
            );
            return Err(Fault::Malformed(detail).into());
        }
        let mut digest = Sha256::new();
        digest.update(self.spec.name);
        digest.update([0]);
        digest.update(head.target.as_str());
        digest.update([0]);
        digest.update(json);
        Ok(Some(WriteKey {
            key: String::from_utf8_lossy(key).into_owned(),
            person,
            endpoint: self.spec.name,
            digest: digest.finalize().into(),
        }))
    }
}

/// Runs a handler until its deadline.
async fn within(
    platform: &Platform,
    run: impl Future<Output = Result<Encoded>>,
) -> Result<Encoded> {
    timeout(platform.settings.deadlines.handler, run).await.map_err(|_| Fault::Busy)?
}

fn answer(encoded: Encoded, head: &Head) -> Response {
    let mut response = match encoded.content {
        Content::Json(json) => reply::json(json, head.accepted),
        Content::File(download) => reply::file(download),
        Content::Calendar(bytes) => reply::calendar(&bytes, head.accepted),
        Content::Events(events) => events::answer(events),
        Content::None => reply::no_content(),
    };
    reply::set_cookie(&mut response, &encoded.cookie);
    response
}
