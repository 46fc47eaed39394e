//! What an administrator says of offices holds from its day on: what they are called, which units they have, which have taken over.

use backend::people::{Person, Place, service as people};
use backend::statistics::service::{self as counts, Answered};
use harness::{Client, TestApp, World};
use shared::auth::Role;
use shared::calendar::Day;
use shared::companies;
use shared::desk::Destinations;
use shared::ids::PersonId;
use shared::lang::Lang;
use shared::offices::{OfficeChange, OfficeCode, OfficeKind, OfficeParameters};
use shared::parameters::{Change, Replace, Show, Subject};
use shared::practice::{
    Column, CreateTag, CreateView, DeleteTag, DeleteView, Grid, Layout, ReplaceTag, SetTag,
    TagColor, Views,
};
use shared::requests::topics::{self, NamedUnit, TopicId, Unit};
use shared::requests::{self, Action, Offer, Queue, RequestParameters, Rule, Topics, Words};
use shared::session::{Me, WorkIdentity};
use shared::statistics;

use crate::requests::{act, sent};

fn code(text: &str) -> OfficeCode {
    OfficeCode::parse(text).unwrap()
}

/// A change of an office that says nothing yet.
pub fn change(from: Day, office: &str) -> OfficeChange {
    let (office, source) = (code(office), "Determina".to_owned());
    let (kind, parent, name, address) = Default::default();
    let (units, patron, into) = Default::default();
    OfficeChange { from, office, kind, parent, name, address, units, patron, into, source }
}

/// Puts these changes in the place of those that hold.
pub async fn decide(client: &Client, changes: Vec<OfficeChange>) -> Result<Change, String> {
    let subject = Subject::Offices;
    let number = client.send(&Show { subject, number: None }).await.map(|text| text.number);
    let number = number.map_err(|problem| problem.code)?;
    let json =
        Some(serde_json::to_string(&OfficeParameters { changes, units: Vec::new() }).unwrap());
    let replace = Replace { subject, json, note: "Prova".to_owned(), number };
    client.send(&replace).await.map_err(|problem| problem.code)
}

/// Somebody who answers at an office, or heads it.
pub async fn staff(app: &TestApp, persona: &str, office: &str, role: Role) -> Client {
    let person = Person {
        id: app.app().new_id(),
        name: format!("Persona {persona}"),
        tax_code: persona.to_uppercase(),
        role,
        place: Place::Office(code(office)),
        lang: Lang::It,
        email: None,
        persona: Some(persona.to_owned()),
    };
    app.write(move |tx| people::record(tx, &person)).await;
    app.sign_in(persona).await
}

async fn waiting(client: &Client) -> u32 {
    client.send(&Queue::default()).await.unwrap().counters.open
}

