//! What an administrator decides about requests holds from its day on, wherever it is asked for.

use backend::statistics::service::{self as counts, Answered};
use harness::{Client, TestApp, World};
use shared::calendar::Day;
use shared::desk::{Modules, ShowChecklist};
use shared::endpoint::url;
use shared::fault::Problem;
use shared::ids::PersonId;
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::parameters::{Change, Confidence, Replace, Series, Show, Step, Subject};
use shared::requests::topics::{Catalogue, Topic, TopicId, Unit};
use shared::requests::{
    Action, Answer, ClockTerms, DayOff, Draft, Drafts, Export, Forgettable, Forgotten, List, Offer,
    Outcome, RequestParameters, Retention, Rule, Submit, Submitted, Topics, Words,
};
use shared::statistics;

use crate::requests::{act, content, saved, sent};

/// Puts other rules in the place of those that hold.
pub async fn decide(
    client: &Client,
    change: impl FnOnce(&mut RequestParameters),
) -> Result<Change, String> {
    let subject = Subject::Requests;
    let text =
        client.send(&Show { subject, number: None }).await.map_err(|problem| problem.code)?;
    let mut set: RequestParameters = serde_json::from_str(&text.json).expect("it is read");
    change(&mut set);
    let json = Some(serde_json::to_string(&set).expect("it is written"));
    let note = "Prova".to_owned();
    let replace = Replace { subject, json, note, number: text.number };
    client.send(&replace).await.map_err(|problem| problem.code)
}

/// Puts other topics in the place of those that there are.
async fn offer(client: &Client, change: impl FnOnce(&mut Catalogue)) -> Result<Change, Problem> {
    let text = client.send(&Show { subject: Subject::Topics, number: None }).await?;
    let mut catalogue: Catalogue = serde_json::from_str(&text.json).expect("it is read");
    change(&mut catalogue);
    let json = Some(serde_json::to_string(&catalogue).expect("it is written"));
    instead(client, json, text.number).await
}

/// Replaces the topics; nothing for the text goes back to those that are shipped.
async fn instead(client: &Client, json: Option<String>, number: u64) -> Result<Change, Problem> {
    let note = "Prova".to_owned();
    client.send(&Replace { subject: Subject::Topics, json, note, number }).await
}

/// The numbers of what is offered.
async fn ids(client: &Client, asked: Topics) -> Vec<TopicId> {
    let offered = client.send(&asked).await.expect("topics");
    offered.topics.into_iter().map(|row| row.id).collect()
}

/// What sending a draft says: the field and the reason.
async fn refused(client: &Client, submit: Submit) -> (String, String) {
    let problem = client.send(&submit).await.expect_err("it is refused");
    let fault = problem.errors.into_iter().next().expect("a reason");
    (fault.field, fault.reason)
}

fn words(it: &str, en: &str, de: &str) -> Words {
    let [it, en, de] = [it, en, de].map(str::to_owned);
    Words { it, en, de }
}

/// A topic that is not shipped.
fn bees() -> Topic {
    Topic {
        id: TopicId(290),
        withdrawn: false,
        into: None,
        unit: Unit::REGISTRY,
        title: words("Apicoltura", "Beekeeping", "Imkerei"),
        help: words("Per chi alleva api.", "For beekeepers.", "Für Imker."),
        examples: vec![words("Ho dieci arnie", "I have ten hives", "Ich habe zehn Bienenstöcke")],
        attach: words("La denuncia e la mappa.", "The report and the map.", "Meldung und Karte."),
        documents: vec![
            words("La denuncia", "The report", "Die Meldung"),
            words("La mappa", "The map", "Die Karte"),
        ],
        words: "miele honey Honig".to_owned(),
    }
}

