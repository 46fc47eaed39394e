//! In English.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Verify a receipt",
    lead: "Check whether a receipt of the register is authentic. There is no need to sign in.",
    receipt: "What the receipt says",
    number: "Protocol number",
    number_help: "Such as 7010.E.2026.0000042",
    number_wrong: "Type the number as it is on the receipt, such as 7010.E.2026.0000042",
    code: "Code or digest",
    code_help: "The code of 16 digits, or the whole digest",
    code_wrong: "Type the code that is on the receipt",
    verify: "Verify",
    result: "Result",
    authentic: "Authentic receipt",
    authentic_text: "The document was registered at that moment, with that text and those documents.",
    annulled: "Annulled registration",
    annulled_text: "The receipt is authentic, but the office has annulled the registration since: it does not count any more.",
    unknown: "No receipt with this number and this code",
    unknown_text: "Check that you copied them well. If they are as on the receipt, the receipt is not authentic.",
    registered: "Registered",
    office: "Office",
    documents: "Documents",
    digest: "SHA-256 digest",
    simulated: "This is a simulator: the receipt is invented and worth nothing.",
    compare: "Compare a document",
    choose: "Choose the file to compare",
    choose_help: |count| {
        [
            "The receipt has ",
            &counted(u64::from(count), "document", "documents"),
            ". The file stays on the device: only its digest is compared.",
        ]
        .concat()
    },
    same: |name| [name, " is one of the documents that were sent"].concat(),
    same_text: "It is the same, byte by byte.",
    different: |name| [name, " is none of the documents that were sent"].concat(),
    different_text: "Its digest is another one: it is another file, or was changed after it was sent.",
    unable: "This browser reckons no digests here. Try another one, on a secure connection.",
    download: "Download the receipt (PDF)",
    verify_this: "Verify the receipt",
};
