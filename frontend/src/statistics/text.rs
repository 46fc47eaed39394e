//! What the pages about offices say.

use shared::lang::Lang;

use crate::i18n::counted;

pub(super) struct Texts {
    pub offices: &'static str,
    pub register: &'static str,
    pub register_about: &'static str,
    pub public: Public,
    pub office: OfficeTexts,
}

/// Of the page for everybody.
pub(super) struct Public {
    pub title: &'static str,
    pub about: &'static str,
    pub lead: &'static str,
    pub office: &'static str,
    pub every_office: &'static str,
    pub topic: &'static str,
    pub every_topic: &'static str,
    pub period: fn(from: &str, to: &str) -> String,
    pub whole: &'static str,
    pub days: &'static str,
    pub half: &'static str,
    pub more: fn(ninety: u16, requests: &str) -> String,
    pub few: fn(u16) -> String,
    pub few_text: &'static str,
    pub by_topic: &'static str,
    pub by_office: &'static str,
    pub requests: &'static str,
    pub at_least: fn(&str) -> String,
    pub half_short: &'static str,
    pub ninety_short: &'static str,
    pub slowest: fn(what: &str, days: u32) -> String,
}

/// Of the page for whoever heads an office.
pub(super) struct OfficeTexts {
    pub title: &'static str,
    pub about: &'static str,
    pub on: fn(office: &str, day: &str) -> String,
    pub in_time: &'static str,
    pub since: fn(day: &str) -> String,
    pub of_answers: fn(in_time: u64, answered: u64) -> String,
    pub no_answers: &'static str,
    pub now: &'static str,
    pub open: &'static str,
    pub unassigned: &'static str,
    pub awaiting: &'static str,
    pub second: &'static str,
    pub reopened: &'static str,
    pub ages: &'static str,
    pub age: [&'static str; 4],
    pub ahead: &'static str,
    pub ahead_text: &'static str,
    pub day: &'static str,
    pub reminded: &'static str,
    pub escalated: &'static str,
    pub due: &'static str,
    pub weeks: &'static str,
    pub week: &'static str,
    pub came: &'static str,
    pub went: &'static str,
    pub flow: fn(weeks: usize, came: u64, went: u64) -> String,
    pub loads: &'static str,
    pub name: &'static str,
    pub closed: &'static str,
    pub median: &'static str,
    pub ratings: &'static str,
    pub sendings: &'static str,
    pub no_ratings: &'static str,
    pub rating: &'static str,
    pub aspect: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    offices: "Le sedi",
    register: "Protocollo",
    register_about: "Il registro della sede: entrata e uscita, giorno per giorno",
    public: Public {
        title: "Tempi di risposta delle sedi",
        about: "Quanti giorni lavorativi passano fino alla risposta, per sede e argomento",
        lead: "Giorni lavorativi della sede fino all'ultima risposta. Non contano i giorni in cui la sede aspetta chi ha chiesto, né le richieste ritirate; una richiesta riaperta vale per l'ultima risposta.",
        office: "Sede",
        every_office: "Tutte le sedi",
        topic: "Argomento",
        every_topic: "Tutti gli argomenti",
        period: |from, to| ["Da ", from, " a ", to].concat(),
        whole: "In tutto",
        days: "giorni lavorativi",
        half: "entro cui ha avuto risposta la metà delle richieste",
        more: |ninety, requests| {
            let days = counted(ninety.into(), "giorno lavorativo", "giorni lavorativi");
            ["Nove su dieci entro ", &days, ". Almeno ", requests, " richieste."].concat()
        },
        few: |fewest| ["meno di ", &fewest.to_string()].concat(),
        few_text: "Per non far riconoscere nessuno, di così poche richieste non si dice nulla: contano nel gruppo e nella sede.",
        by_topic: "Per argomento",
        by_office: "Per sede",
        requests: "Richieste",
        at_least: |count| ["almeno ", count].concat(),
        half_short: "Giorni, la metà",
        ninety_short: "Giorni, nove su dieci",
        slowest: |what, days| {
            let days = counted(days.into(), "giorno lavorativo", "giorni lavorativi");
            ["Il tempo più lungo: ", what, ", la metà entro ", &days, "."].concat()
        },
    },
    office: OfficeTexts {
        title: "Andamento della sede",
        about: "Che cosa è aperto, che cosa scade, chi ha quanto da fare",
        on: |office, day| [office, ", ", day].concat(),
        in_time: "Risposte entro il termine",
        since: |day| ["Dal ", day].concat(),
        of_answers: |in_time, answered| {
            let in_time = counted(in_time, "risposta", "risposte");
            [&in_time, " su ", &answered.to_string(), " nei giorni lavorativi previsti"].concat()
        },
        no_answers: "Nessuna risposta ancora.",
        now: "Adesso",
        open: "Aperte",
        unassigned: "Non assegnate",
        awaiting: "In attesa del cliente",
        second: "Al secondo livello",
        reopened: "Riaperte",
        ages: "Aperte da giorni lavorativi",
        age: ["Da 0 a 5", "Da 6 a 10", "Da 11 a 20", "Più di 20"],
        ahead: "Che cosa scade",
        ahead_text: "Nei prossimi cinque giorni lavorativi, se nessuno risponde prima",
        day: "Giorno",
        reminded: "Sollecito",
        escalated: "Avviso al responsabile",
        due: "Ultimo giorno",
        weeks: "Arrivi e uscite per settimana",
        week: "Settimana dal",
        came: "Arrivate",
        went: "Uscite",
        flow: |weeks, came, went| {
            [
                "In ",
                &counted(weeks as u64, "settimana", "settimane"),
                ": ",
                &came.to_string(),
                " arrivate, ",
                &went.to_string(),
                " uscite.",
            ]
            .concat()
        },
        loads: "Chi ha quanto da fare",
        name: "Nome",
        closed: "Chiuse in 30 giorni",
        median: "Giorni, la metà",
        ratings: "Voti negli ultimi 30 giorni",
        sendings: "Voti all'invio negli ultimi 30 giorni",
        no_ratings: "Nessun voto.",
        rating: "Voto",
        aspect: "Che cosa dicono",
    },
};

static EN: Texts = Texts {
    offices: "Offices",
    register: "Register",
    register_about: "What the office received and sent, day by day",
    public: Public {
        title: "How long offices take",
        about: "How many working days go by until the answer, by office and topic",
        lead: "Working days of the office to the last answer. Days in which the office waits for whoever asked do not count, nor do requests that were withdrawn; one that was reopened counts by its last answer.",
        office: "Office",
        every_office: "All offices",
        topic: "Topic",
        every_topic: "All topics",
        period: |from, to| ["From ", from, " to ", to].concat(),
        whole: "In all",
        days: "working days",
        half: "within which half of the requests were answered",
        more: |ninety, requests| {
            let days = counted(ninety.into(), "working day", "working days");
            ["Nine in ten within ", &days, ". At least ", requests, " requests."].concat()
        },
        few: |fewest| ["fewer than ", &fewest.to_string()].concat(),
        few_text: "So that nobody is recognised, nothing is said of so few requests: they count in the group and in the office.",
        by_topic: "By topic",
        by_office: "By office",
        requests: "Requests",
        at_least: |count| ["at least ", count].concat(),
        half_short: "Days, half of them",
        ninety_short: "Days, nine in ten",
        slowest: |what, days| {
            let days = counted(days.into(), "working day", "working days");
            ["The longest: ", what, ", half within ", &days, "."].concat()
        },
    },
    office: OfficeTexts {
        title: "How the office stands",
        about: "What is open, what runs out, who has how much to do",
        on: |office, day| [office, ", ", day].concat(),
        in_time: "Answers in time",
        since: |day| ["Since ", day].concat(),
        of_answers: |in_time, answered| {
            let answered = counted(answered, "answer", "answers");
            [&in_time.to_string(), " of ", &answered, " within the working days allowed"].concat()
        },
        no_answers: "No answer yet.",
        now: "Now",
        open: "Open",
        unassigned: "Not assigned",
        awaiting: "Waiting for the customer",
        second: "At the second level",
        reopened: "Reopened",
        ages: "Open for working days",
        age: ["0 to 5", "6 to 10", "11 to 20", "More than 20"],
        ahead: "What runs out",
        ahead_text: "In the next five working days, unless somebody answers before",
        day: "Day",
        reminded: "Reminder",
        escalated: "Head told",
        due: "Last day",
        weeks: "Came and went by week",
        week: "Week from",
        came: "Came",
        went: "Went",
        flow: |weeks, came, went| {
            [
                "In ",
                &counted(weeks as u64, "week", "weeks"),
                ": ",
                &came.to_string(),
                " came, ",
                &went.to_string(),
                " went.",
            ]
            .concat()
        },
        loads: "Who has how much to do",
        name: "Name",
        closed: "Closed in 30 days",
        median: "Days, half of them",
        ratings: "Ratings in the last 30 days",
        sendings: "Ratings of sending in the last 30 days",
        no_ratings: "No rating.",
        rating: "Rating",
        aspect: "What they say",
    },
};

static DE: Texts = Texts {
    offices: "Die Stellen",
    register: "Protokoll",
    register_about: "Was die Stelle empfing und versandte, Tag für Tag",
    public: Public {
        title: "Antwortzeiten der Stellen",
        about: "Wie viele Arbeitstage bis zur Antwort vergehen, nach Stelle und Thema",
        lead: "Arbeitstage der Stelle bis zur letzten Antwort. Tage, an denen die Stelle auf die Fragenden wartet, zählen nicht, ebenso wenig zurückgezogene Anfragen; eine wiedereröffnete zählt mit ihrer letzten Antwort.",
        office: "Stelle",
        every_office: "Alle Stellen",
        topic: "Thema",
        every_topic: "Alle Themen",
        period: |from, to| ["Von ", from, " bis ", to].concat(),
        whole: "Insgesamt",
        days: "Arbeitstage",
        half: "binnen derer die Hälfte der Anfragen beantwortet war",
        more: |ninety, requests| {
            let days = counted(ninety.into(), "Arbeitstag", "Arbeitstagen");
            ["Neun von zehn binnen ", &days, ". Mindestens ", requests, " Anfragen."].concat()
        },
        few: |fewest| ["weniger als ", &fewest.to_string()].concat(),
        few_text: "Damit niemand erkannt wird, sagen wir zu so wenigen Anfragen nichts: Sie zählen in der Gruppe und in der Stelle.",
        by_topic: "Nach Thema",
        by_office: "Nach Stelle",
        requests: "Anfragen",
        at_least: |count| ["mindestens ", count].concat(),
        half_short: "Tage, die Hälfte",
        ninety_short: "Tage, neun von zehn",
        slowest: |what, days| {
            let days = counted(days.into(), "Arbeitstag", "Arbeitstagen");
            ["Am längsten: ", what, ", die Hälfte binnen ", &days, "."].concat()
        },
    },
    office: OfficeTexts {
        title: "Stand der Stelle",
        about: "Was offen ist, was abläuft, wer wie viel zu tun hat",
        on: |office, day| [office, ", ", day].concat(),
        in_time: "Fristgerechte Antworten",
        since: |day| ["Seit ", day].concat(),
        of_answers: |in_time, answered| {
            let answered = counted(answered, "Antwort", "Antworten");
            [&in_time.to_string(), " von ", &answered, " innerhalb der vorgesehenen Arbeitstage"]
                .concat()
        },
        no_answers: "Noch keine Antwort.",
        now: "Jetzt",
        open: "Offen",
        unassigned: "Nicht zugeteilt",
        awaiting: "Warten auf den Kunden",
        second: "Auf zweiter Ebene",
        reopened: "Wiedereröffnet",
        ages: "Offen seit Arbeitstagen",
        age: ["0 bis 5", "6 bis 10", "11 bis 20", "Mehr als 20"],
        ahead: "Was abläuft",
        ahead_text: "An den nächsten fünf Arbeitstagen, wenn niemand vorher antwortet",
        day: "Tag",
        reminded: "Erinnerung",
        escalated: "Meldung an die Leitung",
        due: "Letzter Tag",
        weeks: "Eingang und Abgang je Woche",
        week: "Woche vom",
        came: "Eingang",
        went: "Abgang",
        flow: |weeks, came, went| {
            [
                "In ",
                &counted(weeks as u64, "Woche", "Wochen"),
                ": ",
                &came.to_string(),
                " eingegangen, ",
                &went.to_string(),
                " abgegangen.",
            ]
            .concat()
        },
        loads: "Wer wie viel zu tun hat",
        name: "Name",
        closed: "In 30 Tagen abgeschlossen",
        median: "Tage, die Hälfte",
        ratings: "Bewertungen der letzten 30 Tage",
        sendings: "Bewertungen des Sendens der letzten 30 Tage",
        no_ratings: "Keine Bewertung.",
        rating: "Bewertung",
        aspect: "Was gesagt wird",
    },
};