#[tokio::test]
async fn what_a_merged_office_was_to_do_goes_to_the_other() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    let before = sent(&owner, world.company).await;
    assert_eq!(before.receipt.office, code("7010"));
    let taking = staff(&app, "subentro", "4900", Role::Operator).await;
    let head = staff(&app, "dirigente", "4900", Role::Manager).await;
    let other = staff(&app, "altrove", "8100", Role::Operator).await;
    let show = requests::Show { request: before.id };
    let profile = companies::Show { company: world.company };
    assert_eq!(taking.send(&show).await.unwrap_err().code, "not_found");
    assert_eq!(taking.send(&profile).await.unwrap_err().code, "not_found");

    let administrator = app.sign_in("amministratore").await;
    let merged = |from| OfficeChange { into: Some(code("4900")), ..change(from, "7010") };
    decide(&administrator, vec![merged(today.plus_days(1))]).await.unwrap();
    assert_eq!(sent(&owner, world.company).await.receipt.office, code("7010"), "not yet");
    assert_eq!(waiting(&taking).await, 0);
    decide(&administrator, vec![merged(today)]).await.unwrap();

    let after = sent(&owner, world.company).await;
    assert_eq!(after.receipt.office, code("4900"));
    assert_eq!(after.receipt.registered.number.office, code("4900"));
    let here = app.sign_in("operatore").await;
    assert_eq!(waiting(&taking).await, 3, "what was there before too");
    assert_eq!(waiting(&here).await, 3, "whoever was there works for the other now");
    assert_eq!(waiting(&other).await, 0);
    let thread = taking.send(&show).await.unwrap();
    assert_eq!((thread.office, thread.office_name.as_str()), (code("4900"), "Milano"));
    assert_eq!(thread.receipt.office, code("7010"), "a receipt says what it said");
    taking.send(&profile).await.unwrap();
    assert_eq!(other.send(&profile).await.unwrap_err().code, "not_found");
    act(&taking, before.id, Action::Take).await.unwrap();
    let report = head.send(&statistics::Report {}).await.unwrap();
    assert_eq!((report.office_name.as_str(), report.open), ("Milano", 3));
    assert_eq!(report.weeks.last().map(|week| week.came), Some(3), "at both");
    let loads = report.loads.iter().map(|load| (load.name.as_str(), load.open));
    assert!(loads.clone().any(|load| load == ("Persona subentro", 1)));
    assert!(loads.count() > 2, "whoever was there is among them");
    let open = taking.send(&Destinations {}).await.unwrap();
    assert!(
        open.offices.iter().all(|one| one.office != code("7010")),
        "nothing goes to what is closed"
    );
    let back = Action::Transfer {
        office: code("7010"),
        unit: Unit::RETURNS,
        reason: "Competenza".to_owned(),
    };
    assert_eq!(act(&taking, before.id, back).await.unwrap_err(), "invalid", "it is closed");
    app.deliver().await;
}

#[tokio::test]
async fn what_lies_on_the_desk_of_a_merged_office_is_at_hand_at_the_other() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let here = app.sign_in("operatore").await;
    let taking = staff(&app, "subentro", "4900", Role::Operator).await;
    let other = staff(&app, "altrove", "8100", Role::Operator).await;
    let make = CreateTag { name: "Edilizia".to_owned(), color: TagColor::Orange };
    let tag = here.send(&make).await.unwrap();
    let set = SetTag { tag: tag.id, companies: vec![world.company], on: true };
    here.send(&set).await.unwrap();
    let layout = Layout { columns: vec![Column::Name], ..Layout::default() };
    let named = |name: &str, shared| {
        let (name, layout) = (name.to_owned(), layout.clone());
        CreateView { name, shared, layout }
    };
    let shared = here.send(&named("Cantieri", true)).await.unwrap();
    here.send(&named("Solo mia", false)).await.unwrap();
    let own = taking.send(&CreateTag { name: "Milano".to_owned(), ..make.clone() }).await.unwrap();

    let merged = OfficeChange { into: Some(code("4900")), ..change(app.app().today(), "7010") };
    decide(&app.sign_in("amministratore").await, vec![merged]).await.unwrap();
    let grid = taking.send(&Grid {}).await.unwrap();
    assert_eq!(grid.tags, [tag.clone(), own], "by name");
    let at = grid.id.iter().position(|id| *id == world.company).expect("a client now");
    assert_eq!(grid.tagged[at], [0]);
    let names = async |client: &Client| {
        let views = client.send(&Views {}).await.unwrap();
        views.into_iter().map(|view| view.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&taking).await, ["Cantieri"], "what is shared, and nobody's own");
    assert_eq!(names(&here).await, ["Cantieri", "Solo mia"]);
    assert!(names(&other).await.is_empty());
    assert!(other.send(&Grid {}).await.unwrap().tags.is_empty());

    // It is theirs to go on with.
    let taken = taking.send(&make).await.unwrap_err();
    assert_eq!(taken.errors[0].reason, "taken");
    let off = SetTag { on: false, ..set };
    assert_eq!(other.send(&off).await.unwrap_err().code, "not_found");
    assert_eq!(taking.send(&off).await.unwrap().changed, 1);
    let (name, color) = ("Edili".to_owned(), TagColor::Blue);
    let rename = ReplaceTag { tag: tag.id, name, color, version: tag.version };
    assert_eq!(taking.send(&rename).await.unwrap().version, 2);
    assert_eq!(here.send(&Grid {}).await.unwrap().tags[0].name, "Edili");
    taking.send(&DeleteTag { tag: tag.id, version: 2 }).await.unwrap();
    taking.send(&DeleteView { view: shared.id, version: 1 }).await.unwrap();
    assert_eq!(here.send(&Grid {}).await.unwrap().tags.len(), 1);
    assert_eq!(names(&here).await, ["Solo mia"]);
    app.deliver().await;
}

