//! A page to read and to print: one table on A4, its head on every sheet, no script, its own style and nothing else.

use std::fmt::Write;
use std::sync::LazyLock;

use sha2::{Digest, Sha256};
use shared::lang::Lang;

use super::service::shown;
use super::sheet::{Cell, Kind, Sheet};
use super::text::EMPTY;

const STYLE: &str = include_str!("print.css");

/// What the page may load and do: wear its style. Nothing else, whatever its cells say.
pub(super) fn policy() -> String {
    static POLICY: LazyLock<String> = LazyLock::new(|| {
        let hash = base64(&Sha256::digest(STYLE));
        format!(
            "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
    });
    POLICY.clone()
}

/// RFC 4648, with padding.
pub(super) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = (bits >> (18 - 6 * place)) as usize % DIGITS.len();
            text.push(if place <= chunk.len() { char::from(DIGITS[digit]) } else { '=' });
        }
    }
    text
}

/// A page in the making.
pub(super) struct Writer {
    lang: Lang,
    kinds: Vec<Kind>,
    body: String,
}

impl Writer {
    pub(super) fn new(sheet: &Sheet) -> Self {
        let kinds = sheet.columns.iter().map(|column| column.kind).collect();
        Self { lang: sheet.lang, kinds, body: String::new() }
    }

    pub(super) fn row(&mut self, cells: &[Cell]) {
        self.body.push_str("<tr>");
        for (place, (cell, kind)) in cells.iter().zip(&self.kinds).enumerate() {
            let (tag, scope) = if place == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
            let class = class(*kind);
            let text = escaped(&shown(cell, self.lang));
            // Writing to a string does not fail.
            let _ = write!(self.body, "<{tag}{scope}{class}>{text}</{tag}>");
        }
        self.body.push_str("</tr>\n");
    }

    pub(super) fn finish(self, sheet: &Sheet, head: &[(&'static str, String)]) -> Vec<u8> {
        let (lang, title) = (sheet.lang.code(), escaped(&sheet.title));
        let mut page = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<dl>\n"
        );
        for (label, text) in head.iter().skip(1) {
            let _ = writeln!(page, "<div><dt>{label}</dt><dd>{}</dd></div>", escaped(text));
        }
        page.push_str("</dl>\n</header>\n<main>\n");
        if self.body.is_empty() {
            let _ = writeln!(page, "<p>{}</p>", EMPTY.of(sheet.lang));
        } else {
            let _ = write!(page, "<table>\n<caption>{title}</caption>\n<thead>\n<tr>");
            for column in &sheet.columns {
                let (class, label) = (class(column.kind), escaped(&column.label));
                let _ = write!(page, "<th scope=\"col\"{class}>{label}</th>");
            }
            let _ = write!(page, "</tr>\n</thead>\n<tbody>\n{}</tbody>\n</table>\n", self.body);
        }
        page.push_str("</main>\n</body>\n</html>\n");
        page.into_bytes()
    }
}

const fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "",
        Kind::Count | Kind::Euro | Kind::Rate => " class=\"figure\"",
        Kind::Code | Kind::Day | Kind::Month | Kind::Moment => " class=\"whole\"",
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c if c.is_control() && c != '\n' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}
