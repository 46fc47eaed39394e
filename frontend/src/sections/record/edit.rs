//! Correcting a record: its fields by kind, the reason, and what to do when somebody else was faster.

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{self, Cells, Correct, Field, FieldRole, Kind, Problem, REASON, Record};
use yew::prelude::*;

use super::problem;
use super::reason::ReasonField;
use crate::api::CallError;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::sections::archive::Archive;
use crate::sections::list::{choices, input_type};
use crate::sections::text::{Texts, texts};
use crate::ui::{
    Button, ButtonKind, ButtonType, Card, ErrorSummary, Field as Input, FieldError, FieldType,
    Notice, Select, Severity,
};

/// The id of the field of the reason.
const REASON_ID: &str = "correction-reason";

/// Props of [`Edit`].
#[derive(PartialEq, Properties)]
pub struct EditProps {
    /// Of which company.
    pub company: CompanyId,
    /// Of which archive.
    pub archive: Archive,
    /// The record as it is now.
    pub record: Rc<Record>,
    /// Asks for it again.
    pub reload: Callback<()>,
    /// It stays as it is.
    pub oncancel: Callback<()>,
    /// It was corrected.
    pub ondone: Callback<()>,
}

/// The form. What was typed stays whatever happens; where the record changed meanwhile, each such field says what it says now.
#[component]
pub fn Edit(props: &EditProps) -> Html {
    let (lang, archive) = (use_lang(), props.archive);
    let words = texts(lang);
    let begun = use_memo((), |()| props.record.row.cells.clone());
    let typed = use_state(|| first_texts(archive, &begun, lang));
    let reason = use_state_eq(String::new);
    let tries = use_state_eq(|| 0_u32);
    let action = use_action::<Correct>(props.ondone.reform(|_| ()));
    let read = read(archive, &typed);
    let problems = match (&read, *tries) {
        (_, 0) => Vec::new(),
        (Ok(_), _) => refused(archive, action.error.as_ref()),
        (Err(problems), _) => problems.clone(),
    };
    let enough = REASON.contains(&reason.trim().chars().count());
    let reason_wrong = (*tries > 0 && !enough).then_some(AttrValue::Static(words.reason_missing));
    let onsubmit = {
        let (tries, run, reason) = (tries.clone(), action.run.clone(), reason.clone());
        let (company, record) = (props.company, props.record.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tries.set(*tries + 1);
            if let (Ok(cells), true) = (&read, enough) {
                run.emit(Correct {
                    company,
                    section: archive.slug.to_owned(),
                    key: record.row.key.clone(),
                    version: record.version,
                    reason: reason.trim().to_owned(),
                    cells: cells.clone(),
                });
            }
        })
    };
    let set = setter(&typed);
    let conflict = is_unread(action.error.as_ref(), props.record.version);
    let moved = |place: usize, field: &Field| {
        moved(&begun, &props.record.row.cells, place, field, words, lang)
    };
    let fields =
        archive.0.fields.iter().enumerate().filter(|(_, field)| field.role != FieldRole::Hidden);
    html! {
        <Card title={words.correct_title} subtitle={words.correct_text}>
            <form {onsubmit} novalidate={true}>
                <ErrorSummary title={words.check} errors={summary(archive, &problems, reason_wrong.as_ref(), words, lang)} tries={*tries} />
                { refusal(&action.error, conflict, &props.reload, lang) }
                { for fields.map(|(place, field)| {
                    let wrong = problems.iter().find(|(wrong, _)| *wrong == place).map(|(_, wrong)| *wrong);
                    let value = typed.get(place).cloned().unwrap_or_default();
                    control(&Asked { place, field, value, wrong, of_key: archive.key.contains(&field.name), moved: moved(place, field) }, &set, lang)
                }) }
                <ReasonField id={REASON_ID} reason={reason.clone()} error={reason_wrong} />
                <div class="row">
                    <Button r#type={ButtonType::Submit} busy={action.busy}>{ words.save }</Button>
                    <Button kind={ButtonKind::Ghost} onclick={props.oncancel.reform(|_| ())}>{ words.cancel }</Button>
                </div>
            </form>
        </Card>
    }
}

/// Changes what is typed into one field.
fn setter(typed: &UseStateHandle<Vec<String>>) -> Callback<(usize, String)> {
    let typed = typed.clone();
    Callback::from(move |(place, text): (usize, String)| {
        let mut next = (*typed).clone();
        if let Some(value) = next.get_mut(place) {
            *value = text;
        }
        typed.set(next);
    })
}

/// Whether somebody else was faster, and what they made of the record was not read yet.
fn is_unread(error: Option<&CallError>, version: u64) -> bool {
    error.is_some_and(|error| is_conflict(error) && current(error) != Some(version))
}

/// What the fields begin with: as a person would write it.
fn first_texts(archive: Archive, cells: &Cells, lang: Lang) -> Vec<String> {
    let fields = archive.0.fields.iter().zip(cells);
    fields
        .map(|(field, cell)| {
            let text = cell.clone().unwrap_or_default();
            match (field.kind, lang) {
                (Kind::Euro | Kind::Percent, Lang::It | Lang::De) => text.replace('.', ","),
                _ => text,
            }
        })
        .collect()
}