#[tokio::test]
async fn how_long_a_merged_office_took_is_known_of_the_other() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    let (office, topic, day) = (code("7010"), TopicId(201), today.plus_months(-1));
    app.write(move |tx| {
        let person = PersonId::default();
        (0..10).try_for_each(|_| {
            counts::answered(tx, &Answered { office, topic, day, days: 2, person })
        })
    })
    .await;
    let known = async || {
        let show = statistics::Show { office: Some(code("4900")), ..<_>::default() };
        let shown = owner.send(&show).await.unwrap();
        let offices: Vec<OfficeCode> = shown.offices.iter().map(|one| one.code).collect();
        (shown.whole.map(|figure| figure.requests), offices)
    };
    assert_eq!(known().await, (None, vec![code("7010")]));
    let promised = sent(&owner, world.company).await.receipt.expected;
    let merged = OfficeChange { into: Some(code("4900")), ..change(today, "7010") };
    decide(&app.sign_in("amministratore").await, vec![merged]).await.unwrap();
    assert_eq!(known().await, (Some(10), vec![code("4900")]));
    let receipt = sent(&owner, world.company).await.receipt;
    assert_eq!((receipt.office, receipt.expected), (code("4900"), promised), "as before");
    let topics = Topics { company: Some(world.company), ..Topics::default() };
    let offered = owner.send(&topics).await.unwrap().topics;
    let usual = offered.iter().find(|row| row.id == topic).and_then(|row| row.usual);
    assert_eq!(usual.map(|usual| usual.of), Some(statistics::Scope::Topic));
    app.deliver().await;
}

#[tokio::test]
async fn an_office_is_called_and_divided_as_was_said() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    let administrator = app.sign_in("amministratore").await;
    let said = OfficeChange {
        name: Some("Roma Nuova".to_owned()),
        address: Some("Via Prova 1".to_owned()),
        units: Some(vec![Unit::ACCOUNTING, Unit::FRONT_OFFICE]),
        ..change(today, "7010")
    };
    decide(&administrator, vec![said.clone()]).await.unwrap();
    let asked = Topics { company: Some(world.company), ..Topics::default() };
    let answering = owner.send(&asked).await.unwrap().answering.unwrap();
    assert_eq!(answering.office, "Roma Nuova");
    let sent = sent(&owner, world.company).await;
    assert_eq!(sent.receipt.unit, Unit::FRONT_OFFICE, "there are no returns");
    let thread = owner.send(&requests::Show { request: sent.id }).await.unwrap();
    assert_eq!(thread.office_name, "Roma Nuova");
    let operator = app.sign_in("operatore").await;
    let open = operator.send(&Destinations {}).await.unwrap().offices;
    assert!(open.windows(2).all(|pair| pair[0].name <= pair[1].name), "in order");
    let office = open.iter().find(|one| one.office == code("7010")).unwrap();
    assert_eq!(office.name, "Roma Nuova");
    assert_eq!(office.units.len(), 2);
    assert!([Unit::ACCOUNTING, Unit::FRONT_OFFICE].iter().all(|unit| office.units.contains(unit)));
    let whole = open.iter().find(|one| one.office == code("4900")).unwrap();
    assert_eq!(whole.units, Unit::SHIPPED, "nobody said otherwise");
    assert_eq!(owner.send(&Destinations {}).await.unwrap_err().code, "forbidden");
    act(
        &operator,
        sent.id,
        Action::Transfer {
            office: code("4900"),
            unit: Unit::RETURNS,
            reason: "Competenza".to_owned(),
        },
    )
    .await
    .unwrap();
    let last = owner.send(&requests::Show { request: sent.id }).await.unwrap().lines.pop();
    assert_eq!(last.unwrap().to.as_deref(), Some("Milano"), "the company reads where it went");
    let shown = owner.send(&companies::Show { company: world.company }).await.unwrap();
    assert_eq!(shown.positions[0].office_name, "Roma Nuova");
    let viewer = owner.send(&Me {}).await.unwrap();
    let of = match viewer.working_for {
        WorkIdentity::Company { office, .. } => office,
        _ => None,
    };
    assert_eq!(of.as_deref(), Some("Roma Nuova"));
    assert_eq!(thread.office_address.as_deref(), Some("Via Prova 1"));

    let none = OfficeChange { office: code("9999"), ..said.clone() };
    assert_eq!(decide(&administrator, vec![none]).await.unwrap_err(), "invalid");
    let auditor = app.sign_in("revisore").await;
    assert_eq!(decide(&auditor, vec![said]).await.unwrap_err(), "forbidden");
    app.deliver().await;
}

