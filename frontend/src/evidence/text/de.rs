//! In German.

use super::{Causes, Texts};
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Auffälligkeiten",
    counters: |open, soon| {
        [
            &counted(open, "zu erledigen", "zu erledigen"),
            " · ",
            &counted(soon, "fällig in 7 Tagen", "fällig in 7 Tagen"),
        ]
        .concat()
    },
    new: "Neu",
    open: "Zu erledigen",
    soon: "In 7 Tagen",
    blocks: "Halten den DURC auf",
    checked: |day| ["Daten geprüft am ", day].concat(),
    none: "Keine Auffälligkeit",
    none_text: "Meldungen, Zahlungen und Archive stimmen überein: Es gibt nichts zu richten. Wir prüfen bei jedem neuen Datum und jeden Tag.",
    none_filtered: "Keine Auffälligkeit mit diesen Filtern",
    clear: "Filter entfernen",
    filters: "Filter",
    apply: "Zeigen",
    every_kind: "Alle Arten",
    kind_label: "Art",
    standing_label: "Stand",
    every_open: "Zu erledigen",
    only_durc: "Hält den DURC auf",
    within_7: "Fällig in 7 Tagen",
    gestione_label: "Verwaltung",
    every: "Alle",
    tax_code: "Steuernummer",
    code: "Position",
    month: "Kompetenzmonat",
    year: "Jahr",
    office: "Stelle (vier Ziffern)",
    company_state: "Stand des Betriebs",
    position_state: "Stand der Position",
    client: "Betrieb",
    about: "Betrifft",
    amount: "Betrag",
    deadline: "Frist",
    severity: "Gewicht",
    state: "Stand",
    since: "Seit",
    money: "Geld",
    durc_from: |day| ["ab ", day].concat(),
    durc_covered: |by| ["Nein, gedeckt: ", by].concat(),
    durc_tolerated: "Nein, die Verwaltung ist innerhalb der Toleranz",
    no: "Nein",
    yes: "Ja",
    no_amount: "Kein Betrag",
    no_deadline: "Keine Frist",
    choose: "Wählen",
    choosing: "Mehrere wählen",
    stop_choosing: "Fertig",
    chosen: |count| counted(count, "gewählt", "gewählt"),
    all_of_filter: |count| ["Alle ", &count.to_string(), " wählen"].concat(),
    see: "Als gesehen markieren",
    take: "In Bearbeitung nehmen",
    archive: "Archivieren",
    reopen: "Wieder öffnen",
    take_title: "In Bearbeitung nehmen",
    take_label: "Was Sie tun",
    take_help: "Zum Beispiel: Berichtigung des F24 verlangt, Protokoll 123.",
    archive_title: "Archivieren",
    archive_label: "Warum",
    archive_help: "Sie kommt von selbst zurück, wenn sich Ursache oder Betrag ändern.",
    required: "Schreiben Sie ein paar Worte",
    done: |changed, left| match left {
        0 => counted(changed, "Auffälligkeit aktualisiert", "Auffälligkeiten aktualisiert"),
        left => [
            &counted(changed, "aktualisiert", "aktualisiert"),
            ", ",
            &counted(left, "unverändert", "unverändert"),
        ]
        .concat(),
    },
    why: "Warum",
    facts: "Kurz gefasst",
    passed: "vorbei",
    next: "Was jetzt zu tun ist",
    procedure_title: "Das amtliche Verfahren",
    law: "Norm",
    history: "Verlauf",
    in_hand_asked: "In Bearbeitung: Die Anfrage liegt bei der Stelle",
    open_request: "Anfrage öffnen",
    in_hand_by: |note| ["In Bearbeitung: ", note].concat(),
    archived_why: |reason| ["Archiviert: ", reason].concat(),
    chart: "Auffälligkeiten nach Art und Alter",
    chart_summary: |open| {
        [
            &counted(open, "Auffälligkeit zu erledigen", "Auffälligkeiten zu erledigen"),
            ", nach Art und Alter",
        ]
        .concat()
    },
    ages: ["bis 7 Tage", "bis 30", "bis 90", "über 90"],
    chart_kind: "Art",
    card: "Auffälligkeiten",
    card_all: "Alle Auffälligkeiten",
    card_none: "Keine Auffälligkeit zu erledigen.",
    copy_row: "F24-Zeile kopieren",
    copy_text: "Text kopieren",
    copied: "Kopiert",
    row_office: "Stellenkode",
    row_causale: "Causale",
    row_code: "Matrikel",
    row_from: "Ab Monat",
    row_to: "Bis Monat",
    row_debit: "Soll",
    row_credit: "Haben",
    open_month: "Meldung öffnen",
    open_payments: "Zahlungen öffnen",
    open_payment: "F24 öffnen",
    open_record: "Vorgang öffnen",
    open_returns: "Meldungen öffnen",
    open_intake: "Datei einreichen",
    open_interruptions: "Unterbrechungen öffnen",
    step_wait: "Vorerst bleibt nur abzuwarten.",
    step_causes: |number| ["Lesen Sie die Ursachen der Mitteilung ", number, "."].concat(),
    step_pay: "Zahlen Sie mit dieser Zeile des F24, Abschnitt INPS.",
    step_set_off: "Verwenden Sie das Guthaben mit dieser Zeile des F24, Abschnitt INPS.",
    step_pay_by: |day| ["Dieser Betrag gilt bis ", day, "."].concat(),
    step_correct: "Lassen Sie die gezahlte Zeile berichtigen.",
    step_correct_right: "Die Zeile hätte so lauten sollen:",
    step_send: |code, month| {
        ["Senden Sie die Meldung für ", month, ", Position ", code, "."].concat()
    },
    step_resend: |code, month| {
        [
            "Berichtigen und senden Sie die Meldung für ",
            month,
            ", Position ",
            code,
            ", neu: Für jeden betroffenen Arbeitnehmer sind alle Daten neu zu senden.",
        ]
        .concat()
    },
    step_request: |subject| ["An die Stelle schreiben: ", subject].concat(),
    step_request_text: "Der Text liegt bereit.",
    step_attach: "Beilegen:",
    step_attach_none: "Es sind keine Beilagen nötig.",
    step_petition: |name, place| ["Reichen Sie beim INPS ein: „", name, "“, ", place, "."].concat(),
    step_appeal: |by| {
        match by {
        Some(day) => ["Legen Sie bis ", day, " über den INPS-Dienst „Ricorsi on line“ Rekurs beim zuständigen Komitee ein; bis zur Entscheidung ruht die Einbringung."].concat(),
        None => "Legen Sie binnen 90 Tagen ab Zustellung über den INPS-Dienst „Ricorsi on line“ Rekurs beim zuständigen Komitee ein; bis zur Entscheidung ruht die Einbringung.".to_owned(),
    }
    },
    step_oppose: |day| ["Fechten Sie bis ", day, " vor Gericht an."].concat(),
    step_report: |by| match by {
        Some(day) => ["Melden Sie bis ", day, " Umstände, die das Institut nicht kennt."].concat(),
        None => "Melden Sie Umstände, die das Institut nicht kennt.".to_owned(),
    },
    step_durc: "Auf der Seite des DURC sagt die Simulation, welche Zahlungen genügen und ab wann er grün wird.",
    open_durc: "DURC öffnen: welche Zahlung genügt",
    step_book: "Oder vereinbaren Sie einen Termin mit der Stelle, über den INPS-Dienst „Agenda appuntamenti“: Bringen Sie diese Auffälligkeit und die genannten Anlagen mit.",
    letter: |letter| {
        let mut text = [
            "Betreff: ",
            letter.subject,
            "\n\n",
            letter.company,
            ", Steuernummer ",
            letter.tax_code,
        ]
        .concat();
        if let Some(code) = letter.code {
            text.push_str(&[", Matrikel ", code].concat());
        }
        if let Some(months) = letter.months {
            text.push_str(&["\nKompetenz: ", months].concat());
        }
        if let Some(amount) = letter.amount {
            text.push_str(&["\nBetrag: ", amount].concat());
        }
        text.push_str(
            &["\n\n", letter.cause, "\nWir bitten um Prüfung und Richtigstellung der Position."]
                .concat(),
        );
        if !letter.attachments.is_empty() {
            text.push_str(&["\n\nBeilagen: ", &letter.attachments.join("; ")].concat());
        }
        text
    },
    collaborators: "Mitarbeiter (Gestione Separata)",
    all_positions: "Der ganze Betrieb",
};

