//! The screen of an archive: its list, one of its records, or, where there is room, both side by side.

use core::ops::Deref;

use shared::ids::CompanyId;
use shared::sections::{Section, by_slug};
use yew::prelude::*;

use super::list::Records;
use super::record::Detail;
use crate::companies::use_company_name;
use crate::layout::use_heading;
use crate::notices::explains;
use crate::ui::media::{DESK, TABLET, use_media};

/// A description that lives as long as the program: the same number is the same archive.
#[derive(Clone, Copy)]
pub struct Archive(pub &'static Section);

impl Deref for Archive {
    type Target = Section;

    fn deref(&self) -> &Section {
        self.0
    }
}

impl PartialEq for Archive {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

/// Props of [`Screen`].
#[derive(PartialEq, Properties)]
pub struct ScreenProps {
    /// Of which company.
    pub company: CompanyId,
    /// Which archive, by its slug.
    pub section: &'static str,
    /// Which of its records is looked at, by its key.
    #[prop_or_default]
    pub record: Option<&'static str>,
}

/// The screen. The list keeps its place while records are opened beside it.
#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    let Some(section) = by_slug(props.section) else { return html! {} };
    let (company, archive) = (props.company, Archive(section));
    html! { <Panes {company} {archive} record={props.record} key={section.slug} /> }
}

#[derive(PartialEq, Properties)]
struct PanesProps {
    company: CompanyId,
    archive: Archive,
    record: Option<&'static str>,
}

/// At a desk a record stands beside its list, a notice on a tablet too. Elsewhere it takes the list's place; a list that was read is only hidden then, so that
/// the way back finds it as it was.
#[component]
fn Panes(props: &PanesProps) -> Html {
    let (company, archive) = (props.company, props.archive);
    let beside = use_media(if explains(archive.slug) { TABLET } else { DESK });
    let was_read = use_mut_ref(|| false);
    let shown = props.record.is_none() || beside;
    let read_before = was_read.replace_with(|before| *before || shown);
    html! {
        <div class={classes!("panes", (beside && props.record.is_some()).then_some("panes-both"))}>
            if shown || read_before {
                <div class="pane-list" hidden={!shown} key="list">
                    <Records {company} {archive} selected={props.record} />
                </div>
            }
            if let Some(record) = props.record {
                <Detail {company} {archive} {record} key={record} />
            } else {
                <ListHeading {company} key="heading" />
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct HeadingProps {
    company: CompanyId,
}

/// The heading of the list is that of its address; the company stands beside it.
#[component]
fn ListHeading(props: &HeadingProps) -> Html {
    let company_name = use_company_name(props.company);
    use_heading(None, company_name);
    html! {}
}
