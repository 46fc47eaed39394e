use super::font::{Font, string};
use super::{Document, Look};
use shared::lang::Lang;

fn position(pdf: &[u8], what: &[u8]) -> usize {
    pdf.windows(what.len()).rposition(|window| window == what).unwrap()
}

#[test]
fn a_document_says_its_language_and_its_parts_in_order() {
    let mut document = Document::new("Ricevuta (prova)", Lang::It);
    document.heading("Dati");
    document.pair("Protocollo", "7010.E.2026.0000042", Look::Code);
    for _ in 0..80 {
        document.paragraph("Una riga che si ripete finché la pagina è piena.");
    }
    let pdf = document.finish();
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.starts_with("%PDF-1.4") && text.ends_with("%%EOF\n"));
    assert!(text.contains("/Lang (it)") && text.contains("/Marked true"));
    assert!(
        text.contains("(Ricevuta \\(prova\\)) Tj") && text.contains("(7010.E.2026.0000042) Tj")
    );
    assert!(text.contains("/S /H1") && text.contains("/S /H2") && text.contains("/Count 3"));
    // Every object is where the table says.
    let table = String::from_utf8(pdf[position(&pdf, b"xref\n0 ")..].to_vec());
    let rows = table.unwrap_or_else(|_| "the end is plain".to_owned());
    let places = rows.lines().skip(3).take_while(|row| row.ends_with(" n "));
    let mut objects = 0;
    for (number, row) in (1..).zip(places) {
        let place: usize = row[..10].parse().unwrap();
        assert!(pdf[place..].starts_with(format!("{number} 0 obj\n").as_bytes()), "{number}");
        objects = number;
    }
    assert!(objects > 90, "{objects}");
}

#[test]
fn text_is_broken_at_blanks_and_a_long_word_within() {
    let lines = Font::Plain.lines("uno due tre quattro", 10.0, 55.0);
    assert_eq!(lines, ["uno due tre", "quattro"]);
    let digest = "0123456789abcdef".repeat(4);
    let lines = Font::Code.lines(&digest, 10.0, 300.0);
    assert_eq!(lines.iter().map(String::len).collect::<Vec<_>>(), [50, 14]);
    assert_eq!(lines.concat(), digest);
}

#[test]
fn letters_are_those_of_western_europe_and_others_lose_their_marks() {
    assert_eq!(string("è (ß) €"), b"(\xe8 \\(\xdf\\) \x80)");
    assert_eq!(string("Kovač 漢"), b"(Kovac ?)");
}
