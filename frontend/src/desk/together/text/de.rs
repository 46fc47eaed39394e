//! In German.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Antwort auf mehrere Anfragen",
    back: "Zurück zur Warteschlange",
    none: "Keine Anfrage ausgewählt: Wählen Sie sie in der Warteschlange aus",
    rows: "Anfragen",
    what: "Was zu tun ist",
    kind: "Aktion",
    kinds: ["Antworten", "Abschließen", "Übernehmen"],
    module: "Textbaustein",
    no_module: "Baustein wählen",
    module_help: "Er folgt auf das, was Sie für alle schreiben. Jede Person erhält ihn in ihrer Sprache: Die Vorschau sagt, in welcher.",
    module_in: |language| {
        ["Baustein auf ", language, ": die Sprache der anfragenden Person"].concat()
    },
    module_not_in: |spoken, theirs| {
        [
            "Baustein auf ",
            spoken,
            ": auf ",
            theirs,
            ", der Sprache der anfragenden Person, gibt es ihn nicht",
        ]
        .concat()
    },
    outcome: "Ergebnis",
    choose: "Wählen",
    still_open: "Noch offen",
    text: "Text",
    text_help: "{company}, {protocol}, {matricola}, {office} und {deadline} werden zu den Daten jeder Anfrage: Sehen Sie sich die Vorschau jeder einzelnen an.",
    required: "Hier fehlt etwas",
    send: |count| ["An ", &counted(count, "Anfrage", "Anfragen"), " senden"].concat(),
    sending: "Wird gesendet: auch wenn Sie die Seite schließen",
    sent: |count| ["Gesendet an ", &counted(count, "Anfrage", "Anfragen")].concat(),
    nothing_to_do: "Keine dieser Anfragen lässt diese Aktion jetzt zu.",
    ready: "Bereit",
    left_out: "Ausgelassen",
    done: "Erledigt",
    again: "Noch einmal versuchen",
    failed: "Fehlgeschlagen",
    gone: "Diese Anfrage ist nicht mehr bei Ihrer Stelle.",
    has_charge: "Sie haben sie bereits übernommen, oder sie ist abgeschlossen.",
    unfilled: "Eine Angabe in geschweiften Klammern fehlt bei dieser Anfrage: Beantworten Sie sie gesondert.",
    not_in_charge: "Sie bearbeiten sie nicht, oder sie ist abgeschlossen: Übernehmen Sie sie zuerst.",
};
