//! The language of the screens, each named in itself.

use crate::i18n::{use_lang, use_lang_handle};
use crate::ui::icon::{Icon, IconName};
use crate::ui::id::use_id;
use crate::ui::text::texts;
use shared::lang::Lang;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Props of [`LanguageMenu`].
#[derive(PartialEq, Properties)]
pub struct LanguageMenuProps {
    /// Called with the language that was chosen.
    #[prop_or_default]
    pub onchosen: Callback<Lang>,
}

/// A native list of languages.
#[component]
pub fn LanguageMenu(props: &LanguageMenuProps) -> Html {
    let lang = use_lang();
    let handle = use_lang_handle();
    let id = use_id("language");
    let onchosen = props.onchosen.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|list| Lang::from_code(&list.value()));
        if let (Some(handle), Some(chosen)) = (&handle, chosen) {
            handle.set(chosen);
            onchosen.emit(chosen);
        }
    });
    html! {
        <div class="language">
            <label for={id.clone()}><Icon name={IconName::Language} class="icon-20" />{ texts(lang).language }</label>
            <select {id} {onchange}>
                { for Lang::ALL.iter().map(|each| html! {
                    <option key={each.code()} value={each.code()} lang={each.code()} selected={*each == lang}>
                        { texts(*each).own_name }
                    </option>
                }) }
            </select>
        </div>
    }
}
