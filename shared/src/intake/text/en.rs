//! English.

use super::{Texts, words};

pub(super) const TEXTS: Texts = Texts {
    empty: words(
        "The file is empty",
        "Export it again from your payroll program and send it once more.",
    ),
    too_large: words(
        "The file is larger than 50 MB",
        "Split it, for instance into one file for each company.",
    ),
    encoding: words(
        "A character is not written in the file's encoding",
        "Save the file as UTF-8, or declare ISO-8859-1 or Windows-1252 in its first line.",
    ),
    not_well_formed: words(
        "From here on the structure of the file cannot be read",
        "Export the file again: it may have been cut short or edited by hand.",
    ),
    doctype: words(
        "The file has a DOCTYPE declaration, which is not allowed",
        "Remove the declaration: a UniEmens file needs none.",
    ),
    too_complex: words(
        "Here the file is nested too deeply, or a text is too long",
        "Export the file again with your payroll program.",
    ),
    wrong_kind: words(
        "The file is not of the kind that was chosen",
        "Choose the right kind (UniEmens, F24 or company register), or another file.",
    ),
    missing: words(
        "Something required is missing",
        "Complete it in the program that made the file.",
    ),
    unknown: words(
        "A field does not belong in this file",
        "Remove it, or check how its name is spelt.",
    ),
    month: words("The month does not exist", "Write year and month as the format wants them."),
    future_month: words(
        "The month has not begun yet",
        "Correct the month, or wait until it begins.",
    ),
    day: words("The day does not exist", "Correct the date."),
    amount: words(
        "The amount cannot be read, or is below zero",
        "Write it without a sign and with at most two decimals, for instance 1276,11.",
    ),
    number: words("The number cannot be read or is out of range", "Correct the number."),
    tax_code: words(
        "The tax code is not valid: its shape or its check character is wrong",
        "Check the code on the health card or in the register of companies.",
    ),
    matricola: words(
        "The matricola is not valid: it has ten digits, the last two of them for checking",
        "Look it up in the company's cassetto.",
    ),
    csc: words(
        "The statistical contribution code or the authorisation code is not valid",
        "A CSC has five digits, a CA a digit and a letter: correct the code.",
    ),
    office: words(
        "There is no such office of the institute",
        "Check the office's four-digit code.",
    ),
    unknown_company: words(
        "The company is not among those you may act for",
        "Check its tax code, or obtain the delegation and try again.",
    ),
    unknown_position: words(
        "The company has no such contribution position",
        "Check the matricola, or update the register data first.",
    ),
    position_elsewhere: words(
        "The register says that another company has this position",
        "Check the matricola; if the position has passed on, import first the extract by which it ceases there.",
    ),
    not_active: words(
        "The position was not active in that month",
        "Check month and matricola, or ask the office to reactivate the position.",
    ),
    no_workers: words(
        "No worker is declared",
        "Add the individual declarations, or remove the empty part.",
    ),
    worker_count: words(
        "The declared number of individual declarations differs from those there are",
        "Check whether a worker is missing, then correct NumDenIndiv.",
    ),
    rate_difference: words(
        "The contribution does not equal wage times rate",
        "Check wage, classification and headcount, then compute the contribution again.",
    ),
    totals: words(
        "The total differs from the rows, or the balance is below zero",
        "Compute the totals of the F24 again.",
    ),
    twice: words("The same thing stands in the file twice", "Leave it there once."),
    unknown_section: words(
        "There is no such section, or it is not fed by files",
        "Check its name against the list of feeds.",
    ),
    not_a_code: words(
        "The code is not among those of its field",
        "Use one of the codes of the field's schema.",
    ),
    value: words(
        "The value is not of the kind that its field holds",
        "Write it as the field's schema says.",
    ),
    too_long: words("The text is longer than its field", "Shorten it."),
    ends_before: words("The period ends before it begins", "Correct one of its two ends."),
    worker_twice: words(
        "The same worker stands here twice with the same codes",
        "Unless these are two contracts, remove the double and send the file again.",
    ),
    rate_unknown: words(
        "The tables have no rate for this month and classification, so the contribution was not checked",
        "There is nothing to do if the contribution is right.",
    ),
    code_unknown: words(
        "The tables do not have this code; it was accepted as it is",
        "Check its spelling.",
    ),
    no_fixed_term_surcharge: words(
        "The fixed-term contract lacks the additional contribution of 1.40 %",
        "Unless the contract is exempt, correct the contribution and send the file again.",
    ),
    other_scheme: words(
        "This part is for another scheme: it was read but not stored",
        "There is nothing to do.",
    ),
    older_extract: words(
        "The register has a newer extract of this company, so this one was not stored",
        "There is nothing to do, unless its day is wrong.",
    ),
    provisional: words(
        "The declared total does not meet the individual declarations, so the DM is provisional",
        "Add what is missing or correct the total, and send the file again.",
    ),
    not_generable: words(
        "The company totals are missing, so the DM cannot be generated",
        "Add the DenunciaAziendale with its totals and send the file again.",
    ),
};
