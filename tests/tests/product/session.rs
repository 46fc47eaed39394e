//! Sessions through HTTP: beginning, switching, ending, and what survives what.

use harness::{Client, TestApp, World, company};
use shared::auth::Role;
use shared::calendar::Day;
use shared::lang::Lang;
use shared::session::{
    ABSOLUTE_HOURS, DemoSignIn, Devices, Me, Personas, Prefer, RevokeDevice, SignOut, WorkFor,
    WorkIdentity,
};
use shared::{companies, home};

const PHONE: &str = "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0";

async fn with_world() -> (TestApp, World) {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    // What the clock owes, before anything is counted.
    app.deliver().await;
    (app, world)
}

async fn is_signed_in(client: &Client) -> bool {
    client.get("/api/v1/session").await.status.is_success()
}

#[tokio::test]
async fn the_cookie_is_for_this_host_and_out_of_reach_of_scripts() {
    let (app, _) = with_world().await;
    let client = app.anonymous();
    let reply = client.call(client.request(&DemoSignIn { persona: "titolare".into() }, "")).await;
    let cookie = reply.header("set-cookie").to_ascii_lowercase();
    assert!(cookie.starts_with("__host-cassetto="), "{cookie}");
    for attribute in ["; path=/", "; secure", "; httponly", "; samesite="] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("domain="), "{cookie}");
    assert!(
        !reply
            .body
            .windows(32)
            .any(|part| cookie.as_bytes().windows(32).any(|secret| secret == part))
    );
}

#[tokio::test]
async fn everybody_sees_for_whom_they_work() {
    let (app, world) = with_world().await;
    let mine = |name: &str| name == "Trattoria Esempio";
    for (persona, role, can_switch) in [
        ("titolare", Role::Owner, false),
        ("dipendente", Role::Employee, false),
        ("consulente", Role::Consultant, true),
        ("collaboratore", Role::Collaborator, true),
        ("associazione", Role::Association, true),
        ("operatore", Role::Operator, false),
        ("responsabile", Role::Manager, false),
        ("amministratore", Role::Administrator, false),
        ("revisore", Role::Auditor, false),
    ] {
        let client = app.anonymous();
        let viewer = client.sign_in(persona).await;
        assert_eq!(
            (viewer.role, viewer.can_switch, viewer.demo),
            (role, can_switch, true),
            "{persona}"
        );
        let fits = match (&viewer.working_for, role) {
            (
                WorkIdentity::Company { id, name, matricola, office },
                Role::Owner | Role::Employee,
            ) => {
                *id == world.company
                    && mine(name)
                    && matricola.as_deref() == Some("7012345763")
                    && office.as_deref() == Some("Roma Tuscolano")
            }
            (
                WorkIdentity::Practice { name, clients: 1 },
                Role::Consultant | Role::Collaborator,
            ) => name == "Studio Lombardi",
            (WorkIdentity::Practice { name, clients: 1 }, Role::Association) => {
                name == "Associazione Artigiani"
            }
            (WorkIdentity::Office { code, name }, Role::Operator | Role::Manager) => {
                code == "7010" && name == "Roma Tuscolano"
            }
            (WorkIdentity::System, Role::Administrator | Role::Auditor) => true,
            _ => false,
        };
        assert!(fits, "{persona}: {:?}", viewer.working_for);
        assert_eq!(client.send(&Me {}).await.unwrap(), viewer);
    }
}

#[tokio::test]
async fn the_people_of_the_demo_say_where_they_belong() {
    let (app, _) = with_world().await;
    let personas = app.anonymous().send(&Personas {}).await.unwrap();
    let told: Vec<(&str, &str)> = personas
        .iter()
        .map(|persona| (persona.id.as_str(), persona.place.as_str()))
        .take(6)
        .collect();
    assert_eq!(
        told,
        [
            ("titolare", "Trattoria Esempio"),
            ("dipendente", "Trattoria Esempio"),
            ("consulente", "Studio Lombardi"),
            ("collaboratore", "Studio Lombardi"),
            ("associazione", "Associazione Artigiani"),
            ("operatore", "Roma Tuscolano"),
        ]
    );
    assert!(personas.iter().all(|persona| !persona.place.is_empty()));
}

