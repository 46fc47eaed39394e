//! The notices of all companies somebody works for: how much there is, what they share, the list.

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::notices::{Count, Counted};
use yew::prelude::*;

use super::filters::use_asked;
use super::groups::Groups;
use super::list::Notices;
use super::text::texts;
use crate::i18n::use_lang;
use crate::parameters;
use crate::remote::use_remote;
use crate::session::{company_of, use_viewer};
use crate::ui::{Card, Shape, Skeleton, Stat};
use crate::words;

/// The screen.
#[component]
pub fn All() -> Html {
    let lang = use_lang();
    let company = company_of(&use_viewer());
    let asked = use_asked();
    let counted = use_remote(&Count { company });
    let head = counted.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={3} /> },
        |counted| {
            html! {
                <>
                    { counters(counted, lang) }
                    <Groups counted={Rc::clone(counted)} asked={asked.clone()} {company} />
                </>
            }
        },
    );
    html! {
        <div class="stack">
            <p class="muted">{ texts(lang).lead }</p>
            { head }
            <Notices {company} asked={asked.clone()} />
        </div>
    }
}

fn counters(counted: &Counted, lang: Lang) -> Html {
    let words = texts(lang);
    let [open, companies, soon, to_pay, in_favour, spared] = words.counts;
    let count = |count: u32, label: &'static str| html! { <Stat value={words::count(u64::from(count), lang)} {label} /> };
    let euro = |amount: Euro, label: &'static str| html! { <Stat value={words::euro(amount, lang)} {label} /> };
    let title = (words.counters)(u64::from(counted.open), u64::from(counted.soon));
    html! {
        <Card {title}>
            <div class="counters">
                { count(counted.open, open) }
                { count(counted.companies, companies) }
                { count(counted.soon, soon) }
                { euro(counted.to_pay, to_pay) }
                { euro(counted.in_favour, in_favour) }
                { euro(counted.spared, spared) }
            </div>
            { for counted.parameters.map(|version| parameters::version(version, lang)) }
        </Card>
    }
}

/// Props of what belongs to one company or to all.
#[derive(PartialEq, Properties)]
pub struct BoardProps {
    /// Only of this company.
    pub company: Option<CompanyId>,
    /// What the address narrows it to.
    pub(super) asked: super::filters::Asked,
}
