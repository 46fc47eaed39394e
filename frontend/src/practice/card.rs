//! A client on a phone: the name, how it stands, at most three things to know.

use shared::lang::Lang;
use shared::practice::Column;
use yew::prelude::*;

use super::columns::Sheet;
use super::text::texts;
use crate::durc;
use crate::ui::{IconName, Tag, Tone};
use crate::words;

/// Things said about a client at most.
const MOST: usize = 3;

/// The inside of a card.
pub fn card(sheet: &Sheet, row: usize) -> Html {
    let clients = &*sheet.desk.clients;
    let lang = sheet.lang;
    let matricola = clients.matricola.get(row).cloned().flatten();
    let code = matricola.map_or_else(
        || clients.tax_code.get(row).cloned().unwrap_or_default(),
        |matricola| matricola.spaced(),
    );
    // The light is the DURC's; of who never was checked, the state of what was declared last, or of the position.
    let light = durc_light(sheet, row)
        .or_else(|| sheet.content(row, Column::Dm))
        .or_else(|| sheet.content(row, Column::State));
    html! {
        <span class="client">
            <span class="client-name">{ sheet.content(row, Column::Name) }</span>
            <span class="client-code mono">{ code }</span>
            <span class="client-facts">
                { light }
                { for facts(sheet, row, lang).into_iter().take(MOST) }
            </span>
        </span>
    }
}

/// The light of a DURC that was checked. Beside a name alone, it says what it is the light of.
fn durc_light(sheet: &Sheet, row: usize) -> Option<Html> {
    let (tone, word) = durc::light((*sheet.desk.clients.durc.get(row)?)?, sheet.lang);
    let label = [texts(sheet.lang).column(Column::Durc), ": ", word].concat();
    Some(html! { <Tag {tone} {label} /> })
}

/// What wants a look, the most pressing first.
fn facts(sheet: &Sheet, row: usize, lang: Lang) -> Vec<Html> {
    let (clients, words) = (&*sheet.desk.clients, texts(lang));
    let missing = clients.missing.get(row).filter(|amount| !amount.is_zero()).map(|amount| {
        (
            Tone::Red,
            IconName::Receipt,
            [words.column(Column::Missing), " ", &words::whole_euro(*amount, lang)].concat(),
        )
    });
    let some = |column: Column| clients.counts(column).get(row).copied().filter(|count| *count > 0);
    let counted = |column: Column| {
        let count = some(column)?.to_string();
        Some([words.column(column), " ", &count].concat())
    };
    let evidence = some(Column::EvidenceDurc)
        .and_then(|_| counted(Column::Evidence))
        .map(|label| (Tone::Red, IconName::AlertCircle, label));
    let unread = counted(Column::Unread).map(|label| (Tone::Blue, IconName::Message, label));
    let changes = some(Column::Changes)
        .map(|count| (Tone::Blue, IconName::Flag, (words.changed_count)(count)));
    let deadline = clients.deadline.get(row).copied().flatten().map(|day| {
        let late = day < sheet.desk.today;
        let tone = if late { Tone::Red } else { Tone::Grey };
        (tone, IconName::Clock, words::day(day, lang).to_string())
    });
    [missing, evidence, unread, changes, deadline]
        .into_iter()
        .flatten()
        .map(|(tone, icon, label)| html! { <Tag {tone} {icon} {label} /> })
        .collect()
}
