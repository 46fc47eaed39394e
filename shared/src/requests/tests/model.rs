//! A million random actions against a model written another way: as a table of what leads where.

use super::super::topics::Unit;
use super::super::*;
use crate::ids::{PersonId, RequestId};
use crate::offices::OfficeCode;

/// The model: a request is a word and, once closed, an outcome; and who began it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Model {
    at: &'static str,
    outcome: Option<Outcome>,
    begun: &'static str,
}

/// Rows of who, where, what and whereto; `=` stays where it is, `.` ends it.
const TABLE: &[(&str, &str, Kind, &str)] = &[
    ("customer", "routed one two ask0 ask1 ask2", Kind::CallBack, "="),
    ("customer", "routed one two", Kind::Reply, "="),
    ("customer", "ask0", Kind::Reply, "routed"),
    ("customer", "ask1", Kind::Reply, "one"),
    ("customer", "ask2", Kind::Reply, "two"),
    ("customer", "routed one two ask0 ask1 ask2", Kind::Withdraw, "."),
    ("customer", "closed", Kind::Reopen, "routed"),
    ("customer", "closed", Kind::Rate, "="),
    ("colleague head", "routed", Kind::Take, "one"),
    ("colleague head", "ask0", Kind::Take, "ask1"),
    ("colleague head", "one two ask1 ask2", Kind::Take, "="),
    ("colleague mine head", "routed ask0", Kind::Transfer, "="),
    ("mine head", "one two", Kind::Transfer, "routed"),
    ("mine head", "ask1 ask2", Kind::Transfer, "ask0"),
    ("mine head", "routed", Kind::Assign, "one"),
    ("mine head", "ask0", Kind::Assign, "ask1"),
    ("mine head", "one two ask1 ask2", Kind::Assign, "="),
    ("mine head", "one", Kind::Ask, "ask1"),
    ("mine head", "two", Kind::Ask, "ask2"),
    ("mine head", "one two", Kind::Answer, "="),
    ("mine head", "ask1", Kind::Answer, "one"),
    ("mine head", "ask2", Kind::Answer, "two"),
    ("mine head", "one two ask1 ask2", Kind::Close, "."),
    ("mine head", "one two ask1 ask2", Kind::Called, "="),
    ("mine head", "one two ask1 ask2", Kind::Merge, "."),
    ("mine head", "one", Kind::Escalate, "two"),
    ("mine head", "two", Kind::Return, "one"),
    ("colleague mine head", "routed one two ask0 ask1 ask2 closed", Kind::Note, "="),
];

/// Who began, where requests stand then, and what nobody does of theirs.
const BEGINNINGS: [(&str, Side, &str, Option<Kind>); 2] = [
    ("customer", Side::Customer, "routed", None),
    ("office", Side::Office, "ask1", Some(Kind::Withdraw)),
];

impl Model {
    fn begun(beginning: usize) -> Self {
        let (begun, _, at, _) = BEGINNINGS[beginning];
        Self { at, outcome: None, begun }
    }

    fn side(self) -> Side {
        BEGINNINGS.iter().find(|row| row.0 == self.begun).unwrap().1
    }

    fn after(
        self,
        by: &str,
        kind: Kind,
        outcome: Option<Outcome>,
        may_reopen: bool,
    ) -> Option<Self> {
        let fits = |words: &str, word: &str| words.split(' ').any(|one| one == word);
        let row =
            TABLE.iter().find(|row| fits(row.0, by) && fits(row.1, self.at) && row.2 == kind)?;
        if BEGINNINGS.iter().any(|row| row.0 == self.begun && row.3 == Some(kind)) {
            return None;
        }
        let (withdrawn, merged) = (Some(Outcome::Withdrawn), Some(Outcome::Merged));
        if by != "customer" && outcome == withdrawn {
            return None;
        }
        if kind != Kind::Merge && outcome == merged {
            return None;
        }
        let is_over = self.outcome == withdrawn || self.outcome == merged;
        if matches!(kind, Kind::Reopen | Kind::Rate) && is_over {
            return None;
        }
        if kind == Kind::Reopen && !may_reopen {
            return None;
        }
        Some(match (row.3, outcome) {
            (_, Some(outcome)) => Model { at: "closed", outcome: Some(outcome), ..self },
            ("=", None) => self,
            (at, None) => Model { at, outcome: None, ..self },
        })
    }
}

fn state(model: Model) -> State {
    match model.at {
        "routed" => State::Routed,
        "one" => State::InCharge(Level::First),
        "two" => State::InCharge(Level::Second),
        "ask0" => State::Awaiting(None),
        "ask1" => State::Awaiting(Some(Level::First)),
        "ask2" => State::Awaiting(Some(Level::Second)),
        _ => State::Closed(model.outcome.unwrap()),
    }
}

