//! What the explanation of a notice says.

use shared::lang::Lang;
use shared::notices::Cause;

pub(super) struct Texts {
    pub title: &'static str,
    /// In the order of [`Cause`]: its name, what it means, what to look at.
    pub causes: [(&'static str, &'static str, &'static str); 6],
    pub provisional: &'static str,
    pub unknown: &'static str,
    pub declared: &'static str,
    pub recalculated: &'static str,
    pub difference: &'static str,
    pub days: fn(&str, &str) -> String,
    pub sanction: fn(&str, &str, u32) -> String,
    pub total: &'static str,
    pub halved: fn(&str, &str) -> String,
    pub agrees: &'static str,
    pub differs: fn(&str) -> String,
    pub today: &'static str,
    pub today_halved: &'static str,
    pub late: fn(&str) -> String,
    pub row: &'static str,
}

impl Texts {
    /// A cause: its name, what it means, what to look at.
    pub fn cause(&self, cause: Cause) -> (&'static str, &'static str, &'static str) {
        let place = match cause {
            Cause::Rate => 0,
            Cause::Durc => 1,
            Cause::WageIntegration => 2,
            Cause::Sanctions => 3,
            Cause::Pending => 4,
            Cause::Other => 5,
        };
        self.causes.get(place).copied().unwrap_or_default()
    }
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    title: "Perché, e come si arriva all'importo",
    causes: [
        (
            "Aliquota applicata",
            "L'Istituto applica un'altra aliquota da quella denunciata.",
            "Guarda CSC, codici di autorizzazione e numero di dipendenti del mese: se sono giusti, chiedi il ricalcolo.",
        ),
        (
            "Irregolarità DURC",
            "Un'agevolazione è stata tolta perché il DURC interno di quel mese era rosso.",
            "Guarda il DURC interno del mese: un mese perso non si recupera, ma un esito sbagliato sì.",
        ),
        (
            "CIG e fondi",
            "Il contributo per la cassa integrazione o per un fondo di solidarietà non corrisponde.",
            "Guarda la soglia dimensionale e il codice di autorizzazione del fondo.",
        ),
        (
            "Sanzioni",
            "Il versamento è arrivato oltre il termine.",
            "Guarda il giorno del versamento F24 del mese.",
        ),
        (
            "Esiti non definiti",
            "Un controllo sul DURC o sulla CIG non è finito.",
            "Aspetta l'esito prima di pagare: la nota può ancora cambiare.",
        ),
        (
            "Altre cause",
            "Arrotondamenti o partite aziendali ricalcolate.",
            "Guarda gli importi della denuncia, voce per voce.",
        ),
    ],
    provisional: "La nota è provvisoria: il controllo da cui dipende non è concluso.",
    unknown: "Il tasso delle sanzioni non è negli archivi: il calcolo non si può rifare.",
    declared: "Denunciato",
    recalculated: "Ricalcolato",
    difference: "Differenza contributiva",
    days: |from, to| ["Giorni dal ", from, " al ", to].concat(),
    sanction: |of, rate, days| [of, " × ", rate, " × ", &days.to_string(), " / 365"].concat(),
    total: "Differenza e sanzioni",
    halved: |until, sanction| {
        ["Entro il ", until, " le sanzioni sono la metà (", sanction, ")"].concat()
    },
    agrees: "Il calcolo rifatto coincide con la nota, al centesimo.",
    differs: |printed| {
        ["Il calcolo rifatto non coincide: la nota dice ", printed, ". Puoi chiedere il ricalcolo."]
            .concat()
    },
    today: "da pagare oggi",
    today_halved: "da pagare oggi, con le sanzioni a metà",
    late: |by| {
        ["Il termine era il ", by, ": pagando dopo, le sanzioni crescono e le calcola la sede."]
            .concat()
    },
    row: "Riga F24",
};

static EN: Texts = Texts {
    title: "Why, and how the amount comes about",
    causes: [
        (
            "Rate applied",
            "The institute applies another rate than the one declared.",
            "Look at the CSC, the authorisation codes and the workforce of the month: if they are right, ask for a recalculation.",
        ),
        (
            "DURC irregular",
            "A benefit was taken back because the internal DURC of that month was red.",
            "Look at the internal DURC of the month: a month lost stays lost, but a wrong outcome can be put right.",
        ),
        (
            "Wage integration and funds",
            "The contribution for wage integration or a solidarity fund does not match.",
            "Look at the size threshold and the authorisation code of the fund.",
        ),
        (
            "Sanctions",
            "The payment came after its term.",
            "Look at the day of the F24 payment of the month.",
        ),
        (
            "Checks not concluded",
            "A check of DURC or CIG has not ended.",
            "Wait for its outcome before you pay: the notice may still change.",
        ),
        (
            "Other causes",
            "Roundings or company items recalculated.",
            "Look at the amounts of the return, item by item.",
        ),
    ],
    provisional: "The notice is provisional: the check it depends on has not ended.",
    unknown: "The rate of the sanctions is not on file: it cannot be reckoned again.",
    declared: "Declared",
    recalculated: "Recalculated",
    difference: "Contribution difference",
    days: |from, to| ["Days from ", from, " to ", to].concat(),
    sanction: |of, rate, days| [of, " × ", rate, " × ", &days.to_string(), " / 365"].concat(),
    total: "Difference and sanctions",
    halved: |until, sanction| {
        ["Until ", until, " half the sanctions are enough (", sanction, ")"].concat()
    },
    agrees: "Reckoned again, it is what the notice says, to the cent.",
    differs: |printed| {
        [
            "Reckoned again, it is not what the notice says: ",
            printed,
            ". You can ask for a recalculation.",
        ]
        .concat()
    },
    today: "to pay today",
    today_halved: "to pay today, with half the sanctions",
    late: |by| {
        ["The term was ", by, ": paid later, the sanctions grow, and the office reckons them."]
            .concat()
    },
    row: "F24 row",
};

static DE: Texts = Texts {
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
    unknown: "Der Satz der Strafen ist nicht verzeichnet: Es lässt sich nicht nachrechnen.",
    declared: "Gemeldet",
    recalculated: "Neu berechnet",
    difference: "Beitragsdifferenz",
    days: |from, to| ["Tage vom ", from, " bis ", to].concat(),
    sanction: |of, rate, days| [of, " × ", rate, " × ", &days.to_string(), " / 365"].concat(),
    total: "Differenz und Strafen",
    halved: |until, sanction| ["Bis ", until, " genügt die halbe Strafe (", sanction, ")"].concat(),
    agrees: "Nachgerechnet stimmt es mit der Mitteilung auf den Cent überein.",
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
        ["Die Frist war der ", by, ": Später wachsen die Strafen, die Sitzstelle berechnet sie."]
            .concat()
    },
    row: "F24-Zeile",
};
