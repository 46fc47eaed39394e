//! Until when contributions, or what was paid unduly, can be claimed: the term, what lets it begin anew, and what stops it.

use std::rc::Rc;

use shared::calendar::Day;
use shared::lang::Lang;
use shared::parameters::{Confidence, Missing, Set};
use shared::terms::{Claim, Prescription, Suspension, prescription, suspensions};
use yew::prelude::*;

use super::CalculatorProps;
use super::form::{Form, Read, Wrong, optional, use_form};
use super::outcome::{doubt, foot, law, missing, page, refused, table, waiting};
use super::text::{claims, nth, texts};
use crate::events;
use crate::i18n::use_lang;
use crate::ui::{
    Card, Cell, FieldType, KeyValue, KeyValues, Lane, Notice, Severity, Span, Stat, Timeline, Tone,
};
use crate::words::day;

const INTERRUPTIONS: [&str; 3] = ["interruzione1", "interruzione2", "interruzione3"];
const NAMES: [&str; 10] = [
    "credito",
    "dal",
    "denuncia",
    "interruzione1",
    "interruzione2",
    "interruzione3",
    "senza-emergenza",
    "sospesa-dal",
    "sospesa-al",
    "al",
];
const CLAIMS: [&str; 2] = ["contributi", "rimborso"];
/// Most years named under the axis.
const MARKS: i32 = 6;

/// What is asked.
#[derive(Clone, PartialEq)]
struct Asked {
    refund: bool,
    since: Day,
    reported: Option<Day>,
    interruptions: Vec<Day>,
    emergency: bool,
    own: Option<(Day, Day)>,
    on: Day,
}

impl Asked {
    /// What cannot have been so, in words.
    fn impossible(&self, lang: Lang) -> Option<&'static str> {
        let events = self.interruptions.iter().chain(&self.reported);
        if events.into_iter().any(|event| *event < self.since) {
            return Some(claims(lang).before_claim);
        }
        self.own.filter(|(first, last)| last < first).map(|_| texts(lang).backwards)
    }

    /// The suspensions that count, the laws of emergency for contributions only.
    fn suspensions(&self, set: &Set, lang: Lang) -> Vec<Suspension> {
        let mut all = match self.emergency && !self.refund {
            true => suspensions(&set.terms),
            false => Vec::new(),
        };
        all.extend(self.own.map(|(first, last)| Suspension {
            first,
            last,
            source: claims(lang).own_suspension.to_owned(),
            confidence: Confidence::Sourced,
        }));
        all
    }

    /// Until when it can be claimed, going by what had happened by a day.
    fn known_by(&self, by: Day, set: &Set, lang: Lang) -> Result<Prescription, Missing> {
        let reported = self.reported.filter(|day| *day <= by);
        let claim = if self.refund { Claim::Refund } else { Claim::Contributions { reported } };
        let known = self.interruptions.iter().copied().filter(|day| *day <= by);
        let known: Vec<Day> = known.collect();
        prescription(&set.terms, claim, self.since, &known, &self.suspensions(set, lang))
    }
}

/// The calculator.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let (lang, set) = (use_lang(), &props.set);
    let form = use_form(&NAMES, texts(lang));
    let result = match read(&form, events::now().day_in_rome()) {
        Err(_) => waiting(lang),
        Ok(asked) => match (asked.impossible(lang), asked.known_by(Day::LAST, set, lang)) {
            (Some(why), _) => refused(why, lang),
            (None, Err(value)) => refused(&missing(value, lang), lang),
            (None, Ok(found)) => draw(&asked, &found, set, lang),
        },
    };
    page(fields(&form, lang), result, lang)
}

fn read(form: &Form, today: Day) -> Read<Asked> {
    let refund = form.chosen("credito", &CLAIMS) == 1;
    let interruptions = INTERRUPTIONS.iter().map(|name| optional(form.day(name)));
    let interruptions: Vec<Option<Day>> = interruptions.collect::<Read<_>>()?;
    let own = match (form.text("sospesa-dal"), form.text("sospesa-al")) {
        ("", "") => None,
        _ => Some((form.day("sospesa-dal")?, form.day("sospesa-al")?)),
    };
    Ok(Asked {
        refund,
        since: form.day("dal")?,
        reported: if refund { None } else { optional(form.day("denuncia"))? },
        interruptions: interruptions.into_iter().flatten().collect(),
        emergency: !form.is("senza-emergenza"),
        own,
        on: optional(form.day("al"))?.unwrap_or(today),
    })
}

fn fields(form: &Form, lang: Lang) -> Html {
    let words = claims(lang);
    let date = |name: &'static str, label: &'static str, free: bool, help| {
        let wrong = match form.day(name) {
            Err(Wrong::Text(text)) => Some(AttrValue::Static(text)),
            _ => None,
        };
        form.said(name, label, FieldType::Date, wrong, free, help)
    };
    // As many as are filled in, and one more.
    let filled = INTERRUPTIONS.iter().rposition(|name| !form.text(name).is_empty());
    let shown = filled.map_or(1, |last| last + 2);
    let interruptions = INTERRUPTIONS.iter().zip(words.interruptions).take(shown);
    let refund = form.chosen("credito", &CLAIMS) == 1;
    html! {
        <>
            { form.choice("credito", words.claim, &CLAIMS, &words.claims) }
            { date("dal", words.since, false, Some(words.since_help)) }
            { for interruptions.map(|(name, label)| date(name, label, true, Some(words.interruption_help))) }
            if !refund {
                { date("denuncia", words.reported, true, Some(words.reported_help)) }
                { form.check("senza-emergenza", words.no_emergency) }
            }
            { date("sospesa-dal", words.suspended_from, form.text("sospesa-al").is_empty(), None) }
            { date("sospesa-al", words.suspended_to, form.text("sospesa-dal").is_empty(), None) }
            { date("al", words.on, true, Some(words.today)) }
            if !refund {
                <p class="muted small">{ words.prescription_rule }</p>
            }
        </>
    }
}

