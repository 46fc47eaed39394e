//! One piece of evidence: why, how much, by when, what it stops, and what to do next.

use std::rc::Rc;

use shared::auth::{Resource, Verb};
use shared::evidence::{Act, Action, Detail, Link as Hand, Named, Show, State};
use shared::ids::{CompanyId, RequestId};
use shared::lang::Lang;
use yew::prelude::*;

use super::act::{Actions, Offer, Target};
use super::cause::sentence;
use super::item::{kind_words, months, position, severity, standing};
use super::steps::steps;
use super::text::{names, texts};
use crate::changes::record_href;
use crate::companies::use_company_name;
use crate::durc::covered_by;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::remote::{use_action, use_remote};
use crate::route::Route;
use crate::session::{can, use_viewer};
use crate::ui::{
    Card, KeyValue, KeyValues, Link, LinkButton, List, ListItem, Notice, Severity, Shape, Skeleton,
    Tag,
};
use crate::{parameters, words};

/// Props of [`Piece`].
#[derive(PartialEq, Properties)]
pub struct PieceProps {
    /// Of which company.
    pub company: CompanyId,
    /// Which, by its key.
    pub piece: &'static str,
}

/// The piece. Whoever takes care of evidence has seen what they opened.
#[component]
pub fn Piece(props: &PieceProps) -> Html {
    let (lang, company, piece) = (use_lang(), props.company, props.piece);
    let viewer = use_viewer();
    let remote = use_remote(&Show { company, key: piece.to_owned() });
    let kind = remote.value.as_ref().map(|found| kind_words(found.tracked.evidence.kind, lang));
    let company_name = use_company_name(company);
    use_heading(kind, company_name);
    let named = Rc::new(vec![Named { company, key: piece.to_owned() }]);
    let see = use_action::<Act>(remote.reload.reform(|_| ()));
    let is_new = remote.value.as_ref().is_some_and(|found| found.tracked.state == State::New);
    let unseen = is_new && can(&viewer, Resource::Evidence, Verb::Create);
    use_effect_with(unseen, {
        let (run, items) = (see.run.clone(), named.to_vec());
        move |unseen| {
            if *unseen {
                run.emit(Act { action: Action::See, items, which: None, company: None });
            }
        }
    });
    let body = remote.draw(
        lang,
        || html! { <><Skeleton shape={Shape::Card} count={6} /><Skeleton shape={Shape::Card} count={4} /></> },
        |found| full(found, &named, remote.reload.clone(), lang),
    );
    html! { <div class="pane-record stack">{ body }</div> }
}

fn full(found: &Detail, named: &Rc<Vec<Named>>, ondone: Callback<()>, lang: Lang) -> Html {
    let words = texts(lang);
    let evidence = &found.tracked.evidence;
    let (tone, label) = standing(found.tracked.state.standing(), lang);
    let offer = match found.tracked.state {
        State::Archived { .. } => Some(Offer::Archived),
        State::Resolved => None,
        _ => Some(Offer::Open),
    };
    let target = Target::Named(named.clone());
    html! {
        <>
            { state_notice(&found.tracked.state, lang) }
            <Card title={words.why} aside={html! { <Tag {tone} {label} /> }}>
                <div class="stack">
                    <p>{ sentence(&evidence.cause, lang) }</p>
                    { severity(found.severity, lang) }
                    { origins(found, lang) }
                </div>
            </Card>
            <Card title={words.facts} subtitle={(words.checked)(&words::day(found.checked, lang))}><KeyValues items={facts(found, lang)} /></Card>
            { for found.parameters.map(|version| parameters::version(version, lang)) }
            if !evidence.steps.is_empty() {
                <Card title={words.next}>{ steps(found, lang) }</Card>
            }
            <Card title={words.procedure_title}>
                <div class="stack">
                    <ol class="evidence-procedure">{ for evidence.kind.procedure().iter().map(|step| html! { <li>{ (names(lang).procedure)(*step) }</li> }) }</ol>
                    <p class="muted">{ words.law }{ ": " }{ (names(lang).law)(evidence.kind) }</p>
                </div>
            </Card>
            if let Some(offer) = offer {
                <Actions {target} {offer} {ondone} />
            }
            <Card title={words.history}>{ history(found, lang) }</Card>
        </>
    }
}

