//! Which requests are shown: what the address says, and the sheet by which it is changed.

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::requests::topics::TopicId;
use shared::requests::{List, Offered, Outcome, Side, Standing, TopicRow};
use yew::prelude::*;

use super::names::choice;
use super::text::texts;
use crate::deadlines::ClientFilter;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::session::{company_of, use_viewer};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Choice, Field, FieldType, IconName, Select, Sheet,
};

/// The standings in the address, in the order of their tabs after the first, which is all of them.
pub(super) const STANDINGS: [(&str, Standing); 3] =
    [("aperte", Standing::Open), ("in-carico", Standing::InCharge), ("chiuse", Standing::Closed)];

/// What was put away, in the address: a tab of its own after those.
pub(super) const ARCHIVED: &str = "archiviate";

/// What stands in the address for each, in the order of [`Asked::all`].
const NAMES: [&str; 13] = [
    "stato",
    "cerca",
    "argomento",
    "posizione",
    "aperta-dal",
    "aperta-al",
    "aggiornata-dal",
    "aggiornata-al",
    "azienda",
    "sede",
    "incaricato",
    "esito",
    "verso",
];

/// The outcomes in the address.
const OUTCOMES: [(&str, Outcome); 6] = [
    ("accolta", Outcome::Accepted),
    ("in-parte", Outcome::Partly),
    ("respinta", Outcome::Rejected),
    ("non-di-competenza", Outcome::NotPertinent),
    ("ritirata", Outcome::Withdrawn),
    ("riunita", Outcome::Merged),
];

/// Who did something last, in the address.
const WAYS: [(&str, Side); 2] = [("entrata", Side::Office), ("uscita", Side::Customer)];

/// A value in the address.
pub(super) type Value = (Option<String>, Callback<Option<String>>);

/// What the address says.
#[derive(Clone, PartialEq)]
pub(super) struct Asked {
    pub standing: Value,
    pub text: Value,
    topic: Value,
    matricola: Value,
    opened_from: Value,
    opened_to: Value,
    updated_from: Value,
    updated_to: Value,
    company: Value,
    office: Value,
    charge: Value,
    outcome: Value,
    last: Value,
}

/// Reads it from the address, where it is kept.
#[hook]
pub(super) fn use_asked() -> Asked {
    Asked {
        standing: use_query(NAMES[0]),
        text: use_query(NAMES[1]),
        topic: use_query(NAMES[2]),
        matricola: use_query(NAMES[3]),
        opened_from: use_query(NAMES[4]),
        opened_to: use_query(NAMES[5]),
        updated_from: use_query(NAMES[6]),
        updated_to: use_query(NAMES[7]),
        company: use_query(NAMES[8]),
        office: use_query(NAMES[9]),
        charge: use_query(NAMES[10]),
        outcome: use_query(NAMES[11]),
        last: use_query(NAMES[12]),
    }
}

impl Asked {
    fn all(&self) -> [&Value; 13] {
        [
            &self.standing,
            &self.text,
            &self.topic,
            &self.matricola,
            &self.opened_from,
            &self.opened_to,
            &self.updated_from,
            &self.updated_to,
            &self.company,
            &self.office,
            &self.charge,
            &self.outcome,
            &self.last,
        ]
    }

    /// What the address says, by the names there.
    pub fn terms(&self) -> Vec<(&'static str, Option<String>)> {
        let values = self.all().into_iter().map(|(value, _)| value.clone());
        NAMES.into_iter().zip(values).collect()
    }

    /// Whether anything is left out.
    pub fn is_filtered(&self) -> bool {
        self.all().iter().any(|(value, _)| value.is_some())
    }

    /// Whether anything but the tab leaves something out.
    pub fn is_narrowed(&self) -> bool {
        self.all().iter().skip(1).any(|(value, _)| value.is_some())
    }

    /// Asks for all of the tab.
    pub fn widen(&self) {
        self.all().iter().skip(1).for_each(|(_, set)| set.emit(None));
    }

    /// Asks for everything.
    pub fn clear(&self) {
        self.all().iter().for_each(|(_, set)| set.emit(None));
    }

    /// The one client that it is narrowed to, where one works for several.
    fn client(&self) -> Option<CompanyId> {
        self.company.0.as_deref().and_then(|id| id.parse().ok())
    }

