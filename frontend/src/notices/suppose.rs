//! What if the CA or the size were different: picked here, reckoned on the device, kept in the address.

use std::rc::Rc;

use shared::fiscal::Ca;
use shared::lang::Lang;
use shared::money::Euro;
use shared::notices::{Basis, Notice as Reckoned, Recorded, Supposed, explaining, recompute};
use shared::parameters::Set;
use shared::rates::{Authorisation, Fund, Support};
use yew::prelude::*;

use super::explain::{line, rate, why};
use super::recomputed::{cas, firm, groups};
use super::text::texts;
use crate::calculators::{foot, missing, support_words};
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Checkbox, Chip, Choice, Field, FieldType, KeyValue,
    KeyValues, Notice, Select, Severity, Stat,
};
use crate::words;

/// The funds, as the address says them.
const FUNDS: [(&str, Fund); 4] = [
    ("settore", Fund::OfSector),
    ("professionisti", Fund::Professional),
    ("altro", Fund::Apart),
    ("lapidei", Fund::Stone),
];
/// How the address says that no claim was made on FIS.
const NO_CLAIMS: &str = "nessuna";
/// How the address says that there is no CA.
const NONE: &str = "nessuno";
/// Most employees that can be typed.
const MOST: u32 = 1_000_000;

/// Props of [`Suppose`].
#[derive(PartialEq, Properties)]
pub struct SupposeProps {
    /// The return and the classification.
    pub basis: Rc<Basis>,
    /// The notice.
    pub said: Rc<Recorded>,
    /// What is reckoned with.
    pub set: Rc<Set>,
}

/// The card.
#[component]
pub fn Suppose(props: &SupposeProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let now = firm(&props.basis);
    let Address { typed, size, firm, changed, choose, set_size } = use_address(&now);
    let fits = use_memo((Rc::clone(&props.basis), props.set.version), {
        let (set, signed) = (Rc::clone(&props.set), props.said.signed());
        move |(basis, _)| explaining(basis, &set.contributions, &set.notices, signed)
    });
    let reset = {
        let (choose, now) = (choose.clone(), now.clone());
        Callback::from(move |_: MouseEvent| choose.emit(now.clone()))
    };
    let error = size.is_none().then_some(AttrValue::Static(words.size_wrong));
    let result = match size {
        Some(_) if changed => outcome(props, &firm, lang),
        _ => html! {},
    };
    html! {
        <Card title={words.suppose} subtitle={words.suppose_lead}>
            <div class="stack">
                { fitting(&fits, &choose, lang) }
                <Field label={words.size} helper={words.size_help} {error} r#type={FieldType::Digits} value={typed}
                    oninput={set_size.reform(Some)} />
                { codes(&props.set, &firm, &choose, lang) }
                { support(&props.set, &firm, &choose, lang) }
                if changed {
                    <div class="row"><Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={reset}>{ words.reset }</Button></div>
                }
                <div class="stack" aria-live="polite">{ result }</div>
            </div>
        </Card>
    }
}

/// What the address supposes.
struct Address {
    /// The headcount as it is typed, and what that is.
    typed: String,
    size: Option<u32>,
    /// All of it; with the headcount of the register where the one typed is none.
    firm: Supposed,
    /// Whether anything is supposed.
    changed: bool,
    /// Supposes something else.
    choose: Callback<Supposed>,
    set_size: Callback<Option<String>>,
}

