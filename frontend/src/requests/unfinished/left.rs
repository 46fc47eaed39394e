//! What somebody wrote in conversations that they may no longer read: theirs to read, to copy and to throw away.

use shared::ids::RequestId;
use shared::lang::Lang;
use shared::requests::words::{LAW, NEXT};
use shared::requests::{Keep, Left as Asked, LeftRow, Unsent};
use yew::prelude::*;

use crate::attachments::documents;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_remote};
use crate::requests::text::{Texts, texts};
use crate::ui::{Button, ButtonKind, ButtonSize, Card, Confirm, CopyButton, Notice, Severity};

/// Props of [`Left`].
#[derive(PartialEq, Properties)]
pub struct LeftProps {
    /// Only in this one.
    #[prop_or_default]
    pub request: Option<RequestId>,
}

/// The words; nothing where there are none.
#[component]
pub fn Left(props: &LeftProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let left = use_remote(&Asked {});
    let keep = use_action::<Keep>(left.reload.clone());
    let asked = use_state_eq(|| None::<LeftRow>);
    let ask = {
        let asked = asked.setter();
        Callback::from(move |row: Option<LeftRow>| asked.set(row))
    };
    let yes = {
        let (row, run, ask) = ((*asked).clone(), keep.run.clone(), ask.clone());
        Callback::from(move |()| {
            row.iter().for_each(|row| run.emit(gone(row)));
            ask.emit(None);
        })
    };
    let rows = left.value.as_ref().map(|page| page.items.as_slice()).unwrap_or_default();
    let rows = rows.iter().filter(|row| props.request.is_none_or(|one| one == row.request));
    let rows: Vec<Html> = rows.map(|row| item(row, &ask, lang)).collect();
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <Card title={words.left} subtitle={words.left_text}>
            if let Some(error) = &keep.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            <ul class="list" role="list">{ for rows }</ul>
            <Confirm open={asked.is_some()} title={words.new_text.discard_title} yes={words.new_text.discard}
                no={words.new_text.keep} onyes={yes} onno={ask.reform(|()| None)}>
                <p>{ words.new_text.discard_text }</p>
            </Confirm>
        </Card>
    }
}

/// Keeps nothing in its place.
fn gone(row: &LeftRow) -> Keep {
    Keep { request: row.request, after: 0, unsent: Unsent::nothing(row.unsent.kind) }
}

/// The words of one conversation, for which act they were, and the ways to copy them and to throw them away.
fn item(row: &LeftRow, ask: &Callback<Option<LeftRow>>, lang: Lang) -> Html {
    let (words, unsent) = (texts(lang), &row.unsent);
    let kind = Texts::of(&words.acts, unsent.kind);
    let more = [(LAW, &unsent.law), (NEXT, &unsent.next)];
    let more = more.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let own = [&unsent.text, &unsent.note, &unsent.comment].into_iter().cloned();
    let own = own.filter(|text| !text.trim().is_empty());
    let parts: Vec<String> =
        own.chain(more.map(|(name, text)| [name.of(lang), ": ", text].concat())).collect();
    let text = parts.join("\n\n");
    let onclick = {
        let row = row.clone();
        ask.reform(move |_: MouseEvent| Some(row.clone()))
    };
    html! {
        <li key={row.request.to_string()} class="stack">
            <p class="strong">{ kind }</p>
            <p class="prose">{ text.clone() }</p>
            { documents(&row.attachments, false, lang) }
            <div class="row">
                <CopyButton {text} label={words.copy} done={words.copied} />
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={kind}>{ words.new_text.discard }</Button>
            </div>
        </li>
    }
}