#[tokio::test]
async fn requests_are_found_by_what_their_office_is_called_and_was_called() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    sent(&owner, world.company).await;
    let named = |from, name: &str| {
        let name = Some(name.to_owned());
        OfficeChange { name, ..change(from, "7010") }
    };
    let changes = vec![named(today, "Appio Latino"), named(today.plus_days(1), "Cinecittà")];
    decide(&app.sign_in("amministratore").await, changes).await.unwrap();
    for (name, expected) in [
        ("appio", 1),
        ("Roma Tuscolano", 1),
        ("7010", 1),
        ("Cinecittà", 0),
        ("Milano", 0),
        ("Roma Nord", 0),
    ] {
        let list = requests::List { office: Some(name.to_owned()), ..Default::default() };
        let found = owner.send(&list).await.unwrap().items.len();
        assert_eq!(found, expected, "{name}");
        let filter = requests::Export { office: list.office, ..Default::default() };
        let file = owner.call(owner.request(&filter, "")).await;
        let says = String::from_utf8_lossy(&file.body).contains("Appio Latino");
        assert_eq!(says, expected == 1, "{name}: a file has what the list has");
    }
    app.deliver().await;
}

#[tokio::test]
async fn an_office_is_opened_and_goes_only_into_another() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    let administrator = app.sign_in("amministratore").await;
    let kind = Some(OfficeKind::Seat);
    let nameless = OfficeChange { kind, ..change(today, "7999") };
    assert_eq!(decide(&administrator, vec![nameless.clone()]).await.unwrap_err(), "invalid");
    let opened = OfficeChange { name: Some("Roma Nuova".to_owned()), ..nameless };
    decide(&administrator, vec![opened.clone()]).await.unwrap();

    let before = sent(&owner, world.company).await;
    let (here, there) =
        (app.sign_in("operatore").await, staff(&app, "nuova", "7999", Role::Operator).await);
    let open = here.send(&Destinations {}).await.unwrap().offices;
    assert!(open.iter().any(|one| one.office == code("7999") && one.name == "Roma Nuova"));
    let (office, unit, reason) = (code("7999"), Unit::FRONT_OFFICE, "Competenza".to_owned());
    act(&here, before.id, Action::Transfer { office, unit, reason }).await.unwrap();
    assert_eq!(waiting(&there).await, 1);
    let asked = statistics::Show { office: Some(office), ..Default::default() };
    owner.send(&asked).await.unwrap();

    let show = Show { subject: Subject::Offices, number: None };
    let number = administrator.send(&show).await.unwrap().number;
    let (subject, note) = (Subject::Offices, "Prova".to_owned());
    let gone = Replace { subject, json: None, note, number };
    let problem = administrator.send(&gone).await.unwrap_err();
    assert_eq!(problem.errors[0].reason, "7999: open", "who takes over must be said");
    let merged = OfficeChange { into: Some(code("7010")), ..change(today, "7999") };
    decide(&administrator, vec![opened, merged]).await.unwrap();
    assert_eq!(waiting(&here).await, 1, "the other has it back");
    let asked = statistics::Show { office: Some(code("7998")), ..Default::default() };
    assert_eq!(owner.send(&asked).await.unwrap_err().code, "not_found");
    app.deliver().await;
}

