//! Texts of the notices about sessions.

use shared::lang::Lang;

/// The notice of a sign-in from a new device.
pub struct NewSignIn {
    /// Subject.
    pub subject: &'static str,
    /// Text, of the person's name, the device and the moment, the latter two as shown to people.
    pub body: fn(name: &str, device: &str, moment: &str) -> String,
    /// A device that does not say what it is.
    pub unknown_device: &'static str,
}

/// The notice in a language.
pub fn new_sign_in(lang: Lang) -> &'static NewSignIn {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: NewSignIn = NewSignIn {
    subject: "Cassetto: nuovo accesso",
    body: |name, device, moment| {
        format!(
            "Gentile {name},\n\n\
             il {moment} qualcuno è entrato nel suo Cassetto da un dispositivo nuovo: {device}.\n\n\
             Se è stato lei, non deve fare nulla.\n\
             Se non è stato lei, entri nel Cassetto, apra «Profilo», «Dispositivi» e chiuda quella sessione.\n"
        )
    },
    unknown_device: "dispositivo non riconosciuto",
};

static EN: NewSignIn = NewSignIn {
    subject: "Cassetto: new sign-in",
    body: |name, device, moment| {
        format!(
            "Dear {name},\n\n\
             on {moment} somebody signed in to your Cassetto from a new device: {device}.\n\n\
             If it was you, there is nothing to do.\n\
             If it was not you, sign in, open “Profile”, “Devices” and end that session.\n"
        )
    },
    unknown_device: "unrecognised device",
};

static DE: NewSignIn = NewSignIn {
    subject: "Cassetto: neue Anmeldung",
    body: |name, device, moment| {
        format!(
            "Guten Tag, {name},\n\n\
             am {moment} hat sich jemand von einem neuen Gerät in Ihrem Cassetto angemeldet: {device}.\n\n\
             Wenn Sie es waren, müssen Sie nichts tun.\n\
             Wenn Sie es nicht waren, melden Sie sich an, öffnen Sie „Profil“, „Geräte“ und beenden Sie diese Sitzung.\n"
        )
    },
    unknown_device: "nicht erkanntes Gerät",
};
