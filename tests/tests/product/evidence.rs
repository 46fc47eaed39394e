//! Evidence over HTTP: it follows what is handed in, is acted upon one by one and many at once, and shows nobody what is not theirs.

use bytes::Bytes;
use harness::{Client, EVIDENCE, TestApp, World};
use serde_json::json;
use shared::companies::{self, PositionState};
use shared::evidence::{
    Act, Action, Count, Kind, Link, List, Named, Show, Standing, State, Subject, Which,
};
use shared::intake::{self, FileKind, Submit};
use shared::parameters;
use shared::requests::topics::{Catalogue, OTHER};

async fn world() -> (TestApp, World) {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    (app, world)
}

fn act(action: Action, items: Vec<Named>) -> Act {
    Act { action, items, which: None, company: None }
}

#[tokio::test]
async fn a_missing_return_is_listed_counted_and_explained() {
    let (app, world) = world().await;
    let owner = app.sign_in("titolare").await;
    let page = owner.send(&List::default()).await.unwrap();
    assert!(page.items.iter().all(|row| row.company == world.company));
    let row = page.items.iter().find(|row| row.key == EVIDENCE).unwrap();
    assert_eq!((row.kind, &row.state), (Kind::MissingReturn, &State::New));
    let counted = owner.send(&Count::default()).await.unwrap();
    assert_eq!(u64::from(counted.open), page.total.unwrap());
    assert_eq!((counted.new, counted.companies), (counted.open, 1));
    let show = Show { company: world.company, key: EVIDENCE.to_owned() };
    let detail = owner.send(&show).await.unwrap();
    assert!(!detail.tracked.evidence.steps.is_empty());
    assert_eq!(detail.history.len(), 1);
    assert!(row.tax_code == detail.tax_code && !row.tax_code.is_empty());
    // The position that it is about stands as the filter says.
    let state = Some(detail.position);
    let found = owner.send(&List { company_state: state, ..List::default() }).await.unwrap();
    assert!(found.items.iter().any(|row| row.key == EVIDENCE));
    let other = Some(PositionState::Bankrupt);
    let none = owner.send(&List { company_state: other, ..List::default() }).await.unwrap();
    assert!(none.items.iter().all(|row| row.key != EVIDENCE));
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let (app, _) = world().await;
    let consultant = app.sign_in("consulente").await;
    let whole = consultant.send(&List { limit: Some(100), ..List::default() }).await.unwrap();
    let (mut keys, mut cursor) = (Vec::new(), None);
    loop {
        let page =
            consultant.send(&List { limit: Some(3), cursor, ..List::default() }).await.unwrap();
        keys.extend(page.items.into_iter().map(|row| row.key));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(keys, whole.items.into_iter().map(|row| row.key).collect::<Vec<_>>());
}

#[tokio::test]
async fn it_is_seen_taken_in_hand_archived_and_reopened() {
    let (app, world) = world().await;
    let consultant = app.sign_in("consulente").await;
    let named = vec![Named { company: world.company, key: EVIDENCE.to_owned() }];
    let show = Show { company: world.company, key: EVIDENCE.to_owned() };
    for (action, standing) in [
        (Action::See, Standing::Seen),
        (Action::TakeInHand { link: Link::Note("chiesta".into()) }, Standing::InHand),
        (Action::Archive { reason: " doppia ".into() }, Standing::Archived),
        (Action::Reopen, Standing::Seen),
    ] {
        let acted = consultant.send(&act(action.clone(), named.clone())).await.unwrap();
        assert_eq!((acted.changed, acted.left), (1, 0), "{action:?}");
        let again = consultant.send(&act(action, named.clone())).await.unwrap();
        assert_eq!((again.changed, again.left), (0, 1));
        assert_eq!(consultant.send(&show).await.unwrap().tracked.state.standing(), standing);
    }
    let history = consultant.send(&show).await.unwrap().history;
    assert_eq!(history.len(), 5);
    assert_eq!(history[1].note.as_deref(), Some("doppia"));
}

#[tokio::test]
async fn many_are_acted_upon_by_a_filter() {
    let (app, world) = world().await;
    let consultant = app.sign_in("consulente").await;
    let before = consultant.send(&Count::default()).await.unwrap();
    let filter = shared::evidence::Filter { kind: Some(Kind::MissingReturn), ..Default::default() };
    let which = Some(Which { filter, ..Which::default() });
    let archive = Action::Archive { reason: "stagionale".into() };
    let request = Act { action: archive, items: Vec::new(), which, company: Some(world.company) };
    let acted = consultant.send(&request).await.unwrap();
    assert!(acted.changed > 1);
    let after = consultant.send(&Count::default()).await.unwrap();
    assert_eq!(after.open + acted.changed, before.open);
}

#[tokio::test]
async fn a_stranger_cannot_tell_a_company_from_none() {
    let (app, world) = world().await;
    let stranger = app.sign_in("estraneo").await;
    let nobody = shared::ids::CompanyId::from_u128(99);
    for company in [world.company, nobody] {
        let named = vec![Named { company, key: EVIDENCE.to_owned() }];
        let list = List { company: Some(company), ..List::default() };
        let show = Show { company, key: EVIDENCE.to_owned() };
        assert_eq!(stranger.send(&list).await.unwrap_err().status, 404);
        assert_eq!(stranger.send(&show).await.unwrap_err().status, 404);
        let act = act(Action::See, named);
        assert_eq!(stranger.send(&act).await.unwrap_err().status, 404);
    }
}

/// Hands a file in, which is accepted.
async fn hand_in(app: &TestApp, client: &Client, kind: FileKind, file: String) {
    let submit = Submit { kind, name: "agosto".to_owned() };
    let import = client.hand_in(&submit, Bytes::from(file)).await.unwrap().id;
    app.deliver().await;
    let report = client.send(&intake::Show { import }).await.unwrap();
    assert_eq!(report.import.errors, 0, "{:?}", report.issues);
}

/// The return of August 2026, with 1,276 euro to pay.
async fn declare(app: &TestApp, world: &World, client: &Client) {
    let brief = client.send(&companies::Show { company: world.company }).await.unwrap();
    let file = include_str!("../../data/uniemens-2025-09.xml")
        .replace("2025-09", "2026-08")
        .replace("<CFAzienda>12345678903", &format!("<CFAzienda>{}", brief.tax_code))
        .replace("7012345662", "7012345763");
    hand_in(app, client, FileKind::Uniemens, file).await;
}

#[tokio::test]
async fn a_return_that_is_handed_in_settles_the_evidence_that_it_was_missing() {
    let (app, world) = world().await;
    let owner = app.sign_in("titolare").await;
    let show = Show { company: world.company, key: EVIDENCE.to_owned() };
    let before = owner.send(&show).await.unwrap();
    assert_eq!(before.tracked.state.standing(), Standing::New);
    declare(&app, &world, &owner).await;
    let owner = app.sign_in("titolare").await;
    let after = owner.send(&show).await.unwrap();
    assert!(matches!(after.tracked.state, State::Resolved), "{:?}", after.tracked.state);
    let open = owner.send(&List::default()).await.unwrap().items;
    assert!(open.iter().all(|row| row.key != EVIDENCE), "and it is no longer among what is open");
    app.deliver().await;
}

/// How a piece of the world's company stands; none where there never was one.
async fn standing(client: &Client, world: &World, key: &str) -> Option<Standing> {
    let show = Show { company: world.company, key: key.to_owned() };
    match client.send(&show).await {
        Ok(found) => Some(found.tracked.state.standing()),
        Err(problem) => {
            assert_eq!(problem.status, 404);
            None
        }
    }
}

#[tokio::test]
async fn an_interruption_settles_the_months_that_it_covers_and_none_it_does_not() {
    let (app, world) = world().await;
    let owner = app.sign_in("titolare").await;
    let interrupted = |to: &str| {
        let record = json!({ "matricola": "7012345763", "kind": "sospensione", "state": "chiusa",
            "from": "2026-06-10", "to": to });
        ("interruzioni", record)
    };
    let missing = |month: &str| format!("E08~7012345763~{month}");
    for month in ["2026-06", "2026-07", "2026-08"] {
        assert_eq!(standing(&owner, &world, &missing(month)).await, Some(Standing::New));
    }
    // One day of August was worked, and nine of June.
    world.feed(&app, &[interrupted("2026-08-30")]).await;
    for (month, stands) in
        [("2026-06", Standing::New), ("2026-07", Standing::Resolved), ("2026-08", Standing::New)]
    {
        assert_eq!(standing(&owner, &world, &missing(month)).await, Some(stands), "{month}");
    }
    world.feed(&app, &[interrupted("2026-08-31")]).await;
    assert_eq!(standing(&owner, &world, EVIDENCE).await, Some(Standing::Resolved));
    assert_eq!(standing(&owner, &world, &missing("2026-06")).await, Some(Standing::New));
    // It turns out to have ended sooner: what was settled is missing again.
    world.feed(&app, &[interrupted("2026-07-15")]).await;
    for month in ["2026-07", "2026-08"] {
        assert_eq!(standing(&owner, &world, &missing(month)).await, Some(Standing::New));
    }
}

#[tokio::test]
async fn a_payment_that_comes_late_settles_what_was_not_paid() {
    let (app, world) = world().await;
    let owner = app.sign_in("titolare").await;
    declare(&app, &world, &owner).await;
    let (unmatched, recovery) = ("E05~7012345763~2026-08", "E11~7012345763~2026-08");
    assert_eq!(standing(&owner, &world, unmatched).await, Some(Standing::New));
    assert_eq!(standing(&owner, &world, recovery).await, None, "its clock has not run out");
    // On 30 October it went to credit recovery.
    app.clock().advance_minutes(17 * 24 * 60);
    backend::evidence::catch_up_all(app.app()).await.unwrap();
    let owner = app.sign_in("titolare").await;
    assert_eq!(standing(&owner, &world, recovery).await, Some(Standing::New));
    let brief = owner.send(&companies::Show { company: world.company }).await.unwrap();
    let paid = |amount: &str| {
        [
            "codice_fiscale;data_pagamento;sede;causale;codice;da;a;debito;credito\n",
            &brief.tax_code,
            ";30/10/2026;7010;DM10;7012345763;08/2026;;",
            amount,
            ";0,00\n",
        ]
        .concat()
    };
    // A part of it is not enough: something was paid, but not all that is owed.
    hand_in(&app, &owner, FileKind::F24, paid("276,00")).await;
    assert_eq!(standing(&owner, &world, unmatched).await, Some(Standing::Resolved));
    assert_eq!(standing(&owner, &world, recovery).await, Some(Standing::New));
    hand_in(&app, &owner, FileKind::F24, paid("1.000,00")).await;
    assert_eq!(standing(&owner, &world, recovery).await, Some(Standing::Resolved));
    let open = owner.send(&List { limit: Some(100), ..List::default() }).await.unwrap().items;
    assert!(open.iter().all(|row| row.key != recovery && row.key != unmatched));
    app.deliver().await;
}

/// What is left of all debts that a check of the DURC looks at.
fn owes(check: &shared::durc::Check) -> i64 {
    let debts = check.gestioni.iter().flat_map(|gestione| &gestione.debts);
    debts.map(|debt| debt.residual.cents()).sum()
}

fn loose(items: Vec<shared::evidence::EvidenceRow>) -> usize {
    items.into_iter().filter(|row| row.kind == Kind::LoosePayment).count()
}

/// That the archives of what was paid on 12 October say so beside what was fed; nothing of it is due or counted any more.
async fn told_as_settled(app: &TestApp, world: &World, owner: &Client) {
    let day = shared::calendar::Day::new(2026, 10, 12);
    for (section, field, states) in [
        ("note-rettifica", "state", ["pagata", "utilizzata"]),
        ("crediti", "phase", ["pagata", "pagata"]),
    ] {
        let (company, section) = (world.company, section.to_owned());
        let list = shared::sections::List { company, section, ..Default::default() };
        let rows = owner.send(&list).await.unwrap().items;
        let said = rows.iter().flat_map(|row| &row.differs).filter(|one| one.field == field);
        let said: Vec<_> = said.map(|one| (one.other.as_deref(), one.day)).collect();
        for state in states {
            assert!(said.contains(&(Some(state), day)), "{said:?}");
        }
    }
    let settled = owner.send(&shared::notices::List::default()).await.unwrap();
    assert_eq!(settled.total, Some(0), "no notice is open");
    let consultant = app.sign_in("consulente").await;
    let grid = consultant.send(&shared::practice::Grid {}).await.unwrap();
    assert_eq!((grid.debts, grid.notices), (vec![0], vec![0]));
    let due = consultant.send(&shared::deadlines::List::default()).await.unwrap().items;
    let archives = [shared::sections::matters::notices::SECTION.number, 20];
    let open = due.iter().filter(|row| row.state != shared::deadlines::State::Done);
    let claims = open.filter_map(|row| row.subject.as_ref());
    assert_eq!(claims.filter(|subject| archives.contains(&subject.section)).count(), 0);
}

/// That rows for a notice and a debt that are not there are loose, and so is a credit that nothing backs.
async fn told_as_loose(app: &TestApp, owner: &Client, tax_code: &str) {
    let list = List { limit: Some(100), ..List::default() };
    let before = loose(owner.send(&list).await.unwrap().items);
    let stray = [
        "DMRA;7012345763;02/2026;;10,00;0,00",
        "RC01;7012345763;02/2026;02/2026;20,00;0,00",
        // And a credit that another row used up backs nothing.
        "DMRP;7012345763;03/2026;;0,00;30,00",
    ];
    let rows = stray.map(|row| format!("{tax_code};11/10/2026;7010;{row}\n")).concat();
    let head = "codice_fiscale;data_pagamento;sede;causale;codice;da;a;debito;credito\n";
    hand_in(app, owner, FileKind::F24, [head, &rows].concat()).await;
    assert_eq!(loose(owner.send(&list).await.unwrap().items), before + 3);
}

#[tokio::test]
async fn a_payment_settles_the_notice_and_the_debts_that_the_archives_still_hold() {
    let (app, world) = world().await;
    let owner = app.sign_in("titolare").await;
    let notice = |number: &str, side: &str, (differences, sanctions): (&str, &str)| {
        let record = json!({ "number": number, "state": "inviata", "month": "2026-03", "side": side,
            "matricola": "7012345763", "cause": "aliquota", "differences": differences,
            "sanctions": sanctions, "total": differences, "issued": "2026-08-01",
            "notified": "2026-08-03", "pay_by": "2026-09-01", "durc": true });
        ("note-rettifica", record)
    };
    let debt = |id: &str, kind: &str, month: &str| {
        let record = json!({ "id": id, "kind": kind, "matricola": "7012345763", "phase": "recupero_crediti",
            "competence_from": month, "competence_to": month, "contributions": "1000.00",
            "residual": "1000.00", "since": "2026-07-30" });
        ("crediti", record)
    };
    world
        .feed(
            &app,
            &[
                notice("NR-1", "attiva", ("100.00", "9.00")),
                notice("NR-2", "passiva", ("-100.00", "0.00")),
                debt("D-1", "denuncia_insoluta", "2026-05"),
                debt("D-2", "verbale_inps", "2026-04"),
            ],
        )
        .await;
    let keys = ["E02~NR-1", "E03~NR-2", "E11~7012345763~2026-05", "E11~debt~D-2"];
    for key in keys {
        assert_eq!(standing(&owner, &world, key).await, Some(Standing::New), "{key}");
    }
    let show = shared::durc::Show { company: world.company };
    assert!(owes(&owner.send(&show).await.unwrap().check) >= 2_109_00);
    let brief = owner.send(&companies::Show { company: world.company }).await.unwrap();
    let mut file =
        String::from("codice_fiscale;data_pagamento;sede;causale;codice;da;a;debito;credito\n");
    for row in [
        "DMRA;7012345763;03/2026;;109,00;0,00",
        "DMRP;7012345763;03/2026;;0,00;100,00",
        "DM10;7012345763;05/2026;;1.000,00;0,00",
        "RC01;7012345763;04/2026;04/2026;1.000,00;0,00",
    ] {
        file.push_str(&format!("{};12/10/2026;7010;{row}\n", brief.tax_code));
    }
    hand_in(&app, &owner, FileKind::F24, file).await;
    for key in keys {
        assert_eq!(standing(&owner, &world, key).await, Some(Standing::Resolved), "{key}");
    }
    assert_eq!(owes(&owner.send(&show).await.unwrap().check), 0);
    told_as_settled(&app, &world, &owner).await;
    told_as_loose(&app, &owner, &brief.tax_code).await;
    app.deliver().await;
}

/// How many instalments of the plan are said to be paid, and which is next: by its archive, and by payments.
async fn plan_of(owner: &Client, company: shared::ids::CompanyId) -> Vec<(String, Option<String>)> {
    let section = "domande-dilazione".to_owned();
    let list = shared::sections::List { company, section, ..Default::default() };
    let row = owner.send(&list).await.unwrap().items.remove(0);
    row.differs.into_iter().map(|one| (one.field, one.other)).collect()
}

#[tokio::test]
async fn an_instalment_that_an_f24_pays_is_paid_before_its_archive_says_so() {
    let (app, world) = world().await;
    let (owner, company) = (app.sign_in("titolare").await, world.company);
    let plan = json!({ "protocol": "INPS.7010.12/06/2026.0123456", "state": "in_corso",
        "applied": "2026-06-12", "debt": "12000.00", "asked": 24, "granted": 24, "rate": "8.15",
        "instalment": "543.55", "paid": 2, "first_due": "2026-07-15", "next_due": "2026-12-15" });
    world.feed(&app, &[("domande-dilazione", plan)]).await;
    assert_eq!(plan_of(&owner, company).await, []);
    let brief = owner.send(&companies::Show { company }).await.unwrap();
    let file = |on: &str, amount: &str| {
        let head = "codice_fiscale;data_pagamento;sede;causale;codice;da;a;debito;credito";
        let row = ["7010;PRCA;7012345763;05/2026;05/2026", amount, "0,00"].join(";");
        [head, "\n", &brief.tax_code, ";", on, ";", &row, "\n"].concat()
    };
    hand_in(&app, &owner, FileKind::F24, file("11/10/2026", "1.630,60")).await;
    assert_eq!(plan_of(&owner, company).await, [], "five cents of the third are missing");
    hand_in(&app, &owner, FileKind::F24, file("12/10/2026", "0,05")).await;
    let said = [("paid", "3"), ("next_due", "2027-01-15")];
    let said = said.map(|(field, other)| (field.to_owned(), Some(other.to_owned())));
    assert_eq!(plan_of(&owner, company).await, said);
    let due = owner.send(&shared::deadlines::List::default()).await.unwrap().items;
    let days: Vec<String> = due
        .iter()
        .filter(|row| row.subject.as_ref().is_some_and(|subject| subject.section == 29))
        .map(|row| row.day.to_string())
        .collect();
    assert!(!days.contains(&"2026-12-15".to_owned()), "{days:?}");
}

#[tokio::test]
async fn what_is_written_next_goes_where_its_topic_went_or_under_other() {
    let (app, world) = world().await;
    let (owner, company) = (app.sign_in("titolare").await, world.company);
    let show = Show { company, key: EVIDENCE.to_owned() };
    let asked = Subject::DmTransmitted;
    assert_eq!(owner.send(&show).await.unwrap().topic(asked), asked.topic());
    let durc = shared::durc::Show { company };
    let outcome = Subject::DurcOutcome.topic();
    assert_eq!(owner.send(&durc).await.unwrap().topic, outcome);
    let administrator = app.sign_in("amministratore").await;
    let subject = parameters::Subject::Topics;
    let text = administrator.send(&parameters::Show { subject, number: None }).await.unwrap();
    let mut catalogue: Catalogue = serde_json::from_str(&text.json).unwrap();
    let topics = catalogue.groups.iter_mut().flat_map(|group| &mut group.topics);
    let next = Subject::UnmatchedPayment.topic();
    for topic in topics.filter(|topic| [asked.topic(), outcome].contains(&topic.id)) {
        topic.withdrawn = true;
        topic.into = Some(next).filter(|_| topic.id == asked.topic());
    }
    let json = Some(serde_json::to_string(&catalogue).unwrap());
    let note = "Prova".to_owned();
    let replace = parameters::Replace { subject, json, note, number: text.number };
    administrator.send(&replace).await.unwrap();
    assert_eq!(owner.send(&show).await.unwrap().topic(asked), next);
    assert_eq!(owner.send(&durc).await.unwrap().topic, OTHER);
}
