//! The objects of a JSON file one after the other: one object, or an array of them. Only one is in memory at a time.

use std::io::{BufRead, Read};

use shared::intake::IssueCode;
use shared::intake::findings::{Place, Reading, Stop};
use shared::intake::source::Text;

use crate::intake::json::Element;

/// A file of objects.
pub struct Elements<R: Read> {
    text: Text<R>,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    /// After the bracket that opens the array.
    Opened,
    /// After an object of the array.
    Within,
    /// After the only object, or the bracket that closes the array.
    Ended,
}

impl<R: Read> Elements<R> {
    /// Begins to read.
    pub fn new(text: Text<R>) -> Self {
        Self { text, state: State::Start }
    }

    /// The next object; `None` at the end.
    ///
    /// # Errors
    /// [`IssueCode::Empty`], [`IssueCode::WrongKind`] if the file begins with neither bracket nor brace,
    /// [`IssueCode::TooComplex`] for an object that is too long, [`IssueCode::NotWellFormed`] for what does not belong between objects.
    pub fn next(&mut self) -> Reading<Option<Element>> {
        loop {
            let next = self.peek()?;
            match (self.state, next) {
                (State::Start, None) => return Err(Place::START.issue(IssueCode::Empty).into()),
                (State::Start, Some(b'[')) => self.pass(State::Opened),
                (State::Start, Some(b'{')) => return self.element(State::Ended).map(Some),
                (State::Opened, Some(b'{')) => return self.element(State::Within).map(Some),
                (State::Opened | State::Within, Some(b']')) => self.pass(State::Ended),
                (State::Within, Some(b',')) => {
                    self.text.consume(1);
                    return match self.peek()? {
                        Some(b'{') => self.element(State::Within).map(Some),
                        other => Err(self.unexpected(IssueCode::NotWellFormed, other, "{")),
                    };
                }
                (State::Ended, None) => return Ok(None),
                (State::Start, other) => {
                    return Err(self.unexpected(IssueCode::WrongKind, other, "{"));
                }
                (State::Opened, other) => {
                    return Err(self.unexpected(IssueCode::NotWellFormed, other, "{"));
                }
                (State::Within, other) => {
                    return Err(self.unexpected(IssueCode::NotWellFormed, other, "]"));
                }
                (State::Ended, other) => {
                    return Err(self.unexpected(IssueCode::NotWellFormed, other, ""));
                }
            }
        }
    }

    fn pass(&mut self, state: State) {
        self.text.consume(1);
        self.state = state;
    }

    fn unexpected(&mut self, code: IssueCode, found: Option<u8>, expected: &str) -> Stop {
        let found = found.map_or_else(String::new, |byte| char::from(byte).to_string());
        self.text.here().differs(code, &found, expected).into()
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Reading<Option<u8>> {
        self.text.begin();
        let next = match self.text.is_blank() {
            Ok(true) => Ok(None),
            Ok(false) => self.text.fill_buf().map(|window| window.first().copied()),
            Err(error) => Err(error),
        };
        next.map_err(|error| self.text.stop(&error))
    }

    /// The object that begins here.
    fn element(&mut self, after: State) -> Reading<Element> {
        self.text.begin();
        let place = self.text.place();
        let mut text = Vec::new();
        let mut nesting = Nesting::default();
        while !nesting.closed {
            let window = match self.text.fill_buf() {
                Ok(window) => window,
                Err(error) => return Err(self.text.stop(&error)),
            };
            if window.is_empty() {
                return Err(self.unexpected(IssueCode::NotWellFormed, None, "}"));
            }
            let size = window
                .iter()
                .position(|byte| nesting.closes(*byte))
                .map_or(window.len(), |last| last + 1);
            text.extend_from_slice(window.get(..size).unwrap_or_default());
            self.text.consume(size);
        }
        self.state = after;
        Ok(Element { place, text: String::from_utf8_lossy(&text).into_owned() })
    }
}

/// How deep in braces, and whether within a string.
#[derive(Default)]
struct Nesting {
    depth: usize,
    in_string: bool,
    escaped: bool,
    closed: bool,
}

impl Nesting {
    /// Whether this byte closes the object.
    fn closes(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => self.in_string = !self.in_string,
            b'{' if !self.in_string => self.depth += 1,
            b'}' if !self.in_string => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.closed = self.depth == 0;
        self.closed
    }
}
