//! The deadlines as a list, the most pressing first.

use shared::deadlines::{DeadlineRow, Kind, List as Request};
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::Wanted;
use super::item::{item, state_words};
use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::use_pages;
use crate::ui::{Card, EmptyState, IconName, List, Shape, Skeleton};

/// Deadlines asked for at once.
const PAGE: u16 = 50;

/// Props of the three shapes.
#[derive(PartialEq, Properties)]
pub struct ShapeProps {
    /// Only of this company.
    pub company: Option<CompanyId>,
    /// Only of this kind.
    pub kind: Option<Kind>,
}

impl ShapeProps {
    pub(super) fn wanted(&self) -> Wanted {
        Wanted { company: self.company, kind: self.kind }
    }
}

/// The list.
#[component]
pub fn AsList(props: &ShapeProps) -> Html {
    let lang = use_lang();
    let pages = use_pages(&Request { limit: Some(PAGE), ..props.wanted().request() });
    pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={8} /> },
        |_| match pages.rows.is_empty() {
            true => html! { <EmptyState title={texts(lang).none} text={texts(lang).none_text} icon={IconName::CheckCircle} /> },
            false => html! {
                <>
                    { for pages.rows.chunk_by(|one, other| one.state == other.state).map(|rows| group(rows, lang)) }
                    { pages.foot(lang) }
                </>
            },
        },
    )
}

fn group(rows: &[DeadlineRow], lang: Lang) -> Html {
    let Some(first) = rows.first() else { return html! {} };
    let (_, title) = state_words(first.state, lang);
    html! {
        <Card {title}><List>{ for rows.iter().map(|row| item(row, false, lang)) }</List></Card>
    }
}