fn read(archive: Archive, typed: &[String]) -> Result<Cells, Vec<(usize, Problem)>> {
    let written: Vec<Option<&str>> = typed.iter().map(|text| Some(text.as_str())).collect();
    archive.read(&written)
}

/// What the server found wrong with fields, where it found something that was not seen here.
fn refused(archive: Archive, error: Option<&CallError>) -> Vec<(usize, Problem)> {
    let Some(CallError::Problem(refusal)) = error else { return Vec::new() };
    let known = |reason: &str| PROBLEMS.into_iter().find(|problem| problem.name() == reason);
    let faults = refusal.errors.iter();
    faults
        .filter_map(|fault| {
            let (place, _) = archive.field(&fault.field)?;
            Some((place, known(&fault.reason).unwrap_or(Problem::Shape)))
        })
        .collect()
}

/// Problems that only the server may find.
const PROBLEMS: [Problem; 6] = [
    Problem::Missing,
    Problem::Before,
    Problem::Key,
    Problem::Code,
    Problem::Negative,
    Problem::Office,
];

/// What a field says in the archive by now, if somebody changed it since the form was opened.
fn moved(
    begun: &Cells,
    now: &Cells,
    place: usize,
    field: &Field,
    words: &Texts,
    lang: Lang,
) -> Option<AttrValue> {
    let (before, now) = (begun.get(place)?, now.get(place)?);
    (before != now).then(|| {
        let said =
            now.as_deref().map_or(words.nothing.to_owned(), |now| sections::cell(field, now, lang));
        (words.says_now)(&said).into()
    })
}

fn summary(
    archive: Archive,
    problems: &[(usize, Problem)],
    reason: Option<&AttrValue>,
    words: &'static Texts,
    lang: Lang,
) -> Vec<FieldError> {
    let mut errors: Vec<FieldError> = problems
        .iter()
        .filter_map(|(place, wrong)| {
            let field = archive.0.fields.get(*place)?;
            let text = [field.label(lang), ": ", problem(*wrong, lang)].concat();
            Some(FieldError { id: control_id(field), text: text.into() })
        })
        .collect();
    if let Some(reason) = reason {
        let text = [words.reason, ": ", reason.as_str()].concat();
        errors.push(FieldError { id: REASON_ID.into(), text: text.into() });
    }
    errors
}

fn control_id(field: &Field) -> AttrValue {
    ["cell-", field.name].concat().into()
}

/// Why it was not done. After a conflict the record can be read again beside what was typed.
fn refusal(error: &Option<CallError>, conflict: bool, reload: &Callback<()>, lang: Lang) -> Html {
    let words = texts(lang);
    match error {
        _ if conflict => html! {
            <Notice severity={Severity::Warning} title={words.conflict} live={true}>
                <p>{ words.conflict_text }</p>
                <Button kind={ButtonKind::Tertiary} onclick={reload.reform(|_| ())}>{ words.compare }</Button>
            </Notice>
        },
        Some(error) if !is_conflict(error) => {
            html! { <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice> }
        }
        _ => html! {},
    }
}

/// The version now current, where a refusal tells it.
fn current(error: &CallError) -> Option<u64> {
    match error {
        CallError::Problem(refusal) => refusal.value,
        CallError::Offline | CallError::Unreadable(_) => None,
    }
}

fn is_conflict(error: &CallError) -> bool {
    matches!(error, CallError::Problem(refusal) if refusal.code == "conflict")
}

/// A field as it is asked.
struct Asked {
    place: usize,
    field: &'static Field,
    value: String,
    wrong: Option<Problem>,
    of_key: bool,
    moved: Option<AttrValue>,
}

fn control(asked: &Asked, set: &Callback<(usize, String)>, lang: Lang) -> Html {
    let words = texts(lang);
    let Asked { place, field, .. } = *asked;
    let label = field.label(lang);
    let error = asked.wrong.map(|wrong| AttrValue::Static(problem(wrong, lang)));
    let helper = match asked.of_key {
        true => Some(AttrValue::Static(words.key_stays)),
        false => asked.moved.clone(),
    };
    let (id, value) = (control_id(field), asked.value.clone());
    if matches!(field.kind, Kind::Code(_) | Kind::Flag) {
        let mut choices = choices(field, words.nothing, lang);
        if field.required {
            choices.remove(0);
        }
        let onchange = set.reform(move |value: AttrValue| (place, value.to_string()));
        return html! { <Select {id} {label} {choices} {value} {onchange} {helper} {error} disabled={asked.of_key} /> };
    }
    let maxlength = match field.kind {
        Kind::Text(most) | Kind::Number(most) => Some(u32::from(most)),
        _ => None,
    };
    let long = matches!(field.kind, Kind::Text(most) if most > 200);
    let r#type = if long { FieldType::Area } else { input_type(field.kind) };
    html! {
        <Input {id} {label} {value} {r#type} {helper} {error} {maxlength} optional={!field.required} disabled={asked.of_key}
            oninput={set.reform(move |text: String| (place, text))} />
    }
}
