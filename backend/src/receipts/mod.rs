//! The receipt of a request as a document to keep. What it says stands in the register, where whoever has it verifies it.

mod text;

use bytes::Bytes;
use shared::endpoint::Endpoint;
use shared::format;
use shared::lang::Lang;
use shared::receipts::Download as Request;
use shared::register::{ProtocolNumber, code};
use shared::requests::{Side, words};
use shared::sections::Phrase;

use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::companies::service as companies;
use crate::export::{self, pdf};
use crate::fault::{Error, Result};
use crate::http::call::{Call, Download};
use crate::http::route::{Route, download};
use crate::parameters::service as parameters;
use crate::requests::service::{self as requests, Received};
use pdf::{Document, Look};
use shared::fault::Fault;

/// Where receipts are verified.
const PAGE: &str = "/verifica/ricevuta";

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![download::<Request, _, _>(app, hand_out)]
}

async fn hand_out(app: App, call: Call, request: Request) -> Result<Download> {
    let (caller, today, id) = (call.caller, app.today(), request.request);
    let lang = export::lang(&app, &caller, request.lang)?;
    let (received, company, known) = app.store().read(|tx| {
        let received = requests::received(tx, &caller, id, today)?;
        let company = companies::name_and_code(tx, received.company)?.ok_or(Fault::NotFound)?;
        Ok::<_, Error>((received, company, parameters::topics(tx)?))
    })?;
    let topic = known.topic(received.topic).map(|topic| topic.title.of(lang));
    let bytes = written(&app, &received, (&company, topic), lang);
    let number = received.receipt.registered.number;
    let entry = NewEntry::of(Request::SPEC.name).for_company(received.company).about(id);
    let (entry, now) = (NewEntry { person: Some(caller.person), ..entry }, app.now());
    // Nobody is given a file before the audit log says so.
    app.store().transact(move |tx| audit::append(tx, now, entry.clone())).await?;
    let name = [title(number).of(lang), " ", &number.to_string(), ".pdf"].concat();
    Ok(Download::attachment(name, "application/pdf", bytes))
}

/// Whether it is of something that a company sent, whose answer it says a day for; not of what its office wrote first.
fn is_received(number: ProtocolNumber) -> bool {
    Side::that_began(number) == Side::Customer
}

fn title(number: ProtocolNumber) -> Phrase {
    if is_received(number) { text::TITLE } else { text::SENT }
}

/// The page that says what there is to say of the receipt, by its number and code.
fn address(app: &App, number: &str, code: &str) -> String {
    let site = app.config().mail.site.as_deref().unwrap_or_default().trim_end_matches('/');
    format!("{site}{PAGE}?numero={number}&codice={code}")
}

fn written(
    app: &App,
    received: &Received,
    ((name, tax_code), topic): (&(String, String), Option<&str>),
    lang: Lang,
) -> Bytes {
    let of = |phrase: Phrase| phrase.of(lang);
    let receipt = &received.receipt;
    let registered = &receipt.registered;
    let (number, code) = (registered.number.to_string(), code(&registered.digest));
    let is_received = is_received(registered.number);
    let mut document = Document::new(of(title(registered.number)), lang);
    if app.demo() {
        document.paragraph(of(text::SIMULATED));
    }
    document.heading(of(text::REGISTERED));
    let mut pair = |label, value: &str, look| document.pair(of(label), value, look);
    pair(words::PROTOCOL, &number, Look::Code);
    pair(text::MOMENT, &format::instant(registered.at, lang), Look::Words);
    pair(words::COMPANY, &format!("{name} · {tax_code}"), Look::Words);
    if let Some(matricola) = &received.matricola {
        pair(words::POSITION, matricola, Look::Code);
    }
    if let Some(topic) = topic {
        pair(words::TOPIC, topic, Look::Words);
    }
    pair(words::SUBJECT, &received.subject, Look::Words);
    let unit = receipt.unit_name.of(lang);
    pair(text::OFFICE, &format!("{} · {unit}", receipt.office_name), Look::Words);
    if is_received {
        pair(text::EXPECTED, &format::day(receipt.expected, lang), Look::Words);
        pair(text::DUE, &format::day(receipt.due, lang), Look::Words);
    }
    pair(words::DIGEST, &registered.digest, Look::Code);
    document.heading(of(text::DOCUMENTS));
    for file in &receipt.attachments {
        let label = format!("{} · {}", file.name, format::bytes(file.bytes, lang));
        document.pair(&label, &file.sha256, Look::Code);
    }
    if receipt.attachments.is_empty() {
        document.paragraph(of(text::NO_DOCUMENTS));
    }
    document.heading(of(text::VERIFICATION));
    document.pair(of(text::ADDRESS), &address(app, &number, &code), Look::Code);
    document.pair(of(text::CODE), &code, Look::Code);
    document.paragraph(of(text::HOW));
    document.paragraph(of(text::DIGEST_IS));
    if is_received {
        document.paragraph(of(text::LAW));
    }
    document.finish()
}
