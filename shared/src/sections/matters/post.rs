//! Hybrid mail (M31): letters printed and posted, or sent by certified e-mail, for the institute.

use crate::auth::Resource;
use crate::sections::common::codes::{CHANNELS, DELIVERIES};
use crate::sections::common::labels;
use crate::sections::{Code, Field, FieldRole, Kind, Link, Order, Section, Source, Words, phrase};

/// What a letter is.
const DOCUMENTS: &[Code] = &[
    Code::new(
        "nota_rettifica",
        phrase("Nota di rettifica", "Rectification notice", "Berichtigungsmitteilung"),
    ),
    Code::new(
        "avviso_bonario",
        phrase("Avviso bonario", "Friendly reminder", "Zahlungsaufforderung"),
    ),
    Code::new(
        "invito_durc",
        phrase("Invito a regolarizzare (DURC)", "DURC invitation", "DURC-Aufforderung"),
    ),
    Code::new("iscrizione", phrase("Iscrizione", "Enrolment", "Einschreibung")),
    Code::new("altro", phrase("Altra comunicazione", "Other letter", "Anderes Schreiben")),
];

/// The section.
pub static SECTION: Section = Section {
    slug: "posta-ibrida",
    number: 31,
    row: "M31",
    resource: Resource::Contributions,
    source: Source::Feed,
    words: Words {
        title: phrase("Posta ibrida", "Hybrid mail", "Hybridpost"),
        short: phrase(
            "Le lettere dell'Istituto e il loro esito",
            "The institute's letters and what became of them",
            "Briefe des Instituts und ihr Ergebnis",
        ),
        help: phrase(
            "Le lettere che l'Istituto ha spedito all'azienda e che cosa ne è stato. La data di consegna fa partire i termini. Una \
             raccomandata non ritirata può valere come consegnata («compiuta giacenza»): controlla l'indirizzo e la PEC dell'azienda, che \
             deve essere la sua e non quella del consulente.",
            "The letters that the institute sent to the company and what became of them. The day of delivery starts the terms. A registered \
             letter left at the post office may count as delivered (“compiuta giacenza”): check the company's address and its certified \
             e-mail, which must be its own and not the consultant's.",
            "Die Briefe, die das Institut dem Betrieb gesandt hat, und was daraus wurde. Mit der Zustellung beginnen die Fristen. Ein nicht \
             abgeholtes Einschreiben kann als zugestellt gelten („compiuta giacenza“): Prüfen Sie Anschrift und PEC des Betriebs; die PEC muss \
             seine eigene sein, nicht die des Beraters.",
        ),
        source: phrase(
            "Archivio della posta dell'Istituto.",
            "The institute's archive of mail.",
            "Postarchiv des Instituts.",
        ),
        empty: phrase("Nessuna lettera spedita.", "No letter sent.", "Kein Brief versandt."),
    },
    fields: &[
        Field::new("id", Kind::Number(30), phrase("Numero", "Number", "Nummer")).required(),
        Field::new("document", Kind::Code(DOCUMENTS), phrase("Documento", "Document", "Dokument"))
            .required()
            .role(FieldRole::Title)
            .filter(),
        Field::new("outcome", Kind::Code(DELIVERIES), phrase("Esito", "Outcome", "Ergebnis"))
            .required()
            .role(FieldRole::Status)
            .filter(),
        Field::new("sent", Kind::Day, phrase("Spedita il", "Sent on", "Versandt am"))
            .required()
            .role(FieldRole::Date)
            .filter(),
        Field::new("delivered", Kind::Day, phrase("Esito del", "Outcome of", "Ergebnis vom")),
        Field::new("channel", Kind::Code(CHANNELS), phrase("Canale", "Channel", "Kanal"))
            .required()
            .filter(),
        Field::new("recipient", Kind::Text(405), phrase("Destinatario", "Addressee", "Empfänger"))
            .detail(),
        Field::new("address", Kind::Text(200), labels::STREET).detail(),
        Field::new(
            "tracking",
            Kind::Number(40),
            phrase("Codice di spedizione", "Tracking number", "Sendungsnummer"),
        )
        .detail(),
        Field::new(
            "notice",
            Kind::Number(30),
            phrase("Nota di rettifica", "Rectification notice", "Berichtigungsmitteilung"),
        )
        .link(Link::Records(crate::sections::common::codes::NOTICES)),
    ],
    key: &["id"],
    order: Order::descending("sent"),
    spans: &[("sent", "delivered")],
};