#[tokio::test]
async fn a_representative_known_from_the_register_signs_in_by_tax_code() {
    let (app, _) = with_world().await;
    let (tax_code, stranger) = ("BNCGVN60A01L219K", "BNCGVN60A01L219Z");
    let own = company(3, "Bianchi Costruzioni")
        .position("8100000182", "8100")
        .represented_by("Giovanni Bianchi", tax_code);
    let id = own.store(&app).await;
    for again in [false, true] {
        let viewer = app.anonymous().sign_in(&format!(" {} ", tax_code.to_lowercase())).await;
        assert_eq!(
            (viewer.name.as_str(), viewer.role),
            ("Giovanni Bianchi", Role::Owner),
            "{again}"
        );
        assert!(
            matches!(viewer.working_for, WorkIdentity::Company { id: company, .. } if company == id)
        );
    }
    for nobody in [stranger, "", "nessuno", own.tax_code()] {
        let problem =
            app.anonymous().send(&DemoSignIn { persona: nobody.into() }).await.unwrap_err();
        assert_eq!((problem.status, problem.code.as_str()), (422, "invalid"), "{nobody}");
        assert_eq!(
            (problem.errors[0].field.as_str(), problem.errors[0].reason.as_str()),
            ("persona", "unknown_persona")
        );
    }
}

#[tokio::test]
async fn signing_in_again_ends_what_this_browser_was_before() {
    let (app, _) = with_world().await;
    let client = app.sign_in("titolare").await;
    let before = client.copy();
    let viewer = client.sign_in("revisore").await;
    assert_eq!(viewer.role, Role::Auditor);
    assert!(is_signed_in(&client).await);
    assert!(!is_signed_in(&before).await);
}

#[tokio::test]
async fn switching_changes_the_secret_and_keeps_the_session() {
    let (app, world) = with_world().await;
    let client = app.sign_in("consulente").await;
    let (before, session) = (client.copy(), client.session().await);
    let viewer = client.send(&WorkFor { company: Some(world.company) }).await.unwrap();
    assert!(
        matches!(&viewer.working_for, WorkIdentity::Company { id, .. } if *id == world.company)
    );
    assert!(!is_signed_in(&before).await);
    assert_eq!(client.send(&Me {}).await.unwrap(), viewer);
    assert_eq!(client.session().await, session);
    let back = client.send(&WorkFor { company: None }).await.unwrap();
    assert!(matches!(back.working_for, WorkIdentity::Practice { clients: 1, .. }));
}

#[tokio::test]
async fn nobody_works_for_whom_they_may_not_act_for() {
    let (app, world) = with_world().await;
    for (persona, company, expected) in [
        ("consulente", world.other, "not_found"),
        ("titolare", world.other, "not_found"),
        ("amministratore", world.company, "not_found"),
        ("operatore", world.company, "forbidden"),
        ("operatore", world.other, "not_found"),
    ] {
        let client = app.sign_in(persona).await;
        let problem = client.send(&WorkFor { company: Some(company) }).await.unwrap_err();
        assert_eq!(problem.code, expected, "{persona}");
        assert!(is_signed_in(&client).await, "{persona}");
    }
}

#[tokio::test]
async fn a_revoked_delegation_ends_at_the_next_call() {
    let (app, world) = with_world().await;
    let client = app.sign_in("consulente").await;
    let request = companies::Show { company: world.company };
    client.send(&WorkFor { company: Some(world.company) }).await.unwrap();
    client.send(&request).await.unwrap();
    let (practice, company, today) = (world.practice, world.company, app.app().today());
    app.write(move |tx| backend::delegations::service::revoke(tx, practice, company, today)).await;
    assert_eq!(client.send(&request).await.unwrap_err().code, "not_found");
    assert_eq!(
        client.send(&home::OfCompany { company, ..Default::default() }).await.unwrap_err().code,
        "not_found"
    );
    let viewer = client.send(&Me {}).await.unwrap();
    assert!(
        matches!(viewer.working_for, WorkIdentity::Practice { clients: 0, .. }),
        "{:?}",
        viewer.working_for
    );
}

#[tokio::test]
async fn a_delegation_that_ends_today_is_over_tomorrow_in_rome() {
    let (app, world) = with_world().await;
    let (practice, other) = (world.practice, world.other);
    let today = app.app().today();
    let grant = backend::delegations::Grant {
        practice,
        company: other,
        from: Day::new(2026, 1, 1).unwrap(),
        to: Some(today),
    };
    app.write(move |tx| backend::delegations::service::grant(tx, &grant)).await;
    app.sign_in("consulente").await.send(&companies::Show { company: other }).await.unwrap();
    // It is ten in the morning; midnight in Rome is fourteen hours away.
    app.clock().advance_minutes(14 * 60 - 1);
    let client = app.sign_in("consulente").await;
    client.send(&companies::Show { company: other }).await.unwrap();
    app.clock().advance_minutes(1);
    assert_eq!(
        client.send(&companies::Show { company: other }).await.unwrap_err().code,
        "not_found"
    );
}

