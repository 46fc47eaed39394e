//! The page that verifies: number and code are typed, or come with the address.

use shared::register::ProtocolNumber;
use yew::prelude::*;

use super::found::Found;
use super::text::texts;
use super::{CODE, NUMBER};
use crate::browser;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::ui::{Button, ButtonType, Card, Field};

/// The page.
#[component]
pub fn Verify() -> Html {
    let words = texts(use_lang());
    let (number, set_number) = use_query(NUMBER);
    let (code, set_code) = use_query(CODE);
    let typed = use_state_eq(|| {
        [number.clone(), code.clone()].map(|text| AttrValue::from(text.unwrap_or_default()))
    });
    let tries = use_state_eq(|| 0_u32);
    use_effect_with(*tries, |tries| {
        if *tries > 0 {
            browser::focus("form [aria-invalid]");
        }
    });
    let [number_typed, code_typed] = &*typed;
    let read = parsed(number_typed);
    let empty = code_typed.trim().is_empty();
    let onsubmit = {
        let (tries, code) = (tries.clone(), code_typed.trim().to_owned());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match read.filter(|_| !empty) {
                Some(number) => {
                    tries.set(0);
                    set_number.emit(Some(number.to_string()));
                    set_code.emit(Some(code.clone()));
                }
                None => tries.set(*tries + 1),
            }
        })
    };
    let wrong = |is_wrong: bool, said: &'static str| {
        (is_wrong && *tries > 0).then_some(AttrValue::Static(said))
    };
    let asked = number.as_deref().and_then(parsed).zip(code);
    html! {
        <div class="stack">
            <p>{ words.lead }</p>
            <Card title={words.receipt}>
                <form class="form" {onsubmit} novalidate={true}>
                    <Field label={words.number} helper={words.number_help} value={number_typed.clone()} oninput={put(&typed, 0)}
                        error={wrong(read.is_none(), words.number_wrong)} mono={true} maxlength={40} autocomplete="off" />
                    <Field label={words.code} helper={words.code_help} value={code_typed.clone()} oninput={put(&typed, 1)}
                        error={wrong(empty, words.code_wrong)} mono={true} maxlength={100} autocomplete="off" />
                    <Button r#type={ButtonType::Submit}>{ words.verify }</Button>
                </form>
            </Card>
            if let Some((number, code)) = asked {
                <Found key={[&number.to_string(), " ", &code].concat()} {number} code={code.clone()} />
            }
        </div>
    }
}

/// Takes what is typed into one of the fields.
fn put(typed: &UseStateHandle<[AttrValue; 2]>, place: usize) -> Callback<String> {
    let typed = typed.clone();
    Callback::from(move |text: String| {
        let mut all = (*typed).clone();
        if let Some(field) = all.get_mut(place) {
            *field = text.into();
        }
        typed.set(all);
    })
}

/// A number as people write it.
fn parsed(typed: &str) -> Option<ProtocolNumber> {
    typed.trim().to_uppercase().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_in_whatever_case() {
        let number = parsed(" 7010.e.2026.0000042 ").map(|number| number.to_string());
        assert_eq!(number.as_deref(), Some("7010.E.2026.0000042"));
        assert_eq!(parsed("7010/E/2026/42"), None);
    }
}
