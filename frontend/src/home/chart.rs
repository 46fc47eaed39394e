//! Months as the points of the picture of due against paid.

use std::rc::Rc;

use shared::format;
use shared::lang::Lang;
use shared::payments::MonthFigures;
use yew::prelude::*;

use crate::ui::{BarChart, BarPoint};
use crate::words;

/// The picture of some months, with the words that say the same.
pub fn chart(title: AttrValue, months: &[MonthFigures], lang: Lang) -> Html {
    let points = months.iter().map(|figures| point(figures, lang)).collect();
    html! { <BarChart {title} points={Rc::new(points)} /> }
}

fn point(figures: &MonthFigures, lang: Lang) -> BarPoint {
    BarPoint {
        label: words::month_long(figures.month, lang),
        short: format::month_letter(figures.month, lang).to_string().into(),
        due: figures.due.cents(),
        paid: figures.paid.cents(),
        due_text: words::euro(figures.due, lang),
        paid_text: words::euro(figures.paid, lang),
    }
}
