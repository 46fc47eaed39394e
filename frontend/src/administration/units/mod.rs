//! The units of offices: what they are called, which there are, and how one is chosen.

mod editor;
mod text;

pub(super) use editor::Units;

use std::rc::Rc;

use shared::lang::Lang;
use shared::offices::{OfficeParameters, SHIPPED};
use shared::parameters::{Show, Subject};
use shared::requests::topics::Unit;
use yew::prelude::*;

use crate::api;
use crate::remote::use_remote;
use crate::ui::Choice;
use text::texts;

/// What a text says of offices, with the units that are shipped where it is from before they were data.
pub(super) fn read(text: &str) -> Option<OfficeParameters> {
    let read: OfficeParameters = api::decode(text).ok()?;
    match read.units.is_empty() {
        true => Some(read.or_units_of(api::decode(SHIPPED).ok()?)),
        false => Some(read),
    }
}

/// The offices as they are, whose units can be chosen; nothing until they came.
#[hook]
pub(super) fn use_offices() -> Option<Rc<OfficeParameters>> {
    let shown = use_remote(&Show { subject: Subject::Offices, number: None });
    let read =
        use_memo(shown.value, |text| text.as_ref().and_then(|text| read(&text.json)).map(Rc::new));
    Option::clone(&read)
}

/// What a unit is called.
pub(super) fn named(set: Option<&OfficeParameters>, unit: Unit, lang: Lang) -> String {
    set.map_or_else(|| unit.to_string(), |set| set.unit_name(unit).of(lang).to_owned())
}

/// The units that something can be given to, and the one that was chosen.
pub(super) fn choices(
    set: Option<&OfficeParameters>,
    chosen: Option<Unit>,
    lang: Lang,
) -> Vec<Choice> {
    let all = set.into_iter().flat_map(|set| &set.units).filter(|one| !one.withdrawn);
    let mut units: Vec<Unit> = all.map(|one| one.unit).collect();
    units.extend(chosen.filter(|chosen| !units.contains(chosen)));
    let choice = |unit: Unit| Choice {
        value: unit.to_string().into(),
        label: named(set, unit, lang).into(),
    };
    units.into_iter().map(choice).collect()
}

/// Why a unit cannot be withdrawn, where that was the reason.
pub(super) fn refused(set: &OfficeParameters, reason: &str, lang: Lang) -> Option<AttrValue> {
    let words = texts(lang);
    let (code, why) = reason.split_once(": ")?;
    let name = set.unit(Unit::parse(code).ok()?)?.name.of(lang);
    Some(match why.split_once(' ') {
        Some(("topic", topic)) => (words.of_topic)(name, topic).into(),
        Some(("office", office)) => (words.of_office)(name, office).into(),
        None if why == "rule" => (words.of_rule)(name).into(),
        _ => return None,
    })
}
