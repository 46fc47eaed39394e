//! What a receipt says.

use shared::sections::{Phrase, phrase};

pub(super) const TITLE: Phrase =
    phrase("Ricevuta di protocollo", "Receipt of a request", "Eingangsbestätigung");
pub(super) const SENT: Phrase =
    phrase("Protocollo in uscita", "Registration of what was sent", "Ausgangsbestätigung");
pub(super) const REGISTERED: Phrase = phrase("Registrazione", "Registration", "Eintragung");
pub(super) const MOMENT: Phrase =
    phrase("Data e ora (Roma)", "Date and time (Rome)", "Datum und Uhrzeit (Rom)");
pub(super) const OFFICE: Phrase =
    phrase("Sede e unità responsabili", "Responsible office and unit", "Zuständige Stelle");
pub(super) const EXPECTED: Phrase =
    phrase("Risposta attesa entro", "Answer expected by", "Antwort erwartet bis");
pub(super) const DUE: Phrase = phrase("Ultimo giorno", "Last day", "Letzter Tag");
pub(super) const DOCUMENTS: Phrase = phrase("Documenti", "Documents", "Unterlagen");
pub(super) const NO_DOCUMENTS: Phrase =
    phrase("Nessun documento.", "No documents.", "Keine Unterlagen.");
pub(super) const VERIFICATION: Phrase =
    phrase("Come si verifica", "How it is verified", "So wird sie geprüft");
pub(super) const ADDRESS: Phrase = phrase("Indirizzo", "Address", "Adresse");
pub(super) const CODE: Phrase = phrase("Codice", "Code", "Code");
pub(super) const HOW: Phrase = phrase(
    "Chiunque, anche senza accedere, può aprire l'indirizzo, o scrivere lì protocollo e codice, e sapere se la ricevuta è autentica e se la registrazione è stata annullata. Lì si può anche controllare che un documento sia proprio quello inviato: il file resta sul dispositivo.",
    "Anybody, without signing in, can open the address, or type the protocol number and the code there, and learn whether the receipt is authentic and whether the registration was annulled. A document can be checked to be the one that was sent, too: the file stays on the device.",
    "Jeder kann ohne Anmeldung die Adresse öffnen oder dort Protokollnummer und Code eingeben und erfahren, ob die Bestätigung echt ist und ob die Eintragung aufgehoben wurde. Auch ob eine Unterlage die gesendete ist, lässt sich dort prüfen: die Datei bleibt auf dem Gerät.",
);
pub(super) const DIGEST_IS: Phrase = phrase(
    "L'impronta è lo SHA-256 del testo della richiesta seguito dagli SHA-256 dei documenti, 32 byte ciascuno, in questo ordine.",
    "The digest is the SHA-256 of the text of the request followed by the SHA-256 of the documents, 32 bytes each, in this order.",
    "Die Prüfsumme ist SHA-256 des Textes der Anfrage, gefolgt von den SHA-256 der Unterlagen zu je 32 Byte in dieser Reihenfolge.",
);
pub(super) const LAW: Phrase = phrase(
    "Ricevuta rilasciata ai sensi dell'art. 18-bis della legge 241/1990.",
    "Receipt issued under art. 18-bis of Law 241/1990.",
    "Bestätigung nach Art. 18-bis des Gesetzes 241/1990.",
);
pub(super) const SIMULATED: Phrase = phrase(
    "Questo è un simulatore: azienda, richiesta e ricevuta sono inventate e non hanno valore.",
    "This is a simulator: company, request and receipt are invented and worth nothing.",
    "Dies ist ein Simulator: Betrieb, Anfrage und Bestätigung sind erfunden und ohne Wert.",
);
