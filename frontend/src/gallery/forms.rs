//! Fields and files.

use super::sample::{ACTS, ERROR, MATRICOLA_LABEL, STATES};
use crate::ui::{
    Button, ButtonType, Card, Checkbox, Choice, Field, FieldType, FileDrop, FileEntry, FileState,
    Select, Slider, Toggle,
};
use yew::prelude::*;

/// What a person fills in.
#[component]
pub fn Forms() -> Html {
    let text = use_state_eq(String::new);
    let oninput = {
        let text = text.clone();
        Callback::from(move |typed| text.set(typed))
    };
    let on = use_state_eq(|| true);
    let onchange = {
        let on = on.clone();
        Callback::from(move |now| on.set(now))
    };
    let value = AttrValue::from((*text).clone());
    let choices = STATES.map(|state| Choice { value: state.into(), label: state.into() }).to_vec();
    html! {
        <div class="columns">
            <Card>
                <form onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                    <Field label="Oggetto" helper="Poche parole" value={value.clone()} oninput={oninput.clone()} />
                    <Field label={MATRICOLA_LABEL} error={ERROR} mono={true} r#type={FieldType::Digits} value="70123456" oninput={oninput.clone()} />
                    <Field label="Codice fiscale" success="Codice corretto" mono={true} value="RSSMRA80A41H501U" oninput={oninput.clone()} />
                    <Field label="Password" r#type={FieldType::Password} autocomplete="current-password" value={value.clone()} oninput={oninput.clone()} />
                    <Field label="Note" r#type={FieldType::Area} optional={true} value={value.clone()} oninput={oninput.clone()} />
                    <Field label="Dal" r#type={FieldType::Date} value="2026-11-22" oninput={oninput.clone()} />
                    <Field label="Sede" disabled={true} value="Roma Tuscolano" oninput={oninput.clone()} />
                    <Field label="Fino a" r#type={FieldType::Month} optional={true} value="2026-11" oninput={oninput.clone()} />
                    <Slider label="Giorno" least={0} most={730} value={120} said="120 giorni" oninput={Callback::noop()} />
                    <Field label="E-mail" r#type={FieldType::Email} optional={true} value="" oninput={oninput.clone()} />
                    <Field label="Cerca" r#type={FieldType::Search} optional={true} value="" {oninput} />
                    <Button r#type={ButtonType::Submit}>{ ACTS[0] }</Button>
                </form>
            </Card>
            <Card>
                <div class="form">
                    <Select label="Stato" {choices} value={STATES[1]} onchange={Callback::noop()} helper="Uno solo" />
                    <div>
                        <Checkbox label="Includi gli anni precedenti" checked={*on} onchange={onchange.clone()} />
                        <Checkbox label="Solo da gestire" checked={!*on} onchange={onchange.clone()} helper="Nasconde ciò che è in ordine" />
                        <Checkbox label="Non disponibile" checked={false} onchange={onchange.clone()} disabled={true} />
                        <Toggle label="Avvisami per e-mail" checked={*on} onchange={onchange.clone()} helper="Una sola volta al giorno" />
                        <Toggle label="Avvisami per SMS" checked={!*on} {onchange} />
                    </div>
                    <FileDrop label="File UniEmens o F24" helper="XML, TXT o CSV, al massimo 30 MB l'uno" multiple={true}
                        files={files()} onfiles={Callback::noop()} onremove={Callback::noop()} />
                </div>
            </Card>
        </div>
    }
}

fn files() -> Vec<FileEntry> {
    let file = |name: &'static str, size: &'static str, state| FileEntry {
        name: name.into(),
        size: size.into(),
        state,
    };
    vec![
        file("uniemens-2026-09.xml", "184 KB", FileState::Ready),
        file("uniemens-2026-10.xml", "29,4 MB", FileState::Sending(62)),
        file("f24-ottobre.csv", "12 KB", FileState::Done),
        file(
            "f24-novembre.csv",
            "12 KB",
            FileState::Refused(
                "Riga 14, colonna 3: l'importo non è un numero. Nulla è stato registrato.".into(),
            ),
        ),
    ]
}
