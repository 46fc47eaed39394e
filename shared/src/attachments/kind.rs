//! What may be attached, told by extension and by the first bytes.

use serde::{Deserialize, Serialize};

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Portable document.
    Pdf,
    /// Photograph, JPEG.
    Jpeg,
    /// Picture, PNG.
    Png,
    /// Photograph of some phones, HEIC.
    Heic,
    /// Scanned pages, TIFF.
    Tiff,
    /// Text document of Word.
    Docx,
    /// Workbook of Excel.
    Xlsx,
    /// Text document, OpenDocument.
    Odt,
    /// Workbook, OpenDocument.
    Ods,
    /// Plain text.
    Txt,
    /// Comma-separated values.
    Csv,
    /// XML: UniEmens files, receipts.
    Xml,
    /// Signed envelope, CAdES.
    P7m,
    /// Archive.
    Zip,
}

/// A kind as data: its extensions (the first is the usual one), media type and first bytes.
struct Row {
    kind: Kind,
    extensions: &'static [&'static str],
    media_type: &'static str,
    /// Of these one stands at the place.
    magic: &'static [&'static [u8]],
    at: usize,
}

/// The kinds that an office takes (DESIGN: the institute names sizes and numbers, not formats; these are the formats of its other
/// services).
const ROWS: [Row; 14] = [
    row(Kind::Pdf, &["pdf"], "application/pdf", &[b"%PDF-"]),
    row(Kind::Jpeg, &["jpg", "jpeg"], "image/jpeg", &[b"\xff\xd8\xff"]),
    row(Kind::Png, &["png"], "image/png", &[b"\x89PNG\r\n\x1a\n"]),
    Row {
        at: 4,
        ..row(
            Kind::Heic,
            &["heic", "heif"],
            "image/heic",
            &[b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc"],
        )
    },
    row(Kind::Tiff, &["tif", "tiff"], "image/tiff", &[b"II*\0", b"MM\0*"]),
    row(
        Kind::Docx,
        &["docx"],
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ZIP,
    ),
    row(
        Kind::Xlsx,
        &["xlsx"],
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ZIP,
    ),
    row(Kind::Odt, &["odt"], "application/vnd.oasis.opendocument.text", ZIP),
    row(Kind::Ods, &["ods"], "application/vnd.oasis.opendocument.spreadsheet", ZIP),
    row(Kind::Txt, &["txt"], "text/plain; charset=utf-8", &[]),
    row(Kind::Csv, &["csv"], "text/csv; charset=utf-8", &[]),
    row(Kind::Xml, &["xml"], "application/xml", &[]),
    row(Kind::P7m, &["p7m"], "application/pkcs7-mime", &[]),
    row(Kind::Zip, &["zip"], "application/zip", ZIP),
];

/// The first bytes of an archive that holds something.
const ZIP: &[&[u8]] = &[b"PK\x03\x04"];

/// Extensions as a file chooser wants them.
pub const ACCEPT: &str =
    ".pdf,.jpg,.jpeg,.png,.heic,.heif,.tif,.tiff,.docx,.xlsx,.odt,.ods,.txt,.csv,.xml,.p7m,.zip";

/// Beginnings of programs and scripts, whatever the name says.
const PROGRAMS: &[&[u8]] = &[
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\0asm",
    b"L\0\0\0\x01\x14\x02\0",
    b"dex\n",
];

const fn row(
    kind: Kind,
    extensions: &'static [&'static str],
    media_type: &'static str,
    magic: &'static [&'static [u8]],
) -> Row {
    Row { kind, extensions, media_type, magic, at: 0 }
}

impl Kind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = Kind> {
        ROWS.iter().map(|row| row.kind)
    }

    /// The kind of an extension in small letters, without its dot.
    pub fn of_extension(extension: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.extensions.contains(&extension)).map(|row| row.kind)
    }

    /// Its usual extension.
    pub fn extension(self) -> &'static str {
        self.row().and_then(|row| row.extensions.first()).copied().unwrap_or_default()
    }

    /// The type under which it is handed out.
    pub fn media_type(self) -> &'static str {
        self.row().map_or("application/octet-stream", |row| row.media_type)
    }

    /// Whether it is an archive inside: its content is looked at entry by entry.
    pub const fn is_archive(self) -> bool {
        matches!(self, Kind::Docx | Kind::Xlsx | Kind::Odt | Kind::Ods | Kind::Zip)
    }

    /// Whether it is text.
    pub const fn is_text(self) -> bool {
        matches!(self, Kind::Txt | Kind::Csv | Kind::Xml)
    }

    /// Whether it is a picture that the device can make smaller.
    pub const fn is_photo(self) -> bool {
        matches!(self, Kind::Jpeg | Kind::Png | Kind::Heic)
    }

    /// Whether a file that begins so can be of this kind. Text is looked at elsewhere, all of it.
    pub fn begins(self, head: &[u8]) -> bool {
        let Some(row) = self.row() else { return false };
        match self {
            Kind::P7m => is_signed(head),
            Kind::Xml => text_start(head).starts_with(b"<"),
            _ if row.magic.is_empty() => true,
            _ => {
                let rest = head.get(row.at..).unwrap_or_default();
                row.magic.iter().any(|magic| rest.starts_with(magic))
            }
        }
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.kind == self)
    }
}

/// Whether a file that begins so is a program or a script, by whatever name.
pub fn is_program(head: &[u8]) -> bool {
    PROGRAMS.iter().any(|magic| head.starts_with(magic))
}

/// Whether a text that begins so is a page or a drawing that a browser would act upon.
pub fn is_page(head: &[u8]) -> bool {
    let start: Vec<u8> = text_start(head).iter().take(64).map(u8::to_ascii_lowercase).collect();
    [
        &b"<!doctype html"[..],
        b"<html",
        b"<head",
        b"<body",
        b"<script",
        b"<svg",
        b"<!doctype svg",
        b"<iframe",
        b"<?php",
        b"<%",
    ]
    .iter()
    .any(|tag| start.starts_with(tag))
}

/// A text without its byte order mark and the blanks before it.
pub fn text_start(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start()
}

/// A signed envelope: PEM, or DER that holds the object identifier of signed data (1.2.840.113549.1.7.2) near its beginning.
fn is_signed(head: &[u8]) -> bool {
    const SIGNED_DATA: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
    let near = head.get(..32.min(head.len())).unwrap_or_default();
    let der = head.first() == Some(&0x30)
        && near.windows(SIGNED_DATA.len()).any(|window| window == SIGNED_DATA);
    // The same in Base64 begins with the sequence tag and a long length.
    let start = text_start(head);
    der || start.starts_with(b"-----BEGIN PKCS7")
        || start.starts_with(b"-----BEGIN CMS")
        || start.starts_with(b"MII")
}
