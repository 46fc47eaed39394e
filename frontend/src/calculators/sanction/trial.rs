//! What if it were paid on another day: a slider over the days, and what each would cost.

use std::rc::Rc;

use shared::calendar::Day;
use shared::lang::Lang;
use shared::parameters::Set;
use shared::sanctions::{Facts, Point, forecast};
use yew::prelude::*;

use crate::calculators::outcome::table;
use crate::calculators::text::{Texts, nth, texts};
use crate::i18n::use_lang;
use crate::ui::{Card, Cell, ColumnChart, ColumnPoint, Slider};
use crate::words::{day, euro};

/// Days after the due date that can be tried out: two years.
const REACH: i64 = 730;
/// Days from one column to the next; within the first 120 days, where the cases change, and after them.
const STEP: i64 = 30;

/// Props of [`Trial`].
#[derive(PartialEq, Properties)]
pub struct TrialProps {
    /// What happened, the payment apart.
    pub facts: Facts,
    /// What is reckoned with.
    pub set: Rc<Set>,
    /// Told the day that is tried.
    pub onday: Callback<Day>,
}

/// The slider and its picture.
#[component]
pub fn Trial(props: &TrialProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let TrialProps { facts, set, .. } = props;
    let due = facts.due;
    let late = facts.until.days_since(due).clamp(0, REACH);
    let said = [day(due.plus_days(late), lang).as_str(), ", ", &(words.after_days)(late)].concat();
    let oninput = props.onday.reform(move |days: i64| due.plus_days(days));
    let points = use_memo((*facts, set.version), |_| costs(facts, set));
    html! {
        <Card title={words.trial}>
            <div class="stack">
                <Slider label={words.trial_label} least={0} most={REACH} value={late} {said} {oninput} />
                { chart(&points, late, words, lang) }
            </div>
        </Card>
    }
}

/// What it would cost, column by column; a day without a value is left out.
fn costs(facts: &Facts, set: &Set) -> Vec<Point> {
    let days = (0..=REACH / STEP).map(|column| facts.due.plus_days(column * STEP));
    days.filter_map(|day| forecast(&set.sanctions, &set.interest, facts, day, day).next()?.ok())
        .collect()
}

fn chart(points: &[Point], late: i64, words: &Texts, lang: Lang) -> Html {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return html! {} };
    let column = |(place, point): (usize, &Point)| {
        let (on, cost) = (day(point.day, lang), euro(point.amount, lang));
        let from = i64::try_from(place).unwrap_or_default() * STEP;
        // Every fourth has its day under it: more have no room on a phone.
        let short = if place % 4 == 0 { from.to_string().into() } else { AttrValue::default() };
        ColumnPoint {
            label: [on.as_str(), ": ", cost.as_str()].concat().into(),
            short,
            parts: vec![point.amount.cents()],
            chosen: (from - STEP / 2..from + STEP / 2).contains(&late),
        }
    };
    let row = |point: &Point| {
        vec![
            Cell::text(day(point.day, lang)),
            Cell::text(nth(&words.cases, point.case as usize)),
            Cell::text(euro(point.amount, lang)),
        ]
    };
    let heads = [words.paid_on, words.case, words.sanction];
    let rows = table(words.trial, &heads, &[1], points.iter().map(row).collect());
    let summary = (words.trial_summary)(
        &euro(first.amount, lang),
        &euro(last.amount, lang),
        &day(last.day, lang),
    );
    let columns: Vec<ColumnPoint> = points.iter().enumerate().map(column).collect();
    html! {
        <ColumnChart title={words.trial} {summary} points={Rc::new(columns)} parts={vec![AttrValue::Static(words.trial_axis)]} table={rows} />
    }
}
