//! In German.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    module: "Textbaustein",
    choose: "Keiner",
    in_language: |language| ["In der Sprache der anfragenden Person: ", language].concat(),
    languages: ["Italienisch", "Englisch", "Deutsch"],
    insert: "In die Antwort einfügen",
    undo: "Eingefügten Baustein entfernen",
    all_modules: "Alle Textbausteine",
    unfilled: "Ein Teil in geschweiften Klammern ist noch offen: Ergänzen oder entfernen Sie ihn vor dem Senden.",
    checklist: "Erforderliche Unterlagen",
    none_missing: "Nichts fehlt",
    missing: |count| counted(count, "Unterlage fehlt", "Unterlagen fehlen"),
    marks: ["Nicht geprüft", "Vorhanden", "Fehlt", "Nicht nötig"],
    no_documents: "Für dieses Thema sind keine Unterlagen nötig. Falls doch, fügen Sie sie hinzu.",
    add: "Hinzufügen",
    add_label: "Weitere Unterlage",
    take_away: "Entfernen",
    ask_missing: "Fehlendes anfordern",
    asking: "Für die Antwort benötigen wir diese Unterlagen:",
    overtaken: "Eine Kollegin oder ein Kollege hat die Liste geändert: Sie ist jetzt aktuell. Wählen Sie noch einmal.",
    has_open: |names| ["Diese Anfrage hat auch geöffnet: ", names].concat(),
    is_writing: |names| ["Schreibt gerade eine Antwort: ", names].concat(),
    related: "Weitere Anfragen dieses Unternehmens",
    no_related: "Dieses Unternehmen hat keine weiteren Anfragen bei dieser Stelle.",
    linked_count: |count| counted(count, "verknüpft", "verknüpft"),
    link: "Verknüpfen",
    part: "Verknüpfung lösen",
    select: "Mehrere Anfragen auswählen",
    select_none: "Auswahl beenden",
    selected: "Auswahl",
    select_row: |subject| ["Auswählen: ", subject].concat(),
    together: |count| ["Gemeinsam beantworten (", &count.to_string(), ")"].concat(),
    at_most: "Höchstens 40 Anfragen lassen sich gemeinsam beantworten: Nehmen Sie einige heraus.",
};
