//! The form of a change of an office: whatever is left empty stays as it was.

use shared::calendar::Day;
use shared::lang::Lang;
use shared::offices::{LONGEST_LINE, OfficeChange, OfficeCode, Patron};
use shared::requests::topics::Unit;
use yew::prelude::*;

use super::super::form::{Scope, from_and_why, office};
use super::super::text::texts as common;
use super::text::texts;
use crate::i18n::use_lang;
use crate::ui::{Button, Card, Checkbox, Field, FieldType, Toggle};

/// What is typed beside office, day and reason.
#[derive(Clone, Default, PartialEq)]
struct Typed {
    name: String,
    address: String,
    patron: String,
    into: String,
    /// Which units, where it is said.
    units: Option<Vec<Unit>>,
}

impl Typed {
    fn patron(&self) -> Option<Patron> {
        let (day, month) = self.patron.trim().split_once(['/', '.', '-'])?;
        let patron = Patron { day: day.trim().parse().ok()?, month: month.trim().parse().ok()? };
        patron.exists().then_some(patron)
    }

    fn is_patron_wrong(&self) -> bool {
        !self.patron.trim().is_empty() && self.patron().is_none()
    }

    fn is_into_wrong(&self) -> bool {
        !self.into.trim().is_empty() && OfficeCode::parse(&self.into).is_err()
    }

    fn is_empty(&self) -> bool {
        let lines = [&self.name, &self.address, &self.patron, &self.into];
        self.units.is_none() && lines.iter().all(|line| line.trim().is_empty())
    }

    /// The change, if all of it was said and nothing is wrong.
    fn change(&self, scope: &Scope) -> Option<OfficeChange> {
        if self.is_empty() || self.is_patron_wrong() || self.is_into_wrong() {
            return None;
        }
        let line = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Some(OfficeChange {
            from: Day::parse(&scope.from)?,
            office: scope.office_code()?,
            name: line(&self.name),
            address: line(&self.address),
            units: self.units.clone(),
            patron: self.patron(),
            into: OfficeCode::parse(&self.into).ok(),
            source: line(&scope.source)?,
        })
    }
}

/// Props of [`Form`].
#[derive(PartialEq, Properties)]
pub(super) struct FormProps {
    /// One is on its way.
    pub busy: bool,
    /// Keeps a change.
    pub onkeep: Callback<OfficeChange>,
}

/// The form.
#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (scope, typed) = (use_state_eq(Scope::default), use_state_eq(Typed::default));
    let onclick = {
        let (scope, typed, onkeep) = (scope.clone(), typed.clone(), props.onkeep.clone());
        Callback::from(move |_: MouseEvent| match typed.change(&scope) {
            Some(change) => onkeep.emit(change),
            None => scope.set(Scope { tried: true, ..(*scope).clone() }),
        })
    };
    let said = |is_wrong: bool, words: &'static str| (scope.tried && is_wrong).then_some(words);
    let nothing = said(typed.is_empty(), words.nothing);
    html! {
        <Card title={words.new} subtitle={words.help}>
            <div class="stack">
                { office(&scope, true, lang) }
                { line(&typed, (words.name, ""), |typed| &mut typed.name, None) }
                { line(&typed, (words.address, ""), |typed| &mut typed.address, None) }
                { units(&typed, lang) }
                { line(&typed, (words.patron, words.patron_help), |typed| &mut typed.patron,
                    said(typed.is_patron_wrong(), words.patron_wrong)) }
                { line(&typed, (words.into, words.into_help), |typed| &mut typed.into,
                    said(typed.is_into_wrong(), common(lang).office_wrong)) }
                { from_and_why(&scope, lang) }
                if let Some(error) = nothing { <p class="field-error" role="alert">{ error }</p> }
                <div class="row"><Button busy={props.busy} {onclick}>{ common(lang).keep }</Button></div>
            </div>
        </Card>
    }
}

/// One line of text that may be left empty.
fn line(
    typed: &UseStateHandle<Typed>,
    (label, helper): (&'static str, &'static str),
    of: fn(&mut Typed) -> &mut String,
    error: Option<&'static str>,
) -> Html {
    let mut now = (**typed).clone();
    let value = of(&mut now).clone();
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |text: String| {
            let mut next = (*typed).clone();
            *of(&mut next) = text;
            typed.set(next);
        })
    };
    let helper = (!helper.is_empty()).then_some(AttrValue::Static(helper));
    let error = error.map(AttrValue::Static);
    html! {
        <Field {label} {helper} {error} r#type={FieldType::Text} optional={true} among={true} {value} {oninput}
            maxlength={LONGEST_LINE as u32} />
    }
}

/// Which units it has; the front office always.
fn units(typed: &UseStateHandle<Typed>, lang: Lang) -> Html {
    let words = texts(lang);
    let put = |units: Option<Vec<Unit>>| Typed { units, ..(**typed).clone() };
    let switch = {
        let (typed, all, none) = (typed.clone(), put(Some(Unit::ALL.to_vec())), put(None));
        Callback::from(move |on: bool| typed.set(if on { all.clone() } else { none.clone() }))
    };
    let Some(has) = &typed.units else {
        return html! { <Toggle label={words.only_units} helper={words.units_help} checked={false} onchange={switch} /> };
    };
    let one = |unit: Unit| {
        let onchange = {
            let state = typed.clone();
            Callback::from(move |on: bool| {
                let mut units = state.units.clone().unwrap_or_default();
                units.retain(|other| *other != unit);
                if on {
                    units.push(unit);
                    units.sort_unstable();
                }
                state.set(Typed { units: Some(units), ..(*state).clone() });
            })
        };
        let disabled = unit == Unit::FrontOffice;
        html! { <Checkbox label={unit.name().of(lang)} checked={has.contains(&unit)} {onchange} {disabled} /> }
    };
    html! {
        <>
            <Toggle label={words.only_units} helper={words.units_help} checked={true} onchange={switch} />
            <fieldset>
                <legend>{ words.units }</legend>
                <div class="row">{ for Unit::ALL.into_iter().map(one) }</div>
            </fieldset>
        </>
    }
}
