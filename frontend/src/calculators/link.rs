//! Ways into the calculators with what another page knows filled in: it stands in the address, and nothing of it is sent.

use shared::calendar::{Day, Month};
use shared::declarations::Worker;
use shared::lang::Lang;
use shared::money::Euro;
use shared::rates::group_worker;
use yew::prelude::*;

use super::text::texts;
use crate::route::Route;
use crate::ui::{ButtonKind, ButtonSize, Link, LinkButton};

/// A plan of instalments for a debt.
pub fn instalments(debt: Euro, lang: Lang) -> Html {
    link("rateazione", &[("debito", &amount(debt))], texts(lang).try_instalments)
}

/// What it costs to pay contributions late that were due on a day.
pub fn sanction(contribution: Euro, due: Day, lang: Lang) -> Html {
    let fields = [("importo", amount(contribution)), ("scadenza", due.to_string())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    link("sanzioni", &fields, texts(lang).try_sanction)
}

/// The contributions of an employee of a position: its CSC, its CA, and how many employees it has where that is known.
pub fn contribution(csc: &str, cas: &[String], size: Option<u32>, lang: Lang) -> Html {
    let (cas, size) = (cas.join(" "), size.map(|size| size.to_string()).unwrap_or_default());
    let fields = [("csc", csc), ("ca", cas.as_str()), ("dipendenti", size.as_str())];
    link("aliquote", &fields, texts(lang).try_contribution)
}

/// The contributions of a worker as they were declared, to be set against those that are due; none where the kind of worker is one that the
/// calculator does not reckon.
pub fn declared(worker: &Worker, month: Month, size: Option<u32>, lang: Lang) -> Option<Html> {
    let (qualification, fixed_term) = group_worker(&worker.code)?;
    let collar = match qualification {
        '1' => "operaio",
        '2' => "impiegato",
        _ => return None,
    };
    let (month, size) = (month.to_string(), size.map(|size| size.to_string()).unwrap_or_default());
    let fields = [
        ("mese", month.as_str()),
        ("dipendenti", size.as_str()),
        ("qualifica", collar),
        ("termine", if fixed_term { "si" } else { "" }),
        ("retribuzione", &amount(worker.base)),
        ("dichiarato", &amount(worker.contribution)),
    ];
    let (words, href) = (texts(lang).compare, address("aliquote", &fields));
    let label = [words, ": ", &worker.name].concat();
    Some(html! { <Link {href} {label}>{ words }</Link> })
}

fn link(tool: &'static str, fields: &[(&str, &str)], label: &'static str) -> Html {
    html! { <LinkButton kind={ButtonKind::Ghost} size={ButtonSize::Medium} href={address(tool, fields)}>{ label }</LinkButton> }
}

/// The address of a tool with these fields; what is empty is left out.
fn address(tool: &'static str, fields: &[(&str, &str)]) -> AttrValue {
    let said = fields.iter().filter(|(_, value)| !value.is_empty());
    let said: Vec<String> =
        said.map(|(name, value)| [name, "=", &value.replace(' ', "+")].concat()).collect();
    [Route::Tool { tool }.href().as_str(), "?", &said.join("&")].concat().into()
}

/// An amount as people write it, without thousands: `1234,56`.
fn amount(amount: Euro) -> String {
    let cents = amount.cents().unsigned_abs();
    format!("{},{:02}", cents / 100, cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_the_fields_read() {
        let debt = amount(Euro::from_cents(123_456_07));
        assert_eq!(debt, "123456,07");
        assert_eq!(Euro::parse(&debt), Ok(Euro::from_cents(123_456_07)));
        let fields = [("csc", "70201"), ("ca", "0J 7N"), ("dipendenti", "")];
        assert_eq!(address("aliquote", &fields), "/strumenti/aliquote?csc=70201&ca=0J+7N");
    }
}
