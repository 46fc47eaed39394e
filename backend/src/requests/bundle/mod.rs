//! A whole conversation to keep: what was said and done as a document to read, and all documents, in one archive.

mod text;

use bytes::Bytes;
use shared::attachments::Attachment;
use shared::endpoint::Endpoint;
use shared::format;
use shared::lang::Lang;
use shared::register::Annulled;
use shared::requests::words::{self, PROTOCOL};
use shared::requests::{Action, Answer, Files, Line, Outcome, Thread, What};
use shared::sections::Phrase;

use super::show::thread;
use crate::app::App;
use crate::attachments::service as attachments;
use crate::audit::{self, NewEntry};
use crate::export::{self, pdf};
use crate::fault::{Error, Result};
use crate::http::call::{Call, Download};
use crate::parameters::service as parameters;
use pdf::{Document, Look};

/// Hands out the archive.
pub(super) async fn hand_out(app: App, call: Call, request: Files) -> Result<Download> {
    let (caller, today, id) = (call.caller, app.today(), request.request);
    let lang = export::lang(&app, &caller, request.lang)?;
    let (thread, known) = app
        .store()
        .read(|tx| Ok::<_, Error>((thread(tx, &caller, id, today)?, parameters::topics(tx)?)))?;
    let company = thread.company;
    let number = thread.receipt.registered.number.to_string();
    let (name, first) = ([&number, ".zip"].concat(), [text::TITLE.of(lang), ".pdf"].concat());
    let reader = app.clone();
    let made = move || {
        let topic = known.topic(thread.topic).map(|topic| topic.title.of(lang));
        let written = written(&thread, topic, lang);
        let of_line = |line: &Line| {
            let number = line.number;
            line.attachments.iter().map(move |file| (number, file.clone())).collect::<Vec<_>>()
        };
        let files: Vec<(u32, Attachment)> = thread.lines.iter().flat_map(of_line).collect();
        attachments::bundle(&reader, &files, (&first, &written), &name)
    };
    let bundle = tokio::task::spawn_blocking(made).await.map_err(anyhow::Error::from)??;
    let entry = NewEntry::of(Files::SPEC.name).for_company(company).about(id);
    let (entry, now) = (NewEntry { person: Some(caller.person), ..entry }, app.now());
    // Nobody is given a file before the audit log says so.
    app.store().transact(move |tx| audit::append(tx, now, entry.clone())).await?;
    Ok(bundle)
}

/// The conversation as its caller sees it.
fn written(thread: &Thread, topic: Option<&str>, lang: Lang) -> Bytes {
    let title = [text::TITLE.of(lang), " ", &thread.receipt.registered.number.to_string()].concat();
    let mut document = Document::new(&title, lang);
    let mut pair = |label: Phrase, value: &str| document.pair(label.of(lang), value, Look::Words);
    pair(words::COMPANY, &format!("{} · {}", thread.name, thread.tax_code));
    if let Some(matricola) = &thread.matricola {
        pair(words::POSITION, matricola);
    }
    if let Some(topic) = topic {
        pair(words::TOPIC, topic);
    }
    pair(words::SUBJECT, &thread.subject);
    pair(text::OFFICE, &format!("{} · {}", thread.office_name, thread.unit_name.of(lang)));
    pair(words::STATE, thread.state.name().of(lang));
    for line in &thread.lines {
        one(&mut document, line, lang);
    }
    document.finish()
}

/// A line of it.
fn one(document: &mut Document, line: &Line, lang: Lang) {
    document.heading(&format!("{}. {}", line.number, format::instant(line.at, lang)));
    let side = line.by.side.name().of(lang);
    let who = match &line.by.name {
        Some(name) => format!("{name} ({side})"),
        None => side.to_owned(),
    };
    let happened = line.what.happened(line.by.side).of(lang);
    document.paragraph(&match &line.to {
        Some(to) => format!("{who}: {happened}: {to}"),
        None => format!("{who}: {happened}"),
    });
    if line.what.is_internal() {
        document.paragraph(words::INTERNAL.of(lang));
    }
    said(document, line, lang);
    if !line.comment.is_empty() {
        document.paragraph(&line.comment);
    }
    for file in &line.attachments {
        document.pair(&file.name, &file.sha256, Look::Code);
    }
    if let Some(registered) = &line.registered {
        document.pair(PROTOCOL.of(lang), &registered.number.to_string(), Look::Code);
        document.pair(words::DIGEST.of(lang), &registered.digest, Look::Code);
    }
    if let Some(Annulled { at, reason, .. }) = &line.annulled {
        let when = format::instant(*at, lang);
        document.pair(words::ANNULLED.of(lang), &format!("{when}: {reason}"), Look::Words);
    }
}

/// The words of a line.
fn said(document: &mut Document, line: &Line, lang: Lang) {
    let mut prose = |text: &str| {
        if !text.trim().is_empty() {
            document.paragraph(text);
        }
    };
    match &line.what {
        What::Opened { text, .. }
        | What::Done(
            Action::Reply { text, .. }
            | Action::Withdraw { reason: text }
            | Action::Reopen { reason: text, .. }
            | Action::Escalate { reason: text }
            | Action::Return { reason: text }
            | Action::Ask { text, .. }
            | Action::Called { text }
            | Action::Note { text },
        ) => prose(text),
        What::Done(Action::CallBack { phone, when }) => {
            prose(phone);
            prose(when);
        }
        What::Done(Action::Rate { stars, aspect, comment }) => {
            prose(&format!("{stars}/5"));
            aspect.iter().for_each(|aspect| prose(aspect.name(*stars).of(lang)));
            prose(comment);
        }
        What::Done(Action::Answer { answer, outcome, .. }) => {
            answered(document, answer, *outcome, lang);
        }
        What::Done(Action::Close { outcome, comment, .. }) => {
            prose(outcome.name().of(lang));
            prose(comment);
        }
        What::Done(Action::Transfer { office, reason, .. }) => {
            let unit = line.to_unit.as_ref().map(|unit| unit.of(lang)).unwrap_or_default();
            prose(&format!("{office} · {unit}"));
            prose(reason);
        }
        What::Done(Action::Merge { comment, .. }) => {
            prose(Outcome::Merged.name().of(lang));
            prose(comment);
        }
        What::Done(Action::Take | Action::Assign { .. })
        | What::Joined { .. }
        | What::Reminded
        | What::Escalated
        | What::Late => {}
    }
}

fn answered(document: &mut Document, answer: &Answer, outcome: Option<Outcome>, lang: Lang) {
    if let Some(outcome) = outcome {
        document.pair(words::STATE.of(lang), outcome.name().of(lang), Look::Words);
    }
    document.paragraph(&answer.decision);
    let day = answer.contestable.map(|day| format::day(day, lang)).unwrap_or_default();
    let parts =
        [(words::LAW, &answer.law), (words::NEXT, &answer.next), (words::CONTESTABLE, &day)];
    for (label, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
        document.pair(label.of(lang), value, Look::Words);
    }
}