fn draw(asked: &Asked, found: &Prescription, set: &Set, lang: Lang) -> Html {
    let words = claims(lang);
    let left = found.last.days_since(asked.on).unsigned_abs();
    let (severity, said) = match found.is_barred(asked.on) {
        true => (Severity::Error, (words.barred)(&day(found.last.plus_days(1), lang))),
        false => (Severity::Success, (words.stands)(left)),
    };
    let items = vec![
        KeyValue::mono(words.runs_from, day(found.from, lang)),
        KeyValue::mono(words.years, found.years.to_string()),
    ];
    html! {
        <>
            <Card title={words.last_day} aside={doubt(found.confidence, lang)}>
                <div class="stack">
                    <Stat value={day(found.last, lang)} label={words.last_day} />
                    <Notice {severity}><p>{ said }</p></Notice>
                    <KeyValues {items} />
                </div>
            </Card>
            <Card title={words.steps} flush={true}>{ steps(asked, found, set, lang) }</Card>
            <Card title={words.time}>{ timeline(asked, found, lang) }</Card>
            { foot(set, &found.source, found.confidence, lang) }
        </>
    }
}

/// What happened, by day, with the last day as it stood then; and what each suspension added to the last term.
fn steps(asked: &Asked, found: &Prescription, set: &Set, lang: Lang) -> Html {
    let (words, common) = (claims(lang), texts(lang));
    let mut events: Vec<(Day, &'static str)> = vec![(asked.since, words.starts)];
    events.extend(
        asked
            .reported
            .map(|on| (on, if found.lengthened { words.lengthens } else { words.late_report })),
    );
    events.extend(asked.interruptions.iter().map(|on| {
        let late = found.too_late.contains(on);
        (*on, if late { words.too_late } else { words.interrupts })
    }));
    events.sort_by_key(|(on, _)| *on);
    let row = |(on, what): &(Day, &'static str)| {
        let then = asked.known_by(*on, set, lang).ok();
        let last = then.as_ref().map(|then| day(then.last, lang)).unwrap_or_default();
        let source = then.map(|then| then.source).unwrap_or_default();
        vec![Cell::text(day(*on, lang)), Cell::text(*what), Cell::text(last), Cell::text(source)]
    };
    let mut rows: Vec<Vec<Cell>> = events.iter().map(row).collect();
    let added: i64 = found.suspended.iter().map(|one| i64::from(one.days)).sum();
    let mut last = found.last.plus_days(-added);
    rows.extend(found.suspended.iter().map(|one| {
        let suspension = &one.suspension;
        last = last.plus_days(one.days.into());
        let days = [day(suspension.first, lang), day(suspension.last, lang)];
        vec![
            Cell::text(days.join(" – ")),
            Cell::text((words.suspends)(one.days.into())),
            Cell::text(day(last, lang)),
            law(&suspension.source, suspension.confidence, lang),
        ]
    }));
    let heads = [common.from, words.what, words.last_day, common.law];
    table(words.steps, &heads, &[1, 2, 3], rows)
}

fn timeline(asked: &Asked, found: &Prescription, lang: Lang) -> Html {
    let (words, common) = (claims(lang), texts(lang));
    let span = |first: Day, last: Day, label: &'static str, tone: Tone, gap: bool| Span {
        from: first.epoch_days(),
        to: Some(last.epoch_days()),
        label: label.into(),
        tone,
        gap,
        days: (day(first, lang), day(last, lang)),
    };
    let mut spans = Vec::new();
    if found.from > asked.since {
        spans.push(span(asked.since, found.from, words.before, Tone::Grey, false));
    }
    let tone = if found.is_barred(asked.on) { Tone::Red } else { Tone::Green };
    spans.push(span(found.from, found.last, words.running, tone, false));
    spans.extend(found.suspended.iter().map(|one| {
        let first = one.suspension.first.max(found.from);
        span(first, one.suspension.last.min(found.last), words.suspension, Tone::Orange, true)
    }));
    let lanes = vec![Lane { label: nth(&words.claims, asked.refund.into()).into(), spans }];
    let (first, last) = (asked.since, found.last.max(asked.on));
    let step = ((last.year() - first.year()) / MARKS + 1).max(1);
    let years = (first.year() + 1..=last.year()).step_by(step.unsigned_abs() as usize);
    let mark = |year: i32| Some((Day::new(year, 1, 1)?.epoch_days(), year.to_string().into()));
    let marks: Vec<(i64, AttrValue)> = years.filter_map(mark).collect();
    let heads = [words.lane, words.what, common.from, common.to].map(AttrValue::Static);
    let summary = [words.last_day, ": ", &day(found.last, lang), "."].concat();
    html! {
        <Timeline title={words.time} {summary} lanes={Rc::new(lanes)} axis={(first.epoch_days(), last.epoch_days())}
            marks={Rc::new(marks)} {heads} />
    }
}