#[tokio::test]
async fn a_topic_that_is_withdrawn_is_offered_no_more_and_keeps_its_name() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (asked, topic) = (sent(&owner, world.company).await.id, TopicId(201));
    let waiting = saved(&owner, content(world.company, "Iniziata prima.")).await;
    let administrator = app.sign_in("amministratore").await;
    offer(&administrator, |text| {
        let mut topics = text.groups.iter_mut().flat_map(|group| &mut group.topics);
        topics.find(|one| one.id == topic).expect("it is shipped").withdrawn = true;
    })
    .await
    .unwrap();

    let said = |said: &str| Some(said.to_owned());
    for asked in [
        Topics::default(),
        Topics { text: said("DM trasmessi"), ..Topics::default() },
        Topics { company: Some(world.company), ..Topics::default() },
    ] {
        assert!(!ids(&owner, asked).await.contains(&topic));
    }
    let submit = Submit { draft: waiting.draft, version: waiting.version };
    assert_eq!(refused(&owner, submit).await, ("topic".to_owned(), "closed".to_owned()));
    assert_eq!(owner.send(&Drafts {}).await.unwrap().items.len(), 1, "the draft stays");

    // The name stays, even where the text has the topic no more.
    for number in 1..=2 {
        let all = Topics { withdrawn: true, ..Topics::default() };
        assert!(ids(&owner, all).await.contains(&topic));
        for topic in [topic, TopicId(200)] {
            let list = List { topic: Some(topic), ..List::default() };
            let rows = owner.send(&list).await.unwrap().items;
            assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [asked]);
        }
        let path = url(&Export { topic: Some(topic), ..Export::default() }).unwrap();
        let file = owner.get(&path).await;
        assert!(String::from_utf8_lossy(&file.body).contains("DM trasmessi"));
        let shown = owner.send(&statistics::Show::default()).await.unwrap();
        let mut rows = shown.groups.iter().flat_map(|group| &group.topics);
        assert!(rows.any(|row| row.id == topic && row.title == "DM trasmessi"));
        if number == 1 {
            let left_out = offer(&administrator, |text| {
                text.groups.iter_mut().for_each(|group| group.topics.retain(|one| one.id != topic));
            });
            assert_eq!(left_out.await.unwrap().number, 2);
        }
    }
    instead(&administrator, None, 2).await.unwrap();
    assert!(ids(&owner, Topics::default()).await.contains(&topic));
    owner.send(&submit).await.unwrap();
    app.deliver().await;
}

#[tokio::test]
async fn a_topic_that_is_added_is_found_answered_and_counted() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let administrator = app.sign_in("amministratore").await;
    offer(&administrator, |text| text.put(bees(), Some(TopicId(201)))).await.unwrap();
    let topic = bees().id;
    for (lang, said) in
        [(Lang::It, "quante arnie"), (Lang::En, "my honey"), (Lang::De, "zehn Bienenstöcke")]
    {
        let (text, company) = (Some(said.to_owned()), Some(world.company));
        let asked = Topics { lang, text, company, ..Topics::default() };
        let offered = owner.send(&asked).await.unwrap().topics;
        let first = offered.first().expect("it is found");
        assert_eq!((first.id, first.unit), (topic, Unit::REGISTRY), "{said}");
        assert_eq!(first.title, bees().title.of(lang));
    }
    let draft = Draft { topic: Some(topic), ..content(world.company, "Quante arnie?") };
    let kept = saved(&owner, draft).await;
    let submit = Submit { draft: kept.draft, version: kept.version };
    let Submitted { id, receipt } = owner.send(&submit).await.unwrap();
    assert_eq!(receipt.unit, Unit::REGISTRY);
    let other = sent(&owner, world.company).await.id;
    let filtered = async |topic: u16| {
        let list = List { topic: Some(TopicId(topic)), ..List::default() };
        let rows = owner.send(&list).await.unwrap().items;
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!((filtered(290).await, filtered(201).await), (vec![id], vec![other]));
    assert_eq!(filtered(200).await.len(), 2);
    let documents = operator.send(&ShowChecklist { request: id, lang: Lang::En }).await.unwrap();
    let labels: Vec<_> = documents.items.iter().map(|item| item.label.as_str()).collect();
    assert_eq!(labels, ["The report", "The map"]);

    let (office, day) = (OfficeCode::parse("7010").unwrap(), app.app().today().plus_months(-1));
    app.write(move |tx| {
        let person = PersonId::default();
        (0..10).try_for_each(|_| {
            counts::answered(tx, &Answered { office, topic, day, days: 4, person })
        })
    })
    .await;
    let show = statistics::Show { group: Some(TopicId(200)), ..statistics::Show::default() };
    let group = owner.send(&show).await.unwrap().groups.remove(0);
    let row = group.topics.into_iter().find(|row| row.id == topic).expect("its row");
    assert_eq!((row.title.as_str(), row.figure), ("Apicoltura", group.group.figure));
    assert_eq!(row.figure.expect("ten are enough").requests, 10);
    let asked = Topics { company: Some(world.company), ..Topics::default() };
    let offered = owner.send(&asked).await.unwrap().topics;
    let usual = offered.iter().find(|row| row.id == topic).and_then(|row| row.usual);
    assert_eq!(usual.map(|usual| usual.of), Some(statistics::Scope::Topic));
    // It comes where it was put.
    let place = offered.iter().position(|row| row.id == topic).unwrap();
    assert_eq!(offered[place - 1].id, TopicId(201));
    app.deliver().await;
}

