//! Equal causes over all clients: one explanation, the sums, the companies, and the way to the notices and their file.

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::notices::{CauseGroup, Counted, List, Side};
use shared::sections::matters::notices::SECTION;
use yew::prelude::*;

use super::filters::Asked;
use super::text::texts;
use crate::export;
use crate::i18n::use_lang;
use crate::route::Route;
use crate::ui::{
    Accordion, Button, ButtonKind, ButtonSize, Card, IconName, KeyValue, KeyValues, Link,
};
use crate::words;

/// Props of [`Groups`].
#[derive(PartialEq, Properties)]
pub struct GroupsProps {
    /// What was counted.
    pub counted: Rc<Counted>,
    /// Only of this company.
    pub company: Option<CompanyId>,
    pub(super) asked: Asked,
}

/// The groups; nothing where there are none.
#[component]
pub fn Groups(props: &GroupsProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    if props.counted.groups.is_empty() {
        return html! {};
    }
    html! {
        <Card title={words.groups} subtitle={words.groups_lead}>
            { for props.counted.groups.iter().map(|group| one(group, props, lang)) }
        </Card>
    }
}

fn one(group: &CauseGroup, props: &GroupsProps, lang: Lang) -> Html {
    let words = texts(lang);
    let (name, plain, next) = words.cause(group.cause);
    let [to_pay, in_favour] = words.sides;
    let side = if group.side == Side::ToPay { to_pay } else { in_favour };
    let line = (words.group_line)(u64::from(group.notices), u64::from(group.companies));
    let title = [name, " · ", side, " · ", &line].concat();
    let total = words::euro(group.left(), lang);
    let onclick = {
        let (asked, cause, side) = (props.asked.clone(), group.cause, group.side);
        Callback::from(move |_: MouseEvent| asked.group(cause, side))
    };
    let list = List {
        company: props.company,
        cause: Some(group.cause),
        side: Some(group.side),
        ..List::default()
    };
    let key = [group.cause.code(), side].concat();
    html! {
        <Accordion {key} {title} aside={html! { <span class="mono">{ total }</span> }}>
            <div class="stack">
                <p>{ plain }</p>
                <p class="muted">{ next }</p>
                <KeyValues items={figures(group, lang)} />
                { companies(group, lang) }
                <div class="row">
                    <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} icon={IconName::Filter} {onclick}>{ words.show_group }</Button>
                    { export::menu(lang, |format| list.clone().export(format, Some(lang))) }
                </div>
            </div>
        </Accordion>
    }
}

fn figures(group: &CauseGroup, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let (from, to) = (words::month(group.from, lang), words::month(group.to, lang));
    let months = if from == to { from } else { [&from, " – ", to.as_str()].concat().into() };
    let mut items = vec![
        KeyValue::mono(words.difference, words::euro(group.difference, lang)),
        KeyValue::text(words.months, months),
        KeyValue::text(words.oldest, words::day(group.oldest, lang)),
    ];
    if group.spared > Euro::ZERO {
        items.push(KeyValue::mono(words.spared, words::euro(group.spared, lang)));
    }
    items.extend(group.next.map(|next| KeyValue::text(words.next_term, words::day(next, lang))));
    items
}

fn companies(group: &CauseGroup, lang: Lang) -> Html {
    let words = texts(lang);
    let named = u32::try_from(group.named.len()).unwrap_or(u32::MAX);
    let others = u64::from(group.companies.saturating_sub(named));
    html! {
        <>
            <h3>{ words.named }</h3>
            <ul role="list">
                { for group.named.iter().map(|of| {
                    let href = Route::Section { company: of.company, section: SECTION.slug }.href();
                    let total = words::euro(of.total, lang);
                    html! {
                        <li key={of.company.to_string()}>
                            <Link {href}>{ &of.name }</Link>{ " · " }<span class="mono">{ total }</span>
                        </li>
                    }
                }) }
                if others > 0 {
                    <li>{ (words.others)(others) }</li>
                }
            </ul>
        </>
    }
}
