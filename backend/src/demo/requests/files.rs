//! Documents of the demo's conversations: a page and a picture, made here.

use anyhow::Context;
use sha2::{Digest, Sha256};
use shared::lang::Lang;

use crate::app::App;
use crate::export::pdf::{Document, Look};
use crate::fault::Result;
use crate::files::Hash;

/// A document that lies among the files.
#[derive(Clone, Debug)]
pub(in crate::demo) struct Made {
    pub name: &'static str,
    pub bytes: u64,
    pub hash: Hash,
}

/// Puts the documents among the files. Whoever calls keeps them there until their records are stored.
pub(in crate::demo) fn made(app: &App) -> Result<Vec<Made>> {
    let documents: [(&'static str, Vec<u8>); 2] =
        [("ricevuta-trasmissione.pdf", page().to_vec()), ("quietanza-f24.png", picture())];
    let mut made = Vec::with_capacity(documents.len());
    for (name, content) in documents {
        let hash: Hash = Sha256::digest(&content).into();
        let part = app.files().part(&format!("demo-{name}")).context("no place for a part")?;
        std::fs::write(&part, &content).context("a document of the demo cannot be written")?;
        app.files().adopt(&part, &hash)?;
        made.push(Made { name, bytes: content.len() as u64, hash });
    }
    Ok(made)
}

fn page() -> bytes::Bytes {
    let mut page = Document::new("Ricevuta di trasmissione UniEmens", Lang::It);
    page.paragraph("Documento inventato, per prova.");
    page.heading("Trasmissione");
    page.pair("Protocollo", "INPS.UNIEMENS.0000471", Look::Code);
    page.pair("Esito", "File accolto: una denuncia, nessun errore", Look::Words);
    page.finish()
}

/// Width and height of the picture, in dots.
const SIZE: (usize, usize) = (480, 640);

/// A payment slip that lies on a table, as PNG of sixteen greys.
fn picture() -> Vec<u8> {
    let (width, height) = SIZE;
    // What a camera sees: a bright sheet, a bit askew, with lines of writing and a stamp.
    let shade = |x: usize, y: usize| {
        let (left, top) = (60 + y / 24, 50 + x / 40);
        let inside = (left..left + 340).contains(&x) && (top..top + 520).contains(&y);
        if !inside {
            return 4 + (x * 7 + y * 3) % 3;
        }
        let (column, row) = (x - left, y - top);
        let (across, down) = (column as i64 - 250, row as i64 - 420);
        let ring = across * across + down * down;
        let written =
            row % 32 > 22 && (24..300).contains(&column) && (column / 9 + row / 32) % 4 > 0;
        match written && (40..360).contains(&row) {
            true => 2,
            false if (2_300..3_100).contains(&ring) => 6,
            false => 14,
        }
    };
    let mut lines = Vec::with_capacity(height * (width / 2 + 1));
    for y in 0..height {
        lines.push(0);
        let pair = |x: usize| (shade(2 * x, y) << 4 | shade(2 * x + 1, y)) as u8;
        lines.extend((0..width / 2).map(pair));
    }
    png(&lines)
}

/// A picture of these lines, each with its filter's number before it (RFC 2083); stored as they are.
fn png(lines: &[u8]) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = Vec::new();
    head.extend((SIZE.0 as u32).to_be_bytes());
    head.extend((SIZE.1 as u32).to_be_bytes());
    // Four bits of grey, nothing interlaced.
    head.extend([4, 0, 0, 0, 0]);
    chunk(&mut png, b"IHDR", &head);
    let mut data = vec![0x78, 0x01];
    let mut blocks = lines.chunks(0xffff).peekable();
    while let Some(block) = blocks.next() {
        let length = block.len() as u16;
        data.push(u8::from(blocks.peek().is_none()));
        data.extend(length.to_le_bytes());
        data.extend((!length).to_le_bytes());
        data.extend_from_slice(block);
    }
    data.extend(adler(lines).to_be_bytes());
    chunk(&mut png, b"IDAT", &data);
    chunk(&mut png, b"IEND", &[]);
    png
}

fn chunk(png: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    png.extend((content.len() as u32).to_be_bytes());
    let begin = png.len();
    png.extend_from_slice(name);
    png.extend_from_slice(content);
    let sum = crc(&png[begin..]);
    png.extend(sum.to_be_bytes());
}

/// The check sum of a chunk (RFC 2083, section 3.4).
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 }
        })
    };
    !bytes.iter().fold(!0, step)
}

/// The check sum of what is packed (RFC 1950).
fn adler(bytes: &[u8]) -> u32 {
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    high << 16 | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_sums_are_those_of_the_standards() {
        // The value that both RFCs' implementations give for this text.
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
        assert_eq!(adler(b"Wikipedia"), 0x11e6_0398);
        assert!(picture().len() < 200 * 1024);
        assert_eq!(shared::attachments::picture::dimensions(&picture()), Some((480, 640)));
    }
}
