//! Error summary: at the top of a form that was sent with something wrong, every problem with the way to its field.

use crate::browser;
use crate::ui::icon::{Icon, IconName};
use crate::ui::id::use_id;
use yew::prelude::*;

/// A problem and the id of its field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError {
    /// The id of the control.
    pub id: AttrValue,
    /// What the field is called and what is wrong, as beside the field.
    pub text: AttrValue,
}

/// Props of [`ErrorSummary`].
#[derive(PartialEq, Properties)]
pub struct ErrorSummaryProps {
    /// What to do about them.
    pub title: AttrValue,
    /// The problems; nothing is drawn without any.
    pub errors: Vec<FieldError>,
    /// Grows with each try: then the summary takes the focus.
    pub tries: u32,
}

/// The problems of a form. It takes the focus when the form was sent, and each line leads to its field.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let (node, title) = (use_node_ref(), use_id("errors"));
    let wrong = !props.errors.is_empty();
    use_effect_with(props.tries, {
        let node = node.clone();
        move |tries| {
            if let Some(element) = node.cast::<web_sys::HtmlElement>().filter(|_| *tries > 0) {
                let _ = element.focus();
            }
        }
    });
    if !wrong {
        return html! {};
    }
    let line = |error: &FieldError| {
        let target = ["#", error.id.as_str()].concat();
        let onclick = {
            let target = target.clone();
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                browser::focus(&target);
            })
        };
        html! { <li><a class="link" href={target} {onclick}>{ &error.text }</a></li> }
    };
    html! {
        <div ref={node} class="notice tone-red error-summary" tabindex="-1" role="group" aria-labelledby={title.clone()}>
            <Icon name={IconName::XCircle} />
            <div class="notice-words">
                <h2 id={title} class="notice-title">{ &props.title }</h2>
                <ul role="list">{ for props.errors.iter().map(line) }</ul>
            </div>
        </div>
    }
}
