//! What an administrator decides about requests: which topics are offered, how soon they are answered, when offices do not work, for how
//! long things are kept. All of it stands among the parameters; here it has forms, and the parameters keep what was replaced, by whom and why.

mod days;
mod form;
mod messages;
mod offers;
mod offices;
mod publication;
mod retention;
mod rules;
mod terms;
mod text;
mod topics;
mod units;

use std::rc::Rc;

use shared::lang::Lang;
use shared::parameters::{Change, Replace, Show, Subject, Text};
use shared::requests::RequestParameters;
use shared::statistics::{self, Shown};
use yew::prelude::*;

use crate::api;
use crate::focus::{self, announce};
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::{explain, use_action, use_remote};
use crate::route::Route;
use crate::ui::{Link, Notice, Severity, Shape, Skeleton, Tab, Tabs, Toast, use_toasts};
use text::texts;

/// The heading of the page.
pub fn title(lang: Lang) -> &'static str {
    texts(lang).title
}

/// What the page is about, for lists of pages.
pub fn about(lang: Lang) -> &'static str {
    texts(lang).about
}

/// What holds now, and what is needed to change it.
#[derive(Clone, PartialEq)]
struct Kept {
    set: Rc<RequestParameters>,
    /// The change that it is: another one since is told to whoever would replace it.
    number: u64,
    /// The names of topics and groups.
    names: Option<Rc<Shown>>,
    /// It was replaced.
    changed: Callback<()>,
}

/// What is put in the place of what holds, and why.
type Replacement = (RequestParameters, String);

/// Putting something in the place of what holds.
struct Save {
    busy: bool,
    /// Why it was refused.
    error: Option<AttrValue>,
    run: Callback<Replacement>,
}

/// The views, as the address has them.
const LIST: &str = "elenco";
const TERMS: &str = "tempi";
const DAYS: &str = "chiusure";
const KEEPING: &str = "conservazione";
const OFFICES: &str = "sedi";
const MESSAGES: &str = "testi";
const PUBLICATION: &str = "pubblicazione";

/// The screen.
#[component]
pub fn Administration() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (view, set_view) = use_query("vista");
    let shown = use_remote(&Show { subject: Subject::Requests, number: None });
    let names = use_remote(&statistics::Show { lang, ..Default::default() }).value;
    let changed = shown.reload.clone();
    // What was kept has another number, and the forms begin anew: the button that kept it is gone.
    focus::use_kept(None);
    let waiting = || html! { <Skeleton shape={Shape::Card} count={3} /> };
    let listed = names.clone();
    let rules = || {
        shown.draw(lang, waiting, |text: &Rc<Text>| {
            let Ok(set) = api::decode::<RequestParameters>(&text.json) else {
                return html! { <Notice severity={Severity::Warning}><p>{ words.unreadable }</p></Notice> };
            };
            let kept = Kept { set: Rc::new(set), number: text.number, names, changed };
            // A form begins anew once it was taken.
            let key = text.number.to_string();
            match view.as_deref() {
                Some(TERMS) => html! { <terms::Terms {kept} {key} /> },
                Some(DAYS) => html! { <days::Days {kept} {key} /> },
                Some(KEEPING) => html! { <retention::Keeping {kept} {key} /> },
                Some(PUBLICATION) => html! { <publication::Published {kept} {key} /> },
                _ => html! { <offers::Offers {kept} {key} /> },
            }
        })
    };
    let content = match view.as_deref() {
        Some(LIST) => html! { <topics::Topics names={listed} /> },
        Some(OFFICES) => html! { <offices::Offices /> },
        Some(MESSAGES) => html! { <messages::Messages /> },
        _ => rules(),
    };
    let tabs = [
        ("", words.topics),
        (LIST, topics::title(lang)),
        (TERMS, words.terms),
        (DAYS, words.days),
        (KEEPING, words.keeping),
        (PUBLICATION, words.publication),
        (OFFICES, offices::title(lang)),
        (MESSAGES, messages::title(lang)),
    ];
    let tabs = tabs.map(|(value, label)| Tab { value: value.into(), label: label.into() }).to_vec();
    let onchange = set_view.reform(|view: AttrValue| Some(view.to_string()));
    let subject = Subject::Requests.name();
    let history = [Route::Tool { tool: "parametri" }.href().as_str(), "?gruppo=", subject].concat();
    html! {
        <>
            <p class="muted">{ words.lead }{ " " }<Link href={history}>{ words.history }</Link></p>
            <Tabs label={words.title} {tabs} value={view.clone().unwrap_or_default()} {onchange}>
                <div class="stack">{ content }</div>
            </Tabs>
        </>
    }
}

/// Replaces what holds.
#[hook]
fn use_save(kept: &Kept) -> Save {
    let lang = use_lang();
    let words = texts(lang);
    let toasts = use_toasts();
    let changed = kept.changed.clone();
    let replace = use_action::<Replace>(Callback::from(move |_: Change| {
        match &toasts {
            Some(toasts) => toasts.show(Toast::new(Severity::Success, words.done)),
            None => announce(words.done),
        }
        changed.emit(());
    }));
    let number = kept.number;
    let run = replace.run.reform(move |(set, note): Replacement| {
        // What was read as JSON can be written as such.
        let json = serde_json::to_string_pretty(&set).ok();
        Replace { subject: Subject::Requests, json, note, number }
    });
    let is_wrong = |error: &api::CallError| matches!(error, api::CallError::Problem(problem) if problem.code == "invalid");
    let error = replace.error.as_ref().map(|error| match is_wrong(error) {
        true => AttrValue::Static(words.wrong),
        false => explain(lang, error),
    });
    Save { busy: replace.busy, error, run }
}
