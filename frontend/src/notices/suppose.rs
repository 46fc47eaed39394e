//! What if the CA or the size were different: picked here, reckoned on the device, kept in the address.

use std::rc::Rc;

use shared::fiscal::Ca;
use shared::lang::Lang;
use shared::money::Euro;
use shared::notices::{Basis, Notice as Reckoned, Recorded, Supposed, explaining, recompute};
use shared::parameters::Set;
use shared::rates::Authorisation;
use yew::prelude::*;

use super::explain::{line, rate, why};
use super::recomputed::{cas, firm, groups};
use super::text::texts;
use crate::calculators::missing;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Chip, Field, FieldType, KeyValue, KeyValues, Notice,
    Severity, Stat,
};
use crate::words;

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
    let (typed_cas, set_cas) = use_query("ca");
    let (typed_size, set_size) = use_query("dipendenti");
    let now = firm(&props.basis);
    let picked = picked(typed_cas.as_deref(), &now);
    let size_text = typed_size.clone().unwrap_or_else(|| now.size.to_string());
    let size: Option<u32> = size_text.trim().parse().ok().filter(|size| *size <= MOST);
    let fits = use_memo((Rc::clone(&props.basis), props.set.version), {
        let (set, signed) = (Rc::clone(&props.set), props.said.signed());
        move |(basis, _)| explaining(basis, &set.contributions, &set.notices, signed)
    });
    let choose = {
        let (set_cas, set_size, now) = (set_cas.clone(), set_size.clone(), now.clone());
        Callback::from(move |firm: Supposed| {
            set_cas.emit((firm.cas != now.cas).then(|| written(&firm.cas)));
            set_size.emit((firm.size != now.size).then(|| firm.size.to_string()));
        })
    };
    let reset = {
        let (choose, now) = (choose.clone(), now.clone());
        Callback::from(move |_: MouseEvent| choose.emit(now.clone()))
    };
    let error = size.is_none().then_some(AttrValue::Static(words.size_wrong));
    let changed = typed_cas.is_some() || typed_size.is_some();
    let result = match size {
        Some(size) if changed => outcome(props, &Supposed { cas: picked.clone(), size }, lang),
        _ => html! {},
    };
    html! {
        <Card title={words.suppose} subtitle={words.suppose_lead}>
            <div class="stack">
                { fitting(&fits, &choose, lang) }
                <Field label={words.size} helper={words.size_help} {error} r#type={FieldType::Digits} value={size_text}
                    oninput={set_size.reform(Some)} />
                { codes(&props.set, &picked, &set_cas, lang) }
                if changed {
                    <div class="row"><Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={reset}>{ words.reset }</Button></div>
                }
                <div class="stack" aria-live="polite">{ result }</div>
            </div>
        </Card>
    }
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
fn codes(set: &Set, picked: &[Ca], pick: &Callback<Option<String>>, lang: Lang) -> Html {
    let words = texts(lang);
    let known = set.contributions.rates.authorisations();
    let mut all: Vec<Ca> = known.iter().map(|one| one.ca).collect();
    all.extend(picked.iter().copied().filter(|ca| !known.iter().any(|one| one.ca == *ca)));
    let chip = |ca: &Ca| {
        let selected = picked.contains(ca);
        let (ca, others) = (*ca, picked.to_vec());
        let onclick = pick.reform(move |_: MouseEvent| {
            let mut cas: Vec<Ca> = others.iter().copied().filter(|one| *one != ca).collect();
            if !selected {
                cas.push(ca);
            }
            Some(written(&cas))
        });
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
    let rate = match rate(said, set) {
        Ok((rate, _)) => rate,
        Err(value) => return html! { <p>{ missing(value, lang) }</p> },
    };
    let made = recompute(&set.notices, &said.recalculation(found.figures(said.cause), rate));
    let told = match &made {
        Ok(made) => in_words(made.as_ref(), said, lang),
        Err(error) => why(error, lang),
    };
    html! {
        <>
            <Notice severity={Severity::Info}><p>{ told }</p></Notice>
            { made.ok().flatten().map(|notice| arithmetic(&notice, lang)).unwrap_or_default() }
            { groups(&found, lang) }
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
