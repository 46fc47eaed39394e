use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;

const EICAR: [&str; 2] =
    [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];

fn judged(content: &[u8], kind: Kind) -> Option<Refusal> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("part");
    std::fs::write(&path, content).unwrap();
    let refusal = examine(&path, kind).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
    refusal
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_may_be_attached_is_taken() {
    let sheet = zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")]);
    let text = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office/>"),
    ]);
    let both =
        zip(&[("bilancio.xlsx", &sheet), ("cartella/", b""), ("cartella/a.pdf", b"%PDF-1.4")]);
    for (content, kind) in [
        (&b"%PDF-1.7 ..."[..], Kind::Pdf),
        (b"Buongiorno,\r\nMZ", Kind::Txt),
        (b"MZ non e' un programma", Kind::Txt),
        ("città;però\n".as_bytes(), Kind::Csv),
        (b"citt\xe0;per\xf2\n", Kind::Csv),
        (b"<?xml version=\"1.0\"?><DenunceMensili/>", Kind::Xml),
        (&sheet, Kind::Xlsx),
        (&text, Kind::Odt),
        (&both, Kind::Zip),
    ] {
        assert_eq!(judged(content, kind), None, "{kind:?}");
    }
}

#[test]
fn what_is_not_what_its_name_says_is_refused() {
    let sheet = zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")]);
    for (content, kind, refusal) in [
        (&b""[..], Kind::Txt, Refusal::Empty),
        (b"%PDF-1.7", Kind::Png, Refusal::WrongContent),
        (b"%PDF-1.7", Kind::Txt, Refusal::WrongContent),
        (b"a\0b", Kind::Txt, Refusal::WrongContent),
        (b"MZ\x90\0\x03", Kind::Pdf, Refusal::Executable),
        (b"\x7fELF\x02", Kind::Txt, Refusal::Executable),
        (b"#!/bin/sh\nrm", Kind::Txt, Refusal::Executable),
        (b"<!DOCTYPE HTML><p>", Kind::Txt, Refusal::Active),
        (b" <html>", Kind::Xml, Refusal::Active),
        (b"<?xml version=\"1.0\"?><svg xmlns=\"x\"/>", Kind::Xml, Refusal::Active),
        (b"<?xml version=\"1.0\"?><a><Script>1</Script></a>", Kind::Xml, Refusal::Active),
        (b"<?xml version=\"1.0\"?><!DOCTYPE a []><a/>", Kind::Xml, Refusal::Active),
        (b"PK\x03\x04 no archive", Kind::Zip, Refusal::Broken),
        (&sheet, Kind::Docx, Refusal::WrongContent),
        (&sheet, Kind::Ods, Refusal::WrongContent),
    ] {
        assert_eq!(judged(content, kind), Some(refusal), "{kind:?} {}", content.escape_ascii());
    }
}

#[test]
fn the_test_signature_is_found_wherever_it_is() {
    let eicar = EICAR.concat().into_bytes();
    let far = [vec![b' '; PIECE - 30], eicar.clone()].concat();
    let inner = zip(&[("nota.txt", &eicar)]);
    for (content, kind) in [
        (eicar.clone(), Kind::Txt),
        ([b"%PDF-1.7\n".to_vec(), eicar.clone()].concat(), Kind::Pdf),
        (far, Kind::Csv),
        (inner.clone(), Kind::Zip),
        (zip(&[("eicar.com", &eicar)]), Kind::Zip),
        (zip(&[("inner.zip", &inner)]), Kind::Zip),
        (zip(&[("[Content_Types].xml", b"<Types/>"), ("word/media/a.bin", &eicar)]), Kind::Docx),
    ] {
        assert_eq!(judged(&content, kind), Some(Refusal::Virus), "{kind:?}");
    }
}

#[test]
fn an_archive_is_looked_into_and_never_further_than_its_limits() {
    let large = vec![b'0'; 4 * 1024 * 1024];
    let nested = zip(&[("b.zip", &zip(&[("c.zip", &zip(&[("d.txt", b"x")]))]))]);
    let many: Vec<(String, &[u8])> = (0..1001).map(|n| (format!("{n}.txt"), &b"x"[..])).collect();
    let many: Vec<(&str, &[u8])> =
        many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    let huge: Vec<(&str, &[u8])> =
        ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt"]
            .map(|name| (name, large.as_slice()))
            .into();
    for (content, refusal, what) in [
        (zip(&[("a.txt", &large)]), Refusal::Bomb, "a thousand times its size"),
        (zip(&huge), Refusal::Bomb, "more than thirty megabytes"),
        (nested, Refusal::Bomb, "archives within archives within archives"),
        (zip(&many), Refusal::Bomb, "more than a thousand entries"),
        (zip(&[("../a.txt", b"x")]), Refusal::Unsafe, "a path that leads out"),
        (zip(&[("/etc/a.txt", b"x")]), Refusal::Unsafe, "a path from the root"),
        (zip(&[("a.exe", b"MZ\x90\0")]), Refusal::Executable, "a program"),
        (zip(&[("a.pdf", b"MZ\x90\0")]), Refusal::Executable, "a program under another name"),
        (zip(&[("a.html", b"<html>")]), Refusal::Active, "a page"),
        (zip(&[("a.doc", b"\xd0\xcf\x11\xe0")]), Refusal::InsideArchive, "what is not taken"),
        (zip(&[("a.txt.pdf", b"%PDF-")]), Refusal::InsideArchive, "a double extension"),
    ] {
        assert_eq!(judged(&content, Kind::Zip), Some(refusal), "{what}");
    }
    let macros = zip(&[("[Content_Types].xml", b"<Types/>"), ("word/vbaProject.bin", b"x")]);
    assert_eq!(judged(&macros, Kind::Docx), Some(Refusal::Macros));
    let mut linked = ZipWriter::new(Cursor::new(Vec::new()));
    linked.add_symlink("a.txt", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    let linked = linked.finish().unwrap().into_inner();
    assert_eq!(judged(&linked, Kind::Zip), Some(Refusal::Unsafe), "a link");
    // Bit 0 of the flags, in the entry and in the directory: it has a password.
    let mut locked = zip(&[("a.txt", b"x")]);
    let directory = locked.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    locked[6] |= 1;
    locked[directory + 8] |= 1;
    assert_eq!(judged(&locked, Kind::Zip), Some(Refusal::Encrypted));
}

#[test]
fn whatever_bytes_come_nothing_panics() {
    let base = zip(&[("a.txt", b"uno"), ("b.pdf", b"%PDF-1.4")]);
    for at in 0..base.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut changed = base.clone();
            changed[at] ^= flip;
            judged(&changed, Kind::Zip);
        }
        judged(&base[..at], Kind::Zip);
    }
}
