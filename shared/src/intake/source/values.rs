//! Values as files write them: amounts, numbers, codes.

use crate::money::Euro;

/// Digits before the decimals that an amount may have: a billion euro less a cent.
const MAX_DIGITS: usize = 9;

/// An amount as an XML or CSV file writes it: digits, then at most two decimals after a comma or a point. No sign, no grouping.
pub fn amount(text: &str) -> Option<Euro> {
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole)
        || !plain(decimals)
        || decimals.len() > 2
        || whole.trim_start_matches('0').len() > MAX_DIGITS
    {
        return None;
    }
    let cents: i64 = decimals.parse().ok()?;
    let cents = if decimals.len() == 1 { cents * 10 } else { cents };
    Some(Euro::from_cents(whole.parse::<i64>().ok()? * 100 + cents))
}

/// An amount as an Italian table writes it: as [`amount`], and with its thousands grouped by points.
pub fn grouped_amount(text: &str) -> Option<Euro> {
    let Some((whole, decimals)) = text.split_once(',') else {
        return if text.contains('.') && is_grouped(text) {
            amount(&text.replace('.', ""))
        } else {
            amount(text)
        };
    };
    match is_grouped(whole) {
        true => amount(&format!("{},{decimals}", whole.replace('.', ""))),
        false => amount(text),
    }
}

/// Whether points part a number into thousands.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    matches!(first.len(), 1..=3) && groups.all(|group| group.len() == 3)
}

/// An amount as a telematic record writes it: cents, filled up with zeros.
pub fn cents(text: &str) -> Option<Euro> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let cents: i64 = text.parse().ok().filter(|_| digits)?;
    Some(Euro::from_cents(cents))
}

/// A whole number of digits alone.
pub fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// An amount as the files that we read write it: `1276,11`.
pub fn written(amount: Euro) -> String {
    let cents = amount.cents().unsigned_abs();
    let sign = if amount.is_negative() { "-" } else { "" };
    format!("{sign}{},{:02}", cents / 100, cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_with_comma_or_point() {
        for (text, cents) in [
            ("1276", Some(127_600)),
            ("696,06", Some(69_606)),
            ("696.06", Some(69_606)),
            ("0,5", Some(50)),
            ("00012", Some(1_200)),
        ] {
            assert_eq!(amount(text).map(Euro::cents), cents, "{text}");
        }
        for text in [
            "",
            ",5",
            "5,",
            "-1",
            "+1",
            "1,234",
            "1.234,56",
            "1 2",
            "9999999999",
            "1e3",
            "٣",
            "NaN",
        ] {
            assert_eq!(amount(text), None, "{text}");
        }
    }

    #[test]
    fn tables_group_thousands() {
        for (text, cents) in [
            ("1.276,00", 127_600),
            ("1276,00", 127_600),
            ("1.276", 127_600),
            ("12.5", 1_250),
            ("1.234.567,8", 123_456_780),
        ] {
            assert_eq!(grouped_amount(text).map(Euro::cents), Some(cents), "{text}");
        }
        for text in ["1.27,00", "12.5,00", "1.2345", ".,", "1,2,3", "1,276.00"] {
            assert_eq!(grouped_amount(text), None, "{text}");
        }
    }

    #[test]
    fn cents_and_what_is_written() {
        assert_eq!(cents("000000000127600"), Some(Euro::from_cents(127_600)));
        assert_eq!(cents("00000000012760 "), None);
        assert_eq!(cents("+00000000127600"), None);
        assert_eq!(written(Euro::from_cents(-69_006)), "-690,06");
        assert_eq!(number("+5"), None);
        assert_eq!(number("42"), Some(42));
    }
}
