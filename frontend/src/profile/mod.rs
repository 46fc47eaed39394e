//! The person: who they are here, their devices, how the screens look, the way out; and the menu of a phone.

mod devices;
mod look;
mod more;
mod sign_out;
mod text;

pub use more::More;

use shared::lang::Lang;
use shared::session::{Viewer, WorkIdentity};
use yew::prelude::*;

use crate::desk;
use crate::i18n::use_lang;
use crate::install::InstallHint;
use crate::notifications;
use crate::route::Route;
use crate::search::Keys;
use crate::session::use_viewer;
use crate::ui::{Card, IconName, KeyValue, KeyValues, List, ListItem};
use crate::words;
use devices::DeviceList;
use look::Look;
use sign_out::SignOutButton;
use text::texts;

/// The screen.
#[component]
pub fn Profile() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    html! {
        <div class="columns">
            <div class="stack">
                <Card title={words.person}>
                    <div class="stack">
                        <KeyValues items={person(&viewer, lang)} />
                        <SignOutButton />
                        <p class="muted small">{ words.sign_out_text }</p>
                    </div>
                </Card>
                <Card>
                    <List>
                        <ListItem title={notifications::title(Route::Wishes, lang)} description={notifications::about_wishes(lang)}
                            icon={IconName::Bell} href={Route::Wishes.href()} />
                        if viewer.role.is_staff() {
                            <ListItem title={words.hours} description={words.hours_text} icon={IconName::User} href={desk::hours_href()} />
                        }
                    </List>
                </Card>
                <DeviceList />
            </div>
            <div class="stack">
                <Look />
                <Card title={words.keys}><Keys /></Card>
                <InstallHint title={words.install} text={words.install_text} by_hand={words.install_ios} />
            </div>
        </div>
    }
}

fn person(viewer: &Viewer, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let place = match &viewer.working_for {
        WorkIdentity::Company { name, .. }
        | WorkIdentity::Practice { name, .. }
        | WorkIdentity::Office { name, .. } => {
            Some(KeyValue::text(words.working_for, name.clone()))
        }
        WorkIdentity::System => None,
    };
    let mut lines = vec![
        KeyValue::text(words.name, viewer.name.clone()),
        KeyValue::text(words.role, words::role(viewer.role, lang)),
    ];
    lines.extend(place);
    lines.push(KeyValue::text(words.session_ends, words::moment(viewer.ends, lang)));
    lines
}
