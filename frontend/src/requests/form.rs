//! What is written for one act.

use std::rc::Rc;

use shared::calendar::Day;
use shared::desk::{Destinations, Filled};
use shared::ids::AttachmentId;
use shared::lang::Lang;
use shared::requests::topics::Unit;
use shared::requests::words::{CONTESTABLE, LAW, NEXT, aspect_asked};
use shared::requests::{Action, Aspect, Kind, LONGEST_TEXT, Queue, State, Thread};
use shared::sections::Phrase;
use yew::prelude::*;

use super::names::{choice, over_long, state, unfilled};
use super::new::problem_words;
use super::text::{Texts, texts};
use super::written::{Missing, OUTCOMES, Word, Written, word_of};
use crate::attachments::Uploader;
use crate::desk::{Modules, use_targets};
use crate::events;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::search::Choose;
use crate::ui::{Choice, Field, FieldType, Notice, Select, Severity};

/// Props of [`Form`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormProps {
    pub kind: Kind,
    pub thread: Rc<Thread>,
    pub written: Written,
    /// Whether it was tried to send it.
    pub tried: bool,
    pub oninput: Callback<Written>,
    /// Whether documents are on their way still, or refused.
    pub unready: bool,
    pub on_ready: Callback<bool>,
    /// How often something was done: what was sent is none of the next message's.
    pub done: u32,
}

/// Changes one part of what is written.
type Put = fn(&mut Written, String);

impl FormProps {
    fn set(&self, put: Put) -> Callback<String> {
        let written = self.written.clone();
        self.oninput.reform(move |value: String| {
            let mut written = written.clone();
            put(&mut written, value);
            written
        })
    }

    /// The documents that go with it.
    fn documents(&self, lang: Lang) -> Html {
        let written = self.written.clone();
        let on_change = self.oninput.reform(move |attachments: Vec<AttachmentId>| Written {
            attachments,
            ..written.clone()
        });
        html! {
            <>
                <Uploader key={self.done} value={self.written.attachments.clone()} {on_change} on_ready={self.on_ready.clone()} />
                if self.tried && self.unready { <Unready {lang} /> }
            </>
        }
    }

    /// Whether it was tried to send it without something.
    fn lacks(&self, part: Missing) -> bool {
        self.tried && self.written.action(self.kind, self.thread.office) == Err(part)
    }

    fn error(&self, part: Missing, lang: Lang) -> Option<AttrValue> {
        self.lacks(part).then_some(AttrValue::Static(texts(lang).required))
    }

    /// That a placeholder is left in a text that the company reads.
    fn unfilled(&self, text: &str, lang: Lang) -> Option<AttrValue> {
        unfilled(text, lang).filter(|_| self.lacks(Missing::Value))
    }

    fn choose(&self, label: &'static str, choices: Vec<Choice>, lang: Lang) -> Html {
        let onchange = self.set(|written, value| {
            written.choice = value;
            // Beside other stars it would say something else.
            written.aspect.clear();
        });
        let onchange = onchange.reform(|value: AttrValue| value.to_string());
        let error = self.error(Missing::Choice, lang);
        html! { <Select {label} {choices} value={self.written.choice.clone()} {error} {onchange} /> }
    }

