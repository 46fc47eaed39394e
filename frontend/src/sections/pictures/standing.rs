//! How an archive stands, in one line.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{Index, SectionCount};
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::sections::archive::Archive;
use crate::sections::text::texts as section_texts;
use crate::ui::{Skeleton, Tag, Tone};
use crate::words;

/// Props of [`Standing`].
#[derive(PartialEq, Properties)]
pub struct StandingProps {
    /// Of which company.
    pub company: CompanyId,
    /// Which archive.
    pub archive: Archive,
}

/// Whether something in the archive wants attention, and when it last changed; nothing where it is empty.
#[component]
pub fn Standing(props: &StandingProps) -> Html {
    let lang = use_lang();
    let index = use_remote(&Index { company: props.company, titles: None });
    let waiting = || html! { <Skeleton count={1} /> };
    index.draw(lang, waiting, |entries| {
        let of = |slug: &str| slug == props.archive.slug;
        let entry = entries.sections.iter().find(|entry| of(&entry.section) && entry.count > 0);
        entry.map(|entry| line(entry, lang)).unwrap_or_default()
    })
}

fn line(entry: &SectionCount, lang: Lang) -> Html {
    let words = section_texts(lang);
    let (tone, label) = match entry.attention {
        0 => (Tone::Green, AttrValue::Static(texts(lang).in_order)),
        count => (Tone::Orange, (words.attention)(u64::from(count)).into()),
    };
    let changed = entry.changed.map(|at| (words.changed)(&words::day(at.day_in_rome(), lang)));
    html! {
        <p class="row"><Tag {tone} {label} /><span class="muted small">{ changed }</span></p>
    }
}
