//! The form that a browser prefers: brotli at its strongest, made once at build time. The server makes the others for whoever asks.

use anyhow::Result;
use std::io::Write;

/// Packs `bytes`; nothing unless that makes them smaller.
///
/// # Errors
/// Never in memory; the encoder's signature allows it.
pub fn brotli(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut out = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 24);
    encoder.write_all(bytes)?;
    drop(encoder);
    Ok((out.len() < bytes.len()).then_some(out))
}
