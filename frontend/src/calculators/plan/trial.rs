//! What if it were paid in more instalments, or in fewer: a slider over their number, and what each would cost.

use std::rc::Rc;

use shared::instalments::{Application, Plan, plan};
use shared::lang::Lang;
use shared::parameters::Set;
use yew::prelude::*;

use crate::calculators::outcome::table;
use crate::calculators::text::texts;
use crate::ui::{Card, Cell, ColumnChart, ColumnPoint, Slider};
use crate::words::euro;

/// Columns of the picture, at most.
const COLUMNS: u16 = 12;

/// The slider and its picture, up to as many instalments as the rules allow; nothing where they allow one at most.
pub fn draw(asked: &Application, set: &Set, set_count: &Callback<String>, lang: Lang) -> Html {
    let words = texts(lang);
    let rules = set.instalments.rules_on(asked.sent).ok();
    let most = rules.and_then(|(_, rules)| rules.most(asked.debt, asked.granted_by));
    let Some(most) = most.filter(|most| *most > 1) else { return html! {} };
    let of = |instalments: u16| {
        plan(&set.instalments, &set.interest, &Application { instalments, ..*asked }).ok()
    };
    let count = asked.instalments.clamp(1, most);
    let said = of(count).map_or_else(String::new, |plan| {
        let times = (words.times)(plan.instalments.len());
        [euro(plan.instalment, lang).as_str(), " ", &times].concat()
    });
    let step = most.div_ceil(COLUMNS);
    let numbers = (1..=most).filter(|number| number.is_multiple_of(step) || *number == most);
    let plans: Vec<Plan> = numbers.filter_map(of).collect();
    let oninput = set_count.reform(|count: i64| count.to_string());
    html! {
        <Card title={words.plan_trial}>
            <div class="stack">
                <Slider label={words.plan_trial_label} least={1} most={i64::from(most)} value={i64::from(count)} {said} {oninput} />
                { chart(&plans, (count, step), lang) }
            </div>
        </Card>
    }
}

fn chart(plans: &[Plan], (count, step): (u16, u16), lang: Lang) -> Html {
    let words = texts(lang);
    let (Some(first), Some(last)) = (plans.first(), plans.last()) else { return html! {} };
    let number = |plan: &Plan| u16::try_from(plan.instalments.len()).unwrap_or(u16::MAX);
    let column = |plan: &Plan| {
        let number = number(plan);
        let cost = euro(plan.interest, lang);
        let name = [number.to_string().as_str(), ": ", cost.as_str()].concat();
        ColumnPoint {
            label: name.into(),
            short: number.to_string().into(),
            parts: vec![plan.interest.cents()],
            chosen: number >= count && number - count < step,
        }
    };
    let row = |plan: &Plan| {
        vec![
            Cell::text(number(plan).to_string()),
            Cell::text(euro(plan.instalment, lang)),
            Cell::text(euro(plan.interest, lang)),
        ]
    };
    let heads = [words.how_many, words.instalment, words.interest];
    let rows = table(words.plan_trial, &heads, &[], plans.iter().map(row).collect());
    let summary = (words.plan_trial_summary)(
        &euro(first.interest, lang),
        &euro(last.interest, lang),
        last.instalments.len(),
    );
    let columns: Vec<ColumnPoint> = plans.iter().map(column).collect();
    let parts = vec![AttrValue::Static(words.plan_trial_axis)];
    html! { <ColumnChart title={words.plan_trial} {summary} points={Rc::new(columns)} {parts} table={rows} /> }
}
