//! Tags, figures, dates, pairs, bars.

use super::pictures::Pictures;
use super::sample::{COMPANY, MATRICOLA, MATRICOLA_LABEL, OFFICE, STATES, months};
use crate::ui::{
    Avatar, Badge, BarChart, Card, KeyValue, KeyValues, Notice, ProgressBar, Severity, Stat, Tag,
    Tone,
};
use yew::prelude::*;

/// The five tones, as `STATES` names them.
pub const TONES: [Tone; 5] = [Tone::Grey, Tone::Blue, Tone::Green, Tone::Orange, Tone::Red];

/// What only shows.
#[component]
pub fn Shows() -> Html {
    let pairs = vec![
        KeyValue::text("Denominazione", COMPANY),
        KeyValue::mono(MATRICOLA_LABEL, MATRICOLA),
        KeyValue::text("Sede", OFFICE),
        KeyValue::text("Inizio attività", "01/03/2011"),
    ];
    let sum = vec![
        KeyValue::mono("DM10 08/2026", "4.210,00"),
        KeyValue::mono("Sanzioni, 67 giorni al 7,65 %", "59,12"),
        KeyValue::mono("Totale", "4.269,12 €"),
    ];
    html! {
        <div class="columns">
            <Card title="Regolarità" aside={html! { <Tag tone={Tone::Green} label={STATES[2]} /> }}>
                <div class="stack">
                    <Stat value="12" unit="giorni" label="alla scadenza del DURC, 4 dicembre 2026" />
                    <ProgressBar label="Validità del DURC" value={108} max={120} />
                    <Notice severity={Severity::Warning}><p>{ super::sample::SENTENCE }</p></Notice>
                </div>
            </Card>
            <Card title="Contributi, ultimi 12 mesi" subtitle="Dovuto 154.280 € · versato 152.991 €">
                <BarChart title="Contributi dovuti e versati" points={months()} />
            </Card>
            <Pictures />
            <Card title="Anagrafica"><KeyValues items={pairs} /></Card>
            <Card title="Per tornare regolare">
                <div class="stack">
                    <KeyValues items={sum} sum={true} />
                    <div class="row">{ for TONES.into_iter().zip(STATES).map(|(tone, label)| html! { <Tag {tone} {label} /> }) }</div>
                    <div class="row">
                        <Badge count={2} /><Badge count={1200} /><Badge count={312} quiet={true} /><Badge count={0} />
                        <Avatar name="Maria Rossi" /><Avatar name="Giulia" />
                    </div>
                </div>
            </Card>
        </div>
    }
}
