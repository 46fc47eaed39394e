//! Samples of requests and of the register, and what they are about.

use harness::{Client, RECEIPT, TestApp, World};
use shared::auth::Role;
use shared::calendar::Day;
use shared::export::Format;
use shared::ids::{AttachmentId, DraftId, RequestId};
use shared::offices::OfficeCode;
use shared::register::{self, Direction, ProtocolNumber};
use shared::requests::topics::TopicId;
use shared::requests::{
    Act, Action, CUSTOMERS, DiscardDraft, Draft, Drafts, Files, Forgettable, List, Queue, STAFF,
    SaveDraft, Show, ShowDraft, Submit, Submitted, Topics,
};
use shared::statistics;

use crate::samples::{Own, Sample, same, two};
use crate::uploaded;

/// A draft and a request of the caller's, and the version by which their office acts.
#[derive(Clone, Copy, Default)]
pub struct Mine {
    draft: (DraftId, u64),
    request: RequestId,
    /// Its protocol number.
    number: Option<ProtocolNumber>,
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

async fn saved(
    app: &TestApp,
    client: &Client,
    world: &World,
    attachments: Vec<AttachmentId>,
) -> (DraftId, u64) {
    let content = Draft { attachments, ..draft(world, "DM") };
    let request = SaveDraft { content, ..SaveDraft::default() };
    // A key of its own: whoever signs in again begins to count anew.
    let key = app.app().new_id::<Draft>().to_string();
    let saved = client.send_as(&request, &key).await.expect("a draft is kept");
    (saved.draft, saved.version)
}

/// A draft without documents; one of before where there is one, for nobody keeps as many as there are samples.
async fn at_hand(app: &TestApp, client: &Client, world: &World) -> (DraftId, u64) {
    let drafts = client.send(&Drafts {}).await.expect("whoever drafts has a list of them");
    let Some(row) = drafts.items.iter().find(|row| row.subject == "DM") else {
        return saved(app, client, world, Vec::new()).await;
    };
    let draft = client.send(&ShowDraft { draft: row.draft }).await.expect("it is in the list");
    (draft.draft, draft.version)
}

async fn sent(client: &Client, submit: Submit) -> Submitted {
    let key = submit.draft.to_string();
    client.send_as(&submit, &key).await.expect("it is sent")
}

/// Makes what the samples name, for whoever has a side.
pub async fn prepared(app: &TestApp, client: &Client, world: &World, role: Role) -> Mine {
    if CUSTOMERS.contains(&role) {
        let file = uploaded(app, client, None, true).await;
        let (draft, version) = saved(app, client, world, vec![file]).await;
        let request = sent(client, Submit { draft, version }).await.id;
        let draft = at_hand(app, client, world).await;
        return Mine { draft, request, ..Mine::default() };
    }
    if !STAFF.contains(&role) {
        return Mine::default();
    }
    let owner = app.sign_in("titolare").await;
    let file = uploaded(app, &owner, None, true).await;
    let (draft, version) = saved(app, &owner, world, vec![file]).await;
    let Submitted { id, receipt } = sent(&owner, Submit { draft, version }).await;
    let number = Some(receipt.registered.number);
    Mine { request: id, number, version: Some(1), ..Mine::default() }
}

/// Samples of the register.
fn of_register(client: &Client, mine: Mine) -> Vec<Sample> {
    let day = Day::new(2026, 11, 2).expect("a day");
    let office = OfficeCode::parse("7010").expect("an office");
    let none = ProtocolNumber { office, direction: Direction::In, year: 2026, number: 9_999_999 };
    let annul = |reason: &str| register::Annul {
        number: mine.number.unwrap_or(none),
        reason: reason.to_owned(),
    };
    vec![
        same(client, &register::Show { office: Some(office), day, cursor: None, limit: None }),
        same(
            client,
            &register::Find { office: Some(office), text: "dm".into(), ..Default::default() },
        ),
        same(client, &register::Days { office: Some(office), ..Default::default() }),
        two(client, &annul("Registrata due volte"), &annul("Registrata per errore")),
        same(
            client,
            &register::Export { office: Some(office), day, format: Format::Csv, lang: None },
        ),
        same(
            client,
            &register::Verify {
                number: RECEIPT.0.parse().expect("a number"),
                digest: RECEIPT.1.to_owned(),
            },
        ),
    ]
}

/// Samples of the register and of requests.
pub fn samples(client: &Client, world: &World, own: Own) -> Vec<Sample> {
    let Mine { draft: (id, version), request, version: decided, .. } = own.mine;
    let save = |subject: &str| SaveDraft { content: draft(world, subject), ..SaveDraft::default() };
    let act = |text: &str| {
        let text = text.to_owned();
        let action = match decided {
            Some(_) => Action::Note { text },
            None => Action::Reply { text, attachments: Vec::new() },
        };
        Act { request, version: decided, action }
    };
    let mut made = of_register(client, own.mine);
    made.extend([
        two(client, &save("DM di agosto"), &save("DM di luglio")),
        same(client, &Drafts {}),
        same(client, &ShowDraft { draft: id }),
        two(client, &DiscardDraft { draft: id }, &DiscardDraft { draft: DraftId::default() }),
        two(client, &Submit { draft: id, version }, &Submit { draft: id, version: version + 1 }),
        same(client, &List::default()),
        same(client, &Show { request }),
        same(client, &Files { request }),
        two(client, &act("una cosa"), &act("un'altra")),
        same(client, &Queue::default()),
        same(client, &Topics::default()),
        same(
            client,
            &Forgettable { drafts_months: 12, files_months: None, requests_months: Some(12) },
        ),
        same(client, &statistics::Show::default()),
        same(client, &statistics::Report {}),
        same(client, &statistics::Export::default()),
    ]);
    made
}
