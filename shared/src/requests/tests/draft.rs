use super::super::topics::TopicId;
use super::super::*;
use crate::ids::{AttachmentId, CompanyId};

fn ready() -> Draft {
    Draft {
        company: Some(CompanyId::from_u128(1)),
        topic: Some(TopicId(201)),
        subject: "DM di agosto".into(),
        text: "Non risulta.".into(),
        phone: Some("+39 06 123456".into()),
        ..Draft::default()
    }
}

fn check(draft: &Draft) -> Vec<Problem> {
    super::super::check(draft, |topic| topic != TopicId(9))
}

#[test]
fn whatever_is_missing_or_too_much_is_named() {
    assert_eq!(check(&ready()), []);
    let empty = [Problem::NoCompany, Problem::NoTopic, Problem::NoSubject, Problem::NoText];
    assert_eq!(check(&Draft::default()), empty);
    let ids: Vec<AttachmentId> = (0..4).map(AttachmentId::from_u128).collect();
    let wrong = [
        (Draft { topic: Some(TopicId(9)), ..ready() }, Problem::NoTopic),
        (Draft { topic: Some(topics::OTHER), ..ready() }, Problem::NoReason),
        (Draft { subject: "à".repeat(121), ..ready() }, Problem::LongSubject),
        (Draft { text: "x".repeat(100_000), ..ready() }, Problem::LongText),
        (Draft { text: "a\0b".into(), ..ready() }, Problem::Characters),
        (Draft { subject: "\u{202e}otnemagap".into(), ..ready() }, Problem::SubjectCharacters),
        (Draft { subject: "Uno\r\nBcc: due".into(), ..ready() }, Problem::SubjectCharacters),
        (Draft { subject: "Uno\u{2028}due".into(), ..ready() }, Problem::SubjectCharacters),
        (Draft { text: " \u{200b}\u{feff}\n".into(), ..ready() }, Problem::NoText),
        (Draft { attachments: ids.clone(), ..ready() }, Problem::Attachments),
        (Draft { attachments: vec![ids[0], ids[0]], ..ready() }, Problem::Attachments),
        (Draft { phone: Some("domani".into()), ..ready() }, Problem::Phone),
        (Draft { phone: Some(["06 123456", &"-".repeat(99)].concat()), ..ready() }, Problem::Phone),
    ];
    for (draft, problem) in wrong {
        assert_eq!(check(&draft), [problem]);
    }
    assert_eq!(check(&Draft { text: "à".repeat(10_000), ..ready() }), []);
}
