//! A date in words and for machines.

use crate::i18n::use_lang;
use crate::ui::text::{Texts, texts};
use yew::prelude::*;

/// How a date is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateStyle {
    /// `22/11/2026`.
    #[default]
    Short,
    /// `22 novembre 2026`.
    Long,
}

/// Props of [`DateText`].
#[derive(PartialEq, Properties)]
pub struct DateTextProps {
    /// The day (`2026-11-22`) or the moment (`2026-11-22T09:41…`), local time; the hour is shown with it.
    pub iso: AttrValue,
    /// How it is written.
    #[prop_or_default]
    pub style: DateStyle,
}

/// A date in the language of the page. What is no date is shown as it is.
#[component]
pub fn DateText(props: &DateTextProps) -> Html {
    let words = texts(use_lang());
    html! { <time datetime={props.iso.clone()}>{ written(words, &props.iso, props.style) }</time> }
}

/// A date as `DateText` writes it, for use inside a sentence.
pub fn written(words: &Texts, iso: &str, style: DateStyle) -> String {
    let Some((year, month, day)) = parts(iso) else { return iso.to_owned() };
    let date = match (style, words.months.get(month.wrapping_sub(1))) {
        (DateStyle::Long, Some(name)) => (words.long_date)(day, name, year),
        _ => format!("{day:02}/{month:02}/{year}"),
    };
    match iso.get(11..16) {
        Some(hour) => format!("{date}, {hour}"),
        None => date,
    }
}

fn parts(iso: &str) -> Option<(&str, usize, u8)> {
    let (year, month, day) = (iso.get(..4)?, iso.get(5..7)?, iso.get(8..10)?);
    Some((year, month.parse().ok()?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{DateStyle, written};
    use crate::ui::text::texts;
    use shared::lang::Lang;

    #[test]
    fn dates_are_written_in_the_language_of_the_page() {
        let long = |lang| written(texts(lang), "2026-12-04", DateStyle::Long);
        assert_eq!(long(Lang::It), "4 dicembre 2026");
        assert_eq!(long(Lang::En), "4 December 2026");
        assert_eq!(long(Lang::De), "4. Dezember 2026");
        let short = |iso| written(texts(Lang::It), iso, DateStyle::Short);
        assert_eq!(short("2026-11-22"), "22/11/2026");
        assert_eq!(short("2026-11-22T09:41:07"), "22/11/2026, 09:41");
        for no_date in ["", "ieri", "2026-xx-01", "àààààààààààà"] {
            assert_eq!(short(no_date), no_date);
        }
    }
}
