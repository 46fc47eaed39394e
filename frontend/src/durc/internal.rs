//! The internal DURC: the light of each month, as a strip and as a table.

use std::rc::Rc;

use shared::calendar::Month;
use shared::durc::{InternalDurc, Regularity, internal};
use shared::lang::Lang;
use shared::parameters::Set;
use yew::prelude::*;

use super::simulate::use_set;
use super::text::texts;
use crate::i18n::use_lang;
use crate::ui::{Card, IconName, MonthStrip, StripMonth, Tone};
use crate::words::{day, month, month_long};

/// Months shown.
const MONTHS: i32 = 14;

/// Props of [`Internal`].
#[derive(PartialEq, Properties)]
pub struct InternalProps {
    /// What is known of the company.
    pub known: Rc<Regularity>,
}

/// The card.
#[component]
pub fn Internal(props: &InternalProps) -> Html {
    let lang = use_lang();
    let texts = texts(lang);
    let set = use_set();
    let months = months(&props.known, set.as_deref(), lang);
    let red = months.iter().filter(|month| month.tone == Tone::Red).count();
    let summary = (texts.internal_sum)(red, months.len());
    html! {
        <Card title={texts.internal} subtitle={texts.internal_text}>
            <MonthStrip title={texts.internal} {summary} months={Rc::new(months)} heads={[texts.month, texts.light, texts.detail].map(AttrValue::Static)} />
        </Card>
    }
}

fn months(known: &Regularity, set: Option<&Set>, lang: Lang) -> Vec<StripMonth> {
    let today = known.check.day;
    let last = Month::of(today);
    let first = last.plus(1 - MONTHS);
    let light = |of: Month| internal(&set?.durc, &known.internal, &known.history, of, today).ok();
    let shown = |of: Month| shown(of, light(of).unwrap_or(InternalDurc::Unchecked), lang);
    first.through(last).map(shown).collect()
}

fn shown(of: Month, light: InternalDurc, lang: Lang) -> StripMonth {
    let texts = texts(lang);
    let (tone, icon, state, detail) = match light {
        InternalDurc::Unchecked => {
            (Tone::Grey, IconName::Minus, texts.internal_none, String::new())
        }
        InternalDurc::Blue { protocol, expires } => (
            Tone::Blue,
            IconName::Check,
            texts.internal_blue,
            (texts.by_document)(&protocol, &day(expires, lang)),
        ),
        InternalDurc::Green { by, .. } => (
            Tone::Green,
            IconName::Check,
            texts.internal_green,
            (texts.covered_by)(&month_long(by, lang)),
        ),
        InternalDurc::Yellow { cure_by } => (
            Tone::Orange,
            IconName::AlertCircle,
            texts.internal_yellow,
            (texts.cure_by)(&day(cure_by, lang)),
        ),
        InternalDurc::Red { lost } => {
            (Tone::Red, IconName::Close, texts.internal_red, (texts.lost)(&day(lost, lang)))
        }
        InternalDurc::Locked { protocol, since } => (
            Tone::Red,
            IconName::XCircle,
            texts.internal_locked,
            (texts.by_negative)(&protocol, &day(since, lang)),
        ),
    };
    StripMonth {
        label: month_long(of, lang),
        short: month(of, lang).as_str().get(..2).unwrap_or_default().to_owned().into(),
        state: AttrValue::Static(state),
        tone,
        icon,
        detail: detail.into(),
        href: None,
    }
}
