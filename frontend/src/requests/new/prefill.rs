//! What a piece of evidence has to say to the office, written before somebody goes over it.

use shared::evidence::Show;
use shared::fiscal::Matricola;
use shared::ids::CompanyId;
use shared::requests::Draft;
use yew::prelude::*;

use super::Change;
use crate::evidence::letter;
use crate::i18n::use_lang;
use crate::remote::use_remote;

/// Props of [`Prefill`].
#[derive(PartialEq, Properties)]
pub(super) struct PrefillProps {
    pub company: CompanyId,
    /// The key of the piece.
    pub piece: String,
    pub content: Draft,
    pub onchange: Change,
}

/// Asks for the piece and writes the letter into the draft; draws nothing.
#[component]
pub(super) fn Prefill(props: &PrefillProps) -> Html {
    let lang = use_lang();
    let found = use_remote(&Show { company: props.company, key: props.piece.clone() }).value;
    let (content, onchange) = (props.content.clone(), props.onchange.clone());
    use_effect_with(found.is_some(), move |_| {
        let Some(detail) = found else { return };
        let Some((topic, subject, text)) = letter(&detail, lang) else { return };
        let code = detail.tracked.evidence.code.as_deref();
        let position = code.and_then(|code| Matricola::parse(code).ok());
        onchange.emit(Draft {
            topic: content.topic.or(Some(topic)),
            matricola: content.matricola.clone().or(position.map(|code| code.to_string())),
            subject: subject.to_owned(),
            text,
            ..content
        });
    });
    html! {}
}
