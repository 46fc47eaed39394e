//! What modules become.

use super::*;
use crate::lang::Lang;
use crate::requests::topics::{self, Catalogue};
use crate::requests::{Action, Answer, Outcome};

fn values() -> Values {
    Values {
        company: "Forno {office}".to_owned(),
        protocol: "7010.E.2026.0000001".to_owned(),
        office: "Roma".to_owned(),
        ..Values::default()
    }
}

#[test]
fn placeholders_are_filled_in_and_what_is_not_known_stays() {
    let said = fill("{company}: n. {protocol}, posizione {matricola} {x} {", &values());
    assert_eq!(said, "Forno {office}: n. 7010.E.2026.0000001, posizione {matricola} {x} {");
    assert_eq!(fill("", &values()), "");
    let company = Values { company: "Forno S.r.l.".to_owned(), ..values() };
    assert_eq!(fill("A {company}. Da {office}.", &company), "A Forno S.r.l. Da Roma.");
    assert_eq!(
        fill("A {company}... {company}, {company}", &company),
        "A Forno S.r.l.... Forno S.r.l., Forno S.r.l."
    );
    assert_eq!(fill("{{office}}", &values()), "{Roma}");
    assert_eq!(strangers("{company} {azienda} {} { } {1} {deadline"), ["azienda"]);
}

#[test]
fn a_placeholder_is_found_in_whatever_an_office_tells_a_customer() {
    let left = || "Posizione {matricola}.".to_owned();
    let answer = |answer: Answer| Action::Answer { answer, outcome: None, attachments: vec![] };
    let (outcome, attachments) = (Outcome::Accepted, Vec::new());
    let written = Answer { decision: "Fatto {oggi}, {}.".into(), ..Answer::default() };
    let said = [
        (answer(written.clone()), None),
        (answer(Answer { decision: left(), ..written.clone() }), Some("action.decision")),
        (answer(Answer { law: left(), ..written.clone() }), Some("action.law")),
        (answer(Answer { next: left(), ..written }), Some("action.next")),
        (Action::Ask { text: left(), attachments: vec![] }, Some("action.text")),
        (Action::Called { text: left() }, Some("action.text")),
        (Action::Close { outcome, comment: left(), attachments }, Some("action.comment")),
        // What a customer writes is theirs, and a note is read by nobody outside.
        (Action::Reply { text: left(), attachments: vec![] }, None),
        (Action::Withdraw { reason: left() }, None),
        (Action::Note { text: left() }, None),
    ];
    for (action, part) in said {
        assert_eq!(left_in(&action, ""), part, "{action:?}");
    }
    assert_eq!(left_in(&Action::Take, &left()), Some("comment"));
    assert_eq!(unfilled("{company}{azienda}"), Some(Placeholder::Company));
    assert_eq!(unfilled("{ matricola } {Matricola} matricola"), None);
}

fn words(title: &str, decision: &str) -> Words {
    Words { title: title.to_owned(), decision: decision.to_owned(), ..Words::default() }
}

#[test]
fn a_language_that_is_not_written_is_italian() {
    let content = Content {
        it: words("Prova", "Da {office}"),
        de: words("Probe", "Von {office}"),
        ..Content::default()
    };
    let said = |lang| content.with(lang, &values(), None).decision;
    assert_eq!([Lang::It, Lang::En, Lang::De].map(said), ["Da Roma", "Da Roma", "Von Roma"]);
    let spoken = [Lang::It, Lang::En, Lang::De].map(|lang| content.spoken(lang));
    assert_eq!(spoken, [Lang::It, Lang::It, Lang::De]);
}

#[test]
fn a_module_takes_nothing_away_from_what_is_said_before_it() {
    let module = Filled { decision: "Fatto.".into(), law: "Art. 2".into(), ..Filled::default() };
    assert_eq!(Filled::default().followed_by(&module), module);
    let own = Filled { decision: "Mio.\n".into(), next: "Nulla.".into(), ..Filled::default() };
    let both = own.followed_by(&module);
    assert_eq!([both.decision, both.law, both.next], ["Mio.\n\nFatto.", "Art. 2", "Nulla."]);
}

#[test]
fn what_is_wrong_with_a_module_is_named() {
    let good = Content { it: words("Prova", "Testo"), ..Content::default() };
    assert_eq!(check(&good, |_| true), []);
    let reasons = |content: &Content| {
        check(content, |_| false)
            .into_iter()
            .map(|(field, reason)| format!("{field} {reason}"))
            .collect()
    };
    let found: Vec<String> = reasons(&Content {
        topic: Some(topics::TopicId(1)),
        days: Some(0),
        en: words("", "{compny}"),
        ..Content::default()
    });
    let expected = [
        "topic unknown",
        "days too_many",
        "it.title empty",
        "it.decision empty",
        "en.title empty",
        "en.decision placeholder",
    ];
    assert_eq!(found, expected);
    let long = Content { it: words("Prova", &"x".repeat(4_001)), ..Content::default() };
    assert_eq!(check(&long, |_| true), [("it.decision".to_owned(), "too_long")]);
}

#[test]
fn a_checklist_names_each_document_once() {
    let of_topic = |place| Ticked { document: Document::Topic(place), mark: Mark::Present };
    let own = |name: &str| Ticked { document: Document::Own(name.to_owned()), mark: Mark::Missing };
    assert_eq!(check_list(&[of_topic(0), of_topic(1), own("Visura")], 2), None);
    assert_eq!(check_list(&[], 0), None);
    let wrong = [
        (vec![of_topic(2)], "unknown"),
        (vec![own("a"), own("a")], "twice"),
        (vec![own(" ")], "empty"),
        (vec![own(&"x".repeat(LONGEST_OWN + 1))], "too_long"),
        (vec![own("a\nb")], "characters"),
        ((0..=MOST_OWN).map(|at| own(&at.to_string())).collect(), "too_many"),
    ];
    for (items, reason) in wrong {
        assert_eq!(check_list(&items, 2), Some(reason), "{items:?}");
    }
}

#[test]
fn topics_that_ask_for_several_documents_name_each() {
    let shipped: Catalogue = serde_json::from_str(topics::SHIPPED).unwrap();
    let known = topics::Known::new(shipped, []);
    let count = |id| known.topic(topics::TopicId(id)).map(|topic| topic.documents.len());
    for (topic, documents) in [(602, 2), (1001, 2), (201, 1), (1004, 0)] {
        assert_eq!(count(topic), Some(documents), "{topic}");
    }
}
