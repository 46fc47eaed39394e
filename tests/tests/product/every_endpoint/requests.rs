//! Samples of requests and of the register, and what they are about.

use harness::{Client, RECEIPT, TestApp, World};
use shared::auth::Role;
use shared::bulk;
use shared::calendar::{Day, Instant};
use shared::desk::{
    Content, Destinations, Document, EDITORS, Each, Here, Hours, Link, Mark, Modules, Related,
    RetireModule, SaveChecklist, SaveHours, SaveModule, ShowChecklist, Ticked, Together, Words,
};
use shared::export::Format;
use shared::filters;
use shared::ids::{AttachmentId, BulkId, DraftId, FilterId, ModuleId, PersonId, RequestId};
use shared::offices::OfficeCode;
use shared::receipts;
use shared::register::{self, Direction, ProtocolNumber};
use shared::requests::topics::{TopicId, Unit};
use shared::requests::{
    Act, Action, Archive, Begin, CUSTOMERS, Desk, DiscardDraft, Draft, Drafts, Export, ExportQueue,
    Files, Forgettable, Keep, Kind, Left, List, Look, Queue, RateSending, Rating, STAFF, SaveDraft,
    Show, ShowDraft, Submit, Submitted, Topics, Unsent,
};
use shared::statistics;

use crate::every_endpoint::samples::{Own, Sample, same, two};
use crate::every_endpoint::uploaded;

/// A draft and a request of the caller's, and the version by which their office acts.
#[derive(Clone, Copy, Default)]
pub struct Mine {
    draft: (DraftId, u64),
    request: RequestId,
    /// Its protocol number.
    number: Option<ProtocolNumber>,
    /// Nothing for a customer.
    version: Option<u64>,
    /// Another request of the same company.
    other: RequestId,
    /// A text module that they keep, and its version.
    module: (ModuleId, u64),
    /// A request to many offices that is being written, and its version.
    bulk: (BulkId, u64),
    /// A saved filter.
    filter: FilterId,
    /// Themselves at their office, and the version of their hours.
    seat: (PersonId, u64),
}

