//! What an office sees of a company beside a conversation: how it stands with the DURC, its evidence, its archives, what else it asked.

use shared::ids::{CompanyId, RequestId};
use shared::requests::{List as Request, RequestRow};
use yew::prelude::*;

use crate::desk::WriteTo;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::requests::names::state;
use crate::requests::text::texts;
use crate::route::Route;
use crate::ui::{Card, IconName, List, ListItem, Shape, Skeleton, Tag};
use crate::{durc, evidence, sections, words};

/// Conversations shown.
const SHOWN: usize = 4;

/// Props of [`Context`].
#[derive(PartialEq, Properties)]
pub struct ContextProps {
    /// The company.
    pub company: CompanyId,
    /// The conversation that it stands beside.
    pub request: RequestId,
}

/// The cards.
#[component]
pub(super) fn Context(props: &ContextProps) -> Html {
    let company = props.company;
    html! {
        <>
            <durc::OnCompany {company} />
            <evidence::EvidenceCard {company} />
            <sections::Beside {company} />
            <Others {company} request={props.request} />
        </>
    }
}

/// The company's other conversations, the one in which something happened last first.
#[component]
fn Others(props: &ContextProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let limit = u16::try_from(SHOWN + 1).ok();
    let remote = use_remote(&Request { company: Some(props.company), limit, ..Request::default() });
    let item = |row: &RequestRow| {
        let (tone, label) = state(row.state, lang);
        let href = Route::Queued { request: row.id }.href();
        let trailing = html! { <Tag {tone} {label} /> };
        html! {
            <ListItem key={row.id.to_string()} title={row.subject.clone()} description={words::moment(row.updated, lang)}
                icon={IconName::Message} {trailing} {href} />
        }
    };
    let content = remote.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={3} /> },
        |page| {
            let mut others =
                page.items.iter().filter(|row| row.id != props.request).take(SHOWN).peekable();
            let others = match others.peek() {
                None => html! { <p class="muted">{ words.others_none }</p> },
                Some(_) => html! { <List>{ for others.map(item) }</List> },
            };
            // Where it may be read, it may be written to.
            html! { <>{ others }<WriteTo company={props.company} /></> }
        },
    );
    html! { <Card title={words.others}>{ content }</Card> }
}
