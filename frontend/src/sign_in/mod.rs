//! The way in: on a demo its invented people, elsewhere whom to ask.

mod text;

use shared::fault::Problem;
use shared::fiscal::PersonTaxCode;
use shared::lang::Lang;
use shared::session::{DemoSignIn, Persona, Personas, SignInWay, Viewer};
use yew::prelude::*;

use crate::api::CallError;
use crate::api::pending::use_pending;
use crate::i18n::use_lang;
use crate::remote::{Action, explain, use_action, use_remote};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, ButtonType, Card, Field, IconName, List, ListItem, Notice, Severity, Shape,
    Skeleton, Tone,
};
use crate::words;
use text::texts;

/// The sign-in page: the ways that this server has, or the word that it has none.
#[component]
pub fn SignIn() -> Html {
    let words = texts(use_lang());
    match use_session().ways.as_deref() {
        None => html! { <Skeleton shape={Shape::Table} count={16} /> },
        Some(ways) if ways.contains(&SignInWay::Demo) => html! { <Demo /> },
        Some(_) => html! {
            <Notice severity={Severity::Info} title={words.closed_title}><p>{ words.closed }</p></Notice>
        },
    }
}

/// The invented people.
#[component]
fn Demo() -> Html {
    let (lang, session) = (use_lang(), use_session());
    let words = texts(lang);
    let people = use_remote(&Personas {});
    let sign_in =
        use_action::<DemoSignIn>(Callback::from(move |viewer: Viewer| session.began(viewer)));
    let unknown = sign_in.error.as_ref().is_some_and(is_unknown);
    let by_code = html! {
        <Card key="code" title={words.by_code}><ByCode run={sign_in.run.clone()} busy={sign_in.busy} {unknown} /></Card>
    };
    // What stands below the people comes with them, so that nothing on the screen moves. The key keeps their card theirs.
    let choose = |list: Html| html! { <Card key="people" title={words.people} subtitle={words.people_hint}>{ list }</Card> };
    let ways = people.draw(
        lang,
        || html! { <>{ choose(html! { <Skeleton shape={Shape::Table} count={16} /> }) }</> },
        |people| {
            let entries = people.iter().map(|person| entry(person, &sign_in, lang));
            html! { <>{ choose(html! { <List>{ for entries }</List> }) }{ by_code }</> }
        },
    );
    html! {
        <>
            <Notice severity={Severity::Warning} title={words.not_inps_title}><p>{ words.not_inps }</p></Notice>
            if let Some(error) = sign_in.error.as_ref().filter(|_| !unknown) {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            { ways }
        </>
    }
}

fn entry(person: &Persona, sign_in: &Action<DemoSignIn>, lang: Lang) -> Html {
    let id = person.id.clone();
    let onclick = sign_in.run.reform(move |_: MouseEvent| DemoSignIn { persona: id.clone() });
    let description = [words::role(person.role, lang).as_str(), " · ", &person.place].concat();
    html! { <ListItem title={person.name.clone()} {description} icon={IconName::User} tone={Tone::Blue} {onclick} /> }
}

fn is_unknown(error: &CallError) -> bool {
    let named =
        |problem: &Problem| problem.errors.iter().any(|fault| fault.reason == "unknown_persona");
    matches!(error, CallError::Problem(problem) if named(problem))
}

#[derive(PartialEq, Properties)]
struct ByCodeProps {
    run: Callback<DemoSignIn>,
    busy: bool,
    unknown: bool,
}

/// The form for representatives whom a register extract brought.
#[component]
fn ByCode(props: &ByCodeProps) -> Html {
    let words = texts(use_lang());
    let typed = use_state_eq(AttrValue::default);
    let sent = use_state_eq(|| None::<AttrValue>);
    let pressed = use_state_eq(|| false);
    use_pending(!typed.is_empty());
    let refused = match PersonTaxCode::parse(&typed) {
        _ if typed.trim().is_empty() => Some(words.missing_code),
        Err(_) => Some(words.wrong_code),
        Ok(_) if props.unknown && sent.as_ref() == Some(&*typed) => Some(words.unknown_code),
        Ok(_) => None,
    };
    let wrong = refused.is_some_and(|reason| reason != words.unknown_code);
    let onsubmit = {
        let (typed, sent, pressed, run) =
            (typed.clone(), sent.setter(), pressed.setter(), props.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            pressed.set(true);
            sent.set(Some((*typed).clone()));
            if !wrong {
                run.emit(DemoSignIn { persona: typed.trim().to_uppercase() });
            }
        })
    };
    let oninput = {
        let (typed, pressed) = (typed.setter(), pressed.setter());
        Callback::from(move |text: String| {
            typed.set(text.into());
            pressed.set(false);
        })
    };
    let error = refused.filter(|_| *pressed).map(AttrValue::Static);
    html! {
        <form class="form" {onsubmit} novalidate=true>
            <Field label={words.tax_code} helper={words.tax_code_hint} value={(*typed).clone()} {oninput} {error} mono={true}
                maxlength={16} autocomplete="off" />
            <Button r#type={ButtonType::Submit} kind={ButtonKind::Tertiary} busy={props.busy}>{ words.enter }</Button>
        </form>
    }
}
