//! In German.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Eingangsbestätigung prüfen",
    lead: "Prüfen Sie, ob eine Bestätigung des Protokolls echt ist. Eine Anmeldung ist nicht nötig.",
    receipt: "Angaben der Bestätigung",
    number: "Protokollnummer",
    number_help: "Zum Beispiel 7010.E.2026.0000042",
    number_wrong: "Schreiben Sie die Nummer wie auf der Bestätigung, zum Beispiel 7010.E.2026.0000042",
    code: "Code oder Prüfsumme",
    code_help: "Der Code mit 16 Zeichen oder die ganze Prüfsumme",
    code_wrong: "Schreiben Sie den Code, der auf der Bestätigung steht",
    verify: "Prüfen",
    result: "Ergebnis",
    authentic: "Echte Bestätigung",
    authentic_text: "Die Anfrage wurde zu diesem Zeitpunkt mit diesem Text und diesen Unterlagen eingetragen.",
    annulled: "Aufgehobene Eintragung",
    annulled_text: "Die Bestätigung ist echt, doch die Stelle hat die Eintragung seither aufgehoben: sie gilt nicht mehr.",
    unknown: "Keine Bestätigung mit dieser Nummer und diesem Code",
    unknown_text: "Prüfen Sie, ob beides richtig abgeschrieben ist. Steht es so auf der Bestätigung, dann ist sie nicht echt.",
    registered: "Eingetragen",
    office: "Stelle",
    documents: "Unterlagen",
    digest: "SHA-256-Prüfsumme",
    simulated: "Dies ist ein Simulator: die Bestätigung ist erfunden und ohne Wert.",
    compare: "Eine Unterlage vergleichen",
    choose: "Datei zum Vergleichen wählen",
    choose_help: |count| {
        [
            "Zur Bestätigung gehören ",
            &counted(u64::from(count), "Unterlage", "Unterlagen"),
            ". Die Datei bleibt auf dem Gerät: verglichen wird nur ihre Prüfsumme.",
        ]
        .concat()
    },
    same: |name| [name, " ist eine der gesendeten Unterlagen"].concat(),
    same_text: "Sie ist Byte für Byte gleich.",
    different: |name| [name, " ist keine der gesendeten Unterlagen"].concat(),
    different_text: "Ihre Prüfsumme ist eine andere: es ist eine andere Datei, oder sie wurde nach dem Senden geändert.",
    unable: "Dieser Browser berechnet hier keine Prüfsummen. Versuchen Sie einen anderen über eine sichere Verbindung.",
    download: "Bestätigung herunterladen (PDF)",
    verify_this: "Bestätigung prüfen",
};
