//! When notifications leave: storms, digests, quiet hours.

use backend::clock::Clock;
use shared::calendar::{Day, Instant};
use shared::notifications::{Channel, Choice, Digest, Event, Prefer, Quiet, Step};

use crate::notifications::relay::relay;
use crate::notifications::{app, here, post, steps, tell};

#[tokio::test]
async fn a_storm_is_two_mails_and_one_that_gathers_the_rest() {
    let (mails, got) = relay(None).await;
    let app = app(post(&here(mails), None)).await;
    let begun = app.clock().now();
    for number in 0..50 {
        tell(&app, Event::RequestMessage, &number.to_string()).await;
    }
    app.deliver().await;
    assert_eq!(got.got().len(), 2);
    app.clock().advance_minutes(60);
    app.deliver().await;
    let got = got.got();
    assert_eq!(got.len(), 3);
    assert_eq!(got[2].header("Subject"), "Cassetto: 48 avvisi nuovi");
    let client = app.sign_in("titolare").await;
    let told = steps(&client, Channel::Email).await;
    assert_eq!(told, [Step::Gathered(begun.plus_millis(3_600_000)), Step::HandedOver]);
}

#[tokio::test]
async fn a_digest_gathers_what_a_day_brings_and_a_channel_can_be_switched_off() {
    let (mails, got) = relay(None).await;
    let app = app(post(&here(mails), None)).await;
    let client = app.sign_in("titolare").await;
    let off = Choice { event: Event::RequestTaken, channel: Channel::Email, on: false };
    let prefer = Prefer { choices: vec![off], digest: Digest::Daily, quiet: None };
    client.send(&prefer).await.unwrap();
    tell(&app, Event::RequestRegistered, "a").await;
    tell(&app, Event::RequestTaken, "b").await;
    tell(&app, Event::RequestClosed, "c").await;
    app.clock().advance_minutes(21 * 60);
    app.deliver().await;
    assert!(got.got().is_empty());
    app.clock().advance_minutes(60);
    app.deliver().await;
    let got = got.got();
    assert_eq!(got.len(), 1);
    assert_eq!(got[0].header("Subject"), "Cassetto: 2 avvisi nuovi");
}

#[tokio::test]
async fn quiet_hours_end_at_seven_whatever_the_clocks_do_at_night() {
    for (month, day, hours) in [(3, 28, 9), (10, 24, 11)] {
        let (mails, got) = relay(None).await;
        let app = app(post(&here(mails), None)).await;
        let evening = rome(month, day, 21);
        app.clock().set(evening);
        app.deliver().await;
        let client = app.sign_in("titolare").await;
        let quiet = Some(Quiet { from: 21 * 60, to: 7 * 60 });
        client.send(&Prefer { quiet, ..Prefer::default() }).await.unwrap();
        tell(&app, Event::RequestMessage, "a").await;
        tell(&app, Event::RequestClosed, "b").await;
        app.clock().set(evening.plus_millis(hours * 3_600_000 - 1));
        app.deliver().await;
        assert!(got.got().is_empty(), "{month}");
        let morning = evening.plus_millis(hours * 3_600_000);
        assert_eq!(morning, rome(month, day + 1, 7));
        app.clock().set(morning);
        app.deliver().await;
        assert_eq!(got.got().len(), 1, "{month}");
        let client = app.sign_in("titolare").await;
        let told = steps(&client, Channel::Email).await;
        assert_eq!(told, [Step::PutOff(morning), Step::HandedOver], "{month}");
    }
}

#[tokio::test]
async fn what_was_kept_back_until_the_quiet_hours_waits_for_their_end() {
    let (mails, got) = relay(None).await;
    let app = app(post(&here(mails), None)).await;
    let (evening, morning) = (rome(6, 10, 20), rome(6, 11, 7));
    app.clock().set(evening);
    app.deliver().await;
    let client = app.sign_in("titolare").await;
    let quiet = Some(Quiet { from: 21 * 60, to: 7 * 60 });
    client.send(&Prefer { quiet, ..Prefer::default() }).await.unwrap();
    tell(&app, Event::RequestClosed, "a").await;
    // Nothing runs until the night has come.
    for hour in [23, 24 + 3] {
        app.clock().set(evening.plus_millis((hour - 20) * 3_600_000));
        app.deliver().await;
        assert!(got.got().is_empty(), "{hour}");
    }
    app.clock().set(morning);
    app.deliver().await;
    assert_eq!(got.got().len(), 1);
    let client = app.sign_in("titolare").await;
    let told = steps(&client, Channel::Email).await;
    assert_eq!(told, [Step::Queued, Step::PutOff(morning), Step::HandedOver]);
}

fn rome(month: u32, day: u32, hour: u32) -> Instant {
    let day = Day::new(2026, month, day).expect("a moment");
    Instant::from_rome(day, hour, 0).expect("a moment")
}