#[tokio::test]
async fn what_was_asked_about_a_topic_is_found_under_the_one_in_its_place() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (asked, topic, other) = (sent(&owner, world.company).await.id, TopicId(201), TopicId(301));
    let administrator = app.sign_in("amministratore").await;
    let merge = async |withdrawn| {
        let merged = offer(&administrator, |text| {
            let mut topics = text.groups.iter_mut().flat_map(|group| &mut group.topics);
            let one = topics.find(|one| one.id == topic).expect("it is shipped");
            (one.withdrawn, one.into) = (withdrawn, Some(other));
        });
        merged.await.map(drop).map_err(|problem| problem.errors[0].reason.clone())
    };
    assert_eq!(merge(false).await.unwrap_err(), "201 into: astray", "one asks about it still");
    merge(true).await.unwrap();

    // Under its own number and group, and under those of the other.
    for under in [201, 200, 301, 300].map(TopicId) {
        let list = List { topic: Some(under), ..List::default() };
        let rows = owner.send(&list).await.unwrap().items;
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [asked], "{under:?}");
        assert_eq!(rows[0].topic, topic, "it is what it was");
        let path = url(&Export { topic: Some(under), ..Export::default() }).unwrap();
        let file = owner.get(&path).await;
        assert!(String::from_utf8_lossy(&file.body).contains("DM trasmessi"));
    }
    let apart = List { topic: Some(TopicId(302)), ..List::default() };
    assert!(owner.send(&apart).await.unwrap().items.is_empty());
    let named = Topics { withdrawn: true, ..Topics::default() };
    let rows = owner.send(&named).await.unwrap().topics;
    let row = |id| rows.iter().find(|row| row.id == id).expect("its name");
    assert_eq!((row(topic).instead, row(other).instead), (Some(other), None));

    // Whoever would ask about it is told which one to choose, where one can.
    for company in [None, Some(world.company)] {
        let chosen = Topics { company, topic: Some(topic), ..Topics::default() };
        assert_eq!(owner.send(&chosen).await.unwrap().instead, Some(other));
    }
    let chosen = Topics { topic: Some(other), ..Topics::default() };
    assert_eq!(owner.send(&chosen).await.unwrap().instead, None);
    app.deliver().await;
}

#[tokio::test]
async fn what_was_answered_about_a_topic_is_counted_under_the_one_in_its_place() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, administrator) =
        (app.sign_in("titolare").await, app.sign_in("amministratore").await);
    let (topic, other) = (TopicId(201), TopicId(301));
    let (office, day) = (OfficeCode::parse("7010").unwrap(), app.app().today().plus_months(-1));
    app.write(move |tx| {
        let person = PersonId::default();
        (0..10).try_for_each(|number| {
            let topic = if number < 6 { topic } else { other };
            counts::answered(tx, &Answered { office, topic, day, days: 4, person })
        })
    })
    .await;
    // What is said of a group: how many, of which topics, by how many offices; and of what that of the other topic is.
    let said = async |id: TopicId| {
        let show = statistics::Show { group: Some(id), ..statistics::Show::default() };
        let mut shown = owner.send(&show).await.unwrap();
        let group = shown.groups.remove(0);
        let of = |figure: Option<statistics::Figure>| figure.map(|figure| figure.requests);
        let rows = group.topics.iter().map(|row| (row.id, of(row.figure)));
        let rows: Vec<_> = rows.filter(|(id, _)| [topic, other].contains(id)).collect();
        (of(group.group.figure), rows, shown.offices.len())
    };
    let usual = async || {
        let asked = Topics { company: Some(world.company), ..Topics::default() };
        let rows = owner.send(&asked).await.unwrap().topics;
        rows.iter().find(|row| row.id == other).and_then(|row| row.usual).map(|usual| usual.of)
    };
    assert_eq!(said(TopicId(200)).await, (None, vec![(topic, None)], 0), "too few of either");
    assert_eq!(said(TopicId(300)).await, (None, vec![(other, None)], 0));
    assert_eq!(usual().await, Some(statistics::Scope::Office));
    let merged = offer(&administrator, |text| {
        let mut topics = text.groups.iter_mut().flat_map(|group| &mut group.topics);
        let one = topics.find(|one| one.id == topic).expect("it is shipped");
        (one.withdrawn, one.into) = (true, Some(other));
    });
    merged.await.unwrap();
    assert_eq!(said(TopicId(200)).await, (None, vec![], 0));
    assert_eq!(said(TopicId(300)).await, (Some(10), vec![(other, Some(10))], 1));
    assert_eq!(usual().await, Some(statistics::Scope::Topic));
    app.deliver().await;
}

