//! A file line by line, each with its number.

use std::io::{BufRead, Read};

use super::Text;
use crate::intake::findings::{Place, Reading};

/// The lines of a file.
pub struct Lines<R: Read> {
    text: Text<R>,
    buffer: Vec<u8>,
    line: u32,
}

impl<R: Read> Lines<R> {
    /// Begins to read.
    pub fn new(text: Text<R>) -> Self {
        Self { text, buffer: Vec::with_capacity(2048), line: 0 }
    }

    /// The next line without its end, and its number; `None` after the last.
    ///
    /// # Errors
    /// [`crate::intake::IssueCode::TooComplex`] for a line without end, and what is wrong with the bytes.
    pub fn next_line(&mut self) -> Reading<Option<(u32, String)>> {
        self.buffer.clear();
        self.text.begin();
        if let Err(error) = self.text.read_until(b'\n', &mut self.buffer) {
            return Err(self.text.stop(&error));
        }
        if self.buffer.is_empty() {
            return Ok(None);
        }
        self.line = self.line.saturating_add(1);
        let line = String::from_utf8_lossy(&self.buffer);
        let line = line.strip_suffix('\n').unwrap_or(&line);
        Ok(Some((self.line, line.strip_suffix('\r').unwrap_or(line).to_owned())))
    }

    /// The place after the last line read.
    pub fn end(&mut self) -> Place {
        self.text.here()
    }
}
