//! Several notices at once: their F24 rows, one request to the office for all of them, and what is done about their evidence.

use std::rc::Rc;

use shared::evidence::{Named, notice_key};
use shared::lang::Lang;
use shared::money::Euro;
use shared::notices::NoticeRow;
use yew::prelude::*;

use super::cause_words;
use super::text::texts;
use crate::events;
use crate::evidence::{Actions, Offer, Target, f24_text};
use crate::i18n::use_lang;
use crate::remote::use_cache;
use crate::ui::{Card, CopyButton, Stat};
use crate::words;

/// Props of [`Pack`].
#[derive(PartialEq, Properties)]
pub struct PackProps {
    /// The notices chosen.
    pub rows: Rc<Vec<NoticeRow>>,
}

/// The card.
#[component]
pub fn Pack(props: &PackProps) -> Html {
    let lang = use_lang();
    let (words, cache) = (texts(lang), use_cache());
    let today = events::now().day_in_rome();
    let rows = &props.rows;
    let chosen = (words.chosen)(rows.len() as u64);
    if rows.is_empty() {
        return html! { <p role="status">{ chosen }</p> };
    }
    let pay: Vec<_> = rows.iter().filter_map(|row| row.f24(today)).collect();
    let sum: Euro = pay.iter().map(|row| row.debit - row.credit).sum();
    let lines: Vec<String> = pay.iter().map(|row| f24_text(row, lang)).collect();
    let named: Vec<Named> = rows
        .iter()
        .filter_map(|row| Some(Named { company: row.company, key: notice_key(row)? }))
        .collect();
    let ondone = Callback::from(move |()| cache.clear());
    html! {
        <Card title={words.next_steps}>
            <div class="stack">
                <p role="status" class="strong">{ chosen }</p>
                <Stat value={words::euro(sum, lang)} label={words.row} />
                <div class="row">
                    if !lines.is_empty() {
                        <CopyButton text={lines.join("\n")} label={words.copy_rows} done={words.copied} />
                    }
                    <CopyButton text={letter(rows, lang)} label={words.copy_letter} done={words.copied} />
                </div>
                if !named.is_empty() {
                    <h3>{ words.evidence }</h3>
                    <Actions target={Target::Named(Rc::new(named))} offer={Offer::Many} {ondone} />
                }
            </div>
        </Card>
    }
}

/// One request for all of them.
fn letter(rows: &[NoticeRow], lang: Lang) -> String {
    let line = |row: &NoticeRow| {
        let parts = [
            row.name.as_str(),
            &words::matricola(row.matricola.as_str()),
            &row.number,
            &words::month(row.month, lang),
            cause_words(row.cause, lang),
            &words::euro(row.total, lang),
        ];
        ["- ", &parts.join(" · "), "\n"].concat()
    };
    let lines: String = rows.iter().map(line).collect();
    (texts(lang).letter)(&lines)
}
