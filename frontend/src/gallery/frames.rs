//! The two frames as a page stands in them.

use super::sample::{
    COMPANY, MATRICOLA, MATRICOLA_LABEL, OFFICE, PERSON, TITLE, WORDS, destinations, sections,
};
use super::shows::Shows;
use super::surfaces::Surfaces;
use crate::i18n::use_lang;
use crate::ui::text::texts;
use crate::ui::{
    AppFrame, Avatar, Button, ButtonSize, Footer, FooterLink, Icon, IconName, LanguageMenu, Link,
    LinkButton, List, ListItem, Notice, PageHeader, PlainFrame, SideMenu, SubjectChip, TabBar,
    ThemeSwitch, TopBar,
};
use yew::prelude::*;

fn footer() -> Html {
    let links = ["Privacy", "Note legali", "Dichiarazione di accessibilità", "Richiedi assistenza"];
    let links: Vec<_> = links
        .into_iter()
        .zip(["/a", "/b", "/c", "/d"])
        .map(|(label, href)| FooterLink { href: href.into(), label: label.into() })
        .collect();
    html! { <Footer {links}><LanguageMenu /><ThemeSwitch /></Footer> }
}

/// A page inside the app.
#[component]
pub fn Framed() -> Html {
    let tools =
        html! { <Link href="/_ui" class="icon-btn"><Avatar name={PERSON} spoken={true} /></Link> };
    let top = html! { <TopBar title="Oggi" onsearch={Callback::noop()}>{ tools }</TopBar> };
    let subject = html! {
        <SubjectChip name={COMPANY} code={MATRICOLA} code_label={MATRICOLA_LABEL} place={OFFICE} onclick={Callback::noop()} />
    };
    html! {
        <AppFrame {top} {subject} side={html! { <SideMenu sections={sections()} /> }}
            tabs={html! { <TabBar items={destinations()} /> }} footer={footer()}>
            <PageHeader title="Oggi" />
            <div class="stack"><Shows /><Surfaces /></div>
        </AppFrame>
    }
}

/// A page outside the app.
#[component]
pub fn Plain() -> Html {
    let words = texts(use_lang());
    html! {
        <PlainFrame title={words.welcome_title} lead={words.welcome_lead} footer={footer()}>
            <div class="stack">
                <LinkButton href="/_ui" wide={true} icon={IconName::Shield}>{ "Entra con la tua identità digitale" }</LinkButton>
                <Notice title="Simulatore"><p>{ "Persone e dati sono inventati." }</p></Notice>
                <div class="card">
                    <List label={TITLE}>
                        <ListItem icon={IconName::User} title={PERSON} description={COMPANY} onclick={Callback::noop()}
                            trailing={html! { <Icon name={IconName::ChevronRight} /> }} />
                        <ListItem icon={IconName::Users} title="Carla Lodi" description={WORDS[0]} onclick={Callback::noop()}
                            trailing={html! { <Icon name={IconName::ChevronRight} /> }} />
                    </List>
                </div>
                <Button size={ButtonSize::Small}>{ WORDS[3] }</Button>
            </div>
        </PlainFrame>
    }
}
