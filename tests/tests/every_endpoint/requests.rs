//! Samples of requests, and what they are about.

use harness::{Client, TestApp, World};
use shared::auth::Role;
use shared::ids::{DraftId, RequestId};
use shared::requests::topics::TopicId;
use shared::requests::{
    Act, Action, CUSTOMERS, DiscardDraft, Draft, Drafts, List, Queue, STAFF, SaveDraft, Show,
    ShowDraft, Submit, Topics,
};

use crate::samples::{Own, Sample, same, two};

/// A draft and a request of the caller's, and the version by which their office acts.
#[derive(Clone, Copy, Default)]
pub struct Mine {
    draft: (DraftId, u64),
    request: RequestId,
    /// Nothing for a customer.
    version: Option<u64>,
}

fn draft(world: &World, subject: &str) -> Draft {
    Draft {
        company: Some(world.company),
        topic: Some(TopicId(201)),
        subject: subject.to_owned(),
        text: "Non risulta la denuncia.".to_owned(),
        ..Draft::default()
    }
}

async fn saved(app: &TestApp, client: &Client, world: &World) -> (DraftId, u64) {
    let request = SaveDraft { content: draft(world, "DM"), ..SaveDraft::default() };
    // A key of its own: whoever signs in again begins to count anew.
    let key = app.app().new_id::<Draft>().to_string();
    let saved = client.send_as(&request, &key).await.expect("a draft is kept");
    (saved.draft, saved.version)
}

async fn sent(client: &Client, submit: Submit) -> RequestId {
    let key = submit.draft.to_string();
    client.send_as(&submit, &key).await.expect("it is sent").id
}

/// Makes what the samples name, for whoever has a side.
pub async fn prepared(app: &TestApp, client: &Client, world: &World, role: Role) -> Mine {
    if CUSTOMERS.contains(&role) {
        let (draft, version) = saved(app, client, world).await;
        let request = sent(client, Submit { draft, version }).await;
        return Mine { draft: saved(app, client, world).await, request, version: None };
    }
    if !STAFF.contains(&role) {
        return Mine::default();
    }
    let owner = app.sign_in("titolare").await;
    let (draft, version) = saved(app, &owner, world).await;
    let request = sent(&owner, Submit { draft, version }).await;
    Mine { request, version: Some(1), ..Mine::default() }
}

/// Samples of requests.
pub fn samples(client: &Client, world: &World, own: Own) -> Vec<Sample> {
    let Mine { draft: (id, version), request, version: decided } = own.mine;
    let save = |subject: &str| SaveDraft { content: draft(world, subject), ..SaveDraft::default() };
    let act = |text: &str| {
        let text = text.to_owned();
        let action = match decided {
            Some(_) => Action::Note { text },
            None => Action::Reply { text, attachments: Vec::new() },
        };
        Act { request, version: decided, action }
    };
    vec![
        two(client, &save("DM di agosto"), &save("DM di luglio")),
        same(client, &Drafts {}),
        same(client, &ShowDraft { draft: id }),
        two(client, &DiscardDraft { draft: id }, &DiscardDraft { draft: DraftId::default() }),
        two(client, &Submit { draft: id, version }, &Submit { draft: id, version: version + 1 }),
        same(client, &List::default()),
        same(client, &Show { request }),
        two(client, &act("una cosa"), &act("un'altra")),
        same(client, &Queue::default()),
        same(client, &Topics::default()),
    ]
}