    fn line(&self, label: Phrase, value: &str, r#type: FieldType, put: Put, lang: Lang) -> Html {
        let (label, error) = (label.of(lang), self.unfilled(value, lang));
        html! { <Field {label} {r#type} optional={true} value={value.to_owned()} {error} oninput={self.set(put)} /> }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct UnreadyProps {
    pub lang: Lang,
}

/// Says why a message with documents waits.
#[component]
pub(crate) fn Unready(props: &UnreadyProps) -> Html {
    html! { <Notice severity={Severity::Warning} live={true}><p>{ texts(props.lang).unready }</p></Notice> }
}

/// The fields of an act.
#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let lang = use_lang();
    let (words, written) = (texts(lang), &props.written);
    let before = match props.kind {
        Kind::CallBack => {
            let error =
                props.error(Missing::Phone, lang).map(|required| match written.phone.is_empty() {
                    true => required,
                    false => problem_words("phone", "not_a_number", lang).into(),
                });
            let oninput = props.set(|written, value| written.phone = value);
            html! { <Field label={words.phone} value={written.phone.clone()} {error} {oninput} autocomplete="tel" /> }
        }
        Kind::Rate => rating(props, lang),
        Kind::Assign => html! { <Colleagues ..props.clone() /> },
        Kind::Merge => html! { <Targets ..props.clone() /> },
        Kind::Transfer => html! { <To ..props.clone() /> },
        Kind::Close => props.choose(words.outcome, chosen(words.choose, outcomes(lang)), lang),
        Kind::Answer => html! {
            <>
                <Module ..props.clone() />
                { props.choose(words.outcome, chosen(words.no_outcome, outcomes(lang)), lang) }
            </>
        },
        _ => html! {},
    };
    let label = Texts::of(&words.labels, props.kind);
    let word = word_of(props.kind);
    let (text, put): (&String, Put) = (
        written.word(word),
        match word {
            Word::Text => |written, value| written.text = value,
            Word::Note => |written, value| written.note = value,
            Word::Comment => |written, value| written.comment = value,
        },
    );
    let error = over_long(&written.words(props.kind), props.kind.longest(), lang)
        .or_else(|| props.error(Missing::Text, lang))
        // A note is the office's own.
        .or_else(|| props.unfilled(text, lang).filter(|_| word != Word::Note));
    let oninput = props.set(put);
    html! {
        <div class="stack">
            { before }
            if !label.is_empty() {
                <Field r#type={FieldType::Area} {label} value={text.clone()} {error} {oninput} />
            }
            { after(props, lang) }
            if props.kind.takes_documents() { { props.documents(lang) } }
        </div>
    }
}

/// What is written after the words.
fn after(props: &FormProps, lang: Lang) -> Html {
    let (words, written) = (texts(lang), &props.written);
    match props.kind {
        Kind::Answer => html! {
            <>
                { props.line(LAW, &written.law, FieldType::Text, |written, value| written.law = value, lang) }
                { props.line(NEXT, &written.next, FieldType::Area, |written, value| written.next = value, lang) }
                { contestable(props, lang) }
            </>
        },
        Kind::Assign => {
            let (label, value) = (Texts::of(&words.labels, Kind::Take), written.comment.clone());
            let error =
                over_long(&value, LONGEST_TEXT, lang).or_else(|| props.unfilled(&value, lang));
            let oninput = props.set(|written, value| written.comment = value);
            html! { <Field r#type={FieldType::Area} {label} {value} {error} {oninput} /> }
        }
        _ => html! {},
    }
}

/// Stars, and then what was good or what was hard.
fn rating(props: &FormProps, lang: Lang) -> Html {
    let (words, written) = (texts(lang), &props.written);
    let stars = (1..=5).rev().map(|stars| choice(stars.to_string(), (words.stars)(stars)));
    let stars = props.choose(words.rating, chosen(words.choose, stars), lang);
    let Ok(given) = written.choice.parse::<u8>() else { return stars };
    let named =
        |(at, aspect): (usize, &Aspect)| choice(at.to_string(), aspect.name(given).of(lang));
    let choices = chosen(words.choose, Aspect::ALL.iter().enumerate().map(named));
    let onchange = props.set(|written, value| written.aspect = value);
    let onchange = onchange.reform(|value: AttrValue| value.to_string());
    let label = aspect_asked(given).of(lang);
    html! { <>{ stars }<Select {label} {choices} value={written.aspect.clone()} {onchange} /></> }
}

/// Until when it can be contested: a day that is still to come.
fn contestable(props: &FormProps, lang: Lang) -> Html {
    let value = props.written.contestable.clone();
    let past = Day::parse(&value).filter(|day| is_past(*day));
    let error = past.map(|_| AttrValue::Static(texts(lang).past));
    let oninput = props.set(|written, value| written.contestable = value);
    html! {
        <Field label={CONTESTABLE.of(lang)} r#type={FieldType::Date} optional={true} {value} {error} {oninput} />
    }
}

/// Whether an answer can be contested until a day that has passed already: the field says so.
pub(super) fn is_over(action: &Action) -> bool {
    matches!(action, Action::Answer { answer, .. } if answer.contestable.is_some_and(is_past))
}

fn is_past(day: Day) -> bool {
    day < events::now().day_in_rome()
}

fn chosen(none: &'static str, choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    [choice("", none)].into_iter().chain(choices).collect()
}

fn outcomes(lang: Lang) -> impl Iterator<Item = Choice> {
    let named = move |(at, outcome): (usize, &shared::requests::Outcome)| {
        choice(at.to_string(), state(State::Closed(*outcome), lang).1)
    };
    OUTCOMES.iter().enumerate().map(named)
}

/// The office and the unit that it goes to, each by its name; of an office only the units that it has.
#[component]
fn To(props: &FormProps) -> Html {
    let lang = use_lang();
    let (words, thread, written) = (texts(lang), &props.thread, &props.written);
    let known = use_remote(&Destinations {});
    let known = known.value.as_deref();
    let all = known.map(|known| known.offices.as_slice()).unwrap_or_default();
    let office = written.office.clone().unwrap_or_else(|| thread.office.to_string());
    let chosen_one = all.iter().find(|one| one.office.as_str() == office);
    let has = |unit: Unit| chosen_one.is_none_or(|one| one.units.contains(&unit));
    let units = known.into_iter().flat_map(|known| &known.units).filter(|one| has(one.unit));
    let units = units.map(|one| choice(one.unit.to_string(), one.name.of(lang).to_owned()));
    // Two offices of one name are told apart by their codes.
    let named = |code: &str, name: &str| choice(code.to_owned(), [name, " · ", code].concat());
    let offices = match all {
        // Until they are there, the one that it is with can be chosen.
        [] => vec![named(thread.office.as_str(), &thread.office_name)],
        all => all.iter().map(|one| named(one.office.as_str(), &one.name)).collect(),
    };
    let onoffice = props.set(|written, value| {
        written.office = Some(value);
        // Another one may not have the unit.
        written.unit.clear();
    });
    let onunit = props.set(|written, value| written.unit = value);
    let [onoffice, onunit] =
        [onoffice, onunit].map(|set| set.reform(|value: AttrValue| value.to_string()));
    html! {
        <>
            <Choose label={words.office} choices={offices} value={office}
                error={props.error(Missing::Office, lang)} onchange={onoffice} />
            <Select label={words.unit} choices={chosen(words.choose, units)} value={written.unit.clone()}
                error={props.error(Missing::Unit, lang)} onchange={onunit} />
        </>
    }
}

/// The requests in which a duplicate can go on.
#[component]
fn Targets(props: &FormProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let targets = use_targets(props.thread.id);
    props.choose(words.into, chosen(words.choose, targets.into_iter()), lang)
}

/// A text module that is put into the answer. It is taken out again only while what it made was not changed, so that nothing typed is lost.
#[component]
fn Module(props: &FormProps) -> Html {
    let inserted = use_state(|| None::<(Written, Written)>);
    let onchoose = {
        let (written, oninput, inserted) =
            (props.written.clone(), props.oninput.clone(), inserted.setter());
        Callback::from(move |module: Filled| {
            let made = written.with(&module);
            inserted.set(Some((written.clone(), made.clone())));
            oninput.emit(made);
        })
    };
    let before = inserted.as_ref().filter(|(_, made)| *made == props.written);
    let onundo = before.map(|(before, _)| {
        let before = before.clone();
        props.oninput.reform(move |()| before.clone())
    });
    let Written { text, law, next, .. } = &props.written;
    let written = [text, law, next].map(|text| AttrValue::from(text.clone()));
    html! { <Modules thread={props.thread.clone()} {written} {onchoose} {onundo} /> }
}

/// Who works here, each with how much they have.
#[component]
fn Colleagues(props: &FormProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let queue = use_remote(&Queue { limit: Some(1), ..Queue::default() });
    let here = queue.value.as_ref().map(|queue| queue.colleagues.as_slice()).unwrap_or_default();
    let choices = here
        .iter()
        .map(|one| choice(one.person.to_string(), (words.colleague)(&one.name, one.open)));
    props.choose(words.to, chosen(words.choose, choices), lang)
}
