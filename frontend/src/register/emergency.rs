//! Entering what was registered by hand while the system was down.

use shared::calendar::{Day, Instant};
use shared::lang::Lang;
use shared::register::{Direction, LONGEST_REASON, Line, Recover};
use yew::prelude::*;

use super::text::texts;
use crate::api::CallError;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::ui::{
    Button, ButtonType, Card, Choice, Field, FieldType, Notice, Select, Severity, changing,
};

/// What is typed: all but the direction stays as it was written.
#[derive(Clone, Default, PartialEq)]
struct Typed {
    is_sent: bool,
    number: String,
    day: String,
    time: String,
    party: String,
    subject: String,
    cause: String,
}

impl Typed {
    fn at(&self) -> Option<Instant> {
        let (hour, minute) = self.time.trim().split_once([':', '.'])?;
        let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
        Instant::from_rome(Day::parse(&self.day)?, hour, minute).ok()
    }

    fn number(&self) -> Option<u64> {
        self.number.trim().parse().ok().filter(|number| *number > 0)
    }

    /// What is entered, if all of it was said.
    fn line(&self) -> Option<Recover> {
        let line = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Some(Recover {
            direction: if self.is_sent { Direction::Out } else { Direction::In },
            number: self.number()?,
            at: self.at()?,
            party: line(&self.party)?,
            subject: line(&self.subject)?,
            cause: line(&self.cause)?,
        })
    }

    /// What the next one begins with: the day and the cause are mostly the same, and its number follows.
    fn next(&self) -> Self {
        let number = self.number().map(|number| (number + 1).to_string()).unwrap_or_default();
        let (day, cause) = (self.day.clone(), self.cause.clone());
        Self { number, day, cause, is_sent: self.is_sent, ..Self::default() }
    }
}

/// The form.
#[component]
pub(super) fn ByHand() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (typed, tried) = (use_state_eq(Typed::default), use_state_eq(|| false));
    let entered = use_state_eq(|| None::<String>);
    let recover = use_action::<Recover>({
        let (typed, tried, entered) = (typed.clone(), tried.setter(), entered.setter());
        Callback::from(move |line: Line| {
            let said = (words.entered)(&line.number.to_string());
            announce(&said);
            entered.set(Some(said));
            typed.set(typed.next());
            tried.set(false);
        })
    });
    let onsubmit = {
        let (run, tried, line) = (recover.run.clone(), tried.setter(), typed.line());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match line.clone() {
                Some(line) => run.emit(line),
                None => tried.set(true),
            }
        })
    };
    let ways = [("", words.received), ("u", words.sent)];
    let choices = ways.map(|(value, label)| Choice { value: value.into(), label: label.into() });
    let onchange = changing(&typed, |typed, way: AttrValue| typed.is_sent = !way.is_empty());
    let way = if typed.is_sent { "u" } else { "" };
    let field = |label, helper, kind, of, is_wrong: bool| {
        line(&typed, (label, helper), kind, of, (*tried && is_wrong).then_some(words.required_here))
    };
    let is_empty = |text: &str| text.trim().is_empty();
    html! {
        <Card title={words.emergency} subtitle={words.emergency_help}>
            <form class="stack" {onsubmit} novalidate=true>
                <Select label={words.direction} choices={choices.to_vec()} value={way} {onchange} />
                { field(words.by_hand, words.by_hand_help, FieldType::Digits, |typed| &mut typed.number, typed.number().is_none()) }
                { field(words.day, "", FieldType::Date, |typed| &mut typed.day, Day::parse(&typed.day).is_none()) }
                { field(words.time, words.time_help, FieldType::Text, |typed| &mut typed.time, typed.at().is_none()) }
                { field(words.party, "", FieldType::Text, |typed| &mut typed.party, is_empty(&typed.party)) }
                { field(words.subject, "", FieldType::Text, |typed| &mut typed.subject, is_empty(&typed.subject)) }
                { field(words.cause, "", FieldType::Text, |typed| &mut typed.cause, is_empty(&typed.cause)) }
                if let Some(error) = &recover.error {
                    <Notice severity={Severity::Error} live={true}><p>{ refused(error, lang) }</p></Notice>
                }
                <div class="row"><Button r#type={ButtonType::Submit} busy={recover.busy}>{ words.enter }</Button></div>
                if let Some(said) = (*entered).clone() {
                    <Notice severity={Severity::Success}><p>{ said }</p></Notice>
                }
            </form>
        </Card>
    }
}

fn line(
    typed: &UseStateHandle<Typed>,
    (label, helper): (&'static str, &'static str),
    kind: FieldType,
    of: fn(&mut Typed) -> &mut String,
    error: Option<&'static str>,
) -> Html {
    let value = of(&mut (**typed).clone()).clone();
    let oninput = changing(typed, move |typed, text: String| *of(typed) = text);
    let helper = (!helper.is_empty()).then_some(AttrValue::Static(helper));
    let error = error.map(AttrValue::Static);
    html! { <Field {label} {helper} {error} r#type={kind} {value} {oninput} maxlength={LONGEST_REASON as u32} /> }
}

/// Why it was not entered.
fn refused(error: &CallError, lang: Lang) -> AttrValue {
    let words = texts(lang);
    let CallError::Problem(problem) = error else { return explain(lang, error) };
    let fault = problem.errors.first().map(|fault| (fault.field.as_str(), fault.reason.as_str()));
    match fault {
        Some(("number", "twice")) => AttrValue::Static(words.twice),
        Some(("at", "future")) => AttrValue::Static(words.future),
        _ => explain(lang, error),
    }
}
