//! How much there is: the counters, the line that says it, and the picture by kind and age.

use std::rc::Rc;

use shared::evidence::{Count, Counted};
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::item::kind_words;
use super::text::texts;
use crate::i18n::use_lang;
use crate::parameters;
use crate::remote::use_remote;
use crate::ui::{Accordion, Card, Shape, Skeleton, StackedRow, StackedRows, Stat};
use crate::words;

/// Props of [`Counters`].
#[derive(PartialEq, Properties)]
pub struct CountersProps {
    /// Only of this company.
    pub company: Option<CompanyId>,
}

/// The counters.
#[component]
pub fn Counters(props: &CountersProps) -> Html {
    let lang = use_lang();
    let counted = use_remote(&Count { company: props.company });
    counted.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={2} /> },
        |counted| full(counted, lang),
    )
}

fn full(counted: &Counted, lang: Lang) -> Html {
    let words = texts(lang);
    let stat = |count: u32, label: &'static str| html! { <Stat value={words::count(u64::from(count), lang)} {label} /> };
    let title = (words.counters)(u64::from(counted.open), u64::from(counted.soon));
    let subtitle = counted.checked.map(|day| (words.checked)(&words::day(day, lang)));
    html! {
        <Card {title} {subtitle}>
            <div class="stack">
                <div class="counters">
                    { stat(counted.new, words.new) }
                    { stat(counted.open, words.open) }
                    { stat(counted.soon, words.soon) }
                    { stat(counted.durc, words.blocks) }
                </div>
                if counted.open > 0 {
                    <Accordion title={words.chart}>{ picture(counted, lang) }</Accordion>
                }
                { for counted.parameters.map(|version| parameters::version(version, lang)) }
            </div>
        </Card>
    }
}

fn picture(counted: &Counted, lang: Lang) -> Html {
    let words = texts(lang);
    let rows = counted.kinds.iter();
    let rows: Vec<StackedRow> = rows
        .map(|kind| StackedRow { label: kind_words(kind.kind, lang), counts: kind.ages })
        .collect();
    let summary = (words.chart_summary)(u64::from(counted.open));
    html! {
        <StackedRows title={words.chart} {summary} head={words.chart_kind} parts={words.ages.map(AttrValue::Static)}
            rows={Rc::new(rows)} />
    }
}
