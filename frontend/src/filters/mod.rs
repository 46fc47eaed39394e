//! Saved filters of a list: used again with one press, saved under a name, sent to somebody as an address.

mod text;

use shared::filters::{Delete, Filter, LONGEST_NAME, List as Kept, Of, Save, Term, Use};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api;
use crate::browser;
use crate::focus;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_remote};
use crate::router::use_navigator;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Chip, CopyField, Field, IconName, List, ListItem, Notice,
    Severity, Sheet,
};
use crate::words;
use text::texts;

/// Filters shown beside the list: those used last.
const BESIDE: usize = 3;

/// Props of [`Saved`].
#[derive(PartialEq, Properties)]
pub struct SavedProps {
    /// Of which list.
    pub of: Of,
    /// Where it is.
    pub path: AttrValue,
    /// What it is filtered by now: names in the address, and what they say.
    pub now: Vec<(&'static str, Option<String>)>,
}

/// The filters of the list, and the way to save the one in use.
#[component]
pub fn Saved(props: &SavedProps) -> Html {
    let lang = use_lang();
    let (words, of) = (texts(lang), props.of);
    let kept = use_remote(&Kept { of });
    let open = use_state_eq(|| false);
    let navigator = use_navigator();
    let terms = terms(&props.now);
    let filters = kept.value.as_ref().map(|kept| kept.as_slice()).unwrap_or_default();
    let is_on = |filter: &Filter| !terms.is_empty() && filter.terms == terms;
    let apply = {
        let (path, reload) = (props.path.clone(), kept.reload.clone());
        Callback::from(move |filter: Filter| {
            if let Some(navigator) = &navigator {
                navigator.push(&address(&path, &filter.terms));
            }
            let reload = reload.clone();
            spawn_local(async move {
                // That it comes first the next time is worth no word if it fails.
                if api::call(&Use { filter: filter.id, of }).await.is_ok() {
                    reload.emit(());
                }
            });
        })
    };
    let chip = |filter: &Filter| {
        let onclick = {
            let filter = filter.clone();
            apply.reform(move |_: MouseEvent| filter.clone())
        };
        html! { <Chip key={filter.id.to_string()} label={filter.name.clone()} selected={is_on(filter)} {onclick} /> }
    };
    let show = |shown: bool| {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(shown))
    };
    let onclose = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    if filters.is_empty() && terms.is_empty() {
        return html! {};
    }
    html! {
        <div class="chips" role="group" aria-label={words.filters}>
            { for filters.iter().take(BESIDE).map(chip) }
            <Chip label={words.manage} icon={IconName::Filter} onclick={show(true)} />
            if *open {
                <Sheet open={true} title={words.filters} {onclose}>
                    <div class="stack">
                        <All filters={filters.to_vec()} {of} apply={apply.clone()} reload={kept.reload.clone()} />
                        if !terms.is_empty() {
                            <Saving {of} {terms} path={props.path.clone()} reload={kept.reload.clone()} />
                        }
                    </div>
                </Sheet>
            }
        </div>
    }
}

/// The terms that say something, as they are kept.
fn terms(now: &[(&'static str, Option<String>)]) -> Vec<Term> {
    let term = |(name, value): &(&'static str, Option<String>)| {
        Some(Term { name: (*name).to_owned(), value: value.clone()? })
    };
    let mut terms: Vec<Term> = now.iter().filter_map(term).collect();
    terms.sort();
    terms
}

/// The address of the list, which may have something to say already, with these terms.
fn address(path: &str, terms: &[Term]) -> String {
    let parts: Vec<String> = terms
        .iter()
        .map(|term| {
            let value = String::from(js_sys::encode_uri_component(&term.value));
            [&term.name, "=", &value].concat()
        })
        .collect();
    let sign = if path.contains('?') { "&" } else { "?" };
    [path, sign, &parts.join("&")].concat()
}

#[derive(PartialEq, Properties)]
struct AllProps {
    filters: Vec<Filter>,
    of: Of,
    apply: Callback<Filter>,
    reload: Callback<()>,
}

/// All of them, with when each was used last.
#[component]
fn All(props: &AllProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let delete = use_action::<Delete>(props.reload.clone());
    // The button that deleted one is gone with it.
    focus::use_kept(None);
    let item = |filter: &Filter| {
        let onclick = {
            let filter = filter.clone();
            props.apply.reform(move |_: MouseEvent| filter.clone())
        };
        let (id, of) = (filter.id, props.of);
        let remove = delete.run.reform(move |_: MouseEvent| Delete { filter: id, of });
        let description = (words.used)(&words::moment(filter.used, lang));
        let trailing = html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} busy={delete.busy} onclick={remove} about={filter.name.clone()}>{ words.delete }</Button>
        };
        html! { <ListItem key={id.to_string()} title={filter.name.clone()} {description} icon={IconName::Filter} {onclick} {trailing} /> }
    };
    html! {
        <>
            if let Some(error) = &delete.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            if props.filters.is_empty() {
                <p class="muted">{ words.none }</p>
            } else {
                <List>{ for props.filters.iter().map(item) }</List>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct SavingProps {
    of: Of,
    terms: Vec<Term>,
    path: AttrValue,
    reload: Callback<()>,
}

/// The filter in use: saved under a name, or taken along as an address.
#[component]
fn Saving(props: &SavingProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let name = use_state_eq(String::new);
    let tried = use_state_eq(|| false);
    let saved = {
        let (name, tried, reload) = (name.setter(), tried.setter(), props.reload.clone());
        Callback::from(move |_: Filter| {
            name.set(String::new());
            tried.set(false);
            reload.emit(());
        })
    };
    let save = use_action::<Save>(saved);
    let oninput = {
        let name = name.setter();
        Callback::from(move |text: String| name.set(text))
    };
    let empty = name.trim().is_empty();
    let onclick = {
        let (run, tried) = (save.run.clone(), tried.setter());
        let request =
            Save { of: props.of, name: name.trim().to_owned(), terms: props.terms.clone() };
        Callback::from(move |_: MouseEvent| {
            tried.set(true);
            if !empty {
                run.emit(request.clone());
            }
        })
    };
    let error = (empty && *tried).then_some(AttrValue::Static(words.no_name));
    html! {
        <div class="form">
            <h3>{ words.in_use }</h3>
            <Field label={words.name} helper={words.name_help} value={(*name).clone()} {oninput} {error} maxlength={LONGEST_NAME as u32} autocomplete="off" />
            if let Some(error) = &save.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            <Button size={ButtonSize::Medium} busy={save.busy} {onclick}>{ words.save }</Button>
            <CopyField label={words.link} value={browser::whole(&address(&props.path, &props.terms))} copy={words.copy} copied={words.copied} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_no_term_and_the_rest_has_one_order() {
        let now = [
            ("stato", Some("aperte".to_owned())),
            ("cerca", None),
            ("argomento", Some("200".to_owned())),
        ];
        let kept: Vec<String> =
            terms(&now).into_iter().map(|term| [term.name, term.value].join("=")).collect();
        assert_eq!(kept, ["argomento=200", "stato=aperte"]);
    }
}