/// A unit that is not shipped.
fn polo() -> Unit {
    Unit::parse("polo").unwrap()
}

fn called(name: &str) -> Words {
    let [it, en, de] = [name; 3].map(str::to_owned);
    Words { it, en, de }
}

/// Puts a text in the place of a subject; the reason where it is refused.
async fn put(client: &Client, subject: Subject, json: String) -> Result<Change, String> {
    let number = client.send(&Show { subject, number: None }).await.unwrap().number;
    let replace = Replace { subject, json: Some(json), note: "Prova".to_owned(), number };
    client.send(&replace).await.map_err(|problem| problem.errors[0].reason.clone())
}

/// Changes the units that there are; the reason where that is refused.
async fn divide(
    client: &Client,
    change: impl FnOnce(&mut OfficeParameters),
) -> Result<Change, String> {
    let subject = Subject::Offices;
    let read = |text: &str| serde_json::from_str::<OfficeParameters>(text).unwrap();
    let text = client.send(&Show { subject, number: None }).await.unwrap().json;
    let mut set = read(&text).or_units_of(read(subject.shipped()));
    change(&mut set);
    put(client, subject, serde_json::to_string(&set).unwrap()).await
}

/// Withdraws a unit.
async fn withdraw(client: &Client, unit: Unit) -> Result<Change, String> {
    let change = |set: &mut OfficeParameters| {
        set.units.iter_mut().filter(|one| one.unit == unit).for_each(|one| one.withdrawn = true);
    };
    divide(client, change).await
}

fn add(set: &mut OfficeParameters) {
    set.units.push(NamedUnit { unit: polo(), name: called("Polo unico"), withdrawn: false });
}

#[tokio::test]
async fn units_are_called_added_and_withdrawn_as_was_said() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let administrator = app.sign_in("amministratore").await;
    let asked = sent(&owner, world.company).await;
    let name = &asked.receipt.unit_name;
    assert_eq!((asked.receipt.unit, name.it.as_str()), (Unit::RETURNS, "Flussi"));
    divide(&administrator, |set| {
        for one in set.units.iter_mut().filter(|one| one.unit == Unit::RETURNS) {
            one.name = called("Denunce");
        }
        add(set);
    })
    .await
    .unwrap();
    let show = requests::Show { request: asked.id };
    let thread = owner.send(&show).await.unwrap();
    assert_eq!((thread.unit, thread.unit_name.de.as_str()), (Unit::RETURNS, "Denunce"));
    let known = operator.send(&Destinations {}).await.unwrap();
    assert_eq!(known.units.last().map(|one| one.unit), Some(polo()), "in the order of the text");
    assert!(known.offices.iter().all(|one| one.units.contains(&polo())));

    let there =
        || Action::Transfer { office: code("7010"), unit: polo(), reason: "Competenza".to_owned() };
    act(&operator, asked.id, there()).await.unwrap();
    let of_unit = Queue { unit: Some(polo()), ..Queue::default() };
    let queue = operator.send(&of_unit).await.unwrap();
    let names: Vec<_> = queue.page.items.iter().map(|row| row.unit_name.it.as_str()).collect();
    assert_eq!(names, ["Polo unico"]);
    let thread = owner.send(&show).await.unwrap();
    let to = thread.lines.iter().find_map(|line| line.to_unit.as_ref());
    assert_eq!(to.map(|name| name.it.as_str()), Some("Polo unico"));

    // Nothing is given to it any more; what it has keeps its name.
    withdraw(&administrator, polo()).await.unwrap();
    assert_eq!(owner.send(&show).await.unwrap().unit_name.it, "Polo unico");
    let known = operator.send(&Destinations {}).await.unwrap();
    assert!(known.units.iter().all(|one| one.unit != polo()));
    assert!(known.offices.iter().all(|one| !one.units.contains(&polo())));
    let other = sent(&owner, world.company).await;
    assert_eq!(act(&operator, other.id, there()).await.unwrap_err(), "invalid");
    let offered = operator.send(&Queue::default()).await.unwrap().units;
    assert!(offered.iter().all(|one| one.unit != polo()));
    let queue = operator.send(&of_unit).await.unwrap();
    assert!(queue.page.items.len() == 1 && queue.units.iter().any(|one| one.unit == polo()));
    app.deliver().await;
}

