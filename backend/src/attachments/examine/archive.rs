//! What an archive holds, entry by entry and within limits: nothing is unpacked to a place where it could act.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use shared::attachments::{Kind, Refusal, check_name};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::content::Content;
use super::{PIECE, read};
use crate::files;

/// Bytes that all entries may unpack to together.
const UNPACKED: u64 = 30 * 1024 * 1024;
/// How many times its own size an archive may unpack to, once it unpacks to more than [`SMALL`].
const RATIO: u64 = 100;
/// What may be packed as tightly as it can.
const SMALL: u64 = 1024 * 1024;
/// Entries of all archives of a file together.
const ENTRIES: usize = 1000;
/// Archives within one another.
const DEPTH: u8 = 2;
/// Bytes at the end of an archive among which its directory's end stands.
const TAIL: u64 = 22 + 65_535;

/// How much was unpacked so far.
#[derive(Default)]
struct Spent {
    bytes: u64,
    entries: usize,
}

/// Why an archive is refused, if it is. Archives inside it are unpacked beside `path`, one at a time.
pub(super) fn examine(
    file: File,
    kind: Kind,
    size: u64,
    path: &Path,
) -> io::Result<Option<Refusal>> {
    of_depth(file, kind, size, path, 1, &mut Spent::default())
}

fn of_depth(
    mut file: File,
    kind: Kind,
    size: u64,
    path: &Path,
    depth: u8,
    spent: &mut Spent,
) -> io::Result<Option<Refusal>> {
    if depth > DEPTH {
        return Ok(Some(Refusal::Bomb));
    }
    match announced(&mut file)? {
        Some(entries) if spent.entries + entries <= ENTRIES => spent.entries += entries,
        Some(_) => return Ok(Some(Refusal::Bomb)),
        None => return Ok(Some(Refusal::Broken)),
    }
    file.rewind()?;
    let Ok(mut archive) = ZipArchive::new(BufReader::new(file)) else {
        return Ok(Some(Refusal::Broken));
    };
    let mut names = Vec::new();
    let before = spent.bytes;
    for at in 0..archive.len() {
        let Ok(mut entry) = archive.by_index(at) else {
            return Ok(Some(unreadable(&mut archive, at)));
        };
        let Some(name) = safe_name(&entry) else { return Ok(Some(Refusal::Unsafe)) };
        if entry.encrypted() {
            return Ok(Some(Refusal::Encrypted));
        }
        if !entry.is_dir() {
            let refusal = match kind {
                Kind::Zip => inside_zip(&mut entry, &name, path, depth, spent)?,
                _ => inside_document(&mut entry, &name, kind, spent)?,
            };
            if refusal.is_some() {
                return Ok(refusal);
            }
        }
        let unpacked = spent.bytes - before;
        if spent.bytes > UNPACKED || (unpacked > SMALL && unpacked > size.saturating_mul(RATIO)) {
            return Ok(Some(Refusal::Bomb));
        }
        names.push(name);
    }
    Ok((!is_document(kind, &names)).then_some(Refusal::WrongContent))
}

/// An entry of an archive proper: something that could be attached by itself.
fn inside_zip<R: Read>(
    entry: &mut ZipFile<'_, R>,
    name: &str,
    path: &Path,
    depth: u8,
    spent: &mut Spent,
) -> io::Result<Option<Refusal>> {
    let Ok((_, kind)) = check_name(name.rsplit('/').next().unwrap_or_default()) else {
        // What it is is said where it is worse than merely not taken.
        return Ok(Some(match peek(entry, spent)?.refusal() {
            Some(worse @ (Refusal::Virus | Refusal::Executable | Refusal::Active)) => worse,
            _ => Refusal::InsideArchive,
        }));
    };
    let most = UNPACKED.saturating_sub(spent.bytes);
    if !kind.is_archive() {
        return Ok(match read(entry, kind, most) {
            Ok((size, refusal)) => {
                spent.bytes += size;
                refusal
            }
            Err(_) => Some(Refusal::Broken),
        });
    }
    let place = path.with_extension(format!("inside-{depth}"));
    let unpacked = unpack(entry, &place, most);
    let examined = match unpacked {
        Ok(Some(size)) => {
            spent.bytes += size;
            let mut file = File::open(&place)?;
            match read(&mut file, kind, u64::MAX)?.1 {
                None => of_depth(file, kind, size, path, depth + 1, spent),
                refusal => Ok(refusal),
            }
        }
        Ok(None) => Ok(Some(Refusal::Bomb)),
        Err(_) => Ok(Some(Refusal::Broken)),
    };
    files::gone(fs::remove_file(&place))?;
    examined
}

