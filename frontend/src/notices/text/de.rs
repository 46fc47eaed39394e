//! The words of notices in German.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Warum, und wie der Betrag zustande kommt",
    causes: [
        (
            "Angewandter Satz",
            "Das Institut wendet einen anderen Satz an als den gemeldeten.",
            "Sehen Sie CSC, Ermächtigungscodes und Beschäftigtenzahl des Monats an: Stimmen sie, verlangen Sie die Neuberechnung.",
        ),
        (
            "DURC nicht in Ordnung",
            "Eine Begünstigung wurde entzogen, weil der interne DURC dieses Monats rot war.",
            "Sehen Sie den internen DURC des Monats an: Ein verlorener Monat bleibt verloren, ein falsches Ergebnis lässt sich berichtigen.",
        ),
        (
            "Lohnausgleich und Fonds",
            "Der Beitrag für Lohnausgleich oder einen Solidaritätsfonds stimmt nicht überein.",
            "Sehen Sie die Größenschwelle und den Ermächtigungscode des Fonds an.",
        ),
        (
            "Strafen",
            "Die Zahlung kam nach der Frist.",
            "Sehen Sie den Tag der F24-Zahlung des Monats an.",
        ),
        (
            "Prüfungen nicht abgeschlossen",
            "Eine Prüfung von DURC oder CIG ist nicht beendet.",
            "Warten Sie ihr Ergebnis ab, bevor Sie zahlen: Die Mitteilung kann sich noch ändern.",
        ),
        (
            "Andere Ursachen",
            "Rundungen oder neu berechnete Betriebsposten.",
            "Sehen Sie die Beträge der Meldung Posten für Posten an.",
        ),
    ],
    provisional: "Die Mitteilung ist vorläufig: Die Prüfung, von der sie abhängt, ist nicht beendet.",
    negative: "Eine Gruppe der Meldung hat einen negativen Betrag: So lässt sich die Mitteilung nicht rechnen.",
    dates: "Die Daten der Mitteilung passen nicht: ausgestellt vor der Fälligkeit des Monats oder zugestellt vor der Ausstellung.",
    declared: "Gemeldet",
    recalculated: "Neu berechnet",
    difference: "Beitragsdifferenz",
    days: |from, to| ["Tage vom ", from, " bis ", to].concat(),
    sanction: |of, rate, days| [of, " × ", rate, " × ", &days.to_string(), " / 365"].concat(),
    cap: "Gesetzliche Obergrenze der Strafe",
    total: "Differenz und Strafen",
    halved: |until, sanction| ["Bis ", until, " genügt die halbe Strafe (", sanction, ")"].concat(),
    agrees: "Nachgerechnet stimmt es mit der Mitteilung auf den Cent überein.",
    paid_on: |day| ["Bezahlt mit F24 vom ", day].concat(),
    paid: "Bisher gezahlt",
    part_paid: |amount| ["bisher ", amount, " gezahlt"].concat(),
    differs: |printed| {
        [
            "Nachgerechnet stimmt es nicht überein: Die Mitteilung sagt ",
            printed,
            ". Sie können die Neuberechnung verlangen.",
        ]
        .concat()
    },
    today: "heute zu zahlen",
    today_halved: "heute zu zahlen, mit halber Strafe",
    late: |by| {
        ["Die Frist war der ", by, ": Später wachsen die Strafen, die Stelle berechnet sie."]
            .concat()
    },
    row: "F24-Zeile",
    rate_of_parameters: |rate| {
        [
            "Die Mitteilung nennt den Satz der Strafen nicht: Hier gilt der der Parameter, ",
            rate,
            ".",
        ]
        .concat()
    },
    screen: "Berichtigungsmitteilungen",
    lead: "Die Mitteilungen aller Betriebe, die Sie betreuen: warum es sie gibt, was sie kosten, bis wann sie zu zahlen sind.",
    one_company: "Die Mitteilungen aller Betriebe",
    counters: |open, soon| {
        [
            counted(open, "offene Mitteilung", "offene Mitteilungen"),
            counted(soon, "endet binnen 7 Tagen", "enden binnen 7 Tagen"),
        ]
        .join(" · ")
    },
    counts: [
        "offen",
        "Betriebe",
        "bald fällig",
        "zu zahlen",
        "Guthaben",
        "erspart, wer jetzt zahlt",
    ],
    groups: "Gleiche Ursache, mehrere Betriebe",
    groups_lead: "Eine Erklärung für alle Mitteilungen derselben Ursache.",
    group_line: |notices, companies| {
        [counted(notices, "Mitteilung", "Mitteilungen"), counted(companies, "Betrieb", "Betriebe")]
            .join(", ")
    },
    months: "Kompetenzmonate",
    next_term: "Nächste Frist",
    oldest: "Die älteste ist vom",
    spared: "Erspart bei Zahlung innerhalb der Frist",
    named: "Betriebe",
    others: |count| ["und ", &counted(count, "weiterer Betrieb", "weitere Betriebe")].concat(),
    show_group: "Diese Mitteilungen zeigen",
    search: "Betrieb, Steuernummer, Matrikel oder Nummer",
    cause_label: "Ursache",
    every_cause: "Alle Ursachen",
    stage_label: "Stand",
    open_stages: "Alle offenen",
    side_label: "Art",
    every_side: "Zu zahlen und Guthaben",
    sides: ["Zu zahlen", "Zu Ihren Gunsten"],
    within: |days| ["Binnen ", &days.to_string(), " Tagen"].concat(),
    sort_label: "Reihenfolge",
    sorts: ["Nächste Frist", "Betrag", "Betrieb", "Kompetenzmonat", "Ausstellung"],
    clear: "Filter entfernen",
    none: "Keine offene Mitteilung",
    none_text: "Die Berechnungen des Instituts stimmen mit den Meldungen überein.",
    none_filtered: "Keine Mitteilung mit diesen Filtern",
    columns: [
        "Mitteilung",
        "Betrieb",
        "Kompetenzmonat",
        "Ursache",
        "Betrag",
        "Zu zahlen bis",
        "Stand",
    ],
    halved_by: |amount, day| [amount, " bis ", day, ", mit halben Strafen"].concat(),
    overdue: "überfällig",
    clocks: |days| ["Fristen der nächsten ", &days.to_string(), " Tage"].concat(),
    no_clock: |days| {
        ["Keine Frist läuft: Nichts ist fällig in den nächsten ", &days.to_string(), " Tagen."]
            .concat()
    },
    notices: |count| counted(count, "Mitteilung", "Mitteilungen"),
    days_left: |days| counted(days.unsigned_abs(), "Tag", "Tage"),
    pay_until: |amount, day| [amount, " zu zahlen bis ", day].concat(),
    ran_out: |day| ["die Frist war der ", day].concat(),
    choosing: "Mehrere Mitteilungen wählen",
    stop_choosing: "Auswahl beenden",
    choose: |number| [number, " wählen"].concat(),
    chosen: |count| counted(count, "Mitteilung gewählt", "Mitteilungen gewählt"),
    next_steps: "Nächste Schritte für die gewählten Mitteilungen",
    copy_rows: "F24-Zeilen kopieren",
    copy_letter: "Antrag auf Neuberechnung kopieren",
    copied: "Kopiert",
    evidence: "Die Auffälligkeiten dieser Mitteilungen",
    letter: |lines| {
        ["Betreff: Berichtigungsmitteilungen, Erklärung der Ursache und Neuberechnung\n\nWir bitten, die Ursache der folgenden Mitteilungen zu erklären und sie neu zu berechnen:\n", lines, "\nDie Meldungen dieser Monate und unsere Berechnung liegen bei."].concat()
    },
    recomputed: "Neu berechnet aus Meldung und Sätzen",
    firm: |csc, cas, size| {
        ["CSC ", csc, " · CA ", cas, " · ", &counted(size, "Beschäftigter", "Beschäftigte")]
            .concat()
    },
    no_cas: "keiner",
    heads: [
        "Gruppe",
        "Arbeitnehmer",
        "Bemessungsgrundlage",
        "Gemeldet",
        "Gemeldeter Satz",
        "Geschuldeter Satz",
        "Neu berechnet",
        "Differenz",
    ],
    total_line: "Summe",
    same: "Neu berechnet ergibt sich dieselbe Differenz wie in der Mitteilung.",
    right: "Nach den Sätzen dieser Einstufung ist das Gemeldete richtig: Die Mitteilung geht von anderem aus. Versuchen Sie unten andere CA oder eine andere Größe.",
    other: |ours, theirs| {
        [
            "Neu berechnet beträgt die Differenz ",
            ours,
            ", in der Mitteilung ",
            theirs,
            ": Sie können die Neuberechnung verlangen.",
        ]
        .concat()
    },
    incomplete: "Der Satz einer Gruppe ist nicht bekannt: Ihr Betrag bleibt der gemeldete.",
    no_return: "Es gibt keine Meldung des Monats mit Gruppen von Arbeitnehmern, oder das Register nennt die Einstufung nicht: Neu berechnen lässt sich nichts.",
    no_size: "Die Meldung sagt nicht, wie viele Beschäftigte es gab: Geben Sie unten die Größe an.",
    subject: |number| ["Berichtigungsmitteilung ", number].concat(),
    open_return: "Meldung des Monats öffnen",
    group_unknown: "die Gruppe hat keine gewöhnlichen Beiträge",
    qualification: |code| ["die Qualifikation ", code, " hat eigene Fonds"].concat(),
    own_fund: "der Fonds der Branche kommt hinzu, mit einem Satz, den die Tabellen nicht haben",
    apprentices: "der Satz der Lehrlinge hängt von den geleisteten Monaten oder vom Beruf ab",
    suppose: "Und wenn CA oder Größe anders wären?",
    suppose_lead: "Wählen Sie andere Ermächtigungscodes, eine andere Größe oder einen anderen Fonds: Es wird sofort auf diesem Gerät neu gerechnet. Die Adresse der Seite behält den Versuch und lässt sich versenden.",
    size: "Beschäftigte",
    size_help: "Durchschnitt des Monats, für die Schwellen der Fonds.",
    size_wrong: "Eine ganze Zahl von Beschäftigten, zum Beispiel 16.",
    cas: "Ermächtigungscodes",
    effects: [
        "unterwirft dem FIS: Der Satz ist der der Branche",
        "ist eine Begünstigung, die verrechnet wird: Der Satz bleibt",
        "ändert den Satz nicht",
        "führt zu Sätzen, die die Tabellen nicht haben",
    ],
    fits: "Die Mitteilung ergäbe sich mit:",
    fit: |cas, size| ["CA ", cas, ", ", &counted(size, "Beschäftigtem", "Beschäftigten")].concat(),
    no_fit: "Keine andere Größe, kein bekannter CA und kein anderer Fonds erklärt die Mitteilung allein.",
    reset: "Zurück zum Register",
    no_notice: "Es gäbe keine Mitteilung: Die Differenz liegt innerhalb der Schwelle.",
    less: |by| ["Die Mitteilung wäre um ", by, " niedriger."].concat(),
    more: |by| ["Die Mitteilung wäre um ", by, " höher."].concat(),
    unchanged: "Die Mitteilung bliebe gleich.",
    turned: "Die Mitteilung wechselte die Seite.",
    supposed_total: "Differenz und Strafen, so",
};