#[tokio::test]
async fn signing_out_ends_the_session_and_empties_the_browser() {
    let (app, _) = with_world().await;
    let client = app.sign_in("titolare").await;
    let copy = client.copy();
    let reply = client.call(client.request(&SignOut {}, "")).await;
    assert_eq!(reply.status.as_u16(), 204);
    assert!(reply.header("clear-site-data").contains("storage"), "{reply:?}");
    assert!(!is_signed_in(&client).await);
    assert!(!is_signed_in(&copy).await);
}

#[tokio::test]
async fn sessions_are_listed_and_revoked_by_whom_they_belong_to() {
    let (app, _) = with_world().await;
    let desk = app.sign_in("titolare").await;
    app.clock().advance_minutes(3);
    let phone = app.anonymous().with_browser(PHONE);
    phone.sign_in("titolare").await;
    app.deliver().await;

    let devices = desk.send(&Devices {}).await.unwrap();
    let told: Vec<(&str, bool)> =
        devices.iter().map(|device| (device.label.as_str(), device.current)).collect();
    assert_eq!(told, [("Chrome · Linux", true), ("Firefox · Android", false)]);
    assert!(devices[0].since < devices[1].since);

    let stranger = app.sign_in("revisore").await;
    let phones = RevokeDevice { device: phone.session().await };
    assert_eq!(stranger.send(&phones).await.unwrap_err().code, "not_found");
    desk.send(&phones).await.unwrap();
    assert!(!is_signed_in(&phone).await);
    assert!(is_signed_in(&desk).await);
    assert_eq!(desk.send(&phones).await.unwrap_err().code, "not_found");

    let own = RevokeDevice { device: desk.session().await };
    let reply = desk.call(desk.request(&own, "")).await;
    assert!(reply.status.is_success() && !reply.header("clear-site-data").is_empty(), "{reply:?}");
    assert!(!is_signed_in(&desk).await);
}

#[tokio::test]
async fn a_session_ends_when_it_said_it_would() {
    let (app, _) = with_world().await;
    let client = app.anonymous();
    let ends = client.sign_in("titolare").await.ends;
    assert_eq!(ends, app.app().now().plus_millis(ABSOLUTE_HOURS * 3_600_000));
    while app.app().now().plus_millis(20 * 60_000) < ends {
        app.clock().advance_minutes(20);
        assert!(is_signed_in(&client).await);
    }
    app.clock().set(ends.plus_millis(-1));
    assert!(is_signed_in(&client).await);
    app.clock().set(ends);
    assert!(!is_signed_in(&client).await);
}

#[tokio::test]
async fn a_new_device_is_told_of_once_in_the_persons_language() {
    let (app, _) = with_world().await;
    let desk = app.sign_in("titolare").await;
    assert_eq!(app.deliver().await, 0, "the first device is not news");
    desk.send(&Prefer { lang: Lang::De }).await.unwrap();
    for _ in 0..2 {
        app.anonymous().with_browser(PHONE).sign_in("titolare").await;
    }
    assert_eq!(app.deliver().await, 1);
    let mail = app.mail();
    let mail: Vec<_> = mail.iter().filter(|mail| mail.subject.starts_with("Cassetto:")).collect();
    assert_eq!(mail.len(), 1);
    assert_eq!(mail[0].to, "titolare@example.org");
    assert_eq!(mail[0].subject, "Cassetto: neue Anmeldung");
    assert!(
        mail[0].body.contains("Firefox · Android") && mail[0].body.contains("Persona titolare"),
        "{}",
        mail[0].body
    );
}

#[tokio::test]
async fn a_preference_is_kept_for_all_sessions() {
    let (app, _) = with_world().await;
    let (desk, laptop) = (app.sign_in("titolare").await, app.sign_in("titolare").await);
    assert_eq!(laptop.send(&Me {}).await.unwrap().lang, Lang::It);
    desk.send(&Prefer { lang: Lang::En }).await.unwrap();
    assert_eq!(laptop.send(&Me {}).await.unwrap().lang, Lang::En);
}
