use super::font::{FIRST, Font, string};
use super::{COLUMN, Document, Look, MARGIN, SIZE, WIDTH};
use shared::lang::Lang;
use shared::sections::SECTIONS;

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

/// A line as it is drawn: in which font, how large, from where and to where across the page.
struct Line {
    font: Font,
    size: f64,
    from: f64,
    to: f64,
}

/// The lines of a document as whoever reads the file finds them.
fn drawn(document: &Document) -> Vec<Line> {
    let all = document.pages.iter().flat_map(|page| page.drawn.split(|byte| *byte == b'\n'));
    let rows = all.map(|row| row.iter().copied().map(char::from).collect::<String>());
    rows.filter(|row| row.starts_with("BT ")).map(|row| line(&row)).collect()
}

fn line(row: &str) -> Line {
    let (how, text) = row.split_once(" Td (").unwrap();
    let how: Vec<&str> = how.split(' ').collect();
    let font = Font::ALL.into_iter().find(|font| how[1] == format!("/{}", font.names().1)).unwrap();
    let (size, from): (f64, f64) = (how[2].parse().unwrap(), how[4].parse().unwrap());
    let mut letters = text.strip_suffix(") Tj ET").unwrap().chars();
    let mut width = 0;
    while let Some(mut letter) = letters.next() {
        if letter == '\\' {
            letter = letters.next().unwrap();
        }
        width += u32::from(font.widths()[letter as usize - usize::from(FIRST)]);
    }
    Line { font, size, from, to: from + f64::from(width) * size / 1000.0 }
}

#[test]
fn no_line_leaves_the_page_and_no_label_reaches_its_value() {
    let long = "Società a responsabilità limitata (già ditta individuale) · Iscrizione ".repeat(4);
    for lang in Lang::ALL {
        for section in SECTIONS {
            let title = format!("{} · {long}", section.words.title.of(lang));
            let mut document = Document::new(&title, lang);
            document.paragraph(section.words.help.of(lang));
            for field in section.fields {
                document.pair(field.label(lang), &long, Look::Words);
                document.pair(field.label(lang), &"0123456789abcdef".repeat(4), Look::Code);
            }
            for Line { font, size, from, to } in drawn(&document) {
                assert!(to <= WIDTH - MARGIN, "{}: {to}", section.slug);
                let is_label = font == Font::Bold && size <= SIZE && from < COLUMN;
                assert!(!is_label || to <= COLUMN - SIZE, "{}: {to}", section.slug);
            }
        }
    }
}

#[test]
fn letters_are_as_wide_as_the_file_tells_its_reader() {
    let wide = |font: Font, text| font.width(text, 1000.0).round() as i64;
    // In bold, narrow letters gain more than wide ones.
    assert_eq!([wide(Font::Plain, "ilt"), wide(Font::Bold, "ilt")], [722, 889]);
    assert_eq!([wide(Font::Plain, "Mè·€"), wide(Font::Bold, "Mè·€")], [2223, 2223]);
    assert_eq!(wide(Font::Bold, "Kovač"), wide(Font::Bold, "Kovac"));
    assert_eq!(wide(Font::Code, "il·€"), 2400);
    let pdf = Document::new("Ricevuta", Lang::It).finish();
    let text = String::from_utf8_lossy(&pdf);
    for (font, at) in Font::ALL.into_iter().zip([6, 8, 10]) {
        let (name, key) = font.names();
        let widths = font.widths().map(|width| width.to_string()).join(" ");
        assert!(text.contains(&format!("/{key} {at} 0 R")), "{name}");
        assert!(
            text.contains(&format!(
                "\n{at} 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /{name} "
            ))
        );
        let told = format!(
            "/FirstChar 32 /LastChar 255 /Widths [{widths}] /FontDescriptor {} 0 R",
            at + 1
        );
        assert!(text.contains(&told), "{name}");
        let described = format!("\n{} 0 obj\n<< /Type /FontDescriptor /FontName /{name} ", at + 1);
        assert!(text.contains(&described), "{name}");
    }
}
