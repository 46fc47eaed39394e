//! What is looked at before a document is taken: its first bytes, its text, what an archive holds, and the signature that scanners are
//! tested with. In one pass, a piece at a time.

mod archive;
mod content;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

use shared::attachments::{Kind, Refusal};

use content::Content;

/// Bytes read at once.
const PIECE: usize = 64 * 1024;

/// Why a file that is said to be of a kind is refused, if it is.
///
/// # Errors
/// If it cannot be read.
pub(super) fn examine(path: &Path, kind: Kind) -> io::Result<Option<Refusal>> {
    let mut file = File::open(path)?;
    if let Some(refusal) = read(&mut file, kind, u64::MAX)?.1 {
        return Ok(Some(refusal));
    }
    if !kind.is_archive() {
        return Ok(None);
    }
    let size = file.metadata()?.len();
    file.rewind()?;
    archive::examine(file, kind, size, path)
}

/// Reads content to its end, or up to so many bytes; how many it has and why it is refused, if it is.
fn read(reader: &mut impl Read, kind: Kind, most: u64) -> io::Result<(u64, Option<Refusal>)> {
    let (mut content, mut piece, mut size) = (Content::of(kind), vec![0; PIECE], 0);
    loop {
        let count = reader.read(&mut piece)?;
        if count == 0 {
            return Ok((size, content.refusal()));
        }
        size += count as u64;
        if size > most {
            return Ok((size, Some(Refusal::Bomb)));
        }
        content.push(piece.get(..count).unwrap_or_default());
    }
}
