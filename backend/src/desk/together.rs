//! One thing done about several requests, each by itself.

use std::collections::BTreeSet;

use shared::desk::{Came, Each, MOST_TOGETHER, Together};
use shared::endpoint::Endpoint;
use shared::fault::{Fault, Problem};
use shared::requests::Act;

use crate::access::Caller;
use crate::app::App;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::requests::service as requests;
use crate::write::WriteKey;

pub(super) async fn together(app: App, call: Call, request: Together) -> Result<Answer<Vec<Came>>> {
    let Together { each } = request;
    let wrong = |reason| Err(Error::field("each", reason));
    let named: BTreeSet<_> = each.iter().map(|one| one.request).collect();
    match each.len() {
        0 => return wrong("empty"),
        count if count > MOST_TOGETHER => return wrong("too_many"),
        count if count > named.len() => return wrong("twice"),
        _ => {}
    }
    // By itself: whoever closes the page meanwhile has sent all of it.
    let done = tokio::spawn(all(app, call.caller, call.key, each));
    Ok(done.await.map_err(anyhow::Error::from)??.into())
}

async fn all(
    app: App,
    caller: Caller,
    key: Option<WriteKey>,
    each: Vec<Each>,
) -> Result<Vec<Came>> {
    let mut came = Vec::with_capacity(each.len());
    for Each { request, version, action } in each {
        let key = key.clone().map(|key| WriteKey { key: format!("{}/{request}", key.key), ..key });
        let act = Act::of(request, Some(version), action);
        let done = requests::act_with_copies(&app, key, &caller, Together::SPEC.name, act).await;
        let (acted, fault) = match done {
            Ok(acted) => (Some(acted), None),
            // This one is not about one request, and neither is what is our matter.
            Err(Error::Fault(fault)) if fault != Fault::KeyReused => (None, Some(fault)),
            Err(error) => return Err(error),
        };
        let problem = fault.map(|fault| Problem::new(&fault, request.to_string()));
        came.push(Came { request, acted, problem });
    }
    Ok(came)
}
