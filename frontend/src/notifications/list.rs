//! The screen of what one was told.

use shared::lang::Lang;
use shared::live::TopicKind;
use shared::notifications::{About, Count, Export, List, NotificationRow, Read, Unread};
use yew::prelude::*;

use super::ledger::Ledger;
use super::text::texts;
use crate::durc;
use crate::export;
use crate::focus;
use crate::i18n::use_lang;
use crate::live::use_live;
use crate::query::use_query;
use crate::remote::{Pages, explain, use_action, use_pages, use_remote};
use crate::route::Route;
use crate::session::{Session, use_session, use_viewer};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, EmptyState, IconName, Link, LinkButton, Notice, Segment,
    SegmentedControl, Severity, Shape, Skeleton, Tag, Tone,
};
use crate::words;

/// What the query of the address says for all, read or not.
const ALL: &str = "tutti";

/// The screen.
#[component]
pub fn All() -> Html {
    let (lang, session, viewer) = (use_lang(), use_session(), use_viewer());
    let words = texts(lang);
    let (which, set_which) = use_query("mostra");
    let everything = which.as_deref() == Some(ALL);
    let unread = (!everything).then_some(true);
    let pages = use_pages(&List { unread, lang: Some(lang), ..List::default() });
    use_live(&[(TopicKind::Notifications, None)], pages.first.reload.clone());
    let shown = use_state_eq(|| None::<u64>);
    // What was read has no button for that any more, nor a place among what is unread.
    focus::use_kept(None);
    use_bell(session.clone());
    let reload = pages.first.reload.clone();
    let read = use_action::<Read>(Callback::from(move |unread: Unread| {
        session.told(unread.count);
        reload.emit(());
    }));
    let segments = vec![Segment::new("", words.unread), Segment::new(ALL, words.everything)];
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={4} /> },
        |_| match pages.rows.is_empty() {
            true => empty(everything, lang),
            false => full(&pages, &read.run, &shown, lang),
        },
    );
    let latest = pages.rows.iter().filter(|row| row.unread).map(|row| row.number).max();
    html! {
        <>
            <div class="filters">
                <SegmentedControl legend={words.which} {segments} value={which.unwrap_or_default()}
                    onchange={set_which.reform(|value: AttrValue| Some(value.to_string()))} />
                if let Some(number) = latest {
                    <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} icon={IconName::Check} busy={read.busy}
                        onclick={read.run.reform(move |_: MouseEvent| Read { number, earlier: true })}>{ words.read_all }</Button>
                }
                <LinkButton kind={ButtonKind::Ghost} size={ButtonSize::Medium} icon={IconName::Settings} href={Route::Wishes.href()}>
                    { words.wishes }
                </LinkButton>
                if viewer.demo {
                    <LinkButton kind={ButtonKind::Ghost} size={ButtonSize::Medium} icon={IconName::Message} href={Route::Mailbox.href()}>
                        { words.mailbox }
                    </LinkButton>
                }
                if !pages.rows.is_empty() {
                    { export::menu(lang, |format| Export { unread, event: None, format, lang: Some(lang) }) }
                }
            </div>
            if let Some(error) = &read.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            { list }
            if let Some(number) = *shown {
                <Ledger {number} onclose={{ let shown = shown.setter(); Callback::from(move |()| shown.set(None)) }} />
            }
        </>
    }
}

/// Lets the bell show how many there are now.
#[hook]
fn use_bell(session: Session) {
    let count = use_remote(&Count {});
    use_effect_with(count.value.as_ref().map(|unread| unread.count), move |count| {
        if let Some(count) = *count {
            session.told(count);
        }
    });
}

fn empty(everything: bool, lang: Lang) -> Html {
    let words = texts(lang);
    let (title, text) = match everything {
        true => (words.none, words.none_text),
        false => (words.none_unread, words.none_unread_text),
    };
    html! { <EmptyState {title} {text} icon={IconName::CheckCircle} /> }
}

fn full(
    pages: &Pages<NotificationRow>,
    read: &Callback<Read>,
    shown: &UseStateHandle<Option<u64>>,
    lang: Lang,
) -> Html {
    html! {
        <Card>
            <ul class="changes" role="list">{ for pages.rows.iter().map(|one| row(one, read, shown, lang)) }</ul>
            { pages.foot(lang) }
        </Card>
    }
}

/// One of them: opening it is reading it.
fn row(
    row: &NotificationRow,
    read: &Callback<Read>,
    shown: &UseStateHandle<Option<u64>>,
    lang: Lang,
) -> Html {
    let (words, number) = (texts(lang), row.number);
    let mark = read.reform(move |_: MouseEvent| Read { number, earlier: false });
    let onclick = if row.unread { mark.clone() } else { Callback::noop() };
    let ways = shown.setter();
    let ways = Callback::from(move |_: MouseEvent| ways.set(Some(number)));
    html! {
        <li class="change" key={number.to_string()}>
            <div class="change-head">
                if row.unread {
                    <Tag tone={Tone::Blue} label={words.new} />
                }
                <span class="change-title"><Link href={href(&row.about)} {onclick}>{ &row.title }</Link></span>
                <span class="muted small">{ words::moment(row.at, lang) }</span>
            </div>
            { for row.text.lines().map(|line| html! { <p>{ line }</p> }) }
            <div class="row">
                if row.unread {
                    <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} icon={IconName::Check} onclick={mark} about={row.title.clone()}>{ words.read }</Button>
                }
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} onclick={ways} about={row.title.clone()}>{ words.ways }</Button>
            </div>
        </li>
    }
}

/// The page of what it is about.
fn href(about: &About) -> AttrValue {
    match about {
        About::Request(id) => ["/richieste/", id].concat().into(),
        About::Desk(id) => ["/coda/", id].concat().into(),
        About::Durc(company) => durc::href(*company),
    }
}
