//! What the way in says.

use shared::lang::Lang;

pub(super) struct Texts {
    pub not_inps_title: &'static str,
    pub not_inps: &'static str,
    pub people: &'static str,
    pub people_hint: &'static str,
    pub by_code: &'static str,
    pub tax_code: &'static str,
    pub tax_code_hint: &'static str,
    pub enter: &'static str,
    pub missing_code: &'static str,
    pub wrong_code: &'static str,
    pub unknown_code: &'static str,
    pub closed_title: &'static str,
    pub closed: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    not_inps_title: "Questo è un simulatore",
    not_inps: "Persone, aziende e importi sono inventati. Non è un servizio dell'INPS e non serve alcuna credenziale.",
    people: "Scegli con chi entrare",
    people_hint: "Ogni persona vede ciò che il suo ruolo le permette.",
    by_code: "Entra come rappresentante di un'azienda importata",
    tax_code: "Codice fiscale del rappresentante legale",
    tax_code_hint: "16 caratteri, come nella visura importata: RSSMRA85T10A562S",
    enter: "Entra",
    missing_code: "Scrivi il codice fiscale.",
    wrong_code: "Questo codice fiscale non è corretto: controlla lettere e cifre.",
    unknown_code: "Nessuna azienda importata ha questo rappresentante legale.",
    closed_title: "Qui non si può entrare",
    closed: "Questo server non ha un modo di accesso attivo. L'unico che esiste oggi è la dimostrazione, con persone inventate: la attiva chi gestisce il server. Se aspettavi di entrare, chiedi a lui o all'assistenza della tua organizzazione.",
};

static EN: Texts = Texts {
    not_inps_title: "This is a simulator",
    not_inps: "People, companies and amounts are invented. It is not a service of INPS, and no credentials are needed.",
    people: "Choose who to sign in as",
    people_hint: "Each person sees what their role allows.",
    by_code: "Sign in as the representative of an imported company",
    tax_code: "Tax code of the legal representative",
    tax_code_hint: "16 characters, as in the imported register extract: RSSMRA85T10A562S",
    enter: "Sign in",
    missing_code: "Write the tax code.",
    wrong_code: "This tax code is not right: check letters and digits.",
    unknown_code: "No imported company has this legal representative.",
    closed_title: "Nobody can sign in here",
    closed: "This server has no way to sign in turned on. The only one that exists today is the demonstration, with invented people: whoever runs the server turns it on. If you expected to get in, ask them or the help desk of your organisation.",
};

static DE: Texts = Texts {
    not_inps_title: "Dies ist ein Simulator",
    not_inps: "Personen, Betriebe und Beträge sind erfunden. Es ist kein Dienst des INPS, und es braucht keine Zugangsdaten.",
    people: "Wählen Sie, als wer Sie sich anmelden",
    people_hint: "Jede Person sieht, was ihre Rolle erlaubt.",
    by_code: "Als Vertreter eines importierten Betriebs anmelden",
    tax_code: "Steuernummer des gesetzlichen Vertreters",
    tax_code_hint: "16 Zeichen, wie im importierten Registerauszug: RSSMRA85T10A562S",
    enter: "Anmelden",
    missing_code: "Geben Sie die Steuernummer ein.",
    wrong_code: "Diese Steuernummer stimmt nicht: Prüfen Sie Buchstaben und Ziffern.",
    unknown_code: "Kein importierter Betrieb hat diesen gesetzlichen Vertreter.",
    closed_title: "Hier kann sich niemand anmelden",
    closed: "Auf diesem Server ist kein Anmeldeverfahren aktiv. Das einzige, das es heute gibt, ist die Vorführung mit erfundenen Personen: Sie wird vom Betreiber des Servers eingeschaltet. Wenn Sie sich anmelden wollten, fragen Sie ihn oder den Helpdesk Ihrer Organisation.",
};
