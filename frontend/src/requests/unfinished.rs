//! Drafts: what was begun and not sent yet.

mod left;
mod on_device;

pub(crate) use left::Left;
use on_device::OnDevice;
use shared::ids::DraftId;
use shared::lang::Lang;
use shared::live::TopicKind;
use shared::requests::{DiscardDraft, DraftRow, Drafts, MOST_DRAFTS};
use yew::prelude::*;

use super::text::texts;
use crate::focus;
use crate::i18n::use_lang;
use crate::live::use_live;
use crate::remote::{explain, use_action, use_remote};
use crate::route::Route;
use crate::ui::{
    Accordion, Button, ButtonKind, ButtonSize, Card, Confirm, IconName, List, ListItem, Notice,
    Severity,
};
use crate::words;

/// Drafts that are shown at once, the newest: the requests stand under them.
const SHOWN: usize = 5;

/// The drafts; nothing where there is none.
#[component]
pub(super) fn Unfinished() -> Html {
    let lang = use_lang();
    let words = texts(lang).new_text;
    let drafts = use_remote(&Drafts {});
    use_live(&[(TopicKind::Drafts, None)], drafts.reload.clone());
    let discard = use_action::<DiscardDraft>(drafts.reload.clone());
    let asked = use_state_eq(|| None::<DraftId>);
    let ask = {
        let asked = asked.setter();
        Callback::from(move |draft: Option<DraftId>| asked.set(draft))
    };
    let yes = {
        let (draft, run, ask) = (*asked, discard.run.clone(), ask.clone());
        Callback::from(move |()| {
            draft.into_iter().for_each(|draft| run.emit(DiscardDraft { draft }));
            ask.emit(None);
        })
    };
    let rows = drafts.value.as_ref().map(|page| page.items.as_slice()).unwrap_or_default();
    let ondone = drafts.reload.clone();
    // The button that threw a draft away is gone with it.
    focus::use_kept(None);
    if rows.is_empty() {
        return html! { <OnDevice {ondone} /> };
    }
    html! {
        <>
            <OnDevice {ondone} />
            <Card title={words.drafts} subtitle={summary(rows, lang)}>
                if let Some(error) = &discard.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
                <List>{ for rows.iter().take(SHOWN).map(|row| item(row, &ask, lang)) }</List>
                if rows.len() > SHOWN {
                    <Accordion title={(words.more_drafts)(rows.len() - SHOWN)}>
                        <List>{ for rows.iter().skip(SHOWN).map(|row| item(row, &ask, lang)) }</List>
                    </Accordion>
                }
                <Confirm open={asked.is_some()} title={words.discard_title} yes={words.discard} no={words.keep} onyes={yes}
                    onno={ask.reform(|()| None)}>
                    <p>{ words.discard_text }</p>
                </Confirm>
            </Card>
        </>
    }
}

/// How many there are of how many there can be, since when the oldest one, and until when that is kept.
fn summary(rows: &[DraftRow], lang: Lang) -> Option<String> {
    let words = texts(lang).new_text;
    let oldest = rows.last()?;
    let said = (words.drafts_kept)(rows.len() as u64, MOST_DRAFTS);
    let since = (words.oldest)(&words::day(oldest.at.day_in_rome(), lang));
    let until = oldest.until.map(|day| (words.until)(&words::day(day, lang)));
    Some([said, since, until.unwrap_or_default()].join(" ").trim_end().to_owned())
}

/// The subject line, or that there is none.
fn titled(subject: &str, lang: Lang) -> String {
    match subject.trim() {
        "" => texts(lang).new_text.untitled.to_owned(),
        subject => subject.to_owned(),
    }
}

/// A draft: the way to go on with it, and to throw it away once that was asked.
fn item(row: &DraftRow, ask: &Callback<Option<DraftId>>, lang: Lang) -> Html {
    let (words, id) = (texts(lang).new_text, row.draft);
    let title = titled(&row.subject, lang);
    let (at, what) = (words::moment(row.at, lang), title.clone());
    let description = match &row.name {
        Some(name) => [name.as_str(), " · ", &at].concat(),
        None => at.to_string(),
    };
    let onclick = ask.reform(move |_: MouseEvent| Some(id));
    let href = [Route::NewRequest.href().as_str(), "?bozza=", &id.to_string()].concat();
    html! {
        <ListItem key={id.to_string()} {title} {description} icon={IconName::Document} {href} trailing={html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={what}>{ words.discard }</Button>
        }} />
    }
}
