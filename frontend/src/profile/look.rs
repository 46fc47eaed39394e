//! Language, scheme and spacing of the text.

use shared::session::Prefer;
use yew::prelude::*;

use super::text::texts;
use crate::browser;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::ui::{Card, LanguageMenu, Notice, Segment, SegmentedControl, Severity, ThemeSwitch};

/// Where the choice of spacing is kept, read by `boot.js` before the first paint too.
const SPACING: &str = "cassetto.spacing";
const COMFORTABLE: &str = "comfortable";

/// The choices of this device; the language is the person's too, for notices and for devices where none was chosen.
#[component]
pub fn Look() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let prefer = use_action::<Prefer>(Callback::noop());
    let onchosen = prefer.run.reform(|lang| Prefer { lang });
    html! {
        <Card title={words.look}>
            <div class="form">
                <LanguageMenu {onchosen} />
                <ThemeSwitch />
                <Spacing />
            </div>
            if let Some(error) = &prefer.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            <p class="muted small">{ words.kept }</p>
        </Card>
    }
}

/// More room between letters and lines.
#[component]
fn Spacing() -> Html {
    let words = texts(use_lang());
    let wide = use_state_eq(|| browser::recall(SPACING).as_deref() == Some(COMFORTABLE));
    let onchange = {
        let wide = wide.setter();
        Callback::from(move |value: AttrValue| {
            space(value.as_str() == COMFORTABLE);
            wide.set(value.as_str() == COMFORTABLE);
        })
    };
    let segments =
        vec![Segment::new("", words.standard), Segment::new(COMFORTABLE, words.comfortable)];
    html! {
        <div>
            <SegmentedControl legend={words.spacing} {segments} value={if *wide { COMFORTABLE } else { "" }} {onchange} />
            <p class="muted small">{ words.spacing_hint }</p>
        </div>
    }
}

fn space(wide: bool) {
    match wide {
        true => browser::remember(SPACING, COMFORTABLE),
        false => browser::forget(SPACING),
    }
    if let Some(root) = browser::root() {
        // A refused attribute leaves the text as it was: nothing to repair.
        let _ = match wide {
            true => root.set_attribute("data-spacing", COMFORTABLE),
            false => root.remove_attribute("data-spacing"),
        };
    }
}