#[hook]
fn use_address(now: &Supposed) -> Address {
    let (cas, set_cas) = use_query("ca");
    let (typed, set_size) = use_query("dipendenti");
    let (fund, set_fund) = use_query("fondo");
    let (claims, set_claims) = use_query("fis");
    let changed = [&cas, &typed, &fund, &claims].into_iter().any(Option::is_some);
    let typed = typed.unwrap_or_else(|| now.size.to_string());
    let size: Option<u32> = typed.trim().parse().ok().filter(|size| *size <= MOST);
    let fund = FUNDS.into_iter().find(|(slug, _)| fund.as_deref() == Some(*slug));
    let firm = Supposed {
        cas: picked(cas.as_deref(), now),
        size: size.unwrap_or(now.size),
        support: Support {
            fund: fund.map_or_else(Fund::default, |(_, fund)| fund),
            no_fis_claims: claims.as_deref() == Some(NO_CLAIMS),
        },
    };
    let choose = {
        let (set_size, now) = (set_size.clone(), now.clone());
        Callback::from(move |firm: Supposed| {
            let Supposed { cas, size, support } = firm;
            set_cas.emit((cas != now.cas).then(|| written(&cas)));
            set_size.emit((size != now.size).then(|| size.to_string()));
            let fund = FUNDS.into_iter().find(|(_, fund)| *fund == support.fund);
            let fund = fund.filter(|_| support.fund != now.support.fund);
            set_fund.emit(fund.map(|(slug, _)| slug.to_owned()));
            set_claims.emit(support.no_fis_claims.then(|| NO_CLAIMS.to_owned()));
        })
    };
    Address { typed, size, firm, changed, choose, set_size }
}

/// The fund to be picked, and whether it costs less because nothing was claimed.
fn support(set: &Rc<Set>, firm: &Supposed, choose: &Callback<Supposed>, lang: Lang) -> Html {
    let (label, names, no_claims) = support_words(lang);
    let choice = |((slug, _), name): ((&'static str, Fund), &'static str)| Choice {
        value: AttrValue::Static(slug),
        label: AttrValue::Static(name),
    };
    let choices: Vec<Choice> = FUNDS.into_iter().zip(names).map(choice).collect();
    let chosen = FUNDS.into_iter().find(|(_, fund)| *fund == firm.support.fund);
    let onfund = {
        let (set, firm) = (Rc::clone(set), firm.clone());
        choose.reform(move |value: AttrValue| {
            let fund = FUNDS.into_iter().find(|(slug, _)| *value == **slug);
            let fund = fund.map_or_else(Fund::default, |(_, fund)| fund);
            firm.supported(Support { fund, ..firm.support }, &set.contributions.rates)
        })
    };
    let onclaims = {
        let (set, firm) = (Rc::clone(set), firm.clone());
        choose.reform(move |no_fis_claims: bool| {
            firm.supported(Support { no_fis_claims, ..firm.support }, &set.contributions.rates)
        })
    };
    html! {
        <>
            <Select {label} {choices} value={chosen.map_or("", |(slug, _)| slug)} onchange={onfund} />
            <Checkbox label={no_claims} checked={firm.support.no_fis_claims} onchange={onclaims}
                disabled={firm.support.fund != Fund::OfSector} />
        </>
    }
}

/// The wage support as a button names it, where it is not that of the sector.
fn support_named(support: Support, lang: Lang) -> Option<String> {
    let (label, names, no_claims) = support_words(lang);
    if support.no_fis_claims {
        return Some(no_claims.to_owned());
    }
    let place = FUNDS.iter().position(|(_, fund)| *fund == support.fund)?;
    let name = names.get(place).filter(|_| support.fund != Fund::OfSector)?;
    Some([label, ": ", *name].concat())
}

/// The CA that the address says; those of the register where it says none.
fn picked(typed: Option<&str>, now: &Supposed) -> Vec<Ca> {
    match typed {
        None => now.cas.clone(),
        Some(NONE) => Vec::new(),
        Some(text) => Ca::parse_all(text).unwrap_or_else(|_| now.cas.clone()),
    }
}

fn written(cas: &[Ca]) -> String {
    match cas {
        [] => NONE.to_owned(),
        cas => cas.iter().map(Ca::as_str).collect(),
    }
}

/// What explains the notice by itself, to be tried with one press.
fn fitting(fits: &[Supposed], choose: &Callback<Supposed>, lang: Lang) -> Html {
    let words = texts(lang);
    if fits.is_empty() {
        return html! { <p class="muted">{ words.no_fit }</p> };
    }
    let button = |firm: &Supposed| {
        let (choose, firm) = (choose.clone(), firm.clone());
        let label = (words.fit)(&cas(&firm.cas, lang), u64::from(firm.size));
        let label = [Some(label), support_named(firm.support, lang)];
        let label = label.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let onclick = Callback::from(move |_: MouseEvent| choose.emit(firm.clone()));
        html! { <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ label }</Button> }
    };
    html! {
        <>
            <p>{ words.fits }</p>
            <div class="row">{ for fits.iter().map(button) }</div>
        </>
    }
}

