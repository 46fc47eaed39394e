//! German.

use super::{Texts, words};

pub(super) const TEXTS: Texts = Texts {
    empty: words(
        "Die Datei ist leer",
        "Exportieren Sie sie erneut aus dem Lohnprogramm und senden Sie sie noch einmal.",
    ),
    too_large: words(
        "Die Datei ist größer als 50 MB",
        "Teilen Sie sie auf, etwa in eine Datei je Betrieb.",
    ),
    encoding: words(
        "Ein Zeichen ist nicht in der Kodierung der Datei geschrieben",
        "Speichern Sie die Datei als UTF-8 oder geben Sie in der ersten Zeile ISO-8859-1 oder Windows-1252 an.",
    ),
    not_well_formed: words(
        "Ab hier ist der Aufbau der Datei nicht lesbar",
        "Exportieren Sie die Datei erneut: Vielleicht ist sie abgebrochen oder von Hand geändert worden.",
    ),
    doctype: words(
        "Die Datei enthält eine DOCTYPE-Angabe, die nicht erlaubt ist",
        "Entfernen Sie die Angabe: Eine UniEmens-Datei braucht keine.",
    ),
    too_complex: words(
        "Die Datei ist hier zu tief verschachtelt oder ein Text ist zu lang",
        "Exportieren Sie die Datei erneut aus dem Lohnprogramm.",
    ),
    wrong_kind: words(
        "Die Datei ist nicht von der gewählten Art",
        "Wählen Sie die richtige Art (UniEmens, F24 oder Handelsregister) oder eine andere Datei.",
    ),
    missing: words(
        "Eine Pflichtangabe fehlt",
        "Ergänzen Sie sie in dem Programm, aus dem die Datei stammt.",
    ),
    unknown: words(
        "Ein Feld gehört nicht in diese Datei",
        "Entfernen Sie es oder prüfen Sie seine Schreibweise.",
    ),
    month: words(
        "Diesen Monat gibt es nicht",
        "Schreiben Sie Jahr und Monat, wie das Format es verlangt.",
    ),
    future_month: words(
        "Der Monat hat noch nicht begonnen",
        "Korrigieren Sie den Monat oder warten Sie, bis er beginnt.",
    ),
    day: words("Diesen Tag gibt es nicht", "Korrigieren Sie das Datum."),
    amount: words(
        "Der Betrag ist nicht lesbar oder liegt unter null",
        "Schreiben Sie ihn ohne Vorzeichen und mit höchstens zwei Dezimalstellen, etwa 1276,11.",
    ),
    number: words(
        "Die Zahl ist nicht lesbar oder außerhalb der Grenzen",
        "Korrigieren Sie die Zahl.",
    ),
    tax_code: words(
        "Die Steuernummer ist ungültig: Form oder Prüfzeichen stimmen nicht",
        "Prüfen Sie die Nummer auf der Gesundheitskarte oder im Handelsregister.",
    ),
    matricola: words(
        "Die Matricola ist ungültig: Sie hat zehn Ziffern, die letzten zwei zur Prüfung",
        "Prüfen Sie sie im Cassetto des Betriebs.",
    ),
    csc: words(
        "Der statistische Beitragscode oder der Autorisierungscode ist ungültig",
        "Ein CSC hat fünf Ziffern, ein CA eine Ziffer und einen Buchstaben: Korrigieren Sie den Code.",
    ),
    office: words(
        "Diese Stelle des Instituts gibt es nicht",
        "Prüfen Sie ihren vierstelligen Code.",
    ),
    unknown_company: words(
        "Der Betrieb gehört nicht zu denen, für die Sie handeln dürfen",
        "Prüfen Sie seine Steuernummer oder lassen Sie sich die Vollmacht erteilen.",
    ),
    unknown_position: words(
        "Der Betrieb hat diese Beitragsposition nicht",
        "Prüfen Sie die Matricola oder aktualisieren Sie zuerst die Registerdaten.",
    ),
    position_elsewhere: words(
        "Nach dem Register gehört diese Position einem anderen Betrieb",
        "Prüfen Sie die Matricola; ist die Position übergegangen, importieren Sie zuerst den Auszug, mit dem sie dort erlischt.",
    ),
    not_active: words(
        "Die Position war in diesem Monat nicht aktiv",
        "Prüfen Sie Monat und Matricola oder beantragen Sie bei der Stelle die Reaktivierung.",
    ),
    no_workers: words(
        "Es ist niemand gemeldet",
        "Ergänzen Sie die Einzelmeldungen oder entfernen Sie den leeren Teil.",
    ),
    worker_count: words(
        "Die angegebene Zahl der Einzelmeldungen weicht von den vorhandenen ab",
        "Prüfen Sie, ob jemand fehlt, und korrigieren Sie dann NumDenIndiv.",
    ),
    rate_difference: words(
        "Der Beitrag entspricht nicht Lohn mal Beitragssatz",
        "Prüfen Sie Lohn, Einstufung und Betriebsgröße und berechnen Sie den Beitrag neu.",
    ),
    totals: words(
        "Die Summe weicht von den Zeilen ab oder der Saldo ist negativ",
        "Berechnen Sie die Summen des F24 neu.",
    ),
    twice: words("Dasselbe steht zweimal in der Datei", "Lassen Sie es nur einmal stehen."),
    unknown_section: words(
        "Diesen Abschnitt gibt es nicht, oder er wird nicht aus Dateien gespeist",
        "Prüfen Sie den Namen in der Liste der Datenströme.",
    ),
    not_a_code: words(
        "Der Code gehört nicht zu denen des Feldes",
        "Verwenden Sie einen der Codes aus dem Schema des Feldes.",
    ),
    value: words(
        "Der Wert ist nicht von der Art, die das Feld enthält",
        "Schreiben Sie ihn, wie es das Schema des Feldes sagt.",
    ),
    too_long: words("Der Text ist länger als das Feld", "Kürzen Sie ihn."),
    ends_before: words(
        "Der Zeitraum endet, bevor er beginnt",
        "Berichtigen Sie eines der beiden Enden.",
    ),
    worker_twice: words(
        "Dieselbe Person steht hier zweimal mit denselben Codes",
        "Sind es nicht zwei Verträge, entfernen Sie die doppelte Meldung und senden Sie die Datei erneut.",
    ),
    rate_unknown: words(
        "Für diesen Monat und diese Einstufung ist kein Beitragssatz hinterlegt, der Beitrag wurde daher nicht geprüft",
        "Stimmt der Beitrag, ist nichts zu tun.",
    ),
    code_unknown: words(
        "Dieser Code ist in den Tabellen nicht enthalten und wurde so angenommen",
        "Prüfen Sie seine Schreibweise.",
    ),
    no_fixed_term_surcharge: words(
        "Beim befristeten Vertrag fehlt der Zusatzbeitrag von 1,40 %",
        "Ist der Vertrag nicht befreit, korrigieren Sie den Beitrag und senden Sie die Datei erneut.",
    ),
    other_scheme: words(
        "Dieser Teil betrifft eine andere Verwaltung: Er wurde gelesen, aber nicht gespeichert",
        "Es ist nichts zu tun.",
    ),
    older_extract: words(
        "Das Register hat einen neueren Auszug dieses Betriebs: dieser wurde nicht gespeichert",
        "Es ist nichts zu tun, außer das Datum ist falsch.",
    ),
    provisional: words(
        "Die angegebene Summe passt nicht zu den Einzelmeldungen, das DM ist daher vorläufig",
        "Ergänzen Sie Fehlendes oder korrigieren Sie die Summe und senden Sie die Datei erneut.",
    ),
    not_generable: words(
        "Die Betriebssummen fehlen, das DM kann daher nicht erzeugt werden",
        "Ergänzen Sie die DenunciaAziendale mit den Summen und senden Sie die Datei erneut.",
    ),
};
