//! What content is, as it goes by.

use memchr::memmem;
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
#[derive(Debug)]
pub(super) struct Content {
    /// What it is said to be.
    kind: Kind,
    head: Vec<u8>,
    /// The end of what went by.
    tail: Vec<u8>,
    has_virus: bool,
    is_active: bool,
    /// Whether there was a character that texts do not have; not looked for in what is no text.
    is_binary: bool,
}

impl Content {
    /// Content that is said to be of a kind, before its first piece.
    pub fn of(kind: Kind) -> Self {
        let (head, tail) = (Vec::new(), Vec::new());
        Self { kind, head, tail, has_virus: false, is_active: false, is_binary: false }
    }

    /// The next piece.
    pub fn push(&mut self, piece: &[u8]) {
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend_from_slice(piece.get(..room.min(piece.len())).unwrap_or_default());
        let mut window = std::mem::take(&mut self.tail);
        window.extend_from_slice(piece);
        self.has_virus |= holds_test_signature(&window);
        self.is_active |= self.kind == Kind::Xml && is_active(&window);
        self.is_binary |= self.kind.is_text() && piece.iter().any(is_no_text);
        let keep = window.len().saturating_sub(OVERLAP);
        self.tail = window.split_off(keep);
    }

    /// The beginning.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// Why it is refused, if it is.
    pub fn refusal(&self) -> Option<Refusal> {
        let kind = self.kind;
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

fn is_no_text(byte: &u8) -> bool {
    *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a)
}

/// Whether the test signature stands in it, wherever.
fn holds_test_signature(bytes: &[u8]) -> bool {
    let [first, second] = TEST_SIGNATURE;
    memmem::find_iter(bytes, first)
        .any(|at| bytes.get(at + first.len()..).unwrap_or_default().starts_with(second))
}

fn is_active(bytes: &[u8]) -> bool {
    let small = bytes.to_ascii_lowercase();
    ACTIVE.iter().any(|what| memmem::find(&small, what).is_some())
}
