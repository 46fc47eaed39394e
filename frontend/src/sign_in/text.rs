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
    closed_title: "Su questo servizio l'accesso non è ancora attivo",
    closed: "L'accesso con SPID o CIE non è configurato su questo server. Chiedi a chi lo gestisce nella tua organizzazione: la guida all'installazione spiega come attivarlo.",
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
    closed_title: "Sign-in is not active on this server yet",
    closed: "Sign-in with SPID or CIE is not configured on this server. Ask whoever runs it in your organisation: the installation guide explains how to turn it on.",
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
    closed_title: "Die Anmeldung ist auf diesem Server noch nicht aktiv",
    closed: "Die Anmeldung mit SPID oder CIE ist auf diesem Server nicht eingerichtet. Fragen Sie, wer ihn in Ihrer Organisation betreibt: Die Installationsanleitung erklärt, wie sie aktiviert wird.",
};
