//! One record: everything it says, what another source says instead, where it leads, where it comes from and what became of it.

mod edit;
mod facts;
mod history;
mod links;
mod problem;
mod reason;
mod removal;

pub use facts::differences;
pub use problem::problem;

use std::rc::Rc;

use shared::auth::Verb;
use shared::endpoint::url;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::requests::About;
use shared::requests::topics::of_section;
use shared::sections::{Document, Linked, Record, Show, Target};
use yew::prelude::*;

use self::edit::Edit;
use self::removal::Removal;
use super::archive::Archive;
use super::cells::title;
use super::text::texts;
use crate::companies::use_company_name;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::notices::{Explained, explains};
use crate::remote::{use_cache, use_remote};
use crate::requests::Ask;
use crate::session::{can, use_viewer};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Notice, Severity, Shape, Skeleton, Toast, use_toasts,
};

/// The archive of a company's positions.
const POSITIONS: &str = "posizioni";

/// Props of [`Detail`].
#[derive(PartialEq, Properties)]
pub struct DetailProps {
    /// Of which company.
    pub company: CompanyId,
    /// Of which archive.
    pub archive: Archive,
    /// Which record, by its key.
    pub record: &'static str,
}

/// What is being done to the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// It is looked at.
    Read,
    /// It is being corrected.
    Correct,
    /// It is about to be removed.
    Remove,
}

/// The record.
#[component]
pub fn Detail(props: &DetailProps) -> Html {
    let (lang, company, archive) = (use_lang(), props.company, props.archive);
    let (cache, toasts) = (use_cache(), use_toasts());
    let act = use_state_eq(|| Act::Read);
    let remote = use_remote(&Show {
        company,
        section: archive.slug.to_owned(),
        key: props.record.to_owned(),
    });
    let name = remote.value.as_ref().map(|record| title(archive, &record.row, lang));
    let company_name = use_company_name(company);
    use_heading(name, company_name);
    let go = {
        let act = act.setter();
        Callback::from(move |to: Act| act.set(to))
    };
    // Lists and counts elsewhere say something else now.
    let done = |said: &'static str| {
        let (go, reload) = (go.clone(), remote.reload.clone());
        let (cache, toasts) = (cache.clone(), toasts.clone());
        Callback::from(move |()| {
            cache.clear();
            go.emit(Act::Read);
            reload.emit(());
            if let Some(toasts) = &toasts {
                toasts.show(Toast::new(Severity::Success, said));
            }
        })
    };
    let words = texts(lang);
    let body = remote.draw(
        lang,
        || html! { <><Skeleton shape={Shape::Card} count={6} /><Skeleton shape={Shape::Card} count={4} /></> },
        |record| match *act {
            Act::Correct => html! {
                <Edit {company} {archive} record={record.clone()} reload={remote.reload.clone()}
                    oncancel={go.reform(|()| Act::Read)} ondone={done(words.corrected)} />
            },
            act => html! {
                <>
                    { full(record, archive, company, lang) }
                    <Offer {archive} stored={record.version > 0 && !record.removed} go={go.clone()} />
                    <Removal {company} {archive} record={record.clone()} open={act == Act::Remove}
                        onclose={go.reform(|()| Act::Read)} ondone={done(words.removed_now)} />
                </>
            },
        },
    );
    html! { <div class="pane-record stack">{ body }</div> }
}

fn full(record: &Rc<Record>, archive: Archive, company: CompanyId, lang: Lang) -> Html {
    html! {
        <>
            if record.removed {
                <Notice severity={Severity::Warning} title={texts(lang).is_removed} />
            }
            { differences(record, archive, company, lang) }
            { facts::facts(record, archive, lang) }
            if explains(archive.slug) && !record.removed {
                <Explained {company} record={record.clone()} />
            }
            { links::links(record, archive, company, lang) }
            { document(record, archive, company, lang) }
            if !explains(archive.slug) || record.removed {
                { ask(record, archive, company, lang) }
            }
            { history::history(record, archive, lang) }
            { history::provenance(record, archive, lang) }
        </>
    }
}

/// What it says as a document to keep.
fn document(record: &Record, archive: Archive, company: CompanyId, lang: Lang) -> Html {
    let (section, key) = (archive.slug.to_owned(), record.row.key.clone());
    // No request of ours cannot be written as an address.
    let href = url(&Document { company, section, key, lang: Some(lang) }).unwrap_or_default();
    html! { <p><a class="link" {href} download="">{ texts(lang).document }</a></p> }
}

/// The way to ask the office about it: by its position, and under its name.
fn ask(record: &Record, archive: Archive, company: CompanyId, lang: Lang) -> Html {
    let about = About::Record { section: archive.slug.to_owned(), key: record.row.key.clone() };
    let position = position(record, archive).map(AttrValue::from);
    let (kind, name) = (archive.words.title.of(lang), title(archive, &record.row, lang));
    let subject: AttrValue = [kind, ": ", &name].concat().into();
    html! { <p><Ask {company} topic={of_section(archive.slug)} {about} {position} {subject} /></p> }
}

/// The company's own position that a record is about. A matricola that leads to none may be another company's: whose office answers
/// for it nobody knows here.
fn position(record: &Record, archive: Archive) -> Option<String> {
    let (place, field) = archive.field("matricola")?;
    let leads_to_own = |link: &Linked| {
        link.field == field.name
            && matches!(&link.target, Target::Record { section, .. } if section == POSITIONS)
    };
    let is_own = archive.slug == POSITIONS || record.links.iter().any(leads_to_own);
    record.row.cells.get(place)?.clone().filter(|_| is_own)
}

#[derive(PartialEq, Properties)]
struct OfferProps {
    archive: Archive,
    /// Whether it is kept here, not computed nor removed.
    stored: bool,
    go: Callback<Act>,
}

/// What the competent office may do to a record that is kept here.
#[component]
fn Offer(props: &OfferProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let may = can(&viewer, props.archive.resource, Verb::Correct);
    if !may || !props.stored {
        return html! {};
    }
    html! {
        <div class="row">
            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} onclick={props.go.reform(|_: MouseEvent| Act::Correct)}>{ words.correct }</Button>
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={props.go.reform(|_: MouseEvent| Act::Remove)}>{ words.remove }</Button>
        </div>
    }
}
