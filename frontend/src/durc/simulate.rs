//! What turns it green: debts and returns are ticked and a day is chosen; the outcome is reckoned on the device.

use std::collections::BTreeSet;
use std::rc::Rc;

use shared::calendar::Day;
use shared::durc::{
    Check, Debt, DurcParameters, MissingReturn, Outcome, Payment, Plan, Regularity, Situation,
    after, check, green_from, plan,
};
use shared::lang::Lang;
use shared::money::Euro;
use shared::parameters::Set;
use yew::prelude::*;

use super::text::texts;
use super::words;
use crate::calculators::foot;
use crate::i18n::use_lang;
use crate::parameters::{Parameters, use_parameters};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Checkbox, Field, FieldType, Icon, Notice, Severity, Stat,
};
use crate::words::{day as day_words, euro, matricola, month_long};

/// The parameters in force, as soon as they are there.
#[hook]
pub(super) fn use_set() -> Option<Rc<Set>> {
    match use_parameters() {
        Parameters::Here(set) => Some(set),
        Parameters::Waiting | Parameters::None(_) => None,
    }
}

/// What somebody has ticked: keys of debts, places of returns.
#[derive(Clone, Debug, Default, PartialEq)]
struct Chosen {
    debts: BTreeSet<String>,
    returns: BTreeSet<usize>,
}

impl Chosen {
    /// What the plan says is enough.
    fn of(plan: &Plan, situation: &Situation) -> Self {
        let payments = plan.cures.iter().flat_map(|cure| &cure.payments);
        let handed_in = plan.cures.iter().flat_map(|cure| &cure.returns);
        let place = |one: &MissingReturn| situation.missing_returns.iter().position(|it| it == one);
        Self {
            debts: payments.map(|payment| payment.debt.clone()).collect(),
            returns: handed_in.filter_map(place).collect(),
        }
    }

    fn payments(&self, situation: &Situation, day: Day) -> Vec<Payment> {
        let chosen = situation.debts.iter().filter(|debt| self.debts.contains(&debt.key));
        let payment =
            |debt: &Debt| Payment { debt: debt.key.clone(), amount: debt.residual(), day };
        chosen.map(payment).collect()
    }

    /// The situation once the chosen returns are in.
    fn handed_in(&self, situation: &Situation) -> Situation {
        let mut done = situation.clone();
        let mut place = 0;
        done.missing_returns.retain(|_| {
            place += 1;
            !self.returns.contains(&(place - 1))
        });
        done
    }
}

/// What the choice brings.
struct Result {
    /// As it would be on the day.
    check: Check,
    green: Option<Day>,
    until: Option<Day>,
    sum: Euro,
}

fn reckon(
    parameters: &DurcParameters,
    known: &Regularity,
    chosen: &Chosen,
    day: Day,
) -> Option<Result> {
    let done = chosen.handed_in(&known.situation);
    let payments = chosen.payments(&known.situation, day);
    let paid = after(&done, &payments, day).ok()?;
    // What is done on the day helps from the day on.
    let green = green_from(parameters, &done, &payments, day).ok()?;
    let until = match green {
        Some(first) => plan(parameters, &paid, first, first).ok()?.green_until,
        None => None,
    };
    let sum = payments.iter().map(|payment| payment.amount).sum();
    Some(Result { check: check(parameters, &paid, day).ok()?, green, until, sum })
}

/// Props of [`Simulate`].
#[derive(PartialEq, Properties)]
pub struct SimulateProps {
    /// What is known of the company.
    pub known: Rc<Regularity>,
}