/// A part of a document that is an archive inside: anything but macros and programs.
fn inside_document<R: Read>(
    entry: &mut ZipFile<'_, R>,
    name: &str,
    kind: Kind,
    spent: &mut Spent,
) -> io::Result<Option<Refusal>> {
    let small = name.to_ascii_lowercase();
    if small.ends_with("vbaproject.bin") || small.starts_with("basic/") {
        return Ok(Some(Refusal::Macros));
    }
    let Ok(content) = peek(entry, spent) else { return Ok(Some(Refusal::Broken)) };
    if small == "mimetype" && matches!(kind, Kind::Odt | Kind::Ods) {
        let is_same = content.head().trim_ascii() == kind.media_type().as_bytes();
        return Ok((!is_same).then_some(Refusal::WrongContent));
    }
    // Parts are of formats of their own: only what is a danger in any is looked for.
    Ok(content.refusal().filter(|refusal| matches!(refusal, Refusal::Virus | Refusal::Executable)))
}

/// Reads an entry to its end, or until too much was unpacked.
fn peek<R: Read>(entry: &mut ZipFile<'_, R>, spent: &mut Spent) -> io::Result<Content> {
    let (mut content, mut piece) = (Content::of(Kind::Txt), vec![0; PIECE]);
    while spent.bytes <= UNPACKED {
        let count = entry.read(&mut piece)?;
        if count == 0 {
            break;
        }
        spent.bytes += count as u64;
        content.push(piece.get(..count).unwrap_or_default());
    }
    Ok(content)
}

/// Unpacks an entry of at most so many bytes; how many they are, nothing if they are more.
fn unpack<R: Read>(entry: &mut ZipFile<'_, R>, place: &Path, most: u64) -> io::Result<Option<u64>> {
    files::gone(fs::remove_file(place))?;
    let (mut target, mut piece, mut size) = (files::open_part(place)?, vec![0; PIECE], 0);
    loop {
        let count = entry.read(&mut piece)?;
        if count == 0 {
            return Ok(Some(size));
        }
        size += count as u64;
        if size > most {
            return Ok(None);
        }
        target.write_all(piece.get(..count).unwrap_or_default())?;
    }
}

/// The name of an entry that leads nowhere but below where the archive is unpacked.
fn safe_name<R: Read>(entry: &ZipFile<'_, R>) -> Option<String> {
    let name = std::str::from_utf8(entry.name_raw()).map(str::to_owned);
    // Old programs write names in the code page of their machine: those are kept as far as they are ASCII.
    let name = name.unwrap_or_else(|_| {
        entry
            .name_raw()
            .iter()
            .map(|byte| if byte.is_ascii() { char::from(*byte) } else { '_' })
            .collect()
    });
    let leads_elsewhere = entry.is_symlink()
        || name.starts_with('/')
        || name.contains(['\\', '\0', ':'])
        || name.split('/').any(|part| part == "..");
    (!leads_elsewhere).then_some(name)
}

/// Whether the entries are those of such a document.
fn is_document(kind: Kind, names: &[String]) -> bool {
    let has = |name: &str| names.iter().any(|each| each == name);
    match kind {
        Kind::Docx => has("[Content_Types].xml") && has("word/document.xml"),
        Kind::Xlsx => has("[Content_Types].xml") && has("xl/workbook.xml"),
        Kind::Odt | Kind::Ods => has("mimetype") && has("content.xml"),
        _ => names.iter().any(|name| !name.ends_with('/')),
    }
}

/// Why an entry cannot be read.
fn unreadable<R: Read + Seek>(archive: &mut ZipArchive<R>, at: usize) -> Refusal {
    match archive.by_index_raw(at) {
        Ok(entry) if entry.encrypted() => Refusal::Encrypted,
        _ => Refusal::Broken,
    }
}

/// How many entries the end of the directory announces, before anything of it is read; nothing if there is no such end, or one of the
/// long form, which no archive of some megabytes needs.
fn announced(file: &mut File) -> io::Result<Option<usize>> {
    let size = file.metadata()?.len();
    file.seek(SeekFrom::Start(size.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail)?;
    let Some(at) = tail.windows(4).rposition(|window| window == b"PK\x05\x06") else {
        return Ok(None);
    };
    let is_long = at >= 20 && tail.get(at - 20..at - 16) == Some(b"PK\x06\x07");
    let count = tail.get(at + 10..at + 12).and_then(|bytes| bytes.try_into().ok());
    Ok(count.map(|bytes| usize::from(u16::from_le_bytes(bytes))).filter(|_| !is_long))
}
