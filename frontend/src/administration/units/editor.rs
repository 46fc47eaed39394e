//! The units that there are, and the form of one: another name, a new one, one that nothing is given to any more.

use std::rc::Rc;

use shared::lang::Lang;
use shared::offices::OfficeParameters;
use shared::parameters::NOTE;
use shared::requests::Words;
use shared::requests::topics::{LONGEST_UNIT, LONGEST_UNIT_NAME, NamedUnit, Unit};
use yew::prelude::*;

use super::text::texts;
use crate::api::pending::use_pending;
use crate::browser;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::ui::{
    Button, ButtonKind, ButtonSize, ButtonType, Card, Field, IconName, List, ListItem, Tag, Toggle,
    Tone, changing,
};

/// What stands for a new unit in the address.
const NEW: &str = "nuova";

/// Props of [`Units`].
#[derive(PartialEq, Properties)]
pub(in crate::administration) struct UnitsProps {
    /// What holds.
    pub set: Rc<OfficeParameters>,
    /// Something is on its way.
    pub busy: bool,
    /// Keeps what is to hold, and why.
    pub onkeep: Callback<(OfficeParameters, String)>,
}

/// The units, and the form of the one that was chosen.
#[component]
pub(in crate::administration) fn Units(props: &UnitsProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (open, set_open) = use_query("unita");
    let chosen = open.as_deref().and_then(|code| Unit::parse(code).ok());
    let known = chosen.and_then(|unit| props.set.unit(unit)).cloned();
    let item = |one: &NamedUnit| {
        let code = one.unit.to_string();
        let trailing = match one.withdrawn {
            false => html! {},
            true => html! { <Tag tone={Tone::Grey} label={words.withdrawn} /> },
        };
        let onclick = set_open.reform({
            let code = code.clone();
            move |_: MouseEvent| Some(code.clone())
        });
        let (title, description) = (one.name.of(lang).to_owned(), origin(one.unit, lang));
        html! { <ListItem key={code} {title} {description} {trailing} {onclick} /> }
    };
    let new = set_open.reform(|_: MouseEvent| Some(NEW.to_owned()));
    let (set, busy, onkeep) = (props.set.clone(), props.busy, props.onkeep.clone());
    let aside = html! {
        <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} icon={IconName::Plus} onclick={new}>{ words.new }</Button>
    };
    html! {
        <>
            <Card title={words.title} subtitle={words.lead} {aside}>
                <List>{ for props.set.units.iter().map(item) }</List>
            </Card>
            if known.is_some() || open.as_deref() == Some(NEW) {
                <Editor key={open.clone().unwrap_or_default()} {set} {known} {busy} {onkeep} />
            }
        </>
    }
}

/// Where a unit comes from; the code of one that comes with the program says nothing that its name does not.
fn origin(unit: Unit, lang: Lang) -> AttrValue {
    let words = texts(lang);
    match unit {
        Unit::FRONT_OFFICE => words.everywhere.into(),
        unit if Unit::SHIPPED.contains(&unit) => words.shipped.into(),
        unit => (words.added)(unit.as_str()).into(),
    }
}

#[derive(PartialEq, Properties)]
struct EditorProps {
    set: Rc<OfficeParameters>,
    /// The one that is changed; a new one without.
    known: Option<NamedUnit>,
    busy: bool,
    onkeep: Callback<(OfficeParameters, String)>,
}

/// What is typed.
#[derive(Clone, PartialEq)]
struct Typed {
    code: String,
    /// In the order of the languages.
    name: [String; 3],
    withdrawn: bool,
    why: String,
}

impl Typed {
    fn of(known: Option<&NamedUnit>) -> Self {
        let said = |lang| known.map(|one| one.name.of(lang).to_owned()).unwrap_or_default();
        Self {
            code: known.map(|one| one.unit.to_string()).unwrap_or_default(),
            name: Lang::ALL.map(said),
            withdrawn: known.is_some_and(|one| one.withdrawn),
            why: String::new(),
        }
    }

    /// The unit, if its code is one.
    fn unit(&self) -> Result<NamedUnit, &'static str> {
        let [it, en, de] = self.name.each_ref().map(|name| name.trim().to_owned());
        let (unit, name) = (Unit::parse(self.code.trim())?, Words { it, en, de });
        Ok(NamedUnit { unit, name, withdrawn: self.withdrawn })
    }
}

