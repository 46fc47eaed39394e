//! The form of a change of an office: whatever is left empty stays as it was.

use std::rc::Rc;

use shared::calendar::Day;
use shared::lang::Lang;
use shared::offices::{
    LONGEST_LINE, OfficeChange, OfficeCode, OfficeKind, OfficeParameters, Patron,
};
use shared::requests::topics::{NamedUnit, Unit};
use yew::prelude::*;

use super::super::form::{Scope, from_and_why, office};
use super::super::text::texts as common;
use super::text::texts;
use crate::browser;
use crate::i18n::use_lang;
use crate::ui::{Button, Card, Checkbox, Choice, Field, FieldType, Select, Toggle};

/// What is typed beside office, day and reason.
#[derive(Clone, Default, PartialEq)]
struct Typed {
    kind: Option<OfficeKind>,
    parent: String,
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

    /// Whether an office that there is not yet lacks what it must have.
    fn lacks(&self, set: &OfficeParameters, scope: &Scope) -> bool {
        let is_new = scope.office_code().is_some_and(|office| !set.knows(office));
        is_new && (self.kind.is_none() || self.name.trim().is_empty())
    }

    fn is_empty(&self) -> bool {
        let lines = [&self.name, &self.address, &self.patron, &self.into, &self.parent];
        self.units.is_none()
            && self.kind.is_none()
            && lines.iter().all(|line| line.trim().is_empty())
    }

    /// The change, if all of it was said and nothing is wrong.
    fn change(&self, set: &OfficeParameters, scope: &Scope) -> Option<OfficeChange> {
        let is_code_wrong = is_code_wrong(&self.into) || is_code_wrong(&self.parent);
        if self.is_empty() || self.is_patron_wrong() || is_code_wrong || self.lacks(set, scope) {
            return None;
        }
        let line = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Some(OfficeChange {
            from: Day::parse(&scope.from)?,
            office: scope.office_code()?,
            kind: self.kind,
            parent: OfficeCode::parse(&self.parent).ok(),
            name: line(&self.name),
            address: line(&self.address),
            units: self.units.clone(),
            patron: self.patron(),
            into: OfficeCode::parse(&self.into).ok(),
            source: line(&scope.source)?,
        })
    }
}

/// Whether something else than a code is typed.
fn is_code_wrong(typed: &str) -> bool {
    !typed.trim().is_empty() && OfficeCode::parse(typed).is_err()
}

/// Props of [`Form`].
#[derive(PartialEq, Properties)]
pub(super) struct FormProps {
    /// What holds.
    pub set: Rc<OfficeParameters>,
    /// The office that was chosen, as digits.
    pub office: Option<String>,
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
    let chosen = props.office.clone();
    let scope = use_state_eq(|| Scope { office: chosen.unwrap_or_default(), ..Scope::default() });
    let typed = use_state_eq(Typed::default);
    use_effect_with(props.office.is_some(), |is_chosen| {
        if *is_chosen {
            browser::focus("#sede input");
        }
    });
    let onclick = {
        let (scope, typed, onkeep) = (scope.clone(), typed.clone(), props.onkeep.clone());
        let set = props.set.clone();
        Callback::from(move |_: MouseEvent| match typed.change(&set, &scope) {
            Some(change) => onkeep.emit(change),
            None => scope.set(Scope { tried: true, ..(*scope).clone() }),
        })
    };
    let said = |is_wrong: bool, words: &'static str| (scope.tried && is_wrong).then_some(words);
    let nothing = said(typed.is_empty(), words.nothing);
    let code = |typed: &str| said(is_code_wrong(typed), common(lang).office_wrong);
    let lacks = said(typed.lacks(&props.set, &scope), words.lacks);
    html! {
        <Card title={words.new} subtitle={words.help}>
            <div class="stack" id="sede">
                { office(&scope, true, lang) }
                { kind(&typed, lacks, lang) }
                { line(&typed, (words.name, ""), |typed| &mut typed.name, None) }
                { line(&typed, (words.address, ""), |typed| &mut typed.address, None) }
                { line(&typed, (words.parent, words.parent_help), |typed| &mut typed.parent, code(&typed.parent)) }
                { units(&typed, &props.set, lang) }
                { line(&typed, (words.patron, words.patron_help), |typed| &mut typed.patron,
                    said(typed.is_patron_wrong(), words.patron_wrong)) }
                { line(&typed, (words.into, words.into_help), |typed| &mut typed.into, code(&typed.into)) }
                { from_and_why(&scope, lang) }
                if let Some(error) = nothing { <p class="field-error" role="alert">{ error }</p> }
                <div class="row"><Button busy={props.busy} {onclick}>{ common(lang).keep }</Button></div>
            </div>
        </Card>
    }
}

/// What it is; where nothing is said, it stays what it was.
fn kind(typed: &UseStateHandle<Typed>, error: Option<&'static str>, lang: Lang) -> Html {
    let words = texts(lang);
    let as_was = Choice { value: AttrValue::Static(""), label: AttrValue::Static(words.as_was) };
    let kinds = OfficeKind::ALL.into_iter().enumerate().map(|(at, kind)| Choice {
        value: at.to_string().into(),
        label: AttrValue::Static(kind.name().of(lang)),
    });
    let choices: Vec<Choice> = [as_was].into_iter().chain(kinds).collect();
    let value = OfficeKind::ALL.into_iter().position(|kind| Some(kind) == typed.kind);
    let value = value.map(|at| at.to_string()).unwrap_or_default();
    let onchange = {
        let typed = typed.clone();
        Callback::from(move |at: AttrValue| {
            let kind = at.parse::<usize>().ok().and_then(|at| OfficeKind::ALL.get(at)).copied();
            typed.set(Typed { kind, ..(*typed).clone() });
        })
    };
    let error = error.map(AttrValue::Static);
    html! { <Select label={words.kind} {choices} {value} {onchange} {error} /> }
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
fn units(typed: &UseStateHandle<Typed>, set: &OfficeParameters, lang: Lang) -> Html {
    let words = texts(lang);
    let put = |units: Option<Vec<Unit>>| Typed { units, ..(**typed).clone() };
    let offered = set.units.iter().filter(|one| !one.withdrawn);
    let switch = {
        let all = offered.clone().map(|one| one.unit).collect();
        let (typed, all, none) = (typed.clone(), put(Some(all)), put(None));
        Callback::from(move |on: bool| typed.set(if on { all.clone() } else { none.clone() }))
    };
    let Some(has) = &typed.units else {
        return html! { <Toggle label={words.only_units} helper={words.units_help} checked={false} onchange={switch} /> };
    };
    let one = |named: &NamedUnit| {
        let unit = named.unit;
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
        let disabled = unit == Unit::FRONT_OFFICE;
        html! { <Checkbox label={named.name.of(lang).to_owned()} checked={has.contains(&unit)} {onchange} {disabled} /> }
    };
    html! {
        <>
            <Toggle label={words.only_units} helper={words.units_help} checked={true} onchange={switch} />
            <fieldset>
                <legend>{ words.units }</legend>
                <div class="row">{ for offered.map(one) }</div>
            </fieldset>
        </>
    }
}
