//! JSON text to a tree of values.

use super::json::Json;

/// How deep lists and fields may lie in each other: no reply comes near it, and a hostile one ends here.
const DEPTH: u32 = 64;

/// The value that a text writes; `None` if it is no JSON, or has a fraction or more than 64 bits of a number.
pub(super) fn parse(text: &str) -> Option<Json> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH)?;
    reader.space();
    (reader.at == text.len()).then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Whether this byte comes next; then it is read.
    fn takes(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn value(&mut self, depth: u32) -> Option<Json> {
        let deeper = depth.checked_sub(1)?;
        self.space();
        match self.peek()? {
            b'"' => self.string().map(Json::Text),
            b'[' => self.list(deeper),
            b'{' => self.fields(deeper),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<Json> {
        let words =
            [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
        let rest = self.text.get(self.at..)?;
        let (word, value) = words.into_iter().find(|(word, _)| rest.starts_with(word))?;
        self.at += word.len();
        Some(value)
    }

    fn number(&mut self) -> Option<Json> {
        let start = self.at;
        self.at += 1;
        while let Some(b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-') = self.peek() {
            self.at += 1;
        }
        self.text.get(start..self.at)?.parse().ok().map(Json::Whole)
    }

    fn list(&mut self, depth: u32) -> Option<Json> {
        let mut items = Vec::new();
        self.at += 1;
        self.space();
        while !self.takes(b']') {
            if !items.is_empty() && !self.takes(b',') {
                return None;
            }
            items.push(self.value(depth)?);
            self.space();
        }
        Some(Json::List(items))
    }

    fn fields(&mut self, depth: u32) -> Option<Json> {
        let mut fields = Vec::new();
        self.at += 1;
        self.space();
        while !self.takes(b'}') {
            if !fields.is_empty() && !self.takes(b',') {
                return None;
            }
            self.space();
            let name = self.string()?;
            self.space();
            if !self.takes(b':') {
                return None;
            }
            fields.push((name, self.value(depth)?));
            self.space();
        }
        Some(Json::Fields(fields))
    }

    fn string(&mut self) -> Option<String> {
        if !self.takes(b'"') {
            return None;
        }
        let mut read = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.find(['"', '\\'])?;
            read.push_str(rest.get(..plain)?);
            self.at += plain + 1;
            if rest.as_bytes().get(plain) == Some(&b'"') {
                return Some(read);
            }
            read.push(self.escaped()?);
        }
    }

    /// The character that an escape stands for.
    fn escaped(&mut self) -> Option<char> {
        let kind = self.peek()?;
        self.at += 1;
        Some(match kind {
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'"' | b'\\' | b'/' => char::from(kind),
            b'u' => return self.unit(),
            _ => return None,
        })
    }

    /// A character by its number, or by the two halves of it.
    fn unit(&mut self) -> Option<char> {
        let high = self.hex()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high);
        }
        let low = (self.takes(b'\\') && self.takes(b'u')).then(|| self.hex())??;
        let low = low.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + low)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_with_their_escapes() {
        for (text, value) in [
            (r#""""#, ""),
            (r#""però \"così\"""#, "però \"così\""),
            (r#""\u00e8\ud83e\udd50\n\/\\""#, "è🥐\n/\\"),
        ] {
            assert_eq!(parse(text), Some(Json::Text(value.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_nothing() {
        let deep = "[".repeat(100) + &"]".repeat(100);
        for text in [
            "",
            " ",
            "nul",
            "truex",
            "1 2",
            "-",
            "01x",
            "1.5",
            "99999999999999999999",
            "\"",
            "\"\\",
            "\"\\u12\"",
            "\"\\ud83e\"",
            "\"\\ud83e\\u0041\"",
            "\"\\x\"",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{",
            "{\"a\"}",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\":1 \"b\":2}",
            "\"\\u12è\"",
            &deep,
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
