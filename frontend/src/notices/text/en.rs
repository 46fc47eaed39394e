//! The words of notices in English.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
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
    negative: "A group of the return has an amount below zero: the notice cannot be reckoned so.",
    dates: "The dates of the notice do not fit: issued before the month was due, or notified before it was issued.",
    declared: "Declared",
    recalculated: "Recalculated",
    difference: "Contribution difference",
    days: |from, to| ["Days from ", from, " to ", to].concat(),
    sanction: |of, rate, days| [of, " × ", rate, " × ", &days.to_string(), " / 365"].concat(),
    cap: "Legal cap of the sanction",
    total: "Difference and sanctions",
    halved: |until, sanction| {
        ["Until ", until, " half the sanctions are enough (", sanction, ")"].concat()
    },
    agrees: "Reckoned again, it is what the notice says, to the cent.",
    paid_on: |day| ["Paid by the F24 of ", day].concat(),
    paid: "Paid so far",
    part_paid: |amount| [amount, " paid so far"].concat(),
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
    rate_of_parameters: |rate| {
        ["The notice does not print the rate of the sanctions: this is the one of the parameters, ", rate, "."].concat()
    },
    screen: "Rectification notices",
    lead: "The notices of all companies you look after: why they are there, what they cost, by when to pay them.",
    one_company: "The notices of all companies",
    counters: |open, soon| {
        [
            counted(open, "open notice", "open notices"),
            counted(soon, "ends within 7 days", "end within 7 days"),
        ]
        .join(" · ")
    },
    counts: ["open", "companies", "ending soon", "to pay", "credits", "spared by paying now"],
    groups: "Same cause, several companies",
    groups_lead: "One explanation for all notices of the same cause.",
    group_line: |notices, companies| {
        [counted(notices, "notice", "notices"), counted(companies, "company", "companies")]
            .join(", ")
    },
    months: "Months of competence",
    next_term: "Next term",
    oldest: "The oldest is of",
    spared: "Spared by paying in time",
    named: "Companies",
    others: |count| ["and ", &counted(count, "other company", "other companies")].concat(),
    show_group: "Show these notices",
    search: "Company, tax code, matricola or number",
    cause_label: "Cause",
    every_cause: "All causes",
    stage_label: "State",
    open_stages: "All that are open",
    side_label: "Kind",
    every_side: "To pay and in favour",
    sides: ["To pay", "In your favour"],
    within: |days| ["Within ", &days.to_string(), " days"].concat(),
    sort_label: "Order",
    sorts: ["Next term", "Amount", "Company", "Month of competence", "Issue"],
    clear: "Clear the filters",
    none: "No open notice",
    none_text: "The institute's calculations agree with the returns.",
    none_filtered: "No notice with these filters",
    columns: ["Notice", "Company", "Month of competence", "Cause", "Amount", "Pay by", "State"],
    halved_by: |amount, day| [amount, " until ", day, ", with half the sanctions"].concat(),
    overdue: "overdue",
    clocks: |days| ["Terms in the next ", &days.to_string(), " days"].concat(),
    no_clock: |days| {
        ["No term is running: nothing is due in the next ", &days.to_string(), " days."].concat()
    },
    notices: |count| counted(count, "notice", "notices"),
    days_left: |days| counted(days.unsigned_abs(), "day", "days"),
    pay_until: |amount, day| [amount, " to be paid by ", day].concat(),
    ran_out: |day| ["the term was ", day].concat(),
    choosing: "Choose several notices",
    stop_choosing: "Stop choosing",
    choose: |number| ["Choose ", number].concat(),
    chosen: |count| counted(count, "notice chosen", "notices chosen"),
    next_steps: "Next steps for the notices chosen",
    copy_rows: "Copy the F24 rows",
    copy_letter: "Copy the request for a recalculation",
    copied: "Copied",
    evidence: "The evidence of these notices",
    letter: |lines| {
        ["Subject: rectification notices, explanation of the cause and recalculation\n\nPlease explain the cause of the following notices and calculate them again:\n", lines, "\nThe returns of these months and our own calculation are attached."].concat()
    },
    recomputed: "Recalculated from the return and the rates",
    firm: |csc, cas, size| {
        ["CSC ", csc, " · CA ", cas, " · ", &counted(size, "employee", "employees")].concat()
    },
    no_cas: "none",
    heads: [
        "Group",
        "Workers",
        "Wages",
        "Declared",
        "Rate declared",
        "Rate due",
        "Recalculated",
        "Difference",
    ],
    total_line: "Total",
    same: "Recalculated, the difference is that of the notice.",
    right: "By the rates of this classification what was declared is right: the notice starts from something else. Try other CA or another size below.",
    other: |ours, theirs| {
        [
            "Recalculated, the difference is ",
            ours,
            ", that of the notice ",
            theirs,
            ": you can ask for a recalculation.",
        ]
        .concat()
    },
    incomplete: "The rate of some group is not known: its amount stays as declared.",
    no_return: "There is no return of the month with groups of workers, or the register does not tell the classification: it cannot be recalculated.",
    no_size: "The return does not say how many employees there were: write the size below.",
    subject: |number| ["Rectification notice ", number].concat(),
    open_return: "Open the return of the month",
    group_unknown: "the group has no ordinary contributions",
    qualification: |code| ["qualification ", code, " has funds of its own"].concat(),
    own_fund: "the fund of the sector comes on top, at a rate that the tables do not hold",
    apprentices: "the rate of apprentices depends on months served or on the trade",
    suppose: "What if the CA or the size were different?",
    suppose_lead: "Pick other authorisation codes, another size or another fund: it is reckoned again at once, on this device. The address of the page keeps what you try, and can be sent.",
    size: "Employees",
    size_help: "Average of the month, for the thresholds of the funds.",
    size_wrong: "A whole number of employees, such as 16.",
    cas: "Authorisation codes",
    effects: [
        "subjects to FIS: the rate is that of the sector",
        "is a relief settled as a credit: the rate stays",
        "does not change the rate",
        "leads to rates that the tables do not hold",
    ],
    fits: "The notice would come out with:",
    fit: |cas, size| ["CA ", cas, ", ", &counted(size, "employee", "employees")].concat(),
    no_fit: "No other size, no known CA and no other fund explains the notice by itself.",
    reset: "Back to the register",
    no_notice: "There would be no notice: the difference is within the threshold.",
    less: |by| ["The notice would be ", by, " less."].concat(),
    more: |by| ["The notice would be ", by, " more."].concat(),
    unchanged: "The notice would stay the same.",
    turned: "The notice would change sides.",
    supposed_total: "Difference and sanctions, so",
};
