//! Files as they come out, byte by byte where that is what matters.

use std::io::Read;

use shared::calendar::{Day, Instant, Month};
use shared::export::Format;
use shared::lang::Lang;
use shared::money::{Euro, Rate};
use shared::sections::phrase;

use super::print::{base64, policy};
use super::service::{Order, Rows};
use super::sheet::{Cell, Column, Filter, Kind, Sheet, Stamp};
use super::text::neutral;

fn sheet(lang: Lang) -> Sheet {
    let same = |label, kind| Column::new(phrase(label, label, label), lang, kind);
    Sheet {
        title: "Prova/1".to_owned(),
        lang,
        columns: vec![
            same("Nome", Kind::Text),
            same("Numero", Kind::Count),
            same("Importo", Kind::Euro),
            same("Aliquota", Kind::Rate),
            same("Giorno", Kind::Day),
            same("Mese", Kind::Month),
            same("Quando", Kind::Moment),
        ],
        filters: vec![Filter::by_text("search", "Ricerca", "=x")],
    }
}

fn stamp() -> Stamp {
    Stamp {
        person: "Anna".to_owned(),
        at: moment(),
        company: Some("Èsempio · 01234567897".to_owned()),
    }
}

fn moment() -> Instant {
    Instant::from_rome(Day::new(2026, 11, 22).unwrap(), 9, 12).unwrap()
}

fn row(name: &str) -> Vec<Cell> {
    vec![
        name.into(),
        Cell::Count(-1_234),
        Euro::from_cents(-1_234_56).into(),
        Rate::from_millionths(93_567).into(),
        Day::new(2026, 11, 5).unwrap().into(),
        Month::new(2026, 9).unwrap().into(),
        moment().into(),
    ]
}

fn file(format: Format, rows: impl IntoIterator<Item = Vec<Cell>>) -> Vec<u8> {
    let order = Order { action: "test.export", company: None, format, sheet: sheet(Lang::It) };
    let mut file = Rows::new(&order).unwrap();
    for row in rows {
        if file.push(&row).is_break() {
            break;
        }
    }
    file.finish(&order.sheet, &stamp()).unwrap().to_vec()
}

#[test]
fn a_csv_file_is_the_one_that_italian_spreadsheets_open() {
    let csv = String::from_utf8(file(Format::Csv, [row("a;\"b\"\n=c"), row("=1+1")])).unwrap();
    let expected = "\u{feff}\"Elenco\";\"Prova/1\"\r\n\
        \"Azienda\";\"Èsempio · 01234567897\"\r\n\
        \"Esportato da\";\"Anna\"\r\n\
        \"Data e ora (Roma)\";\"22/11/2026, 09:12\"\r\n\
        \"Filtro\";\"Ricerca: =x\"\r\n\
        \"Righe\";\"2\"\r\n\
        \r\n\
        \"Nome\";\"Numero\";\"Importo\";\"Aliquota\";\"Giorno\";\"Mese\";\"Quando\"\r\n\
        \"a;\"\"b\"\"\n=c\";-1234;-1234,56;9,3567%;05/11/2026;09/2026;22/11/2026 09:12\r\n\
        \"'=1+1\";-1234;-1234,56;9,3567%;05/11/2026;09/2026;22/11/2026 09:12\r\n";
    assert_eq!(csv, expected);
}

#[test]
fn no_text_begins_as_a_formula() {
    for formula in [
        "=1+1",
        "+39 06 1234",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u{a0}=1",
        "\u{feff}=1",
        "\0=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
    ] {
        assert!(neutral(formula).starts_with('\''), "{formula:?}");
    }
    for text in ["", "a=1", "1-2", "'=1", "Rossi & figli", "è"] {
        assert_eq!(neutral(text), text);
    }
    assert_eq!(neutral("a\u{7}b"), "a b");
}

/// The parts of a workbook by their names, unpacked.
fn part(book: &[u8], name: &str) -> String {
    let name = name.as_bytes();
    let at = book
        .windows(name.len() + 30)
        .position(|part| part.starts_with(b"PK\x03\x04") && part.ends_with(name));
    let at = at.unwrap() + 30 + name.len();
    let extra =
        usize::from(u16::from_le_bytes([book[at - name.len() - 2], book[at - name.len() - 1]]));
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(&book[at + extra..]).read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_workbook_has_typed_cells_a_still_head_and_a_sheet_about_itself() {
    let book = file(Format::Xlsx, [row("=1+1"), row("b")]);
    let table = part(&book, "xl/worksheets/sheet1.xml");
    for expected in [
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        "<autoFilter ref=\"A1:G3\"/>",
        "<v>-1234</v>",
        "<v>-1234.56</v>",
        "<v>46331</v>",
        "<v>46266</v>",
        "<pageSetup paperSize=\"9\"",
    ] {
        assert!(table.contains(expected), "{expected}: {table}");
    }
    assert!(!table.contains("<f>"), "{table}");
    let texts = part(&book, "xl/sharedStrings.xml");
    assert!(texts.contains("<t>'=1+1</t>"), "{texts}");
    assert!(texts.contains("Ricerca: =x"), "{texts}");
    let names = part(&book, "xl/workbook.xml");
    assert!(
        names.contains("name=\"Prova1\"") && names.contains("name=\"Informazioni\""),
        "{names}"
    );
}

#[test]
fn a_page_shows_everything_as_text() {
    let page =
        String::from_utf8(file(Format::Print, [row("<script>alert('1')</script>")])).unwrap();
    assert!(
        page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
            && !page.contains("<script")
    );
    assert!(page.contains("<td class=\"figure\">\u{2212}1.234,56\u{a0}€</td>"), "{page}");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"it\">"));
    let empty = String::from_utf8(file(Format::Print, [])).unwrap();
    assert!(empty.contains("<p>Nessuna riga</p>") && !empty.contains("<table>"));
}

#[test]
fn a_file_that_was_cut_says_so() {
    let most = Format::Print.max_rows();
    let whole = file(Format::Print, (0..most).map(|_| vec!["a".into()]));
    assert!(!String::from_utf8(whole).unwrap().contains("troncato"));
    let cut = String::from_utf8(file(Format::Print, (0..=most).map(|_| vec!["a".into()]))).unwrap();
    assert!(cut.contains("5.000. ATTENZIONE: elenco troncato"), "{}", &cut[..2_000]);
    assert_eq!(cut.matches("<tr>").count(), most + 1);
}

#[test]
fn the_policy_names_the_style_by_its_hash() {
    for (bytes, text) in
        [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
    {
        assert_eq!(base64(bytes.as_bytes()), text);
    }
    let hash = policy().split('\'').find(|part| part.starts_with("sha256-")).map(str::len);
    assert_eq!(hash, Some(7 + 44));
}
