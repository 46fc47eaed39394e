//! What content is, as it goes by.

use shared::attachments::{Kind, Refusal, is_page, is_program, text_start};

/// Bytes of the beginning that are looked at as such.
const HEAD: usize = 4096;

/// The signature of the EICAR test file, in two parts: as one, scanners would find it in our program.
const TEST_SIGNATURE: [&[u8]; 2] =
    [br"X5O!P%@AP[4\PZX54(P^)7CC)7}$", b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];

/// What makes XML act in a browser, or fetch something; in small letters.
const ACTIVE: &[&[u8]] = &[
    b"<script",
    b"<svg",
    b"<html",
    b"<!doctype",
    b"<!entity",
    b"<?xml-stylesheet",
    b"www.w3.org/1999/xhtml",
    b"www.w3.org/2000/svg",
    b"javascript:",
];

/// Longest of what is searched for, less one: so much of a piece is looked at again with the next.
const OVERLAP: usize = 80;

/// What is known of content so far.
#[derive(Debug, Default)]
pub(super) struct Content {
    head: Vec<u8>,
    /// The end of what went by.
    tail: Vec<u8>,
    has_virus: bool,
    is_active: bool,
    /// Whether there was a character that texts do not have.
    is_binary: bool,
}

impl Content {
    /// The next piece.
    pub fn push(&mut self, piece: &[u8]) {
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend_from_slice(piece.get(..room.min(piece.len())).unwrap_or_default());
        let mut window = std::mem::take(&mut self.tail);
        window.extend_from_slice(piece);
        self.has_virus |= holds_test_signature(&window);
        self.is_active |= is_active(&window);
        self.is_binary |= piece
            .iter()
            .any(|byte| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a));
        let keep = window.len().saturating_sub(OVERLAP);
        self.tail = window.split_off(keep);
    }

    /// The beginning.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// Why content of a kind is refused, if it is.
    pub fn refusal(&self, kind: Kind) -> Option<Refusal> {
        if self.has_virus {
            return Some(Refusal::Virus);
        }
        if self.head.is_empty() {
            return Some(Refusal::Empty);
        }
        // Two letters make no program of a text.
        let is_text = kind.is_text() && !self.is_binary;
        if is_program(&self.head) && !(is_text && self.head.starts_with(b"MZ")) {
            return Some(Refusal::Executable);
        }
        if is_page(&self.head) {
            return Some(Refusal::Active);
        }
        if kind == Kind::Xml && self.is_active {
            return Some(Refusal::Active);
        }
        if !kind.begins(&self.head) || (kind.is_text() && self.is_binary) {
            return Some(Refusal::WrongContent);
        }
        // A document of another kind under the name of a text.
        let start = text_start(&self.head);
        let other = matches!(kind, Kind::Txt | Kind::Csv) && Kind::Pdf.begins(start);
        other.then_some(Refusal::WrongContent)
    }
}

/// Whether the test signature stands in it, wherever.
fn holds_test_signature(bytes: &[u8]) -> bool {
    let [first, second] = TEST_SIGNATURE;
    positions(bytes, first)
        .any(|at| bytes.get(at + first.len()..).unwrap_or_default().starts_with(second))
}

fn is_active(bytes: &[u8]) -> bool {
    let small = bytes.to_ascii_lowercase();
    ACTIVE.iter().any(|what| positions(&small, what).next().is_some())
}

/// Where something stands in bytes.
fn positions<'a>(bytes: &'a [u8], what: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let first = what.first().copied();
    let candidates = bytes.iter().enumerate().filter(move |(_, byte)| Some(**byte) == first);
    candidates
        .map(|(at, _)| at)
        .filter(move |at| bytes.get(*at..).unwrap_or_default().starts_with(what))
}
