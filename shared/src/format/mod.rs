//! How figures and dates are written: the same on the screen, in a mail, in a file and on paper.

mod names;

pub use names::{month_letter, month_name, weekday_name};

use crate::calendar::{Day, Instant, Month};
use crate::lang::Lang;
use crate::money::{Euro, Rate};

/// The blank that keeps a figure and its unit on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// The sign of a negative figure.
pub const MINUS: char = '\u{2212}';

/// An amount to the cent: `1.234,56 €`, in English `€1,234.56`; thousands are always grouped.
pub fn euro(amount: Euro, lang: Lang) -> String {
    let cents = amount.cents().unsigned_abs();
    let decimal = decimal_separator(lang);
    let figure = format!("{}{decimal}{:02}", integer(cents / 100, lang), cents % 100);
    with_euro_sign(amount.is_negative(), &figure, lang)
}

/// An amount rounded half-up to whole euro: `1.235 €`, in English `€1,235`.
pub fn whole_euro(amount: Euro, lang: Lang) -> String {
    let whole = amount.whole();
    with_euro_sign(whole < 0, &integer(whole.unsigned_abs(), lang), lang)
}

fn with_euro_sign(negative: bool, figure: &str, lang: Lang) -> String {
    let minus = if negative { "\u{2212}" } else { "" };
    match lang {
        Lang::En => format!("{minus}€{figure}"),
        Lang::It | Lang::De => format!("{minus}{figure}{NO_BREAK_SPACE}€"),
    }
}

/// A whole number with its thousands grouped: `1.234`, in English `1,234`.
pub fn integer(number: u64, lang: Lang) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::It | Lang::De => '.',
    };
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// The size of a file, in thousands of bytes: `193 B`, `12,4 MB`.
pub fn bytes(size: u64, lang: Lang) -> String {
    let (unit, name) = match size {
        0..1_000 => return [&size.to_string(), " B"].concat(),
        1_000..1_000_000 => (1_000, " KB"),
        1_000_000..1_000_000_000 => (1_000_000, " MB"),
        _ => (1_000_000_000, " GB"),
    };
    let (tenths, decimal) = (size / (unit / 10), decimal_separator(lang));
    [&(tenths / 10).to_string(), &decimal.to_string(), &(tenths % 10).to_string(), name].concat()
}

/// A rate with two to four decimals: `38,67%`, `9,3567%`, in German `38,67 %`.
pub fn percent(rate: Rate, lang: Lang) -> String {
    let (whole, fraction) = (rate.millionths() / 10_000, rate.millionths() % 10_000);
    let mut decimals = format!("{fraction:04}");
    while decimals.len() > 2 && decimals.ends_with('0') {
        decimals.pop();
    }
    let unit = if lang == Lang::De { "\u{a0}%" } else { "%" };
    format!("{}{}{decimals}{unit}", whole, decimal_separator(lang))
}

fn decimal_separator(lang: Lang) -> char {
    match lang {
        Lang::En => '.',
        Lang::It | Lang::De => ',',
    }
}

/// A day in figures: `22/11/2026`, in German `22.11.2026`.
pub fn day(day: Day, lang: Lang) -> String {
    let separator = if lang == Lang::De { '.' } else { '/' };
    format!("{:02}{separator}{:02}{separator}{:04}", day.day(), day.month(), day.year())
}

/// A day in words: `lunedì 23 novembre 2026`, `Monday 23 November 2026`,
/// `Montag, 23. November 2026`.
pub fn day_long(day: Day, lang: Lang) -> String {
    let weekday = weekday_name(day.weekday(), lang);
    let (date, month, year) = (day.day(), month_name(Month::of(day), lang), day.year());
    match lang {
        Lang::De => format!("{weekday}, {date}. {month} {year}"),
        Lang::It if date == 1 => format!("{weekday} 1º {month} {year}"),
        Lang::It | Lang::En => format!("{weekday} {date} {month} {year}"),
    }
}

/// A month of competence in figures, the same in every language: `09/2026`.
pub fn month(month: Month, _lang: Lang) -> String {
    format!("{:02}/{:04}", month.month(), month.year())
}

/// A month in words: `settembre 2026`.
pub fn month_long(month: Month, lang: Lang) -> String {
    format!("{} {}", month_name(month, lang), month.year())
}

/// A moment as Rome's clocks show it: `22/11/2026, 09:12`.
pub fn instant(instant: Instant, lang: Lang) -> String {
    let (date, hour, minute) = instant.clock_in_rome();
    format!("{}, {hour:02}:{minute:02}", day(date, lang))
}

#[cfg(test)]
mod tests;