/// What was done about it, where something was.
fn state_notice(state: &State, lang: Lang) -> Html {
    let words = texts(lang);
    let title = match state {
        State::InHand { link } => {
            if let Hand::Request(request) = link
                && let Ok(request) = request.parse()
            {
                return asked(request, lang);
            }
            let (Hand::Request(text)
            | Hand::Appointment(text)
            | Hand::Petition(text)
            | Hand::Payment(text)
            | Hand::Note(text)) = link;
            (words.in_hand_by)(text)
        }
        State::Archived { reason } => (words.archived_why)(reason),
        State::New | State::Seen | State::Resolved => return html! {},
    };
    html! { <Notice severity={Severity::Info} {title} /> }
}

/// The office has a request about it.
fn asked(request: RequestId, lang: Lang) -> Html {
    let words = texts(lang);
    let href = Route::Request { request }.href();
    html! {
        <Notice severity={Severity::Info} title={words.in_hand_asked}><p><Link {href}>{ words.open_request }</Link></p></Notice>
    }
}

fn facts(found: &Detail, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let evidence = &found.tracked.evidence;
    let amount = match evidence.amount {
        Some(amount) => KeyValue::mono(words.amount, words::euro(amount, lang)),
        None => KeyValue::text(words.amount, words.no_amount),
    };
    let durc = match (found.severity.durc, evidence.durc_from) {
        (true, _) => AttrValue::Static(words.yes),
        (false, Some(day)) => (words.durc_from)(&words::day(day, lang)).into(),
        (false, None) if evidence.tolerated => AttrValue::Static(words.durc_tolerated),
        (false, None) if evidence.covers.is_empty() => AttrValue::Static(words.no),
        (false, None) => (words.durc_covered)(&covered_by(&evidence.covers, lang)).into(),
    };
    let mut items = vec![
        KeyValue::text(words.client, found.name.clone()),
        KeyValue::mono(words.tax_code, found.tax_code.clone()),
        KeyValue::text(words.about, position(evidence.code.as_deref(), lang)),
        KeyValue::text(words.position_state, words::position(found.position, lang).1),
        amount,
        KeyValue::text(words.only_durc, durc),
    ];
    items.extend(months(evidence.months, lang).map(|months| KeyValue::text(words.month, months)));
    items.extend(
        evidence
            .gestione
            .map(|one| KeyValue::text(words.gestione_label, (names(lang).gestione)(one))),
    );
    items.extend(evidence.deadlines.iter().map(|deadline| {
        let day = words::day(deadline.day, lang);
        let passed = deadline.day < found.checked;
        let value = match passed {
            true => [&day, " (", words.passed, ")"].concat(),
            false => day.to_string(),
        };
        KeyValue::text(deadline.term.words().of(lang), value)
    }));
    if evidence.deadlines.is_empty() {
        items.push(KeyValue::text(words.deadline, words.no_deadline));
    }
    items.push(KeyValue::text(words.since, words::day(found.tracked.since, lang)));
    items
}

/// The way to what it comes from.
fn origins(found: &Detail, lang: Lang) -> Html {
    let (words, company) = (texts(lang), found.company);
    let declaration = found
        .declaration
        .map(|declaration| (Route::Declaration { company, declaration }.href(), words.open_month));
    let record = found.subject.as_ref().and_then(|subject| record_href(company, subject));
    let record = record.map(|href| (href, words.open_record));
    let payments =
        found.tracked.evidence.amount.is_some() && found.tracked.evidence.months.is_some();
    let payments = payments.then(|| (Route::Payments { company }.href(), words.open_payments));
    let links = [declaration, record, payments];
    html! {
        <span class="row">
            { for links.into_iter().flatten().map(|(href, label)| html! { <LinkButton key={label} {href}>{ label }</LinkButton> }) }
        </span>
    }
}

fn history(found: &Detail, lang: Lang) -> Html {
    let lines = found.history.iter().enumerate().map(|(at, entry)| {
        let title = (names(lang).happened)(entry.what);
        let said = [
            Some(words::moment(entry.at, lang).to_string()),
            entry.who.clone(),
            entry.note.clone(),
        ];
        let description = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        html! { <ListItem key={at} {title} {description} /> }
    });
    html! { <List>{ for lines }</List> }
}
