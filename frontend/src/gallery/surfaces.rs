//! Cards, lists, tables, panels, dialogs.

use super::sample::{ACTS, COMPANY, SENTENCE, STATES, WORDS};
use super::shows::TONES;
use crate::ui::{
    Accordion, Breadcrumbs, Button, ButtonKind, Card, Cell, CellKind, Column, Crumb, Dialog,
    IconName, Link, List, ListItem, Pager, Row, Sheet, Sort, Tab, Table, Tabs, Tag, Tone,
};
use std::rc::Rc;
use yew::prelude::*;

/// What things stand on.
#[component]
pub fn Surfaces() -> Html {
    html! {
        <div class="columns">
            <Card title="Da fare" aside={html! { <Link href="/_ui">{ WORDS[5] }</Link> }}>
                <List>
                    <ListItem icon={IconName::Document} tone={Tone::Red} title="Nota di rettifica 02/2026" href="/_ui"
                        description="Paga entro il 3 dicembre: sanzioni dimezzate" figure="1.629,17 €" />
                    <ListItem icon={IconName::Refresh} tone={Tone::Orange} title="F24 non associato" onclick={Callback::noop()}
                        description="Matricola errata? Prepariamo la richiesta" figure="1.276,00 €" />
                    <ListItem icon={IconName::Message} title="Risposta di Roma Tuscolano" description="Nota di rettifica · oggi, 09:12"
                        trailing={html! { <Tag tone={Tone::Blue} label="Nuova" /> }} />
                </List>
            </Card>
            <Card flush={true}>
                <Accordion title="Sedi e dipendenze" open={true}><p>{ SENTENCE }</p></Accordion>
                <Accordion title="Periodi di sospensione" aside={html! { <Tag label="2" /> }}><p>{ SENTENCE }</p></Accordion>
            </Card>
            <Card><Views /></Card>
            <div class="column-wide"><Clients /></div>
            <Card>
                <Breadcrumbs crumbs={vec![
                    Crumb { label: WORDS[0].into(), href: Some("/_ui".into()) },
                    Crumb { label: COMPANY.into(), href: None },
                ]} />
                <Panels />
            </Card>
        </div>
    }
}

#[component]
fn Views() -> Html {
    let shown = use_state_eq(|| AttrValue::Static("due"));
    let onchange = {
        let shown = shown.clone();
        Callback::from(move |value| shown.set(value))
    };
    let tab =
        |value: &'static str, label: &'static str| Tab { value: value.into(), label: label.into() };
    html! {
        <Tabs label="Dettaglio" value={(*shown).clone()} {onchange} tabs={vec![tab("due", "Dovuto"), tab("paid", "Versato"), tab("notes", "Note")]}>
            <p>{ SENTENCE }</p>
        </Tabs>
    }
}

#[component]
fn Clients() -> Html {
    let sort = use_state_eq(|| Some(Sort { key: "days", descending: false }));
    let onsort = {
        let sort = sort.clone();
        Callback::from(move |by| sort.set(Some(by)))
    };
    let columns = Rc::new(vec![
        Column::new("name", "Cliente", CellKind::Title).sortable(),
        Column::new("code", "Matricola", CellKind::Code),
        Column::new("state", "Regolarità", CellKind::Text),
        Column::new("days", "DURC, giorni", CellKind::Number).sortable(),
        Column::new("amount", "Da pagare", CellKind::Number).sortable(),
    ]);
    let clients = [
        ("Officine Esempio S.p.A.", "49 123456 31", 4, "", "4.269,12"),
        ("Forno Esempio S.r.l.", "70 123456 62", 2, "12", "2.905,17"),
        ("Edil Prova S.n.c.", "81 000001 82", 3, "", "412,50"),
        ("Bottega Campione", "51 000001 52", 2, "88", ""),
    ];
    let cell = |text: &'static str| if text.is_empty() { Cell::Empty } else { Cell::text(text) };
    let rows: Vec<_> = clients
        .into_iter()
        .map(|(name, code, state, days, amount)| {
            let cells = vec![
                cell(name),
                cell(code),
                Cell::tag(TONES[state], STATES[state]),
                cell(days),
                Cell::Html(html! { amount }),
            ];
            let row = Row::new(code, cells).with_href("/_ui");
            Row { selected: name == COMPANY, ..row }.shared()
        })
        .collect();
    html! {
        <Card flush={true}>
            <Table caption="Clienti" {columns} {rows} sort={*sort} {onsort} />
            <Pager shown={4} total={312} onmore={Callback::noop()} />
        </Card>
    }
}

#[component]
fn Panels() -> Html {
    let dialog = use_state_eq(|| false);
    let sheet = use_state_eq(|| false);
    let open = |state: &UseStateHandle<bool>, value: bool| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(value))
    };
    let close = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |()| state.set(false))
    };
    html! {
        <div class="row">
            <Button kind={ButtonKind::Tertiary} onclick={open(&dialog, true)}>{ "Apri la finestra" }</Button>
            <Button kind={ButtonKind::Tertiary} onclick={open(&sheet, true)}>{ "Apri il foglio" }</Button>
            <Dialog open={*dialog} title="Eliminare la bozza?" onclose={close(&dialog)} actions={html! { <>
                <Button kind={ButtonKind::Danger} onclick={open(&dialog, false)}>{ ACTS[4] }</Button>
                <Button kind={ButtonKind::Ghost} onclick={open(&dialog, false)}>{ "Annulla" }</Button>
            </> }}>
                <p>{ SENTENCE }</p>
            </Dialog>
            <Sheet open={*sheet} title="Cambia azienda" onclose={close(&sheet)}>
                <List label="Aziende">
                    <ListItem icon={IconName::Building} title={COMPANY} description="Matricola 70 123456 62" onclick={Callback::noop()} />
                    <ListItem icon={IconName::Building} title="Bottega Campione" description="Matricola 51 000001 52" onclick={Callback::noop()} />
                </List>
            </Sheet>
        </div>
    }
}
