//! Links to verify the document: made, listed, revoked.

mod qr;
mod share;

use std::rc::Rc;

use shared::durc::{LinkRow, Regularity, Revoke, Stage};
use shared::ids::{CompanyId, LinkId};
use shared::lang::Lang;
use yew::prelude::*;

use self::share::Share;
use super::text::texts;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Dialog, IconName, LinkButton, List, ListItem, Notice,
    Severity, Tag, Tone,
};
use crate::words::{day, moment};

/// Props of [`Links`].
#[derive(PartialEq, Properties)]
pub struct LinksProps {
    /// Of which company.
    pub company: CompanyId,
    /// What is known of it.
    pub known: Rc<Regularity>,
    /// Whether the person may make and revoke links.
    pub may: bool,
    /// Something was done.
    pub ondone: Callback<()>,
}

/// The card.
#[component]
pub fn Links(props: &LinksProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let texts = texts(lang);
    let sharing = use_state_eq(|| false);
    let asked = use_state_eq(|| None::<LinkId>);
    let done = {
        let (asked, ondone) = (asked.setter(), props.ondone.clone());
        Callback::from(move |_: LinkRow| {
            asked.set(None);
            announce(texts.revoked);
            ondone.emit(());
        })
    };
    let revoke = use_action::<Revoke>(done);
    let run = {
        let (run, link) = (revoke.run.clone(), *asked);
        Callback::from(move |_: MouseEvent| {
            if let Some(link) = link {
                run.emit(Revoke { company, link });
            }
        })
    };
    let held =
        props.known.document.clone().filter(|held| held.stage != Stage::Expired && props.may);
    let (open, shut, keep) = (sharing.setter(), sharing.setter(), asked.setter());
    let ask = props.may.then(|| {
        let asked = asked.setter();
        Callback::from(move |link: LinkId| asked.set(Some(link)))
    });
    html! {
        <Card title={texts.links} subtitle={texts.links_text}>
            <div class="stack">
                if props.known.links.is_empty() {
                    <p class="muted">{ texts.links_none }</p>
                } else {
                    <List>{ for props.known.links.iter().map(|link| item(link, ask.as_ref(), lang)) }</List>
                }
                { for props.known.sample.as_deref().map(|secret| sample(secret, lang)) }
                if let Some(held) = held {
                    <div class="row">
                        <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} icon={IconName::External}
                            onclick={Callback::from(move |_| open.set(true))}>{ texts.share }</Button>
                    </div>
                    <Share {company} {held} open={*sharing} onclose={Callback::from(move |()| shut.set(false))} ondone={props.ondone.clone()} />
                }
            </div>
            <Dialog open={asked.is_some()} title={texts.revoke_title} onclose={Callback::from(move |()| keep.set(None))}
                actions={html! { <Button kind={ButtonKind::Danger} busy={revoke.busy} onclick={run}>{ texts.revoke }</Button> }}>
                <p>{ texts.revoke_text }</p>
                if let Some(error) = &revoke.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
            </Dialog>
        </Card>
    }
}

/// The link that the demo made in advance.
fn sample(secret: &str, lang: Lang) -> Html {
    let texts = texts(lang);
    html! {
        <Notice severity={Severity::Info} title={texts.sample}>
            <p>{ texts.sample_text }</p>
            <LinkButton href={Route::verify_href(secret)}>{ texts.sample_open }</LinkButton>
        </Notice>
    }
}

fn item(link: &LinkRow, ask: Option<&Callback<LinkId>>, lang: Lang) -> Html {
    let texts = texts(lang);
    let (tone, label) = match (link.open, link.revoked) {
        (true, _) => (Tone::Green, texts.link_open),
        (false, Some(_)) => (Tone::Red, texts.link_revoked),
        (false, None) => (Tone::Grey, texts.link_over),
    };
    let description = (texts.link_until)(&moment(link.made, lang), &day(link.until, lang));
    let id = link.id;
    let revoke = ask.filter(|_| link.open).map(|ask| {
        let onclick = ask.reform(move |_: MouseEvent| id);
        html! { <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} icon={IconName::Trash} {onclick}>{ texts.revoke }</Button> }
    });
    let trailing = html! { <><Tag {tone} {label} />{ revoke.unwrap_or_default() }</> };
    html! { <ListItem key={id.to_string()} title={link.protocol.clone()} {description} icon={IconName::Key} {tone} {trailing} /> }
}
