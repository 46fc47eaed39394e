//! Texts of the mails about the DURC.

use shared::durc::{Light, Outcome};
use shared::lang::Lang;
use shared::sections::{Phrase, phrase};

/// What mails about the DURC say in one language. Days and amounts come as shown to people.
pub(super) struct Texts {
    /// Of the company and the last day to cure.
    pub invitation_subject: fn(company: &str, cure_by: &str) -> String,
    /// Of whom it is to, the company, the last day to cure, and what is open.
    pub invitation: fn(name: &str, company: &str, cure_by: &str, causes: &str) -> String,
    /// A return that is not there.
    pub missing: &'static str,
    /// Of the company.
    pub outcome_subject: fn(company: &str) -> String,
    /// Of whom it is to, the company, the outcome, and what follows from it.
    pub outcome: fn(name: &str, company: &str, outcome: &str, detail: &str) -> String,
    /// Of the protocol and the last day of the document.
    pub with_document: fn(protocol: &str, expires: &str) -> String,
    /// Of the last day to cure.
    pub with_cure: fn(cure_by: &str) -> String,
    /// Of the company and the month.
    pub monthly_subject: fn(company: &str, month: &str) -> String,
    /// Of whom it is to, the company, the month, the last day to cure, and what is open.
    pub monthly: fn(name: &str, company: &str, month: &str, cure_by: &str, causes: &str) -> String,
    /// Of the company and the last day of the document.
    pub expiry_subject: fn(company: &str, expires: &str) -> String,
    /// Of whom it is to, the company, the protocol, the last day, and how many days are left.
    pub expiry: fn(name: &str, company: &str, protocol: &str, expires: &str, days: i64) -> String,
}

/// The texts of a language.
pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

/// A light in words.
pub const fn light_words(light: Light) -> Phrase {
    match light {
        Light::Green => phrase("Regolare", "Regular", "In Ordnung"),
        Light::Yellow => phrase("In verifica", "Being checked", "In Prüfung"),
        Light::Red => phrase("Da regolarizzare", "To be regularised", "Zu bereinigen"),
    }
}

/// An outcome in words.
pub(super) const fn outcome_words(outcome: Outcome, lang: Lang) -> &'static str {
    match (outcome, lang) {
        (Outcome::Regular, Lang::It) => "regolare",
        (Outcome::Regular, Lang::En) => "regular",
        (Outcome::Regular, Lang::De) => "in Ordnung",
        (Outcome::TechnicalAnomaly, Lang::It) => "anomalia tecnica: la sede deve sistemare i dati",
        (Outcome::TechnicalAnomaly, Lang::En) => "technical anomaly: the office must mend the data",
        (Outcome::TechnicalAnomaly, Lang::De) => {
            "technische Unstimmigkeit: Die Stelle muss die Daten berichtigen"
        }
        (Outcome::BeingCured | Outcome::ToInvite, Lang::It) => "in regolarizzazione",
        (Outcome::BeingCured | Outcome::ToInvite, Lang::En) => "being regularised",
        (Outcome::BeingCured | Outcome::ToInvite, Lang::De) => "in Bereinigung",
        (Outcome::Irregular, Lang::It) => "irregolare",
        (Outcome::Irregular, Lang::En) => "irregular",
        (Outcome::Irregular, Lang::De) => "nicht in Ordnung",
    }
}

static IT: Texts = Texts {
    invitation_subject: |company, cure_by| {
        format!("DURC di {company}: invito a regolarizzare entro il {cure_by}")
    },
    invitation: |name, company, cure_by, causes| {
        format!(
            "Gentile {name},\n\n\
             la verifica di regolarità di {company} ha trovato queste inadempienze:\n\n{causes}\n\n\
             Si possono regolarizzare entro il {cure_by} (art. 4 DM 30/1/2015): dopo, l'esito è irregolare.\n\
             Nel Cassetto, alla pagina «DURC» dell'azienda, si vede che cosa basta pagare.\n"
        )
    },
    missing: "denuncia mancante",
    outcome_subject: |company| format!("DURC di {company}: esito della verifica"),
    outcome: |name, company, outcome, detail| {
        format!(
            "Gentile {name},\n\nl'esito della verifica di regolarità di {company} è: {outcome}.\n{detail}\n"
        )
    },
    with_document: |protocol, expires| {
        format!("Il documento ha il protocollo {protocol} ed è valido fino al {expires}.")
    },
    with_cure: |cure_by| format!("Si può regolarizzare fino al {cure_by}."),
    monthly_subject: |company, month| format!("DURC interno di {company}: verifica di {month}"),
    monthly: |name, company, month, cure_by, causes| {
        format!(
            "Gentile {name},\n\n\
             la verifica mensile di {company} per {month} ha trovato queste inadempienze:\n\n{causes}\n\n\
             Si possono regolarizzare entro il {cure_by}: dopo, i benefici contributivi del mese sono persi (art. 1 c. 1175 L. 296/2006).\n\
             Nel Cassetto, alla pagina «DURC» dell'azienda, si vede che cosa basta pagare.\n"
        )
    },
    expiry_subject: |company, expires| format!("DURC di {company}: scade il {expires}"),
    expiry: |name, company, protocol, expires, days| {
        format!(
            "Gentile {name},\n\n\
             il DURC di {company}, protocollo {protocol}, scade il {expires}: mancano {days} giorni.\n\
             Prima di chiederne uno nuovo, controlli nel Cassetto, alla pagina «DURC» dell'azienda, se qualcosa lo blocca.\n"
        )
    },
};

