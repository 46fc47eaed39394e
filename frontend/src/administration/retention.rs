//! For how long what is over is kept, with a trial of what would go.

use shared::attachments::LIMITS;
use shared::changes::KEPT_MONTHS;
use shared::lang::Lang;
use shared::notifications::KEPT_DAYS;
use shared::requests::{Forgettable, RequestParameters, Retention};
use yew::prelude::*;

use super::form::{Scope, foot, from_and_why, number};
use super::text::texts;
use super::{Kept, use_save};
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::ui::{Card, KeyValue, KeyValues, Shape, Skeleton};
use crate::words;

/// Props of [`Keeping`].
#[derive(PartialEq, Properties)]
pub(super) struct KeepingProps {
    /// What holds.
    pub kept: Kept,
}

/// What holds, and the form of something else.
#[component]
pub(super) fn Keeping(props: &KeepingProps) -> Html {
    let lang = use_lang();
    let (words, kept) = (texts(lang), &props.kept);
    let save = use_save(kept);
    let scope = use_state_eq(Scope::default);
    let now = kept.set.retention.steps().last().map(|step| step.value);
    let typed = use_state_eq(|| now.map(as_typed).unwrap_or_default());
    let said = read(&typed);
    let onclick = {
        let (scope, run, set) = (scope.clone(), save.run.clone(), kept.set.clone());
        Callback::from(move |_: MouseEvent| {
            match said.and_then(|value| next(&set, &scope, value)) {
                Some(next) => run.emit((next, scope.source.trim().to_owned())),
                None => scope.set(Scope { tried: true, ..(*scope).clone() }),
            }
        })
    };
    let line = |at: usize| number(&typed, at, &words.months, at > 0);
    let is_wrong = scope.tried && said.is_none();
    html! {
        <>
            if let Some(now) = now { <Card title={words.keeping_now}><KeyValues items={items(now, lang)} /></Card> }
            <Card title={words.kept_fixed} subtitle={words.kept_fixed_help}><KeyValues items={fixed(lang)} /></Card>
            <Card title={words.keeping_new} subtitle={words.keeping_help}>
                <div class="stack">
                    { for (0..3).map(line) }
                    if is_wrong { <p class="field-error" role="alert">{ words.keeping_wrong }</p> }
                    if let Some(value) = said { <Trial {value} /> }
                    { from_and_why(&scope, lang) }
                    { foot(&save, onclick, lang) }
                </div>
            </Card>
        </>
    }
}

fn as_typed(now: Retention) -> [String; 3] {
    let months = |months: Option<u16>| months.map(|months| months.to_string()).unwrap_or_default();
    [now.drafts_months.to_string(), months(now.files_months), months(now.requests_months)]
}

/// What is typed, where it can be; nothing stands for ever.
fn read([drafts, files, requests]: &[String; 3]) -> Option<Retention> {
    let months = |text: &String| match text.trim() {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    let drafts_months = drafts.trim().parse().ok()?;
    let value = Retention {
        drafts_months,
        files_months: months(files)?,
        requests_months: months(requests)?,
    };
    value.is_sound().then_some(value)
}

/// What holds with another step, if its day follows those before it.
fn next(set: &RequestParameters, scope: &Scope, value: Retention) -> Option<RequestParameters> {
    let retention = scope.step(&set.retention, value)?;
    Some(RequestParameters { retention, ..set.clone() })
}

fn items(now: Retention, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let said = as_typed(now).into_iter().zip(words.months);
    let item = |(months, label): (String, &'static str)| match months.is_empty() {
        true => KeyValue::text(label, words.for_ever),
        false => KeyValue::mono(label, months),
    };
    said.map(item).collect()
}

/// What goes by itself after a time that nobody changes, and what never does.
fn fixed(lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let [notifications, changes, uploads, protocol, audit] = words.kept_of;
    let day = LIMITS.hours / 24;
    vec![
        KeyValue::text(notifications, (words.kept_days)(KEPT_DAYS)),
        KeyValue::text(changes, (words.kept_months)(KEPT_MONTHS)),
        KeyValue::text(uploads, (words.kept_days)(day)),
        KeyValue::text(protocol, words.for_ever),
        KeyValue::text(audit, words.for_ever),
    ]
}

#[derive(PartialEq, Properties)]
struct TrialProps {
    value: Retention,
}

/// What would be forgotten today.
#[component]
fn Trial(props: &TrialProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let Retention { drafts_months, files_months, requests_months } = props.value;
    let found = use_remote(&Forgettable { drafts_months, files_months, requests_months });
    let waiting = || html! { <Skeleton shape={Shape::Lines} count={3} /> };
    let content = found.draw(lang, waiting, |found| {
        let counts = words.forgotten.iter().zip([found.drafts, found.files, found.requests]);
        let items = counts.map(|(label, count)| KeyValue::mono(*label, words::count(count, lang)));
        html! { <KeyValues items={items.collect::<Vec<_>>()} /> }
    });
    html! { <div role="group" aria-label={words.trial}><p>{ words.trial }</p>{ content }</div> }
}
