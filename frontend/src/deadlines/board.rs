//! The deadlines as a board: a column for each way they stand.

use shared::deadlines::{Kind, List as Request, State};
use shared::ids::CompanyId;
use yew::prelude::*;

use super::Wanted;
use super::item::{item, state_words};
use super::list::ShapeProps;
use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::use_pages;
use crate::ui::{Badge, Card, List, Shape, Skeleton};

/// Deadlines of a column asked for at once.
const PAGE: u16 = 20;

/// The board.
#[component]
pub fn Board(props: &ShapeProps) -> Html {
    html! {
        <div class="board">
            { for State::ALL.iter().enumerate().map(|(key, state)| html! {
                <Lane {key} state={*state} company={props.company} kind={props.kind} />
            }) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct LaneProps {
    state: State,
    company: Option<CompanyId>,
    kind: Option<Kind>,
}

#[component]
fn Lane(props: &LaneProps) -> Html {
    let lang = use_lang();
    let wanted = Wanted { company: props.company, kind: props.kind };
    let pages =
        use_pages(&Request { state: Some(props.state), limit: Some(PAGE), ..wanted.request() });
    let (_, title) = state_words(props.state, lang);
    let aside = html! { <Badge count={pages.total.unwrap_or_default()} quiet={true} /> };
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} /> },
        |_| match pages.rows.is_empty() {
            true => html! { <p class="muted">{ texts(lang).lane_empty }</p> },
            false => html! {
                <><List>{ for pages.rows.iter().map(|row| item(row, false, lang)) }</List>{ pages.foot(lang) }</>
            },
        },
    );
    html! { <Card {title} {aside}>{ list }</Card> }
}