/// The card.
#[component]
pub fn Simulate(props: &SimulateProps) -> Html {
    let (lang, known) = (use_lang(), &props.known);
    let texts = texts(lang);
    let (chosen, set) = (use_state_eq(Chosen::default), use_set());
    let written = use_state_eq(|| AttrValue::from(known.check.day.to_string()));
    let today = known.check.day;
    let day = Day::parse(&written).filter(|day| *day >= today);
    let open = known.situation.debts.iter().any(|debt| !debt.residual().is_zero());
    let missing = known.situation.missing_returns.iter().any(|one| one.handed_in.is_none());
    if !open && !missing {
        return html! { <Card title={texts.simulate}><p>{ texts.simulate_none }</p></Card> };
    }
    let planned = set
        .as_ref()
        .and_then(|set| plan(&set.durc, &known.situation, today, day.unwrap_or(today)).ok());
    let needed = planned.as_ref().is_some_and(|plan| !plan.cures.is_empty());
    let suggest = {
        let (chosen, known) = (chosen.setter(), known.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(plan) = &planned {
                chosen.set(Chosen::of(plan, &known.situation));
            }
        })
    };
    let clear = {
        let chosen = chosen.setter();
        Callback::from(move |_: MouseEvent| chosen.set(Chosen::default()))
    };
    let oninput = {
        let written = written.setter();
        Callback::from(move |text: String| written.set(text.into()))
    };
    let error = day.is_none().then_some(AttrValue::Static(texts.wrong_day));
    html! {
        <Card title={texts.simulate} subtitle={texts.simulate_text}>
            <div class="stack">
                <div class="row">
                    if needed {
                        <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} onclick={suggest}>{ texts.suggest }</Button>
                    }
                    <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={clear}>{ texts.clear }</Button>
                </div>
                <div class="choices">{ choices(known, &chosen, lang) }</div>
                <Field r#type={FieldType::Date} label={texts.pay_on} value={(*written).clone()} {oninput} {error} />
                if let (Some(day), Some(set)) = (day, &set) {
                    { outcome(reckon(&set.durc, known, &chosen, day), day, lang) }
                    { foot(set, "", set.durc.confidence(&known.situation, day), lang) }
                }
            </div>
        </Card>
    }
}

/// A box for everything that can be paid or sent.
fn choices(known: &Regularity, chosen: &UseStateHandle<Chosen>, lang: Lang) -> Html {
    let situation = &known.situation;
    let debts = situation.debts.iter().filter(|debt| !debt.residual().is_zero()).map(|debt| {
        let (state, key) = (chosen.clone(), debt.key.clone());
        let onchange = Callback::from(move |on: bool| {
            let mut next = (*state).clone();
            if on { next.debts.insert(key.clone()) } else { next.debts.remove(&key) };
            state.set(next);
        });
        let label = [&words::debt(debt, lang), ": ", euro(debt.residual(), lang).as_str()].concat();
        let part = known.check.gestioni.iter().flat_map(|one| &one.debts);
        let part = part.clone().find(|found| found.key == debt.key);
        let helper = part.map(|found| AttrValue::from(words::role(found.role, lang).1));
        html! { <Checkbox key={debt.key.clone()} {label} {helper} checked={chosen.debts.contains(&debt.key)} {onchange} /> }
    });
    let returns = situation.missing_returns.iter().enumerate();
    let missing = returns.filter(|(_, missing)| missing.handed_in.is_none());
    let returns = missing.map(|(place, missing)| {
        let state = chosen.clone();
        let onchange = Callback::from(move |on: bool| {
            let mut next = (*state).clone();
            if on { next.returns.insert(place) } else { next.returns.remove(&place) };
            state.set(next);
        });
        let code = missing.code.as_deref().map(matricola).unwrap_or_default();
        let label = (texts(lang).missing_return)(&month_long(missing.month, lang), &code);
        html! { <Checkbox key={place} {label} checked={chosen.returns.contains(&place)} {onchange} /> }
    });
    debts.chain(returns).collect()
}

fn outcome(result: Option<Result>, day: Day, lang: Lang) -> Html {
    let texts = texts(lang);
    let Some(Result { check, green, until, sum }) = result else {
        return html! { <Notice severity={Severity::Error} title={texts.cannot} /> };
    };
    let (tone, word, _) = words::outcome(check.outcome, lang);
    let left: Euro = check.gestioni.iter().map(|one| one.open).sum();
    let waits = check.gestioni.iter().any(|one| one.outcome == Outcome::TechnicalAnomaly);
    html! {
        <div class="stack" role="status">
            <Stat value={euro(sum, lang)} label={texts.to_pay} />
            <p>{ (texts.result)(&day_words(day, lang)) }{ ": " }
                <span class={classes!("durc-light", tone.class())}><Icon name={words::icon(check.outcome.light())} /><strong>{ word }</strong></span>
            </p>
            if let Some(green) = green {
                <p><strong>{ (texts.green_from)(&day_words(green, lang)) }</strong></p>
                if let Some(until) = until {
                    <p>{ (texts.green_until)(&day_words(until, lang)) }</p>
                }
            } else {
                <p><strong>{ texts.not_green }</strong>{ " " }
                    if waits { { texts.office_first } } else if !left.is_zero() { { (texts.left)(&euro(left, lang)) } }
                </p>
            }
        </div>
    }
}
