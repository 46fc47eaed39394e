//! The parts of a declaration: groups, company items, payments, warnings, where it came from.

use std::rc::Rc;

use shared::declarations::Declaration;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::sections::contributions::declarations::SECTION;
use yew::prelude::*;

use super::text::texts;
use crate::intake::describe;
use crate::route::Route;
use crate::ui::{
    Cell, CellKind, Column, EmptyState, IconName, KeyValue, KeyValues, LinkButton, List, ListItem,
    Row, Table, Tag, Tone,
};
use crate::words;

/// The F24 rows that pay it, and what remains.
pub fn payments(found: &Declaration, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let (tone, state) = words::paid(found.row.paid, lang);
    let paid: Euro = found.payments.iter().map(|payment| payment.amount).sum();
    let remaining = (found.row.due - paid).max(Euro::ZERO);
    let sum = vec![
        KeyValue::mono(words.due_total, words::euro(found.row.due, lang)),
        KeyValue::mono(words.paid_total, words::euro(paid, lang)),
        KeyValue::mono(words.remaining, words::euro(remaining, lang)),
    ];
    html! {
        <>
            <p><Tag {tone} label={state} /></p>
            if found.payments.is_empty() {
                <EmptyState title={words.no_payments} icon={IconName::Receipt}>
                    <LinkButton href={Route::Payments { company }.href()}>{ words.see_payments }</LinkButton>
                </EmptyState>
            } else {
                <List>
                    { for found.payments.iter().map(|payment| html! {
                        <ListItem title={(words.f24_of)(&words::day(payment.day, lang))} icon={IconName::Receipt}
                            tone={Tone::Green} figure={words::euro(payment.amount, lang)}
                            href={Route::Payment { company, payment: payment.payment }.href()} />
                    }) }
                </List>
                <KeyValues sum={true} items={sum} />
            }
        </>
    }
}

/// Who transmitted it, when and in which file.
pub fn origin(found: &Declaration, lang: Lang) -> Html {
    let words = texts(lang);
    let sender = match &found.sender_name {
        Some(name) => [name, " (", &found.sender, ")"].concat(),
        None => found.sender.clone(),
    };
    let items = [
        Some(KeyValue::text(words.scheme, words::scheme(found.row.scheme, lang))),
        purpose(found, lang),
        found
            .row
            .matricola
            .as_deref()
            .map(|code| KeyValue::mono(words.position, words::matricola(code))),
        Some(KeyValue::text(words.transmitted, words::moment(found.row.transmitted, lang))),
        Some(KeyValue::mono(words.protocol, found.row.protocol.clone())),
        Some(KeyValue::text(words.sender, sender)),
        Some(KeyValue::mono(words.file, found.file.clone())),
        found
            .workforce
            .map(|count| KeyValue::mono(words.workforce, words::count(u64::from(count), lang))),
    ];
    html! { <KeyValues items={items.into_iter().flatten().collect::<Vec<_>>()} /> }
}

/// What it was for, in the words of the archive of transmissions.
fn purpose(found: &Declaration, lang: Lang) -> Option<KeyValue> {
    let (_, field) = SECTION.field("kind")?;
    let code = field.kind.code(found.purpose().code())?;
    Some(KeyValue::text(field.label(lang), code.words(lang)))
}

/// Individual data by qualification.
pub fn groups(found: &Declaration, lang: Lang) -> Html {
    let words = texts(lang);
    let columns = vec![
        Column::new("group", words.group, CellKind::Title),
        Column::new("workers", words.workers, CellKind::Number),
        Column::new("base", words.base, CellKind::Number),
        Column::new("contribution", words.contribution, CellKind::Number),
    ];
    let row = |group: &shared::declarations::Group| {
        let cells = vec![
            Cell::text(group.code.clone()),
            Cell::text(words::count(u64::from(group.workers), lang)),
            Cell::text(words::euro(group.base, lang)),
            Cell::text(words::euro(group.contribution, lang)),
        ];
        Row::new(group.code.clone(), cells).shared()
    };
    let rows = found.groups.iter().map(row).collect::<Vec<_>>();
    html! { <Table caption={words.groups} columns={Rc::new(columns)} {rows} compact={true} /> }
}

/// Company items to debit and credit.
pub fn items(found: &Declaration, lang: Lang) -> Html {
    let words = texts(lang);
    if found.items.is_empty() {
        return html! { <p class="muted">{ words.no_items }</p> };
    }
    let columns = vec![
        Column::new("code", words.group, CellKind::Title),
        Column::new("side", words.section, CellKind::Text),
        Column::new("amount", words.contribution, CellKind::Number),
    ];
    let row = |(number, item): (usize, &shared::declarations::CompanyItem)| {
        let side = if item.debit { words.debit } else { words.credit };
        let cells = vec![
            Cell::text(item.code.clone()),
            Cell::text(side),
            Cell::text(words::euro(item.amount, lang)),
        ];
        Row::new(number.to_string(), cells).shared()
    };
    let rows = found.items.iter().enumerate().map(row).collect::<Vec<_>>();
    html! { <Table caption={words.items} columns={Rc::new(columns)} {rows} compact={true} /> }
}

/// What was odd in the file but accepted.
pub fn warnings(found: &Declaration, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <List>
            { for found.warnings.iter().map(|issue| html! {
                <ListItem title={describe(issue, lang)} description={(words.warning_line)(issue.line)}
                    icon={IconName::AlertCircle} tone={Tone::Orange} />
            }) }
        </List>
    }
}
