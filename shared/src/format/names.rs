//! The names of months and weekdays.

use crate::calendar::{Month, Weekday};
use crate::lang::Lang;

const MONTHS_IT: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const WEEKDAYS_IT: [&str; 7] =
    ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
const WEEKDAYS_EN: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const WEEKDAYS_DE: [&str; 7] =
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

/// The name of a month without its year: `settembre`, `September`.
pub fn month_name(month: Month, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::It => &MONTHS_IT,
        Lang::En => &MONTHS_EN,
        Lang::De => &MONTHS_DE,
    };
    names.get(month.month() as usize - 1).copied().unwrap_or_default()
}

/// The first letter of a month in upper case, for the axis of a chart.
pub fn month_letter(month: Month, lang: Lang) -> char {
    month_name(month, lang).chars().next().unwrap_or_default().to_ascii_uppercase()
}

/// The name of a day of the week: `lunedì`, `Monday`.
pub fn weekday_name(weekday: Weekday, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::It => &WEEKDAYS_IT,
        Lang::En => &WEEKDAYS_EN,
        Lang::De => &WEEKDAYS_DE,
    };
    names.get(weekday.num_days_from_monday() as usize).copied().unwrap_or_default()
}
