//! What has no place in the bar of a phone.

use yew::prelude::*;

use super::sign_out::SignOutButton;
use super::text::texts;
use crate::i18n::use_lang;
use crate::route::Route;
use crate::ui::{Card, IconName, LanguageMenu, List, ListItem};

/// The menu.
#[component]
pub fn More() -> Html {
    let words = texts(use_lang());
    html! {
        <>
            <Card>
                <List>
                    <ListItem title={words.profile} description={words.profile_text} icon={IconName::User}
                        href={Route::Profile.href()} />
                </List>
            </Card>
            <Card title={words.about}>
                <List>
                    <ListItem title={words.accessibility} icon={IconName::Eye} href={Route::Accessibility.href()} />
                    <ListItem title={words.legal} icon={IconName::Document} href={Route::Legal.href()} />
                    <ListItem title={words.privacy} icon={IconName::Shield} href={Route::Privacy.href()} />
                </List>
            </Card>
            <Card><div class="stack"><LanguageMenu /><SignOutButton /></div></Card>
        </>
    }
}
