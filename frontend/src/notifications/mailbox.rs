//! What a demo sent: mails, certified mails and text messages, as whoever gets them would see them.

use shared::lang::Lang;
use shared::notifications::{Mailbox as Request, Outcome, Posted};
use yew::prelude::*;

use super::text::texts;
use super::words::{channel, reason};
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::use_remote;
use crate::ui::{
    Accordion, Button, ButtonKind, ButtonSize, Card, EmptyState, Field, FieldType, IconName,
    KeyValue, KeyValues, Shape, Skeleton, Tag, Tone,
};
use crate::words;

/// The screen.
#[component]
pub fn Mailbox() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (to, set_to) = use_query("a");
    let posted = use_remote(&Request { to: to.clone() });
    let list = posted.draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={3} /> },
        |posted| match posted.is_empty() {
            true => html! { <EmptyState title={words.mailbox_none} text={words.mailbox_none_text} icon={IconName::Message} /> },
            false => html! { <Card>{ for posted.iter().map(|one| letter(one, lang)) }</Card> },
        },
    );
    html! {
        <>
            <p class="muted">{ words.mailbox_text }</p>
            <div class="filters">
                <Field label={words.to_whom} r#type={FieldType::Search} value={to.unwrap_or_default()} oninput={set_to.reform(Some)} />
                <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} icon={IconName::Refresh} busy={posted.refreshing}
                    onclick={posted.reload.reform(|_: MouseEvent| ())}>{ words.refresh }</Button>
            </div>
            { list }
        </>
    }
}

fn letter(posted: &Posted, lang: Lang) -> Html {
    let words = texts(lang);
    let (tone, said) = match posted.outcome {
        Outcome::HandedOver => (Tone::Green, words.handed_over),
        Outcome::Failed(why) => (Tone::Red, reason(why, lang)),
    };
    let of = channel(posted.channel, lang);
    let heading = if posted.subject.is_empty() { &posted.body } else { &posted.subject };
    let items = vec![
        KeyValue::text(words.to_whom, posted.to.clone()),
        KeyValue::text(words.when, words::moment(posted.at, lang)),
        KeyValue::text(words.outcome, said),
    ];
    html! {
        <Accordion key={[&posted.at.millis().to_string(), " ", &posted.to].concat()} title={heading.clone()} aside={html! { <Tag {tone} label={of} /> }}>
            <KeyValues {items} />
            { for posted.body.lines().map(|line| html! { <p>{ line }</p> }) }
        </Accordion>
    }
}