/// The codes to be picked: those known to the tables and those of the register, with what each picked one does.
fn codes(set: &Rc<Set>, firm: &Supposed, choose: &Callback<Supposed>, lang: Lang) -> Html {
    let (words, picked) = (texts(lang), &firm.cas);
    let known = set.contributions.rates.authorisations();
    let mut all: Vec<Ca> = known.iter().map(|one| one.ca).collect();
    all.extend(picked.iter().copied().filter(|ca| !known.iter().any(|one| one.ca == *ca)));
    let chip = |ca: &Ca| {
        let selected = picked.contains(ca);
        let (ca, firm, set) = (*ca, firm.clone(), Rc::clone(set));
        let switched = move |_: MouseEvent| firm.switched(ca, &set.contributions.rates);
        let onclick = choose.reform(switched);
        html! { <Chip key={ca.to_string()} label={ca.to_string()} {selected} {onclick} /> }
    };
    let does = |one: &&Authorisation| picked.contains(&one.ca);
    html! {
        <>
            <div role="group" aria-label={words.cas} class="stack">
                <p>{ words.cas }</p>
                <div class="row">{ for all.iter().map(chip) }</div>
            </div>
            <ul role="list" class="small">
                { for known.iter().filter(does).map(|one| {
                    let effect = words.effects.get(one.effect as usize).copied().unwrap_or_default();
                    html! { <li key={one.ca.to_string()}><span class="mono">{ one.ca.as_str() }</span>{ " " }{ effect }{ " (" }{ &one.source }{ ")" }</li> }
                }) }
            </ul>
        </>
    }
}

/// What the notice would be.
fn outcome(props: &SupposeProps, firm: &Supposed, lang: Lang) -> Html {
    let SupposeProps { basis, said, set } = props;
    let found = match basis.recalculated(&set.contributions, &set.notices, firm) {
        Ok(found) => found,
        Err(value) => return html! { <p>{ missing(value, lang) }</p> },
    };
    let (rate, known) = match rate(said, set) {
        Ok(rate) => rate,
        Err(value) => return html! { <p>{ missing(value, lang) }</p> },
    };
    let terms = set.notices.confidence(said.issued, said.notified);
    let confidence = known.map_or(terms, |known| known.max(terms)).max(found.confidence);
    let input = said.recalculation(found.figures(said.cause), rate, &set.sanctions);
    let made = recompute(&set.notices, &input);
    let told = match &made {
        Ok(made) => in_words(made.as_ref(), said, lang),
        Err(error) => why(error, lang),
    };
    html! {
        <>
            <Notice severity={Severity::Info}><p>{ told }</p></Notice>
            { made.ok().flatten().map(|notice| arithmetic(&notice, lang)).unwrap_or_default() }
            { groups(&found, lang) }
            { foot(set, "", confidence, lang) }
        </>
    }
}

/// The difference from the notice that was issued, in words.
fn in_words(made: Option<&Reckoned>, said: &Recorded, lang: Lang) -> String {
    let words = texts(lang);
    let Some(made) = made else { return words.no_notice.to_owned() };
    if made.side != said.side {
        return words.turned.to_owned();
    }
    let by = total(made) - (said.difference + said.sanctions);
    let amount = words::euro(by.abs(), lang);
    match (by.is_zero(), by.is_negative()) {
        (true, _) => words.unchanged.to_owned(),
        (_, true) => (words.less)(&amount),
        (_, false) => (words.more)(&amount),
    }
}

/// Difference and sanctions, not below zero.
fn total(notice: &Reckoned) -> Euro {
    notice.difference.abs() + notice.sanction.map_or(Euro::ZERO, |sanction| sanction.amount)
}

fn arithmetic(notice: &Reckoned, lang: Lang) -> Html {
    let words = texts(lang);
    let items: Vec<KeyValue> =
        notice.arithmetic().into_iter().map(|one| line(one, words, lang)).collect();
    html! {
        <>
            <Stat value={words::euro(total(notice), lang)} label={words.supposed_total} />
            <KeyValues {items} />
        </>
    }
}
