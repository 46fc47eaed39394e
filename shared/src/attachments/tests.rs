use super::*;

#[test]
fn a_name_is_cleaned_or_refused_with_its_reason() {
    for (name, kept, kind) in [
        ("busta paga.pdf", "busta paga.pdf", Kind::Pdf),
        ("F24.PDF", "F24.PDF", Kind::Pdf),
        (" .scansione.v2.jpeg ", "scansione.v2.jpeg", Kind::Jpeg),
        ("Rossi S.r.l..xlsx", "Rossi S.r.l..xlsx", Kind::Xlsx),
        ("fattura.xml.p7m", "fattura.xml.p7m", Kind::P7m),
        ("istanza.p7m", "istanza.p7m", Kind::P7m),
        ("Größe – è così.odt", "Größe – è così.odt", Kind::Odt),
    ] {
        assert_eq!(check_name(name), Ok((kept.to_owned(), kind)), "{name:?}");
    }
    let long = format!("{}.pdf", "x".repeat(4096));
    for (name, problem) in [
        ("", NameProblem::Missing),
        ("C:\\Documenti\\F24.PDF", NameProblem::Path),
        ("../../etc/nota.txt", NameProblem::Path),
        ("a/", NameProblem::Path),
        ("...", NameProblem::Missing),
        (long.as_str(), NameProblem::TooLong),
        ("a\0.pdf", NameProblem::Marks),
        ("a\n.pdf", NameProblem::Marks),
        ("conto\u{202e}fdp.exe.pdf", NameProblem::Marks),
        ("a\u{200b}.pdf", NameProblem::Marks),
        ("CON.pdf", NameProblem::Reserved),
        ("lpt1.txt", NameProblem::Reserved),
        ("pdf", NameProblem::Kind),
        (".pdf", NameProblem::Kind),
        ("pagina.html", NameProblem::Kind),
        ("disegno.svg", NameProblem::Kind),
        ("programma.exe", NameProblem::Kind),
        ("modulo.docm", NameProblem::Kind),
        ("busta.exe.pdf", NameProblem::DoubleExtension),
        ("busta.pdf.png", NameProblem::DoubleExtension),
        ("busta.EXE .pdf", NameProblem::DoubleExtension),
        ("a.js.xml.p7m", NameProblem::DoubleExtension),
        ("a.exe.p7m", NameProblem::DoubleExtension),
    ] {
        assert_eq!(check_name(name), Err(problem), "{name:?}");
    }
}

#[test]
fn each_kind_knows_its_first_bytes_and_no_other() {
    let signed = [
        &[0x30, 0x82, 0x01, 0x00][..],
        &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02],
    ]
    .concat();
    let heads: [(Kind, &[u8]); 10] = [
        (Kind::Pdf, b"%PDF-1.7\n"),
        (Kind::Jpeg, b"\xff\xd8\xff\xe0"),
        (Kind::Png, b"\x89PNG\r\n\x1a\n"),
        (Kind::Heic, b"\0\0\0\x18ftypheic"),
        (Kind::Tiff, b"II*\0"),
        (Kind::Docx, b"PK\x03\x04"),
        (Kind::Xlsx, b"PK\x03\x04"),
        (Kind::Zip, b"PK\x03\x04"),
        (Kind::Xml, b"\xef\xbb\xbf <?xml version=\"1.0\"?>"),
        (Kind::P7m, &signed),
    ];
    for (kind, head) in heads {
        assert!(kind.begins(head), "{kind:?}");
        for other in [Kind::Pdf, Kind::Png, Kind::Tiff, Kind::P7m] {
            assert!(other == kind || !other.begins(head), "{kind:?} as {other:?}");
        }
    }
    assert!(!Kind::Pdf.begins(b""));
    for program in [&b"MZ\x90"[..], b"\x7fELF", b"#!/bin/sh"] {
        assert!(is_program(program));
    }
    for page in [&b"<!DOCTYPE html>"[..], b"\n <SVG xmlns=", b"\xef\xbb\xbf<html>"] {
        assert!(is_page(page));
    }
    assert!(!is_page(b"<?xml version=\"1.0\"?><DenunceMensili/>"));
}

#[test]
fn a_chooser_offers_every_extension_and_no_other() {
    let offered: Vec<Kind> = ACCEPT
        .split(',')
        .filter_map(|end| Kind::of_extension(end.trim_start_matches('.')))
        .collect();
    assert_eq!(offered.len(), ACCEPT.split(',').count());
    assert!(Kind::all().all(|kind| offered.contains(&kind)));
    for (reason, name) in Refusal::NAMES {
        assert_eq!(Refusal::from_name(name), Some(*reason));
        assert_eq!(reason.name(), *name);
    }
}
