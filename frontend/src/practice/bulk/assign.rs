//! Giving clients to a collaborator, or taking them back.

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::practice::{Assign, Changed, Clients, Colleague};
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::practice::text::texts;
use crate::remote::{explain, use_action};
use crate::ui::{
    Button, ButtonKind, ButtonSize, EmptyState, IconName, List, ListItem, Notice, Severity, Sheet,
};

/// Props of the sheets that change the clients selected.
#[derive(PartialEq, Properties)]
pub struct ChangeProps {
    /// The clients.
    pub clients: Rc<Clients>,
    /// Those selected.
    pub companies: Rc<Vec<CompanyId>>,
    /// So many were changed; none where only a tag itself was.
    pub ondone: Callback<Option<u32>>,
    /// It is to be closed.
    pub onclose: Callback<()>,
}

/// The sheet.
#[component]
pub fn Assigning(props: &ChangeProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let assign =
        use_action::<Assign>(props.ondone.reform(|changed: Changed| Some(changed.changed)));
    let act = |one: &Colleague, on: bool| {
        let (person, companies) = (one.id, props.companies.clone());
        let onclick = assign.run.reform(move |_: MouseEvent| Assign {
            person,
            companies: companies.to_vec(),
            on,
        });
        let (label, kind) = match on {
            true => (words.on_staff, ButtonKind::Tertiary),
            false => (words.off_staff, ButtonKind::Ghost),
        };
        let whole = if on { (words.give)(&one.name) } else { (words.take)(&one.name) };
        html! {
            <Button {kind} size={ButtonSize::Small} busy={assign.busy} {onclick}>
                <span aria-hidden="true">{ label }</span><span class="sr-only">{ whole }</span>
            </Button>
        }
    };
    let item = |one: &Colleague| {
        let trailing = html! { <span class="row">{ act(one, true) }{ act(one, false) }</span> };
        html! { <ListItem key={one.id.to_string()} title={one.name.clone()} icon={IconName::User} {trailing} /> }
    };
    html! {
        <Sheet open={true} title={(words.assign_title)(props.companies.len() as u64)} onclose={props.onclose.clone()}>
            <div class="stack">
                <p class="muted">{ words.assign_text }</p>
                if let Some(error) = &assign.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
                if props.clients.staff.is_empty() {
                    <EmptyState title={words.assign_none} icon={IconName::Users} />
                }
                <List>{ for props.clients.staff.iter().map(item) }</List>
            </div>
        </Sheet>
    }
}
