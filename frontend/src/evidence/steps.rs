//! What to do next, each step ready: the row to copy, what to send again, what to write and what to attach, and the way there.

use shared::calendar::{Month, f24_due};
use shared::evidence::{Attachment, Detail, Kind, NextStep, Petition, Subject};
use shared::ids::PaymentId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::notices::F24Row;
use shared::requests::About;
use shared::requests::topics::TopicId;
use yew::prelude::*;

use super::cause::sentence;
use super::item::{months, position};
use super::text::{Letter, names, texts};
use crate::requests::Ask;
use crate::route::Route;
use crate::ui::{CopyButton, KeyValue, KeyValues, LinkButton};
use crate::words;
use crate::{calculators, durc};

/// The steps of a piece, the likeliest first.
pub(super) fn steps(detail: &Detail, lang: Lang) -> Html {
    let steps = detail.tracked.evidence.steps.iter().enumerate();
    html! {
        <ol class="evidence-steps">
            { for steps.map(|(at, step)| html! { <li key={at} class="stack">{ one(step, detail, lang) }</li> }) }
        </ol>
    }
}

fn one(step: &NextStep, detail: &Detail, lang: Lang) -> Html {
    let (words, company) = (texts(lang), detail.company);
    let day = |day| words::day(day, lang).to_string();
    let section = |section| Route::Section { company, section }.href();
    match step {
        NextStep::Wait => html! { <p>{ words.step_wait }</p> },
        NextStep::ReadCauses { number } => html! {
            <>
                <p>{ (words.step_causes)(number) }</p>
                <LinkButton href={section("note-rettifica")}>{ words.open_record }</LinkButton>
            </>
        },
        NextStep::PayRow { row, by } => html! {
            <>
                <p>{ if row.credit > Euro::ZERO { words.step_set_off } else { words.step_pay } }</p>
                { f24(row, lang) }
                { late(row, detail, lang) }
                if let Some(by) = by {
                    <p class="muted">{ (words.step_pay_by)(&day(*by)) }</p>
                }
            </>
        },
        NextStep::CorrectRow { payment, right, .. } => {
            correct(*payment, right.as_ref(), detail, lang)
        }
        NextStep::SendReturn { code, month } => send(code, *month, detail, lang),
        NextStep::ResendReturn { code, month } => resend(code, *month, detail, lang),
        NextStep::Petition(petition) => self::petition(*petition, detail, lang),
        NextStep::Request { subject, attachments } => request(*subject, attachments, detail, lang),
        NextStep::Appeal { by } => html! { <p>{ (words.step_appeal)(by.map(day).as_deref()) }</p> },
        NextStep::Oppose { by } => html! { <p>{ (words.step_oppose)(&day(*by)) }</p> },
        NextStep::ReportFacts { by } => {
            html! { <p>{ (words.step_report)(by.map(day).as_deref()) }</p> }
        }
        NextStep::SimulateDurc => html! {
            <>
                <p>{ words.step_durc }</p>
                <span class="row"><LinkButton href={durc::href(company)}>{ words.open_durc }</LinkButton></span>
            </>
        },
        NextStep::BookAppointment => html! { <p>{ words.step_book }</p> },
    }
}

/// A petition: its name, where it is handed in, and for instalments the way to their calculator.
fn petition(petition: Petition, detail: &Detail, lang: Lang) -> Html {
    let (words, name) = (texts(lang), (names(lang).petition)(petition));
    let debt = detail.tracked.evidence.amount.filter(|_| petition == Petition::Instalments);
    html! {
        <>
            <p>{ (words.step_petition)(name, (names(lang).petition_at)(petition)) }</p>
            if let Some(debt) = debt {
                <span class="row">{ calculators::link::instalments(debt, lang) }</span>
            }
        </>
    }
}

/// What paying a return's contributions late costs, where they are late. In what is recovered are sanctions already.
fn late(row: &F24Row, detail: &Detail, lang: Lang) -> Html {
    let due = f24_due(row.from);
    let is_return = detail.tracked.evidence.kind == Kind::Unmatched && row.causale == "DM10";
    if !is_return || row.debit.is_zero() || due >= detail.checked {
        return html! {};
    }
    html! { <span class="row">{ calculators::link::sanction(row.debit, due, lang) }</span> }
}

/// A return to send, or a time without employees to tell of.
fn send(code: &str, month: Month, detail: &Detail, lang: Lang) -> Html {
    let (words, company) = (texts(lang), detail.company);
    let code = position(Some(code), lang);
    let interruptions = Route::Section { company, section: "interruzioni" }.href();
    html! {
        <>
            <p>{ (words.step_send)(&code, &words::month_long(month, lang)) }</p>
            <span class="row">
                <LinkButton href={Route::Intake.href()}>{ words.open_intake }</LinkButton>
                <LinkButton href={interruptions}>{ words.open_interruptions }</LinkButton>
            </span>
        </>
    }
}

