//! What has no place in the bar of a phone.

use yew::prelude::*;

use super::sign_out::SignOutButton;
use super::text::texts;
use crate::i18n::use_lang;
use crate::keyboard::has_page;
use crate::layout::{hands_in, title};
use crate::notices;
use crate::notifications;
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::{Badge, Card, IconName, LanguageMenu, List, ListItem};

/// The menu.
#[component]
pub fn More() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    html! {
        <>
            <Card>
                <List>
                    <ListItem title={notifications::title(Route::Notifications, lang)} icon={IconName::Bell} href={Route::Notifications.href()}
                        trailing={html! { <Badge count={u64::from(viewer.unread)} /> }} />
                    if has_page(viewer.role, Route::Changes) {
                        <ListItem title={words.changes} icon={IconName::Flag} href={Route::Changes.href()} />
                    }
                    if has_page(viewer.role, Route::Requests) {
                        <ListItem title={title(Route::Evidence, None, lang)} icon={IconName::AlertCircle} href={Route::Evidence.href()} />
                    }
                    if has_page(viewer.role, Route::Evidence) {
                        <ListItem title={notices::title(lang)} icon={IconName::Document} href={Route::Notices.href()} />
                    }
                    <ListItem title={words.tools} description={words.tools_text} icon={IconName::Settings} href={Route::Tools.href()} />
                    if hands_in(&viewer) {
                        <ListItem title={words.intake} icon={IconName::Upload} href={Route::Intake.href()} />
                    }
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
