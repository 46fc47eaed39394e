//! Months as the points of the picture of due against paid.

use std::rc::Rc;

use shared::format;
use shared::home::MonthSum;
use shared::lang::Lang;
use yew::prelude::*;

use crate::ui::{BarChart, BarPoint};
use crate::words;

/// The picture of some months, with the words that say the same.
pub fn chart(title: AttrValue, months: impl Iterator<Item = MonthSum>, lang: Lang) -> Html {
    let points = months.map(|sum| point(sum, lang)).collect();
    html! { <BarChart {title} points={Rc::new(points)} /> }
}

fn point(MonthSum { month, due, paid }: MonthSum, lang: Lang) -> BarPoint {
    BarPoint {
        label: words::month_long(month, lang),
        short: format::month_letter(month, lang).to_string().into(),
        due: due.cents(),
        paid: paid.cents(),
        due_text: words::euro(due, lang),
        paid_text: words::euro(paid, lang),
    }
}