impl EditorProps {
    /// What is wrong: the field and the reason.
    fn wrong(&self, typed: &Typed) -> Vec<(String, &'static str)> {
        let mut wrong = match typed.unit() {
            Err(reason) => vec![("code".to_owned(), reason)],
            Ok(unit) => unit.check(),
        };
        let taken = |unit: NamedUnit| self.known.is_none() && self.set.unit(unit.unit).is_some();
        if typed.unit().is_ok_and(taken) {
            wrong.push(("code".to_owned(), "taken"));
        }
        if typed.why.trim().is_empty() {
            wrong.push(("why".to_owned(), "empty"));
        }
        wrong
    }

    /// What is to hold; a new unit comes last.
    fn next(&self, typed: &Typed) -> Option<(OfficeParameters, String)> {
        let unit = typed.unit().ok().filter(|_| self.wrong(typed).is_empty())?;
        let mut next = OfficeParameters::clone(&self.set);
        match next.units.iter_mut().find(|one| one.unit == unit.unit) {
            Some(one) => *one = unit,
            None => next.units.push(unit),
        }
        Some((next, typed.why.trim().to_owned()))
    }
}

/// The form: nothing that is typed is lost when it is refused.
#[component]
fn Editor(props: &EditorProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let begun = Typed::of(props.known.as_ref());
    let (typed, tries) = (use_state_eq(|| begun.clone()), use_state_eq(|| 0_u32));
    use_pending(*typed != begun);
    use_effect_with(*tries, |tries| {
        let target = if *tries > 0 { "#unita [aria-invalid]" } else { "#unita input" };
        browser::focus(target);
    });
    let wrong = if *tries > 0 { props.wrong(&typed) } else { Vec::new() };
    let error = |field: &str| {
        let (_, reason) = wrong.iter().find(|(wrong, _)| wrong == field)?;
        Some(explained(field, reason, lang))
    };
    let onsubmit = {
        let (next, onkeep, tries) = (props.next(&typed), props.onkeep.clone(), tries.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match next.clone() {
                Some(next) => onkeep.emit(next),
                None => tries.set(*tries + 1),
            }
        })
    };
    let name = |(at, lang): (usize, Lang)| {
        let label = words.names.get(at).copied().unwrap_or_default();
        let value = typed.name.get(at).cloned().unwrap_or_default();
        let oninput = changing(&typed, move |typed, text: String| {
            typed.name.iter_mut().skip(at).take(1).for_each(|name| text.clone_into(name));
        });
        let error = error(&[lang.code(), ".name"].concat());
        html! { <Field key={at} {label} {value} {oninput} {error} maxlength={LONGEST_UNIT_NAME as u32} /> }
    };
    let on_code = changing(&typed, |typed, code: String| typed.code = code);
    let on_why = changing(&typed, |typed, why: String| typed.why = why);
    let on_withdrawn = changing(&typed, |typed, withdrawn: bool| typed.withdrawn = withdrawn);
    let is_front = props.known.as_ref().is_some_and(|one| one.unit == Unit::FRONT_OFFICE);
    let heading = if props.known.is_some() { words.change } else { words.new };
    html! {
        <Card title={heading}>
            <form class="stack" id="unita" {onsubmit} novalidate=true>
                if props.known.is_none() {
                    <Field label={words.code} helper={words.code_help} value={typed.code.clone()} oninput={on_code}
                        error={error("code")} maxlength={LONGEST_UNIT as u32} />
                }
                { for Lang::ALL.into_iter().enumerate().map(name) }
                if props.known.is_some() && !is_front {
                    <Toggle label={words.withdraw} helper={words.withdraw_help} checked={typed.withdrawn} onchange={on_withdrawn} />
                }
                <Field label={words.why} value={typed.why.clone()} oninput={on_why} error={error("why")} maxlength={NOTE as u32} />
                <div class="row"><Button r#type={ButtonType::Submit} busy={props.busy}>{ words.keep }</Button></div>
            </form>
        </Card>
    }
}

/// What is wrong with a field, in words.
fn explained(field: &str, reason: &str, lang: Lang) -> AttrValue {
    let words = texts(lang);
    AttrValue::Static(match (field, reason) {
        ("code", "taken") => words.taken,
        ("code", _) => words.code_wrong,
        (_, "empty") => words.empty,
        _ => words.too_long,
    })
}