fn action(kind: Kind, outcome: Outcome, ends: bool) -> Action {
    let text = String::new;
    match kind {
        Kind::Reply => Action::Reply { text: text(), attachments: Vec::new() },
        Kind::CallBack => Action::CallBack { phone: text(), when: text() },
        Kind::Withdraw => Action::Withdraw { reason: text() },
        Kind::Reopen => Action::Reopen { reason: text(), attachments: vec![] },
        Kind::Rate => Action::Rate { stars: 5, aspect: None, comment: text() },
        Kind::Take => Action::Take,
        Kind::Assign => Action::Assign { person: PersonId::default() },
        Kind::Transfer => {
            let office = OfficeCode::from_number(7010).unwrap();
            Action::Transfer { office, unit: Unit::RETURNS, reason: text() }
        }
        Kind::Ask => Action::Ask { text: text(), attachments: vec![] },
        Kind::Answer => Action::Answer {
            answer: Answer::default(),
            outcome: ends.then_some(outcome),
            attachments: Vec::new(),
        },
        Kind::Close => Action::Close { outcome, comment: text(), attachments: vec![] },
        Kind::Called => Action::Called { text: text() },
        Kind::Note => Action::Note { text: text() },
        Kind::Escalate => Action::Escalate { reason: text() },
        Kind::Return => Action::Return { reason: text() },
        Kind::Merge => Action::Merge { into: RequestId::default(), comment: text() },
    }
}

#[test]
fn a_million_random_actions_agree_with_the_model() {
    const ACTORS: [(Actor, &str); 4] = [
        (Actor::Customer, "customer"),
        (Actor::Colleague, "colleague"),
        (Actor::InCharge, "mine"),
        (Actor::Head, "head"),
    ];
    const OUTCOMES: [Outcome; 6] = [
        Outcome::Accepted,
        Outcome::Partly,
        Outcome::Rejected,
        Outcome::NotPertinent,
        Outcome::Withdrawn,
        Outcome::Merged,
    ];
    // A generator of its own (xorshift), so that the run is the same everywhere.
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut model = Model::begun(0);
    let mut reached = std::collections::HashSet::new();
    for step in 0..1_000_000 {
        let (actor, word) = ACTORS[random(4)];
        let (kind, may_reopen) = (Kind::ALL[random(Kind::ALL.len())], random(4) > 0);
        let action = action(kind, OUTCOMES[random(6)], random(2) == 0);
        let expected = model.after(word, kind, action.outcome(), may_reopen);
        let (side, now) = (model.side(), state(model));
        let actual = now.after(&action, actor, side, may_reopen);
        assert_eq!(actual.clone().ok(), expected.map(state), "{step}: {model:?} {word} {action:?}");
        if let Err(refusal) = actual {
            assert_eq!(refusal.allowed, now.allowed(actor, side, may_reopen));
        }
        model = expected.unwrap_or(model);
        reached.insert((model.begun, state(model)));
        // What was withdrawn or goes on elsewhere is over for good: begin anew.
        if matches!(model.outcome, Some(Outcome::Withdrawn | Outcome::Merged)) {
            model = Model::begun(random(2));
            assert_eq!(State::begun(model.side()), state(model));
        }
    }
    // What an office began is never withdrawn.
    assert_eq!(reached.len(), 12 + 11, "every state was reached");
}

#[test]
fn whatever_is_refused_names_what_is_not() {
    let close = action(Kind::Close, Outcome::Accepted, true);
    let refusal = State::Routed.after(&close, Actor::Colleague, Side::Customer, false);
    let allowed = vec![Kind::Take, Kind::Transfer, Kind::Note];
    assert_eq!(refusal, Err(Refusal { allowed }));
}

#[test]
fn what_waited_before_one_could_wait_for_nobody_is_read() {
    for (state, kept) in [
        (State::Awaiting(Some(Level::First)), r#"{"awaiting":"first"}"#),
        (State::Awaiting(None), r#"{"awaiting":null}"#),
    ] {
        assert_eq!(serde_json::from_str::<State>(kept).unwrap(), state);
        assert_eq!(serde_json::to_string(&state).unwrap(), kept);
    }
}

#[test]
fn a_rating_that_was_kept_before_one_could_say_more_is_read() {
    let kept = r#"{"rate":{"stars":4,"comment":"Bene"}}"#;
    let rate = Action::Rate { stars: 4, aspect: None, comment: "Bene".to_owned() };
    assert_eq!(serde_json::from_str::<Action>(kept).unwrap(), rate);
    assert_eq!(serde_json::to_string(&rate).unwrap(), kept);
}