#[tokio::test]
async fn a_unit_that_something_is_given_to_is_not_withdrawn() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let (administrator, today) = (app.sign_in("amministratore").await, app.app().today());
    let refused = withdraw(&administrator, Unit::RETURNS).await.unwrap_err();
    assert!(refused.starts_with("returns: topic "), "{refused}");
    withdraw(&administrator, Unit::FRONT_OFFICE).await.unwrap_err();
    divide(&administrator, add).await.unwrap();
    let gone = divide(&administrator, |set| set.units.retain(|one| one.unit != polo())).await;
    assert_eq!(gone.unwrap_err(), "polo: gone", "it is withdrawn instead");
    let said = OfficeChange {
        units: Some(vec![polo(), Unit::FRONT_OFFICE]),
        ..change(today.plus_days(30), "7010")
    };
    divide(&administrator, |set| set.changes.push(said)).await.unwrap();
    assert_eq!(withdraw(&administrator, polo()).await.unwrap_err(), "polo: office 7010");
    divide(&administrator, |set| set.changes.clear()).await.unwrap();

    let subject = Subject::Requests;
    let mut rules: RequestParameters = serde_json::from_str(subject.shipped()).unwrap();
    let with = |unit: &str| {
        let unit = Some(Unit::parse(unit).unwrap());
        let value = Offer { active: true, unit, attach: None };
        let (about, source) = (Some(TopicId(201)), "Prova".to_owned());
        Rule { from: today, until: None, office: None, about, value, source }
    };
    rules.offers = vec![with("nowhere")];
    let put_rules = async |rules: &RequestParameters| {
        put(&administrator, subject, serde_json::to_string(rules).unwrap()).await
    };
    assert_eq!(put_rules(&rules).await.unwrap_err(), "nowhere: unknown");
    rules.offers = vec![with("polo")];
    put_rules(&rules).await.unwrap();
    assert_eq!(withdraw(&administrator, polo()).await.unwrap_err(), "polo: rule");
    rules.offers =
        vec![Rule { until: Some(today.plus_days(-1)), from: today.plus_days(-2), ..with("polo") }];
    put_rules(&rules).await.unwrap();
    withdraw(&administrator, polo()).await.unwrap();
    rules.offers = vec![with("polo")];
    assert_eq!(put_rules(&rules).await.unwrap_err(), "polo: unknown", "nothing is given to it");

    let topics = |unit: &str| topics::SHIPPED.replacen("\"registry\"", unit, 1);
    for (unit, reason) in [("\"nowhere\"", "nowhere: unknown"), ("\"polo\"", "polo: unknown")] {
        let refused = put(&administrator, Subject::Topics, topics(unit)).await.unwrap_err();
        assert_eq!(refused, reason);
    }
    app.deliver().await;
}