    /// The request for it; an office puts nothing away.
    pub fn request(&self, company: Option<CompanyId>, is_office: bool) -> List {
        let day = |value: &Value| value.0.as_deref().and_then(Day::parse);
        let standing = self.standing.0.as_deref();
        let (outcome, last) = (self.outcome.0.as_deref(), self.last.0.as_deref());
        List {
            company: company.or(self.client()),
            matricola: self.matricola.0.clone(),
            topic: self.topic.0.as_deref().and_then(|id| id.parse().ok()).map(TopicId),
            standing: STANDINGS.iter().find(|(slug, _)| standing == Some(*slug)).map(|one| one.1),
            outcome: OUTCOMES.iter().find(|(slug, _)| outcome == Some(*slug)).map(|one| one.1),
            last: WAYS.iter().find(|(slug, _)| last == Some(*slug)).map(|one| one.1),
            office: self.office.0.clone(),
            charge: self.charge.0.clone(),
            opened_from: day(&self.opened_from),
            opened_to: day(&self.opened_to),
            updated_from: day(&self.updated_from),
            updated_to: day(&self.updated_to),
            text: self.text.0.clone(),
            archived: (!is_office).then_some(standing == Some(ARCHIVED)),
            ..List::default()
        }
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct FiltersProps {
    pub asked: Asked,
    pub topics: Option<std::rc::Rc<Offered>>,
}

/// The words, and the sheet with the rest.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let (lang, viewer, asked) = (use_lang(), use_viewer(), &props.asked);
    let (words, many) = (texts(lang), company_of(&viewer).is_none());
    let open = use_state_eq(|| false);
    let show = |shown: bool| {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(shown))
    };
    let onclose = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    let field = |label: &'static str, r#type: FieldType, value: &Value| {
        let oninput = value.1.reform(|text: String| Some(text.trim().to_owned()));
        html! { <Field {label} {r#type} optional={true} among={true} value={value.0.clone().unwrap_or_default()} {oninput} /> }
    };
    let select = |label: &'static str, choices: Vec<Choice>, value: &Value| {
        let onchange = value.1.reform(|value: AttrValue| Some(value.to_string()));
        html! { <Select {label} {choices} value={value.0.clone().unwrap_or_default()} {onchange} /> }
    };
    let client =
        asked.company.1.reform(|company: Option<CompanyId>| company.map(|id| id.to_string()));
    html! {
        <div class="filters">
            { field(words.search, FieldType::Search, &asked.text) }
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} icon={IconName::Filter} onclick={show(true)}>{ words.filters }</Button>
            <Sheet open={*open} title={words.filters} {onclose}
                actions={html! { <Button onclick={show(false)}>{ words.apply }</Button> }}>
                <div class="stack">
                    if many { <ClientFilter company={asked.client()} onchange={client} /> }
                    { select(words.topic, topics(props.topics.as_deref(), words.every_topic), &asked.topic) }
                    { field(words.position, FieldType::Text, &asked.matricola) }
                    { field(words.office, FieldType::Text, &asked.office) }
                    { field(words.in_charge, FieldType::Text, &asked.charge) }
                    { select(words.outcome, outcomes(words.every_topic, lang), &asked.outcome) }
                    { select(words.way, ways(viewer.role.is_staff(), lang), &asked.last) }
                    { field(words.opened_from, FieldType::Date, &asked.opened_from) }
                    { field(words.opened_to, FieldType::Date, &asked.opened_to) }
                    { field(words.updated_from, FieldType::Date, &asked.updated_from) }
                    { field(words.updated_to, FieldType::Date, &asked.updated_to) }
                </div>
            </Sheet>
        </div>
    }
}

/// The groups of topics, each followed by its topics, to choose one.
fn topics(topics: Option<&Offered>, every: &'static str) -> Vec<Choice> {
    let mut choices = vec![choice("", every)];
    let rows = topics.map(|offered| offered.topics.as_slice()).unwrap_or_default();
    for group in rows.chunk_by(|one, other| one.parent == other.parent) {
        choices
            .extend(group.first().map(|row| choice(row.parent.0.to_string(), row.group.clone())));
        let topic = |row: &TopicRow| choice(row.id.0.to_string(), ["– ", &row.title].concat());
        choices.extend(group.iter().map(topic));
    }
    choices
}

fn outcomes(every: &'static str, lang: Lang) -> Vec<Choice> {
    let outcome = |(slug, outcome): (&'static str, Outcome)| choice(slug, outcome.name().of(lang));
    [choice("", every)].into_iter().chain(OUTCOMES.map(outcome)).collect()
}

/// What comes in to one side goes out from the other.
fn ways(is_office: bool, lang: Lang) -> Vec<Choice> {
    let words = texts(lang);
    let [incoming, outgoing] = words.ways;
    let ways = if is_office { [outgoing, incoming] } else { [incoming, outgoing] };
    let each = WAYS.into_iter().zip(ways.into_iter().zip(words.last));
    let each = each.map(|((slug, _), (way, last))| choice(slug, [way, ": ", last].concat()));
    [choice("", words.every_topic)].into_iter().chain(each).collect()
}
