use super::super::*;
use crate::calendar::Day;
use crate::offices::OfficeCode;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn terms() -> ClockTerms {
    let shipped: RequestParameters = serde_json::from_str(SHIPPED).unwrap();
    assert_eq!(shipped.unsound(), None);
    shipped.clock.steps().last().unwrap().value
}

/// An office without a patron saint's day among these.
fn office() -> OfficeCode {
    OfficeCode::from_number(7010).unwrap()
}

#[test]
fn working_days_are_counted_from_the_day_after() {
    // Friday 2 October 2026; Sunday the 4th is San Francesco.
    let clock = clock(terms(), office(), day("2026-10-02"), &[], day("2026-10-09"));
    assert_eq!((clock.elapsed, clock.remind), (5, day("2026-10-09")));
    assert_eq!((clock.escalate, clock.due), (day("2026-10-16"), day("2026-10-30")));
    assert!(!clock.paused && !clock.late);
}

#[test]
fn it_stands_still_while_the_customer_is_asked() {
    let from = day("2026-10-05");
    let open = Pause { from: day("2026-10-07"), to: None };
    let paused = clock(terms(), office(), from, &[open], day("2026-10-16"));
    assert_eq!((paused.elapsed, paused.paused), (2, true));
    let ended = Pause { to: Some(day("2026-10-16")), ..open };
    let went_on = clock(terms(), office(), from, &[ended], day("2026-10-21"));
    assert_eq!((went_on.elapsed, went_on.remind), (5, day("2026-10-21")));
}

#[test]
fn it_stands_still_wherever_a_request_goes_that_waits() {
    let (from, asked) = (day("2026-10-05"), day("2026-10-07"));
    let elsewhere = OfficeCode::from_number(4900).unwrap();
    let by_office = |state: State, action: &Action| {
        state.after(action, Actor::InCharge, Side::Customer, false).unwrap()
    };
    let ask = Action::Ask { text: String::new(), attachments: vec![] };
    let waits = by_office(State::InCharge(Level::Second), &ask);
    let (unit, reason) = (topics::Unit::RETURNS, String::new());
    let transfer = Action::Transfer { office: elsewhere, unit, reason };
    let moved = by_office(waits, &transfer);
    assert_eq!((moved, moved.standing()), (State::Awaiting(None), Standing::Open));
    let paused =
        clock(terms(), elsewhere, from, &[Pause { from: asked, to: None }], day("2026-10-16"));
    assert_eq!((paused.elapsed, paused.paused, paused.late), (2, true, false));
    assert_eq!(paused.runs_out(paused.remind), [false; 3], "it tells nobody anything");
    // Whoever takes it waits on; a reply is for whoever has it, or for anybody.
    let mine = moved.after(&Action::Take, Actor::Colleague, Side::Customer, false).unwrap();
    let reply = Action::Reply { text: String::new(), attachments: vec![] };
    let replied = |state: State| state.after(&reply, Actor::Customer, Side::Customer, false);
    assert_eq!(replied(mine), Ok(State::InCharge(Level::First)));
    assert_eq!(replied(moved), Ok(State::Routed));
    let pause = Pause { from: asked, to: Some(day("2026-10-16")) };
    let went_on = clock(terms(), elsewhere, from, &[pause], day("2026-10-19"));
    assert_eq!((went_on.elapsed, went_on.paused), (3, false));
}

#[test]
fn christmas_and_the_end_of_the_calendar_are_reckoned_with() {
    let over = clock(terms(), office(), day("2026-12-23"), &[], day("2026-12-28"));
    assert_eq!(over.elapsed, 2, "24 and 28 December");
    let last = clock(terms(), office(), Day::LAST, &[], Day::LAST);
    assert_eq!((last.elapsed, last.due), (0, Day::LAST));
    let late = clock(terms(), office(), day("2026-10-05"), &[], day("2026-12-05"));
    assert!(late.late);
}
