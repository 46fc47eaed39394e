//! A notice on its record's page: why, the arithmetic, what the return and the rates say, what other CA or another size would give.

use std::rc::Rc;

use shared::evidence::{Subject, notice_key};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::notices::{Detail, NoticeRow, Recorded, Show, Side, Stage};
use shared::parameters::Set;
use shared::requests::About;
use shared::sections::Record;
use yew::prelude::*;

use super::explain::explained;
use super::recomputed::recomputed;
use super::suppose::Suppose;
use super::text::texts;
use crate::i18n::use_lang;
use crate::parameters::{Parameters, use_parameters};
use crate::remote::{error_code, explain, use_remote};
use crate::requests::Ask;
use crate::route::Route;
use crate::ui::{Card, ErrorState, Link, Shape, Skeleton};

/// Props of [`Explained`].
#[derive(PartialEq, Properties)]
pub struct ExplainedProps {
    /// Of which company.
    pub company: CompanyId,
    /// The record of the notice.
    pub record: Rc<Record>,
}

/// The cards of a notice.
#[component]
pub fn Explained(props: &ExplainedProps) -> Html {
    let lang = use_lang();
    let key = props.record.row.key.clone();
    let detail = use_remote(&Show { company: props.company, key });
    let set = match use_parameters() {
        Parameters::Here(set) => set,
        Parameters::Waiting => return html! { <Skeleton shape={Shape::Card} count={4} /> },
        Parameters::None(error) => {
            return html! { <ErrorState title={explain(lang, &error)} code={error_code(&error)} /> };
        }
    };
    let Some(mut said) = Recorded::read(&props.record.row.cells) else { return html! {} };
    // What payments have made of it since it was fed.
    let state = props.record.row.differs.iter().find(|one| one.field == "state");
    said.stage = state.and_then(|one| Stage::of_code(one.other.as_deref()?)).unwrap_or(said.stage);
    let office = detail.value.as_ref().map(|detail| detail.row.office);
    said.part_paid = detail.value.as_ref().map(|detail| detail.row.part_paid).unwrap_or_default();
    let said = Rc::new(said);
    html! {
        <>
            { explained(&said, office, &set, lang) }
            { detail.draw(
                lang,
                || html! { <Skeleton shape={Shape::Card} count={4} /> },
                |detail| html! { <>{ against(detail, &said, &set, lang) }{ ask(&detail.row, lang) }</> },
            ) }
        </>
    }
}

/// The way to a request about the notice: by its evidence, which writes the text, while nothing has come of it.
fn ask(row: &NoticeRow, lang: Lang) -> Html {
    let (company, position) = (row.company, AttrValue::from(row.matricola.to_string()));
    let topic = match row.side {
        Side::InFavour => Subject::NoticeCredit.topic(),
        Side::ToPay => Subject::NoticeRecalculation.topic(),
    };
    let (about, subject) = match notice_key(row) {
        Some(key) => (About::Evidence(key), None),
        None => (About::Notice(row.key.clone()), Some((texts(lang).subject)(&row.number))),
    };
    html! { <p><Ask {company} {topic} {about} {position} subject={subject.map(AttrValue::from)} /></p> }
}

/// The notice against the return of its month.
fn against(detail: &Rc<Detail>, said: &Rc<Recorded>, set: &Rc<Set>, lang: Lang) -> Html {
    let words = texts(lang);
    let Some(basis) = &detail.basis else {
        return html! {
            <Card title={words.recomputed}>
                <p>{ words.no_return }</p>
                { to_return(detail, lang) }
            </Card>
        };
    };
    html! {
        <>
            <Card title={words.recomputed}>
                <div class="stack">
                    { recomputed(basis, said, set, lang) }
                    { to_return(detail, lang) }
                </div>
            </Card>
            <Suppose basis={Rc::new(basis.clone())} said={Rc::clone(said)} set={Rc::clone(set)} />
        </>
    }
}

fn to_return(detail: &Detail, lang: Lang) -> Html {
    let company = detail.row.company;
    let href = detail.declaration.map(|declaration| Route::Declaration { company, declaration });
    match href {
        Some(route) => {
            html! { <p><Link href={route.href()}>{ texts(lang).open_return }</Link></p> }
        }
        None => html! {},
    }
}
