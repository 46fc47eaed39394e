//! The company's other requests at this office: linked or not, and where a duplicate can go on.

use shared::desk::{Link as Tie, RelatedRows};
use shared::ids::RequestId;
use shared::lang::Lang;
use shared::live::TopicKind;
use shared::requests::RequestRow;
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::live::use_live;
use crate::remote::{Remote, explain, use_action, use_remote};
use crate::requests::{choice, state};
use crate::route::Route;
use crate::ui::{
    Accordion, Button, ButtonKind, ButtonSize, Choice, List, ListItem, Notice, Severity, Shape,
    Skeleton, Tag, Tone,
};

/// Requests that are shown and not linked.
const SHOWN: usize = 8;

/// Props of [`Related`].
#[derive(PartialEq, Properties)]
pub struct RelatedProps {
    /// Beside which request.
    pub request: RequestId,
}

#[hook]
fn use_related(request: RequestId) -> Remote<RelatedRows> {
    let remote = use_remote(&shared::desk::Related { request });
    use_live(&[(TopicKind::Request, Some(request.to_string()))], remote.reload.clone());
    remote
}

/// The open ones, to choose the one in which a duplicate goes on.
#[hook]
pub fn use_targets(request: RequestId) -> Vec<Choice> {
    let rows = use_related(request).value;
    let all = rows.iter().flat_map(|rows| rows.linked.iter().chain(&rows.others));
    let open = all.filter(|row| row.state.is_open());
    open.map(|row| choice(row.id.to_string(), named(row))).collect()
}

fn named(row: &RequestRow) -> String {
    [&row.protocol.to_string(), " · ", row.subject.as_str()].concat()
}

/// They, folded up; those that are linked first.
#[component]
pub fn Related(props: &RelatedProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let remote = use_related(props.request);
    let tie = use_action::<Tie>(remote.reload.clone());
    let waiting = || html! { <Skeleton shape={Shape::Lines} count={1} /> };
    remote.draw(lang, waiting, |rows| {
        let press = |other: RequestId, linked: bool| {
            let request = props.request;
            tie.run.reform(move |_: MouseEvent| Tie { request, other, linked })
        };
        let linked = rows.linked.iter().map(|row| item(row, true, press(row.id, false), lang));
        let others = rows.others.iter().take(SHOWN);
        let others = others.map(|row| item(row, false, press(row.id, true), lang));
        let is_none = rows.linked.is_empty() && rows.others.is_empty();
        let count = rows.linked.len() as u64;
        let aside = match count {
            0 => html! {},
            _ => html! { <Tag tone={Tone::Blue} label={(words.linked_count)(count)} /> },
        };
        html! {
            <Accordion title={words.related} {aside} open={count > 0}>
                if is_none {
                    <p class="muted">{ words.no_related }</p>
                } else {
                    <List>{ for linked.chain(others) }</List>
                }
                if let Some(error) = &tie.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
            </Accordion>
        }
    })
}

fn item(row: &RequestRow, linked: bool, onclick: Callback<MouseEvent>, lang: Lang) -> Html {
    let words = texts(lang);
    let (_, standing) = state(row.state, lang);
    let description = [&row.protocol.to_string(), " · ", standing].concat();
    let href = Route::Queued { request: row.id }.href();
    let label = if linked { words.part } else { words.link };
    html! {
        <ListItem key={row.id.to_string()} title={row.subject.clone()} {description} {href} trailing={html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={row.subject.clone()}>{ label }</Button>
        }} />
    }
}
