//! The variants that a browser prefers: brotli and gzip at their strongest, made once at build time.

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// The encoded forms of one file, each only when smaller than the file.
#[derive(Default)]
pub struct Variants {
    /// As brotli.
    pub br: Option<Vec<u8>>,
    /// As gzip.
    pub gz: Option<Vec<u8>>,
}

/// Compresses `bytes` both ways.
///
/// # Errors
/// Never in memory; the encoders' signatures allow it.
pub fn variants(bytes: &[u8]) -> Result<Variants> {
    let smaller = |variant: &Vec<u8>| variant.len() < bytes.len();
    Ok(Variants {
        br: Some(brotli(bytes)?).filter(smaller),
        gz: Some(gzip(bytes)?).filter(smaller),
    })
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
