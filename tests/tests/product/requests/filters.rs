//! Saved filters: a person's own, by name, the one used last first.

use harness::{TestApp, World};
use shared::filters::{Delete, List, MOST_FILTERS, Of, Save, Term, Use};

fn term(name: &str, value: &str) -> Term {
    Term { name: name.to_owned(), value: value.to_owned() }
}

fn save(name: &str, terms: Vec<Term>) -> Save {
    Save { of: Of::Requests, name: name.to_owned(), terms }
}

#[tokio::test]
async fn a_filter_is_kept_under_its_name_and_comes_first_when_used() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let consultant = app.sign_in("consulente").await;
    let of = Of::Requests;
    let names = async || {
        let kept = consultant.send(&List { of }).await.unwrap();
        kept.into_iter().map(|filter| filter.name).collect::<Vec<_>>()
    };
    let terms = vec![term("stato", "aperte"), term("cerca", "DM di agosto")];
    let open = consultant.send(&save(" Aperte ", terms)).await.unwrap();
    assert_eq!(open.terms, [term("cerca", "DM di agosto"), term("stato", "aperte")]);
    app.clock().advance_minutes(1);
    consultant.send(&save("Chiuse", vec![term("stato", "chiuse")])).await.unwrap();
    assert_eq!(names().await, ["Chiuse", "Aperte"]);
    app.clock().advance_minutes(1);
    consultant.send(&Use { filter: open.id, of }).await.unwrap();
    assert_eq!(names().await, ["Aperte", "Chiuse"]);
    // The same name, however written, is the same filter.
    let again = consultant.send(&save("aperte", vec![term("stato", "aperte")])).await.unwrap();
    assert_eq!((again.id, names().await.len()), (open.id, 2));
    // Nobody else has it, and another list has others.
    let colleague = app.sign_in("collaboratore").await;
    assert!(colleague.send(&List { of }).await.unwrap().is_empty());
    for strange in [Use { filter: open.id, of }, Use { filter: open.id, of: Of::Queue }] {
        assert_eq!(colleague.send(&strange).await.unwrap_err().status, 404);
    }
    assert!(consultant.send(&List { of: Of::Queue }).await.unwrap().is_empty());
    consultant.send(&Delete { filter: open.id, of }).await.unwrap();
    assert_eq!(consultant.send(&Delete { filter: open.id, of }).await.unwrap_err().status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn what_is_no_filter_is_refused_for_its_reason() {
    let app = TestApp::new().await;
    World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let good = || vec![term("stato", "aperte")];
    let wrong = [
        (save(" ", good()), ("name", "empty")),
        (save(&"x".repeat(61), good()), ("name", "too_long")),
        (save("a", Vec::new()), ("terms", "empty")),
        (save("a", vec![term("Stato", "x")]), ("terms", "unknown")),
        (save("a", vec![term("stato", "x"), term("stato", "y")]), ("terms", "unknown")),
    ];
    for (request, expected) in wrong {
        let problem = owner.send(&request).await.unwrap_err();
        let found = (problem.errors[0].field.as_str(), problem.errors[0].reason.as_str());
        assert_eq!(found, expected);
    }
    for number in 0..MOST_FILTERS {
        owner.send(&save(&number.to_string(), good())).await.unwrap();
    }
    let full = owner.send(&save("uno di troppo", good())).await.unwrap_err();
    assert_eq!(full.errors[0].reason, "too_many");
    app.deliver().await;
}