static EN: Texts = Texts {
    invitation_subject: |company, cure_by| {
        format!("DURC of {company}: invitation to regularise by {cure_by}")
    },
    invitation: |name, company, cure_by, causes| {
        format!(
            "Dear {name},\n\n\
             the check of regularity of {company} found these gaps:\n\n{causes}\n\n\
             They can be cured by {cure_by} (art. 4 DM 30/1/2015): after that, the outcome is irregular.\n\
             In Cassetto, on the company's page “DURC”, you see what it is enough to pay.\n"
        )
    },
    missing: "return missing",
    outcome_subject: |company| format!("DURC of {company}: outcome of the check"),
    outcome: |name, company, outcome, detail| {
        format!(
            "Dear {name},\n\nthe outcome of the check of regularity of {company} is: {outcome}.\n{detail}\n"
        )
    },
    with_document: |protocol, expires| {
        format!("The document has protocol {protocol} and is valid until {expires}.")
    },
    with_cure: |cure_by| format!("It can be regularised until {cure_by}."),
    monthly_subject: |company, month| format!("Internal DURC of {company}: check of {month}"),
    monthly: |name, company, month, cure_by, causes| {
        format!(
            "Dear {name},\n\n\
             the monthly check of {company} for {month} found these gaps:\n\n{causes}\n\n\
             They can be cured by {cure_by}: after that, the month's contribution benefits are lost (art. 1 c. 1175 L. 296/2006).\n\
             In Cassetto, on the company's page “DURC”, you see what it is enough to pay.\n"
        )
    },
    expiry_subject: |company, expires| format!("DURC of {company}: expires on {expires}"),
    expiry: |name, company, protocol, expires, days| {
        format!(
            "Dear {name},\n\n\
             the DURC of {company}, protocol {protocol}, expires on {expires}: {days} days are left.\n\
             Before you ask for a new one, see in Cassetto, on the company's page “DURC”, whether anything stands in its way.\n"
        )
    },
};

static DE: Texts = Texts {
    invitation_subject: |company, cure_by| {
        format!("DURC von {company}: Aufforderung zur Bereinigung bis {cure_by}")
    },
    invitation: |name, company, cure_by, causes| {
        format!(
            "Guten Tag, {name},\n\n\
             die Prüfung der Ordnungsmäßigkeit von {company} hat diese Rückstände gefunden:\n\n{causes}\n\n\
             Sie können bis {cure_by} bereinigt werden (Art. 4 MD 30.1.2015): Danach ist das Ergebnis negativ.\n\
             Im Cassetto steht auf der Seite „DURC“ des Betriebs, welche Zahlung genügt.\n"
        )
    },
    missing: "Meldung fehlt",
    outcome_subject: |company| format!("DURC von {company}: Ergebnis der Prüfung"),
    outcome: |name, company, outcome, detail| {
        format!(
            "Guten Tag, {name},\n\ndas Ergebnis der Prüfung von {company} ist: {outcome}.\n{detail}\n"
        )
    },
    with_document: |protocol, expires| {
        format!("Das Dokument hat das Protokoll {protocol} und gilt bis {expires}.")
    },
    with_cure: |cure_by| format!("Es kann bis {cure_by} bereinigt werden."),
    monthly_subject: |company, month| format!("Interner DURC von {company}: Prüfung für {month}"),
    monthly: |name, company, month, cure_by, causes| {
        format!(
            "Guten Tag, {name},\n\n\
             die monatliche Prüfung von {company} für {month} hat diese Rückstände gefunden:\n\n{causes}\n\n\
             Sie können bis {cure_by} bereinigt werden: Danach sind die Beitragsvergünstigungen des Monats verloren \
             (Art. 1 Abs. 1175 G. 296/2006).\n\
             Im Cassetto steht auf der Seite „DURC“ des Betriebs, welche Zahlung genügt.\n"
        )
    },
    expiry_subject: |company, expires| format!("DURC von {company}: läuft am {expires} ab"),
    expiry: |name, company, protocol, expires, days| {
        format!(
            "Guten Tag, {name},\n\n\
             der DURC von {company}, Protokoll {protocol}, läuft am {expires} ab: Es bleiben {days} Tage.\n\
             Bevor Sie einen neuen verlangen, sehen Sie im Cassetto auf der Seite „DURC“ des Betriebs nach, ob etwas im Weg steht.\n"
        )
    },
};