fn module(title: &str) -> Content {
    let words = Words { title: title.to_owned(), decision: "Fatto.".into(), ..Words::default() };
    Content { it: words, ..Content::default() }
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

fn begin(world: &World, text: &str) -> Begin {
    let (company, topic, subject) = (world.company, TopicId(201), "DM".to_owned());
    Begin { company, topic, subject, text: text.to_owned(), ..Begin::default() }
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

/// A request to many offices that is ready and about nobody's company; one of before where there is one.
async fn many(app: &TestApp, client: &Client, role: Role) -> (BulkId, u64) {
    if !bulk::SENDERS.contains(&role) {
        return <_>::default();
    }
    let kept = client.send(&bulk::List {}).await.expect("whoever writes for many has a list of it");
    let id = match kept.items.iter().find(|one| one.stage == bulk::Stage::Written) {
        Some(kept) => kept.bulk,
        None => {
            let open = bulk::Open { codes: vec!["00000000000".into()], ..<_>::default() };
            let key = app.app().new_id::<Draft>().to_string();
            client.send_as(&open, &key).await.expect("it begins").bulk
        }
    };
    let shown = client.send(&bulk::Show { bulk: id }).await.expect("it is in the list");
    let write = write_many((id, shown.version), "DM di agosto");
    let key = app.app().new_id::<Draft>().to_string();
    (id, client.send_as(&write, &key).await.expect("it is kept").version)
}

fn write_many((bulk, version): (BulkId, u64), subject: &str) -> bulk::Write {
    let content = bulk::Content {
        topic: Some(TopicId(201)),
        subject: subject.to_owned(),
        text: "Per {company}: non risulta la denuncia.".to_owned(),
    };
    bulk::Write { bulk, version, content, without: Vec::new() }
}

fn filter(name: &str) -> filters::Save {
    let term = filters::Term { name: "stato".to_owned(), value: "aperte".to_owned() };
    filters::Save { name: name.to_owned(), terms: vec![term], ..<_>::default() }
}

async fn saved_filter(app: &TestApp, client: &Client) -> FilterId {
    let key = app.app().new_id::<Draft>().to_string();
    client.send_as(&filter("Mio"), &key).await.expect("it is saved").id
}

/// Samples of saved filters.
fn of_filters(client: &Client, id: FilterId) -> Vec<Sample> {
    let of = filters::Of::Requests;
    let (used, deleted) = (filters::Use { filter: id, of }, filters::Delete { filter: id, of });
    let other = filters::Of::Queue;
    vec![
        same(client, &filters::List { of }),
        two(client, &filter("Aperte"), &filter("Altre")),
        two(client, &used, &filters::Use { of: other, ..used }),
        two(client, &deleted, &filters::Delete { of: other, ..deleted }),
    ]
}

/// Samples of requests to many offices.
fn of_many(client: &Client, (id, version): (BulkId, u64)) -> Vec<Sample> {
    let open = |code: &str| bulk::Open { codes: vec![code.to_owned()], ..<_>::default() };
    let write = |subject: &str| write_many((id, version), subject);
    vec![
        two(client, &open("00000000000"), &open("00000000001")),
        same(client, &bulk::List {}),
        same(client, &bulk::Show { bulk: id }),
        two(client, &write("DM di luglio"), &write("DM di giugno")),
        two(
            client,
            &bulk::Send { bulk: id, version },
            &bulk::Send { bulk: id, version: version + 1 },
        ),
        two(client, &bulk::Discard { bulk: id }, &bulk::Discard { bulk: BulkId::default() }),
        same(client, &bulk::Export { bulk: id, format: Format::Csv, lang: None }),
        same(client, &bulk::ExportList::default()),
    ]
}

/// Makes what the samples name, for whoever has a side.
pub async fn prepared(app: &TestApp, client: &Client, world: &World, role: Role) -> Mine {
    if CUSTOMERS.contains(&role) {
        let file = uploaded(app, client, None, true).await;
        let (draft, version) = saved(app, client, world, vec![file]).await;
        let request = sent(client, Submit { draft, version }).await.id;
        let draft = at_hand(app, client, world).await;
        let bulk = many(app, client, role).await;
        let filter = saved_filter(app, client).await;
        return Mine { draft, request, bulk, filter, ..Mine::default() };
    }
    let module = match EDITORS.contains(&role) {
        true => {
            let save = SaveModule { content: module("Prova"), ..SaveModule::default() };
            let key = app.app().new_id::<Draft>().to_string();
            let kept = client.send_as(&save, &key).await.expect("a module is kept");
            (kept.id, kept.version)
        }
        false => <_>::default(),
    };
    if !STAFF.contains(&role) {
        return Mine { module, ..Mine::default() };
    }
    let owner = app.sign_in("titolare").await;
    let file = uploaded(app, &owner, None, true).await;
    let (draft, version) = saved(app, &owner, world, vec![file]).await;
    let Submitted { id, receipt } = sent(&owner, Submit { draft, version }).await;
    let (draft, version) = saved(app, &owner, world, Vec::new()).await;
    let other = sent(&owner, Submit { draft, version }).await.id;
    let number = Some(receipt.registered.number);
    let filter = saved_filter(app, client).await;
    let seats = client.send(&Hours {}).await.expect("whoever answers has a desk");
    let seat = seats.first().map(|seat| (seat.person, seat.version)).unwrap_or_default();
    let version = Some(1);
    Mine { request: id, number, version, module, other, filter, seat, ..Mine::default() }
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
    let before = Day::new(2026, 10, 2).expect("a day");
    let by_hand = |number| register::Recover {
        direction: Direction::In,
        number,
        at: Instant::from_rome(before, 10, 15).expect("a time"),
        party: "Forno Esempio".to_owned(),
        subject: "Consegna a mano".to_owned(),
        cause: "Mancava la corrente".to_owned(),
    };
    vec![
        same(client, &register::Show { office: Some(office), day, cursor: None, limit: None }),
        same(
            client,
            &register::Find { office: Some(office), text: "dm".into(), ..Default::default() },
        ),
        same(client, &register::Days { office: Some(office), ..Default::default() }),
        two(client, &annul("Registrata due volte"), &annul("Registrata per errore")),
        two(client, &by_hand(1), &by_hand(2)),
        same(
            client,
            &register::Export { office: Some(office), day, format: Format::Csv, lang: None },
        ),
        same(client, &register::ExportDays { office: Some(office), ..Default::default() }),
        same(
            client,
            &register::ExportFound {
                office: Some(office),
                text: "dm".into(),
                ..Default::default()
            },
        ),
        same(
            client,
            &register::Verify {
                number: RECEIPT.0.parse().expect("a number"),
                digest: RECEIPT.1.to_owned(),
                file: None,
            },
        ),
    ]
}

/// Samples of the desk.
fn of_desk(client: &Client, mine: Mine) -> Vec<Sample> {
    let Mine { request, other, module: (id, version), seat, .. } = mine;
    let save = |title: &str| SaveModule { content: module(title), ..SaveModule::default() };
    let check = |mark| {
        let items = vec![Ticked { document: Document::Topic(0), mark }];
        SaveChecklist { request, version: 0, items }
    };
    let retire = |module| RetireModule { module, version };
    let hours = |unit| {
        let (days, contact) = (vec![1], String::new());
        let desk = Desk { unit, days, from: 540, to: 720, contact, away: None };
        SaveHours { person: seat.0, version: seat.1, desk }
    };
    let together = |text: &str| {
        let action = Action::Note { text: text.to_owned() };
        Together { each: vec![Each { request: other, version: 1, action }] }
    };
    vec![
        same(client, &Modules::default()),
        two(client, &save("Fatto"), &save("Fatto subito")),
        two(client, &retire(id), &retire(ModuleId::default())),
        same(client, &ShowChecklist { request, ..ShowChecklist::default() }),
        two(client, &check(Mark::Present), &check(Mark::Missing)),
        same(client, &Here { request, ..Here::default() }),
        same(client, &Related { request }),
        two(
            client,
            &Link { request, other, linked: true },
            &Link { request, other, linked: false },
        ),
        same(client, &Hours {}),
        two(client, &hours(Unit::RETURNS), &hours(Unit::RECOVERY)),
        same(client, &Destinations {}),
        two(client, &together("una cosa"), &together("un'altra")),
    ]
}

/// Samples of the register, of requests and of the desk.
pub fn samples(client: &Client, world: &World, own: Own) -> Vec<Sample> {
    let Mine { draft: (id, version), request, version: decided, .. } = own.mine;
    let save = |subject: &str| SaveDraft { content: draft(world, subject), ..SaveDraft::default() };
    let act = |text: &str| {
        let text = text.to_owned();
        let action = match decided {
            Some(_) => Action::Note { text },
            None => Action::Reply { text, attachments: Vec::new() },
        };
        Act::of(request, decided, action)
    };
    let unsent = |text: &str| {
        let unsent = Unsent { text: text.to_owned(), ..Unsent::nothing(Kind::Reply) };
        Keep { request, after: 0, unsent }
    };
    let rate = |stars| RateSending { request, rating: Rating { stars, ..Rating::default() } };
    let mut made = of_register(client, own.mine);
    made.extend([
        two(client, &save("DM di agosto"), &save("DM di luglio")),
        same(client, &Drafts {}),
        same(client, &ShowDraft { draft: id }),
        two(client, &DiscardDraft { draft: id }, &DiscardDraft { draft: DraftId::default() }),
        two(client, &Submit { draft: id, version }, &Submit { draft: id, version: version + 1 }),
        two(client, &begin(world, "una cosa"), &begin(world, "un'altra")),
        two(client, &rate(5), &rate(4)),
        same(client, &List::default()),
        same(client, &Show { request }),
        same(client, &Files { request, lang: None }),
        two(client, &act("una cosa"), &act("un'altra")),
        two(client, &Look { request, line: 1 }, &Look { request, line: 2 }),
        two(client, &Archive { request, archived: true }, &Archive { request, archived: false }),
        two(client, &unsent("una cosa"), &unsent("un'altra")),
        same(client, &Left {}),
        same(client, &Queue::default()),
        same(client, &Export::default()),
        same(client, &ExportQueue::default()),
        same(client, &Topics::default()),
        same(
            client,
            &Forgettable { drafts_months: 12, files_months: None, requests_months: Some(12) },
        ),
        same(client, &statistics::Show::default()),
        same(client, &statistics::Report {}),
        same(client, &statistics::Export::default()),
        same(client, &statistics::ExportShown::default()),
    ]);
    made.extend(of_desk(client, own.mine));
    made.push(same(client, &receipts::Download { request, lang: None }));
    made.extend(of_many(client, own.mine.bulk));
    made.extend(of_filters(client, own.mine.filter));
    made
}
