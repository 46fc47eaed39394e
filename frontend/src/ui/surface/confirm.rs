//! Confirm: a question before something that cannot be taken back.

use super::dialog::Dialog;
use crate::ui::action::button::{Button, ButtonKind};
use yew::prelude::*;

/// Props of [`Confirm`].
#[derive(PartialEq, Properties)]
pub struct ConfirmProps {
    /// Whether it is asked.
    pub open: bool,
    /// The question.
    pub title: AttrValue,
    /// What will be so then.
    pub children: Html,
    /// The act itself.
    pub yes: AttrValue,
    /// The words to let it be.
    pub no: AttrValue,
    /// How much the act asks for.
    #[prop_or(ButtonKind::Danger)]
    pub kind: ButtonKind,
    /// It is to be done: set `open` to false.
    pub onyes: Callback<()>,
    /// It is not: set `open` to false.
    pub onno: Callback<()>,
}

/// The question, with an answer of each kind.
#[component]
pub fn Confirm(props: &ConfirmProps) -> Html {
    let answer = |to: &Callback<()>| to.reform(|_: MouseEvent| ());
    html! {
        <Dialog open={props.open} title={props.title.clone()} onclose={props.onno.clone()} actions={html! {
            <>
                <Button kind={props.kind} onclick={answer(&props.onyes)}>{ &props.yes }</Button>
                <Button kind={ButtonKind::Ghost} onclick={answer(&props.onno)}>{ &props.no }</Button>
            </>
        }}>
            { props.children.clone() }
        </Dialog>
    }
}
