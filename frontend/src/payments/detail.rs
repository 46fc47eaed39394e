//! One F24 form: its rows, and what each was matched with.

use shared::evidence::Subject;
use shared::ids::{CompanyId, PaymentId};
use shared::lang::Lang;
use shared::payments::{Matched, Payment, PaymentRow, Show};
use shared::requests::About;
use yew::prelude::*;

use super::text::texts;
use super::{matched, period};
use crate::companies::use_company_name;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::remote::use_remote;
use crate::requests::Ask;
use crate::route::Route;
use crate::ui::{
    Card, KeyValue, KeyValues, LinkButton, Notice, Severity, Shape, Skeleton, Stat, Tag,
};
use crate::words;

/// Props of [`Detail`].
#[derive(PartialEq, Properties)]
pub struct DetailProps {
    /// Of which company.
    pub company: CompanyId,
    /// Which form.
    pub payment: PaymentId,
}

/// The screen.
#[component]
pub fn Detail(props: &DetailProps) -> Html {
    let (lang, company, payment) = (use_lang(), props.company, props.payment);
    let remote = use_remote(&Show { company, payment });
    let title =
        remote.value.as_ref().map(|found| (texts(lang).title)(&words::day(found.day, lang)).into());
    let company_name = use_company_name(company);
    use_heading(title, company_name);
    remote.draw(
        lang,
        || html! { <div class="columns"><Skeleton shape={Shape::Card} /><Skeleton shape={Shape::Card} count={5} /></div> },
        |found| full(found, company, lang),
    )
}

fn full(found: &Payment, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let form = vec![
        KeyValue::mono(words.payer, found.payer.clone()),
        KeyValue::mono(words.set_off, words::euro(found.credit, lang)),
        KeyValue::mono(words.file, found.file.clone()),
    ];
    html! {
        <>
            if found.rows.iter().any(|row| row.matched.is_loose()) {
                <Notice severity={Severity::Warning} title={words.loose_notice} />
            }
            <div class="columns">
                <Card title={words.form}>
                    <Stat value={words::euro(found.debit, lang)} label={words.total} />
                    <KeyValues items={form} />
                </Card>
                { for found.rows.iter().map(|row| card(row, company, lang)) }
            </div>
        </>
    }
}

/// A row with its match in plain words and the next step.
fn card(row: &PaymentRow, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let (tone, word) = matched(row, lang);
    let plain = match row.matched {
        Matched::Declaration { .. } => words.plain_declaration,
        Matched::Other => words.plain_other,
        Matched::WrongPosition => words.plain_position,
        Matched::Awaiting => words.plain_awaiting,
        Matched::NoDeclaration => words.plain_missing,
    };
    let items = [
        Some(KeyValue::mono(words.causale, row.causale.clone())),
        Some(KeyValue::mono(words.code, words::matricola(&row.code))),
        Some(KeyValue::mono(words.office, row.office.clone())),
        period(row, lang).map(|period| KeyValue::text(words.period, period)),
        Some(KeyValue::mono(words.debit, words::euro(row.debit, lang))),
        (!row.credit.is_zero())
            .then(|| KeyValue::mono(words.credit, words::euro(row.credit, lang))),
    ];
    html! {
        <Card key={row.row} title={(words.row)(row.row)} aside={html! { <Tag {tone} label={word} /> }}>
            <KeyValues items={items.into_iter().flatten().collect::<Vec<_>>()} />
            <p>{ plain }</p>
            if let Matched::Declaration { id } = row.matched {
                <LinkButton href={Route::Declaration { company, declaration: id }.href()}>{ words.open_declaration }</LinkButton>
            }
            if let Some(archive) = row.archive() {
                <LinkButton href={Route::Section { company, section: archive.slug }.href()}>{ archive.words.title.of(lang) }</LinkButton>
            }
            { ask(row, company, lang) }
        </Card>
    }
}

/// The way to ask the office to correct a row that was not matched, with what the row says.
fn ask(row: &PaymentRow, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let (topic, wanted, position) = match row.matched {
        Matched::WrongPosition => (Subject::WrongPayment, words.ask_position, None),
        Matched::NoDeclaration => (Subject::UnmatchedPayment, words.ask_period, Some(&row.code)),
        Matched::Declaration { .. } | Matched::Other | Matched::Awaiting => return html! {},
    };
    let position = position.map(|code| AttrValue::from(code.clone()));
    let subject = [(words.title)(&words::day(row.day, lang)), (words.row)(row.row)].join(", ");
    let said = |label: &'static str, value: &str| [label, " ", value].concat();
    let facts = [
        Some(subject.clone()),
        Some(said(words.causale, &row.causale)),
        Some(said(words.code, &words::matricola(&row.code))),
        period(row, lang).map(|period| said(words.period, &period)),
        Some(said(words.debit, &words::euro(row.debit, lang))),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let text: AttrValue = [&facts, ". ", wanted].concat().into();
    let subject: AttrValue = subject.into();
    let about = row.from.map(About::Month);
    html! { <p><Ask {company} topic={topic.topic()} {about} {position} {subject} {text} /></p> }
}
