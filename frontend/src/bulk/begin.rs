//! A new one by a list of tax codes, the way to the grid for those chosen there, and those there are.

use shared::bulk::{
    Discard, ExportList, List as Kept, MOST_ROWS, Open, Opened, Stage, Summary, codes,
};
use shared::ids::BulkId;
use shared::lang::Lang;
use yew::prelude::*;

use super::href;
use super::text::texts;
use crate::api::CallError;
use crate::api::pending::use_pending;
use crate::export;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_remote};
use crate::route::Route;
use crate::router::use_navigator;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Confirm, EmptyState, Field, FieldType, IconName, Link,
    List, ListItem, Notice, Severity, Shape, Skeleton,
};
use crate::words;

/// The page.
#[component]
pub(super) fn Begin() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    html! {
        <div class="stack">
            <p>{ words.lead }</p>
            <Card title={words.choose}>
                <div class="stack">
                    <p>{ words.from_clients }{ " " }<Link href={Route::Companies.href()}>{ words.to_clients }</Link></p>
                    <Paste />
                </div>
            </Card>
            <Earlier />
        </div>
    }
}

/// The list of codes.
#[component]
fn Paste() -> Html {
    let (lang, navigator) = (use_lang(), use_navigator());
    let words = texts(lang);
    let typed = use_state_eq(String::new);
    let tried = use_state_eq(|| false);
    use_pending(!typed.trim().is_empty());
    let open = use_action::<Open>(Callback::from(move |opened: Opened| {
        if let Some(navigator) = &navigator {
            navigator.push(&href(opened.bulk));
        }
    }));
    let read = codes(&typed);
    let wrong = match read.len() {
        0 => Some(words.no_codes),
        count if count > MOST_ROWS => Some(words.too_many),
        _ => None,
    };
    let refused = open.error.as_ref().map(|error| match is_full(error) {
        true => AttrValue::Static(words.full),
        false => explain(lang, error),
    });
    let oninput = {
        let (typed, tried) = (typed.setter(), tried.setter());
        Callback::from(move |text: String| {
            typed.set(text);
            tried.set(false);
        })
    };
    let count = read.len() as u64;
    let onclick = {
        let (run, tried, is_wrong) = (open.run.clone(), tried.setter(), wrong.is_some());
        Callback::from(move |_: MouseEvent| {
            tried.set(true);
            if !is_wrong {
                run.emit(Open { companies: Vec::new(), codes: read.clone() });
            }
        })
    };
    html! {
        <div class="form">
            <Field r#type={FieldType::Area} label={words.codes} helper={words.codes_help} value={(*typed).clone()} {oninput} mono={true}
                autocomplete="off" error={wrong.filter(|_| *tried).map(AttrValue::Static)} />
            if count > 0 { <p class="muted" role="status">{ (words.codes_read)(count) }</p> }
            if let Some(refused) = refused {
                <Notice severity={Severity::Error} live={true}><p>{ refused }</p></Notice>
            }
            <Button busy={open.busy} {onclick}>{ words.go_on }</Button>
        </div>
    }
}

/// Whether somebody keeps as many as they can.
fn is_full(error: &CallError) -> bool {
    match error {
        CallError::Problem(problem) => problem.errors.iter().any(|field| field.field == "bulk"),
        _ => false,
    }
}

/// Those there are.
#[component]
fn Earlier() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let kept = use_remote(&Kept {});
    let discard = use_action::<Discard>(kept.reload.clone());
    let asked = use_state_eq(|| None::<BulkId>);
    let ask = {
        let asked = asked.setter();
        Callback::from(move |bulk: Option<BulkId>| asked.set(bulk))
    };
    let yes = {
        let (bulk, run, ask) = (*asked, discard.run.clone(), ask.clone());
        Callback::from(move |()| {
            bulk.into_iter().for_each(|bulk| run.emit(Discard { bulk }));
            ask.emit(None);
        })
    };
    let list = kept.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={3} /> },
        |page| match page.items.is_empty() {
            true => html! { <EmptyState title={words.none} text={words.none_text} icon={IconName::Message} /> },
            false => html! { <List>{ for page.items.iter().map(|one| item(one, &ask, lang)) }</List> },
        },
    );
    let files = match kept.value.as_ref().is_none_or(|page| page.items.is_empty()) {
        true => html! {},
        false => export::menu(lang, |format| ExportList { format, lang: Some(lang) }),
    };
    html! {
        <Card title={words.earlier} aside={files}>
            if let Some(error) = &discard.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            { list }
            <Confirm open={asked.is_some()} title={words.discard_title} yes={words.discard} no={words.keep} onyes={yes}
                onno={ask.reform(|()| None)}>
                <p>{ words.discard_text }</p>
            </Confirm>
        </Card>
    }
}

fn item(one: &Summary, ask: &Callback<Option<BulkId>>, lang: Lang) -> Html {
    let (words, bulk) = (texts(lang), one.bulk);
    let title = match one.subject.trim() {
        "" => words.untitled.to_owned(),
        subject => subject.to_owned(),
    };
    let stands = match one.stage {
        Stage::Written => (words.written)(one.total.into()),
        Stage::Sending => words.sending.to_owned(),
        Stage::Done => (words.over)(one.sent.into(), one.refused.into()),
    };
    let description = [&stands, " · ", words::moment(one.at, lang).as_str()].concat();
    let onclick = ask.reform(move |_: MouseEvent| Some(bulk));
    let what = title.clone();
    let trailing = html! {
        if one.stage != Stage::Sending {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={what}>{ words.discard }</Button>
        }
    };
    html! { <ListItem key={bulk.to_string()} {title} {description} icon={IconName::Message} href={href(bulk)} {trailing} /> }
}