/// A return to correct and to send again.
fn resend(code: &str, month: Month, detail: &Detail, lang: Lang) -> Html {
    let (words, company) = (texts(lang), detail.company);
    let code = position(Some(code), lang);
    let (href, label) = match detail.declaration {
        Some(declaration) => (Route::Declaration { company, declaration }.href(), words.open_month),
        None => (Route::Declarations { company }.href(), words.open_returns),
    };
    html! {
        <>
            <p>{ (words.step_resend)(&code, &words::month_long(month, lang)) }</p>
            <span class="row">
                <LinkButton {href}>{ label }</LinkButton>
                <LinkButton href={Route::Intake.href()}>{ words.open_intake }</LinkButton>
            </span>
        </>
    }
}

/// A row that was paid, and what it should have said where only one return fits.
fn correct(payment: PaymentId, right: Option<&F24Row>, detail: &Detail, lang: Lang) -> Html {
    let words = texts(lang);
    let company = detail.company;
    html! {
        <>
            <p>{ words.step_correct }</p>
            if let Some(right) = right {
                <p>{ words.step_correct_right }</p>
                { f24(right, lang) }
            }
            <LinkButton href={Route::Payment { company, payment }.href()}>{ words.open_payment }</LinkButton>
        </>
    }
}

/// The fields of a row of an F24 in the order of the form, each with its label.
fn f24_cells(row: &F24Row, lang: Lang) -> [(&'static str, AttrValue); 7] {
    let words = texts(lang);
    let month = |month| words::month(month, lang);
    let amount = |amount: Euro| match amount.is_zero() {
        true => AttrValue::default(),
        false => words::euro(amount, lang),
    };
    [
        (words.row_office, AttrValue::from(row.office.to_string())),
        (words.row_causale, row.causale.clone().into()),
        (words.row_code, row.code.clone().into()),
        (words.row_from, month(row.from)),
        (words.row_to, row.to.map(month).unwrap_or_default()),
        (words.row_debit, amount(row.debit)),
        (words.row_credit, amount(row.credit)),
    ]
}

/// A row of an F24 to be copied: its fields parted by tabulators.
pub fn f24_text(row: &F24Row, lang: Lang) -> String {
    let plain = |amount: &AttrValue| amount.trim_end_matches(['€', '\u{a0}', ' ']).to_owned();
    f24_cells(row, lang).map(|(_, cell)| plain(&cell)).join("\t")
}

/// A row of an F24, to be read and to be copied.
pub fn f24(row: &F24Row, lang: Lang) -> Html {
    let words = texts(lang);
    let shown = f24_cells(row, lang).into_iter().filter(|(_, cell)| !cell.is_empty());
    let items: Vec<KeyValue> = shown.map(|(label, cell)| KeyValue::mono(label, cell)).collect();
    html! {
        <div class="evidence-row stack">
            <KeyValues {items} />
            <span class="row"><CopyButton text={f24_text(row, lang)} label={words.copy_row} done={words.copied} /></span>
        </div>
    }
}

/// What a request about a piece says: its topic, its subject line and its text; none where nothing is to be written.
pub fn letter(detail: &Detail, lang: Lang) -> Option<(TopicId, &'static str, String)> {
    let asked = detail.tracked.evidence.steps.iter().find_map(|step| match step {
        NextStep::Request { subject, attachments } => Some((*subject, attachments)),
        _ => None,
    });
    let (subject, attachments) = asked?;
    let text = text(subject, &attached(attachments, lang), detail, lang);
    Some((detail.topic(subject), (names(lang).subject)(subject), text))
}

fn attached(attachments: &[Attachment], lang: Lang) -> Vec<&'static str> {
    attachments.iter().map(|attachment| (names(lang).attachment)(*attachment)).collect()
}

fn text(subject: Subject, attached: &[&'static str], detail: &Detail, lang: Lang) -> String {
    let subject = (names(lang).subject)(subject);
    let evidence = &detail.tracked.evidence;
    let (cause, about) = (sentence(&evidence.cause, lang), months(evidence.months, lang));
    let amount = evidence.amount.map(|amount| words::euro(amount, lang));
    (texts(lang).letter)(Letter {
        company: &detail.name,
        tax_code: &detail.tax_code,
        code: evidence.code.as_deref(),
        subject,
        months: about.as_deref(),
        cause: &cause,
        amount: amount.as_deref(),
        attachments: attached,
    })
}

/// What to write to the office, with what to attach, and the way there.
fn request(subject: Subject, attachments: &[Attachment], detail: &Detail, lang: Lang) -> Html {
    let (words, attached) = (texts(lang), attached(attachments, lang));
    let (company, topic) = (detail.company, Some(detail.topic(subject)));
    let about = About::Evidence(detail.tracked.evidence.key.clone());
    let text = text(subject, &attached, detail, lang);
    html! {
        <>
            <p>{ (words.step_request)((names(lang).subject)(subject)) }{ ". " }{ words.step_request_text }</p>
            if attached.is_empty() {
                <p class="muted">{ words.step_attach_none }</p>
            } else {
                <p class="muted">{ words.step_attach }</p>
                <ul role="list">{ for attached.iter().map(|attachment| html! { <li key={*attachment}>{ attachment }</li> }) }</ul>
            }
            <span class="row">
                <Ask {company} {topic} {about} />
                <CopyButton {text} label={words.copy_text} done={words.copied} />
            </span>
        </>
    }
}