#[tokio::test]
async fn a_text_module_fits_what_is_asked_under_the_topic_in_the_place_of_its_own() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (own, other) = (TopicId(602), TopicId(201));
    let administrator = app.sign_in("amministratore").await;
    let merged = offer(&administrator, |text| {
        let mut topics = text.groups.iter_mut().flat_map(|group| &mut group.topics);
        let one = topics.find(|one| one.id == own).expect("it is shipped");
        (one.withdrawn, one.into) = (true, Some(other));
    });
    merged.await.unwrap();
    let request = Some(sent(&app.sign_in("titolare").await, world.company).await.id);
    let operator = app.sign_in("operatore").await;
    let modules = operator.send(&Modules { request }).await.unwrap().items;
    assert!(modules.iter().any(|module| module.content.topic == Some(own)), "{modules:?}");
    app.deliver().await;
}

#[tokio::test]
async fn topics_that_will_not_do_are_refused_with_their_place() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let administrator = app.sign_in("amministratore").await;
    let reason = async |change: fn(&mut Catalogue)| {
        let problem = offer(&administrator, change).await.expect_err("it is refused");
        let fault = problem.errors.into_iter().next().expect("a reason");
        assert_eq!(fault.field, "json");
        fault.reason
    };
    let untold = reason(|text| text.groups[0].topics[0].title.en.clear()).await;
    assert_eq!(untold, "101 en.title: empty");
    let twice = reason(|text| text.groups[0].topics.push(Topic { id: TopicId(101), ..bees() }));
    assert_eq!(twice.await, "101: twice");
    let strange = reason(|text| text.groups[0].topics.push(bees()));
    assert_eq!(strange.await, "290: number");
    let other = reason(|text| text.groups.truncate(10));
    assert_eq!(other.await, "1101: missing");
    let problem = instead(&administrator, Some("{".to_owned()), 0).await.unwrap_err();
    assert_eq!(problem.errors[0].field, "json:1:1");
    offer(&administrator, |text| text.put(bees(), None)).await.unwrap();
    assert_eq!(instead(&administrator, None, 0).await.unwrap_err().code, "conflict");
    let manager = app.sign_in("responsabile").await;
    assert_eq!(instead(&manager, None, 1).await.unwrap_err().code, "forbidden");
}

fn rule<T>(from: Day, about: u16, value: T) -> Rule<T> {
    let (office, about) = (OfficeCode::parse("7010").ok(), Some(TopicId(about)));
    Rule { from, until: None, office, about, value, source: "Accordo".to_owned() }
}

#[tokio::test]
async fn a_topic_is_offered_answered_and_described_as_an_office_says() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    let waiting = saved(&owner, content(world.company, "Iniziata prima.")).await;
    let administrator = app.sign_in("amministratore").await;
    let words = |it: &str| Words { it: it.into(), en: "The receipt".into(), de: "Beleg".into() };
    let closed = Offer { active: false, unit: None, attach: None };
    let moved =
        Offer { active: true, unit: Some(Unit::FRONT_OFFICE), attach: Some(words("La ricevuta")) };
    decide(&administrator, |set| {
        set.offers = vec![rule(today, 201, closed), rule(today, 203, moved)];
    })
    .await
    .unwrap();

    let asked = Topics { company: Some(world.company), ..Topics::default() };
    let offered = owner.send(&asked).await.unwrap().topics;
    assert!(!offered.iter().any(|row| row.id == TopicId(201)));
    let row = offered.iter().find(|row| row.id == TopicId(203)).unwrap();
    assert_eq!((row.unit, row.attach.as_str()), (Unit::FRONT_OFFICE, "La ricevuta"));
    let named = owner.send(&Topics::default()).await.unwrap().topics;
    assert!(named.iter().any(|row| row.id == TopicId(201)), "what was asked keeps its name");

    let submit = Submit { draft: waiting.draft, version: waiting.version };
    let problem = owner.send(&submit).await.unwrap_err();
    assert_eq!(
        (problem.errors[0].field.as_str(), problem.errors[0].reason.as_str()),
        ("topic", "closed")
    );
    let other = content(world.company, "Provvisoria da due mesi.");
    let other = saved(&owner, Draft { topic: Some(TopicId(203)), ..other }).await;
    let submit = Submit { draft: other.draft, version: other.version };
    assert_eq!(owner.send(&submit).await.unwrap().receipt.unit, Unit::FRONT_OFFICE);
    app.deliver().await;
}

