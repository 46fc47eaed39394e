//! Choosing for whom one works: a search over one's companies, and all of them together.

use shared::companies;
use shared::lang::Lang;
use shared::session::{Viewer, WorkFor};
use yew::prelude::*;

use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_pages};
use crate::route::Route;
use crate::router::use_navigator;
use crate::session::{company_of, use_session, use_viewer};
use crate::ui::{
    EmptyState, Field, FieldType, IconName, List, ListItem, Notice, Severity, Shape, Sheet,
    Skeleton, Toast, use_toasts,
};
use crate::words;

/// Milliseconds without a key after which a search begins.
const TYPING_MS: i32 = 200;
/// Companies offered at once.
const OFFERED: u16 = 20;

/// Props of [`Picker`].
#[derive(PartialEq, Properties)]
pub struct PickerProps {
    /// Whether it is shown.
    pub open: bool,
    /// It was closed.
    pub onclose: Callback<()>,
}

/// The sheet with the choice.
#[component]
pub fn Picker(props: &PickerProps) -> Html {
    let (lang, viewer, session) = (use_lang(), use_viewer(), use_session());
    let (navigator, toasts) = (use_navigator(), use_toasts());
    let done = {
        let close = props.onclose.clone();
        Callback::from(move |viewer: Viewer| {
            let (name, ..) = super::subject(&viewer.working_for, lang);
            session.began(viewer);
            close.emit(());
            if let Some(navigator) = &navigator {
                navigator.push(&Route::Today.href());
            }
            if let Some(toasts) = &toasts {
                toasts.show(Toast::new(Severity::Success, (texts(lang).now_for)(&name)));
            }
        })
    };
    let switch = use_action::<WorkFor>(done);
    html! {
        <Sheet open={props.open} title={texts(lang).pick_title} onclose={props.onclose.clone()}>
            if let Some(error) = &switch.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            { whole(&viewer, &switch.run, lang) }
            <Choice choose={switch.run.reform(|company| WorkFor { company: Some(company) })} />
        </Sheet>
    }
}

/// The choice of everything together, for those who have more than companies of their own.
fn whole(viewer: &Viewer, run: &Callback<WorkFor>, lang: Lang) -> Html {
    let words = texts(lang);
    let title = match (viewer.role.has_clients(), viewer.role.is_staff()) {
        (true, _) => words.pick_all,
        (_, true) => words.pick_office,
        _ => return html! {},
    };
    if company_of(viewer).is_none() {
        return html! {};
    }
    let onclick = run.reform(|_: MouseEvent| WorkFor { company: None });
    html! { <List><ListItem {title} icon={IconName::Users} {onclick} /></List> }
}

/// Props of [`Choice`].
#[derive(PartialEq, Properties)]
pub struct ChoiceProps {
    /// Called with the company that was chosen.
    pub choose: Callback<shared::ids::CompanyId>,
}

/// The search and what it finds; asked only while the sheet is open.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let typed = use_state_eq(AttrValue::default);
    let wanted = use_state_eq(|| None::<String>);
    let waiting = use_mut_ref(|| None);
    let oninput = {
        let (typed, wanted) = (typed.setter(), wanted.setter());
        Callback::from(move |text: String| {
            typed.set(text.clone().into());
            let wanted = wanted.clone();
            *waiting.borrow_mut() = events::after(TYPING_MS, move || {
                wanted.set(Some(text.trim().to_owned()).filter(|text| !text.is_empty()));
            });
        })
    };
    let request =
        companies::List { search: (*wanted).clone(), limit: Some(OFFERED), ..Default::default() };
    let found = use_pages(&request);
    let list = found.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={6} /> },
        |_| match found.rows.is_empty() {
            true => html! { <EmptyState title={words.pick_none} icon={IconName::Search} /> },
            false => html! { <List>{ for found.rows.iter().map(|row| offer(row, &props.choose)) }</List> },
        },
    );
    html! {
        <>
            <Field r#type={FieldType::Search} label={words.pick_search} value={(*typed).clone()} {oninput} optional={true} />
            { list }
            { found.foot(lang) }
        </>
    }
}

fn offer(row: &companies::CompanyRow, choose: &Callback<shared::ids::CompanyId>) -> Html {
    let id = row.id;
    let code = row.matricola.as_ref().map(|matricola| words::matricola(matricola.as_str()));
    let description = match (code, &row.office) {
        (Some(code), Some(office)) => [&code, " · ", office].concat().into(),
        (Some(code), None) => code,
        (None, _) => AttrValue::from(row.tax_code.clone()),
    };
    html! {
        <ListItem title={row.name.clone()} {description} icon={IconName::Building}
            onclick={choose.reform(move |_: MouseEvent| id)} />
    }
}
