//! Encodings of content.

use std::io::Write;

use bytes::Bytes;
use http::HeaderValue;

use super::pieces;

/// Encodings the client takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Brotli.
    pub br: bool,
    /// Gzip.
    pub gzip: bool,
}

impl Accepted {
    /// By an `Accept-Encoding` header.
    pub fn by(header: Option<&HeaderValue>) -> Self {
        let mut accepted = Self::default();
        for item in header.into_iter().flat_map(|list| pieces(list, b',')) {
            let (name, weight) = match item.iter().position(|byte| *byte == b';') {
                Some(end) => (item[..end].trim_ascii_end(), &item[end + 1..]),
                None => (item, &[][..]),
            };
            match name {
                b"br" => accepted.br = !is_nought(weight),
                b"gzip" => accepted.gzip = !is_nought(weight),
                _ => {}
            }
        }
        accepted
    }
}

/// Whether these parameters say that the encoding is refused: `q=0`.
fn is_nought(parameters: &[u8]) -> bool {
    let mut parameters = parameters.split(|byte| *byte == b';').map(<[u8]>::trim_ascii);
    let weight = parameters.find_map(|parameter| parameter.strip_prefix(b"q="));
    let weight = weight.and_then(|weight| std::str::from_utf8(weight).ok()?.parse::<f32>().ok());
    weight == Some(0.0)
}

/// Packs a reply made on the fly: quickly rather than tightly.
pub fn brotli(bytes: &[u8]) -> Bytes {
    brotli_of(bytes, 3)
}

/// Packs a reply that is kept and given out again: a twelfth smaller, in two to three times the time.
pub fn brotli_kept(bytes: &[u8]) -> Bytes {
    brotli_of(bytes, 6)
}

fn brotli_of(bytes: &[u8], quality: i32) -> Bytes {
    let params = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 18,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::with_capacity(bytes.len() / 3);
    // Neither reading from nor writing to memory fails.
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut packed, &params);
    packed.into()
}

/// As [`brotli`], for clients that do not know it.
pub fn gzip(bytes: &[u8]) -> Bytes {
    let mut packer = flate2::write::GzEncoder::new(
        Vec::with_capacity(bytes.len() / 3),
        flate2::Compression::fast(),
    );
    // Writing to memory does not fail.
    let _ = packer.write_all(bytes);
    packer.finish().unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn an_encoding_is_taken_if_it_is_named_and_not_refused() {
        for (header, br, gzip) in [
            ("gzip, deflate, br, zstd", true, true),
            ("gzip;q=1.0, br;q=0", false, true),
            ("br ; q=0.000,gzip ;q=0.5", false, true),
            ("identity", false, false),
            ("broccoli", false, false),
            ("", false, false),
        ] {
            assert_eq!(
                Accepted::by(Some(&HeaderValue::from_static(header))),
                Accepted { br, gzip },
                "{header}"
            );
        }
        assert_eq!(Accepted::by(None), Accepted::default());
    }

    #[test]
    fn what_was_packed_unpacks() {
        let text = "una dichiarazione, ".repeat(100);
        let mut unpacked = String::new();
        brotli::Decompressor::new(&brotli(text.as_bytes())[..], 4096)
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
        unpacked.clear();
        flate2::read::GzDecoder::new(&gzip(text.as_bytes())[..])
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
    }
}
