//! The findings as a CSV file, made and kept on this device.

use js_sys::Array;
use shared::intake::Issue;
use shared::lang::Lang;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::text::texts;
use crate::browser;
use crate::intake::describe;

/// Hands the browser a file of findings about a file of this name.
pub fn findings(issues: &[Issue], name: &str, lang: Lang) {
    // A browser that refuses leaves everything as it is: the findings are on the screen.
    let _ = hand_over(&csv(issues, lang), &[name.trim_end_matches(".xml"), ".csv"].concat());
}

fn hand_over(text: &str, name: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = browser::document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Semicolons and a byte order mark, as spreadsheets of these languages read CSV.
fn csv(issues: &[Issue], lang: Lang) -> String {
    let words = texts(lang);
    let mut text = String::from("\u{FEFF}");
    let mut line = |cells: [&str; 6]| {
        let cells = cells.map(cell);
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    };
    line(words.csv);
    for issue in issues {
        let kind = if issue.code.is_warning() { words.warning } else { words.error };
        line([
            &issue.line.to_string(),
            &issue.column.to_string(),
            kind,
            &describe(issue, lang),
            issue.found.as_deref().unwrap_or_default(),
            issue.expected.as_deref().unwrap_or_default(),
        ]);
    }
    text
}

/// A cell in quotation marks; one that a spreadsheet would take for a formula is text.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t']);
    let mark = if formula { "'" } else { "" };
    ["\"", mark, &text.replace('"', "\"\""), "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::intake::IssueCode;

    #[test]
    fn findings_are_lines_that_no_spreadsheet_runs() {
        let issue = Issue {
            code: IssueCode::TaxCode,
            line: 16,
            column: 9,
            found: Some("=1+\"1\"".to_owned()),
            expected: None,
        };
        let text = csv(&[issue], Lang::It);
        let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[1].starts_with("\"16\";\"9\";\"Errore\";"), "{text}");
        assert!(lines[1].ends_with("\"'=1+\"\"1\"\"\";\"\""), "{text}");
    }
}