pub(super) static CAUSES: Causes = Causes {
    notice: |number, causes| match causes.is_empty() {
        true => ["Das Institut hat die Meldung neu berechnet: Mitteilung ", number, "."].concat(),
        false => {
            ["Das Institut hat die Meldung neu berechnet: Mitteilung ", number, " (", causes, ")."]
                .concat()
        }
    },
    predicted: |declared, due| {
        [
            "Gemeldet wurden ",
            declared,
            ", nach den Sätzen geschuldet sind ",
            due,
            ": Eine Berichtigungsmitteilung ist zu erwarten.",
        ]
        .concat()
    },
    rows_refused: |errors| {
        [
            &counted(errors, "Fehler", "Fehler"),
            " in der gesandten Meldung: Sie wurde nicht erfasst.",
        ]
        .concat()
    },
    nothing_paid: "Die Meldung wurde angenommen, und keine Zahlung liegt vor.",
    no_return: "Die Position war aktiv, es gab keine Unterbrechung, und die Meldung ist nicht eingegangen.",
    no_return_for_payment: "Für einen Monat ohne Meldung liegt eine Zahlung vor.",
    nothing_owed: "Die Zeile zahlt eine Berichtigungsmitteilung oder eine Schuld, doch für diese Position und diese Monate gibt es keine.",
    wrong_position: |code| {
        ["Das F24 nennt die Matrikel ", code, ", die nicht zum Betrieb gehört."].concat()
    },
    not_backed: |backed| {
        [
            "Das F24 verwendet ein Guthaben, das Meldungen und Mitteilungen nur bis ",
            backed,
            " decken.",
        ]
        .concat()
    },
    discarded: "Die Datei mit der Meldung wurde wegen Fehlern in anderen Teilen verworfen.",
    not_balanced: |state| ["Das virtuelle DM geht nicht auf: ", state, "."].concat(),
    appeal: |number, filed| {
        [
            "Der Rekurs ",
            number,
            ", eingebracht am ",
            filed,
            ", wartet auf die Entscheidung; inzwischen ruht die Einbringung.",
        ]
        .concat()
    },
    rate: |declared, expected, groups| {
        ["Für ", groups, " wurden ", declared, " gemeldet; die Einstufung verlangt ", expected, "."]
            .concat()
    },
    owed: |origin, phase, since| {
        ["Noch zu zahlen (", origin, "): ", phase, " seit ", since, "."].concat()
    },
    contest_lost: |origin, court, ended| {
        let (how, then) = match court {
            true => (
                "das Gerichtsverfahren endete mit dem Urteil vom ",
                ": es deckt den Betrag für den DURC nicht mehr.",
            ),
            false => (
                "der Rekurs wurde am ",
                " abgeschlossen, ohne ganz angenommen zu werden, und das Archiv kennt kein Gerichtsverfahren: er deckt den Betrag für den DURC nicht mehr.",
            ),
        };
        ["Noch zu zahlen (", origin, "): ", how, ended, then].concat()
    },
    expires: |protocol, day| ["Der DURC ", protocol, " gilt bis ", day, "."].concat(),
    expired: |protocol, day| ["Der DURC ", protocol, " ist am ", day, " abgelaufen."].concat(),
    invitation: |sent| {
        [
            "Am ",
            sent,
            " wurde zur Behebung aufgefordert: Wer alles rechtzeitig richtet, bleibt in Ordnung.",
        ]
        .concat()
    },
    wages: |company, workers| {
        [
            "Die DM des Zeitraums ergeben ",
            company,
            " an Löhnen, die Daten der Arbeitnehmer ",
            workers,
            ".",
        ]
        .concat()
    },
    letter: |number| {
        [
            "Das Schreiben ",
            number,
            " sagt, dass andere Archive von nicht gemeldeten Beiträgen wissen.",
        ]
        .concat()
    },
};