#[tokio::test]
async fn terms_and_days_off_move_the_clock_from_their_day_on() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    let before = sent(&owner, world.company).await.receipt;
    let administrator = app.sign_in("amministratore").await;
    let terms = ClockTerms { remind_days: 2, escalate_days: 3, most_days: 4, reopen_days: 10 };
    let tomorrow = rule(today.plus_days(1), 200, terms);
    decide(&administrator, |set| set.profiles = vec![tomorrow]).await.unwrap();
    let same = sent(&owner, world.company).await.receipt;
    assert_eq!((same.expected, same.due), (before.expected, before.due), "not yet");
    decide(&administrator, |set| set.profiles[0].from = today).await.unwrap();
    let quick = sent(&owner, world.company).await.receipt;
    assert!(quick.expected < before.expected && quick.due < before.expected);
    let off = DayOff {
        office: None,
        day: quick.expected,
        until: Some(quick.expected.plus_days(1)),
        source: "Lavori".to_owned(),
    };
    decide(&administrator, |set| set.days_off = vec![off]).await.unwrap();
    let later = sent(&owner, world.company).await.receipt;
    assert!(later.expected > quick.expected && later.due > quick.due);
    let strange = ClockTerms { remind_days: 9, ..terms };
    let refused = decide(&administrator, |set| set.profiles[0].value = strange).await;
    assert_eq!(refused.unwrap_err(), "invalid");
    let no_office = decide(&administrator, |set| {
        set.profiles[0].office = OfficeCode::parse("9999").ok();
    });
    assert_eq!(no_office.await.unwrap_err(), "invalid");
    app.deliver().await;
}

#[tokio::test]
async fn what_was_kept_for_long_enough_is_tried_first_and_then_forgotten() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (closed, open) =
        (sent(&owner, world.company).await.id, sent(&owner, world.company).await.id);
    saved(&owner, content(world.company, "Mai finita.")).await;
    let until = owner.send(&Drafts {}).await.unwrap().items[0].until;
    assert_eq!(until, Some(app.app().today().plus_months(12)), "a list says until when");
    let operator = app.sign_in("operatore").await;
    act(&operator, closed, Action::Take).await.unwrap();
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    let outcome = Some(Outcome::Accepted);
    act(&operator, closed, Action::Answer { answer, outcome, attachments: Vec::new() })
        .await
        .unwrap();
    app.deliver().await;
    let today = app.app().today();
    while app.app().today() <= today.plus_months(13) {
        app.clock().advance_minutes(24 * 60);
    }
    let administrator = app.sign_in("amministratore").await;
    let trial =
        |requests_months| Forgettable { drafts_months: 12, files_months: None, requests_months };
    let tried = administrator.send(&trial(Some(12))).await.unwrap();
    assert_eq!(tried, Forgotten { drafts: 1, files: 0, requests: 1 });
    assert_eq!(administrator.send(&trial(None)).await.unwrap().requests, 0);
    assert_eq!(administrator.send(&trial(Some(1))).await.unwrap_err().errors[0].reason, "unsound");
    assert_eq!(app.sign_in("titolare").await.send(&Drafts {}).await.unwrap().items.len(), 1);

    let value = Retention { drafts_months: 12, files_months: None, requests_months: Some(12) };
    let (source, confidence) = ("Massimario di scarto".to_owned(), Confidence::Sourced);
    let from = app.app().today();
    decide(&administrator, |set| {
        let step = Step { from, until: None, value, source, confidence };
        let steps = set.retention.steps().iter().cloned().chain([step]).collect();
        set.retention = Series::new(steps).expect("in order");
    })
    .await
    .unwrap();
    app.clock().advance_minutes(25 * 60);
    app.deliver().await;
    let owner = app.sign_in("titolare").await;
    assert!(owner.send(&Drafts {}).await.unwrap().items.is_empty());
    let left = owner.send(&List::default()).await.unwrap().items;
    assert_eq!(left.iter().map(|row| row.id).collect::<Vec<_>>(), [open], "what is open stays");
    let show = shared::requests::Show { request: closed };
    assert_eq!(owner.send(&show).await.unwrap_err().status, 404);
    let after = app.sign_in("amministratore").await.send(&trial(Some(12))).await.unwrap();
    assert_eq!(after, Forgotten::default());
    app.deliver().await;
}
