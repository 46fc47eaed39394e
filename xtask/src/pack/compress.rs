//! The variants that a browser prefers: brotli and gzip at their strongest, made once at build time.

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// The packed forms of one file.
pub struct Variants {
    /// As brotli.
    pub br: Vec<u8>,
    /// As gzip.
    pub gz: Vec<u8>,
}

/// Packs `bytes` both ways; `None` unless both are smaller.
///
/// # Errors
/// Never in memory; the encoders' signatures allow it.
pub fn variants(bytes: &[u8]) -> Result<Option<Variants>> {
    let packed = Variants { br: brotli(bytes)?, gz: gzip(bytes)? };
    let smaller = packed.br.len() < bytes.len() && packed.gz.len() < bytes.len();
    Ok(smaller.then_some(packed))
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 24);
    encoder.write_all(bytes)?;
    drop(encoder);
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
