//! The texts of an event, a language at a time: nothing that is typed is lost when it is refused.

use std::rc::Rc;

use shared::lang::Lang;
use shared::notifications::{
    Event, LONGEST_LEAD, LONGEST_TITLE, Messages, Placeholder, Wording, said,
};
use shared::parameters::{Change, NOTE, Replace, Subject};
use yew::prelude::*;

use super::text::{Texts, texts};
use crate::api::pending::use_pending;
use crate::browser;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::ui::{
    Button, ButtonKind, ButtonType, Card, Field, FieldType, Notice, Severity, Tab, Tabs, changing,
};

/// Props of [`Editor`].
#[derive(PartialEq, Properties)]
pub(super) struct EditorProps {
    /// What holds.
    pub set: Rc<Messages>,
    /// The change that it is.
    pub number: u64,
    /// Of which the texts are.
    pub event: Event,
    /// Told that they were kept.
    pub done: Callback<()>,
}

/// What is typed.
#[derive(Clone, PartialEq)]
struct Typed {
    /// In the order of the languages.
    said: [Wording; 3],
    why: String,
}

/// What the program says of an event.
fn built_in(event: Event, lang: Lang) -> Wording {
    let said = said(event);
    let (title, lead) = (said.title.of(lang).to_owned(), said.lead.of(lang).to_owned());
    Wording { event, lang, title, lead }
}

impl Typed {
    fn of(props: &EditorProps) -> Self {
        let event = props.event;
        let known = |lang| props.set.of(event, lang).cloned();
        let said = Lang::ALL.map(|lang| known(lang).unwrap_or_else(|| built_in(event, lang)));
        Self { said, why: String::new() }
    }

    /// What is wrong: in which language, the field and the reason.
    fn wrong(&self) -> Vec<(Option<Lang>, &'static str, &'static str)> {
        let own = self.said.iter().filter(|one| **one != built_in(one.event, one.lang));
        let wrong = own.flat_map(|one| {
            one.check().into_iter().map(|(field, reason)| (Some(one.lang), field, reason))
        });
        let no_why = self.why.trim().is_empty().then_some((None, "why", "why"));
        wrong.chain(no_why).collect()
    }

    fn in_language(&mut self, lang: Lang) -> &mut Wording {
        let [it, en, de] = &mut self.said;
        match lang {
            Lang::It => it,
            Lang::En => en,
            Lang::De => de,
        }
    }

    /// What is put in the place of what holds. What is as the program says it is not kept, so that the program may say it better.
    fn next(&self, props: &EditorProps) -> Option<Replace> {
        let mut next = Messages::clone(&props.set);
        for one in &self.said {
            let own = (*one != built_in(one.event, one.lang)).then(|| Wording {
                title: one.title.trim().to_owned(),
                lead: one.lead.trim().to_owned(),
                ..one.clone()
            });
            next.put(one.event, one.lang, own);
        }
        // What was read as JSON can be written as such.
        let json = Some(serde_json::to_string_pretty(&next).ok()?);
        let (note, number) = (self.why.trim().to_owned(), props.number);
        Some(Replace { subject: Subject::Messages, json, note, number })
    }
}

/// The form.
#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let typed = use_state_eq(|| Typed::of(props));
    let (shown, tries) = (use_state_eq(|| lang), use_state_eq(|| 0_u32));
    use_effect_with(*tries, |tries| {
        if *tries > 0 {
            browser::focus("#avviso [aria-invalid]");
        }
    });
    use_pending(*typed != Typed::of(props));
    let done = props.done.clone();
    let replace = use_action::<Replace>(Callback::from(move |_: Change| {
        announce(words.done);
        done.emit(());
    }));
    let wrong = typed.wrong();
    let onsubmit = {
        let (run, shown, tries) = (replace.run.clone(), shown.setter(), tries.clone());
        let next = typed.next(props).filter(|_| wrong.is_empty());
        let first = wrong.first().and_then(|(lang, ..)| *lang);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match next.clone() {
                Some(next) => run.emit(next),
                None => {
                    first.into_iter().for_each(|lang| shown.set(lang));
                    tries.set(*tries + 1);
                }
            }
        })
    };
    let shown_wrong = if *tries > 0 { wrong.as_slice() } else { &[] };
    let no_why = shown_wrong.iter().any(|(_, field, _)| *field == "why");
    let error = no_why.then_some(AttrValue::Static(words.why_wrong));
    let on_why = changing(&typed, |typed, why: String| typed.why = why);
    html! {
        <Card title={said(props.event).title.of(lang)} subtitle={words.help}>
            <form class="stack" {onsubmit} novalidate=true>
                { spoken(&typed, &shown, shown_wrong, words) }
                <Field label={words.why} helper={words.why_help} value={typed.why.clone()} maxlength={NOTE as u32}
                    oninput={on_why} {error} />
                if let Some(error) = &replace.error {
                    <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
                }
                <div class="row"><Button r#type={ButtonType::Submit} busy={replace.busy}>{ words.keep }</Button></div>
            </form>
        </Card>
    }
}

/// The texts of one language, with the way back to the program's.
fn spoken(
    typed: &UseStateHandle<Typed>,
    shown: &UseStateHandle<Lang>,
    wrong: &[(Option<Lang>, &'static str, &'static str)],
    words: &'static Texts,
) -> Html {
    let lang = **shown;
    let tabs = Lang::ALL.into_iter().zip(words.languages).map(|(lang, name)| Tab {
        value: AttrValue::Static(lang.code()),
        label: AttrValue::Static(name),
    });
    let tabs: Vec<Tab> = tabs.collect();
    let onchange = {
        let shown = shown.setter();
        Callback::from(move |code: AttrValue| {
            Lang::from_code(&code).into_iter().for_each(|lang| shown.set(lang));
        })
    };
    let error = |field: &str| {
        let mine = |(of, at, _): &&(Option<Lang>, &str, &str)| *of == Some(lang) && *at == field;
        wrong.iter().find(mine).map(|(_, _, reason)| AttrValue::Static(words.reason(reason)))
    };
    let now = (**typed).clone().in_language(lang).clone();
    let names = Placeholder::ALL.map(|one| ["{", one.name(), "}"].concat()).join(", ");
    let on_title = changing(typed, move |typed, text: String| typed.in_language(lang).title = text);
    let on_lead = changing(typed, move |typed, text: String| typed.in_language(lang).lead = text);
    let original = built_in(now.event, lang);
    let back = {
        let original = original.clone();
        changing(typed, move |typed, _: MouseEvent| *typed.in_language(lang) = original.clone())
    };
    html! {
        <Tabs label={words.language} {tabs} value={lang.code()} {onchange}>
            <div class="stack">
                <Field label={words.name} value={now.title.clone()} oninput={on_title} error={error("title")}
                    maxlength={LONGEST_TITLE as u32} />
                <Field label={words.text} helper={(words.text_help)(&names)} r#type={FieldType::Area} value={now.lead.clone()}
                    oninput={on_lead} error={error("lead")} maxlength={LONGEST_LEAD as u32} />
                if now != original {
                    <div class="stack">
                        <p class="muted">{ words.original }{ " «" }{ &original.title }{ "» " }{ &original.lead }</p>
                        <div class="row">
                            <Button r#type={ButtonType::Button} kind={ButtonKind::Secondary} onclick={back}>{ words.back }</Button>
                        </div>
                    </div>
                }
            </div>
        </Tabs>
    }
}
