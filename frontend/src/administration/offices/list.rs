//! All offices as they are today, found by code, name or place.

use std::rc::Rc;

use shared::calendar::Day;
use shared::lang::Lang;
use shared::offices::{OfficeCode, OfficeParameters};
use yew::prelude::*;

use super::super::text::texts as common;
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::grid::fold;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Column, EmptyState, IconName, Row,
    SearchField, Table,
};
use crate::words;

/// Offices that are shown before more are asked for.
const FEW: usize = 20;

/// Props of [`Offices`].
#[derive(PartialEq, Properties)]
pub(super) struct OfficesProps {
    /// What holds.
    pub set: Rc<OfficeParameters>,
    /// Called with the digits of the one that is to be changed.
    pub onchoose: Callback<String>,
}

/// The list.
#[component]
pub(super) fn Offices(props: &OfficesProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (wanted, most) = (use_state_eq(String::new), use_state_eq(|| FEW));
    let today = events::now().day_in_rome();
    let all = props.set.all(today);
    let found: Vec<OfficeCode> =
        all.into_iter().filter(|code| fits(&props.set, *code, &wanted, today)).collect();
    let rows = found.iter().take(*most);
    let rows: Vec<Rc<Row>> = rows.map(|code| row(props, *code, today, lang)).collect();
    let onsearch = {
        let (wanted, most) = (wanted.setter(), most.setter());
        Callback::from(move |text: String| {
            wanted.set(text);
            most.set(FEW);
        })
    };
    let more = {
        let (most, next) = (most.setter(), *most + FEW);
        Callback::from(move |_: MouseEvent| most.set(next))
    };
    let columns = vec![
        Column::new("name", words.name, CellKind::Title),
        Column::new("office", common(lang).office, CellKind::Text),
        Column::new("value", words.kind, CellKind::Text),
        Column::new("address", words.address, CellKind::Text),
        Column::new("change", words.change, CellKind::Text),
    ];
    let content = match rows.is_empty() {
        true => html! { <EmptyState title={words.not_found} icon={IconName::Building} /> },
        false => html! { <Table caption={words.list} columns={Rc::new(columns)} {rows} /> },
    };
    html! {
        <Card title={words.list}>
            <div class="stack">
                <SearchField label={words.search} value={(*wanted).clone()} {onsearch} />
                <p class="muted" role="status">{ (words.found)(&words::count(found.len() as u64, lang)) }</p>
                { content }
                if found.len() > *most {
                    <div class="row"><Button kind={ButtonKind::Secondary} onclick={more}>{ words.more }</Button></div>
                }
            </div>
        </Card>
    }
}

/// Whether code, name and address of an office have every word that is looked for.
fn fits(set: &OfficeParameters, code: OfficeCode, wanted: &str, today: Day) -> bool {
    let name = set.name(code, today).unwrap_or_default();
    let address = set.address(code, today).unwrap_or_default();
    let text = fold(&[code.as_str(), " ", name, " ", address].concat());
    fold(wanted).split(' ').all(|word| text.contains(word))
}

fn row(props: &OfficesProps, code: OfficeCode, today: Day, lang: Lang) -> Rc<Row> {
    let (words, set) = (texts(lang), &props.set);
    let name = set.name(code, today).unwrap_or_default().to_owned();
    let kind = set.kind(code, today).map(|kind| kind.name().of(lang).to_owned());
    let parent = set.parent(code, today).map(|parent| (words.of)(parent.as_str()));
    let last = Some(set.competent(code, today)).filter(|into| *into != code);
    let closed = last.map(|into| (words.closed)(into.as_str()));
    let value: Vec<String> = [kind, parent, closed].into_iter().flatten().collect();
    let onclick = props.onchoose.reform(move |_: MouseEvent| code.to_string());
    let about = [code.as_str(), " ", &name].concat();
    let button = html! {
        <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} {about}>{ words.change }</Button>
    };
    let cells = vec![
        Cell::text(name),
        Cell::text(code.to_string()),
        Cell::text(value.join(" · ")),
        Cell::text(set.address(code, today).unwrap_or("—").to_owned()),
        Cell::Html(button),
    ];
    Row::new(code.to_string(), cells).shared()
}
